/** The label of an example that belongs to none of the intents. */
export const OUT_OF_SCOPE = 'out_of_scope'

export interface Example {
  text: string
  /** An intent id, or `out_of_scope`. */
  intent: string
}
