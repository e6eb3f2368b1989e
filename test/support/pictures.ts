import sharp from 'sharp'

/*
 * Pictures as cameras and programs write them, small. The PNG is already as it is kept: painted anew, it has the same
 * bytes.
 */

const RED = { r: 200, g: 30, b: 30 }
const BLUE = { r: 30, g: 30, b: 200 }

const plain = (width = 2, height = 2) => sharp({ create: { width, height, channels: 3, background: RED } })

export const PNG = bytes(await plain().png().toBuffer())
export const JPEG = bytes(await plain().jpeg().toBuffer())
export const WEBP = bytes(await plain().webp().toBuffer())
export const GIF = bytes(await plain().gif().toBuffer())

/** An iPhone's: named, and so taken for a photo, with nothing in it. */
export const HEIC = bytes(
  Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic', 'latin1'), Buffer.alloc(20)]),
)

/** Red above blue as it is seen; the phone was held upside down, and wrote down where. */
export async function photoFromAPhone(width = 16, height = 32): Promise<Uint8Array<ArrayBuffer>> {
  const seen = await sharp({ create: { width, height, channels: 3, background: RED } })
    .composite([{ input: await block(width, height / 2), raw: raw(width, height / 2), top: height / 2, left: 0 }])
    .png()
    .toBuffer()
  const taken = await sharp(seen).rotate(180).jpeg({ quality: 95 }).toBuffer()
  const place = { GPSLatitudeRef: 'N', GPSLatitude: '30/1 39/1 2512/100' }
  const written = { IFD0: { Make: 'Kamera', Model: 'K1', Orientation: '3' }, IFD3: place }
  return bytes(await sharp(taken).withExif(written).withMetadata({ orientation: 3 }).jpeg({ quality: 95 }).toBuffer())
}

/** A GIF that moves. */
export async function moving(frames: number, width: number, height: number): Promise<Uint8Array<ArrayBuffer>> {
  const pixels = Buffer.alloc(frames * width * height * 3)
  for (let frame = 0; frame < frames; frame++)
    pixels.fill(frame % 2 ? 200 : 20, frame * width * height * 3, (frame + 1) * width * height * 3)
  const film = sharp(pixels, { raw: { width, height: height * frames, channels: 3, pageHeight: height } })
  return bytes(await film.gif({ delay: new Array(frames).fill(100) }).toBuffer())
}

/** A few kilobytes that unpack to more than a server should hold. */
export const bomb = async (width: number, height: number): Promise<Uint8Array<ArrayBuffer>> =>
  bytes(await plain(width, height).png({ compressionLevel: 9 }).toBuffer())

const raw = (width: number, height: number) => ({ width, height, channels: 3 }) as const

const block = (width: number, height: number): Promise<Buffer> =>
  sharp({ create: { ...raw(width, height), background: BLUE } })
    .raw()
    .toBuffer()

function bytes(buffer: Buffer): Uint8Array<ArrayBuffer> {
  return new Uint8Array(buffer)
}
