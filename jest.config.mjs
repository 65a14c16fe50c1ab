import { spawnSync } from 'node:child_process'

/*
 * `npx jest` starts Jest without the flag that ES modules need, and perhaps on a Node that cannot read TypeScript. It is then started
 * again, as `npm test` does: with the flag, and with the `node` of node_modules/.bin, which npx puts first on the PATH as well.
 */
const FLAGS = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning']
const [, script = '', ...args] = process.argv
if (/[\\/]jest(?:\.js)?$/.test(script) && !process.execArgv.includes('--experimental-vm-modules')) {
  process.exit(spawnSync('node', [...FLAGS, script, ...args], { stdio: 'inherit' }).status ?? 1)
}

/** These start many processes or build the bundle, so each belongs to a step that needs it anyway. */
export const SUITES = {
  hostile: ['<rootDir>/__tests__/security/hostile-*.test.ts'],
  bundle: [
    '<rootDir>/__tests__/e2e/**/*.test.ts',
    '<rootDir>/__tests__/docs/commands.test.ts',
    '<rootDir>/__tests__/docs/recipes.test.ts',
    '<rootDir>/__tests__/security/supply-chain.test.ts',
    '<rootDir>/__tests__/monitor/prometheus-tools.test.ts',
    // A second or more of one processor each. The unit tests have forty seconds in all, on two.
    '<rootDir>/__tests__/simulation/promised-rates.test.ts',
    '<rootDir>/__tests__/simulation/ladders.test.ts',
    '<rootDir>/__tests__/watch/rates.test.ts',
    '<rootDir>/__tests__/history/phase.test.ts',
    '<rootDir>/__tests__/measure/measure-run.test.ts',
    '<rootDir>/__tests__/storage/branch-store.test.ts',
    '<rootDir>/__tests__/storage/store-contract.test.ts',
    '<rootDir>/__tests__/github/{client,override-facts,merged-overrides,branch-runs,comment,publish,status,override-status,gate-requests}.test.ts',
    '<rootDir>/__tests__/history/history-command.test.ts',
    '<rootDir>/__tests__/examples/history-page.test.ts',
    '<rootDir>/__tests__/profiles/{beside-runs,profiles-command,hostile,compare}.test.ts',
    '<rootDir>/__tests__/traces/{beside-runs,hostile}.test.ts',
    '<rootDir>/__tests__/capacity/{assess,plan,capacity-command}.test.ts',
    '<rootDir>/__tests__/cases/variations.test.ts',
    '<rootDir>/__tests__/monitor/dashboards.test.ts',
    '<rootDir>/__tests__/statistics/{expected-rate,uneven-store}.test.ts',
    '<rootDir>/__tests__/formats/{digest,field-memory,json-array,resources}.test.ts',
    '<rootDir>/__tests__/lab/judge-experiment.test.ts',
    '<rootDir>/__tests__/gate/resources.test.ts',
    '<rootDir>/__tests__/statistics/compare-services.properties.test.ts',
    '<rootDir>/__tests__/repository/suites.test.ts',
    '<rootDir>/__tests__/lint/printed-values.test.ts',
    '<rootDir>/__tests__/profiles/recorded-halves.test.ts',
  ],
  /** Other people's programs run in these: .ci/run installs them. */
  live: ['<rootDir>/__tests__/live/**/*.test.ts'],
  /** And in these, which take minutes to build. A scheduled workflow runs them. */
  scheduled: ['<rootDir>/__tests__/scheduled/**/*.test.ts'],
}

/** @type {import('jest').Config} The unit tests. Jest strips TypeScript types by itself (30.5 and later). */
const config = {
  testEnvironment: '<rootDir>/jest.environment.mjs',
  extensionsToTreatAsEsm: ['.ts', '.hbs', '.css', '.yml', '.lua'],
  transform: {
    '\\.hbs$': '<rootDir>/scripts/handlebars-transformer.ts',
    '\\.(?:css|browser\\.js|yml|lua)$': '<rootDir>/scripts/text-transformer.ts',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  // All but the tests of the suites above. Jest replaces <rootDir> at the beginning of a pattern only.
  testMatch: [
    '<rootDir>/__tests__/**/*.test.ts',
    ...Object.values(SUITES).flatMap((patterns) => patterns.map((pattern) => pattern.replace('<rootDir>/', '!**/'))),
  ],
  testPathIgnorePatterns: ['/node_modules/'],
  maxWorkers: '100%',
  // No test depends on the speed of the machine. This only ends one that hangs.
  testTimeout: 900_000,
}

export default config
