import { parse } from 'yaml'
import { blocksOf, readRepositoryFile } from '../docs/markdown-page.ts'
import { call } from './call.ts'

type Step = Readonly<{ run?: string }>

/** Words of a page, and what takes their place in a test: its port, and fewer seconds. */
export type Changes = Readonly<Record<string, string>>

/** Runs the step of the workflow in docs/tools/<tool>.md in a folder, as GitHub would. */
export async function runPage(tool: string, folder: string, changes: Changes): Promise<void> {
  const steps = parse(blockOf(tool, 'yaml')) as readonly Step[]
  let script = steps.find(({ run }) => run !== undefined)?.run ?? ''
  for (const [words, others] of Object.entries(changes)) {
    if (!script.includes(words)) throw new Error(`docs/tools/${tool}.md no longer says: ${words}`)
    script = script.replaceAll(words, others)
  }
  await call('bash', ['-c', script], { folder })
}

/** The first block of this language on the page of a tool. */
export function blockOf(tool: string, language: string): string {
  const block = blocksOf(readRepositoryFile(`docs/tools/${tool}.md`)).find((one) => one.language === language)
  if (block === undefined) throw new Error(`docs/tools/${tool}.md has no block of ${language}`)
  return block.text
}
