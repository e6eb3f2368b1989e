import { setTimeout as wait } from 'node:timers/promises'
import type { ChannelOwner } from '../../bot/ports/channels.ts'
import type { Store } from '../../bot/ports.ts'
import type { Message } from '../../bot/types.ts'
import { seeded, shuffled } from '../channels/loopback.ts'
import type { Platform } from '../channels/platform.ts'
import { WECHAT_SETTINGS } from '../channels/wechatOwner.ts'
import { WECHAT, WechatPlatform } from '../channels/wechatPlatform.ts'
import { WECOM_SETTINGS } from '../channels/wecomOwner.ts'
import { WECOM, WecomPlatform } from '../channels/wecomPlatform.ts'
import { type Installation, openInstallation } from './installation.ts'
import { QUESTIONS } from './owners.ts'

export interface WebhookOptions {
  /** On each platform. */
  owners: number
  /** Of one instance or the other, in turns, while WeChat calls it. */
  kills: number
}

export interface WebhookReport {
  /** Calls made, and those that an instance was not there for. */
  calls: number
  broken: number
  /** Messages that owners wrote, and replies that came to their phones. */
  written: number
  replies: number
  /**
   * Replies of which the desk says that it is not known whether they came: the instance was killed while it handed them
   * to the platform, which would show them twice if it were given them again.
   */
  unknown: number
  findings: string[]
}

type Call = { query: string; body: string }

interface Scene {
  platform: Platform
  path: string
  ownerOf(n: number): ChannelOwner
  /** What the platform says of these messages, of which each owner wrote one after the other; in no order, and late. */
  callsFor(written: { address: string; text: string; agoS: number }[]): (() => Call)[]
}

/** An owner writes this much, so that a platform takes all replies. */
const WRITTEN = QUESTIONS.slice(0, 4)
/** Every third message comes so late. */
const LATE_S = 5 * 3600
const SEED = 20_261_124
/** So many messages are told of at once. */
const TOGETHER = 6
const TRIES = 300
const AGAIN_MS = 100
const DEADLINE_MS = 120_000

/** Both platforms call both instances for the same messages at once, in any order, late and again afterwards. */
export async function callTwice(options: WebhookOptions): Promise<WebhookReport> {
  const clock = { now: () => new Date(), set: () => undefined, forward: () => undefined }
  const [wechat, wecom] = [new WechatPlatform(clock), new WecomPlatform(clock)]
  await Promise.all([wechat.start(), wecom.start()])
  const bases = { WECHAT_API_BASE: wechat.url, WECOM_API_BASE: wecom.url }
  const installation = await openInstallation({ ...WECHAT_SETTINGS, ...WECOM_SETTINGS, ...bases })
  const report: WebhookReport = { calls: 0, broken: 0, written: 0, replies: 0, unknown: 0, findings: [] }
  try {
    await Promise.all([
      play(installation, wechatScene(wechat), options, report),
      play(installation, wecomScene(wecom), { ...options, kills: 0 }, report),
    ])
    return report
  } finally {
    await installation.stop()
    await Promise.all([wechat.stop(), wecom.stop()])
  }
}

function wechatScene(platform: WechatPlatform): Scene {
  return {
    platform,
    path: '/channels/wechat',
    ownerOf: (n) => ({ channel: 'wechat', account: WECHAT.appId, address: `oFaults_${n}-AbCdEfGhIjKlMnOp` }),
    callsFor: (written) =>
      written.map(({ address, text, agoS }) => {
        const fields = platform.message(address, { MsgType: 'text', Content: text })
        const late = { ...fields, CreateTime: platform.seconds() - agoS }
        // Each try is signed anew.
        return () => platform.call(late)
      }),
  }
}

function wecomScene(platform: WecomPlatform): Scene {
  return {
    platform,
    path: '/channels/wecom',
    ownerOf: (n) => ({ channel: 'wecom', account: WECOM.kfid, address: `wmFaults_${n}AAAAAAAAAAAAAA` }),
    callsFor: (written) =>
      written.map(({ address, text, agoS }) => {
        const send_time = platform.seconds() - agoS
        const item = platform.add(address, { msgtype: 'text', text: { content: text }, send_time })
        // It stands in what is fetched twice.
        platform.add(address, { ...item })
        return () => platform.callback()
      }),
  }
}

