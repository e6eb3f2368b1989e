import { QiaoError } from '../bot/errors.ts'
import type { FileOrder, Live, NewTicket, Store } from '../bot/ports.ts'
import type {
  Catalogue,
  Classification,
  Clock,
  Entities,
  Home,
  Hours,
  IntakeDone,
  IntakeKind,
  IntakeNote,
  IntakeSuggestion,
  Memory,
  OpenWorkOrder,
  Scored,
  Slots,
  Tone,
} from '../bot/types.ts'

export interface IntakePorts {
  store: Pick<Store, 'intake' | 'workOrders'>
  live: Live
  clock: Clock
  catalogue: Pick<Catalogue, 'isHuman' | 'team' | 'title' | 'responsibility' | 'answerText' | 'say'>
  hours: Pick<Hours, 'dueAt'>
  classify(text: string): Classification
  findEntities(text: string): Entities
  readTone(text: string): Tone
  /** By the rules that stand before the model. */
  isEmergency(text: string): boolean
  /** Whether this matter is a job for which a work order is filed. */
  isJob(intent: string): boolean
  /** As clerks read it. */
  formatHome(home: Home): string
  maskPhone(phone: string): string
  hash(text: string): string
  /** Something was taken down that the manager may have to know of. */
  taken(): void
  /** The work order with its place, so that the same fault is filed once. */
  filing(order: OpenWorkOrder, home: Home | undefined): Omit<FileOrder, 'number'>
}

/** Characters of what was said that stand in the queue. */
const SUMMARY = 80
/** Offered to choose from where the words leave it open. */
const CANDIDATES = 3
/** A fault that nothing closer is known of. */
const ANY_JOB = 'repair.report'

interface Understood {
  classification: Classification
  intent: string | null
  entities: Entities
  tone: Tone
  priority: IntakeSuggestion['priority']
}

/** Takes down what owners say on the phone, at the counter or in a group, as if they had written it themselves. */
export class Intake {
  readonly #ports: IntakePorts

  constructor(ports: IntakePorts) {
    this.#ports = ports
  }

