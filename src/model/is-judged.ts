import type { Comparison } from './comparison.ts'

const JUDGED: ReadonlySet<Comparison['verdict']> = new Set([
  'regressed',
  'unproven',
  'slower',
  'unchanged',
  'improved',
  'inconclusive',
])

/** Whether the two sides were held against each other. Every other verdict says why they were not. */
export function isJudged({ verdict }: Pick<Comparison, 'verdict'>): boolean {
  return JUDGED.has(verdict)
}
