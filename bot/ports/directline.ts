/** What Direct Line alone needs of the record. */
export interface DirectLineStore {
  /** By seq: what the client called its messages after `after`, by which it knows them again. */
  clientIds(conversationId: string, after: number, limit: number): Promise<Map<number, string>>
  /** The message that the client called so. */
  seqOf(conversationId: string, clientId: string): Promise<number | undefined>
}
