/** Whole microseconds of a file as nanoseconds; null: the value is not a time. */
export function microseconds(value: unknown): bigint | null {
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0 || value > Number.MAX_SAFE_INTEGER) return null
  return BigInt(Math.round(value)) * 1000n
}
