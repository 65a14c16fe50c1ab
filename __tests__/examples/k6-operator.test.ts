import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'
import { Ajv } from 'ajv'
import { parseAllDocuments } from 'yaml'

const read = (path: string): string => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8')

const validate = new Ajv({ strict: false }).compile(
  JSON.parse(read('__tests__/fixtures/k6-operator-testrun.schema.json')),
)
const resources = parseAllDocuments(read('examples/k6-operator/testrun.yaml')).map((one) => one.toJS())
const testRun = resources.find(({ kind }) => kind === 'TestRun')

test("the example is a TestRun by k6-operator's own schema", () => {
  validate(testRun)
  expect(validate.errors).toBeNull()
})

test('the schema would notice a misspelt key', () => {
  expect(validate({ ...testRun, spec: { ...testRun.spec, runner: { imgae: 'k6' } } })).toBe(false)
})

test('the runners write where the volume is mounted', () => {
  const { runner } = testRun.spec
  const [claim] = resources.filter(({ kind }) => kind === 'PersistentVolumeClaim')
  expect(runner.volumes[0].persistentVolumeClaim.claimName).toBe(claim.metadata.name)
  expect(runner.env[0].value.startsWith(`${runner.volumeMounts[0].mountPath}/`)).toBe(true)
  expect(runner.volumeMounts[0].name).toBe(runner.volumes[0].name)
})
