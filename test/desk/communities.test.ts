import { expect, test } from 'vitest'
import { hashToken, newToken } from '../../wire/ids.ts'
import { call } from '../http/client.ts'
import { clerkOf, openDesk } from './desk.ts'

test('staff get the compounds by name; nobody else does', async () => {
  const desk = await openDesk()
  const clerk = await desk.clerk('王芳')
  const { body } = await clerk.get('/communities')
  expect(body).toEqual({
    communities: [{ id: 'demo', name: { zh: '桥畔花园（演示小区）', en: 'Bridgeside Gardens (demonstration)' } }],
  })
  const { store, clock } = desk
  const member = await store.staff.add({ name: '李强', role: 'staff', passwordHash: '', communities: ['elsewhere'] })
  const [id, csrf] = [newToken(), newToken()]
  const expiresAt = new Date(clock.now().getTime() + 3_600_000).toISOString()
  await store.staff.openSession({ idHash: hashToken(id), staffId: member.id, csrf, expiresAt })
  const theirs = clerkOf(desk.url, member, `qiao=${id}`, csrf)
  expect((await theirs.get('/communities')).body).toEqual({ communities: [] })
  expect((await call(`${desk.url}/api/desk/communities`)).status).toBe(401)
  await desk.stop()
})
