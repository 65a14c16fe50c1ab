import { mean, sampleStandardDeviation } from 'simple-statistics'
import type { Capacity, CapacityBudgets, LadderRung } from '../model/capacity.ts'
import type { Rung } from '../model/rung.ts'
import { type Text, text } from '../model/text.ts'
import { studentTQuantile } from '../statistics/student-t.ts'
import { NO_ANSWER } from './answer.ts'
import { isCarried } from './carried.ts'
import { breaksLittle, checkGenerator, checkHost, checkNoise, checkUsers, littleCheck } from './checks.ts'
import { closedAnswer } from './closed-answer.ts'
import { openAnswer } from './open-answer.ts'
import { mergeSameLoad } from './same-load.ts'

/** With fewer ladders there is no interval, because all steps of one ladder share the same error. */
const MIN_LADDERS = 3
const INTERVAL_CONFIDENCE = 0.95

/**
 * What a service carries, from one ladder or from several ladders of the same version. Every doubt refuses the answer and names
 * the step that it comes from.
 */
export function assessCapacity(ladders: readonly (readonly Rung[])[], budgets: CapacityBudgets): Capacity {
  const one = assessRungs(ladders.flat(), budgets)
  const ladderMaximaPerS = ladders.flatMap((ladder) => assessRungs(ladder, budgets).maxPerS ?? [])
  return {
    ...one,
    ladders: ladders.length,
    ladderMaximaPerS,
    maxPerSInterval: one.maxPerS === null ? null : intervalOf(ladderMaximaPerS),
  }
}

/** Student's t interval on the logarithms of the ladders. null: fewer than three ladders have an answer. */
function intervalOf(maximaPerS: readonly number[]): readonly [number, number] | null {
  const logs = maximaPerS.map(Math.log)
  if (logs.length < MIN_LADDERS) return null
  const reach =
    (studentTQuantile(INTERVAL_CONFIDENCE, logs.length - 1) * sampleStandardDeviation(logs)) / Math.sqrt(logs.length)
  return [Math.exp(mean(logs) - reach), Math.exp(mean(logs) + reach)]
}

function assessRungs(all: readonly Rung[], budgets: CapacityBudgets): Capacity {
  const rungs = mergeSameLoad(all)
  const isOpen = rungs.some(({ model }) => model === 'open')
  if (isOpen && rungs.some(({ model }) => model === 'closed')) {
    return emptyCapacity(
      rungs,
      text`Some steps have waiting users and some have a set rate. These are two ladders: give them one by one.`,
    )
  }
  const early = [checkGenerator(rungs), checkUsers(rungs)]
  const broken = rungs.filter(breaksLittle)
  const sound = rungs.filter((rung) => !broken.includes(rung))
  const bracket = breakingPoint(sound, budgets)
  const noise = checkNoise(sound)
  const used = sound.filter((rung) => !noise.dips.includes(rung))
  const refusedEarly = early.some(({ state }) => state === 'fails')
  const answer = refusedEarly
    ? { ...NO_ANSWER, checks: [] }
    : isOpen
      ? openAnswer(sound, budgets)
      : closedAnswer(used, noise.check)
  const host = checkHost(all)
  const checks = [...early, littleCheck(broken), ...answer.checks, ...(host === null ? [] : [host])]
  const failed = checks.find(({ state }) => state === 'fails')
  return {
    ...answer,
    maxPerSInterval: null,
    atLeastPerS:
      answer.maxPerS === null && !refusedEarly ? Math.max(0, ...sound.map(({ goodPerS }) => goodPerS)) : null,
    ...(refusedEarly ? { lastGood: null, firstBad: null } : bracket),
    refused: failed?.message ?? null,
    checks,
    rungs: rungs.map((rung): LadderRung => ({ ...rung, leftOut: leftOut(rung, broken, isOpen ? [] : noise.dips) })),
    ladders: 1,
    ladderMaximaPerS: [],
  }
}

function leftOut(rung: Rung, broken: readonly Rung[], dips: readonly Rung[]): string | null {
  if (broken.includes(rung)) return 'users, throughput and time do not agree'
  return dips.includes(rung) ? 'far below its neighbours' : null
}

function emptyCapacity(rungs: readonly Rung[], refused: Text): Capacity {
  return {
    ...NO_ANSWER,
    maxPerSInterval: null,
    atLeastPerS: null,
    lastGood: null,
    firstBad: null,
    refused,
    checks: [{ name: 'enough', state: 'fails', message: refused }],
    rungs: rungs.map((rung) => ({ ...rung, leftOut: null })),
    ladders: 1,
    ladderMaximaPerS: [],
  }
}

/** The breaking point lies between two steps. It is not one number, because nothing between the steps was measured. */
function breakingPoint(
  rungs: readonly Rung[],
  { maxErrorRatio, maxP95Ms }: CapacityBudgets,
): Pick<Capacity, 'lastGood' | 'firstBad'> {
  const isBad = (rung: Rung) =>
    rung.errorRatio > maxErrorRatio ||
    !isCarried(rung) ||
    (maxP95Ms !== null && rung.p95Ms !== null && rung.p95Ms > maxP95Ms)
  const index = rungs.findIndex(isBad)
  if (index === -1) return { lastGood: rungs.at(-1) ?? null, firstBad: null }
  return { lastGood: rungs[index - 1] ?? null, firstBad: rungs[index] ?? null }
}
