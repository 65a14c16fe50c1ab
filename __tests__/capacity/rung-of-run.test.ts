import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { usersIn } from '../../src/capacity/rung-of-run.ts'
import { readLadders } from '../../src/commands/read-ladders.ts'
import { FORMATS } from '../../src/formats/registry.ts'
import type { Rung } from '../../src/model/rung.ts'
import { readFolder } from '../../src/results/folder.ts'

describe('the users that a path names', () => {
  test.each([
    ['users-8/results.jtl', 8],
    ['ladder-of-users-3/users-2/a.json', 2],
    ['users-12.jtl', 12],
    ['users-8/users-40/x.json', 40],
  ])('%s', (path, users) => {
    expect(usersIn(path)).toBe(users)
  })

  test.each(['results.jtl', 'users-0/a', 'users-/a', 'users-8x/a', 'my-users-8/a', 'users-99999999/a', 'rate-40/a'])(
    '%s names no users',
    (path) => {
      expect(usersIn(path)).toBeNull()
    },
  )
})

describe('one run of another tool for each load', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'perf-gate-rungs-'))
  })
  afterEach(async () => {
    await rm(folder, { recursive: true })
  })

  /** `users` that wait 80 ms each for their answers, and 20 ms of their own between two requests, over 10 seconds. */
  function jtl(users: number, failed = 0): string {
    const header = 'timeStamp,elapsed,label,responseCode,responseMessage,success'
    const rows = Array.from({ length: users * 100 }, (_, index) => {
      const startMs = 1_795_791_717_000 + Math.floor(index / users) * 100
      return `${startMs},80,GET /,${index < failed ? 500 : 200},,${index >= failed}`
    })
    return `${[header, ...rows].join('\n')}\n`
  }

  async function ladder(files: Readonly<Record<string, string>>): Promise<readonly Rung[]> {
    for (const [path, content] of Object.entries(files)) {
      await mkdir(join(folder, path, '..'), { recursive: true })
      await writeFile(join(folder, path), content)
    }
    const { ladders } = await readLadders(await readFolder(folder), FORMATS)
    return ladders.flat()
  }

  test('an iteration takes N / X, and the part beyond the request counts as time outside of it', async () => {
    const [rung] = await ladder({ 'users-4/results.jtl': jtl(4, 8) })
    expect(rung).toMatchObject({
      model: 'closed',
      users: 4,
      offeredPerS: null,
      latencyMs: 80,
      p95Ms: 80,
      errorRatio: 0.02,
    })
    // 400 requests in the 10 seconds from the first start to the last end.
    expect(rung?.iterationsPerS).toBeCloseTo(40, 0)
    expect(rung?.goodPerS).toBeCloseTo(0.98 * (rung?.iterationsPerS ?? 0), 9)
    expect((rung?.iterationMs ?? 0) - (rung?.requestsMs ?? 0)).toBeCloseTo(20, 0)
  })

  test('a folder whose name has no load is an error that says how to name it', async () => {
    await expect(ladder({ 'first/results.jtl': jtl(4) })).rejects.toThrow(
      /first\/results\.jtl: A result of JMeter does not say how many users there were\. Put each run into a folder that does: users-8/,
    )
  })
})
