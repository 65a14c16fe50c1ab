import { expect, test } from '@jest/globals'
import { releasesOf } from '../../../src/report/html/releases.ts'

test('a commit with several tags has the name of the one that does not move', () => {
  const tags = [
    { name: 'v1', commit: 'a' },
    { name: 'v1.4.2', commit: 'a' },
    { name: 'v1.4', commit: 'a' },
    { name: 'nightly', commit: 'b' },
  ]
  expect(releasesOf(tags)).toEqual(
    new Map([
      ['a', 'v1.4.2'],
      ['b', 'nightly'],
    ]),
  )
})
