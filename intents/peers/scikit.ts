import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Example } from '../types.ts'
import { LineProcess } from './lineProcess.ts'
import type { Guess, Peer, PeerKind } from './peer.ts'
import { stemsOf } from './stems.ts'

const SCRIPT = fileURLToPath(new URL('./scikit.py', import.meta.url))
/** The script says it once, when it is trained. */
const TRAINED = 'trained'

/** scikit-learn's linear support vector machine on tf-idf of our words and of characters, where Python has it. */
export const scikit: PeerKind = {
  name: 'scikit-learn',
  find: () => (spawnSync('python3', ['-c', 'import sklearn']).status === 0 ? train : undefined),
}

async function train(examples: readonly Example[]): Promise<Peer> {
  const dir = mkdtempSync(join(tmpdir(), 'scikit-'))
  const input = join(dir, 'examples.json')
  writeFileSync(input, JSON.stringify(examples.map(({ text, intent }) => [stemsOf(text).join(' '), intent])))
  const running = new LineProcess('python3', [SCRIPT, input])
  if ((await running.ask('')) !== TRAINED) throw new Error('scikit-learn could not be trained')
  return {
    guess: async (text) => JSON.parse(await running.ask(stemsOf(text).join(' '))) as Guess,
    close: () => {
      running.close()
      rmSync(dir, { recursive: true })
    },
  }
}
