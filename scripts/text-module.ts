import { createHash } from 'node:crypto'

/**
 * Turns a file that goes into the HTML report as it is (a style sheet, the page's script) into an ES module: its text, and
 * the hash by which the page's security policy allows this text and no other.
 * https://www.w3.org/TR/CSP3/#grammardef-hash-source
 */
export function textModule(source: string): string {
  const hash = `sha256-${createHash('sha256').update(source).digest('base64')}`
  return `export const text = ${JSON.stringify(source)}\nexport const hash = ${JSON.stringify(hash)}\n`
}
