import { forwardCall } from './issues.ts'
import { isObject, type Json, objectAt } from './openapi.ts'
import { refusal, type Token } from './permissions.ts'
import type { Answer, Handler, World } from './world.ts'

/*
 * The one mutation that perf-gate sends: moving refs with a compare-and-set, which the REST API does not have. Its text
 * was validated against the published schema (npm @octokit/graphql-schema 15): https://docs.github.com/en/graphql/reference/mutations#updaterefs
 */

const UPDATE_REFS = 'mutation ($input: UpdateRefsInput!) { updateRefs(input: $input) { clientMutationId } }'

/** Moving a ref is atomic on GitHub. Here it is a read and a write, so one waits for the other. */
const lastMoves = new WeakMap<World, Promise<unknown>>()

function oneAfterAnother<Value>(world: World, move: () => Promise<Value>): Promise<Value> {
  const mine = (lastMoves.get(world) ?? Promise.resolve()).then(move)
  lastMoves.set(
    world,
    mine.catch(() => undefined),
  )
  return mine
}

/** GraphQL answers 200 also when it refuses. */
function refused(message: string): Answer {
  return {
    status: 200,
    body: { data: { updateRefs: null }, errors: [{ type: 'UNPROCESSABLE', path: ['updateRefs'], message }] },
  }
}

export async function graphqlAnswer(world: World, body: Json | undefined, token: Token): Promise<Answer> {
  const { query, variables } = objectAt(body) ?? {}
  if (query !== UPDATE_REFS) throw new Error(`The played GitHub does not know this GraphQL: ${String(query)}`)
  if (refusal('git/update-ref', token, world.granted.permissions) !== null)
    return refused('Resource not accessible by integration')
  const input = objectAt(variables, 'input') ?? {}
  const updates = Array.isArray(input.refUpdates) ? input.refUpdates.filter(isObject) : []
  const [update] = updates
  if (update === undefined || updates.length > 1) throw new Error('The played GitHub moves one ref at a time')
  const ref = String(update.name).replace(/^refs\//, '')
  return oneAfterAnother(world, async () => {
    const now = await world.git.readRef(ref)
    if (now !== update.beforeOid)
      return refused(`Reference cannot be updated: it is at ${now}, not at ${String(update.beforeOid)}`)
    if (!(await world.git.exists(String(update.afterOid)))) return refused('Object does not exist')
    if (update.force !== true) throw new Error('The played GitHub does not check for a fast forward here')
    await world.git.writeRef(ref, String(update.afterOid))
    return { status: 200, body: { data: { updateRefs: { clientMutationId: null } } } }
  })
}

export function refHandlers(world: World): readonly (readonly [string, Handler])[] {
  return [['git/update-ref', (call) => oneAfterAnother(world, () => forwardCall(world, call))]]
}
