import type { MonitoringPolicy, Objective } from '../model/policy.ts'
import { code, listed, name, type Text, text } from '../model/text.ts'
import type { WatchedService, WatchFinding, WatchLook } from '../model/watch.ts'
import { countsMilliseconds } from '../monitor/bucket.ts'
import type { Ask } from './ask.ts'
import { askDays } from './ask-days.ts'
import { askPods } from './ask-pods.ts'
import type { Evidence } from './evidence.ts'
import { judgeWatch } from './judge-watch.ts'
import { ALPHA, looksAt } from './looks.ts'
import { NoDataError } from './no-data.ts'
import { type Labels, type Queries, queriesFor } from './queries.ts'
import { type Presence, type Sides, sidesOf } from './sides.ts'

/** A service after a deployment, with its names in Prometheus. */
export type WatchTask = Readonly<{
  service: string
  /** The value of the service label in Prometheus. */
  label: string
  metrics: MonitoringPolicy
  labels: Labels
  objective: Objective | null
  maxRegressionRatio: number
  maxErrorRateIncrease: number
  /** The version label of the new pods. null: the version that came with the deployment. */
  version: string | null
  /** The deployed commit. Some version labels hold it. */
  commit: string | null
  deployedAtS: number
  look: WatchLook
}>

/** The distance between two times at which pods are looked for. */
const GRID_S = 60

/**
 * Pods are looked for from two hours before the deployment: an hour of roll-out, and an hour in which only the old version
 * served.
 */
const BEFORE_S = 7200

/** A message names at most this number of values. */
const MAX_NAMED = 5

/** Looks once at one service. Without enough data the outcome is `no-data`, and never `pass`. */
export async function watchService(task: WatchTask, ask: Ask): Promise<WatchedService> {
  const { service } = task
  try {
    return judgeWatch(await evidenceOf(task, ask), task)
  } catch (error) {
    if (!(error instanceof NoDataError)) throw error
    const findings: readonly WatchFinding[] = [{ level: 'no-data', said: error.said }]
    return { service, outcome: 'no-data', findings, notes: [], comparison: null, mayComeLater: error.mayComeLater }
  }
}

async function evidenceOf(task: WatchTask, ask: Ask): Promise<Evidence> {
  const queries = queriesFor(task.label, task.metrics, task.labels)
  const pods = await presenceOf(task, queries, ask)
  const sides = sidesIn(pods, task)
  const look = lookBeforeNextVersion(task, sides)
  const unit = countsMilliseconds(task.metrics.histogram) ? 'ms' : 's'
  const { overlap } = sides
  if (overlap !== null) {
    return {
      ...(await askPods({ queries, ask, sides, overlap, unit, labels: task.labels })),
      sides,
      notes: [],
      alpha: ALPHA.pods,
    }
  }
  const why = whyNotPods(pods, sides, task)
  try {
    const days = await askDays({ queries, ask, sides, look, deployedAtS: task.deployedAtS, unit })
    return { ...days, sides, notes: [why], alpha: ALPHA.days }
  } catch (error) {
    throw error instanceof NoDataError ? error.with(why) : error
  }
}

/** @throws NoDataError when Prometheus has no pod of the service */
async function presenceOf(task: WatchTask, queries: Queries, ask: Ask): Promise<readonly Presence[]> {
  const { deployedAtS, look, labels } = task
  const startSeconds = deployedAtS - BEFORE_S
  const series = await ask.range(queries.pods, { startSeconds, endSeconds: look.endsAtS, stepSeconds: GRID_S })
  const pods = series.map(({ labels: found, points }) => ({
    version: found[labels.version] ?? '',
    pod: found[labels.pod] ?? '',
    timesS: points.filter(({ value }) => value !== null).map(({ t }) => t),
  }))
  if (pods.some(({ timesS }) => timesS.length > 0)) return pods
  const known = (await ask.instant(queries.services, look.endsAtS)).map((one) => one.labels[task.metrics.serviceLabel])
  throw new NoDataError(text`Prometheus has no series of ${name(task.label)} around the deployment`, {
    action: adviceOnNames(task, known),
  })
}

function adviceOnNames({ metrics }: WatchTask, known: readonly (string | undefined)[]): Text {
  const { histogram, serviceLabel } = metrics
  const named = known.flatMap((one) => (one === undefined || one === '' ? [] : [one]))
  if (known.length === 0)
    return text`Prometheus has no series ${code(`${histogram}_count`)} of any service. Set ${code('monitoring.histogram')} to the name of your histogram.`
  if (named.length === 0)
    return text`${code(`${histogram}_count`)} has no label ${code(serviceLabel)}. Set ${code('monitoring.service-label')} to the label that names the service.`
  return text`The values of the label ${code(serviceLabel)} are: ${listed(named.toSorted().map(name), MAX_NAMED)}. Set ${code('watch.name')} of the service to the right value.`
}

function sidesIn(pods: readonly Presence[], task: WatchTask): Sides {
  const { version, commit, deployedAtS } = task
  const sides = sidesOf(pods, { version: version ?? commit, deployedAtS, gridS: GRID_S })
  if (version === null || sides.candidate === version) return sides
  const found = [...new Set(pods.map((pod) => pod.version))].filter((one) => one !== '').toSorted()
  throw new NoDataError(text`no pod has the version ${name(version)}`, {
    action:
      found.length === 0
        ? text`No series has the label ${code(task.labels.version)}.`
        : text`The values of the label ${code(task.labels.version)} are: ${listed(found.map(name), MAX_NAMED)}.`,
  })
}

/**
 * The given look. If the next version came before the look ended, the last look that ended before that version: what happened
 * later is not the doing of this deployment.
 */
function lookBeforeNextVersion({ deployedAtS, look }: WatchTask, { supersededAtS }: Sides): WatchLook {
  if (supersededAtS === null || supersededAtS >= look.endsAtS) return look
  const earlier = looksAt(deployedAtS).findLast(({ endsAtS }) => endsAtS <= supersededAtS)
  if (earlier !== undefined) return earlier
  throw new NoDataError(
    text`the next version came ${Math.round((supersededAtS - deployedAtS) / 60)} minutes after this one, before it could be judged`,
  )
}

function whyNotPods(pods: readonly Presence[], { candidate, baseline }: Sides, { labels }: WatchTask): Text {
  const days = text`Therefore the step at the deployment is compared with the step at the same time on the days before, which shows only large changes.`
  if (pods.every(({ version }) => version === ''))
    return text`No series has the label ${code(labels.version)}, which tells old pods from new ones. ${days}`
  if (candidate === null) return text`No new version came with the deployment. ${days}`
  if (baseline === null) return text`No older version served before ${name(candidate)}. ${days}`
  return text`Fewer than 3 pods of both versions served together for 20 minutes. ${days}`
}
