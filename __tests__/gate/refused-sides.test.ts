import { expect, test } from '@jest/globals'
import { judgeLocally } from '../../src/commands/local-gate.ts'
import type { Verdict } from '../../src/model/verdict.ts'
import { defaultPolicy } from '../../src/policy/default-policy.ts'
import { messageOf } from '../../src/report/finding-text.ts'
import { aFile, fixtureBytes } from '../formats/read-fixture.ts'

const GOOD = new TextDecoder().decode(fixtureBytes('mask.1.summary-export.k6-v2.2.0.json'))
const CUT = GOOD.slice(0, 900)

/** Two folders are compared, each with one `summary.json`. */
async function compare(baseline: string, candidate: string): Promise<Verdict> {
  const set = (content: string, side: 'baseline' | 'candidate') => ({
    files: [aFile(content, 'summary.json')],
    refusals: [],
    options: { defaultService: 'service', defaultSide: side, defaultCommit: null },
  })
  const sets = [set(baseline, 'baseline'), set(candidate, 'candidate')]
  const { verdict } = await judgeLocally(defaultPolicy({}), { origin: 'other-results', sets, lookup: async () => null })
  return verdict
}

const truncated = (side: string) =>
  expect.stringMatching(`^The ${side} result summary.json cannot be used. The JSON ends in the middle`)

test.each([
  ['a cut baseline', CUT, GOOD, [truncated('baseline')]],
  ['a cut candidate', GOOD, CUT, [truncated('candidate')]],
  ['both cut', CUT, CUT, [truncated('candidate'), truncated('baseline')]],
  [
    'an empty baseline',
    '',
    GOOD,
    [expect.stringMatching('^The baseline result summary.json cannot be used. The file is empty.')],
  ],
  [
    'a list as the baseline',
    `[${GOOD},${GOOD}]`,
    GOOD,
    [expect.stringMatching('^The baseline result summary.json cannot be used. The file is a list of 2 k6 summaries.')],
  ],
])('%s: one message a file, with its side, and none that contradicts it', async (_, baseline, candidate, messages) => {
  const verdict = await compare(baseline, candidate)
  expect(verdict).toMatchObject({ outcome: 'invalid', blocked: true })
  // The recorded run is short, which is said as well.
  const said = verdict.findings.filter(({ rule }) => rule !== 'too-few-samples').map(messageOf)
  expect(said).toHaveLength(messages.length)
  expect(said).toEqual(expect.arrayContaining(messages))
})
