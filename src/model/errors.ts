/**
 * Something that the user can mend: flags, policy, files, permissions.
 * The message says what is wrong, where, what was found, and what to do about it.
 */
export class UserError extends Error {
  override name = 'UserError'
}
