import { expect, test } from 'vitest'
import { readConfig } from '../config.ts'

const wrong = (environment: Record<string, string>): { code?: string; message: string } => {
  try {
    readConfig(environment)
  } catch (error) {
    return error as { code?: string; message: string }
  }
  throw new Error('taken as right')
}

test('with nothing set, everything has the default that is promised', () => {
  expect(readConfig({})).toMatchObject({
    PORT: 3000,
    HOST: '127.0.0.1',
    DATA_DIR: './data',
    KNOWLEDGE_DIR: './knowledge',
    LOG_LEVEL: 'info',
  })
  expect(readConfig({}).PUBLIC_URL).toBeUndefined()
  expect(readConfig({}).ENCODER_DIR).toBeUndefined()
})

test('the defaults let 500 conversations from one address run', () => {
  const { LIMIT_CONVERSATIONS, LIMIT_MESSAGES, LIMIT_ADDRESS, LIMIT_INSTALLATION } = readConfig({})
  expect(LIMIT_ADDRESS).toBeGreaterThanOrEqual(500 * LIMIT_MESSAGES)
  expect(LIMIT_INSTALLATION).toBeGreaterThanOrEqual(LIMIT_ADDRESS)
  expect(LIMIT_CONVERSATIONS).toBeGreaterThanOrEqual(500)
  expect(LIMIT_MESSAGES).toBeGreaterThanOrEqual(60)
})

test('what is set counts; what is set to nothing does not', () => {
  expect(readConfig({ PORT: '8080', HOST: '0.0.0.0', PUBLIC_URL: 'https://qiao.example.com' })).toMatchObject({
    PORT: 8080,
    HOST: '0.0.0.0',
    PUBLIC_URL: 'https://qiao.example.com',
  })
  expect(readConfig({ PORT: '', PUBLIC_URL: '' }).PORT).toBe(3000)
})

test('sites that may show the widget are named one by one, without a wildcard or a path', () => {
  expect(readConfig({}).WIDGET_ORIGINS).toEqual([])
  const two = 'https://www.example.com, https://bbs.example.com:8443'
  expect(readConfig({ WIDGET_ORIGINS: two }).WIDGET_ORIGINS).toEqual(two.split(', '))
  for (const bad of ['*', 'https://*.example.com', 'https://example.com/', 'example.com', 'javascript:alert(1)'])
    expect(wrong({ WIDGET_ORIGINS: bad })).toMatchObject({ code: 'bad_setting' })
})

test('settings of others are left alone', () => {
  expect(readConfig({ PATH: '/bin', NO_SUCH_SETTING: 'x' })).not.toHaveProperty('NO_SUCH_SETTING')
})

test.each([
  ['PORT', 'web'],
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['PORT', '80.5'],
  ['LOG_LEVEL', 'loud'],
  ['PUBLIC_URL', 'qiao.example.com'],
  ['PUBLIC_URL', 'ftp://qiao.example.com'],
  ['PUBLIC_URL', 'javascript:alert(1)'],
  ['LIMIT_MESSAGES', '0'],
  ['LIMIT_CONVERSATIONS', 'many'],
  ['LIMIT_FAILED_LOGINS', '-3'],
])('%s=%s stops the start with one line: which, what it is and what would be right', (name, value) => {
  const { code, message } = wrong({ [name]: value })
  expect(code).toBe('bad_setting')
  expect(message).toMatch(new RegExp(`^${name} is "`))
  expect(message).toContain(`"${value}"`)
  expect(message).toMatch(/right would be \S/)
  expect(message).not.toContain('\n')
})

test('a webhook for work orders needs its secret, long enough, which is never printed', () => {
  const WORK_ORDER_WEBHOOK = 'https://erp.example.com/orders'
  expect(wrong({ WORK_ORDER_WEBHOOK }).message).toMatch(
    /^WORK_ORDER_WEBHOOK_SECRET is missing, since WORK_ORDER_WEBHOOK is set; right would be/,
  )
  const { message } = wrong({ WORK_ORDER_WEBHOOK, WORK_ORDER_WEBHOOK_SECRET: 'hunter2' })
  expect(message).toMatch(/^WORK_ORDER_WEBHOOK_SECRET is not right; right would be at least 16 characters/)
  expect(message).not.toMatch(/hunter2/)
  expect(wrong({ WORK_ORDER_WEBHOOK: 'erp.example.com' }).message).toMatch(/^WORK_ORDER_WEBHOOK is "erp/)
})

test('half of the company’s sign-in, or of a second opinion, is none: it says what is missing', () => {
  expect(wrong({ OIDC_ISSUER: 'https://id.example.com' }).message).toMatch(
    /^OIDC_CLIENT_ID is missing, since OIDC_ISSUER is set; right would be the name by which/,
  )
  expect(wrong({ OIDC_CLIENT_ID: 'qiao' }).message).toMatch(/^OIDC_ISSUER is missing/)
  expect(wrong({ LLM_BASE_URL: 'http://127.0.0.1:11434/v1' }).message).toMatch(/^LLM_MODEL is missing/)
})
