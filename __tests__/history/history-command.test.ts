import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { history } from '../../src/commands/history.ts'
import { latency } from '../statistics/runs.ts'
import { sampleLedger, sampleServices, storedAt, writeClone, writeStore } from './sample.ts'

let folder: string
let commits: readonly string[]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perf-gate-history-'))
  commits = await writeClone(join(folder, 'clone'), 60)
  await writeStore(join(folder, 'store'), sampleServices(commits), sampleLedger(commits))
}, 60_000)
afterAll(async () => {
  await rm(folder, { recursive: true })
})

/** Runs the command, and gives its exit code and what it printed. */
async function run(...args: readonly string[]): Promise<Readonly<{ exitCode: number; printed: string }>> {
  const write = jest.spyOn(process.stdout, 'write').mockImplementation(() => true)
  try {
    const exitCode = await history(args)
    return { exitCode, printed: write.mock.calls.map(([text]) => String(text)).join('') }
  } finally {
    write.mockRestore()
  }
}

const inFolder = (name: string) => join(folder, name)

describe('with the clone', () => {
  let page: string
  let json: { services: { service: string; suspects: { commits: { subject: string }[] }[] }[]; releases: object[] }
  let printed: string

  beforeAll(async () => {
    const result = await run(
      '--store',
      inFolder('store'),
      '--clone',
      inFolder('clone'),
      '--html',
      inFolder('a.html'),
      '--json',
      inFolder('a.json'),
    )
    expect(result.exitCode).toBe(0)
    printed = result.printed
    page = await readFile(inFolder('a.html'), 'utf8')
    json = JSON.parse(await readFile(inFolder('a.json'), 'utf8'))
  })

  test('prints a line for each service', () => {
    expect(printed).toBe(`## Performance history: \`octo-org/shop\`

**1 slowdown is owed, in 1 of 2 services.**

| Service | Series | Stored jobs | Level now | Newest change of level | Owed |
|---|---|---:|---:|---|---:|
| \`checkout\` | p95 | 60 | 179.0 ms |  | 1 |
| \`search\` | p95 | 60 | 34.10 ms | -15.0 %, 2026-01-26 |  |

Not shown: records of other branches (\`release/1\`).
`)
  })

  test('names the commits of the window of a regression', () => {
    const [checkout, search] = json.services
    expect(checkout?.suspects.map((one) => one.commits.map(({ subject }) => subject))).toEqual([
      ['Merge pull request #30', 'Refactor part 30'],
    ])
    expect(search?.suspects).toEqual([])
    expect(json.releases).toEqual([
      { commit: commits[40], name: 'v1.1.0' },
      { commit: commits[10], name: 'v1.0.0' },
    ])
  })

  test('links commits, and holds no token, no script but its own and no address but the repository', () => {
    expect(page).toContain(`href="https://github.com/octo-org/shop/commit/${commits[30]}"`)
    expect(page).not.toContain('secret')
    expect(page.match(/<script/g)).toHaveLength(1)
    expect(page).toContain('POST /orders &lt;b&gt;')
    const addresses = [...page.matchAll(/(?:href|src|url)\s*[=(]\s*"?(https?:[^"\s)]*)/g)].map(
      ([, address]) => address ?? '',
    )
    expect(addresses.filter((address) => !address.startsWith('https://github.com/octo-org/shop'))).toEqual([])
  })

  test('a plot for p95, throughput, errors, CPU and memory of each service that has them, in this order', () => {
    const names = [...page.matchAll(/aria-label="([\w ]+) of \d+ stored jobs? of the default branch/g)].map(
      ([, name]) => name,
    )
    expect(names).toEqual(['p95', 'throughput', 'error rate', 'cpu_cores', 'memory', 'p95', 'throughput', 'error rate'])
  })
})

test('without a clone that knows the commits there is a page, and it says what is not known', async () => {
  const { printed } = await run('--store', inFolder('store'), '--clone', folder, '--html', inFolder('b.html'))
  expect(printed).toContain('is no clone with the recorded commits, so there are no suspects, releases and links.')
  const page = await readFile(inFolder('b.html'), 'utf8')
  expect(page).toContain(`what came after ${commits[29]?.slice(0, 7)}, up to ${commits[30]?.slice(0, 7)}`)
  expect(page).not.toContain('href="http')
})

test('--repository makes links without a clone', async () => {
  await run(
    '--store',
    inFolder('store'),
    '--clone',
    folder,
    '--html',
    inFolder('c.html'),
    '--repository',
    'https://ghes.example.com/a/b',
  )
  expect(await readFile(inFolder('c.html'), 'utf8')).toContain(
    `href="https://ghes.example.com/a/b/compare/${commits[29]}...${commits[30]}"`,
  )
})

