import type { BaselineLookup } from '../model/baseline.ts'
import { count } from '../model/numbers.ts'
import { code, name, text } from '../model/text.ts'
import { type Diagnosis, ok, problem, warning } from './diagnosis.ts'
import type { GateUse } from './gate-use.ts'

/** An older baseline was probably measured on other machines and with other dependencies. */
const STALE_AFTER_DAYS = 30

const DAY_MS = 24 * 60 * 60 * 1000

/** Checks that there is a baseline, that it can be read, and that it is still being recorded. */
export function checkBaseline(lookup: BaselineLookup, use: GateUse, now: Date): readonly Diagnosis[] {
  switch (lookup.kind) {
    case 'unreadable':
      return [
        problem(
          text`The baseline on ${name(lookup.place)} cannot be read: ${name(lookup.file)}: ${lookup.problem}`,
          text`Revert the last commit of that branch, or delete the file to start anew.`,
        ),
      ]
    case 'never-written':
      if (!use.records) return [ok(text`No workflow records a baseline: the results contain both versions.`)]
      return [
        warning(
          text`No baseline is recorded on ${name(lookup.place)}, so there is nothing to compare with yet.`,
          text`Push to the default branch, or start the workflow there by hand, and wait for the job that records.`,
        ),
      ]
    case 'found':
      return [...lookup.services].map(([service, runs]) => ageOf(service, runs, use, now))
  }
}

function ageOf(service: string, runs: readonly Readonly<{ recordedAt: string }>[], use: GateUse, now: Date): Diagnosis {
  const newestMs = Math.max(...runs.map(({ recordedAt }) => Date.parse(recordedAt)))
  const ageDays = Math.floor((now.getTime() - newestMs) / DAY_MS)
  const recorded = ageDays === 0 ? 'today' : `${count(ageDays, 'day')} ago`
  const age = `${count(runs.length, 'run')}, the newest recorded ${recorded}`
  if (ageDays <= STALE_AFTER_DAYS) return ok(text`The baseline of ${name(service)} can be read: ${age}.`)
  return warning(
    text`The baseline of ${name(service)} is old: ${age}.`,
    use.records
      ? text`Look at the newest runs of the workflow on the default branch: does the job that records still run? When the service is gone, name it under ${code('retired')} in the policy.`
      : text`No workflow records on pushes. Write one with: perf-gate init --setup stored-baseline`,
  )
}
