import { expect, test } from '@jest/globals'
import { policyDoubts } from '../../src/policy/policy-doubts.ts'
import { plainOf } from '../saying.ts'

const FILES = ['README.md', 'services/checkout/main.go', 'services/cart/main.go']
const doubtsOf = (settings: string, files: readonly string[] | null = FILES) =>
  policyDoubts(`version: 1\n${settings}`, 'p.yml', files).map(plainOf)

test('paths that fit no file of the repository', () => {
  expect(doubtsOf('services: { checkout: { paths: [services/checkout, "service/**", lib] } }')).toEqual([
    'No file of this repository fits service/**, lib under `paths` of checkout, so its results may be absent unseen.',
  ])
})

test('paths are not judged where the files are not known', () => {
  expect(doubtsOf('services: { checkout: { paths: [lib] } }', null)).toEqual([])
})

test('an empty list of paths', () => {
  expect(doubtsOf('services: { cart: { paths: [] } }')).toEqual([
    'The list `paths` of cart is empty, which counts as no list: every change must have results of it.',
  ])
})

test('a role that GitHub does not have', () => {
  expect(doubtsOf('override: { roles: [maintain, owner] }')).toEqual([
    'owner under `override.roles` is no role of GitHub, which are read, triage, write, maintain, admin: unless the organisation has a role of its own of this name, nobody has it.',
  ])
})

test('a policy without any of that', () => {
  expect(doubtsOf('services: { cart: { paths: [services/cart/**] } }\noverride: { roles: [admin] }')).toEqual([])
})
