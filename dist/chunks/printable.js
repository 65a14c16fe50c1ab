// src/model/printable.ts
/** Text from outside for a terminal: no control character may reach it, and no line is longer than this. */
function printable(text, maxCharacters = Number.POSITIVE_INFINITY) {
	const plain = text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, "?");
	return plain.length > maxCharacters ? `${plain.slice(0, maxCharacters - 1)}…` : plain;
}
export { printable as t };
