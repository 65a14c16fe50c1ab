import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { capacity } from '../../src/commands/capacity.ts'
import { CAPACITY_FIXTURES } from './ladder.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perf-gate-capacity-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
})

/** Runs the command, and gives its exit code and what it printed. */
async function run(...args: readonly string[]): Promise<Readonly<{ exitCode: number; printed: string }>> {
  const write = jest.spyOn(process.stdout, 'write').mockImplementation(() => true)
  try {
    const exitCode = await capacity(args)
    return { exitCode, printed: write.mock.calls.map(([text]) => String(text)).join('') }
  } finally {
    write.mockRestore()
  }
}

const fixture = (name: string) => join(CAPACITY_FIXTURES, name)

test('prints the answer, and writes it as JSON and as a page', async () => {
  const [json, html] = [join(folder, 'a.json'), join(folder, 'a.html')]
  const { exitCode, printed } = await run(
    fixture('usl-closed'),
    '--json',
    json,
    '--html',
    html,
    '--max-p95',
    '200ms',
    '--peak',
    '250/s',
  )
  expect(exitCode).toBe(0)
  expect(printed).toContain('**It carries at most 146.3/s, with 15.9 users. With more it slows down.**')
  expect(printed).toContain('| Breaking point | between 26 users (inside the budgets) and 32 users (p95 263.0 ms) |')
  expect(printed).toContain('| Replicas | 3, if they scale linearly, which was not measured |')
  expect(JSON.parse(await readFile(json, 'utf8'))).toMatchObject({
    schemaVersion: 1,
    model: 'usl',
    knee: expect.closeTo(15.9, 1),
    maxThroughput: expect.closeTo(146.3, 1),
    refused: null,
    replicas: 3,
  })
  const page = await readFile(html, 'utf8')
  expect(page.match(/role="img"/g)).toHaveLength(2)
  expect(page).not.toContain('<script')
})

test('a peak far beyond one replica is told in times, and large counts have their thousands marked', async () => {
  const { printed } = await run(fixture('usl-closed'), '--max-p95', '200ms', '--peak', '250000/s')
  expect(printed).toContain('| Planned peak | 250,000/s: 2,442 times what one replica sustains |')
  expect(printed).toContain('| Replicas | 2,442, if they scale linearly')
})

test('a refused ladder says why, and ends with exit code 1', async () => {
  const { exitCode, printed } = await run(fixture('generator-bound'))
  expect(exitCode).toBe(1)
  expect(printed).toMatch(/\*\*No answer\. At 4 users an iteration spends/)
})

test('one run for each load is a ladder, from summaries alone', async () => {
  const { printed } = await run(fixture('rungs'))
  expect(printed.match(/^\| \d+ \| [\d.]+\/s/gm)).toHaveLength(9)
  expect(printed).toMatch(/It carried at least 11\d\.\d\/s|carries at most 11\d/)
})

test('the summary beside raw points is left alone, and other files are named', async () => {
  const { printed } = await run(fixture('pool-closed'))
  expect(printed).toContain('`summary.json` was not read: the raw points beside it say more.')
})

test('two versions are compared', async () => {
  const { printed } = await run(fixture('pool-closed'), '--against', fixture('usl-closed'))
  expect(printed).toMatch(/\| Against the other version \| -59\.0 %\. Not known how sure/)
})

test('a history gives a date, or the reason why not', async () => {
  const short = join(folder, 'short.csv')
  await writeFile(short, 'month,peak\n2026-01,20\n2026-02,21\n')
  expect((await run(fixture('pool-closed'), '--history', short)).printed).toContain('The history has 2 peaks.')
  const long = join(folder, 'long.csv')
  await writeFile(
    long,
    Array.from({ length: 12 }, (_, index) => `2025-${String(index + 1).padStart(2, '0')},${20 + 2 * index}`).join('\n'),
  )
  expect((await run(fixture('pool-closed'), '--history', long)).printed).toMatch(
    /They reach what is sustained between 202[56]-\d\d-\d\d and /,
  )
})

describe('what cannot be read is an error that says what to do', () => {
  test.each([
    [['--peak', 'many'], /--peak cannot be "many": write requests per second, such as 120\/s/],
    [['--peak', '0'], /--peak cannot be "0"/],
    [['--headroom', '130%'], /--headroom cannot be "130%": more than 100% is not allowed/],
    [['--headroom', '100%'], /--headroom cannot be 100%: nothing of what a replica carries would be used/],
    [['--max-p95', '300'], /--max-p95 cannot be "300": write a duration with its unit/],
    [['--history', '/does/not/exist.csv'], /\/does\/not\/exist\.csv cannot be read \(ENOENT\)/],
  ])('%j', async (flags, message) => {
    await expect(run(fixture('pool-closed'), ...flags)).rejects.toThrow(message)
  })

  test.each([
    ['', 'it is empty'],
    ['month,peak\n\n', 'it has a heading, and no line below it'],
  ])('a history of %j has no peak', async (content, found) => {
    const file = join(folder, 'no-peak.csv')
    await writeFile(file, content)
    await expect(run(fixture('pool-closed'), '--history', file)).rejects.toThrow(
      `${file} holds no peak: ${found}. Write one line for each month, the oldest first, with a date and requests per second: 2026-08,118`,
    )
  })

  test('a history with a line that is none, and one that goes back', async () => {
    const file = join(folder, 'bad.csv')
    await writeFile(file, '2026-01,20\nsoon,30\n')
    await expect(run(fixture('pool-closed'), '--history', file)).rejects.toThrow(
      /bad\.csv, line 2: "soon,30" is no peak/,
    )
    await writeFile(file, '2026-02,20\n2026-01,30\n')
    await expect(run(fixture('pool-closed'), '--history', file)).rejects.toThrow(/2026-01 does not come after 2026-02/)
  })

  test('a folder without a ladder, with what is wrong with each file', async () => {
    const file = join(folder, 'notes.txt')
    await writeFile(file, 'hello')
    await expect(run(file)).rejects.toThrow(/holds no ladder[\s\S]*notes\.txt was not read/)
  })
})

test('a summary that does not say how many users there were is told as that, and not as a ramp', async () => {
  const path = join(folder, 'summary.json')
  const metrics = {
    http_req_duration: { avg: 60, min: 10, med: 50, max: 150, 'p(90)': 90, 'p(95)': 100 },
    http_reqs: { count: 5000, rate: 83 },
    iterations: { count: 5000, rate: 83 },
  }
  await writeFile(
    path,
    JSON.stringify({ metrics, root_group: { name: '', path: '', id: 'x', groups: {}, checks: {} } }),
  )
  await expect(run(path)).rejects.toThrow('The summary does not have the least and the most virtual users (vus)')
})
