export interface WorkOrderTable {
  id: string
  number: string
  /** Of the one who filed it. */
  conversation_id: string
  community: string
  intent: string
  /** JSON `Slots`. */
  slots: string
  /** JSON `Attachment[]`. */
  attachments: string | null
  state: string
  /** `home` or `common`. */
  place_kind: string | null
  /** The same for the same place. */
  place_key: string | null
  scheduled_for: string | null
  worker: string | null
  /** Number of the one that did not hold. */
  continues: string | null
  created_at: string
  updated_at: string
}

export interface WorkOrderLineTable {
  id: string
  order_id: string
  /** 1, 2, 3… in each work order. */
  position: number
  kind: string
  state: string
  /** Name of the member of staff; null where it was an owner. */
  author: string | null
  scheduled_for: string | null
  worker: string | null
  note: string | null
  /** JSON `Attachment`, of `staff_files`. */
  file: string | null
  at: string
}

export interface WorkOrderFollowerTable {
  order_id: string
  conversation_id: string
  /** JSON `Slots`, in this owner's words. */
  slots: string
  since: string
}

export interface WorkOrderRatingTable {
  order_id: string
  conversation_id: string
  /** 1 to 5. */
  score: number
  at: string
}

export interface WorkOrderPushTable {
  id: string
  number: string
  /** Counts up over all. */
  position: number
  /** JSON, as it is sent. */
  body: string
  /** pending, sent, dead */
  state: string
  attempts: number
  next_at: string
}

export interface ImportedOrderTable {
  id: string
  community: string
  /** Theirs; unique in the compound. */
  number: string
  /** Empty, as unit and room: of a common place. */
  building: string
  unit: string
  room: string
  place: string | null
  category: string | null
  what: string | null
  state: string
  /** In the words of their system. */
  state_words: string
  /** ISO date. */
  opened_on: string
  /** What was done. */
  done: string | null
  worker: string | null
  /** Name of the file. */
  source: string
  file_hash: string
  as_of: string
}

export interface IncidentTable {
  id: string
  community: string
  topic: string
  /** Empty: the whole compound. */
  building: string
  opened_at: string
  updated_at: string
  answer: string | null
  answered_by: string | null
  answered_at: string | null
  /** JSON `Vouched`, of the answer. */
  vouched: string | null
  closed_at: string | null
}

export interface IncidentAskTable {
  id: string
  community: string
  topic: string
  building: string
  conversation_id: string
  asked_at: string
  incident_id: string | null
  /** When this conversation got the staff's answer. */
  told_at: string | null
}

/** Jobs, and troubles of many owners. */
export interface WorkOrderSchema {
  work_orders: WorkOrderTable
  work_order_lines: WorkOrderLineTable
  work_order_followers: WorkOrderFollowerTable
  work_order_ratings: WorkOrderRatingTable
  work_order_pushes: WorkOrderPushTable
  imported_orders: ImportedOrderTable
  incidents: IncidentTable
  incident_asks: IncidentAskTable
}
