import { expect, test } from '@jest/globals'
import { readChangedFiles } from '../../src/github/changed-files.ts'
import { scriptGitHub } from './scripted-github.ts'

const page = (number: number) => `GET /pulls/7/files?per_page=100&page=${number}`
const files = (count: number) => ({ body: Array.from({ length: count }, (_, index) => ({ filename: `${index}` })) })

test('lists what a pull request touches, with the old name of a renamed file', async () => {
  const body = [{ filename: 'a.ts' }, { filename: 'new.ts', previous_filename: 'old.ts' }]
  expect(await readChangedFiles(scriptGitHub({ [page(1)]: { body } }).client, 7)).toEqual(['a.ts', 'old.ts', 'new.ts'])
})

test('reads on while pages are full', async () => {
  const { client } = scriptGitHub({ [page(1)]: files(100), [page(2)]: files(1) })
  expect(await readChangedFiles(client, 7)).toHaveLength(101)
})

test('is unknown when there are more than it reads', async () => {
  const { client, requests } = scriptGitHub({ [page(1)]: files(100), [page(2)]: files(100), [page(3)]: files(100) })
  expect(await readChangedFiles(client, 7)).toBeNull()
  expect(requests).toEqual([page(1), page(2), page(3)])
})
