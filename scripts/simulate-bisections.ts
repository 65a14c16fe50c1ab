import { type BisectionSetting, bisectionRates } from './simulation/bisections.ts'

/* How often a bisection is right. Prints the table of docs/guides/bisect.md. Takes some seconds on one processor. */

const SEARCHES = Number(process.argv[2] ?? 1000)

/** `badPairs`: the pairs of the bad commit, of the stage at which the gate mostly stops. */
const SETTINGS: readonly (BisectionSetting & Readonly<{ badPairs: number }>)[] = [
  { commits: 16, slowdown: 0.1, noise: 0.01, badPairs: 3 },
  { commits: 64, slowdown: 0.1, noise: 0.01, badPairs: 3 },
  { commits: 64, slowdown: 0.1, noise: 0.02, badPairs: 3 },
  { commits: 64, slowdown: 0.1, noise: 0.02, buildNoise: 0.01, badPairs: 3 },
  { commits: 64, slowdown: 0.1, noise: 0.02, buildNoise: 0.02, badPairs: 3 },
  { commits: 64, slowdown: 0.1, noise: 0.02, broken: 0.2, badPairs: 3 },
  { commits: 64, slowdown: 0.1, noise: 0.04, badPairs: 7 },
  { commits: 64, slowdown: 0.2, noise: 0.04, badPairs: 3 },
  { commits: 64, slowdown: 0.2, noise: 0.08, badPairs: 7 },
]

const percent = (rate: number) => `${Number((100 * rate).toFixed(1))} %`

console.log(
  '| commits | slower by | noise of a run | of a build | cannot be built | one commit named | wrong | pairs |',
)
console.log('|---:|---:|---:|---:|---:|---:|---:|---:|')
for (const { badPairs, ...setting } of SETTINGS) {
  const { named, wrong, pairs } = bisectionRates(setting, { searches: SEARCHES, seed: 1, badPairs })
  const { commits, slowdown, noise, buildNoise = 0, broken = 0 } = setting
  const cells = [slowdown, noise, buildNoise, broken, named, wrong].map(percent)
  console.log(`| ${commits} | ${cells.join(' | ')} | ${pairs.toFixed(1)} |`)
}
