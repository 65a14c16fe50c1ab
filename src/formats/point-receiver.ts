import type { JsonObject } from '../model/json-object.ts'
import type { AbortThreshold } from '../model/measurement.ts'

/** What a scanner does with what it reads. `Series` stands for one metric with one set of tags. */
export type PointReceiver<Series> = Readonly<{
  /** `aborts`: thresholds of the metric that stop the test. */
  defineMetric(name: string, type: string, contains: string | null, aborts: readonly AbortThreshold[]): void
  /** Called once for each metric and set of tags, as long as the scanner remembers the tags. */
  series(metric: string, tags: JsonObject): Series
  add(series: Series, timeMs: number, value: number): void
}>

/** Reads points line by line from chunks that are cut anywhere. A chunk is only looked at during `push`. */
export type LineScanner = Readonly<{
  push(chunk: Uint8Array): void
  /** Reads what is left. Throws a UserError where the last line is not whole. */
  end(): void
}>
