import { describe, expect, test } from '@jest/globals'
import { FORMATS } from '../../src/formats/registry.ts'
import type { ResultFile } from '../../src/model/result-file.ts'
import { collectRuns } from '../../src/results/collect-runs.ts'
import { groupByRun } from '../../src/results/run-folder.ts'
import { aFile, fixtureBytes } from '../formats/read-fixture.ts'
import { plainOf } from '../saying.ts'

const DEFAULTS = { service: 'default', side: 'candidate' } as const
const SUMMARY = fixtureBytes('mask.0.summary-export.k6-v2.2.0.json')
const POINTS = fixtureBytes('points.k6-v2.2.0.ndjson.gz')

const artifact = (name: string): ResultFile['artifact'] => ({
  name,
  id: 5,
  digest: null,
  workflowRunId: 9,
  runAttempt: 1,
})

const contentOf = (path: string): unknown => {
  if (/points|ndjson/.test(path)) return POINTS
  return /\.(?:json|jtl|xml|report)(?:\.gz)?$|simulation/.test(path) && !path.endsWith('run.json') ? SUMMARY : 'text'
}

/** Files with these paths. All are results, except `run.json` and files whose ending no result has. */
async function read(paths: readonly string[], artifactName: string | null = null) {
  const of = artifactName === null ? null : artifact(artifactName)
  const files = paths.map((path) => aFile(contentOf(path), path, of))
  const { groups, misplaced } = await groupByRun(files, FORMATS, DEFAULTS)
  expect(await groupByRun([...files].reverse(), FORMATS, DEFAULTS)).toEqual({ groups, misplaced })
  const runs = groups.map(({ files: own }) =>
    own.map(({ file, placement: { service, side, runNumber, instance, leg } }) =>
      [service, side, runNumber ?? '-', ...(instance === null ? [] : [`instance ${instance}`]), leg ?? '', file.path]
        .filter((word) => word !== '')
        .join(' '),
    ),
  )
  return {
    runs,
    notes: [...new Set(groups.flatMap(({ notes }) => notes.map(plainOf)))],
    problems: misplaced.map(({ path, problem }) => `${path}: ${plainOf(problem)}`),
  }
}

