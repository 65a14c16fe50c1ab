import { describeFailure, type Operation } from '../github/permission-error.ts'
import type { Surroundings } from '../github/surroundings.ts'

/** Does something without which the run goes on. If it fails, a warning says so, and null is returned. */
export async function attempt<Value>(
  { log }: Pick<Surroundings, 'log'>,
  operation: Operation,
  action: () => Promise<Value>,
): Promise<Value | null> {
  try {
    return await action()
  } catch (error) {
    log.warning(describeFailure(error, operation))
    return null
  }
}
