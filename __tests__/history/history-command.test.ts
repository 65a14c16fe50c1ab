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

Not shown: records of other branches (release/1).
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
  await expect(run('--store', inFolder('damaged'))).rejects.toThrow(/search\.ndjson: .*Mend that file first/)
  await expect(run('--store', inFolder('store'), '--store', inFolder('damaged'))).rejects.toThrow(
    /Mend that file first/,
  )
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
