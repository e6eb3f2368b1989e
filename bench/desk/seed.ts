import type { NewTicket, Store } from '../../bot/ports.ts'
import type { HandoffContext } from '../../bot/types.ts'

/** At once: as many as the record commits together. */
const AT_ONCE = 64
const MATTERS = ['楼道灯不亮', '电梯停在三楼', '物业费怎么交', '楼上漏水到天花板', '车位怎么租', '快递柜打不开']

/** A conversation with its ticket; both open unless `ended`. */
export interface Seeded {
  conversationId: string
  ticketId: string
  tokenHash: string
}

/** Tickets as owners open them; the first `ended` of them were claimed, answered and resolved. */
export async function seedTickets(
  store: Store,
  count: { tickets: number; ended: number },
  staffId: string,
  hashOf: (index: number) => string,
): Promise<Seeded[]> {
  const seeded: Seeded[] = []
  for (let from = 0; from < count.tickets; from += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, count.tickets - from) }, (_, index) => from + index)
    seeded.push(
      ...(await Promise.all(some.map((index) => seedOne(store, index, index < count.ended, staffId, hashOf(index))))),
    )
  }
  return seeded
}

async function seedOne(store: Store, index: number, ended: boolean, staffId: string, tokenHash: string) {
  const matter = MATTERS[index % MATTERS.length]!
  const home = `${(index % 20) + 1}栋${(index % 4) + 1}单元${(index % 30) + 1}0${(index % 4) + 1}`
  const conversation = await store.conversations.create({ community: 'demo', locale: 'zh', channel: 'web', tokenHash })
  const accepted = await store.conversations.accept(conversation.id, {
    clientMessageId: '1',
    text: `${matter}，转人工`,
  })
  if (accepted.kind !== 'stored') throw new Error('the message was not taken')
  const result = await store.conversations.commitTurn({
    conversationId: conversation.id,
    seq: accepted.message.seq,
    expectedVersion: conversation.version,
    stage: 'waiting',
    memory: conversation.memory,
    locale: 'zh',
    replies: [{ text: '已转给客服。', action: 'handoff' }],
    ticket: ticketOf(matter, home),
  })
  if (result.kind !== 'committed' || !result.ticketId) throw new Error('no ticket was opened')
  if (ended) {
    await store.tickets.claim(result.ticketId, staffId, '小王接手了')
    await store.tickets.reply(result.ticketId, staffId, { clientMessageId: '1', text: '已经请维修去看了。' })
    await store.tickets.resolve(result.ticketId, staffId, '已处理完这件事。')
  }
  return { conversationId: conversation.id, ticketId: result.ticketId, tokenHash }
}

function ticketOf(matter: string, home: string): NewTicket {
  const context: HandoffContext = {
    summary: `【公共设施】${matter}\n还没有答过`,
    reason: 'asked',
    intent: 'light.public',
    alternatives: [{ intent: 'light.public', confidence: 0.9 }],
    slots: {},
    owner: { home, verified: false },
    mood: 'calm',
    urgency: 'normal',
    language: 'zh',
    channel: 'web',
    status: [],
    repairs: [],
    notPromised: [],
    responsibility: null,
    suggestions: [],
  }
  const dueAt = new Date(Date.now() + 3_600_000).toISOString()
  return { reason: 'asked', priority: 'normal', team: 'service', dueAt, context }
}
