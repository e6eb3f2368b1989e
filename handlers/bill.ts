import type { Bill, HomeAccount, Outcome, Turn } from '../bot/types.ts'
import type { KnowledgeEntry } from '../knowledge/types.ts'
import type { Voice } from '../knowledge/voice.ts'
import { type HandlerKit, sameHome, voiceOf } from './context.ts'
import { knowledgeReply } from './faq.ts'
import { personChoice } from './status.ts'

/** Lines of a bill that fit a phone; the rest is counted. */
const MOST_LINES = 6
/** A month's bills and some days: what is older may lack the last payment. */
const STALE_MS = 35 * 24 * 3_600_000

/** The bill of the home that this conversation is bound to, and no other; unbound, how to get at it. */
export async function answerBill(kit: HandlerKit, entry: KnowledgeEntry, turn: Turn): Promise<Outcome> {
  const voice = voiceOf(kit, turn)
  const account = turn.conversation.verified ? await kit.records.account(turn.conversation.id) : undefined
  if (!account) return toldOnlyToOwners(voice, entry)
  const other = turn.entities.home && !sameHome(turn.entities.home, account.home)
  const home = kit.formatHome(account.home, turn.locale)
  const now = kit.clock.now().toISOString()
  const none = { text: voice.say('bill_none', { home }), asOf: now }
  const said = account.bills.length ? billText(kit, voice, account, home) : none
  return {
    action: 'status',
    intent: entry.id,
    replies: [
      {
        text: other ? `${voice.say('bill_other', { home })}\n${said.text}` : said.text,
        intent: entry.id,
        action: 'status',
        sources: [{ kind: 'bill', id: account.id, asOf: said.asOf }],
        choices: [personChoice(voice)],
      },
    ],
    evidence: { words: said.text.split('\n') },
  }
}

function toldOnlyToOwners(voice: Voice, entry: KnowledgeEntry): Outcome {
  const reply = knowledgeReply(voice, entry, 'status')
  const text = voice.say('bill_private')
  return { action: 'status', intent: entry.id, replies: [{ ...reply, text, choices: [personChoice(voice)] }] }
}

const owedOn = (bill: Bill): number => bill.amountFen - bill.paidFen

function billText(kit: HandlerKit, voice: Voice, { bills }: HomeAccount, home: string): { text: string; asOf: string } {
  const now = kit.clock.now()
  const open = bills.filter((bill) => owedOn(bill) > 0)
  const shown = [...open, ...bills.filter((bill) => owedOn(bill) <= 0)].slice(0, MOST_LINES)
  // The whole is as old as its oldest line, open ones first: those are what is asked about.
  const [asOf = ''] = (open.length ? open : shown).map((bill) => bill.asOf).sort()
  const source = [...new Set(shown.map((bill) => bill.source))].slice(0, 2).join(voice.english ? ', ' : '、')
  const owed = bills.reduce((sum, bill) => sum + owedOn(bill), 0)
  const stale = now.getTime() - Date.parse(asOf) > STALE_MS
  const rest = bills.length - shown.length
  const lines = [
    voice.say('bill_of', { home, asOf: voice.time(asOf, now), source }),
    ...shown.map((bill) => lineOf(voice, bill)),
    rest > 0 ? voice.say('bill_more', { count: rest }) : '',
    owed > 0 ? voice.say('bill_owed', { owed: yuan(owed) }) : '',
    owed === 0 ? voice.say('bill_clear') : '',
    owed < 0 ? voice.say('bill_ahead', { ahead: yuan(-owed) }) : '',
    stale ? voice.say('bill_stale') : '',
    voice.say('bill_check'),
  ]
  return { text: lines.filter(Boolean).join('\n'), asOf }
}

function lineOf(voice: Voice, bill: Bill): string {
  const owed = owedOn(bill)
  const key = owed > 0 ? (bill.paidFen > 0 ? 'bill_line_part' : 'bill_line_open') : 'bill_line_paid'
  return voice.say(key, {
    item: bill.item,
    period: periodOf(voice, bill.period),
    amount: yuan(bill.amountFen),
    paid: yuan(bill.paidFen),
    owed: yuan(owed),
  })
}

const yuan = (fen: number): string => (fen / 100).toFixed(2)

/** 2026年1月至3月, of `2026-01/2026-03`; the property system's own words as they are. */
function periodOf(voice: Voice, period: string): string {
  const months = period.split('/').map((month) => /^(\d{4})-(\d\d)$/.exec(month))
  const [from, to] = months
  if (!from || (months.length > 1 && !to)) return period
  if (voice.english) return period.replace('/', ' to ')
  const start = `${from[1]}年${Number(from[2])}月`
  if (!to) return start
  return `${start}至${to[1] === from[1] ? '' : `${to[1]}年`}${Number(to[2])}月`
}
