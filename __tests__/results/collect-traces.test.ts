import { expect, test } from '@jest/globals'
import type { ResultFile } from '../../src/model/result-file.ts'
import { collectTraces } from '../../src/results/collect-traces.ts'
import { saying } from '../saying.ts'

const DEFAULTS = { defaultService: 'service', defaultSide: 'candidate' } as const
const SPAN = JSON.stringify([{ traceId: 'a', id: 'b', name: 'get', timestamp: 1, duration: 10 }])

function file(path: string, content = SPAN, artifact = 'k6-results-shop'): ResultFile {
  return {
    path,
    artifact: { name: artifact, id: 7, digest: null, workflowRunId: 1, runAttempt: 1 },
    async *open() {
      yield new TextEncoder().encode(content)
    },
  }
}

const collect = (files: readonly ResultFile[]) => collectTraces(files, [], DEFAULTS)

test('traces of an artifact belong to its service, and to the side and the run of their path', async () => {
  const files = [
    file('baseline/run-1/traces/shop.json'),
    file('candidate/run-2/traces.json'),
    file('candidate/run-2/summary.json'),
    file('traces.json'),
  ]
  expect((await collect(files)).map(({ service, side, run, content }) => [service, side, run, content.kind])).toEqual([
    ['shop', 'baseline', '7 baseline/run-1', 'traces'],
    ['shop', 'candidate', '7 candidate/run-2', 'traces'],
  ])
})

test('a file that cannot be read gives the reason, and the others are read', async () => {
  const collected = await collect([file('run-1/traces/a.json', 'PK'), file('run-1/traces/b.json')])
  expect(collected.map(({ content }) => content)).toEqual([
    { kind: 'unreadable', problem: saying(/The file starts with "PK"/) },
    { kind: 'traces', file: expect.objectContaining({ format: 'zipkin' }) },
  ])
})

test('more files than any load test leaves are named and not read', async () => {
  const collected = await collect(Array.from({ length: 202 }, (_, index) => file(`run-${index}/traces/a.json`)))
  expect(collected.map(({ content }) => content.kind).slice(199)).toEqual(['traces', 'unreadable', 'unreadable'])
})
