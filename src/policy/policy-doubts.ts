import { code, listed, name, type Text, text } from '../model/text.ts'
import { readPolicyFile } from './policy-file.ts'
import { isTouched } from './service-policy.ts'

/** https://docs.github.com/en/organizations/managing-user-access-to-your-organizations-repositories/managing-repository-roles/repository-roles-for-an-organization */
const ROLES_OF_GITHUB = ['read', 'triage', 'write', 'maintain', 'admin']

/**
 * What is valid in a policy file and probably not what its author meant. It is found before the first change is judged by it.
 *
 * @param files all files of the repository, from its root. null: not known
 * @throws UserError if the file is no policy
 */
export function policyDoubts(content: string, place: string, files: readonly string[] | null): readonly Text[] {
  const { data } = readPolicyFile(content, place)
  const paths = Object.entries(data.services ?? {}).flatMap(([service, settings]) =>
    settings.paths === undefined ? [] : pathDoubts(service, settings.paths, files),
  )
  const unknown = (data.override?.roles ?? []).filter((role) => !ROLES_OF_GITHUB.includes(role))
  return [...paths, ...unknown.map(roleDoubt)]
}

function pathDoubts(service: string, paths: readonly string[], files: readonly string[] | null): readonly Text[] {
  if (paths.length === 0) {
    return [
      text`The list ${code('paths')} of ${name(service)} is empty, which counts as no list: every change must have results of it.`,
    ]
  }
  const unmatched = files === null ? [] : paths.filter((path) => !isTouched({ paths: [path] }, files))
  if (unmatched.length === 0) return []
  return [
    text`No file of this repository fits ${listed(unmatched.map(name), 5)} under ${code('paths')} of ${name(service)}, so its results may be absent unseen.`,
  ]
}

function roleDoubt(role: string): Text {
  return text`${name(role)} under ${code('override.roles')} is no role of GitHub, which are ${ROLES_OF_GITHUB.join(', ')}: unless the organisation has a role of its own of this name, nobody has it.`
}
