/** How soon the errors of a month may be used up before somebody is told. */
export type BurnRate = Readonly<{
  /** Over this time the share is taken. */
  long: string
  longText: string
  /** Over this time the share must still be too high, so that the alert ends soon after the trouble. */
  short: string
  /** How often it is looked at: a long window moves slowly, and takes long to compute. */
  interval: '1m' | '5m'
  /** How many times the allowed share. */
  factor: number
  for: string
  severity: 'page' | 'ticket'
  /** How many minutes of measurements there must be: a service that began just now has no long window. */
  leastMinutes: number
}>

/**
 * 2 % of a month's budget in one hour, 5 % in six hours, 10 % in three days:
 * https://sre.google/workbook/alerting-on-slos/#recommended_parameters_for_an_slo_based_alerting_configuration
 */
export const BURN_RATES: readonly BurnRate[] = [
  {
    long: '1h',
    longText: 'hour',
    short: '5m',
    interval: '1m',
    factor: 14.4,
    for: '2m',
    severity: 'page',
    leastMinutes: 30,
  },
  {
    long: '6h',
    longText: 'six hours',
    short: '30m',
    interval: '5m',
    factor: 6,
    for: '15m',
    severity: 'page',
    leastMinutes: 180,
  },
  {
    long: '3d',
    longText: 'three days',
    short: '6h',
    interval: '5m',
    factor: 1,
    for: '1h',
    severity: 'ticket',
    leastMinutes: 2160,
  },
]
