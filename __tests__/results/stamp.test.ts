import { copyFile, mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { FORMATS } from '../../src/formats/registry.ts'
import { UserError } from '../../src/model/errors.ts'
import { planStamps, type StampFacts } from '../../src/results/stamp.ts'
import { saying } from '../saying.ts'

const FACTS: StampFacts = {
  commits: { candidate: 'c'.repeat(40), baseline: 'b'.repeat(40) },
  jobId: '77/1/load-test/runner 3',
  machine: 'AMD EPYC 7763 64-Core Processor, 4 cores, 16 GiB, linux/x64',
  tool: null,
  versionOf: async (tool) => (tool === 'k6' ? '2.2.0' : tool === 'Locust' ? '2.47.0' : null),
  scriptHash: 'f'.repeat(64),
  load: '10 users for 30s',
  startedAt: 'of-file',
}

/** Of real k6 2.2.0: `state.testRunDurationMs` is 134.51167. */
const RESULT = new URL('../fixtures/k6/handle-summary.k6-v2.2.0.json', import.meta.url)
const WRITTEN_AT = new Date('2026-01-31T09:00:10.000Z')

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perf-gate-stamp-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

async function addResult(path: string): Promise<void> {
  const target = join(folder, path)
  await mkdir(dirname(target), { recursive: true })
  await copyFile(RESULT, target)
  await utimes(target, WRITTEN_AT, WRITTEN_AT)
}

async function addText(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true })
  await writeFile(join(folder, path), text)
}

async function plan(path = '', facts = FACTS) {
  return await planStamps(join(folder, path), facts, FORMATS)
}

test('each run of a results folder gets one stamp, with the commit of its side', async () => {
  await addResult('checkout/baseline/run-1/summary.json')
  await addResult('checkout/candidate/run-1/summary.json')
  await addResult('checkout/candidate/run-12/summary.json')
  const { stamps, problems } = await plan()
  expect(problems).toEqual([])
  expect(
    stamps.map(({ path, content }) => [path.slice(folder.length), content.testedCommit?.[0], content.slot]),
  ).toEqual([
    ['/checkout/baseline/run-1/run.json', 'b', 1],
    ['/checkout/candidate/run-1/run.json', 'c', 1],
    ['/checkout/candidate/run-12/run.json', 'c', 12],
  ])
})

test('a run starts when its result was written, minus how long it took', async () => {
  await addResult('run-1/summary.json')
  const { stamps } = await plan()
  expect(stamps[0]?.content.startedAt).toBe('2026-01-31T09:00:09.865Z')
})

test('the whole stamp', async () => {
  await addResult('checkout/run-3/summary.json')
  const { stamps } = await plan('', { ...FACTS, startedAt: '2026-01-31T09:00:00Z' })
  expect(stamps).toEqual([
    {
      path: join(folder, 'checkout/run-3/run.json'),
      exists: false,
      content: {
        schemaVersion: 1,
        testedCommit: 'c'.repeat(40),
        jobId: '77/1/load-test/runner 3',
        machine: 'AMD EPYC 7763 64-Core Processor, 4 cores, 16 GiB, linux/x64',
        tool: 'k6',
        toolVersion: '2.2.0',
        k6Version: '2.2.0',
        scriptHash: 'f'.repeat(64),
        load: '10 users for 30s',
        startedAt: '2026-01-31T09:00:00Z',
        slot: 3,
      },
    },
  ])
})

test.each([
  ['the folder of a run', 'checkout/baseline/run-4'],
  ['its result', 'checkout/baseline/run-4/summary.json'],
])('a path to %s knows its side and number from the folders above', async (_, path) => {
  await addResult('checkout/baseline/run-4/summary.json')
  const { stamps } = await plan(path)
  expect(stamps.map(({ path, content }) => [path, content.testedCommit?.[0], content.slot])).toEqual([
    [join(folder, 'checkout/baseline/run-4/run.json'), 'b', 4],
  ])
})

