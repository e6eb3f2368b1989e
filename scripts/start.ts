import { QiaoError } from '../bot/errors.ts'
import { readConfig } from '../config.ts'
import { serve } from '../main.ts'
import { stopOnSignal } from '../wire/signals.ts'
import { buildPages } from './buildPages.ts'

try {
  const config = readConfig()
  await buildPages()
  const running = await serve(config)
  console.log(`业主页 / owner page  ${running.url}/`)
  console.log(`客服台 / staff desk  ${running.url}/desk`)
  if (running.setupUrl)
    console.log(`第一位管理员（链接只能用一次）/ first administrator (works once)  ${running.setupUrl}`)
  stopOnSignal(running)
} catch (error) {
  const coded = error instanceof QiaoError || (error instanceof Error && 'code' in error)
  console.error(coded ? `qiao: ${(error as Error).message}` : error)
  process.exit(1)
}
