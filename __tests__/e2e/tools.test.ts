import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { pairs, toolBytes, toolJson, toolText } from '../tools/tool-fixture.ts'
import { runCli } from './run-cli.ts'

/*
 * Files of other tools, with three runs per side, judged by the packaged command line: all of them in one folder, with one
 * service per tool.
 */

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perf-gate-tools-'))
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

function hyperfine(factor: number): string {
  const document = toolJson('hyperfine/two.v2.0.0.json')
  for (const { measurements } of document.results) for (const one of measurements) one.time_wall_clock.value *= factor
  return JSON.stringify(document)
}

function ghz(factor: number): string {
  const report = toolJson('ghz/stream-duration-wait.json')
  for (const call of report.details) call.latency = Math.round(call.latency * factor)
  return JSON.stringify(report)
}

function jmeter(factor: number): string {
  return toolText('jmeter/simple.csv').replaceAll(
    /^(\d{13},)(\d+),/gm,
    (_, time, elapsed) => `${time}${Math.round(Number(elapsed) * factor)},`,
  )
}

const SERVICES = { build: hyperfine, rpc: ghz, shop: jmeter }

async function write(place: string, slowdown: number): Promise<string> {
  for (const [service, content] of Object.entries(SERVICES)) {
    for (const { path, open } of pairs((factor) => ({ 'result.txt': content(factor), 'exit-code': '0\n' }), slowdown)) {
      const target = join(folder, place, service, path)
      await mkdir(dirname(target), { recursive: true })
      for await (const chunk of open()) await writeFile(target, chunk)
    }
  }
  return join(folder, place)
}

test('one verdict over three tools: 20 % slower is blocked, each by what its tool is gated on', async () => {
  const report = join(folder, 'report.md')
  const { exitCode } = await runCli(['compare', '--results', await write('slower', 1.2), '--markdown', report])
  expect(exitCode).toBe(1)
  const { stdout } = await runCli(['compare', '--results', join(folder, 'slower')])
  for (const service of Object.keys(SERVICES)) expect(stdout).toMatch(new RegExp(`\`${service}\`.*slower, proven`))
  expect(stdout).not.toMatch(/http_req|k6 v/)
})

test('one verdict over three tools: unchanged is not blocked', async () => {
  const { exitCode, stderr } = await runCli(['compare', '--results', await write('unchanged', 1)])
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 })
})

test('inspect reads a binary log of Gatling and a CSV that is known and not judged', async () => {
  const [log, csv] = [join(folder, 'simulation.log'), join(folder, 'out_stats.csv')]
  await writeFile(log, toolBytes('gatling/simulation.v3.15.1.log.gz'))
  await writeFile(csv, toolBytes('locust/out_stats.csv'))
  expect((await runCli(['inspect', log])).stdout).toContain('gated on    p95 of latency, 62 ms')
  expect((await runCli(['inspect', csv])).stdout).toContain('Give the request log')
})
