import { describe, expect, test } from '@jest/globals'
import { UserError } from '../../src/model/errors.ts'
import { groupedName } from '../../src/model/read-options.ts'
import { DEFAULT_SERVICE_POLICY, defaultPolicy } from '../../src/policy/default-policy.ts'
import { LEVELS } from '../../src/policy/levels.ts'
import { parsePolicy } from '../../src/policy/policy-file.ts'

const SOURCE = '.github/perf-gate.yml at abc1234'

function problemsOf(text: string, inputs = {}): string {
  try {
    parsePolicy(text, SOURCE, inputs)
  } catch (error) {
    if (error instanceof UserError) return error.message.replaceAll(`${SOURCE}, `, '')
    throw error
  }
  return 'no error'
}

describe('a policy file', () => {
  test('each level has the default of the design', () => {
    expect(Object.fromEntries([...LEVELS].map(([key, declared]) => [key, declared.default]))).toEqual({
      regressed: 'fail',
      unproven: 'fail',
      slower: 'warn',
      inconclusive: 'warn',
      missing: 'fail',
      new: 'warn',
      invalid: 'fail',
      'changed-script': 'fail',
      'changed-load': 'fail',
      'changed-machine': 'warn',
      'changed-tool': 'warn',
      'changed-population': 'fail',
      budget: 'fail',
      'error-rate': 'fail',
      'dropped-load': 'fail',
      'too-few-samples': 'warn',
      'missing-baseline': 'fail',
      'k6-threshold': 'warn',
      debt: 'warn',
      drift: 'fail',
      profile: 'off',
      'load-parity': 'warn',
      'mode-boundary': 'warn',
      'min-power': 'warn',
      'resource-rise': 'warn',
    })
  })

  test('absent: the defaults of the design', () => {
    expect(defaultPolicy({})).toEqual({
      source: null,
      namedServices: [],
      tools: [],
      retired: [],
      defaults: {
        maxRegressionRatio: 0.05,
        minDelta: 0,
        maxErrorRateIncrease: 0.01,
        maxDroppedRatio: 0.01,
        minTailSamples: 20,
        primary: [{ metric: 'http_req_duration', stat: 'p95' }],
        endpoints: [],
        budgets: [],
        goals: [],
        levels: {},
        paths: [],
        read: {
          excludeFirstMs: 0,
          excludeLastMs: 0,
          scenarios: null,
          tags: new Map(),
          maxEndpoints: 500,
          endpointGroups: [],
        },
        ownCode: [],
        objective: null,
        watch: null,
        owner: null,
        runbookUrl: null,
        container: { namespace: null, name: null },
      },
      services: [],
      override: {
        label: 'perf-override',
        secondPerson: 'auto',
        roles: ['write', 'maintain', 'admin'],
        minReasonLength: 10,
        approval: 'none',
        services: [],
        maxRegressionRatio: null,
        expiresMs: null,
        bots: [],
      },
      confirmation: null,
      drift: null,
      enforce: true,
      monitoring: {
        histogram: 'http_request_duration_seconds',
        counter: null,
        serviceLabel: 'service',
        statusLabel: 'code',
        errorStatus: '5..',
        bucketsMs: [5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000],
      },
      templates: null,
    })
  })

  test('only a version: the same as the defaults, with its source', () => {
    expect(parsePolicy('version: 1', SOURCE, {})).toEqual({ ...defaultPolicy({}), source: SOURCE })
  })

  test('everything set', () => {
    const policy = parsePolicy(
      `version: 1
defaults:
  max-regression: 7%
  min-delta: 2ms
  max-error-rate-increase: 0.5pp
  max-dropped-iterations: 2%
  min-tail-samples: 10
  levels: { unproven: warn }
  primary: [{ metric: http_req_duration, stat: p99 }]
  budgets: [{ metric: http_reqs, stat: rate, min: 100/s }]
  objective: { bound: 250ms, within: 99% }
  owner: team-shop
  container: none
services:
  checkout:
    objective: { bound: 1.5s, within: 99.9%, errors: 0.1%, min-rate: 2/s }
    runbook: https://wiki.example/checkout
    container: shop/app
    max-regression: 3%
    paths: [services/checkout/**]
    levels: { slower: off }
    budgets:
      - { metric: http_req_duration, stat: p95, max: 300ms }
      - { metric: data_received, stat: rate, endpoint: "GET *", min: 1MB/s, max: 10MB/s }
    endpoints:
      "GET /orders": { max-regression: 8% }
      "GET *": { max-regression: 10% }
  "pay-*": {}
override:
  label: fast-lane
  second-person: always
  roles: [admin]
  min-reason-length: 20
  approval: review
  services: [checkout, "pay*"]
  max-regression: 50%
  expires: 14d
  bots: ["release[bot]"]
confirmation: { max-runs: 7 }
drift: { anchor: v3.2, max: 12% }
enforce: false
monitoring:
  histogram: rpc_duration_milliseconds
  counter: rpc_total
  service-label: job
  status-label: rpc_code
  error-status: Unavailable|5..
  buckets: [100ms, 2.5s]
templates: .github/perf-gate/
`,
      SOURCE,
      {},
    )
    const defaults = {
      ...DEFAULT_SERVICE_POLICY,
      maxRegressionRatio: 0.07,
      minDelta: 2,
      maxErrorRateIncrease: 0.005,
      maxDroppedRatio: 0.02,
      minTailSamples: 10,
      primary: [{ metric: 'http_req_duration', stat: 'p99' }],
      budgets: [{ metric: 'http_reqs', stat: 'rate', endpoint: null, max: null, min: 100, text: '100/s' }],
      levels: { unproven: 'warn' },
      objective: { boundMs: 250, withinRatio: 0.99, maxErrorRatio: 0.01, minRatePerS: 0.1 },
      owner: 'team-shop',
      container: null,
    }
    expect(policy).toEqual({
      source: SOURCE,
      confirmation: { maxRuns: 7 },
      drift: { anchor: 'v3.2', maxDriftRatio: 0.12 },
      enforce: false,
      monitoring: {
        histogram: 'rpc_duration_milliseconds',
        counter: 'rpc_total',
        serviceLabel: 'job',
        statusLabel: 'rpc_code',
        errorStatus: 'Unavailable|5..',
        bucketsMs: [100, 2500],
      },
      templates: '.github/perf-gate',
      namedServices: ['checkout'],
      tools: [],
      retired: [],
      defaults,
      services: [
        {
          pattern: 'checkout',
          policy: {
            ...defaults,
            maxRegressionRatio: 0.03,
            paths: ['services/checkout/**'],
            levels: { unproven: 'warn', slower: 'off' },
            budgets: [
              { metric: 'http_req_duration', stat: 'p95', endpoint: null, max: 300, min: null, text: '300ms' },
              { metric: 'data_received', stat: 'rate', endpoint: 'GET *', max: 1e7, min: 1e6, text: '1MB/s to 10MB/s' },
            ],
            endpoints: [
              { pattern: 'GET /orders', maxRegressionRatio: 0.08 },
              { pattern: 'GET *', maxRegressionRatio: 0.1 },
            ],
            objective: { boundMs: 1500, withinRatio: expect.closeTo(0.999, 12), maxErrorRatio: 0.001, minRatePerS: 2 },
            runbookUrl: 'https://wiki.example/checkout',
            container: { namespace: 'shop', name: 'app' },
          },
        },
        { pattern: 'pay-*', policy: defaults },
      ],
      override: {
        label: 'fast-lane',
        secondPerson: 'always',
        roles: ['admin'],
        minReasonLength: 20,
        approval: 'review',
        services: ['checkout', 'pay*'],
        maxRegressionRatio: 0.5,
        expiresMs: 1_209_600_000,
        bots: ['release[bot]'],
      },
    })
  })
})

