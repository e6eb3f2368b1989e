import express from 'express'
import Libsql from 'libsql'
import { serveOn } from './serveOn.ts'

/* The peer that stores: express 5, one row on the disk before the echo, and nothing else. The file's path is the argument. */

const database = new Libsql(process.argv[2] ?? '')
database.pragma('journal_mode = WAL')
database.pragma('synchronous = FULL')
database.exec('create table messages (id integer primary key, text text not null)')
const insert = database.prepare('insert into messages (text) values (?)')

const app = express()
app.disable('x-powered-by')
app.use(express.json())
app.post('/', (request, response) => {
  const { text } = request.body as { text: string }
  insert.run(text)
  response.json({ text })
})
serveOn(app)
