import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execPath } from 'node:process'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { runCli } from './run-cli.ts'
import { REPOSITORY_ROOT } from './runner/job-environment.ts'

/*
 * Ladders on a real service with a known capacity. Its workers sleep, so a busy machine does not change its capacity. But a load may be
 * uneven while other work starts. No answer is right then, and the ladder is climbed again.
 */

const STAND_INS = join(REPOSITORY_ROOT, '__tests__/capacity/stand-ins')
const WORKERS = 4
const SLEEP_MS = 100

const NO_ANSWER = { answer: 1, knee: null, maxThroughput: null }

let folder: string
let service: ChildProcess
let address: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perf-gate-ladder-'))
  service = spawn(execPath, [join(STAND_INS, 'worker-pool.mjs'), `${WORKERS}`, `${SLEEP_MS}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (service.stdout === null) throw new Error('It prints its port.')
  const [port] = await once(service.stdout, 'data')
  address = `http://127.0.0.1:${String(port).trim()}/`
})
afterEach(async () => {
  service.kill('SIGKILL')
  await rm(folder, { recursive: true })
})

async function ladder(users: readonly number[], seconds: number, env: Readonly<Record<string, string>> = {}) {
  await rm(join(folder, 'runs'), { recursive: true, force: true })
  const args = [join(STAND_INS, 'ladder.mjs'), address, join(folder, 'runs'), `${seconds}`, ...users.map(String)]
  const load = spawn(execPath, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'inherit', 'pipe'] })
  const problems = text(load.stderr)
  const [exitCode] = await once(load, 'exit')
  expect({ exitCode, problems: await problems }).toEqual({ exitCode: 0, problems: '' })
  const { exitCode: answer, stdout } = await runCli(['capacity', 'runs', '--json', 'capacity.json'], { folder })
  return { answer, stdout, found: JSON.parse(await readFile(join(folder, 'capacity.json'), 'utf8')) }
}

test('a pool of four workers: the model, the knee within 15 % and the most within 10 % of what its workers did', async () => {
  const climb = () => ladder([1, 2, 3, 4, 6, 8, 12, 16], 5)
  let { answer, found } = await climb()
  for (let again = 0; again < 2 && found.model === null; again += 1) {
    expect({ answer, knee: found.knee, maxThroughput: found.maxThroughput }).toEqual(NO_ANSWER)
    ;({ answer, found } = await climb())
  }
  const { perS } = (await (await fetch(`${address}truth`)).json()) as { perS: number }
  expect({ answer, model: found.model, refused: found.refused }).toEqual({ answer: 0, model: 'pool', refused: null })
  expect(Math.abs(found.maxThroughput / perS - 1)).toBeLessThan(0.1)
  expect(Math.abs(found.knee / WORKERS - 1)).toBeLessThan(0.15)
})

test('a load tool that is slower than the service gets no answer', async () => {
  const { answer, found, stdout } = await ladder([1, 2, 3, 4, 6], 2, { OWN_MS: '60' })
  expect(answer).toBe(1)
  expect(found).toMatchObject({ model: null, maxThroughput: null, knee: null, atLeast: null })
  expect(stdout).toContain('The load generator is the limit')
})
