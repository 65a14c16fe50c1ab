import { replayStore } from '../replay/replay-store.ts'
import { replayJson } from '../report/replay-json.ts'
import { replayMarkdown } from '../report/replay-markdown.ts'
import { readArguments, requiredFlag } from './arguments.ts'
import { foundStore } from './found-store.ts'
import { readPolicy } from './policy-option.ts'
import { OUTPUT_FLAGS, printReport } from './save.ts'
import type { Usage } from './usage.ts'

export const USAGE = {
  guide: 'docs/guides/budgets.md',
  calls: ['--store DIR --policy FILE'],
  flags: {
    store: { type: 'string', value: 'DIR', says: 'a store that record wrote, or a clone of its branch' },
    policy: { type: 'string', value: 'FILE', says: 'the policy to try' },
    against: { type: 'string', value: 'FILE', says: 'the policy to compare with; default: the built-in values' },
    ...OUTPUT_FLAGS,
  },
  exitCodes: '0: done, whatever would have been blocked. 2: nothing could be read.',
} as const satisfies Usage

/** `perf-gate replay` prints which stored pushes a policy would have blocked. The exit code is always 0. */
export async function replay(args: readonly string[]): Promise<number> {
  const { values } = readArguments(args, USAGE.flags)
  const directory = requiredFlag('store', values.store)
  const proposed = await readPolicy(requiredFlag('policy', values.policy))
  const against = await readPolicy(values.against, undefined, 'against')
  const lookup = await foundStore(directory)
  const replayed = replayStore(lookup, { proposed, against })
  const markdown = replayMarkdown(replayed)
  await printReport(markdown, replayJson(replayed), values)
  return 0
}
