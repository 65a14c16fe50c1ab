import type { Tool } from '../formats/tool.ts'

/** What the file says of a run: a whole one, or why it does not count. */
export type ExitCode = Readonly<{ kind: 'usable'; code: number }> | Readonly<{ kind: 'unusable'; problem: string }>

/** Reads the content of an `exit-code` file: one whole number, which means what the tool means by it. */
export function readExitCode(text: string, tool: Tool): ExitCode {
  const match = /^\s*(\d{1,3})\s*$/.exec(text)
  if (match === null) {
    const found = JSON.stringify(text.slice(0, 20))
    return {
      kind: 'unusable',
      problem: `The file exit-code holds ${found}, not one number. Write it with: echo "$?" > exit-code`,
    }
  }
  const code = Number(match[1])
  const meaning = tool.exitCode(code)
  return meaning.kind === 'whole' ? { kind: 'usable', code } : meaning
}

/** `exit-code`, and what else people call it: `exit-code.txt`, `exit_code`, `k6.exitcode`, `exit-status`, `rc`. */
const NAME =
  /^(?:(?:[\w.-]*[-_.])?(?:exit[-_. ]?(?:code|status)|return[-_. ]?code)|(?:k6[-_.])?(?:exit|rc))(?:\.(?:txt|code))?$/i

export function isExitCodeName(name: string): boolean {
  return NAME.test(name)
}
