import template from '../../templates/replay.hbs'
import { count, listed } from '../model/numbers.ts'
import type { Blocker, PolicyReplay, Replay, ReplayedPush, Share } from '../model/replay.ts'
import { isSameSeries } from '../model/series.ts'
import { code, commit, prose, withPlainPipes } from './escape.ts'
import { perHundred } from './share-text.ts'
import { MARKDOWN, placeName, statisticName } from './wording.ts'

/** The report of `perf-gate replay`: what each policy would have blocked, the pushes of both side by side. */
export function replayMarkdown(replay: Replay): string {
  const { place, proposed, against } = replay
  return withPlainPipes(
    template({
      place: code(place),
      sentences: sentencesOf(replay),
      policies: [proposed, against].map((policy) => ({ name: policyName(policy), ...figures(policy) })),
      rows: rowsOf(replay),
      proposedTitle: policyName(proposed),
      againstTitle: policyName(against),
      footer: footerOf(replay),
    }),
  )
}

/** What a reader must know before trusting the figures. */
function footerOf({ proposed, against }: Replay): string {
  const unmatched = [proposed, against].filter((policy) => policy.unmatched.length > 0)
  const waiting = [proposed, against].filter(({ hasConfirmation }) => hasConfirmation).map(policyName)
  return [
    'Judged were the pushes that the store still has, each against those before it. A pull request that was never merged is not among them, and a service that a push has no runs of counts as not touched.',
    ...unmatched.map(
      (policy) =>
        `${policyName(policy)} has settings for ${listed(policy.unmatched.map(code))}, and the store has no such service.`,
    ),
    ...waiting.map(
      (name) => `${name} has a confirmation: where it says \`unproven\`, it would have looked at more runs first.`,
    ),
  ].join(' ')
}

function sentencesOf({ proposed, against }: Replay): readonly string[] {
  const pushes = proposed.pushes.length
  if (proposed.judged === 0) {
    return [
      `Nothing was judged: the store has ${count(pushes, 'push', 'pushes')}, and none of them has records before it.`,
    ]
  }
  const unjudged = pushes - proposed.judged
  return [
    `**${policyName(proposed)} ${wouldHave(proposed)}.** ${policyName(against)} ${wouldHave(against)}.`,
    ...(unjudged === 0
      ? []
      : [`Not judged: ${count(unjudged, 'push', 'pushes')} without records before ${unjudged === 1 ? 'it' : 'them'}.`]),
  ]
}

function wouldHave({ blocked, judged, overridden }: PolicyReplay): string {
  const share = `would have blocked ${blocked === 0 ? 'none' : blocked} of ${count(judged, 'push', 'pushes')}`
  if (blocked === 0) return share
  if (blocked === 1) return `${share}; it was ${overridden === 1 ? '' : 'not '}overridden`
  return `${share}; ${overridden === 0 ? 'none' : overridden} of those ${overridden === 1 ? 'was' : 'were'} overridden`
}

/** The name of the policy: its file, or the defaults. */
function policyName({ source }: PolicyReplay): string {
  return source === null ? 'The default policy' : code(source)
}

function figures({ judged, blocked, overridden, alarms }: PolicyReplay): Readonly<Record<string, string | number>> {
  return { judged, blocked, overridden, rate: alarms === null ? '' : rateText(alarms) }
}

/** `2.5 (0.5 to 7.1)`: blocked pushes per 100 pushes. */
function rateText({ ratio, lower, upper }: Share): string {
  return `${perHundred(ratio)} (${perHundred(lower)} to ${perHundred(upper)})`
}

/** One row per finding that either policy blocks, in the order of recording. */
function rowsOf({ proposed, against }: Replay): readonly object[] {
  return proposed.pushes.flatMap((push, index) => {
    const other = against.pushes[index]?.blockers ?? []
    const blockers = [...push.blockers, ...other.filter((one) => !push.blockers.some((own) => isSame(own, one)))]
    return blockers.map((blocker) => ({
      commit: push.branch === null ? commit(push.commit) : `${commit(push.commit)} on ${code(push.branch)}`,
      recorded: push.recordedAt.slice(0, 10),
      what: whatText(blocker),
      proposed: verdictText(push.blockers.find((one) => isSame(one, blocker))),
      against: verdictText(other.find((one) => isSame(one, blocker))),
      override: overrideText(push),
    }))
  })
}

/** Treats a proven and an unproven change alike, because the same series may be proven under one policy and unproven under the other. */
function isSame(left: Blocker, right: Blocker): boolean {
  const isChange = ({ rule }: Blocker) => rule === 'regressed' || rule === 'unproven'
  return isSameSeries(left, right) && (left.rule === right.rule || (isChange(left) && isChange(right)))
}

function whatText({ service, endpoint, metric, stat }: Blocker): string {
  const place = service === null ? '' : placeName({ service, endpoint }, MARKDOWN)
  return metric === null || stat === null ? place : `${statisticName({ metric, stat }, MARKDOWN)} of ${place}`
}

function verdictText(blocker: Blocker | undefined): string {
  return blocker === undefined ? 'not blocked' : `${blocker.rule}: ${prose(blocker.actual)}`
}

function overrideText({ accepted }: ReplayedPush): string {
  if (accepted === null) return 'none'
  const where = accepted.pullRequest === null ? '' : ` in ${code(`#${accepted.pullRequest}`)}`
  return `${code(`@${accepted.by}`)}${where}: ${prose(accepted.reason)}`
}
