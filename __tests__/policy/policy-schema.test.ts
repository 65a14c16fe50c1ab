import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'yaml'
import { policySchemaText } from '../../scripts/generate-policy-schema.ts'

const committed = readFileSync(new URL('../../schema/policy.schema.json', import.meta.url), 'utf8')
const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(JSON.parse(committed))

describe('the published JSON Schema of the policy file', () => {
  test('is what the schema in the code says; if not, run `npm run docs`', () => {
    expect(committed).toBe(policySchemaText())
  })

  test('accepts the example of the design', () => {
    const example = parse(`
version: 1
defaults: { max-regression: 5%, levels: { unproven: fail } }
services:
  checkout:
    paths: [services/checkout/**]
    budgets: [{ metric: http_req_duration, stat: p95, max: 300ms }]
    endpoints: { "GET /orders": { max-regression: 8% } }
override: { label: perf-override, second-person: auto }
`)
    expect(validate(example)).toBe(true)
  })

  test.each([
    'version: 1\ndefaults: { max-regresion: 5% }',
    'version: 1\ndefaults: { max-regression: 5 }',
    'version: 1\ndefaults: { levels: { invalid: off } }',
    'version: 1\nservices: { "A--B": {} }',
    'defaults: {}',
  ])('refuses %j', (text) => {
    expect(validate(parse(text))).toBe(false)
  })
})
