import type { Measurement } from '../model/measurement.ts'
import { MIN_SECONDS } from '../model/memory-growth.ts'
import { count, formatValue } from '../model/numbers.ts'
import { isSampled, RESOURCE_STATS } from '../model/resources.ts'
import { rightSizing, sizingText } from '../model/right-sizing.ts'
import type { IdentifiedRun, Run } from '../model/run.ts'
import type { SampledService } from '../model/sampled-service.ts'
import { distinct, plainText, type Text } from '../model/text.ts'

/** A line of `inspect`: its name and its text. */
type Line = readonly [name: string, text: string]

/** The processor and memory of a run, if they were sampled. For numbers that cannot be used: the reason. */
export function resourceLines({ measurements, sampled }: Run): readonly Line[] {
  const all = measurements.filter(isSampled)
  const reasons = distinct(all.flatMap(({ unusable }) => [...unusable.values()]))
  const values = all.flatMap((one) => (one.stats.size === 0 ? [] : [`${one.metric} ${statsText(one)}`]))
  const by =
    sampled === undefined ? [] : [`${count(sampled.instances, 'instance')} by ${sampled.source ?? 'an unknown source'}`]
  return [
    ...(values.length === 0 ? [] : [['resources', [...values, ...by].join(', ')] as const]),
    ...reasons.map((reason) => ['resources', `some cannot be used: ${plainText(reason)}`] as const),
    ...(sampled === undefined ? [] : memoryLines(sampled)),
  ]
}

function memoryLines({
  seconds,
  memoryGrowthBytesPerRequest: growth,
  memoryPeakBytes: peak,
}: SampledService): readonly Line[] {
  const text =
    growth == null
      ? null
      : seconds < MIN_SECONDS
        ? `too short to tell: the load took ${seconds.toFixed(0)} s, and ${MIN_SECONDS} s are needed`
        : `${formatValue(growth, 'bytes')} with each request in the second half of the load`
  return [
    ...(peak == null ? [] : [['memory', `at most ${formatValue(peak, 'bytes')} since the process started`] as const]),
    ...(text === null ? [] : [['growth', text] as const]),
  ]
}

/** The statistics in their usual order. */
function statsText({ metric, stats, unit }: Measurement): string {
  const order = RESOURCE_STATS.get(metric)?.stats ?? [...stats.keys()]
  const values = order.map((stat) => [stat, stats.get(stat)] as const)
  return values.flatMap(([stat, value]) => (value === undefined ? [] : `${stat} ${formatValue(value, unit)}`)).join(' ')
}

/** The advised requests and limits of each service that ran with limits. */
export function sizingLines(runs: readonly IdentifiedRun[]): readonly (readonly [service: string, advice: Text])[] {
  const candidates = runs.filter(({ side }) => side === 'candidate')
  const services = [...new Set(candidates.map(({ service }) => service))]
  return services.flatMap((service) => {
    const sizing = rightSizing(candidates.filter((run) => run.service === service))
    return sizing === null ? [] : [[service, sizingText(sizing)] as const]
  })
}
