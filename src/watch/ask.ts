import { text } from '../model/text.ts'
import type { InstantValue, TimeRange, TimeSeries } from '../prometheus/query.ts'
import { type Histogram, histogramOf } from './histogram.ts'
import { NoDataError } from './no-data.ts'

/** Asks Prometheus. Both functions throw a UserError when the answer is not complete. */
export type Ask = Readonly<{
  instant(query: string, atS: number): Promise<readonly InstantValue[]>
  range(query: string, range: TimeRange): Promise<readonly TimeSeries[]>
}>

/** null: Prometheus has no series for the query. */
export async function askHistogram(ask: Ask, query: string, atS: number): Promise<Histogram | null> {
  const values = await ask.instant(query, atS)
  return histogramOf(values.map(({ labels, value }) => ({ le: labels.le ?? '', value })))
}

/** The values by the value of a label. Empty: Prometheus has no series for the query. */
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
