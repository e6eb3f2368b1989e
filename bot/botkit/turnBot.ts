import { type BotAdapter, type ConversationReference, type Storage, TurnContext } from 'botbuilder'
import { DialogTurnStatus } from 'botbuilder-dialogs'
import { Botkit, type BotkitMessage, type BotWorker } from 'botkit'
import { KeyedQueue } from '../queue.ts'

/** What Botkit 4.15 has and its types call private; its own handleTurn uses the same. */
interface Inside {
  conversationState: { getStorageKey(context: TurnContext): string }
  listenForInterrupts(bot: BotWorker, message: BotkitMessage): Promise<unknown>
  listenForTriggers(bot: BotWorker, message: BotkitMessage): Promise<unknown>
}

type Middleware = { run(bot: BotWorker, message: BotkitMessage, done: (error: unknown) => void): void }

/**
 * Botkit 4.15's own `handleTurn` has two defects: a handler or a storage write that throws leaves it unsettled and the
 * rejection ends the process; and nothing keeps two turns of a conversation apart. This one awaits every step, so that
 * an error reaches the caller, and takes one turn of a conversation at a time.
 */
export class TurnBot extends Botkit {
  readonly #queue = new KeyedQueue()
  readonly #inside = this as unknown as Inside

  constructor(adapter: BotAdapter, storage: Storage) {
    super({ adapter, storage, disable_webserver: true, disable_console: true })
  }

  /** The key under which Botkit reads and writes the dialog state of this turn's conversation. */
  stateKey(context: TurnContext): string {
    return this.#inside.conversationState.getStorageKey(context)
  }

  override handleTurn(context: TurnContext): Promise<void> {
    return this.#queue.run(context.activity.conversation.id, () => this.#takeTurn(context))
  }

  async #takeTurn(context: TurnContext): Promise<void> {
    const message = messageOf(context)
    context.turnState.set('botkitMessage', message)
    const dialog = await this.dialogSet.createContext(context)
    const bot = await this.spawn(dialog)
    await runMiddleware(this.middleware.ingest, bot, message)
    await runMiddleware(this.middleware.receive, bot, message)
    // False means that no interrupt took the message.
    if ((await this.#inside.listenForInterrupts(bot, message)) === false) {
      const result = await dialog.continueDialog()
      if (result.status === DialogTurnStatus.empty) await this.#hear(bot, message)
    }
    await this.saveState(bot)
  }

  /** In place of Botkit's `processTriggersAndEvents`, which a handler that throws leaves unsettled as well. */
  async #hear(bot: BotWorker, message: BotkitMessage): Promise<void> {
    await runMiddleware(this.middleware.interpret, bot, message)
    if ((await this.#inside.listenForTriggers(bot, message)) === false) await this.trigger(message.type, bot, message)
  }
}

function runMiddleware(ware: unknown, bot: BotWorker, message: BotkitMessage): Promise<void> {
  return new Promise((resolve, reject) => {
    ;(ware as Middleware).run(bot, message, (error) => (error ? reject(error) : resolve()))
  })
}

function messageOf(context: TurnContext): BotkitMessage {
  const { activity } = context
  return {
    ...activity.channelData,
    type: activity.type,
    user: activity.from.id,
    text: activity.text,
    channel: activity.conversation.id,
    value: activity.value,
    reference: TurnContext.getConversationReference(activity) as ConversationReference,
    context,
    incoming_message: activity,
  }
}
