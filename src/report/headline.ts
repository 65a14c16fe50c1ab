import { changeInWords, directionWords, problemOfChange, unitOf } from '../model/change.ts'
import type { Comparison } from '../model/comparison.ts'
import { count, formatSize } from '../model/numbers.ts'
import type { ReportContext } from '../model/report.ts'
import { comparisonOf, worseningOf } from '../model/series.ts'
import { saysService, written } from '../model/text.ts'
import type { Finding, Verdict } from '../model/verdict.ts'
import { gatedComparisons } from './series.ts'
import { seriesName, type Wording } from './wording.ts'

/** Line 1 of the report. `statement`: whether the change is blocked, and why. `action`: what to do now. */
type Headline = Readonly<{ icon: string; statement: string; action: string }>

/** Says in two sentences whether the change is blocked, by what, and what to do. */
export function headline(verdict: Verdict, context: ReportContext, wording: Wording): Headline {
  const decided = decisionLine(verdict, context, wording)
  const line = verdict.enforced === false ? { ...decided, icon: '🚧' } : decided
  const silent = verdict.findings.filter(({ rule }) => rule === 'min-power')
  const [first] = silent
  if (first === undefined || mainFinding(verdict.findings) === first) return line
  const others = silent.length > 1 ? ` and ${silent.length - 1} more` : ''
  return {
    ...line,
    action: sentences(
      line.action,
      `The gate cannot block ${wording.name(first.service ?? '')}${others} with these settings: see below.`,
    ),
  }
}

function decisionLine(verdict: Verdict, context: ReportContext, wording: Wording): Headline {
  switch (verdict.outcome) {
    case 'invalid':
      return blocked(
        verdict,
        context,
        wording,
        verdict.enforced === false ? '' : 'No override can accept this.',
        measureAgain(verdict, context),
      )
    case 'fail':
      return blocked(verdict, context, wording, overrideHint(verdict, context, wording))
    case 'pending':
      return pending(verdict, context, wording)
    case 'overridden':
      return overridden(verdict, context, wording)
    case 'no-baseline':
      return {
        icon: '🚧',
        statement: 'NOT A GATE YET: no baseline recorded.',
        action: `${consequence(false, verdict, context)}, and nothing was checked. ${nextForBaseline(context, wording)}`,
      }
    case 'warn':
      return warned(verdict, context, wording)
    case 'pass':
      return passed(verdict, context, wording)
  }
}

/**
 * A refused result blocks until the service is measured again. Measuring again always helps, because the artifacts of a new run cannot
 * clash with older artifacts.
 */
function measureAgain({ services }: Verdict, { generatedFor }: ReportContext): string {
  const isRefused = services.some(({ refusals }) => refusals.some(({ side }) => side === 'candidate'))
  if (!isRefused || generatedFor === 'command-line') return ''
  const how = generatedFor === 'push' ? 're-run all jobs of this run' : 'close and reopen the pull request, or push'
  return `Measure again: ${how}. What is measured again replaces what was refused.`
}

/** Line 1 as it is printed. */
export function headlineText({ icon, statement, action }: Headline, wording: Wording): string {
  return [`${icon} ${wording.strong(statement)}`, action].filter((part) => part !== '').join(' ')
}

/**
 * The consequence of the verdict for the reader. The text for a gate that is not enforced differs from the text for a passed gate, so
 * that nobody mistakes a trial for a pass.
 */
function consequence(isBlocked: boolean, { enforced = true }: Verdict, { generatedFor }: ReportContext): string {
  if (!enforced) {
    const who = generatedFor === 'push' ? 'a pull request ' : ''
    return `NOT ENFORCED: ${who}would ${isBlocked ? '' : 'not '}be blocked`
  }
  if (generatedFor !== 'push') return isBlocked ? 'Blocked' : 'Not blocked'
  return isBlocked ? 'A pull request would be blocked' : 'A pull request would not be blocked'
}

function blocked(
  verdict: Verdict,
  context: ReportContext,
  wording: Wording,
  override: string,
  again: string = '',
): Headline {
  const failing = verdict.findings.filter(({ level }) => level === 'fail')
  const worst = mainFinding(failing)
  const start = consequence(true, verdict, context)
  if (worst === undefined) return { icon: '❌', statement: `${start}.`, action: override }
  const { place, statement, action } = problemOf(worst, wording)
  const more =
    failing.length > 1
      ? `${count(failing.length - 1, 'other finding also blocks', 'other findings also block')}${worstOfRest(failing, worst, verdict, wording)}.`
      : ''
  const said = `${start}${place === '' ? '' : ` by ${place}`}: ${statement}.`
  return { icon: '❌', statement: said, action: fitting(said, [more, action, override, again], [1, 0, 3, 2]) }
}

