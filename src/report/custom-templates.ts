import Handlebars from 'handlebars'
import { SECTIONS } from './registry.ts'
import type { Section } from './section.ts'
import { TemplateError } from './template-error.ts'
import { templateProblems } from './template-rules.ts'
import { standardTemplatesBecause, type TemplateSet } from './template-set.ts'

/** A team's own template. `path`: what people call it, such as `.github/perf-gate/latency.hbs`. Its file name is the section. */
export type TemplateSource = Readonly<{ path: string; text: string }>

/** A section's standard template has some hundred characters. */
const MAX_TEMPLATE_BYTES = 64 * 1024

/** A section of a report; longer ones could not be posted anyway. In UTF-16 units. */
const MAX_SECTION_UNITS = 1024 ** 2

/** Besides Handlebars' own `each`, `if`, `unless` and `with`. */
export const TEMPLATE_HELPERS = ['eq', 'first', 'join', 'length'] as const

/**
 * The report with a team's own templates instead of the standard ones. When one of them cannot be used, none is, so that
 * nobody wonders which: the standard report says what is wrong with which file in which line.
 *
 * The texts must come from the base branch: a template can write anything into the report but the verdict, which is line 1.
 */
export function customTemplates(sources: readonly TemplateSource[]): TemplateSet {
  const read = sources.map(compileSource)
  const problems = read.flatMap((one) => (one.kind === 'problem' ? [one.problem] : []))
  if (problems.length > 0) return standardTemplatesBecause(problems)
  const own = new Map(read.flatMap((one) => (one.kind === 'template' ? [[one.section, one.template] as const] : [])))
  const sections = SECTIONS.map((section) => ({ ...section, template: own.get(section.id) ?? section.template }))
  return { sections, problems: [] }
}

type Compiled =
  | Readonly<{ kind: 'template'; section: string; template: Section['template'] }>
  | Readonly<{ kind: 'problem'; problem: string }>

function compileSource({ path, text }: TemplateSource): Compiled {
  const problem = (what: string): Compiled => ({ kind: 'problem', problem: `${path}${what}.` })
  const section = path.replace(/^.*[\\/]/, '').replace(/\.hbs$/, '')
  const ids = SECTIONS.map(({ id }) => id)
  if (!ids.includes(section)) return problem(`: there is no section \`${section}\`. Sections: ${ids.join(', ')}`)
  const bytes = new TextEncoder().encode(text).length
  if (bytes > MAX_TEMPLATE_BYTES)
    return problem(`: it has ${bytes} bytes, and at most ${MAX_TEMPLATE_BYTES} are allowed`)
  try {
    const [first] = templateProblems(Handlebars.parse(text), TEMPLATE_HELPERS)
    if (first !== undefined) return problem(`, line ${first.line}: ${first.problem}`)
    return { kind: 'template', section, template: compileTemplate(path, text) }
  } catch (error) {
    return problem(wordsOf(error))
  }
}

/** A Handlebars of its own: what others register does not reach it. */
function compileTemplate(path: string, text: string): Section['template'] {
  const handlebars = Handlebars.create()
  const { each } = handlebars.helpers
  for (const name of Object.keys(handlebars.helpers)) {
    if (!['if', 'unless', 'with'].includes(name)) handlebars.unregisterHelper(name)
  }
  // Handlebars' own loops over nothing in silence when a name is misspelled.
  handlebars.registerHelper('each', function (this: unknown, list: unknown, options: Handlebars.HelperOptions) {
    return each?.call(this, asList('each', list, options), options)
  })
  handlebars.registerHelper('eq', (left: unknown, right: unknown) => left === right)
  handlebars.registerHelper('first', (list: unknown, amount: unknown, options: Handlebars.HelperOptions) =>
    asList('first', list, options).slice(0, Number(amount)),
  )
  handlebars.registerHelper('join', (list: unknown, separator: unknown, options: Handlebars.HelperOptions) =>
    asList('join', list, options).join(String(separator)),
  )
  handlebars.registerHelper('length', (list: unknown, options: Handlebars.HelperOptions) => {
    return asList('length', list, options).length
  })
  const knownHelpers = Object.fromEntries(
    [...TEMPLATE_HELPERS, 'each', 'if', 'unless', 'with'].map((name) => [name, true]),
  )
  const render = handlebars.compile(text, {
    strict: true,
    noEscape: true,
    preventIndent: true,
    knownHelpersOnly: true,
    knownHelpers: { ...NO_BUILT_IN, ...knownHelpers },
  })
  return (data) => {
    const output = rendered(path, () => render(data))
    if (output.length > MAX_SECTION_UNITS) throw new TemplateError(`${path}: it writes more than 1 MiB.`)
    return output
  }
}

/** Known to Handlebars unless told otherwise. */
const NO_BUILT_IN = { log: false, lookup: false, helperMissing: false, blockHelperMissing: false }

function rendered(path: string, render: () => string): string {
  try {
    return render()
  } catch (error) {
    throw new TemplateError(`${path}${wordsOf(error)}.`, { cause: error })
  }
}

/** Helpers get their place in the template, though the types do not say so: https://handlebarsjs.com/api-reference/helpers.html */
function asList(helper: string, value: unknown, options: Handlebars.HelperOptions): readonly unknown[] {
  if (Array.isArray(value)) return value
  const line = (options as { loc?: hbs.AST.SourceLocation }).loc?.start.line
  throw new TemplateError(`${line === undefined ? '' : `, line ${line}`}: \`${helper}\` needs a list`)
}

/** `, line 3: "speed" is not in the data of this section`. */
function wordsOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  if (error instanceof TemplateError) return message
  const [, parsed] = /^Parse error on line (\d+)/.exec(message) ?? []
  if (parsed !== undefined) return `, line ${parsed}: Handlebars cannot read it`
  const [, missing, line] = /^"(.*)" not defined in .* - (\d+):\d+$/.exec(message) ?? []
  if (missing !== undefined) return `, line ${line}: the data of this section has no \`${missing}\``
  const [, text = message, at] = /^(.*?)(?: - (\d+):\d+)?$/s.exec(message) ?? []
  return `${at === undefined ? '' : `, line ${at}`}: ${text}`
}
