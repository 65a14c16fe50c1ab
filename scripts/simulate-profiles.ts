import { type ProfiledService, profileRates } from './simulation/profiles.ts'

/*
 * How often the comparison of profiles is right. Prints the table of docs/decisions/0022-profiles.md. Takes some seconds on one
 * processor.
 */

const PAIRS = Number(process.argv[2] ?? 2000)

const SERVICE = {
  shares: [0.2, 0.18, 0.15, 0.12, 0.1, 0.08, 0.05, 0.05, 0.04, 0.03],
  functionSd: 0.04,
  runSd: 0.05,
} as const

const percent = (rate: number) => `${(100 * rate).toFixed(1)} %`

console.log(
  '| profiles per side | samples of each | requests | nothing changed: any function named | +60 % of a fifth: found | and no other named |',
)
console.log('|---:|---:|---|---:|---:|---:|')
for (const runs of [3, 5]) {
  for (const samplesOfRun of [220, 1000, 3000]) {
    for (const knowsRequests of [true, false]) {
      const service: ProfiledService = { ...SERVICE, runs, samplesOfRun, knowsRequests, planted: null }
      const unchanged = profileRates(service, PAIRS, 1)
      const planted = profileRates({ ...service, planted: { position: 0, changeRatio: 0.6 } }, PAIRS, 2)
      console.log(
        `| ${runs} | ${samplesOfRun} | ${knowsRequests ? 'known' : 'unknown'} | ${percent(unchanged.falselyNamed)} | ${percent(planted.found)} | ${percent(planted.foundAlone)} |`,
      )
    }
  }
}
