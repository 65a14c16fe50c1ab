import { describe, expect, test } from '@jest/globals'
import type { Artifact } from '../../src/github/artifacts.ts'
import { attemptsOf, type RunNow } from '../../src/github/attempts.ts'
import { scriptGitHub } from './scripted-github.ts'

const at = (hour: number) => `2026-01-05T${String(hour).padStart(2, '0')}:00:00Z`
/** Uploaded at half past the hour. */
const artifact = (id: number, name: string, hour: number): Artifact => {
  const createdAt = at(hour).replace(':00:00', ':30:00')
  return { id, name, sizeBytes: 1, expired: false, digest: null, workflowRunId: 9, createdAt }
}
const run = (runAttempt: number, change: Partial<RunNow> = {}): RunNow => {
  return { workflowRunId: 9, runAttempt, startedAt: at(runAttempt), conclusion: 'failure', ...change }
}
const asked = (attempt: number) => `GET /actions/runs/9/attempts/${attempt}?exclude_pull_requests=true`
const attempt = (number: number, conclusion = 'success') => {
  return { [asked(number)]: { body: { run_started_at: at(number), created_at: at(1), conclusion } } }
}

/** Each attempt as a line with its conclusion and the parts of its artifacts: `2 success: k6-results-checkout`. */
async function placed(script: Parameters<typeof scriptGitHub>[0], now: RunNow, ...artifacts: readonly Artifact[]) {
  const { client, requests } = scriptGitHub(script)
  const attempts = await attemptsOf(client, now, artifacts)
  const words = attempts.map(
    (one) => `${one.runAttempt} ${one.conclusion}: ${one.artifacts.map(({ part }) => part).join(' ')}`,
  )
  return { words, requests }
}

describe('attemptsOf', () => {
  test('the first attempt costs no request, and a number in a name is not that of an attempt', async () => {
    expect(await placed({}, run(1), artifact(1, 'k6-results-checkout--1', 1))).toEqual({
      words: ['1 failure: k6-results-checkout'],
      requests: [],
    })
  })

  test('no request is sent if only the newest attempt can have artifacts', async () => {
    expect(await placed({}, run(2), artifact(1, 'k6-results-checkout--2', 2))).toEqual({
      words: ['2 failure: k6-results-checkout'],
      requests: [],
    })
  })

  test('the time of the upload tells the attempt', async () => {
    const artifacts = [
      artifact(1, 'k6-results--1', 1),
      artifact(2, 'k6-results--2', 2),
      artifact(3, 'k6-results--3', 3),
    ]
    expect(await placed({ ...attempt(1, 'cancelled'), ...attempt(2) }, run(3), ...artifacts)).toEqual({
      words: ['3 failure: k6-results', '2 success: k6-results', '1 cancelled: k6-results'],
      requests: [asked(2), asked(1)],
    })
  })

  test('the newest attempt is listed without artifacts, and older ones are not', async () => {
    const { words } = await placed({ ...attempt(1), ...attempt(2) }, run(3), artifact(1, 'k6-results', 1))
    expect(words).toEqual(['3 failure: ', '1 success: k6-results'])
  })

  test("the start of the gate's own run is read, and its conclusion is unknown", async () => {
    const own = run(2, { startedAt: null, conclusion: null })
    const artifacts = [artifact(1, 'k6-results--1', 1), artifact(2, 'k6-results--2', 2)]
    expect(await placed({ ...attempt(1), ...attempt(2) }, own, ...artifacts)).toEqual({
      words: ['2 null: k6-results', '1 success: k6-results'],
      requests: [asked(2), asked(1)],
    })
  })

  test.each([
    ['shards of the first attempt', run(1), [artifact(1, 'a--1', 1), artifact(2, 'a--2', 1)], ['1 failure: a--1 a--2']],
    [
      'shards that were measured again under the same names',
      run(2),
      [artifact(1, 'a--1', 1), artifact(2, 'a--2', 1), artifact(3, 'a--1', 2), artifact(4, 'a--2', 2)],
      ['2 failure: a--1 a--2', '1 success: a--1 a--2'],
    ],
    [
      'shards whose second upload was refused',
      run(2),
      [artifact(1, 'a--1', 1), artifact(2, 'a--2', 1)],
      ['2 failure: ', '1 success: a--1 a--2'],
    ],
    [
      'legs, each with its attempt',
      run(2),
      [artifact(1, 'a--eu--1', 1), artifact(2, 'a--us--1', 1), artifact(3, 'a--us--2', 2)],
      ['2 failure: a--us', '1 success: a--eu a--us'],
    ],
  ])('a number counts as the attempt only where all of them do: %s', async (_, now, artifacts, words) => {
    expect((await placed(attempt(1), now, ...artifacts)).words).toEqual(words)
  })

  test('of many attempts the newest five are told apart', async () => {
    const script = Object.assign({}, ...[8, 7, 6, 5].map((number) => attempt(number)))
    const { words, requests } = await placed(script, run(9), artifact(1, 'a', 2), artifact(2, 'a', 9))
    expect(words).toEqual(['9 failure: a', '5 success: a'])
    expect(requests).toHaveLength(4)
  })
})
