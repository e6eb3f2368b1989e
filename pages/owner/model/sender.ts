import type { Attachment } from '../../../bot/types.ts'
import { ProblemError } from '../../shared/api/problem.ts'
import { newId } from '../../shared/newId.ts'
import type { SendAnswer } from './ownerApi.ts'
import { withMessages, withOutgoing, withState } from './state.ts'
import type { Outgoing } from './view.ts'
import type { ViewStore } from './viewStore.ts'

export interface SenderPorts {
  store: ViewStore
  /** Undefined while no conversation is open; the message waits for it. */
  send(entry: Outgoing): Promise<SendAnswer> | undefined
  /** The server has the message and the bot is still thinking. */
  onThinking(): void
  onProblem(problem: ProblemError): void
  /** Does it so many milliseconds later. */
  later(job: () => void, ms: number): void
}

/** Nobody who waits for an answer wants to wait longer for the next try, whatever the server says. */
const LONGEST_PAUSE_MS = 60_000

/** Shows what the owner writes at once, sends it, and keeps it until the server has it. */
export class Sender {
  private readonly ports: SenderPorts
  private resending = false
  /** The server has more to do than it can, and has said when to come again. */
  private paused = false

  constructor(ports: SenderPorts) {
    this.ports = ports
  }

  send(text: string, choice?: string, attachments: Attachment[] = []): void {
    const { store } = this.ports
    const { messages } = store.view
    const entry: Outgoing = {
      clientMessageId: newId(),
      text,
      ...(choice ? { choice } : {}),
      ...(attachments.length ? { attachments } : {}),
      after: messages[messages.length - 1]?.seq ?? 0,
      createdAt: new Date().toISOString(),
      sending: false,
    }
    // What was written before and still waits goes out first; but to a server that is busy the new one is shown at once,
    // since it takes an emergency all the same, and it alone knows one.
    const behind = !store.view.online || (store.view.outbox.some(isWaiting) && !this.paused)
    store.change((view) => ({ ...view, outbox: [...view.outbox, entry], rating: 'none', renewed: false }))
    void (behind ? this.resendWaiting() : this.deliver(entry))
  }

  retry(clientMessageId: string): void {
    const entry = this.ports.store.view.outbox.find((one) => one.clientMessageId === clientMessageId)
    if (!entry || entry.sending) return
    void (isWaiting(entry) && !this.paused ? this.resendWaiting() : this.deliver(entry))
  }

  /** Takes back a message that was not sent. */
  discard(clientMessageId: string): void {
    this.ports.store.change((view) => withOutgoing(view, clientMessageId, () => undefined))
  }

  /** What waits goes out one after the other, in the order in which it was written, until one does not get through. */
  async resendWaiting(): Promise<void> {
    if (this.resending || this.paused) return
    this.resending = true
    try {
      for (let next = this.firstWaiting(); next; next = this.firstWaiting()) {
        if (!(await this.deliver(next))) return
      }
    } finally {
      this.resending = false
    }
  }

  private firstWaiting(): Outgoing | undefined {
    return this.ports.store.view.outbox.find(isWaiting)
  }

  /** False when it still waits. */
  private async deliver(entry: Outgoing): Promise<boolean> {
    const { store, send, onThinking, onProblem } = this.ports
    const id = entry.clientMessageId
    try {
      const answer = send(entry)
      if (!answer) return false
      store.change((view) =>
        withOutgoing(view, id, ({ failure: _, passing: __, goesAgain: ___, ...rest }) => ({
          ...rest,
          sending: true,
        })),
      )
      const { message, replies, state } = await answer
      store.change((view) => {
        const sent = withOutgoing(view, id, () => undefined)
        return withState(withMessages(sent, [message, ...replies]), state)
      })
      if (!replies.length && state.stage === 'bot') onThinking()
      if (this.paused) this.goOn()
      return true
    } catch (error) {
      const problem = asProblem(error)
      this.failed(id, problem)
      if (problem.passing && problem.retryAfterMs) this.pauseFor(problem.retryAfterMs)
      onProblem(problem)
      return !problem.passing
    }
  }

  private pauseFor(ms: number): void {
    if (this.paused) return
    this.paused = true
    this.ports.later(() => this.goOn(), Math.min(ms, LONGEST_PAUSE_MS))
  }

  private goOn(): void {
    this.paused = false
    void this.resendWaiting()
  }

  private failed(id: string, { title, passing, retryAfterMs, body }: ProblemError): void {
    const emergency = (body.emergency as { text?: unknown } | undefined)?.text
    this.ports.store.change((view) =>
      withOutgoing(view, id, (entry) => ({
        ...entry,
        sending: false,
        failure: title,
        passing,
        ...(passing && retryAfterMs && { goesAgain: true }),
        ...(typeof emergency === 'string' ? { emergency } : {}),
      })),
    )
  }
}

/** Not refused: it goes out by itself when the line is back. */
const isWaiting = ({ sending, passing }: Outgoing) => !sending && passing !== false

const asProblem = (error: unknown) =>
  error instanceof ProblemError ? error : new ProblemError('unreadable', '', 0, {}, { cause: error })
