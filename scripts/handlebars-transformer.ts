import { handlebarsModule } from './handlebars-module.ts'

/** Compiles templates for Jest in the same way as for the bundle. */
export default { process: (source: string, path: string) => ({ code: handlebarsModule(source, path) }) }
