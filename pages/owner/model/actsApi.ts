import type { Home, WorkOrderState } from '../../../bot/types.ts'
import { callApi } from '../../shared/api/request.ts'
import type { Language, OwnerLanguage } from '../../shared/languages.ts'
import { type Access, pathOf } from './ownerApi.ts'

/** An upload over a slow line takes its time. */
const UPLOAD_MS = 120_000

export function uploadFile(access: Access, file: File, locale: OwnerLanguage): Promise<{ attachmentId: string }> {
  const form = new FormData()
  form.append('file', file, file.name)
  const path = `${pathOf(access)}/attachments`
  return callApi(path, { method: 'POST', token: access.token, locale, form, timeoutMs: UPLOAD_MS })
}

/** @throws Error where it is not to be had */
export async function readFile(access: Access, id: string): Promise<Blob> {
  const path = `${pathOf(access)}/attachments/${encodeURIComponent(id)}`
  const response = await fetch(path, { headers: { authorization: `Bearer ${access.token}` } })
  if (!response.ok) throw new Error(`the file did not come: ${response.status}`)
  return response.blob()
}

export function sendRating(
  access: Access,
  { score, comment }: { score: number; comment: string },
  locale: OwnerLanguage,
): Promise<void> {
  return callApi(`${pathOf(access)}/rating`, {
    method: 'POST',
    token: access.token,
    locale,
    body: { score, ...(comment ? { comment } : {}) },
  })
}

/** Binds the conversation to the home whose one-time code it is. */
export function verifyHome(access: Access, code: string, locale: OwnerLanguage): Promise<{ home: Home }> {
  return callApi(`${pathOf(access)}/verify`, { method: 'POST', token: access.token, locale, body: { code } })
}

/** A work order that the owner filed or joined, as far as the page shows it. */
export interface OwnOrder {
  number: string
  title: Record<Language, string>
  slots: Record<string, string>
  state: WorkOrderState
  /** Time of the visit as staff entered it. */
  scheduledFor?: string
  worker?: string
  createdAt: string
}

/** A topic whose changes the owner is told. */
export interface Subscription {
  topic: string
  title: Record<Language, string>
  createdAt: string
}

export function readSubscriptions(access: Access, locale: OwnerLanguage): Promise<{ subscriptions: Subscription[] }> {
  return callApi(`${pathOf(access)}/subscriptions`, { token: access.token, locale })
}

export function unsubscribe(access: Access, topic: string, locale: OwnerLanguage): Promise<void> {
  const path = `${pathOf(access)}/subscriptions?topic=${encodeURIComponent(topic)}`
  return callApi(path, { method: 'DELETE', token: access.token, locale })
}

/** Newest first. */
export function readOrders(access: Access, locale: OwnerLanguage): Promise<{ workOrders: OwnOrder[] }> {
  return callApi(`${pathOf(access)}/work-orders`, { token: access.token, locale })
}
