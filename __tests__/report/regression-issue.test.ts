import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  closedText,
  issueTitle,
  parseIssueMarker,
  type Suspect,
  type ToldRegression,
  toldCommits,
  withRegression,
} from '../../src/report/regression-issue.ts'
import { aComparison, anEstimate } from './verdicts.ts'

const SHA = (digit: string) => digit.repeat(40)
const SUBJECT = { name: 'perf-gate', branch: 'main', service: 'checkout' }
const RUN = 'https://github.com/acme/shop/actions/runs/7'

const suspect = (change: Partial<Suspect> = {}): Suspect => ({
  commit: SHA('b'),
  subject: 'Add taxes',
  pullRequests: [{ number: 12, title: 'Taxes' }],
  overrides: [],
  ...change,
})

const regression = (change: Partial<ToldRegression> = {}): ToldRegression => ({
  subject: SUBJECT,
  commit: SHA('b'),
  lastGood: SHA('a'),
  comparison: aComparison({
    verdict: 'regressed',
    baseline: 200,
    estimate: anEstimate({ changeRatio: 0.16, lower: 0.12, upper: 0.2 }),
  }),
  suspects: [suspect()],
  others: [],
  repositoryUrl: 'https://github.com/acme/shop',
  runUrl: RUN,
  ...change,
})

test('the whole text, literally', () => {
  expect(
    withRegression(regression({ others: ['search'] })),
  ).toBe(`<!-- perf-gate:v1 regression name=perf-gate branch=main service=checkout -->

\`checkout\` became slower on \`main\`, and this is proven. \`perf-gate\` keeps this issue: it closes when a later push proves that the service is back within its limit.

<!-- perf-gate:at ${SHA('b')} -->
**At \`bbbbbbb\`, p95 of \`checkout\` is 16.0 % slower (limit 5 %).** It was 200.0 ms. [The whole report](${RUN}).

The same push made \`search\` slower, too.

One commit was pushed since \`aaaaaaa\`, the last one that was recorded before ([all changes](https://github.com/acme/shop/compare/${SHA('a')}...${SHA('b')})):

| commit | what it says | pull request | override |
|---|---|---|---|
| \`bbbbbbb\` | \`Add taxes\` | #12 \`Taxes\` | – |
`)
  expect(issueTitle(SUBJECT)).toBe('perf-gate: checkout became slower on main')
})

test('overrides are marked for what they accepted', () => {
  const override = { by: 'mona', reason: 'Needed | now', at: '', pullRequest: 12, headSha: SHA('c') }
  const rows = [
    { ...override, services: [{ service: 'checkout', changeRatio: 0.16 }], hasMore: false },
    { ...override, services: [{ service: 'search', changeRatio: 0.1 }], hasMore: false },
    { ...override, services: [{ service: 'search', changeRatio: 0.1 }], hasMore: true },
  ].map((one) => withRegression(regression({ suspects: [suspect({ overrides: [one] })] })))
  expect(rows.map((text) => /🔓 (.*?) by `mona` in #12/.exec(text)?.[1])).toEqual([
    'accepted',
    'accepted for other services',
    'accepted, perhaps with this service,',
  ])
  expect(rows[0]).toContain('“Needed `\\|` now”')
})

test('many commits are counted, and without a record before it only the pushed one is named', () => {
  const many = Array.from({ length: 25 }, () => suspect())
  expect(withRegression(regression({ suspects: many }))).toMatch(
    /25 commits were pushed since[\s\S]*And 5 more commits\./,
  )
  expect(withRegression(regression({ lastGood: null }))).toContain('No recorded commit before it is in reach')
})

describe('an issue that is there', () => {
  test('says the same thing once, and the newest first', () => {
    const once = withRegression(regression())
    expect(withRegression(regression(), once)).toBe(once)
    const twice = withRegression(regression({ commit: SHA('d') }), once)
    expect(toldCommits(twice)).toEqual([SHA('d'), SHA('b')])
    expect(withRegression(regression({ commit: SHA('d') }), twice)).toBe(twice)
    // GitHub may answer with the line ends of a browser, after somebody edited it.
    expect(withRegression(regression(), once.replaceAll('\n', '\r\n'))).toBe(once)
  })

  test('never grows beyond what GitHub takes: the oldest goes', () => {
    let body = ''
    for (let index = 0; index < 120; index += 1)
      body = withRegression(
        regression({ commit: `${index}`.padStart(40, '0'), suspects: Array(20).fill(suspect()) }),
        body,
      )
    expect(body.length).toBeLessThanOrEqual(60_000)
    expect(toldCommits(body)[0]).toBe('119'.padStart(40, '0'))
  })

  test('is closed with the commit that proves it, and keeps what it told', () => {
    const closed = closedText(SUBJECT, withRegression(regression()), SHA('e'), RUN)
    expect(closed).toContain('✅ `checkout` is back within its limit on `main`: the push of `eeeeeee` proves it')
    expect(toldCommits(closed)).toEqual([SHA('b')])
    expect(parseIssueMarker(closed)).toEqual(SUBJECT)
  })
})

test('its subject is found in the first line only, whatever the names are', () => {
  const name = fc.string({ unit: 'binary', minLength: 1 }).filter((text) => text.isWellFormed())
  fc.assert(
    fc.property(name, name, (branch, service) => {
      const subject = { ...SUBJECT, branch, service }
      const body = withRegression(regression({ subject }))
      expect(parseIssueMarker(body)).toEqual(subject)
      expect(parseIssueMarker(`x\n${body}`)).toBeUndefined()
    }),
  )
})

test('texts from outside can begin no part, hold no comment and stay in their cell', () => {
  const hostile = fc
    .array(
      fc.constantFrom('\n', '\r', '|', '`', '<!-- ', `perf-gate:at ${SHA('f')}`, ' -->', '@acme/x', '#1', '\\', 'a'),
    )
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(hostile, hostile, (subject, title) => {
      const one = suspect({ subject, pullRequests: [{ number: 1, title }] })
      const body = withRegression(regression({ suspects: [one] }))
      expect(toldCommits(body)).toEqual([SHA('b')])
      const row = body.split('\n').find((line) => line.startsWith('| `bbbbbbb`')) ?? ''
      expect(row.endsWith(' | – |')).toBe(true)
      expect(row).not.toContain('<!--')
    }),
  )
})
