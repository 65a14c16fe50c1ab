import * as core from '@actions/core'
import { measure } from './commands/measure.ts'

/** The inputs of measure/action.yml that are flags of the command. */
const FLAGS = ['baseline-ref', 'policy', 'results', 'pairs'] as const

/** `perf-gate measure` as a step. Whether the change is blocked is for the gate to say: the step fails only where nothing could be measured. */
async function run(): Promise<void> {
  const flags = FLAGS.flatMap((name) => {
    const value = core.getInput(name)
    return value === '' ? [] : [`--${name}=${value}`]
  })
  const exitCode = await measure([core.getInput('config'), ...flags])
  if (exitCode > 1) throw new Error('Nothing could be measured: the lines above say why.')
  core.setOutput('blocked', String(exitCode === 1))
}

try {
  await run()
} catch (error) {
  core.setFailed(error instanceof Error ? error.message : String(error))
}
