import type { GitHubClient } from '../github/client.ts'
import type { RunContext } from '../github/context.ts'
import type { Inputs } from '../github/inputs.ts'
import type { Log } from '../github/log.ts'
import type { BaselineStore } from '../storage/store.ts'

/** Everything that one run of the Action works with. */
export type Job = Readonly<{
  inputs: Inputs
  context: RunContext
  client: GitHubClient
  store: BaselineStore
  log: Log
  env: NodeJS.ProcessEnv
}>
