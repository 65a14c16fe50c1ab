import { count, formatRatio, formatSize, formatValue } from '../model/numbers.ts'
import type { FunctionChange, Profile, ProfileComparison } from '../model/profile.ts'
import { enumerated, name, type Part, type Text, text } from '../model/text.ts'

/** The name of each kind of weight in a sentence. */
const COUNTED: Readonly<Record<Profile['counted'], string>> = {
  'cpu-time': 'CPU time',
  'wall-time': 'elapsed time',
  instructions: 'instructions',
  allocations: 'allocations',
  // heaptrack writes calls, bytes at the peak or leaked bytes into the same kind of file, and the file does not name the kind.
  'heap-cost': 'heap cost',
  'allocated-bytes': 'allocated bytes',
  'live-bytes': 'live memory',
  'peak-bytes': 'memory at the peak',
  'leaked-bytes': 'leaked memory',
  'lock-delay': 'time spent waiting for locks',
  events: 'events',
}

export function countedWords({ counted }: Pick<Profile, 'counted'>): string {
  return COUNTED[counted]
}

/** The answer in one sentence or two. */
export function profileStatement(comparison: ProfileComparison): Text {
  const { notCompared, detectableRatio, total } = comparison
  const changed = comparison.functions.filter(({ verdict }) => verdict !== 'not-proven')
  const [first, ...others] = changed
  if (first !== undefined) return text`${name(first.name)} ${changeWords(first, comparison)}.${alsoChanged(others)}`
  if (notCompared !== null) return notCompared
  if (detectableRatio === null) {
    const ratio = total?.changeRatio ?? null
    return ratio === null || Math.abs(ratio) < 0.01
      ? text`No function changed by one percent or more.`
      : text`No function changed by one percent or more; the whole changed by ${formatRatio(ratio)}.`
  }
  return text`No function is proven to have changed. These profiles would have shown ${formatRatio(detectableRatio)} of a function with a tenth of the time.`
}

function alsoChanged(others: readonly FunctionChange[]): Text {
  if (others.length === 0) return []
  const names = enumerated(others.slice(0, 3).map((one) => name(one.name)))
  return others.length > 3 ? text` So did ${names} and ${others.length - 3} more.` : text` So did ${names}.`
}

function changeWords(change: FunctionChange, comparison: ProfileComparison): Text {
  const what = countedPart(comparison)
  if (change.verdict === 'new') return text`is new, and takes ${share(change.candidateShare)} of the ${what}`
  if (change.verdict === 'gone') return text`is gone; it took ${share(change.baselineShare)} of the ${what}`
  const size = formatSize(change.changeRatio ?? 0)
  const direction = { words: change.verdict === 'slower' ? 'more' : 'less' }
  const scale = { words: SCALES[comparison.scale] }
  const interval =
    change.interval === null
      ? []
      : text`, plausibly ${formatRatio(change.interval[0])} to ${formatRatio(change.interval[1])}`
  return text`takes ${size} ${direction}${scale} (${share(change.baselineShare)} → ${share(change.candidateShare)} of the ${what}${interval})`
}

function countedPart(comparison: ProfileComparison): Part {
  return { words: countedWords(comparison) }
}

const SCALES: Readonly<Record<ProfileComparison['scale'], string>> = {
  'per-request': ' per request',
  'per-run': '',
  relative: ', compared with the other functions',
}

export type ProfileFact = Readonly<{ name: string; text: Text }>

