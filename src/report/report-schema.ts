import * as z from 'zod'
import type { ReportJson } from './report-json.ts'

const ratio = z.number().nullable()

const comparisonVerdict = z.enum([
  'regressed',
  'unproven',
  'slower',
  'unchanged',
  'improved',
  'inconclusive',
  'new',
  'missing',
  'not-run',
  'not-comparable',
  'invalid',
])

const comparison = z.object({
  service: z.string(),
  endpoint: z.string().nullable().describe('null: the whole service'),
  metric: z.string(),
  stat: z.string().describe('avg, min, max, p50, p90, p95, p99, rate, count or value'),
  unit: z.enum(['ms', 'ratio', 'per-second', 'bytes', 'bytes-per-second', 'count', 'none']),
  better: z.enum(['lower', 'higher', 'neither']),
  runs: z
    .object({ baseline: z.int().nonnegative(), candidate: z.int().nonnegative() })
    .describe('Units compared: runs, or jobs where the runs of a side shared a machine'),
  baseline: z.number().nullable().describe('Median over the units, in `unit`'),
  candidate: z.number().nullable().describe('Median over the units, in `unit`'),
  estimatedCandidate: z
    .number()
    .nullable()
    .describe('`baseline` with `changeRatio` on it: what the reports for people show beside the baseline'),
  changeRatio: ratio.describe('0.083 is +8.3 %. Never sign-flipped: for throughput a fall is negative'),
  lower: ratio.describe('One-sided lower bound of changeRatio, at `confidence`'),
  upper: ratio.describe('One-sided upper bound of changeRatio, at `confidence`'),
  confidence: z.number().nullable(),
  verdict: comparisonVerdict,
  gated: z.boolean().describe('false: reported, and never blocks by itself'),
  reason: z.string().nullable(),
})

const finding = (rules: readonly string[]) =>
  z.object({
    rule: z.enum(rules),
    level: z.enum(['fail', 'warn']),
    service: z.string().nullable().describe('null: the whole gate'),
    endpoint: z.string().nullable(),
    metric: z.string().nullable(),
    stat: z.string().nullable(),
    expected: z.string(),
    actual: z.string(),
    message: z.string(),
  })

const tracedSide = z.object({
  runs: z.int().nonnegative(),
  traces: z.int().nonnegative(),
  spans: z.int().nonnegative(),
  requests: z.number().nullable().describe('Of the load test, in these runs'),
  tracedErrorRatio: z.number().describe('Of the traces, by the span that nobody called'),
  errorRatio: ratio.describe('Of the requests of the load test'),
  samplingRatios: z.array(z.number()).describe('Which shares of the requests the tracers say that they keep'),
})

const operationTimes = z.object({
  spans: z.int().nonnegative(),
  errorRatio: z.number(),
  callsPerTrace: z.number(),
  selfMsPerTrace: z.number().describe('Without what it called, added up over a trace'),
  p50Ms: z.number(),
  p95Ms: z.number(),
})

function sides<Value extends z.ZodType>(value: Value) {
  return z.object({ baseline: value, candidate: value })
}

/**
 * The contract of the JSON report. `rules` are the keys of `levels` in the policy. The gate does not import this file: only the published
 * schema and the tests are made from it.
 */
