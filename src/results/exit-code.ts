import type { ResultFile } from '../model/result-file.ts'

/** A run that ended with one of these is whole: 0, or 99 for a crossed threshold. */
export type ExitCode = Readonly<{ kind: 'usable'; code: 0 | 99 }> | Readonly<{ kind: 'unusable'; problem: string }>

/**
 * What k6's exit codes mean. Source: errext/exitcodes/codes.go at https://github.com/grafana/k6/tree/v2.2.0.
 * 137 and 143 are 128 plus the signal, as shells report it.
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

/** Reads the content of an `exit-code` file: one whole number. An aborted run writes a summary that looks whole, so anything but 0 and 99 is unusable. */
export function readExitCode(text: string): ExitCode {
  const match = /^\s*(\d{1,3})\s*$/.exec(text)
  if (match === null) {
    const found = JSON.stringify(text.slice(0, 20))
    return {
      kind: 'unusable',
      problem: `The file exit-code holds ${found}, not one number. Write it with: echo "$?" > exit-code`,
    }
  }
  const code = Number(match[1])
  if (code === 0 || code === 99) return { kind: 'usable', code }
  const meaning = MEANINGS.get(code) ?? 'which is not an exit code of k6'
  return {
    kind: 'unusable',
    problem: `k6 ended with exit code ${code}: ${meaning}. The run is not complete, so its numbers do not count. Measure again.`,
  }
}

/** `exit-code`, and what else people call it: `exit-code.txt`, `exit_code`, `k6.exitcode`, `exit-status`, `rc`. */
const NAME =
  /^(?:(?:[\w.-]*[-_.])?(?:exit[-_. ]?(?:code|status)|return[-_. ]?code)|(?:k6[-_.])?(?:exit|rc))(?:\.(?:txt|code))?$/i

/** Names that hold an exit code where nothing but a number is in the file: `exit-code.log`, `status`, `k6-status.txt`, `result.code`. */
const LIKELY_NAME = /(?:^|[-_. ])(?:exit(?:code|status)?|status|code|rc|ret(?:urn|val|code)?)(?=$|[-_. ])/i

export function isExitCodeName(name: string): boolean {
  return NAME.test(name)
}

/** More than any file with one number has. */
const MAX_NUMBER_BYTES = 16

/**
 * Whether a file that is no result holds an exit code, though the layout does not know its name. Only what k6 can end with counts: a
 * file called `status` may hold the status of an HTTP answer.
 */
export async function holdsExitCode({ path, open }: ResultFile): Promise<boolean> {
  if (!LIKELY_NAME.test(path.slice(path.lastIndexOf('/') + 1))) return false
  let text = ''
  for await (const chunk of open()) {
    text += String.fromCharCode(...chunk.subarray(0, MAX_NUMBER_BYTES))
    if (text.length >= MAX_NUMBER_BYTES) return false
  }
  const code = /^\s*(\d{1,3})\s*$/.exec(text)?.[1]
  return code !== undefined && (['0', '99'].includes(code) || MEANINGS.has(Number(code)))
}
