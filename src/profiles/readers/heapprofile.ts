import { isObject, type JsonObject, numberOr, objects, textOr } from '../../model/json-object.ts'
import { text } from '../../model/text.ts'
import { parseObject } from '../json.ts'
import type { ProfileFormat } from '../profile-format.ts'
import { StackTable } from '../stack-table.ts'

const NOT_COMPARED = text`V8 inlines other functions in each run, and counts their memory for their callers. It is shown and not compared.`

/**
 * What `node --heap-prof` writes: the bytes that are still live, sampled at every 512 KiB that are allocated. On recorded pairs the test for
 * profiles of time named other functions than the one that changed in 55 to 70 %.
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
    // A list of what is still to do, and no recursion: the file decides how deep it is.
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
    const { frames, stacks, notes } = table.finish()
    return {
      format: 'heapprofile',
      tool: 'V8 heap profiler',
      counted: 'live-bytes',
      unit: 'bytes',
      nature: 'shown',
      language: 'javascript',
      samples: Array.isArray(root.samples) ? root.samples.length : null,
      frames,
      stacks,
      hasCallers: true,
      notes: [...notes, NOT_COMPARED],
    }
  },
}
