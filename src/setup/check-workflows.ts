import picomatch from 'picomatch'
import { joined, name, type Part, type Text, text } from '../model/text.ts'
import { type Diagnosis, ok, problem, warning } from './diagnosis.ts'
import { type GateUse, judgesPullRequests } from './gate-use.ts'
import type { GateJob, WorkflowFile } from './workflow-file.ts'

/**
 * The gate must run when a pull request is opened or changed. It must also run when a label changes, because a label can change
 * the verdict.
 */
const NEEDED_TYPES = ['opened', 'synchronize', 'reopened']
const LABEL_TYPES = ['labeled', 'unlabeled']
/** The reason for an override may be in the description. */
const DESCRIPTION_TYPE = 'edited'

/**
 * The types of a pull_request event without `types:`.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#pull_request
 */
const DEFAULT_TYPES = NEEDED_TYPES

const JUDGE_PERMISSIONS = [
  ['actions', 'read'],
  ['contents', 'read'],
  ['pull-requests', 'write'],
  ['statuses', 'write'],
] as const

const RECORD_PERMISSIONS = [
  ['actions', 'read'],
  ['contents', 'write'],
  ['pull-requests', 'read'],
  ['statuses', 'read'],
] as const

/** Without these permissions a push is recorded, but nobody is told about a regression in it. */
const TELL_PERMISSIONS = [
  ['statuses', 'write'],
  ['issues', 'write'],
] as const

/**
 * The problems of the workflows that run the gate. Each kind of problem has happened in real repositories:
 * https://docs.github.com/en/pull-requests/collaborating-with-pull-requests/collaborating-on-repositories-with-code-quality-features/troubleshooting-required-status-checks
 */
export function checkWorkflows(
  workflows: readonly WorkflowFile[],
  { name: gateName, loadTestWorkflow }: Pick<GateUse, 'name' | 'loadTestWorkflow'>,
  defaultBranch: string | null = null,
): readonly Diagnosis[] {
  const using = workflows.filter(({ gateJobs }) => gateJobs.length > 0)
  const isLoadTest = ({ path }: WorkflowFile): boolean => path.endsWith(`/${loadTestWorkflow}`)
  const found = [
    ...workflows.flatMap((workflow) => jobWithTheName(workflow, gateName)),
    ...missingTriggers(using),
    ...(workflows.some(isLoadTest) ? [] : [noLoadTest(loadTestWorkflow)]),
    ...workflows
      .filter((workflow) => using.includes(workflow) || isLoadTest(workflow))
      .flatMap((workflow) => [...pathFilters(workflow), ...leftOutBranch(workflow, defaultBranch)]),
    ...using.flatMap((workflow) => [
      ...cancelledRuns(workflow),
      ...unpinnedActions(workflow),
      ...linesToReplace(workflow),
      ...workflow.gateJobs.flatMap((job) => [
        ...skippingCondition(workflow, job),
        ...missingPermissions(workflow, job),
        ...untrustedCheckout(workflow, job),
        ...startedByOwnComments(workflow, job),
      ]),
    ]),
  ]
  const paths = joined(
    using.map(({ path }) => name(path)),
    text` and `,
  )
  return found.length > 0 ? found : [ok(text`The workflows that run the gate are sound: ${paths}.`)]
}

/** https://github.com/actions/runner/issues/1085 */
function jobWithTheName({ path, jobNames }: WorkflowFile, gateName: string): Diagnosis[] {
  if (!jobNames.includes(gateName)) return []
  return [
    problem(
      text`${name(path)} has a job called ${name(gateName)}, like the status. GitHub requires both, and a skipped job counts as passed.`,
      text`Rename the job, for example to judge.`,
    ),
  ]
}

/** The events on which the workflows that run the gate must start. */
function missingTriggers(using: readonly WorkflowFile[]): Diagnosis[] {
  const judging = using.filter(judgesPullRequests)
  const [first] = judging
  if (first === undefined) {
    return [
      problem(
        text`No workflow that runs the gate starts on pull requests.`,
        text`Write the workflows with: perf-gate init`,
      ),
    ]
  }
  return [...missingTypes(judging, name(first.path)), ...missingEvents(using, judging, name(first.path))]
}

