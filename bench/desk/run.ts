import { loadavg } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { buildPages } from '../../scripts/buildPages.ts'
import { runCommand } from '../../scripts/command.ts'
import { clerkAtWork, hear, ownerSays } from './load.ts'
import { openPlace, type Place } from './place.ts'
import { drawnIn, firstView, openBrowser, openScreen, watchThread } from './screen.ts'

const LISTS = ['waiting', 'resolved', 'unanswered'] as const
const VIEWS = 5

/**
 * `npm run bench:desk`: how long until a desk with 10,000 tickets shows its list in Chromium, and until an owner's
 * message is on a clerk's screen with 50 clerks and 500 conversations connected. Server, load and browser are processes
 * of their own on this machine.
 */
await runCommand('bench:desk', async () => {
  const { values } = parseArgs({
    options: {
      tickets: { type: 'string', default: '10000' },
      open: { type: 'string', default: '500' },
      clerks: { type: 'string', default: '50' },
      messages: { type: 'string', default: '300' },
      perSecond: { type: 'string', default: '10' },
    },
  })
  const count = { tickets: Number(values.tickets), open: Number(values.open), clerks: Number(values.clerks) }
  say(`load of the machine at the start: ${loadavg().map((one) => one.toFixed(1))}`)
  await buildPages()
  const place = await openPlace(count)
  const browser = await openBrowser()
  try {
    for (const list of LISTS) await views(place, browser, list)
    await messages(place, browser, Number(values.messages), Number(values.perSecond))
  } finally {
    await browser.close()
    await place.stop()
  }
  say(`load at the end: ${loadavg().map((one) => one.toFixed(1))}`)
})

type Browser = Awaited<ReturnType<typeof openBrowser>>

async function views({ url, clerks }: Place, browser: Browser, list: string): Promise<void> {
  const times: number[] = []
  for (let view = 0; view < VIEWS; view++) times.push(await firstView(browser, url, clerks[0]!, list))
  say(`first view of “${list}”: ${quantiles(times)}`)
}

/** Owners write at an even pace; who looks at a ticket reads it again as the page does, one of them in a browser. */
async function messages(place: Place, browser: Browser, count: number, perSecond: number): Promise<void> {
  const { url, clerks, open } = place
  const said = new Map<string, number>()
  const heard: number[] = []
  const note = (texts: string[]) => {
    for (const text of texts) {
      const at = said.get(text)
      if (at !== undefined) heard.push(Date.now() - at)
      said.delete(text)
    }
  }
  const [watched] = open
  const screen = await openScreen(browser, url, clerks[0]!, `/t/${watched!.ticketId}`)
  await watchThread(screen)
  const stops = clerks.slice(1).map((clerk, index) => clerkAtWork(place, clerk, open[index + 1]!, note))
  for (const { conversationId, token } of open)
    stops.push(
      hear(`${url}/api/conversations/${conversationId}/events`, { authorization: `Bearer ${token}` }, () => {}),
    )
  await wait(3000)
  const drawn = new Map<string, number>()
  const refused: string[] = []
  const sending: Promise<unknown>[] = []
  for (let index = 0; index < count; index++) {
    // Every fifth is written to the one who looks in a browser, whose own pace is held apart.
    const onScreen = index % 5 === 0
    const to = onScreen ? watched! : open[1 + (index % (clerks.length - 1))]!
    const text = `第${index}句，灯还没修`
    ;(onScreen ? drawn : said).set(text, Date.now())
    sending.push(ownerSays(url, to.conversationId, to.token, text).catch((error: Error) => refused.push(error.message)))
    await wait(1000 / perSecond)
  }
  await Promise.all(sending)
  await wait(3000)
  const seen = await drawnIn(screen)
  const shown = [...drawn].flatMap(([text, at]) => (seen[text] === undefined ? [] : [seen[text] - at]))
  for (const stop of stops) stop()
  if (refused.length) say(`refused: ${refused.length}, ${refused[0]}`)
  say(`an owner’s message read by the clerk (${heard.length} of ${heard.length + said.size}): ${quantiles(heard)}`)
  say(`an owner’s message drawn on the clerk’s screen (${shown.length} of ${drawn.size}): ${quantiles(shown)}`)
}

function quantiles(times: number[]): string {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0)
  return `p50 ${at(0.5)} ms, p90 ${at(0.9)} ms, p99 ${at(0.99)} ms`
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
