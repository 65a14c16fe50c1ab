import type { Run } from '../model/run.ts'
import { createHistogram } from './latency-histogram.ts'
import type { LineScanner, PointReceiver } from './point-receiver.ts'
import { createPointsCollector, type PointSeries } from './points-collector.ts'
import { pointsRun } from './points-run.ts'
import type { ReadOptions } from './read-options.ts'

/** Streams points through a scanner of their format. Memory does not grow with the size of the file. */
export async function readPoints(
  format: string,
  chunks: AsyncIterable<Uint8Array>,
  options: ReadOptions,
  createScanner: (receiver: PointReceiver<PointSeries>) => LineScanner,
): Promise<Run> {
  const collector = createPointsCollector(options, createHistogram)
  const scanner = createScanner(collector)
  for await (const chunk of chunks) scanner.push(chunk)
  scanner.end()
  return pointsRun(format, collector.finish())
}
