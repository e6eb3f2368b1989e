import type { Message } from '../../bot/types.ts'
import type { Story } from './owners.ts'

/** What is wrong with a conversation after the kills, against one that nothing disturbed; empty when all is well. */
export function findingsOf(story: Story, seen: Message[], undisturbed: Message[]): string[] {
  const wrong = [...order(seen), ...lost(story, seen), ...answers(story, seen, undisturbed)]
  return wrong.map((what) => `${story.manner} ${story.id}: ${what}`)
}

function order(seen: Message[]): string[] {
  const gap = seen.findIndex(({ seq }, n) => seq !== n + 1)
  return gap < 0 ? [] : [`seq ${seen[gap]?.seq} stands where ${gap + 1} should`]
}

function lost({ acknowledged }: Story, seen: Message[]): string[] {
  return acknowledged
    .filter(({ id, seq, text }) => !seen.some((one) => one.id === id && one.seq === seq && one.text === text))
    .map(({ seq, text }) => `lost the acknowledged message ${seq} “${text}”`)
}

/** Every owner's message once, with just the replies that it gets undisturbed, as often. */
function answers({ manner }: Story, seen: Message[], undisturbed: Message[]): string[] {
  const turns = turnsOf(undisturbed)
  const asked = seen.filter(({ from }) => from === 'owner').map(({ text }) => text)
  const expected = turns.slice(0, manner === 'gone' ? asked.length : turns.length).flat()
  const [want, have] = [lines(expected), lines(seen)]
  // Questions asked at once may be stored in any order.
  if (manner === 'hasty') for (const one of [want, have]) one.sort()
  return want.join('\n') === have.join('\n')
    ? []
    : [
        `has ${have.length} messages and should have ${want.length}:\n  ${have.join('\n  ')}\n instead of\n  ${want.join('\n  ')}`,
      ]
}

/** Each owner's message with the replies after it. */
function turnsOf(messages: Message[]): Message[][] {
  const turns: Message[][] = []
  for (const message of messages)
    if (message.from === 'owner') turns.push([message])
    else turns.at(-1)?.push(message)
  return turns
}

const lines = (messages: Message[]): string[] => messages.map(({ from, text }) => `${from}: ${JSON.stringify(text)}`)
