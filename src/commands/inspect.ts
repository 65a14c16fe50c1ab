import { FORMATS } from '../formats/registry.ts'
import { UserError } from '../model/errors.ts'
import { servicePolicy } from '../policy/service-policy.ts'
import { collectRuns } from '../results/collect-runs.ts'
import { inspectRuns } from '../results/inspect.ts'
import { readArguments } from './arguments.ts'
import { readPolicy } from './policy-option.ts'
import { withProgress } from './progress-line.ts'
import { resultSet } from './result-set.ts'

/** `perf-gate inspect`: says what is understood; exit code 1 when something is refused or there is nothing. */
export async function inspect(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, { policy: { type: 'string' } }, true)
  const [path, ...more] = positionals
  if (path === undefined || more.length > 0) throw new UserError('Give one path: perf-gate inspect PATH')
  const { files, options } = await resultSet(path, 'candidate')
  const policy = await readPolicy(values.policy, undefined)
  const collected = await withProgress(async ({ watch }) =>
    collectRuns(files.map(watch), {
      ...options,
      formats: FORMATS,
      read: (service) => servicePolicy(policy, service).read,
    }),
  )
  process.stdout.write(inspectRuns(collected))
  return collected.refusals.length > 0 || collected.runs.length === 0 ? 1 : 0
}
