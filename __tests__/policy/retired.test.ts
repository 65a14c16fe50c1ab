import { describe, expect, test } from '@jest/globals'
import type { BaselineLookup } from '../../src/model/baseline.ts'
import { UserError } from '../../src/model/errors.ts'
import { parsePolicy } from '../../src/policy/policy-file.ts'
import { withoutRetired } from '../../src/policy/retired.ts'

const LOOKUP: BaselineLookup = {
  kind: 'found',
  place: 'branch x',
  services: new Map([
    ['checkout', []],
    ['old-cart', []],
    ['old-search', []],
  ]),
}
const NOTHING = { runs: [], refusals: [] }
const left = (retired: readonly string[], collected: Parameters<typeof withoutRetired>[1] = NOTHING) => {
  const lookup = withoutRetired(LOOKUP, collected, { retired })
  return lookup?.kind === 'found' ? [...lookup.services.keys()] : lookup
}

describe('a service that is gone', () => {
  test('is not expected any more, by name or pattern', () => {
    expect(left([])).toEqual(['checkout', 'old-cart', 'old-search'])
    expect(left(['old-cart'])).toEqual(['checkout', 'old-search'])
    expect(left(['old-*'])).toEqual(['checkout'])
  })

  test('is judged as before where it has results, or a result that cannot be read', () => {
    const refusal = { service: 'old-cart', side: 'candidate', path: 'x', problem: ['y'] } as const
    expect(left(['old-*'], { runs: [], refusals: [refusal] })).toEqual(['checkout', 'old-cart'])
  })

  test('changes nothing about a store that cannot be read', () => {
    const unreadable = { kind: 'unreadable', place: 'p', file: 'f', problem: ['x'] } as const
    expect(withoutRetired(unreadable, NOTHING, { retired: ['*'] })).toBe(unreadable)
    expect(withoutRetired(null, NOTHING, { retired: ['*'] })).toBeNull()
  })

  test('is named in the policy, and not judged there as well', () => {
    const policy = (text: string) => parsePolicy(`version: 1\n${text}`, 'p.yml', {})
    expect(policy('retired: [old-cart, "beta-*"]').retired).toEqual(['old-cart', 'beta-*'])
    expect(policy('').retired).toEqual([])
    expect(() => policy('retired: []')).toThrow(UserError)
    expect(() => policy('retired: [Old Cart]')).toThrow('is not a service name or pattern')
    expect(() => policy('services: { old-cart: {} }\nretired: [old-cart]')).toThrow(
      'p.yml, line 3: `old-cart` is retired, and `services.old-cart` says how it is judged. Remove one of them.',
    )
  })
})