/** `, most of all p95 of GET /orders, 22.1 % slower`; empty unless another finding has a larger change than the first finding. */
function worstOfRest(failing: readonly Finding[], first: Finding, verdict: Verdict, wording: Wording): string {
  const size = (finding: Finding) => worseningOf(comparisonOf(finding, verdict.services) ?? NO_ESTIMATE) ?? 0
  const [worst] = failing.toSorted((left, right) => size(right) - size(left))
  const comparison = worst === undefined || worst === first ? undefined : comparisonOf(worst, verdict.services)
  if (comparison?.estimate == null || worst === undefined || size(worst) <= size(first)) return ''
  const { worse } = directionWords(comparison)
  const before = failing.length === 2 ? ':' : ', most of all'
  return `${before} ${seriesName(comparison, wording)}, ${formatSize(size(worst))} ${worse}`
}

const NO_ESTIMATE = { better: 'lower', estimate: null } as const

/** The verdict waits for more runs: which series is undecided, and how many runs decide it. */
function pending(verdict: Verdict, context: ReportContext, wording: Wording): Headline {
  const start = `${consequence(true, verdict, context)} for now`
  const plan = (verdict.rerunPlan ?? []).toSorted(
    (left, right) => Number(right.verdict === 'unproven') - Number(left.verdict === 'unproven'),
  )
  const [first] = plan
  const open = gatedComparisons(verdict).find(
    ({ role, service, verdict: own }) => role === 'primary' && service === first?.service && own === first.verdict,
  )
  if (first === undefined || open?.estimate == null)
    return { icon: '⏳', statement: `${start}, waiting for more runs.`, action: '' }
  const evidence = verdict.services.find(({ service }) => service === first.service)
  const unit = evidence === undefined ? 'run' : unitOf(evidence)
  const more = plan.length > 1 ? `${count(plan.length - 1, 'more service waits', 'more services wait')} as well.` : ''
  const how = context.generatedFor === 'command-line' ? 'Measure again' : 'Re-run all jobs of the load test'
  const statement = `${start}: ${written(problemOfChange(open), wording)}.`
  const adds = `${count(first.add, `more ${unit}`)} ${first.add === 1 ? 'joins' : 'join'} the ${first.runs} there`
  const action = [`${how}: ${adds}. ${first.decidedAt} in all decide it.`, more]
  return { icon: '⏳', statement, action: fitting(statement, action, [0, 1]) }
}

function warned(verdict: Verdict, context: ReportContext, wording: Wording): Headline {
  const worst = mainFinding(verdict.findings)
  const start = consequence(false, verdict, context)
  if (worst === undefined) return { icon: '⚠️', statement: `${start}, with a warning.`, action: '' }
  if (worst.rule === 'debt')
    return {
      ...passed(verdict, context, wording),
      icon: '⚠️',
      action: 'Nothing to do. The baseline holds older slowdowns, listed below as debt.',
    }
  const { place, statement, action } = problemOf(worst, wording)
  const more = verdict.findings.length > 1 ? `${count(verdict.findings.length - 1, 'more warning')} below.` : ''
  const said = `${start}, with a warning${place === '' ? '' : ` on ${place}`}: ${statement}.`
  return { icon: '⚠️', statement: said, action: fitting(said, [more, action], [1, 0]) }
}

function passed(verdict: Verdict, context: ReportContext, wording: Wording): Headline {
  const start = consequence(false, verdict, context)
  if (verdict.compared === 0) {
    const statement = `${start}: nothing had to be measured.`
    return { icon: '✅', statement, action: 'This change touches no path of a service that the gate knows.' }
  }
  const faster = fasterText(verdict, wording)
  if (faster !== null) return { icon: '✅', statement: `${start}: ${faster}`, action: 'Nothing to do.' }
  const worst = largestChange(verdict)
  const largest =
    worst?.estimate == null
      ? ''
      : `The largest change is ${seriesName(worst, wording)}: ${changeInWords(worst, worst.estimate.changeRatio)}.`
  return { icon: '✅', statement: `${start}: nothing is over its limit.`, action: sentences(largest, 'Nothing to do.') }
}

