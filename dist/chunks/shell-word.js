// src/model/shell-word.ts
/** A text as one word of a POSIX shell. */
function shellWord(text) {
	return /^[\w./:@%+=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
export { shellWord as t };
