import type { Unit } from '../model/measurement.ts'

/** A quantity read from a policy: its number, or what is wrong with its text. */
export type Parsed = Readonly<{ kind: 'value'; value: number }> | Readonly<{ kind: 'error'; problem: string }>

/** A limit of a budget with the unit that its text names; `none`: a plain number. */
export type ParsedLimit =
  | Readonly<{ kind: 'value'; value: number; unit: Unit }>
  | Readonly<{ kind: 'error'; problem: string }>

/** Plain decimals only: no sign, no exponent, no `NaN`. What is refused here is never read as 0. */
const QUANTITY = /^(\d{1,12}(?:\.\d{1,12})?) ?([^\d\s.][^\d\s]*)?$/

const MS_PER_UNIT: ReadonlyMap<string, number> = new Map([
  ['us', 0.001],
  // As reports print it, with the micro sign, and with the Greek letter of a keyboard.
  ['\u00b5s', 0.001],
  ['\u03bcs', 0.001],
  ['ms', 1],
  ['s', 1000],
])

/** Decimal and binary prefixes: https://www.iso.org/standard/87648.html (IEC 80000-13). */
const BYTES_PER_UNIT: ReadonlyMap<string, number> = new Map([
  ['B', 1],
  ['kB', 1e3],
  ['KB', 1e3],
  ['MB', 1e6],
  ['GB', 1e9],
  ['KiB', 1024],
  ['MiB', 1024 ** 2],
  ['GiB', 1024 ** 3],
])

/** `5%` → 0.05. More than 100 % is refused: it is nearly always the whole (105 %) where the change (5 %) was meant. */
export function parsePercent(raw: string): Parsed {
  const { amount, unit } = split(raw)
  if (amount === null) return error('write a percentage such as `5%`')
  if (unit === '') return error(`it has no unit; for ${amount} percent write \`${amount}%\``)
  if (unit !== '%') return error('write a percentage such as `5%`')
  if (amount > 100) return error('more than 100% is not allowed; write the change, not the whole: `5%`, not `105%`')
  return value(amount / 100)
}

/** `-20%` → -0.2; `+15%` → 0.15. The sign says which direction is meant, so it must be there, and 0 has none. */
export function parseChange(raw: string): Parsed {
  const [, sign, rest = ''] = /^([+\-−])(.*)$/.exec(raw.trim()) ?? []
  if (sign === undefined) return error('write a change with its sign such as `-20%` or `+15%`')
  const parsed = parsePercent(rest)
  if (parsed.kind === 'error') return parsed
  if (parsed.value === 0) return error('a change of 0 is no goal')
  if (sign !== '+' && parsed.value === 1) return error('nothing can become 100% less')
  return value(sign === '+' ? parsed.value : -parsed.value)
}

/** `1pp` (one percentage point) → 0.01. `1%` is refused, because it can mean 1 % more errors than before. */
export function parsePercentagePoints(raw: string): Parsed {
  const { amount, unit } = split(raw)
  if (amount === null || unit !== 'pp') return error('write percentage points such as `1pp`')
  if (amount > 100) return error('more than 100pp is not possible')
  return value(amount / 100)
}

/** `2ms` → 2; `1.5s` → 1500. In milliseconds. */
export function parseDuration(raw: string): Parsed {
  const { amount, unit } = split(raw)
  const ms = MS_PER_UNIT.get(unit)
  if (amount === null || ms === undefined) return error('write a duration with its unit such as `2ms` or `1.5s`')
  return value(amount * ms)
}

/** `14d` or `12h`. In milliseconds. A day is 24 hours. 0 is refused: it would mean "never". */
export function parseAge(raw: string): Parsed {
  const { amount, unit } = split(raw)
  const hours = unit === 'd' ? 24 : unit === 'h' ? 1 : null
  if (amount === null || amount === 0 || hours === null) return error('write days or hours such as `14d` or `12h`')
  return value(amount * hours * 3_600_000)
}

/** `0.1/s` → 0.1. 0 is refused: it would be no limit. */
export function parseRate(raw: string): Parsed {
  const { amount, unit } = split(raw)
  if (amount === null || amount === 0 || unit !== '/s') return error('write requests per second such as `0.1/s`')
  return value(amount)
}

/** The limit of a budget: `300ms`, `1.5s`, `0.5%`, `100/s`, `512MiB`, `10MB/s` or a plain number, converted to the unit of the metric. */
export function parseLimit(raw: string | number): ParsedLimit {
  const { amount, unit } = split(raw)
  if (amount === null) return error(`write a number with its unit such as ${LIMIT_EXAMPLES}`)
  if (unit === '') return { ...value(amount), unit: 'none' }
  if (unit === '%') return { ...value(amount / 100), unit: 'ratio' }
  if (unit === '/s') return { ...value(amount), unit: 'per-second' }
  const ms = MS_PER_UNIT.get(unit)
  if (ms !== undefined) return { ...value(amount * ms), unit: 'ms' }
  const perSecond = unit.endsWith('/s')
  const bytes = BYTES_PER_UNIT.get(perSecond ? unit.slice(0, -2) : unit)
  if (bytes === undefined) return error(`the unit \`${unit}\` is not known; write a limit such as ${LIMIT_EXAMPLES}`)
  return { ...value(amount * bytes), unit: perSecond ? 'bytes-per-second' : 'bytes' }
}

const LIMIT_EXAMPLES = '`300ms`, `1.5s`, `0.5%`, `100/s` or `512MiB`'

function split(raw: string | number): Readonly<{ amount: number | null; unit: string }> {
  const [, digits, unit] = QUANTITY.exec(String(raw).trim()) ?? []
  return { amount: digits === undefined ? null : Number(digits), unit: unit ?? '' }
}

function value(amount: number): Readonly<{ kind: 'value'; value: number }> {
  return { kind: 'value', value: amount }
}

function error(problem: string): Readonly<{ kind: 'error'; problem: string }> {
  return { kind: 'error', problem }
}
