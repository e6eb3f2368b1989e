import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Store } from '../../bot/ports.ts'
import { openStore } from '../../store/open.ts'
import { aConversation, handClock, says } from './fixtures.ts'

const run = promisify(execFile)

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qiao-backup-'))
})
afterEach(() => rm(folder, { recursive: true }))

const open = (file: string) => openStore({ file, clock: handClock(), newId: randomUUID })
const at = (name: string) => join(folder, name)

/** A script of the product, as an operator runs it. */
const script = (name: string, ...args: string[]) =>
  run(process.execPath, ['--import', 'tsx', `scripts/${name}.ts`, ...args], {
    env: { ...process.env, DATA_DIR: folder, DATABASE_URL: '' },
  })

async function textsOf(store: Store, id: string): Promise<string[]> {
  const texts: string[] = []
  for (;;) {
    const more = await store.conversations.messages(id, texts.length, 500)
    if (more.length === 0) return texts
    texts.push(...more.map(({ text }) => text))
  }
}

test('a backup taken while owners write holds all that was acknowledged before it, without a gap', async () => {
  const store = await open(at('qiao.db'))
  const { id } = await aConversation(store)
  const file = { name: 'a.png', type: 'image/png', content: Buffer.from('png') }
  const added = await store.attachments.add(id, file)
  if (added.kind !== 'stored') throw new Error('the file was not taken')
  await store.conversations.accept(id, { clientMessageId: 'photo', text: '看图', attachments: [added.id] })
  for (let n = 0; n < 300; n += 1) await says(store, id, `之前${n}`)
  const before = await textsOf(store, id)
  const backup = { done: false }
  const taken = script('backup', '--to', at('copy.db')).finally(() => {
    backup.done = true
  })
  let during = 0
  for (; !backup.done; during += 1) await says(store, id, `其间${during}`)
  await taken
  const after = await textsOf(store, id)
  await store.close()
  expect(during).toBeGreaterThan(10)

  await script('restore', '--from', at('copy.db'), '--data', at('again'))
  const restored = await open(at('again/qiao.db'))
  const kept = await textsOf(restored, id)
  expect(kept.slice(0, before.length)).toEqual(before)
  expect(kept).toEqual(after.slice(0, kept.length))
  const photo = await restored.attachments.ofConversation(id, added.id)
  expect(Buffer.from(photo!.content).toString()).toBe('png')
  expect(await says(restored, id, '之后')).toBe(kept.length + 1)
  await restored.close()
})

test('nothing that is there is written over, and what is no record is not restored', async () => {
  await (await open(at('qiao.db'))).close()
  await writeFile(at('there'), 'mine')
  await expect(script('backup', '--to', at('there'))).rejects.toMatchObject({ stderr: /there already/ })
  await expect(script('restore', '--from', at('qiao.db'), '--data', folder)).rejects.toMatchObject({ code: 2 })
  await expect(script('restore', '--from', at('there'), '--data', at('new'))).rejects.toMatchObject({
    stderr: /no record, or is damaged/,
  })
  await expect(stat(at('new/qiao.db'))).rejects.toMatchObject({ code: 'ENOENT' })
  await expect(script('backup', '--to', at('nowhere/copy.db'))).rejects.toMatchObject({ code: 2 })
})
