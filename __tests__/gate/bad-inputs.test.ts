import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { commandLineContext } from '../../src/commands/local-gate.ts'
import { collect, runGate } from '../../src/gate.ts'
import type { Ancestry } from '../../src/model/baseline.ts'
import type { Policy } from '../../src/model/policy.ts'
import type { ResultFile } from '../../src/model/result-file.ts'
import { plainText } from '../../src/model/text.ts'
import type { Verdict } from '../../src/model/verdict.ts'
import { defaultPolicy } from '../../src/policy/default-policy.ts'
import { recordsOf } from '../../src/policy/marks.ts'
import { messageOf } from '../../src/report/finding-text.ts'
import { openDirectoryStore } from '../../src/storage/directory-store.ts'

/*
 * The bad inputs on which the best-known benchmark gate (github-action-benchmark v1.22.0) was measured, as k6 results and as
 * our store. That gate is green on fifteen of them, and writes over a damaged store. Here none is green, and the store
 * keeps its bytes.
 */

const CONTEXT = commandLineContext(defaultPolicy({}))

const NORMAL_MS = 100
const SLOW_MS = 900

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perf-gate-store-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

/** A k6 summary whose p95 is the given JSON text. */
function summary(p95: string, latency = 'http_req_duration'): string {
  const stats = `"avg":50,"min":1,"med":50,"max":2000,"p(90)":90,"p(95)":${p95},"count":2000`
  return `{"root_group":{"name":"","path":"","id":"d41d8cd98f00b204e9800998ecf8427e","groups":{},"checks":{}},"metrics":{
    "http_reqs":{"count":2000,"rate":100},"http_req_failed":{"passes":0,"fails":2000,"value":0},
    "${latency}":{${stats}},"${latency}{expected_response:true}":{${stats}}}}`
}

function file(path: string, text: string): ResultFile {
  return {
    path,
    artifact: null,
    async *open() {
      yield new TextEncoder().encode(text)
    },
  }
}

async function judge(
  files: readonly ResultFile[],
  ancestry: Ancestry = null,
  policy: Policy = defaultPolicy({}),
): Promise<Verdict> {
  const options = { defaultService: 'shop', defaultSide: 'candidate', defaultCommit: 'f'.repeat(40) } as const
  const sets = [{ files, refusals: [], options }]
  const lookup = await openDirectoryStore(folder).load()
  const { verdict } = await runGate(
    { policy, context: CONTEXT, origin: 'same-results' },
    { sets, collected: await collect(sets, policy), lookup, ancestry },
  )
  return verdict
}

/** Records one push to the default branch after another, as the Action does. */
async function recordPushes(...p95s: readonly number[]): Promise<void> {
  for (const [index, p95] of p95s.entries()) {
    const verdict = await judge([file('shop/run-1/summary.json', summary(String(p95)))])
    const stamp = { commit: String(index).repeat(40), recordedAt: `2026-01-0${index + 1}T00:00:00Z` }
    await openDirectoryStore(folder).append(recordsOf(verdict.services, stamp))
  }
}

async function storedBytes(): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(join(folder, 'v1')).catch(() => [])
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, 'v1', name), 'utf8')] as const)),
  )
}

async function editStore(edit: (text: string) => string): Promise<void> {
  const path = join(folder, 'v1/shop.ndjson')
  await writeFile(path, edit(await readFile(path, 'utf8')))
}

