import { t as UserError } from "./errors.js";
import { t as USAGE } from "./usage.js";
import { parseArgs } from "node:util";
// src/commands/arguments.ts
/** The flags and paths of a command. Throws a UserError with the usage where one is unknown or lacks its value. */
function readArguments(args, options, allowPositionals = false) {
	try {
		return parseArgs({
			args: [...args],
			options,
			allowPositionals,
			strict: true
		});
	} catch (error) {
		throw new UserError(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
	}
}
/** The value of a flag that a command cannot do without. */
function requiredFlag(flag, value) {
	if (value === void 0 || value === "") throw new UserError(`--${flag} is missing.\n\n${USAGE}`);
	return value;
}
export { requiredFlag as n, readArguments as t };
