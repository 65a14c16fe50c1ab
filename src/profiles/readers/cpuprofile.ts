import { UserError } from '../../model/errors.ts'
import { isObject, type JsonObject, numberOr, objects, textOr } from '../../model/json-object.ts'
import { parseObject } from '../json.ts'
import type { ProfileFormat } from '../profile-format.ts'
import { StackTable } from '../stack-table.ts'

/**
 * Entries that V8 writes like functions and that are not a part of the program:
 * https://chromedevtools.github.io/devtools-protocol/tot/Profiler/
 */
const NOT_THE_PROGRAM = new Set(['(idle)', '(program)', '(root)'])

/**
 * The limit for steps from samples to their callers, over all nodes. Real profiles take some ten thousand steps; a chain of a
 * hundred thousand nodes would take minutes.
 */
const MAX_STEPS = 5_000_000

/** Microseconds to nanoseconds. */
const NS_PER_US = 1000

/**
 * What `node --cpu-prof` and Chrome write. The time between two samples is wall time. It is long when the machine did something
 * else, so it counts as at most twice the usual time.
 */
export const cpuprofile: ProfileFormat = {
  id: 'cpuprofile',
  title: 'a CPU profile of V8 (.cpuprofile)',
  recognizes({ text }) {
    return /^\s*\{/.test(text) && text.includes('"callFrame"') && text.includes('"timeDeltas"')
  },
  parse({ text }) {
    const root = parseObject(text)
    const nodes = new Map(objects(root.nodes).map((node) => [numberOr(node.id, -1), node]))
    const ids = list(root.samples)
    const deltas = list(root.timeDeltas)
    if (nodes.size === 0 || ids.length === 0 || ids.length !== deltas.length) {
      throw new UserError(
        `The profile has ${nodes.size} nodes, ${ids.length} samples and ${deltas.length} times between them, which do not fit together. Record it again.`,
      )
    }
    const table = new StackTable()
    const parents = parentsOf(nodes)
    const weights = weightsOf(ids, deltas)
    const frames = framesOf(nodes, table)
    const limit = { steps: MAX_STEPS }
    for (const [id, weight] of weights) {
      const node = nodes.get(id)
      if (node === undefined) throw new UserError(`A sample is of node ${id}, which the profile does not have.`)
      if (NOT_THE_PROGRAM.has(nameOf(node))) continue
      const stack = stackOf(id, nodes, parents, limit).flatMap((one) => frames.get(one) ?? [])
      addByLine(node, stack, weight, table)
    }
    return {
      format: 'cpuprofile',
      tool: 'V8 CPU profiler',
      counted: 'cpu-time',
      unit: 'ns',
      nature: 'sampled',
      language: 'javascript',
      samples: ids.length,
      hasCallers: true,
      ...table.finish(),
    }
  },
}

function list(value: unknown): readonly number[] {
  return Array.isArray(value) ? value.map((one) => numberOr(one, 0)) : []
}

/** A node that is its own ancestor would be followed without end. */
function parentsOf(nodes: ReadonlyMap<number, JsonObject>): ReadonlyMap<number, number> {
  const parents = new Map<number, number>()
  for (const [id, node] of nodes) {
    for (const child of list(node.children)) {
      if (parents.has(child)) throw new UserError(`Node ${child} of the profile has two callers. The file is damaged.`)
      parents.set(child, id)
    }
  }
  return parents
}

/** The position of each node in the table. The root is not a function. */
function framesOf(nodes: ReadonlyMap<number, JsonObject>, table: StackTable): ReadonlyMap<number, number> {
  const functions = [...nodes].filter(([, node]) => nameOf(node) !== '(root)')
  return new Map(functions.map(([id, node]) => [id, table.frame(frameOf(node))]))
}

/** The ids of a node and its callers, the outermost first. */
function stackOf(
  id: number,
  nodes: ReadonlyMap<number, JsonObject>,
  parents: ReadonlyMap<number, number>,
  limit: { steps: number },
): readonly number[] {
  const stack: number[] = []
  for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
    if (stack.length > nodes.size) {
      throw new UserError(`The callers of node ${id} go round in a circle. The file is damaged.`)
    }
    limit.steps -= 1
    if (limit.steps < 0) throw new UserError('The stacks of the profile are deeper than any honest ones.')
    stack.push(at)
  }
  return stack.reverse()
}

function weightsOf(ids: readonly number[], deltas: readonly number[]): ReadonlyMap<number, number> {
  const positive = deltas.filter((delta) => delta > 0).sort((left, right) => left - right)
  const longest = 2 * (positive[Math.floor(positive.length / 2)] ?? 1)
  const weights = new Map<number, number>()
  for (const [index, id] of ids.entries()) {
    // V8 writes a negative time if the clocks of two cores differ.
    const delta = Math.min(Math.max(deltas[index] ?? 0, 0), longest)
    weights.set(id, (weights.get(id) ?? 0) + delta * NS_PER_US)
  }
  return weights
}

/** Adds the samples of a node by line. V8 writes which lines were running, including those of inlined functions. */
function addByLine(node: JsonObject, stack: readonly number[], weight: number, table: StackTable): void {
  const ticks = objects(node.positionTicks).map(({ line, ticks: count }) => ({
    line: numberOr(line, 0),
    count: Math.max(0, numberOr(count, 0)),
  }))
  const all = ticks.reduce((sum, { count }) => sum + count, 0)
  if (all === 0) table.add(stack, weight)
  else for (const { line, count } of ticks) table.add(stack, (weight * count) / all, line)
}

function nameOf(node: JsonObject): string {
  return isObject(node.callFrame) ? textOr(node.callFrame.functionName, '') : ''
}

function frameOf(node: JsonObject): Readonly<{ name: string; file: string | null; line: number | null }> {
  const frame = isObject(node.callFrame) ? node.callFrame : {}
  const file = textOr(frame.url, '')
  const line = numberOr(frame.lineNumber, -1)
  // V8 counts lines from 0 here, and from 1 in positionTicks.
  return { name: nameOf(node), file: file === '' ? null : file, line: line < 0 ? null : line + 1 }
}
