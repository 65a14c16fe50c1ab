import * as core from '@actions/core'
import { measure } from './commands/measure.ts'
import { flagsOfInputs, runStep } from './step-flags.ts'

/** The inputs of measure/action.yml that are flags of the command. */
const FLAGS = ['baseline-ref', 'policy', 'results', 'pairs'] as const

/** `perf-gate measure` as a step. The step fails only if nothing could be measured, because the gate decides whether a change is blocked. */
await runStep(async () => {
  const exitCode = await measure([core.getInput('config'), ...flagsOfInputs(FLAGS)])
  if (exitCode > 1) throw new Error('Nothing could be measured: the lines above say why.')
  core.setOutput('blocked', String(exitCode === 1))
})
