import type { Estimate } from './comparison.ts'
import type { Better, Unit } from './measurement.ts'

/** Numbers in words, the same everywhere: in findings, tables, plots and the status. */

/** The text for a number that is not known. */
export const UNKNOWN = 'unknown'

/** `105.0 ms`: four digits that count, so that 105.0 is told from 104.9. */
export function formatMs(durationMs: number): string {
  return formatValue(durationMs, 'ms')
}

/** Beyond this, the size of a change says nothing more: what was almost nothing before became something. */
const MOST_RATIO = 10_000
const MOST_PERCENT = '1,000,000 %'

/**
 * `+8.3 %` for 0.083, `0.0 %` for nothing. With a limit, as many digits as it takes to tell the two apart: 0.05001 against
 * a limit of 0.05 is `+5.001 %`.
 */
export function formatRatio(changeRatio: number, limitRatio: number | null = null): string {
  if (!Number.isFinite(changeRatio)) return UNKNOWN
  if (changeRatio > MOST_RATIO) return `more than +${MOST_PERCENT}`
  const text = percent(changeRatio, limitRatio)
  return changeRatio > 0 && Number(text.replaceAll(',', '')) > 0 ? `+${text} %` : `${text} %`
}

/** `8.3 %` for 0.083 and for -0.083, when a word gives the direction. */
export function formatSize(changeRatio: number, limitRatio: number | null = null): string {
  if (!Number.isFinite(changeRatio)) return UNKNOWN
  if (Math.abs(changeRatio) > MOST_RATIO) return `more than ${MOST_PERCENT}`
  return `${percent(Math.abs(changeRatio), limitRatio)} %`
}

/** `5 %`, `7.5 %`: a limit, as short as in the policy. */
export function formatLimit(limitRatio: number): string {
  return `${trimmed(limitRatio * 100, 4)} %`
}

/** `+5 %` for a latency, `-5 %` for a throughput: with the sign of the direction that the limit forbids. */
export function formatSignedLimit(limitRatio: number, better: Better): string {
  return `${better === 'higher' ? '-' : '+'}${formatLimit(limitRatio)}`
}

/** `+8.3 % (+5.1 % … +11.6 %)`: the best estimate and its two one-sided bounds. */
export function formatChange(estimate: Estimate, limitRatio: number | null = null): string {
  const { changeRatio, lower, upper } = estimate
  return `${formatRatio(changeRatio, limitRatio)} (${formatRatio(lower)} … ${formatRatio(upper)})`
}

/** `plausibly between +7.3 % and +14.4 %`. */
export function formatInterval({ lower, upper }: Pick<Estimate, 'lower' | 'upper'>): string {
  return `plausibly between ${formatRatio(lower)} and ${formatRatio(upper)}`
}

/** A measured value with its unit. A ratio is a share: 0.0012 is `0.12 %`. `size`: the number by whose size the unit is chosen. */
export function formatValue(value: number | null, unit: Unit, digits = 4, size = Math.abs(value ?? 0)): string {
  if (value === null || !Number.isFinite(value)) return UNKNOWN
  switch (unit) {
    case 'ms':
      return formatTime(value, digits, size)
    case 'ratio':
      return `${trimmed(value * 100, digits)} %`
    case 'per-second':
      return `${significant(value, digits)}/s`
    case 'bytes':
      return formatBytes(value, digits, size)
    case 'bytes-per-second':
      return `${formatBytes(value, digits, size)}/s`
    case 'count':
    case 'none':
      return trimmed(value, digits)
  }
}

/**
 * `76.00 ms ± 1.0 ms`: a value that moves in steps. `beside`: the other side of the row. Both are in the unit of the larger one, because
 * 99.90 µs beside 0.1001 ms looks like a thousand times as much.
 */
export function formatStepped(
  value: number | null,
  unit: Unit,
  step: number | undefined,
  beside: number | null = null,
): string {
  const text = formatValue(value, unit, 4, Math.max(Math.abs(value ?? 0), Math.abs(beside ?? 0)))
  return step === undefined || value === null ? text : `${text} ± ${formatValue(step, unit, 2)}`
}

