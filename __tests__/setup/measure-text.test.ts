import { expect, test } from '@jest/globals'
import { parseMeasureFile } from '../../src/measure/measure-plan.ts'
import { measureText } from '../../src/setup/measure-text.ts'

const planOf = (values: Parameters<typeof measureText>[0]) => parseMeasureFile(measureText(values), 'measure.yml')

test('the found values are in the file, and the file can be read', () => {
  const values = { service: 'billing', script: 'perf/load.js', startCommand: 'npm ci && npm start', action: null }
  expect(planOf(values)).toMatchObject({
    build: 'npm ci',
    services: [
      {
        name: 'billing',
        reach: { candidate: { command: 'npm start' } },
        load: expect.stringMatching(/^k6 run .* -e BASE_URL=\{address\} perf\/load\.js$/),
      },
    ],
  })
})

test('unknown values are marked', () => {
  const text = measureText({ service: 'a', script: 'load.js', startCommand: null, action: 'acme/perf-gate@abc' })
  expect(text).toContain(
    'start: node service.mjs {port} # REPLACE: the command that starts your service on port {port}',
  )
  expect(text).toContain('/acme/perf-gate/abc/schema/measure.schema.json')
  expect(parseMeasureFile(text, 'measure.yml')).toMatchObject({ build: null, services: [{ name: 'a' }] })
})

test.each(["it's.js", 'a: b.js', 'a #b.js', 'load test.js'])('the script %s stays itself', (script) => {
  const [service] = planOf({ service: 'a', script, startCommand: null, action: null }).services
  expect(service?.load.endsWith(`'${script.replaceAll("'", "'\\''")}'`)).toBe(true)
})

test('each commented line works when it is uncommented', () => {
  const text = measureText({ service: 'a', script: 'load.js', startCommand: null, action: null })
  const plan = parseMeasureFile(text.replaceAll(/^( *)#(?=[a-z])/gm, '$1'), 'measure.yml')
  expect(plan).toMatchObject({
    build: 'npm ci',
    services: [{ readyPath: '/health', warmUp: expect.stringContaining('k6') }],
  })
})