describe('what is gated', () => {
  const primaryOf = (entry: string) =>
    parsePolicy(`version: 1\ndefaults: { primary: [${entry}] }`, SOURCE, {}).defaults.primary

  test.each([
    ['p(95)', 'p95'],
    ['p(99.9)', 'p99.9'],
    ['med', 'p50'],
    ['p95', 'p95'],
  ])('%s is %s', (written, stat) => {
    expect(primaryOf(`{ metric: http_req_duration, stat: ${written} }`)).toEqual([
      { metric: 'http_req_duration', stat },
    ])
  })

  test('with a direction', () => {
    // Fewer bytes for the same page, and sessions that last: both directions may be meant.
    expect(primaryOf('{ metric: data_received, stat: rate, better: lower }')).toHaveLength(1)
    expect(primaryOf('{ metric: ws_session_duration, stat: p50, better: higher }')).toHaveLength(1)
    expect(primaryOf('{ metric: orders, stat: count, better: higher }')).toEqual([
      { metric: 'orders', stat: 'count', better: 'higher' },
    ])
  })
})

describe('endpoints that stand for many names', () => {
  const nameOf = (pattern: string, name: string) => {
    const text = `version: 1\nservices: { shop: { endpoints: { "${pattern}": { max-regression: 8% } } } }`
    const [service] = parsePolicy(text, SOURCE, {}).services
    return groupedName(name, service?.policy.read.endpointGroups ?? [])
  }

  test.each([
    ['/users/*', '/users/17'],
    ['/users/*', 'http://shop.test/users/17'],
    ['/users/*', 'https://shop.test:8080/users/17?full=1'],
    ['/users/*/orders', 'http://shop.test/users/17/orders'],
    ['GET /orders/*', 'GET /orders/7f9a'],
    ['/assets/app.*.js', 'https://shop.test/assets/app.3f9a2b1c.js'],
    ['**/users/*', 'http://shop.test/v1/users/17'],
    ['/files/**', '/files/a/b/c'],
  ])('%s takes %s', (pattern, name) => {
    expect(nameOf(pattern, name)).toBe(pattern)
  })

  test.each([
    ['/users/*', '/users/17/orders'],
    ['/users/*', '/orders/17'],
    ['/users/*', '/users'],
    // Limits for many endpoints, which stay many.
    ['*', 'login'],
    ['GET *', 'GET /orders'],
    ['/*', '/orders'],
    ['GET /*', 'GET /orders'],
    ['http://shop.test/*', 'http://shop.test/orders'],
    ['GET /orders', 'GET /orders'],
  ])('%s leaves %s alone', (pattern, name) => {
    expect(nameOf(pattern, name)).toBe(name)
  })
})

