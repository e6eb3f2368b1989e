import { createHmac, timingSafeEqual } from 'node:crypto'
import { QiaoError } from '../bot/errors.ts'
import type { StoredTicket } from '../bot/ports.ts'
import type { StaffMember } from '../bot/types.ts'
import type { DeskPorts } from './ports.ts'

export interface StaffText {
  clientMessageId: string
  text: string
  /** The token that came with the warning. */
  confirm?: string
  /** Id of a status entry or number of a work order of this compound. */
  record?: string
}

/** On whose word a promise goes out. */
export interface Vouched {
  phrases: string[]
  record?: string
}

type Ports = Pick<DeskPorts, 'store' | 'promisesIn' | 'promiseKey'>

/**
 * Lets a clerk's text through when it promises nothing, when a record is linked, or when the clerk confirms this very
 * text. Undefined when there was nothing to vouch for.
 * @throws QiaoError `promise` with the phrases and the token that confirms them; `bad_request` for an unknown record
 */
export async function vouchedFor(
  ports: Ports,
  about: Pick<StoredTicket, 'id' | 'community'>,
  clerk: StaffMember,
  { text, confirm, record }: Omit<StaffText, 'clientMessageId'>,
): Promise<Vouched | undefined> {
  const phrases = ports.promisesIn(text, about.community)
  if (!phrases.length) return undefined
  if (record !== undefined) {
    if (await exists(ports, about.community, record)) return { phrases, record }
    const details = { field: 'record', detail: 'no such status entry or work order in this compound' }
    throw new QiaoError('bad_request', 'the linked record does not exist', { details })
  }
  const confirmToken = tokenOf(ports.promiseKey, [about.id, clerk.id, text])
  if (confirm !== undefined && isSame(confirm, confirmToken)) return { phrases }
  throw new QiaoError('promise', 'the text promises what no record holds', { details: { phrases, confirmToken } })
}

async function exists({ store }: Ports, community: string, record: string): Promise<boolean> {
  if (await store.workOrders.find(community, record)) return true
  return (await store.board.entries(community)).some((entry) => entry.id === record)
}

const tokenOf = (key: string, parts: string[]): string =>
  createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url')

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
