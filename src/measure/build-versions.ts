import { UserError } from '../model/errors.ts'
import type { Variant } from '../model/run.ts'
import type { Processes } from './process-group.ts'

/** Calls the build command in the folder of each version, one after the other. Throws a UserError with what a failed one printed. */
export async function buildVersions(
  command: string,
  folders: readonly Readonly<{ variant: Variant; folder: string }>[],
  processes: Processes,
  stop: AbortSignal,
): Promise<void> {
  for (const { variant, folder } of folders) {
    stop.throwIfAborted()
    const build = processes.start(command, { folder, env: process.env })
    const onStop = () => void build.end()
    stop.addEventListener('abort', onStop)
    const { exitCode } = await build.ended
    stop.removeEventListener('abort', onStop)
    stop.throwIfAborted()
    await build.end()
    if (exitCode === 0) continue
    throw new UserError(
      `The build of the ${variant} ended with exit code ${exitCode}: ${command}\n${build.lastOutput()}`,
    )
  }
}
