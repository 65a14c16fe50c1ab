import unit, { SUITES } from './jest.config.mjs'

/** @type {import('jest').Config} Hostile artifacts and reports, each in a process of its own with a bound on memory and processor time. */
const config = { ...unit, testMatch: SUITES.hostile }

export default config
