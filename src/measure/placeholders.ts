import { distance } from 'fastest-levenshtein'
import { UserError } from '../model/errors.ts'
import { shellWord } from '../model/shell-word.ts'

/** The names that any command may contain in braces. */
const NAMES = ['port', 'address', 'service', 'variant', 'run', 'output', 'output-folder'] as const

/** The names that a command for recording profiles may contain. */
export const PROFILE_NAMES = [...NAMES, 'pid', 'pids', 'seconds', 'scratch'] as const

export type PlaceholderValues = Readonly<Record<(typeof NAMES)[number], string>>
export type ProfilePlaceholderValues = Readonly<Record<(typeof PROFILE_NAMES)[number], string>>

/** Shells and programs use braces themselves, so only known names are replaced, and none after a `$`. */
const PLACEHOLDER = /(?<!\$)\{([a-z-]{2,})\}/g

/** Replaces the placeholders of a command by values. Each value becomes one word of the shell. */
export function fillPlaceholders(command: string, values: PlaceholderValues | ProfilePlaceholderValues): string {
  const known = new Map<string, string>(Object.entries(values))
  return command.replace(PLACEHOLDER, (found, name: string) => {
    const value = known.get(name)
    return value === undefined ? found : shellWord(value)
  })
}

/**
 * A misspelt placeholder such as `{ports}` would reach the program unchanged. One wrong letter is taken for a mistake; other
 * names are left to the shell or the program.
 */
export function checkPlaceholders(command: string, where: string, names: readonly string[] = NAMES): void {
  for (const [, word = ''] of command.matchAll(PLACEHOLDER)) {
    if (names.includes(word)) continue
    const meant = names.find((name) => distance(name, word) === 1)
    if (meant === undefined) continue
    const known = names.map((name) => `{${name}}`).join(', ')
    throw new UserError(`${where} has the placeholder {${word}}. Did you mean {${meant}}? Known: ${known}.`)
  }
}