test.each([
  ['checkout/baseline/run-3/summary.json', null, 'checkout baseline 3'],
  ['checkout/run-1/summary.json', null, 'checkout candidate 1'],
  ['checkout/candidate/run-1/instance-2/points.json.gz', null, 'checkout candidate 1 instance 2'],
  ['checkout/summary.json', null, 'checkout candidate -'],
  ['checkout/run-2.json', null, 'checkout candidate 2'],
  ['summary.json', null, 'default candidate -'],
  ['baseline/summary.json', null, 'default baseline -'],
  ['run-7.json', null, 'default candidate 7'],
  ['summary.json', 'k6-results-cart', 'cart candidate -'],
  ['run-1/summary.json', 'k6-results-cart--leg-2', 'cart candidate 1'],
  ['run-1/summary.json', 'perf-results-cart', 'cart candidate 1'],
  ['cart/run-1/summary.json', 'k6-results', 'cart candidate 1'],
  ['summary.json', 'k6-results', 'default candidate -'],
  // Spellings of a run.
  ['run1/summary.json', null, 'default candidate 1'],
  ['run_2/summary.json', null, 'default candidate 2'],
  ['Run-3/summary.json', null, 'default candidate 3'],
  ['cart/baseline/4/summary.json', null, 'cart baseline 4'],
  ['cart/Candidate/RUN 05/summary.json', null, 'cart candidate 5'],
  ['cart/run1.json', null, 'cart candidate 1'],
  ['baseline-2/summary.json', null, 'default baseline 2'],
  ['run-9000000001/summary.json', null, 'default candidate 9000000001'],
  // Usual names of a repetition, and times of a run.
  ['iteration-2/summary.json', null, 'default candidate 2'],
  ['cart/k6-run-3/summary.json', null, 'cart candidate 3'],
  ['cart/attempt1/summary.json', null, 'cart candidate 1'],
  ['cart/run1-of-3/summary.json', null, 'cart candidate 1'],
  ['cart/20260131-093000/summary.json', null, 'cart candidate 20260131093000'],
  ['cart/2026-01-31T09-30-00Z/summary.json', null, 'cart candidate 20260131093000'],
  // Load tools name folders by the test and the time in milliseconds.
  ['shopsimulation-20260131093000123/simulation.log', null, 'shopsimulation candidate 202601310930001'],
  ['shop/baseline/cart-20260131093000/js/simulation.log', null, 'cart baseline 20260131093000'],
  ['cart_2026-01-31T09-30/summary.json', null, 'cart candidate 202601310930'],
  ['results-20260131_093000/summary.json', null, 'default candidate 20260131093000'],
  ['shop/run-2/shopsimulation-20260131093000123/simulation.log', null, 'shop candidate 2'],
  // No time has a month of 5 digits, and no year begins with 3.
  ['cart-30260131093000/summary.json', null, 'cart-30260131093000 candidate -'],
  // A side in the name of a service, a folder or an artifact.
  ['baseline1/summary.json', null, 'default baseline 1'],
  ['results-baseline/summary.json', null, 'default baseline -'],
  ['candidate-results/run-2/summary.json', null, 'default candidate 2'],
  ['k6-results-baseline/run-2/summary.json', null, 'default baseline 2'],
  ['cart-baseline/run-2/summary.json', null, 'cart baseline 2'],
  ['cart_candidate/summary.json', null, 'cart candidate -'],
  ['run-2/summary.json', 'k6-results-cart-baseline--eu', 'cart baseline 2'],
  ['run-2/summary.json', 'k6-results-baseline', 'default baseline 2'],
  // The names of these services begin with a side.
  ['candidate-portal/run-1/summary.json', null, 'candidate-portal candidate 1'],
  ['hr-candidate/baseline/run-1/summary.json', null, 'hr-candidate baseline 1'],
  // Other orders, and folders below the run.
  ['baseline/cart/run-1/summary.json', null, 'cart baseline 1'],
  ['cart/run-1/baseline/summary.json', null, 'cart baseline 1'],
  ['cart/run-1/k6/summary.json', null, 'cart candidate 1'],
  ['cart/run-1/instance-1/more/summary.json', null, 'cart candidate 1 instance 1'],
  // A folder around the services.
  ['results/cart/baseline/run-1/summary.json', null, 'cart baseline 1'],
  ['home/runner/work/shop/shop/perf/cart/run-1/summary.json', null, 'cart candidate 1'],
  ['cart/k6/summary.json', null, 'cart candidate -'],
  ['results/run-1/summary.json', 'k6-results', 'results candidate 1'],
  // Folders of actions/download-artifact.
  ['k6-results-cart/run-1/summary.json', null, 'cart candidate 1'],
  ['perf-results-cart/summary.json', null, 'cart candidate -'],
  ['artifacts/k6-results-cart--eu/candidate/run-1/summary.json', null, 'cart candidate 1 eu'],
  ['k6-results-cart--eu/cart/run-1/summary.json', null, 'cart candidate 1 eu'],
  ['cart--eu/run-1/summary.json', null, 'cart candidate 1 eu'],
])('%s in %s', async (path, artifactName, expected) => {
  expect(await read([path], artifactName)).toMatchObject({ runs: [[`${expected} ${path}`]], problems: [] })
})

test.each([
  ['Checkout/summary.json', null, 'The service name "Checkout" is not allowed'],
  ['-a/summary.json', null, 'The service name "-a" is not allowed'],
  [`${'a'.repeat(65)}/summary.json`, null, 'is not allowed'],
  ['../summary.json', null, 'is not allowed'],
  ['summary.json', 'k6-results-', 'The service name "" is not allowed'],
  ['summary.json', 'k6-results-Cart', 'The service name "Cart" is not allowed'],
  ['baseline/candidate/run-1/summary.json', null, 'The path names a second side, "candidate"'],
  ['cart/run-1/run-2/summary.json', null, 'The path names a second run, "run-2"'],
])('%s in %s is misplaced', async (path, artifactName, problem) => {
  const { runs, problems } = await read([path], artifactName)
  expect(runs).toEqual([])
  expect(problems.join()).toContain(problem)
})

