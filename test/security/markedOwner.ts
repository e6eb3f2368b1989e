import type { TestClerk } from '../desk/desk.ts'
import { call, nextMessageId, type TestOwner } from '../http/client.ts'
import { newOrder, turnWith } from '../store/orders.ts'
import type { TwoCompounds } from './twoCompounds.ts'

/** Words and numbers that stand nowhere else, each given in another way. */
export const MARKS = {
  said: '蓝花楹下的旧自行车',
  named: '欧阳修文',
  phone: '13955501234',
  noted: '此人养着一只鹦鹉',
  reported: '阳台铸铁地漏返味',
  file: '客厅全景照',
  bytes: 'a photo of the living room, as bytes',
  /** As the index of words has it. */
  word: 'jacaranda',
  hotline: '反映楼上装修噪音扰民',
  shift: '鹦鹉主人性子急',
  owed: '回电谈鱼缸漏水',
  home: '8-4-1907',
} as const

/** Past and to come by any clock: instances go by that of their database. */
const TIMES = { receivedAt: '2026-01-05T01:00:00.000Z', deadline: '2026-01-07T15:59:00.000Z' }

export interface MarkedOwner {
  owner: TestOwner
  clerk: TestClerk
  orderNumber: string
}

/** An owner of whom every part of the product holds something. */
export async function markedOwner(two: TwoCompounds): Promise<MarkedOwner> {
  const { owner } = two.demo
  const clerk = await two.desk.clerk('王芳', 'admin')
  await linked(two, owner, clerk)
  await owner.says(`${MARKS.said} ${MARKS.word}，我的电话是${MARKS.phone}`)
  const slots = { what: MARKS.reported, contact: MARKS.phone }
  const orderNumber = await newOrder(two.desk.store, owner.id, { intent: 'repair.drain', slots })
  const subscribe = { topic: 'gas', home: { building: '8', unit: '4', room: '1907' } }
  await turnWith(two.desk.store, owner.id, { subscribe })
  await sendsPhoto(two, owner)
  await call(`${owner.url}/rating`, { token: owner.token, body: { score: 2, comment: MARKS.said } })
  await workedOn(two, clerk)
  return { owner, clerk, orderNumber }
}

/** By a code that staff gave. */
async function linked({ desk: { store } }: TwoCompounds, owner: TestOwner, clerk: TestClerk): Promise<void> {
  const file = { name: 'h.csv', hash: 'h', asOf: '2026-01-01T00:00:00.000Z', dryRun: false }
  const home = { building: '8', unit: '4', room: '1907', owner: MARKS.named, phones: [MARKS.phone], bills: [] }
  await store.homes.import('demo', [home], file)
  const homeId = (await store.homes.list({ q: MARKS.home })).homes[0]?.id ?? ''
  const { code } = (await clerk.post<{ code: string }>(`/homes/${homeId}/code`)).body
  await call(`${owner.url}/verify`, { token: owner.token, body: { code } })
}

async function sendsPhoto({ desk: { store } }: TwoCompounds, owner: TestOwner): Promise<void> {
  const file = { name: `${MARKS.file}.png`, type: 'image/png', content: Buffer.from(MARKS.bytes) }
  const added = await store.attachments.add(owner.id, file)
  const attachments = added.kind === 'stored' ? [added.id] : []
  await store.conversations.accept(owner.id, { clientMessageId: nextMessageId(), text: '看照片', attachments })
}

/** What staff write down of it: a note, an order of the city's hotline, a call that is promised, a shift's note. */
async function workedOn({ demo: { ticket } }: TwoCompounds, clerk: TestClerk): Promise<void> {
  const order = { community: 'demo', number: '9', home: '8栋4单元1907', ...TIMES, wanted: MARKS.hotline }
  for (const [path, body] of [
    [`/tickets/${ticket}/notes`, { text: MARKS.noted }],
    ['/hotline', order],
    [`/tickets/${ticket}/callbacks`, { dueAt: '2099-01-01T00:00:00.000Z', matter: MARKS.owed }],
    ['/handovers', { community: 'demo', note: `${MARKS.home}：${MARKS.shift}` }],
  ] as const) {
    const { status, text } = await clerk.post(path, body)
    if (status !== 201) throw new Error(`${path} gave ${status} ${text}`)
  }
}
