import { expect, test } from '@jest/globals'
import { ForeignFileError } from '../../src/formats/unreadable.ts'
import { plainText } from '../../src/model/text.ts'
import { notRead } from '../../src/results/foreign-files.ts'

test('files of one name are named once, as in the folders of Criterion', () => {
  const error = new ForeignFileError('It is CSV.')
  const files = ['raw.csv', 'tukey.json', 'raw.csv', 'tukey.json'].map((path) => [path, error] as const)
  expect(notRead(files).map(plainText)).toEqual([
    '4 files were not read, because none of them is a result: raw.csv, tukey.json.',
  ])
})
