import { expect, test } from '@jest/globals'
import { checkRequired } from '../../src/setup/check-required.ts'
import type { GateUse } from '../../src/setup/gate-use.ts'
import { scriptGitHub } from '../github/scripted-github.ts'
import { plainOf } from '../saying.ts'

const USE: GateUse = {
  name: 'perf-gate',
  loadTestWorkflow: 'perf.yml',
  artifacts: 'k6-results*',
  policyPath: '.github/perf-gate.yml',
  baselineStore: 'branch',
  baselineBranches: [],
  overrideLabel: null,
  records: false,
  judgesForks: false,
  judgesMergeQueue: false,
  jobNames: ['load-test', 'judge'],
}

const RULES = 'GET /rules/branches/main?per_page=100'
const BRANCH = 'GET /branches/main'
const PROTECTION = 'GET /branches/main/protection'
const NO_RULES = { body: [] }
const REFUSED = { status: 403, body: { message: 'Resource not accessible by integration' } }
const ABSENT = { status: 404, body: { message: 'Not Found' } }
const UNPROTECTED = { body: { protected: false, protection: { enabled: false } } }
/** GitHub omits the details for users who may not see them. */
const PROTECTED = { body: { protected: true, protection: { enabled: true } } }

async function states(script: Parameters<typeof scriptGitHub>[0], use = USE): Promise<readonly string[]> {
  const found = await checkRequired(scriptGitHub(script).client, 'main', use)
  return found.map(({ state, what }) => `${state}: ${plainOf(what)}`)
}

const required = (integrationId?: number) => ({
  type: 'required_status_checks',
  ruleset_id: 7,
  parameters: { required_status_checks: [{ context: 'perf-gate', integration_id: integrationId }] },
})

test.each([
  [undefined, 'from any source'],
  [15368, 'from the app 15368 only'],
])('a ruleset that pins the app %s', async (integrationId, by) => {
  expect(await states({ [RULES]: { body: [required(integrationId)] }, [BRANCH]: UNPROTECTED })).toEqual([
    `ok: The status perf-gate is required on main, by ruleset 7, ${by}.`,
  ])
})

test('nothing is required', async () => {
  expect(await states({ [RULES]: NO_RULES, [BRANCH]: UNPROTECTED })).toEqual([
    'problem: The status perf-gate is not required on main: a failed check does not stop a merge.',
  ])
})

test.each([REFUSED, ABSENT])('a protection that the token does not see is unknown, not absent: %j', async (answer) => {
  expect(await states({ [RULES]: NO_RULES, [BRANCH]: PROTECTED, [PROTECTION]: answer })).toEqual([
    'warning: Unknown whether perf-gate is required on main: this token does not see the branch protection.',
  ])
})

test('the token of an administrator sees the protection', async () => {
  const checks = { contexts: ['perf-gate'], checks: [{ context: 'perf-gate', app_id: 15368 }] }
  const whole = { body: { required_status_checks: checks } }
  expect(await states({ [RULES]: NO_RULES, [BRANCH]: PROTECTED, [PROTECTION]: whole })).toEqual([
    'ok: The status perf-gate is required on main, by branch protection, from the app 15368 only.',
  ])
})

test('a merge queue needs a workflow that starts on merge_group', async () => {
  const script = { [RULES]: { body: [required(), { type: 'merge_queue' }] }, [BRANCH]: UNPROTECTED }
  expect((await states(script))[1]).toBe(
    'problem: main has a merge queue, and no workflow that runs the gate starts on merge_group: every entry waits forever.',
  )
  expect((await states(script, { ...USE, judgesMergeQueue: true }))[1]).toBe(
    'ok: main has a merge queue, and the gate runs on merge_group.',
  )
})

test('a server that fails is an error, not "unknown"', async () => {
  const script = { [RULES]: NO_RULES, [BRANCH]: PROTECTED, [PROTECTION]: { status: 500, body: {} } }
  await expect(states(script)).rejects.toThrow()
})
