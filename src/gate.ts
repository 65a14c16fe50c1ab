import { FORMATS } from './formats/registry.ts'
import type { Ancestry, BaselineLookup } from './model/baseline.ts'
import { blockedParts, type Overridable } from './model/blocked-parts.ts'
import type { ServiceEvidence } from './model/comparison.ts'
import type { OverrideDecision, OverrideFacts } from './model/override.ts'
import type { Policy } from './model/policy.ts'
import type { ReportContext } from './model/report.ts'
import type { ResultFile } from './model/result-file.ts'
import type { CollectedRuns, Refusal } from './model/run.ts'
import type { Said } from './model/text.ts'
import type { Verdict } from './model/verdict.ts'
import { withBudgetTexts } from './policy/budget-texts.ts'
import { checkRules } from './policy/check-rules.ts'
import { decide } from './policy/decide.ts'
import { withDebts } from './policy/open-debts.ts'
import { decideOverride } from './policy/override.ts'
import { RULES } from './policy/registry.ts'
import { withoutRetired } from './policy/retired.ts'
import { levelOf } from './policy/rule.ts'
import { regression } from './policy/rules/regression.ts'
import { isTouched, limitFor, namesPaths, servicePolicy } from './policy/service-policy.ts'
import { withToolPrimaries } from './policy/tool-primaries.ts'
import { pastAlarms } from './replay/past-alarms.ts'
import { type Rendered, renderReport } from './report/render-report.ts'
import type { TemplateSet } from './report/template-set.ts'
import { collectProfiles } from './results/collect-profiles.ts'
import { type CollectOptions, collectRuns } from './results/collect-runs.ts'
import { collectTraces } from './results/collect-traces.ts'
import { withoutLeftOvers } from './results/left-over.ts'
import { type CollectedFiles, plantInFiles } from './results/planted-runs.ts'
import { servicesInNames } from './results/run-path.ts'
import { withoutSuperseded } from './results/superseded.ts'
import { compareServices } from './statistics/compare-services.ts'
import type { ComparisonInput } from './statistics/comparison-input.ts'
import type { DriftAnchor } from './statistics/drift.ts'
import { expectedFalseAlarms } from './statistics/expected-rate.ts'
import { rerunPlan } from './statistics/rerun-plan.ts'
import { judgePlanted, selfTests, slowdownsFor, slowedRuns } from './statistics/self-test.ts'
import { newestRuns, storedRuns } from './statistics/window.ts'

/** Result files from one place, and the assumptions where their paths say nothing. */
export type ResultSet = Readonly<{
  files: readonly ResultFile[]
  /** Files that could not be fetched. */
  refusals: readonly Refusal[]
  /** Why there are no results. It counts only if something had to be measured. */
  absence?: Said | null
  /** Jobs of the load test that failed and left no results, although similar jobs did. Absent: none is known. */
  lostJobs?: readonly string[]
  options: Omit<CollectOptions, 'formats' | 'read'>
}>

/** All that a judgement rests on. The facts are read before, so the gate sends no request while it judges. */
export type Facts = Readonly<{
  sets: readonly ResultSet[]
  /** The runs in the sets, as `collect` read them. */
  collected: CollectedRuns
  /** null: this gate has no store. */
  lookup: BaselineLookup | null
  ancestry: Ancestry
  /** The commits at or before the drift anchor, a tag or commit that the policy names. null or absent: no anchor, or not known here. */
  driftAncestry?: Ancestry
  /** Paths that the change touches. null or absent: not known, so all are touched. */
  changedFiles?: readonly string[] | null
  /** Called only if something blocks; throws if the label could not be read. null or absent: there is no pull request. */
  override?: () => OverrideFacts | null
}>

export type GateRequest = Readonly<{
  policy: Policy
  context: ReportContext
  /** Are both sides of the results from one folder or artifact, or from two folders? */
  origin: 'same-results' | 'other-results'
  /** Absent: the standard templates. */
  templates?: TemplateSet
}>

export type GateResult = Readonly<{
  verdict: Verdict
  report: Rendered
  collected: CollectedRuns
  /** The baseline of the comparison. */
  lookup: BaselineLookup | null
  ancestry: Ancestry
}>

/**
 * The whole product, top to bottom: each line takes the results of the lines above. All facts were read before, so the same facts give the
 * same verdict. The verdict is made before it is published, so a failure to publish cannot change it.
 */