test('the stamp of one of several load generators has its number and their number', async () => {
  await addResult('checkout/run-1/instance-2/summary.json')
  const { stamps } = await plan('', { ...FACTS, part: 2, parts: 3 })
  expect(stamps.map(({ content: { part, parts } }) => [part, parts])).toEqual([[2, 3]])
})

test('the part of one load generator is stamped in the folder of its run', async () => {
  await addResult('checkout/run-2/instance-3/summary.json')
  const { stamps } = await plan('checkout/run-2/instance-3')
  expect(stamps.map(({ path, content }) => [path, content.slot])).toEqual([
    [join(folder, 'checkout/run-2/run.json'), 2],
  ])
  expect(stamps[0]?.content.startedAt).not.toBeNull()
})

test('the plan names runs that already have a stamp', async () => {
  await addResult('run-1/summary.json')
  await addText('run-1/run.json', 'damaged')
  expect((await plan()).stamps[0]?.exists).toBe(true)
})

test('a result that cannot be read is not stamped, and is named with what is wrong with it', async () => {
  await addResult('run-1/summary.json')
  await addText('run-2/summary.json', '{"metrics":')
  await addText('run-3/summary.json', '')
  const { stamps, problems } = await plan()
  expect(stamps.map(({ content }) => content.slot)).toEqual([1])
  expect(problems).toEqual([
    saying(
      'run-2/summary.json: The JSON ends in the middle, after 11 characters: the file is truncated. Was the disk full, or the job cancelled while it was written?',
    ),
    saying(
      'run-3/summary.json: The file is empty. The tool was stopped before it wrote its result, it measured nothing, or the disk was full. Measure again.',
    ),
  ])
})

test('neither logs nor files beside the runs are runs', async () => {
  await addResult('checkout/run-1/summary.json')
  await addText('checkout/service.log', 'started')
  await addText('README.md', 'results')
  expect((await plan()).stamps).toHaveLength(1)
})

test('a run that is one file cannot have a stamp beside it', async () => {
  await addResult('checkout/run-1.json')
  expect(await plan()).toEqual({
    stamps: [],
    problems: [
      saying('checkout/run-1.json: This run is a single file. Move it to a folder of its own: run-1/summary.json.'),
    ],
  })
})

test('a folder without a result is an error', async () => {
  await addText('notes.txt', 'no result')
  await expect(plan()).rejects.toThrow(UserError)
  await expect(plan()).rejects.toThrow(
    'holds no result to stamp. Found: 1 file that is no result. Run the load test first.',
  )
})

const TOOLS = new URL('../fixtures/tools/', import.meta.url)

async function addTool(path: string, fixture: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true })
  await copyFile(new URL(fixture, TOOLS), join(folder, path))
}

test('a stamp has the tool, and the version that its result names, else that of the program', async () => {
  await addTool('shop/run-1/requests.csv', 'locust/request-log.csv')
  await addTool('tool/run-1/hyperfine.json', 'hyperfine/two.v2.0.0.json')
  await addTool('rpc/run-1/ghz.json', 'ghz/pretty.json')
  const { stamps, problems } = await plan()
  expect(problems).toEqual([])
  const found = stamps.map(({ path, content: { tool, toolVersion, k6Version } }) => [
    path.slice(folder.length + 1),
    tool,
    toolVersion,
    k6Version,
  ])
  expect(found.sort()).toEqual([
    ['rpc/run-1/run.json', 'ghz', null, undefined],
    ['shop/run-1/run.json', 'Locust', '2.47.0', undefined],
    ['tool/run-1/run.json', 'hyperfine', '2.0.0', undefined],
  ])
})

test('a result of another tool than --tool names is not stamped', async () => {
  await addTool('shop/run-1/requests.csv', 'locust/request-log.csv')
  expect((await plan('', { ...FACTS, tool: 'LOCUST' })).problems).toEqual([])
  const { stamps, problems } = await plan('', { ...FACTS, tool: 'jmeter' })
  expect(stamps).toEqual([])
  expect(problems).toEqual([saying('shop/run-1: This is a result of Locust, and --tool says jmeter.')])
})
