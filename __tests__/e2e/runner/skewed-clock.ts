import { env } from 'node:process'

/*
 * Preloaded into the program under test: its clock goes ahead or behind by SKEW_MS. The one of the played GitHub does not.
 */
const skewMs = Number(env.SKEW_MS)
const RealDate = Date

globalThis.Date = class extends RealDate {
  constructor(...given: readonly unknown[]) {
    // Without arguments, a date is the time now.
    super(...((given.length === 0 ? [RealDate.now() + skewMs] : given) as [number]))
  }

  static override now(): number {
    return RealDate.now() + skewMs
  }
} as DateConstructor
