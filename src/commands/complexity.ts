import { compareComplexity } from '../complexity/compare-complexity.ts'
import { readComplexity } from '../complexity/read-complexity.ts'
import type { ComplexityReading } from '../model/complexity.ts'
import { complexityJson } from '../report/complexity-json.ts'
import { complexityMarkdown } from '../report/complexity-markdown.ts'
import { readArguments, requiredFlag } from './arguments.ts'
import { readFlagFile } from './read-flag-file.ts'
import { OUTPUT_FLAGS, printReport } from './save.ts'
import type { Usage } from './usage.ts'

export const USAGE = {
  guide: 'docs/guides/complexity.md',
  calls: ['--before FILE --after FILE'],
  flags: {
    before: { type: 'string', value: 'FILE', says: 'the report of the tool on the code before the change' },
    after: { type: 'string', value: 'FILE', says: 'its report on the code after the change' },
    ...OUTPUT_FLAGS,
  },
  exitCodes: '0: done, whatever changed. 2: a file could not be read.',
} as const satisfies Usage

/** `perf-gate complexity` tells how a change altered the complexity of the code. The exit code is always 0. */
export async function complexity(args: readonly string[]): Promise<number> {
  const { values } = readArguments(args, USAGE.flags)
  const before = await readingOf('before', requiredFlag('before', values.before))
  const after = await readingOf('after', requiredFlag('after', values.after))
  const change = compareComplexity(before, after)
  const markdown = complexityMarkdown(change)
  await printReport(markdown, complexityJson(change), values)
  return 0
}

async function readingOf(flag: string, path: string): Promise<ComplexityReading> {
  return readComplexity(await readFlagFile(flag, path), path)
}
