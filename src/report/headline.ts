import type { Comparison } from '../model/comparison.ts'
import type { ReportContext } from '../model/report.ts'
import type { Finding, Verdict } from '../model/verdict.ts'
import { count, formatInterval, formatLimit, formatSize } from './cell.ts'
import { changeInWords, directionWords } from './comparison-row.ts'
import { unitWord } from './coverage.ts'
import { comparisonOf, gatedComparisons, worseningOf } from './series.ts'
import { isNamedIn, seriesName, type Wording } from './wording.ts'

/** Line 1 of the report. `statement`: what is the consequence and why. `action`: what to do now. */
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
      `The alarm of ${wording.name(first.service ?? '')}${others} cannot fire: see below.`,
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
        sentences(
          verdict.enforced === false
            ? ''
            : 'An override does not help here: there is no result that could be accepted.',
          measureAgain(verdict, context),
        ),
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

/** A refused result blocks until it is measured again. The artifacts of a new run can clash with nothing, so that always works. */
function measureAgain({ services }: Verdict, { generatedFor }: ReportContext): string {
  const isRefused = services.some(({ refusals }) => refusals.some(({ variant }) => variant === 'candidate'))
  if (!isRefused || generatedFor === 'command-line') return ''
  const how = generatedFor === 'push' ? 're-run all jobs of this run' : 'close and reopen the pull request, or push'
  return `Measure again: ${how}. What is measured again replaces what was refused.`
}

/** Line 1 as it is printed. */
export function headlineText({ icon, statement, action }: Headline, wording: Wording): string {
  return [`${icon} ${wording.strong(statement)}`, action].filter((part) => part !== '').join(' ')
}

/** What `blocked` means to the one who reads this. A gate that is only tried out must not read like one that was passed. */
function consequence(isBlocked: boolean, { enforced = true }: Verdict, { generatedFor }: ReportContext): string {
  if (!enforced) {
    const who = generatedFor === 'push' ? 'a pull request ' : ''
    return `NOT ENFORCED: ${who}would ${isBlocked ? '' : 'not '}be blocked`
  }
  if (generatedFor !== 'push') return isBlocked ? 'Blocked' : 'Not blocked'
  return isBlocked ? 'A pull request would be blocked' : 'A pull request would not be blocked'
}

function blocked(verdict: Verdict, context: ReportContext, wording: Wording, override: string): Headline {
  const failing = verdict.findings.filter(({ level }) => level === 'fail')
  const worst = mainFinding(failing)
  const start = consequence(true, verdict, context)
  if (worst === undefined) return { icon: '❌', statement: `${start}.`, action: override }
  const { place, statement, action } = problemOf(worst, verdict, wording)
  const more =
    failing.length > 1
      ? `${count(failing.length - 1, 'more finding blocks', 'more findings block')}${worstOfRest(failing, worst, verdict, wording)}.`
      : ''
  return {
    icon: '❌',
    statement: `${start}${place === '' ? '' : ` by ${place}`}: ${statement}`,
    action: sentences(more, action, override),
  }
}

/** `, most of all p95 of GET /orders, 22.1 % slower`, where another finding has a larger number than the one that is named first. */
function worstOfRest(failing: readonly Finding[], first: Finding, verdict: Verdict, wording: Wording): string {
  const size = (finding: Finding) => worseningOf(comparisonOf(finding, verdict) ?? NO_ESTIMATE) ?? 0
  const [worst] = failing.toSorted((left, right) => size(right) - size(left))
  const comparison = worst === undefined || worst === first ? undefined : comparisonOf(worst, verdict)
  if (comparison?.estimate == null || worst === undefined || size(worst) <= size(first)) return ''
  const { worse } = directionWords(comparison)
  const before = failing.length === 2 ? ':' : ', most of all'
  return `${before} ${seriesName(comparison, wording)}, ${formatSize(size(worst))} ${worse}`
}

const NO_ESTIMATE = { better: 'lower', estimate: null } as const

/** More runs are on their way, or one click away: what is open, and what would close it. */
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
  const change = `${seriesName(open, wording)} is ${changeInWords(open, open.estimate.changeRatio)}`
  const doubt = first.verdict === 'unproven' ? 'but this is not proven' : 'and more than the limit cannot be excluded'
  const evidence = verdict.services.find(({ service }) => service === first.service)
  const unit = evidence?.design === 'pairs' ? 'pair' : evidence === undefined ? 'run' : unitWord(evidence)
  const more = plan.length > 1 ? `${count(plan.length - 1, 'more service waits', 'more services wait')} as well.` : ''
  const how =
    context.generatedFor === 'command-line'
      ? 'Measure again'
      : 'Re-run all jobs of the load test, or close and reopen the pull request'
  return {
    icon: '⏳',
    statement: `${start}, waiting for more runs: ${change}, ${doubt}.`,
    action: sentences(
      more,
      `${how}: ${count(first.add, `more ${unit}`)} ${first.add === 1 ? 'is' : 'are'} added to the ${first.runs} that are there.`,
      `At ${first.decidedAt} in all it is decided.`,
    ),
  }
}

