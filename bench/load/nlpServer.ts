import express from 'express'
import { nlpjs } from '../../intents/peers/nlpjs.ts'
import { shippedExamples } from '../../scripts/shippedModel.ts'
import { serveOn } from './serveOn.ts'

/* The peer that understands: NLP.js, trained on what our model is trained on, behind express 5; it stores nothing. */

const train = nlpjs.find()
if (!train) throw new Error('NLP.js is not installed')
const peer = await train(shippedExamples())

const app = express()
app.disable('x-powered-by')
app.use(express.json())
app.post('/', async (request, response) => {
  const { text } = request.body as { text: string }
  response.json(await peer.guess(text))
})
serveOn(app)
