import Handlebars from 'handlebars'

/** What is wrong with a template, and in which line. */
export type TemplateProblem = Readonly<{ line: number; problem: string }>

const BLOCKS = ['each', 'if', 'unless', 'with']
const LOOP_VARIABLES = ['index', 'first', 'last']

/** These names lead from data to code: https://github.com/advisories/GHSA-q42p-pg8m-cqh6. No section has a field with one of these names. */
const PROTOTYPE_NAMES = /^(?:constructor|prototype|__.*)$/

type Located = Pick<hbs.AST.Node, 'loc'>

/**
 * The reasons to refuse a template before it runs; empty if the template is allowed.
 *
 * A template may only go down into its data: no partials (so no recursion), no `../`, no `@root`, no names for items of a list.
 * Therefore an inner loop runs over a part of the outer loop's item, and the work is at most the size of the template times the size
 * of the data.
 */
export function templateProblems(program: hbs.AST.Program, helpers: readonly string[]): readonly TemplateProblem[] {
  const problems: TemplateProblem[] = []
  const refuse = ({ loc }: Located, problem: string): void => {
    problems.push({ line: loc.start.line, problem })
  }
  const visitor = new Handlebars.Visitor()
  const { BlockStatement, MustacheStatement, SubExpression } = Handlebars.Visitor.prototype
  visitor.PartialStatement = (node) => refuse(node, 'partials (`{{> name}}`) are not available')
  visitor.PartialBlockStatement = (node) => refuse(node, 'partials (`{{#> name}}`) are not available')
  visitor.Decorator = (node) => refuse(node, 'decorators (`{{* name}}`) are not available')
  visitor.DecoratorBlock = (node) => refuse(node, 'decorators (`{{#* name}}`) are not available')
  visitor.BlockStatement = function (node) {
    const name = nameOf(node.path)
    if (!BLOCKS.includes(name)) refuse(node, `\`{{#${name}}}\` is not available. Blocks: ${BLOCKS.join(', ')}`)
    const named = [node.program, node.inverse].some((program) => (program?.blockParams ?? []).length > 0)
    if (named) refuse(node, 'names for items (`as |item|`) are not available: write `this`')
    BlockStatement.call(this, node)
  }
  visitor.MustacheStatement = function (node) {
    if (node.params.length > 0) checkHelper(node.path, node)
    MustacheStatement.call(this, node)
  }
  visitor.SubExpression = function (node) {
    checkHelper(node.path, node)
    SubExpression.call(this, node)
  }
  visitor.Hash = (node) => refuse(node, 'named arguments (`key=value`) are not available')
  visitor.PathExpression = (node) => {
    if (node.depth > 0) refuse(node, `\`${node.original}\`: a template cannot go up with \`../\``)
    const strange = node.data && !(node.parts.length === 1 && LOOP_VARIABLES.includes(String(node.parts[0])))
    if (strange) refuse(node, `\`${node.original}\` is not available. There are @index, @first and @last`)
    const hidden = node.parts.find((part) => PROTOTYPE_NAMES.test(String(part)))
    if (hidden !== undefined) refuse(node, `there is no field \`${String(hidden)}\``)
  }
  function checkHelper(path: hbs.AST.Node, at: Located): void {
    const name = nameOf(path)
    if (!helpers.includes(name)) refuse(at, `there is no helper \`${name}\`. Helpers: ${helpers.join(', ')}`)
  }
  visitor.accept(program)
  return problems
}

function nameOf(path: hbs.AST.Node): string {
  return 'original' in path ? String(path.original) : ''
}
