import { areAt, type BytePattern, bytePattern, isAt, viewOf } from './byte-pattern.ts'

const QUOTE = 0x22
const POINT = 0x2e
const ZERO = 0x30
/** The length of `2026-11-22T08:21:`. */
const MINUTE_LENGTH = 17
const LONGEST = 40
const FORM = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/

export type TimeReader = Readonly<{
  /**
   * Reads the time that starts here and ends before a quote. Returns the position of the quote, or 0 if the time is not
   * in RFC 3339.
   */
  read(bytes: Uint8Array, view: DataView, start: number): number
  /** The last time in whole milliseconds since 1970, with the value that Date.parse would give. */
  timeMs(): number
}>

/**
 * Reads times as k6 writes them (https://www.rfc-editor.org/rfc/rfc3339 with up to nine decimals). Most times equal the
 * time of the previous line, and nearly all others are in the same minute, so Date.parse is called only once per
 * minute.
 */
export function createTimeReader(): TimeReader {
  // Overwritten in place, because nearly every request has a new time.
  const last = new Uint8Array(LONGEST)
  const lastView = viewOf(last)
  let lastLength = 0
  let lastMs = 0
  let minute: BytePattern | null = null
  let minuteMs = 0
  /** The text after the decimals, including the quote: `Z"` or `+02:00"`. */
  let zone: BytePattern | null = null

  function read(bytes: Uint8Array, view: DataView, start: number): number {
    if (lastLength > 0 && areAt(last, lastView, lastLength, bytes, view, start)) return start + lastLength - 1
    const end = readInMinute(bytes, view, start) || readWhole(bytes, start)
    lastLength = end === 0 ? 0 : end + 1 - start
    for (let index = 0; index < lastLength; index += 1) last[index] = bytes[start + index] ?? 0
    return end
  }

  function readInMinute(bytes: Uint8Array, view: DataView, start: number): number {
    if (minute === null || zone === null || !isAt(minute, bytes, view, start)) return 0
    let at = start + MINUTE_LENGTH
    const tens = (bytes[at] ?? 0) - ZERO
    const ones = (bytes[at + 1] ?? 0) - ZERO
    if (tens < 0 || tens > 5 || ones < 0 || ones > 9) return 0
    at += 2
    let milliseconds = 0
    if (bytes[at] === POINT) {
      const first = at + 1
      at = first
      let weight = 100
      for (let digit = (bytes[at] ?? 0) - ZERO; digit >= 0 && digit <= 9; digit = (bytes[at] ?? 0) - ZERO) {
        milliseconds += digit * weight
        weight = weight === 100 ? 10 : weight === 10 ? 1 : 0
        at += 1
      }
      if (at === first || at - first > 9) return 0
    }
    if (!isAt(zone, bytes, view, at)) return 0
    lastMs = minuteMs + (tens * 10 + ones) * 1000 + milliseconds
    return at + zone.bytes.length - 1
  }

  function readWhole(bytes: Uint8Array, start: number): number {
    const end = bytes.subarray(start, start + LONGEST - 1).indexOf(QUOTE)
    if (end < 0) return 0
    const text = String.fromCharCode(...bytes.subarray(start, start + end))
    const timeMs = FORM.test(text) ? Date.parse(text) : Number.NaN
    if (Number.isNaN(timeMs)) return 0
    const zoneStart = Math.max(text.indexOf('Z'), text.lastIndexOf('+'), text.lastIndexOf('-'))
    minuteMs = Date.parse(`${text.slice(0, MINUTE_LENGTH)}00${text.slice(zoneStart)}`)
    minute = bytePattern(bytes.subarray(start, start + MINUTE_LENGTH))
    zone = bytePattern(bytes.subarray(start + zoneStart, start + end + 1))
    lastMs = timeMs
    return start + end
  }

  return { read, timeMs: () => lastMs }
}
