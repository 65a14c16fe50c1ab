import type { Answer, Call, Handler, World } from './world.ts'
import { parameter } from './world.ts'

/* The settings of the repository that emulate 0.12.2 does not know: the rules of rulesets. */

/** The rules of all active rulesets that apply to a branch. Everybody who may read the repository may read them. */
function branchRules(world: World, call: Call): Answer {
  const contexts = world.rulesetContexts.get(parameter(call, 'branch')) ?? []
  const source = { ruleset_source_type: 'Repository', ruleset_source: `${world.owner}/${world.repo}`, ruleset_id: 42 }
  const required = contexts.map(({ context, integrationId }) => {
    return { context, ...(integrationId === null ? {} : { integration_id: integrationId }) }
  })
  const parameters = { required_status_checks: required, strict_required_status_checks_policy: false }
  const rules = contexts.length === 0 ? [] : [{ type: 'required_status_checks', ...source, parameters }]
  const deletion = world.undeletable.has(parameter(call, 'branch')) ? [{ type: 'deletion', ...source }] : []
  return { status: 200, body: [...rules, ...deletion] }
}

export function settingsHandlers(world: World): readonly (readonly [string, Handler])[] {
  return [['repos/get-branch-rules', (call) => branchRules(world, call)]]
}
