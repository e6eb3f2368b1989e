import express from 'express'
import { serveOn } from './serveOn.ts'

/* A bare event stream, to compare with. */
const app = express()
app.get('/', (_request, response) => {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })
  response.write(': open\n\n')
})
serveOn(app)
