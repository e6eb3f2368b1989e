import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { call, newOwner } from '../http/client.ts'
import { type KillableServer, startKillable } from './process.ts'

/* A real disk of 40 MB, in memory, that is filled to the last byte. To mount one takes root. */

const IS_ROOT = process.getuid?.() === 0
const PIECE = Buffer.alloc(512)
const MEGABYTE = Buffer.alloc(1 << 20)

let disk: string
let server: KillableServer

beforeAll(() => {
  if (!IS_ROOT) return
  disk = mkdtempSync(join(tmpdir(), 'qiao-disk-'))
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=40m', 'tmpfs', disk])
  server = startKillable(join(disk, 'data'), { LOG_LEVEL: 'silent' })
})
afterAll(async () => {
  if (!IS_ROOT) return
  await server.end()
  execFileSync('umount', [disk])
  rmSync(disk, { recursive: true })
})

/** Until there is no room for another piece. */
function fill(piece: Buffer): void {
  try {
    for (;;) appendFileSync(join(disk, 'fill'), piece)
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOSPC') throw error
  }
}

test.skipIf(!IS_ROOT)(
  'on a full disk nothing is acknowledged, an emergency is instructed, and with room again all goes on',
  async () => {
    const url = await server.url()
    const owner = await newOwner(url)
    expect((await owner.says('燃气通了吗')).status).toBe(200)
    fill(MEGABYTE)
    fill(PIECE)
    expect(await owner.says('电梯又坏了')).toMatchObject({ status: 503, body: { code: 'unavailable' } })
    const lost = { clientMessageId: 'again' }
    expect(await owner.says('家里煤气味好大', lost)).toMatchObject({
      status: 503,
      body: { emergency: { text: expect.stringMatching(/别碰任何开关/) } },
    })
    expect(await call(`${url}/readyz`)).toMatchObject({ status: 503, body: { missing: expect.stringMatching(/disk/) } })
    rmSync(join(disk, 'fill'))
    await vi.waitFor(async () => expect((await call(`${url}/readyz`)).status).toBe(200), { timeout: 10_000 })
    expect((await owner.says('家里煤气味好大', lost)).status).toBe(200)
    const seen = await owner.sees()
    expect(seen.filter(({ from }) => from === 'owner').map(({ text }) => text)).toEqual([
      '燃气通了吗',
      '家里煤气味好大',
    ])
    expect(seen.map(({ seq }) => seq)).toEqual(seen.map((_, place) => place + 1))
  },
)
