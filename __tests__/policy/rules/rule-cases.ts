import { describe, expect, test } from '@jest/globals'
import type { ServiceEvidence } from '../../../src/model/comparison.ts'
import type { ServicePolicy } from '../../../src/model/policy.ts'
import type { Remark, Rule } from '../../../src/policy/rule.ts'
import { messageOf } from '../../../src/report/finding-text.ts'
import { aServicePolicy } from '../evidence.ts'

export type RuleCase = Readonly<{
  name: string
  evidence: ServiceEvidence
  policy?: Partial<ServicePolicy>
  /** The remarks in order, each as far as the case is about it. Empty: the rule is silent. */
  says: readonly Readonly<Partial<Record<keyof Remark | 'message', unknown>>>[]
}>

/** Tests one rule on literal evidence. The cases must show it speaking and being silent. */
export function testRule(rule: Rule, cases: readonly RuleCase[]): void {
  describe(`rule ${rule.id}`, () => {
    test.each(cases)('$name', ({ evidence, policy, says }) => {
      const remarks = rule
        .check(evidence, aServicePolicy(policy))
        .map((remark) => ({ ...remark, message: messageOf(remark) }))
      expect(remarks).toHaveLength(says.length)
      for (const [index, expected] of says.entries()) expect(remarks[index]).toMatchObject(expected)
      for (const remark of remarks) expect(Object.keys(rule.levels)).toContain(remark.rule)
    })

    test('has a case in which it speaks and one in which it is silent', () => {
      expect(cases.some(({ says }) => says.length > 0)).toBe(true)
      expect(cases.some(({ says }) => says.length === 0)).toBe(true)
    })
  })
}
