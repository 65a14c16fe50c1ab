import { UserError } from '../model/errors.ts'
import { ADVICE_ON_POINTS } from '../model/k6-advice.ts'
import type { ReadOptions } from '../model/read-options.ts'
import type { Run } from '../model/run.ts'
import { text } from '../model/text.ts'
import { oneRecordPerLine } from './one-record-per-line.ts'
import type { LineScanner, PointReceiver } from './point-receiver.ts'
import { type CollectedPoints, createPointsCollector, type PointSeries } from './points-collector.ts'
import { pointsRun } from './points-run.ts'
import { selectionOf, selectionText } from './read-options.ts'

/** The properties of one format of points. */
export type PointsFormat = Readonly<{
  id: string
  /** Whether the file says of which kind each metric is. */
  hasTypes: boolean
  createScanner(receiver: PointReceiver<PointSeries>): LineScanner
}>

/**
 * Streams points through the scanner of their format. Memory does not grow with the size of the files. Several parts
 * belong to load generators that shared a run. Their points are read as one run, so all statistics are exact.
 */
export async function readPoints(
  format: PointsFormat,
  parts: readonly AsyncIterable<Uint8Array>[],
  options: ReadOptions,
): Promise<Run> {
  const points = await collectPoints(format, parts, options)
  const run = { ...pointsRun(format.id, points, ADVICE_ON_POINTS), ...selectionOf(options, selectionText(options)) }
  return parts.length === 1 ? run : withoutOwnGauges(run, parts.length)
}

/** Collects the points of all parts. Throws a UserError that says which part is damaged. */
export async function collectPoints(
  format: PointsFormat,
  parts: readonly AsyncIterable<Uint8Array>[],
  options: ReadOptions,
): Promise<CollectedPoints> {
  const isInOrderOfTime = parts.length === 1
  const collector = createPointsCollector(options, { hasTypes: format.hasTypes, isInOrderOfTime })
  for (const [index, chunks] of parts.entries()) {
    try {
      const scanner = oneRecordPerLine(format.createScanner(collector))
      for await (const chunk of chunks) scanner.push(chunk)
      scanner.end()
    } catch (error) {
      if (parts.length === 1 || !(error instanceof UserError)) throw error
      throw new UserError(`Load generator ${index + 1}: ${error.message}`)
    }
  }
  return collector.finish()
}

/**
 * Leaves out the numbers of virtual users: each load generator samples only its own users, at its own times, so these
 * numbers cannot be combined.
 */
function withoutOwnGauges(run: Run, generators: number): Run {
  return {
    ...run,
    measurements: run.measurements.filter(({ metric }) => metric !== 'vus' && metric !== 'vus_max'),
    notes: [...run.notes, text`The points of ${generators} load generators were merged.`],
  }
}
