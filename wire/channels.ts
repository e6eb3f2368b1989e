import { Router } from 'express'
import { FileLinks } from '../bot/channels/fileLinks.ts'
import type { ChannelPorts, PlatformChannel } from '../bot/channels/ports.ts'
import { wechatChannel } from '../bot/channels/wechat/index.ts'
import type { Handover } from '../bot/channels/wecom/handover.ts'
import { wecomChannel } from '../bot/channels/wecom/index.ts'
import type { Channel, ChannelMetrics } from '../bot/ports/channels.ts'
import type { Live, SharedTokens, Store } from '../bot/ports.ts'
import type { Clock } from '../bot/types.ts'
import type { Config } from '../config.ts'
import { channelRoutes } from '../http/channels.ts'
import { contentOf, type FileContent } from '../http/fileContent.ts'
import { fileLinkRoutes } from '../http/fileLinks.ts'
import type { Metrics } from '../http/metrics.ts'
import { findEmergency } from '../intents/emergency/index.ts'
import { formatHome } from '../intents/entities/index.ts'
import { publicCommunity } from '../knowledge/publicCommunity.ts'
import type { Senders } from '../records/outbox.ts'
import type { Brain } from './brain.ts'
import { counted } from './counting.ts'
import { emergencyText } from './emergencyText.ts'

const WECHAT = 'https://api.weixin.qq.com'
const WECOM = 'https://qyapi.weixin.qq.com'
/** What a platform has taken by then it has taken without saying so. */
const CALL_MS = 8000
/** Ten megabytes over a line that is not the best. */
const FILE_MS = 25_000
const usualDeadline = (file = false): AbortSignal => AbortSignal.timeout(file ? FILE_MS : CALL_MS)
/** How often it is looked for what was kept and not finished. */
const DRAIN_EVERY_MS = 1000

export interface ChannelParts {
  config: Config
  store: Store
  live: Live
  clock: Clock
  metrics: Metrics
  tokens: SharedTokens
  /** Read only when a message comes: the brain is made with the senders. */
  brain(): Brain
  report(error: unknown, conversationId?: string): void
  /** Ends a call to a platform that takes too long; left out: after eight seconds, with a file 25. */
  deadline?(file?: boolean): AbortSignal
}

/** The platforms that are switched on. */
export interface Channels {
  senders: Senders
  routes: Router
  /** Takes up all that is open now. Never throws. */
  drain(): Promise<void>
  /** Takes up what was left, and goes on looking; gives the way to stop. */
  start(): () => void
}

export function channelsOf(parts: ChannelParts): Channels {
  const links = fileLinksOf(parts)
  const ports = portsOf(parts, links)
  const wechat = wechatOf(parts.config, ports)
  const wecom = wecomOf(parts.config, ports)
  const on = [wechat, wecom].flatMap((platform) => (platform ? [platform.channel] : []))
  return {
    senders: { ...(wechat && { wechat: wechat.sender }), ...(wecom && { wecom: wecom.sender }) },
    routes: Router().use(channelRoutes(on.map(({ webhook }) => webhook)), ...(links ? [linkRoutes(parts, links)] : [])),
    drain: () => drainAll(on),
    start: () => keepDraining(on),
  }
}

/** WeChat shows no documents: their addresses are signed with its secret, and lead to where people reach us. */
function fileLinksOf({ config, clock }: ChannelParts): FileLinks | undefined {
  const { WECHAT_APP_SECRET: secret, PUBLIC_URL: base } = config
  return secret && base ? new FileLinks(secret, base, clock) : undefined
}

function linkRoutes({ store, brain }: ChannelParts, links: FileLinks): Router {
  const gone = () => {
    const { catalogue, mind } = brain()
    const [usual = ''] = mind().knowledge.communities.keys()
    return catalogue.say('channel_file_gone', usual, 'zh')
  }
  return fileLinkRoutes({ links, store, gone })
}

