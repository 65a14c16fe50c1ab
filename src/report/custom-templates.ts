import Handlebars from 'handlebars'
import { SECTIONS } from './registry.ts'
import type { Section } from './section.ts'
import { TemplateError } from './template-error.ts'
import { templateProblems } from './template-rules.ts'
import { standardTemplatesBecause, type TemplateSet } from './template-set.ts'

/** A team's own template. `path`: as messages name it, such as `.github/perf-gate/latency.hbs`. The file name is the id of the section. */
export type TemplateSource = Readonly<{ path: string; text: string }>

/** Far more than any template needs: a standard template has a few hundred characters. */
const MAX_TEMPLATE_BYTES = 64 * 1024

/** The longest text of one section, in UTF-16 units. GitHub would refuse a longer section. */
const MAX_SECTION_UNITS = 1024 ** 2

/** The helpers of perf-gate, in addition to `each`, `if`, `unless` and `with` of Handlebars. */
export const TEMPLATE_HELPERS = ['eq', 'first', 'join', 'length'] as const

/**
 * The report with a team's own templates instead of the standard ones. If one template cannot be used, none is used: a mix would
 * leave readers guessing which templates apply. The standard report then names the file, the line and the problem.
 *
 * The texts must come from the base branch, because a template can change all of the report except the verdict in line 1.
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

/** Compiles with a separate Handlebars instance, so that helpers registered elsewhere are not available to the template. */
function compileTemplate(path: string, text: string): Section['template'] {
  const handlebars = Handlebars.create()
  const { each } = handlebars.helpers
  for (const name of Object.keys(handlebars.helpers)) {
    if (!['if', 'unless', 'with'].includes(name)) handlebars.unregisterHelper(name)
  }
  // The `each` of Handlebars silently accepts a value that is not a list, for example after a misspelled name.
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

/** Handlebars knows these helpers by default, so each of them is switched off. */
const NO_BUILT_IN = { log: false, lookup: false, helperMissing: false, blockHelperMissing: false }

function rendered(path: string, render: () => string): string {
  try {
    return render()
  } catch (error) {
    throw new TemplateError(`${path}${wordsOf(error)}.`, { cause: error })
  }
}

/** Handlebars passes the line of the call in `options.loc`, which its types leave out: https://handlebarsjs.com/api-reference/helpers.html */
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
