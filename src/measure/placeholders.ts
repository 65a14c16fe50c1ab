import { distance } from 'fastest-levenshtein'
import { UserError } from '../model/errors.ts'
import { shellWord } from '../model/shell-word.ts'

/** What commands may name, in braces. */
const NAMES = ['port', 'address', 'service', 'variant', 'run', 'output', 'output-folder'] as const

export type PlaceholderValues = Readonly<Record<(typeof NAMES)[number], string>>

/** Shells and programs have braces of their own: only these names are replaced, and only where no `$` is before them. */
const PLACEHOLDER = new RegExp(`(?<!\\$)\\{(${NAMES.join('|')})\\}`, 'g')

/** Puts values into a command, each as one word of a shell. */
export function fillPlaceholders(command: string, values: PlaceholderValues): string {
  return command.replace(PLACEHOLDER, (_, name: keyof PlaceholderValues) => shellWord(values[name]))
}

/** `{ports}` would reach the program as it is. One letter wrong is a slip; what is further off is the shell's or the program's. */
export function checkPlaceholders(command: string, where: string): void {
  for (const [, word = ''] of command.matchAll(/(?<!\$)\{([a-z-]{2,})\}/g)) {
    const meant = NAMES.find((name) => name !== word && distance(name, word) === 1)
    if (meant === undefined || (NAMES as readonly string[]).includes(word)) continue
    throw new UserError(`${where} has the placeholder {${word}}. Did you mean {${meant}}? Known: ${list()}.`)
  }
}

function list(): string {
  return NAMES.map((name) => `{${name}}`).join(', ')
}
