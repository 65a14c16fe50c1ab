import { daysAlarm, type Pods, podsAlarm, rateOf, twoProportionsAlarm } from './simulation/deployments.ts'

/*
 * How often `watch` is right about a deployment. Prints the tables of docs/guides/production.md. Takes about ten seconds.
 */

const DEPLOYMENTS = Number(process.argv[2] ?? 1000)

const POD_SETTINGS: readonly (readonly [name: string, setting: Omit<Pods, 'slowness'>])[] = [
  ['3 and 3 pods for 30 minutes, 20 requests a second in all', { pods: 3, requestsPerS: 20, overlapMinutes: 30 }],
  ['4 and 4 pods for 30 minutes, 20 requests a second', { pods: 4, requestsPerS: 20, overlapMinutes: 30 }],
  ['4 and 4 pods for four hours, 20 requests a second', { pods: 4, requestsPerS: 20, overlapMinutes: 240 }],
]

const percent = (rate: number) => `${(100 * rate).toFixed(1)} %`

function row(name: string, slownesses: readonly number[], alarms: (seed: number, slowness: number) => boolean): void {
  const rates = slownesses.map((slowness) => percent(rateOf(DEPLOYMENTS, (seed) => alarms(seed, slowness))))
  console.log(`| ${name} | ${rates.join(' | ')} |`)
}

console.log(`| ${DEPLOYMENTS.toLocaleString('en')} deployments each | unchanged | +5 % | +10 % | +20 % |`)
console.log('|---|---:|---:|---:|---:|')
for (const [name, setting] of POD_SETTINGS) {
  row(name, [1, 1.05, 1.1, 1.2], (seed, slowness) => podsAlarm(seed, { ...setting, slowness }))
}
console.log(`\n| ${DEPLOYMENTS.toLocaleString('en')} deployments | unchanged | +10 % | +22 % | +49 % |`)
console.log('|---|---:|---:|---:|---:|')
row('the step against the step of seven days', [1, 1.1, 1.22, 1.49], daysAlarm)
console.log(`\nThe naive rule, unchanged: ${percent(rateOf(DEPLOYMENTS, twoProportionsAlarm))}`)
