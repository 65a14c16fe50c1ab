import TestSequencer from '@jest/test-sequencer'

/*
 * The test files that take longest. Where Jest has never run before, as in CI, it starts with the largest file. A file that only
 * waits for a minute then starts last, and the processors wait with it.
 */
const LONG = [
  'e2e/capacity-live',
  'e2e/matrix',
  'e2e/faults-each-request',
  'e2e/pairs-example',
  'e2e/faults-kill',
  'e2e/measure',
  'e2e/measure-profile',
  'e2e/load-tests',
  'e2e/no-loops',
  'e2e/override-ends',
  'e2e/bisect',
  'e2e/required-check',
  'simulation/ladders',
  'simulation/promised-rates',
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
