import { UserError } from '../model/errors.ts'
import type { Side } from '../model/run.ts'
import { name, text } from '../model/text.ts'
import type { Processes } from './process-group.ts'

/**
 * Calls the build command in the folder of each version, one after the other. When a build fails, throws a UserError with its
 * last output.
 */
export async function buildVersions(
  command: string,
  folders: readonly Readonly<{ side: Side; folder: string }>[],
  processes: Processes,
  stop: AbortSignal,
): Promise<void> {
  for (const { side, folder } of folders) {
    stop.throwIfAborted()
    const build = processes.start(command, { folder, env: process.env })
    const onStop = () => void build.end()
    stop.addEventListener('abort', onStop)
    const { exitCode } = await build.ended
    stop.removeEventListener('abort', onStop)
    stop.throwIfAborted()
    await build.end()
    if (exitCode === 0) continue
    const version = { words: side }
    throw new UserError(text`The build of the ${version} ended with exit code ${exitCode}: ${name(command)}`, {
      output: build.lastOutput(),
    })
  }
}
