import { isObject, type JsonObject, numberOr, objects, textOr } from '../../model/json-object.ts'
import { text } from '../../model/text.ts'
import { parseObject } from '../json.ts'
import type { ProfileFormat } from '../profile-format.ts'
import { StackTable } from '../stack-table.ts'

const NOT_COMPARED = text`V8 inlines different functions in each run and counts their memory for their callers. It is shown and not compared.`

/**
 * What `node --heap-prof` writes: the bytes that are still live, sampled at every 512 KiB that are allocated. On 55 to 70 % of
 * recorded pairs, the test for profiles of time named other functions than the one that changed.
 */
export const heapprofile: ProfileFormat = {
  id: 'heapprofile',
  title: 'a heap profile of V8 (.heapprofile)',
  recognizes({ text }) {
    return /^\s*\{\s*"head"\s*:/.test(text) && text.includes('"selfSize"')
  },
  parse({ text }) {
    const root = parseObject(text)
    const table = new StackTable()
    // A list of open nodes instead of recursion, because the file decides how deep the tree is.
    const open: { node: JsonObject; callers: readonly number[] }[] = isObject(root.head)
      ? [{ node: root.head, callers: [] }]
      : []
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { node, callers } = next
      const frame = isObject(node.callFrame) ? node.callFrame : {}
      const name = textOr(frame.functionName, '')
      const file = textOr(frame.url, '')
      const own = name === '(root)' ? callers : [...callers, table.frame({ name, file: file === '' ? null : file })]
      table.add(own, Math.max(0, numberOr(node.selfSize, 0)))
      open.push(...objects(node.children).map((child) => ({ node: child, callers: own })))
    }
    return {
      format: 'heapprofile',
      tool: 'V8 heap profiler',
      counted: 'live-bytes',
      unit: 'bytes',
      nature: 'shown',
      language: 'javascript',
      samples: Array.isArray(root.samples) ? root.samples.length : null,
      hasCallers: true,
      ...table.finish(NOT_COMPARED),
    }
  },
}
