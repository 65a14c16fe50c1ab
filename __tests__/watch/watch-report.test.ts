import { expect, test } from '@jest/globals'
import { text } from '../../src/model/text.ts'
import type { WatchReport } from '../../src/model/watch.ts'
import { watchJson } from '../../src/report/watch-json.ts'
import { watchMarkdown } from '../../src/report/watch-markdown.ts'

const REPORT: WatchReport = {
  outcome: 'fail',
  environment: 'production',
  deployedAtS: 1_795_600_800,
  commit: 'a'.repeat(40),
  previousCommit: 'b'.repeat(40),
  look: { number: 1, of: 4, minutes: 30, endsAtS: 1_795_603_200 },
  services: [
    {
      service: 'checkout',
      outcome: 'fail',
      findings: [{ level: 'fail', said: { problem: text`about ${'21.3 %'} slower ${'(limit 5 %)'}` } }],
      notes: [text`Errors are not judged.`],
      comparison: {
        kind: 'pods',
        fromS: 1_795_601_400,
        untilS: 1_795_603_200,
        units: { baseline: 4, candidate: 4 },
        versions: { baseline: '1.0', candidate: '@acme/everyone' },
        requests: { baseline: 28_858, candidate: 31_636 },
        query: 'sum(x)',
        boundMs: 250,
        slowRatio: { baseline: 0.1221, candidate: 0.1991 },
        changeRatio: 0.213,
        lower: 0.18,
        upper: 0.25,
        confidence: 0.97,
        pValue: 0.00001,
        visibleRatio: 0.046,
        failedRatio: null,
      },
      mayComeLater: false,
    },
    {
      service: 'search',
      outcome: 'no-data',
      findings: [{ level: 'no-data', said: { problem: text`too little traffic`, action: text`Come again.` } }],
      notes: [],
      comparison: null,
      mayComeLater: true,
    },
  ],
}

test('for people: first the problems, then the numbers, then the details', () => {
  expect(watchMarkdown(REPORT)).toBe(`## Production after a deployment

**❌ \`checkout\`: about 21.3 % slower (limit 5 %).**

**❓ \`search\` cannot be judged: too little traffic.**

Deployed to \`production\` at 2026-11-25 10:00 UTC. Look 1 of 4, 30 minutes, until 2026-11-25 10:40 UTC. Commit \`aaaaaaa\`, before it \`bbbbbbb\`.

| Service | | Slow is above | Before | Now | Change | Smallest visible | Errors |
|---|---|---:|---:|---:|---:|---:|---:|
| \`checkout\` | ❌ worse | 250.0 ms | 12.2 % | 19.9 % | about +21.3 % (+18.0 % … +25.0 %) | 4.6 % | not judged |
| \`search\` | ❓ not known | – | – | – | – | – | – |

- \`checkout\`: About 21.3 % slower (limit 5 %).
- \`checkout\`: 4 pods of \`@acme/everyone\` beside 4 pods of \`1.0\`, for 30 minutes until 2026-11-25 10:40 UTC.
- \`checkout\`: Errors are not judged.
- \`search\`: Too little traffic. Come again.

Shares of slow requests are counted at the end of a bucket. Changes of the response time are read between buckets, so they say "about".
`)
})

test('for programs: the same, with times as ISO 8601', () => {
  const json = watchJson(REPORT)
  expect(json).toMatchObject({
    schemaVersion: 1,
    outcome: 'fail',
    deployedAt: '2026-11-25T10:00:00Z',
    look: { number: 1, of: 4, minutes: 30, endsAt: '2026-11-25T10:40:00Z' },
    services: [
      {
        service: 'checkout',
        findings: [{ level: 'fail', message: 'About 21.3 % slower (limit 5 %).' }],
        notes: ['Errors are not judged.'],
        comparison: {
          from: '2026-11-25T10:10:00Z',
          until: '2026-11-25T10:40:00Z',
          changeRatio: 0.213,
          visibleRatio: 0.046,
        },
      },
      { service: 'search', outcome: 'no-data', comparison: null },
    ],
  })
})