function warned(verdict: Verdict, context: ReportContext, wording: Wording): Headline {
  const worst = mainFinding(verdict.findings)
  const start = consequence(false, verdict, context)
  if (worst === undefined) return { icon: '⚠️', statement: `${start}, with a warning.`, action: '' }
  if (worst.rule === 'debt')
    return {
      ...passed(verdict, context, wording),
      icon: '⚠️',
      action: 'Nothing to do. For information: the baseline itself holds older slowdowns, listed below as debt.',
    }
  const { place, statement, action } = problemOf(worst, verdict, wording)
  const more = verdict.findings.length > 1 ? `${count(verdict.findings.length - 1, 'more warning')} below.` : ''
  return {
    icon: '⚠️',
    statement: `${start}, with a warning${place === '' ? '' : ` on ${place}`}: ${statement}`,
    action: sentences(more, action),
  }
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
  const problem = worst === undefined ? null : problemOf(worst, verdict, wording)
  const without =
    problem === null
      ? ''
      : `Without the override this would be blocked${problem.place === '' ? '' : ` by ${problem.place}`}: ${problem.statement}`
  const more = failing.length > 1 ? `${count(failing.length - 1, 'more finding')} below.` : ''
  return {
    icon: '🔓',
    statement: `${consequence(false, verdict, context)}: overridden${by}.`,
    action: sentences(without, more, 'Merging accepts the slowdown, and later reports list it as debt.'),
  }
}

/** Debt is old: what this change does comes before it. Of what blocks, what is certain comes before what more runs may refute. */
function mainFinding(findings: readonly Finding[]): Finding | undefined {
  const own = findings.filter(({ rule }) => rule !== 'debt')
  return own.find(({ level, rule }) => level === 'fail' && rule !== 'unproven') ?? own[0] ?? findings[0]
}

/** `place` is the service where the statement does not name it, else empty. */
type Problem = Readonly<{ place: string; statement: string; action: string }>

/** What is wrong, and what to do about it: from the numbers where there are numbers, else in the words of the rule. */
function problemOf(finding: Finding, verdict: Verdict, wording: Wording): Problem {
  const comparison = comparisonOf(finding, verdict)
  const numeric = ['regressed', 'unproven', 'slower', 'inconclusive'].includes(finding.rule)
  if (!numeric || comparison?.estimate == null) return inWordsOfTheRule(finding, wording)
  const change = `${seriesName(comparison, wording)} is ${changeInWords(comparison, comparison.estimate.changeRatio)}`
  const { worse } = directionWords(comparison)
  switch (comparison.verdict) {
    case 'regressed':
      return { place: '', statement: `${change}, and this is proven.`, action: improvementHint(worse) }
    case 'unproven':
      return {
        place: '',
        statement: `${change}, but this is not proven.`,
        action: `${noiseText(comparison, verdict)} It counts until more runs refute it. ${settledBy(comparison, verdict)}`,
      }
    case 'slower':
      return { place: '', statement: `${change}, and this is proven.`, action: 'Is it worth it?' }
    default:
      return {
        place: '',
        statement: `${change}, and this is not proven.`,
        action: `${noiseText(comparison, verdict)} ${settledBy(comparison, verdict)}`,
      }
  }
}

/** The first sentence of a message says what is wrong, the rest what to do. */
function inWordsOfTheRule(finding: Finding, wording: Wording): Problem {
  const { rule, message, service } = finding
  const [, first = message, rest = ''] = /^(.+?[.!?])\s+(\S.*)$/s.exec(message) ?? []
  const action = rest !== '' ? wording.message(rest) : rule.startsWith('changed-') ? SAME_CONDITIONS : ''
  const named = withSeriesNamed(finding, first, wording)
  if (named !== null) return { place: '', statement: named, action }
  const place = service === null || isNamedIn(message, service) ? '' : wording.name(service)
  return { place, statement: wording.message(first), action }
}

