import type { Attachment } from '../types.ts'

/** A file with its content. */
export interface AttachedFile extends Attachment {
  content: Uint8Array
}

/** `full`: as many as a day allows; the next one is taken from `until` on. */
export type FileAdded = { kind: 'stored'; id: string } | { kind: 'full'; until: string }

export interface AttachmentStore {
  /**
   * Keeps what an owner uploads, or with `staffId` that member of staff, until a message of theirs takes it up; what
   * none has taken up after a day goes when the next one comes. Owner and staff each have a day's number of their own.
   */
  add(
    conversationId: string,
    file: { name: string; type: string; content: Uint8Array },
    staffId?: string,
  ): Promise<FileAdded>
  /** Undefined also for another conversation's, and for what staff have not sent yet. */
  ofConversation(conversationId: string, id: string): Promise<AttachedFile | undefined>
  /** For staff: what was sent with a message, or what a colleague or repairer photographed. */
  sent(id: string): Promise<AttachedFile | undefined>
  /** Of which compound it is. */
  communityOf(id: string): Promise<string | undefined>
}
