import * as core from '@actions/core'

export type Log = Readonly<{
  info: (message: string) => void
  warning: (message: string) => void
  error: (message: string) => void
}>

/**
 * The only way to the job's log. The runner takes orders from what is printed there: `##[set-output name=x;]y` anywhere in
 * a line, and `::set-output name=x::y` at its start. Names out of an artifact must not be able to give one.
 * https://github.com/actions/runner/blob/v2.336.0/src/Runner.Common/ActionCommand.cs
 */
export function createLog(output: Log = { info: core.info, warning: core.warning, error: core.error }): Log {
  return {
    info: (message) => output.info(safeLine(message)),
    warning: (message) => output.warning(safeLine(message)),
    error: (message) => output.error(safeLine(message)),
  }
}

/** One line that no runner takes for a command. */
export function safeLine(message: string): string {
  return message
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll('##[', `##${ZERO_WIDTH_SPACE}[`)
    .replace(/^\s*::/u, `${ZERO_WIDTH_SPACE}::`)
}

/** Invisible, and no white space to the runner, which trims lines before it looks at their start. */
const ZERO_WIDTH_SPACE = '\u200b'
