import { config as readDotenv } from 'dotenv'
import { z } from 'zod'
import { QiaoError } from './bot/errors.ts'

const port = z.coerce.number().int().min(0).max(65535)
/** EncodingAESKey, as the consoles of WeChat and WeCom give it. */
const aesKey = z.string().regex(/^[A-Za-z0-9+/]{43}$/)
const limit = z.coerce.number().int().min(1)

const settings = z.object({
  PORT: port.default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('./data'),
  KNOWLEDGE_DIR: z.string().min(1).default('./knowledge'),
  /** PostgreSQL that keeps the record; the embedded record in DATA_DIR while unset. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** Redis that several instances share; one process serves alone while unset. */
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\/\S+$|^redis\+(sentinel|cluster):\/\/\S+$/)
    .optional(),
  /** Before every key in Redis; another for each installation that shares one. */
  REDIS_PREFIX: z
    .string()
    .regex(/^[\w:.-]+$/)
    .default('qiao:'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** New conversations a minute from one address. */
  LIMIT_CONVERSATIONS: limit.default(1200),
  /** Messages a minute in one conversation. */
  LIMIT_MESSAGES: limit.default(120),
  /** Messages a minute of one home, over all conversations that are bound to it. */
  LIMIT_HOME: limit.default(240),
  /** Messages a minute from one address. */
  LIMIT_ADDRESS: limit.default(120_000),
  /** Messages a minute over all instances. */
  LIMIT_INSTALLATION: limit.default(600_000),
  /** Messages of one conversation that wait for their answers at once. */
  LIMIT_WAITING: limit.default(120),
  /** Milliseconds: once messages wait longer than this to be looked at, new ones are turned away. */
  LIMIT_WAIT_MS: limit.default(5000),
  /** Failed logins in five minutes from one address. */
  LIMIT_FAILED_LOGINS: limit.default(5),
  /** Failed logins in fifteen minutes of one name. */
  LIMIT_FAILED_LOGINS_OF_NAME: limit.default(10),
  /** Days after its last word in which a conversation is erased; kept while unset. */
  RETENTION_DAYS: limit.optional(),
  /** Days after which files that owners sent are erased; as long as their conversation while unset. */
  RETENTION_FILES_DAYS: limit.optional(),
  /** The company's own sign-in (OpenID Connect); off while unset. */
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/ })
    .refine((url) => url.startsWith('https:') || ['127.0.0.1', 'localhost'].includes(new URL(url).hostname))
    .optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  /** Claim by which staff are known there; `npm run staff -- oidc --name NAME --subject VALUE` says whose it is. */
  OIDC_CLAIM: z.string().min(1).default('email'),
  /** Claim that holds admin, manager or staff. */
  OIDC_ROLE_CLAIM: z.string().min(1).optional(),
  /** `required`: nobody works at the desk without a second factor. */
  STAFF_TOTP: z.enum(['optional', 'required']).default('optional'),
  /** Sites that may show the owner page in a frame (`/widget.js`), apart by spaces or commas; none but our own while unset. */
  WIDGET_ORIGINS: z
    .string()
    .transform((list) => list.split(/[\s,]+/).filter(Boolean))
    .pipe(z.array(z.string().regex(/^https?:\/\/[a-z0-9.-]+(:\d{1,5})?$/)))
    .default([]),
  /** How many proxies of ours stand before, or their addresses; else whoever asks could name any address as theirs. */
  TRUST_PROXY: z
    .union([z.coerce.number().int().min(1).max(10), z.string().regex(/^[\d.:a-fA-F/, ]+$|^loopback$/)])
    .optional(),
  /** Address of the company's own system that is told of work orders; off while unset. */
  WORK_ORDER_WEBHOOK: z.url({ protocol: /^https?$/ }).optional(),
  /** Signs those calls. */
  WORK_ORDER_WEBHOOK_SECRET: z.string().min(16).optional(),
  /** A WeChat Official Account; off while none of these is set. */
  WECHAT_APP_ID: z.string().min(1).optional(),
  WECHAT_APP_SECRET: z.string().min(1).optional(),
  WECHAT_TOKEN: z.string().min(3).max(32).optional(),
  WECHAT_AES_KEY: aesKey.optional(),
  WECHAT_API_BASE: z.url({ protocol: /^https?$/ }).optional(),
  /** Of a subscription message that tells owners of a change who have not written for two days. */
  WECHAT_TEMPLATE_ID: z.string().min(1).optional(),
  /** WeCom's customer service; off while none of these is set. */
  WECOM_CORP_ID: z.string().min(1).optional(),
  WECOM_SECRET: z.string().min(1).optional(),
  WECOM_TOKEN: z.string().min(1).max(32).optional(),
  WECOM_AES_KEY: aesKey.optional(),
  WECOM_API_BASE: z.url({ protocol: /^https?$/ }).optional(),
  /** Who goes on when a person is wanted: our desk, WeCom's pool, or these of its people. */
  WECOM_HANDOVER: z.string().min(1).default('desk'),
  /** The app by which those people are sent the summary first. */
  WECOM_AGENT_ID: z.coerce.number().int().optional(),
  /** An OpenAI-compatible server for a second opinion; off while unset. */
  LLM_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  LLM_MODEL: z.string().min(1).optional(),
  LLM_API_KEY: z.string().min(1).optional(),
  /** Shared by Qiao and its side at Botpress; turns Botpress on. */
  BOTPRESS_SECRET: z
    .string()
    .regex(/^\S{32,}$/)
    .optional(),
  /** Where Botpress takes what integrations are told. */
  BOTPRESS_WEBHOOK_BASE: z.url({ protocol: /^https?$/ }).default('https://webhook.botpress.cloud'),
  /** Ports of `npm run botpress`: the integration, and the bot. */
  BOTPRESS_PORT: port.default(8072),
  BOTPRESS_BOT_PORT: port.default(8073),
  /** Turns Direct Line on; a server of the page gets tokens with it. */
  DIRECTLINE_SECRET: z
    .string()
    .regex(/^\S{32,}$/)
    .optional(),
  /** Folder of a sentence encoder, `model.onnx` and `tokenizer.json`; off while unset. */
  ENCODER_DIR: z.string().min(1).optional(),
})

