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
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** New conversations a minute from one address. */
  LIMIT_CONVERSATIONS: limit.default(1200),
  /** Messages a minute in one conversation. */
  LIMIT_MESSAGES: limit.default(120),
  /** Failed logins in five minutes from one address. */
  LIMIT_FAILED_LOGINS: limit.default(20),
  /** An OpenAI-compatible server for a second opinion; off while unset. */
  LLM_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  LLM_MODEL: z.string().min(1).optional(),
  LLM_API_KEY: z.string().min(1).optional(),
})

export type Config = z.infer<typeof settings>

const RIGHT: Record<string, string> = {
  PORT: 'a number from 0 to 65535',
  PUBLIC_URL: 'an address such as https://qiao.example.com',
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
  if (result.success) return withModel(result.data)
  const issue = result.error.issues[0]
  const name = String(issue?.path[0])
  const right = RIGHT[name] ?? issue?.message ?? ''
  throw new QiaoError('bad_setting', `${name} is "${given[name]}"; right would be ${right}`)
}

function withModel(config: Config): Config {
  if (config.LLM_BASE_URL && !config.LLM_MODEL)
    throw new QiaoError(
      'bad_setting',
      'LLM_MODEL is missing; right would be the name of a model that LLM_BASE_URL serves',
    )
  return config
}
