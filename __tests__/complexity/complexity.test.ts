import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { compareComplexity } from '../../src/complexity/compare-complexity.ts'
import { readComplexity } from '../../src/complexity/read-complexity.ts'
import type { ComplexityReading } from '../../src/model/complexity.ts'
import { UserError } from '../../src/model/errors.ts'
import { REPOSITORY_ROOT } from '../e2e/runner/job-environment.ts'
import { saying } from '../saying.ts'

const FIXTURES = join(REPOSITORY_ROOT, '__tests__/fixtures/complexity')
const fixture = (name: string) => readComplexity(readFileSync(join(FIXTURES, name)), name)
const read = (text: string) => readComplexity(new TextEncoder().encode(text), 'file')

type Figures = Readonly<{ functions: number; branchPoints: number; mean: number; max: number; over10: number }>
const EXPECTED: { tools: Record<string, { before: Figures; after: Figures; change: { branchPoints: number } }> } =
  JSON.parse(readFileSync(join(FIXTURES, 'expected.json'), 'utf8'))

/** The figures were summed from the tools' own, elsewhere. */
test.each([
  ['lizard', 'lizard.csv'],
  ['lizard', 'lizard.xml'],
  ['lizard -m', 'lizard-modified.csv'],
  ['eslint 10.15', 'eslint.json'],
  ['radon 6.0.1', 'radon.json'],
  ['gocyclo 0.6.0', 'gocyclo.txt'],
])('%s: %s has the figures that the tool has', (tool, file) => {
  const expected = EXPECTED.tools[tool]
  if (expected === undefined) throw new Error(`There are no expected figures of ${tool}.`)
  const { all } = compareComplexity(fixture(`before.${file}`), fixture(`after.${file}`))
  for (const side of ['before', 'after'] as const) {
    const { functions, branchPoints, mean, max, over10 } = expected[side]
    expect(all[side]).toMatchObject({ functions, branchPoints, max, overTen: over10, mean: expect.closeTo(mean, 3) })
  }
  expect(all.changeRatio).toBeCloseTo(expected.change.branchPoints, 4)
})

const reading = (
  functions: readonly (readonly [file: string, name: string, complexity: number])[],
): ComplexityReading => ({
  tool: 'lizard',
  unit: 'function',
  functions: functions.map(([file, name, complexity]) => ({ file, name, complexity })),
  notes: [],
})

