import express from 'express'
import type { Example } from '../../intents/index.ts'
import { nlpjs } from '../../intents/peers/nlpjs.ts'
import { shippedExamples } from '../../scripts/shippedModel.ts'
import { serveOn } from './serveOn.ts'

/*
 * The peer that understands: NLP.js behind express 5; it stores nothing. It is trained on the first few examples of each
 * of our intents: all of them take it ten minutes, and the more it knows the longer each message takes.
 */

const EXAMPLES_EACH = 10

const train = nlpjs.find()
if (!train) throw new Error('NLP.js is not installed')
const peer = await train(few(shippedExamples()))

function few(examples: Example[]): Example[] {
  const seen = new Map<string, number>()
  return examples.filter(({ intent }) => {
    const before = seen.get(intent) ?? 0
    seen.set(intent, before + 1)
    return before < EXAMPLES_EACH
  })
}

const app = express()
app.disable('x-powered-by')
app.use(express.json())
app.post('/', async (request, response) => {
  const { text } = request.body as { text: string }
  response.json(await peer.guess(text))
})
serveOn(app)
