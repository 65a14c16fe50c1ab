import unit, { SUITES } from './jest.config.mjs'

/** @type {import('jest').Config} The committed bundle against the played GitHub: three at a time, because each scenario starts processes and mostly waits for them. */
const config = {
  ...unit,
  testMatch: SUITES.bundle,
  setupFilesAfterEnv: ['<rootDir>/__tests__/e2e/runner/end-runners.ts'],
  testSequencer: '<rootDir>/jest.long-tests-first.mjs',
  maxWorkers: 3,
}

export default config
