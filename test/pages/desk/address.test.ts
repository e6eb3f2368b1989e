import { expect, test } from 'vitest'
import { placeAfter, readAddress, writeAddress } from '../../../pages/desk/address.ts'

const read = (path: string) => {
  const { pathname, search } = new URL(path, 'http://desk.test')
  return readAddress({ pathname, search })
}
const after = (path: string, change: Parameters<typeof placeAfter>[1]) => writeAddress(placeAfter(read(path), change))

test('a ticket in a searched list has its address and is found again by it', () => {
  const path = after('/desk', { ticketId: 'a/b', about: true, list: 'resolved', q: '3栋 漏水' })
  expect(read(path)).toMatchObject({ room: 'queue', ticketId: 'a/b', about: true, list: 'resolved', q: '3栋 漏水' })
})

test('the plain desk is the waiting list', () => {
  expect(after('/desk?q=x', { q: '' })).toBe('/desk')
  expect(read('/desk')).toMatchObject({ setup: false, room: 'queue', about: false, list: 'waiting', q: '' })
})

test('an unknown list is taken for the waiting one, an unknown room for the queue', () => {
  expect(read('/desk?list=secret').list).toBe('waiting')
  expect(read('/desk/cellar').room).toBe('queue')
})

test('the link for the first administrator carries its token', () => {
  expect(read('/desk/setup?token=xyz')).toMatchObject({ setup: true, setupToken: 'xyz' })
})

test('each room has its address, with what is open in it and what is shown of it', () => {
  expect(read('/desk/orders/1024?only=filed&view=board')).toMatchObject({
    room: 'orders',
    item: '1024',
    only: 'filed',
    view: 'board',
  })
  expect(after('/desk/board?only=gas', { item: 'x y' })).toBe('/desk/board/x%20y?only=gas')
  expect(after('/desk/board/x?only=gas', { item: undefined })).toBe('/desk/board?only=gas')
})

test('another room is entered afresh, and a ticket leads to the queue', () => {
  expect(after('/desk/homes?q=3-2', { room: 'orders' })).toBe('/desk/orders')
  expect(after('/desk/board/x?only=gas', { ticketId: '7' })).toBe('/desk/t/7')
  expect(after('/desk/t/7?list=mine', { about: true })).toBe('/desk/t/7/about?list=mine')
})