describe('several results in one folder', () => {
  test.each([
    // Endings of files of other tools. They say nothing about the service.
    [
      ['results.jtl', 'results1.jtl', 'results2.jtl'],
      ['default candidate 0', 'default candidate 1', 'default candidate 2'],
    ],
    [
      ['simulation-1.log', 'simulation-2.log.gz'],
      ['simulation candidate 1', 'simulation candidate 2'],
    ],
    [
      ['run-1.xml', 'run-2.xml.gz'],
      ['default candidate 1', 'default candidate 2'],
    ],
    [
      ['node_bench.1.report', 'node_bench.2.report'],
      ['node_bench candidate 1', 'node_bench candidate 2'],
    ],
    [
      ['cart-20260131-0930.jtl', 'cart-20260131093500123.jtl'],
      ['cart candidate 202601310930', 'cart candidate 202601310935001'],
    ],
    [
      ['checkout.json', 'search.json'],
      ['checkout candidate -', 'search candidate -'],
    ],
    [
      ['checkout-summary.json', 'search-summary.json'],
      ['checkout candidate -', 'search candidate -'],
    ],
    [
      ['baseline.json', 'candidate.json'],
      ['default baseline -', 'default candidate -'],
    ],
    [
      ['checkout-baseline.json', 'checkout-candidate.json'],
      ['checkout baseline -', 'checkout candidate -'],
    ],
    [
      ['summary-1.json', 'summary-2.json'],
      ['default candidate 1', 'default candidate 2'],
    ],
    [
      ['checkout_1.json', 'checkout_2.json'],
      ['checkout candidate 1', 'checkout candidate 2'],
    ],
    [
      ['baseline/checkout.json', 'baseline/search.json'],
      ['checkout baseline -', 'search baseline -'],
    ],
    [
      ['run-1/checkout.json', 'run-1/search.json'],
      ['checkout candidate 1', 'search candidate 1'],
    ],
    [
      ['shop/run-2/baseline.json', 'shop/run-2/candidate.json'],
      ['shop baseline 2', 'shop candidate 2'],
    ],
    [
      ['results/checkout.json', 'results/search.json'],
      ['checkout candidate -', 'search candidate -'],
    ],
    [
      ['cart/baseline.json', 'cart/candidate.json'],
      ['cart baseline -', 'cart candidate -'],
    ],
  ])('%j', async (paths, expected) => {
    const { runs, problems } = await read(paths)
    expect(problems).toEqual([])
    expect(runs).toEqual(expected.map((words, index) => [`${words} ${paths[index]}`]))
  })

  test('a summary and points with the same words are one run, and what is called after it belongs to it', async () => {
    const paths = ['search.json', 'search.ndjson', 'shop-exit-code.txt', 'shop.json', 'shop.points.ndjson']
    const { runs, notes } = await read(paths)
    expect(runs).toEqual([
      ['search candidate - search.json', 'search candidate - search.ndjson'],
      ['shop candidate - shop-exit-code.txt', 'shop candidate - shop.json', 'shop candidate - shop.points.ndjson'],
    ])
    expect(notes).toEqual([
      'Each file was read as a result of its own: search.json and search.ndjson is search, shop.json and shop.points.ndjson is shop.',
    ])
  })

  test('a point after a digit is that of a decimal or a version, and no run begins there', async () => {
    const { runs, notes } = await read(['c104.8.json', 'c104.9.json'])
    expect(runs).toEqual([['c104.8 candidate - c104.8.json'], ['c104.9 candidate - c104.9.json']])
    expect(notes).toEqual([
      'Each file was read as a result of its own: c104.8.json is c104.8, c104.9.json is c104.9.',
      'c104.8, c104.9 were read as services. If they are runs of one service, call them run-1, run-2 and so on.',
    ])
    const numbered = await read(['shop.1.json', 'shop.2.json'])
    expect(numbered.runs).toEqual([['shop candidate 1 shop.1.json'], ['shop candidate 2 shop.2.json']])
    expect(numbered.notes).toEqual([
      'Each file was read as a result of its own: shop.1.json is shop, run 1, shop.2.json is shop, run 2.',
    ])
  })

  test('an exit code beside several runs is that of each of them', async () => {
    const { runs } = await read(['exit-code', 'run-1.json', 'run-2.json'])
    expect(runs.map((own) => own.length)).toEqual([2, 2])
  })

  test('a side that lost one of its services keeps the name of the other', async () => {
    const { runs } = await read(['baseline/shop.json', 'baseline/cart.json', 'candidate/shop.json'])
    expect(runs).toEqual([
      ['cart baseline - baseline/cart.json'],
      ['shop baseline - baseline/shop.json'],
      ['shop candidate - candidate/shop.json'],
    ])
  })

  test('in the run of one service two results stay two results', async () => {
    expect((await read(['shop/run-1/a.json', 'shop/run-1/b.json'])).runs).toEqual([
      ['shop candidate 1 shop/run-1/a.json', 'shop candidate 1 shop/run-1/b.json'],
    ])
    expect((await read(['run-1/summary.json', 'run-1/k6.json'])).runs).toHaveLength(1)
    const { groups } = await groupByRun([aFile(SUMMARY, 'shop/run-1/run-1.json')], FORMATS, DEFAULTS)
    expect(groups[0]?.first.placement.runPath).toBe('shop/run-1')
  })

  test('a summary and points are one run', async () => {
    expect((await read(['summary.json', 'points.ndjson'])).runs).toEqual([
      ['default candidate - points.ndjson', 'default candidate - summary.json'],
    ])
  })

  test.each([
    [['a/smoke.json', 'a/load.json', 'b/smoke.json'], null],
    [['smoke.json', 'load.json'], 'k6-results-shop'],
    [['summary.json', 'checkout.json'], null],
  ])('%j in %s: it is not clear, and one refusal says so', async (paths, artifactName) => {
    const { problems } = await read(paths, artifactName)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain('Two results lie in one folder')
    expect(problems[0]).not.toMatch(/run-1, run-2 and so on/)
  })
})

