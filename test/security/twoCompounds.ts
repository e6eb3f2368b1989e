import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Store } from '../../bot/ports.ts'
import { openDesk, type TestDesk } from '../desk/desk.ts'
import { newOwner, type TestOwner } from '../http/client.ts'
import { newIncident, newOrder } from '../store/orders.ts'

/** One thing of each kind in a compound. */
export interface Things {
  owner: TestOwner
  ticket: string
  order: string
  entry: string
  home: string
  file: string
  visit: string
  hotline: string
}

export interface TwoCompounds {
  desk: TestDesk
  /** Of `demo` and of `other`. */
  demo: Things
  other: Things
  /** Of `demo`. */
  incident: string
  /** Folder of what is known. */
  knowledge: string
  stop(): Promise<void>
}

/** The product with a second compound `other`, and the same things in both. */
export async function twoCompounds(settings: Record<string, string> = {}): Promise<TwoCompounds> {
  const knowledge = mkdtempSync(join(tmpdir(), 'qiao-knowledge-'))
  cpSync('knowledge', knowledge, { recursive: true })
  const other = join(knowledge, 'communities', 'other')
  cpSync(join(knowledge, 'communities', 'demo'), other, { recursive: true })
  const file = join(other, 'community.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^id: .*$/m, 'id: other'))
  const desk = await openDesk({ KNOWLEDGE_DIR: knowledge, ...settings })
  const [one, two] = [await thingsOf(desk, 'demo'), await thingsOf(desk, 'other')]
  return {
    desk,
    demo: one,
    other: two,
    incident: await newIncident(desk.store),
    knowledge,
    stop: async () => {
      await desk.stop()
      rmSync(knowledge, { recursive: true })
    },
  }
}

async function thingsOf({ url, store }: TestDesk, community: string): Promise<Things> {
  const owner = await newOwner(url, { community })
  await owner.says('转人工')
  const ticket = (await store.tickets.openOf(owner.id))?.id ?? ''
  const order = await newOrder(store, owner.id, { intent: 'elevator.fault', slots: { what: `${community}的电梯` } })
  const home = await homeOf(store, community)
  const entry = await entryOf(store, community)
  const file = await photoOf(store, owner.id)
  const [visit, hotline] = [await visitOf(store, community, owner.id), await hotlineOf(store, community)]
  return { owner, ticket, order, entry, home, file, visit, hotline }
}

/** A work order that somebody has ended, to be asked about. */
async function visitOf(store: Store, community: string, conversationId: string): Promise<string> {
  const slots = { what: `${community}的灯`, contact: '13800138000' }
  const number = await newOrder(store, conversationId, { intent: 'light.public', slots })
  for (const state of ['accepted', 'done'] as const)
    await store.workOrders.move(number, { state, by: '别人' }, () => ({ text: state }))
  const of = [{ community, endedBy: '2099-01-01T00:00:00.000Z' }]
  return (await store.visits.list({ list: 'due', of })).visits[0]?.id ?? ''
}

async function hotlineOf(store: Store, community: string): Promise<string> {
  const times = { receivedAt: '2026-11-25T01:00:00.000Z', deadline: '2026-12-02T15:59:00.000Z' }
  const taken = await store.hotline.take(community, { number: '1', ...times, wanted: `${community}的诉求` }, '王芳')
  return taken.kind === 'ok' ? taken.hotline.id : ''
}

async function homeOf(store: Store, community: string): Promise<string> {
  const file = { name: 'homes.csv', hash: community, asOf: '2026-01-01T00:00:00.000Z', dryRun: false }
  const home = {
    building: '3',
    unit: '2',
    room: '501',
    owner: `${community}的李雷`,
    phones: ['13800138000'],
    bills: [],
  }
  await store.homes.import(community, [home], file)
  return (await store.homes.list({ community })).homes[0]?.id ?? ''
}

async function entryOf(store: Store, community: string): Promise<string> {
  const id = `lift-${community}`
  const state = { zh: '停用', en: 'out of use' }
  const entry = { id, community, topic: 'lift', scope: { building: '6' }, state, log: [], source: state }
  const times = { asOf: '2026-11-25T01:00:00.000Z', staleAfterHours: 72 }
  await store.board.write({ entry: { ...entry, ...times }, expected: 0, author: '王芳', change: 'created' })
  return id
}

async function photoOf(store: Store, conversationId: string): Promise<string> {
  const file = { name: 'a.png', type: 'image/png', content: Buffer.from('png') }
  const added = await store.attachments.add(conversationId, file)
  if (added.kind === 'full') throw new Error('the photo was not taken')
  await store.conversations.accept(conversationId, { clientMessageId: 'photo', text: '看图', attachments: [added.id] })
  return added.id
}
