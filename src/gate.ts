import { FORMATS } from './formats/registry.ts'
import type { Ancestry, BaselineLookup } from './model/baseline.ts'
import type { RerunNeed, ServiceEvidence } from './model/comparison.ts'
import type { OverrideDecision, OverrideFacts } from './model/override.ts'
import type { Policy } from './model/policy.ts'
import type { ReportContext } from './model/report.ts'
import type { ResultFile } from './model/result-file.ts'
import type { CollectedRuns, Refusal } from './model/run.ts'
import type { Verdict } from './model/verdict.ts'
import { checkRules } from './policy/check-rules.ts'
import { decide } from './policy/decide.ts'
import { withDebts } from './policy/open-debts.ts'
import { decideOverride } from './policy/override.ts'
import type { Overridable } from './policy/override-scope.ts'
import { RULES } from './policy/registry.ts'
import { withoutRetired } from './policy/retired.ts'
import { isTouched, limitFor, namesPaths, servicePolicy } from './policy/service-policy.ts'
import { pastAlarms } from './replay/past-alarms.ts'
import type { Look } from './report/look.ts'
import { type Rendered, renderReport } from './report/render-report.ts'
import { type CollectOptions, collectRuns } from './results/collect-runs.ts'
import { type CollectedFiles, plantInFiles } from './results/planted-runs.ts'
import { withoutSuperseded } from './results/superseded.ts'
import { alarmProofs, judgePlanted, plantingFor, slowedRuns } from './statistics/alarm.ts'
import { compareServices } from './statistics/compare-services.ts'
import type { ComparisonInput } from './statistics/comparison-input.ts'
import type { DriftAnchor } from './statistics/drift.ts'
import { rerunPlan } from './statistics/rerun-plan.ts'

/** Result files that came from one place, and what is assumed of them where their paths do not say. */
export type ResultSet = Readonly<{
  files: readonly ResultFile[]
  /** What could not be fetched at all. */
  refusals: readonly Refusal[]
  /** Why there is nothing, in full sentences. It counts only where something had to be measured. */
  absence?: string | null
  options: Omit<CollectOptions, 'formats' | 'read'>
}>

/** The world outside, as far as the gate needs it. Each is called at most once. */
export type Edges = Readonly<{
  readResults(): Promise<readonly ResultSet[]>
  /** null: this gate has no store. */
  loadBaseline(collected: CollectedRuns): Promise<BaselineLookup | null>
  readAncestry(lookup: BaselineLookup | null, collected: CollectedRuns): Promise<Ancestry>
  /** Paths that the change touches; asked only when the policy names paths. null or no such edge: not known, so all are touched. */
  readChangedFiles?(): Promise<readonly string[] | null>
  /** The commits at or before the second anchor, a tag or a commit; asked only when the policy names one. null: not known here. */
  readDriftAncestry?(anchor: string, lookup: Extract<BaselineLookup, { kind: 'found' }>): Promise<Ancestry>
  /** Asked only when something blocks. null: there is no pull request. */
  readOverrideFacts(): Promise<OverrideFacts | null>
}>

export type GateRequest = Readonly<{
  policy: Policy
  context: ReportContext
  /** Are both variants of the results from one folder or artifact, or from two folders? */
  origin: 'same-results' | 'other-results'
  /** Absent: the standard one. */
  look?: Look
}>

export type GateResult = Readonly<{
  verdict: Verdict
  report: Rendered
  collected: CollectedRuns
  /** What it was compared with. */
  lookup: BaselineLookup | null
  ancestry: Ancestry
}>

/**
 * The whole product, top to bottom: each line takes what the lines above returned. Between reading and the report
 * everything is pure, so the same input gives the same verdict, and nothing that fails afterwards can change it.
 */
