import type { Config } from 'jest'
import unit from './jest.config.ts'

// The committed bundle against the played GitHub and real k6: two at a time, because each scenario starts processes.
const config: Config = {
  ...unit,
  testMatch: ['<rootDir>/__tests__/e2e/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  maxWorkers: 2,
  testTimeout: 120_000,
}

export default config
