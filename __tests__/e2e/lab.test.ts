import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { env, execPath } from 'node:process'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { findK6, K6_IS_REQUIRED, K6_LEFT_OUT } from '../../scripts/find-k6.ts'
import type { Results } from '../../scripts/lab/results.ts'
import { REPOSITORY_ROOT } from './runner/job-environment.ts'

type LabRun = Readonly<{ exitCode: number; stdout: string; stderr: string }>

const k6 = findK6()

/** Runs the lab as `npm run lab` does. */
async function lab(args: readonly string[]): Promise<LabRun> {
  const options = { cwd: REPOSITORY_ROOT, env: { ...env, ...(k6 === null ? {} : { K6_PATH: k6 }) } }
  return await new Promise((resolve) => {
    execFile(execPath, ['scripts/lab/run.ts', ...args], options, (error, stdout, stderr) => {
      resolve({ exitCode: error === null ? 0 : Number(error.code), stdout, stderr })
    })
  })
}

test(`real k6 is there, or ${K6_LEFT_OUT}`, () => {
  expect(k6 === null && K6_IS_REQUIRED).toBe(false)
})

const describeWithK6 = k6 === null ? describe.skip : describe

describeWithK6('the lab with real k6', () => {
  let folder: string
  let measured: LabRun

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'perf-gate-lab-'))
    measured = await lab(flags(1))
  })

  afterAll(async () => {
    await rm(folder, { recursive: true })
  })

  function flags(experiments: number): readonly string[] {
    const files = ['--work', join(folder, 'work'), '--out', join(folder, 'results.json')]
    return [...files, '--runs', '1', '--experiments', String(experiments), '--seconds', '1', '--rate', '50']
  }

  async function results(): Promise<Results> {
    return JSON.parse(await readFile(join(folder, 'results.json'), 'utf8'))
  }

  test('measures a slot, judges it by every rule, and draws it', async () => {
    expect(measured).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('slot 1: 1 of 1 measured') })
    expect(measured.stdout).toContain('| 1 | perf-gate, pairs: blocked |')
    const { values, rows } = await results()
    expect(values.map(({ slot }) => slot)).toEqual([1])
    // The p95 of the law is 150.9 ms. 50 requests measure it to within a third, and a busy machine only makes it longer.
    for (const arm of ['baseline', 'unchanged', 'slower'] as const) expect(values[0]?.[arm]).toBeGreaterThan(110)
    expect(rows.find(({ rule }) => rule === 'plain')?.falseAlarms?.of).toBe(1)
    expect(await readFile(join(folder, 'results.svg'), 'utf8')).toMatch(/^<svg /)
  })

  test('refuses to mix, and goes on where it stopped', async () => {
    expect(await lab(flags(1))).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('Add --resume') })
    const [before] = (await results()).values
    const resumed = await lab([...flags(2), '--resume'])
    expect(resumed).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('slot 2: 1 of 1 measured') })
    const { values } = await results()
    expect(values.map(({ slot }) => slot)).toEqual([1, 2])
    expect(values[0]).toEqual(before)
    expect(existsSync(join(folder, 'work/slot-0003'))).toBe(false)
  })
})
