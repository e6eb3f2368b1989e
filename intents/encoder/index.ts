import { CircuitState, ConsecutiveBreaker, circuitBreaker, handleAll, TimeoutStrategy, timeout, wrap } from 'cockatiel'
import type { SecondOpinion } from '../../bot/types.ts'
import type { Example } from '../types.ts'
import { EncoderThread } from './client.ts'
import { clearlyNearest } from './nearness.ts'

export interface EncoderOptions {
  /** A folder with `model.onnx` and `tokenizer.json` of a sentence encoder whose tokens are averaged. */
  dir: string
  /** Where the examples' vectors are kept; whatever else is in that folder goes. */
  keepIn: string
  /** Of the knowledge, also of what is outside. */
  examples: readonly Example[]
  report(error: unknown): void
}

/** A running encoder. */
export interface EncoderOpinion {
  /** Gives no opinion until the examples are encoded. */
  opinion: SecondOpinion
  /** Settles when they are; rejects when that failed, which is reported too. */
  ready: Promise<void>
  stop(): Promise<void>
}

/** An owner waits no longer than this for an opinion. */
const TIME_LIMIT_MS = 800
/** Failures in a row after which it is left alone for a while, so that what is late does not pile up. */
const FAILURES = 3
const REST_MS = 30_000

/**
 * Starts a sentence encoder of the operator's own, for messages that we are not sure of: it chooses the intent whose
 * examples mean nearly the same. The examples are encoded meanwhile, once for a model and a set of examples.
 * @throws QiaoError `bad_setting` when the folder or the model in it is not right
 */
export async function startEncoder({ report, ...work }: EncoderOptions): Promise<EncoderOpinion> {
  const thread = new EncoderThread(work)
  await thread.loaded
  const state = { ready: false, stopped: false }
  const ready = thread.ready.then(() => {
    state.ready = true
  })
  ready.catch((error: unknown) => {
    if (!state.stopped) report(error)
  })
  return {
    opinion: opinionOf(thread, () => state.ready, report),
    ready,
    stop: () => {
      state.stopped = true
      return thread.stop()
    },
  }
}

function opinionOf(thread: EncoderThread, ready: () => boolean, report: EncoderOptions['report']): SecondOpinion {
  const breaker = circuitBreaker(handleAll, { halfOpenAfter: REST_MS, breaker: new ConsecutiveBreaker(FAILURES) })
  const policy = wrap(breaker, timeout(TIME_LIMIT_MS, TimeoutStrategy.Aggressive))
  return async (text, candidates) => {
    if (!candidates.length || !ready() || breaker.state === CircuitState.Open) return undefined
    try {
      const nearness = await policy.execute(() => thread.nearness(text))
      return clearlyNearest(
        nearness,
        candidates.map(({ intent }) => intent),
      )
    } catch (error) {
      report(error)
      return undefined
    }
  }
}
