import { parentPort, workerData } from 'node:worker_threads'
import type { TrainOptions } from './options.ts'
import { trainModel } from './train.ts'
import type { Example } from './types.ts'

const { examples, options } = workerData as { examples: Example[]; options: Partial<TrainOptions> }
parentPort?.postMessage(trainModel(examples, options))
