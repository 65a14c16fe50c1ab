import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { customTemplates, type TemplateSource } from '../../src/report/custom-templates.ts'
import { SECTIONS } from '../../src/report/registry.ts'
import { renderReport } from '../../src/report/render-report.ts'
import { CASES, type Case } from './cases.ts'

const FOLDER = '.github/perf-gate'
const own = (section: string, text: string): TemplateSource => ({ path: `${FOLDER}/${section}.hbs`, text })
const standardText = (section: string): string =>
  readFileSync(new URL(`../../templates/${section}.hbs`, import.meta.url), 'utf8')

function caseOf(name: string): Case {
  const found = CASES.get(name)
  if (found === undefined) throw new Error(`There is no case ${name}.`)
  return found
}

/** The comment of a blocked pull request with these templates. */
function commentWith(...sources: readonly TemplateSource[]): string {
  const { verdict, context } = caseOf('fail-regressed')
  return renderReport(verdict, context, customTemplates(sources)).comment
}

const STANDARD = commentWith()
const WARNING = '⚠️ This is the standard report, because a template of this repository cannot be used: '

/** What a wrong template leads to: the standard report, and this sentence. */
function problemOf(section: string, text: string): string {
  const comment = commentWith(own(section, text))
  const line = comment.split('\n').find((one) => one.startsWith(WARNING)) ?? '(no warning)'
  expect(comment.replace(`${line}\n\n`, '')).toBe(STANDARD)
  return line.slice(WARNING.length).replaceAll(/[`\\]/g, '')
}

describe("a team's own templates", () => {
  test('take the place of a section, and of no other', () => {
    const comment = commentWith(
      own('latency', '#### How fast\n\n{{#each rows}}\n- {{metric}}: {{change}}\n{{/each}}\n'),
    )
    expect(comment).toContain('#### How fast\n\n- p50: +0.7')
    expect(comment).not.toContain('#### Latency')
    expect(comment).toContain('#### Throughput and errors')
    expect(comment).not.toContain(WARNING)
  })

  test('cannot change line 1 and line 2', () => {
    const silent = SECTIONS.map(({ id }) => own(id, ' '))
    expect(
      commentWith(...silent)
        .split('\n')
        .slice(0, 5),
    ).toEqual(STANDARD.split('\n').slice(0, 5))
  })

  test.each([...CASES.keys()])('every standard template is a valid one with the same result: %s', (name) => {
    const { verdict, context } = caseOf(name)
    const templates = customTemplates(SECTIONS.map(({ id }) => own(id, standardText(id))))
    expect(templates.problems).toEqual([])
    expect(renderReport(verdict, context, templates).markdown).toBe(renderReport(verdict, context).markdown)
  })

  test('have four helpers besides the blocks', () => {
    const text =
      '{{length rows}}{{#each (first rows 2)}}{{#if (eq metric "p95")}} [{{metric}}]{{/if}}{{#unless @first}} {{@index}}{{/unless}}{{/each}}'
    expect(commentWith(own('latency', text))).toContain('\n3 [p95] 1\n')
    expect(commentWith(own('analysis', 'All: {{join sentences " / "}}'))).toContain('All: Chance alone would show')
  })

  test('do not escape again what is escaped already', () => {
    expect(commentWith(own('findings', '{{#each rows}}{{place}} {{/each}}'))).toContain(
      '`checkout` `GET /orders` in `checkout`',
    )
  })
})

describe('a template that cannot be used names its file and its line, and the standard report is posted', () => {
  test.each([
    ['a misspelled field', 'a\nb {{sped}}', 'line 2: the data of this section has no sped.'],
    [
      'a misspelled field of a row',
      '{{#each rows}}\n{{metrik}}\n{{/each}}',
      'line 2: the data of this section has no metrik.',
    ],
    ['a misspelled list', 'a\n\n{{#each rwos}}x{{/each}}', 'line 3: each needs a list.'],
    ['a loop over a text', '{{#each candidateTitle}}x{{/each}}', 'line 1: each needs a list.'],
    ['first of no list', '\n{{#each (first nothing 2)}}{{/each}}', 'line 2: first needs a list.'],
    ['an open block', 'a\n{{#if rows}}\nb', 'line 3: Handlebars cannot read it.'],
    ['a block closed by another', '{{#if rows}}\n{{/each}}', "line 1: if doesn't match each."],
    [
      'an unknown helper',
      '\n{{upper candidateTitle}}',
      'line 2: there is no helper upper. Helpers: eq, first, join, length.',
    ],
    ['an unknown block', '{{#rows}}x{{/rows}}', 'line 1: {{#rows}} is not available. Blocks: each, if, unless, with.'],
    ['log', '{{log "x"}}', 'line 1: there is no helper log. Helpers: eq, first, join, length.'],
    ['lookup', '{{lookup rows 0}}', 'line 1: there is no helper lookup. Helpers: eq, first, join, length.'],
    ['a partial', '\n\n{{> latency}}', 'line 3: partials ({{> name}}) are not available.'],
    ['a dynamic partial', '{{> (eq 1 1)}}', 'line 1: partials ({{> name}}) are not available.'],
    ['a partial block', '{{#> latency}}{{/latency}}', 'line 1: partials ({{#> name}}) are not available.'],
    ['an inline partial', '{{#*inline "a"}}x{{/inline}}', 'line 1: decorators ({{#* name}}) are not available.'],
    ['a decorator', '{{* a}}', 'line 1: decorators ({{* name}}) are not available.'],
    ['the way up', '{{#each rows}}{{../rows}}{{/each}}', 'line 1: ../rows: a template cannot go up with ../.'],
    ['the root', '{{@root.rows}}', 'line 1: @root.rows is not available. There are @index, @first and @last.'],
    [
      'a named item',
      '{{#each rows as |r|}}{{r.metric}}{{/each}}',
      'line 1: names for items (as |item|) are not available: write this.',
    ],
    ['named arguments', '{{eq 1 b=2}}', 'line 1: named arguments (key=value) are not available.'],
    // https://github.com/advisories/GHSA-q42p-pg8m-cqh6, GHSA-g9r4-xpmj-mj65, GHSA-2cf5-4w76-r9qv
    [
      'the constructor',
      '{{constructor.constructor "return 1"}}',
      'line 1: there is no helper constructor.constructor. Helpers: eq, first, join, length.',
    ],
    ['a path to the constructor', '{{rows.constructor}}', 'line 1: there is no field constructor.'],
    ['the prototype', '{{#with __proto__}}x{{/with}}', 'line 1: there is no field __proto__.'],
    [
      'a getter by name',
      '{{#with (__lookupGetter__ "__proto__")}}x{{/with}}',
      'line 1: there is no helper __lookupGetter__. Helpers: eq, first, join, length.',
    ],
    [
      'a helper that is missing',
      '{{#with (helperMissing 1)}}{{/with}}',
      'line 1: there is no helper helperMissing. Helpers: eq, first, join, length.',
    ],
    ['a segment literal', '{{[constructor]}}', 'line 1: there is no field constructor.'],
  ])('%s', (_, text, problem) => {
    expect(problemOf('latency', text)).toBe(`${FOLDER}/latency.hbs, ${problem}`)
  })

  test('a file that no section has', () => {
    expect(problemOf('latncy', 'x')).toMatch(
      /^.github\/perf-gate\/latncy.hbs: there is no section latncy. Sections: findings, /,
    )
  })

  test('a file that is too large', () => {
    expect(problemOf('latency', 'é'.repeat(40_000))).toBe(
      `${FOLDER}/latency.hbs: it has 80000 bytes, and at most 65536 are allowed.`,
    )
  })

  test('a template that writes too much', () => {
    const wide = `{{#each rows}}${'x'.repeat(30_000)}{{/each}}`
    expect(problemOf('findings', wide)).toBe('The templates write more than fits on this page.')
    const loop = '{{#each rows}}{{#each rows}}x{{/each}}{{/each}}'
    expect(problemOf('latency', loop)).toBe(`${FOLDER}/latency.hbs, line 1: each needs a list.`)
  })

  test('one wrong template, and none is used', () => {
    expect(commentWith(own('latency', 'MINE'), own('summary', '{{> x}}'))).not.toContain('MINE')
  })
})

test('the verdict, the status and the title do not depend on templates', () => {
  const { verdict, context } = caseOf('fail-regressed')
  const standard = renderReport(verdict, context)
  const broken = renderReport(verdict, context, customTemplates([own('summary', '{{nope}}')]))
  expect([broken.title, broken.statusDescription]).toEqual([standard.title, standard.statusDescription])
})
