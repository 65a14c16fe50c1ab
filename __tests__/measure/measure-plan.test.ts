import { describe, expect, test } from '@jest/globals'
import { parseMeasureFile, planOfFlags } from '../../src/measure/measure-plan.ts'

const parse = (text: string) => parseMeasureFile(text, 'measure.yml')

test('a whole file', () => {
  const text = `
version: 1
pairs: 7
baseline: ../baseline
build: npm ci
services:
  checkout:
    start: node service.mjs {port}
    ready: /health
    ready-within: 1.5s
    warm-up: node warm.mjs {address}
    load: wrk {address} > {output}
    profile: node
    baseline: { start: 'node old.mjs {port}' }
  search:
    baseline: { address: 'http://127.0.0.1:8081' }
    candidate: { address: 'http://127.0.0.1:8082/' }
    load: 'k6 run load.js'
`
  expect(parse(text)).toEqual({
    pairs: 7,
    folders: { baseline: '../baseline', candidate: null },
    build: 'npm ci',
    services: [
      {
        name: 'checkout',
        reach: {
          baseline: { kind: 'start', command: 'node old.mjs {port}' },
          candidate: { kind: 'start', command: 'node service.mjs {port}' },
        },
        containers: { baseline: null, candidate: null },
        readyPath: '/health',
        readyWithinMs: 1500,
        warmUp: 'node warm.mjs {address}',
        load: 'wrk {address} > {output}',
        profiler: { kind: 'node' },
      },
      {
        name: 'search',
        reach: {
          baseline: { kind: 'address', address: 'http://127.0.0.1:8081' },
          candidate: { kind: 'address', address: 'http://127.0.0.1:8082/' },
        },
        containers: { baseline: null, candidate: null },
        readyPath: null,
        readyWithinMs: 60_000,
        warmUp: null,
        load: "k6 run --summary-export {output} --summary-trend-stats 'avg,min,med,max,p(90),p(95),p(99),count' load.js",
        profiler: null,
      },
    ],
  })
})

test('the address of a version replaces the setting for both versions', () => {
  const text = `
version: 1
services:
  a:
    start: node service.mjs
    baseline: { address: 'http://127.0.0.1:8081' }
    load: tool {output}
`
  expect(parse(text).services[0]?.reach).toEqual({
    baseline: { kind: 'address', address: 'http://127.0.0.1:8081' },
    candidate: { kind: 'start', command: 'node service.mjs' },
  })
})

test('a container, of both versions or of one', () => {
  const text = `
version: 1
services:
  a:
    start: docker run --rm --name a-{variant} image
    container: a-{variant}
    load: tool {output}
    baseline: { container: a-old }
`
  expect(parse(text).services[0]?.containers).toEqual({ baseline: 'a-old', candidate: 'a-{variant}' })
  const flags = { start: 'docker run image', container: '3f9c', load: 'tool {output}' }
  expect(planOfFlags(flags).services[0]?.containers).toEqual({ baseline: '3f9c', candidate: '3f9c' })
})

test('a benchmark starts what it measures by itself', () => {
  const [service] = parse('version: 1\nservices: { parser: { benchmark: true, load: "tool {output}" } }').services
  expect(service).toMatchObject({ reach: { baseline: { kind: 'none' }, candidate: { kind: 'none' } } })
})

