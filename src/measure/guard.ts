import { spawn } from 'node:child_process'

/** Ends what was started where this process cannot do so any more. */
export type Guard = Readonly<{
  /** The process groups that run now. */
  watch(groups: readonly number[]): void
  /** Nothing is left to be guarded. */
  end(): void
}>

/**
 * Nobody can handle `kill -9`, nor the end that the system gives a process when memory runs out. So a small shell in a session of its own
 * reads from a pipe which groups run. The system closes the pipe when this process ends, in whatever way; the shell then ends the groups,
 * as process-group.ts does, and removes the folder. POSIX only: `--` keeps a negative number from being read as an option.
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

/** One look of the script. */
const POLL_EVERY_MS = 100

/**
 * @param folder is removed where this process ends before it could
 * @param graceMs how long a group may take to end itself before it is killed
 */
export function startGuard(folder: string, graceMs: number): Guard {
  const args = ['-c', SCRIPT, 'perf-gate-guard', folder, String(Math.ceil(graceMs / POLL_EVERY_MS))]
  const shell = spawn('/bin/sh', args, { detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
  // A machine without a shell starts no service either, which says why; a guard that is gone guards nothing.
  shell.on('error', () => null)
  shell.stdin.on('error', () => null)
  shell.unref()
  return {
    watch: (groups) => void shell.stdin.write(`${groups.join(' ')}\n`),
    end: () => void shell.stdin.end('\n'),
  }
}
