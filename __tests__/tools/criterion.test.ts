import { readdirSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { FORMATS } from '../../src/formats/registry.ts'
import type { ResultFile } from '../../src/model/result-file.ts'
import { aFile, find, type Json, refusalOf } from '../formats/read-fixture.ts'
import {
  expected,
  inspected,
  judge,
  pairs,
  type RunFolder,
  readTool,
  toolBytes,
  toolJson,
  toolText,
  verdicts,
} from './tool-fixture.ts'

const FOLDER = 'criterion-0.8/criterion'
const MESSAGES = 'criterion-0.8/cargo-criterion/messages.ndjson'
const PATHS = readdirSync(new URL(`../fixtures/tools/${FOLDER}/`, import.meta.url), {
  recursive: true,
  encoding: 'utf8',
})
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.json'))

/** The whole tree, with all times in `new` multiplied. */
function tree(factor: number): RunFolder {
  return Object.fromEntries(
    PATHS.map((path) => {
      const document = toolJson(`${FOLDER}/${path}`)
      if (path.endsWith('/new/sample.json')) document.times = document.times.map((time: number) => time * factor)
      return [`criterion/${path}`, JSON.stringify(document)]
    }),
  )
}

function filesOf(folder: RunFolder, run: string): readonly ResultFile[] {
  return Object.entries(folder).map(([path, content]) => aFile(content, `${run}/${path}`))
}

test('a tree: the mean is that of times by iterations, as Criterion has it, under the full id', async () => {
  const text = await inspected(filesOf(tree(1), 'run-1'))
  const all = Object.entries<Json>(expected('criterion-0.8').series).filter(([id]) => id.endsWith('[new]'))
  expect(all).toHaveLength(4)
  for (const [id, { meanOfSamples, tool, n }] of all) {
    expect(meanOfSamples / tool.mean).toBeCloseTo(1, 9)
    const [factor, unit] = meanOfSamples < 1e6 ? [1e3, 'µs'] : [1e6, 'ms']
    const time = `${Number((meanOfSamples / factor).toPrecision(6))} ${unit}`
    expect(text).toContain(`avg of ${id.replace(' [new]', '')}, ${time} (${n} samples)`)
  }
})

test('messages: the same mean, from the samples in them', async () => {
  const run = await readTool(MESSAGES)
  for (const [id, { n, meanOfSamples }] of Object.entries<Json>(expected(MESSAGES).series)) {
    const { stats, sampleCount } = find(run, id)
    expect(sampleCount).toBe(n)
    expect((stats.get('avg') ?? 0) / (meanOfSamples / 1e6)).toBeCloseTo(1, 12)
  }
})

function scaledMessages(factor: number): string {
  return toolText(MESSAGES)
    .trimEnd()
    .split('\n')
    .map((line) => {
      const message = JSON.parse(line)
      if (message.measured_values !== undefined)
        message.measured_values = message.measured_values.map((value: number) => value * factor)
      return `${JSON.stringify(message)}\n`
    })
    .join('')
}

describe.each([
  ['trees', tree],
  ['messages', (factor: number) => ({ 'messages.json': scaledMessages(factor), 'exit-code': '0' })],
] as const)('three runs per side of %s', (_, folder) => {
  test('20 % slower benchmarks are blocked', async () => {
    const verdict = await judge(pairs(folder, 1.2))
    expect(verdict.outcome).toBe('fail')
    expect(verdicts(verdict)).toEqual({
      'avg of plain work': 'regressed',
      'avg of wait/flat': 'regressed',
      'avg of work / by size/loop:x/500': 'regressed',
      'avg of work / by size/loop:x/5000': 'regressed',
    })
  })

  test('unchanged benchmarks pass', async () => {
    expect((await judge(pairs(folder, 1))).outcome).toBe('pass')
  })
})

test('results that a filter left over from an earlier run are found', async () => {
  // Only one benchmark ran again. The other results in the folder are those of an earlier run.
  const stale = (factor: number): RunFolder => ({
    ...tree(1),
    ...Object.fromEntries(Object.entries(tree(factor)).filter(([path]) => path.includes('/wait/'))),
  })
  const files = [1, 2, 3].flatMap((run) => [
    ...filesOf(tree(1 + run / 1000), `baseline/run-${run}`),
    ...filesOf(stale(1 + run / 700), `candidate/run-${run}`),
  ])
  const verdict = await judge(files)
  expect(verdicts(verdict)).toMatchObject({ 'avg of plain work': 'invalid', 'avg of wait/flat': 'unchanged' })
  expect(verdict.outcome).toBe('invalid')
  expect(JSON.stringify(verdict.findings)).toContain('Delete the results of earlier runs before each run')
})

test('a benchmark that was killed is refused, and not left out', async () => {
  const killed = Object.fromEntries(
    Object.entries(tree(1)).filter(([path]) => !path.endsWith('plain work/new/benchmark.json')),
  )
  expect(await inspected(filesOf(killed, 'run-1'))).toContain('has no benchmark.json: it was cut short')
})

test('a folder with saved baselines alone has no results of this run', async () => {
  const saved = Object.fromEntries(Object.entries(tree(1)).filter(([path]) => path.includes('/main/')))
  expect(await inspected(filesOf(saved, 'run-1'))).toContain('no results of this run')
})

test.each([
  ['one file alone', () => toolText(`${FOLDER}/wait/flat/new/sample.json`), 'Put the whole folder'],
  ['messages that are cut', () => toolText(MESSAGES).slice(0, 2500), 'not a message of cargo criterion'],
  ['another unit', () => toolText(MESSAGES).replaceAll('"unit":"ns"', '"unit":"cycles"'), 'measured in "cycles"'],
  [
    'raw.csv',
    () => 'group,function,value,throughput_num,throughput_type,sample_measured_value,unit,iteration_count\n',
    'target/criterion',
  ],
])('%s: the message says what to do', async (_, content, message) => {
  expect(await refusalOf(content())).toContain(message)
})

test('each file of a tree that is read is claimed by one format', () => {
  for (const path of PATHS.filter((one) => !one.endsWith('tukey.json'))) {
    const bytes = toolBytes(`${FOLDER}/${path}`)
    expect(FORMATS.filter((format) => format.recognizes(bytes)).map(({ id }) => id)).toEqual(['criterion'])
  }
  const bytes = toolBytes(MESSAGES)
  expect(FORMATS.filter((format) => format.recognizes(bytes)).map(({ id }) => id)).toEqual(['criterion-messages'])
})

test('pages of each run belong to that run', async () => {
  const files = [1, 2].flatMap((run) => [
    ...PATHS.filter((path) => !path.endsWith('tukey.json')).map((path) =>
      aFile(toolBytes(`${FOLDER}/${path}`), `run-${run}/${path}`),
    ),
    aFile('<svg/>', `run-${run}/wait/flat/report/of-run-${run}.svg`),
  ])
  const text = await inspected(files)
  expect(text).toContain('2 runs understood, 0 results refused')
  const [, first = '', second = ''] = text.split(/^shop · candidate · run \d$/m)
  expect(first).toContain('of-run-1.svg was not read')
  expect(second).toContain('of-run-2.svg was not read')
})

test.each([
  ['as it lies', '', 'criterion'],
  ['in a checkout', 'target/criterion/', 'target/criterion'],
  ['below the folder of a run', 'shop/run-1/criterion/', 'shop/run-1'],
  ['below a run, without a name of its own', 'shop/candidate/run-1/', 'shop/candidate/run-1'],
])('the folder of Criterion %s is one run, whatever its benchmarks are called', async (_, place, called) => {
  const files = PATHS.map((path) => aFile(toolBytes(`${FOLDER}/${path}`), `${place}${path}`))
  // Pages, pictures and the internal files of cargo-criterion also lie in folders named after benchmarks.
  const branch = PATHS.find((path) => path.includes('/500/'))?.replace(/\/500\/.*$/, '/500')
  const pages = [
    'report/index.html',
    `${branch}/report/mean.svg`,
    `reports/${branch}/mean.svg`,
    `data/main/${branch}/b.cbor`,
  ]
  const text = await inspected([...files, ...pages.map((path) => aFile('<svg/>', `${place}${path}`))])
  expect(text).toContain('1 run understood, 0 results refused')
  expect(text).toContain(`path        ${called}\n`)
  expect(text).toContain('gated on    avg of work / by size/loop:x/500')
  expect(text).toContain('gated on    avg of wait/flat')
  expect(text).toMatch(/^shop · candidate · run 1$/m)
})
