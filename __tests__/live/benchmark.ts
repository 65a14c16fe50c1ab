import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Judged, judge } from './judge.ts'
import { type Changes, runPage } from './tool-page.ts'

/** Writes a version into a folder that is there. */
export type Build = (folder: string, isSlower: boolean) => Promise<void>

/**
 * Both versions lie in ./baseline and ./candidate, as the page of the tool says: once the same twice, and once with a slower candidate.
 */
export async function benchmark(
  folder: string,
  tool: string,
  build: Build,
  changes: Changes,
): Promise<Readonly<{ unchanged: Judged; slower: Judged }>> {
  const pair = async (name: string, isSlower: boolean) => {
    for (const side of ['baseline', 'candidate']) {
      await mkdir(join(folder, name, side), { recursive: true })
      await build(join(folder, name, side), isSlower && side === 'candidate')
    }
    await runPage(tool, join(folder, name), changes)
    return judge(folder, '--results', join(folder, name, 'results'))
  }
  return { unchanged: await pair('unchanged', false), slower: await pair('slower', true) }
}
