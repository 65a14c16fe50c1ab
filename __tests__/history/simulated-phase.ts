import { seededRandom } from '../../scripts/simulation/random.ts'
import { phaseOf } from '../../src/history/phase.ts'
import { serviceTrend } from '../../src/history/service-trend.ts'
import type { GoalVerdict } from '../../src/model/milestone.ts'
import type { Goal, ServicePolicy } from '../../src/model/policy.ts'
import { DEFAULT_SERVICE_POLICY } from '../../src/policy/default-policy.ts'
import { latency, stored } from '../statistics/runs.ts'

export const GOAL: Goal = { metric: 'http_req_duration', stat: 'p95', changeRatio: -0.2 }
const WITH_GOAL: ServicePolicy = { ...DEFAULT_SERVICE_POLICY, goals: [GOAL] }

export type Setting = Readonly<{
  trueChange: number
  noiseSd: number
  jobsBefore: number
  jobsAfter: number
  services?: number
}>

/** How often each word is said of phases whose truth is known: each service is counted once a phase. */
export function simulate(setting: Setting, phases: number, seed: number): ReadonlyMap<GoalVerdict, number> {
  const random = seededRandom(seed)
  const words = new Map<GoalVerdict, number>()
  for (let phase = 0; phase < phases; phase += 1) {
    for (const word of onePhase(setting, random.normal)) words.set(word, (words.get(word) ?? 0) + 1)
  }
  return words
}

/** The words that one phase says of its services. */
function onePhase(
  { trueChange, noiseSd, jobsBefore, jobsAfter, services = 1 }: Setting,
  normal: () => number,
): readonly GoalVerdict[] {
  const inputs = Array.from({ length: services }, (_, index) => {
    const service = `service-${index}`
    const runs = Array.from({ length: jobsBefore + jobsAfter }, (__, position) => {
      const level = 100 * (position < jobsBefore ? 1 : 1 + trueChange)
      return stored(position, [latency(level * Math.exp(noiseSd * normal()), { sampleCount: 5000 })], { service })
    })
    const trend = serviceTrend(service, runs, [], WITH_GOAL)
    if (trend === null) throw new Error('Something is stored.')
    return { trend, stored: runs, policy: WITH_GOAL }
  })
  const start = Date.UTC(2026, 0, jobsBefore, 12)
  const from = { name: 'from', includes: (one: { recordedAt: string }) => Date.parse(one.recordedAt) < start }
  const { services: judged } = phaseOf(inputs, from, { name: 'to', includes: () => true })
  return judged.flatMap(({ results }) => results.map(({ verdict }) => verdict))
}
