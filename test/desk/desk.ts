import { join } from 'node:path'
import type { Store } from '../../bot/ports.ts'
import type { Role, StaffMember, TicketRow } from '../../bot/types.ts'
import { openStore } from '../../store/open.ts'
import { hashToken, newId, newToken } from '../../wire/ids.ts'
import { type Answer, type Call, call, newOwner, type TestOwner } from '../http/client.ts'
import { type Listener, listen } from '../http/listener.ts'
import { startServer } from '../http/server.ts'
import { type TestClock, testClock } from '../support/clock.ts'

/** The running product, with the record opened beside it as a staff command does. */
export interface TestDesk {
  url: string
  dataDir: string
  setupUrl: string
  store: Store
  clock: TestClock
  /** A member of staff who is signed in already; password hashing is left to the tests of signing in. */
  clerk(name: string, role?: Role, communities?: string[]): Promise<TestClerk>
  /** An owner who has asked for a person, and the ticket of it. */
  handedOver(): Promise<{ owner: TestOwner; ticket: TicketRow }>
  stop(): Promise<void>
}

export interface TestClerk {
  member: StaffMember
  cookie: string
  csrf: string
  get<Body = Record<string, unknown>>(path: string): Promise<Answer<Body>>
  post<Body = Record<string, unknown>>(path: string, body?: unknown, more?: Call): Promise<Answer<Body>>
  hears(): Promise<Listener>
}

const HOUR_MS = 3_600_000

export async function openDesk(settings: Record<string, string> = {}): Promise<TestDesk> {
  const clock = testClock()
  const server = await startServer({ clock, settings })
  const url = settings.DATABASE_URL
  const place = url ? { url } : { file: join(server.dataDir, 'qiao.db') }
  const store = await openStore({ ...place, clock, newId, shared: true })
  return {
    url: server.url,
    dataDir: server.dataDir,
    setupUrl: server.setupUrl ?? '',
    store,
    clock,
    clerk: (name, role = 'staff', communities = []) => signedIn(server.url, store, clock, { name, role, communities }),
    handedOver: async () => {
      const owner = await newOwner(server.url)
      await owner.says('转人工')
      const ticket = await store.tickets.openOf(owner.id)
      if (!ticket) throw new Error('no ticket was opened')
      return { owner, ticket }
    },
    stop: async () => {
      await store.close()
      await server.stop()
    },
  }
}

/** A member of staff who is signed in already. */
export async function signedIn(
  url: string,
  store: Store,
  clock: TestClock,
  input: { name: string; role: Role; communities: string[] },
): Promise<TestClerk> {
  const member = await store.staff.add({ ...input, passwordHash: '' })
  const [id, csrf] = [newToken(), newToken()]
  const expiresAt = new Date(clock.now().getTime() + 12 * HOUR_MS).toISOString()
  await store.staff.openSession({ idHash: hashToken(id), staffId: member.id, csrf, expiresAt })
  return clerkOf(url, member, `qiao=${id}`, csrf)
}

/** Calls the desk with this session. */
export function clerkOf(url: string, member: StaffMember, cookie: string, csrf: string): TestClerk {
  return {
    member,
    cookie,
    csrf,
    get: (path) => call(`${url}/api/desk${path}`, { headers: { cookie } }),
    post: (path, body, more = {}) =>
      call(`${url}/api/desk${path}`, {
        method: 'POST',
        ...(body === undefined ? {} : { body }),
        ...more,
        headers: { cookie, 'x-csrf-token': csrf, ...more.headers },
      }),
    hears: () => listen(`${url}/api/desk/events`, { cookie }),
  }
}
