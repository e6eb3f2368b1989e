import type { Form, Outcome, Turn } from '../types.ts'

/** What the dialog runtime is told to do, in our own words. Nothing outside this folder knows Botkit. */
export interface DialogScript {
  /** Come before an open form, in this order. */
  interrupts: { when(turn: Turn): boolean; handle(turn: Turn): Promise<Outcome> }[]
  continueForm(form: Form, turn: Turn): Promise<Outcome>
  /** Every message that no form takes. */
  hear(turn: Turn): Promise<Outcome>
}

export interface Thought {
  outcome: Outcome
  /** The runtime's state, to be kept with the conversation and given back with its next message. */
  dialog: unknown
}
