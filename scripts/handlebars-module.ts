import Handlebars from 'handlebars'

/**
 * Compiles a template file to an ES module whose default export is the precompiled template.
 * Strict: a field that the data does not have is an error, not an empty cell.
 * No HTML escaping: report/cell.ts escapes for Markdown, where `|`, `@` and newlines matter as much as `<`.
 */
export function handlebarsModule(source: string): string {
  const code = Handlebars.precompile(source, { strict: true, noEscape: true, preventIndent: true })
  return `import Handlebars from 'handlebars/runtime.js'\nexport default Handlebars.template(${code})\n`
}
