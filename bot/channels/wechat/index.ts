import { PlatformApi } from '../api.ts'
import { Intake } from '../intake.ts'
import type { ChannelPorts, PlatformChannel } from '../ports.ts'
import { PlatformSender } from '../sender.ts'
import { readItem } from './items.ts'
import { wechatWebhook } from './webhook.ts'
import { wechatWriter } from './writer.ts'

export interface WechatSettings {
  appId: string
  secret: string
  token: string
  aesKey: string
  /** Of the platform, with no slash at the end. */
  apiBase: string
  templateId?: string
}

/** Bytes of a photo or voice that are taken. */
const MOST_FILE = 10 * 2 ** 20

/** A WeChat Official Account (公众号). */
export function wechatChannel(settings: WechatSettings, ports: ChannelPorts): PlatformChannel {
  const { appId, secret, token, aesKey, apiBase: base, templateId } = settings
  const query = new URLSearchParams({ grant_type: 'client_credential', appid: appId, secret })
  const tokenPath = `/cgi-bin/token?${query}`
  const api = new PlatformApi({ ...ports, base, name: `wechat/${appId}`, tokenPath })
  const intake = new Intake(
    { ...ports, channel: 'wechat' },
    {
      read: readItem,
      fetch: async ({ mediaId }) =>
        (await api.download('/cgi-bin/media/get', { media_id: mediaId }, MOST_FILE)).content,
    },
  )
  const webhook = wechatWebhook({
    ...ports,
    settings: { token, aesKey, receiver: appId },
    keep: (item) => intake.keep([item]),
  })
  const writer = wechatWriter({ ...ports, api, ...(templateId && { templateId }) })
  return {
    channel: { webhook, drain: () => intake.drain() },
    sender: new PlatformSender({ ...ports, channel: 'wechat' }, writer),
  }
}
