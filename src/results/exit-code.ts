import { isExitCodeOfK6 } from '../formats/k6-tool.ts'
import type { Tool } from '../formats/tool.ts'
import type { ResultFile } from '../model/result-file.ts'
import { code, name, type Text, text } from '../model/text.ts'

/** What the file says of a run: a whole one, or why it does not count. */
export type ExitCode =
  | Readonly<{ kind: 'usable'; code: number; missedGoals?: true }>
  | Readonly<{ kind: 'unusable'; problem: Text }>

/** Reads the content of an `exit-code` file: one whole number, which means what the tool means by it. */
export function readExitCode(held: string, tool: Tool): ExitCode {
  const match = /^\s*(\d{1,3})\s*$/.exec(held)
  if (match === null) {
    return {
      kind: 'unusable',
      problem: text`The file exit-code holds ${name(JSON.stringify(held.slice(0, 20)))}, not one number. Write it with: ${code('echo "$?" > exit-code')}`,
    }
  }
  const number = Number(match[1])
  const meaning = tool.exitCode(number)
  return meaning.kind === 'whole' ? { ...meaning, kind: 'usable', code: number } : meaning
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
 * Whether a file that is no result holds an exit code, though the layout does not know its name. Only a code that a load test can end with counts: a
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
  return code !== undefined && isExitCodeOfK6(Number(code))
}