export async function runGate({ policy, context, origin, look }: GateRequest, edges: Edges): Promise<GateResult> {
  const sets = await edges.readResults()
  const collected = await collectAll(sets, policy)
  const changedFiles = namesPaths(policy) ? ((await edges.readChangedFiles?.()) ?? null) : null
  const lookup = withoutRetired(await edges.loadBaseline(collected), collected, policy)
  const ancestry = await edges.readAncestry(lookup, collected)
  const drift = await driftAnchor(policy, lookup, edges)
  const input: ComparisonInput = {
    collected,
    origin,
    lookup,
    ancestry,
    namedServices: policy.namedServices,
    policyFor: (service) => servicePolicy(policy, service),
    isUntouched: (service) => !isTouched(servicePolicy(policy, service), changedFiles),
    limitFor,
    confirmation: policy.confirmation,
    drift,
  }
  const compared = compareServices(input)
  const tested = await withTestedAlarm(compared, input, sets, policy)
  const evidence = withDebts(tested, lookup, ancestry)
  const findings = checkRules(evidence, policy, RULES)
  const planned = policy.confirmation === null ? [] : rerunPlan(evidence, policy.confirmation)
  const override = await overrideFor({ findings, evidence }, planned, policy, edges)
  const absence = sets.map((set) => set.absence ?? null).find((reason) => reason !== null) ?? null
  const decided = decide({
    evidence,
    findings,
    lookup,
    refusals: collected.refusals,
    absence,
    policy,
    override,
    rerunPlan: planned,
  })
  const verdict = { ...decided, pastAlarms: pastAlarms(evidence, policy) }
  return { verdict, report: renderReport(verdict, context, look), collected, lookup, ancestry }
}

async function collectAll(sets: readonly ResultSet[], policy: Policy): Promise<CollectedRuns> {
  const all = await Promise.all(withFormats(sets, policy).map(({ files, options }) => collectRuns(files, options)))
  return withoutSuperseded({
    runs: all.flatMap(({ runs }) => runs),
    refusals: [...sets, ...all].flatMap(({ refusals }) => refusals),
  })
}

function withFormats(sets: readonly ResultSet[], policy: Policy): readonly CollectedFiles[] {
  const read = (service: string) => servicePolicy(policy, service).read
  return sets.map(({ files, options }) => ({ files, options: { ...options, formats: FORMATS, read } }))
}

/**
 * Plants slowdowns in a copy of the candidate, and has the copy judged: the gate says itself whether its alarm works. The one
 * just over the limit is planted in the files, where they are small, and read again; the larger one in what was read.
 */
async function withTestedAlarm(
  evidence: readonly ServiceEvidence[],
  input: ComparisonInput,
  sets: readonly ResultSet[],
  policy: Policy,
): Promise<readonly ServiceEvidence[]> {
  const { runs, refusals } = input.collected
  const small = plantingFor(evidence, 'justOver')
  const { planted, originals } = await plantInFiles(withFormats(sets, policy), runs, small)
  const others = slowedRuns({ runs: runs.filter((run) => !originals.has(run)), refusals }, small)
  const large = slowedRuns({ runs, refusals }, plantingFor(evidence, 'atTwice'))
  const judged = judgePlanted(
    input,
    new Map([
      ['justOver', { runs: [...others.runs, ...planted], refusals }],
      ['atTwice', large],
    ]),
  )
  const proofs = alarmProofs(evidence, judged)
  return evidence.map((one) => ({ ...one, alarm: proofs.filter(({ service }) => service === one.service) }))
}

/** null: the policy names no second anchor, or there is nothing stored to compare with it. */
async function driftAnchor(
  { drift }: Policy,
  lookup: BaselineLookup | null,
  edges: Edges,
): Promise<DriftAnchor | null> {
  if (drift === null || lookup?.kind !== 'found') return null
  const ancestry = await edges.readDriftAncestry?.(drift.anchor, lookup)
  return ancestry == null ? null : { name: drift.anchor, ancestry, maxDriftRatio: drift.maxDriftRatio }
}

async function overrideFor(
  overridable: Overridable,
  planned: readonly RerunNeed[],
  policy: Policy,
  edges: Edges,
): Promise<OverrideDecision> {
  const isOpen = planned.length > 0 || overridable.findings.some(({ level }) => level === 'fail')
  if (!isOpen) return { kind: 'none' }
  const facts = await edges.readOverrideFacts()
  return facts === null ? { kind: 'none' } : decideOverride(facts, policy.override, overridable)
}
