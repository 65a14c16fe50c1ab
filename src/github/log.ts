import * as core from '@actions/core'
import { withoutSecrets } from '../model/secret.ts'

/** `title`: what an annotation on the page of the run is called. Without one the line is an annotation without a title. */
export type Log = Readonly<{
  info: (message: string) => void
  warning: (message: string, title?: string) => void
  error: (message: string, title?: string) => void
}>

type Annotate = (message: string, properties?: Readonly<{ title?: string }>) => void

/**
 * The only way to the job's log. The runner takes orders from what is printed there: `##[set-output name=x;]y` anywhere in
 * a line, and `::set-output name=x::y` at its start. Names out of an artifact must not be able to give one.
 * https://github.com/actions/runner/blob/v2.336.0/src/Runner.Common/ActionCommand.cs
 */
export function createLog(
  output: Readonly<{ info: (message: string) => void; warning: Annotate; error: Annotate }> = {
    info: core.info,
    warning: core.warning,
    error: core.error,
  },
): Log {
  return {
    info: (message) => output.info(safeLine(message)),
    warning: (message, title) => output.warning(safeLine(message), titled(title)),
    error: (message, title) => output.error(safeLine(message), titled(title)),
  }
}

function titled(title: string | undefined): Readonly<{ title?: string }> {
  return title === undefined ? {} : { title: safeLine(title) }
}

/** One line that no runner takes for a command, without secrets. */
export function safeLine(message: string): string {
  return withoutSecrets(message)
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll('##[', `##${ZERO_WIDTH_SPACE}[`)
    .replace(/^\s*::/u, `${ZERO_WIDTH_SPACE}::`)
}

/** Invisible, and no white space to the runner, which trims lines before it looks at their start. */
const ZERO_WIDTH_SPACE = '\u200b'