describe('a wrong policy file', () => {
  test.each([
    [
      'misspelt key',
      'version: 1\ndefaults:\n  max-regresion: 5%',
      'line 3: unknown key `max-regresion` in `defaults`. Did you mean `max-regression`?',
    ],
    [
      'key that is like no other',
      'version: 1\nfoo: 2',
      'line 2: unknown key `foo`. Known keys: version, defaults, services, tools, retired, override, confirmation, drift, enforce, monitoring, templates.',
    ],
    [
      'a folder of templates outside',
      'version: 1\ntemplates: ../other',
      'line 2: `templates` must be a folder inside the repository such as .github/perf-gate. Found `../other`.',
    ],
    [
      'key of the wrong place',
      'version: 1\ndefaults:\n  paths: [a]',
      'line 3: unknown key `paths` in `defaults`. It stands under a service, such as `services: { checkout: … }`, or `"*"` for all of them.',
    ],
    [
      'limits of endpoints where no service is named',
      'version: 1\ndefaults:\n  endpoints: { "/users/*": { max-regression: 8% } }',
      'line 3: unknown key `endpoints` in `defaults`. It stands under a service, such as `services: { checkout: … }`, or `"*"` for all of them.',
    ],
    [
      'a setting at the top of the file',
      'version: 1\nmax-regression: 5%',
      'line 2: unknown key `max-regression`. It stands under `defaults`.',
    ],
    [
      'a label under the defaults',
      'version: 1\ndefaults: { label: slow }',
      'line 2: unknown key `label` in `defaults`. It stands under `override`.',
    ],
    [
      'a direction that nobody wants',
      'version: 1\ndefaults: { primary: [{ metric: http_req_duration, stat: p95, better: higher }] }',
      'line 2: `defaults.primary[0].better` must be lower, or left out: `http_req_duration` gets worse when it is higher. Found `higher`.',
    ],
    [
      'checks that should fail',
      'version: 1\ndefaults: { primary: [{ metric: checks, stat: rate, better: lower }] }',
      'line 2: `defaults.primary[0].better` must be higher, or left out: `checks` gets worse when it is lower. Found `lower`.',
    ],
    [
      'failures that should be many',
      'version: 1\ndefaults: { primary: [{ metric: browser_http_req_failed, stat: rate, better: higher }] }',
      'line 2: `defaults.primary[0].better` must be lower, or left out: `browser_http_req_failed` gets worse when it is higher. Found `higher`.',
    ],
    [
      'one series twice, in two spellings',
      'version: 1\ndefaults: { primary: [{ metric: orders, stat: p95 }, { metric: orders, stat: p(95) }] }',
      'line 2: `defaults.primary[1]` is there twice: `p95` of `orders`. Found `{"metric":"orders","stat":"p(95)"}`.',
    ],
    [
      'two directions of one metric',
      'version: 1\ndefaults: { primary: [{ metric: orders, stat: count, better: higher }, { metric: orders, stat: rate, better: lower }] }',
      'line 2: `defaults.primary[1]` must have the same `better` as the other `primary` of `orders`: a metric has one good direction. Found `{"metric":"orders","stat":"rate","better":"lower"}`.',
    ],
    [
      'no version',
      'defaults: {}',
      'line 1: `version` is missing: it must be 1: it is the version of this file format.',
    ],
    ['unknown version', 'version: 2', 'line 1: `version` must be 1: it is the version of this file format. Found `2`.'],
    [
      'percent without unit',
      'version: 1\ndefaults:\n  max-regression: 5',
      'line 3: `defaults.max-regression` must be a number with its unit, such as `5%`. Found `5`.',
    ],
    [
      'the whole instead of the change',
      'version: 1\ndefaults: { max-regression: 105% }',
      'line 2: `defaults.max-regression` cannot be used: more than 100% is not allowed; write the change, not the whole: `5%`, not `105%`. Found `105%`.',
    ],
    [
      'NaN',
      'version: 1\ndefaults: { max-regression: .nan }',
      'line 2: `defaults.max-regression` must be a number with its unit, such as `5%`. Found `NaN`.',
    ],
    [
      'negative',
      'version: 1\ndefaults: { min-delta: -2ms }',
      'line 2: `defaults.min-delta` cannot be used: write a duration with its unit such as `2ms` or `1.5s`. Found `-2ms`.',
    ],
    [
      'infinite',
      'version: 1\ndefaults: { min-tail-samples: 1e999 }',
      'line 2: `defaults.min-tail-samples` must be a whole number of at least 0. Found `Infinity`.',
    ],
    [
      'points written as percent',
      'version: 1\ndefaults: { max-error-rate-increase: 1% }',
      'line 2: `defaults.max-error-rate-increase` cannot be used: write percentage points such as `1pp`. Found `1%`.',
    ],
    [
      'invalid switched off',
      'version: 1\ndefaults:\n  levels: { invalid: off }',
      'line 3: `defaults.levels.invalid` must be fail or warn: with `off`, results that nobody can read would be green. Found `off`.',
    ],
    [
      'level that is none',
      'version: 1\ndefaults:\n  levels:\n    missing: error',
      'line 4: `defaults.levels.missing` must be fail, warn or off. Found `error`.',
    ],
    [
      'no primary',
      'version: 1\ndefaults: { primary: [] }',
      'line 2: `defaults.primary` must name at least one series: a service that is gated on nothing would always be green. Found `[]`.',
    ],
    [
      'a direction that is none',
      'version: 1\ndefaults: { primary: [{ metric: orders, stat: count, better: more }] }',
      'line 2: `defaults.primary[0].better` must be lower or higher. Found `more`.',
    ],
    [
      'a budget on the good side',
      'version: 1\ndefaults: { budgets: [{ metric: orders, stat: count, better: higher, max: 10 }] }',
      'line 2: `defaults.budgets[0].max` is the good side where `better` is higher: write a `min`. Found `10`.',
    ],
    [
      'a statistic that is none',
      'version: 1\ndefaults: { primary: [{ metric: http_req_duration, stat: median }] }',
      'line 2: `defaults.primary[0].stat` must be a statistic: avg, min, max, p50, p95, p99.9, rate, count or value. Found `median`.',
    ],
    [
      'service name that no result can have',
      'version: 1\nservices:\n  Check--out: {}',
      'line 3: `services.Check--out` is not a service name or pattern: use a-z, 0-9, `.`, `_` and `-` (not `--`), and `*` in patterns.',
    ],
    [
      'budget without a limit',
      'version: 1\ndefaults:\n  budgets:\n    - { metric: x, stat: p95 }',
      'line 4: `defaults.budgets[0]` needs a `max` or a `min`. Found `{"metric":"x","stat":"p95"}`.',
    ],
    [
      'budget without a unit',
      'version: 1\ndefaults:\n  budgets:\n    - { metric: http_req_duration, stat: p95, max: 300 }',
      'line 4: `defaults.budgets[0].max` must have the unit of p95 of http_req_duration, for example `300ms`. Found `300`.',
    ],
    [
      'budget with another unit',
      'version: 1\ndefaults:\n  budgets:\n    - { metric: http_req_failed, stat: rate, max: 1ms }',
      'line 4: `defaults.budgets[0].max` must have the unit of rate of http_req_failed, for example `1%`. Found `1ms`.',
    ],
    [
      'budget that nothing meets',
      'version: 1\ndefaults:\n  budgets:\n    - { metric: http_req_duration, stat: p95, min: 2s, max: 300ms }',
      'line 4: `defaults.budgets[0]` has a `min` above its `max`, which nothing can meet. Found `{"metric":"http_req_duration","stat":"p95","min":"2s","max":…`.',
    ],
    [
      'samples without a unit',
      'version: 1\ndefaults:\n  exclude: { first: 30 }',
      'line 3: `defaults.exclude.first` must be a number with its unit, such as `30s`. Found `30`.',
    ],
    [
      'no scenario at all',
      'version: 1\ndefaults:\n  scenarios: []',
      'line 3: `defaults.scenarios` must name at least one scenario; leave it out to count all. Found `[]`.',
    ],
    [
      'more endpoints than are told apart',
      'version: 1\ndefaults:\n  max-endpoints: 1001',
      'line 3: `defaults.max-endpoints` must be at most 1000. Found `1001`.',
    ],
    [
      'negated path',
      'version: 1\nservices:\n  checkout: { paths: ["!docs/**"] }',
      'line 3: `services.checkout.paths[0]` must not begin with `!`: list what belongs to the service instead. Found `!docs/**`.',
    ],
    [
      'boolean for a word',
      'version: 1\noverride: { second-person: true }',
      'line 2: `override.second-person` must be auto, always or never. Found `true`.',
    ],
    [
      'an override that never holds',
      'version: 1\noverride: { expires: 0d }',
      'line 2: `override.expires` cannot be used: write days or hours such as `14d` or `12h`. Found `0d`.',
    ],
    [
      'no service may be overridden',
      'version: 1\noverride: { services: [] }',
      'line 2: `override.services` must name at least one service; leave it out to allow all. Found `[]`.',
    ],
    [
      'an approval that is not known',
      'version: 1\noverride: { approval: label }',
      'line 2: `override.approval` must be none or review. Found `label`.',
    ],
    [
      'nobody may override',
      'version: 1\noverride: { roles: [] }',
      'line 2: `override.roles` must name at least one role. Found `[]`.',
    ],
    [
      'nothing under a key',
      'version: 1\ndefaults:',
      'line 2: `defaults` must be a mapping of keys and values. Found nothing.',
    ],
    ['a list', '- version: 1', 'line 1: the file must be a mapping of keys and values. Found `[{"version":1}]`.'],
    [
      'key written twice',
      'version: 1\nversion: 1',
      'line 2: The key `version` stands here a second time; keep one of the two.',
    ],
    [
      'key in quotes twice',
      'version: 1\ntools: { "a b": {}, "a b": {} }',
      'line 2: The key `"a b"` stands here a second time; keep one of the two.',
    ],
    [
      'key that is a map',
      'version: 1\n? { services: {} }\n: {}',
      'line 2: A key must be a text, not a list or a mapping.',
    ],
    ['two documents', 'version: 1\n---\nversion: 1', 'line 2: A second document begins here with `---`; keep one.'],
    ['tag', 'version: !!float 1', 'line 1: Tags such as `!!float` are not supported; write the value without it.'],
    ['tab', 'version: 1\ndefaults:\n\tmin-delta: 1ms', 'line 3: Tabs are not allowed as indentation; use spaces.'],
    [
      'colon in a value',
      'version: 1\nmonitoring: counter: x',
      'line 2: A mapping cannot begin in the middle of a line: check the indentation, and put a text with `: ` into quotes.',
    ],
    [
      'no colon after a key',
      'version: 1\ndefaults\n  max-regression: 5%\n  min-delta: 1ms',
      'line 2: `defaults` has no colon after the key: write `key: value`, or `key:` with what belongs to it indented below.',
    ],
    [
      'no colon after the last key',
      'version: 1\nenforce',
      'line 2: `enforce` has no colon after the key: write `key: value`, or `key:` with what belongs to it indented below.',
    ],
    ['quote that does not end', 'version: 1\noverride: { label: "x }', 'line 2: Missing closing "quote.'],
    [
      'decimal comma between braces',
      'version: 1\ndefaults: { max-regression: 5,5% }',
      'line 2: `defaults.max-regression` must be a number with its unit, such as `5%`. Found `5`.\nline 2: unknown key `5%` in `defaults`. Between `{` and `}` a comma ends an entry: write decimals with a point, such as `5.5%`.',
    ],
    [
      'a number in quotes',
      'version: "1"',
      'line 1: `version` must be 1: it is the version of this file format. Found `"1"`.',
    ],
    [
      'an empty text',
      'version: 1\noverride: { label: "" }',
      'line 2: `override.label` must be the name of a label. Found `""`.',
    ],
    ['alias', 'version: &one 1\ndefaults: *one', 'line 2: Aliases (`*name`) are not supported; write the value again.'],
    ['prototype', 'version: 1\nservices:\n  __proto__: {}', 'line 3: The key `__proto__` is not allowed.'],
    [
      'no YAML',
      'version: [1',
      'line 1: Flow sequence in block collection must be sufficiently indented and end with a ].',
    ],
    ['empty', '', `${SOURCE} is empty. Write \`version: 1\` in it, or delete it to use the defaults.`],
    ['comments only', '# nothing', `${SOURCE} is empty. Write \`version: 1\` in it, or delete it to use the defaults.`],
  ])('%s', (_, text, message) => {
    expect(problemsOf(text)).toBe(message)
  })

  test('all problems at once, in the order of the file', () => {
    expect(
      problemsOf(
        'version: 1\ndefaults: { foo: 1 }\nservices:\n  checkout: { levels: { debt: on } }\noverride: { labl: x }',
      ),
    ).toBe(
      [
        'line 2: unknown key `foo` in `defaults`. Known keys: max-regression, min-delta, max-error-rate-increase, max-dropped-iterations, min-tail-samples, levels, primary, budgets, goals, exclude, scenarios, tags, max-endpoints, profiles, objective, watch, owner, runbook, container.',
        'line 4: `services.checkout.levels.debt` must be fail, warn or off. Found `on`.',
        'line 5: unknown key `labl` in `override`. Did you mean `label`?',
      ].join('\n'),
    )
  })
})

