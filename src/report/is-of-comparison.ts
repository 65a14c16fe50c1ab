import type { Finding } from '../model/verdict.ts'

/** Whether the words of the comparison say what this finding says. */
export function isOfComparison({ rule }: Pick<Finding, 'rule'>): boolean {
  return rule === 'regressed' || rule === 'unproven' || rule === 'slower' || rule === 'inconclusive'
}