describe('a bad result of the candidate, against a good baseline of 100 ms', () => {
  const rows: readonly [name: string, files: readonly ResultFile[], outcome: string, words: RegExp][] = [
    ['NaN, which is not JSON', [file('shop/run-1/summary.json', summary('NaN'))], 'invalid', /not JSON|cut off|JSON/],
    ['the text "NaN"', [file('shop/run-1/summary.json', summary('"NaN"'))], 'invalid', /"NaN"/],
    ['the text "Infinity"', [file('shop/run-1/summary.json', summary('"Infinity"'))], 'invalid', /"Infinity"/],
    ['1e999', [file('shop/run-1/summary.json', summary('1e999'))], 'invalid', /p95|p\(95\)|Infinity/],
    ['null', [file('shop/run-1/summary.json', summary('null'))], 'invalid', /null/],
    ['an empty text', [file('shop/run-1/summary.json', summary('""'))], 'invalid', /""/],
    ['false', [file('shop/run-1/summary.json', summary('false'))], 'invalid', /false/],
    ['a list', [file('shop/run-1/summary.json', summary('[]'))], 'invalid', /\[\]|list|array/],
    ['-5', [file('shop/run-1/summary.json', summary('-5'))], 'invalid', /-5|negative/],
    ['0', [file('shop/run-1/summary.json', summary('0'))], 'invalid', /0/],
    ['no p95', [file('shop/run-1/summary.json', summary('1').replaceAll(/"p\(95\)":1,/g, ''))], 'fail', /p95/],
    [
      'the metric is gone',
      [file('shop/run-1/summary.json', summary('1', 'http_req_waiting'))],
      'fail',
      /http_req_duration/,
    ],
    [
      'the metric was renamed, and is 900 ms',
      [file('shop/run-1/summary.json', summary(String(SLOW_MS), 'my_duration'))],
      'fail',
      /http_req_duration/,
    ],
    ['the service is gone', [file('store/run-1/summary.json', summary('100'))], 'fail', /shop/],
    ['an empty list', [file('shop/run-1/summary.json', '[]')], 'invalid', /shop/],
    ['an empty file', [file('shop/run-1/summary.json', '')], 'invalid', /empty/],
    ['a truncated file', [file('shop/run-1/summary.json', summary('100').slice(0, 300))], 'invalid', /shop/],
    ['an HTML report', [file('shop/run-1/summary.html', '<!DOCTYPE html><html></html>')], 'invalid', /HTML/],
    [
      'conflict markers',
      [file('shop/run-1/summary.json', `<<<<<<< HEAD\n${summary('100')}\n=======\n`)],
      'invalid',
      /shop/,
    ],
    ['no file at all', [], 'invalid', /result/],
    [
      'two results that claim to be the same run',
      [file('shop/run-1/a.json', summary('100')), file('shop/run-1/b.json', summary(String(SLOW_MS)))],
      'invalid',
      /shop/,
    ],
    [
      'an aborted run',
      [file('shop/run-1/summary.json', summary('100')), file('shop/run-1/exit-code', '105')],
      'invalid',
      /105/,
    ],
  ]
  test.each(rows)('%s', async (_, files, outcome, words) => {
    await recordPushes(NORMAL_MS)
    const before = await storedBytes()
    const verdict = await judge(files)
    expect({ outcome: verdict.outcome, blocked: verdict.blocked }).toEqual({ outcome, blocked: true })
    expect(verdict.findings.map(messageOf).join('\n')).toMatch(words)
    expect(await storedBytes()).toEqual(before)
  })
})

