import { expect, test } from '@jest/globals'
import { readChangedFiles } from '../../src/github/changed-files.ts'
import { scriptGitHub } from './scripted-github.ts'

const FILES = 'GET /pulls/7/files?per_page=100'

test('lists what a pull request touches, with the old name of a renamed file', async () => {
  const body = [{ filename: 'a.ts' }, { filename: 'new.ts', previous_filename: 'old.ts' }]
  expect(await readChangedFiles(scriptGitHub({ [FILES]: { body } }).client, 7)).toEqual(['a.ts', 'old.ts', 'new.ts'])
})

test('is unknown when there are more than GitHub lists', async () => {
  const body = Array.from({ length: 3000 }, (_, index) => ({ filename: `${index}` }))
  expect(await readChangedFiles(scriptGitHub({ [FILES]: { body } }).client, 7)).toBeNull()
})
