import type { ChannelOwner } from '../../ports/channels.ts'
import { PlatformApi } from '../api.ts'
import { Intake } from '../intake.ts'
import type { ChannelPorts, PlatformChannel } from '../ports.ts'
import { PlatformSender } from '../sender.ts'
import { type Handover, KfHandover } from './handover.ts'
import { readItem } from './items.ts'
import { KfSync } from './sync.ts'
import { wecomWebhook } from './webhook.ts'
import { wecomWriter } from './writer.ts'

export interface WecomSettings {
  corpId: string
  secret: string
  token: string
  aesKey: string
  /** Of the platform, with no slash at the end. */
  apiBase: string
  /** Left out: our own desk keeps it. */
  handover?: Handover
}

/** Bytes of a photo or voice that are taken. */
const MOST_FILE = 10 * 2 ** 20

/** WeCom's customer service (微信客服). */
export function wecomChannel(settings: WecomSettings, ports: ChannelPorts): PlatformChannel {
  const { corpId, secret, token, aesKey, apiBase: base } = settings
  const tokenPath = `/cgi-bin/gettoken?${new URLSearchParams({ corpid: corpId, corpsecret: secret })}`
  const api = new PlatformApi({ ...ports, base, name: `wecom/${corpId}`, tokenPath })
  const intake = new Intake(
    { ...ports, channel: 'wecom' },
    {
      read: readItem,
      fetch: async ({ mediaId }) =>
        (await api.download('/cgi-bin/media/get', { media_id: mediaId }, MOST_FILE)).content,
    },
  )
  const { channels } = ports.store
  const sync = new KfSync({ ...ports, api, keep: (items, read) => intake.keep(items, read) })
  const webhook = wecomWebhook({
    ...ports,
    settings: { token, aesKey, receiver: corpId },
    announce: async (account, callToken) => {
      await channels.want({ channel: 'wecom', account, token: callToken })
      void sync.read(account)
    },
  })
  const drain = async (): Promise<void> => {
    await readWanted(ports, (account) => sync.read(account))
    await intake.drain()
  }
  return {
    channel: { webhook, drain },
    sender: new PlatformSender({ ...ports, channel: 'wecom' }, writerOf(ports, api, settings.handover)),
  }
}

/** Never throws. */
async function readWanted(
  { store, report }: ChannelPorts,
  read: (account: ChannelOwner['account']) => Promise<void>,
): Promise<void> {
  try {
    await Promise.all((await store.channels.wanted('wecom')).map(read))
  } catch (error) {
    report(error)
  }
}

function writerOf(ports: ChannelPorts, api: PlatformApi, to: Handover | undefined) {
  const { store, say } = ports
  const inChinese = (key: string, community: string, vars?: Record<string, string>) => say(key, community, 'zh', vars)
  return wecomWriter({
    ...ports,
    api,
    ...(to && { handover: new KfHandover({ ...ports, api, say: inChinese }, to) }),
    noteNotOurs: async (conversationId) => {
      const community = (await store.conversations.find(conversationId))?.community ?? ''
      const author = say('channel_note_author', community, 'zh')
      await store.channels.note(conversationId, { author, text: say('channel_not_ours', community, 'zh') })
    },
  })
}
