import { type Activity, TurnContext } from 'botbuilder'
import { BotkitConversation, type BotkitDialogWrapper, type BotkitMessage, type BotWorker } from 'botkit'
import type { Form, Outcome, Turn } from '../types.ts'
import { SilentAdapter } from './adapter.ts'
import type { DialogScript, Thought } from './script.ts'
import { TurnStorage } from './storage.ts'
import { TurnBot } from './turnBot.ts'

const FORM = 'form'

/** A turn under way: what it was given and what came of it. */
interface Pending {
  turn: Turn
  outcome?: Outcome
}

/**
 * The dialog runtime: Botkit's interrupts, dialog stack and triggers over our turns. It sends nothing and stores
 * nothing; outcome and state go back to the caller, who commits both in one transaction.
 */
export class DialogRuntime {
  readonly #bot: TurnBot
  readonly #adapter = new SilentAdapter()
  readonly #storage = new TurnStorage()

  constructor(script: DialogScript) {
    this.#bot = new TurnBot(this.#adapter, this.#storage)
    for (const interrupt of script.interrupts) addInterrupt(this.#bot, interrupt)
    this.#bot.hears(
      async () => true,
      'message',
      async (bot, message) => {
        const pending = pendingOf(message)
        pending.outcome = await script.hear(pending.turn)
        if (pending.outcome.form) await bot.beginDialog(FORM, { form: pending.outcome.form })
      },
    )
    this.#bot.addDialog(formDialog(this.#bot, script))
  }

  /** @throws whatever a handler threw; nothing of the conversation has changed then */
  async think(turn: Turn): Promise<Thought> {
    const pending: Pending = { turn }
    const context = new TurnContext(this.#adapter, activityOf(pending) as Activity)
    const key = this.#bot.stateKey(context)
    this.#storage.put(key, turn.conversation.memory.dialog)
    try {
      await this.#bot.handleTurn(context)
      if (!pending.outcome) throw new Error(`no handler answered in conversation ${turn.conversation.id}`)
      return { outcome: pending.outcome, dialog: this.#storage.get(key) }
    } finally {
      this.#storage.forget(key)
    }
  }
}

function addInterrupt(bot: TurnBot, { when, handle }: DialogScript['interrupts'][number]): void {
  bot.interrupts(
    async (message) => when(pendingOf(message).turn),
    'message',
    async (worker: BotWorker, message) => {
      const pending = pendingOf(message)
      await worker.cancelAllDialogs()
      pending.outcome = await handle(pending.turn)
    },
  )
}

/** A form is one question asked again and again, until the handler says that it is over. */
function formDialog(bot: TurnBot, script: DialogScript): BotkitConversation {
  const dialog = new BotkitConversation(FORM, bot)
  const answered = {
    default: true,
    handler: async (_answer: string, convo: BotkitDialogWrapper, _bot: BotWorker, message: BotkitMessage) => {
      const pending = pendingOf(message)
      pending.outcome = await script.continueForm(convo.vars.form as Form, pending.turn)
      if (!pending.outcome.form) return convo.stop()
      convo.setVar('form', pending.outcome.form)
      await convo.repeat()
    },
  }
  // The words that owners read are in the outcome; Botkit's templates would run an owner's text through mustache.
  dialog.ask('…', [answered], null)
  return dialog
}

const pendingOf = (message: BotkitMessage): Pending => (message as BotkitMessage & { pending: Pending }).pending

function activityOf(pending: Pending): Partial<Activity> {
  const { conversation, text } = pending.turn
  return {
    type: 'message',
    // A dialog does not go on for an empty text; the handlers read the real one from the turn.
    text: text || ' ',
    channelId: conversation.channel,
    from: { id: 'owner', name: '' },
    recipient: { id: 'bot', name: '' },
    conversation: { id: conversation.id, isGroup: false, conversationType: '', name: '' },
    channelData: { pending },
  }
}
