import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { commandLineContext } from '../../src/commands/local-gate.ts'
import { collect, runGate } from '../../src/gate.ts'
import type { Policy } from '../../src/model/policy.ts'
import type { ResultFile } from '../../src/model/result-file.ts'
import { defaultPolicy } from '../../src/policy/default-policy.ts'
import { parsePolicy } from '../../src/policy/policy-file.ts'
import { aFile, fixtureBytes } from '../formats/read-fixture.ts'

/* On every run the gate plants a slowdown in a copy of the candidate: here the report says what became of it. */

const SUMMARY = readFileSync(
  new URL('../../examples/checkout/results/checkout/baseline/run-1/summary.json', import.meta.url),
  'utf8',
)

/** The same real summary on both sides, as many pairs as wanted. */
function pairs(count: number, content: string | Uint8Array = SUMMARY, name = 'summary.json'): readonly ResultFile[] {
  return Array.from({ length: count }, (_, index) =>
    ['baseline', 'candidate'].map((side) => aFile(content, `shop/${side}/run-${index + 1}/${name}`)),
  ).flat()
}

async function judge(files: readonly ResultFile[], policy: Policy = defaultPolicy({})) {
  const options = { defaultService: 'shop', defaultSide: 'candidate', defaultCommit: null } as const
  const sets = [{ files, refusals: [], options }]
  return await runGate(
    { policy, context: commandLineContext(policy), origin: 'same-results' },
    { sets, collected: await collect(sets, policy), lookup: null, ancestry: null },
  )
}

describe('the alarm is tested on every run', () => {
  test('five equal pairs: proven', async () => {
    const { verdict, report } = await judge(pairs(5))
    expect(verdict.services[0]?.alarm).toMatchObject([
      { service: 'shop', justOver: 'regressed', atTwice: 'regressed', fired: { justOver: true, atTwice: true } },
    ])
    expect(report.markdown).toContain(
      'Self-test passed: a copy of these results that was made 5.1 % slower than the baseline changed the verdict. The smallest change that would have been proven is',
    )
  })

  test('one run against one run: blocked without proof is an alarm, too', async () => {
    const { verdict } = await judge(pairs(1))
    expect(verdict.services[0]?.alarm).toMatchObject([{ justOver: 'unproven', atTwice: 'unproven' }])
    expect(verdict.findings.map(({ rule }) => rule)).not.toContain('min-power')
  })

  test('raw points are slowed down in what was read of them', async () => {
    const { verdict } = await judge(pairs(3, fixtureBytes('rich.points.k6-v2.2.0.ndjson.gz'), 'points.ndjson'))
    // Too few requests for a proof; over the limit all the same.
    expect(verdict.services[0]?.alarm).toMatchObject([{ justOver: 'unproven', atTwice: 'unproven' }])
  })

  test('each summary is opened again for the planted copy, and only on the side of the candidate', async () => {
    const opened: string[] = []
    const files = pairs(1).map((file) => ({
      ...file,
      open() {
        opened.push(file.path)
        return file.open()
      },
    }))
    await judge(files)
    const times = (side: string) => opened.filter((path) => path.includes(side)).length
    expect(times('candidate')).toBe(times('baseline') + 1)
  })
})

describe('where the alarm cannot fire', () => {
  const policy = (levels: string) =>
    parsePolicy(`version: 1\ndefaults: { min-delta: 10s${levels} }\n`, 'policy.yml', {})

  test('line 1 says so, by default with a warning', async () => {
    const { verdict, report } = await judge(pairs(5), policy(''))
    expect(verdict).toMatchObject({ outcome: 'warn', findings: [{ rule: 'min-power', level: 'warn' }] })
    const [line1] = report.markdown.split('\n').filter((line) => /^[⚠✅❌]/u.test(line))
    expect(line1).toContain('cannot be blocked with these settings')
    expect(report.markdown).not.toContain('Alarm tested')
  })

  test('the policy may block on it, or be silent', async () => {
    expect((await judge(pairs(5), policy(', levels: { min-power: fail }'))).verdict.outcome).toBe('fail')
    expect((await judge(pairs(5), policy(', levels: { min-power: off }'))).verdict.outcome).toBe('pass')
  })

  test('line 1 says it beside a worse finding', async () => {
    const failing = SUMMARY.replace(/("http_req_failed": \{)[^}]*\}/, '$1"passes":1001,"fails":1001,"value":0.5}')
    const files = pairs(5).map((file) => (file.path.includes('candidate') ? aFile(failing, file.path) : file))
    const { report } = await judge(files, policy(''))
    const [line1] = report.markdown.split('\n').filter((line) => /^[⚠✅❌]/u.test(line))
    expect(line1).toMatch(/^❌.*The gate cannot block `shop` with these settings: see below\.$/)
  })
})
