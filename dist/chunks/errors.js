// src/model/errors.ts
/**
* Something that the user can mend: flags, policy, files, permissions.
* The message says what is wrong, where, what was found, and what to do about it.
*/
var UserError = class extends Error {
	name = "UserError";
};
export { UserError as t };
