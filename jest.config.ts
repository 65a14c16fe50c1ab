import type { Config } from 'jest'

// Jest strips TypeScript types by itself (30.5 and later), so only templates and texts need a transformer.
const config: Config = {
  extensionsToTreatAsEsm: ['.ts', '.hbs', '.css', '.yml'],
  transform: {
    '\\.hbs$': '<rootDir>/scripts/handlebars-transformer.ts',
    '\\.(?:css|browser\\.js|yml)$': '<rootDir>/scripts/text-transformer.ts',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/__tests__/e2e/'],
}

export default config
