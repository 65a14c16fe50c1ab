import { isExitCodeOfK6 } from '../formats/k6-tool.ts'
import type { Tool } from '../formats/tool.ts'
import type { ResultFile } from '../model/result-file.ts'
import { code, name, type Text, text } from '../model/text.ts'

/** By this file the run is complete, or it cannot be used because of `problem`. */
export type ExitCode =
  | Readonly<{ kind: 'usable'; code: number; missedGoals?: true }>
  | Readonly<{ kind: 'unusable'; problem: Text }>

/** Reads the content of an `exit-code` file, which is one whole number. The tool defines what the number means. */
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

/** `exit-code` and other usual names: `exit-code.txt`, `exit_code`, `k6.exitcode`, `exit-status`, `rc`. */
const NAME =
  /^(?:(?:[\w.-]*[-_.])?(?:exit[-_. ]?(?:code|status)|return[-_. ]?code)|(?:k6[-_.])?(?:exit|rc))(?:\.(?:txt|code))?$/i

/**
 * A file with such a name holds an exit code if its content is nothing but a number: `exit-code.log`, `status`, `k6-status.txt`,
 * `result.code`.
 */
const LIKELY_NAME = /(?:^|[-_. ])(?:exit(?:code|status)?|status|code|rc|ret(?:urn|val|code)?)(?=$|[-_. ])/i

export function isExitCodeName(name: string): boolean {
  return NAME.test(name)
}

/** A file that holds one number is shorter. */
const MAX_NUMBER_BYTES = 16

/**
 * Whether a file with a name that the layout does not know holds an exit code. The number must be an exit code of a load test,
 * because a file with the name `status` may hold the status of an HTTP response.
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
