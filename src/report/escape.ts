import { withoutSecrets } from '../model/secret.ts'

/**
 * The only place that escapes for the report.
 * Names and messages come from result files, pull requests and policies, so all of them are hostile here. On GitHub a name
 * could ping people, close issues, load images, break a table or pose as the report itself. A code span stops all of
 * that: the filters for mentions, references and emoji skip `code`.
 * https://github.com/gjtorikian/html-pipeline (the mention filter ignores pre, code and a)
 */

/** Longer names are cut, because a comment has a size limit. */
const MAX_NAME_CODE_POINTS = 120

/** Longer than any message that the gate writes. */
const MAX_PROSE_CODE_POINTS = 700

/**
 * An untrusted name as a Markdown code span that is safe in a table cell, in a list and in a sentence. If a name contains a backslash
 * before a pipe, a similar character replaces the pipe: escaped, the pipe would have two backslashes before it, and then GitHub keeps the
 * cell whole, but marked, which writes the HTML page, cuts the cell in two.
 */
export function code(name: string): string {
  const text = plain(name, MAX_NAME_CODE_POINTS).replaceAll('\\|', '\\∣').replaceAll('|', '\\|')
  const longestFence = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longestFence + 1)
  // A code span that begins or ends with a backtick needs a space there: https://spec.commonmark.org/0.31.2/#code-spans
  const padding = text.startsWith('`') || text.endsWith('`') ? ' ' : ''
  return `${fence}${padding}${text}${padding}${fence}`
}

/** The line under the header of a table: https://github.github.com/gfm/#delimiter-row */
const DELIMITER_ROW = /^[ |:-]*-[ |:-]*$/m

/**
 * A whole page without the backslashes that `code` writes before pipes, but for its tables. Only there GitHub takes the backslash away;
 * elsewhere it would be shown. A name cannot begin a table, because no name is a whole line.
 */
export function withPlainPipes(markdown: string): string {
  return markdown
    .split('\n\n')
    .map((block) => (DELIMITER_ROW.test(block) ? block : block.replaceAll('\\|', '|')))
    .join('\n\n')
}

/** An untrusted name as HTML, for places where Markdown is not read, such as the title of a fold. */
export function htmlCode(name: string): string {
  return `<code>${escapedXml(plain(name, MAX_NAME_CODE_POINTS))}</code>`
}

/** A text for HTML and SVG, between tags or in double quotes. */
export function escapedXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/**
 * Untrusted text without control characters, line breaks, changes of writing direction, invisible characters and secrets. Cut to
 * `maxCodePoints`. The result never contains the opening of an HTML comment.
 */
export function plain(text: string, maxCodePoints: number = MAX_PROSE_CODE_POINTS): string {
  const clean = withoutSecrets(text.toWellFormed())
    .replaceAll(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll('<!--', '<! --')
    .trim()
  const codePoints = [...clean]
  if (codePoints.length > maxCodePoints) return `${codePoints.slice(0, maxCodePoints - 1).join('')}…`
  return clean === '' ? '(empty)' : clean
}

/** A word without a meaning in Markdown or on GitHub. It may contain a colon, an underscore or a slash. */
const HARMLESS_WORD = /^["'“‘(]*[+\-−]?[\p{L}\p{N}]+(?:[.,/+%'’=–…-]+[\p{L}\p{N}]+|_[\p{L}\p{N}]+)*[.,;:%"'”’)!?…]*$/u

/** Signs that may stand alone between words. At the start of a message they become code, because a hyphen there would start a list. */
const HARMLESS_SIGN = /^[%–—…→≤≥=,;:.()"“”-]+$/

/** Words that look harmless but that GitHub turns into links. */
const ACTIVE_WORD = /www\.|^GH-\d|^[0-9a-f]{7,64}[.,;:]?$/i
const LIST_NUMBER = /^\d+[.)]$/

/** Matches either text that a message quotes as code, with the sign after it, or one word. */
const CODE_OR_WORD = /`([^`]+)`([.,;:)]*)(?= |$)|\S+/g

/**
 * A message as Markdown. The rules of the gate write messages, but messages contain names from outside. Therefore plain words stay
 * unchanged, and every word that Markdown or GitHub could interpret becomes a code span.
 */
export function prose(message: string): string {
  const words = [...plain(message).matchAll(CODE_OR_WORD)].map(([word, quoted, sign = ''], index) => {
    if (quoted !== undefined) return `${code(quoted)}${sign}`
    return isHarmless(word, index === 0) ? word : codeWord(word)
  })
  return words.join(' ')
}

/** Signs that end a sentence stay outside of the code span. A closing bracket stays outside too if an earlier word opened it. */
function codeWord(word: string): string {
  const ending = /^[^(]*[\p{L}\p{N}]\)[.,;:]*$/u.test(word) ? /^(.+?)(\)[.,;:]*)$/u : /^(.+?)([.,;:]*)$/u
  const [, name = word, signs = ''] = ending.exec(word) ?? []
  return `${code(name)}${signs}`
}

function isHarmless(word: string, isFirst: boolean): boolean {
  if (isFirst && (LIST_NUMBER.test(word) || HARMLESS_SIGN.test(word))) return false
  return (HARMLESS_WORD.test(word) && !ACTIVE_WORD.test(word)) || HARMLESS_SIGN.test(word)
}

/** A link whose text comes from the source code of the gate. undefined: the address is not https. */
export function link(text: string, address: string | null): string | undefined {
  return address !== null && /^https:\/\/[\w.-]+(?::\d+)?\/[\w./?=&%#-]*$/.test(address)
    ? `[${text}](${address})`
    : undefined
}

/** The first seven characters of a commit, as Git abbreviates it. Not escaped. */
export function shortCommit(sha: string): string {
  return /^[0-9a-f]{40,64}$/.test(sha) ? sha.slice(0, 7) : sha
}

/** The first seven characters of a commit as a code span. */
export function commit(sha: string): string {
  return code(shortCommit(sha))
}

/** A number without line breaks for narrow tables. Only a bracket may start a new line. */
export function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0').replaceAll('\u00a0(', ' (')
}