/** As `formatValue`, with as many digits as it takes to tell a value from another that stands beside it, such as a limit. */
export function formatBeside(value: number, unit: Unit, beside: number, digits = 4): string {
  const text = formatValue(value, unit, digits)
  const isTold = value === beside || digits >= 12 || text !== formatValue(beside, unit, digits)
  return isTold ? text : formatBeside(value, unit, beside, digits + 1)
}

/** `+0.30 pp`: the difference of two shares, in percentage points. A relative change of an error rate says little. */
export function formatPoints(baseline: number, candidate: number): string {
  const points = (candidate - baseline) * 100
  const text = fixed(points, 2)
  return points > 0 && Number(text) > 0 ? `+${text} pp` : `${text} pp`
}

/** A limit in percentage points: `1 pp` for 0.01. */
export function formatLimitPoints(limitRatio: number): string {
  return `${trimmed(limitRatio * 100, 4)} pp`
}

/** `about 1 time in 790`: how often chance alone would cause this. Never zero. */
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

/** `14 days`, `36 hours`. */
export function formatAge(ms: number): string {
  const hours = ms / 3_600_000
  return hours % 24 === 0 ? count(hours / 24, 'day') : count(hours, 'hour')
}

/** The first of these texts, and how many more there are: `a`, `b`, `3 more`. */
export function firstOf(texts: readonly string[], most: number): readonly string[] {
  const hidden = texts.length - most
  return hidden > 0 ? [...texts.slice(0, most), `${hidden} more`] : texts
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(parts: readonly string[], word: 'and' | 'or' = 'and'): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1)}`
}

/** One decimal; more if the text would otherwise equal the limit although the number differs. From 1,000 % on, four digits that count. */
function percent(changeRatio: number, limitRatio: number | null): string {
  const value = changeRatio * 100
  if (Math.abs(value) >= 1000) return fixed(Number(value.toPrecision(4)), 0)
  const limit = limitRatio === null ? Number.NaN : limitRatio * 100
  const isLimit = Math.abs(Math.abs(value) - limit) < 1e-9
  for (let decimals = 1; decimals < 8 && !isLimit; decimals++) {
    if (fixed(Math.abs(value), decimals) !== fixed(limit, decimals)) return fixed(value, decimals)
  }
  return fixed(value, isLimit ? 1 : 8)
}

/** The size from which a unit is used, and how many of the unit are a millisecond. */
const TIME_UNITS = [
  [600_000, 1 / 60_000, 'min'],
  [10_000, 1e-3, 's'],
  [0.1, 1, 'ms'],
  [1e-3, 1e3, 'µs'],
  [0, 1e6, 'ns'],
] as const

/** Benchmarks take nanoseconds and jobs take minutes, and both 0.000012 ms and 1,250,000 ms are hard to read, so the unit is chosen by size. */
function formatTime(durationMs: number, digits: number, size: number): string {
  const [, perMs, unit] = (size === 0 ? undefined : TIME_UNITS.find(([from]) => size >= from)) ?? [0, 1, 'ms']
  return `${significant(durationMs * perMs, digits)} ${unit}`
}

const BINARY_UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB']

function formatBytes(bytes: number, digits: number, size: number): string {
  const power = size < 1 ? 0 : Math.min(Math.floor(Math.log2(size) / 10), BINARY_UNITS.length - 1)
  return `${trimmed(bytes / 1024 ** power, digits)} ${BINARY_UNITS[power]}`
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

/** Written by hand, because `toLocaleString` takes 40 times as long and a report has tens of thousands of numbers. */
function fixed(value: number, decimals: number): string {
  const [whole = '', fraction] = value.toFixed(decimals).split('.')
  const grouped = whole.length <= 3 ? whole : whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',')
  const text = fraction === undefined ? grouped : `${grouped}.${fraction}`
  return /^-[0.]+$/.test(text) ? text.slice(1) : text
}
