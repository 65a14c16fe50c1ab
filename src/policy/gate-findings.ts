import type { BaselineLookup } from '../model/baseline.ts'
import type { ServiceEvidence } from '../model/comparison.ts'
import type { Level, Policy } from '../model/policy.ts'
import type { Refusal } from '../model/run.ts'
import { code, name, names, type Said, type Text, text } from '../model/text.ts'
import type { Finding } from '../model/verdict.ts'
import { type Coverage, gatedSeries, hasGivenBaseline, isExcused } from './gated-series.ts'
import { levelOf, WHOLE_SERVICE } from './rule.ts'
import { invalidData, isBlockedByRefusals, refusedFile } from './rules/invalid-data.ts'
import { missingBaseline } from './rules/missing-baseline.ts'
import { missingSeries } from './rules/missing-series.ts'
import { matchesName, servicePolicy } from './service-policy.ts'
import { nameOfTool } from './tool-limits.ts'
import { unmatchedServices } from './unmatched-services.ts'

export type GateFacts = Readonly<{
  evidence: readonly ServiceEvidence[]
  lookup: BaselineLookup | null
  refusals: readonly Refusal[]
  /** Why there is no result; null: nobody knows. */
  absence: Said | null
  /** Jobs of the load test that failed and left nothing, though others like them did. */
  lostJobs: readonly string[]
  policy: Policy
  coverage: Coverage
}>

/** What is wrong with the gate as a whole and belongs to no service. */
export function gateFindings(facts: GateFacts): readonly Finding[] {
  return [
    ...unreadableBaseline(facts),
    ...strayRefusals(facts),
    ...lostLegs(facts),
    ...unusedPatterns(facts),
    ...unmatchedTools(facts),
    ...unmatchedOverrides(facts),
    ...notRetired(facts),
    ...noResults(facts),
    ...nothingCompared(facts),
  ]
}

/** Always blocks, whatever the policy says: a damaged store must not be taken for an empty one. */
function unreadableBaseline({ lookup }: GateFacts): readonly Finding[] {
  if (lookup?.kind !== 'unreadable') return []
  const { place, file, problem } = lookup
  return [
    gateFinding({
      expected: 'a readable baseline',
      actual: `${file} is unreadable`,
      problem: text`the stored baseline cannot be read: ${name(file)} in ${place}`,
      action: text`Fix or remove that file, then run the gate again.`,
      detail: text`${problem} It was left as it is.`,
    }),
  ]
}

/** Refused files whose path names no service. Rules look at one service, so no rule reports these files. */
function strayRefusals({ refusals, evidence, policy }: GateFacts): readonly Finding[] {
  const level = levelOf(invalidData, 'invalid', policy.defaults)
  if (level === 'off') return []
  return refusals
    .filter(({ service }) => !evidence.some((one) => one.service === service))
    .map((refusal) => ({ ...refusedFile(refusal, null), word: WORDS.invalid, level }))
}

/** Without a stored baseline, only the failed job shows that a part of the load test is missing. */
function lostLegs({ lostJobs, policy }: GateFacts): readonly Finding[] {
  const level = levelOf(missingSeries, 'missing', policy.defaults)
  if (level === 'off') return []
  return lostJobs.map((job) =>
    gateFinding({
      rule: 'missing',
      level,
      expected: `results of ${job}`,
      actual: 'none',
      problem: text`the job ${name(job)} failed and left no results, though other jobs of its matrix did`,
      action: text`Look at its log, and run the load test again.`,
    }),
  )
}

/**
 * Settings whose pattern matches no service are never used: the pattern may be misspelt. A service that the policy names in full is
 * reported as missing instead.
 */
function unusedPatterns({ evidence, policy }: GateFacts): readonly Finding[] {
  const known = evidence.map(({ service }) => service)
  if (known.length === 0 || levelOf(missingSeries, 'missing', policy.defaults) === 'off') return []
  return unmatchedServices(policy, known)
    .filter((pattern) => !policy.namedServices.includes(pattern))
    .map((pattern) =>
      noSuchService(
        pattern,
        known,
        text`the policy has settings for services called ${name(pattern)}, and no service has such a name, so they are not in force`,
      ),
    )
}

