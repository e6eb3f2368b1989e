export interface KnowledgeRevisionTable {
  id: string
  path: string
  content: string
  state: string
  version: number
  author: string
  note: string | null
  ticket_id: string | null
  /** JSON `DraftVerdict`. */
  verdict: string | null
  /** What stood in its place when it was published. */
  content_before: string | null
  published_by: string | null
  published_at: string | null
  created_at: string
  updated_at: string
}

export interface AnswerSampleTable {
  id: string
  community: string
  /** ISO date of the week's Monday. */
  week: string
  position: number
  conversation_id: string
  /** Of the owner's message that was answered. */
  seq: number
  /** right, wrong; null: not judged yet. */
  verdict: string | null
  note: string | null
  judged_by: string | null
  judged_at: string | null
}

/** Knowledge as the desk keeps it, and how answers were judged. */
export interface KnowledgeSchema {
  knowledge_revisions: KnowledgeRevisionTable
  answer_samples: AnswerSampleTable
}
