import type { Design, Series } from '../model/comparison.ts'
import type { Unit } from '../model/measurement.ts'

/**
 * Numbers and names as messages write them. A number that is over a limit must look over it: digits are added
 * until the text of both differs, so that 5.04 % is never shown as "5.0 %" beside a limit of 5 %.
 */

const MIB = 1024 ** 2

/** `8.3 %` for 0.083, without a sign. */
export function percent(ratio: number, beside?: number): string {
  return `${roundApart(100 * Math.abs(ratio), beside === undefined ? null : 100 * Math.abs(beside), 1)} %`
}

/** `+8.3 %` for 0.083, `-8.3 %` for -0.083. */
export function signedPercent(ratio: number, beside?: number): string {
  return `${ratio < 0 ? '-' : '+'}${percent(ratio, beside)}`
}

/** A limit as people write it: `5 %` for 0.05. */
export function limitPercent(ratio: number): string {
  return `${plain(100 * ratio)} %`
}

/** A limit in percentage points: `1 pp` for 0.01. */
export function limitPoints(ratio: number): string {
  return `${plain(100 * ratio)} pp`
}

/** `+1.3 pp` for 0.013. */
export function signedPoints(ratio: number, beside: number): string {
  return `${ratio < 0 ? '-' : '+'}${roundApart(100 * Math.abs(ratio), 100 * beside, 1)} pp`
}

/** `212 ms`, `0.52 %`, `48.9/s`, `512 MiB`: four digits, more where fewer would hide the distance to `beside`. */
export function amount(value: number, unit: Unit, beside?: number): string {
  const size = unit === 'ms' ? Math.abs(value) : 0
  if (size > 0 && size < 1e-2) {
    const [factor, name] = size < 1e-3 ? [1e6, 'ns'] : [1e3, 'µs']
    return `${digitsApart(factor * value, beside === undefined ? null : factor * beside)} ${name}`
  }
  const inUnit = (found: number): number =>
    unit === 'ratio' ? 100 * found : unit.startsWith('bytes') ? found / MIB : found
  const digits = digitsApart(inUnit(value), beside === undefined ? null : inUnit(beside))
  return `${digits}${UNIT_TEXT[unit]}`
}

const UNIT_TEXT = {
  ms: ' ms',
  ratio: ' %',
  'per-second': '/s',
  bytes: ' MiB',
  'bytes-per-second': ' MiB/s',
  count: '',
  none: '',
} as const satisfies Record<Unit, string>

/** `p95 of http_req_duration`, with ` of GET /orders` for an endpoint. */
export function seriesName({ metric, stat, endpoint }: Pick<Series, 'metric' | 'stat' | 'endpoint'>): string {
  return `${stat} of ${metric}${endpoint === null ? '' : ` of ${endpoint}`}`
}

/** `1 run`, `3 runs`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** `a, b and 7 more`: as many names as a message holds. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, MAX_NAMES)
  const hidden = names.length - shown.length
  return hidden === 0 ? shown.join(', ') : `${shown.join(', ')} and ${hidden} more`
}

const MAX_NAMES = 5

/** What one unit of comparison is called. */
export function unitNoun(design: Design): string {
  if (design === 'pairs') return 'pair'
  return design === 'jobs' ? 'job' : 'run'
}

function roundApart(value: number, beside: number | null, digits: number): string {
  const text = value.toFixed(digits)
  if (beside === null || isSame(value, beside) || digits >= 6 || Number(text) !== Number(beside.toFixed(digits)))
    return text
  return roundApart(value, beside, digits + 1)
}

function digitsApart(value: number, beside: number | null, digits = 4): string {
  const rounded = Number(value.toPrecision(digits))
  if (beside === null || value === beside || digits >= 12 || rounded !== Number(beside.toPrecision(digits)))
    return String(rounded)
  return digitsApart(value, beside, digits + 1)
}

/** Binary fractions: 210 / 200 - 1 is a little more than 0.05, and not over a limit of 5 %. */
function isSame(value: number, beside: number): boolean {
  return Math.abs(value - beside) < 1e-9
}

/** Hides what binary fractions add: 100 * 0.07 is 7.000000000000001. */
function plain(value: number): string {
  return String(Number(value.toPrecision(12)))
}
