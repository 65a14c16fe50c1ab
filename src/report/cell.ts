import type { Estimate } from '../model/comparison.ts'
import type { Better, Unit } from '../model/measurement.ts'
import { withoutSecrets } from '../model/secret.ts'

/**
 * The only place that escapes and formats for the report.
 * Names and messages come from result files, pull requests and policies, so all of them are hostile here. On GitHub a name
 * could ping people, close issues, load images, break a table or pose as the report itself. A code span stops all of
 * that: the filters for mentions, references and emoji skip `code`.
 * https://github.com/gjtorikian/html-pipeline (the mention filter ignores pre, code and a)
 */

/** Longer names are cut: nobody reads on, and a comment has a size limit. */
const MAX_NAME_CODE_POINTS = 120

/** Longer than any message of the gate itself. */
const MAX_PROSE_CODE_POINTS = 700

/** What could stand for a number that is not known. */
export const UNKNOWN = 'unknown'

/** An untrusted name as a Markdown code span that is safe in a table cell, in a list and in a sentence. */
export function code(name: string): string {
  const text = plain(name, MAX_NAME_CODE_POINTS).replaceAll('|', '\\|')
  const longestFence = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longestFence + 1)
  // A code span that begins or ends with a backtick needs a space there: https://spec.commonmark.org/0.31.2/#code-spans
  const padding = text.startsWith('`') || text.endsWith('`') ? ' ' : ''
  return `${fence}${padding}${text}${padding}${fence}`
}

/** An untrusted name as HTML, for places where Markdown is not read, such as the title of a fold. */
export function htmlCode(name: string): string {
  const text = plain(name, MAX_NAME_CODE_POINTS)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
  return `<code>${text}</code>`
}

