import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { checkedOutCommit, jobId, machineClass, memoryClassGib } from '../../src/setup/this-machine.ts'

const GIB = 1024 ** 3

describe('the memory class', () => {
  // MemTotal of Linux on machines that are sold with this amount of memory.
  test.each([
    [15.61, 16],
    [15.4, 16],
    [7.75, 8],
    [31.3, 32],
    [62.7, 64],
    [125.8, 128],
    [11.7, 12],
    [3.8, 4],
    [1.9, 2],
    [16, 16],
  ])('%f GiB → %f', (found, sold) => {
    expect(memoryClassGib(found * GIB)).toBe(sold)
  })
})

test('the machine is a class: processor, cores, memory and system, without a name', () => {
  expect(machineClass()).toMatch(/^[^,\n]+, \d+ cores, \d+(?:\.\d+)? GiB, \w+\/\w+$/)
})

describe('the job', () => {
  const inWorkflow = { GITHUB_RUN_ID: '77', GITHUB_RUN_ATTEMPT: '2', GITHUB_JOB: 'load-test' }

  test('in a workflow: run, attempt, job and runner, so that two jobs of a matrix differ', async () => {
    expect(await jobId({ ...inWorkflow, RUNNER_NAME: 'GitHub Actions 4' })).toBe('77/2/load-test/GitHub Actions 4')
    expect(await jobId({ ...inWorkflow, RUNNER_NAME: 'line\nbreak' })).toBe('77/2/load-test/line break')
    expect(await jobId(inWorkflow)).toBe('77/2/load-test')
  })

  test('elsewhere: the same on the same machine, without its name', async () => {
    const id = await jobId({})
    expect(id).toMatch(/^host-[0-9a-f]{16}$/)
    expect(await jobId({})).toBe(id)
  })
})

describe('the commit', () => {
  const sha = 'e'.repeat(40)
  const checkout = fileURLToPath(new URL('../..', import.meta.url))
  let outside: string

  beforeAll(async () => {
    outside = await mkdtemp(join(tmpdir(), 'perf-gate-no-git-'))
  })

  afterAll(async () => {
    await rm(outside, { recursive: true })
  })

  test('is the checked out commit, not that of the event', async () => {
    const found = await checkedOutCommit({ GITHUB_EVENT_NAME: 'push', GITHUB_SHA: sha }, checkout)
    expect(found).toMatch(/^[0-9a-f]{40}$/)
    expect(found).not.toBe(sha)
  })

  test.each([
    ['push', sha],
    ['workflow_dispatch', sha],
    ['pull_request', null],
    ['pull_request_target', null],
    [undefined, null],
  ])('without git, on %s', async (event, expected) => {
    expect(await checkedOutCommit({ GITHUB_EVENT_NAME: event, GITHUB_SHA: sha }, outside)).toBe(expected)
  })
})
