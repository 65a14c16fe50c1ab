import type { CapacityCheck } from '../model/capacity.ts'
import type { Rung } from '../model/rung.ts'
import { joined, type Text, text } from '../model/text.ts'
import { type Answer, NO_ANSWER } from './answer.ts'
import { checkKnee, round } from './checks.ts'
import { chooseModel, type Doubted, type ModelChoice } from './choose-model.ts'
import { loadOf } from './same-load.ts'

/** With fewer steps, any curve fits them. */
const MIN_RUNGS = 6
const MIN_RUNGS_A_SIDE = 2

/** A peak at more than this multiple of the highest load was not measured. */
const MAX_BEYOND_RATIO = 1.2

/** Waiting users: the knee is where the throughput stops growing, by the model that the steps follow. */
export function closedAnswer(rungs: readonly Rung[], noise: CapacityCheck): Answer {
  const knee = checkKnee(rungs)
  if (knee.state === 'fails') return { ...NO_ANSWER, checks: [knee] }
  if (noise.state === 'fails') return { ...NO_ANSWER, checks: [knee, noise] }
  if (rungs.length < MIN_RUNGS) {
    const message = text`${rungs.length} steps are too few for a model; at least ${MIN_RUNGS} are needed, ${MIN_RUNGS_A_SIDE} of them on each side of the knee.`
    return { ...NO_ANSWER, checks: [knee, noise, { name: 'enough', state: 'fails', message }] }
  }
  const choice = chooseModel(rungs.map((rung) => ({ users: loadOf(rung), perS: rung.goodPerS })))
  const checks = [knee, noise, ...modelChecks(choice, rungs.map(loadOf))]
  const { model, kneeUsers, maxPerS, curves } = choice
  const isRefused = model === null || checks.some(({ state }) => state === 'fails')
  return isRefused
    ? { ...NO_ANSWER, curves, checks }
    : { model, kneeUsers: kneeUsers.value, maxPerS: maxPerS.value, curves, checks }
}

/** Whether the answer of the model can be used. The checks end with the first reason against it. */
function modelChecks(choice: ModelChoice, loads: readonly number[]): readonly CapacityCheck[] {
  const { model, kneeUsers, maximaPerS } = choice
  if (model === null) {
    return refusal(
      'model',
      text`Both models fit the steps equally well, so there is no knee. The service carries at most ${maximaPerS.map(round).join(' to ')}/s. Repeat the ladder, with more steps around the bend.`,
    )
  }
  const largest = Math.max(...loads)
  if (kneeUsers.value > MAX_BEYOND_RATIO * largest) {
    return refusal(
      'model',
      text`By the model the most is reached at ${round(kneeUsers.value)} users, and only ${round(largest)} were tested. Go on with more load.`,
    )
  }
  const sides = [loads.filter((users) => users <= kneeUsers.value), loads.filter((users) => users > kneeUsers.value)]
  const counts = sides.map(({ length }) => length).join(' and ')
  if (sides.some(({ length }) => length < MIN_RUNGS_A_SIDE)) {
    return refusal(
      'enough',
      text`Only ${counts} steps lie below and above the knee at ${round(kneeUsers.value)} users; at least ${MIN_RUNGS_A_SIDE} are needed on each side.`,
    )
  }
  const enough = text`${loads.length} steps, with ${counts} of them below and above the knee.`
  return [{ name: 'enough', state: 'passes', message: enough }, doubtCheck(choice)]
}

/** One step more or less must not change the answer. */
function doubtCheck({ model, kneeUsers, maxPerS, ratio }: ModelChoice): CapacityCheck {
  const unsure = [
    ...(kneeUsers.isUnsure ? [text`the knee ${rangeText(kneeUsers, ' users')}`] : []),
    ...(maxPerS.isUnsure ? [text`the most ${rangeText(maxPerS, '/s')}`] : []),
  ]
  if (unsure.length > 0) {
    const message = text`The answer depends on single steps: they leave ${joined(unsure, text`, and `)}. Repeat the ladder, with longer steps and more of them around the bend.`
    return { name: 'model', state: 'fails', message }
  }
  const [better, other] =
    model === 'pool'
      ? [text`A fixed number of workers`, text`contention (USL)`]
      : [text`Contention (USL)`, text`a fixed number of workers`]
  const times = ratio < MOST_TIMES ? `${round(ratio)} times` : 'far'
  return { name: 'model', state: 'passes', message: text`${better} fits the steps ${times} better than ${other}.` }
}

function rangeText({ low, high }: Doubted, unit: string): string {
  return Number.isFinite(high) ? `at ${round(low)} to ${round(high)}${unit}` : 'open'
}

/** From this ratio on, the message says "far better" without a number, because an exact curve fits infinitely many times better. */
const MOST_TIMES = 1000

function refusal(name: CapacityCheck['name'], message: Text): readonly CapacityCheck[] {
  return [{ name, state: 'fails', message }]
}
