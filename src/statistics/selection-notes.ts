import type { IdentifiedRun } from '../model/run.ts'
import { code, type Text, text } from '../model/text.ts'

/** Runs that hold more or other samples than the policy wants to count, because their files cannot be trimmed. Empty: none. */
export function selectionNotes(runs: readonly IdentifiedRun[]): readonly Text[] {
  const untrimmed = runs.filter(
    ({ run: { selection } }) => selection !== undefined && selection.wanted !== selection.applied,
  )
  const [first] = untrimmed
  if (first === undefined) return []
  const { wanted = null, applied = null } = first.run.selection ?? {}
  const count = untrimmed.length === 1 ? '1 run counts' : `${untrimmed.length} runs count`
  return [
    text`The policy counts ${samples(wanted)}, but ${count} ${samples(applied)}: summaries and digests cannot be trimmed. Upload raw points, or give the policy to ${code('perf-gate digest')}.`,
  ]
}

function samples(selection: string | null): Text {
  return selection === null ? text`all samples` : text`samples ${selection}`
}