/**
 * Untrusted text without what cannot be seen or would start a new line: control characters, changes of writing direction,
 * invisible characters, and without secrets. Cut to `maxCodePoints`. Cannot hold the opening of an HTML comment.
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

/** A word that Markdown and GitHub read as nothing but a word. A colon, an underscore or a slash can stand inside it. */
const HARMLESS_WORD = /^["'“‘(]*[+\-−]?[\p{L}\p{N}]+(?:[.,/+%'’=–…-]+[\p{L}\p{N}]+|_[\p{L}\p{N}]+)*[.,;:%"'”’)!?…]*$/u

/** Signs that stand alone between words. A hyphen would start a list where it is the first. */
const HARMLESS_SIGN = /^[%–—…→≤≥=,;:.()"“”-]+$/

/** Words that GitHub turns into links, or Markdown into the number of a list, although they look harmless. */
const ACTIVE_WORD = /www\.|^GH-\d|^[0-9a-f]{7,64}[.,;:]?$/i
const LIST_NUMBER = /^\d+[.)]$/

/** What a message itself quotes as code, with the sign that follows it; or a word. */
const CODE_OR_WORD = /`([^`]+)`([.,;:)]*)(?= |$)|\S+/g

/**
 * A message as Markdown. Plain words stay as they are, and every word that could be more than a word becomes a code span.
 * Messages are written by the rules of the gate, and hold names from outside.
 */
export function prose(message: string): string {
  const words = [...plain(message).matchAll(CODE_OR_WORD)].map(([word, quoted, sign = ''], index) => {
    if (quoted !== undefined) return `${code(quoted)}${sign}`
    return isHarmless(word, index === 0) ? word : codeWord(word)
  })
  return words.join(' ')
}

/** The signs that end a sentence stay outside: they are not part of the name. Nor is a bracket that a word before it opened. */
function codeWord(word: string): string {
  const ending = /^[^(]*[\p{L}\p{N}]\)[.,;:]*$/u.test(word) ? /^(.+?)(\)[.,;:]*)$/u : /^(.+?)([.,;:]*)$/u
  const [, name = word, signs = ''] = ending.exec(word) ?? []
  return `${code(name)}${signs}`
}

function isHarmless(word: string, isFirst: boolean): boolean {
  if (isFirst && (LIST_NUMBER.test(word) || HARMLESS_SIGN.test(word))) return false
  return (HARMLESS_WORD.test(word) && !ACTIVE_WORD.test(word)) || HARMLESS_SIGN.test(word)
}

/** A link whose text is ours. The address must be https, and is left out otherwise. */
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

/** `105.0 ms`: four digits that count, so that 105.0 is told from 104.9. */
export function formatMs(durationMs: number): string {
  const size = Math.abs(durationMs)
  if (size > 0 && size < 1e-3) return `${significant(durationMs * 1e6, 4)} ns`
  if (size > 0 && size < 1e-2) return `${significant(durationMs * 1e3, 4)} µs`
  return `${significant(durationMs, 4)} ms`
}

/**
 * `+8.3 %` for 0.083, `0.0 %` for nothing. With a limit, as many digits as it takes to tell the two apart: 0.05001 against
 * a limit of 0.05 is `+5.001 %`.
 */
export function formatRatio(changeRatio: number, limitRatio: number | null = null): string {
  if (!Number.isFinite(changeRatio)) return UNKNOWN
  const text = percent(changeRatio, limitRatio)
  return changeRatio > 0 && Number(text.replaceAll(',', '')) > 0 ? `+${text} %` : `${text} %`
}

/** `8.3 %` for 0.083 and for -0.083: where a word says the direction. */
export function formatSize(changeRatio: number, limitRatio: number | null = null): string {
  if (!Number.isFinite(changeRatio)) return UNKNOWN
  return `${percent(Math.abs(changeRatio), limitRatio)} %`
}

/** `5 %`, `7.5 %`: a limit as short as it is written. */
export function formatLimit(limitRatio: number): string {
  return `${trimmed(limitRatio * 100, 4)} %`
}

/** `+5 %` for a latency, `-5 %` for a throughput: the direction that the limit holds. */
export function formatSignedLimit(limitRatio: number, better: Better): string {
  return `${better === 'higher' ? '-' : '+'}${formatLimit(limitRatio)}`
}

/** `+8.3 % (+5.1 % … +11.6 %)`: the best estimate and its two one-sided bounds. */
export function formatChange(estimate: Estimate, limitRatio: number | null = null): string {
  const { changeRatio, lower, upper } = estimate
  return `${formatRatio(changeRatio, limitRatio)} (${formatRatio(lower)} … ${formatRatio(upper)})`
}

/** A number that stays on one line in a narrow table; a bracket may begin a new one. */
export function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0').replaceAll('\u00a0(', ' (')
}

/** `plausibly between +7.3 % and +14.4 %`. */
export function formatInterval({ lower, upper }: Pick<Estimate, 'lower' | 'upper'>): string {
  return `plausibly between ${formatRatio(lower)} and ${formatRatio(upper)}`
}

/** A measured value with its unit. A ratio is a share: 0.0012 is `0.12 %`. */
export function formatValue(value: number | null, unit: Unit): string {
  if (value === null || !Number.isFinite(value)) return UNKNOWN
  switch (unit) {
    case 'ms':
      return formatMs(value)
    case 'ratio':
      return `${trimmed(value * 100, 4)} %`
    case 'per-second':
      return `${significant(value, 4)}/s`
    case 'bytes':
      return formatBytes(value)
    case 'bytes-per-second':
      return `${formatBytes(value)}/s`
    case 'count':
    case 'none':
      return trimmed(value, 4)
  }
}

/** `+0.30 pp`: the difference of two shares, in percentage points. A relative change of an error rate says little. */
export function formatPoints(baseline: number, candidate: number): string {
  const points = (candidate - baseline) * 100
  const text = fixed(points, 2)
  return points > 0 && Number(text) > 0 ? `+${text} pp` : `${text} pp`
}

/** `about 1 time in 790`: how often chance alone would do this. Never zero. */
export function formatChance(pValue: number): string {
  if (pValue < 0.0001) return 'less than 1 time in 10,000'
  if (pValue > 0.4) return 'about every second time'
  return `about 1 time in ${fixed(Number((1 / pValue).toPrecision(2)), 0)}`
}

/** `1 min 30 s`. */
export function formatDuration(durationMs: number): string {
  if (durationMs < 60_000) return `${trimmed(durationMs / 1000, 3)} s`
  const seconds = Math.round(durationMs / 1000)
  return seconds % 60 === 0 ? `${seconds / 60} min` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}

/** `1 run`, `3 runs`. */
export function count(number: number, one: string, many: string = `${one}s`): string {
  return `${fixed(number, 0)} ${number === 1 ? one : many}`
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

/** One digit after the point, more where it would read as the limit and is not, none from 1,000 % on. */
function percent(changeRatio: number, limitRatio: number | null): string {
  const value = changeRatio * 100
  const limit = limitRatio === null ? Number.NaN : limitRatio * 100
  const start = Math.abs(value) >= 1000 ? 0 : 1
  const isLimit = Math.abs(Math.abs(value) - limit) < 1e-9
  for (let decimals = start; decimals < 8 && !isLimit; decimals++) {
    if (fixed(Math.abs(value), decimals) !== fixed(limit, decimals)) return fixed(value, decimals)
  }
  return fixed(value, isLimit ? start : 8)
}

const BINARY_UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB']

function formatBytes(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), BINARY_UNITS.length - 1)
  return `${trimmed(bytes / 1024 ** power, 4)} ${BINARY_UNITS[power]}`
}

/** With this many digits that count, and never fewer than its whole digits: 12,345 stays 12,345. */
function significant(value: number, digits: number): string {
  return fixed(value, decimalsFor(value, digits))
}

/** As `significant`, without zeros at the end. */
function trimmed(value: number, digits: number): string {
  const text = fixed(value, decimalsFor(value, digits))
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}

function decimalsFor(value: number, digits: number): number {
  if (value === 0) return 0
  return Math.min(Math.max(digits - 1 - Math.floor(Math.log10(Math.abs(value))), 0), 12)
}

/** By hand, because `toLocaleString` takes 40 times as long, and a report has tens of thousands of numbers. */
function fixed(value: number, decimals: number): string {
  const [whole = '', fraction] = value.toFixed(decimals).split('.')
  const grouped = whole.length <= 3 ? whole : whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',')
  const text = fraction === undefined ? grouped : `${grouped}.${fraction}`
  return /^-[0.]+$/.test(text) ? text.slice(1) : text
}
