import { handlebarsModule } from './handlebars-module.ts'

/** Jest: the same compilation of templates as in the bundle. */
export default { process: (source: string, path: string) => ({ code: handlebarsModule(source, path) }) }
