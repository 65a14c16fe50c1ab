import { type History, type Pod, DEPLOYED_AT_S as T } from './openmetrics.ts'

/*
 * One service per history, all in one Prometheus. The looks end 40 minutes, 70 minutes, 130 minutes and 250 minutes after the
 * deployment.
 */

const HOUR = 3600
const DAY = 86_400

/** Four old pods that stay for 45 minutes, and four new pods. */
function sideBySide(candidate: Partial<Pod>, old: Partial<Pod> = {}): readonly Pod[] {
  return ['a', 'b', 'c', 'd'].flatMap((name, index) => [
    { name: `old-${name}`, version: '1.0', fromS: T - 4500, untilS: T + 45 * 60, slowness: 1 + 0.01 * index, ...old },
    { name: `new-${name}`, version: '1.1', fromS: T - 300, untilS: T + HOUR, slowness: 1 + 0.01 * index, ...candidate },
  ])
}

/** Two pods without a version label, scraped every five minutes for eight days. The deployment restarts them. */
function twoPods(after: Partial<Pod>): readonly Pod[] {
  return ['a', 'b'].flatMap((name) => [
    { name: `old-${name}`, version: null, fromS: T - 8 * DAY, untilS: T - 300, slowness: 1 },
    { name: `new-${name}`, version: null, fromS: T, untilS: T + HOUR, slowness: 1, ...after },
  ])
}

const pods = (service: string, seed: number, all: readonly Pod[], more: Partial<History> = {}): History => ({
  service,
  seed,
  stepS: 60,
  requestsPerS: 40,
  pods: all,
  ...more,
})

const days = (service: string, seed: number, all: readonly Pod[], more: Partial<History> = {}): History => ({
  service,
  seed,
  stepS: 300,
  requestsPerS: 10,
  pods: all,
  ...more,
})

export const HISTORIES: readonly History[] = [
  pods('pods-slow', 1, sideBySide({ slowness: 1.1 })),
  pods('pods-same', 2, sideBySide({})),
  pods('pods-restarted', 3, sideBySide({ restartsAtS: T + 25 * 60 })),
  pods('pods-failing', 4, sideBySide({ slowness: 0.5, failedRatio: 0.2 }, { failedRatio: 0.005 })),
  pods('pods-no-status', 5, sideBySide({ slowness: 0.5 }), { hasStatus: false }),
  pods('pods-lost', 6, [
    ...sideBySide({}),
    { name: 'new-e', version: '1.1', fromS: T - 300, untilS: T + 20 * 60, slowness: 1 },
  ]),
  pods('pods-nan', 7, sideBySide({ nanFromS: T + 20 * 60 })),
  pods('pods-idle', 8, sideBySide({}), { requestsPerS: 0 }),
  pods('pods-few', 9, sideBySide({}), { requestsPerS: 0.2 }),
  days('days-slow', 10, twoPods({ slowness: 1.5 })),
  days('days-same', 11, twoPods({})),
  days('days-gap', 12, twoPods({ gap: [T + 12 * 60, T + 38 * 60] })),
  days('days-other-ends', 13, twoPods({ slowness: 1.5 }), { one: '1.0' }),
  days(
    'days-few',
    14,
    twoPods({}).map((pod) => ({ ...pod, fromS: Math.max(pod.fromS, T - 2 * DAY) })),
  ),
]