function wechatOf(config: Config, ports: ChannelPorts): PlatformChannel | undefined {
  const { WECHAT_APP_ID: appId, WECHAT_APP_SECRET: secret, WECHAT_TOKEN: token, WECHAT_AES_KEY: aesKey } = config
  if (!appId || !secret || !token || !aesKey) return undefined
  const { WECHAT_API_BASE: base = WECHAT, WECHAT_TEMPLATE_ID: templateId } = config
  const settings = { appId, secret, token, aesKey, apiBase: withoutSlash(base), ...(templateId && { templateId }) }
  return wechatChannel(settings, ports)
}

function wecomOf(config: Config, ports: ChannelPorts): PlatformChannel | undefined {
  const { WECOM_CORP_ID: corpId, WECOM_SECRET: secret, WECOM_TOKEN: token, WECOM_AES_KEY: aesKey } = config
  if (!corpId || !secret || !token || !aesKey) return undefined
  const { WECOM_API_BASE: base = WECOM } = config
  const handover = handoverOf(config)
  const settings = { corpId, secret, token, aesKey, apiBase: withoutSlash(base), ...(handover && { handover }) }
  return wecomChannel(settings, ports)
}

/** `desk`: none; `pool`: whoever takes it; else userids, the first on duty. */
function handoverOf({ WECOM_HANDOVER: to, WECOM_AGENT_ID: agentId }: Config): Handover | undefined {
  if (to === 'desk') return undefined
  const people = to === 'pool' ? [] : to.split(/[,，|\s]+/).filter(Boolean)
  return { people, ...(agentId !== undefined && { agentId }) }
}

async function readFile(given: Buffer): Promise<FileContent | undefined> {
  const read = await contentOf(given)
  return typeof read === 'string' ? undefined : read
}

const withoutSlash = (base: string): string => base.replace(/(?<!\/)\/+$/, '')

function portsOf(
  { store, live, clock, metrics, tokens, brain, report, deadline = usualDeadline }: ChannelParts,
  links: FileLinks | undefined,
): ChannelPorts {
  const facts = (community: string, locale: 'zh' | 'en' | 'zh-TW') => {
    const { mind, voices } = brain()
    return publicCommunity(mind().knowledge, voices, community, locale, clock.now())
  }
  return {
    store,
    live,
    clock,
    tokens,
    metrics: countedBy(metrics),
    fetch,
    deadline,
    report,
    readFile,
    linkTo: (conversationId, file) => links?.to(conversationId, file),
    emergencyText: (text) => {
      const found = findEmergency(text)
      return found && emergencyText(brain().mind().knowledge, found.intent, text)
    },
    runTurn: (id, seq, text) => counted(metrics, brain().turns.run(id, seq, undefined, text)),
    wake: () => void brain().outbox.drain(),
    say: (...words) => brain().catalogue.say(...words),
    starters: (community, locale) => facts(community, locale)?.starters,
    titleOf: (choice, community, locale) => titleOf(brain(), choice, community, locale),
    place: (home, locale) => formatHome(home, locale),
    communities: () => [...brain().mind().knowledge.communities.keys()],
  }
}

function titleOf(
  { catalogue }: Brain,
  choice: string,
  community: string,
  locale: 'zh' | 'en' | 'zh-TW',
): string | undefined {
  if (choice === 'human') return catalogue.say('human_choice', community, locale)
  const intent = /^intent:(.+)$/.exec(choice)?.[1]
  return intent && catalogue.exists(intent) ? catalogue.title(intent, locale) : undefined
}

export function countedBy({ channelRefused, channelSends }: Metrics): ChannelMetrics {
  return {
    refused: (channel, reason) => channelRefused.inc({ channel, reason }),
    sent: (channel, result) => channelSends.inc({ channel, result }),
  }
}

async function drainAll(on: readonly Channel[]): Promise<void> {
  await Promise.all(on.map((channel) => channel.drain()))
}

function keepDraining(on: readonly Channel[]): () => void {
  void drainAll(on)
  const timer = setInterval(() => void drainAll(on), DRAIN_EVERY_MS)
  return () => clearInterval(timer)
}
