import * as core from '@actions/core'
import { withoutRunnerCommands } from '../model/runner-command.ts'
import { withoutSecrets } from '../model/secret.ts'

/** `title`: the title of the annotation on the page of the run. Absent: the annotation has no title. */
export type Log = Readonly<{
  info: (message: string) => void
  warning: (message: string, title?: string) => void
  error: (message: string, title?: string) => void
}>

type Annotate = (message: string, properties?: Readonly<{ title?: string }>) => void

/**
 * All output of the Action to the job's log goes through here. Names from an artifact must not become commands of the runner.
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

/** One line without secrets that the runner does not take for a command. */
export function safeLine(message: string): string {
  return withoutRunnerCommands(withoutSecrets(message).replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' '))
}
