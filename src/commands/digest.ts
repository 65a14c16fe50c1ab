import { digestPoints } from '../formats/digest-points.ts'
import { UserError } from '../model/errors.ts'
import type { ResultFile } from '../model/result-file.ts'
import { servicePolicy } from '../policy/service-policy.ts'
import { readFolder } from '../results/folder.ts'
import { gunzipped } from '../results/gunzip.ts'
import { onePath, readArguments } from './arguments.ts'
import { readPolicy } from './policy-option.ts'
import { withProgress } from './progress-line.ts'
import { DEFAULT_SERVICE } from './result-set.ts'
import { save } from './save.ts'
import type { Usage } from './usage.ts'

export const USAGE = {
  guide: 'docs/guides/scale-out.md',
  calls: ['PATH', '-'],
  paths: { PATH: 'the raw points of one run', '-': 'the same from standard input, while the load test still runs' },
  flags: {
    output: {
      type: 'string',
      short: 'o',
      value: 'FILE',
      writes: 'file',
      says: 'the file for the digest; default: standard output',
    },
    policy: {
      type: 'string',
      value: 'FILE',
      says: 'the policy, which says how files are read; default: the built-in values',
    },
    service: { type: 'string', value: 'NAME', says: 'the service whose rules in the policy apply; default: service' },
  },
  exitCodes: '0: written. 2: the points are damaged, and nothing is written.',
} as const satisfies Usage

/**
 * `perf-gate digest` turns raw points into a small file that can be merged with the digests of other load generators. It can read
 * standard input while k6 runs. When the points are damaged, it writes nothing.
 */
export async function digest(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, USAGE.flags, true)
  const path = onePath(positionals)
  const policy = await readPolicy(values.policy)
  const { read } = servicePolicy(policy, values.service ?? DEFAULT_SERVICE)
  const input = path === '-' ? STANDARD_INPUT : await onlyFile(path)
  const text = await withProgress(async ({ watch }) => await digestPoints(watch(input).open(), read)).catch((error) => {
    if (error instanceof UserError) throw new UserError(`${input.path}: ${error.message}`)
    throw error
  })
  if (values.output === undefined) process.stdout.write(text)
  else await save(values.output, text)
  return 0
}

const STANDARD_INPUT: ResultFile = { path: 'standard input', artifact: null, open: () => gunzipped(process.stdin) }

async function onlyFile(path: string): Promise<ResultFile> {
  const [file, ...others] = await readFolder(path)
  if (file !== undefined && others.length === 0) return file
  throw new UserError(
    `${path} holds ${others.length + (file === undefined ? 0 : 1)} files. Give the one file with the points.`,
  )
}
