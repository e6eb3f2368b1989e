import type { ProblemError } from '../../../shared/api/problem.ts'

/** Which field is wrong, where the server says so. */
export function wrong(problem: ProblemError, text: { wrong: Record<string, string> }, otherwise: string): string {
  const { field } = problem.body
  return (typeof field === 'string' && text.wrong[field]) || problem.title || otherwise
}
