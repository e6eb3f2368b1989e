import { Agent, request } from 'node:http'

/* A process of its own that sends as many messages as it can: `flooder.ts URL TOKEN MESSAGES AT_ONCE`; ends with `{ status: how many }`. */

const [url = '', token = '', messages = '0', atOnce = '1'] = process.argv.slice(2)
const agent = new Agent({ keepAlive: true })

function say(n: number): Promise<number> {
  return new Promise((done) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const sent = request(`${url}/messages`, { method: 'POST', agent, headers }, (response) => {
      response.resume().once('end', () => done(response.statusCode ?? 0))
    })
    // More connections than the system lets wait; the flood goes on.
    sent.once('error', () => done(0))
    sent.end(JSON.stringify({ clientMessageId: `flood ${n}`, text: '你好' }))
  })
}

const told: Record<number, number> = {}
let next = 0
async function sendOn(): Promise<void> {
  while (next < Number(messages)) {
    next += 1
    const status = await say(next)
    told[status] = (told[status] ?? 0) + 1
  }
}
await Promise.all(Array.from({ length: Number(atOnce) }, sendOn))
agent.destroy()
process.stdout.write(JSON.stringify(told))
