import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'
import { handlebarsModule } from './handlebars-module.ts'
import { textModule } from './text-module.ts'

/** Lets Node 24 run the sources without a build. Node itself strips the types; this module loads templates and texts. */
registerHooks({
  load(url, context, next) {
    const path = url.startsWith('file:') ? fileURLToPath(url) : ''
    const compile = path.endsWith('.hbs')
      ? handlebarsModule
      : /\.(?:css|yml|browser\.js|lua)$/.test(path)
        ? textModule
        : null
    if (compile === null) return next(url, context)
    return { format: 'module', source: compile(readFileSync(path, 'utf8'), path), shortCircuit: true }
  },
})
