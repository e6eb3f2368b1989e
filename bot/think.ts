import { alarmBefore, asksWhatNow } from './afterAlarm.ts'
import { addedTo } from './afterOffer.ts'
import { alarmIn, type Heard, inDoubt, isBare, withNumbers } from './alarm.ts'
import { withAnger } from './anger.ts'
import { DialogRuntime } from './botkit/runtime.ts'
import { toldInTwo } from './justSaid.ts'
import { localeOf } from './locale.ts'
import { asksForPerson, decide, speaksWhileWaiting } from './policy.ts'
import type { TurnPorts } from './turnPorts.ts'
import {
  type Classification,
  type Conversation,
  type EmergencyMatch,
  isWordless,
  type Message,
  type Outcome,
  type Turn,
  type Wish,
} from './types.ts'
import { wishesIn } from './wishes.ts'
import { withheld } from './withheld.ts'

/** What came of thinking about one message. */
export interface Thought {
  turn: Turn
  outcome: Outcome
  /** The dialog runtime's state after it. */
  dialog: unknown
}

/** Decides what a message gets: who may speak, then emergency, form, policy. It stores and sends nothing. */
export class Thinker {
  readonly #ports: TurnPorts
  readonly #runtime: DialogRuntime

  constructor(ports: TurnPorts) {
    this.#ports = ports
    const { handlers, catalogue } = ports
    this.#runtime = new DialogRuntime({
      interrupts: [{ when: asksForPerson, handle: async (turn) => handlers.askedForPerson(turn) }],
      continueForm: (form, turn) => handlers.continueForm(form, turn),
      hear: (turn) => decide(turn, handlers, catalogue),
    })
  }

  /** Who may speak is checked before anything else; emergencies before even that. */
  async think(conversation: Conversation, message: Message & { choice?: string }): Promise<Thought> {
    const { handlers, catalogue } = this.#ports
    const rules = message.choice ? [] : this.#rulesIn(message.text, conversation)
    const rule = rules.find(({ match }) => match)?.match
    const { turn, broken } = this.#read(conversation, this.#withOffered(conversation, message), rule)
    const keep = (outcome: Outcome) => ({ turn, outcome, dialog: conversation.memory.dialog })
    if (broken) return keep(rule ? handlers.emergency(rule.intent, turn) : this.#failed(turn, broken))
    const heard = this.#heard(rules, turn)
    const alarm = alarmIn(heard, catalogue.isEmergency)
    const held = conversation.stage === 'staff'
    if (alarm && (alarm.byRule || !held)) return keep(handlers.emergency(alarm.intent, turn))
    if (held) return keep(relay(alarm && catalogue.team(alarm.intent)))
    if (conversation.stage === 'waiting' && !asksForPerson(turn)) {
      const before = alarmBefore(conversation, this.#ports.clock.now())
      if (before && asksWhatNow(turn)) return keep(handlers.emergency(before, turn))
      if (!speaksWhileWaiting(turn, catalogue, before !== undefined))
        return keep(this.#noted(turn, before !== undefined))
    }
    try {
      const { outcome, dialog } = await this.#runtime.think(await this.#withOpinion(turn))
      const say = (key: string) => catalogue.say(key, conversation.community, turn.locale)
      const answered = withAnger(turn, outcome, say)
      const outward = withheld(turn, answered, catalogue)
      if (outward !== answered) return keep(outward)
      const doubt = inDoubt(heard, catalogue.isEmergency)
      return { turn, dialog, outcome: doubt ? withNumbers(answered, say('if_danger')) : answered }
    } catch (error) {
      return keep(this.#failed(turn, error))
    }
  }

  /**
   * The whole message, then each part that may be a wish of its own (a story of last year may end in a fire now), then
   * what it may go on from.
   */
  #rulesIn(text: string, { memory }: Conversation): { part: string; match: EmergencyMatch | undefined }[] {
    const { findEmergency, clock } = this.#ports
    const goesOn = toldInTwo(text, memory, clock.now())
    const parts = [text, ...wishesIn(text)].map((part) => ({ part, match: findEmergency(part) }))
    return goesOn ? [...parts, { part: goesOn, match: this.#newIn(goesOn, memory) }] : parts
  }

  /** What the earlier message alone told was answered then. */
  #newIn(goesOn: string, { justSaid }: Conversation['memory']): EmergencyMatch | undefined {
    const { findEmergency } = this.#ports
    const match = findEmergency(goesOn)
    return match && justSaid && findEmergency(justSaid.text)?.intent === match.intent ? undefined : match
  }

  #heard(rules: { part: string; match: EmergencyMatch | undefined }[], turn: Turn): Heard[] {
    const { classifier, plainWords, hintsIn } = this.#ports
    return rules.map(({ part, match }, place) => {
      const model = place === 0 ? turn.classification : classifier().classify(part)
      const words = plainWords(part)
      const plain = words === part ? model : words ? classifier().classify(words) : undefined
      return {
        ...(match ? { rule: match } : {}),
        model,
        ...(plain ? { plain } : {}),
        hints: hintsIn(part),
        ...(isBare(part) ? { bare: true } : {}),
        part: place > 0,
      }
    })
  }

  #withOffered({ memory, stage }: Conversation, message: Message & { choice?: string }): Message & { choice?: string } {
    if (message.choice || stage !== 'bot' || isWordless(message)) return message
    try {
      const text = addedTo(memory, message.text, this.#ports.classifier())
      return text ? { ...message, text } : message
    } catch {
      // A broken model is told of where the message itself is read.
      return message
    }
  }

  /** A broken model must not keep an emergency from its instruction, nor an owner from a person. */
  #read(conversation: Conversation, message: Message & { choice?: string }, emergency: EmergencyMatch | undefined) {
    const { text, choice, attachments } = message
    const ports = this.#ports
    let classification = nothing(emergency)
    let broken: unknown
    try {
      if (!isWordless(message)) classification = ports.classifier().classify(text)
    } catch (error) {
      broken = error
    }
    const turn: Turn = {
      text,
      conversation,
      classification,
      locale: localeOf(text, conversation.locale, ports.toSimplified),
      entities: ports.findEntities(text),
      tone: ports.readTone(text),
      wishes: broken || choice ? [] : this.#wishes(text),
      ...(choice ? { choice } : {}),
      ...(attachments ? { attachments } : {}),
    }
    return { turn, broken }
  }

  /** Each sure by itself and about another matter; a single one is the whole message's. */
  #wishes(text: string): Wish[] {
    const { classifier, catalogue, findEntities } = this.#ports
    const wishes = wishesIn(text)
      .map((part) => ({ text: part, classification: classifier().classify(part), entities: findEntities(part) }))
      .filter(({ classification }) => classification.certainty === 'sure' && !classification.outOfScope)
      .filter(({ classification }) => catalogue.standsAlone(classification.intent))
    const first = new Map(wishes.map((wish) => [wish.classification.intent, wish]))
    return first.size > 1 ? [...first.values()] : []
  }

  /** Only where we are not sure ourselves, and never over an open form or a tapped button. */
  async #withOpinion(turn: Turn): Promise<Turn> {
    const { secondOpinion, catalogue } = this.#ports
    const { alternatives, certainty } = turn.classification
    if (!secondOpinion || certainty === 'sure' || turn.choice || turn.conversation.memory.form) return turn
    const intents = alternatives.map(({ intent }) => intent).filter((intent) => catalogue.standsAlone(intent))
    const candidates = intents.map((intent) => ({ intent, title: catalogue.title(intent, turn.locale) }))
    const opinion = await secondOpinion(turn.text, candidates)
    return opinion ? { ...turn, opinion } : turn
  }

  #failed(turn: Turn, error: unknown): Outcome {
    const { conversation, locale } = turn
    this.#ports.report(error, conversation.id)
    const text = this.#ports.catalogue.say('sorry_error', conversation.community, locale)
    return {
      action: 'handoff',
      replies: [{ text, action: 'handoff' }],
      handoff: { reason: 'error', priority: 'normal', team: 'service' },
    }
  }

  /** Said once while waiting, so that silence is not taken for loss. */
  #noted(turn: Turn, alarmed: boolean): Outcome {
    const { conversation, locale } = turn
    // To a picture or a voice there is always an answer, and one that says where help is.
    if (isWordless(turn)) return this.#ports.handlers.unreadable(turn)
    if (conversation.memory.waitingNoted) return { action: 'relay', replies: [] }
    const text = this.#ports.catalogue.say(alarmed ? 'noted_alarm' : 'noted', conversation.community, locale)
    return { action: 'relay', replies: [{ text, action: 'relay' }], remember: { waitingNoted: true } }
  }
}

/** What stands in place of a classification where the model was not asked or has failed. */
const nothing = (emergency: EmergencyMatch | undefined): Classification => ({
  intent: emergency?.intent ?? 'out_of_scope',
  confidence: 0,
  alternatives: [],
  outOfScope: false,
  certainty: 'lost',
})

/** Staff hold it: nothing is said aloud; an emergency that the model alone finds alerts them. */
const relay = (alerted: string | undefined): Outcome => ({
  action: 'relay',
  replies: [],
  ...(alerted ? { handoff: { reason: 'emergency', priority: 'emergency', team: alerted } } : {}),
})