describe('a run.json that would make a slow candidate incomparable', () => {
  const { defaults, ...rest } = defaultPolicy({})
  const strict: Policy = {
    ...rest,
    defaults: { ...defaults, levels: { ...defaults.levels, 'changed-machine': 'fail', 'changed-tool': 'fail' } },
  }
  const rows: readonly [name: string, fields: Readonly<Record<string, unknown>>, words: RegExp][] = [
    [
      'another machine',
      { machine: 'a machine that nobody has' },
      /the machine is known on one side only: unknown before, a machine/,
    ],
    ['another version of k6', { k6Version: 'v99.0.0' }, /major version of the load tool is known on one side only/],
    ['another script', { scriptHash: 'x' }, /the load script is known on one side only/],
    ['another load', { load: '1/s for 1s' }, /the configured load is known on one side only/],
    ['a start in the far future', { startedAt: '2999-01-01T00:00:00Z' }, /900/],
    ['a start in the past', { startedAt: '1970-01-01T00:00:00Z' }, /900/],
    ['another commit', { testedCommit: 'abcdef0' }, /900/],
    ['the job of the baseline', { jobId: null, slot: 999_999 }, /900/],
  ]
  const slow = (fields: Readonly<Record<string, unknown>>) => [
    file('shop/run-1/summary.json', summary(String(SLOW_MS))),
    file('shop/run-1/run.json', JSON.stringify({ schemaVersion: 1, ...fields })),
  ]

  test.each(rows)('%s', async (_, fields, words) => {
    await recordPushes(NORMAL_MS, NORMAL_MS)
    const verdict = await judge(slow(fields), null, strict)
    expect(verdict).toMatchObject({ outcome: 'fail', blocked: true })
    const comparisons = verdict.services.flatMap((service) => service.comparisons)
    const reasons = comparisons.map(({ candidate, reason }) => `${candidate} ${plainText(reason ?? [])}`)
    expect(reasons.join('\n')).toMatch(words)
  })

  test('does not, whatever is in its fields', async () => {
    await recordPushes(NORMAL_MS, NORMAL_MS)
    const text = fc.option(fc.string({ maxLength: 20 }))
    const names = { jobId: text, machine: text, k6Version: fc.option(fc.constantFrom('2.1.0', 'v1.0.0', 'x')) }
    const fields = fc.record({ ...names, scriptHash: text, load: text, slot: fc.option(fc.nat(999_999)) })
    await fc.assert(
      fc.asyncProperty(fields, async (one) => {
        expect((await judge(slow(one), null, strict)).blocked).toBe(true)
      }),
      { numRuns: 60, seed: 6 },
    )
  })

  /** A candidate that is slow, beside a baseline that says of itself what `before` has. */
  const besideBaseline = (before: Readonly<Record<string, unknown>> | null) => [
    file('shop/baseline/run-1/summary.json', summary(String(NORMAL_MS))),
    ...(before === null ? [] : [file('shop/baseline/run-1/run.json', JSON.stringify({ schemaVersion: 1, ...before }))]),
    ...slow({ machine: 'x' }).map((one) => ({ ...one, path: one.path.replace('run-1', 'candidate/run-1') })),
  ]

  test('of the same results: a baseline of another machine beside it', async () => {
    const verdict = await judge(besideBaseline({ machine: 'y' }), null, strict)
    expect(verdict).toMatchObject({ blocked: true, compared: 0 })
  })

  test('of the same results, and by default: nothing was compared, and that blocks', async () => {
    const verdict = await judge(besideBaseline({ machine: 'y' }))
    expect(verdict).toMatchObject({ outcome: 'fail', blocked: true, compared: 0, expected: 1 })
    expect(verdict.findings).toMatchObject([{ rule: 'missing-baseline', level: 'fail' }, { rule: 'changed-machine' }])
  })

  test('a baseline beside it that does not have what is gated blocks, also where the store was never written', async () => {
    const [, ...candidate] = besideBaseline(null)
    const averages = JSON.stringify(JSON.parse(summary(String(NORMAL_MS))), (key, value) =>
      key === 'p(95)' ? undefined : value,
    )
    const verdict = await judge([file('shop/baseline/run-1/summary.json', averages), ...candidate])
    expect(verdict).toMatchObject({ outcome: 'fail', blocked: true, compared: 0, expected: 1 })
    expect(verdict.findings.map(messageOf)[0]).toContain('was not compared: the baseline does not have it.')
  })

  test.each([null, { tool: 'k6' }, { machine: null }])(
    'of the same results: the baseline says %j: compared',
    async (before) => {
      expect(await judge(besideBaseline(before), null, strict)).toMatchObject({
        blocked: true,
        compared: 1,
        expected: 1,
      })
    },
  )

  test('by default another machine is a warning that says that nothing was compared', async () => {
    await recordPushes(NORMAL_MS, NORMAL_MS)
    const verdict = await judge(slow({ machine: 'a machine that nobody has' }))
    expect(verdict).toMatchObject({ outcome: 'warn', blocked: false, compared: 0 })
  })
})

