import { runCommand } from '../scripts/command.ts'

/** What `npm run bench -- FORM` measures; each is loaded when it is asked for. */
const FORMS: Record<string, () => Promise<(args: string[]) => Promise<void>>> = {
  intents: async () => (await import('./intents/run.ts')).benchIntents,
  retrain: async () => (await import('./intents/retrain.ts')).benchRetrain,
  load: async () => (await import('./load/run.ts')).benchLoad,
  soak: async () => (await import('./load/soak.ts')).benchSoak,
}

/** Without a form: the classifier beside its peers, on the messages that are kept for it. */
const USUAL = ['intents', '--peers', '--out', 'dist', '--set', 'owners=:test/messages/owners-a.jsonl']

await runCommand('bench', async () => {
  const given = process.argv.slice(2)
  const [form = '', ...args] = given.length ? given : USUAL
  const load = FORMS[form]
  if (!load) throw new Error(`there is no form ${form}; there are ${Object.keys(FORMS).join(', ')}`)
  const run = await load()
  await run(args)
})
