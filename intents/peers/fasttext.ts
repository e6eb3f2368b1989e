import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Example } from '../types.ts'
import { LineProcess } from './lineProcess.ts'
import type { Peer, PeerKind } from './peer.ts'
import { stemsOf } from './stems.ts'

const LABEL = '__label__'
/** What its tutorial ends with for texts of a line; one thread, so that a seed gives the same model. */
const SETTINGS = ['-lr', '0.5', '-epoch', '25', '-wordNgrams', '2', '-thread', '1', '-seed', '1']

/** fastText on our words and stems, where its program is on the PATH. */
export const fasttext: PeerKind = {
  name: 'fastText',
  find: () => (spawnSync('fasttext').error ? undefined : train),
}

function train(examples: readonly Example[]): Peer {
  const dir = mkdtempSync(join(tmpdir(), 'fasttext-'))
  const input = join(dir, 'examples.txt')
  const model = join(dir, 'model')
  writeFileSync(input, examples.map(({ text, intent }) => `${LABEL}${intent} ${stemsOf(text).join(' ')}\n`).join(''))
  const { status } = spawnSync('fasttext', ['supervised', '-input', input, '-output', model, ...SETTINGS])
  if (status !== 0) throw new Error('fasttext could not be trained')
  const running = new LineProcess('fasttext', ['predict-prob', `${model}.bin`, '-', '1'])
  return {
    guess: async (text) => {
      const [label = '', probability = '0'] = (await running.ask(stemsOf(text).join(' '))).split(' ')
      return { intent: label.slice(LABEL.length), score: Number(probability) }
    },
    close: () => {
      running.close()
      rmSync(dir, { recursive: true })
    },
  }
}
