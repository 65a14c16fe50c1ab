import { expect, test } from '@jest/globals'
import type { BisectedCommit, Bisection } from '../../src/model/bisection.ts'
import { name, text } from '../../src/model/text.ts'
import { bisectionJson } from '../../src/report/bisection-json.ts'
import { bisectionMarkdown } from '../../src/report/bisection-markdown.ts'

const named = (digit: string, subject: string) => ({ commit: digit.repeat(40), subject })
const commit = (digit: string, subject: string, changes: Partial<BisectedCommit> = {}): BisectedCommit => ({
  ...named(digit, subject),
  pairs: 0,
  changeRatio: null,
  skipped: null,
  ...changes,
})

const FOUND: Bisection = {
  kind: 'named',
  good: named('a', 'Release 1.4'),
  series: {
    service: 'checkout',
    endpoint: null,
    metric: 'http_req_duration',
    stat: 'p95',
    unit: 'ms',
    better: 'lower',
  },
  change: { changeRatio: 0.182, lower: 0.15, upper: 0.21 },
  commits: [
    commit('b', 'Rename a variable', { pairs: 1, changeRatio: 0.004 }),
    commit('c', 'Does not build', {
      skipped: {
        reason: text`The build of the candidate ended with exit code 2: ${name('make a|b')}`,
        output: 'last lines | of it',
      },
    }),
    commit('d', 'Read the cart | from @mona', { pairs: 2, changeRatio: 0.176 }),
    commit('e', 'Later'),
    commit('f', 'Newest', { pairs: 3, changeRatio: 0.182 }),
  ],
  suspects: [named('d', 'Read the cart | from @mona')],
  certainty: 0.98765,
  reason: null,
}

test('one commit, with what was measured and what was not', () => {
  expect(bisectionMarkdown(FOUND)).toBe(`## First slower commit

**The first slower commit is \`ddddddd\` \`Read the cart | from @mona\`** (98.7 % certain).

\`checkout\`: \`p95 of http_req_duration\` of the newest commit is +18.2 % (+15.0 % … +21.0 %) against \`aaaaaaa\` \`Release 1.4\`.

| Commit | | Pairs | Against the good one |
|---|---|---:|---:|
| \`bbbbbbb\` | \`Rename a variable\` | 1 | +0.4 % |
| \`ccccccc\` | \`Does not build\` |  | left out: The build of the candidate ended with exit code 2: \`make a\\|b\` |
| **\`ddddddd\`** | \`Read the cart \\| from @mona\` | 2 | +17.6 % |
| \`eeeeeee\` | \`Later\` |  | not measured |
| \`fffffff\` | \`Newest\` | 3 | +18.2 % |

A commit counts as slower where it is nearer to the newest than to the good one.
`)
})

test('a range says why, and no certainty is ever 100 %', () => {
  const suspects = [named('c', 'Does not build'), named('d', 'x')]
  const markdown = bisectionMarkdown({
    ...FOUND,
    kind: 'range',
    suspects,
    certainty: 1,
    reason: text`It was stopped after 40 pairs.`,
  })
  expect(markdown).toContain(
    '**The first slower commit is one of 2 commits, from `ccccccc` to `ddddddd`** (more than 99.9 % certain).',
  )
  expect(markdown).toContain('\n\nIt was stopped after 40 pairs.\n\n')
})

test('nothing that is proven to be slower is nothing to look for', () => {
  const markdown = bisectionMarkdown({
    ...FOUND,
    kind: 'not-slower',
    series: null,
    change: null,
    suspects: [],
    certainty: null,
  })
  expect(markdown).toBe(`## First slower commit

**\`fffffff\` is not proven to be slower than \`aaaaaaa\`.** There is nothing to look for.
`)
})

test('the JSON has reasons in plain text, and what a failed build printed', () => {
  const range = { ...FOUND, reason: text`More of them may tell: ${name('--max-pairs 80')}.` }
  expect(bisectionJson(range)).toMatchObject({
    reason: 'More of them may tell: --max-pairs 80.',
    commits: [
      { skipped: null },
      { skipped: 'The build of the candidate ended with exit code 2: make a|b\nlast lines | of it' },
      { skipped: null },
      { skipped: null },
      { skipped: null },
    ],
  })
})
