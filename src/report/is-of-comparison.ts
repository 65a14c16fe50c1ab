import type { Finding } from '../model/verdict.ts'

/** Whether the verdict of the comparison already tells what this finding tells. */
export function isOfComparison({ rule }: Pick<Finding, 'rule'>): boolean {
  return rule === 'regressed' || rule === 'unproven' || rule === 'slower' || rule === 'inconclusive'
}
