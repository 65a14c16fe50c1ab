import { text as pairs } from '../../examples/workflows/pairs.yml'
import { text as storedBaseline } from '../../examples/workflows/stored-baseline.yml'

/** One way to run the gate, with the workflows that do it. They are the ones of examples/workflows, word for word. */
export type SetUp = Readonly<{
  name: string
  /** What it is for, in one sentence. */
  purpose: string
  workflows: readonly Readonly<{ path: string; template: string }>[]
}>

/** Every set-up, the recommended one first. */
export const SET_UPS: readonly SetUp[] = [
  {
    name: 'pairs',
    purpose: 'Both versions run in turns on one machine. For pull requests from the same repository.',
    workflows: [{ path: '.github/workflows/perf.yml', template: pairs }],
  },
  {
    name: 'stored-baseline',
    purpose: 'Pushes to the default branch are recorded, and pull requests are compared with them.',
    workflows: [{ path: '.github/workflows/perf.yml', template: storedBaseline }],
  },
]
