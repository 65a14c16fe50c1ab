import { textModule } from './text-module.ts'

/** Loads the same texts for Jest as for the bundle. */
export default { process: (source: string) => ({ code: textModule(source) }) }
