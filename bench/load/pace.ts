import { setTimeout as pause } from 'node:timers/promises'
import type { Speaker, Speakers } from './talk.ts'

/** Takes one text after the other, and begins again. */
export type Texts = () => string

export function inTurn(texts: readonly string[]): Texts {
  let next = 0
  return () => texts[next++ % texts.length] ?? ''
}

export interface Load {
  /** Each speaker takes the next. */
  urls: string[]
  speakers: Speakers
  /** How many speak at once. */
  together: number
  seconds: number
  texts: Texts
}

async function inLoad<T>({ urls, speakers, together }: Load, work: (all: Speaker[]) => Promise<T>): Promise<T> {
  const all = await Promise.all(Array.from({ length: together }, (_, n) => speakers(urls[n % urls.length] ?? '')))
  try {
    return await work(all)
  } finally {
    for (const speaker of all) speaker.close()
  }
}

/** Everyone speaks again as soon as they are answered; how many messages were answered in a second. */
export function asFastAsAnswered(load: Load): Promise<number> {
  return inLoad(load, async (all) => {
    const began = performance.now()
    const until = began + load.seconds * 1000
    let answered = 0
    const speak = async (speaker: Speaker): Promise<void> => {
      while (performance.now() < until) {
        await speaker.say(load.texts())
        answered += 1
      }
    }
    await Promise.all(all.map(speak))
    return answered / ((performance.now() - began) / 1000)
  })
}

const TICK_MS = 5

/**
 * So many messages a second, whether or not those before are answered. Milliseconds from when each was due to its
 * answer, so that a server that stands still makes all of them late that should have come meanwhile.
 */
export function atRate(load: Load, perSecond: number, each?: (ms: number) => void): Promise<number[]> {
  return inLoad(load, async (all) => {
    const free = [...all]
    const due: number[] = []
    const took: number[] = []
    let failed: Error | undefined
    const speak = async (speaker: Speaker, at: number): Promise<void> => {
      for (let next: number | undefined = at; next !== undefined; next = due.shift()) {
        await speaker.say(load.texts())
        took.push(performance.now() - next)
        each?.(performance.now() - next)
      }
      free.push(speaker)
    }
    const under = new Set<Promise<void>>()
    const begin = (speaker: Speaker, at: number): void => {
      const speaking = speak(speaker, at)
        .catch((error: Error) => {
          failed = error
        })
        .finally(() => under.delete(speaking))
      under.add(speaking)
    }
    const began = performance.now()
    for (let sent = 0; performance.now() - began < load.seconds * 1000 && !failed; ) {
      const now = performance.now()
      for (; began + (sent * 1000) / perSecond <= now; sent += 1) {
        const at = began + (sent * 1000) / perSecond
        // The one that has been silent longest, so that no line is idle for so long that the server closes it.
        const speaker = free.shift()
        if (!speaker) due.push(at)
        else begin(speaker, at)
      }
      await pause(TICK_MS)
    }
    await Promise.all(under)
    if (failed) throw failed
    return took
  })
}
