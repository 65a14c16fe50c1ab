import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect } from '@jest/globals'
import { readRepositoryFile } from '../docs/markdown-page.ts'
import { liveTest } from './live-test.ts'
import { BLOCKED_BY_P95, loadAndJudge, PASSES_ON_MEDIAN } from './load.ts'
import { startGrpcService, startHttpService } from './service.ts'
import { blocksOfPage } from './tool-page.ts'

/* Load tools run here, by the commands of their pages in docs/tools with fewer seconds, and the packaged gate judges what they write. */

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perf-gate-load-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true })
})

/** Twenty users without a pause. It ends some seconds after the first answer: on a busy machine the start alone may take as long. */
const LOCUST_USER = `import gevent
from locust import FastHttpUser, constant, task

class Visitor(FastHttpUser):
    wait_time = constant(0)
    timer = None

    @task
    def index(self):
        self.client.get("/items")
        if Visitor.timer is None:
            Visitor.timer = gevent.spawn_later(2.5, self.environment.runner.quit)
`

liveTest(['locust'], 'Locust: a slower service is blocked by its p95, an unchanged one passes', async () => {
  // The first is for the usual case; those after it are for older versions and for several processes.
  const [listener = ''] = blocksOfPage('locust', 'python')
  const { unchanged, slower } = await loadAndJudge(folder, {
    tool: 'locust',
    start: startHttpService,
    changes: (port) => ({ ':8080': `:${port}` }),
    warmUp: '500ms',
    files: { 'locustfile.py': `${listener}\n${LOCUST_USER}` },
  })
  expect(unchanged).toMatchObject(PASSES_ON_MEDIAN)
  expect(slower).toMatchObject(BLOCKED_BY_P95)
})

liveTest(['wrk'], 'wrk: a slower service is blocked by its p95, an unchanged one passes', async () => {
  const { unchanged, slower } = await loadAndJudge(folder, {
    tool: 'wrk',
    start: startHttpService,
    changes: (port) => ({ ':8080': `:${port}`, '-t2 -c8 -d30s': '-t1 -c64 -d2s', '1 2 3 4 5': '1 2 3' }),
    files: { 'perf-gate.lua': readRepositoryFile('examples/wrk/perf-gate.lua') },
  })
  expect(unchanged).toMatchObject(PASSES_ON_MEDIAN)
  expect(slower).toMatchObject(BLOCKED_BY_P95)
})

const PROTO = `syntax = "proto3";
package shop;
service Shop { rpc Quote(Item) returns (Price); }
message Item { string name = 1; }
message Price { int32 cents = 1; }
`

liveTest(['ghz'], 'ghz: a slower service is blocked by its p95, an unchanged one passes', async () => {
  const { unchanged, slower } = await loadAndJudge(folder, {
    tool: 'ghz',
    start: startGrpcService,
    changes: (port) => ({ ':50051': `:${port}`, '-c 10 -n 2000 --skipFirst 200': '-c 40 -n 240 --skipFirst 40' }),
    files: { 'shop.proto': PROTO },
  })
  expect(unchanged).toMatchObject(PASSES_ON_MEDIAN)
  expect(slower).toMatchObject(BLOCKED_BY_P95)
})
