import { expect, test } from '@jest/globals'
import type { GitHubClient } from '../../src/github/client.ts'
import { name, text } from '../../src/model/text.ts'
import { checkLabel } from '../../src/setup/check-label.ts'
import { describeDiagnoses, ok, problem } from '../../src/setup/diagnosis.ts'
import { plainOf } from '../saying.ts'

test('a finding and its fix are one line each, and a name in them is shown and not obeyed', () => {
  const found = [
    ok(text`The baseline of ${name('a|b<c>_d_')} can be read.`),
    problem(['.github/perf-gate.yml:\n::error::x'], text`Fix ${name('##[set-output name=x;]y\u001b[2K')}.`),
  ]
  expect(describeDiagnoses('acme/shop', found)).toBe(`perf-gate doctor: acme/shop

✅ The baseline of a|b<c>_d_ can be read.
❌ .github/perf-gate.yml: : :error::x
   → Fix ## [set-output name=x;]y?[2K.

1 problem, 0 warnings, 1 check passed.
`)
})

test('the command that creates a label takes any name as one word of the shell', async () => {
  const absent = Promise.reject(Object.assign(new Error('Not Found'), { status: 404 }))
  const octokit = { rest: { issues: { getLabel: () => absent } } }
  const client = { octokit, owner: 'acme', repo: 'shop' } as unknown as GitHubClient
  const [found] = await checkLabel(client, "slow; it's ok")
  expect(plainOf(found?.fix)).toMatch(/^gh label create 'slow; it'\\''s ok' --repo acme\/shop /)
})
