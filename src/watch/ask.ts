import { text } from '../model/text.ts'
import type { InstantValue, TimeRange, TimeSeries } from '../prometheus/query.ts'
import { type Histogram, histogramOf } from './histogram.ts'
import { NoDataError } from './no-data.ts'

/** How a service is asked about. Both throw a UserError where the answer is not whole. */
export type Ask = Readonly<{
  instant(query: string, atS: number): Promise<readonly InstantValue[]>
  range(query: string, range: TimeRange): Promise<readonly TimeSeries[]>
}>

/** null: Prometheus has no such series. */
export async function askHistogram(ask: Ask, query: string, atS: number): Promise<Histogram | null> {
  const values = await ask.instant(query, atS)
  return histogramOf(values.map(({ labels, value }) => ({ le: labels.le ?? '', value })))
}

/** By the value of a label. Empty: there is no such series. */
export async function askByLabel(
  ask: Ask,
  query: string,
  label: string,
  atS: number,
): Promise<ReadonlyMap<string, number>> {
  const values = await ask.instant(query, atS)
  return new Map(
    values.map(({ labels, value }) => {
      if (value === null) throw new NoDataError(text`the count of requests is not a number`)
      return [labels[label] ?? '', value]
    }),
  )
}
