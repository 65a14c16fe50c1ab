import { env } from 'node:process'

/*
 * Loaded into the program under test before it starts: shifts its clock by SKEW_MS. The clock of the played GitHub is not
 * shifted.
 */
const skewMs = Number(env.SKEW_MS)
const RealDate = Date

globalThis.Date = class extends RealDate {
  constructor(...given: readonly unknown[]) {
    // Without arguments, a new date is the present time.
    super(...((given.length === 0 ? [RealDate.now() + skewMs] : given) as [number]))
  }

  static override now(): number {
    return RealDate.now() + skewMs
  }
} as DateConstructor
