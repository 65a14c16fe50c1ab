const COMMA = 0x2c
const MINUS = 0x2d
const POINT = 0x2e
const ZERO = 0x30
/** A number with more digits may not fit into a double exactly. */
const MAX_DIGITS = 15
const POWERS_OF_TEN = Array.from({ length: MAX_DIGITS + 1 }, (_, exponent) => 10 ** exponent)

export type DecimalReader = Readonly<{
  /**
   * Reads the number that starts here and ends before a comma. Returns the position of the comma, or 0 for any other
   * text.
   */
  read(bytes: Uint8Array, start: number): number
  /** The last number, with the value that JSON.parse would give. */
  value(): number
}>

/**
 * Reads plain decimals of at most 15 digits. The digits and the power of ten are then exact as doubles, so one division
 * rounds correctly: https://www.exploringbinary.com/fast-path-decimal-to-floating-point-conversion/.
 */
export function createDecimalReader(): DecimalReader {
  let last = 0

  function read(bytes: Uint8Array, start: number): number {
    const isNegative = bytes[start] === MINUS
    const first = isNegative ? start + 1 : start
    let at = first
    let mantissa = 0
    let digit = (bytes[at] ?? 0) - ZERO
    while (digit >= 0 && digit <= 9) {
      mantissa = mantissa * 10 + digit
      at += 1
      digit = (bytes[at] ?? 0) - ZERO
    }
    const whole = at - first
    if (whole === 0 || (whole > 1 && bytes[first] === ZERO)) return 0
    let decimals = 0
    if (bytes[at] === POINT) {
      at += 1
      digit = (bytes[at] ?? 0) - ZERO
      while (digit >= 0 && digit <= 9) {
        mantissa = mantissa * 10 + digit
        at += 1
        digit = (bytes[at] ?? 0) - ZERO
      }
      decimals = at - first - whole - 1
      if (decimals === 0) return 0
    }
    const power = POWERS_OF_TEN[decimals]
    if (bytes[at] !== COMMA || whole + decimals > MAX_DIGITS || power === undefined) return 0
    const value = mantissa / power
    last = isNegative ? -value : value
    return at
  }

  return { read, value: () => last }
}
