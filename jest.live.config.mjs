import unit, { SUITES } from './jest.config.mjs'

/** Real tools put load on services and record profiles: one test at a time, so that none disturbs the figures of another. */
export default {
  ...unit,
  testMatch: SUITES.live,
  maxWorkers: 1,
  // So that each test that is left out is seen.
  verbose: true,
}
