import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { cgroupOf, countersOfVersion1, countersOfVersion2, oomKillsIn, readCgroup } from '../../src/measure/cgroup.ts'

/* Files of real control groups: version 1 of a container with 0.3 cores and 64 MiB, version 2 of a guest with 0.2 cores and 48 MiB. */

const FIXTURES = 'fixtures/resources'
const folder = join(import.meta.dirname, '..', FIXTURES)
const reading = (path: string) => (name: string) => {
  try {
    return readFileSync(join(folder, path, name), 'utf8')
  } catch {
    return ''
  }
}
const without = (path: string, missing: string) => (name: string) => (name === missing ? '' : reading(path)(name))

type Snapshot = Readonly<Record<string, number>>
const { snapshots } = JSON.parse(readFileSync(join(folder, 'cgroup2/expected.json'), 'utf8')) as {
  snapshots: Record<string, Snapshot>
}

test.each(Object.entries(snapshots))(
  'the counters of version 2, %s, are those that another program computed',
  (run, expected) => {
    expect(countersOfVersion2(reading(`cgroup2/${run}`))).toEqual({
      source: 'cgroup2',
      cpuSeconds: expected.cpu_seconds,
      memoryBytes: expected.memory_bytes,
      memoryPeakBytes: expected.memory_peak_bytes,
      periods: expected.periods,
      throttledPeriods: expected.throttled_periods,
      oomKills: 0,
      cpuLimitCores: 0.2,
      memoryLimitBytes: 50331648,
    })
  },
)

test('version 1', () => {
  expect(countersOfVersion1(reading('cgroup1'))).toEqual({
    source: 'cgroup1',
    cpuSeconds: 12.850745038,
    memoryBytes: 323584,
    memoryPeakBytes: 3559424,
    periods: 451,
    throttledPeriods: 315,
    oomKills: 0,
    cpuLimitCores: 0.3,
    memoryLimitBytes: 67108864,
  })
})

test('memory that the kernel may drop at any time is not counted', () => {
  const files: Record<string, string> = {
    'cpu.stat': 'usage_usec 5\n',
    'memory.current': '1000\n',
    'memory.stat': 'anon 1\ninactive_file 400\n',
  }
  expect(countersOfVersion2((name) => files[name] ?? '')).toEqual({
    source: 'cgroup2',
    cpuSeconds: 5e-6,
    memoryBytes: 600,
  })
})

describe('an absent limit is not a number', () => {
  test('version 2', () => {
    const files: Record<string, string> = { 'cpu.max': 'max 100000\n', 'memory.max': 'max\n' }
    const counters = countersOfVersion2((name) => files[name] ?? reading('cgroup2/run-1')(name))
    expect(counters).not.toHaveProperty('cpuLimitCores')
    expect(counters).not.toHaveProperty('memoryLimitBytes')
  })

  test('version 1', () => {
    const files: Record<string, string> = {
      'cpu.cfs_quota_us': '-1\n',
      'memory.stat': 'hierarchical_memory_limit 9223372036854771712\n',
    }
    const counters = countersOfVersion1((name) => files[name] ?? reading('cgroup1')(name))
    expect(counters).not.toHaveProperty('cpuLimitCores')
    expect(counters).not.toHaveProperty('memoryLimitBytes')
  })
})

test('a removed group has no counters', () => {
  expect(countersOfVersion2(without('cgroup2/run-1', 'cpu.stat'))).toBeNull()
  expect(countersOfVersion2(without('cgroup2/run-1', 'memory.current'))).toBeNull()
  expect(countersOfVersion1(without('cgroup1', 'cpuacct.usage'))).toBeNull()
  expect(countersOfVersion1(() => '')).toBeNull()
})

describe('the control group of a process is found', () => {
  const one = '4:memory:/docker/abc\n2:cpuacct,cpu:/docker/abc\n'
  const version1 = {
    version: 1,
    cpu: '/sys/fs/cgroup/cpu/docker/abc',
    cpuacct: '/sys/fs/cgroup/cpuacct/docker/abc',
    memory: '/sys/fs/cgroup/memory/docker/abc',
  }
  const scope = '/sys/fs/cgroup/system.slice/docker-abc.scope'
  test.each([
    ['version 2', '0::/system.slice/docker-abc.scope\n', 'abc', true, { version: 2, path: scope }],
    ['version 1', one, 'abc', true, version1],
    ['both, and version 2 does not count', `${one}0::/docker/abc\n`, 'abc', false, version1],
    [
      'a group of its own inside that of the container',
      '0::/system.slice/docker-abc.scope/init\n',
      'abc',
      true,
      { version: 2, path: scope },
    ],
    ['a process that has nothing to do with the container', '0::/user.slice\n', 'abc', true, null],
    ['whatever it belongs to', '0::/user.slice\n', '', true, { version: 2, path: '/sys/fs/cgroup/user.slice' }],
    ['nowhere', '1:name=systemd:/\n', '', true, null],
    ['nothing', '', '', true, null],
  ])('%s', (_, groups, part, exists, expected) => {
    expect(cgroupOf(groups, () => exists, part)).toEqual(expected)
  })
})

test('each file of version 1 is read below its own controller', () => {
  const read: string[] = []
  readCgroup({ version: 1, cpu: '/c', cpuacct: '/a', memory: '/m' }, (file) => {
    read.push(file)
    return '1'
  })
  expect(read).toEqual(
    expect.arrayContaining([
      '/a/cpuacct.usage',
      '/c/cpu.stat',
      '/c/cpu.cfs_quota_us',
      '/m/memory.stat',
      '/m/memory.oom_control',
    ]),
  )
})

test.each([
  ['low 0\nhigh 0\nmax 12\noom 3\noom_kill 2\noom_group_kill 0\n', 2],
  ['oom_kill_disable 0\nunder_oom 0\noom_kill 1\n', 1],
  ['oom_kill_disable 0\nunder_oom 0\n', null],
  ['', null],
])('kills when memory runs out, in %j', (text, kills) => {
  expect(oomKillsIn(text)).toBe(kills)
})
