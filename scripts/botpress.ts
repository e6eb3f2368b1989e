import { QiaoError } from '../bot/errors.ts'
import { startBotpress } from '../botpress/start.ts'
import { readConfig } from '../config.ts'
import { systemClock } from '../wire/ids.ts'
import { runCommand } from './command.ts'

await runCommand('botpress', async () => {
  const { BOTPRESS_SECRET: secret, PUBLIC_URL, HOST, PORT, BOTPRESS_PORT, BOTPRESS_BOT_PORT } = readConfig()
  if (!secret)
    throw new QiaoError('bad_setting', 'BOTPRESS_SECRET is missing; right would be the same as of the server')
  const { integration, bot } = await startBotpress({
    qiaoUrl: PUBLIC_URL?.replace(/\/+$/, '') ?? `http://${HOST}:${PORT}`,
    secret,
    integrationPort: BOTPRESS_PORT,
    botPort: BOTPRESS_BOT_PORT,
    now: () => systemClock.now(),
    report: (error) => console.error(error),
  })
  console.log(`integration ${integration.url}`)
  console.log(`bot         ${bot.url}`)
  const stop = () => Promise.all([integration.stop(), bot.stop()]).then(() => process.exit(0))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop())
})
