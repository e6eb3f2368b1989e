import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

/** Longer than any peer takes for a whole set; one that hangs is ended and fails. */
const LIMIT_MS = 20 * 60_000

/** A program that answers each line with a line. */
export class LineProcess {
  readonly #child: ChildProcessWithoutNullStreams
  readonly #answers: AsyncIterator<string>

  constructor(command: string, args: string[]) {
    this.#child = spawn(command, args, { timeout: LIMIT_MS })
    this.#child.stderr.resume()
    // What can't be written is seen by the answer that does not come.
    this.#child.stdin.on('error', () => {})
    const answers = createInterface({ input: this.#child.stdout })
    this.#child.on('error', () => answers.close())
    this.#answers = answers[Symbol.asyncIterator]()
  }

  /** One at a time. Rejects when the program has ended. */
  async ask(line: string): Promise<string> {
    this.#child.stdin.write(`${line.replace(/\s+/g, ' ')}\n`)
    const { value, done } = await this.#answers.next()
    if (done) throw new Error(`${this.#child.spawnfile} ended early`)
    return value
  }

  close(): void {
    this.#child.kill()
  }
}
