/**
 * Reduces the official description of GitHub's REST API to the operations that perf-gate uses or that its end-to-end tests play,
 * and to the webhook payloads that those tests build.
 *
 * The source is the npm package @octokit/openapi (https://github.com/octokit/openapi). It takes 385 MB unpacked, so it is not a
 * dependency. Install it in a temporary directory, then run
 *
 *   node scripts/prune-openapi.ts <that directory>/node_modules/@octokit/openapi/generated/api.github.com.json
 *
 * The kept parts are not changed, but texts and examples are left out.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { argv, stdout } from 'node:process'

const REPOSITORY = '/repos/{owner}/{repo}'
const TARGET = new URL('../__tests__/fixtures/github-openapi.json', import.meta.url)

/** The operations to keep: the path below the repository (or from the root), and the methods. */
const KEPT: readonly (readonly [path: string, methods: readonly string[]])[] = [
  ['/user', ['get']],
  [`${REPOSITORY}`, ['get']],
  [`${REPOSITORY}/actions/artifacts`, ['get']],
  [`${REPOSITORY}/actions/artifacts/{artifact_id}`, ['get']],
  [`${REPOSITORY}/actions/artifacts/{artifact_id}/{archive_format}`, ['get']],
  [`${REPOSITORY}/actions/runs`, ['get']],
  [`${REPOSITORY}/actions/runs/{run_id}`, ['get']],
  [`${REPOSITORY}/actions/runs/{run_id}/artifacts`, ['get']],
  [`${REPOSITORY}/actions/runs/{run_id}/attempts/{attempt_number}`, ['get']],
  [`${REPOSITORY}/actions/runs/{run_id}/attempts/{attempt_number}/jobs`, ['get']],
  [`${REPOSITORY}/actions/workflows/{workflow_id}/runs`, ['get']],
  [`${REPOSITORY}/branches/{branch}`, ['get']],
  [`${REPOSITORY}/branches/{branch}/protection`, ['get']],
  [`${REPOSITORY}/collaborators/{username}/permission`, ['get']],
  [`${REPOSITORY}/commits`, ['get']],
  [`${REPOSITORY}/commits/{commit_sha}/pulls`, ['get']],
  [`${REPOSITORY}/commits/{ref}`, ['get']],
  [`${REPOSITORY}/commits/{ref}/status`, ['get']],
  [`${REPOSITORY}/commits/{ref}/statuses`, ['get']],
  [`${REPOSITORY}/compare/{basehead}`, ['get']],
  [`${REPOSITORY}/contents/{path}`, ['get']],
  [`${REPOSITORY}/deployments`, ['get', 'post']],
  [`${REPOSITORY}/deployments/{deployment_id}/statuses`, ['get', 'post']],
  [`${REPOSITORY}/dispatches`, ['post']],
  [`${REPOSITORY}/git/blobs`, ['post']],
  [`${REPOSITORY}/git/blobs/{file_sha}`, ['get']],
  [`${REPOSITORY}/git/commits`, ['post']],
  [`${REPOSITORY}/git/commits/{commit_sha}`, ['get']],
  [`${REPOSITORY}/git/ref/{ref}`, ['get']],
  [`${REPOSITORY}/git/refs`, ['post']],
  [`${REPOSITORY}/git/refs/{ref}`, ['patch']],
  [`${REPOSITORY}/git/trees`, ['post']],
  [`${REPOSITORY}/git/trees/{tree_sha}`, ['get']],
  [`${REPOSITORY}/issues`, ['get', 'post']],
  [`${REPOSITORY}/issues/{issue_number}`, ['patch']],
  [`${REPOSITORY}/issues/comments/{comment_id}`, ['get', 'patch', 'delete']],
  [`${REPOSITORY}/issues/comments/{comment_id}/reactions`, ['post']],
  [`${REPOSITORY}/issues/{issue_number}/comments`, ['get', 'post']],
  [`${REPOSITORY}/issues/{issue_number}/events`, ['get']],
  [`${REPOSITORY}/issues/{issue_number}/labels`, ['get', 'post']],
  [`${REPOSITORY}/issues/{issue_number}/labels/{name}`, ['delete']],
  [`${REPOSITORY}/labels/{name}`, ['get']],
  [`${REPOSITORY}/pulls`, ['get']],
  [`${REPOSITORY}/pulls/{pull_number}`, ['get']],
  [`${REPOSITORY}/pulls/{pull_number}/files`, ['get']],
  [`${REPOSITORY}/pulls/{pull_number}/merge`, ['put']],
  [`${REPOSITORY}/pulls/{pull_number}/reviews`, ['get']],
  [`${REPOSITORY}/rules/branches/{branch}`, ['get']],
  [`${REPOSITORY}/rulesets`, ['post']],
  [`${REPOSITORY}/statuses/{sha}`, ['post']],
  [`${REPOSITORY}/tags`, ['get']],
]

