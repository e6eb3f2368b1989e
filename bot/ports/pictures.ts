/** A picture as it is kept. */
export interface KeptPicture {
  id: string
  type: string
  content: Uint8Array
}

/** Pictures wherever they are kept, for what goes over all of them. */
export interface PictureStore {
  /** In the order of their ids, the first one after `id`; undefined when there is none left. */
  after(id: string): Promise<KeptPicture | undefined>
  /** Takes the place of the content; the id, and with it every link, stays. */
  replace(id: string, content: Uint8Array): Promise<void>
}