test('an older copy of the store gives what the newest no longer has, each run once', async () => {
  const all = sampleServices(commits).get('search') ?? []
  await writeStore(inFolder('newest'), new Map([['search', all.slice(30)]]))
  await writeStore(inFolder('older'), new Map([['search', all.slice(0, 45)]]))
  const both = ['--store', inFolder('newest'), '--store', inFolder('older')]
  const { printed } = await run(...both, '--clone', inFolder('clone'))
  expect(printed).toContain('| `search` | p95 | 60 | 34.10 ms | -15.0 %, 2026-01-26 |  |')
})

test('a folder without a store, a damaged file and a store of other branches are errors that say what to do', async () => {
  await mkdir(inFolder('empty'))
  await expect(run('--store', inFolder('empty'))).rejects.toThrow(
    /There is no store in .*Check out the branch perf-gate-baselines/,
  )
  await writeStore(inFolder('damaged'), sampleServices(commits))
  await writeFile(inFolder('damaged/v1/search.ndjson'), '{"cut":')
  await expect(run('--store', inFolder('damaged'))).rejects.toThrow(/search\.ndjson: .*Fix that file first/)
  await expect(run('--store', inFolder('store'), '--store', inFolder('damaged'))).rejects.toThrow(/Fix that file first/)
  const branch = storedAt({
    service: 'search',
    position: 0,
    commit: 'a',
    branch: 'release/1',
    measurements: [latency(1)],
  })
  await writeStore(inFolder('branch'), new Map([['search', [branch]]]))
  await expect(run('--store', inFolder('branch'))).rejects.toThrow(/has no run of the default branch/)
  await expect(run()).rejects.toThrow(/--store is missing/)
  await expect(run('--store', inFolder('store'), '--repository', 'javascript:alert(1)')).rejects.toThrow(
    /--repository cannot be/,
  )
})

test('the page of ten times as many runs is not much larger: points are thinned, and the page says how', async () => {
  const sizes = []
  for (const runs of [150, 1500]) {
    const stored = Array.from({ length: runs }, (_, position) =>
      storedAt({ service: 'search', position, commit: `c${position}`, measurements: [latency(100 + (position % 7))] }),
    )
    await writeStore(inFolder(`runs-${runs}`), new Map([['search', stored]]))
    await run('--store', inFolder(`runs-${runs}`), '--clone', folder, '--html', inFolder('d.html'))
    const page = await readFile(inFolder('d.html'), 'utf8')
    expect(page.includes('Point: the median of 9 neighbouring stored jobs')).toBe(runs === 1500)
    sizes.push(page.length)
  }
  expect((sizes[1] ?? 0) / (sizes[0] ?? 1)).toBeLessThan(1.3)
})

describe('--previous: what the page before this one showed', () => {
  const jsonOf = async (name: string) => JSON.parse(await readFile(inFolder(name), 'utf8'))
  const clone = () => ['--clone', inFolder('clone')]

  test('a store that has forgotten the older jobs makes the same page as one that has not', async () => {
    await run('--store', inFolder('store'), ...clone(), '--json', inFolder('whole.json'))
    const kept = new Map(
      [...sampleServices(commits)].map(([name, runs]) => [
        name,
        runs.filter((one) => commits.indexOf(one.commit) >= 45),
      ]),
    )
    await writeStore(inFolder('forgetful'), kept, sampleLedger(commits))
    const short = ['--store', inFolder('forgetful'), ...clone()]
    await run(...short, '--json', inFolder('short.json'))
    expect((await jsonOf('short.json')).services[0].jobs).toHaveLength(15)
    await run(...short, '--previous', inFolder('whole.json'), '--json', inFolder('again.json'))
    const [whole, again] = [await jsonOf('whole.json'), await jsonOf('again.json')]
    const shown = (json: { services: readonly Record<string, unknown>[] }) =>
      json.services.map(({ jobs, ...more }) => ({
        ...more,
        jobs: (jobs as readonly object[]).map((job) => ({ ...job, runs: 1 })),
      }))
    expect(shown(again)).toEqual(shown(whole))
    // And once more, from its own output.
    await run(...short, '--previous', inFolder('again.json'), '--json', inFolder('third.json'))
    expect(shown(await jsonOf('third.json'))).toEqual(shown(whole))
  })

  test('what is no history is an error, and so is a damaged one', async () => {
    const ask = (name: string) => run('--store', inFolder('store'), ...clone(), '--previous', inFolder(name))
    await expect(ask('nowhere.json')).rejects.toThrow(/nowhere\.json cannot be read \(ENOENT\)/)
    for (const text of [
      '',
      '<html>',
      '{"schemaVersion":2,"services":[]}',
      '{"schemaVersion":1,"services":[{"service":"a","jobs":[],"conditions":[],"series":[{"values":[1]}]}]}',
    ]) {
      await writeFile(inFolder('odd.json'), text)
      await expect(ask('odd.json')).rejects.toThrow(
        /odd\.json is no history\. Give the JSON of the page before this one/,
      )
    }
  })
})

