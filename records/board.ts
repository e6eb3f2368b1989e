import { QiaoError } from '../bot/errors.ts'
import type { Announcement, BoardWrite } from '../bot/ports/board.ts'
import type { StaffFile } from '../bot/ports/dispatch.ts'
import type { Live, Store } from '../bot/ports.ts'
import type {
  BoardChangeKind,
  BoardChanges,
  BoardEntry,
  BoardRevision,
  Clock,
  Hours,
  NewBoardEntry,
  NewId,
  NewStep,
  StaffMember,
  StatusEntry,
  Vouched,
} from '../bot/types.ts'
import { changed, type Hand, isNews, kindOfChange, withStep, withVouched } from './boardChange.ts'
import { announcementOf, type PushParts } from './boardPush.ts'

export interface BoardParts extends PushParts {
  store: Pick<Store, 'board'>
  live: Live
  clock: Clock
  newId: NewId
  hours: Pick<Hours, 'mayDisturbAt' | 'today'>
  communities: string[]
  /** Something may be on its way to owners. */
  wake(): void
}

/** Hours after which a record counts as stale, where the clerk says nothing else. */
const STALE_HOURS = 72
/** A line of the log is added to whatever the entry has become meanwhile, so often at most. */
const ATTEMPTS = 5

/** The status board as staff keep it: each change is a revision with its author, and followers hear of news. */
export class Board {
  readonly #parts: BoardParts

  constructor(parts: BoardParts) {
    this.#parts = parts
  }

  /** @throws QiaoError `bad_request` for a compound that is not there */
  list(community: string | undefined): Promise<BoardEntry[]> {
    return this.#parts.store.board.list(this.#community(community))
  }

  /** @throws QiaoError `not_found` */
  async revisions(id: string): Promise<BoardRevision[]> {
    const revisions = await this.#parts.store.board.revisions(id)
    if (revisions.length === 0) await this.#find(id)
    return revisions
  }

  /** @throws QiaoError `bad_request` for a compound, topic or time that cannot be */
  async create(
    { community: wanted, topic, state, ...changes }: NewBoardEntry,
    clerk: StaffMember,
    vouched?: Vouched,
  ): Promise<BoardEntry> {
    const { topics, newId } = this.#parts
    const community = this.#community(wanted)
    if (!topics.has(topic)) {
      const detail = `one of ${[...topics.keys()].join(', ')}`
      throw new QiaoError('bad_request', 'no such topic', { details: { field: 'topic', detail } })
    }
    const empty = { scope: {}, log: [], asOf: '', staleAfterHours: STALE_HOURS, source: state }
    const blank: StatusEntry = { ...empty, id: newId(), community, topic, state }
    const hand = this.#hand(community, clerk)
    const entry = withVouched(changed(blank, changes, hand), vouched)
    return this.#write(entry, 0, 'created', clerk, announcementOf(this.#parts, entry, hand.now))
  }

  /**
   * @param revision the one that the clerk saw
   * @throws QiaoError `conflict` with the revision as it is now and its author, `not_found`, `bad_request`
   */
  async edit(
    id: string,
    revision: number,
    changes: BoardChanges,
    clerk: StaffMember,
    vouched?: Vouched,
  ): Promise<BoardEntry> {
    const { revision: is, ...before } = await this.#find(id)
    const hand = this.#hand(before.community, clerk)
    const entry = withVouched(changed(before, changes, hand), vouched)
    const news = isNews(before, entry) && is === revision
    const announce = news ? announcementOf(this.#parts, entry, hand.now) : undefined
    return this.#write(entry, revision, kindOfChange(before, entry), clerk, announce)
  }

  /** “刚催过”, and with whom, how and a photo. @throws QiaoError `not_found`, `bad_request` */
  async addStep(
    id: string,
    step: NewStep,
    tell: boolean,
    clerk: StaffMember,
    { vouched, photo }: { vouched?: Vouched; photo?: StaffFile } = {},
  ): Promise<BoardEntry> {
    const kept = photo && { ...photo, id: this.#parts.newId() }
    for (let attempt = 1; ; attempt++) {
      const { revision, ...before } = await this.#find(id)
      const hand = this.#hand(before.community, clerk)
      const entry = withVouched(withStep(before, withPhoto(step, kept), hand), vouched)
      const line = entry.log.find((one) => !before.log.includes(one))
      const announce = tell ? announcementOf(this.#parts, entry, hand.now, line) : undefined
      try {
        return await this.#write(entry, revision, 'step', clerk, announce, kept)
      } catch (error) {
        const lost = error instanceof QiaoError && error.code === 'conflict'
        if (!lost || attempt === ATTEMPTS) throw error
      }
    }
  }

  async #write(
    entry: StatusEntry,
    expected: number,
    change: BoardChangeKind,
    { name: author }: StaffMember,
    announce: Announcement | undefined,
    photo?: BoardWrite['photo'],
  ): Promise<BoardEntry> {
    const { store, live, wake } = this.#parts
    const more = { ...(announce && { announce }), ...(photo && { photo }) }
    const result = await store.board.write({ entry, expected, author, change, ...more })
    switch (result.kind) {
      case 'unknown':
        throw new QiaoError('not_found', 'no such entry')
      case 'stale': {
        const details = { revision: result.entry.revision, ...(result.author && { author: result.author }) }
        throw new QiaoError('conflict', 'somebody changed it meanwhile', { details })
      }
      case 'written':
        live.publish('desk', { kind: 'board', entryId: entry.id })
        if (result.told > 0) wake()
        return result.entry
      default:
        return result satisfies never
    }
  }

  async #find(id: string): Promise<BoardEntry> {
    const entry = await this.#parts.store.board.find(id)
    if (!entry) throw new QiaoError('not_found', `no entry ${id}`)
    return entry
  }

  #community(wanted: string | undefined): string {
    const { communities } = this.#parts
    const community = wanted ?? communities[0] ?? ''
    if (communities.includes(community)) return community
    const details = { field: 'community', detail: 'no such compound' }
    throw new QiaoError('bad_request', `no compound ${community}`, { details })
  }

  #hand(community: string, { name }: StaffMember): Hand {
    const now = this.#parts.clock.now()
    return { name, now, today: this.#parts.hours.today(community, now) }
  }
}

function withPhoto({ urged, ...step }: NewStep, photo: BoardWrite['photo']): NewStep {
  if (!urged) return step
  if (!photo) return { ...step, urged }
  const { id, name, type, content } = photo
  return { ...step, urged: { ...urged, file: { id, name, type, size: content.byteLength } } }
}