export async function runGate(
  { policy: written, context, origin, templates }: GateRequest,
  facts: Facts,
): Promise<GateResult> {
  const { sets, ancestry, changedFiles = null } = facts
  const lookup = withoutRetired(facts.lookup, facts.collected, written)
  const collected = { ...facts.collected, runs: withoutLeftOvers(facts.collected.runs, storedRuns(lookup)) }
  const policy = withToolPrimaries(written, [...collected.runs, ...newestRuns(lookup, ancestry)])
  const input: ComparisonInput = {
    collected,
    origin,
    lookup,
    ancestry,
    namedServices: policy.namedServices,
    policyFor: (service) => servicePolicy(policy, service),
    isUntouched: (service) => !isTouched(servicePolicy(policy, service), namesPaths(policy) ? changedFiles : null),
    limitFor,
    confirmation: policy.confirmation,
    drift: driftAnchor(policy, lookup, facts),
  }
  const compared = compareServices(input)
  const tested = await withTestedAlarm(compared, input, sets, policy)
  const explained = await withExplanations(withDebts(tested, lookup, ancestry), collected, policy)
  const evidence = withBudgetTexts(explained, policy)
  const findings = checkRules(evidence, policy, RULES)
  const planned = policy.confirmation === null ? [] : rerunPlan(evidence, policy.confirmation)
  const isOverridable = planned.length > 0 || findings.some(({ level }) => level === 'fail')
  const override: OverrideDecision = isOverridable
    ? overrideOf({ findings, evidence }, policy, facts)
    : { kind: 'none' }
  const absence = sets.map((set) => set.absence ?? null).find((reason) => reason !== null) ?? null
  const decided = decide({
    evidence,
    findings,
    lookup,
    refusals: collected.refusals,
    absence,
    lostJobs: sets.flatMap((set) => set.lostJobs ?? []),
    policy,
    override,
    rerunPlan: planned,
  })
  const expected = expectedFalseAlarms({
    evidence,
    blocksUnproven: (service) => levelOf(regression, 'unproven', servicePolicy(policy, service)) === 'fail',
    maxRuns: policy.confirmation?.maxRuns ?? null,
  })
  const verdict = { ...decided, pastAlarms: pastAlarms(evidence, policy), expectedFalseAlarms: expected }
  return { verdict, report: renderReport(verdict, context, templates), collected, lookup, ancestry }
}

/** Reads the results. A file that is not understood becomes a refusal. */
export async function collect(sets: readonly ResultSet[], policy: Policy): Promise<CollectedRuns> {
  const all = await Promise.all(withFormats(sets, policy).map(collectSet))
  const [profiles, traces] = [all.flatMap((one) => one.profiles), all.flatMap((one) => one.traces)]
  const collected = withoutSuperseded({
    runs: withoutLeftOvers(all.flatMap(({ runs }) => runs)),
    refusals: [...sets, ...all].flatMap(({ refusals }) => refusals),
  })
  return {
    ...collected,
    ...(profiles.length === 0 ? {} : { profiles }),
    ...(traces.length === 0 ? {} : { traces }),
  }
}

async function collectSet({ files, options }: CollectedFiles) {
  const collected = await collectRuns(files, options)
  return {
    ...collected,
    profiles: await collectProfiles(files, collected.runs, options),
    traces: await collectTraces(files, collected.runs, options),
  }
}

/** Adds the explanations of profiles and traces beside the runs. The code that reads them is loaded only if there are any. */
async function withExplanations(
  evidence: readonly ServiceEvidence[],
  { profiles = [], traces = [] }: CollectedRuns,
  policy: Policy,
): Promise<readonly ServiceEvidence[]> {
  let explained = evidence
  if (profiles.length > 0) {
    const { explainServices } = await import('./profiles/explain-services.ts')
    explained = explainServices(explained, profiles, (service) => servicePolicy(policy, service).ownCode)
  }
  if (traces.length > 0) {
    const { withTraces } = await import('./traces/with-traces.ts')
    explained = withTraces(explained, traces)
  }
  return explained
}

/** Each set is read with the names of all services in the policy and in the files of the other sets. */
function withFormats(sets: readonly ResultSet[], policy: Policy): readonly CollectedFiles[] {
  const read = (service: string) => servicePolicy(policy, service).read
  const named = sets.flatMap(({ files }) => servicesInNames(files.map(({ path }) => path)))
  return sets.map(({ files, options }) => {
    const services = new Set([...policy.namedServices, ...named, ...(options.services ?? [])])
    return { files, options: { ...options, formats: FORMATS, read, services } }
  })
}

/**
 * The self-test: slows down a copy of the candidate and judges the copy, to see whether the gate would block it. The slowdown just over the
 * limit is written into the files, if they are small, and read again. The larger slowdown is applied to the runs that were read.
 */
async function withTestedAlarm(
  evidence: readonly ServiceEvidence[],
  input: ComparisonInput,
  sets: readonly ResultSet[],
  policy: Policy,
): Promise<readonly ServiceEvidence[]> {
  const { runs, refusals } = input.collected
  const small = slowdownsFor(evidence, 'justOver')
  const { planted, originals } = await plantInFiles(withFormats(sets, policy), runs, small)
  const others = slowedRuns({ runs: runs.filter((run) => !originals.has(run)), refusals }, small)
  const large = slowedRuns({ runs, refusals }, slowdownsFor(evidence, 'atTwice'))
  const judged = judgePlanted(
    input,
    new Map([
      ['justOver', { runs: [...others.runs, ...planted], refusals }],
      ['atTwice', large],
    ]),
  )
  const proofs = selfTests(evidence, judged)
  return evidence.map((one) => ({ ...one, alarm: proofs.filter(({ service }) => service === one.service) }))
}

/** null: the policy names no drift anchor, or no stored run can be compared with it. */
function driftAnchor(
  { drift }: Policy,
  lookup: BaselineLookup | null,
  { driftAncestry: ancestry }: Facts,
): DriftAnchor | null {
  if (drift === null || lookup?.kind !== 'found' || ancestry == null) return null
  return { name: drift.anchor, ancestry, maxDriftRatio: drift.maxDriftRatio }
}

function overrideOf(overridable: Overridable, policy: Policy, { override }: Facts): OverrideDecision {
  const facts = override?.() ?? null
  return facts === null ? { kind: 'none' } : decideOverride(facts, policy.override, blockedParts(overridable))
}
