import { createRequire } from 'node:module'
import { type Activity, DirectLine } from 'botframework-directlinejs'
import { WebSocket } from 'ws'
import { type Answer, call } from '../http/client.ts'

/** A browser's request, as far as the package uses one; it also takes a form, which this one for Node does not. */
const { XMLHttpRequest: Plain } = createRequire(import.meta.url)('xhr2') as { XMLHttpRequest: new () => Xhr }

/** What of it is used here. */
interface Xhr {
  send(body?: unknown): void
  setRequestHeader(name: string, value: string): void
}

class BrowserRequest extends Plain {
  override send(body?: unknown): void {
    if (!(body instanceof FormData)) {
      super.send(body)
      return
    }
    const form = new Response(body)
    this.setRequestHeader('Content-Type', form.headers.get('content-type') ?? '')
    void form.arrayBuffer().then((bytes) => super.send(bytes))
  }
}
Object.assign(globalThis, { XMLHttpRequest: BrowserRequest, WebSocket })

export const SECRET = 'a-secret-that-only-the-page-server-has'

/** Longer than any of it takes on a busy machine. */
const PATIENCE_MS = 10_000

const said = (activity: Activity): string => (activity.type === 'message' ? String(activity.text) : activity.type)

export interface Opened {
  conversationId: string
  token: string
  expires_in: number
  streamUrl?: string
}

/** A call as a server makes it. */
export const dl = <Body = Opened>(
  url: string,
  path: string,
  bearer = SECRET,
  body?: unknown,
  method?: string,
): Promise<Answer<Body>> =>
  call<Body>(`${url}/channels/directline${path}`, {
    ...(bearer ? { token: bearer } : {}),
    ...(body === undefined ? {} : { body }),
    ...(method ? { method } : {}),
  })

/** The package itself, with what it heard. */
export interface Client {
  line: DirectLine
  heard: Activity[]
  /** With what its stream ended. */
  failures: unknown[]
  posts(text: string, more?: object): Promise<string>
  /** The first activity heard for which `is` holds, now or later. */
  hears(is: (activity: Activity) => boolean): Promise<Activity>
  /** The first message of the bot or of staff that fits. */
  hearsText(words: RegExp): Promise<Activity & { text: string }>
  end(): void
}

export function connect(url: string, options: ConstructorParameters<typeof DirectLine>[0], user = 'dl_wang'): Client {
  const line = new DirectLine({ domain: `${url}/channels/directline`, pollingInterval: 200, ...options })
  const heard: Activity[] = []
  const failures: unknown[] = []
  const waiting = new Set<() => void>()
  const heardOne = (activity: Activity): void => {
    heard.push(activity)
    for (const look of waiting) look()
  }
  const subscription = line.activity$.subscribe(heardOne, (error: unknown) => failures.push(error))
  const hears = (is: (activity: Activity) => boolean): Promise<Activity> =>
    new Promise((done, failed) => {
      const tired = setTimeout(() => failed(new Error(`not heard, among: ${heard.map(said).join(' | ')}`)), PATIENCE_MS)
      const look = (): void => {
        const found = heard.find(is)
        if (!found) return
        clearTimeout(tired)
        waiting.delete(look)
        done(found)
      }
      waiting.add(look)
      look()
    })
  const isSaid = (activity: Activity, words: RegExp): boolean =>
    activity.type === 'message' && activity.from.role === 'bot' && words.test(String(activity.text))
  return {
    line,
    heard,
    failures,
    hears,
    hearsText: async (words) => (await hears((activity) => isSaid(activity, words))) as Activity & { text: string },
    posts: (text, more = {}) =>
      new Promise((done, failed) => {
        const activity = { type: 'message', from: { id: user }, text, ...more } as Activity
        line.postActivity(activity).subscribe(done, failed)
      }),
    end: () => {
      subscription.unsubscribe()
      line.end()
    },
  }
}