/** Rules begin with `p95 of http_req_duration of GET /orders`; line 1 calls a series as it does everywhere. null: this one does not. */
function withSeriesNamed(
  { service, endpoint, metric, stat }: Finding,
  sentence: string,
  wording: Wording,
): string | null {
  if (service === null || metric === null || stat === null) return null
  const name = `${stat} of ${metric}${endpoint === null ? '' : ` of ${endpoint}`} `
  if (!sentence.startsWith(name)) return null
  return `${seriesName({ service, endpoint, metric, stat }, wording)} ${wording.message(sentence.slice(name.length))}`
}

const SAME_CONDITIONS = 'Measure both versions under the same conditions, for example in turns in one job.'

function improvementHint(worse: string): string {
  return worse === 'slower' ? 'Make it faster.' : 'Bring it back.'
}

/** Why the data cannot prove it. */
function noiseText(comparison: Comparison, verdict: Verdict): string {
  const { estimate, runs, service } = comparison
  if (estimate === null) return ''
  const evidence = verdict.services.find((one) => one.service === service)
  const unit = evidence === undefined ? 'run' : unitWord(evidence)
  if (runs.baseline === 1 && runs.candidate === 1)
    return `One ${unit} against one ${unit} cannot tell a change this small from noise.`
  return `From ${unit} to ${unit} it varies by ${formatSize(estimate.noiseRatio)}: the change is ${formatInterval(estimate)}.`
}

/** How many runs would tell a change of twice the limit from noise. Whether they will settle this change nobody knows. */
export function settledBy({ service, estimate, limitRatio, runs }: Comparison, verdict: Verdict): string {
  if (estimate === null || limitRatio === null) return ''
  if (estimate.unprovable === 'too-few-requests') return 'More runs do not help: each run has too few requests.'
  const evidence = verdict.services.find((one) => one.service === service)
  const isStored = evidence != null && evidence.window !== null
  const there = isStored ? runs.candidate : Math.min(runs.baseline, runs.candidate)
  if (!Number.isFinite(estimate.runsNeeded) || estimate.runsNeeded <= there) return 'Repeat the load test.'
  const unit = evidence?.design === 'pairs' ? 'pair' : evidence === undefined ? 'run' : unitWord(evidence)
  const side = isStored ? ' of this version' : unit === 'pair' ? '' : ' on each side'
  return `Repeat the load test: with ${count(estimate.runsNeeded, unit)}${side}, a change of ${formatLimit(2 * limitRatio)} could be told from noise.`
}

function overrideHint(
  { override, enforced }: Verdict,
  { overrideLabel, generatedFor }: ReportContext,
  wording: Wording,
): string {
  if (enforced === false) return ''
  if (generatedFor !== 'pull-request' || overrideLabel === null) return ''
  if (override.kind === 'refused') return 'The override was refused: see below.'
  return `Or have it accepted with the label ${wording.name(overrideLabel)}: see below.`
}

function nextForBaseline({ generatedFor, baseBranch }: ReportContext, wording: Wording): string {
  if (generatedFor === 'command-line') return 'Record one with the command below.'
  return `Add the job below; the first push to ${baseBranch === null ? 'the default branch' : wording.name(baseBranch)} then records it.`
}

/** Faster by more than the limit, or proven: worth a word. */
function fasterText(verdict: Verdict, wording: Wording): string | null {
  const gated = gatedComparisons(verdict).filter(({ role, estimate }) => role === 'primary' && estimate !== null)
  const [best] = gated.toSorted((left, right) => (worseningOf(left) ?? 0) - (worseningOf(right) ?? 0))
  const gain = best === undefined ? null : worseningOf(best)
  if (best?.estimate == null || gain === null) return null
  const { better } = directionWords(best)
  const name = seriesName(best, wording)
  if (best.verdict === 'improved') return `${name} is ${formatSize(gain)} ${better}, and this is proven.`
  // Whatever has a reason why it is not called better is not called so here.
  if (best.reason !== null || best.limitRatio === null || gain > -best.limitRatio) return null
  const one = best.runs.baseline === 1 && best.runs.candidate === 1
  return `${name} looks ${formatSize(gain)} ${better}, but ${one ? 'one run against one run' : 'this number of runs'} cannot prove it.`
}

/** The gated series that moved most for the worse. */
function largestChange(verdict: Verdict): Comparison | undefined {
  const compared = gatedComparisons(verdict).filter(({ role, estimate }) => role === 'primary' && estimate !== null)
  return compared.toSorted((left, right) => (worseningOf(right) ?? 0) - (worseningOf(left) ?? 0))[0]
}

function sentences(...parts: readonly string[]): string {
  return parts.filter((part) => part.trim() !== '').join(' ')
}
