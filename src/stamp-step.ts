import * as core from '@actions/core'
import { stamp } from './commands/stamp.ts'
import { flagsOfInputs, runStep } from './step-flags.ts'

/** The inputs of stamp/action.yml that are flags of the command. */
const FLAGS = [
  'commit',
  'baseline-commit',
  'script',
  'load',
  'part',
  'tool',
  'tool-version',
  'started-at',
  'machine',
  'job',
] as const

/** `perf-gate stamp` as a step, on the machine that generated the load. The step fails if a result could not be stamped. */
await runStep(async () => {
  const force = core.getBooleanInput('force') ? ['--force'] : []
  const exitCode = await stamp([...flagsOfInputs(FLAGS), ...force, '--', ...core.getMultilineInput('results')])
  if (exitCode !== 0) throw new Error('Not everything could be stamped: the lines above say why.')
})
