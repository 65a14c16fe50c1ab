import type { JsonObject } from './openapi.ts'

/** The sender of a request: the token of the job, the token of another app, a person's token, or nobody. */
export type TokenKind = 'job' | 'app' | 'user' | 'none'
export type Token = Readonly<{ kind: 'job' | 'app' | 'user'; login: string }> | Readonly<{ kind: 'none' }>

/** The keys are those of the `permissions:` block of a workflow. A missing key means `none`, as on GitHub. */
type PermissionName =
  | 'actions'
  | 'administration'
  | 'contents'
  | 'deployments'
  | 'issues'
  | 'pull-requests'
  | 'statuses'
export type Permissions = Readonly<Partial<Record<PermissionName, 'read' | 'write' | 'none'>>>

type Need = Readonly<{ anyOf: readonly PermissionName[]; level: 'read' | 'write' }>

/**
 * The permission that each operation needs. `metadata: read`, which every token has, is left out.
 * Source: https://docs.github.com/en/rest/authentication/permissions-required-for-github-apps
 */
const NEEDS: ReadonlyMap<string, Need> = new Map<string, Need>([
  ...readers(
    ['contents'],
    [
      'repos/get-branch',
      'repos/list-commits',
      'repos/get-commit',
      'repos/compare-commits-with-basehead',
      'repos/get-content',
      'repos/list-tags',
    ],
  ),
  ...readers(['contents'], ['git/get-ref', 'git/get-commit', 'git/get-tree', 'git/get-blob']),
  ...writers(
    ['contents'],
    ['git/create-ref', 'git/update-ref', 'git/create-commit', 'git/create-tree', 'git/create-blob', 'pulls/merge'],
  ),
  ...readers(
    ['actions'],
    [
      'actions/get-workflow-run',
      'actions/get-workflow-run-attempt',
      'actions/list-jobs-for-workflow-run-attempt',
      'actions/list-artifacts-for-repo',
      'actions/list-workflow-run-artifacts',
      'actions/get-artifact',
      'actions/download-artifact',
    ],
  ),
  ...readers(['actions'], ['actions/list-workflow-runs', 'actions/list-workflow-runs-for-repo']),
  ...readers(
    ['pull-requests'],
    [
      'pulls/list',
      'pulls/get',
      'pulls/list-files',
      'pulls/list-reviews',
      'repos/list-pull-requests-associated-with-commit',
    ],
  ),
  ...readers(
    ['pull-requests', 'issues'],
    [
      'issues/list-comments',
      'issues/get-comment',
      'issues/list-events',
      'issues/list-labels-on-issue',
      'issues/get-label',
    ],
  ),
  ...writers(
    ['pull-requests', 'issues'],
    [
      'issues/create-comment',
      'issues/update-comment',
      'issues/delete-comment',
      'reactions/create-for-issue-comment',
      'issues/add-labels',
      'issues/remove-label',
    ],
  ),
  ...readers(['issues'], ['issues/list-for-repo']),
  ...writers(['issues'], ['issues/create', 'issues/update']),
  ...readers(['statuses'], ['repos/get-combined-status-for-ref', 'repos/list-commit-statuses-for-ref']),
  ...writers(['statuses'], ['repos/create-commit-status']),
  ...readers(['deployments'], ['repos/list-deployments', 'repos/list-deployment-statuses']),
  ...writers(['deployments'], ['repos/create-deployment-status']),
  ...writers(['contents'], ['repos/create-dispatch-event']),
  ...readers(['administration'], ['repos/get-branch-protection']),
])

function readers(anyOf: readonly PermissionName[], operations: readonly string[]): [string, Need][] {
  return operations.map((id) => [id, { anyOf, level: 'read' }])
}

function writers(anyOf: readonly PermissionName[], operations: readonly string[]): [string, Need][] {
  return operations.map((id) => [id, { anyOf, level: 'write' }])
}

export type Refusal = Readonly<{ status: 401 | 403; body: JsonObject; headers: Readonly<Record<string, string>> }>

/** The answer of GitHub if the token may not do this. null: the token may do it. */
export function refusal(operationId: string, token: Token, granted: Permissions): Refusal | null {
  if (token.kind === 'none')
    return {
      status: 401,
      body: { message: 'Requires authentication', documentation_url: 'https://docs.github.com/rest', status: '401' },
      headers: {},
    }
  if (token.kind === 'user') return null
  // The token of a job belongs to an app installation, which is not a person:
  // https://docs.github.com/en/rest/users/users#get-the-authenticated-user
  if (operationId === 'users/get-authenticated') return notAccessible([])
  const need = NEEDS.get(operationId)
  if (need === undefined) return null
  const allowed = need.anyOf.some((name) => granted[name] === 'write' || granted[name] === need.level)
  return allowed ? null : notAccessible(need.anyOf.map((name) => `${name.replaceAll('-', '_')}=${need.level}`))
}

function notAccessible(accepted: readonly string[]): Refusal {
  return {
    status: 403,
    body: {
      message: 'Resource not accessible by integration',
      documentation_url: 'https://docs.github.com/rest',
      status: '403',
    },
    headers: accepted.length === 0 ? {} : { 'x-accepted-github-permissions': accepted.join('; ') },
  }
}
