import { Cn as viewOf, bn as bytePattern, xn as isAt } from "./compare.js";
// src/formats/decimal-reader.ts
const COMMA = 44;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;
/** A number with more digits may not fit into a double exactly. */
const MAX_DIGITS = 15;
const POWERS_OF_TEN = Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);
/**
* Reads plain decimals of at most 15 digits. The digits and the power of ten are then exact as doubles, so one division
* rounds correctly: https://www.exploringbinary.com/fast-path-decimal-to-floating-point-conversion/.
*/
function createDecimalReader() {
	let last = 0;
	function read(bytes, start) {
		const isNegative = bytes[start] === MINUS;
		const first = isNegative ? start + 1 : start;
		let at = first;
		let mantissa = 0;
		let digit = (bytes[at] ?? 0) - ZERO;
		while (digit >= 0 && digit <= 9) {
			mantissa = mantissa * 10 + digit;
			at += 1;
			digit = (bytes[at] ?? 0) - ZERO;
		}
		const whole = at - first;
		if (whole === 0 || whole > 1 && bytes[first] === ZERO) return 0;
		let decimals = 0;
		if (bytes[at] === POINT) {
			at += 1;
			digit = (bytes[at] ?? 0) - ZERO;
			while (digit >= 0 && digit <= 9) {
				mantissa = mantissa * 10 + digit;
				at += 1;
				digit = (bytes[at] ?? 0) - ZERO;
			}
			decimals = at - first - whole - 1;
			if (decimals === 0) return 0;
		}
		const power = POWERS_OF_TEN[decimals];
		if (bytes[at] !== COMMA || whole + decimals > MAX_DIGITS || power === void 0) return 0;
		const value = mantissa / power;
		last = isNegative ? -value : value;
		return at;
	}
	return {
		read,
		value: () => last
	};
}
// src/formats/line-endings.ts
/**
* If each request has its own URL, each line has its own ending. The limit keeps the table from growing with the file.
*/
const MAX_ENDINGS = 8192;
/**
* If a full table had few hits, only the newest ending is kept for this number of lines, and then a table is tried
* again. The newest ending is enough for the metrics of a request, because k6 writes them one after the other.
*/
const PASSING_LINES = 64 * MAX_ENDINGS;
const MAX_ENDING_BYTES = 65536;
/** The limit for all endings together. An ending of k6 has some 300 bytes. */
const MAX_TABLE_BYTES = 4194304;
const NEWLINE = 10;
/**
* Remembers endings, so that the tags of a request are parsed once instead of once per line. `parseTags` returns null
* for an ending that cannot be understood without the rest of its line.
*/
function createLineEndings(parseTags) {
	const known = /* @__PURE__ */ new Map();
	let count = 0;
	let tableBytes = 0;
	let hits = 0;
	let passing = 0;
	let passingBytes = /* @__PURE__ */ new Uint8Array();
	let previous = null;
	function at(bytes, view, start) {
		if (previous !== null) {
			if (isAt(previous, bytes, view, start)) return previous;
			const { next } = previous;
			if (next !== null && isAt(next, bytes, view, start)) {
				previous = next;
				return next;
			}
		}
		const found = lookUp(bytes, view, start);
		if (previous !== null) previous.next = found?.isPassing === true ? null : found;
		if (found !== null) previous = found;
		return found;
	}
	function lookUp(bytes, view, start) {
		const newline = bytes.indexOf(NEWLINE, start);
		const length = newline + 1 - start;
		if (newline < 0 || length > MAX_ENDING_BYTES) return null;
		const hash = hashOf(view, start, length);
		const first = known.get(hash) ?? null;
		for (let ending = first; ending !== null; ending = ending.sameHash) {
			if (ending.bytes.length !== length || !isAt(ending, bytes, view, start)) continue;
			hits += 1;
			return ending;
		}
		const own = bytes.subarray(start, newline + 1);
		const tags = parseTags(own);
		if (tags === null) return null;
		if (count >= MAX_ENDINGS || tableBytes >= MAX_TABLE_BYTES) {
			passing = hits < count ? PASSING_LINES : 0;
			known.clear();
			count = 0;
			tableBytes = 0;
			hits = 0;
			previous = null;
		}
		if (passing > 0) {
			passing -= 1;
			return passingEnding(own, tags);
		}
		const sameHash = known.get(hash) ?? null;
		const ending = {
			...bytePattern(own),
			tags,
			series: [],
			next: null,
			sameHash,
			isPassing: false
		};
		known.set(hash, ending);
		count += 1;
		tableBytes += length;
		return ending;
	}
	/**
	* Copies the bytes to the same place each time, because a million small copies would take more memory than the file.
	*/
	function passingEnding(own, tags) {
		if (passingBytes.length === 0) passingBytes = new Uint8Array(MAX_ENDING_BYTES);
		const bytes = passingBytes.subarray(0, own.length);
		bytes.set(own);
		return {
			bytes,
			view: viewOf(bytes),
			tags,
			series: [],
			next: null,
			sameHash: null,
			isPassing: true
		};
	}
	return { at };
}
function hashOf(view, start, length) {
	let hash = length;
	const end = start + length - 4;
	for (let at = start; at <= end; at += 4) {
		hash = Math.imul(hash ^ view.getUint32(at, true), 2654435761);
		hash ^= hash >>> 15;
	}
	return hash;
}
export { createDecimalReader as n, createLineEndings as t };
