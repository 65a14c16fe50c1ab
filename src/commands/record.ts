import { UserError } from '../model/errors.ts'
import { count } from '../model/numbers.ts'
import { terminalText } from '../model/terminal-text.ts'
import { name, text } from '../model/text.ts'
import { owedBy, recordsOf } from '../policy/marks.ts'
import { repaidNow } from '../policy/open-debts.ts'
import { openDirectoryStore } from '../storage/directory-store.ts'
import { checkCommit, readArguments, requiredFlag } from './arguments.ts'
import { judgeLocally } from './local-gate.ts'
import { readPolicy } from './policy-option.ts'
import { print } from './print.ts'
import { resultSet } from './result-set.ts'
import type { Usage } from './usage.ts'

export const USAGE = {
  guide: 'docs/baselines.md',
  calls: ['--store DIR --results PATH --commit SHA'],
  flags: {
    store: { type: 'string', value: 'DIR', writes: 'folder', says: 'the store; it is created when it does not exist' },
    results: { type: 'string', value: 'PATH', says: 'a folder or a file with results of one commit' },
    commit: { type: 'string', value: 'SHA', says: 'the commit that was measured' },
    policy: { type: 'string', value: 'FILE', says: 'the policy; default: the built-in values' },
  },
  exitCodes: '0: stored. 1: some results could not be used. 2: nothing was stored.',
} as const satisfies Usage

/** `perf-gate record` stores the usable runs. Exit code 1: some runs could not be used. */
export async function record(args: readonly string[]): Promise<number> {
  const { values } = readArguments(args, USAGE.flags)
  const commit = requiredFlag('commit', values.commit)
  checkCommit('commit', commit)
  const directory = requiredFlag('store', values.store)
  const store = openDirectoryStore(directory)
  // A push is judged once, without a confirmation, because no further runs will follow.
  const policy = { ...(await readPolicy(values.policy)), confirmation: null }
  const sides = {
    origin: 'same-results',
    sets: [await resultSet(requiredFlag('results', values.results), 'candidate')],
    lookup: () => store.load(),
  } as const
  const { verdict, report, collected, lookup, ancestry } = await judgeLocally(policy, sides)
  for (const { path, problem } of collected.refusals)
    process.stderr.write(`${terminalText(text`Not recorded: ${name(path)}: ${problem}`)}\n`)
  const stamp = { commit, recordedAt: new Date().toISOString() }
  const records = recordsOf(verdict.services, stamp)
  const ledger = lookup?.kind === 'found' ? (lookup.ledger ?? []) : []
  const entries = [...owedBy(verdict.services, stamp), ...repaidNow(verdict.services, ledger, ancestry, stamp)]
  if (records.length === 0) throw new UserError(`Nothing was recorded: ${values.results} holds no usable run.`)
  const { added, alreadyStored } = await store.append(records, entries)
  print(`Recorded ${count(added, 'run')} in ${directory}; ${alreadyStored} were there already.\n`)
  // Nothing is blocked here, so the title stands as what it would have been elsewhere.
  if (lookup?.kind === 'found') print(`The report of a pull request would begin: ${report.title}\n`)
  return collected.refusals.length > 0 ? 1 : 0
}
