import { basename } from 'node:path'
import Handlebars from 'handlebars'

/**
 * Compiles a template file to an ES module whose default export is the precompiled template. The templates are strict: a field
 * that the data lacks is an error and not an empty cell. Templates of the HTML report (`html-*.hbs`) escape every value except in
 * `{{{ }}}`. The other templates do not escape, because report/escape.ts escapes for Markdown, where `
 * `, `@` and newlines matter as much as `<`.
 */
export function handlebarsModule(source: string, path: string): string {
  const noEscape = !basename(path).startsWith('html-')
  const code = Handlebars.precompile(source, { strict: true, noEscape, preventIndent: true })
  return `import Handlebars from 'handlebars/runtime.js'\nexport default Handlebars.template(${code})\n`
}
