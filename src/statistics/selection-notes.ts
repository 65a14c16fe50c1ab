import { type IdentifiedRun, isUntrimmed } from '../model/run.ts'
import { code, type Text, text } from '../model/text.ts'

/** Notes on runs whose files cannot be trimmed, so that they count other samples than the policy wants. Empty: there are none. */
export function selectionNotes(runs: readonly IdentifiedRun[]): readonly Text[] {
  const untrimmed = runs.filter(({ run }) => isUntrimmed(run))
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
