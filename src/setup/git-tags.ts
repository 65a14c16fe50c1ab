import type { Tag } from '../model/report.ts'
import { outputOf } from './program.ts'

/** More than a report can show. */
const MAX_TAGS = 1000

/** An annotated tag is an object of its own: its commit is the one that it points at. */
const FORMAT = '%(if)%(*objectname)%(then)%(*objectname)%(else)%(objectname)%(end) %(refname:strip=2)'

/** The newest tags of the clone that a folder lies in. Empty where it lies in none, or Git is not installed. */
export async function gitTags(folder: string): Promise<readonly Tag[]> {
  // Of one second the higher version is the newer one; the last key counts first.
  const args = [
    'for-each-ref',
    '--sort=-version:refname',
    '--sort=-creatordate',
    `--count=${MAX_TAGS}`,
    `--format=${FORMAT}`,
    'refs/tags',
  ]
  const lines = (await outputOf('git', args, folder))?.split('\n') ?? []
  return lines.flatMap((line) => {
    const [, commit, name] = /^([0-9a-f]{40,64}) (.+)$/.exec(line) ?? []
    return commit === undefined || name === undefined ? [] : [{ name, commit }]
  })
}
