import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { env } from 'node:process'

/** The k6 to run: K6_PATH, or the one on the PATH. null: there is none. This project never builds k6 and never ships it. */
export function findK6(): string | null {
  if (env.K6_PATH !== undefined) return env.K6_PATH
  const candidates = (env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'k6'))
  return candidates.find(isExecutable) ?? null
}

/** Said when the tests that run k6 are left out. */
export const K6_LEFT_OUT = 'left out: no k6 at K6_PATH or on the PATH'

/**
 * The workflow of this repository installs k6 and sets this variable. There the tests fail without k6, so that nobody leaves them
 * out unnoticed.
 */
export const K6_IS_REQUIRED = env.REQUIRE_K6 === 'true'

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
