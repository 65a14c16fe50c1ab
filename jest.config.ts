import type { Config } from 'jest'

// Jest strips TypeScript types by itself (30.5 and later), so only templates need a transformer.
const shared = {
  extensionsToTreatAsEsm: ['.ts', '.hbs'],
  transform: { '\\.hbs$': '<rootDir>/scripts/handlebars-transformer.ts' },
  modulePathIgnorePatterns: ['<rootDir>/dist'],
} satisfies Config

const config: Config = {
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/__tests__/e2e/'],
    },
    { ...shared, displayName: 'e2e', testMatch: ['<rootDir>/__tests__/e2e/**/*.test.ts'] },
  ],
}

export default config
