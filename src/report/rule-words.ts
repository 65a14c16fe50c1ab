import type { Finding } from '../model/verdict.ts'

/** Of a finding that is not about the change itself. */
const RULE_WORDS: Readonly<Record<Finding['rule'], string>> = {
  regressed: 'worse, proven',
  unproven: 'worse, not proven',
  slower: 'slower, within the limit',
  inconclusive: 'cannot tell',
  missing: 'missing',
  new: 'new, no baseline',
  invalid: 'cannot be used',
  'changed-script': 'not comparable: the load script changed',
  'changed-load': 'not comparable: the load changed',
  'changed-machine': 'not comparable: the machine changed',
  'changed-tool': 'not comparable: the version of the tool changed',
  'changed-population': 'not comparable: other requests counted',
  budget: 'over budget',
  'error-rate': 'more errors',
  'dropped-load': 'load was dropped',
  'too-few-samples': 'too few requests',
  'missing-baseline': 'no usable baseline',
  'k6-threshold': 'threshold of the load test crossed',
  debt: 'debt',
  drift: 'drifted since a release',
  profile: 'a function takes more',
  'load-parity': 'another load',
  'mode-boundary': 'p95 on a step',
  'min-power': 'the gate cannot block it',
  'resource-rise': 'more processor or memory',
}

/** What the column of verdicts says of a finding. One series of many that was not compared has a reason of its own. */
export function ruleWords({ rule, metric }: Pick<Finding, 'rule' | 'metric'>): string {
  return rule === 'changed-population' && metric !== null ? 'not comparable' : RULE_WORDS[rule]
}

/** Whether the words of the comparison say what this finding says. */
export function isOfComparison({ rule }: Pick<Finding, 'rule'>): boolean {
  return rule === 'regressed' || rule === 'unproven' || rule === 'slower' || rule === 'inconclusive'
}
