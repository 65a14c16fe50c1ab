import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { env } from 'node:process'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'
import { monitorFiles } from '../../src/monitor/files.ts'
import { plainOf } from '../saying.ts'
import { POLICIES } from './policies.ts'

const GOLDEN = fileURLToPath(new URL('../golden/monitor/', import.meta.url))

/** Run with UPDATE_GOLDEN=1 to accept the new text, then read what changed. */
test.each([...POLICIES])('%s: every file, and every note', (name, policy) => {
  const { files, notes } = monitorFiles(policy)
  const all = [...files, { path: 'notes.txt', text: notes.map((note) => `${plainOf(note)}\n`).join('') }]
  for (const { path, text } of all) {
    const file = join(GOLDEN, name, path)
    if (env.UPDATE_GOLDEN === '1') {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, text)
    }
    expect(existsSync(file) ? readFileSync(file, 'utf8') : `(no golden file ${path})`).toBe(text)
  }
  const golden = globSync('**/*.*', { cwd: join(GOLDEN, name) })
  expect(golden.toSorted()).toEqual(all.map(({ path }) => path).toSorted())
})
