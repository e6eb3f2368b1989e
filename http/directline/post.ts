import type { RequestHandler } from 'express'
import {
  activityId,
  choiceOf,
  offeredIn,
  type PostedActivity,
  postedActivity,
} from '../../bot/channels/directline/activity.ts'
import { check } from '../../bot/check.ts'
import { QiaoError } from '../../bot/errors.ts'
import type { Conversation } from '../../bot/types.ts'
import { receive } from '../receive.ts'
import { checkText } from '../schemas.ts'
import { conversationOf } from './access.ts'
import type { DirectLinePorts } from './ports.ts'

/** How far back the buttons may stand that a tap is of. */
const LOOKED_BACK = 10

/** `POST …/activities`: answered as soon as the message is durable. */
export function postActivity(ports: DirectLinePorts): RequestHandler {
  return async (request, response) => {
    const activity = check(postedActivity, request.body)
    if (Array.isArray(activity.attachments) && activity.attachments.length)
      throw new QiaoError('bad_request', 'files come by upload', { details: { field: 'attachments' } })
    response.json({ id: await take(ports, conversationOf(request), activity, []) })
  }
}

/**
 * Takes up what a client posted, with the files that came with it.
 * @returns the activity's id
 */
export async function take(
  ports: DirectLinePorts,
  conversation: Conversation,
  activity: PostedActivity,
  attachments: string[],
): Promise<string> {
  const { id } = conversation
  switch (activity.type) {
    case 'message':
      return message(ports, conversation, activity, attachments)
    case 'typing':
      ports.live.publish('desk', { kind: 'typing', conversationId: id, from: 'owner' })
      return `${id}|typing`
    case 'endOfConversation':
      await ports.store.conversations.close(id)
      ports.live.publish(`conversation:${id}`, { kind: 'state', conversationId: id })
      return `${id}|end`
    default:
      // Events of pages and the like, to which a bot need not answer.
      return `${id}|${activity.type}`
  }
}

async function message(
  ports: DirectLinePorts,
  { id, lastSeq }: Conversation,
  activity: PostedActivity,
  attachments: string[],
): Promise<string> {
  const offered = offeredIn(
    await ports.store.conversations.messages(id, Math.max(0, lastSeq - LOOKED_BACK), LOOKED_BACK),
  )
  const choice = choiceOf(activity, offered)
  const words = activity.text ?? (typeof activity.value === 'string' ? activity.value : '')
  const { message: said, turn } = await receive(ports, id, {
    clientMessageId: activity.channelData?.clientActivityID ?? ports.newToken(),
    text: checkText(words, attachments.length > 0),
    ...(choice ? { choice } : {}),
    ...(attachments.length ? { attachments } : {}),
  })
  // A turn that fails is taken up at the next start.
  void turn.catch(ports.report)
  return activityId(id, said.seq)
}
