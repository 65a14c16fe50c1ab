import { writeFileSync } from 'node:fs'
import { env } from 'node:process'
import { expect, test } from '@jest/globals'
import type { ReportContext } from '../../src/model/report.ts'
import type { Verdict } from '../../src/model/verdict.ts'
import { TEMPLATE_HELPERS } from '../../src/report/custom-templates.ts'
import { SECTIONS } from '../../src/report/registry.ts'
import type { Section } from '../../src/report/section.ts'
import { verdictOfService } from '../../src/report/series.ts'
import { CASES } from '../report/cases.ts'
import { ROOT, readRepositoryFile } from './markdown-page.ts'

const PAGE = 'docs/guides/custom-templates.md'
const [BEGIN, END] = ['<!-- begin section-data -->', '<!-- end section-data -->']

/** All that a section was ever given, over all cases of the golden reports. */
function dataOf(section: Section): readonly object[] {
  // Names that attack are tested elsewhere; they are no example.
  const cases = [...CASES].flatMap(([name, one]) => (name === 'hostile-names' ? [] : [one]))
  return cases.flatMap(({ verdict, context }) =>
    verdictsFor(section, verdict).flatMap(
      (one) => section.build(one, { ...(context as ReportContext), maxRows: 10, plots: 'in the HTML report' }) ?? [],
    ),
  )
}

function verdictsFor({ place }: Section, verdict: Verdict): readonly Verdict[] {
  return place === 'service' ? verdict.services.map((service) => verdictOfService(verdict, service)) : [verdict]
}

/** `rows[].metric`, with the first value that says something. */
function fieldsOf(data: unknown, path = ''): ReadonlyMap<string, unknown> {
  const fields = new Map<string, unknown>()
  const merge = (more: ReadonlyMap<string, unknown>): void => {
    for (const [name, value] of more)
      if (isEmpty(fields.get(name)) && !(fields.has(name) && isEmpty(value))) fields.set(name, value)
  }
  if (Array.isArray(data)) for (const item of data) merge(fieldsOf(item, `${path}[]`))
  else if (typeof data === 'object' && data !== null) {
    for (const [name, value] of Object.entries(data)) merge(fieldsOf(value, path === '' ? name : `${path}.${name}`))
  } else fields.set(path, data)
  if (Array.isArray(data) && data.length === 0) fields.set(`${path}[]`, undefined)
  return fields
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || value === '–' || value === false
}

/** The example as code that stays on one line of a table. */
function shown(value: unknown): string {
  const text = String(value ?? '')
    .replaceAll('\u00a0', ' ')
    .replaceAll('|', '\\|')
  const short = (text.length > 70 ? `${text.slice(0, 69)}…` : text).trim()
  return short === '' ? '' : `\`\` ${short} \`\``
}

function tables(): string {
  const parts = SECTIONS.map((section) => {
    const fields = [...fieldsOf(dataOf(section), '')].map(
      ([path, value]) => [path.replace(/^\[\]\.?/, ''), value] as const,
    )
    // An absent part of the data, such as `offer` where nothing is offered, is described by its fields elsewhere.
    const known = fields.filter(
      ([path, value]) => value !== undefined || !fields.some(([other]) => other.startsWith(`${path}.`)),
    )
    const rows = known.map(([path, value]) => `| \`${path}\` | ${shown(value)} |`)
    return [`### \`${section.id}\` (${section.place})`, '', '| field | example |', '|---|---|', ...rows].join('\n')
  })
  return parts.join('\n\n')
}

/** Run with UPDATE_DOCS=1 to write the page. */
test('the page lists the data of every section', () => {
  const page = readRepositoryFile(PAGE)
  const [before = '', rest = ''] = page.split(BEGIN)
  const [, after = ''] = rest.split(END)
  const wanted = `${before}${BEGIN}\n${tables()}\n${END}${after}`
  if (env.UPDATE_DOCS === '1') writeFileSync(`${ROOT}${PAGE}`, wanted)
  expect(env.UPDATE_DOCS === '1' ? wanted : page).toBe(wanted)
})

test('the golden reports have every section and every field', () => {
  expect(SECTIONS.filter((section) => dataOf(section).length === 0).map(({ id }) => id)).toEqual([])
})

test('the page lists every helper', () => {
  const page = readRepositoryFile(PAGE)
  expect(TEMPLATE_HELPERS.filter((name) => !new RegExp(`^\\| \`[({]+${name} `, 'm').test(page))).toEqual([])
})
