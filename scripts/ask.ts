import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { QiaoError } from '../bot/errors.ts'
import type { TurnAnswer } from '../bot/turn.ts'
import type { Conversation, Message } from '../bot/types.ts'
import { readConfig } from '../config.ts'
import { loadKnowledge } from '../knowledge/load.ts'
import { inProcessLive } from '../live/inProcess.ts'
import { openStore } from '../store/open.ts'
import { seedBoards, wireBrain } from '../wire/brain.ts'
import { newId, systemClock } from '../wire/ids.ts'
import { shippedClassifier } from '../wire/shippedModel.ts'
import { runCommand } from './command.ts'

const inputLine = z.union([
  z.looseObject({ text: z.string() }),
  z.looseObject({ question: z.string() }),
  z.looseObject({ turns: z.array(z.looseObject({ owner: z.string() })).min(1) }),
])
type InputLine = z.infer<typeof inputLine>

/** `npm run --silent ask -- TEXT… [--json]` or `--input FILE`: the whole path of a message, on a throw-away record. */
await runCommand('ask', async () => {
  const { values, positionals } = parseArgs({
    options: { json: { type: 'boolean', default: false }, input: { type: 'string' } },
    allowPositionals: true,
  })
  const asker = await openAsker()
  if (values.input !== undefined) await askFile(asker, values.input)
  else if (positionals.length) await askOnce(asker, positionals.join(' '), values.json)
  else throw new QiaoError('bad_input', 'ask needs a TEXT or --input FILE')
  await asker.close()
})

type Asker = Awaited<ReturnType<typeof openAsker>>

async function openAsker() {
  const config = readConfig()
  const knowledge = loadKnowledge(config.KNOWLEDGE_DIR)
  const classifier = await shippedClassifier(knowledge, join(config.DATA_DIR, 'model'))
  const store = await openStore({ file: ':memory:', clock: systemClock, newId })
  await seedBoards(knowledge, store, systemClock)
  const report = (error: unknown) =>
    process.stderr.write(`ask: ${error instanceof Error ? error.stack : String(error)}\n`)
  const live = inProcessLive(report)
  const { turns } = wireBrain({ knowledge, store, live, clock: systemClock, classifier: () => classifier, report })
  const community = [...knowledge.communities.keys()][0] ?? ''
  return {
    open: () => store.conversations.create({ community, locale: 'zh', channel: 'cli', tokenHash: newId() }),
    say: async (conversation: Conversation, text: string): Promise<TurnAnswer> => {
      const accepted = await store.conversations.accept(conversation.id, { clientMessageId: newId(), text })
      if (accepted.kind === 'conflict') throw new QiaoError('conflict', 'a message id was given twice')
      return turns.run(conversation.id, accepted.message.seq)
    },
    close: () => store.close(),
  }
}

async function askOnce(asker: Asker, text: string, json: boolean): Promise<void> {
  const answer = await asker.say(await asker.open(), text)
  if (json) writeLine(resultOf(text, answer))
  else for (const reply of answer.replies) process.stdout.write(`${asRead(reply)}\n\n`)
}

async function askFile(asker: Asker, path: string): Promise<void> {
  for (const { owners, rest, counted } of readInput(path)) {
    const conversation = await asker.open()
    for (const [index, text] of owners.entries()) {
      const answer = await asker.say(conversation, text)
      writeLine({ ...rest, ...(counted ? { turn: index + 1 } : {}), ...resultOf(text, answer) })
    }
  }
}

function resultOf(text: string, { outcome, classification, replies }: TurnAnswer) {
  return {
    text,
    intent: outcome?.intent ?? classification?.intent,
    confidence: classification?.confidence,
    alternatives: classification?.alternatives,
    action: outcome?.action,
    replies: replies.map(({ text: said, choices }) => ({ text: said, ...(choices ? { choices } : {}) })),
    ...(outcome?.handoff ? { handoff: outcome.handoff } : {}),
  }
}

function readInput(path: string): { owners: string[]; rest: Record<string, unknown>; counted: boolean }[] {
  let content: string
  try {
    content = readFileSync(path, 'utf8')
  } catch (cause) {
    throw new QiaoError('bad_input', `${path} cannot be read`, { cause })
  }
  return content
    .split('\n')
    .map((line, index) => ({ line, where: `${path}, line ${index + 1}` }))
    .filter(({ line }) => line.trim())
    .map(({ line, where }) => ownersOf(parseLine(line, where)))
}

function parseLine(line: string, where: string): InputLine {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (cause) {
    throw new QiaoError('bad_input', `${where} is not JSON`, { cause })
  }
  const result = inputLine.safeParse(value)
  if (!result.success) throw new QiaoError('bad_input', `${where} has neither "text", "question" nor "turns"`)
  return result.data
}

/** The owner's words, and the input's other fields, which are carried over where the result has none of that name. */
function ownersOf(line: InputLine) {
  const { text, question, turns, ...rest } = line as { text?: string; question?: string; turns?: { owner: string }[] }
  const owners = turns ? turns.map(({ owner }) => owner) : [text ?? question ?? '']
  return { owners, rest, counted: turns !== undefined }
}

function asRead({ text, choices }: Message): string {
  return [text, ...(choices ?? []).map(({ title }) => `  ▸ ${title}`)].join('\n')
}

function writeLine(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`)
}
