import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** A command that a page tells its reader to call, and what the page says comes of it. */
export type Command = Readonly<{
  text: string
  /** From `# exit code 1` at the end of the line; else 0. */
  exitCode: number
  /** Of the `text` block that follows it: what must be in the output. null: the page does not say. */
  output: string | null
}>

type Block = Readonly<{ language: string; text: string }>

/** All fenced blocks of a page, also those inside of lists, in order. */
export function blocksOf(page: string): readonly Block[] {
  return [...page.matchAll(/^( *)```(\w*)\n([\s\S]*?)^\1```$/gm)].map(([, indent = '', language = '', text = '']) => ({
    language,
    text: text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  }))
}

/** The commands of a page's `sh` blocks, one a line. */
export function commandsOf(page: string): readonly Command[] {
  const blocks = blocksOf(page)
  return blocks.flatMap(({ language, text }, index) => {
    if (language !== 'sh') return []
    const next = blocks[index + 1]
    const lines = text.trim().split('\n')
    return lines.map((line, position) => ({
      text: line,
      exitCode: Number(/# exit code (\d)$/.exec(line)?.[1] ?? 0),
      output: position === lines.length - 1 && next?.language === 'text' ? next.text.trim() : null,
    }))
  })
}

/** A file of the repository as text. */
export function readRepositoryFile(path: string): string {
  return readFileSync(`${ROOT}${path}`, 'utf8')
}
