import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createClient } from '../../src/github/client.ts'
import {
  acceptedOverride,
  overrideText,
  parseOverrideText,
  readOverrideStatus,
  setOverrideStatus,
} from '../../src/github/override-status.ts'
import { readStatuses } from '../../src/github/status.ts'
import type { Verdict } from '../../src/model/verdict.ts'
import { type GitHub, startGitHub } from '../e2e/github/start-github.ts'
import { aComparison, aFinding, anEstimate, anEvidence } from '../policy/evidence.ts'

const REASON = 'new tax rules'

function overridden(changes: Partial<Verdict> = {}, reason = REASON): Verdict {
  return {
    outcome: 'overridden',
    blocked: false,
    compared: 1,
    expected: 1,
    findings: [aFinding()],
    services: [anEvidence({ comparisons: [aComparison({ estimate: anEstimate({ changeRatio: 0.1534 }) })] })],
    override: { kind: 'valid', by: 'mona', reason, at: '2026-01-05T09:00:00Z', headSha: 'abc' },
    ...changes,
  }
}

/** The services `names` block, each with a slowdown of 7 %. */
function ofServices(names: readonly string[], reason = REASON): Verdict {
  return overridden(
    {
      findings: names.map((service) => aFinding({ service })),
      services: names.map((service) =>
        anEvidence({ service, comparisons: [aComparison({ service, estimate: anEstimate({ changeRatio: 0.07 }) })] }),
      ),
    },
    reason,
  )
}

describe('the words of an override', () => {
  test('say who, what and why, and read back', () => {
    const text = 'Overridden by @mona in #7 (checkout +15.3%): new tax rules'
    expect(overrideText(overridden(), 7)).toBe(text)
    expect(parseOverrideText(text)).toEqual({
      by: 'mona',
      reason: REASON,
      services: [{ service: 'checkout', changeRatio: expect.closeTo(0.153, 10) }],
      hasMore: false,
    })
  })

  test('name the largest change for the worse of each service, and a service whose change has no number', () => {
    const comparisons = [
      aComparison({ stat: 'p99', estimate: anEstimate({ changeRatio: 0.2 }) }),
      aComparison({ metric: 'http_reqs', stat: 'rate', better: 'higher', estimate: anEstimate({ changeRatio: -0.3 }) }),
      aComparison({ stat: 'p50', estimate: anEstimate({ changeRatio: 0.9 }) }),
    ]
    const findings = [
      aFinding({ rule: 'error-rate', service: 'cart', metric: null, stat: null }),
      aFinding({ stat: 'p99' }),
      aFinding({ metric: 'http_reqs', stat: 'rate' }),
      aFinding({ stat: 'p50', level: 'warn' }),
    ]
    const services = [anEvidence({ comparisons }), anEvidence({ service: 'cart', comparisons: [] })]
    const text = 'Overridden by @mona in #7 (cart, checkout -30.0%): new tax rules'
    expect(overrideText(overridden({ findings, services }), 7)).toBe(text)
    expect(parseOverrideText(text)?.services).toEqual([
      { service: 'cart', changeRatio: null },
      { service: 'checkout', changeRatio: -0.3 },
    ])
  })

  test('leave room for the reason, and say how many services are left out', () => {
    const names = Array.from({ length: 12 }, (_, index) => `service-number-${index}`)
    const text = 'Overridden by @mona in #7 (service-number-0 +7.0%, 11 more): new tax rules'
    expect(overrideText(ofServices(names), 7)).toBe(text)
    expect(parseOverrideText(text)).toMatchObject({ services: [{}], hasMore: true })
  })

  test('are at most 140 characters, on one line', () => {
    const text = overrideText(ofServices(['checkout'], `${'long '.repeat(40)}\nend`), 7) ?? ''
    expect([...text]).toHaveLength(140)
    expect(text).toMatch(/^Overridden by @mona in #7 \(checkout \+7\.0%\): long [^\n]*…$/)
  })

  test('are none for any other verdict', () => {
    expect(overrideText(overridden({ outcome: 'pass' }), 7)).toBeNull()
    expect(overrideText(overridden({ override: { kind: 'none' } }), 7)).toBeNull()
  })

  test.each([
    '',
    'Blocked: p95 is 15 % slower.',
    'No override is in force for this commit any more.',
    'Overridden by mona',
  ])('%j is none', (text) => {
    expect(parseOverrideText(text)).toBeNull()
  })

  test('read back whatever the reason and the names are', () => {
    const name = fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,63}$/)
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 20 }), fc.string(), (names, reason) => {
        const text = overrideText(ofServices(names, reason), 7) ?? ''
        const read = parseOverrideText(text)
        expect([...text].length).toBeLessThanOrEqual(140)
        expect(read?.by).toBe('mona')
        expect(read?.services[0]).toEqual({ service: names[0], changeRatio: 0.07 })
        expect(names).toEqual(expect.arrayContaining((read?.services ?? []).map(({ service }) => service)))
      }),
      { numRuns: 300 },
    )
  })
})

