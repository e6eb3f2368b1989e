import { QiaoError } from '../bot/errors.ts'
import type { StoredTicket } from '../bot/ports.ts'
import { contactOf } from './contact.ts'
import { shownMessage } from './hidden.ts'
import type { DeskPorts } from './ports.ts'

type Ports = Pick<DeskPorts, 'store' | 'maskAbuse' | 'maskNumbers'>

/** What is masked: a message by its seq, the number that the owner gave, the home that they proved. */
export interface Masked {
  field: 'message' | 'contact' | 'home'
  seq?: number
}

/** What stood behind a mask. */
export interface Revealed {
  seq?: number
  text: string
  /** Of a home: its owner and their phones, as the company has them on file. */
  name?: string
  phones?: string[]
  /** Words of the note that the ticket keeps; undefined: nothing was hidden. */
  noted: { key: string; seq?: number } | undefined
}

/** @throws QiaoError `not_found` where there is nothing */
export async function behindMask(ports: Ports, ticket: StoredTicket, { field, seq = 0 }: Masked): Promise<Revealed> {
  switch (field) {
    case 'message':
      return words(ports, ticket, seq)
    case 'contact':
      return contact(ports, ticket)
    case 'home':
      return home(ports, ticket)
    default:
      return field satisfies never
  }
}

async function words(ports: Ports, { conversationId, community }: StoredTicket, seq: number): Promise<Revealed> {
  const [message] = await ports.store.conversations.messages(conversationId, seq - 1, 1)
  if (message?.seq !== seq) throw new QiaoError('not_found', `no message ${seq}`)
  const masked = shownMessage(ports, message, community).masked
  return { seq, text: message.text, noted: masked ? { key: 'looked', seq } : undefined }
}

async function contact({ store }: Ports, ticket: StoredTicket): Promise<Revealed> {
  const text = await contactOf({ store }, ticket, await store.workOrders.ofConversation(ticket.conversationId))
  if (text === undefined) throw new QiaoError('not_found', 'the owner gave no number')
  return { text, noted: { key: 'looked_contact' } }
}

async function home({ store }: Ports, { conversationId, context }: StoredTicket): Promise<Revealed> {
  const account = await store.homes.ofConversation(conversationId)
  if (!account) throw new QiaoError('not_found', 'the owner has proved no home')
  const { owner, phones } = account
  return { text: context.owner.home ?? '', ...(owner && { name: owner }), phones, noted: { key: 'looked_home' } }
}