describe('inputs and the policy file', () => {
  test('an input sets what the file leaves open, also for services that inherit it', () => {
    const policy = parsePolicy('version: 1\nservices: { checkout: {} }', SOURCE, {
      maxRegressionRatio: 0.07,
      overrideLabel: 'slow-ok',
    })
    expect(policy.defaults.maxRegressionRatio).toBe(0.07)
    expect(policy.services[0]?.policy.maxRegressionRatio).toBe(0.07)
    expect(policy.override.label).toBe('slow-ok')
  })

  test('a limit of one service is not the same value as the input', () => {
    const policy = parsePolicy('version: 1\nservices: { checkout: { max-regression: 3% } }', SOURCE, {
      maxRegressionRatio: 0.07,
    })
    expect(policy.services[0]?.policy.maxRegressionRatio).toBe(0.03)
  })

  test('a value set in both places names both, even where they agree', () => {
    expect(
      problemsOf('version: 1\ndefaults: { max-regression: 5% }\noverride: { label: x }', {
        maxRegressionRatio: 0.05,
        overrideLabel: 'y',
      }),
    ).toBe(
      [
        'line 2: `defaults.max-regression` is also set by the input `max-regression`. Set it in one place only.',
        'line 3: `override.label` is also set by the input `override-label`. Set it in one place only.',
      ].join('\n'),
    )
  })
})

