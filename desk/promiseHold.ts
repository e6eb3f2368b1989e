import { createHmac, timingSafeEqual } from 'node:crypto'
import { QiaoError } from '../bot/errors.ts'
import type { StoredTicket } from '../bot/ports.ts'
import type { StaffMember, Vouched } from '../bot/types.ts'
import type { DeskPorts } from './ports.ts'

export interface StaffText {
  clientMessageId: string
  text: string
  /** Ids of files that the clerk uploaded for it. */
  attachments?: string[]
  /** The token that came with the warning. */
  confirm?: string
  /** Id of a status entry or of a promised call, or number of a work order, of this compound. */
  record?: string
}

/** What is to go out, with what vouches for it. */
export interface HeldText extends Omit<StaffText, 'clientMessageId' | 'attachments'> {
  /** Words that a record holds already, or that were let out before. */
  backed?: string[]
}

type Ports = Pick<DeskPorts, 'store' | 'promisesIn' | 'promiseKey'>

/** `confirm` and `record` of a call, without what was not sent. */
export const vouchingOf = ({ confirm, record }: { confirm?: string | undefined; record?: string | undefined }) => ({
  ...(confirm !== undefined && { confirm }),
  ...(record !== undefined && { record }),
})

/**
 * Lets a clerk's text through when it promises nothing, when a record is linked, or when the clerk confirms this very
 * text. Undefined when there was nothing to vouch for.
 * @throws QiaoError `promise` with the phrases and the token that confirms them; `bad_request` for an unknown record
 */
export async function vouchedFor(
  ports: Ports,
  about: Pick<StoredTicket, 'id' | 'community'>,
  clerk: StaffMember,
  { text, confirm, record, backed }: HeldText,
): Promise<Vouched | undefined> {
  const phrases = [...new Set(ports.promisesIn(text, about.community, backed))]
  if (!phrases.length) return undefined
  const vouched = { phrases, by: clerk.name }
  if (record !== undefined) {
    // Nothing vouches for itself.
    if (record !== about.id && (await exists(ports, about.community, record))) return { ...vouched, record }
    const details = { field: 'record', detail: 'no such status entry or work order in this compound' }
    throw new QiaoError('bad_request', 'the linked record does not exist', { details })
  }
  const confirmToken = tokenOf(ports.promiseKey, [about.id, clerk.id, text])
  if (confirm !== undefined && isSame(confirm, confirmToken)) return vouched
  throw new QiaoError('promise', 'the text promises what no record holds', { details: { phrases, confirmToken } })
}

async function exists({ store }: Ports, community: string, record: string): Promise<boolean> {
  if (await store.workOrders.find(community, record)) return true
  if ((await store.callbacks.find(record))?.community === community) return true
  return (await store.board.entries(community)).some((entry) => entry.id === record)
}

const tokenOf = (key: string, parts: string[]): string =>
  createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url')

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
