import type { Measured } from './cells.ts'
import type { Rates } from './rates.ts'
import type { Share } from './share.ts'

/** A promise, and whether it was kept. `at the limit`: the excess is not larger than the error of the simulation. */
export type Kept = Readonly<{
  promise: string
  worst: string
  state: 'kept' | 'at the limit' | 'not kept'
  where: string
}>

/** A measured number that a promise is about, and where it was measured. */
type Place = Readonly<{ where: string; share: Share }>

type Bound = Readonly<{ atMost: number }> | Readonly<{ atLeast: number }>

/** Checks the promises against the measurements. A promise is as good as the worst place that it covers. */
export function keptPromises(measured: readonly Measured[]): readonly Kept[] {
  const setUps = measured.filter(({ table }) => table === 'set-ups')
  const words = measured.filter(({ table }) => table === 'words')
  const recording = measured.filter(({ table }) => table === 'recording')
  const hasOutliers = ({ scenario }: Measured) => scenario.outliers.share > 0
  const upTo = (noise: number, services: readonly number[], design: string) =>
    setUps.filter(
      ({ scenario }) =>
        scenario.confirmation &&
        scenario.design === design &&
        scenario.noise <= noise &&
        services.includes(scenario.services),
    )
  const [eightPairs, onePairs] = [upTo(0.04, [8], 'pairs'), upTo(0.04, [1], 'pairs')]
  const stored = upTo(0.04, [1, 8], 'store')
  const many = [...upTo(0.04, [16], 'pairs'), ...upTo(0.04, [16], 'store')]
  const worlds = (design: string) =>
    measured.filter(({ table, scenario }) => table === 'worlds' && scenario.design === design)
  return [
    ...bothErrors('Pairs with confirmation, 8 services, up to 4 % noise', eightPairs, 0.05, 0.95),
    kept('… it takes at most 6 pairs a service on average, when nothing changed', places(eightPairs, 0, 'runs'), {
      atMost: 6,
    }),
    ...bothErrors('Pairs with confirmation, one service, up to 4 % noise', onePairs, 0.03, 0.98),
    ...bothErrors('Store with confirmation, 1 and 8 services, up to 4 % noise', stored, 0.03, 0.95),
    kept(
      '… it takes at most 3 candidate jobs a service on average',
      [...places(stored, 0, 'runs'), ...places(stored, 0.1, 'runs')],
      { atMost: 3 },
    ),
    ...bothErrors('16 services with 64 series, pairs or store with confirmation, 4 % noise', many, 0.05, 0.95),
    ...bothErrors('Pairs with confirmation, where machines differ or runs are outliers', worlds('pairs'), 0.05, 0.95),
    ...bothErrors('Store with confirmation, where machines differ or runs are outliers', worlds('store'), 0.05, 0.95),
    kept(
      'A report calls something proven that did not change in at most 5 %',
      [...places(words, 0, 'provenWrong'), ...places(words, 0.1, 'provenWrong')],
      { atMost: 0.05 },
    ),
    kept(
      '"A slowdown of X or more would have been proven" is true in at least 93 %',
      words.flatMap(({ detectable, ...cell }) =>
        detectable === null || detectable.true.of === 0 ? [] : [{ where: placeOf(cell), share: detectable.true }],
      ),
      { atLeast: 0.93 },
    ),
    kept(
      'A push of unchanged code is marked as slower or faster in at most 1 % of services, also where machines differ',
      marks(recording.filter((cell) => !hasOutliers(cell))),
      { atMost: 0.01 },
    ),
    kept('… and where 1 job in 20 is half as slow again', marks(recording.filter(hasOutliers)), { atMost: 0.01 }),
  ]
}

/** The two promises of every gate: about false alarms and about detections. */
function bothErrors(
  what: string,
  cells: readonly Measured[],
  falseAlarms: number,
  detections: number,
): readonly Kept[] {
  return [
    kept(
      `${what}: at most ${100 * falseAlarms} % of unchanged pull requests are blocked`,
      places(cells, 0, 'blocked'),
      {
        atMost: falseAlarms,
      },
    ),
    kept(`… and at least ${100 * detections} % of +10 % are caught`, places(cells, 0.1, 'caught'), {
      atLeast: detections,
    }),
  ]
}

function marks(cells: readonly Measured[]): readonly Place[] {
  return cells.flatMap((cell) =>
    cell.recording === null ? [] : [{ where: placeOf(cell), share: cell.recording.marked }],
  )
}

function places(cells: readonly Measured[], effect: number, key: keyof Rates): readonly Place[] {
  return cells.flatMap((cell) => {
    const share = cell.rates.get(effect)?.[key]
    return share === undefined ? [] : [{ where: placeOf(cell), share }]
  })
}

/** The number of places that are named when a promise is broken. */
const MAX_PLACES = 3

/** A promise, and the places that it covers. */
export function kept(promise: string, all: readonly Place[], bound: Bound): Kept {
  const excess = ({ mean }: Share) => ('atMost' in bound ? mean - bound.atMost : bound.atLeast - mean)
  const sorted = all.toSorted((left, right) => excess(right.share) - excess(left.share))
  const [worst] = sorted
  if (worst === undefined) throw new RangeError(`Nothing was measured for: ${promise}.`)
  // One-sided 95 %. A rate that is this close to its limit may be on either side of it.
  const broken = sorted.filter(({ share }) => excess(share) > 1.645 * share.error)
  const isShare = 'atLeast' in bound || bound.atMost < 1
  const text = ({ mean }: Share) => (isShare ? `${(100 * mean).toFixed(1)} %` : mean.toFixed(1))
  const told = (broken.length === 0 ? [worst] : broken.slice(0, MAX_PLACES)).map(
    ({ where, share }) => `${where}: ${text(share)}`,
  )
  const more = broken.length > MAX_PLACES ? [`and ${broken.length - MAX_PLACES} more of ${all.length}`] : []
  return {
    promise,
    worst: text(worst.share),
    state: broken.length > 0 ? 'not kept' : excess(worst.share) > 0 ? 'at the limit' : 'kept',
    where: [...told, ...more].join('; '),
  }
}

export function placeOf({ label, scenario }: Pick<Measured, 'label' | 'scenario'>): string {
  const services = scenario.services === 1 ? '1 service' : `${scenario.services} services`
  return `${label}, ${services}, ${Number((100 * scenario.noise).toFixed(2))} % noise`
}
