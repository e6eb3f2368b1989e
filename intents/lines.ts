import { readFileSync } from 'node:fs'
import { QiaoError } from '../bot/errors.ts'

export type Line = Record<string, unknown> & { text: string }

/**
 * Reads JSON lines that each carry `text`, and with `needIntent` an `intent` too. Empty lines are passed over.
 * @throws QiaoError `bad_input`, naming the line
 */
export function readLines(path: string, needIntent = false): Line[] {
  const lines: Line[] = []
  readText(path)
    .split('\n')
    .forEach((line, i) => {
      if (line.trim() !== '') lines.push(parseLine(line, `${path}, line ${i + 1}`, needIntent))
    })
  return lines
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\ufeff/, '')
  } catch (error) {
    throw new QiaoError('bad_input', `${path} cannot be read`, { cause: error })
  }
}

function parseLine(line: string, where: string, needIntent: boolean): Line {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (error) {
    throw new QiaoError('bad_input', `${where} is not JSON`, { cause: error })
  }
  if (typeof value !== 'object' || value === null) throw new QiaoError('bad_input', `${where} is not an object`)
  const fields = value as Record<string, unknown>
  if (typeof fields.text !== 'string') throw new QiaoError('bad_input', `${where} has no "text"`)
  if (needIntent && typeof fields.intent !== 'string') throw new QiaoError('bad_input', `${where} has no "intent"`)
  return fields as Line
}