test.each([
  [['cart--eu/run-1/summary.json', 'cart--us/run-1/summary.json']],
  [['k6-results-cart--eu/run-1/summary.json', 'k6-results-cart--us/run-1/summary.json']],
  [['all/k6-results-cart--eu/cart/run-1/summary.json', 'all/k6-results-cart--us/cart/run-1/summary.json']],
])('%j are two jobs of one service', async (paths) => {
  const { runs, problems } = await read(paths)
  expect(problems).toEqual([])
  expect(runs).toEqual([[`cart candidate 1 eu ${paths[0]}`], [`cart candidate 1 us ${paths[1]}`]])
  const { runs: collected, refusals } = await collectRuns(
    paths.map((path) => aFile(SUMMARY, path)),
    { formats: FORMATS, defaultService: 'x', defaultSide: 'baseline', defaultCommit: null },
  )
  expect(refusals).toEqual([])
  // The same leg of the other side is another job, because its folder was given separately.
  expect(collected.map(({ jobId }) => jobId)).toEqual(['baseline/eu', 'baseline/us'])
})

test('two folders with the same name are not one service', async () => {
  const { runs, problems } = await read(['main/shop/run-1/summary.json', 'pr/shop/run-1/summary.json'])
  expect(runs).toEqual([])
  expect(problems).toEqual([
    'main/shop/run-1/summary.json: Results of shop lie in two folders, main/shop and pr/shop, and it is not clear whether these are two services, two sides or two jobs. Call sides baseline and candidate, jobs of a matrix shop--1 and shop--2, and each service by a name of its own.',
  ])
})

test('notes say how the layout was understood', async () => {
  const paths = ['results/k6-results-shop/run_1/summary.json', 'results/k6-results-shop/run_2/summary.json']
  expect((await read(paths)).notes).toEqual([
    'The folder k6-results-shop was read as the artifact of this name.',
    'Folders called run_1, run_2 were read as run-<n>, the number of a run.',
  ])
  expect((await read(['results/shop/run-1/summary.json', 'logs/app.log'])).notes).toEqual([
    'The folder results around the services was left out: actions/upload-artifact adds such a folder if it is given several paths.',
    'logs/app.log was not read. The file is not a result of a known tool: it starts with "text".',
  ])
  expect((await read(['shop/baseline/run-1/summary.json'])).notes).toEqual([])
})

test('the side of the defaults holds where the path has none', async () => {
  const files = [aFile(SUMMARY, 'cart/run-1.json'), aFile(SUMMARY, 'cart/candidate/run-1.json')]
  const { groups } = await groupByRun(files, FORMATS, { service: 'x', side: 'baseline' })
  expect(groups.map(({ first }) => first.placement.side)).toEqual(['candidate', 'baseline'])
})
