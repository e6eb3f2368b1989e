import { expect, test } from 'vitest'
import { readAddress, writeAddress } from '../../../pages/desk/address.ts'

const read = (path: string) => {
  const { pathname, search } = new URL(path, 'http://desk.test')
  return readAddress({ pathname, search })
}

test('a ticket in a searched list has its address and is found again by it', () => {
  const path = writeAddress({ ticketId: 'a/b', about: true, list: 'resolved', q: '3栋 漏水' })
  expect(read(path)).toEqual({ setup: false, ticketId: 'a/b', about: true, list: 'resolved', q: '3栋 漏水' })
})

test('the plain desk is the waiting list', () => {
  expect(writeAddress({ ticketId: undefined, about: false, list: 'waiting', q: '' })).toBe('/desk')
  expect(read('/desk')).toEqual({ setup: false, about: false, list: 'waiting', q: '' })
})

test('an unknown list is taken for the waiting one', () => {
  expect(read('/desk?list=secret').list).toBe('waiting')
})

test('the link for the first administrator carries its token', () => {
  expect(read('/desk/setup?token=xyz')).toMatchObject({ setup: true, setupToken: 'xyz' })
})
