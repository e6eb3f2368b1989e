import { expect, test } from 'vitest'
import type { Store } from '../../../bot/ports.ts'
import { aClerk, type Place } from '../fixtures.ts'

const MINUTE_MS = 60_000
const ADDRESS = { whose: 'address', limit: 5, windowMs: 5 * MINUTE_MS }
const NAME = { whose: 'name', limit: 10, windowMs: 15 * MINUTE_MS }

export function staffContract(at: () => { store: Store; place: Place }): void {
  const open = (store: Store, staffId: string, idHash: string, more: object = {}) =>
    store.staff.openSession({ idHash, staffId, csrf: 'csrf', expiresAt: '2026-03-02T13:00:00.000Z', ...more })

  test('an administrator changes role and compounds; sessions end with it', async () => {
    const { store } = at()
    const clerk = await aClerk(store, '王芳')
    expect(clerk).not.toHaveProperty('communities')
    await open(store, clerk.id, 'a')
    const changed = await store.staff.update(clerk.id, { role: 'manager', communities: ['demo'] })
    expect(changed).toMatchObject({ kind: 'ok', member: { role: 'manager', communities: ['demo'] } })
    expect(await store.staff.session('a')).toBeUndefined()
    expect(await store.staff.find(clerk.id)).toMatchObject({ communities: ['demo'] })
    expect(await store.staff.update('none', { role: 'staff' })).toEqual({ kind: 'unknown' })
  })

  test('the last administrator stays one', async () => {
    const { store } = at()
    const one = await store.staff.add({ name: '甲', role: 'admin', passwordHash: '' })
    expect(await store.staff.update(one.id, { role: 'staff' })).toEqual({ kind: 'last_admin' })
    expect(await store.staff.update(one.id, { disabled: true })).toEqual({ kind: 'last_admin' })
    const two = await store.staff.add({ name: '乙', role: 'admin', passwordHash: '' })
    // Both demote each other at once: one of them stays.
    const both = await Promise.all([one, two].map(({ id }) => store.staff.update(id, { role: 'staff' })))
    expect(both.map(({ kind }) => kind).sort()).toEqual(['last_admin', 'ok'])
  })

  test('sessions are listed with where they were opened, and revoked one by one', async () => {
    const { store } = at()
    const [wang, li] = [await aClerk(store, '王芳'), await aClerk(store, '李娜')]
    await open(store, wang.id, 'a', { origin: '10.0.0.7', agent: 'Firefox' })
    await open(store, li.id, 'b', { strong: true })
    expect(await store.staff.sessions(wang.id)).toMatchObject([
      { id: 'a', name: '王芳', from: '10.0.0.7', agent: 'Firefox' },
    ])
    expect(await store.staff.sessions()).toHaveLength(2)
    expect(await store.staff.session('b')).toMatchObject({ strong: true })
    expect(await store.staff.revoke('b', wang.id)).toBe(false)
    expect(await store.staff.revoke('b')).toBe(true)
    expect(await store.staff.session('b')).toBeUndefined()
  })

  test('failed logins count by address and by name, and a thousand at once are no way round', async () => {
    const { store, place } = at()
    const tries = await Promise.all(Array.from({ length: 30 }, () => store.staff.attempt([ADDRESS, NAME])))
    expect(tries.filter(({ kind }) => kind === 'counted')).toHaveLength(5)
    expect(tries.at(-1)).toEqual({ kind: 'full', until: '2026-03-02T01:05:00.000Z' })
    // From another address the name has five more.
    const others = { ...ADDRESS, whose: 'elsewhere' }
    for (let n = 0; n < 5; n++) expect((await store.staff.attempt([others, NAME])).kind).toBe('counted')
    expect(await store.staff.attempt([{ ...ADDRESS, whose: 'third' }, NAME])).toMatchObject({ kind: 'full' })
    place.clock.pass(5 * MINUTE_MS)
    expect((await store.staff.attempt([ADDRESS])).kind).toBe('counted')
    expect((await store.staff.attempt([ADDRESS, NAME])).kind).toBe('full')
    place.clock.pass(10 * MINUTE_MS)
    expect((await store.staff.attempt([ADDRESS, NAME])).kind).toBe('counted')
  })

  test('a login that succeeds is taken back', async () => {
    const { store } = at()
    for (let n = 0; n < 20; n++) {
      const counted = await store.staff.attempt([ADDRESS, NAME])
      if (counted.kind === 'counted') await store.staff.forgive(counted.attempt)
      expect(counted.kind).toBe('counted')
    }
  })

  test('a second factor counts once confirmed; each step and each recovery code is good once', async () => {
    const { store } = at()
    const { id } = await aClerk(store, '王芳')
    await open(store, id, 'a')
    const confirmed = { step: 7, recoveryHashes: ['r1', 'r2'], session: 'a' }
    expect(await store.staff.confirmTotp(id, confirmed)).toBe(false)
    await store.staff.offerTotp(id, 'SECRET')
    expect(await store.staff.find(id)).not.toHaveProperty('totp')
    expect(await store.staff.confirmTotp(id, confirmed)).toBe(true)
    expect(await store.staff.find(id)).toMatchObject({ totp: true })
    expect(await store.staff.secrets(id)).toEqual({ passwordHash: 'scrypt', totpSecret: 'SECRET' })
    expect(await store.staff.session('a')).toMatchObject({ strong: true })
    const steps = await Promise.all([7, 8, 8, 8].map((step) => store.staff.takeTotpStep(id, step)))
    expect(steps.filter(Boolean)).toHaveLength(1)
    expect(await store.staff.takeTotpStep(id, 7)).toBe(false)
    const codes = await Promise.all(['r1', 'r1', 'none'].map((code) => store.staff.takeRecovery(id, code)))
    expect(codes.filter(Boolean)).toHaveLength(1)
    expect(await store.staff.resetTotp(id)).toBe(true)
    expect(await store.staff.takeRecovery(id, 'r2')).toBe(false)
    expect(await store.staff.session('a')).toBeUndefined()
  })

  test("the company's own sign-in finds its member", async () => {
    const { store } = at()
    const { id } = await store.staff.add({
      name: '王芳',
      role: 'staff',
      passwordHash: '',
      oidcSubject: 'wang@example.com',
    })
    expect(await store.staff.findByOidc('wang@example.com')).toMatchObject({ id })
    expect(await store.staff.findByOidc('li@example.com')).toBeUndefined()
  })
}
