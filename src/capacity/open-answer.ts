import { median } from 'simple-statistics'
import type { CapacityBudgets } from '../model/capacity.ts'
import type { Rung } from '../model/rung.ts'
import { text } from '../model/text.ts'
import { type Answer, NO_ANSWER } from './answer.ts'
import { isCarried } from './carried.ts'
import { loadText } from './checks.ts'

/** A single step may have been measured in a busy moment of the machine. */
const MIN_OVERLOADED = 2

/** With a set rate, the number of good answers stops growing above what the service carries. */
export function openAnswer(rungs: readonly Rung[], budgets: CapacityBudgets): Answer {
  const overloaded = rungs.slice(1 + rungs.findLastIndex((rung) => isWithin(rung, budgets)))
  const [first] = overloaded
  const last = rungs.at(-1)
  if (first === undefined) {
    const message = text`Every rate was carried, also ${last === undefined ? 'the highest' : loadText(last)}. The most was not reached: go on with more load.`
    return { ...NO_ANSWER, checks: [{ name: 'knee', state: 'fails', message }] }
  }
  const message = text`From ${loadText(first)} on the service gives fewer good answers than were asked for.`
  const knee = { name: 'knee', state: 'passes', message } as const
  if (overloaded.length < MIN_OVERLOADED) {
    const few = text`Only one step, ${loadText(first)}, lies above what is carried; at least ${MIN_OVERLOADED} are needed, because one may be chance. Add steps with more load.`
    return { ...NO_ANSWER, checks: [knee, { name: 'enough', state: 'fails', message: few }] }
  }
  return { ...NO_ANSWER, maxPerS: median(overloaded.map(({ goodPerS }) => goodPerS)), checks: [knee] }
}

function isWithin(rung: Rung, { maxErrorRatio }: CapacityBudgets): boolean {
  return isCarried(rung) && rung.errorRatio <= maxErrorRatio
}
