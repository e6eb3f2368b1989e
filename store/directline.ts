import type { DirectLineStore } from '../bot/ports/directline.ts'
import type { Access } from './access.ts'

export function directLineStore(access: Access): DirectLineStore {
  return {
    clientIds: async (conversationId, after, limit) => {
      const rows = await access.read((db) =>
        db
          .selectFrom('messages')
          .select(['seq', 'client_message_id'])
          .where('conversation_id', '=', conversationId)
          .where('seq', '>', after)
          .where('speaker', '=', 'owner')
          .orderBy('seq')
          .limit(limit)
          .execute(),
      )
      return new Map(rows.flatMap(({ seq, client_message_id: id }) => (id === null ? [] : [[seq, id] as const])))
    },
    seqOf: async (conversationId, clientId) => {
      const row = await access.read((db) =>
        db
          .selectFrom('messages')
          .select('seq')
          .where('conversation_id', '=', conversationId)
          .where('speaker', '=', 'owner')
          .where('client_message_id', '=', clientId)
          .executeTakeFirst(),
      )
      return row?.seq
    },
  }
}
