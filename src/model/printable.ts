/** Makes untrusted text safe for a terminal: no control character may reach it, and no line is longer than this. */
export function printable(text: string, maxCharacters = Number.POSITIVE_INFINITY): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '?')
  return plain.length > maxCharacters ? `${plain.slice(0, maxCharacters - 1)}…` : plain
}
