import { expect, test } from '@jest/globals'
import { blockHtml } from '../../src/report/html/markdown-html.ts'
import { profilesMarkdown } from '../../src/report/profiles-markdown.ts'
import { aProfileComparison } from './verdicts.ts'

/*
 * A name that ends a cell of a table, opens a tag and emphasises, in each report of the command line: whoever prints it shows it, and
 * nothing of it is obeyed.
 */

const HOSTILE = 'a|b<c>_d_ **x**'

/** The whole name as code, in a table and outside of one. Outside, GitHub shows the backslash before the pipe. */
const AS_CODE = /<code>a\\?\|b&lt;c&gt;_d_ \*\*x\*\*<\/code>/

/** What of the name Markdown or the page would obey. */
const OBEYED = /<c>|<em>|<strong>x|<td[^>]*>b/

test('profiles: the name of a function, and the program that wrote the profile', () => {
  const [slower, ...others] = aProfileComparison().functions
  if (slower === undefined) throw new Error('The sample has no function.')
  const comparison = aProfileComparison({
    tool: HOSTILE,
    functions: [{ ...slower, name: HOSTILE }, ...others],
  })
  const page = blockHtml(profilesMarkdown({ service: 'checkout', comparisons: [comparison], refusals: [] }, HOSTILE))
  expect(page.match(new RegExp(AS_CODE, 'g'))).toHaveLength(4)
  expect(page).toContain('CPU time; 5 against 5 profiles')
  expect(page).not.toMatch(OBEYED)
})
