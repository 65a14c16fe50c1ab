import type { Usage } from './usage.ts'

/** Takes the arguments after the name of the command, and returns the exit code. */
type CliFunction = (args: readonly string[]) => Promise<number>

export type CliCommand = Readonly<{
  name: string
  /** What the command does, as the rest of a sentence that begins with "it". */
  does: string
  /** Loads the command. Only the command that is called is loaded. */
  load: () => Promise<Readonly<{ run: CliFunction; usage: Usage }>>
}>

/**
 * All commands. A new command is one file, which exports USAGE and a function with the name of the command, and one line here.
 */
export const COMMANDS: readonly CliCommand[] = [
  command(
    'compare',
    'compares the results of two versions, and says whether one is slower',
    () => import('./compare.ts'),
  ),
  command(
    'measure',
    'starts two versions, puts load on them in turns, and compares them',
    () => import('./measure.ts'),
  ),
  command('bisect', 'finds the first slower commit', () => import('./bisect.ts')),
  command(
    'inspect',
    'says how result files are understood, and which are refused and why',
    () => import('./inspect.ts'),
  ),
  command('stamp', 'writes run.json beside each result, on the machine that measured', () => import('./stamp.ts')),
  command(
    'digest',
    'makes a small file from raw points, which can be merged with those of other load generators',
    () => import('./digest.ts'),
  ),
  command('record', 'stores results as a baseline', () => import('./record.ts')),
  command('replay', 'says what a policy would have done to the stored pushes', () => import('./replay.ts')),
  command('history', 'shows how the default branch went, and whether goals were reached', () => import('./history.ts')),
  command(
    'resources',
    'fetches CPU and memory of a service in a cluster, after its load test',
    () => import('./resources.ts'),
  ),
  command('profiles', 'says which functions cost more or less than before', () => import('./profiles.ts')),
  command('capacity', 'says how much load a service carries, from a ladder of loads', () => import('./capacity.ts')),
  command(
    'complexity',
    'counts branch points before and after, as lizard, ESLint, radon, gocyclo or SonarQube found them',
    () => import('./complexity.ts'),
  ),
  command(
    'monitor',
    'writes alerts with tests, routes and dashboards for production, from the objectives of the policy',
    () => import('./monitor.ts'),
  ),
  command('watch', 'says whether services became worse in production with a deployment', () => import('./watch.ts')),
  command('init', 'writes the workflows and a commented policy file into this checkout', () => import('./init.ts')),
  command(
    'doctor',
    'checks a repository: permissions, the required check, the label, results',
    () => import('./doctor.ts'),
  ),
]

function command<Name extends string>(
  name: Name,
  does: string,
  load: () => Promise<Readonly<Record<Name, CliFunction>> & Readonly<{ USAGE: Usage }>>,
): CliCommand {
  return {
    name,
    does,
    load: async () => {
      const module = await load()
      return { run: module[name], usage: module.USAGE }
    },
  }
}
