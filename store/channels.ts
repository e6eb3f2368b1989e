import type { ChannelStore } from '../bot/ports/channels.ts'
import type { Access } from './access.ts'
import { cursor, due, keep, postpone, want, wanted } from './channelItems.ts'
import { conversationOf, lockOwner, ownerOf, ownerRow, toOwner } from './channelOwners.ts'
import { room, settleSend, take, takeGreeting } from './channelSends.ts'
import { attach, noteTicket, settle } from './channelSettle.ts'
import { toConversation } from './rows.ts'

/** Who writes on which platform, what the platforms sent, and what was handed to them. */
export function channelStore(access: Access): ChannelStore {
  return {
    keep: (items, read) => access.write((db) => keep(access, db, items, read)),
    want: (cursor) => access.write((db) => want(access, db, cursor)),
    cursor: (channel, account) => access.read((db) => cursor(db, channel, account)),
    wanted: (channel) => access.read((db) => wanted(db, channel)),
    due: (channel, limit, ofEach) => access.read((db) => due(access, db, channel, limit, ofEach)),
    owner: async (owner) => {
      const row = await access.read((db) => ownerRow(db, owner).executeTakeFirst())
      return row && toOwner(row)
    },
    ownerOf: (conversationId) => access.read((db) => ownerOf(db, conversationId)),
    conversation: (owner, begin) =>
      access.write(async (db) => {
        const row = await lockOwner(access, db, owner)
        return toConversation(await conversationOf(access, db, row, { ...begin, moves: false }))
      }),
    settle: (position, effect) => access.write((db) => settle(access, db, position, effect)),
    attach: (position, attachmentId) => access.write((db) => attach(db, position, attachmentId)),
    postpone: (position, until) => access.write((db) => postpone(db, position, until)),
    room: (owner, limits) => access.read((db) => room(access, db, owner, limits)),
    take: (owner, send, limits) => access.write((db) => take(access, db, owner, send, limits)),
    settleSend: (key, state) => access.write((db) => settleSend(access, db, key, state)),
    note: (conversationId, note) => access.write((db) => noteTicket(access, db, conversationId, note)),
    takeGreeting: (owner) => access.write((db) => takeGreeting(access, db, owner)),
  }
}
