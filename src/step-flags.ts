import * as core from '@actions/core'

/** The inputs of a step that are flags of its command; those that are empty are not given. */
export function flagsOfInputs(names: readonly string[]): readonly string[] {
  return names.flatMap((name) => {
    const value = core.getInput(name)
    return value === '' ? [] : [`--${name}=${value}`]
  })
}

/** Does the work of a step. What goes wrong is the error that the run shows. */
export async function runStep(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    core.setFailed(error instanceof Error ? error.message : String(error))
  }
}