function noSuchService(pattern: string, known: readonly string[], problem: Text): Finding {
  return gateFinding({
    rule: 'missing',
    level: 'warn',
    expected: `a service called ${pattern}`,
    actual: 'no such service',
    problem,
    detail: text`The services are ${names(known)}.`,
  })
}

/** The same for a tool that measured nothing, now or before: its name may be misspelt. */
function unmatchedTools({ evidence, policy }: GateFacts): readonly Finding[] {
  const runs = evidence.flatMap(({ candidateRuns, baselineRuns }) => [...candidateRuns, ...baselineRuns])
  const known = [...new Set(runs.map(({ run }) => nameOfTool(run)))].sort()
  if (known.length === 0 || levelOf(missingSeries, 'missing', policy.defaults) === 'off') return []
  return policy.tools
    .filter(({ pattern }) => !known.some((tool) => matchesName(pattern, tool)))
    .map(({ pattern }) => ({
      ...gateFinding({
        expected: `results of ${pattern}`,
        actual: 'no such tool',
        problem: text`the policy has settings for the tool ${name(pattern)}, and no result is of it, so they are not in force`,
        detail: text`The results are of ${names(known)}.`,
      }),
      rule: 'missing',
      word: WORDS.missing,
      level: 'warn',
    }))
}

/** An override that only services of another name may have: it would be refused when it is needed. */
function unmatchedOverrides({ evidence, policy }: GateFacts): readonly Finding[] {
  const known = evidence.map(({ service }) => service)
  if (known.length === 0 || levelOf(missingSeries, 'missing', policy.defaults) === 'off') return []
  return policy.override.services
    .filter((pattern) => !known.some((one) => matchesName(pattern, one)))
    .map((pattern) =>
      noSuchService(
        pattern,
        known,
        text`the policy lists ${name(pattern)} under ${code('override.services')}, and no service has such a name`,
      ),
    )
}

/** A service that has results is judged as before, whatever the policy says of its end. */
function notRetired({ evidence, policy }: GateFacts): readonly Finding[] {
  if (levelOf(missingSeries, 'missing', policy.defaults) === 'off') return []
  return evidence
    .filter(({ candidateRuns }) => candidateRuns.length > 0)
    .filter(({ service }) => policy.retired.some((pattern) => matchesName(pattern, service)))
    .map(({ service }) =>
      gateFinding({
        rule: 'missing',
        word: 'not retired',
        level: 'warn',
        expected: 'no results',
        actual: 'results',
        problem: text`the policy says under ${code('retired')} that ${name(service)} is gone, and it has results, so it is judged as before`,
        action: text`Remove it from ${code('retired')}, or no longer measure it.`,
      }),
    )
}

function noResults({ evidence, refusals, absence, policy }: GateFacts): readonly Finding[] {
  if (hasResults(evidence) || allExcused(evidence)) return []
  const refused = refusals.filter(({ side }) => side === 'candidate')
  if (refused.some(({ service }) => refusalLevel(service, policy) === 'fail')) return []
  return [
    gateFinding({
      expected: 'results of a load test',
      actual: refused.length > 0 ? 'no usable result' : 'no result',
      ...(refused.length > 0
        ? {
            problem: text`there is no usable result to judge: every result file was refused`,
            action: text`Fix the files listed below and run the load test again.`,
          }
        : (absence ?? {
            problem: text`there is no result to judge`,
            action: text`Run the load test, and check that it uploads its results under the name that the gate looks for.`,
          })),
    }),
  ]
}

/** What a refused result does, of a service or of none. */
function refusalLevel(service: string | null, policy: Policy): Level {
  return levelOf(invalidData, 'invalid', service === null ? policy.defaults : servicePolicy(policy, service))
}

