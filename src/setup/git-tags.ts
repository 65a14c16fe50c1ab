import type { Tag } from '../model/report.ts'
import { outputOf } from './program.ts'

/** More tags than a report can show. */
const MAX_TAGS = 1000

/** An annotated tag is an object of its own and points at its commit. */
const FORMAT = '%(if)%(*objectname)%(then)%(*objectname)%(else)%(objectname)%(end) %(refname:strip=2)'

/** The newest tags of the clone that contains the folder. Empty when there is no clone, or when Git is not installed. */
export async function gitTags(folder: string): Promise<readonly Tag[]> {
  // The last key has the highest priority. Of two tags from the same second, the one with the higher version comes first.
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
