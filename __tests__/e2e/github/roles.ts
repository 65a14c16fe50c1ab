import {
  type Answer,
  type Call,
  type CustomRole,
  type Handler,
  NOT_FOUND,
  parameter,
  type Role,
  type World,
} from './world.ts'

/*
 * Roles are played here because emulate 0.12.2 uses other words than GitHub (`permission: "push"`), knows no custom roles, and
 * makes all members of an organisation administrators.
 */

/**
 * The name that the API gives to the permission of a role: maintain is `write` and triage is `read`.
 * https://docs.github.com/en/rest/collaborators/collaborators#get-repository-permissions-for-a-user
 */
const LEGACY_PERMISSION: Readonly<Record<Role, CustomRole['permission']>> = {
  none: 'none',
  read: 'read',
  triage: 'read',
  write: 'write',
  maintain: 'write',
  admin: 'admin',
}

function roleOf(world: World, login: string): CustomRole {
  const role =
    login === world.owner ? 'admin' : (world.roles.get(login) ?? (world.visibility === 'public' ? 'read' : 'none'))
  return typeof role === 'string' ? { roleName: role, permission: LEGACY_PERMISSION[role] } : role
}

export function roleHandlers(world: World): readonly (readonly [string, Handler])[] {
  return [['repos/get-collaborator-permission-level', (call) => permissionLevel(world, call)]]
}

async function permissionLevel(world: World, call: Call): Promise<Answer> {
  const login = parameter(call, 'username')
  const { roleName, permission } = roleOf(world, login)
  const path = `/users/${encodeURIComponent(login)}`
  const { status, body } = await world.upstream.forward({
    login: 'site-admin',
    operationId: 'account',
    method: 'GET',
    pathAndQuery: path,
  })
  if (status !== 200 || body === undefined || Buffer.isBuffer(body)) return NOT_FOUND
  const user = {
    ...world.upstream.account(login),
    role_name: roleName,
    permissions: permissionsOf(permission, roleName),
  }
  return { status: 200, body: { permission, role_name: roleName, user } }
}

function permissionsOf(permission: CustomRole['permission'], roleName: string): Record<string, boolean> {
  const isAdmin = permission === 'admin'
  const isWriter = isAdmin || permission === 'write'
  return {
    admin: isAdmin,
    maintain: isAdmin || roleName === 'maintain',
    push: isWriter,
    triage: isWriter || roleName === 'triage',
    pull: permission !== 'none',
  }
}
