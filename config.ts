import { config as readDotenv } from 'dotenv'
import { z } from 'zod'
import { QiaoError } from './bot/errors.ts'

const port = z.coerce.number().int().min(0).max(65535)
const limit = z.coerce.number().int().min(1)

const settings = z.object({
  PORT: port.default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('./data'),
  KNOWLEDGE_DIR: z.string().min(1).default('./knowledge'),
  /** PostgreSQL that keeps the record; the embedded record in DATA_DIR while unset. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** New conversations a minute from one address. */
  LIMIT_CONVERSATIONS: limit.default(1200),
  /** Messages a minute in one conversation. */
  LIMIT_MESSAGES: limit.default(120),
  /** Failed logins in five minutes from one address. */
  LIMIT_FAILED_LOGINS: limit.default(20),
  /** Address of the company's own system that is told of work orders; off while unset. */
  WORK_ORDER_WEBHOOK: z.url({ protocol: /^https?$/ }).optional(),
  /** Signs those calls. */
  WORK_ORDER_WEBHOOK_SECRET: z.string().min(16).optional(),
  /** An OpenAI-compatible server for a second opinion; off while unset. */
  LLM_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  LLM_MODEL: z.string().min(1).optional(),
  LLM_API_KEY: z.string().min(1).optional(),
  /** Folder of a sentence encoder, `model.onnx` and `tokenizer.json`; off while unset. */
  ENCODER_DIR: z.string().min(1).optional(),
})

export type Config = z.infer<typeof settings>

const RIGHT: Record<string, string> = {
  PORT: 'a number from 0 to 65535',
  DATABASE_URL: 'an address such as postgres://qiao@db.example.com:5432/qiao',
  PUBLIC_URL: 'an address such as https://qiao.example.com',
  WORK_ORDER_WEBHOOK: 'an address such as https://erp.example.com/work-orders',
  WORK_ORDER_WEBHOOK_SECRET: 'at least 16 characters, known to that system too',
  LLM_BASE_URL: 'an address such as http://127.0.0.1:11434/v1',
  LOG_LEVEL: 'fatal, error, warn, info, debug, trace or silent',
}

/**
 * Reads the settings from the environment and a `.env` file; nothing else reads `process.env`.
 * @throws QiaoError `bad_setting`: which, what it is and what would be right, in one line
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const file: Record<string, string> = {}
  readDotenv({ processEnv: file, quiet: true })
  const given = Object.fromEntries(Object.entries({ ...file, ...environment }).filter(([, value]) => value !== ''))
  const result = settings.safeParse(given)
  if (result.success) return withWebhook(withModel(result.data))
  const issue = result.error.issues[0]
  const name = String(issue?.path[0])
  const right = RIGHT[name] ?? issue?.message ?? ''
  const value = /SECRET|KEY|DATABASE/.test(name) ? 'not right' : `"${given[name]}"`
  throw new QiaoError('bad_setting', `${name} is ${value}; right would be ${right}`)
}

function withWebhook(config: Config): Config {
  if (config.WORK_ORDER_WEBHOOK && !config.WORK_ORDER_WEBHOOK_SECRET)
    throw new QiaoError(
      'bad_setting',
      'WORK_ORDER_WEBHOOK_SECRET is missing; right would be at least 16 characters, known to that system too',
    )
  return config
}

function withModel(config: Config): Config {
  if (config.LLM_BASE_URL && !config.LLM_MODEL)
    throw new QiaoError(
      'bad_setting',
      'LLM_MODEL is missing; right would be the name of a model that LLM_BASE_URL serves',
    )
  return config
}
