import type {
  Bill,
  BoardChanges,
  BoardEntry,
  BoardRevision,
  Home,
  ImportCounts,
  ImportedOrder,
  Incident,
  NewBoardEntry,
  NewStep,
  OrderImportCounts,
  RowError,
  Slots,
  UrgeWay,
  Words,
  WorkOrder,
  WorkOrderState,
} from '../../bot/types.ts'

/** The ways to the server, for a session. */
export interface Lines {
  get<Answer>(path: string): Promise<Answer>
  post<Answer>(path: string, body?: unknown): Promise<Answer>
  patch<Answer>(path: string, body: unknown): Promise<Answer>
  upload<Answer>(path: string, form: FormData): Promise<Answer>
  remove(path: string): Promise<void>
}

export interface Board {
  entries: BoardEntry[]
  topics: { id: string; title: Words }[]
}

/** What lets a text out that promises something. */
export interface Vouching {
  /** The token of the warning. */
  confirm?: string
  /** Id of a status entry or number of a work order. */
  record?: string
}

/** Somebody outside was urged; `answer` empty: none. */
export interface NewUrging {
  party: string
  how: UrgeWay
  answer: string
}

export const boardCalls = ({ get, post, patch, upload }: Lines) => ({
  /** `community` empty: the installation's first. */
  read: (community: string) => get<Board>(`status-board${query({ community })}`),
  create: (entry: NewBoardEntry, vouching: Vouching = {}) =>
    post<BoardEntry>('status-board', { ...entry, ...vouching }),
  /** `revision`: the one that the clerk saw. */
  edit: (id: string, revision: number, changes: BoardChanges, vouching: Vouching = {}) =>
    patch<BoardEntry>(`status-board/${encodeURIComponent(id)}`, { revision, ...changes, ...vouching }),
  addStep: (id: string, step: NewStep, tellSubscribers: boolean, vouching: Vouching = {}) =>
    post<BoardEntry>(`status-board/${encodeURIComponent(id)}/steps`, { ...step, tellSubscribers, ...vouching }),
  urge: (id: string, { answer, ...urging }: NewUrging, photo: File | undefined, vouching: Vouching = {}) => {
    const path = `status-board/${encodeURIComponent(id)}/urgings`
    const body = { ...urging, ...(answer && { answer }), ...vouching }
    if (!photo) return post<BoardEntry>(path, body)
    const form = new FormData()
    for (const [name, value] of Object.entries(body)) form.set(name, value)
    form.set('file', photo)
    return upload<BoardEntry>(path, form)
  },
  /** Words for the owners' group; what they promise without a record is to go first. */
  groupNotice: (id: string) =>
    get<{ text: Words; phrases: string[]; stale: boolean }>(`status-board/${encodeURIComponent(id)}/group-notice`),
  revisions: (id: string) => get<{ revisions: BoardRevision[] }>(`status-board/${encodeURIComponent(id)}/revisions`),
})

export interface HomeRow {
  id: string
  community: string
  home: Home
  owner?: string
  phonesMasked: string[]
  /** ISO date. */
  handedOverOn?: string
  /** 1/100 yuan; less than nothing where more was paid. */
  owedFen: number
}

export interface HomeFile extends HomeRow {
  bills: Bill[]
  /** Of the system that the company had before. */
  orders: ImportedOrder[]
}

export type ImportKind = 'homes' | 'orders'

/** Of homes and bills, or of orders. */
export interface Imported extends Partial<ImportCounts>, Partial<OrderImportCounts> {
  dryRun: boolean
  rows: number
  /** Which headers were taken for which field. */
  columns: Record<string, string[]>
  /** Headers that were not understood. */
  ignored: string[]
  /** The first hundred. */
  errors: RowError[]
  errorCount: number
}

export const homeCalls = ({ get, post, upload }: Lines) => ({
  compounds: () => get<{ communities: { id: string; name: Words }[] }>('communities'),
  list: (q: string, community: string, page: number) =>
    get<{ homes: HomeRow[]; total: number }>(`homes${query({ q, community, page: page > 1 ? page : '' })}`),
  read: (id: string) => get<HomeFile>(`homes/${encodeURIComponent(id)}`),
  /** The code is told this once. */
  makeCode: (id: string) => post<{ code: string; expiresAt: string }>(`homes/${encodeURIComponent(id)}/code`),
  import: (kind: ImportKind, form: FormData, dryRun: boolean) =>
    upload<Imported>(`imports${query({ kind, dryRun: dryRun ? '1' : '' })}`, form),
})

export interface OrderQuery {
  state: string
  community: string
  q: string
  page?: number
}

export interface OpenOrder extends WorkOrder {
  /** Where it can go from here. */
  moves: WorkOrderState[]
  reports: { conversationId: string; slots: Slots; since: string }[]
  /** 1 to 5, the last one first. */
  ratings: { conversationId: string; score: number; at: string }[]
}

export interface Move {
  state: WorkOrderState
  /** ISO 8601; of `scheduled` alone. */
  scheduledFor?: string
  worker?: string
  note?: string
}

/** What a clerk says to everybody at once, with what vouches for it. */
export interface Answer extends Vouching {
  text: string
}

/** Work orders as a file for spreadsheets; opened by the browser itself. */
export const exportAddress = ({ state, community, q }: OrderQuery): string =>
  `/api/desk/work-orders/export.csv${query({ state, community, q })}`

export const orderCalls = ({ get, post }: Lines) => ({
  list: ({ state, community, q, page = 1 }: OrderQuery) =>
    get<{ workOrders: WorkOrder[]; total: number }>(
      `work-orders${query({ state, community, q, page: page > 1 ? page : '' })}`,
    ),
  read: (number: string) => get<OpenOrder>(`work-orders/${encodeURIComponent(number)}`),
  reveal: (number: string, conversationId: string) =>
    post<{ slots: Slots }>(`work-orders/${encodeURIComponent(number)}/reveal`, { conversationId }),
  move: (number: string, move: Move) => post<OpenOrder>(`work-orders/${encodeURIComponent(number)}/move`, move),
  urge: (number: string, note: string) =>
    post<OpenOrder>(`work-orders/${encodeURIComponent(number)}/urge`, note ? { note } : {}),
  incidents: () => get<{ incidents: Incident[] }>('incidents?open=1'),
  answerIncident: (id: string, answer: Answer) =>
    post<{ incident: Incident; told: number }>(`incidents/${encodeURIComponent(id)}/answer`, answer),
  closeIncident: (id: string) => post<Incident>(`incidents/${encodeURIComponent(id)}/close`),
})

/** What is empty is left out. */
export function query(fields: Record<string, string | number>): string {
  const given = Object.entries(fields).filter(([, value]) => value !== '')
  const text = new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)])).toString()
  return text ? `?${text}` : ''
}
