import { expect, test } from '@jest/globals'
import { isK6, withK6Options } from '../../src/measure/k6-options.ts'

const TREND = "--summary-trend-stats 'avg,min,med,max,p(90),p(95),p(99),count'"

test.each([
  ['k6 run load.js', `k6 run --summary-export {output} ${TREND} load.js`],
  ['./bin/k6 run -e A=1 load.js', `./bin/k6 run --summary-export {output} ${TREND} -e A=1 load.js`],
  ['cd perf && k6 run load.js', `cd perf && k6 run --summary-export {output} ${TREND} load.js`],
  ['k6 run --summary-export {output} load.js', `k6 run ${TREND} --summary-export {output} load.js`],
  ['k6 run --summary-trend-stats p(95) a.js', 'k6 run --summary-export {output} --summary-trend-stats p(95) a.js'],
  ['wrk --latency {address}', 'wrk --latency {address}'],
  ['npm run k6 runner', 'npm run k6 runner'],
])('%s', (command, expected) => {
  expect(withK6Options(command)).toBe(expected)
})

test.each([
  ['k6 run a.js', true],
  ['./k6 run a.js', true],
  ['k6 cloud a.js', false],
  ['notk6 run a.js', false],
])('%s is k6: %s', (command, expected) => {
  expect(isK6(command)).toBe(expected)
})
