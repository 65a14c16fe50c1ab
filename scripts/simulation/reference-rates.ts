import type { Line } from './accuracy-tables.ts'
import type { Measured } from './promises.ts'

/** Rates of `proven` that an independent calculation of the same rules found, in percent. */
type Reference = Readonly<{ label: string; noise: number; rule: string; unchanged: number; plusTen: number }>

/*
 * Simulated with other code and other random numbers (20 to 200 thousand replicates), before this code was written. One step
 * of the default branch is 5 to 20 %, up or down.
 */
const REFERENCES: readonly Reference[] = [
  {
    label: '3 against 3, one machine',
    noise: 0.03,
    rule: 'Hodges–Lehmann, three zones',
    unchanged: 1.5,
    plusTen: 90.4,
  },
  { label: '5 pairs', noise: 0.03, rule: 'paired t', unchanged: 0.4, plusTen: 98.6 },
  { label: '1 job against 20 stored', noise: 0.03, rule: 'moderated t', unchanged: 4.2, plusTen: 89.0 },
  { label: '3 jobs against 20 stored', noise: 0.03, rule: 'moderated t', unchanged: 0.8, plusTen: 99.1 },
  { label: '3 jobs against 20 stored', noise: 0.05, rule: 'moderated t', unchanged: 4.1, plusTen: 88.4 },
  { label: '1 job, default branch stepped', noise: 0.03, rule: 'moderated t', unchanged: 4.8, plusTen: 82.2 },
  { label: '3 jobs, default branch stepped', noise: 0.03, rule: 'moderated t', unchanged: 3.8, plusTen: 95.7 },
]

/** One row a reference: what it says and what was measured, in percent. */
export function besideReference({ oneLook }: Measured): readonly (readonly string[])[] {
  return REFERENCES.map(({ label, noise, rule, unchanged, plusTen }) => {
    const line = oneLook.find((one) => one.label === label && one.scenario.noise === noise)
    if (line === undefined) throw new Error(`Nothing was measured for ${label} with a noise of ${noise}.`)
    return [
      label,
      `${100 * noise} %`,
      rule,
      unchanged.toFixed(1),
      provenAt(line, 0),
      plusTen.toFixed(1),
      provenAt(line, 0.1),
    ]
  })
}

function provenAt({ at }: Line, effect: number): string {
  const rates = at.get(effect)
  return rates === undefined ? '' : (100 * rates.proven).toFixed(1)
}
