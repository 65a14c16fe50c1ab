import { distance } from 'fastest-levenshtein'
import { UserError } from '../model/errors.ts'
import { shellWord } from '../model/shell-word.ts'

/** What commands may name, in braces. */
const NAMES = ['port', 'address', 'service', 'variant', 'run', 'output', 'output-folder'] as const

/** And what records a profile, besides. */
export const PROFILE_NAMES = [...NAMES, 'pid', 'pids', 'seconds', 'scratch'] as const

export type PlaceholderValues = Readonly<Record<(typeof NAMES)[number], string>>
export type ProfilePlaceholderValues = Readonly<Record<(typeof PROFILE_NAMES)[number], string>>

/** Shells and programs have braces of their own: only known names are replaced, and only where no `$` is before them. */
const PLACEHOLDER = /(?<!\$)\{([a-z-]{2,})\}/g

/** Puts values into a command, each as one word of a shell. */
export function fillPlaceholders(command: string, values: PlaceholderValues | ProfilePlaceholderValues): string {
  const known = new Map<string, string>(Object.entries(values))
  return command.replace(PLACEHOLDER, (found, name: string) => {
    const value = known.get(name)
    return value === undefined ? found : shellWord(value)
  })
}

/** `{ports}` would reach the program as it is. One letter wrong is a slip; what is further off is the shell's or the program's. */
export function checkPlaceholders(command: string, where: string, names: readonly string[] = NAMES): void {
  for (const [, word = ''] of command.matchAll(PLACEHOLDER)) {
    if (names.includes(word)) continue
    const meant = names.find((name) => distance(name, word) === 1)
    if (meant === undefined) continue
    const known = names.map((name) => `{${name}}`).join(', ')
    throw new UserError(`${where} has the placeholder {${word}}. Did you mean {${meant}}? Known: ${known}.`)
  }
}
