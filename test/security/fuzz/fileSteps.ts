import assert from 'node:assert/strict'
import fc from 'fast-check'
import { nextMessageId } from '../../http/client.ts'
import { PNG } from '../../support/pictures.ts'
import { whenHolder } from './deskSteps.ts'
import { lookForTicket, said } from './ownerSteps.ts'
import { aClerk, anOwner, type Step, step, ticketStep } from './step.ts'
import { asClerk, asOwner, noFault } from './world.ts'

/** Uploads as a browser does. */
async function upload(url: string, headers: Record<string, string>, content: Uint8Array<ArrayBuffer>) {
  const form = new FormData()
  form.append('file', new Blob([content]), '../漏水.html')
  const response = await fetch(url, { method: 'POST', body: form, headers })
  const text = await response.text()
  const { status } = response
  return noFault(url, { status, headers: response.headers, text, body: JSON.parse(text) as Record<string, string> })
}

/** Whoever may sees it, nobody else: not another owner, not staff of another compound. */
const sendsPicture = fc.tuple(anOwner, anOwner, aClerk).map(([owner, other, place]) =>
  step(
    `owner ${owner} sends a picture, owner ${other} and clerk ${place} look at it`,
    async ({ owners }, world) => {
      const of = owners[owner]!
      const { url, token } = of.owner
      const kept = await upload(`${url}/attachments`, { authorization: `Bearer ${token}` }, PNG)
      assert.equal(kept.status, 201, kept.text)
      const id = kept.body.attachmentId!
      await said(world, of, { text: '看图', files: [id] })
      await lookForTicket(world, of)
      const own = await asOwner(`${url}/attachments/${id}`, token)
      assert.deepEqual([own.status, own.headers.get('content-type')], [200, 'image/png'])
      assert.equal(own.headers.get('x-content-type-options'), 'nosniff')
      const foreign = owners[other]!.owner
      if (other !== owner) {
        assert.equal((await asOwner(`${url}/attachments/${id}`, foreign.token)).status, 404)
        assert.equal((await asOwner(`${foreign.url}/attachments/${id}`, foreign.token)).status, 404)
      }
      const clerk = world.clerks[place]!
      const seen = await asClerk(clerk, 'GET', `/attachments/${id}`)
      assert.equal(seen.status, clerk.sees(of.community) ? 200 : 404)
    },
    ({ away }) => !away.has(place),
  ),
)

const NO_PICTURE = [new Uint8Array(0), new TextEncoder().encode('<svg onload=alert(1)>'), PNG.slice(0, 30)]

const sendsNoPicture = fc.tuple(anOwner, fc.constantFrom(...NO_PICTURE)).map(([owner, content]) =>
  step(`owner ${owner} uploads ${content.length} bytes that are no picture`, async ({ owners }) => {
    const { url, token } = owners[owner]!.owner
    const { status, text } = await upload(`${url}/attachments`, { authorization: `Bearer ${token}` }, content)
    assert.equal(status, 422, text)
  }),
)

/** Only the holder's files come, and each once. */
const repliesWithFile = ticketStep('replies with a file on the ticket', async (one) => {
  const { of, ticket, clerk, world } = one
  const { cookie, csrf } = clerk.at
  const headers = { cookie, 'x-csrf-token': csrf }
  const kept = await upload(`${world.url}/api/desk/tickets/${ticket.id}/attachments`, headers, PNG)
  if (!whenHolder(one, kept, 201)) return
  const files = [kept.body.attachmentId!]
  const body = { clientMessageId: nextMessageId(), text: '您看是不是这里。', attachments: files }
  const sent = await asClerk<{ message: { seq: number } }>(clerk, 'POST', `/tickets/${ticket.id}/messages`, body)
  assert.equal(sent.status, 200, sent.text)
  of.kept.push({ seq: sent.body.message.seq, from: 'staff', text: body.text, files })
  delete of.unansweredAt
  const again = await asClerk(clerk, 'POST', `/tickets/${ticket.id}/messages`, {
    ...body,
    clientMessageId: nextMessageId(),
  })
  assert.equal(again.status, 422, 'a file went out twice')
})

/** Files, and who gets them. */
export const fileSteps: fc.Arbitrary<Step>[] = [sendsPicture, sendsNoPicture, repliesWithFile]
