export interface Instruction {
  /** What to do at once. */
  lead: string
  steps: string[]
  /** What follows: who was told, what is asked. */
  after: string[]
}

const NUMBERED = /^\s*\d{1,2}[.、)]\s*/

/** Puts the lines of an emergency's text in their places: lead, numbered steps with their continuations, the rest. */
export function instructionOf(lines: string[]): Instruction {
  const [lead = '', ...rest] = lines
  const last = rest.map((line) => NUMBERED.test(line)).lastIndexOf(true)
  if (last < 0) return { lead, steps: [], after: rest }
  const steps: string[] = []
  for (const line of rest.slice(0, last + 1)) {
    if (NUMBERED.test(line) || !steps.length) steps.push(line.replace(NUMBERED, ''))
    else steps.push(`${steps.pop()}\n${line}`)
  }
  return { lead, steps, after: rest.slice(last + 1) }
}
