import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'

/*
 * What people read is printed by commands/print.ts, because the output may be the log of a job. Besides it, only the help and the version
 * are written, which are our own words, and the digest, which is data for a file.
 */
const WRITERS = ['cli.ts', 'commands/digest.ts', 'commands/print.ts']

test('nothing else writes to standard output', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'))
  const writers = sources.filter((path) =>
    /\bstdout\.write\(|console\.log\(/.test(readFileSync(join('src', path), 'utf8')),
  )
  expect(writers.map((path) => path.replaceAll('\\', '/')).sort()).toEqual(WRITERS)
})