describe('the status of an override', () => {
  let github: GitHub
  let sha: string

  beforeEach(async () => {
    github = await startGitHub()
    sha = await github.pushCommit({ branch: 'main', files: { 'a.txt': '1' } })
  })

  afterEach(async () => {
    await github.close()
    expect(github.violations).toEqual([])
  })

  const client = (token = github.token) => createClient({ ...github, token, secondMs: 0 })
  const status = () => {
    const targetUrl = 'https://github.com/acme/shop/actions/runs/1'
    return { name: 'perf-gate', sha, targetUrl, pullRequest: 7 }
  }
  const read = () => readOverrideStatus(client(), { name: 'perf-gate', sha })

  test('is found again on its commit, with its time', async () => {
    await setOverrideStatus(client(), status(), overridden())
    expect(github.statusesOf(sha)).toMatchObject([{ context: 'perf-gate/override', state: 'success' }])
    expect(await read()).toMatchObject({ by: 'mona', reason: REASON, at: github.statusesOf(sha)[0]?.created_at })
    expect(await readOverrideStatus(client(), { name: 'nightly', sha })).toBeNull()
  })

  test('is not written where there never was one', async () => {
    await setOverrideStatus(client(), status(), overridden({ outcome: 'pass', override: { kind: 'none' } }))
    await setOverrideStatus(client(), status(), null)
    expect(github.statusesOf(sha)).toEqual([])
    expect(await read()).toBeNull()
  })

  test('is taken back when the override is, once', async () => {
    await setOverrideStatus(client(), status(), overridden())
    await setOverrideStatus(client(), status(), null)
    await setOverrideStatus(client(), status(), null)
    expect(github.statusesOf(sha).map(({ state, description }) => ({ state, description }))).toEqual([
      { state: 'success', description: 'Overridden by @mona in #7 (checkout +15.3%): new tax rules' },
      { state: 'success', description: 'No override any more. Before: @mona in #7 (checkout +15.3%)' },
    ])
    expect(await read()).toBeNull()
  })

  describe('what was accepted', () => {
    const by = (at: string, changeRatio: number): Verdict => {
      const services = [anEvidence({ comparisons: [aComparison({ estimate: anEstimate({ changeRatio }) })] })]
      return overridden({ services, override: { kind: 'valid', by: 'mona', reason: REASON, at, headSha: sha } })
    }
    const known = async () => acceptedOverride(await readStatuses(client(), sha, ['perf-gate/override']), 'perf-gate')

    test('stays written down while the label is the same, also when the override is taken back', async () => {
      const labeledAt = github.clock.now()
      await setOverrideStatus(client(), status(), by(labeledAt, 0.15))
      await setOverrideStatus(client(), status(), by(labeledAt, 0.2))
      expect(await known()).toMatchObject({
        by: 'mona',
        pullRequest: 7,
        services: [{ service: 'checkout', changeRatio: 0.15 }],
        hiddenServices: 0,
        inForce: true,
      })
      await setOverrideStatus(client(), status(), null)
      expect(await known()).toMatchObject({ services: [{ service: 'checkout', changeRatio: 0.15 }], inForce: false })
      await setOverrideStatus(client(), status(), by(labeledAt, 0.2))
      expect(await known()).toMatchObject({ services: [{ service: 'checkout', changeRatio: 0.15 }], inForce: true })
    })

    test('is replaced when the label is set again', async () => {
      await setOverrideStatus(client(), status(), by(github.clock.now(), 0.15))
      await setOverrideStatus(client(), status(), by(github.clock.tick(), 0.4))
      expect(await known()).toMatchObject({ services: [{ service: 'checkout', changeRatio: 0.4 }] })
    })

    test('of a very long name is not known when it is taken back', async () => {
      const service = 's'.repeat(64)
      const login = 'm'.repeat(39)
      const override = { kind: 'valid', by: login, reason: REASON, at: github.clock.now(), headSha: sha } as const
      await setOverrideStatus(client(), status(), { ...ofServices([service]), override })
      await setOverrideStatus(client(), status(), null)
      const cut = await known()
      expect(cut).toMatchObject({ by: login, hiddenServices: 0, inForce: false })
      expect(cut?.services.map((one) => one.service)).not.toContain(service)
    })
  })

  test('of a person counts for nothing, before or after ours', async () => {
    const forge = (description: string) =>
      client(github.tokenOf('bob')).octokit.rest.repos.createCommitStatus({
        owner: 'acme',
        repo: 'shop',
        sha,
        state: 'success',
        context: 'perf-gate/override',
        description,
      })
    await forge('Overridden by @mona (checkout +1.0%): forged')
    expect(await read()).toBeNull()
    await setOverrideStatus(client(), status(), overridden())
    await forge('No override is in force for this commit any more.')
    expect(await read()).toMatchObject({ reason: REASON })
  })
})
