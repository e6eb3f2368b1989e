import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deskSchemas } from '../../desk/schemas.ts'
import { documentedCalls } from '../../http/openapi.ts'
import type { TestClerk } from '../desk/desk.ts'
import { call } from '../http/client.ts'
import { type Things, type TwoCompounds, twoCompounds } from './twoCompounds.ts'

let two: TwoCompounds
/** Limited to the compound `demo`. */
let clerk: TestClerk
let everywhere: TestClerk

beforeAll(async () => {
  two = await twoCompounds()
  clerk = await two.desk.clerk('王芳', 'manager', ['demo'])
  everywhere = await two.desk.clerk('李娜', 'manager')
})

afterAll(() => two.stop())

const idIn = (path: string, things: Things): string => {
  if (path.includes('/homes/')) return things.home
  if (path.includes('/visits/')) return things.visit
  if (path.includes('/hotline/')) return things.hotline
  if (path.includes('/work-orders/')) return things.order
  if (path.includes('/attachments/')) return things.file
  if (path.includes('/status-board/')) return things.entry
  if (path.includes('/communities/')) return 'other'
  return things.ticket
}

/** Of several compounds or none, or for administrators alone, who are never limited; tried elsewhere. */
const OF_NO_COMPOUND = /\/api\/desk\/(users|sessions|knowledge|teams)\/|\/incidents\//

describe('a clerk who is limited to one compound', () => {
  const withIds = documentedCalls(deskSchemas).filter(
    ({ tag, path }) => tag === 'desk' && path.includes('{id}') && !OF_NO_COMPOUND.test(path),
  )

  test.each(withIds.map((one) => [`${one.method.toUpperCase()} ${one.path}`, one] as const))(
    "%s of another compound's thing: as good as not there",
    async (_name, { method, path }) => {
      const url = two.desk.url + path.replace('{id}', idIn(path, two.other)).replace(/\{\w+\}/g, 'x')
      const before = await two.desk.store.tickets.find(two.other.ticket)
      const body = { text: '您好', clientMessageId: '1', field: 'message', seq: 1, state: 'accepted', revision: 1 }
      const answer = await call(url, {
        method: method.toUpperCase(),
        ...(method === 'get' ? {} : { body }),
        headers: { cookie: clerk.cookie, 'x-csrf-token': clerk.csrf },
      })
      expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 404, code: 'not_found' })
      expect(await two.desk.store.tickets.find(two.other.ticket)).toEqual(before)
    },
  )

  test.each(['/tickets', '/work-orders', '/homes', '/incidents', '/status-board', '/visits', '/hotline'])(
    'GET %s: only what is of their own compound, and asking for another is told that there is none',
    async (path) => {
      const own = await clerk.get(path)
      expect(own.status).toBe(200)
      expect(own.text).not.toMatch(/"community":"other"|other的/)
      const all = await everywhere.get(`${path}?community=other`)
      expect(all.status).toBe(200)
      expect(await clerk.get(`${path}?community=other`)).toMatchObject({ status: 404 })
    },
  )

  test('search finds nothing of another compound', async () => {
    expect((await everywhere.get<{ total: number }>('/tickets?q=转人工')).body.total).toBe(2)
    expect((await clerk.get<{ total: number }>('/tickets?q=转人工')).body.total).toBe(1)
    expect((await clerk.get<{ total: number }>('/homes?q=李雷')).body.total).toBe(1)
  })

  test('a file of work orders holds only their own', async () => {
    const file = await clerk.get('/work-orders/export.csv')
    expect(file.text).toContain('demo的电梯')
    expect(file.text).not.toContain('other的电梯')
  })

  test('an import into another compound is refused', async () => {
    const form = new FormData()
    form.set('file', new Blob(['楼栋,房号\n1,101\n']), 'homes.csv')
    form.set('community', 'other')
    const headers = { cookie: clerk.cookie, 'x-csrf-token': clerk.csrf }
    const answer = await fetch(`${two.desk.url}/api/desk/imports`, { method: 'POST', body: form, headers })
    expect(answer.status).toBe(404)
    expect((await two.desk.store.homes.list({ community: 'other' })).total).toBe(1)
  })

  test('an entry of the status board cannot be made for another compound; without a name it is for theirs', async () => {
    const entry = { topic: 'water', scope: { building: '1' }, state: '停水' }
    expect(await clerk.post('/status-board', { ...entry, community: 'other' })).toMatchObject({ status: 404 })
    expect((await clerk.post('/status-board', entry)).body).toMatchObject({ community: 'demo' })
  })

  test('what nobody has said how to limit is not there', async () => {
    expect((await clerk.get('/no-such-room')).status).toBe(404)
  })

  test('their stream is silent about another compound', async () => {
    const [limited, free] = [await clerk.hears(), await everywhere.hears()]
    await two.other.owner.says('在吗')
    await free.until(({ events }) => events.some(({ data }) => data.conversationId === two.other.owner.id))
    await two.demo.owner.says('在吗')
    await limited.until(({ events }) => events.some(({ data }) => data.conversationId === two.demo.owner.id))
    expect(JSON.stringify(limited.events)).not.toContain(two.other.owner.id)
    limited.close()
    free.close()
  })

  test('an administrator is never limited', async () => {
    const admin = await two.desk.clerk('管理员', 'admin', ['demo'])
    expect((await admin.get(`/tickets/${two.other.ticket}`)).status).toBe(200)
  })
})
