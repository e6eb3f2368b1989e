import { spawnSync } from 'node:child_process'
import { z } from 'zod'
import { runCommand } from './command.ts'
import { shippedPackages } from './licenceList.ts'

const bill = z.looseObject({
  metadata: z.looseObject({ component: z.looseObject({ 'bom-ref': z.string() }) }),
  components: z.array(z.looseObject({ 'bom-ref': z.string() })),
  dependencies: z.array(z.looseObject({ ref: z.string(), dependsOn: z.array(z.string()).optional() })),
})

/**
 * `npm run --silent sbom > sbom.json`: all that ships, in CycloneDX. npm's own `--omit dev` leaves out packages that
 * ship and are wanted for development too, so that what ships is taken from the lock file.
 */
await runCommand('sbom', () => {
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only']
  const { status, stdout, stderr } = spawnSync('npm', args, { encoding: 'utf8', maxBuffer: 2 ** 26 })
  if (status !== 0) throw new Error(stderr)
  const whole = bill.parse(JSON.parse(stdout))
  const ships = new Set(shippedPackages('.').map(({ name, version }) => `${name}@${version}`))
  ships.add(whole.metadata.component['bom-ref'])
  const shipped = {
    ...whole,
    components: whole.components.filter((one) => ships.has(one['bom-ref'])),
    dependencies: whole.dependencies
      .filter(({ ref }) => ships.has(ref))
      .map((one) => ({ ...one, dependsOn: one.dependsOn?.filter((ref) => ships.has(ref)) ?? [] })),
  }
  process.stdout.write(`${JSON.stringify(shipped, null, 2)}\n`)
})
