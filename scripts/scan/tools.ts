import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'

export type Level = 'informational' | 'low' | 'medium' | 'high'

export interface Finding {
  level: Level
  tool: 'wapiti' | 'sqlmap'
  what: string
}

/** What a tool said and how it ended: undefined where it was cut off. Anything it keeps goes under `home`. */
export async function runTool(
  command: string,
  args: string[],
  { home, seconds }: { home: string; seconds: number },
): Promise<{ said: string; code: number | undefined }> {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, HOME: home },
    timeout: Math.ceil(seconds * 1000),
    killSignal: 'SIGKILL',
  })
  const ended = new Promise<number | null>((done, failed) => {
    child.once('error', failed)
    child.once('close', done)
  })
  const [said, errors, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  return { said: said + errors, code: code ?? undefined }
}

export async function isThere(tool: string): Promise<boolean> {
  const asked = await runTool('sh', ['-c', `command -v ${tool}`], { home: '/', seconds: 10 })
  return asked.code === 0
}