export const reportSchema = (rules: readonly string[]) =>
  z
    .object({
      schemaVersion: z.literal(1),
      outcome: z.enum(['invalid', 'fail', 'pending', 'overridden', 'no-baseline', 'warn', 'pass']),
      blocked: z.boolean(),
      enforced: z
        .boolean()
        .describe('false: the policy tries the gate out, so `blocked` is false whatever the outcome'),
      compared: z.int().nonnegative().describe('Gated series that were compared'),
      expected: z.int().nonnegative().describe('Gated series that should have been compared'),
      comparisons: z.array(comparison),
      findings: z.array(finding(rules)),
      rerunPlan: z
        .array(
          z.object({
            service: z.string(),
            verdict: z.enum(['unproven', 'inconclusive']),
            runs: z.int().nonnegative().describe('Units of the candidate that are there'),
            add: z.int().positive().describe('How many more make the next look'),
            settledAt: z
              .int()
              .nullable()
              .describe(
                'How many in all could tell a change of twice the limit from none; null: more than the policy allows',
              ),
            decidedAt: z.int().describe('How many in all decide at the latest'),
            side: z.enum(['both', 'candidate']).describe('What to repeat: against a store only the candidate'),
          }),
        )
        .describe('What a rerun would add for each service that is still open, where the policy has a confirmation'),
      alarms: z
        .array(
          z.object({
            service: z.string(),
            metric: z.string(),
            stat: z.string(),
            limitRatio: z.number(),
            justOver: comparisonVerdict.describe('On a copy that was made slower by a little more than the limit'),
            atTwice: comparisonVerdict.describe('On a copy that was made slower by twice the limit'),
            detectableRatio: ratio.describe('The smallest change for the worse that would have been proven'),
          }),
        )
        .describe('Slowdowns that were planted in copies of these results, to test the alarm'),
      pastAlarms: z
        .object({
          pushes: z.int().nonnegative().describe('Stored pushes that were compared with those before them'),
          blocked: z.int().nonnegative(),
          real: z.int().nonnegative().describe('Blocked, and accepted by an override or a lasting change'),
          falseAlarmRatio: z.number().describe('The other blocked pushes, of all pushes'),
          lower: z.number().describe('Of the two-sided 95 % interval of falseAlarmRatio'),
          upper: z.number().describe('Of the two-sided 95 % interval of falseAlarmRatio'),
        })
        .nullable()
        .describe('How often this gate would have blocked the pushes of its own branch; null: fewer than 20 of them'),
      expectedFalseAlarms: z
        .object({
          ratio: z.number().describe('Unchanged pull requests that are blocked, of all unchanged ones'),
          withConfirmation: ratio.describe('What a confirmation would make of it; null: it is on'),
        })
        .nullable()
        .describe('How often this set-up blocks what has not changed, at the noise that was measured; null: not known'),
      profiles: z
        .array(
          z.object({
            service: z.string(),
            tool: z.string(),
            counted: z.enum([
              'cpu-time',
              'wall-time',
              'instructions',
              'allocations',
              'heap-cost',
              'allocated-bytes',
              'live-bytes',
              'peak-bytes',
              'leaked-bytes',
              'lock-delay',
              'events',
            ]),
            unit: z.enum(['samples', 'ns', 'instructions', 'bytes', 'allocations', 'events']),
            notCompared: z.string().nullable().describe('Why nothing is proven; null: the functions were tested'),
            runs: sides(z.int().nonnegative()),
            samples: sides(z.number().nullable()),
            scale: z
              .enum(['per-request', 'per-run', 'relative'])
              .describe('relative: compared with the other functions'),
            commonRatio: ratio.describe('What all functions share, a request'),
            detectableRatio: ratio.describe('What would have been shown of a function with a tenth of the time'),
            total: sides(z.number()).extend({ changeRatio: ratio }).nullable().describe('The whole of an exact tool'),
            functions: z.array(
              z.object({
                name: z.string(),
                baselineShare: z.number(),
                candidateShare: z.number(),
                baselineWeight: z.number(),
                candidateWeight: z.number(),
                changeRatio: ratio,
                lower: ratio.describe('Of a two-sided 95 % interval'),
                upper: ratio,
                pValue: ratio.describe('Adjusted for all functions that were tested'),
                verdict: z.enum(['slower', 'faster', 'not-proven', 'new', 'gone']),
              }),
            ),
            notes: z.array(z.string()),
          }),
        )
        .describe('What profiles beside the runs say of functions; they change no verdict'),
      traces: z
        .array(
          z.object({
            service: z.string().describe('The service that was tested'),
            format: z.string(),
            tool: z.string(),
            baseline: tracedSide,
            candidate: tracedSide,
            operations: z.array(
              z.object({
                service: z.string().describe('The service that the spans name'),
                kind: z.enum(['server', 'client', 'producer', 'consumer', 'internal']),
                operation: z.string(),
                baseline: operationTimes.nullable(),
                candidate: operationTimes.nullable(),
                changeRatio: ratio.describe('Of selfMsPerTrace; null: it is missing on one side'),
              }),
            ),
            operationsLeftOut: z.int().nonnegative(),
            notes: z.array(z.string()),
          }),
        )
        .describe('What traces beside the runs say of operations; a sample that proves nothing and changes no verdict'),
    })
    .describe(
      'Report of perf-gate. Unknown values are null. New fields may appear in the same schemaVersion.',
    ) satisfies z.ZodType<ReportJson>