describe('--from', () => {
  const policy = () => ['--policy', inFolder('policy.yml'), '--clone', inFolder('clone')]
  beforeAll(async () => {
    await writeFile(
      inFolder('policy.yml'),
      'version: 1\ndefaults: { goals: [{ metric: http_req_duration, stat: p95, change: -10% }, { metric: memory, stat: value, change: -10% }] }\n',
    )
  })

  test('two tags: goals and services on top, each service below, and the same as JSON', async () => {
    const flags = [
      '--store',
      inFolder('store'),
      ...policy(),
      '--from',
      'v1.0.0',
      '--to',
      'v1.1.0',
      '--json',
      inFolder('phase.json'),
    ]
    const { exitCode, printed } = await run(...flags)
    expect(exitCode).toBe(0)
    expect(printed).toMatch(
      /^## Phase report: `v1.0.0` to `v1.1.0`\n\n\*\*1 of 4 goals reached, 2 missed and 1 no data\. 2 of 2 services measured at both ends\.\*\*\n/,
    )
    expect(printed).toContain(
      '| `checkout` | ❌ missed, +12.1 % (+11.5 % … +12.8 %) | ❌ missed, -0.2 % (-0.7 % … +0.3 %) |',
    )
    expect(printed).toContain('| `search` | ✅ reached, -15.3 % (-15.8 % … -14.8 %) | ⚪ no data |')
    expect(printed).toContain('machine `4 cpu`, load `10 vus`, tool `k6 v2` · 11 stored jobs before, 11 after')
    expect(printed).toMatch(/- Change of level: p95 \+12\.3 % \(worse\) at `[0-9a-f]{7}`, 2026-01-31/)
    const json = JSON.parse(await readFile(inFolder('phase.json'), 'utf8'))
    expect(
      json.goals.map(({ service, metric, verdict }: Record<string, string>) => `${service} ${metric} ${verdict}`),
    ).toEqual([
      'checkout http_req_duration missed',
      'checkout memory missed',
      'search http_req_duration reached',
      'search memory no-data',
    ])
  })

  test('a day and a recorded commit, with and without a clone, are the same ends', async () => {
    const ends = [
      [...policy(), '--from', '2026-01-11', '--to', '2026-02-10'],
      [...policy(), '--from', commits[10] ?? '', '--to', commits[40] ?? ''],
      [
        '--policy',
        inFolder('policy.yml'),
        '--clone',
        folder,
        '--from',
        commits[10]?.slice(0, 8) ?? '',
        '--to',
        commits[40] ?? '',
      ],
    ]
    const printed: string[] = []
    for (const flags of ends) printed.push((await run('--store', inFolder('store'), ...flags)).printed)
    expect(new Set(printed.map((text) => text.replace(/^.*\n/, '')))).toHaveProperty('size', 1)
  })

  test('after a change of machine nothing is compared, and the first comparable commit is proposed', async () => {
    const { printed } = await run('--store', inFolder('store'), ...policy(), '--from', 'v1.0.0')
    expect(printed).toContain('| `checkout` | ⚪ not comparable | ⚪ not comparable |')
    expect(printed).toContain(`--from ${commits[50]}`.slice(7))
  })

  test('a goal of complexity is answered by the report of perf-gate complexity, exactly', async () => {
    await writeFile(inFolder('c.yml'), 'version: 1\ndefaults: { goals: [{ metric: complexity, change: -30% }] }\n')
    for (const [service, after] of [
      ['checkout', 7],
      ['search', 8],
    ] as const) {
      const changed = { before: { branchPoints: 10 }, after: { branchPoints: after } }
      await writeFile(inFolder(`${service}.json`), JSON.stringify({ schemaVersion: 1, changed }))
    }
    const ask = (...more: readonly string[]) =>
      run(
        '--store',
        inFolder('store'),
        '--policy',
        inFolder('c.yml'),
        '--clone',
        inFolder('clone'),
        '--from',
        'v1.0.0',
        ...more,
      )
    const given = [
      '--complexity',
      `checkout=${inFolder('checkout.json')}`,
      '--complexity',
      `search=${inFolder('search.json')}`,
    ]
    const { printed } = await ask(...given)
    // Although nothing else of checkout can be compared over its change of machine.
    expect(printed).toContain('| `checkout` | ✅ reached, -30.0 % |\n| `search` | ❌ missed, -20.0 % |')
    expect((await ask(...given.slice(0, 2))).printed).toContain('| `search` | ⚪ no data |')
    await expect(ask('--complexity', 'cart=x.json')).rejects.toThrow(
      /write SERVICE=FILE\. The services of the store are checkout, search\./,
    )
    await expect(ask('--complexity', `search=${inFolder('c.yml')}`)).rejects.toThrow(
      /is no report of perf-gate complexity/,
    )
  })

  test('what other commands found out stands with the service: complexity, capacity, functions', async () => {
    const figures = (branchPoints: number, mean: number, p90: number, max: number) => ({
      branchPoints,
      functions: 9,
      mean,
      p90,
      max,
      overTen: 1,
    })
    const files = {
      complexity: {
        schemaVersion: 1,
        tool: 'lizard',
        changed: { before: figures(40, 5.4, 12, 22), after: figures(26, 3.9, 8, 9) },
        functions: [{ file: 'src/cart.c', name: 'total|price', before: 22, after: 9 }],
      },
      capacity: {
        schemaVersion: 1,
        maxThroughput: 130,
        knee: 5.2,
        sustainable: 91,
        refused: null,
        changeRatio: 0.083,
        changeInterval: [0.05, 0.12],
      },
      profiles: {
        schemaVersion: 1,
        comparisons: [
          {
            functions: [
              { name: 'marshalAny', baselineShare: 0.286, candidateShare: 0.2, changeRatio: -0.375, verdict: 'faster' },
              { name: 'noise', baselineShare: 0.1, candidateShare: 0.11, changeRatio: 0.1, verdict: 'not-proven' },
            ],
          },
        ],
      },
    }
    for (const [name, json] of Object.entries(files)) await writeFile(inFolder(`${name}.json`), JSON.stringify(json))
    const extras = Object.keys(files).flatMap((name) => [`--${name}`, `checkout=${inFolder(`${name}.json`)}`])
    const ends = [...policy(), '--from', 'v1.0.0', '--to', 'v1.1.0']
    const out = ['--json', inFolder('extras.json'), '--html', inFolder('phase.html')]
    const { printed } = await run('--store', inFolder('store'), ...ends, ...extras, ...out)
    expect(printed).toContain(
      '| mean | 5.4 | 3.9 | -27.8 % |  |  |\n| p90 | 12 | 8 | -33.3 % |  |  |\n| largest | 22 | 9 | -59.1 % |',
    )
    expect(printed).toContain('| `total\\|price` | `src/cart.c` | 22 | 9 |')
    expect(printed).toContain('| `marshalAny` | 28.6 % | 20 % | -37.5 % |')
    expect(printed).not.toContain('noise')
    expect(printed).toContain(
      '- Capacity: At most 130.0/s, the knee at 5.2 users, 91.00/s can be relied on, +8.3 % (+5.0 % … +12.0 %) against the start',
    )
    const [checkout, search] = JSON.parse(await readFile(inFolder('extras.json'), 'utf8')).services
    expect(checkout).toMatchObject({ capacity: { maxThroughput: 130 }, functions: [{ name: 'marshalAny' }] })
    expect(search).toMatchObject({ complexity: null, capacity: null, functions: null })
    const page = await readFile(inFolder('phase.html'), 'utf8')
    expect(page).toContain('<h1>Phase report: ')
    for (const text of ['marshalAny', 'At most 130.0/s', 'src/cart.c', 'of 4 goals reached', 'role="img"'])
      expect(page).toContain(text)
    expect(page).not.toContain('<script')
    for (const flag of ['--capacity', '--profiles']) {
      await expect(
        run('--store', inFolder('store'), ...ends, flag, `checkout=${inFolder('policy.yml')}`),
      ).rejects.toThrow(`is no report of perf-gate ${flag.slice(2)}`)
      await expect(run('--store', inFolder('store'), flag, `checkout=${inFolder('capacity.json')}`)).rejects.toThrow(
        `${flag} is used only with --from.`,
      )
    }
  })

  test.each([
    [['--from', 'nothere'], /--from cannot be "nothere": it is no day .* and no recorded commit\./],
    [['--from', '2026-13-45'], /there is no such day/],
    [
      ['--from', '2025-01-01'],
      /Nothing was recorded at or before --from 2025-01-01\. The oldest stored run is of 2026-01-01\./,
    ],
    [['--from', 'v1.1.0', '--to', 'v1.0.0'], /Nothing was recorded after --from v1\.1\.0/],
    [['--to', 'v1.0.0'], /--to is used only with --from/],
    [['--from', '--output=x'], /--from needs a value, and --output=x looks like a flag/],
  ])('%j is an error that says what to do', async (flags, message) => {
    await expect(run('--store', inFolder('store'), ...policy(), ...flags)).rejects.toThrow(message)
  })
})
