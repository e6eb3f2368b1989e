import { createCipheriv, randomBytes } from 'node:crypto'
import { decrypt as wecomDecrypt, encrypt as wecomEncrypt, getSignature as wecomSignature } from '@wecom/crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import WechatCrypto from 'wechat-crypto'
import { Envelope, isSame, RefusedCall, signatureOf } from '../../bot/channels/envelope.ts'
import { inParts } from '../../bot/channels/text.ts'
import { readXml, writeXml } from '../../bot/channels/xml.ts'

const TOKEN = 'bridge-token'
const APP = 'wx5823bf96d3bd56c7'
const AES_KEY = 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C'
const envelope = new Envelope({ token: TOKEN, aesKey: AES_KEY, receiver: APP })
const wechat = new WechatCrypto(TOKEN, AES_KEY, APP)

/** Up to 2 kB of Chinese, emoji, markup and what else owners type. */
const messages = fc.string({
  unit: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCodePoint(code)) },
    { weight: 1, arbitrary: fc.constantFrom('😀', '👨‍👩‍👧‍👦', '🇨🇳', '𠮷', '①', '…', '<', '&', ']]>', '\n', '"', '0') },
    { weight: 2, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }) },
  ),
  maxLength: 600,
  size: 'max',
})

const reasonOf = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    if (error instanceof RefusedCall) return error.reason
    throw error
  }
  return 'taken'
}

describe('the envelope', () => {
  test('agrees with two packages that others wrote, both ways, over 10,000 messages', () => {
    let longest = 0
    fc.assert(
      fc.property(messages, fc.nat(2e9).map(String), fc.string({ maxLength: 12 }), (text, timestamp, nonce) => {
        longest = Math.max(longest, Buffer.byteLength(text))
        const ours = envelope.encrypt(text)
        expect(wechat.decrypt(ours)).toEqual({ message: text, id: APP })
        expect(wecomDecrypt(AES_KEY, ours)).toMatchObject({ message: text, id: APP })
        expect(envelope.decrypt(wechat.encrypt(text))).toBe(text)
        expect(envelope.decrypt(wecomEncrypt(AES_KEY, text, APP))).toBe(text)
        const signature = envelope.sign(timestamp, nonce, ours)
        expect(signature).toBe(wechat.getSignature(timestamp, nonce, ours))
        expect(signature).toBe(wecomSignature(TOKEN, timestamp, nonce, ours))
      }),
      { numRuns: 10_000, seed: 20261124 },
    )
    expect(longest).toBeGreaterThan(1500)
  }, 240_000)

  test('2 kB of one sign, of every length around a block', () => {
    for (const length of [0, 1, 11, 12, 13, 31, 32, 33, 63, 64, 65, 2047, 2048]) {
      const text = 'x'.repeat(length)
      expect(envelope.decrypt(wechat.encrypt(text))).toBe(text)
      expect(wechat.decrypt(envelope.encrypt(text)).message).toBe(text)
    }
  })

  test('every flipped bit is refused by the signature', () => {
    const encrypted = envelope.encrypt('燃气通了吗')
    const call = { timestamp: '1700000000', nonce: 'n', signature: envelope.sign('1700000000', 'n', encrypted) }
    expect(envelope.open({ ...call, encrypted })).toBe('燃气通了吗')
    const bytes = Buffer.from(encrypted, 'base64')
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const flipped = Buffer.from(bytes)
      flipped[bit >> 3]! ^= 1 << (bit & 7)
      expect(reasonOf(() => envelope.open({ ...call, encrypted: flipped.toString('base64') }))).toBe('signature')
    }
    for (const wrong of ['', 'x', call.signature.slice(1), `${call.signature}0`, call.signature.toUpperCase()])
      expect(reasonOf(() => envelope.open({ ...call, encrypted, signature: wrong }))).toBe('signature')
    expect(reasonOf(() => envelope.open({ ...call, encrypted, timestamp: '1700000001' }))).toBe('signature')
    expect(reasonOf(() => envelope.open({ ...call, encrypted, nonce: 'm' }))).toBe('signature')
  })

  test('even well signed, what is cut off, padded wrongly, told in length wrongly or for another is refused', () => {
    const other = new Envelope({ token: TOKEN, aesKey: AES_KEY, receiver: 'wx0000000000000000' })
    expect(reasonOf(() => envelope.decrypt(other.encrypt('您好')))).toBe('account')
    expect(reasonOf(() => envelope.decrypt(new WechatCrypto(TOKEN, AES_KEY, `${APP}x`).encrypt('您好')))).toBe(
      'account',
    )
    const whole = Buffer.from(envelope.encrypt('很长的一句话'.repeat(20)), 'base64')
    for (let length = 0; length < whole.length; length++)
      expect(['envelope', 'account']).toContain(reasonOf(() => envelope.decrypt(whole.toString('base64', 0, length))))
    for (const text of ['', '!', 'AAAA', `${envelope.encrypt('x')}!`, ` ${envelope.encrypt('x')}`])
      expect(reasonOf(() => envelope.decrypt(text))).toBe('envelope')
    let refused = 0
    // Blocks that nobody encrypted: the last byte looks like padding once in eight times, and the rest does not.
    for (let n = 0; n < 500; n++)
      if (reasonOf(() => envelope.decrypt(randomBytes(64).toString('base64'))) !== 'taken') refused += 1
    expect(refused).toBe(500)
  })

  test('a padding of which only the last byte is right is refused, though both packages take it', () => {
    const key = Buffer.from(`${AES_KEY}=`, 'base64')
    const inside = Buffer.concat([randomBytes(16), Buffer.from([0, 0, 0, 2]), Buffer.from(`ok${APP}`)])
    const size = 32 - (inside.length % 32)
    const sealed = (padding: Buffer): string => {
      const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
      return Buffer.concat([cipher.update(Buffer.concat([inside, padding])), cipher.final()]).toString('base64')
    }
    expect(envelope.decrypt(sealed(Buffer.alloc(size, size)))).toBe('ok')
    const forged = Buffer.alloc(size, size)
    forged[0] = size ^ 1
    expect(wechat.decrypt(sealed(forged)).message).toBe('ok')
    expect(reasonOf(() => envelope.decrypt(sealed(forged)))).toBe('envelope')
    expect(reasonOf(() => envelope.decrypt(sealed(Buffer.alloc(size, 0))))).toBe('envelope')
    expect(reasonOf(() => envelope.decrypt(sealed(Buffer.alloc(size, 33))))).toBe('envelope')
  })

  test('sameness does not depend on length or place', () => {
    expect(isSame('abc', 'abc')).toBe(true)
    for (const other of ['', 'ab', 'abd', 'abcd', 'ABC']) expect(isSame(other, 'abc')).toBe(false)
    expect(signatureOf('b', 'a', 'c')).toBe(signatureOf('c', 'b', 'a'))
  })
})

