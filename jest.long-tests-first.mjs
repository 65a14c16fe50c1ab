import TestSequencer from '@jest/test-sequencer'

/*
 * The test files that take longest, the longest first. Where Jest has never run before, as in CI, it starts with the largest file. A file that only
 * waits for a minute then starts last, and the processors wait with it.
 */
const LONG = [
  'monitor/prometheus-tools',
  'e2e/measure',
  'e2e/capacity-live',
  'e2e/measure-profile',
  'e2e/containers-live',
  'e2e/command-line',
  'e2e/matrix',
  'e2e/faults',
  'e2e/faults-kill',
  'e2e/html-report',
  'e2e/bisect',
  'e2e/override-ends',
  'e2e/required-check',
  'e2e/pairs-example',
  'e2e/faults-each-request',
  'e2e/watch-production',
  'e2e/history-page',
  'e2e/regression-told',
  'e2e/load-tests',
  'e2e/debt',
  'e2e/no-loops',
  'e2e/faults-clock',
  'docs/commands',
  'profiles/recorded-halves',
].map((name) => `/__tests__/${name}.test.ts`)

export default class LongTestsFirst extends TestSequencer {
  sort(tests) {
    return super.sort(tests).sort((one, other) => rank(one) - rank(other))
  }
}

/** The place in the list. A file that is not in it comes after all that are. */
function rank({ path }) {
  const place = LONG.findIndex((name) => path.replaceAll('\\', '/').endsWith(name))
  return place === -1 ? LONG.length : place
}