/** The evidence behind the answer, in the terms of a bottleneck analysis. */
export function profileFacts(comparison: ProfileComparison): readonly ProfileFact[] {
  const { tool, runs, samples, total, commonRatio, detectableRatio, functions } = comparison
  const what = countedPart(comparison)
  const [hot] = functions.toSorted((left, right) => right.candidateShare - left.candidateShare)
  const sampled =
    samples.baseline === null && samples.candidate === null
      ? []
      : text`, ${formatValue(samples.baseline ?? 0, 'none')} against ${formatValue(samples.candidate ?? 0, 'none')} samples`
  const profiles = text`${runs.baseline} against ${count(runs.candidate, 'profile')}${sampled}`
  return [
    // A bare string is escaped: a file in speedscope's format names the program that wrote it.
    { name: 'Tool', text: text`${tool}, ${what}; ${profiles}` },
    ...(hot === undefined
      ? []
      : [
          {
            name: 'Hot function',
            text: text`${name(hot.name)}, ${share(hot.candidateShare)} of the ${what} of own code`,
          },
        ]),
    ...(total === null ? [] : [{ name: 'In all', text: totalText(total, comparison.unit) }]),
    ...(commonRatio === null ? [] : [{ name: 'All functions together', text: commonText(commonRatio) }]),
    ...(detectableRatio === null
      ? []
      : [
          {
            name: 'These data could have shown',
            text: text`${formatRatio(detectableRatio)} of a function with a tenth of the time`,
          },
        ]),
    ...impact(functions),
  ]
}

function totalText(
  { baseline, candidate, changeRatio }: NonNullable<ProfileComparison['total']>,
  unit: Profile['unit'],
): Text {
  const change = changeRatio === null ? [] : text` (${formatRatio(changeRatio)})`
  return text`${weight(baseline, unit)} → ${weight(candidate, unit)}${change}`
}

function commonText(ratio: number): Text {
  const change = text`${formatRatio(ratio)} per request`
  return Math.abs(ratio) < 0.1 ? change : text`${change}: that is the machine or the load, and not one function`
}

/** The gain from bringing the first slower or new function back to its former cost. */
function impact(functions: readonly FunctionChange[]): readonly ProfileFact[] {
  const [worst] = functions.filter(({ verdict }) => verdict === 'slower' || verdict === 'new')
  if (worst === undefined) return []
  const part = worst.verdict === 'new' ? 1 : 1 - 1 / (1 + (worst.changeRatio ?? 0))
  return [
    {
      name: 'Expected impact',
      text: text`as it was before, own code would take ${formatSize(worst.candidateShare * part)} less`,
    },
  ]
}

const VERDICTS: Readonly<Record<FunctionChange['verdict'], string>> = {
  slower: 'more, proven',
  faster: 'less, proven',
  new: 'new',
  gone: 'gone',
  'not-proven': 'not proven',
}

/** The name of a function is not escaped yet. */
export function functionRows(comparison: ProfileComparison) {
  const { notCompared, unit, scale } = comparison
  const isExact = comparison.total !== null
  return comparison.functions.map((one) => ({
    name: one.name,
    baseline: share(one.baselineShare),
    candidate: share(one.candidateShare),
    weights:
      scale === 'per-request' || isExact
        ? `${weight(one.baselineWeight, unit)} → ${weight(one.candidateWeight, unit)}`
        : '',
    change: one.changeRatio === null || notCompared !== null ? '' : formatRatio(one.changeRatio),
    verdict: notCompared !== null ? '' : isExact && one.verdict === 'not-proven' ? 'the same' : VERDICTS[one.verdict],
  }))
}

/** Title of the column of weights; null: the table has no such column. */
export function weightsTitle({ scale, total }: ProfileComparison): string | null {
  if (scale === 'per-request') return 'Per request'
  return total === null ? null : 'In all'
}

function share(ratio: number): string {
  return formatSize(ratio)
}

function weight(value: number, unit: Profile['unit']): string {
  switch (unit) {
    case 'ns':
      return value < 1e6 ? `${formatValue(value / 1000, 'none')} µs` : `${formatValue(value / 1e6, 'none')} ms`
    case 'bytes':
      return formatValue(value, 'bytes')
    case 'samples':
    case 'instructions':
    case 'allocations':
    case 'events':
      return formatValue(value, 'none')
  }
}
