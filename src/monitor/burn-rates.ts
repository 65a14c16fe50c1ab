/** How fast a service uses up the slow or failed requests that its objective allows in a month, and who is told at that speed. */
export type BurnRate = Readonly<{
  /** The window over which the share is computed. */
  long: string
  longText: string
  /** The share must also be too high over this shorter window, so that the alert ends soon after the fault. */
  short: string
  /** How often Prometheus evaluates the alert. A long window changes slowly and takes long to compute. */
  interval: '1m' | '5m'
  /** The alert fires above this multiple of the allowed share. */
  factor: number
  for: string
  severity: 'page' | 'ticket'
  /** The alert needs this many minutes of measurements, because a new service has no measurements for a long window. */
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
