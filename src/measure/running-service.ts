import type { ProcessGroup } from './process-group.ts'

/** The address of one version of a service that runs. `process`: the process that measure started; null: the service ran already. */
export type RunningService = Readonly<{ address: string; port: string; process: ProcessGroup | null }>