  suggest(text: string): IntakeSuggestion {
    const { classification, intent, entities, priority } = this.#understand(text)
    return {
      intent,
      alternatives: this.#candidates(classification),
      ...(entities.home && { home: this.#ports.formatHome(entities.home) }),
      ...(entities.phone && { contact: entities.phone }),
      kind: this.#kindOf(intent, classification),
      priority,
    }
  }

  /**
   * An emergency, or a threat, always gets its ticket, whatever else is opened.
   * @throws QiaoError `conflict` where the key came with other words before
   */
  async take(note: IntakeNote, by: string): Promise<IntakeDone> {
    const understood = this.#understand(note.text)
    const intent = note.intent ?? understood.intent
    const home = this.#homeOf(note, understood)
    const slots = this.#slotsOf(note, understood, home)
    const urgent = understood.priority !== 'normal'
    const done = await this.#ports.store.intake.takeDown({
      community: note.community,
      channel: note.channel,
      text: note.text,
      note: this.#ports.catalogue.say(`taken_down_${note.channel}`, note.community, 'zh', { name: by }),
      memory: memoryOf(intent, home, slots.contact),
      classification: understood.classification,
      ...(note.key !== undefined && { once: { key: note.key, said: this.#ports.hash(JSON.stringify([note, by])) } }),
      ...((note.kind === 'ticket' || urgent) && { ticket: this.#ticketOf(note, understood, intent, slots) }),
      ...(note.kind === 'work_order' && {
        workOrder: { ...(await this.#orderOf(intent ?? ANY_JOB, slots, home)), by },
      }),
    })
    if (!done) throw new QiaoError('conflict', 'the key has filed other words', { details: { reason: 'intake_key' } })
    this.#announce(done)
    return done
  }

  #understand(text: string): Understood {
    const classification = this.#ports.classify(text)
    const tone = this.#ports.readTone(text)
    // What the bot would not answer at once on, nobody is to find chosen for them either.
    const said = classification.certainty === 'sure' && !classification.outOfScope ? classification.intent : null
    const intent = said !== null && this.#ports.catalogue.isHuman(said) ? null : said
    const high = tone.threat || tone.blockade
    const priority = this.#ports.isEmergency(text) ? 'emergency' : high ? 'high' : 'normal'
    return { classification, intent, entities: this.#ports.findEntities(text), tone, priority }
  }

  #candidates({ alternatives }: Classification): Scored[] {
    return alternatives.filter(({ intent }) => !this.#ports.catalogue.isHuman(intent)).slice(0, CANDIDATES)
  }

  /** One of the two has to stand there; the likeliest matter says which, and the clerk changes it. */
  #kindOf(intent: string | null, classification: Classification): IntakeKind {
    const meant = intent ?? (classification.outOfScope ? undefined : this.#candidates(classification)[0]?.intent)
    return meant !== undefined && this.#ports.isJob(meant) ? 'work_order' : 'ticket'
  }

  #homeOf({ home }: IntakeNote, { entities }: Understood): Home | undefined {
    return home ? this.#ports.findEntities(home).home : entities.home
  }

  #slotsOf({ text, home: typed, contact }: IntakeNote, { entities }: Understood, home: Home | undefined): Slots {
    const shown = home ? this.#ports.formatHome(home) : typed
    const phone = contact ?? entities.phone
    return {
      what: text.slice(0, 500),
      ...(shown && { home: shown }),
      ...(entities.place && { place: [home?.building && shown, entities.place].filter(Boolean).join(' ') }),
      ...(entities.when && { when: entities.when }),
      ...(phone && { contact: phone }),
    }
  }

  async #orderOf(intent: string, slots: Slots, home: Home | undefined): Promise<FileOrder> {
    // Without a reply that says so, nothing would be joined; the clerk reads it from the answer.
    const joined = { text: '', action: 'opened' as const }
    const order = this.#ports.filing({ intent, slots, visit: home?.room !== undefined, joined }, home)
    return { ...order, number: await this.#ports.store.workOrders.reserveNumber() }
  }

  #ticketOf(note: IntakeNote, { tone, classification, priority }: Understood, intent: string | null, slots: Slots) {
    const { catalogue, hours, clock, maskPhone } = this.#ports
    const { community } = note
    const answer = intent ? catalogue.answerText(intent, community, 'zh') : undefined
    const ticket: NewTicket = {
      reason: priority === 'emergency' ? 'emergency' : tone.threat || tone.blockade ? 'anger' : 'asked',
      priority,
      // Who speaks of the gate is the manager's to talk to.
      team: priority === 'high' || !intent ? (priority === 'high' ? 'manager' : 'service') : catalogue.team(intent),
      dueAt: hours.dueAt(community, priority, clock.now()).toISOString(),
      context: {
        summary: summaryOf(intent ? catalogue.title(intent, 'zh') : '', note.text),
        reason: 'asked',
        intent,
        alternatives: classification.alternatives,
        slots,
        owner: {
          verified: false,
          ...(slots.home && { home: slots.home }),
          ...(slots.contact && { phoneMasked: maskPhone(slots.contact) }),
        },
        mood: tone.mood,
        urgency: priority === 'emergency' ? 'emergency' : tone.urgency,
        language: 'zh',
        channel: note.channel,
        status: [],
        repairs: [],
        notPromised: [],
        responsibility: (intent && catalogue.responsibility(intent, community, 'zh')) || null,
        suggestions: intent && answer ? [{ text: answer, source: catalogue.title(intent, 'zh') }] : [],
      },
    }
    return { ...ticket, context: { ...ticket.context, reason: ticket.reason } }
  }

  #announce({ ticketId, workOrder }: IntakeDone): void {
    const { live } = this.#ports
    if (ticketId) live.publish('desk', { kind: 'tickets', ticketId })
    if (workOrder) live.publish('desk', { kind: 'work_orders', number: workOrder.number })
    this.#ports.taken()
  }
}

function summaryOf(title: string, text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return `${title ? `【${title}】` : ''}${line.length > SUMMARY ? `${line.slice(0, SUMMARY)}…` : line}`
}

function memoryOf(intent: string | null, home: Home | undefined, phone: string | undefined): Memory {
  return {
    misses: 0,
    angry: 0,
    said: { ...(home && { home }), ...(phone && { phone }) },
    ...(intent && { lastIntent: intent }),
  }
}
