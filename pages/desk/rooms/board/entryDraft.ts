import type { BoardChanges, BoardEntry, NewBoardEntry, NewStep, StatusStep, Words } from '../../../../bot/types.ts'

/** An entry as it stands in the form: empty fields are words that there are none of. */
export interface EntryDraft {
  /** Topic and place are of new entries alone. */
  topic: string
  building: string
  unit: string
  state: WordsDraft
  blockedBy: WordsDraft
  nextActor: WordsDraft
  announced: WordsDraft
  announcedSource: WordsDraft
  staleAfterHours: string
  source: string
}

/** `en` empty: English readers get the Chinese. */
export interface WordsDraft {
  zh: string
  en: string
}

export type WordsField = 'state' | 'blockedBy' | 'nextActor' | 'announced' | 'announcedSource'

const NONE: WordsDraft = { zh: '', en: '' }
const STALE_HOURS = 72

export const emptyDraft = (topic: string): EntryDraft => ({
  topic,
  building: '',
  unit: '',
  state: NONE,
  blockedBy: NONE,
  nextActor: NONE,
  announced: NONE,
  announcedSource: NONE,
  staleAfterHours: String(STALE_HOURS),
  source: '',
})

export function draftOf(entry: BoardEntry): EntryDraft {
  const { topic, scope, state, blockedBy, nextActor, announced, staleAfterHours } = entry
  return {
    topic,
    building: scope.building ?? '',
    unit: scope.unit ?? '',
    state: wordsDraft(state),
    blockedBy: wordsDraft(blockedBy),
    nextActor: wordsDraft(nextActor),
    announced: wordsDraft(announced?.text),
    announcedSource: wordsDraft(announced?.source),
    staleAfterHours: String(staleAfterHours),
    source: '',
  }
}

const wordsDraft = (words: Words | undefined): WordsDraft =>
  words ? { zh: words.zh, en: words.en === words.zh ? '' : words.en } : NONE

export type DraftFault = 'state' | 'announcedSource' | 'announced' | 'staleAfterHours' | 'building'

/** What keeps the form from being sent. */
export function faultsOf(draft: EntryDraft): DraftFault[] {
  const hours = Number(draft.staleAfterHours)
  const said = (field: WordsField) => draft[field].zh.trim() !== ''
  return [
    ...(said('state') ? [] : ['state' as const]),
    ...(said('announced') && !said('announcedSource') ? ['announcedSource' as const] : []),
    ...(said('announcedSource') && !said('announced') ? ['announced' as const] : []),
    ...(hours > 0 && hours <= 10_000 ? [] : ['staleAfterHours' as const]),
    ...(draft.unit.trim() && !draft.building.trim() ? ['building' as const] : []),
  ]
}

/** English that was said before the Chinese changed. */
export const isEnglishOld = (before: WordsDraft, now: WordsDraft): boolean =>
  now.en !== '' && now.en === before.en && now.zh !== before.zh

const toSend = ({ zh, en }: WordsDraft): Words => ({ zh: zh.trim(), en: en.trim() || zh.trim() })
const isSame = (a: WordsDraft, b: WordsDraft) => a.zh.trim() === b.zh.trim() && a.en.trim() === b.en.trim()

/** What the clerk changed in the form; the rest stays as it is, whoever changes it meanwhile. */
export function changesOf(before: EntryDraft, now: EntryDraft): BoardChanges {
  const changed = (field: WordsField) => !isSame(before[field], now[field])
  const orNone = (field: WordsField) => (now[field].zh.trim() ? toSend(now[field]) : null)
  const announced = now.announced.zh.trim()
    ? { text: toSend(now.announced), source: toSend(now.announcedSource) }
    : null
  return {
    ...(changed('state') ? { state: toSend(now.state) } : {}),
    ...(changed('blockedBy') ? { blockedBy: orNone('blockedBy') } : {}),
    ...(changed('nextActor') ? { nextActor: orNone('nextActor') } : {}),
    ...(changed('announced') || changed('announcedSource') ? { announced } : {}),
    ...(before.staleAfterHours === now.staleAfterHours ? {} : { staleAfterHours: Number(now.staleAfterHours) }),
    ...(now.source.trim() ? { source: toSend({ zh: now.source, en: '' }) } : {}),
  }
}

function scopeOf({ building, unit }: EntryDraft) {
  return {
    ...(building.trim() ? { building: building.trim() } : {}),
    ...(unit.trim() ? { unit: unit.trim() } : {}),
  }
}

export function newEntryOf(draft: EntryDraft, community: string): NewBoardEntry {
  const { scope: _, state: __, ...changes } = changesOf(emptyDraft(draft.topic), draft)
  return {
    ...changes,
    ...(community ? { community } : {}),
    topic: draft.topic,
    state: toSend(draft.state),
    scope: scopeOf(draft),
  }
}

const asNew = ({ day, text, by, source, urging }: StatusStep): NewStep => ({
  ...{ day, text, by },
  ...(source ? { source } : {}),
  ...(urging === undefined ? {} : { urging }),
})

/** A step can be taken back as long as it is the last thing that happened to the entry. */
export const isUndoable = (before: BoardEntry, now: BoardEntry): boolean => now.revision === before.revision + 1

/** Puts the log, its time and source back to what they were. */
export const undoStep = ({ log, asOf, source }: BoardEntry): BoardChanges => ({ log: log.map(asNew), asOf, source })
