import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { PlatformApi } from '../../bot/channels/api.ts'
import type { LiveSide } from '../../bot/ports.ts'
import { redisSide } from '../../live/redis/index.ts'
import { testClock } from '../support/clock.ts'
import { isSkipped } from '../support/services/programs.ts'
import { TestRedis } from '../support/services/redis.ts'
import { WECHAT, WechatPlatform } from './wechatPlatform.ts'

/** Two instances with one Redis; the platform ends a token when it gives another. */
describe.skipIf(isSkipped('redis'))('the access token of two instances', () => {
  let redis: TestRedis
  const sides: LiveSide[] = []
  const platform = new WechatPlatform(testClock())
  beforeAll(async () => {
    redis = await TestRedis.start()
    await platform.start()
  })
  afterAll(async () => {
    await Promise.all(sides.map((side) => side.stop()))
    await platform.stop()
    await redis.stop()
  })

  const instances = async () => {
    const prefix = `test-${randomUUID()}:`
    const clock = { now: () => new Date() }
    const query = new URLSearchParams({ grant_type: 'client_credential', appid: WECHAT.appId, secret: WECHAT.secret })
    const open = async () => {
      const parts = { url: redis.url, prefix, instance: randomUUID(), clock, newId: randomUUID }
      const side = await redisSide({ ...parts, report: () => undefined })
      sides.push(side)
      return new PlatformApi({
        base: platform.url,
        name: `wechat/${WECHAT.appId}`,
        tokenPath: `/cgi-bin/token?${query}`,
        tokens: side.tokens,
        fetch,
        deadline: () => AbortSignal.timeout(8000),
      })
    }
    return [await open(), await open()] as const
  }

  test('is asked for once, whoever calls first, and once more when somebody else has ended it', async () => {
    const [one, other] = await instances()
    platform.phone('oShared')
    const send = (api: PlatformApi, n: number) => {
      platform.message('oShared', { MsgType: 'text', Content: String(n) })
      const body = { touser: 'oShared', msgtype: 'text', text: { content: String(n) } }
      return api.call('/cgi-bin/message/custom/send', body, z.looseObject({}))
    }
    const all = (from: number) => Promise.all(Array.from({ length: 5 }, (_, n) => send(n % 2 ? one : other, from + n)))
    await all(0)
    expect(platform.tokensGiven).toBe(1)
    platform.spoilToken()
    platform.message('oShared', { MsgType: 'text', Content: 'x' })
    await all(5)
    expect(platform.tokensGiven).toBe(2)
    expect(platform.phone('oShared').texts).toHaveLength(10)
  })
})
