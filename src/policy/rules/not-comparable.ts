import type { Difference, ServiceEvidence } from '../../model/comparison.ts'
import { isUntrimmed } from '../../model/run.ts'
import { code, series as seriesPart, type Text, text } from '../../model/text.ts'
import { gatedSeries, isCompared, isNotInBaseline } from '../gated-series.ts'
import { type Remark, type Rule, WHOLE_SERVICE } from '../rule.ts'

/**
 * The two sides were not measured under the same conditions. One remark for each difference; or one for each series, if only the series
 * differs.
 */
export const notComparable: Rule<Difference> = {
  id: 'not-comparable',
  levels: {
    'changed-script': {
      default: 'fail',
      word: 'not comparable: the load script changed',
      about: 'the load script differs between the two sides',
    },
    'changed-load': {
      default: 'fail',
      word: 'not comparable: the load changed',
      about: 'the configured load differs',
    },
    'changed-machine': {
      default: 'warn',
      word: 'not comparable: the machine changed',
      about: 'the class of machine differs; at most a warning where other runs of the service were compared',
    },
    'changed-tool': {
      default: 'warn',
      word: 'not comparable: the version of the tool changed',
      about: 'the major version of the tool differs; at most a warning where other runs of the service were compared',
    },
    'changed-population': {
      default: 'fail',
      word: 'not comparable: other requests counted',
      about: 'the two sides count different requests: all or the successful ones, with or without those of setup()',
    },
  },
  check(evidence: ServiceEvidence): readonly Remark<Difference>[] {
    const base = { service: evidence.service, expected: 'the conditions of the baseline' }
    if (evidence.differences.length > 0) {
      return evidence.differences.map(({ kind, message, change, isUnknown = false }) => ({
        ...base,
        rule: kind,
        ...WHOLE_SERVICE,
        actual: ACTUAL[kind],
        problem: text`${isJudged(evidence) ? text`some runs were not compared` : text`not compared`}, because ${isUnknown ? text`${ASPECT[kind]} is known on one side only` : CHANGED[kind]}${change === undefined ? [] : text`: ${change}`}`,
        action: actionOn(kind, isUnknown, evidence),
        ...(change === undefined ? { detail: message } : {}),
        ...(mayBeLeftOut(kind) && isJudged(evidence) ? { atMost: 'warn' as const } : {}),
      }))
    }
    return gatedSeries(evidence)
      .filter((series) => series.verdict === 'not-comparable' && !isNotInBaseline(series, evidence))
      .map((series) => ({
        ...base,
        rule: 'changed-population',
        // The row of the series says why it was not compared.
        word: 'not comparable',
        endpoint: series.endpoint,
        metric: series.metric,
        stat: series.stat,
        ...(series.obstacle === 'not-judged' ? NOT_JUDGED : OTHER_REQUESTS),
        problem: text`${seriesPart(series)} was not compared`,
        detail: series.reason === null ? text`The two sides measured different things.` : series.reason,
      }))
  },
}

/** Of a load, the cause may be that one file was trimmed as the policy says, and the other could not be. */
function actionOn(kind: Difference, isUnknown: boolean, { baselineRuns, candidateRuns }: ServiceEvidence): Text {
  if (kind === 'changed-load' && [...baselineRuns, ...candidateRuns].some(({ run }) => isUntrimmed(run))) return TRIM
  return isUnknown ? STAMP : SAME_CONDITIONS
}

const TRIM = text`Upload raw points of both, or give the policy to ${code('perf-gate digest')}.`

const SAME_CONDITIONS = text`Measure both versions under the same conditions, for example in turns in one job.`

const STAMP = text`Let ${code('perf-gate stamp')} write ${code('run.json')} beside the runs of both.`

const ASPECT = {
  'changed-script': text`the load script`,
  'changed-load': text`the configured load`,
  'changed-machine': text`the machine`,
  'changed-tool': text`the version of the load tool`,
  'changed-population': text`what was counted`,
} as const satisfies Record<Difference, Text>

const CHANGED = {
  'changed-script': text`the load script changed`,
  'changed-load': text`the configured load changed`,
  'changed-machine': text`the machine changed`,
  'changed-tool': text`the major version of the load tool changed`,
  'changed-population': text`other requests were counted`,
} as const satisfies Record<Difference, Text>

const ACTUAL = {
  'changed-script': 'another load test script',
  'changed-load': 'another configured load',
  'changed-machine': 'another class of machine',
  'changed-tool': 'another major version of the tool',
  'changed-population': 'other requests',
} as const satisfies Partial<Record<Difference, string>>

/** The detail of the finding says why. The file must change, not the conditions. */
const NOT_JUDGED = {
  expected: 'a number that can be judged',
  actual: 'a number that is only shown',
  action: text`Give an output of the tool that has all digits, or gate on another number.`,
} as const satisfies Partial<Remark<Difference>>

const OTHER_REQUESTS = {
  actual: ACTUAL['changed-population'],
  action: SAME_CONDITIONS,
} as const satisfies Partial<Remark<Difference>>

/**
 * Machines and versions change by chance, because a pool gives the runner that is free. A load test changes because somebody changed it.
 */
function mayBeLeftOut(kind: Difference): boolean {
  return kind === 'changed-machine' || kind === 'changed-tool'
}

/**
 * Whether other runs of the service were compared. If none was, a result that names another machine would be a way around the gate, because
 * whoever writes results can name any machine.
 */
function isJudged({ comparisons }: ServiceEvidence): boolean {
  return comparisons.some((one) => one.role === 'primary' && isCompared(one))
}
