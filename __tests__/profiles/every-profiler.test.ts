import { describe, expect, test } from '@jest/globals'
import { profileOf, recorded } from './recorded.ts'

/* Every profiler that is named in docs/guides/profiles.md: what is read of it, and what is refused with the one command to run. */

describe('is read', () => {
  test.each([
    ['perf/baseline/run-1.perf-script.txt.gz', 'perf', 'cpu-time', 'sampled', 'native'],
    ['gprof/baseline/run-1.gprof.txt', 'gprof', 'cpu-time', 'shown', 'native'],
    ['go-pprof/baseline/run-1.cpu.pb.gz', 'pprof', 'cpu-time', 'sampled', 'go'],
    ['go-pprof/baseline/run-1.heap.pb.gz', 'pprof', 'allocated-bytes', 'sampled', 'go'],
    ['go-pprof/baseline/run-1.heap-delta.pb.gz', 'pprof', 'allocated-bytes', 'sampled', 'go'],
    ['go-pprof/baseline/run-1.mutex.pb.gz', 'pprof', 'lock-delay', 'shown', 'go'],
    ['rust-pprof/baseline/run-1.pb', 'pprof', 'cpu-time', 'sampled', 'rust'],
    ['callgrind/baseline/run-1.callgrind.out.gz', 'callgrind', 'instructions', 'exact', 'native'],
    ['massif/baseline/run-1.massif.out.gz', 'massif', 'peak-bytes', 'exact', 'native'],
    ['memcheck/baseline/run-1.memcheck.xml', 'memcheck', 'leaked-bytes', 'exact', 'native'],
    ['heaptrack/baseline/run-1.heaptrack.txt', 'heaptrack', 'allocations', 'exact', 'native'],
    ['heaptrack/baseline/run-1.heaptrack.peak.folded.gz', 'heaptrack', 'heap-cost', 'exact', 'native'],
    ['node-cpuprofile/baseline/run-1.cpuprofile.gz', 'V8 CPU profiler', 'cpu-time', 'sampled', 'javascript'],
    ['node-heapprofile/baseline/run-1.heapprofile.gz', 'V8 heap profiler', 'live-bytes', 'shown', 'javascript'],
    ['node-v8-prof/baseline/run-1.v8.txt', 'node --prof', 'cpu-time', 'shown', 'javascript'],
    ['async-profiler/baseline/run-1.collapsed.gz', 'async-profiler', 'cpu-time', 'sampled', 'java'],
    ['jfr/baseline/run-1.jfrconv.collapsed.gz', 'async-profiler', 'cpu-time', 'sampled', 'java'],
    ['jfr/baseline/run-1.jfrconv.pb', 'pprof', 'cpu-time', 'sampled', 'java'],
    ['py-spy/baseline/run-1.collapsed.gz', 'py-spy', 'wall-time', 'sampled', 'python'],
    ['memray/baseline/run-1.memray.speedscope.json.gz', 'memray', 'allocated-bytes', 'shown', 'python'],
  ])('%s', async (path, tool, counted, nature, language) => {
    expect(await recorded(path)).toMatchObject({ tool, counted, nature, language })
  })

  test.each([
    ['austin', 'P1;T0:1;/srv/a.py:main:12;/srv/a.py:work:46 300\n', 'wall-time'],
    ['profiling.sampling', 'tid:7;a.py:main:12;a.py:work:46 5\n', 'wall-time'],
    ['Instruments', 'Weight\tSelf Weight\tSymbol Names\n4.93 s  100.0%\t4.93 s\t   start\n', 'cpu-time'],
    ['collapsed stacks', 'main;work 5\n', 'cpu-time'],
  ])('%s', async (tool, content, counted) => {
    expect(await profileOf(content)).toMatchObject({ tool, counted })
  })
})

describe('is refused with the one command that makes a readable file', () => {
  test.each([
    ['perf.data', 'PERFILE2', 'perf script -i FILE > perf.txt'],
    ['gmon.out', 'gmon\u0001\0', 'gprof PROGRAM FILE > gprof.txt'],
    ['.jfr', 'FLR\0\0\u0002', 'jfrconv -o collapsed FILE java.collapsed'],
    ['jfr print', 'jdk.ExecutionSample {\n', 'jfrconv -o collapsed FILE.jfr java.collapsed'],
    ['memray run', 'memray\0', 'memray transform speedscope FILE'],
    ['austin 4', 'MOJ\u0003\u0001', 'mojo2austin FILE austin.txt'],
    ['the log of node --prof', 'v8-version,11,3,244,8\n', 'node --prof-process FILE > v8.txt'],
    ['node --prof-process --preprocess', '{"code":[{"name":"a"}]}', 'node --prof-process FILE > v8.txt'],
    ['heaptrack, unpacked', 'v 10400 3\n', 'heaptrack_print FILE -F heap.folded --flamegraph-cost-type allocations'],
    ['Go with ?debug=1', 'heap profile: 1: 2 [3: 4] @ heap/1048576\n', 'curl -o FILE http://HOST/debug/pprof/profile'],
    [
      'samply without names',
      '{"meta":{"preprocessedProfileVersion":49,"symbolicated":false}}',
      'perf script > perf.txt',
    ],
  ])('%s', async (_, content, command) => {
    await expect(profileOf(content)).rejects.toThrow(command)
  })
})
