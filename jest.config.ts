import type { Config } from 'jest'

// Jest strips TypeScript types by itself (30.5 and later), so only templates need a transformer.
const config: Config = {
  extensionsToTreatAsEsm: ['.ts', '.hbs'],
  transform: { '\\.hbs$': '<rootDir>/scripts/handlebars-transformer.ts' },
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/__tests__/e2e/'],
}

export default config
