export interface HotlineOrderTable {
  id: string
  community: string
  /** As the paper has it; unique in the compound. */
  number: string
  received_at: string
  deadline: string
  /** So many the paper gives, where it gives no date. */
  working_days: number | null
  wanted: string
  intent: string | null
  /** As it was typed. */
  home: string | null
  /** Of the ticket, so that it goes with the conversation. */
  conversation_id: string | null
  ticket_id: string | null
  /** Number. */
  work_order: string | null
  /** open, answered */
  state: string
  /** Name of the member of staff. */
  taken_by: string
  created_at: string
  answer: string | null
  answered_by: string | null
  answered_at: string | null
  /** JSON `Vouched`, of the answer. */
  vouched: string | null
}

/** Matters that the city's hotline passes on. */
export interface HotlineSchema {
  hotline_orders: HotlineOrderTable
}
