import * as z from 'zod'
import { REQUEST_DURATION } from '../model/k6-metrics.ts'
import type { Unit } from '../model/measurement.ts'
import type { Level } from '../model/policy.ts'
import { LEVELS } from './levels.ts'
import {
  type Parsed,
  parseAge,
  parseChange,
  parseDuration,
  parseLimit,
  parsePercent,
  parsePercentagePoints,
  parseRate,
} from './limit-text.ts'
import { metricUnit, onlyDirection } from './metric-unit.ts'
import type { LevelDeclaration } from './rule.ts'

/**
 * The policy file as a person writes it. `z.toJSONSchema(PolicyFile, { io: 'input' })` describes it to editors.
 * Every message completes the sentence "`key` ...": policy-file.ts puts the key, the line and the found value around it.
 */

/** Same rule as for result folders, plus the characters of patterns. `--` is left out: it separates a service from its leg. */
const SERVICE_PATTERN = /^(?!.*--)[a-z0-9*?[{][a-z0-9._*?[\]{},-]{0,127}$/
const STAT = /^(?:avg|min|max|med|p[1-9]\d?(?:\.\d{1,3})?|p\([1-9]\d?(?:\.\d{1,3})?\)|rate|count|value)$/
const STAT_NAMES = 'avg, min, max, p50, p95, p99.9, rate, count or value'

/** The last look that the error rate of a confirmation is made for: statistics/rerun-plan.ts. */
const MAX_LOOK = 10

/** No option, range or path: https://git-scm.com/docs/git-check-ref-format */
const GIT_REF = /^(?!.*(?:\.\.|\/\/|@\{))[\w][\w./+@-]{0,199}$/

/** The mark of a sample has 10 bits for its endpoint: formats/points-collector.ts. */
const MAX_ENDPOINTS = 1000

const Levels = z
  .strictObject(Object.fromEntries([...LEVELS].map(([key, declared]) => [key, levelValue(declared)])), mapping())
  .partial()
  .describe('What each verdict and rule does: fail blocks, warn is shown, off is silent.')

function levelValue({ neverOff }: LevelDeclaration): z.ZodType<Level> {
  if (neverOff === undefined) return z.enum(['fail', 'warn', 'off'], { error: 'must be fail, warn or off' })
  return z.enum(['fail', 'warn'], { error: `must be fail or warn: ${neverOff}` })
}

const Metric = text(`a metric name such as ${REQUEST_DURATION}`)
/** k6 itself writes `p(95)` and `med`: https://grafana.com/docs/k6/latest/using-k6/k6-options/reference/#summary-trend-stats */
const Stat = matching(STAT, `must be a statistic: ${STAT_NAMES}`).transform((stat) =>
  stat === 'med' ? 'p50' : stat.replace(/^p\(?([\d.]+)\)?$/, (_, percent: string) => `p${Number(percent)}`),
)
const Better = z.enum(['lower', 'higher'], { error: 'must be lower or higher' }).describe('Which direction is good.')

const SeriesName = z
  .strictObject({ metric: Metric, stat: Stat, better: z.exactOptional(Better) }, mapping('a metric and a stat'))
  .superRefine(({ metric, better }, context) => {
    const only = onlyDirection(metric)
    if (better === undefined || only === null || better === only) return
    const worse = only === 'lower' ? 'higher' : 'lower'
    refuse(context, `must be ${only}, or left out: \`${metric}\` gets worse when it is ${worse}`, 'better')
  })

const Primary = z
  .array(SeriesName, { error: `must be a list such as [{ metric: ${REQUEST_DURATION}, stat: p95 }]` })
  .min(1, 'must name at least one series: a service that is gated on nothing would always be green')
  .superRefine((all, context) => {
    for (const [index, { metric, stat, better }] of all.entries()) {
      const first = all.findIndex((one) => one.metric === metric && one.stat === stat)
      if (first < index) refuse(context, `is there twice: \`${stat}\` of \`${metric}\``, index)
      const other = all
        .slice(0, index)
        .find((one) => one.metric === metric && one.better !== undefined && one.better !== better)
      if (first === index && better !== undefined && other !== undefined)
        refuse(
          context,
          `must have the same \`better\` as the other \`primary\` of \`${metric}\`: a metric has one good direction`,
          index,
        )
    }
  })

const Budget = z
  .strictObject(
    {
      metric: Metric,
      stat: Stat,
      endpoint: text('an endpoint name or pattern').optional(),
      better: Better.optional(),
      max: limit().optional(),
      min: limit().optional(),
    },
    mapping('a metric, a stat and a max or a min'),
  )
  .superRefine((budget, context) => {
    if (budget.max === undefined && budget.min === undefined) refuse(context, 'needs a `max` or a `min`')
    if (budget.max !== undefined && budget.min !== undefined && budget.min.value > budget.max.value) {
      refuse(context, 'has a `min` above its `max`, which nothing can meet')
    }
    const [only, wrong] = budget.better === 'higher' ? (['min', 'max'] as const) : (['max', 'min'] as const)
    if (budget.better !== undefined && budget[wrong] !== undefined && budget[only] === undefined) {
      refuse(context, `is the good side where \`better\` is ${budget.better}: write a \`${only}\``, wrong)
    }
    for (const side of ['max', 'min'] as const) {
      const expected = metricUnit(budget.metric, budget.stat)
      const found = budget[side]
      if (found === undefined || expected === null || found.unit === expected.unit) continue
      const what = `${budget.stat} of ${budget.metric}`
      refuse(context, `must have the unit of ${what}, for example \`${expected.example}\``, side)
    }
  })
  .describe('An absolute limit on one statistic, judged on the median of the candidate runs.')

const Goal = z
  .strictObject(
    { metric: Metric, stat: Stat.optional(), change: quantity(parseChange, '-20%') },
    mapping('a metric, a stat and a change'),
  )
  .superRefine(({ metric, stat }, context) => {
    if (metric === 'complexity' && stat !== undefined)
      refuse(context, 'is not known for complexity: its figure is branch points', 'stat')
    if (metric !== 'complexity' && stat === undefined) refuse(context, 'needs a `stat`')
  })
  .describe('An improvement that somebody promised.')

const Exclude = z
  .strictObject(
    { first: quantity(parseDuration, '30s').optional(), last: quantity(parseDuration, '5s').optional() },
    mapping('first and last'),
  )
  .describe(
    'Time at the start and at the end of the load that does not count, such as `{ first: 30s, last: 5s }`. Needs raw points or digests.',
  )

const Profiles = z
  .strictObject(
    {
      own: z.array(text('the beginning of a name such as orders::'), {
        error: 'must be a list of names and paths such as ["orders::", src/]',
      }),
    },
    mapping('own'),
  )
  .describe(
    'Which functions of profiles are your own code: beginnings of names, or parts of paths. What libraries take counts for the function that called them.',
  )

/**
 * Prometheus writes the ends of buckets as Go does, which is plain decimals from 0.0001 to below 1e6, in seconds and in milliseconds:
 * https://pkg.go.dev/strconv#FormatFloat
 */
const [LEAST_BUCKET_MS, MOST_BUCKET_MS] = [0.1, 600_000]

/** A page comes at 14.4 times the allowed share (monitor/burn-rates.ts). Above 5 % that is hardly possible, or not at all. */
const MOST_BUDGET_RATIO = 0.05

/** One in ten thousand. With a smaller share, a service with a hundred requests per second has too few failures in an hour to tell. */
const LEAST_BUDGET_RATIO = 0.0001

const Objective = z
  .strictObject(
    {
      bound: bucketEnd().describe('The time within which a request must be answered.'),
      within: quantity(parsePercent, '99%')
        .refine((ratio) => ratio >= 1 - MOST_BUDGET_RATIO && ratio <= 1 - LEAST_BUDGET_RATIO, {
          error: 'must be at least 95% and at most 99.99%: alerts compare with the share that may be slower',
        })
        .describe('The share of requests that must be answered within the bound.'),
      errors: quantity(parsePercent, '1%')
        .refine((ratio) => ratio >= LEAST_BUDGET_RATIO && ratio <= MOST_BUDGET_RATIO, {
          error: 'must be at least 0.01% and at most 5%',
        })
        .describe('The share of requests that may fail.')
        .optional(),
      'min-rate': quantity(parseRate, '0.1/s')
        .describe('With fewer requests per second nobody is told: shares of so few are chance.')
        .optional(),
    },
    mapping('a bound and a share within it'),
  )
  .describe(
    'What is promised in production, such as `{ bound: 250ms, within: 99% }`. `perf-gate monitor` writes alerts and dashboards from it; the gate does not judge it.',
  )

const Watch = z
  .strictObject(
    {
      name: text('the name of the service in Prometheus')
        .describe('What the service is called in Prometheus. Default: as in this file.')
        .optional(),
      'version-label': label().describe('The label that says which version a pod runs.').optional(),
      'pod-label': label().describe('The label that tells the pods of a service apart.').optional(),
      labels: z
        .record(label(), text('the value of a label'), mapping('labels and their values'))
        .describe(
          'Labels that its series must have, such as `{ namespace: production }` where one Prometheus has several environments.',
        )
        .optional(),
      environment: text('the name of an environment such as production')
        .describe("The environment of GitHub's deployments that are watched.")
        .optional(),
    },
    mapping(),
  )
  .describe('Watches the service in production after each deployment; `watch: {}` does it with the defaults.')

const Monitoring = z
  .strictObject(
    {
      histogram: z
        .string({ error: 'must be the name of a histogram such as http_request_duration_seconds' })
        .regex(
          /^(?!.*_(?:bucket|count|sum)$)[a-zA-Z_:][\w:]*$/,
          'must be the name of a histogram without _bucket or _count, such as http_request_duration_seconds',
        )
        .describe('The histogram of response times. A name that ends in `_milliseconds` or `_ms` counts milliseconds.')
        .optional(),
      counter: matching(/^[a-zA-Z_:][\w:]*$/, 'must be the name of a counter such as http_requests_total')
        .describe('What counts requests with their status. Default: the `_count` of the histogram.')
        .optional(),
      'service-label': label().describe('The label that names the service.').optional(),
      'status-label': label().describe('The label that holds the status of a request.').optional(),
      'error-status': matching(/^[\w.]+(?:\|[\w.]+)*$/, 'must be statuses such as "5.." or "500|503"')
        .describe('Statuses of failed requests; `.` is any character, `|` is "or".')
        .optional(),
      buckets: z
        .array(bucketEnd(), { error: 'must be a list such as [100ms, 250ms, 1s]' })
        .min(1, 'must name at least one bucket')
        .refine((ends) => ends.every((end, index) => index === 0 || end > (ends[index - 1] ?? 0)), {
          error: 'must ascend, each end once',
        })
        .describe('The upper ends of the buckets that the histogram has. Default: those of the Prometheus clients.')
        .optional(),
    },
    mapping(),
  )
  .describe('How the services are measured in Prometheus. `perf-gate monitor` and `perf-gate watch` use it.')

/** What follows from how a tool measures: how far it can be trusted, and which of its numbers counts. */
const limits = {
  'max-regression': quantity(parsePercent, '5%')
    .describe('The largest allowed change for the worse, relative to the baseline.')
    .optional(),
  'min-delta': quantity(parseDuration, '2ms')
    .describe('Changes smaller than this are not judged as regressions.')
    .optional(),
  'max-error-rate-increase': quantity(parsePercentagePoints, '1pp')
    .describe(
      'The largest allowed rise of a share of errors, and fall of a share that should be high such as checks, in percentage points.',
    )
    .optional(),
  'max-dropped-iterations': quantity(parsePercent, '1%')
    .describe('The largest allowed share of iterations that the load generator could not start.')
    .optional(),
  'min-tail-samples': wholeNumber(0)
    .describe('Requests that must lie above a gated percentile: 20 above p95 is 400 requests in all.')
    .optional(),
  levels: Levels.optional(),
  primary: Primary.describe(
    'What a service is gated on. `better` says which direction is good, where the metric does not.',
  ).optional(),
  budgets: z
    .array(Budget, { error: `must be a list such as [{ metric: ${REQUEST_DURATION}, stat: p95, max: 300ms }]` })
    .describe('Absolute limits.')
    .optional(),
}

const settings = {
  ...limits,
  goals: z
    .array(Goal, { error: `must be a list such as [{ metric: ${REQUEST_DURATION}, stat: p95, change: -20% }]` })
    .describe(
      'What `perf-gate history --from` is asked about. Nothing is judged by it. `metric: complexity` needs no stat.',
    )
    .optional(),
  exclude: Exclude.optional(),
  scenarios: z
    .array(text('the name of a scenario'), { error: 'must be a list of scenarios such as [main]' })
    .min(1, 'must name at least one scenario; leave it out to count all')
    .describe('Only samples of these scenarios count. Needs raw points or digests.')
    .optional(),
  tags: z
    .record(text('the name of a tag'), text('the value of a tag'), mapping('tags and their values'))
    .describe('Only samples with these tags count. Needs raw points or digests.')
    .optional(),
  'max-endpoints': wholeNumber(1)
    .max(MAX_ENDPOINTS, `must be at most ${MAX_ENDPOINTS}`)
    .describe('Endpoints by `name` tag that are kept apart in raw points. The rest are counted together as "other".')
    .optional(),
  profiles: Profiles.optional(),
  objective: Objective.optional(),
  watch: Watch.optional(),
  owner: matching(/^[A-Za-z0-9][\w.-]{0,63}$/, 'must be the name of a team such as team-shop')
    .describe('Who gets the alerts. Default: the name of the service.')
    .optional(),
  // Braces would be a template of Prometheus: https://prometheus.io/docs/prometheus/latest/configuration/template_reference/
  runbook: matching(/^https?:\/\/[^\s{}"'`]+$/, 'must be the address of a page such as https://wiki.example/checkout')
    .describe('The page that alerts point to.')
    .optional(),
  // Names of namespaces and containers: https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-label-names
  container: matching(
    /^(?:[a-z0-9-]{1,63}\/)?[a-z0-9-]{1,63}$/,
    'must be the name of a container such as app or shop/app, or `none`',
  )
    .describe(
      'Its containers in Kubernetes, as `NAME` or `NAMESPACE/NAME`, whose limits of CPU and memory are watched. Default: the name of the service. `none`: it runs in no container.',
    )
    .optional(),
}

const Endpoint = z.strictObject({ 'max-regression': quantity(parsePercent, '5%') }, mapping('a max-regression'))

const Service = z.strictObject(
  {
    ...settings,
    paths: z
      .array(
        text('a path pattern such as services/checkout/**').regex(
          /^[^!]/,
          'must not begin with `!`: list what belongs to the service instead',
        ),
        { error: 'must be a list of path patterns such as [services/checkout/**]' },
      )
      .describe(
        'Files of this service. When a change touches none of them, the service may be absent from the results.',
      )
      .optional(),
    endpoints: z
      .record(text('an endpoint name or pattern'), Endpoint, mapping('endpoint names, each with its settings'))
      .describe(
        'Endpoint names or patterns with limits of their own. An exact name wins, then the first pattern. In raw points `/users/*` is one endpoint.',
      )
      .optional(),
  },
  mapping(),
)

const Override = z
  .strictObject(
    {
      label: text('the name of a label').describe('The label that accepts a slowdown.').optional(),
      'second-person': z
        .enum(['auto', 'always', 'never'], { error: 'must be auto, always or never' })
        .describe('Must someone other than the author set the label? auto: where an organisation owns the repository.')
        .optional(),
      roles: z
        .array(text('a repository role such as maintain'), {
          error: 'must be a list of repository roles such as [maintain, admin]',
        })
        .min(1, 'must name at least one role')
        .describe('Repository roles whose members may override.')
        .optional(),
      'min-reason-length': wholeNumber(1).describe('Characters that a written reason must have.').optional(),
      approval: z
        .enum(['none', 'review'], { error: 'must be none or review' })
        .describe(
          'review: someone other than the author, whose role may override, must have approved this head commit in a review.',
        )
        .optional(),
      services: z
        .array(text('a service name or pattern'), {
          error: 'must be a list of service names or patterns such as [checkout, "payments-*"]',
        })
        .min(1, 'must name at least one service; leave it out to allow all')
        .describe('Only these services may be overridden.')
        .optional(),
      'max-regression': quantity(parsePercent, '50%')
        .describe('The largest slowdown that may be overridden. Nobody can override more.')
        .optional(),
      expires: quantity(parseAge, '14d').describe('How long a label counts after it was set.').optional(),
      bots: z
        .array(text('the login of a bot such as release-bot[bot]'), {
          error: 'must be a list of logins such as ["release-bot[bot]"]',
        })
        .describe('Bots that may override. Without it only people may.')
        .optional(),
    },
    mapping(),
  )
  .describe('Who may override a failed gate, and how.')

const Confirmation = z
  .strictObject(
    {
      'max-runs': wholeNumber(3).max(
        MAX_LOOK,
        `must be at most ${MAX_LOOK}: more looks would find a regression by chance`,
      ),
    },
    mapping('max-runs'),
  )
  .describe(
    'More runs where the first ones leave the answer open: `{ max-runs: 10 }`. A rerun of the load test adds runs, until each side has `max-runs` of them. Until then an unproven or inconclusive service keeps the status pending.',
  )

const Drift = z
  .strictObject(
    {
      anchor: text('a tag or a commit such as v3.2').regex(GIT_REF, 'must be a tag or a commit such as v3.2'),
      max: quantity(parsePercent, '12%'),
    },
    mapping('an anchor and a max'),
  )
  .describe(
    'How much slower the default branch may have become since a release, over all changes together: `{ anchor: v3.2, max: 12% }`.',
  )

export const PolicyFile = z
  .strictObject(
    {
      version: z
        .literal(1, { error: 'must be 1: it is the version of this file format' })
        .describe('The version of the format of this file: `1`. It must be there.'),
      defaults: z.strictObject(settings, mapping()).describe('What holds for every service.').optional(),
      services: z
        .record(
          z
            .string()
            .regex(
              SERVICE_PATTERN,
              'is not a service name or pattern: use a-z, 0-9, `.`, `_` and `-` (not `--`), and `*` in patterns',
            ),
          Service,
          mapping('service names, each with its settings'),
        )
        .describe('Service names or patterns. An exact name wins, then the first pattern.')
        .optional(),
      tools: z
        .record(
          z
            .string()
            .regex(
              SERVICE_PATTERN,
              'is not the name of a tool: use small letters, digits and `-`, such as our-bench, and `*` in patterns',
            ),
          z.strictObject(limits, mapping()),
          mapping('names of tools, each with its settings'),
        )
        .describe(
          'What holds for the services that a tool measured, by its name in small letters with `-` for spaces, such as `our-bench`. An exact name wins, then the first pattern. What a service sets itself wins.',
        )
        .optional(),
      retired: z
        .array(
          z
            .string()
            .regex(
              SERVICE_PATTERN,
              'is not a service name or pattern: use a-z, 0-9, `.`, `_` and `-`, and `*` in patterns',
            ),
          { error: 'must be a list of service names or patterns such as [old-checkout]' },
        )
        .min(1, 'must name at least one service; leave it out when none is gone')
        .describe('Services that no longer exist. The baseline still has them, and their absence does not count.')
        .optional(),
      override: Override.optional(),
      confirmation: Confirmation.optional(),
      drift: Drift.optional(),
      enforce: z
        .boolean({ error: 'must be true or false' })
        .describe('false: a trial. The gate judges and comments, says what would be blocked, and blocks nothing.')
        .optional(),
      monitoring: Monitoring.optional(),
      templates: matching(
        /^(?!.*(?:^|\/)\.\.(?:\/|$))[\w.][\w./-]*$/,
        'must be a folder inside the repository such as .github/perf-gate',
      )
        .transform((path) => path.replace(/\/+$/, ''))
        .describe('Folder with report templates of your own, one file a section, such as .github/perf-gate.')
        .optional(),
    },
    mapping(),
  )
  .meta({ title: 'perf-gate policy' })

export type PolicyFile = z.infer<typeof PolicyFile>

function mapping(of = 'keys and values'): Readonly<{ error: string }> {
  return { error: `must be a mapping of ${of}` }
}

/** Says what is wrong with a value, or with the part of it at a key. */
function refuse(context: z.RefinementCtx, message: string, ...path: readonly (string | number)[]): void {
  context.addIssue({ code: 'custom', path: [...path], message })
}

function matching(shape: RegExp, error: string): z.ZodString {
  return z.string({ error }).regex(shape, error)
}

function text(what: string): z.ZodString {
  return z
    .string({ error: `must be ${what}` })
    .trim()
    .min(1, `must be ${what}`)
}

function wholeNumber(least: number): z.ZodNumber {
  const message = `must be a whole number of at least ${least}`
  return z.int({ error: message }).min(least, message)
}

function quantity(parse: (raw: string) => Parsed, example: string): z.ZodType<number, string> {
  return z
    .string({ error: `must be a number with its unit, such as \`${example}\`` })
    .meta({ examples: [example] })
    .transform((found, context): number => {
      const parsed = parse(found)
      if (parsed.kind === 'value') return parsed.value
      context.addIssue({ code: 'custom', message: `cannot be used: ${parsed.problem}` })
      return z.NEVER
    })
}

function label(): z.ZodString {
  return matching(/^[a-zA-Z_]\w*$/, 'must be the name of a Prometheus label such as service')
}

function bucketEnd(): z.ZodType<number, string> {
  return quantity(parseDuration, '250ms').refine((ms) => ms >= LEAST_BUCKET_MS && ms <= MOST_BUCKET_MS, {
    error: 'must be between 0.1ms and 600s',
  })
}

type FileLimit = Readonly<{ value: number; unit: Unit; text: string }>

/** A limit keeps its text, because reports show it as the file writes it. */
function limit(): z.ZodType<FileLimit, string | number> {
  return z
    .union([z.string(), z.number()], { error: 'must be a number with its unit, such as `300ms`' })
    .meta({ examples: ['300ms', '0.5%', '100/s', '512MiB'] })
    .transform((found, context) => {
      const parsed = parseLimit(found)
      if (parsed.kind === 'value') return { value: parsed.value, unit: parsed.unit, text: String(found).trim() }
      context.addIssue({ code: 'custom', message: `cannot be used: ${parsed.problem}` })
      return z.NEVER
    })
}
