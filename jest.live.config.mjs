import unit, { SUITES } from './jest.config.mjs'

/** Real tools put load on services and record profiles. What is planted is so large that two of them may run side by side. */
export default {
  ...unit,
  testMatch: SUITES.live,
  maxWorkers: 2,
  // So that each test that is left out is seen.
  verbose: true,
}
