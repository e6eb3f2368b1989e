import { fileTypeFromBuffer } from 'file-type'

export interface FileKind {
  /** MIME type, as it is kept. */
  type: string
  /** Of its name, without the dot. */
  ending: string
}

const TAKEN: Record<string, FileKind> = {
  'image/jpeg': { type: 'image/jpeg', ending: 'jpg' },
  'image/png': { type: 'image/png', ending: 'png' },
  'image/webp': { type: 'image/webp', ending: 'webp' },
  'image/gif': { type: 'image/gif', ending: 'gif' },
  'image/heic': { type: 'image/heic', ending: 'heic' },
  'image/heif': { type: 'image/heif', ending: 'heif' },
  'audio/mpeg': { type: 'audio/mpeg', ending: 'mp3' },
  'audio/mp4': { type: 'audio/mp4', ending: 'm4a' },
  'audio/x-m4a': { type: 'audio/mp4', ending: 'm4a' },
  'audio/aac': { type: 'audio/aac', ending: 'aac' },
  'audio/amr': { type: 'audio/amr', ending: 'amr' },
  'audio/wav': { type: 'audio/wav', ending: 'wav' },
  'audio/ogg': { type: 'audio/ogg', ending: 'ogg' },
  'audio/ogg; codecs=opus': { type: 'audio/ogg', ending: 'ogg' },
  'application/pdf': { type: 'application/pdf', ending: 'pdf' },
}

/**
 * How the files begin that are looked at more closely. Parsers of other kinds, archives and ASF among them, never see
 * what strangers upload.
 */
const BEGINNINGS = ['\xff', '\x89PNG', 'GIF8', 'RIFF', '#!AMR', 'OggS', '\x1a\x45\xdf\xa3', '%PDF-']

/** Where a WebM says what its tracks are, from its beginning. */
const TRACKS_WITHIN = 64 * 1024

/**
 * What a file is, by its content alone; undefined for what is neither image, voice nor PDF. Recorders of phones and
 * browsers write voice into the containers of video: those are taken when no track in them is a picture.
 */
export async function kindOf(content: Buffer): Promise<FileKind | undefined> {
  if (isTaggedMp3(content)) return TAKEN['audio/mpeg']
  if (!isLookedAt(content)) return undefined
  // A file that breaks off or is made to mislead is none of ours.
  const found = await fileTypeFromBuffer(content).catch(() => undefined)
  const mime: string = found?.mime ?? ''
  switch (mime) {
    case 'video/webm':
      return isVoiceWebm(content) ? { type: 'audio/webm', ending: 'webm' } : undefined
    case 'video/mp4':
      return isVoiceMp4(content) ? { type: 'audio/mp4', ending: 'm4a' } : undefined
    default:
      return TAKEN[mime]
  }
}

function isLookedAt(content: Buffer): boolean {
  const head = content.toString('latin1', 0, 12)
  return BEGINNINGS.some((beginning) => head.startsWith(beginning)) || head.startsWith('ftyp', 4)
}

/** A frame of MPEG sound follows the tag, whose length is in seven bits a byte (ID3v2.4, 3.1). */
function isTaggedMp3(content: Buffer): boolean {
  if (content.toString('latin1', 0, 3) !== 'ID3' || content.length < 12) return false
  const length = content.subarray(6, 10).reduce((sum, byte) => sum * 128 + (byte & 0x7f), 0)
  const frame = content.subarray(10 + length)
  return frame[0] === 0xff && ((frame[1] ?? 0) & 0xe0) === 0xe0
}

/** Codec ids begin with A_ for sound and V_ for pictures (RFC 9559, 27.2). */
function isVoiceWebm(content: Buffer): boolean {
  const head = content.subarray(0, TRACKS_WITHIN).toString('latin1')
  return /A_(OPUS|VORBIS)/.test(head) && !/V_(VP[89]|AV1|MPEG)/.test(head)
}

/** The handler type stands eight bytes behind the name of its box, once a track (ISO/IEC 14496-12, 8.4.3). */
function isVoiceMp4(content: Buffer): boolean {
  const handlers = new Set<string>()
  for (let at = content.indexOf('hdlr'); at >= 0; at = content.indexOf('hdlr', at + 4))
    handlers.add(content.toString('latin1', at + 12, at + 16))
  return handlers.has('soun') && !handlers.has('vide')
}
