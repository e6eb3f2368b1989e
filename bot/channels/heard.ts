/** A file that still lies with the platform. */
export interface FileAtPlatform {
  /** The platform's name for it, good for three days. */
  mediaId: string
  kind: 'image' | 'voice' | 'file'
  name?: string
}

/** What one item of a platform says, in terms of all of them. Times are ISO 8601. */
export type Heard =
  | {
      kind: 'message'
      at: string
      text: string
      /** Value of the menu item that was tapped. */
      choice?: string
      /** Place of the choice that was tapped, under the message of this seq. */
      menu?: { seq: number; index: number }
      /** By tapping alone, which lets us answer for a moment only. */
      tapped?: true
      file?: FileAtPlatform
      /** Where there is neither text nor file: how it is to be answered. */
      unreadable?: 'photo' | 'voice'
    }
  /** Follows us, or comes in; `scene` is what the scanned code stands for. `greeted`: we may not greet again. */
  | { kind: 'came'; at: string; scene?: string; greeting?: { code: string; until: string }; greeted?: true }
  | { kind: 'scanned'; at: string; scene: string }
  | { kind: 'left'; at: string }
  /** What a person of ours said in the platform's own client. */
  | { kind: 'staff'; author: string; text: string }
  /** What we sent under this key did not arrive. */
  | { kind: 'undelivered'; key: string }
  /** Words of knowledge/replies for the staff who have the ticket. */
  | { kind: 'note'; words: string }
  | { kind: 'nothing' }
