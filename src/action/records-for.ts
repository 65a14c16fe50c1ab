import type { GateResult } from '../gate.ts'
import type { History, HistoryCommit } from '../github/anchor.ts'
import type { PushEvent } from '../github/event.ts'
import { type MergedOverrides, readMergedOverrides, unrecordedCommits } from '../github/merged-overrides.ts'
import { withPermissionHint } from '../github/permission-error.ts'
import type { Surroundings } from '../github/surroundings.ts'
import type { StoredRun } from '../model/baseline.ts'
import type { LedgerEntry } from '../model/ledger.ts'
import { plainText } from '../model/text.ts'
import { owedBy, recordsOf, regressionsOf } from '../policy/marks.ts'
import { repaidNow } from '../policy/open-debts.ts'
import { MAX_SUSPECTS, type Suspect } from '../report/regression-issue.ts'
import type { PushNews } from './tell-push.ts'

/** Merged pull requests are looked up for at most this many commits of a push. */
const MAX_COMMITS = 100

type Records = Readonly<{
  runs: readonly StoredRun[]
  entries: readonly LedgerEntry[]
  slower: Pick<PushNews, 'regressions' | 'accepted'>
}>

/** What a push adds to the store: its runs, with a mark if the level changed, and new or repaid debts. `slower`: what became slower. */
export async function recordsFor(
  { client, context, inputs, log }: Surroundings,
  event: PushEvent,
  branch: string,
  { verdict, lookup, ancestry, history }: GateResult & Readonly<{ history: History }>,
): Promise<Records> {
  const found = lookup?.kind === 'found' ? lookup : null
  const recorded = new Set([...(found?.services.values() ?? [])].flat().map(({ commit }) => commit))
  const newest = await withPermissionHint('find the merged pull request', () => history(() => true))
  const since = unrecordedCommits(event.sha, newest, recorded)
  const suspected = suspectedCommits(event.sha, newest, { verdict, lookup })
  const commits = [
    ...new Set([...since.commits, ...[...suspected.values()].flatMap((one) => one.commits.slice(0, MAX_SUSPECTS))]),
  ]
  const query = { commits: commits.slice(0, MAX_COMMITS), branch, name: inputs.name }
  const merged = await readMergedOverrides(client, query)
  for (const note of [...since.notes, ...merged.notes]) log.warning(plainText(note))
  const stamp = {
    commit: event.sha,
    recordedAt: new Date().toISOString(),
    branch: branch === context.repository.defaultBranch ? null : branch,
    overrides: since.commits.flatMap((commit) => merged.byCommit.get(commit) ?? []),
  }
  const slower = regressionsOf(verdict.services, stamp)
  const names = slower.map(({ comparison }) => comparison.service)
  const regressions = slower.map(({ comparison }) => {
    const { service } = comparison
    const { commits: all = [event.sha], recordedBefore = null } = suspected.get(service) ?? {}
    return {
      subject: { name: inputs.name, branch, service },
      commit: event.sha,
      lastGood: recordedBefore,
      comparison,
      suspects: all.map((commit) => suspect(commit, merged)),
      others: names.filter((other) => other !== service),
      repositoryUrl: `${context.serverUrl}/${context.repository.owner}/${context.repository.name}`,
      runUrl: context.runUrl,
    }
  })
  return {
    runs: recordsOf(verdict.services, stamp),
    entries: [...owedBy(verdict.services, stamp), ...repaidNow(verdict.services, found?.ledger ?? [], ancestry, stamp)],
    slower: {
      regressions,
      accepted: new Map(
        slower.flatMap(({ comparison, accepted }) =>
          accepted === null ? [] : [[comparison.service, accepted] as const],
        ),
      ),
    },
  }
}

/** For each service that may have become slower, the commits since its last recorded push. Not every push measures each service. */
function suspectedCommits(
  sha: string,
  newest: readonly HistoryCommit[],
  { verdict, lookup }: Pick<GateResult, 'verdict' | 'lookup'>,
): ReadonlyMap<string, ReturnType<typeof unrecordedCommits>> {
  const stored = lookup?.kind === 'found' ? lookup.services : new Map<string, readonly StoredRun[]>()
  const slower = verdict.services.filter(({ comparisons }) => comparisons.some((one) => one.verdict === 'regressed'))
  return new Map(
    slower.map(({ service }) => {
      // The job may have run before and have recorded this push already.
      const before = (stored.get(service) ?? []).map(({ commit }) => commit).filter((commit) => commit !== sha)
      return [service, unrecordedCommits(sha, newest, new Set(before))] as const
    }),
  )
}

function suspect(commit: string, { commits, byCommit }: MergedOverrides): Suspect {
  const { subject = '', pullRequests = [] } = commits.get(commit) ?? {}
  return { commit, subject, pullRequests, overrides: byCommit.get(commit) ?? [] }
}
