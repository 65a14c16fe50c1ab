import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { missingPackages } from '../../scripts/complete-lock.ts'

test('the lock file holds the packages of every platform, so that npm ci accepts it everywhere (else: npm run lock)', () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Parameters<typeof missingPackages>[0]
  expect([...missingPackages(lock).keys()]).toEqual([])
})

test('a package that is named and not held is noticed', () => {
  const packages = { 'node_modules/a': { optionalDependencies: { 'a-linux-x64': '1.0.0' } } }
  expect([...missingPackages({ packages })]).toEqual([['a-linux-x64', '1.0.0']])
})
