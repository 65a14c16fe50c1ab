import { describe, expect, test } from '@jest/globals'
import { aZip, DATA, NAMES, named, ZIPS } from './artifacts.ts'
import { judgeInProcess, MAX_CPU_MS, MAX_MEMORY_BYTES } from './judge-in-process.ts'

/* From the bytes of an artifact to the report, each in a process of its own: refused by name, in time, in little memory. */

describe.each([
  ['zips', ZIPS],
  ['data', DATA],
])('%s', (_, artifacts) => {
  test.each(artifacts)(
    '$name',
    async (artifact) => {
      const judging = judgeInProcess(artifact)
      // A process that dies of its input has not refused it.
      await expect(judging).resolves.toHaveProperty('outcome')
      const { outcome, blocked, problems, comment, runs, peakMemoryBytes, cpuMs } = await judging
      const { says, outcome: expected = 'invalid' } = artifact
      // The promise is about refusing. What is read takes as long as honest results of its size.
      expect(cpuMs).toBeLessThan(expected === 'read' ? 3 * MAX_CPU_MS : MAX_CPU_MS)
      expect(peakMemoryBytes).toBeLessThan(MAX_MEMORY_BYTES)
      expect([...problems, comment].join('\n')).toMatch(expected === 'read' ? /Coverage|compared|baseline/ : says)
      if (expected === 'read') expect(runs).toBe(1)
      else expect({ outcome, blocked }).toEqual({ outcome: 'invalid', blocked: true })
    },
    60_000,
  )
})

test('names that mean something are names', async () => {
  const files = Object.fromEntries(NAMES.map((name, index) => [`run-${index + 1}/summary.json`, named(name)]))
  const { comment, runs, problems } = await judgeInProcess({ bytes: () => aZip(files) })
  expect(problems).toEqual([])
  expect(runs).toBe(NAMES.length)
  expect(comment.split('<!--')).toHaveLength(2)
}, 60_000)
