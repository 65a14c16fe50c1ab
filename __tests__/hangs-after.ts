/**
 * A process that has not ended by then hangs. No test depends on the speed of the machine: what takes a second here may take a minute
 * beside thirty other processes.
 */
export const HANGS_AFTER_MS = 600_000
