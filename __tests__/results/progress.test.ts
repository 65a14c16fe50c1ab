import { expect, test } from '@jest/globals'
import type { ResultFile } from '../../src/model/result-file.ts'
import { createProgress } from '../../src/results/progress.ts'

/** A file of ten chunks of 50 MB, each of which takes a second by this clock. */
async function read(isTerminal: boolean, path = 'cart/run-1/points.json'): Promise<readonly string[]> {
  let now = 0
  const written: string[] = []
  const file: ResultFile = {
    path,
    artifact: null,
    async *open() {
      const chunk = { length: 50e6 } as Uint8Array
      for (let index = 0; index < 10; index += 1) {
        now += 1000
        yield chunk
      }
    },
  }
  const progress = createProgress({ isTerminal, write: (text) => written.push(text) }, () => now)
  let chunks = 0
  for await (const chunk of progress.watch(file).open()) chunks += chunk.length === 50e6 ? 1 : 0
  progress.end()
  expect(chunks).toBe(10)
  return written
}

test('in a log, a line every five seconds', async () => {
  expect(await read(false)).toEqual([
    'Reading cart/run-1/points.json: 100 MB so far, 50 MB/s\n',
    'Reading cart/run-1/points.json: 350 MB so far, 50 MB/s\n',
  ])
})

test('on a terminal, one line that is written over and cleared', async () => {
  const written = await read(true)
  expect(written).toHaveLength(10)
  expect(written[0]).toBe('\r\u001b[KReading cart/run-1/points.json: 100 MB so far, 50 MB/s')
  expect(written.at(-1)).toBe('\r\u001b[K')
})

test('a path cannot write to the terminal, and a log of a job does not obey it', async () => {
  expect((await read(false, `a\u001b[31m\n${'b'.repeat(100)}`))[0]).toBe(
    `Reading …${'b'.repeat(59)}: 100 MB so far, 50 MB/s\n`,
  )
  expect((await read(false, '##[add-mask]\n::stop'))[0]).toBe('Reading ## [add-mask]?::stop: 100 MB so far, 50 MB/s\n')
  expect((await read(false, 'a\u001b]0;x\u0007b'))[0]).toBe('Reading a?]0;x?b: 100 MB so far, 50 MB/s\n')
})
