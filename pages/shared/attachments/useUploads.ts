import { useEffect, useRef, useState } from 'preact/hooks'
import { type Attachment, isDrawn, MOST_ATTACHMENTS } from '../../../bot/types.ts'
import { ProblemError } from '../api/problem.ts'
import { newId } from '../newId.ts'

/** Bytes, as the server takes them. */
const MOST_BYTES = 10 * 2 ** 20

/** A file that was chosen and not sent yet. */
export interface Upload {
  key: string
  name: string
  /** Address of its picture in this page's memory, where it can be drawn. */
  picture?: string
  /** Address of its sound in this page's memory, where it is a recording. */
  sound?: string
  /** Once the server has it. */
  attachment?: Attachment
  /** Why it has not, in words. */
  failure?: string
}

export interface Uploads {
  list: Upload[]
  /** Too many were chosen. */
  over: boolean
  /** Nothing is still on its way or has failed. */
  settled: boolean
  add(files: Iterable<File>): void
  remove(key: string): void
  /** Gives what the server has, and begins afresh. */
  take(): Attachment[]
  /** What the server has and no message took up after all. */
  putBack(attachments: readonly Attachment[]): void
}

/** Why a file did not go up, in the reader's language. */
export interface UploadWords {
  failed: string
  tooLarge: string
}

/** Uploads each file as it is chosen, so that sending waits for nothing. */
export function useUploads(upload: (file: File) => Promise<string>, words: UploadWords): Uploads {
  const [list, setList] = useState<Upload[]>([])
  const [over, setOver] = useState(false)
  const addresses = useRef(new Set<string>())
  const forget = ({ picture, sound }: Upload) => {
    const address = picture ?? sound
    if (!address) return
    URL.revokeObjectURL(address)
    addresses.current.delete(address)
  }
  useEffect(
    () => () => {
      for (const address of addresses.current) URL.revokeObjectURL(address)
    },
    [],
  )
  const settle = (key: string, change: Partial<Upload>) =>
    setList((now) => now.map((one) => (one.key === key ? { ...one, ...change } : one)))
  const begin = (file: File): Upload => {
    const one: Upload = { key: newId(), name: file.name, ...shownBefore(file) }
    const address = one.picture ?? one.sound
    if (address) addresses.current.add(address)
    if (file.size > MOST_BYTES) return { ...one, failure: words.tooLarge }
    upload(file).then(
      (id) => settle(one.key, { attachment: { id, name: file.name, type: file.type, size: file.size } }),
      (error: unknown) => settle(one.key, { failure: (error instanceof ProblemError && error.title) || words.failed }),
    )
    return one
  }
  return {
    list,
    over,
    settled: list.every(({ attachment }) => attachment !== undefined),
    add: (files) => {
      const chosen = [...files]
      const room = MOST_ATTACHMENTS - list.length
      setOver(chosen.length > room)
      const begun = chosen.slice(0, room).map(begin)
      setList((now) => [...now, ...begun])
    },
    remove: (key) => {
      setOver(false)
      for (const one of list) if (one.key === key) forget(one)
      setList((now) => now.filter((one) => one.key !== key))
    },
    take: () => {
      list.forEach(forget)
      setList([])
      setOver(false)
      return list.flatMap(({ attachment }) => attachment ?? [])
    },
    putBack: (attachments) => {
      const back = attachments.map((attachment) => ({ key: attachment.id, name: attachment.name, attachment }))
      setList((now) => [...back, ...now].slice(0, MOST_ATTACHMENTS))
    },
  }
}

/** A picture is seen and a recording heard before it is sent. */
function shownBefore(file: File): Pick<Upload, 'picture' | 'sound'> {
  if (isDrawn(file.type)) return { picture: URL.createObjectURL(file) }
  return file.type.startsWith('audio/') ? { sound: URL.createObjectURL(file) } : {}
}
