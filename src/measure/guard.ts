import { spawn } from 'node:child_process'

/** Ends the started processes when this process can no longer do so itself. */
export type Guard = Readonly<{
  /** Tells the guard which process groups run now. */
  watch(groups: readonly number[]): void
  /** Ends the guard, because no process is left. */
  end(): void
}>

/**
 * A process cannot react to `kill -9`, nor to being killed for lack of memory. Therefore a small shell in a session of its own
 * reads from a pipe which groups run. However this process ends, the system closes the pipe. The shell then ends the groups, as
 * process-group.ts does, and removes the folder. POSIX only. `--` prevents a negative number from being read as an option.
 */
const SCRIPT = `
trap '' HUP INT TERM
groups=
while read -r line; do groups=$line; done
for group in $groups; do kill -s TERM -- "-$group" 2>/dev/null; done
for group in $groups; do
  tries=0
  while [ "$tries" -lt "$2" ] && kill -s 0 -- "-$group" 2>/dev/null; do tries=$((tries + 1)); sleep 0.1; done
  kill -s KILL -- "-$group" 2>/dev/null
done
rm -rf -- "$1"
`

/** The `sleep` of the script. */
const POLL_EVERY_MS = 100

/**
 * @param folder is removed when this process ends before it could remove the folder itself
 * @param graceMs how long a group may take to end itself before it is killed
 */
export function startGuard(folder: string, graceMs: number): Guard {
  const args = ['-c', SCRIPT, 'perf-gate-guard', folder, String(Math.ceil(graceMs / POLL_EVERY_MS))]
  const shell = spawn('/bin/sh', args, { detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
  // Without a shell no service starts either, and that error says why. A guard that has ended protects nothing, but the
  // measurement can go on.
  shell.on('error', () => null)
  shell.stdin.on('error', () => null)
  shell.unref()
  return {
    watch: (groups) => void shell.stdin.write(`${groups.join(' ')}\n`),
    end: () => void shell.stdin.end('\n'),
  }
}