const KEPT_WEBHOOKS: readonly string[] = [
  'pull-request-opened',
  'pull-request-synchronize',
  'pull-request-reopened',
  'pull-request-labeled',
  'pull-request-unlabeled',
  'pull-request-edited',
  'pull-request-review-submitted',
  'push',
  'issue-comment-created',
  'issue-comment-edited',
  'workflow-run-requested',
  'workflow-run-in-progress',
  'workflow-run-completed',
  'merge-group-checks-requested',
  'deployment-status-created',
]

/** Keys that only people read. A property of a schema with such a name is kept: see withoutTexts. */
const TEXTS: ReadonlySet<string> = new Set([
  'description',
  'summary',
  'example',
  'examples',
  'externalDocs',
  'tags',
  'x-github',
])

type Json = null | boolean | number | string | readonly Json[] | JsonObject
type JsonObject = { readonly [key: string]: Json }

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function child(value: JsonObject, key: string): JsonObject {
  const found = value[key]
  if (!isObject(found)) throw new Error(`"${key}" is not in the API description: is it api.github.com.json?`)
  return found
}

/** Leaves out texts. Inside `properties`, the keys are names of fields and not keywords, so all of them are kept. */
function withoutTexts(value: Json, keysAreNames = false): Json {
  if (Array.isArray(value)) return value.map((item: Json) => withoutTexts(item))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => keysAreNames || !TEXTS.has(key))
      .map(([key, item]) => [key, withoutTexts(item, key === 'properties' && !keysAreNames)]),
  )
}

function referencesIn(value: Json, found: Set<string>): Set<string> {
  if (Array.isArray(value)) for (const item of value) referencesIn(item, found)
  else if (isObject(value)) {
    if (typeof value.$ref === 'string') found.add(value.$ref)
    for (const item of Object.values(value)) referencesIn(item, found)
  }
  return found
}

/** The components that the roots need, directly or through other components. */
function neededComponents(components: JsonObject, roots: Json): JsonObject {
  const needed = new Map<string, Map<string, Json>>()
  const waiting = [...referencesIn(roots, new Set())]
  for (let reference = waiting.pop(); reference !== undefined; reference = waiting.pop()) {
    const [kind, name] = reference.replace('#/components/', '').split('/')
    if (kind === undefined || name === undefined) throw new Error(`This reference is not understood: ${reference}`)
    const group = needed.get(kind) ?? new Map<string, Json>()
    if (group.has(name)) continue
    const component = withoutTexts(child(child(components, kind), name))
    needed.set(kind, group.set(name, component))
    waiting.push(...referencesIn(component, new Set()))
  }
  return Object.fromEntries([...needed].sort().map(([kind, group]) => [kind, Object.fromEntries([...group].sort())]))
}

function keptPaths(source: JsonObject): JsonObject {
  return Object.fromEntries(
    KEPT.map(([path, methods]) => {
      const operations = child(child(source, 'paths'), path)
      return [path, Object.fromEntries(methods.map((method) => [method, withoutTexts(child(operations, method))]))]
    }),
  )
}

function keptWebhooks(source: JsonObject): JsonObject {
  const webhooks = child(source, 'x-webhooks')
  return Object.fromEntries(
    KEPT_WEBHOOKS.map((name) => [name, withoutTexts(child(child(child(webhooks, name), 'post'), 'requestBody'))]),
  )
}

function prune(source: JsonObject): JsonObject {
  const paths = keptPaths(source)
  const webhooks = keptWebhooks(source)
  return {
    source: {
      package: '@octokit/openapi',
      version: child(source, 'info').version ?? null,
      file: 'generated/api.github.com.json',
    },
    openapi: source.openapi ?? null,
    paths,
    'x-webhooks': webhooks,
    components: neededComponents(child(source, 'components'), [paths, webhooks]),
  }
}

const [, , path] = argv
if (path === undefined) throw new Error('Usage: node scripts/prune-openapi.ts <path of api.github.com.json>')
const text = `${JSON.stringify(prune(JSON.parse(readFileSync(path, 'utf8')) as JsonObject))}\n`
writeFileSync(TARGET, text)
stdout.write(`${TARGET.pathname}: ${Math.round(text.length / 1024)} KB\n`)
