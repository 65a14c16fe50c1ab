import type { JsonObject } from '../model/json-object.ts'
import type { AbortThreshold } from '../model/measurement.ts'

/** Receives what a scanner reads. A `Series` stands for a metric with a set of tags. */
export type PointReceiver<Series> = Readonly<{
  /** `aborts`: the thresholds of the metric that stop the test. */
  defineMetric(name: string, type: string, contains: string | null, aborts: readonly AbortThreshold[]): void
  /** Called once per metric and set of tags, as long as the scanner remembers the tags. */
  series(metric: string, tags: JsonObject): Series
  add(series: Series, timeMs: number, value: number): void
}>

/** Reads points line by line from chunks that are cut anywhere. A chunk is only read during `push`. */
export type LineScanner = Readonly<{
  push(chunk: Uint8Array): void
  /** Reads the rest. Throws a UserError if the last line is incomplete. */
  end(): void
}>
