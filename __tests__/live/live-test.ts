import { existsSync } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'
import { env } from 'node:process'
import { test } from '@jest/globals'

/** `.ci/run` installs every program and sets this, so that there no test is left out unseen. */
const ALL_ARE_REQUIRED = env.REQUIRE_LIVE_TOOLS === 'true'

/** A test that needs these programs, or files by their whole path. Where one is not there, it is left out and says so, or fails where all are required. */
export function liveTest(needs: readonly string[], name: string, body: () => Promise<void>): void {
  const missing = needs.filter((need) => !isThere(need))
  if (missing.length === 0) test(name, body)
  else if (ALL_ARE_REQUIRED) test(name, () => Promise.reject(new Error(`Not installed: ${missing.join(', ')}`)))
  else test.skip(`${name} (left out: no ${missing.join(' and no ')})`, () => undefined)
}

function isThere(need: string): boolean {
  if (isAbsolute(need)) return existsSync(need)
  return (env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, need)))
}
