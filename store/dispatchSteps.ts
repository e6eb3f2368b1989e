import type { DispatchStore, JobStepped, StaffFile } from '../bot/ports/dispatch.ts'
import { type Attachment, linkOver, MOST_JOB_PHOTOS, type WorkOrderState } from '../bot/types.ts'
import type { Access } from './access.ts'
import { type LinkRow, lockJob, toLink } from './dispatchRows.ts'
import type { Db } from './schema.ts'
import { keepStaffFile } from './staffFiles.ts'
import { moveWorkOrder } from './workOrdersMove.ts'
import { addLine, inWordsOf, type OrderRow, wholeOrder } from './workOrdersRows.ts'
import { tellReaders } from './workOrdersTell.ts'

type Step = Parameters<DispatchStore['step']>[1]
type Says = Parameters<DispatchStore['step']>[2]
interface Job {
  link: LinkRow
  order: OrderRow
}

/** What a repairer does with a job: its line in the history, and what its owners are told. */
export async function takeStep(
  access: Access,
  db: Db,
  secretHash: string,
  step: Step,
  says: Says,
): Promise<JobStepped> {
  const job = await lockJob(db, secretHash)
  if (!job) return { kind: 'unknown' }
  const why = overNow(access, job)
  if (why) return { kind: 'over', why }
  switch (step.kind) {
    case 'accept':
      return accept(access, db, job, says)
    case 'arrived':
      return arrive(access, db, job, says)
    case 'done':
      return finish(access, db, job, step.note, says)
    default:
      return step.kind satisfies never
  }
}

const overNow = (access: Access, { link, order }: Job) =>
  linkOver(toLink(link), order.state as WorkOrderState, new Date(access.now()))

/** One that was opened again since is to be accepted anew. */
const isAccepted = ({ link, order }: Job): boolean => link.accepted_at !== null && order.state !== 'filed'

async function accept(access: Access, db: Db, job: Job, says: Says): Promise<JobStepped> {
  if (isAccepted(job)) return unchanged(db, job)
  const { order, link } = job
  const set = { accepted_at: access.now() }
  if (order.state === 'filed') {
    // What was done before it was opened again is in its history, and no longer where the job stands.
    const anew = { ...set, arrived_at: null, done_at: null }
    const move = { state: 'accepted' as const, by: link.repairer, worker: link.repairer }
    return moved(db, job, anew, () =>
      moveWorkOrder(access, db, order.number, move, (reader, whole) => says(reader, whole, 'accepted')),
    )
  }
  // Somebody at the desk had accepted it for them; a visit that was set stays as it is.
  await db.updateTable('work_orders').set({ worker: link.repairer }).where('id', '=', order.id).execute()
  return noted(access, db, { link, order: { ...order, worker: link.repairer } }, set, 'taken', says)
}

async function arrive(access: Access, db: Db, job: Job, says: Says): Promise<JobStepped> {
  if (!isAccepted(job)) return early(job)
  if (job.link.arrived_at !== null) return unchanged(db, job)
  return noted(access, db, job, { arrived_at: access.now() }, 'arrived', says)
}

async function finish(access: Access, db: Db, job: Job, note: string | undefined, says: Says): Promise<JobStepped> {
  const { order, link } = job
  if (link.done_at !== null && order.state === 'done') return unchanged(db, job)
  if (!isAccepted(job)) return early(job)
  const move = { state: 'done' as const, by: link.repairer, ...(note && { note }) }
  return moved(db, job, { done_at: access.now() }, () =>
    moveWorkOrder(access, db, order.number, move, (reader, whole) => says(reader, whole, 'done')),
  )
}

const early = ({ order }: Job): JobStepped => ({ kind: 'early', state: order.state as WorkOrderState })

async function unchanged(db: Db, { link, order }: Job): Promise<JobStepped> {
  return { kind: 'ok', link: toLink(link), order: await wholeOrder(db, order), told: [] }
}

type Marks = Partial<Pick<LinkRow, 'accepted_at' | 'arrived_at' | 'done_at'>>

async function mark(db: Db, link: LinkRow, marks: Marks) {
  await db.updateTable('dispatch_links').set(marks).where('id', '=', link.id).execute()
  return toLink({ ...link, ...marks })
}

async function moved(
  db: Db,
  job: Job,
  marks: Marks,
  move: () => ReturnType<typeof moveWorkOrder>,
): Promise<JobStepped> {
  const result = await move()
  if (result.kind !== 'ok') return early(job)
  return { kind: 'ok', link: await mark(db, job.link, marks), order: result.order, told: result.told }
}

/** A line that moves nothing, and that owners hear of. */
async function noted(
  access: Access,
  db: Db,
  { link, order }: Job,
  marks: Marks,
  kind: 'taken' | 'arrived',
  says: Says,
): Promise<JobStepped> {
  const now = { ...order, updated_at: access.now() }
  await db.updateTable('work_orders').set({ updated_at: now.updated_at }).where('id', '=', order.id).execute()
  await addLine(access, db, now, { kind, by: link.repairer, worker: link.repairer })
  const whole = await wholeOrder(db, now)
  const told = await tellReaders(access, db, now, undefined, (reader) =>
    says(reader, inWordsOf(whole, JSON.stringify(reader.slots)), kind),
  )
  return { kind: 'ok', link: await mark(db, link, marks), order: whole, told }
}

/** A photo of the job, for staff; so many a link at most. */
export async function addJobPhoto(
  access: Access,
  db: Db,
  secretHash: string,
  file: StaffFile,
): Promise<JobStepped & { file?: Attachment }> {
  const job = await lockJob(db, secretHash)
  if (!job) return { kind: 'unknown' }
  const why = overNow(access, job)
  if (why) return { kind: 'over', why }
  if (job.link.accepted_at === null) return early(job)
  const { link, order } = job
  const before = await db
    .selectFrom('work_order_lines')
    .select('id')
    .where('order_id', '=', order.id)
    .where('kind', '=', 'photo')
    .where('at', '>=', link.created_at)
    .limit(MOST_JOB_PHOTOS)
    .execute()
  if (before.length >= MOST_JOB_PHOTOS) return { kind: 'full' }
  const of = { community: order.community, conversationId: order.conversation_id, author: link.repairer }
  const kept = await keepStaffFile(access, db, file, of)
  await addLine(access, db, order, { kind: 'photo', by: link.repairer, file: kept })
  return { kind: 'ok', link: toLink(link), order: await wholeOrder(db, order), told: [], file: kept }
}