/** @param path of the workflow that is to be changed */
function missingTypes(judging: readonly WorkflowFile[], path: Part): Diagnosis[] {
  const types = judging.flatMap(({ triggers }) =>
    ['pull_request', 'pull_request_target'].flatMap((event) => {
      const trigger = triggers.get(event)
      return trigger === undefined ? [] : (trigger.types ?? DEFAULT_TYPES)
    }),
  )
  const missing = (wanted: readonly string[]): string => wanted.filter((type) => !types.includes(type)).join(', ')
  const [needed, labels] = [missing(NEEDED_TYPES), missing(LABEL_TYPES)]
  const found: Diagnosis[] = []
  if (needed !== '')
    found.push(
      problem(text`${path} does not start on ${name(needed)}, so the required check waits forever.`, typesLine()),
    )
  if (labels !== '')
    found.push(
      warning(
        text`${path} does not start on ${name(labels)}, so an override counts only after the next push.`,
        typesLine(),
      ),
    )
  else if (!types.includes(DESCRIPTION_TYPE))
    found.push(
      warning(
        text`${path} does not start on ${name(DESCRIPTION_TYPE)}, so ${lateReason('the description')}`,
        typesLine(),
      ),
    )
  return found
}

/** @param path of the workflow that is to be changed */
function missingEvents(using: readonly WorkflowFile[], judging: readonly WorkflowFile[], path: Part): Diagnosis[] {
  const readsComments = judging.some(({ triggers }) => triggers.has('issue_comment'))
  const judgesOnSchedule = using.some(
    ({ triggers, gateJobs }) => triggers.has('schedule') && gateJobs.some((job) => !job.onlyRecords),
  )
  const found: Diagnosis[] = []
  if (!readsComments)
    found.push(
      warning(
        text`${path} does not start on issue_comment, so ${lateReason('a comment')}`,
        text`Add ${name('"issue_comment: { types: [created, edited] }"')} to its events.`,
      ),
    )
  if (!judgesOnSchedule)
    found.push(
      warning(
        text`${path} does not start on schedule, so an expired override counts until something happens in its pull request.`,
        text`Add ${name(`"schedule: [{ cron: '17 3 * * *' }]"`)} to its events, and "mode: gate" to the inputs of the job that judges.`,
      ),
    )
  return found
}

function lateReason(place: string): Text {
  return text`a reason that is written into ${place} after the label is seen only when the label is set again.`
}

function typesLine(): Text {
  const types = [...NEEDED_TYPES, DESCRIPTION_TYPE, ...LABEL_TYPES]
  return text`Set ${name(`"types: [${types.join(', ')}]"`)} under its pull request event.`
}

function noLoadTest(workflow: string): Diagnosis {
  return problem(
    text`The load test should run in ${name(workflow)}, but there is no such workflow, so the check stays pending.`,
    text`Name the right file in the input load-test-workflow.`,
  )
}

function pathFilters({ path, triggers }: WorkflowFile): Diagnosis[] {
  return [...triggers].flatMap(([event, { filters }]) =>
    event.startsWith('pull_request') && filters.length > 0
      ? [
          problem(
            text`${name(path)} has ${filters.join(' and ')} under ${name(event)}: a pull request that touches other files never gets the required check.`,
            text`Remove the filter, and name the files under ${name('services.<name>.paths')} of the policy.`,
          ),
        ]
      : [],
  )
}

/**
 * The last matching pattern decides:
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet
 */
function startsFor(branch: string, patterns: readonly string[]): boolean {
  return patterns.reduce((starts, pattern) => {
    const matches = picomatch(pattern.replace(/^!/, ''), { dot: true })(branch)
    return matches ? !pattern.startsWith('!') : starts
  }, false)
}