describe('each mistake is reported with its line', () => {
  const service = (lines: string) => `version: 1\nservices:\n  checkout:\n${lines}`
  test.each([
    [
      service('    start: a\n    load: a {output}\n    container: a b'),
      'must be the name or id of a container, such as checkout-{variant}',
    ],
    [
      service('    start: a\n    load: a {output}\n    container: a-{variants}'),
      'measure.yml: checkout: container has the placeholder {variants}. Did you mean {variant}?',
    ],
    ['', 'measure.yml is empty. Write `version: 1` in it, or give the commands as flags.'],
    [
      'version: 1',
      'measure.yml, line 1: `services` is missing: it must be a mapping of service names, each with its commands.',
    ],
    ['version: 1\nservices: {}', 'measure.yml, line 2: `services` must name at least one service. Found `{}`.'],
    [
      'version: 2\nservices: { a: { load: "x {output}" } }',
      'measure.yml, line 1: `version` must be 1: it is the version of this file format. Found `2`.',
    ],
    [
      service('    start: a'),
      'measure.yml, line 4: `services.checkout.load` is missing: it must be a command that puts load on the service and writes its result to {output}.',
    ],
    [
      service('    laod: a {output}\n    load: a {output}'),
      'measure.yml, line 4: unknown key `laod` in `services.checkout`. Did you mean `load`?',
    ],
    [
      service('    load: wrk {address}'),
      'measure.yml: checkout: load does not say where the result goes. Have the command write it to {output}, or into {output-folder}.',
    ],
    [
      service('    load: wrk {adress} {output}'),
      'measure.yml: checkout: load has the placeholder {adress}. Did you mean {address}?',
    ],
    [
      service('    start: a {ports}\n    load: a {output}'),
      'measure.yml: checkout: start has the placeholder {ports}. Did you mean {port}?',
    ],
    [
      service('    start: a\n    address: http://localhost:1\n    load: a {output}'),
      'measure.yml: checkout has a start command and an address. Give only one of them.',
    ],
    [
      service('    address: localhost:8080\n    load: a {output}'),
      'measure.yml, line 4: `services.checkout.address` must be an address such as http://127.0.0.1:8080, without a user and a password. Found `localhost:8080`.',
    ],
    [service('    address: http://u:p@localhost\n    load: a {output}'), 'without a user and a password'],
    [
      service('    ready-within: 30\n    load: a {output}'),
      'measure.yml, line 4: `services.checkout.ready-within` must be a duration such as 60s. Found `30`.',
    ],
    [
      service('    ready: health\n    load: a {output}'),
      '`services.checkout.ready` must be a path such as /health. Found `health`.',
    ],
    [
      service('    load: a {output}\n    benchmark: true\n    start: npm start'),
      'measure.yml: checkout is a benchmark, which starts the measured program itself. Leave out start, or `benchmark: true`.',
    ],
    [
      service('    load: a {output}\n    benchmark: maybe'),
      'measure.yml, line 5: `services.checkout.benchmark` must be true or false. Found `maybe`.',
    ],
    [
      service('    load: a {output}\n    profile: gdb'),
      'measure.yml: checkout: profile is "gdb". Give node, perf, pprof, py-spy, or a command that writes a profile to {output}.',
    ],
    [
      service('    load: a {output}\n    profile: tool {pidd} {output}'),
      'measure.yml: checkout: profile has the placeholder {pidd}. Did you mean {pid}?',
    ],
    ['version: 1\nservices:\n  Check--out: { load: "a {output}" }', 'is not a service name'],
    [
      'version: 1\npairs: 0\nservices: { a: { load: "x {output}" } }',
      'measure.yml, line 2: `pairs` must be a whole number from 1 to 100. Found `0`.',
    ],
  ])('%j', (text, message) => {
    expect(() => parse(text)).toThrow(message)
  })
})

describe('flags', () => {
  test('describe one service', () => {
    const plan = planOfFlags({ start: 'npm start', load: 'tool {output}', ready: '/', build: 'npm ci' })
    expect(plan).toMatchObject({ pairs: 5, build: 'npm ci' })
    expect(plan.services).toMatchObject([
      { name: 'service', readyPath: '/', load: 'tool {output}', reach: { baseline: { command: 'npm start' } } },
    ])
  })

  test.each([
    [{ load: 'a {output}', address: 'nowhere' }, '--address must be an address such as http://127.0.0.1:8080'],
    [{ load: 'a {output}', ready: 'x' }, '--ready must be a path such as /health.'],
    [{ load: 'a {output}', service: 'A B' }, '--service is not a service name'],
    [{ load: 'a' }, 'load does not say where the result goes'],
  ])('%j', (flags, message) => {
    expect(() => planOfFlags(flags)).toThrow(message)
  })
})
