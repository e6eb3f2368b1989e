import type { Form, Handlers, Outcome, Turn } from '../bot/types.ts'
import type { KnowledgeEntry } from '../knowledge/types.ts'
import { answerBill } from './bill.ts'
import type { HandlerKit } from './context.ts'
import { instruct } from './emergency.ts'
import { answerFromKnowledge, answerThenPerson } from './faq.ts'
import { followUp } from './followUp.ts'
import { beginForm, continueForm } from './form.ts'
import { withIncident } from './incident.ts'
import { notSolved } from './notSolved.ts'
import { answerOrders, orderWish, whoComesWhen } from './orders.ts'
import { handToPerson } from './person.ts'
import { answerNotices } from './records.ts'
import { answerFromBoard } from './status.ts'
import { subscribe, wantsReminders } from './subscribe.ts'
import { unreadable, withFiles } from './unreadable.ts'
import { clarify, notUnderstood, outOfScope } from './unsure.ts'
import { answerWarranty } from './warranty.ts'

type Handler = (kit: HandlerKit, entry: KnowledgeEntry, turn: Turn) => Outcome | Promise<Outcome>

/** Intents whose answer is a record of their own; a new handler is one file and one line here. */
const BY_ID: Record<string, Handler> = {
  'repair.progress': answerOrders,
  'repair.who_comes_when': whoComesWhen,
  'fee.bill': answerBill,
  'repair.warranty': answerWarranty,
  'notice.query': answerNotices,
  'subscribe.status': subscribe,
  'human.request': (_kit, _entry, turn) => handToPerson(turn),
  out_of_scope: (kit, _entry, turn) => outOfScope(kit, turn),
}

/** All the others, by their kind. */
const BY_KIND: Record<KnowledgeEntry['kind'], Handler> = {
  faq: answerFromKnowledge,
  smalltalk: answerFromKnowledge,
  status: (kit, entry, turn) =>
    entry.topic ? answerFromBoard(kit, entry, entry.topic, turn) : answerFromKnowledge(kit, entry, turn),
  action: beginForm,
  human: answerThenPerson,
  // The rule found none, the model alone did: the same instruction.
  emergency: (kit, entry, turn) => instruct(kit, entry.id as Parameters<typeof instruct>[1], turn),
}

/** The registry: which handler answers what. */
export function createHandlers(kit: HandlerKit): Handlers {
  const answerAlone = async (intent: string, turn: Turn): Promise<Outcome> => {
    const entry = kit.knowledge.entries.get(intent)
    if (!entry) throw new Error(`no knowledge of ${intent}`)
    return (BY_ID[intent] ?? BY_KIND[entry.kind])(kit, entry, turn)
  }
  const answer = async (intent: string, turn: Turn) => withIncident(kit, turn, await answerAlone(intent, turn))
  const goOn = async (before: Form, turn: Turn): Promise<Outcome> => {
    const form = withFiles(before, turn)
    const order = await orderWish(kit, turn, true)
    if (order) return { ...order, form }
    const unsolved = await notSolved(kit, turn)
    if (unsolved) return { ...unsolved, form }
    const outcome = await continueForm(kit, form, turn, (intent) => answerAlone(intent, turn))
    return withIncident(kit, turn, outcome, form)
  }
  return {
    answer,
    continueForm: goOn,
    emergency: (intent, turn) => instruct(kit, intent, turn),
    followUp: async (turn) =>
      wantsReminders(turn)
        ? answer('subscribe.status', turn)
        : ((await orderWish(kit, turn)) ??
          (await notSolved(kit, turn)) ??
          followUp(kit, turn, (intent) => answer(intent, turn))),
    clarify: (intents, turn) => clarify(kit, intents, turn),
    unreadable: (turn) => unreadable(kit, turn),
    notUnderstood: (nearest, last, turn) => notUnderstood(kit, nearest, last, turn),
    outOfScope: (turn) => outOfScope(kit, turn),
    askedForPerson: handToPerson,
  }
}
