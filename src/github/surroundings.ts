import type { BaselineStore } from '../storage/store.ts'
import type { GitHubClient } from './client.ts'
import type { RunContext } from './context.ts'
import type { Inputs } from './inputs.ts'
import type { Log } from './log.ts'

/** All that one run of the Action works with: its inputs, its event, GitHub, the store, the log and the environment. */
export type Surroundings = Readonly<{
  inputs: Inputs
  context: RunContext
  client: GitHubClient
  store: BaselineStore
  log: Log
  env: NodeJS.ProcessEnv
}>
