import { writeFileSync } from 'node:fs'
import { accuracyPage } from './simulation/accuracy-page.ts'
import { measureAll } from './simulation/promises.ts'

/*
 * Measures how often the gate is right, and writes docs/accuracy.md. Some minutes; `node scripts/simulate.ts 200` is a quick
 * look that writes nothing.
 */
const PULL_REQUESTS = 4000
const asked = process.argv[2]
const pullRequests = asked === undefined ? PULL_REQUESTS : Number(asked)
if (!Number.isInteger(pullRequests) || pullRequests < 1) {
  throw new Error(`The number of simulated pull requests must be a whole number above 0, found ${asked}.`)
}
const measured = measureAll({ pullRequests, progress: (label) => process.stderr.write(`${label}\n`) })
const page = accuracyPage(measured, pullRequests)
if (asked === undefined) writeFileSync(new URL('../docs/accuracy.md', import.meta.url), page)
else process.stdout.write(page)