test('results of another name, for a change that starts before all that is stored, are not green', async () => {
  await recordPushes(NORMAL_MS)
  const files = [file('other/run-1/summary.json', summary(String(SLOW_MS)))]
  const verdict = await judge(files, { anchor: 'a'.repeat(40), commits: ['a'.repeat(40)] })
  expect(verdict).toMatchObject({ outcome: 'fail', blocked: true, compared: 0 })
  expect(verdict.findings.map(messageOf).join(' ')).toContain(
    'all that is stored for shop was recorded after the commit',
  )
})

describe('a damaged store, while the candidate is at 900 ms', () => {
  const rows: readonly [name: string, edit: (text: string) => string][] = [
    ['truncated', (text) => text.slice(0, -40)],
    ['empty', () => ''],
    ['conflict markers', (text) => `<<<<<<< HEAD\n${text}=======\n${text}>>>>>>> topic\n`],
    ['{}', () => '{}\n'],
    ['null', () => 'null\n'],
    ['an entry without measurements', (text) => text.replace(/"measurements":\[.*?\],"thresholds"/, '"thresholds"')],
    ['a p95 of null', (text) => text.replaceAll('"p95":100', '"p95":null')],
    ['a p95 of "NaN"', (text) => text.replaceAll('"p95":100', '"p95":"NaN"')],
    ['a p95 of -1', (text) => text.replaceAll('"p95":100', '"p95":-1')],
    ['the same run twice, with other numbers', (text) => `${text.replaceAll('"p95":100', '"p95":500')}${text}`],
    ['a newer schema', (text) => text.replaceAll('"schemaVersion":1', '"schemaVersion":2')],
  ]
  test.each(rows)('%s', async (_, edit) => {
    await recordPushes(NORMAL_MS)
    await editStore(edit)
    const before = await storedBytes()
    const verdict = await judge([file('shop/run-1/summary.json', summary(String(SLOW_MS)))])
    expect({ outcome: verdict.outcome, blocked: verdict.blocked }).toEqual({ outcome: 'invalid', blocked: true })
    expect(verdict.findings.map(messageOf)[0]).toContain('shop.ndjson')
    await expect(
      openDirectoryStore(folder).append(
        recordsOf(verdict.services, { commit: 'e'.repeat(40), recordedAt: '2026-02-01T00:00:00Z' }),
      ),
    ).rejects.toThrow('shop.ndjson')
    expect(await storedBytes()).toEqual(before)
  })
})

describe('a history that hides a regression', () => {
  test('a stored p95 of 0 is not a baseline for 106', async () => {
    await recordPushes(NORMAL_MS)
    await editStore((text) => text.replaceAll('"p95":100', '"p95":0'))
    expect((await judge([file('shop/run-1/summary.json', summary('106'))])).outcome).toBe('invalid')
    expect((await judge([file('shop/run-1/summary.json', summary('0'))])).outcome).toBe('invalid')
  })

  test('ratchet: a regression on the default branch does not become the new normal unseen', async () => {
    // Eight pushes show the noise: from one alone, nothing would be far beyond chance.
    await recordPushes(...[100, 101, 99, 100, 102, 98, 100, 101], 120)
    const verdict = await judge([file('shop/run-1/summary.json', summary('120'))])
    expect(verdict.outcome).toBe('warn')
    expect(verdict.findings.map(({ rule }) => rule)).toContain('debt')
  })

  test('creep: +4 % on the default branch and +4 % again are +8 %', async () => {
    await recordPushes(100, 104)
    expect((await judge([file('shop/run-1/summary.json', summary('108'))])).outcome).toBe('fail')
  })

  test('a store that was never written is no gate yet, and says so', async () => {
    const verdict = await judge([file('shop/run-1/summary.json', summary(String(SLOW_MS)))])
    expect(verdict).toMatchObject({ outcome: 'no-baseline', blocked: false, compared: 0 })
  })
})