function leftOutBranch({ path, triggers }: WorkflowFile, defaultBranch: string | null): Diagnosis[] {
  if (defaultBranch === null) return []
  return [...triggers].flatMap(([event, { branches, ignoredBranches }]) => {
    const isLeftOut =
      (branches !== null && !startsFor(defaultBranch, branches)) ||
      (ignoredBranches !== null && startsFor(defaultBranch, ignoredBranches))
    if (!isLeftOut) return []
    if (event.startsWith('pull_request')) {
      const what = text`${name(path)} does not start on pull requests into ${name(defaultBranch)}, so they never get the required check.`
      return [problem(what, text`Name ${name(defaultBranch)} in the branches of ${name(event)}, or remove the filter.`)]
    }
    if (event !== 'push') return []
    const what = text`${name(path)} does not start on pushes to ${name(defaultBranch)}, so no baseline of it is recorded.`
    return [warning(what, text`Name ${name(defaultBranch)} in the branches of push.`)]
  })
}

/**
 * Comments that the job's own token writes start no workflow. Comments of another token do, and every report contains the
 * command that the workflow waits for.
 */
function startedByOwnComments({ path, triggers }: WorkflowFile, { id, inputs, condition }: GateJob): Diagnosis[] {
  const token = inputs.get('github-token') ?? ''
  if (token === '' || /\b(?:github\.token|secrets\.GITHUB_TOKEN)\b/.test(token)) return []
  if (!triggers.has('issue_comment') || condition?.includes('github.event.comment.user.type') === true) return []
  return [
    warning(
      text`The job ${name(id)} in ${name(path)} has a github-token of its own, so each comment of the gate starts the workflow again. That run does nothing, but it costs time.`,
      text`Add to its condition: github.event.comment.user.type != 'Bot'`,
    ),
  ]
}

/** https://github.com/apache/texera/issues/8522 */
function cancelledRuns({ path, cancelsInProgress }: WorkflowFile): Diagnosis[] {
  if (!cancelsInProgress) return []
  return [
    warning(
      text`${name(path)} has "cancel-in-progress: true": a label that comes during a run cancels it, and the check stays without a verdict.`,
      text`Set "cancel-in-progress: false" for the job that runs the gate.`,
    ),
  ]
}

/** https://docs.github.com/en/actions/reference/security/secure-use#using-third-party-actions */
function unpinnedActions({ path, actions }: WorkflowFile): Diagnosis[] {
  const remote = actions.filter((action) => !action.startsWith('./') && !action.startsWith('docker://'))
  if (remote.some((action) => action.startsWith('OWNER/'))) {
    return [
      problem(
        text`${name(path)} still uses the placeholder OWNER/perf-gate.`,
        text`Write the owner and the commit of a release.`,
      ),
    ]
  }
  const loose = [...new Set(remote.filter((action) => !/@[0-9a-f]{40}$/.test(action)))]
  if (loose.length === 0) return []
  return [
    warning(
      text`${name(path)} uses ${loose.join(', ')}, which their owners can change.`,
      text`Pin each action to a full commit: ${name('owner/name@<40 hexadecimal digits> # v1.2.3')}`,
    ),
  ]
}

function linesToReplace({ path, markedLines }: WorkflowFile): Diagnosis[] {
  if (markedLines.length === 0) return []
  return [
    warning(
      text`${name(path)} has lines that are marked with REPLACE: ${markedLines.join(', ')}.`,
      text`Check that they start your service, and remove the mark.`,
    ),
  ]
}

/**
 * Conditions that never hide a commit from the gate, because they depend only on the event, on the command in a comment, or on
 * the start of the load test. The required check is a commit status, so a job that is skipped by such a condition turns nothing
 * green.
 */
const SAFE_CONDITIONS = [
  // Leaves out reviews in pull requests from forks, because their token can only read.
  /github\.event_name\s*!=\s*'pull_request_review'\s*\|\|\s*github\.event\.pull_request\.head\.repo\.full_name\s*==\s*github\.repository/g,
  /\balways\(\)|!\s*cancelled\(\)/g,
  /contains\((?=[^&|]*\bgithub\.event\.comment\.body\b)(?:[^()]|\([^()]*\))*\)/g,
  /github\.event\.issue\.pull_request/g,
  /github\.event\.comment\.user\.type\s*!=\s*'Bot'/g,
  /github\.(?:event_name|event\.workflow_run\.event)\s*[!=]=\s*'[a-z_]+'/g,
  /[\s&|()]/g,
]

