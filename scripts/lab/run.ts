import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { dirname } from 'node:path'
import { argv, version } from 'node:process'
import { UserError } from '../../src/model/errors.ts'
import { findK6 } from '../find-k6.ts'
import { finishedSlots, measureSlots, openCampaign } from './campaign.ts'
import { type LabOptions, readLabOptions } from './lab-options.ts'
import { measureWith } from './measure-run.ts'
import { gateRows, noiseOf, type Results, type Row, readValues, rivalRows } from './results.ts'
import { resultsSvg } from './results-plot.ts'
import { resultsTable } from './results-table.ts'

/*
 * The lab: real k6 loads a service with a known latency law, in A/A and A/B experiments. This gate and the rules of other tools
 * judge the same runs. docs/lab.md says how to read the output.
 *
 *   npm run lab -- [--effect 10%] [--runs 5] [--experiments 20] [--seconds 4] [--rate 125] [--seed 1]
 *                  [--design pairs|runs|jobs] [--work DIR] [--out FILE] [--resume]
 */
async function lab(options: LabOptions): Promise<void> {
  const { settings, work, resume, slots, out } = options
  const k6 = requireK6()
  const before = await openCampaign(work, settings, resume)
  const missing = Array.from({ length: slots }, (_, index) => index + 1).filter((slot) => !before.has(slot))
  const startedMs = Date.now()
  await measureSlots(work, settings, missing, measureWith(k6), (slot) => {
    const done = missing.indexOf(slot) + 1
    const leftMinutes = (((Date.now() - startedMs) / done) * (missing.length - done)) / 60_000
    process.stderr.write(
      `slot ${slot}: ${done} of ${missing.length} measured, about ${leftMinutes.toFixed(0)} min left\n`,
    )
  })
  const results = await judgeAll(options, k6)
  process.stdout.write(`${resultsTable(results)}\n`)
  if (out === null) return
  mkdirSync(dirname(out), { recursive: true })
  writeFileSync(out, `${JSON.stringify(results, null, 1)}\n`)
  writeFileSync(out.replace(/(\.json)?$/, '.svg'), resultsSvg(results, options.runs))
}

function requireK6(): string {
  const k6 = findK6()
  if (k6 !== null) return k6
  throw new UserError(
    'The lab needs k6, and there is none at K6_PATH or on the PATH. Install k6 2.2.0 and call the lab again.',
  )
}

async function judgeAll({ settings, work, runs, designs }: LabOptions, k6: string): Promise<Results> {
  const values = await readValues(work, [...(await finishedSlots(work))])
  const rows: Row[] = []
  for (const size of [...new Set([1, 3, runs])].filter((one) => one <= runs)) {
    for (const design of designs) {
      process.stderr.write(`judging ${size} runs per side, ${design}\n`)
      rows.push(...(await gateRows(work, values, { runs: size, design, effectRatio: settings.effectRatio })))
    }
    rows.push(...rivalRows(values, size))
  }
  const machine = {
    cores: cpus().length,
    model: cpus()[0]?.model ?? 'unknown',
    k6: execFileSync(k6, ['version'], { encoding: 'utf8' }).trim(),
    node: version,
  }
  return { schemaVersion: 1, settings, machine, noise: noiseOf(values), rows, values }
}

try {
  await lab(readLabOptions(argv.slice(2)))
} catch (error) {
  if (!(error instanceof UserError)) throw error
  process.stderr.write(`lab: ${error.message}\n`)
  process.exitCode = 2
}
