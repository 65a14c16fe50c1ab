import { parse } from 'yaml'
import { blocksOf, readRepositoryFile } from '../docs/markdown-page.ts'
import { call } from './call.ts'

type Step = Readonly<{ run?: string }>

/** Words of a page, and what takes their place in a test: its port, and fewer seconds. */
export type Changes = Readonly<Record<string, string>>

/** Runs the step of the workflow in docs/tools/<tool>.md that measures, in a folder, as GitHub would. */
export async function runPage(tool: string, folder: string, changes: Changes): Promise<void> {
  let script = blocksOfPage(tool, 'yaml')
    .flatMap((block) => parse(block) as Step | readonly Step[])
    .map(({ run }) => run ?? '')
    .find((run) => run.includes('exit-code'))
  if (script === undefined) throw new Error(`docs/tools/${tool}.md has no step that measures`)
  for (const [words, others] of Object.entries(changes)) {
    if (!script.includes(words)) throw new Error(`docs/tools/${tool}.md no longer says: ${words}`)
    script = script.replaceAll(words, others)
  }
  await call('bash', ['-c', script], { folder })
}

/** The blocks of this language on the page of a tool. */
export function blocksOfPage(tool: string, language: string): readonly string[] {
  return blocksOf(readRepositoryFile(`docs/tools/${tool}.md`))
    .filter((block) => block.language === language)
    .map(({ text }) => text)
}
