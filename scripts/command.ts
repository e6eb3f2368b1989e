/** Runs a command; whatever goes wrong ends it with one line on standard error and exit code 2. */
export async function runCommand(name: string, run: () => void | Promise<void>): Promise<void> {
  try {
    await run()
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    process.stderr.write(`${name}: ${message}${code === undefined ? '' : ` (${code})`}\n`)
    process.exitCode = 2
  }
}
