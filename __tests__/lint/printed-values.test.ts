import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { type Node, SyntaxKind } from 'typescript/unstable/ast'
import {
  isBinaryExpression,
  isCallExpression,
  isIdentifier,
  isPropertyAccessExpression,
  isTaggedTemplateExpression,
  isTemplateExpression,
} from 'typescript/unstable/ast/is'
import { API, type Type } from 'typescript/unstable/sync'

/*
 * JavaScript prints every value: a `Text` in a template literal becomes [object Object], where `written` of model/text.ts was meant. So no
 * object may become part of a string. The compiler says which type each value has; the folder of its API is called "unstable", and the
 * exact version of the compiler is pinned. A caught error and parsed JSON have no type; no `Text` is among them.
 */

/** Classes of Node.js and the web whose `toString` gives what they hold. */
const PRINTED_BY_THEMSELVES: ReadonlySet<string | undefined> = new Set(['URL', 'URLSearchParams', 'Buffer'])

/** Methods that print what they belong to. `join` prints each element of a list, and `toString` of a list calls `join`. */
const PRINTING_METHODS: ReadonlySet<string> = new Set(['join', 'toString'])

const ROOT = resolve('.').replaceAll('\\', '/')

/** Each line prints an object, but the last two lines. */
const FAULTY = `
import { name, text } from './src/model/text.ts'
const said = text\`The service \${name('checkout')} is slow.\`
const maybe: typeof said | null = process.argv.length > 9 ? said : null
export const all = [
  \`Note: \${said}\`,
  'Note: ' + said,
  said + '.',
  \`Note: \${maybe ?? 'none'}\`,
  \`Note: \${name('checkout')}\`,
  String(said),
  [said, said].join(' '),
  [maybe, 'none'].join(' '),
  said.join(''),
  said.toString(),
  text\`A text may hold \${said}\`,
  [1, 'two', null].join(' ') + \`\${1}\` + new URL('https://example.org'),
]
`
const FILES = new Map([
  [`${ROOT}/faulty.ts`, FAULTY],
  [
    `${ROOT}/tsconfig.printed.json`,
    '{ "extends": "./tsconfig.json", "include": ["src", "templates"], "files": ["faulty.ts"] }',
  ],
])
const api = new API({
  cwd: ROOT,
  fs: {
    readFile: (path) => FILES.get(path),
    fileExists: (path) => FILES.has(path) || undefined,
  },
})
const [project] = api.updateSnapshot({ openProjects: [join(ROOT, 'tsconfig.printed.json')] }).getProjects()
if (project === undefined) throw new Error('The compiler has no project.')
const { program, checker, rootFiles } = project

afterAll(() => api.close())

test('an object is found in a template literal, a sum, a conversion and a list', () => {
  expect(objectsIn([`${ROOT}/faulty.ts`])).toEqual([
    'faulty.ts:6: said',
    'faulty.ts:7: said',
    'faulty.ts:8: said',
    "faulty.ts:9: maybe ?? 'none'",
    "faulty.ts:10: name('checkout')",
    'faulty.ts:11: said',
    'faulty.ts:12: [said, said]',
    "faulty.ts:13: [maybe, 'none']",
    'faulty.ts:14: said',
    'faulty.ts:15: said',
  ])
})

test('no source prints an object', () => {
  const sources = rootFiles.filter((path) => path.startsWith(`${ROOT}/src/`))
  expect(sources.length).toBeGreaterThan(300)
  expect(objectsIn(sources)).toEqual([])
})

/** Templates take any object, so the compiler knows no types there. Whole reports show what they print. */
test('no whole report prints an object', () => {
  const reports = readdirSync('__tests__/golden', { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.\w+$/.test(path),
  )
  expect(reports.length).toBeGreaterThan(20)
  expect(reports.filter((path) => readFileSync(join('__tests__/golden', path), 'utf8').includes('[object '))).toEqual(
    [],
  )
})

/** One question to the compiler for all places, because each question costs a message to its process. */
function objectsIn(paths: readonly string[]): readonly string[] {
  const places = paths.flatMap((path) => {
    const file = program.getSourceFile(path)
    if (file === undefined) throw new Error(`The compiler has no ${path}.`)
    return printedIn(file).map((node) => {
      const line = file.text.slice(0, node.getStart(file)).split('\n').length
      return { node, at: `${path.slice(ROOT.length + 1)}:${line}: ${node.getText(file)}` }
    })
  })
  const types = checker.getTypeAtLocation(places.map(({ node }) => node))
  return places
    .filter(({ node }, index) => isObject(types[index], isPropertyAccessExpression(node.parent)))
    .map(({ at }) => at)
}

/** The expressions whose values become part of a string. */
function printedIn(node: Node): readonly Node[] {
  const found: Node[] = []
  const visit = (one: Node): void => {
    found.push(...printedBy(one))
    one.forEachChild(visit)
  }
  visit(node)
  return found
}

function printedBy(node: Node): readonly Node[] {
  if (isTemplateExpression(node)) {
    return isTaggedTemplateExpression(node.parent) ? [] : node.templateSpans.map(({ expression }) => expression)
  }
  if (isBinaryExpression(node) && node.operatorToken.kind === SyntaxKind.PlusToken) return [node.left, node.right]
  if (!isCallExpression(node)) return []
  const { expression: called, arguments: given } = node
  if (isIdentifier(called)) return called.text === 'String' ? given : []
  return isPropertyAccessExpression(called) && PRINTING_METHODS.has(called.name.text) ? [called.expression] : []
}

function isObject(type: Type | undefined, isInList: boolean): boolean {
  if (type === undefined) throw new Error('The compiler knows no type of this place.')
  if (type.isUnionType()) return type.getTypes().some((one) => isObject(one, isInList))
  if (type.isIntersectionType()) return type.getTypes().every((one) => isObject(one, isInList))
  if (!type.isObjectType()) {
    const constraint = type.isTypeParameter() ? checker.getBaseConstraintOfType(type) : undefined
    return constraint !== undefined && isObject(constraint, isInList)
  }
  const elements = isInList ? checker.getIndexInfosOfType(type) : []
  if (elements.length > 0) return elements.some(({ valueType }) => isObject(valueType, false))
  return !PRINTED_BY_THEMSELVES.has(type.getSymbol()?.name)
}
