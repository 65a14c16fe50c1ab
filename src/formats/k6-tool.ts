import { text } from '../model/text.ts'
import type { Tool } from './tool.ts'

/**
 * The meanings of k6's exit codes: errext/exitcodes/codes.go at https://github.com/grafana/k6/tree/v2.2.0. 137 and 143
 * are 128 plus the signal, as shells report it.
 */
const MEANINGS: ReadonlyMap<number, string> = new Map([
  [97, 'the test failed in Grafana Cloud'],
  [98, 'k6 could not get the progress of the test from Grafana Cloud'],
  [100, 'setup() took too long'],
  [101, 'teardown() took too long'],
  [102, 'k6 gave up waiting'],
  [103, 'the test was stopped through the REST API of k6'],
  [104, 'the options of the test are not valid'],
  [105, 'k6 was interrupted, by Ctrl+C or by a cancelled job'],
  [106, 'k6 could not start its REST API'],
  [107, 'the script threw an error outside of an iteration, for example in setup()'],
  [108, 'the script stopped the test with test.abort()'],
  [109, 'k6 itself crashed'],
  [110, 'the script marked the test as failed with test.fail()'],
  [137, 'k6 was killed, often because the machine ran out of memory'],
  [143, 'k6 was asked to stop by the system'],
])

const THRESHOLDS_HAVE_FAILED = 99

export function isExitCodeOfK6(code: number): boolean {
  return code === 0 || code === THRESHOLDS_HAVE_FAILED || MEANINGS.has(code)
}

/**
 * An aborted run writes a summary that looks complete. Only exit code 0, and 99 for a crossed threshold, mean a
 * complete run.
 */
export const K6: Tool = {
  name: 'k6',
  joins: false,
  writesTwice: true,
  asides: [],
  exitCode(code) {
    if (code === 0) return { kind: 'whole' }
    if (code === THRESHOLDS_HAVE_FAILED) return { kind: 'whole', missedGoals: true }
    const meaning = MEANINGS.get(code) ?? 'which is not an exit code of k6'
    return {
      kind: 'unusable',
      problem: text`k6 ended with exit code ${code}: ${meaning}. The run is not complete, so its numbers do not count. Measure again.`,
    }
  },
}

/** Returns `k6 v2` for `2.2.0`, `v2.2.0` or `k6 v2.2.0`, and null if the text is not a version. */
export function majorVersionOfK6(version: string | null): string | null {
  const major = /^(?:k6 )?v?(\d{1,4})\./.exec(version ?? '')?.[1]
  return major === undefined ? null : `${K6.name} v${major}`
}