/** https://github.com/cozystack/cozystack/issues/3587 */
function skippingCondition({ path }: WorkflowFile, { id, condition, needsOthers }: GateJob): Diagnosis[] {
  const own = (condition ?? '').replace(/^\s*\$\{\{|\}\}\s*$/g, '')
  const runsAlways = /\balways\(\)|!\s*cancelled\(\)/.test(own)
  if (needsOthers && !runsAlways) {
    return [
      problem(
        text`The job ${name(id)} in ${name(path)} is skipped when the load test fails, so a failed load test goes unnoticed.`,
        text`Set "if: always()" on this job. The gate itself says what is missing.`,
      ),
    ]
  }
  const rest = SAFE_CONDITIONS.reduce((left, safe) => left.replace(safe, ''), own)
  if (rest === '') return []
  return [
    warning(
      text`The job ${name(id)} in ${name(path)} has a condition of its own (if: ${name(own.trim())}). When it is false, the status stays as it was.`,
      text`Let the job run always, or on an event only: the gate itself decides what to do.`,
    ),
  ]
}

function missingPermissions(workflow: WorkflowFile, { id, inputs, permissions, onlyRecords }: GateJob): Diagnosis[] {
  // It is not known here who calls a reusable workflow. Unless it says that it only records, it is assumed to judge.
  const judges = judgesPullRequests(workflow) || workflow.triggers.has('workflow_call')
  const needed = judges && !onlyRecords ? JUDGE_PERMISSIONS : RECORD_PERMISSIONS
  if (permissions === null) {
    return [
      warning(
        text`The job ${name(id)} in ${name(workflow.path)} has no permissions: block, so what it may do depends on the repository's setting.`,
        text`Add: permissions: { ${permissionList(needed)} }`,
      ),
    ]
  }
  const missing = needed.filter(([name, level]) => !allows(permissions, name, level))
  if (missing.length > 0)
    return [problem(text`The job ${name(id)} in ${name(workflow.path)} lacks permissions.`, addLines(missing))]
  if (needed !== RECORD_PERMISSIONS) return []
  const tells = inputs.get('regression-issue') === 'never' ? TELL_PERMISSIONS.slice(0, 1) : TELL_PERMISSIONS
  const untold = tells.filter(([name, level]) => !allows(permissions, name, level))
  if (untold.length === 0) return []
  return [
    warning(
      text`The job ${name(id)} in ${name(workflow.path)} records, but may not report a regression that was merged.`,
      addLines(untold),
    ),
  ]
}

function addLines(missing: readonly (readonly [name: string, level: string])[]): Text {
  return text`Add to its permissions: block: ${permissionList(missing)}`
}

function permissionList(permissions: readonly (readonly [name: string, level: string])[]): string {
  return permissions.map(([name, level]) => `${name}: ${level}`).join(', ')
}

function allows({ all, each }: NonNullable<GateJob['permissions']>, name: string, level: 'read' | 'write'): boolean {
  if (all !== null) return all === 'write-all' || (all === 'read-all' && level === 'read')
  const granted = each.get(name)
  return granted === 'write' || granted === level
}

/** https://docs.github.com/en/actions/reference/security/securely-using-pull_request_target */
function untrustedCheckout({ path, triggers }: WorkflowFile, { id, checksOutPullRequest }: GateJob): Diagnosis[] {
  const isPrivileged = triggers.has('pull_request_target') || triggers.has('workflow_run')
  if (!isPrivileged || !checksOutPullRequest) return []
  return [
    problem(
      text`The job ${name(id)} in ${name(path)} checks out the code of the pull request where it has a token that can write.`,
      text`Remove the checkout. The gate needs no code.`,
    ),
  ]
}
