/** What is known of a change: the estimate, with "worse" as the positive direction, and how exact it is. */
type Measured = Readonly<{ estimateLog: number; standardError: number; degreesOfFreedom: number }>

/**
 * How much better a true change of `changeLog` explains an estimate than no change: the logarithm of the ratio of two densities of
 * Student's t. R: dt((x - d) / se, df, log = TRUE) - dt(x / se, df, log = TRUE).
 */
export function likelihoodRatioLog(
  { estimateLog, standardError, degreesOfFreedom }: Measured,
  changeLog: number,
): number {
  const surprise = (log: number) => Math.log1p((log / standardError) ** 2 / degreesOfFreedom)
  return ((degreesOfFreedom + 1) / 2) * (surprise(estimateLog) - surprise(estimateLog - changeLog))
}

/** Error rates of a stop: unchanged code that stops as slower, and a change of twice the limit that stops as unchanged. */
const ERRORS = { falseAlarm: 0.04, missed: 0.05 } as const

/**
 * Whether the data say enough, one way or the other (Wald 1945, https://doi.org/10.1214/aoms/1177731118).
 *
 * @param family number of series that are looked at together: each has its share of false alarms
 */
export function isDecided(ratioLog: number, family: number): boolean {
  const falseAlarm = ERRORS.falseAlarm / family
  return (
    ratioLog >= Math.log((1 - ERRORS.missed) / falseAlarm) || ratioLog <= Math.log(ERRORS.missed / (1 - falseAlarm))
  )
}
