import * as core from '@actions/core'

/** The inputs of a step as flags of its command. Empty inputs are left out. */
export function flagsOfInputs(names: readonly string[]): readonly string[] {
  return names.flatMap((name) => {
    const value = core.getInput(name)
    return value === '' ? [] : [`--${name}=${value}`]
  })
}

/** Does the work of a step. If it throws, the run shows the message as its error. */
export async function runStep(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    core.setFailed(error instanceof Error ? error.message : String(error))
  }
}
