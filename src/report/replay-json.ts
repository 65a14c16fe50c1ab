import type { Replay } from '../model/replay.ts'

/** The replay for programs. A new field may appear in the same version; a changed or removed one raises `schemaVersion`. */
export type ReplayJson = Readonly<{ schemaVersion: 1 }> & Replay

/** The replay as the JSON report. Pushes keep the order of recording; shares are 0..1. */
export function replayJson(replay: Replay): ReplayJson {
  return { schemaVersion: 1, ...replay }
}