async function play(
  { pair, record }: Installation,
  scene: Scene,
  { owners, kills }: WebhookOptions,
  report: WebhookReport,
): Promise<void> {
  const random = seeded(SEED)
  const all = Array.from({ length: owners }, (_, n) => scene.ownerOf(n))
  const written = all.flatMap(({ address }) =>
    WRITTEN.map((text, n) => ({ address, text, agoS: n % 3 === 2 ? LATE_S : 0 })),
  )
  const calls = scene.callsFor(shuffled(written, random))
  report.written += written.length
  const post = async (place: number, call: Call): Promise<boolean> => {
    report.calls += 1
    const sent = { method: 'POST', body: call.body }
    const answer = await fetch(`${await pair.at(place)}${scene.path}?${call.query}`, sent).catch(() => undefined)
    if (!answer) report.broken += 1
    return answer?.status === 200 && (await answer.text()) === 'success'
  }
  /** Both at once, again until both have taken it: a platform that has no answer calls again. */
  const deliver = async (call: () => Call): Promise<void> => {
    for (const place of [0, 1])
      for (let tries = 0; !(await post(place, call())); tries++) {
        if (tries === TRIES) throw new Error('a call was never taken')
        await wait(AGAIN_MS)
      }
  }
  const both = (call: () => Call): Promise<unknown> => Promise.all([post(0, call()), post(1, call())])
  const restarts: Promise<number>[] = []
  for (let n = 0; n < calls.length; n += TOGETHER) {
    const some = calls.slice(n, n + TOGETHER).flatMap((call) => [both(call), deliver(call)])
    if (restarts.length < kills && n >= (calls.length * (restarts.length + 1)) / (kills + 1))
      restarts.push(previous(restarts).then(() => pair.killAndRestart()))
    await Promise.all(some)
  }
  await Promise.all(restarts)
  await settled(record, all)
  // Hours later, all of it once more.
  await Promise.all(shuffled(calls, random).map(deliver))
  await settled(record, all)
  const answers = new Map<string, string>()
  for (const owner of all) report.findings.push(...(await findingsOf(record, { scene, answers }, owner, report)))
}

const previous = (restarts: Promise<number>[]): Promise<number> => restarts.at(-1) ?? Promise.resolve(0)

/** When all that was kept is done and sent. */
async function settled(record: Store, owners: ChannelOwner[]): Promise<void> {
  const until = performance.now() + DEADLINE_MS
  const { channel } = owners[0] as ChannelOwner
  const isOpen = async (): Promise<boolean> => {
    const { pending, leased } = await record.outbox.counts()
    const kept = await Promise.all(owners.map((owner) => record.channels.owner(owner)))
    const due = await record.channels.due(channel, 1)
    return (
      pending + leased + due.length + (await record.conversations.unfinished()).length > 0 || kept.includes(undefined)
    )
  }
  while (await isOpen()) {
    if (performance.now() > until) throw new Error('not all was answered and sent')
    await wait(AGAIN_MS)
  }
}

/** Each message once, its replies once and in the order of the messages, on the phone as in the record. */
async function findingsOf(
  record: Store,
  { scene, answers }: { scene: Scene; answers: Map<string, string> },
  owner: ChannelOwner,
  report: WebhookReport,
): Promise<string[]> {
  const { conversationId = '' } = (await record.channels.owner(owner)) ?? {}
  const messages = await record.conversations.messages(conversationId, 0, 500)
  const asked = messages.filter(({ from }) => from === 'owner').map(({ text }) => text)
  const said = messages.filter(({ from }) => from === 'bot')
  const shown = scene.platform.phone(owner.address).texts
  report.replies += shown.length
  const findings: string[] = []
  if ([...asked].sort().join() !== [...WRITTEN].sort().join()) findings.push(`has the messages ${asked.join(', ')}`)
  if (messages.some(({ seq }, n) => seq !== n + 1)) findings.push('has a gap')
  report.unknown += said.filter(({ delivery }) => delivery === 'unknown').length
  findings.push(...unlike(said, shown))
  findings.push(...misplaced(messages, answers))
  return findings.map((finding) => `${owner.channel} ${owner.address}: ${finding}`)
}

/** What the phone shows is what was said, in order, at most without replies whose fate is not known. */
function unlike(said: Message[], shown: readonly string[]): string[] {
  let place = 0
  const missing = said.filter(({ text, delivery }) => {
    const came = shown[place]?.startsWith(beginning(text)) ?? false
    if (came) place += 1
    return !came && delivery !== 'unknown'
  })
  const findings = missing.map(({ seq, delivery }) => `was not told reply ${seq}, which is ${delivery}`)
  return place === shown.length ? findings : [...findings, `was told “${shown[place]}” out of order or again`]
}

/** Enough to tell replies apart, and before anything that a platform wants in another form. */
const beginning = (text: string): string => text.slice(0, 12)

/** Replies stand in the order of what they answer, one to each, the same for everyone. */
function misplaced(messages: Message[], answers: Map<string, string>): string[] {
  const asked = messages.filter(({ from }) => from === 'owner')
  const said = messages.filter(({ from }) => from === 'bot')
  if (said.length !== asked.length) return [`has ${said.length} replies to ${asked.length} messages`]
  const wrong = asked.find(({ seq, text }, n) => {
    const answer = said[n]
    if (!answers.has(text)) answers.set(text, answer?.text ?? '')
    return !answer || answer.seq < seq || answers.get(text) !== answer.text
  })
  return wrong ? [`the answer to “${wrong.text}” stands in another place`] : []
}
