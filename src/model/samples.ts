/**
 * At least one measured number. A function that takes Samples never sees "no data":
 * that case is a type error where it is called, not a NaN where it is used.
 */
export type Samples = readonly [number, ...number[]]