function overridden(verdict: Verdict, context: ReportContext, wording: Wording): Headline {
  const failing = verdict.findings.filter(({ level }) => level === 'fail')
  const worst = mainFinding(failing)
  const by = verdict.override.kind === 'valid' ? ` by ${wording.name(verdict.override.by)}` : ''
  const problem = worst === undefined ? null : problemOf(worst, wording)
  const without =
    problem === null
      ? ''
      : `Without the override this would be blocked${problem.place === '' ? '' : ` by ${problem.place}`}: ${problem.statement}.`
  const more = failing.length > 1 ? `${count(failing.length - 1, 'more finding')} below.` : ''
  const statement = `${consequence(false, verdict, context)}: overridden${by}.`
  return { icon: '🔓', statement, action: fitting(statement, [without, more, 'Merging makes it debt.'], [0, 2, 1]) }
}

/** The finding in line 1. Findings about this change come before old debt, and proven findings come before unproven findings. */
export function mainFinding(findings: readonly Finding[]): Finding | undefined {
  const own = findings.filter(({ rule }) => rule !== 'debt')
  return own.find(({ level, rule }) => level === 'fail' && rule !== 'unproven') ?? own[0] ?? findings[0]
}

/** `place`: the service; empty if the statement already names the service. */
type Problem = Readonly<{ place: string; statement: string; action: string }>

/** Problem and action of a finding, in the words of the rule. The detail of the finding is below the table. */
function problemOf({ service, problem, action = [] }: Finding, wording: Wording): Problem {
  return {
    place: service === null || saysService(problem, service) ? '' : wording.name(service),
    statement: written(problem, wording),
    action: written(action, wording),
  }
}

function overrideHint(
  { override, enforced }: Verdict,
  { overrideLabel, generatedFor }: ReportContext,
  wording: Wording,
): string {
  if (enforced === false) return ''
  if (generatedFor !== 'pull-request' || overrideLabel === null) return ''
  if (override.kind === 'refused') return 'The override was refused: see below.'
  return `Or accept it (label ${wording.name(overrideLabel)}).`
}

function nextForBaseline({ generatedFor, baseBranch }: ReportContext, wording: Wording): string {
  if (generatedFor === 'command-line') return 'Record one with the command below.'
  return `Add the job below; the first push to ${baseBranch === null ? 'the default branch' : wording.name(baseBranch)} then records it.`
}

/** The largest improvement, if it is proven or larger than the limit. null: there is none. */
function fasterText(verdict: Verdict, wording: Wording): string | null {
  const gated = gatedComparisons(verdict).filter(({ role, estimate }) => role === 'primary' && estimate !== null)
  const [best] = gated.toSorted((left, right) => (worseningOf(left) ?? 0) - (worseningOf(right) ?? 0))
  const gain = best === undefined ? null : worseningOf(best)
  if (best?.estimate == null || gain === null) return null
  const { better } = directionWords(best)
  const name = seriesName(best, wording)
  if (best.verdict === 'improved') return `${name} is ${formatSize(gain)} ${better}, and this is proven.`
  // `reason` says why an improvement is doubted, so line 1 does not report it as an improvement.
  if (best.reason !== null || best.limitRatio === null || gain > -best.limitRatio) return null
  const one = best.runs.baseline === 1 && best.runs.candidate === 1
  return `${name} looks ${formatSize(gain)} ${better}, but ${one ? 'one run against one run' : 'this number of runs'} cannot prove it.`
}

/** The gated series that moved most for the worse. */
function largestChange(verdict: Verdict): Comparison | undefined {
  const compared = gatedComparisons(verdict).filter(({ role, estimate }) => role === 'primary' && estimate !== null)
  return compared.toSorted((left, right) => (worseningOf(right) ?? 0) - (worseningOf(left) ?? 0))[0]
}

/** The longest line 1 that a reader understands at a glance. */
const MAX_WORDS = 35

/**
 * As many of the sentences after the statement as fit into line 1. The report below line 1 has all of them.
 *
 * @param ranks the rank of each sentence: the highest rank is left out first, and rank 0 always stays
 */
function fitting(statement: string, all: readonly string[], ranks: readonly number[]): string {
  const rankOf = (index: number): number => ranks[index] ?? 0
  const chosen = all.map((sentence, index) => ({ sentence, rank: rankOf(index) }))
  for (let most = Math.max(...ranks); ; most--) {
    const line = sentences(...chosen.filter(({ rank }) => rank <= most).map(({ sentence }) => sentence))
    if (most === 0 || wordsIn(`${statement} ${line}`) <= MAX_WORDS) return line
  }
}

/** Counts words with a letter or a digit: a sign such as % does not count. */
function wordsIn(line: string): number {
  return line.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}

function sentences(...parts: readonly string[]): string {
  return parts.filter((part) => part.trim() !== '').join(' ')
}