describe('goals', () => {
  const parse = (goals: string) => parsePolicy(`version: 1\ndefaults: { goals: ${goals} }`, 'policy.yml', {})

  test('say what is to change, by its sign; complexity needs no stat', () => {
    expect(
      parse(
        '[{ metric: a, stat: p(95), change: -20% }, { metric: b, stat: rate, change: +15 % }, { metric: complexity, change: −30% }]',
      ).defaults.goals,
    ).toEqual([
      { metric: 'a', stat: 'p95', changeRatio: -0.2 },
      { metric: 'b', stat: 'rate', changeRatio: 0.15 },
      { metric: 'complexity', stat: null, changeRatio: -0.3 },
    ])
  })

  test.each([
    ['[{ metric: a, stat: p95, change: 20% }]', /write a change with its sign such as `-20%` or `\+15%`/],
    ['[{ metric: a, stat: p95, change: -0% }]', /a change of 0 is no goal/],
    ['[{ metric: a, stat: p95, change: -100% }]', /nothing can become 100% less/],
    ['[{ metric: a, change: -20% }]', /`defaults.goals\[0\]` needs a `stat`/],
    ['[{ metric: complexity, stat: p95, change: -20% }]', /`defaults.goals\[0\].stat` is not known for complexity/],
  ])('%s is an error', (goals, message) => {
    expect(() => parse(goals)).toThrow(message)
  })

  test('of a service replace those of the defaults', () => {
    const policy = parsePolicy(
      'version: 1\ndefaults: { goals: [{ metric: a, stat: p95, change: -20% }] }\nservices: { x: { goals: [] }, y: {} }',
      'policy.yml',
      {},
    )
    expect(policy.services.map((service) => service.policy.goals.length)).toEqual([0, 1])
  })
})