describe('XML', () => {
  const reason = (text: string) => reasonOf(() => readXml(text))

  test('values stay texts', () => {
    const xml =
      '<xml><MsgId>007</MsgId><Long>23456789012345678901234</Long><E>1e3</E><T>true</T><C><![CDATA[ <b>&amp; ]]></C><A>a &amp; b</A></xml>'
    expect(readXml(xml)).toEqual({
      MsgId: '007',
      Long: '23456789012345678901234',
      E: '1e3',
      T: 'true',
      C: ' <b>&amp; ',
      A: 'a & b',
    })
  })

  test('whatever is written is read again', () => {
    fc.assert(
      fc.property(messages, (text) => {
        const safe = text.replaceAll(']]>', ']] >')
        expect(readXml(writeXml({ Content: text })).Content).toBe(safe.replace(/\r\n?/g, '\n'))
      }),
      { numRuns: 300, seed: 7 },
    )
  })

  test('a DOCTYPE, entities, over 64 kB, and what is no XML are refused', () => {
    expect(reason('<!DOCTYPE xml [<!ENTITY a SYSTEM "file:///etc/passwd">]><xml><Content>&a;</Content></xml>')).toBe(
      'xml',
    )
    expect(reason('<!doctype xml><xml><Content>a</Content></xml>')).toBe('xml')
    expect(readXml('<xml><Content><![CDATA[<!DOCTYPE html>]]></Content></xml>')).toEqual({ Content: '<!DOCTYPE html>' })
    expect(reason(`<xml><Content>${'水'.repeat(22_000)}</Content></xml>`)).toBe('too_large')
    for (const text of [
      '',
      'x',
      '<xml>',
      '<xml/>',
      '<xml>text</xml>',
      '<other><A>1</A></other>',
      '{"a":1}',
      '<xml><A>1</B></xml>',
    ])
      expect(reason(text)).toBe('xml')
  })
})

test('long texts go in parts of 2,048 bytes, whole signs each, cut at lines and sentences', () => {
  fc.assert(
    fc.property(messages, fc.integer({ min: 60, max: 400 }), (text, most) => {
      const parts = inParts(text, most)
      for (const part of parts) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(most)
      expect(parts.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
      for (const part of parts) expect(part).not.toMatch(/\p{Surrogate}/u)
    }),
    { numRuns: 500, seed: 3 },
  )
  expect(inParts('第一行。\n第二行，长一些。', 30)).toEqual(['第一行。', '第二行，长一些。'])
  expect(inParts('短')).toEqual(['短'])
})
