import { createCipheriv, createDecipheriv, createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Refusal } from '../ports/channels.ts'

/** The padding of WeChat and WeCom goes to whole blocks of 32 bytes (PKCS#7), not of the cipher's 16. */
const BLOCK = 32
const RANDOM = 16
const LENGTH = 4

/** A call that is not what it should be. `reason` is counted; nobody outside is told it. */
export class RefusedCall extends Error {
  override readonly name = 'RefusedCall'
  constructor(
    readonly reason: Refusal,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

export interface EnvelopeSettings {
  /** Of the platform's console, shared with it. */
  token: string
  /** EncodingAESKey: 43 characters of base64. */
  aesKey: string
  /** The AppID or CorpID that every envelope ends with. */
  receiver: string
}

/** Whether these 43 characters are a key of 256 bits. */
export const isAesKey = (text: string): boolean =>
  /^[A-Za-z0-9+/]{43}$/.test(text) && Buffer.from(`${text}=`, 'base64').length === BLOCK

/** sha1 over the sorted parts, as hex: what the platforms sign their calls with. */
export function signatureOf(...parts: string[]): string {
  return createHash('sha1').update(parts.sort().join('')).digest('hex')
}

/** In a time that tells nothing of where they differ. */
export function isSame(given: string, right: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(given), hash(right))
}

/**
 * The encrypted envelope of WeChat and WeCom: AES-256-CBC, the IV being the key's first 16 bytes, over 16 random bytes,
 * the length in four bytes, the message, and the receiver.
 */
export class Envelope {
  readonly #token: string
  readonly #key: Buffer
  readonly #receiver: Buffer

  constructor({ token, aesKey, receiver }: EnvelopeSettings) {
    this.#token = token
    this.#key = Buffer.from(`${aesKey}=`, 'base64')
    this.#receiver = Buffer.from(receiver)
  }

  sign(timestamp: string, nonce: string, encrypted: string): string {
    return signatureOf(this.#token, timestamp, nonce, encrypted)
  }

  /** @throws RefusedCall `signature`, `envelope` or `account` */
  open(call: { signature: string; timestamp: string; nonce: string; encrypted: string }): string {
    if (!isSame(call.signature, this.sign(call.timestamp, call.nonce, call.encrypted)))
      throw new RefusedCall('signature', 'the signature is not ours')
    return this.decrypt(call.encrypted)
  }

  encrypt(message: string, random: Buffer = randomBytes(RANDOM)): string {
    const body = Buffer.from(message)
    const length = Buffer.alloc(LENGTH)
    length.writeUInt32BE(body.length)
    const plain = padded(Buffer.concat([random, length, body, this.#receiver]))
    const cipher = createCipheriv('aes-256-cbc', this.#key, this.#key.subarray(0, 16)).setAutoPadding(false)
    return Buffer.concat([cipher.update(plain), cipher.final()]).toString('base64')
  }

  /** @throws RefusedCall `envelope` for what is cut off, padded or told in length wrongly, `account` for another's */
  decrypt(encrypted: string): string {
    const plain = unpadded(this.#decipher(encrypted))
    if (plain.length < RANDOM + LENGTH) throw new RefusedCall('envelope', 'too short')
    const length = plain.readUInt32BE(RANDOM)
    const end = RANDOM + LENGTH + length
    if (end > plain.length) throw new RefusedCall('envelope', 'the length is more than there is')
    if (!plain.subarray(end).equals(this.#receiver)) throw new RefusedCall('account', 'it is for somebody else')
    return plain.toString('utf8', RANDOM + LENGTH, end)
  }

  #decipher(encrypted: string): Buffer {
    const block = Buffer.from(encrypted, 'base64')
    if (block.length === 0 || block.length % BLOCK !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(encrypted))
      throw new RefusedCall('envelope', 'not whole blocks of base64')
    const decipher = createDecipheriv('aes-256-cbc', this.#key, this.#key.subarray(0, 16)).setAutoPadding(false)
    return Buffer.concat([decipher.update(block), decipher.final()])
  }
}

function padded(plain: Buffer): Buffer {
  const more = BLOCK - (plain.length % BLOCK)
  return Buffer.concat([plain, Buffer.alloc(more, more)])
}

/** Every byte of the padding is looked at, since the packages that only read the last one take forged blocks. */
function unpadded(plain: Buffer): Buffer {
  const more = plain.at(-1) ?? 0
  const padding = plain.subarray(plain.length - more)
  if (more < 1 || more > BLOCK || !padding.every((byte) => byte === more))
    throw new RefusedCall('envelope', 'the padding is wrong')
  return plain.subarray(0, plain.length - more)
}
