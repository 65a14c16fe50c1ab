import { addressOf, withoutAddress } from '../model/address.ts'
import type { BaselineLookup } from '../model/baseline.ts'
import type { IdentifiedRun } from '../model/run.ts'
import { name, type Text, text } from '../model/text.ts'
import type { ComparisonInput } from './comparison-input.ts'
import { atOrBeforeAnchor } from './window.ts'

/** The runs and the store of one service, with the same names of endpoints on both sides. The note says what was changed. */
type SameNames = Readonly<{ runs: readonly IdentifiedRun[]; lookup: BaselineLookup | null; note: Text | null }>

/**
 * Two versions that run side by side have two addresses, and a preview deployment has its own. k6 puts the address into the name
 * of each request, so every endpoint would be missing on one side and new on the other. If each run has exactly one address that
 * the other runs do not have, endpoints at this address are named by their paths.
 */
export function withoutOwnAddresses(
  service: string,
  runs: readonly IdentifiedRun[],
  input: ComparisonInput,
): SameNames {
  const { lookup } = input
  const unchanged = { runs, lookup, note: null }
  const stored = lookup?.kind === 'found' ? (lookup.services.get(service) ?? []) : []
  const beside = runs.filter(({ side }) => side === 'baseline')
  const newest = atOrBeforeAnchor(stored, input.ancestry).at(-1)
  const baseline = beside.length > 0 || newest === undefined ? beside : [newest.run]
  const candidate = runs.filter(({ side }) => side === 'candidate')
  const own = ownAddresses(candidate, baseline)
  if (own === null) return unchanged
  const renamed = new Map([...runs, ...stored.map(({ run }) => run)].map((run) => [run, byPath(run, own.common)]))
  if ([...renamed.values()].includes(null)) return unchanged
  const named = (run: IdentifiedRun): IdentifiedRun => renamed.get(run) ?? run
  const services = new Map(lookup?.kind === 'found' ? lookup.services : [])
  if (stored.length > 0)
    services.set(
      service,
      stored.map((one) => ({ ...one, run: named(one.run) })),
    )
  return {
    runs: runs.map(named),
    lookup: lookup?.kind === 'found' ? { ...lookup, services } : lookup,
    note: text`The baseline was measured at ${name(own.before)} and this version at ${name(own.now)}, so endpoints are compared by their paths.`,
  }
}

type OwnAddresses = Readonly<{ common: ReadonlySet<string>; before: string; now: string }>

function ownAddresses(candidate: readonly IdentifiedRun[], baseline: readonly IdentifiedRun[]): OwnAddresses | null {
  const [now, before] = [candidate, baseline].map((side) => side.map(addressesOf).filter((found) => found.size > 0))
  if (now?.[0] === undefined || before?.[0] === undefined) return null
  const all = [...now, ...before]
  const common = new Set([...now[0]].filter((address) => all.every((found) => found.has(address))))
  const ofEach = all.map((found) => [...found].filter((address) => !common.has(address)))
  const [first, last] = [ofEach[0]?.[0], ofEach.at(-1)?.[0]]
  if (first === undefined || last === undefined || ofEach.some(({ length }) => length !== 1)) return null
  return { common, before: last, now: first }
}

function addressesOf({ run }: IdentifiedRun): ReadonlySet<string> {
  return new Set(run.measurements.flatMap(({ endpoint }) => (endpoint === null ? [] : (addressOf(endpoint) ?? []))))
}

/** null: two endpoints of the run would then have the same name. */
function byPath(identified: IdentifiedRun, common: ReadonlySet<string>): IdentifiedRun | null {
  const { run } = identified
  const rename = (name: string): string => {
    const address = addressOf(name)
    return address === null || common.has(address) ? name : withoutAddress(name)
  }
  const measurements = run.measurements.map((one) =>
    one.endpoint === null ? one : { ...one, endpoint: rename(one.endpoint) },
  )
  const names = new Set(measurements.map(({ metric, endpoint }) => JSON.stringify([metric, endpoint])))
  if (names.size < measurements.length) return null
  const cutOffNames = run.cutOffNames == null ? {} : { cutOffNames: new Set([...run.cutOffNames].map(rename)) }
  return { ...identified, run: { ...run, measurements, ...cutOffNames } }
}
