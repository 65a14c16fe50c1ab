import { median } from 'simple-statistics'
import type { Comparison, ServiceEvidence } from '../model/comparison.ts'
import { runValue } from './html/run-value.ts'

/** Fewer points show no course over time. */
const MIN_JOBS = 3
/** More points would make the column wider than the numbers beside it. */
const MAX_JOBS = 8
/** https://www.unicode.org/charts/PDF/U2580.pdf: eighths of a block, from the lowest to the full one. */
const BLOCKS = [...'▁▂▃▄▅▆▇█']

/**
 * The last stored jobs of a series, oldest first, each the median of its runs, in the unit of the metric.
 * Empty if fewer than three jobs are stored.
 */
export function storedLevels(comparison: Comparison, { history }: ServiceEvidence): readonly number[] {
  const levels = (history?.jobs ?? []).flatMap(({ runs }) => {
    const values = runs.flatMap((run) => runValue(run, comparison) ?? [])
    return values.length === 0 ? [] : [median(values)]
  })
  return levels.length < MIN_JOBS ? [] : levels.slice(-MAX_JOBS)
}

/**
 * `▃▃▂▃ █`: the stored jobs, then the candidate; null if too few jobs are stored. The scale spans at least twice the limit, so that noise
 * looks flat and a change of the size of the limit is visible.
 * Hidden from screen readers, which would read each block aloud. The analysis has the range in words.
 */
export function sparkline(comparison: Comparison, evidence: ServiceEvidence): string | null {
  const stored = storedLevels(comparison, evidence)
  if (stored.length === 0) return null
  const all = comparison.candidate === null ? stored : [...stored, comparison.candidate]
  const [low, high] = [Math.min(...all), Math.max(...all)]
  const margin = Math.max(0, median(all) * 2 * (comparison.limitRatio ?? 0.05) - (high - low)) / 2
  const [bottom, top] = [low - margin, high + margin]
  const block = (value: number): string => {
    const height = top === bottom ? 0.5 : (value - bottom) / (top - bottom)
    return BLOCKS[Math.min(Math.floor(height * BLOCKS.length), BLOCKS.length - 1)] ?? ''
  }
  const now = comparison.candidate === null ? '' : ` ${block(comparison.candidate)}`
  return `<span aria-hidden="true">${stored.map(block).join('')}${now.replace(' ', '\u00a0')}</span>`
}
