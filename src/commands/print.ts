import { withoutRunnerCommands } from '../model/runner-command.ts'

/** Prints what people read to standard output, which may be the log of a job on GitHub. */
export function print(text: string): void {
  process.stdout.write(withoutRunnerCommands(text))
}
