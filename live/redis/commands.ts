import { readFileSync } from 'node:fs'
import type { Client } from './connect.ts'

/** How many keys each takes; what they are stands in its file. */
const KEYS = {
  takeLease: 2,
  endIfMine: 1,
  renewIfMine: 1,
  count: 1,
  uncount: 1,
  takeToken: 2,
  keepToken: 2,
  say: 1,
  here: 1,
  present: 1,
} as const

type Name = keyof typeof KEYS

/** Runs one atomic command, of live/redis/commands. */
export type Run = (name: Name, ...values: (string | number)[]) => Promise<unknown>

/** Teaches the connection the atomic commands. */
export function commandsOf(client: Client): Run {
  for (const [name, numberOfKeys] of Object.entries(KEYS)) {
    const lua = readFileSync(new URL(`./commands/${name}.lua`, import.meta.url), 'utf8')
    client.defineCommand(name, { numberOfKeys, lua })
  }
  const defined = client as unknown as Record<Name, (...values: (string | number)[]) => Promise<unknown>>
  return (name, ...values) => defined[name](...values)
}
