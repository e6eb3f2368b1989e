import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A way to the server that can be cut: a browser's own offline mode leaves open streams alone. */
export interface Line {
  url: string
  /** Breaks every connection and takes no new one. */
  cut(): void
  mend(): void
  end(): Promise<void>
}

export async function openLine(to: string): Promise<Line> {
  const { hostname, port } = new URL(to)
  const open = new Set<Socket>()
  let whole = true
  const server = createServer((near) => {
    if (!whole) return near.destroy()
    const far = connect(Number(port), hostname)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one)
      one.pipe(other)
      // A connection that breaks is what this is for.
      one.on('error', () => other.destroy())
      one.on('close', () => {
        open.delete(one)
        other.destroy()
      })
    }
  })
  await new Promise<void>((ready) => server.listen(0, hostname, ready))
  const cut = (): void => {
    whole = false
    for (const socket of open) socket.destroy()
  }
  return {
    url: `http://${hostname}:${(server.address() as AddressInfo).port}`,
    cut,
    mend: () => {
      whole = true
    },
    end: async () => {
      cut()
      await new Promise((closed) => server.close(closed))
    },
  }
}
