import { closest, distance } from 'fastest-levenshtein'

/** The known word that a misspelt one means; null where none is like it: half of the letters wrong is no spelling mistake any more. */
export function meantBy(word: string, known: readonly string[]): string | null {
  if (known.length === 0) return null
  const nearest = closest(word, known)
  return distance(word, nearest) <= nearest.length / 2 ? nearest : null
}
