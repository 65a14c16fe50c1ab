import { expect, test } from '@jest/globals'
import { placeFile } from '../../src/results/layout.ts'

const DEFAULTS = { service: 'default', variant: 'candidate' } as const

const at = (path: string, artifact: string | null = null): unknown => {
  const placed = placeFile(path, artifact, DEFAULTS)
  if (placed.kind === 'misplaced') return placed.problem
  const { service, variant, slot, instance, role, runPath } = placed
  return [service, variant, slot, instance, role, runPath]
}

test.each([
  [
    'checkout/baseline/run-3/summary.json',
    null,
    ['checkout', 'baseline', 3, null, 'result', 'checkout/baseline/run-3'],
  ],
  ['checkout/run-1/summary.json', null, ['checkout', 'candidate', 1, null, 'result', 'checkout/run-1']],
  [
    'checkout/candidate/run-1/instance-2/points.json.gz',
    null,
    ['checkout', 'candidate', 1, 2, 'result', 'checkout/candidate/run-1'],
  ],
  ['checkout/run-1/exit-code', null, ['checkout', 'candidate', 1, null, 'exit-code', 'checkout/run-1']],
  ['checkout/run-1/run.json', null, ['checkout', 'candidate', 1, null, 'run-json', 'checkout/run-1']],
  ['checkout/run-1/resources.csv', null, ['checkout', 'candidate', 1, null, 'resources', 'checkout/run-1']],
  ['checkout/run-1/.DS_Store', null, ['checkout', 'candidate', 1, null, 'ignored', 'checkout/run-1']],
  ['checkout/summary.json', null, ['checkout', 'candidate', null, null, 'result', 'checkout']],
  ['checkout/run-2.json', null, ['checkout', 'candidate', 2, null, 'result', 'checkout/run-2.json']],
  ['summary.json', null, ['default', 'candidate', null, null, 'result', '']],
  ['baseline/summary.json', null, ['default', 'baseline', null, null, 'result', 'baseline']],
  ['run-7.json', null, ['default', 'candidate', 7, null, 'result', 'run-7.json']],
  ['summary.json', 'k6-results-cart', ['cart', 'candidate', null, null, 'result', '']],
  ['run-1/summary.json', 'k6-results-cart--leg-2', ['cart', 'candidate', 1, null, 'result', 'run-1']],
  ['cart/run-1/summary.json', 'k6-results', ['cart', 'candidate', 1, null, 'result', 'cart/run-1']],
  ['summary.json', 'k6-results', ['default', 'candidate', null, null, 'result', '']],
])('%s in %s', (path, artifact, expected) => {
  expect(at(path, artifact)).toEqual(expected)
})

test.each([
  ['Checkout/summary.json', null, 'The service name "Checkout" is not allowed'],
  ['a--b/summary.json', null, 'The service name "a--b" is not allowed'],
  ['-a/summary.json', null, 'The service name "-a" is not allowed'],
  [`${'a'.repeat(65)}/summary.json`, null, 'is not allowed'],
  ['../summary.json', null, 'is not allowed'],
  ['summary.json', 'k6-results-', 'The service name "" is not allowed'],
  ['summary.json', 'k6-results-Cart', 'The service name "Cart" is not allowed'],
  ['checkout/v2/run-1/summary.json', null, 'The folder "v2" is not part of the layout.'],
  ['checkout/run-1/baseline/summary.json', null, 'The folder "baseline" is not part of the layout.'],
  ['checkout/run-1/instance-1/more/summary.json', null, 'The folder "more" is not part of the layout.'],
])('%s in %s is misplaced', (path, artifact, problem) => {
  expect(at(path, artifact)).toContain(problem)
})

test('the variant of the defaults holds where the path has none', () => {
  expect(placeFile('cart/run-1.json', null, { service: 'x', variant: 'baseline' })).toMatchObject({
    variant: 'baseline',
  })
  expect(placeFile('cart/candidate/run-1.json', null, { service: 'x', variant: 'baseline' })).toMatchObject({
    variant: 'candidate',
  })
})