describe('SonarQube has files, and how many functions each has', () => {
  /** A page as its web API answers. null: not asked for. */
  const page = (
    files: Readonly<Record<string, readonly [complexity: string, functions: string | null]>>,
    total?: number,
  ) => ({
    paging: { pageIndex: 1, pageSize: 500, total: total ?? Object.keys(files).length + 1 },
    baseComponent: { key: 'shop', name: 'shop', qualifier: 'TRK', measures: [{ metric: 'complexity', value: '99' }] },
    components: [
      {
        key: 'shop:src',
        name: 'src',
        qualifier: 'DIR',
        path: 'src',
        measures: [{ metric: 'complexity', value: '99' }],
      },
      ...Object.entries(files).map(([path, [complexity, functions]]) => ({
        key: `shop:${path}`,
        name: path,
        qualifier: 'FIL',
        path,
        language: 'java',
        measures: [
          { metric: 'complexity', value: complexity },
          ...(functions === null ? [] : [{ metric: 'functions', value: functions, bestValue: false }]),
        ],
      })),
    ],
  })
  const sonar = (...pages: readonly object[]) => read(JSON.stringify(pages.length === 1 ? pages[0] : pages))

  test('branch points are complexity without the functions, so splitting changes none', () => {
    const before = sonar(
      page({ 'src/Cart.java': ['40', '10'], 'src/Price.java': ['12', '6'], 'src/Same.java': ['7', '7'] }),
    )
    const after = sonar(
      page({ 'src/Cart.java': ['36', '26'], 'src/Price.java': ['14', '8'], 'src/Same.java': ['7', '7'] }),
    )
    const { unit, changedFiles, changed, functions, notes } = compareComplexity(before, after)
    expect({ unit, changedFiles }).toEqual({ unit: 'file', changedFiles: ['src/Cart.java', 'src/Price.java'] })
    expect(changed).toEqual({
      before: { functions: 16, branchPoints: 36, mean: 52 / 16, p90: 40, max: 40, overTen: null },
      after: { functions: 34, branchPoints: 16, mean: 50 / 34, p90: 36, max: 36, overTen: null },
      changeRatio: 16 / 36 - 1,
    })
    expect(functions).toEqual([{ file: 'src/Cart.java', name: 'Cart.java', before: 40, after: 36 }])
    expect(notes).toEqual([saying(/figures of files and none of functions/)])
  })

  test('several pages of an answer are read as one list', () => {
    const [first, second] = [page({ 'a.java': ['3', '1'] }, 4), page({ 'b.java': ['5', '2'] }, 4)]
    expect(sonar(first, second).functions.map(({ file }) => file)).toEqual(['a.java', 'b.java'])
  })

  test.each([
    [page({ 'a.java': ['3', null] }), /a\.java has no number of functions.*metricKeys=complexity,functions/],
    [page({ 'a.java': ['3', '1'] }, 900), /it has 2 of 900 files of SonarQube: ask for all pages/],
    [page({ 'a.java': ['3.5', '1'] }), /SonarQube's complexity is "3\.5": it must be a whole number/],
    [page({ 'a.java': ['3', '5'] }), /a\.java has a complexity of 3 and 5 functions/],
  ])('%#: what is missing is said', (one, message) => {
    expect(() => sonar(one)).toThrow(message)
  })
})

test('each changed file counts for a goal as a whole, and an unchanged file does not count', () => {
  const change = compareComplexity(fixture('before.lizard.csv'), fixture('after.lizard.csv'))
  expect(change.changedFiles).toEqual(['src/encode.c', 'src/price.py', 'src/queue.go', 'src/route.js'])
  expect(change.changed.before.branchPoints).toBe(change.all.before.branchPoints - 1)
})

test('the five functions that changed most, added and removed ones with all of their branch points', () => {
  const { functions } = compareComplexity(fixture('before.lizard.csv'), fixture('after.lizard.csv'))
  expect(functions.map(({ file, before, after }) => [file, before, after])).toEqual([
    ['src/encode.c', 22, 4],
    ['src/route.js', 14, 3],
    ['src/price.py', 10, 3],
    ['src/price.py', null, 5],
    ['src/encode.c', null, 4],
  ])
})

test('a renamed file is no change of its functions, and overloads and nameless functions are told apart', () => {
  const before = reading([
    ['a.c', 'f(int)', 4],
    ['a.c', 'f(char)', 9],
    ['b.js', '(anonymous)', 2],
    ['b.js', '(anonymous)', 5],
  ])
  const after = reading([
    ['z.c', 'f(int)', 4],
    ['z.c', 'f(char)', 9],
    ['b.js', '(anonymous)', 2],
    ['b.js', '(anonymous)', 7],
  ])
  const { functions, changed } = compareComplexity(before, after)
  expect(functions).toEqual([{ file: 'b.js', name: '(anonymous)', before: 5, after: 7 }])
  expect(changed.changeRatio).toBeCloseTo(18 / 16 - 1)
})

test('splitting a function leaves its branch points as they are, whatever it does to the mean', () => {
  const complexity = fc.integer({ min: 1, max: 40 })
  fc.assert(
    fc.property(fc.array(complexity, { minLength: 1 }), complexity, complexity, (rest, left, right) => {
      const others = rest.map((one, index) => ['b.c', `f${index}`, one] as const)
      const whole = reading([['a.c', 'f', left + right - 1], ...others])
      const split = reading([['a.c', 'f', left], ['a.c', 'g', right], ...others])
      expect(compareComplexity(whole, split).all.after.branchPoints).toBe(
        compareComplexity(whole, split).all.before.branchPoints,
      )
    }),
  )
})

test('two equal sides have no change, and nothing is divided by zero', () => {
  const same = reading([['a.c', 'f', 1]])
  expect(compareComplexity(same, same)).toMatchObject({
    changedFiles: [],
    changed: { changeRatio: null },
    functions: [],
  })
})

describe('what cannot be used says why, and what to do', () => {
  test.each([
    ['', /it is empty: write it with lizard/],
    [
      '{"component":{"key":"shop","measures":[{"metric":"complexity","value":"12"}]}}',
      /measures of SonarQube, but not those of its files: call api\/measures\/component_tree with qualifiers=FIL/,
    ],
    ['hello', /it is no output that is known/],
    [readFileSync(join(FIXTURES, 'before.gocognit.json'), 'utf8'), /cognitive complexity \(gocognit\).*Use gocyclo/],
    ['1,0,3,1,1,"l","a.c","f","f()",1,1', /complexity of f\(\) is "0": it must be a whole number of at least 1/],
    ['1,2,3,1,1,"l","a.c","f"', /no 11 columns/],
    ['8 queue Pick src/queue.go:8:1\nnonsense', /this line of gocyclo cannot be read: nonsense/],
    [
      '[{"filePath":"a.js","messages":[{"ruleId":"complexity","message":"Function \'f\' has a complexity of 21. Maximum allowed is 20."}]}]',
      /only named functions above 20: set the rule to/,
    ],
    ['[{"filePath":"a.js","messages":[]}]', /eslint found no function in it/],
    ['{"a.py":[{"type":"function","name":"f","complexity":null}]}', /complexity of f is null/],
    ['<?xml version="1.0"?><cppncss></cppncss>', /lizard found no function/],
  ])('%#', (text, message) => {
    expect(() => read(text)).toThrow(message)
  })

  test('two tools', () => {
    expect(() => compareComplexity(fixture('before.lizard.csv'), fixture('after.gocyclo.txt'))).toThrow(
      /Before it is lizard, after it is gocyclo/,
    )
  })

  test('a file that the tool could not read is said', () => {
    expect(
      read('{"a.py":{"error":"invalid syntax"},"b.py":[{"type":"function","name":"f","complexity":2}]}').notes,
    ).toEqual([saying('radon could not read a.py: none of its functions are counted.')])
  })

  test('anything is a reading or a UserError', () => {
    const start = fc.constantFrom(
      '',
      '[{"filePath":"a","messages":[',
      '{"a":[{"type":"function","complexity":',
      '1,2,3,4,5,"',
      '8 a b c:1:1\n',
      '<cppncss>',
    )
    fc.assert(
      fc.property(start, fc.string(), (head, tail) => {
        try {
          expect(read(head + tail).functions.length).toBeGreaterThan(0)
        } catch (error) {
          expect(error).toBeInstanceOf(UserError)
        }
      }),
    )
  })
})
