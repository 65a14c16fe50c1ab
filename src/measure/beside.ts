import type { ProcessGroup } from './process-group.ts'

/** Where a version of a service is reached. `process` is null where it runs already. */
export type Target = Readonly<{ address: string; port: string; process: ProcessGroup | null }>

/** What goes on beside the load, from its beginning on. */
export type Beside = Readonly<{
  /** The load has ended. */
  end(): Promise<void>
}>
