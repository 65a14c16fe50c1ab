import { collect, type GateResult, type ResultSet, runGate } from '../gate.ts'
import type { Ancestry, BaselineLookup, FoundBaselines } from '../model/baseline.ts'
import type { Policy } from '../model/policy.ts'
import type { ReportContext } from '../model/report.ts'
import type { TemplateSet } from '../report/template-set.ts'
import { withProgress } from './progress-line.ts'

/** The results of a comparison, and its stored baseline. */
export type LocalResults = Readonly<{
  origin: 'same-results' | 'other-results'
  sets: readonly ResultSet[]
  lookup: () => Promise<BaselineLookup | null>
}>

/** Runs the gate without GitHub: without ancestry and without overrides. */
export async function judgeLocally(
  policy: Policy,
  results: LocalResults,
  templates?: TemplateSet,
): Promise<GateResult> {
  return await withProgress(async ({ watch }) => {
    const lookup = await results.lookup()
    const services = new Set(lookup?.kind === 'found' ? lookup.services.keys() : [])
    const sets = results.sets.map((set) => {
      return { ...set, files: set.files.map(watch), options: { ...set.options, services } }
    })
    const collected = await collect(sets, policy)
    const { drift } = policy
    const driftAncestry = drift === null || lookup?.kind !== 'found' ? null : recordedUpTo(drift.anchor, lookup)
    const context = commandLineContext(policy)
    const request = { policy, context, origin: results.origin, ...(templates === undefined ? {} : { templates }) }
    return await runGate(request, { sets, collected, lookup, ancestry: null, driftAncestry })
  })
}

/** Without Git, the order of recording takes the place of the history. The anchor can then only be a commit. */
function recordedUpTo(anchor: string, { services }: FoundBaselines): NonNullable<Ancestry> {
  const recorded = new Map([...services.values()].flat().map(({ commit, recordedAt }) => [commit, recordedAt]))
  const last = [...recorded.keys()].find(
    (commit) => commit === anchor || (anchor.length >= 7 && commit.startsWith(anchor)),
  )
  const until = last === undefined ? '' : (recorded.get(last) ?? '')
  const commits = [...recorded].flatMap(([commit, recordedAt]) => (recordedAt <= until ? [commit] : []))
  return { anchor: last ?? anchor, commits: commits.toReversed() }
}

/** A report on the command line has no data of GitHub. */
export function commandLineContext(policy: Policy): ReportContext {
  return {
    gateName: 'perf-gate',
    generatedFor: 'command-line',
    repository: null,
    headSha: null,
    baseBranch: null,
    pullRequest: null,
    runUrl: null,
    runId: null,
    policySource: policy.source,
    overrideLabel: null,
    actionReference: null,
  }
}
