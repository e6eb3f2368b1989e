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
}

/** Shows what the owner writes at once, sends it, and keeps it until the server has it. */
export class Sender {
  private readonly ports: SenderPorts
  private resending = false

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
    // What was written before and still waits goes out first.
    const behind = !store.view.online || store.view.outbox.some(isWaiting)
    store.change((view) => ({ ...view, outbox: [...view.outbox, entry], rating: 'none', renewed: false }))
    void (behind ? this.resendWaiting() : this.deliver(entry))
  }

  retry(clientMessageId: string): void {
    const entry = this.ports.store.view.outbox.find((one) => one.clientMessageId === clientMessageId)
    if (!entry || entry.sending) return
    void (isWaiting(entry) ? this.resendWaiting() : this.deliver(entry))
  }

  /** Takes back a message that was not sent. */
  discard(clientMessageId: string): void {
    this.ports.store.change((view) => withOutgoing(view, clientMessageId, () => undefined))
  }

  /** What waits goes out one after the other, in the order in which it was written, until one does not get through. */
  async resendWaiting(): Promise<void> {
    if (this.resending) return
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
        withOutgoing(view, id, ({ failure: _, passing: __, ...rest }) => ({ ...rest, sending: true })),
      )
      const { message, replies, state } = await answer
      store.change((view) => {
        const sent = withOutgoing(view, id, () => undefined)
        return withState(withMessages(sent, [message, ...replies]), state)
      })
      if (!replies.length && state.stage === 'bot') onThinking()
      return true
    } catch (error) {
      const problem = asProblem(error)
      this.failed(id, problem)
      onProblem(problem)
      return !problem.passing
    }
  }

  private failed(id: string, { title, passing, body }: ProblemError): void {
    const emergency = (body.emergency as { text?: unknown } | undefined)?.text
    this.ports.store.change((view) =>
      withOutgoing(view, id, (entry) => ({
        ...entry,
        sending: false,
        failure: title,
        passing,
        ...(typeof emergency === 'string' ? { emergency } : {}),
      })),
    )
  }
}

/** Not refused: it goes out by itself when the line is back. */
const isWaiting = ({ sending, passing }: Outgoing) => !sending && passing !== false

const asProblem = (error: unknown) =>
  error instanceof ProblemError ? error : new ProblemError('unreadable', '', 0, {}, { cause: error })
