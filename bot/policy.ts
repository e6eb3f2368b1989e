import { answerSeveral } from './several.ts'
import { type Catalogue, type Handlers, isWordless, type Outcome, type Turn } from './types.ts'

/** Candidates that are offered at most, besides a person. */
const OFFERED = 3
/** An emergency that has hardly a chance is not offered: “老人走失” under a question about dustcarts frightens. */
const HARDLY = 0.1
/** Characters up to which a message with a home in it says nothing else. */
const ONLY_A_HOME = 14

const ASKS_FOR_PERSON =
  /转人工|轉人工|找人工|人工客服|人工服务|人工服務|要人工|真人|^人工$|转客服|轉客服|(找|叫|换|換)(一?个|個)?(活人|你们经理|你們經理)|(找|叫|换|換)(一?个|個)?人(来|來)?跟?我?(说|說|谈|談|聊|接电话)|(speak|talk|chat) (to|with) (a |an |the |some)?(real |actual |live )?(person|human|staff|agent|someone|somebody|manager)|real person|human (agent|please)/i
/** “你是真人吗” wants nobody yet; “你不是真人吧，给我转真人” does. */
const WANTS = /转|轉|找|要|换|換|接|叫|给我|給我|talk|speak|chat with|want|need|give me|get me/i
/** “别转人工”, “人工湖”, “人工费”: the word without the wish. */
const NOT_A_WISH =
  /(不要|不用|别|別|无需|不想|不需要)(再)?(给我)?(转|轉|找)?(人工|客服)|人工(湖|费|費|草|智能|呼吸|成本|降雨)|(don't|do not) (want|need)/i

/** True when the message asks for a person, which is never refused. */
export function asksForPerson(turn: Turn): boolean {
  if (turn.choice) return turn.choice === 'human'
  const { intent, certainty } = turn.classification
  const asksWhatWeAre = intent === 'meta.bot' && certainty !== 'lost' && !WANTS.test(turn.text)
  if (ASKS_FOR_PERSON.test(turn.text) && !NOT_A_WISH.test(turn.text) && !asksWhatWeAre) return true
  return intent === 'human.request' && certainty === 'sure'
}

/** What a message gets that no rule, no form and no clerk took; in this order. */
export async function decide(turn: Turn, handlers: Handlers, catalogue: Catalogue): Promise<Outcome> {
  if (isWordless(turn)) return handlers.unreadable(turn)
  const chosen = chosenIntent(turn)
  if (chosen && catalogue.exists(chosen)) return handlers.answer(chosen, turn)
  const followUp = await handlers.followUp(turn)
  if (followUp) return followUp
  const signs = bySigns(turn)
  if (signs) return handlers.answer(signs, turn)
  const { intent, certainty, outOfScope } = turn.classification
  if (turn.wishes.length > 1) return answerSeveral(turn, handlers)
  if (turn.opinion) return handlers.answer(turn.opinion, turn)
  if (outOfScope) return handlers.outOfScope(turn)
  if (certainty === 'sure') return handlers.answer(intent, turn)
  const nearest = nearestOf(turn, catalogue)
  // “5栋” after an offer is no choice: it is kept, and the choices stand.
  const { offered } = turn.conversation.memory
  if (offered && turn.entities.home && [...turn.text].length <= ONLY_A_HOME) return handlers.clarify(offered, turn)
  if (certainty === 'close') return handlers.clarify(nearest, turn)
  return handlers.notUnderstood(nearest, turn.conversation.memory.misses > 0, turn)
}

/**
 * While a person is awaited the bot answers what it is sure of and keeps quiet about the rest. After an alarm it files
 * nothing and asks no form's question: “总阀关了” is news for those who come.
 */
export function speaksWhileWaiting(turn: Turn, catalogue: Catalogue, alarmed = false): boolean {
  if (turn.choice || (turn.conversation.memory.form && !alarmed)) return true
  const { intent, certainty, outOfScope } = turn.classification
  return certainty === 'sure' && !outOfScope && !catalogue.isHuman(intent) && !(alarmed && catalogue.isAction(intent))
}

function chosenIntent(turn: Turn): string | undefined {
  const choice = turn.choice ?? ''
  if (choice.startsWith('intent:')) return choice.slice('intent:'.length)
  if (choice.startsWith('rating:')) return 'meta.thanks'
  if (choice.startsWith('order:')) return 'repair.progress'
  return /^(un)?subscribe:/.test(choice) ? 'subscribe.status' : undefined
}

/** A thumb or a flower says that it is well, “？？？” asks whether anybody is there; undefined where there are words. */
function bySigns({ text, choice }: Turn): string | undefined {
  if (choice || /[\p{L}\p{N}]/u.test(text)) return undefined
  return /[👍👌🙏🌹❤😊😄🤝💐]/u.test(text) ? 'meta.thanks' : 'meta.greeting'
}

function nearestOf({ classification }: Turn, catalogue: Catalogue): string[] {
  return classification.alternatives
    .filter(({ intent }) => intent !== 'out_of_scope' && intent !== 'human.request')
    .filter(({ intent, confidence }) => confidence >= HARDLY || !catalogue.isEmergency(intent))
    .map(({ intent }) => intent)
    .slice(0, OFFERED)
}
