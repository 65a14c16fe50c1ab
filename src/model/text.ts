import type { Series } from './comparison.ts'
import { messageName } from './series.ts'

/**
 * A sentence in which everything from outside is marked. The writer that prints it escapes the marked parts, and names series as
 * it suits the place. A text is never parsed again.
 */
export type Text = readonly Part[]

export type Part =
  /** Words of ours, written in the source. */
  | Readonly<{ words: string }>
  /** A name from outside: a service, a file, a person. */
  | Readonly<{ name: string }>
  /** What somebody has to type, such as a key of the policy. */
  | Readonly<{ code: string }>
  /** A series. Its service may be left out if the place names it. */
  | Readonly<{ series: SeriesName }>
  /** A number of things. */
  | Readonly<{ number: number }>
  /** A number with its unit, or a sentence from elsewhere. Every word in it may come from outside. */
  | string

export type SeriesName = Pick<Series, 'service' | 'endpoint' | 'metric' | 'stat' | 'quantity'>

/** The parts of a finding: what is wrong, what to do, and further explanations. */
export type Said = Readonly<{
  /** Reads well after "Blocked: ", so it begins small and has no full stop. */
  problem: Text
  /** In short full sentences. Absent: there is nothing to do, or another text says it. */
  action?: Text
  /** In full sentences. */
  detail?: Text
}>

type Value = Part | Text | number

/** text`${name(service)} has ${count} runs`: the words between the values are ours, and a bare string is not trusted. */
export function text(words: TemplateStringsArray, ...values: readonly Value[]): Text {
  return words.flatMap((word, at) => [...(word === '' ? [] : [{ words: word }]), ...partsOf(values[at] ?? '')])
}

/** Joins sentences with spaces, without those that are empty or null. */
export function sentences(...all: readonly (Text | null)[]): Text {
  return all
    .filter((one) => one !== null)
    .filter((one) => one.length > 0)
    .flatMap((one, index) => (index === 0 ? one : [{ words: ' ' }, ...one]))
}

export function name(one: string): Part {
  return { name: one }
}

export function code(one: string): Part {
  return { code: one }
}

export function series({ service, endpoint, metric, stat, quantity }: SeriesName): Part {
  return { series: { service, endpoint, metric, stat, ...(quantity === undefined ? {} : { quantity }) } }
}

/** Joins texts with the same words between them. */
export function joined(all: readonly (Part | Text)[], between: Text): Text {
  return all.flatMap((one, at): Text => [...(at === 0 ? [] : between), ...partsOf(one)])
}

/** `` `a`, `b` and 7 more ``: as many names as a message holds. */
export function names(all: readonly string[]): Text {
  return listed(all.map(name), MAX_NAMES)
}

const MAX_NAMES = 5

export function listed(all: readonly (Part | Text)[], most: number): Text {
  const shown = joined(all.slice(0, most), text`, `)
  return all.length > most ? text`${shown} and ${all.length - most} more` : shown
}

/** `a, b and c`: all of them. */
export function enumerated(all: readonly (Part | Text)[], word: 'and' | 'or' = 'and'): Text {
  const [last] = all.slice(-1)
  if (last === undefined || all.length === 1) return last === undefined ? [] : partsOf(last)
  return text`${joined(all.slice(0, -1), text`, `)} ${{ words: word }} ${last}`
}

/** How the parts of a text are printed in one place. */
export type PartWriter = Readonly<{
  name(one: string): string
  code(one: string): string
  series(one: SeriesName): string
  message(sentence: string): string
}>

export function written(parts: Text, writer: PartWriter): string {
  return parts.map((part) => writtenPart(part, writer)).join('')
}

function writtenPart(part: Part, writer: PartWriter): string {
  if (typeof part === 'string') return writer.message(part)
  if ('words' in part) return part.words
  if ('number' in part) return `${part.number}`
  if ('name' in part) return writer.name(part.name)
  return 'code' in part ? writer.code(part.code) : writer.series(part.series)
}

/** The text for stores and for the JSON report, in which nothing is markup. */
export function plainText(parts: Text): string {
  return written(parts, AS_IT_IS)
}

const AS_IT_IS: PartWriter = {
  name: (one) => one,
  code: (one) => `\`${one}\``,
  series: messageName,
  message: (sentence) => sentence,
}

/** A key that is equal for texts that only differ in their numbers. */
export function withoutNumbers(parts: Text): string {
  return plainText(parts.map((part) => (typeof part !== 'string' && 'number' in part ? { words: '#' } : part)))
}

/** Each text once. */
export function distinct(all: readonly Text[]): readonly Text[] {
  return [...new Map(all.map((one) => [plainText(one), one])).values()]
}

/** The text with its names and finished sentences changed, for example shortened. */
export function withValues(parts: Text, change: (value: string) => string): Text {
  return parts.map((part): Part => {
    if (typeof part === 'string') return change(part)
    if ('name' in part) return { name: change(part.name) }
    return 'code' in part ? { code: change(part.code) } : part
  })
}

/** Whether a text says which service it is about. */
export function saysService(parts: Text, service: string): boolean {
  return parts.some(
    (part) =>
      typeof part !== 'string' &&
      (('series' in part && part.series.service === service) || ('name' in part && part.name === service)),
  )
}

/** The text with a capital letter at its start, if it starts with our own words: for a text that stands alone. `k6` and `p95` stay as they are. */
export function capitalized([first, ...rest]: Text): Text {
  if (first === undefined || typeof first === 'string' || !('words' in first))
    return first === undefined ? [] : [first, ...rest]
  return [{ words: first.words.replace(/^[a-z](?!\d)/, (letter) => letter.toUpperCase()) }, ...rest]
}

function partsOf(value: Value): Text {
  if (typeof value === 'number') return [{ number: value }]
  if (typeof value === 'string') return value === '' ? [] : [value]
  return isText(value) ? value : [value]
}

/** Whether a value is a text: of the possible values, only a text is a list. */
export function isText(value: unknown): value is Text {
  return Array.isArray(value)
}