export type Config = z.infer<typeof settings>

/** Of every setting there is. */
export const settingNames: readonly string[] = Object.keys(settings.shape)

const RIGHT: Record<string, string> = {
  PORT: 'a number from 0 to 65535',
  DATABASE_URL: 'an address such as postgres://qiao@db.example.com:5432/qiao',
  REDIS_URL:
    'an address such as redis://10.0.0.5:6379, redis+sentinel://10.0.0.5:26379,10.0.0.6:26379/mymaster or redis+cluster://10.0.0.5:6379,10.0.0.6:6379',
  PUBLIC_URL: 'an address such as https://qiao.example.com',
  WORK_ORDER_WEBHOOK: 'an address such as https://erp.example.com/work-orders',
  WORK_ORDER_WEBHOOK_SECRET: 'at least 16 characters, known to that system too',
  STAFF_TOTP: 'optional or required',
  OIDC_ISSUER: 'an https address such as https://id.example.com',
  OIDC_CLIENT_ID: 'the name by which that provider knows us',
  WIDGET_ORIGINS: 'addresses without a path such as https://www.example.com https://bbs.example.com:8443',
  TRUST_PROXY: 'how many proxies stand before (1), loopback, or their addresses such as 10.0.0.2, 10.1.0.0/16',
  LLM_BASE_URL: 'an address such as http://127.0.0.1:11434/v1',
  LLM_MODEL: 'the name of a model that LLM_BASE_URL serves',
  WECHAT_TOKEN: '3 to 32 characters, the same as in the console',
  WECHAT_AES_KEY: 'the EncodingAESKey of the console, 43 letters and digits',
  WECHAT_API_BASE: 'an address such as https://api.weixin.qq.com',
  WECOM_TOKEN: 'up to 32 characters, the same as in the console',
  WECOM_AES_KEY: 'the EncodingAESKey of the console, 43 letters and digits',
  WECOM_API_BASE: 'an address such as https://qyapi.weixin.qq.com',
  WECOM_AGENT_ID: 'the AgentId of the app, a number',
  BOTPRESS_SECRET: 'at least 32 characters without spaces that nobody can guess',
  BOTPRESS_WEBHOOK_BASE: 'an address such as https://webhook.botpress.cloud',
  BOTPRESS_PORT: 'a number from 0 to 65535',
  BOTPRESS_BOT_PORT: 'a number from 0 to 65535',
  DIRECTLINE_SECRET: 'at least 32 characters without spaces that nobody can guess',
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
  if (result.success) return whole(result.data)
  const issue = result.error.issues[0]
  const name = String(issue?.path[0])
  const right = RIGHT[name] ?? issue?.message ?? ''
  const value = /SECRET|KEY|TOKEN|DATABASE|REDIS_URL/.test(name) ? 'not right' : `"${given[name]}"`
  throw new QiaoError('bad_setting', `${name} is ${value}; right would be ${right}`)
}

/** What belongs together: with some of it set, the rest must be. */
const TOGETHER = [
  ['WECHAT_APP_ID', 'WECHAT_APP_SECRET', 'WECHAT_TOKEN', 'WECHAT_AES_KEY'],
  ['WECOM_CORP_ID', 'WECOM_SECRET', 'WECOM_TOKEN', 'WECOM_AES_KEY'],
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID'],
  ['WORK_ORDER_WEBHOOK', 'WORK_ORDER_WEBHOOK_SECRET'],
  ['LLM_BASE_URL', 'LLM_MODEL'],
] as const

function whole(config: Config): Config {
  for (const names of TOGETHER) {
    const missing = names.find((name) => config[name] === undefined)
    const set = names.find((name) => config[name] !== undefined)
    if (missing && set)
      throw new QiaoError(
        'bad_setting',
        `${missing} is missing, since ${set} is set; right would be ${RIGHT[missing] ?? 'what the console says'}, or none of ${names.join(', ')}`,
      )
  }
  return config
}