/** If nothing was compared, the gate says so. It must not look like a gate that found nothing. */
function nothingCompared({ evidence, lookup, coverage, policy }: GateFacts): readonly Finding[] {
  if (
    coverage.compared > 0 ||
    !hasResults(evidence) ||
    (lookup?.kind === 'never-written' && !evidence.some(hasGivenBaseline)) ||
    lookup?.kind === 'unreadable'
  ) {
    return []
  }
  const unseen = [...(lookup?.kind === 'found' ? lookup.services.keys() : [])].filter(
    (name) => !evidence.some(({ service }) => service === name),
  )
  if (unseen.length > 0) return [olderThanBaseline(unseen)]
  if (evidence.some((one) => isBlockedByRefusals(one, 'baseline', servicePolicy(policy, one.service)))) return []
  const withResults = evidence.filter(({ candidateRuns }) => candidateRuns.length > 0)
  if (lookup === null && evidence.every(({ baselineRuns }) => baselineRuns.length === 0))
    return [noBaselineAnywhere(withResults.map(({ service }) => service))]
  if (withResults.every(saysWhy)) {
    return [
      gateFinding({
        rule: 'missing-baseline',
        // Against a store, another class of machine happens by chance. A baseline that was given beside the candidate must be comparable.
        ...NOTHING_COMPARED,
        level: withResults.some((one) => hasGivenBaseline(one) && one.differences.length > 0) ? 'fail' : 'warn',
        problem: text`nothing was compared, so this gate would have caught nothing`,
        action: text`The other findings and the list of series say why.`,
      }),
    ]
  }
  return [
    gateFinding({
      ...NOTHING_COMPARED,
      problem: text`there are results and a baseline, and yet no gated series was compared`,
      action: text`Check ${code('primary')} in the policy against the metrics in the results.`,
    }),
  ]
}

/** Without a store, the baseline can only lie beside the candidate, and nothing will ever record one. */
function noBaselineAnywhere(services: readonly string[]): Finding {
  const [one, other, ...more] = services
  const isTwo = one !== undefined && other !== undefined && more.length === 0
  return gateFinding({
    rule: 'missing-baseline',
    expected: 'a baseline',
    actual: 'none',
    problem: text`there is no baseline, so nothing was compared`,
    action: text`Put its runs beside those of the candidate, such as ${code('<service>/baseline/run-1')}, or name where they are.`,
    ...(isTwo
      ? {
          detail: text`If ${name(one)} and ${name(other)} are two versions of one service, call their folders baseline and candidate.`,
        }
      : {}),
  })
}

/**
 * A service is not expected of a change that starts before the first record of the service, because the service may not exist there. But if
 * nothing at all was compared, the change must not be green.
 */
function olderThanBaseline(services: readonly string[]): Finding {
  return gateFinding({
    rule: 'missing-baseline',
    ...NOTHING_COMPARED,
    problem: text`nothing was compared: all that is stored for ${names(services.toSorted())} was recorded after the commit that this change starts from`,
    action: text`Bring the branch up to date with its base, and run the load test again.`,
  })
}

/** Whether the evidence itself says why a service was not compared. */
function saysWhy(evidence: ServiceEvidence): boolean {
  return evidence.baselineRuns.length === 0 || evidence.differences.length > 0 || gatedSeries(evidence).length > 0
}

function hasResults(evidence: readonly ServiceEvidence[]): boolean {
  return evidence.some(({ candidateRuns }) => candidateRuns.length > 0)
}

/** Whether nothing had to be measured: the change touches none of the known services. */
export function allExcused(evidence: readonly ServiceEvidence[]): boolean {
  return evidence.length > 0 && evidence.every(isExcused)
}

/** The keys of rules that also speak of the gate as a whole, and what the table says there. */
const WORDS = {
  invalid: invalidData.levels.invalid.word,
  missing: missingSeries.levels.missing.word,
  'missing-baseline': missingBaseline.levels['missing-baseline'].word,
}

/** Of a gate that has results and no answer. */
const NOTHING_COMPARED = {
  word: 'nothing compared',
  expected: 'at least one comparison',
  actual: 'nothing was compared',
} as const

type OfGate = Pick<Finding, 'expected' | 'actual'> &
  Said &
  Readonly<{ rule?: keyof typeof WORDS; word?: string; level?: Finding['level'] }>

function gateFinding({ rule = 'invalid', word = WORDS[rule], level = 'fail', ...texts }: OfGate): Finding {
  return { rule, word, level, service: null, ...WHOLE_SERVICE, ...texts }
}
