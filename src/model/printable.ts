/**
 * Untrusted text for one line of a terminal, cut to a length. Control characters could hide a line, and the output may also be the log of
 * a job on GitHub: a runner obeys `##[command]` anywhere in a line (see model/runner-command.ts).
 */
export function printable(text: string, maxCharacters = Number.POSITIVE_INFINITY): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '?').replaceAll('##[', '## [')
  return plain.length > maxCharacters ? `${plain.slice(0, maxCharacters - 1)}…` : plain
}
