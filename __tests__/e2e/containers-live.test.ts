import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execPath } from 'node:process'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { measureResources, sampledService } from '../../src/formats/measure-resources.ts'
import { parseResources } from '../../src/formats/resources.ts'
import { freePort } from '../../src/measure/free-port.ts'
import { type ContainerEngine, MISSING, startEngine } from '../measure/container-engine.ts'
import { saying } from '../saying.ts'
import { runCli } from './run-cli.ts'
import { REPOSITORY_ROOT } from './runner/job-environment.ts'

/* `perf-gate measure` with services in real containers, among them one that the kernel kills because it runs out of memory. */

const ASK = `${execPath} ${join(REPOSITORY_ROOT, '__tests__/measure/stand-ins/ask.mjs')}`
const COUNTED = { excludeFirstMs: 0, excludeLastMs: 0, requests: 20 }

let folder: string
let engine: ContainerEngine

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perf-gate-containers-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true })
})

type Said = Readonly<{ start?: string; address?: string; container?: string; page: string; times: number }>

async function measure(said: Said, env: Readonly<Record<string, string>>, ...flags: readonly string[]) {
  const { page, times, ...service } = said
  const load = `${ASK} {address}${page} {output} ${times}`
  const file = { version: 1, services: { checkout: { ready: '/health', ...service, load } } }
  writeFileSync(join(folder, 'measure.yml'), JSON.stringify(file))
  const pairs = flags.includes('--pairs') ? [] : ['--pairs', '1']
  const args = ['measure', 'measure.yml', '--json', 'report.json', ...pairs, ...flags]
  const result = await runCli(args, { folder, env: { TMPDIR: folder, HOME: folder, ...env } })
  return { ...result, run: (path: string) => readFileSync(join(folder, 'perf-results/checkout', path), 'utf8') }
}

function measured(text: string) {
  const record = parseResources(text)
  const all = measureResources(record, COUNTED)
  const found = Object.fromEntries(
    all.map(({ metric, stats, unusable }) => [metric, [...stats.values(), ...unusable.values()][0]]),
  )
  return {
    found,
    sampled: sampledService(record, COUNTED),
    instances: new Set(record.samples.map((one) => one.instance)),
  }
}

