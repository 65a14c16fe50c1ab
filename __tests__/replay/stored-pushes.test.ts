import { expect, test } from '@jest/globals'
import { storedPushes } from '../../src/replay/stored-pushes.ts'
import { stored } from '../statistics/runs.ts'

test('runs of one commit are one push, whatever the service, in the order of recording', () => {
  const services = new Map([
    ['checkout', [stored(0, 100), stored(2, 100), stored(2, 101, { runNumber: 2 })]],
    ['search', [stored(1, 50, { service: 'search' }), stored(2, 50, { service: 'search' })]],
  ])
  const pushes = storedPushes(services).map(({ commit, runs }) => [commit, runs.map(({ run }) => run.service)])
  expect(pushes).toEqual([
    ['c0', ['checkout']],
    ['c1', ['search']],
    ['c2', ['checkout', 'checkout', 'search']],
  ])
})

test('one commit on two branches is two pushes', () => {
  const runs = [stored(0, 100), { ...stored(0, 100), branch: 'release/1' }]
  const pushes = storedPushes(new Map([['checkout', runs]]))
  expect(pushes.map(({ commit, branch }) => [commit, branch])).toEqual([
    ['c0', null],
    ['c0', 'release/1'],
  ])
})

test('a run that was added later belongs to the push of its commit', () => {
  const late = { ...stored(0, 100, { runNumber: 2 }), recordedAt: '2026-03-01T00:00:00.000Z' }
  const pushes = storedPushes(new Map([['checkout', [stored(0, 100), stored(1, 100), late]]]))
  expect(pushes.map(({ commit, recordedAt, runs }) => [commit, recordedAt, runs.length])).toEqual([
    ['c0', '2026-01-01T00:00:00.000Z', 2],
    ['c1', '2026-01-02T00:00:00.000Z', 1],
  ])
})
