import { createHash } from 'node:crypto'

/**
 * Turns a file that the HTML report contains unchanged (a style sheet, the script of the page) into an ES module. It exports the
 * text and its hash; with the hash, the security policy of the page allows this text and no other.
 * https://www.w3.org/TR/CSP3/#grammardef-hash-source
 */
export function textModule(source: string): string {
  const hash = `sha256-${createHash('sha256').update(source).digest('base64')}`
  return `export const text = ${JSON.stringify(source)}\nexport const hash = ${JSON.stringify(hash)}\n`
}
