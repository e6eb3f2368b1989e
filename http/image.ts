import sharp, { type Sharp } from 'sharp'
import { QiaoError } from '../bot/errors.ts'
import { MOST_BYTES } from './mostBytes.ts'

/** Of what is read; a few bytes can claim to be far more. Phones whose sensors have 64 million are let in. */
const MOST_PIXELS = 70_000_000
/** Of all frames together; what moves longer stands still at its first. */
const MOVING_PIXELS = 16_000_000
/** Of what is kept; the figures of a meter are still read from it. */
const LONGEST_SIDE = 4096
const MOST_SECONDS = 20
/** Pictures that wait for the one that is being painted; each holds its bytes. */
const MOST_WAITING = 12
/** Seconds after which one of them will be through. */
const COME_BACK_S = 5

const ENCODERS = {
  'image/jpeg': (image: Sharp) => image.jpeg({ quality: 85 }),
  'image/png': (image: Sharp) => image.png(),
  'image/webp': (image: Sharp) => image.webp({ quality: 85 }),
  'image/gif': (image: Sharp) => image.gif(),
} as const

type Drawn = keyof typeof ENCODERS

// Readers of other kinds never see what strangers upload, whatever it makes itself out to be.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadNsgifBuffer',
  ],
})
sharp.cache(false)

/** Whether `redrawn` knows how to write it; not so HEIC, whose reader no free build brings. */
export const isDrawable = (type: string): type is Drawn => type in ENCODERS

/**
 * The picture painted anew, upright, in sRGB and without what was written beside it: place, device, time, an earlier
 * picture, anything behind its end. One after the other, so that memory and the threads that also hash passwords are
 * never all taken by pictures.
 * @returns undefined for what cannot be read, is too large to be unpacked, or takes too long
 * @throws QiaoError `busy` where as many wait as may
 */
export async function redrawn(content: Buffer, type: Drawn): Promise<Buffer | undefined> {
  if (waiting > MOST_WAITING)
    throw new QiaoError('busy', 'too many pictures wait', {
      details: { reason: 'pictures', retryAfterSeconds: COME_BACK_S },
    })
  waiting++
  const drawing = last.then(() => draw(content, type)).catch(() => undefined)
  last = drawing
  return drawing.finally(() => waiting--)
}

let last: Promise<unknown> = Promise.resolve()
/** Those that are waited for, the one being painted among them. */
let waiting = 0

/** Whether something stands beside the pixels that painting would take away; true also for what cannot be read. */
export async function hasMore(content: Buffer): Promise<boolean> {
  try {
    const { exif, xmp, iptc, icc, comments, orientation } = await sharp(content).metadata()
    return [exif, xmp, iptc, icc, comments].some(Boolean) || (orientation ?? 1) !== 1
  } catch {
    return true
  }
}

async function draw(content: Buffer, type: Drawn): Promise<Buffer | undefined> {
  const reading = { limitInputPixels: MOST_PIXELS, failOn: 'error' } as const
  const { width, height, pages = 1 } = await sharp(content, reading).metadata()
  const animated = pages > 1 && width * height * pages <= MOVING_PIXELS
  const image = sharp(content, { ...reading, animated })
    .timeout({ seconds: MOST_SECONDS })
    .autoOrient()
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
  const painted = await ENCODERS[type](image).toBuffer()
  return painted.length <= MOST_BYTES ? painted : undefined
}
