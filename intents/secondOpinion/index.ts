import {
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleAll,
  type IPolicy,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel'
import type { Candidate, SecondOpinion } from '../../bot/types.ts'
import { maskPersonal } from '../entities/index.ts'
import { maskNames } from './names.ts'
import { messagesFor, readChoice } from './prompt.ts'

export interface SecondOpinionOptions {
  /** Of an OpenAI-compatible server that the operator runs: `http://127.0.0.1:11434/v1`. */
  baseUrl: string
  model: string
  apiKey?: string
  report(error: unknown): void
}

/** An owner waits no longer than this for a second opinion. */
const TIME_LIMIT_MS = 800
/** Failures in a row after which the server is left alone for a while. */
const FAILURES = 3
const REST_MS = 30_000
/** A choice is a few characters; a server that sends more is not answering the question. */
const MOST_BYTES = 64 * 1024

/**
 * Lets a language model choose among our own candidates, for messages that we are not sure of. It never writes a word
 * that an owner reads; what can't be read as a choice, comes late or fails counts as no opinion.
 */
export function secondOpinion(options: SecondOpinionOptions): SecondOpinion {
  const breaker = circuitBreaker(handleAll, { halfOpenAfter: REST_MS, breaker: new ConsecutiveBreaker(FAILURES) })
  const policy = wrap(breaker, timeout(TIME_LIMIT_MS, TimeoutStrategy.Aggressive))
  return async (text, candidates) => {
    if (!candidates.length || breaker.state === CircuitState.Open) return undefined
    try {
      return await ask(policy, options, maskNames(maskPersonal(text)), candidates)
    } catch (error) {
      options.report(error)
      return undefined
    }
  }
}

async function ask(
  policy: IPolicy,
  options: SecondOpinionOptions,
  masked: string,
  candidates: Candidate[],
): Promise<string | undefined> {
  const answer = await policy.execute(({ signal }) => call(options, masked, candidates, signal))
  const choice = readChoice(answer, candidates.length)
  return choice === undefined ? undefined : candidates[choice]?.intent
}

async function call(
  options: SecondOpinionOptions,
  masked: string,
  candidates: Candidate[],
  signal: AbortSignal,
): Promise<unknown> {
  const response = await fetch(`${options.baseUrl.replace(/\/$/, '')}/chat/completions`, {
    method: 'POST',
    signal,
    redirect: 'error',
    headers: {
      'content-type': 'application/json',
      ...(options.apiKey ? { authorization: `Bearer ${options.apiKey}` } : {}),
    },
    body: JSON.stringify({
      model: options.model,
      temperature: 0,
      max_tokens: 8,
      messages: messagesFor(masked, candidates),
    }),
  })
  if (!response.ok) throw new Error(`the model server answered ${response.status}`)
  return JSON.parse(await readShort(response)) as unknown
}

async function readShort(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.length
    if (size > MOST_BYTES) throw new Error('the model server sent more than an answer')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
