import { runCommand } from './command.ts'
import { isAllowed, shippedPackages } from './licenceList.ts'

/** `npm run --silent licences`: what ships and under which licence; one that may not ship ends it with code 1. */
await runCommand('licences', () => {
  const packages = shippedPackages('.').sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const { name, version, licence = 'unknown' } of packages)
    process.stdout.write(`${name}\t${version}\t${licence}\n`)
  const refused = packages.filter(({ licence }) => !isAllowed(licence))
  for (const { name, version, licence = 'none is named' } of refused)
    process.stderr.write(`licences: ${name} ${version} may not ship: ${licence}\n`)
  if (refused.length > 0) process.exitCode = 1
})