if (MISSING.length > 0) {
  test.skip(`containers, left out: no ${MISSING.join(' and no ')}`, () => undefined)
} else {
  describe('in a container', () => {
    beforeAll(async () => {
      engine = await startEngine()
    })
    afterAll(async () => {
      await engine.stop()
    })

    const start = (limits: string) =>
      `docker run --rm --name perf-gate-{variant}-{port} --network host ${limits} ${engine.image} /serve {port}`
    const container = 'perf-gate-{variant}-{port}'

    test('with 0.3 cores: its own counters, its limits, and how often they held it back', async () => {
      const said = {
        start: start('--cpus 0.3 --cpu-shares 100000 --memory 64m'),
        container,
        page: '/cgi-bin/burn',
        times: 8,
      }
      const { run, stderr, exitCode } = await measure(said, engine.env, '--baseline-folder', '.')
      expect({ exitCode, stderr }).toMatchObject({
        exitCode: expect.any(Number),
        stderr: expect.stringMatching(/pair 1 of 1, candidate: ready/),
      })
      const { found, sampled, instances } = measured(run('candidate/run-1/resources.ndjson'))
      expect([...instances]).toEqual([expect.stringMatching(/^[0-9a-f]{12}\/\d+$/)])
      expect(sampled).toMatchObject({
        source: expect.stringMatching(/^cgroup[12]$/),
        instances: 1,
        cpuLimitCores: 0.3,
        memoryLimitBytes: 64 * 1024 ** 2,
      })
      // Four loops at once use up their 30 ms in less than 100 ms. The container has many CPU shares, so other work on the
      // machine cannot hold it back, and the limit does.
      expect(found.cpu_throttled).toBeGreaterThan(0)
      // A part of a period that began before the load may count as well.
      expect(found.cpu_cores).toBeLessThan(0.4)
      expect(found.cpu_per_request).toBeGreaterThan(0)
      expect(found.memory_of_limit).toBeGreaterThan(0)
      expect(found.memory_of_limit).toBeLessThan(1)
      expect(found).toMatchObject({ restarts: 0, oom_kills: 0 })
      const report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'))
      const shown = report.comparisons.map(({ metric }: { metric: string }) => metric)
      expect(shown).toEqual(expect.arrayContaining(['cpu_throttled', 'cpu_of_limit', 'memory_of_limit']))
    })

    test('a part of it that the kernel kills for lack of memory makes the run invalid, though it answers', async () => {
      const said = { start: start('--memory 24m'), container, page: '/cgi-bin/leak', times: 1 }
      const { run, exitCode, stdout } = await measure(said, engine.env, '--baseline-folder', '.')
      expect(measured(run('candidate/run-1/resources.ndjson')).found).toMatchObject({
        oom_kills: expect.any(Number),
        memory: saying('the service ran out of memory and was killed during the load'),
      })
      expect({ exitCode, stdout }).toMatchObject({
        exitCode: 1,
        stdout: expect.stringContaining('ran out of memory and was killed during the load'),
      })
    })

    test('one that does not end when it is asked to is not left behind', async () => {
      // The first process of a container ignores signals that it does not handle.
      const deaf = `docker run --rm --name perf-gate-deaf-{variant} --network host ${engine.image} httpd -f -p 127.0.0.1:{port} -h /www`
      const said = { start: deaf, container: 'perf-gate-deaf-{variant}', page: '/health', times: 1 }
      const { stderr } = await measure(said, engine.env, '--candidate', '--pairs', '2')
      expect(stderr).toMatch(/run 2 of 2, candidate: ready/)
      const left = ['ps', '--all', '--quiet', '--filter', 'name=perf-gate-deaf']
      expect(execFileSync('docker', left, { env: engine.env, encoding: 'utf8' })).toBe('')
    })

    test('one that is killed as a whole says why', async () => {
      const said = { start: start('--memory 24m'), container, page: '/cgi-bin/die', times: 1 }
      const { stderr, exitCode } = await measure(said, engine.env, '--baseline-folder', '.')
      expect({ exitCode, stderr }).toMatchObject({
        exitCode: 1,
        stderr: expect.stringMatching(
          /ended with exit code 137 under load\. It ran out of memory, and the kernel killed it\./,
        ),
      })
    })

    test('one that runs already, by its name', async () => {
      const port = await freePort()
      const name = `perf-gate-already-${port}`
      const args = ['run', '-d', '--rm', '--name', name, '--network', 'host', engine.image, '/serve', `${port}`]
      execFileSync('docker', args, { env: engine.env })
      try {
        const said = { address: `http://127.0.0.1:${port}`, container: name, page: '/cgi-bin/burn', times: 5 }
        const { run } = await measure(said, engine.env, '--candidate')
        const { found, sampled } = measured(run('candidate/run-1/resources.ndjson'))
        expect(sampled).toMatchObject({
          source: expect.stringMatching(/^cgroup[12]$/),
          instances: 1,
          cpuLimitCores: null,
        })
        expect(found).toMatchObject({ restarts: 0, oom_kills: 0 })
        expect(found.cpu_per_request).toBeGreaterThan(0)
        expect(found.memory).toBeGreaterThan(0)
      } finally {
        spawnSync('docker', ['kill', name], { env: engine.env })
      }
    })
  })
}

/** A control group with a memory limit, made for this test. null: this user may not make one. */
function limitedGroup(bytes: number): string | null {
  const folders = ['/sys/fs/cgroup/memory', '/sys/fs/cgroup'].map((root) => join(root, `perf-gate-${process.pid}`))
  for (const [group, file] of [
    [folders[0], 'memory.limit_in_bytes'],
    [folders[1], 'memory.max'],
  ] as const) {
    try {
      mkdirSync(group as string)
      writeFileSync(join(group as string, file), `${bytes}`)
      return group as string
    } catch {
      rmSync(group as string, { recursive: true, force: true })
    }
  }
  return null
}

const LEAK = `
const held = []
require('node:http').createServer((request, response) => {
  if (request.url === '/work') for (;;) held.push(Buffer.alloc(8 * 1024 ** 2, 1))
  response.end()
}).listen(Number(process.env.PORT), '127.0.0.1')
`

const probe = limitedGroup(1024 ** 2)
if (probe !== null) rmdirSync(probe)
const testLimited = probe === null ? test.skip : test

testLimited('a process that the kernel kills at a memory limit says why', async () => {
  const group = limitedGroup(160 * 1024 ** 2) ?? ''
  try {
    writeFileSync(join(folder, 'leak.cjs'), LEAK)
    const start = `echo $$ > ${group}/cgroup.procs; exec ${execPath} leak.cjs`
    const { stderr, run } = await measure({ start, page: '/work', times: 1 }, {}, '--candidate')
    expect(stderr).toMatch(/ended with exit code 137 under load\. It ran out of memory, and the kernel killed it\./)
    expect(JSON.parse(run('candidate/run-1/run.json')).problem).toContain('It ran out of memory')
  } finally {
    rmdirSync(group)
  }
})
