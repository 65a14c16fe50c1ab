import { textModule } from './text-module.ts'

/** Jest: the same texts as in the bundle. */
export default { process: (source: string) => ({ code: textModule(source) }) }
