import unit, { SUITES } from './jest.config.mjs'

/** @type {import('jest').Config} The committed bundle against the played GitHub: two at a time, because each scenario starts processes. */
const config = {
  ...unit,
  testMatch: SUITES.bundle,
  maxWorkers: 2,
}

export default config
