import { Worker } from 'node:worker_threads'
import type { Model } from './model.ts'
import type { TrainOptions } from './options.ts'
import type { LabelledMessage } from './recalibration.ts'
import type { Example } from './types.ts'

/** Trains off the event loop. */
export function trainInWorker(
  examples: readonly Example[],
  options: Partial<TrainOptions> = {},
  messages: readonly LabelledMessage[] = [],
): Promise<Model> {
  const worker = new Worker(new URL('./worker.mjs', import.meta.url), {
    workerData: { examples, options, messages },
  })
  return new Promise((resolve, reject) => {
    worker.once('message', (model: Model) => {
      resolve(model)
      void worker.terminate()
    })
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`Training ended early with code ${code}`)))
  })
}
