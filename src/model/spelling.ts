import { closest, distance } from 'fastest-levenshtein'

/**
 * The known word that a misspelt word means. null: no known word is similar. If half of the letters differ, it is not a spelling
 * mistake.
 */
export function meantBy(word: string, known: readonly string[]): string | null {
  if (known.length === 0) return null
  const nearest = closest(word, known)
  return distance(word, nearest) <= nearest.length / 2 ? nearest : null
}
