import { parentPort, workerData } from 'node:worker_threads'
import type { TrainOptions } from './options.ts'
import type { LabelledMessage } from './recalibration.ts'
import { trainModel } from './train.ts'
import type { Example } from './types.ts'

interface Work {
  examples: Example[]
  options: Partial<TrainOptions>
  messages: LabelledMessage[]
}

const { examples, options, messages } = workerData as Work
parentPort?.postMessage(trainModel(examples, options, messages))
