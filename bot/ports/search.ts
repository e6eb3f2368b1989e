/** Cuts texts into the words under which they are found; `intents` has it, and the record is given it. */
export interface SearchWords {
  /** Of a message: Chinese words with the shorter words in them and their characters, stems of English words, numbers. */
  ofText(text: string): string[]
  /** Of what a clerk looks for, in order; the last may still be being typed. */
  ofQuery(query: string): string[]
}

export interface SearchStore {
  /** Takes up to `limit` older messages, that no index holds yet, into the index; gives how many there were. */
  catchUp(limit: number): Promise<number>
}
