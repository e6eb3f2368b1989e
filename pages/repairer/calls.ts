import type { DispatchStep, JobView } from '../../bot/types.ts'
import { offlineProblem, readProblem } from '../shared/api/problem.ts'
import { callApi } from '../shared/api/request.ts'

/** A photo over a slow line. */
const UPLOAD_MS = 120_000

/** The ways to the server for whoever has the link. */
export const jobCalls = (token: string, locale: string) => ({
  look: () => callApi<JobView>('/api/repair', { token, locale }),
  step: (step: DispatchStep, note: string) =>
    callApi<JobView>('/api/repair/step', { method: 'POST', body: { step, ...(note && { note }) }, token, locale }),
  addPhoto: (file: File) => {
    const form = new FormData()
    form.set('file', file)
    return callApi<JobView>('/api/repair/photos', { method: 'POST', form, token, locale, timeoutMs: UPLOAD_MS })
  },
  /** What can be shown of it; to be given back by `URL.revokeObjectURL`. */
  picture: async (id: string): Promise<string> => {
    const response = await fetch(`/api/repair/pictures/${encodeURIComponent(id)}`, {
      headers: { authorization: `Bearer ${token}` },
    }).catch((error: unknown) => Promise.reject(offlineProblem(error)))
    if (!response.ok) throw await readProblem(response)
    return URL.createObjectURL(await response.blob())
  },
})

export type JobCalls = ReturnType<typeof jobCalls>
