import type { ErrorCode } from '../../bot/errors.ts'
import type { Example } from '../types.ts'
import type { Nearness } from './nearness.ts'

/** What the encoder's thread is started with. */
export interface Work {
  /** The model folder. */
  dir: string
  /** Where the examples' vectors are kept. */
  keepIn: string
  examples: readonly Example[]
}

export interface Question {
  id: number
  text: string
}

/** An error on its way between threads, which would lose its code. */
export interface Failure {
  message: string
  code?: ErrorCode
}

/**
 * What the thread says: `loaded`, or `failed` and it ends; then `ready` once the examples are encoded; then an answer
 * to each question.
 */
export type Said =
  | { kind: 'loaded' }
  | { kind: 'failed'; failure: Failure }
  | { kind: 'ready' }
  | { kind: 'answer'; id: number; nearness: Nearness[] }
  | { kind: 'no_answer'; id: number; failure: Failure }
