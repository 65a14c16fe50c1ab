import { UserError } from '../model/errors.ts'
import { openDirectoryStore } from '../storage/directory-store.ts'
import { recordsOf } from '../storage/records.ts'
import { checkCommit, readArguments, requiredFlag } from './arguments.ts'
import { judge } from './judge.ts'
import { readPolicy } from './policy-option.ts'
import { resultSet } from './result-set.ts'

/** `perf-gate record`: stores the usable runs; exit code 1 when some could not be used. */
export async function record(args: readonly string[]): Promise<number> {
  const { values } = readArguments(args, {
    store: { type: 'string' },
    results: { type: 'string' },
    commit: { type: 'string' },
    policy: { type: 'string' },
  })
  const commit = requiredFlag('commit', values.commit)
  checkCommit('commit', commit)
  const directory = requiredFlag('store', values.store)
  const store = openDirectoryStore(directory)
  const policy = await readPolicy(values.policy, undefined)
  const sides = {
    origin: 'same-results',
    sets: [await resultSet(requiredFlag('results', values.results), 'candidate')],
    lookup: () => store.load(),
  } as const
  const { verdict, report, collected } = await judge(policy, sides)
  for (const { path, problem } of collected.refusals) process.stderr.write(`Not recorded: ${path}: ${problem}\n`)
  const records = recordsOf(verdict.services, { commit, recordedAt: new Date().toISOString() })
  if (records.length === 0) throw new UserError(`Nothing was recorded: ${values.results} holds no usable run.`)
  const { added, alreadyStored } = await store.append(records)
  process.stdout.write(
    `${report.title}\nRecorded ${added} runs in ${directory}; ${alreadyStored} were there already.\n`,
  )
  return collected.refusals.length > 0 ? 1 : 0
}
