import type { BaselineMark, ServiceHistory, StoredJob } from '../../../src/model/baseline.ts'
import type { Comparison } from '../../../src/model/comparison.ts'
import type { Measurement } from '../../../src/model/measurement.ts'
import type { Distribution, IdentifiedRun, Timeline } from '../../../src/model/run.ts'
import type { Verdict } from '../../../src/model/verdict.ts'
import { aComparison, aFinding, aFullService, anEstimate, aRun, aService, aVerdict } from '../verdicts.ts'

/** A verdict with everything that the HTML report can draw: history, timelines, several services, a service without data. */

/** Tries everything that a name can try in HTML, in SVG and in an attribute. */
export const HOSTILE = '</script><script>alert(1)</script><img src=x onerror=alert(2)> " \' & ]]> \u2028 zr0-cls-1'

function measured(p95: number): Measurement {
  return {
    metric: 'http_req_duration',
    endpoint: null,
    kind: 'trend',
    unit: 'ms',
    better: 'lower',
    population: 'successful',
    sampleCount: 12_000,
    stats: new Map([
      ['min', p95 / 40],
      ['p50', p95 / 5],
      ['p90', p95 / 1.6],
      ['p95', p95],
      ['max', p95 * 4],
    ]),
    unusable: new Map(),
  }
}

/** `wave` moves the numbers up and down without a random number. */
function wave(index: number): number {
  return Math.sin(index * 2.3) * 0.03
}

function timeline(p95: number): Timeline {
  const slices = Array.from({ length: 31 }, (_, index) => ({
    offsetMs: index * 2000,
    requests: index === 30 ? 12 : Math.round(400 * (1 + wave(index))),
    p95Ms: index === 7 ? null : p95 * (1 + 3 * wave(index * 3)),
  }))
  return { sliceMs: 2000, slices }
}

/** As points give it: from the fastest to the slowest. */
function distribution(p95: number): Distribution {
  const shares = [...Array.from({ length: 20 }, (_, index) => index / 20), 0.97, 0.98, 0.99, 0.995, 0.999, 1]
  return shares.map((share) => ({ share, valueMs: (p95 / 40) * 40 ** ((share / 0.95) ** 2) }))
}

function measuredRun(
  side: 'baseline' | 'candidate',
  runNumber: number,
  p95: number,
  changes: Partial<IdentifiedRun> = {},
): IdentifiedRun {
  const plain = aRun(side, runNumber, changes)
  const run = { ...plain.run, measurements: [measured(p95)], timeline: timeline(p95), distribution: distribution(p95) }
  return { ...plain, run }
}

/** A run that left only a summary. */
function summaryRun(side: 'baseline' | 'candidate', runNumber: number, p95: number): IdentifiedRun {
  const timed = measuredRun(side, runNumber, p95, { service: 'search' })
  return { ...timed, run: { ...timed.run, timeline: null, distribution: null } }
}

function storedJob(index: number, p95: number, mark: BaselineMark | null): StoredJob {
  const commit = `${index.toString(16).padStart(2, '0')}`.repeat(20)
  return {
    commit,
    runs: [
      measuredRun('candidate', 1, p95 * (1 + wave(index)), { testedCommit: commit, jobId: `job-${index}` }),
      measuredRun('candidate', 2, p95 * (1 + wave(index + 40)), { testedCommit: commit, jobId: `job-${index}` }),
    ],
    mark,
    recordedAt: `2026-02-${String(index + 1).padStart(2, '0')}T08:00:00Z`,
  }
}

/** Twenty jobs: a faster level from the 8th on, an accepted slowdown at the 15th, where the window starts. */
function sampleHistory(): ServiceHistory {
  const mark: BaselineMark = {
    kind: 'overridden',
    changeRatio: 0.062,
    series: 'checkout p95 of http_req_duration',
    override: { by: 'octocat', reason: 'The new tax rules cost this much.', pullRequest: 4 },
  }
  const jobs = Array.from({ length: 20 }, (_, index) =>
    storedJob(index, index < 8 ? 230 : index < 14 ? 200 : 212.4, index === 14 ? mark : null),
  )
  return {
    jobs,
    windowStart: 14,
    changePoints: [8, 14].map((position) => ({ metric: 'http_req_duration', stat: 'p95', position })),
  }
}

/** The release that was made from the 11th job of `sampleHistory`. */
export const RELEASES: ReadonlyMap<string, string> = new Map([['0a'.repeat(20), 'v2.4.0']])

function regressed(overrides: Partial<Comparison> = {}): Comparison {
  return aComparison({
    candidate: 235.3,
    estimate: anEstimate({ changeRatio: 0.108, lower: 0.073, upper: 0.144, pValue: 0.00127 }),
    verdict: 'regressed',
    runs: { baseline: 6, candidate: 5 },
    ...overrides,
  })
}

function endpoints(service: string): readonly Comparison[] {
  return ['GET /', 'GET /cart', 'POST /cart', 'GET /orders/{id}', 'POST /orders', HOSTILE].map((endpoint, index) => {
    const changeRatio = index === 3 ? 0.221 : index === 4 ? -0.09 : wave(index)
    return aComparison({
      service,
      endpoint,
      role: 'endpoint',
      baseline: 100 + 30 * index,
      candidate: (100 + 30 * index) * (1 + changeRatio),
      estimate: anEstimate({ changeRatio, lower: changeRatio - 0.03, upper: changeRatio + 0.035 }),
      verdict: index === 3 ? 'regressed' : index === 4 ? 'improved' : 'unchanged',
    })
  })
}

export function sampleVerdict(): Verdict {
  const checkout = aFullService(regressed(), {
    design: 'jobs',
    candidateRuns: [228, 233, 235.3, 239, 242].map((p95, index) => measuredRun('candidate', index + 1, p95)),
    baselineRuns: sampleHistory()
      .jobs.slice(14)
      .flatMap(({ runs }) => runs),
    history: sampleHistory(),
    notes: [[`The machine of \`${HOSTILE}\` is not known.`]],
  })
  const search = aFullService(aComparison({ service: 'search' }), {
    baselineRuns: [212, 215, 210].map((p95, index) => summaryRun('baseline', index + 1, p95)),
    candidateRuns: [211, 214, 213].map((p95, index) => summaryRun('candidate', index + 1, p95)),
  })
  const payments = aService({
    service: 'payments',
    design: 'none',
    baselineState: 'unusable',
    candidateRuns: [],
    baselineRuns: [],
    comparisons: [
      aComparison({
        service: 'payments',
        baseline: null,
        candidate: null,
        estimate: null,
        runs: { baseline: 0, candidate: 0 },
        verdict: 'missing',
        reason: [`No result in ${HOSTILE}.`],
      }),
    ],
  })
  return aVerdict({
    outcome: 'fail',
    blocked: true,
    compared: 8,
    expected: 9,
    services: [{ ...checkout, comparisons: [...checkout.comparisons, ...endpoints('checkout')] }, search, payments],
    findings: [
      aFinding(),
      aFinding({
        endpoint: 'GET /orders/{id}',
        actual: '+22.1 % (190.0 ms → 232.0 ms)',
        message: 'p95 of http_req_duration of `GET /orders/{id}` is 22.1 % slower (limit 5 %), and that is proven.',
      }),
      aFinding({
        rule: 'missing',
        service: 'payments',
        metric: null,
        stat: null,
        expected: 'results of payments',
        actual: 'no result',
        message: `payments has no result. Run its load test, or list its files under \`paths\`: ${HOSTILE}`,
      }),
    ],
  })
}
