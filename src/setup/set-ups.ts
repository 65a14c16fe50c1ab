import { text as pairs } from '../../examples/workflows/pairs.yml'
import { text as storedBaseline } from '../../examples/workflows/stored-baseline/perf.yml'
import { text as storedBaselineLook } from '../../examples/workflows/stored-baseline/perf-look.yml'
import { text as loadTest } from '../../examples/workflows/two-workflows/perf.yml'
import { text as gate } from '../../examples/workflows/two-workflows/perf-gate.yml'

/** One way to run the gate, and its workflows. They are the files of examples/workflows, unchanged. */
export type SetUp = Readonly<{
  name: string
  /** The purpose in one sentence. */
  purpose: string
  workflows: readonly Readonly<{ path: string; template: string }>[]
  /** Whether its workflows call `perf-gate measure`, which needs a measure file. */
  measures: boolean
}>

/** All set-ups, the recommended one first. */
export const SET_UPS: readonly SetUp[] = [
  {
    name: 'pairs',
    purpose:
      'Both versions run in turns on one machine, until the gate knows. For pull requests from the same repository.',
    workflows: [{ path: '.github/workflows/perf.yml', template: pairs }],
    measures: true,
  },
  {
    name: 'stored-baseline',
    purpose: 'Pushes to the default branch are recorded, and pull requests are compared with them.',
    workflows: [
      { path: '.github/workflows/perf.yml', template: storedBaseline },
      { path: '.github/workflows/perf-look.yml', template: storedBaselineLook },
    ],
    measures: false,
  },
  {
    name: 'two-workflows',
    purpose: 'Like stored-baseline, judged by a second workflow. For pull requests from forks as well.',
    workflows: [
      { path: '.github/workflows/perf.yml', template: loadTest },
      { path: '.github/workflows/perf-gate.yml', template: gate },
    ],
    measures: false,
  },
]
