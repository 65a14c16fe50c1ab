import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { env } from 'node:process'

/** The k6 to run: K6_PATH, or the one on the PATH; null where there is none. This project never builds or ships k6. */
export function findK6(): string | null {
  if (env.K6_PATH !== undefined) return env.K6_PATH
  const candidates = (env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'k6'))
  return candidates.find(isExecutable) ?? null
}

/** What is said where the tests with a running k6 are left out. */
export const K6_LEFT_OUT = 'left out: no k6 at K6_PATH or on the PATH'

/** The workflow of this repository installs k6 and sets this, so that there the tests cannot be left out unseen. */
export const K6_IS_REQUIRED = env.REQUIRE_K6 === 'true'

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
