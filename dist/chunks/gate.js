import { i as __toESM, t as __commonJSMin } from "./rolldown-runtime.js";
import { s as FORMATS } from "./folder.js";
import { i as sum, n as median, t as mean } from "./simple-statistics.js";
import { t as collectRuns } from "./collect-runs.js";
// ../../work/main/node_modules/picomatch/lib/constants.js
var require_constants = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const WIN_SLASH = "\\\\/";
	const WIN_NO_SLASH = `[^${WIN_SLASH}]`;
	const DEFAULT_MAX_EXTGLOB_RECURSION = 0;
	/**
	* Posix glob regex
	*/
	const DOT_LITERAL = "\\.";
	const PLUS_LITERAL = "\\+";
	const QMARK_LITERAL = "\\?";
	const SLASH_LITERAL = "\\/";
	const ONE_CHAR = "(?=.)";
	const QMARK = "[^/]";
	const END_ANCHOR = `(?:${SLASH_LITERAL}|$)`;
	const START_ANCHOR = `(?:^|${SLASH_LITERAL})`;
	const DOTS_SLASH = `${DOT_LITERAL}{1,2}${END_ANCHOR}`;
	const POSIX_CHARS = {
		DOT_LITERAL,
		PLUS_LITERAL,
		QMARK_LITERAL,
		SLASH_LITERAL,
		ONE_CHAR,
		QMARK,
		END_ANCHOR,
		DOTS_SLASH,
		NO_DOT: `(?!${DOT_LITERAL})`,
		NO_DOTS: `(?!${START_ANCHOR}${DOTS_SLASH})`,
		NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}${END_ANCHOR})`,
		NO_DOTS_SLASH: `(?!${DOTS_SLASH})`,
		QMARK_NO_DOT: `[^.${SLASH_LITERAL}]`,
		STAR: `${QMARK}*?`,
		START_ANCHOR,
		SEP: "/"
	};
	/**
	* Windows glob regex
	*/
	const WINDOWS_CHARS = {
		...POSIX_CHARS,
		SLASH_LITERAL: `[${WIN_SLASH}]`,
		QMARK: WIN_NO_SLASH,
		STAR: `${WIN_NO_SLASH}*?`,
		DOTS_SLASH: `${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$)`,
		NO_DOT: `(?!${DOT_LITERAL})`,
		NO_DOTS: `(?!(?:^|[${WIN_SLASH}])${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
		NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}(?:[${WIN_SLASH}]|$))`,
		NO_DOTS_SLASH: `(?!${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
		QMARK_NO_DOT: `[^.${WIN_SLASH}]`,
		START_ANCHOR: `(?:^|[${WIN_SLASH}])`,
		END_ANCHOR: `(?:[${WIN_SLASH}]|$)`,
		SEP: "\\"
	};
	module.exports = {
		DEFAULT_MAX_EXTGLOB_RECURSION,
		MAX_LENGTH: 65536,
		POSIX_REGEX_SOURCE: {
			__proto__: null,
			alnum: "a-zA-Z0-9",
			alpha: "a-zA-Z",
			ascii: "\\x00-\\x7F",
			blank: " \\t",
			cntrl: "\\x00-\\x1F\\x7F",
			digit: "0-9",
			graph: "\\x21-\\x7E",
			lower: "a-z",
			print: "\\x20-\\x7E ",
			punct: "\\-!\"#$%&'()\\*+,./:;<=>?@[\\]^_`{|}~",
			space: " \\t\\r\\n\\v\\f",
			upper: "A-Z",
			word: "A-Za-z0-9_",
			xdigit: "A-Fa-f0-9"
		},
		REGEX_BACKSLASH: /\\(?![*+?^${}(|)[\]])/g,
		REGEX_NON_SPECIAL_CHARS: /^[^@![\].,$*+?^{}()|\\/]+/,
		REGEX_SPECIAL_CHARS: /[-*+?.^${}(|)[\]]/,
		REGEX_SPECIAL_CHARS_BACKREF: /(\\?)((\W)(\3*))/g,
		REGEX_SPECIAL_CHARS_GLOBAL: /([-*+?.^${}(|)[\]])/g,
		REGEX_REMOVE_BACKSLASH: /(?:\[.*?[^\\]\]|\\(?=.))/g,
		REPLACEMENTS: {
			__proto__: null,
			"***": "*",
			"**/**": "**",
			"**/**/**": "**"
		},
		CHAR_0: 48,
		CHAR_9: 57,
		CHAR_UPPERCASE_A: 65,
		CHAR_LOWERCASE_A: 97,
		CHAR_UPPERCASE_Z: 90,
		CHAR_LOWERCASE_Z: 122,
		CHAR_LEFT_PARENTHESES: 40,
		CHAR_RIGHT_PARENTHESES: 41,
		CHAR_ASTERISK: 42,
		CHAR_AMPERSAND: 38,
		CHAR_AT: 64,
		CHAR_BACKWARD_SLASH: 92,
		CHAR_CARRIAGE_RETURN: 13,
		CHAR_CIRCUMFLEX_ACCENT: 94,
		CHAR_COLON: 58,
		CHAR_COMMA: 44,
		CHAR_DOT: 46,
		CHAR_DOUBLE_QUOTE: 34,
		CHAR_EQUAL: 61,
		CHAR_EXCLAMATION_MARK: 33,
		CHAR_FORM_FEED: 12,
		CHAR_FORWARD_SLASH: 47,
		CHAR_GRAVE_ACCENT: 96,
		CHAR_HASH: 35,
		CHAR_HYPHEN_MINUS: 45,
		CHAR_LEFT_ANGLE_BRACKET: 60,
		CHAR_LEFT_CURLY_BRACE: 123,
		CHAR_LEFT_SQUARE_BRACKET: 91,
		CHAR_LINE_FEED: 10,
		CHAR_NO_BREAK_SPACE: 160,
		CHAR_PERCENT: 37,
		CHAR_PLUS: 43,
		CHAR_QUESTION_MARK: 63,
		CHAR_RIGHT_ANGLE_BRACKET: 62,
		CHAR_RIGHT_CURLY_BRACE: 125,
		CHAR_RIGHT_SQUARE_BRACKET: 93,
		CHAR_SEMICOLON: 59,
		CHAR_SINGLE_QUOTE: 39,
		CHAR_SPACE: 32,
		CHAR_TAB: 9,
		CHAR_UNDERSCORE: 95,
		CHAR_VERTICAL_LINE: 124,
		CHAR_ZERO_WIDTH_NOBREAK_SPACE: 65279,
		/**
		* Create EXTGLOB_CHARS
		*/
		extglobChars(chars) {
			return {
				"!": {
					type: "negate",
					open: "(?:(?!(?:",
					close: `))${chars.STAR})`
				},
				"?": {
					type: "qmark",
					open: "(?:",
					close: ")?"
				},
				"+": {
					type: "plus",
					open: "(?:",
					close: ")+"
				},
				"*": {
					type: "star",
					open: "(?:",
					close: ")*"
				},
				"@": {
					type: "at",
					open: "(?:",
					close: ")"
				}
			};
		},
		/**
		* Create GLOB_CHARS
		*/
		globChars(win32) {
			return win32 === true ? WINDOWS_CHARS : POSIX_CHARS;
		}
	};
}));
// ../../work/main/node_modules/picomatch/lib/utils.js
var require_utils$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	const { REGEX_BACKSLASH, REGEX_REMOVE_BACKSLASH, REGEX_SPECIAL_CHARS, REGEX_SPECIAL_CHARS_GLOBAL } = require_constants();
	exports.isObject = (val) => val !== null && typeof val === "object" && !Array.isArray(val);
	exports.hasRegexChars = (str) => REGEX_SPECIAL_CHARS.test(str);
	exports.isRegexChar = (str) => str.length === 1 && exports.hasRegexChars(str);
	exports.escapeRegex = (str) => str.replace(REGEX_SPECIAL_CHARS_GLOBAL, "\\$1");
	exports.toPosixSlashes = (str) => str.replace(REGEX_BACKSLASH, "/");
	exports.isWindows = () => {
		if (typeof navigator !== "undefined" && navigator.platform) {
			const platform = navigator.platform.toLowerCase();
			return platform === "win32" || platform === "windows";
		}
		if (typeof process !== "undefined" && process.platform) return process.platform === "win32";
		return false;
	};
	exports.removeBackslashes = (str) => {
		return str.replace(REGEX_REMOVE_BACKSLASH, (match) => {
			return match === "\\" ? "" : match;
		});
	};
	exports.escapeLast = (input, char, lastIdx) => {
		const idx = input.lastIndexOf(char, lastIdx);
		if (idx === -1) return input;
		if (input[idx - 1] === "\\") return exports.escapeLast(input, char, idx - 1);
		return `${input.slice(0, idx)}\\${input.slice(idx)}`;
	};
	exports.removePrefix = (input, state = {}) => {
		let output = input;
		if (output.startsWith("./")) {
			output = output.slice(2);
			state.prefix = "./";
		}
		return output;
	};
	exports.wrapOutput = (input, state = {}, options = {}) => {
		let output = `${options.contains ? "" : "^"}(?:${input})${options.contains ? "" : "$"}`;
		if (state.negated === true) output = `(?:^(?!${output}).*$)`;
		return output;
	};
	exports.basename = (path, { windows } = {}) => {
		const segs = path.split(windows ? /[\\/]/ : "/");
		const last = segs[segs.length - 1];
		if (last === "") return segs[segs.length - 2];
		return last;
	};
}));
// ../../work/main/node_modules/picomatch/lib/scan.js
var require_scan = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const utils = require_utils$1();
	const { CHAR_ASTERISK, CHAR_AT, CHAR_BACKWARD_SLASH, CHAR_COMMA, CHAR_DOT, CHAR_EXCLAMATION_MARK, CHAR_FORWARD_SLASH, CHAR_LEFT_CURLY_BRACE, CHAR_LEFT_PARENTHESES, CHAR_LEFT_SQUARE_BRACKET, CHAR_PLUS, CHAR_QUESTION_MARK, CHAR_RIGHT_CURLY_BRACE, CHAR_RIGHT_PARENTHESES, CHAR_RIGHT_SQUARE_BRACKET } = require_constants();
	const isPathSeparator = (code) => {
		return code === CHAR_FORWARD_SLASH || code === CHAR_BACKWARD_SLASH;
	};
	const depth = (token) => {
		if (token.isPrefix !== true) token.depth = token.isGlobstar ? 1e400 : 1;
	};
	/**
	* Quickly scans a glob pattern and returns an object with a handful of
	* useful properties, like `isGlob`, `path` (the leading non-glob, if it exists),
	* `glob` (the actual pattern), `negated` (true if the path starts with `!` but not
	* with `!(`) and `negatedExtglob` (true if the path starts with `!(`).
	*
	* ```js
	* const pm = require('picomatch');
	* console.log(pm.scan('foo/bar/*.js'));
	* { isGlob: true, input: 'foo/bar/*.js', base: 'foo/bar', glob: '*.js' }
	* ```
	* @param {String} `str`
	* @param {Object} `options`
	* @return {Object} Returns an object with tokens and regex source string.
	* @api public
	*/
	const scan = (input, options) => {
		const opts = options || {};
		const length = input.length - 1;
		const scanToEnd = opts.parts === true || opts.tokens === true || opts.scanToEnd === true;
		const slashes = [];
		const tokens = [];
		const parts = [];
		let str = input;
		let index = -1;
		let start = 0;
		let lastIndex = 0;
		let isBrace = false;
		let isBracket = false;
		let isGlob = false;
		let isExtglob = false;
		let isGlobstar = false;
		let braceEscaped = false;
		let backslashes = false;
		let negated = false;
		let negatedExtglob = false;
		let finished = false;
		let braces = 0;
		let prev;
		let code;
		let token = {
			value: "",
			depth: 0,
			isGlob: false
		};
		const eos = () => index >= length;
		const peek = () => str.charCodeAt(index + 1);
		const advance = () => {
			prev = code;
			return str.charCodeAt(++index);
		};
		while (index < length) {
			code = advance();
			let next;
			if (code === CHAR_BACKWARD_SLASH) {
				backslashes = token.backslashes = true;
				code = advance();
				if (code === CHAR_LEFT_CURLY_BRACE) braceEscaped = true;
				continue;
			}
			if (braceEscaped === true || code === CHAR_LEFT_CURLY_BRACE) {
				braces++;
				while (eos() !== true && (code = advance())) {
					if (code === CHAR_BACKWARD_SLASH) {
						backslashes = token.backslashes = true;
						advance();
						continue;
					}
					if (code === CHAR_LEFT_CURLY_BRACE) {
						braces++;
						continue;
					}
					if (braceEscaped !== true && code === CHAR_DOT && (code = advance()) === CHAR_DOT) {
						isBrace = token.isBrace = true;
						isGlob = token.isGlob = true;
						finished = true;
						if (scanToEnd === true) continue;
						break;
					}
					if (braceEscaped !== true && code === CHAR_COMMA) {
						isBrace = token.isBrace = true;
						isGlob = token.isGlob = true;
						finished = true;
						if (scanToEnd === true) continue;
						break;
					}
					if (code === CHAR_RIGHT_CURLY_BRACE) {
						braces--;
						if (braces === 0) {
							braceEscaped = false;
							isBrace = token.isBrace = true;
							finished = true;
							break;
						}
					}
				}
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_FORWARD_SLASH) {
				slashes.push(index);
				tokens.push(token);
				token = {
					value: "",
					depth: 0,
					isGlob: false
				};
				if (finished === true) continue;
				if (prev === CHAR_DOT && index === start + 1) {
					start += 2;
					continue;
				}
				lastIndex = index + 1;
				continue;
			}
			if (opts.noext !== true) {
				if ((code === CHAR_PLUS || code === CHAR_AT || code === CHAR_ASTERISK || code === CHAR_QUESTION_MARK || code === CHAR_EXCLAMATION_MARK) === true && peek() === CHAR_LEFT_PARENTHESES) {
					isGlob = token.isGlob = true;
					isExtglob = token.isExtglob = true;
					finished = true;
					if (code === CHAR_EXCLAMATION_MARK && index === start) negatedExtglob = true;
					if (scanToEnd === true) {
						let parens = 0;
						while (eos() !== true && (code = advance())) {
							if (code === CHAR_BACKWARD_SLASH) {
								backslashes = token.backslashes = true;
								advance();
								continue;
							}
							if (code === CHAR_LEFT_PARENTHESES) {
								parens++;
								continue;
							}
							if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
								finished = true;
								break;
							}
						}
						continue;
					}
					break;
				}
			}
			if (code === CHAR_ASTERISK) {
				if (prev === CHAR_ASTERISK) isGlobstar = token.isGlobstar = true;
				isGlob = token.isGlob = true;
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_QUESTION_MARK) {
				isGlob = token.isGlob = true;
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_LEFT_SQUARE_BRACKET) {
				while (eos() !== true && (next = advance())) {
					if (next === CHAR_BACKWARD_SLASH) {
						backslashes = token.backslashes = true;
						advance();
						continue;
					}
					if (next === CHAR_RIGHT_SQUARE_BRACKET) {
						isBracket = token.isBracket = true;
						isGlob = token.isGlob = true;
						finished = true;
						break;
					}
				}
				if (scanToEnd === true) continue;
				break;
			}
			if (opts.nonegate !== true && code === CHAR_EXCLAMATION_MARK && index === start) {
				negated = token.negated = true;
				start++;
				continue;
			}
			if (opts.noparen !== true && code === CHAR_LEFT_PARENTHESES) {
				isGlob = token.isGlob = true;
				if (scanToEnd === true) {
					let parens = 1;
					while (eos() !== true && (code = advance())) {
						if (code === CHAR_BACKWARD_SLASH) {
							backslashes = token.backslashes = true;
							advance();
							continue;
						}
						if (code === CHAR_LEFT_PARENTHESES) {
							parens++;
							continue;
						}
						if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
							finished = true;
							break;
						}
					}
					continue;
				}
				break;
			}
			if (isGlob === true) {
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
		}
		if (opts.noext === true) {
			isExtglob = false;
			isGlob = false;
		}
		let base = str;
		let prefix = "";
		let glob = "";
		if (start > 0) {
			prefix = str.slice(0, start);
			str = str.slice(start);
			lastIndex -= start;
		}
		if (base && isGlob === true && lastIndex > 0) {
			base = str.slice(0, lastIndex);
			glob = str.slice(lastIndex);
		} else if (isGlob === true) {
			base = "";
			glob = str;
		} else base = str;
		if (base && base !== "" && base !== "/" && base !== str) {
			if (isPathSeparator(base.charCodeAt(base.length - 1))) base = base.slice(0, -1);
		}
		if (opts.unescape === true) {
			if (glob) glob = utils.removeBackslashes(glob);
			if (base && backslashes === true) base = utils.removeBackslashes(base);
		}
		const state = {
			prefix,
			input,
			start,
			base,
			glob,
			isBrace,
			isBracket,
			isGlob,
			isExtglob,
			isGlobstar,
			negated,
			negatedExtglob
		};
		if (opts.tokens === true) {
			state.maxDepth = 0;
			if (!isPathSeparator(code)) tokens.push(token);
			state.tokens = tokens;
		}
		if (opts.parts === true || opts.tokens === true) {
			let prevIndex;
			for (let idx = 0; idx < slashes.length; idx++) {
				const n = prevIndex !== void 0 ? prevIndex + 1 : start;
				const i = slashes[idx];
				const value = input.slice(n, i);
				if (opts.tokens) {
					if (idx === 0 && start !== 0) {
						tokens[idx].isPrefix = true;
						tokens[idx].value = prefix;
					} else tokens[idx].value = value;
					depth(tokens[idx]);
					state.maxDepth += tokens[idx].depth;
				}
				if (i >= start) {
					parts.push(value);
					prevIndex = i;
				}
			}
			const n = prevIndex !== void 0 ? prevIndex + 1 : start;
			const value = input.slice(n);
			parts.push(value);
			if (opts.tokens && prevIndex && prevIndex + 1 < input.length) {
				tokens[tokens.length - 1].value = value;
				depth(tokens[tokens.length - 1]);
				state.maxDepth += tokens[tokens.length - 1].depth;
			}
			state.slashes = slashes;
			state.parts = parts;
		}
		return state;
	};
	module.exports = scan;
}));
// ../../work/main/node_modules/picomatch/lib/parse.js
var require_parse = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const constants = require_constants();
	const utils = require_utils$1();
	/**
	* Constants
	*/
	const { MAX_LENGTH, POSIX_REGEX_SOURCE, REGEX_NON_SPECIAL_CHARS, REGEX_SPECIAL_CHARS_BACKREF, REPLACEMENTS } = constants;
	/**
	* Helpers
	*/
	const expandRange = (args, options) => {
		if (typeof options.expandRange === "function") return options.expandRange(...args, options);
		args.sort();
		const value = `[${args.join("-")}]`;
		try {
			new RegExp(value);
		} catch (ex) {
			return args.map((v) => utils.escapeRegex(v)).join("..");
		}
		return value;
	};
	/**
	* Create the message for a syntax error
	*/
	const syntaxError = (type, char) => {
		return `Missing ${type}: "${char}" - use "\\\\${char}" to match literal characters`;
	};
	const splitTopLevel = (input) => {
		const parts = [];
		let bracket = 0;
		let paren = 0;
		let quote = 0;
		let value = "";
		let escaped = false;
		for (const ch of input) {
			if (escaped === true) {
				value += ch;
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				value += ch;
				escaped = true;
				continue;
			}
			if (ch === "\"") {
				quote = quote === 1 ? 0 : 1;
				value += ch;
				continue;
			}
			if (quote === 0) {
				if (ch === "[") bracket++;
				else if (ch === "]" && bracket > 0) bracket--;
				else if (bracket === 0) {
					if (ch === "(") paren++;
					else if (ch === ")" && paren > 0) paren--;
					else if (ch === "|" && paren === 0) {
						parts.push(value);
						value = "";
						continue;
					}
				}
			}
			value += ch;
		}
		parts.push(value);
		return parts;
	};
	const isPlainBranch = (branch) => {
		let escaped = false;
		for (const ch of branch) {
			if (escaped === true) {
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				escaped = true;
				continue;
			}
			if (/[?*+@!()[\]{}]/.test(ch)) return false;
		}
		return true;
	};
	const normalizeSimpleBranch = (branch) => {
		let value = branch.trim();
		let changed = true;
		while (changed === true) {
			changed = false;
			if (/^@\([^\\()[\]{}|]+\)$/.test(value)) {
				value = value.slice(2, -1);
				changed = true;
			}
		}
		if (!isPlainBranch(value)) return;
		return value.replace(/\\(.)/g, "$1");
	};
	const hasRepeatedCharPrefixOverlap = (branches) => {
		const values = branches.map(normalizeSimpleBranch).filter(Boolean);
		for (let i = 0; i < values.length; i++) for (let j = i + 1; j < values.length; j++) {
			const a = values[i];
			const b = values[j];
			const char = a[0];
			if (!char || a !== char.repeat(a.length) || b !== char.repeat(b.length)) continue;
			if (a === b || a.startsWith(b) || b.startsWith(a)) return true;
		}
		return false;
	};
	const parseRepeatedExtglob = (pattern, requireEnd = true) => {
		if (pattern[0] !== "+" && pattern[0] !== "*" || pattern[1] !== "(") return;
		let bracket = 0;
		let paren = 0;
		let quote = 0;
		let escaped = false;
		for (let i = 1; i < pattern.length; i++) {
			const ch = pattern[i];
			if (escaped === true) {
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				escaped = true;
				continue;
			}
			if (ch === "\"") {
				quote = quote === 1 ? 0 : 1;
				continue;
			}
			if (quote === 1) continue;
			if (ch === "[") {
				bracket++;
				continue;
			}
			if (ch === "]" && bracket > 0) {
				bracket--;
				continue;
			}
			if (bracket > 0) continue;
			if (ch === "(") {
				paren++;
				continue;
			}
			if (ch === ")") {
				paren--;
				if (paren === 0) {
					if (requireEnd === true && i !== pattern.length - 1) return;
					return {
						type: pattern[0],
						body: pattern.slice(2, i),
						end: i
					};
				}
			}
		}
	};
	const buildCharClassStar = (chars) => {
		return `${chars.length === 1 ? utils.escapeRegex(chars[0]) : `[${chars.map((ch) => utils.escapeRegex(ch)).join("")}]`}*`;
	};
	const getStarExtglobSequenceChars = (pattern) => {
		let index = 0;
		const chars = [];
		while (index < pattern.length) {
			const match = parseRepeatedExtglob(pattern.slice(index), false);
			if (!match || match.type !== "*") return;
			const branches = splitTopLevel(match.body).map((branch) => branch.trim());
			if (branches.length !== 1) return;
			const branch = normalizeSimpleBranch(branches[0]);
			if (!branch || branch.length !== 1) return;
			chars.push(branch);
			index += match.end + 1;
		}
		if (chars.length < 1) return;
		return chars;
	};
	const repeatedExtglobRecursion = (pattern) => {
		let depth = 0;
		let value = pattern.trim();
		let match = parseRepeatedExtglob(value);
		while (match) {
			depth++;
			value = match.body.trim();
			match = parseRepeatedExtglob(value);
		}
		return depth;
	};
	const analyzeRepeatedExtglob = (body, options) => {
		if (options.maxExtglobRecursion === false) return { risky: false };
		const max = typeof options.maxExtglobRecursion === "number" ? options.maxExtglobRecursion : constants.DEFAULT_MAX_EXTGLOB_RECURSION;
		const branches = splitTopLevel(body).map((branch) => branch.trim());
		if (branches.length > 1) {
			if (branches.some((branch) => branch === "") || branches.some((branch) => /^[*?]+$/.test(branch)) || hasRepeatedCharPrefixOverlap(branches)) return { risky: true };
		}
		const safeChars = [];
		let sawStarSequence = false;
		let combinable = true;
		for (const branch of branches) {
			const chars = getStarExtglobSequenceChars(branch);
			if (chars) {
				sawStarSequence = true;
				safeChars.push(...chars);
				continue;
			}
			const literal = normalizeSimpleBranch(branch);
			if (literal && literal.length === 1) {
				safeChars.push(literal);
				continue;
			}
			combinable = false;
			if (repeatedExtglobRecursion(branch) > max) return { risky: true };
		}
		if (sawStarSequence) return combinable ? {
			risky: true,
			safeOutput: buildCharClassStar([...new Set(safeChars)])
		} : { risky: true };
		return { risky: false };
	};
	/**
	* Parse the given input string.
	* @param {String} input
	* @param {Object} options
	* @return {Object}
	*/
	const parse = (input, options) => {
		if (typeof input !== "string") throw new TypeError("Expected a string");
		input = REPLACEMENTS[input] || input;
		const opts = { ...options };
		const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
		let len = input.length;
		if (len > max) throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
		const bos = {
			type: "bos",
			value: "",
			output: opts.prepend || ""
		};
		const tokens = [bos];
		const capture = opts.capture ? "" : "?:";
		const PLATFORM_CHARS = constants.globChars(opts.windows);
		const EXTGLOB_CHARS = constants.extglobChars(PLATFORM_CHARS);
		const { DOT_LITERAL, PLUS_LITERAL, SLASH_LITERAL, ONE_CHAR, DOTS_SLASH, NO_DOT, NO_DOT_SLASH, NO_DOTS_SLASH, QMARK, QMARK_NO_DOT, STAR, START_ANCHOR } = PLATFORM_CHARS;
		const globstar = (opts) => {
			return `(${capture}(?:(?!${START_ANCHOR}${opts.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
		};
		const nodot = opts.dot ? "" : NO_DOT;
		const qmarkNoDot = opts.dot ? QMARK : QMARK_NO_DOT;
		let star = opts.bash === true ? globstar(opts) : STAR;
		if (opts.capture) star = `(${star})`;
		if (typeof opts.noext === "boolean") opts.noextglob = opts.noext;
		const state = {
			input,
			index: -1,
			start: 0,
			dot: opts.dot === true,
			consumed: "",
			output: "",
			prefix: "",
			backtrack: false,
			negated: false,
			brackets: 0,
			braces: 0,
			parens: 0,
			quotes: 0,
			globstar: false,
			tokens
		};
		input = utils.removePrefix(input, state);
		len = input.length;
		const extglobs = [];
		const braces = [];
		const stack = [];
		let prev = bos;
		let value;
		/**
		* Tokenizing helpers
		*/
		const eos = () => state.index === len - 1;
		const peek = state.peek = (n = 1) => input[state.index + n];
		const advance = state.advance = () => input[++state.index] || "";
		const remaining = () => input.slice(state.index + 1);
		const consume = (value = "", num = 0) => {
			state.consumed += value;
			state.index += num;
		};
		const append = (token) => {
			state.output += token.output != null ? token.output : token.value;
			consume(token.value);
		};
		const negate = () => {
			let count = 1;
			while (peek() === "!" && (peek(2) !== "(" || peek(3) === "?")) {
				advance();
				state.start++;
				count++;
			}
			if (count % 2 === 0) return false;
			state.negated = true;
			state.start++;
			return true;
		};
		const increment = (type) => {
			state[type]++;
			stack.push(type);
		};
		const decrement = (type) => {
			state[type]--;
			stack.pop();
		};
		/**
		* Push tokens onto the tokens array. This helper speeds up
		* tokenizing by 1) helping us avoid backtracking as much as possible,
		* and 2) helping us avoid creating extra tokens when consecutive
		* characters are plain text. This improves performance and simplifies
		* lookbehinds.
		*/
		const push = (tok) => {
			if (prev.type === "globstar") {
				const isBrace = state.braces > 0 && (tok.type === "comma" || tok.type === "brace");
				const isExtglob = tok.extglob === true || extglobs.length && (tok.type === "pipe" || tok.type === "paren");
				if (tok.type !== "slash" && tok.type !== "paren" && !isBrace && !isExtglob) {
					state.output = state.output.slice(0, -prev.output.length);
					prev.type = "star";
					prev.value = "*";
					prev.output = star;
					state.output += prev.output;
				}
			}
			if (extglobs.length && tok.type !== "paren") extglobs[extglobs.length - 1].inner += tok.value;
			if (tok.value || tok.output) append(tok);
			if (prev && prev.type === "text" && tok.type === "text") {
				prev.output = (prev.output || prev.value) + tok.value;
				prev.value += tok.value;
				return;
			}
			tok.prev = prev;
			tokens.push(tok);
			prev = tok;
		};
		const extglobOpen = (type, value) => {
			const token = {
				...EXTGLOB_CHARS[value],
				conditions: 1,
				inner: ""
			};
			token.prev = prev;
			token.parens = state.parens;
			token.output = state.output;
			token.startIndex = state.index;
			token.tokensIndex = tokens.length;
			const output = (opts.capture ? "(" : "") + token.open;
			increment("parens");
			push({
				type,
				value,
				output: state.output ? "" : ONE_CHAR
			});
			push({
				type: "paren",
				extglob: true,
				value: advance(),
				output
			});
			extglobs.push(token);
		};
		const extglobClose = (token) => {
			const literal = input.slice(token.startIndex, state.index + 1);
			const body = input.slice(token.startIndex + 2, state.index);
			const analysis = analyzeRepeatedExtglob(body, opts);
			if ((token.type === "plus" || token.type === "star") && analysis.risky) {
				const safeOutput = analysis.safeOutput ? (token.output ? "" : ONE_CHAR) + (opts.capture ? `(${analysis.safeOutput})` : analysis.safeOutput) : void 0;
				const open = tokens[token.tokensIndex];
				open.type = "text";
				open.value = literal;
				open.output = safeOutput || utils.escapeRegex(literal);
				for (let i = token.tokensIndex + 1; i < tokens.length; i++) {
					tokens[i].value = "";
					tokens[i].output = "";
					delete tokens[i].suffix;
				}
				state.output = token.output + open.output;
				state.backtrack = true;
				push({
					type: "paren",
					extglob: true,
					value,
					output: ""
				});
				decrement("parens");
				return;
			}
			let output = token.close + (opts.capture ? ")" : "");
			let rest;
			if (token.type === "negate") {
				let extglobStar = star;
				if (token.inner && token.inner.length > 1 && token.inner.includes("/")) extglobStar = globstar(opts);
				if (extglobStar !== star || eos() || /^\)+$/.test(remaining())) output = token.close = `)$))${extglobStar}`;
				if (token.inner.includes("*") && (rest = remaining()) && /^\.[^\\/.]+$/.test(rest)) output = token.close = `)${parse(rest, {
					...options,
					fastpaths: false
				}).output})${extglobStar})`;
				if (token.prev.type === "bos") state.negatedExtglob = true;
			}
			push({
				type: "paren",
				extglob: true,
				value,
				output
			});
			decrement("parens");
		};
		/**
		* Fast paths
		*/
		if (opts.fastpaths !== false && !/(^[*!]|[/()[\]{}"])/.test(input)) {
			let backslashes = false;
			let output = input.replace(REGEX_SPECIAL_CHARS_BACKREF, (m, esc, chars, first, rest, index) => {
				if (first === "\\") {
					backslashes = true;
					return m;
				}
				if (first === "?") {
					if (esc) return esc + first + (rest ? QMARK.repeat(rest.length) : "");
					if (index === 0) return qmarkNoDot + (rest ? QMARK.repeat(rest.length) : "");
					return QMARK.repeat(chars.length);
				}
				if (first === ".") return DOT_LITERAL.repeat(chars.length);
				if (first === "*") {
					if (esc) return esc + first + (rest ? star : "");
					return star;
				}
				return esc ? m : `\\${m}`;
			});
			if (backslashes === true) {
				if (opts.unescape === true) output = output.replace(/\\/g, "");
				else output = output.replace(/\\+/g, (m) => {
					return m.length % 2 === 0 ? "\\\\" : m ? "\\" : "";
				});
			}
			if (output === input && opts.contains === true) {
				state.output = input;
				return state;
			}
			state.output = utils.wrapOutput(output, state, options);
			return state;
		}
		/**
		* Tokenize input until we reach end-of-string
		*/
		while (!eos()) {
			value = advance();
			if (value === "\0") continue;
			/**
			* Escaped characters
			*/
			if (value === "\\") {
				const next = peek();
				if (next === "/" && opts.bash !== true) continue;
				if (next === "." || next === ";") continue;
				if (!next) {
					value += "\\";
					push({
						type: "text",
						value
					});
					continue;
				}
				const match = /^\\+/.exec(remaining());
				let slashes = 0;
				if (match && match[0].length > 2) {
					slashes = match[0].length;
					state.index += slashes;
					if (slashes % 2 !== 0) value += "\\";
				}
				if (opts.unescape === true) value = advance();
				else value += advance();
				if (state.brackets === 0) {
					push({
						type: "text",
						value
					});
					continue;
				}
			}
			/**
			* If we're inside a regex character class, continue
			* until we reach the closing bracket.
			*/
			if (state.brackets > 0 && (value !== "]" || prev.value === "[" || prev.value === "[^")) {
				if (opts.posix !== false && value === ":") {
					const inner = prev.value.slice(1);
					if (inner.includes("[")) {
						prev.posix = true;
						if (inner.includes(":")) {
							const idx = prev.value.lastIndexOf("[");
							const pre = prev.value.slice(0, idx);
							const rest = prev.value.slice(idx + 2);
							const posix = POSIX_REGEX_SOURCE[rest];
							if (posix) {
								prev.value = pre + posix;
								state.backtrack = true;
								advance();
								if (!bos.output && tokens.indexOf(prev) === 1) bos.output = ONE_CHAR;
								continue;
							}
						}
					}
				}
				if (value === "[" && peek() !== ":" || value === "-" && peek() === "]") value = `\\${value}`;
				if (value === "]" && (prev.value === "[" || prev.value === "[^")) value = `\\${value}`;
				if (opts.posix === true && value === "!" && prev.value === "[") value = "^";
				prev.value += value;
				append({ value });
				continue;
			}
			/**
			* If we're inside a quoted string, continue
			* until we reach the closing double quote.
			*/
			if (state.quotes === 1 && value !== "\"") {
				value = utils.escapeRegex(value);
				prev.value += value;
				append({ value });
				continue;
			}
			/**
			* Double quotes
			*/
			if (value === "\"") {
				state.quotes = state.quotes === 1 ? 0 : 1;
				if (opts.keepQuotes === true) push({
					type: "text",
					value
				});
				continue;
			}
			/**
			* Parentheses
			*/
			if (value === "(") {
				increment("parens");
				push({
					type: "paren",
					value
				});
				continue;
			}
			if (value === ")") {
				if (state.parens === 0 && opts.strictBrackets === true) throw new SyntaxError(syntaxError("opening", "("));
				const extglob = extglobs[extglobs.length - 1];
				if (extglob && state.parens === extglob.parens + 1) {
					extglobClose(extglobs.pop());
					continue;
				}
				push({
					type: "paren",
					value,
					output: state.parens ? ")" : "\\)"
				});
				decrement("parens");
				continue;
			}
			/**
			* Square brackets
			*/
			if (value === "[") {
				if (opts.nobracket === true || !remaining().includes("]")) {
					if (opts.nobracket !== true && opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "]"));
					value = `\\${value}`;
				} else increment("brackets");
				push({
					type: "bracket",
					value
				});
				continue;
			}
			if (value === "]") {
				if (opts.nobracket === true || prev && prev.type === "bracket" && prev.value.length === 1) {
					push({
						type: "text",
						value,
						output: `\\${value}`
					});
					continue;
				}
				if (state.brackets === 0) {
					if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("opening", "["));
					push({
						type: "text",
						value,
						output: `\\${value}`
					});
					continue;
				}
				decrement("brackets");
				const prevValue = prev.value.slice(1);
				if (prev.posix !== true && prevValue[0] === "^" && !prevValue.includes("/")) value = `/${value}`;
				prev.value += value;
				append({ value });
				if (opts.literalBrackets === false || utils.hasRegexChars(prevValue)) continue;
				const escaped = utils.escapeRegex(prev.value);
				state.output = state.output.slice(0, -prev.value.length);
				if (opts.literalBrackets === true) {
					state.output += escaped;
					prev.value = escaped;
					continue;
				}
				prev.value = `(${capture}${escaped}|${prev.value})`;
				state.output += prev.value;
				continue;
			}
			/**
			* Braces
			*/
			if (value === "{" && opts.nobrace !== true) {
				increment("braces");
				const open = {
					type: "brace",
					value,
					output: "(",
					outputIndex: state.output.length,
					tokensIndex: state.tokens.length
				};
				braces.push(open);
				push(open);
				continue;
			}
			if (value === "}") {
				const brace = braces[braces.length - 1];
				if (opts.nobrace === true || !brace) {
					push({
						type: "text",
						value,
						output: value
					});
					continue;
				}
				let output = ")";
				if (brace.dots === true) {
					const arr = tokens.slice();
					const range = [];
					for (let i = arr.length - 1; i >= 0; i--) {
						tokens.pop();
						if (arr[i].type === "brace") break;
						if (arr[i].type !== "dots") range.unshift(arr[i].value);
					}
					output = expandRange(range, opts);
					state.backtrack = true;
				}
				if (brace.comma !== true && brace.dots !== true) {
					const out = state.output.slice(0, brace.outputIndex);
					const toks = state.tokens.slice(brace.tokensIndex);
					brace.value = brace.output = "\\{";
					value = output = "\\}";
					state.output = out;
					for (const t of toks) state.output += t.output || t.value;
				}
				push({
					type: "brace",
					value,
					output
				});
				decrement("braces");
				braces.pop();
				continue;
			}
			/**
			* Pipes
			*/
			if (value === "|") {
				if (extglobs.length > 0) extglobs[extglobs.length - 1].conditions++;
				push({
					type: "text",
					value
				});
				continue;
			}
			/**
			* Commas
			*/
			if (value === ",") {
				let output = value;
				const brace = braces[braces.length - 1];
				if (brace && stack[stack.length - 1] === "braces") {
					brace.comma = true;
					output = "|";
				}
				push({
					type: "comma",
					value,
					output
				});
				continue;
			}
			/**
			* Slashes
			*/
			if (value === "/") {
				if (prev.type === "dot" && state.index === state.start + 1) {
					state.start = state.index + 1;
					state.consumed = "";
					state.output = "";
					tokens.pop();
					prev = bos;
					continue;
				}
				push({
					type: "slash",
					value,
					output: SLASH_LITERAL
				});
				continue;
			}
			/**
			* Dots
			*/
			if (value === ".") {
				if (state.braces > 0 && prev.type === "dot") {
					if (prev.value === ".") prev.output = DOT_LITERAL;
					const brace = braces[braces.length - 1];
					prev.type = "dots";
					prev.output += value;
					prev.value += value;
					brace.dots = true;
					continue;
				}
				if (state.braces + state.parens === 0 && prev.type !== "bos" && prev.type !== "slash") {
					push({
						type: "text",
						value,
						output: DOT_LITERAL
					});
					continue;
				}
				push({
					type: "dot",
					value,
					output: DOT_LITERAL
				});
				continue;
			}
			/**
			* Question marks
			*/
			if (value === "?") {
				if (!(prev && prev.value === "(") && opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					extglobOpen("qmark", value);
					continue;
				}
				if (prev && prev.type === "paren") {
					const next = peek();
					let output = value;
					if (prev.value === "(" && !/[!=<:]/.test(next) || next === "<" && !/<([!=]|\w+>)/.test(remaining())) output = `\\${value}`;
					push({
						type: "text",
						value,
						output
					});
					continue;
				}
				if (opts.dot !== true && (prev.type === "slash" || prev.type === "bos")) {
					push({
						type: "qmark",
						value,
						output: QMARK_NO_DOT
					});
					continue;
				}
				push({
					type: "qmark",
					value,
					output: QMARK
				});
				continue;
			}
			/**
			* Exclamation
			*/
			if (value === "!") {
				if (opts.noextglob !== true && peek() === "(") {
					if (peek(2) !== "?" || !/[!=<:]/.test(peek(3))) {
						extglobOpen("negate", value);
						continue;
					}
				}
				if (opts.nonegate !== true && state.index === 0) {
					negate();
					continue;
				}
			}
			/**
			* Plus
			*/
			if (value === "+") {
				if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					extglobOpen("plus", value);
					continue;
				}
				if (prev && prev.value === "(" || opts.regex === false) {
					push({
						type: "plus",
						value,
						output: PLUS_LITERAL
					});
					continue;
				}
				if (prev && (prev.type === "bracket" || prev.type === "paren" || prev.type === "brace") || state.parens > 0) {
					push({
						type: "plus",
						value
					});
					continue;
				}
				push({
					type: "plus",
					value: PLUS_LITERAL
				});
				continue;
			}
			/**
			* Plain text
			*/
			if (value === "@") {
				if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					push({
						type: "at",
						extglob: true,
						value,
						output: ""
					});
					continue;
				}
				push({
					type: "text",
					value
				});
				continue;
			}
			/**
			* Plain text
			*/
			if (value !== "*") {
				if (value === "$" || value === "^") value = `\\${value}`;
				const match = REGEX_NON_SPECIAL_CHARS.exec(remaining());
				if (match) {
					value += match[0];
					state.index += match[0].length;
				}
				push({
					type: "text",
					value
				});
				continue;
			}
			/**
			* Stars
			*/
			if (prev && (prev.type === "globstar" || prev.star === true)) {
				prev.type = "star";
				prev.star = true;
				prev.value += value;
				prev.output = star;
				state.backtrack = true;
				state.globstar = true;
				consume(value);
				continue;
			}
			let rest = remaining();
			if (opts.noextglob !== true && /^\([^?]/.test(rest)) {
				extglobOpen("star", value);
				continue;
			}
			if (prev.type === "star") {
				if (opts.noglobstar === true) {
					consume(value);
					continue;
				}
				const prior = prev.prev;
				const before = prior.prev;
				const isStart = prior.type === "slash" || prior.type === "bos";
				const afterStar = before && (before.type === "star" || before.type === "globstar");
				if (opts.bash === true && (!isStart || rest[0] && rest[0] !== "/")) {
					push({
						type: "star",
						value,
						output: ""
					});
					continue;
				}
				const isBrace = state.braces > 0 && (prior.type === "comma" || prior.type === "brace");
				const isExtglob = extglobs.length && (prior.type === "pipe" || prior.type === "paren");
				if (!isStart && prior.type !== "paren" && !isBrace && !isExtglob) {
					push({
						type: "star",
						value,
						output: ""
					});
					continue;
				}
				while (rest.slice(0, 3) === "/**") {
					const after = input[state.index + 4];
					if (after && after !== "/") break;
					rest = rest.slice(3);
					consume("/**", 3);
				}
				const isEnd = eos() || state.parens > 0 && rest === ")".repeat(state.parens) && !extglobs.some((extglob) => extglob.type === "negate");
				if (prior.type === "bos" && eos()) {
					prev.type = "globstar";
					prev.value += value;
					prev.output = globstar(opts);
					state.output = prev.output;
					state.globstar = true;
					consume(value);
					continue;
				}
				if (prior.type === "slash" && prior.prev.type !== "bos" && !afterStar && isEnd) {
					state.output = state.output.slice(0, -(prior.output + prev.output).length);
					prior.output = `(?:${prior.output}`;
					prev.type = "globstar";
					prev.output = globstar(opts) + (opts.strictSlashes ? ")" : "|$)");
					prev.value += value;
					state.globstar = true;
					state.output += prior.output + prev.output;
					consume(value);
					continue;
				}
				if (prior.type === "slash" && prior.prev.type !== "bos" && rest[0] === "/") {
					const end = rest[1] !== void 0 ? "|$" : "";
					state.output = state.output.slice(0, -(prior.output + prev.output).length);
					prior.output = `(?:${prior.output}`;
					prev.type = "globstar";
					prev.output = `${globstar(opts)}${SLASH_LITERAL}|${SLASH_LITERAL}${end})`;
					prev.value += value;
					state.output += prior.output + prev.output;
					state.globstar = true;
					consume(value + advance());
					push({
						type: "slash",
						value: "/",
						output: ""
					});
					continue;
				}
				if (prior.type === "bos" && rest[0] === "/") {
					prev.type = "globstar";
					prev.value += value;
					prev.output = `(?:^|${SLASH_LITERAL}|${globstar(opts)}${SLASH_LITERAL})`;
					state.output = prev.output;
					state.globstar = true;
					consume(value + advance());
					push({
						type: "slash",
						value: "/",
						output: ""
					});
					continue;
				}
				state.output = state.output.slice(0, -prev.output.length);
				prev.type = "globstar";
				prev.output = globstar(opts);
				prev.value += value;
				state.output += prev.output;
				state.globstar = true;
				consume(value);
				continue;
			}
			const token = {
				type: "star",
				value,
				output: star
			};
			if (opts.bash === true) {
				token.output = ".*?";
				if (prev.type === "bos" || prev.type === "slash") token.output = nodot + token.output;
				push(token);
				continue;
			}
			if (prev && (prev.type === "bracket" || prev.type === "paren") && opts.regex === true) {
				token.output = value;
				push(token);
				continue;
			}
			if (state.index === state.start || prev.type === "slash" || prev.type === "dot") {
				if (prev.type === "dot") {
					state.output += NO_DOT_SLASH;
					prev.output += NO_DOT_SLASH;
				} else if (opts.dot === true) {
					state.output += NO_DOTS_SLASH;
					prev.output += NO_DOTS_SLASH;
				} else {
					state.output += nodot;
					prev.output += nodot;
				}
				if (peek() !== "*") {
					state.output += ONE_CHAR;
					prev.output += ONE_CHAR;
				}
			}
			push(token);
		}
		while (state.brackets > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "]"));
			state.output = utils.escapeLast(state.output, "[");
			decrement("brackets");
		}
		while (state.parens > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", ")"));
			state.output = utils.escapeLast(state.output, "(");
			decrement("parens");
		}
		while (state.braces > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "}"));
			state.output = utils.escapeLast(state.output, "{");
			decrement("braces");
		}
		if (opts.strictSlashes !== true && (prev.type === "star" || prev.type === "bracket")) push({
			type: "maybe_slash",
			value: "",
			output: `${SLASH_LITERAL}?`
		});
		if (state.backtrack === true) {
			state.output = "";
			for (const token of state.tokens) {
				state.output += token.output != null ? token.output : token.value;
				if (token.suffix) state.output += token.suffix;
			}
		}
		return state;
	};
	/**
	* Fast paths for creating regular expressions for common glob patterns.
	* This can significantly speed up processing and has very little downside
	* impact when none of the fast paths match.
	*/
	parse.fastpaths = (input, options) => {
		const opts = { ...options };
		const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
		const len = input.length;
		if (len > max) throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
		input = REPLACEMENTS[input] || input;
		const { DOT_LITERAL, SLASH_LITERAL, ONE_CHAR, DOTS_SLASH, NO_DOT, NO_DOTS, NO_DOTS_SLASH, STAR, START_ANCHOR } = constants.globChars(opts.windows);
		const nodot = opts.dot ? NO_DOTS : NO_DOT;
		const slashDot = opts.dot ? NO_DOTS_SLASH : NO_DOT;
		const capture = opts.capture ? "" : "?:";
		const state = {
			negated: false,
			prefix: ""
		};
		let star = opts.bash === true ? ".*?" : STAR;
		if (opts.capture) star = `(${star})`;
		const globstar = (opts) => {
			if (opts.noglobstar === true) return star;
			return `(${capture}(?:(?!${START_ANCHOR}${opts.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
		};
		const create = (str) => {
			switch (str) {
				case "*": return `${nodot}${ONE_CHAR}${star}`;
				case ".*": return `${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "*.*": return `${nodot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "*/*": return `${nodot}${star}${SLASH_LITERAL}${ONE_CHAR}${slashDot}${star}`;
				case "**": return nodot + globstar(opts);
				case "**/*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${ONE_CHAR}${star}`;
				case "**/*.*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "**/.*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${DOT_LITERAL}${ONE_CHAR}${star}`;
				default: {
					const match = /^(.*?)\.(\w+)$/.exec(str);
					if (!match) return;
					const source = create(match[1]);
					if (!source) return;
					return source + DOT_LITERAL + match[2];
				}
			}
		};
		let source = create(utils.removePrefix(input, state));
		if (source && opts.strictSlashes !== true) source += `${SLASH_LITERAL}?`;
		return source;
	};
	module.exports = parse;
}));
// ../../work/main/node_modules/picomatch/lib/picomatch.js
var require_picomatch = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const scan = require_scan();
	const parse = require_parse();
	const utils = require_utils$1();
	const constants = require_constants();
	const isObject = (val) => val && typeof val === "object" && !Array.isArray(val);
	/**
	* Creates a matcher function from one or more glob patterns. The
	* returned function takes a string to match as its first argument,
	* and returns true if the string is a match. The returned matcher
	* function also takes a boolean as the second argument that, when true,
	* returns an object with additional information.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch(glob[, options]);
	*
	* const isMatch = picomatch('*.!(*a)');
	* console.log(isMatch('a.a')); //=> false
	* console.log(isMatch('a.b')); //=> true
	*
	* // For environments without `node.js`, `picomatch/posix` provides you a dependency-free matcher, without automatic OS detection.
	* const picomatch = require('picomatch/posix');
	* // the same API, defaulting to posix paths
	* const isMatch = picomatch('a/*');
	* console.log(isMatch('a\\b')); //=> false
	* console.log(isMatch('a/b')); //=> true
	*
	* // you can still configure the matcher function to accept windows paths
	* const isMatch = picomatch('a/*', { options: windows });
	* console.log(isMatch('a\\b')); //=> true
	* console.log(isMatch('a/b')); //=> true
	* ```
	* @name picomatch
	* @param {String|Array} `globs` One or more glob patterns.
	* @param {Object=} `options`
	* @return {Function=} Returns a matcher function.
	* @api public
	*/
	const picomatch = (glob, options, returnState = false) => {
		if (Array.isArray(glob)) {
			const fns = glob.map((input) => picomatch(input, options, returnState));
			const arrayMatcher = (str) => {
				for (const isMatch of fns) {
					const state = isMatch(str);
					if (state) return state;
				}
				return false;
			};
			return arrayMatcher;
		}
		const isState = isObject(glob) && glob.tokens && glob.input;
		if (glob === "" || typeof glob !== "string" && !isState) throw new TypeError("Expected pattern to be a non-empty string");
		const opts = options || {};
		const posix = opts.windows;
		const regex = isState ? picomatch.compileRe(glob, options) : picomatch.makeRe(glob, options, false, true);
		const state = regex.state;
		delete regex.state;
		let isIgnored = () => false;
		if (opts.ignore) {
			const ignoreOpts = {
				...options,
				ignore: null,
				onMatch: null,
				onResult: null
			};
			isIgnored = picomatch(opts.ignore, ignoreOpts, returnState);
		}
		const matcher = (input, returnObject = false) => {
			const { isMatch, match, output } = picomatch.test(input, regex, options, {
				glob,
				posix
			});
			const result = {
				glob,
				state,
				regex,
				posix,
				input,
				output,
				match,
				isMatch
			};
			if (typeof opts.onResult === "function") opts.onResult(result);
			if (isMatch === false) {
				result.isMatch = false;
				return returnObject ? result : false;
			}
			if (isIgnored(input)) {
				if (typeof opts.onIgnore === "function") opts.onIgnore(result);
				result.isMatch = false;
				return returnObject ? result : false;
			}
			if (typeof opts.onMatch === "function") opts.onMatch(result);
			return returnObject ? result : true;
		};
		if (returnState) matcher.state = state;
		return matcher;
	};
	/**
	* Test `input` with the given `regex`. This is used by the main
	* `picomatch()` function to test the input string.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.test(input, regex[, options]);
	*
	* console.log(picomatch.test('foo/bar', /^(?:([^/]*?)\/([^/]*?))$/));
	* // { isMatch: true, match: [ 'foo/', 'foo', 'bar' ], output: 'foo/bar' }
	* ```
	* @param {String} `input` String to test.
	* @param {RegExp} `regex`
	* @return {Object} Returns an object with matching info.
	* @api public
	*/
	picomatch.test = (input, regex, options, { glob, posix } = {}) => {
		if (typeof input !== "string") throw new TypeError("Expected input to be a string");
		if (input === "") return {
			isMatch: false,
			output: ""
		};
		const opts = options || {};
		const format = opts.format || (posix ? utils.toPosixSlashes : null);
		let match = input === glob;
		let output = match && format ? format(input) : input;
		if (match === false) {
			output = format ? format(input) : input;
			match = output === glob;
		}
		if (match === false || opts.capture === true) {
			if (opts.matchBase === true || opts.basename === true) match = picomatch.matchBase(input, regex, options, posix);
			else match = regex.exec(output);
		}
		return {
			isMatch: Boolean(match),
			match,
			output
		};
	};
	/**
	* Match the basename of a filepath.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.matchBase(input, glob[, options]);
	* console.log(picomatch.matchBase('foo/bar.js', '*.js'); // true
	* ```
	* @param {String} `input` String to test.
	* @param {RegExp|String} `glob` Glob pattern or regex created by [.makeRe](#makeRe).
	* @return {Boolean}
	* @api public
	*/
	picomatch.matchBase = (input, glob, options, posix = options && options.windows) => {
		return (glob instanceof RegExp ? glob : picomatch.makeRe(glob, options)).test(utils.basename(input, { windows: posix }));
	};
	/**
	* Returns true if **any** of the given glob `patterns` match the specified `string`.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.isMatch(string, patterns[, options]);
	*
	* console.log(picomatch.isMatch('a.a', ['b.*', '*.a'])); //=> true
	* console.log(picomatch.isMatch('a.a', 'b.*')); //=> false
	* ```
	* @param {String|Array} str The string to test.
	* @param {String|Array} patterns One or more glob patterns to use for matching.
	* @param {Object} [options] See available [options](#options).
	* @return {Boolean} Returns true if any patterns match `str`
	* @api public
	*/
	picomatch.isMatch = (str, patterns, options) => picomatch(patterns, options)(str);
	/**
	* Parse a glob pattern to create the source string for a regular
	* expression.
	*
	* ```js
	* const picomatch = require('picomatch');
	* const result = picomatch.parse(pattern[, options]);
	* ```
	* @param {String} `pattern`
	* @param {Object} `options`
	* @return {Object} Returns an object with useful properties and output to be used as a regex source string.
	* @api public
	*/
	picomatch.parse = (pattern, options) => {
		if (Array.isArray(pattern)) return pattern.map((p) => picomatch.parse(p, options));
		return parse(pattern, {
			...options,
			fastpaths: false
		});
	};
	/**
	* Scan a glob pattern to separate the pattern into segments.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.scan(input[, options]);
	*
	* const result = picomatch.scan('!./foo/*.js');
	* console.log(result);
	* { prefix: '!./',
	*   input: '!./foo/*.js',
	*   start: 3,
	*   base: 'foo',
	*   glob: '*.js',
	*   isBrace: false,
	*   isBracket: false,
	*   isGlob: true,
	*   isExtglob: false,
	*   isGlobstar: false,
	*   negated: true }
	* ```
	* @param {String} `input` Glob pattern to scan.
	* @param {Object} `options`
	* @return {Object} Returns an object with
	* @api public
	*/
	picomatch.scan = (input, options) => scan(input, options);
	/**
	* Compile a regular expression from the `state` object returned by the
	* [parse()](#parse) method.
	*
	* ```js
	* const picomatch = require('picomatch');
	* const state = picomatch.parse('*.js');
	* // picomatch.compileRe(state[, options]);
	*
	* console.log(picomatch.compileRe(state));
	* //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
	* ```
	* @param {Object} `state`
	* @param {Object} `options`
	* @param {Boolean} `returnOutput` Intended for implementors, this argument allows you to return the raw output from the parser.
	* @param {Boolean} `returnState` Adds the state to a `state` property on the returned regex. Useful for implementors and debugging.
	* @return {RegExp}
	* @api public
	*/
	picomatch.compileRe = (state, options, returnOutput = false, returnState = false) => {
		if (returnOutput === true) return state.output;
		const opts = options || {};
		const prepend = opts.contains ? "" : "^";
		const append = opts.contains ? "" : "$";
		let source = `${prepend}(?:${state.output})${append}`;
		if (state && state.negated === true) source = `^(?!${source}).*$`;
		const regex = picomatch.toRegex(source, options);
		if (returnState === true) regex.state = state;
		return regex;
	};
	/**
	* Create a regular expression from a parsed glob pattern.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.makeRe(state[, options]);
	*
	* const result = picomatch.makeRe('*.js');
	* console.log(result);
	* //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
	* ```
	* @param {String} `state` The object returned from the `.parse` method.
	* @param {Object} `options`
	* @param {Boolean} `returnOutput` Implementors may use this argument to return the compiled output, instead of a regular expression. This is not exposed on the options to prevent end-users from mutating the result.
	* @param {Boolean} `returnState` Implementors may use this argument to return the state from the parsed glob with the returned regular expression.
	* @return {RegExp} Returns a regex created from the given pattern.
	* @api public
	*/
	picomatch.makeRe = (input, options = {}, returnOutput = false, returnState = false) => {
		if (!input || typeof input !== "string") throw new TypeError("Expected a non-empty string");
		let parsed = {
			negated: false,
			fastpaths: true
		};
		if (options.fastpaths !== false && (input[0] === "." || input[0] === "*")) parsed.output = parse.fastpaths(input, options);
		if (!parsed.output) parsed = parse(input, options);
		return picomatch.compileRe(parsed, options, returnOutput, returnState);
	};
	/**
	* Create a regular expression from the given regex source string.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.toRegex(source[, options]);
	*
	* const { output } = picomatch.parse('*.js');
	* console.log(picomatch.toRegex(output));
	* //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
	* ```
	* @param {String} `source` Regular expression source string.
	* @param {Object} `options`
	* @return {RegExp}
	* @api public
	*/
	picomatch.toRegex = (source, options) => {
		try {
			const opts = options || {};
			return new RegExp(source, opts.flags || (opts.nocase ? "i" : ""));
		} catch (err) {
			if (options && options.debug === true) throw err;
			return /$^/;
		}
	};
	/**
	* Picomatch constants.
	* @return {Object}
	*/
	picomatch.constants = constants;
	/**
	* Expose "picomatch"
	*/
	module.exports = picomatch;
}));
// src/policy/service-policy.ts
var import_posix = /* @__PURE__ */ __toESM((/* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = require_picomatch();
})))(), 1);
/**
* Endpoint names are not paths: in `GET *`, the star must also match the slashes of `GET /orders/7`.
* picomatch's `bash` option makes `*` cross them: https://github.com/micromatch/picomatch#options
*/
const NAME_OPTIONS = {
	bash: true,
	dot: true,
	nonegate: true
};
/** Changed files are paths: `*` stays inside one folder, `**` crosses folders. */
const PATH_OPTIONS = { dot: true };
/** What holds for one service: its exact name wins over patterns; then the first pattern in the file; then the defaults. */
function servicePolicy(policy, service) {
	return (policy.services.find(({ pattern }) => pattern === service) ?? policy.services.find(({ pattern }) => matchesName(pattern, service)))?.policy ?? policy.defaults;
}
/** The largest allowed change for the worse (0.05 is 5 %). null: the whole service. An exact endpoint name wins over patterns. */
function limitFor(policy, endpoint) {
	if (endpoint === null) return policy.maxRegressionRatio;
	return (policy.endpoints.find(({ pattern }) => pattern === endpoint) ?? policy.endpoints.find(({ pattern }) => matchesName(pattern, endpoint)))?.maxRegressionRatio ?? policy.maxRegressionRatio;
}
/** Whether a service or endpoint name matches a pattern of the policy. Equal text always matches, whatever characters it has. */
function matchesName(pattern, name) {
	return pattern === name || import_posix.default.isMatch(name, pattern, NAME_OPTIONS);
}
/**
* Whether a change touches a service, so that its results must be there. A service without `paths` is always touched,
* and so is every service when the changed files are not known (null).
*/
function isTouched(policy, changedFiles) {
	if (policy.paths.length === 0 || changedFiles === null) return true;
	const matches = (0, import_posix.default)([...policy.paths], PATH_OPTIONS);
	return changedFiles.some((file) => matches(file));
}
/** Whether any service may be absent because of what a change touches, so that the changed files must be known. */
function namesPaths({ defaults, services }) {
	return [defaults, ...services.map(({ policy }) => policy)].some(({ paths }) => paths.length > 0);
}
// src/policy/check-rules.ts
/**
* Asks every rule about every service and puts the policy's levels on the answers.
*
* @returns findings that are not off: fail before warn, then unusable data, then the larger change for the worse
*/
function checkRules(evidence, policy, rules) {
	return sortFindings(evidence.flatMap((service) => {
		const settings = servicePolicy(policy, service.service);
		return rules.flatMap(({ check }) => check(service, settings)).flatMap((remark) => withLevel(remark, settings));
	}), evidence);
}
/** The order of findings depends on what they say only, never on the order of files or services. */
function sortFindings(findings, evidence) {
	const changes = new Map(evidence.flatMap(({ comparisons }) => comparisons.map((one) => {
		const change = one.estimate?.changeRatio ?? 0;
		return [seriesKey(one), one.better === "higher" ? -change : change];
	})));
	const rank = (finding) => [
		finding.level === "fail" ? 0 : 1,
		finding.rule === "invalid" ? finding.service === null ? 0 : 1 : 2,
		-(changes.get(seriesKey(finding)) ?? 0)
	];
	return findings.toSorted((left, right) => {
		const [one, other] = [rank(left), rank(right)];
		return one[0] - other[0] || one[1] - other[1] || one[2] - other[2] || compareText$2(textKey(left), textKey(right));
	});
}
function withLevel({ atMost, ...remark }, { levels }) {
	const level = levels[remark.rule];
	if (level === "off") return [];
	return [{
		...remark,
		level: atMost ?? level
	}];
}
function seriesKey({ service, endpoint, metric, stat }) {
	return JSON.stringify([
		service,
		endpoint,
		metric,
		stat
	]);
}
function textKey(finding) {
	return JSON.stringify([
		finding.service,
		finding.rule,
		finding.endpoint,
		finding.metric,
		finding.stat,
		finding.message
	]);
}
/** By code units, so that the order is the same on every machine. */
function compareText$2(left, right) {
	if (left === right) return 0;
	return left < right ? -1 : 1;
}
// src/policy/coverage.ts
const COMPARED = /* @__PURE__ */ new Set([
	"regressed",
	"unproven",
	"slower",
	"unchanged",
	"improved",
	"inconclusive"
]);
/** The series that can block: the primaries and the endpoints. */
function gatedSeries(evidence) {
	return evidence.comparisons.filter(({ role }) => role !== "other");
}
/** Whether the change touched none of the service's paths, so that it may be absent. */
function isExcused(evidence) {
	const gated = gatedSeries(evidence);
	return evidence.candidateRuns.length === 0 && gated.length > 0 && gated.every(({ verdict }) => verdict === "not-run");
}
/** Whether results of this service must be there: someone named it or recorded it, and its paths are touched. */
function isExpected(evidence) {
	return (evidence.known || evidence.baselineRuns.length > 0) && !isExcused(evidence);
}
/** Whether there is nothing to compare the candidate's primaries with, though both sides may be comparable. */
function lacksBaseline(evidence) {
	if (evidence.candidateRuns.length === 0 || evidence.differences.length > 0) return false;
	if (evidence.baselineRuns.length === 0) return true;
	const primaries = evidence.comparisons.filter(({ role }) => role === "primary");
	return primaries.length > 0 && primaries.every(({ verdict }) => verdict === "new");
}
/** The primaries of the policy that no comparison speaks of, so that silence about them is never read as "no change". */
function silentPrimaries(evidence, policy) {
	if (!isExpected(evidence)) return [];
	return policy.primary.filter(({ metric, stat }) => !evidence.comparisons.some((one) => one.endpoint === null && one.metric === metric && one.stat === stat));
}
/**
* Counts the gated series of all services: from the policy and the baseline, never from the candidate alone.
* Series that are new, and services whose paths were not touched, are not expected.
*/
function coverageOf(services, policy) {
	const counts = services.map((evidence) => {
		const gated = gatedSeries(evidence);
		const silent = silentPrimaries(evidence, servicePolicy(policy, evidence.service));
		return {
			compared: gated.filter(({ verdict }) => COMPARED.has(verdict)).length,
			expected: gated.filter((comparison) => isExpectedSeries(comparison, evidence)).length + silent.length
		};
	});
	return {
		compared: counts.reduce((sum, { compared }) => sum + compared, 0),
		expected: counts.reduce((sum, { expected }) => sum + expected, 0)
	};
}
function isExpectedSeries({ verdict, role }, evidence) {
	if (verdict === "not-run") return false;
	return verdict !== "new" || evidence.known && role === "primary";
}
// src/policy/wording.ts
/**
* Numbers and names as messages write them. A number that is over a limit must look over it: digits are added
* until the text of both differs, so that 5.04 % is never shown as "5.0 %" beside a limit of 5 %.
*/
const MIB = 1024 ** 2;
/** `8.3 %` for 0.083, without a sign. */
function percent$1(ratio, beside) {
	return `${roundApart(100 * Math.abs(ratio), beside === void 0 ? null : 100 * Math.abs(beside), 1)} %`;
}
/** `+8.3 %` for 0.083, `-8.3 %` for -0.083. */
function signedPercent(ratio, beside) {
	return `${ratio < 0 ? "-" : "+"}${percent$1(ratio, beside)}`;
}
/** A limit as people write it: `5 %` for 0.05. */
function limitPercent(ratio) {
	return `${plain$1(100 * ratio)} %`;
}
/** A limit in percentage points: `1 pp` for 0.01. */
function limitPoints(ratio) {
	return `${plain$1(100 * ratio)} pp`;
}
/** `+1.3 pp` for 0.013. */
function signedPoints(ratio, beside) {
	return `${ratio < 0 ? "-" : "+"}${roundApart(100 * Math.abs(ratio), 100 * beside, 1)} pp`;
}
/** `212 ms`, `0.52 %`, `48.9/s`, `512 MiB`: four digits, more where fewer would hide the distance to `beside`. */
function amount(value, unit, beside) {
	const inUnit = (found) => unit === "ratio" ? 100 * found : unit.startsWith("bytes") ? found / MIB : found;
	return `${digitsApart(inUnit(value), beside === void 0 ? null : inUnit(beside))}${UNIT_TEXT[unit]}`;
}
const UNIT_TEXT = {
	ms: " ms",
	ratio: " %",
	"per-second": "/s",
	bytes: " MiB",
	"bytes-per-second": " MiB/s",
	count: "",
	none: ""
};
/** `p95 of http_req_duration`, with ` of GET /orders` for an endpoint. */
function seriesName$1({ metric, stat, endpoint }) {
	return `${stat} of ${metric}${endpoint === null ? "" : ` of ${endpoint}`}`;
}
/** `1 run`, `3 runs`. */
function counted(count, noun) {
	return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
/** What one unit of comparison is called. */
function unitNoun(design) {
	if (design === "pairs") return "pair";
	return design === "jobs" ? "job" : "run";
}
function roundApart(value, beside, digits) {
	const text = value.toFixed(digits);
	if (beside === null || value === beside || digits >= 6 || Number(text) !== Number(beside.toFixed(digits))) return text;
	return roundApart(value, beside, digits + 1);
}
function digitsApart(value, beside, digits = 4) {
	const rounded = Number(value.toPrecision(digits));
	if (beside === null || value === beside || digits >= 12 || rounded !== Number(beside.toPrecision(digits))) return String(rounded);
	return digitsApart(value, beside, digits + 1);
}
/** Hides what binary fractions add: 100 * 0.07 is 7.000000000000001. */
function plain$1(value) {
	return String(Number(value.toPrecision(12)));
}
// src/policy/rules/invalid-data.ts
/** Data that cannot be used: refused files, and gated series whose numbers mean nothing. */
const invalidData = {
	id: "invalid-data",
	keys: ["invalid"],
	check(evidence) {
		const own = ({ verdict, candidate }) => verdict === "invalid" && (evidence.baselineState !== "unreadable" || candidate === null);
		const series = gatedSeries(evidence).filter(own);
		return [...evidence.refusals.map((refusal) => refusedFile(refusal, evidence.service)), ...series.map(invalidSeries)];
	}
};
/** What is said of one refused file. service null: its path names no service. */
function refusedFile({ path, problem, variant }, service) {
	return {
		rule: "invalid",
		service,
		endpoint: null,
		metric: null,
		stat: null,
		expected: `a usable ${variant} result`,
		actual: `${path} was refused`,
		message: `${path}: ${problem}`
	};
}
function invalidSeries(series) {
	const { service, endpoint, metric, stat, reason } = series;
	return {
		rule: "invalid",
		service,
		endpoint,
		metric,
		stat,
		expected: "a usable number",
		actual: "unusable",
		message: `${seriesName$1(series)} cannot be used. ${reason ?? "The results do not say why."} Run the load test again.`
	};
}
// src/policy/gate-findings.ts
/** What is wrong with the gate as a whole and belongs to no service. */
function gateFindings(facts) {
	return [
		...unreadableBaseline(facts),
		...strayRefusals(facts),
		...noResults(facts),
		...nothingCompared(facts)
	];
}
/** Always blocks: a damaged store must not pass for an empty one, whatever the policy says. */
function unreadableBaseline({ lookup }) {
	if (lookup?.kind !== "unreadable") return [];
	const { place, file, problem } = lookup;
	return [gateFinding({
		expected: "a readable baseline",
		actual: `${file} is unreadable`,
		message: `The stored baseline cannot be read: ${file} in ${place}: ${problem} It was left as it is. Mend or remove that file, then run the gate again.`
	})];
}
/** Refused files whose path names no service: no rule of a service speaks of them. */
function strayRefusals({ refusals, evidence, policy }) {
	const { invalid } = policy.defaults.levels;
	if (invalid === "off") return [];
	return refusals.filter(({ service }) => !evidence.some((one) => one.service === service)).map((refusal) => ({
		...refusedFile(refusal, null),
		level: invalid
	}));
}
function noResults({ evidence, refusals, absence }) {
	if (hasResults(evidence) || allExcused(evidence)) return [];
	const refused = refusals.some(({ variant }) => variant === "candidate");
	return [gateFinding({
		expected: "results of a load test",
		actual: refused ? "no usable result" : "no result",
		message: refused ? "There is no usable result to judge: every result file was refused. Mend what is said of them and run the load test again." : absence ?? "There is no result to judge. Run the load test, and check that it uploads its results under the name that the gate looks for."
	})];
}
/** A gate that compares nothing must not look like one that found nothing. */
function nothingCompared({ evidence, lookup, coverage }) {
	if (coverage.compared > 0 || !hasResults(evidence) || lookup?.kind === "never-written" || lookup?.kind === "unreadable") return [];
	if (evidence.filter(({ candidateRuns }) => candidateRuns.length > 0).every(saysWhy)) return [{
		...gateFinding({
			expected: "at least one comparison",
			actual: "nothing was compared",
			message: "Nothing was compared, so this gate would have caught nothing. The other findings and the list of series say why."
		}),
		rule: "missing-baseline",
		level: "warn"
	}];
	return [gateFinding({
		expected: "at least one comparison",
		actual: "nothing was compared",
		message: "There are results and a baseline, and yet no gated series was compared. Check `primary` in the policy against the metrics in the results."
	})];
}
/** Whether the evidence itself says why a service was not compared. */
function saysWhy(evidence) {
	return evidence.baselineRuns.length === 0 || evidence.differences.length > 0 || gatedSeries(evidence).length > 0;
}
function hasResults(evidence) {
	return evidence.some(({ candidateRuns }) => candidateRuns.length > 0);
}
/** Whether nothing had to be measured: the change touches none of the known services. */
function allExcused(evidence) {
	return evidence.length > 0 && evidence.every(isExcused);
}
function gateFinding(texts) {
	return {
		rule: "invalid",
		level: "fail",
		service: null,
		endpoint: null,
		metric: null,
		stat: null,
		...texts
	};
}
// src/policy/decide.ts
/** Puts evidence and findings together into the one verdict. Publishing it can fail; it cannot change it. */
function decide(input) {
	const { evidence, findings, lookup, refusals, absence = null, policy, override } = input;
	const coverage = coverageOf(evidence, policy);
	const all = [...gateFindings({
		evidence,
		lookup,
		refusals,
		absence,
		policy,
		coverage
	}), ...softenFirstDay(findings, lookup, coverage)];
	const outcome = outcomeOf(all, input, coverage);
	return {
		outcome,
		blocked: outcome === "invalid" || outcome === "fail",
		...coverage,
		findings: sortFindings(all, evidence),
		services: evidence,
		override
	};
}
/** Worst first. An override lifts `fail` only: nobody can take responsibility for numbers that nobody could read. */
function outcomeOf(findings, { evidence, lookup, override }, { compared }) {
	const failed = findings.filter(({ level }) => level === "fail");
	if (failed.some(({ rule }) => rule === "invalid")) return "invalid";
	if (failed.length > 0) return override.kind === "valid" ? "overridden" : "fail";
	if (compared === 0 && lookup?.kind === "never-written" && !allExcused(evidence)) return "no-baseline";
	return findings.length > 0 ? "warn" : "pass";
}
/**
* A store that was never written does not block: nothing was promised yet. Where nothing was compared, the outcome
* `no-baseline` says it all; where pairs were compared, the services without a baseline are still warned of.
*/
function softenFirstDay(findings, lookup, { compared }) {
	if (lookup?.kind !== "never-written") return findings;
	if (compared === 0) return findings.filter(({ rule }) => rule !== "missing-baseline");
	return findings.map((finding) => finding.rule === "missing-baseline" ? {
		...finding,
		level: "warn"
	} : finding);
}
// src/policy/same-login.ts
/** Logins differ in case only by how they are typed: https://docs.github.com/en/get-started/learning-about-github/types-of-github-accounts */
function sameLogin(left, right) {
	return left.toLowerCase() === right.toLowerCase();
}
// src/policy/override-approval.ts
/**
* Where the policy asks for it: an approving review of exactly this head commit, which nobody has to trust the clock for,
* by someone other than the author whose role may override. It may be whoever set the label. What the same person said
* last counts. https://docs.github.com/en/rest/pulls/reviews
*/
function refuseUnapproved({ reviews, pullRequest }, { approval, roles }, by) {
	if (approval === "none") return null;
	const ofOthers = lastOfEach(reviews).filter(({ state }) => state === "approved").filter(({ author }) => !sameLogin(author, pullRequest.author));
	const allowed = ofOthers.filter(({ authorRole }) => authorRole !== null && roles.includes(authorRole));
	if (allowed.some(({ commit }) => commit === pullRequest.headSha)) return null;
	const sha = pullRequest.headSha.slice(0, 7);
	return {
		kind: "refused",
		by,
		why: whyNot(sha, allowed[0], ofOthers[0]),
		next: `Someone other than @${pullRequest.author} with one of the roles ${roles.join(", ")} must approve ${sha} in a review. Then remove the label and set it again, so that the gate looks again.`
	};
}
function whyNot(sha, older, powerless) {
	if (older !== void 0) return `The review of @${older.author} approves an earlier commit, not ${sha}.`;
	if (powerless !== void 0) return `@${powerless.author} approved it, and their role may not override.`;
	return `The policy asks for an approving review of ${sha}, and there is none.`;
}
function lastOfEach(reviews) {
	return [...new Map(reviews.map((review) => [review.author.toLowerCase(), review])).values()];
}
// src/policy/override-reason.ts
/** At the start of a line, so that a quoted command (`> /perf-override ...`) is not a command. */
const COMMAND = /^ {0,3}\/perf-override[ \t]+(\S.*)$/m;
const HEADING = /^ {0,3}#{1,6}[ \t]+performance override[ \t#]*$/im;
const NEXT_HEADING = /^ {0,3}#{1,6}[ \t]/m;
/**
* Looks for the written reason. Two places count:
* - a comment `/perf-override <reason>` by whoever set the label, or by someone whose role would allow it. It may be older
*   than the label, as people write before they act, but not older than the head commit: a reason judges these numbers.
* - the section `### Performance override` of the description. It is the author's text and has no date of its own; whoever
*   set the label after the last push has read it and stands for it.
*/
function findReason(facts, policy, labeledBy) {
	const commands = facts.comments.flatMap((comment) => {
		const reason = COMMAND.exec(comment.body)?.[1];
		return reason === void 0 ? [] : [{
			comment,
			reason: reason.trim()
		}];
	});
	const allowed = commands.filter(({ comment }) => mayGiveReason(comment, policy, labeledBy));
	const current = allowed.filter(({ comment }) => isAfterHead(comment, facts));
	const section = readSection(facts.pullRequest.body);
	const reasons = [...current.map(({ reason }) => reason).toReversed(), ...section === null ? [] : [section]];
	const reason = reasons.find((text) => lengthOf(text) >= policy.minReasonLength);
	if (reason !== void 0) return {
		kind: "found",
		reason
	};
	return {
		kind: "none",
		...explain(reasons, allowed.length, commands[0]?.comment, facts, policy)
	};
}
function explain(reasons, allowed, firstCommand, { pullRequest, label }, { minReasonLength, roles }) {
	const sha = pullRequest.headSha.slice(0, 7);
	const next = `Comment \`/perf-override <reason>\` with at least ${minReasonLength} characters of reason.`;
	const [short] = reasons;
	if (short !== void 0) return {
		why: `The written reason is too short: ${lengthOf(short)} characters, at least ${minReasonLength} are needed.`,
		next
	};
	if (allowed > 0) return {
		why: `The written reason is older than ${sha}, so it was given for other numbers.`,
		next: `Look at the results of ${sha}. ${next}`
	};
	if (firstCommand !== void 0) return {
		why: `The reason was written by @${firstCommand.author}, who may not override. Roles that may: ${roles.join(", ")}.`,
		next: `Whoever set the label, or someone with such a role, must write the reason. ${next}`
	};
	return {
		why: `The label \`${label}\` is set, but there is no written reason.`,
		next
	};
}
function mayGiveReason({ author, authorRole }, { roles, bots }, labeledBy) {
	if (author.toLowerCase().endsWith("[bot]")) return sameLogin(author, labeledBy) && bots.some((bot) => sameLogin(bot, author));
	return sameLogin(author, labeledBy) || authorRole !== null && roles.includes(authorRole);
}
function isAfterHead({ at }, { headSeenAt }) {
	return Date.parse(at) >= Date.parse(headSeenAt ?? "");
}
/** The text under the heading, without the HTML comments that a template puts there; null: no heading, or nothing under it. */
function readSection(body) {
	const visible = body.replaceAll("\r\n", "\n").replaceAll(/<!--[\s\S]*?(?:-->|$)/g, "");
	const heading = HEADING.exec(visible);
	if (heading === null) return null;
	const rest = visible.slice(heading.index + heading[0].length);
	const end = NEXT_HEADING.exec(rest)?.index ?? rest.length;
	const text = rest.slice(0, end).replaceAll(/\s+/g, " ").trim();
	return text === "" ? null : text;
}
/** In code points, without those that nobody can see: controls and zero-width characters. */
function lengthOf(text) {
	return [...text.replaceAll(/\p{C}/gu, "")].length;
}
// src/policy/override-scope.ts
/** Why the policy lets nobody override this, whoever asks; null: it does. */
function outOfScope({ findings, evidence }, { services, maxRegressionRatio }) {
	const blocking = findings.filter(({ level }) => level === "fail");
	const foreign = blocking.find(({ service }) => services.length > 0 && !isNamed(services, service));
	if (foreign !== void 0) return {
		why: `The policy lets nobody override ${foreign.service === null ? "the whole gate" : `the service ${foreign.service}`}. Services that may be overridden: ${services.join(", ")}.`,
		next: "Mend what blocks there. Only a change of `override.services` in the policy of the base branch allows more."
	};
	if (maxRegressionRatio === null) return null;
	const large = blocking.flatMap((finding) => comparisonOf$1(finding, evidence) ?? []).find((comparison) => worseRatio$1(comparison) > maxRegressionRatio);
	if (large === void 0) return null;
	const change = signedPercent(large.estimate?.changeRatio ?? 0);
	return {
		why: `${large.stat} of ${large.metric} of ${large.service} changed by ${change}. The policy lets nobody override more than ${limitPercent(maxRegressionRatio)}.`,
		next: "Make it smaller. Only a change of `override.max-regression` in the policy of the base branch allows more."
	};
}
function isNamed(patterns, service) {
	return service !== null && patterns.some((pattern) => matchesName(pattern, service));
}
function comparisonOf$1({ service, endpoint, metric, stat }, evidence) {
	return evidence.find((one) => one.service === service)?.comparisons.find((one) => one.endpoint === endpoint && one.metric === metric && one.stat === stat);
}
/** The change for the worse: for throughput a fall is one. */
function worseRatio$1({ estimate, better }) {
	const change = estimate?.changeRatio ?? 0;
	return better === "higher" ? -change : change;
}
// src/policy/override.ts
/**
* Decides whether the label lifts the gate: it is there now, the policy lets this be overridden at all, it was set by
* someone whose role allows it, not alone in it, for this head commit, not too long ago, approved where the policy asks
* for it, with a written reason. Every doubt is a refusal, and every refusal says what to do.
*
* Why roles: everyone with triage may set labels. Why events: a label says nothing of who set it and when.
* https://docs.github.com/en/rest/issues/events
*/
function decideOverride(facts, policy, overridable) {
	if (!facts.labelPresent) return { kind: "none" };
	const last = facts.events.at(-1);
	if (last === void 0 || last.kind === "unlabeled") return refuseUnknownSetter(facts);
	const by = last.actor;
	const outside = outOfScope(overridable, policy);
	if (outside !== null) return {
		kind: "refused",
		by,
		...outside
	};
	const refused = refuseSetter(facts, policy, last) ?? refuseLonePerson(facts, policy, by) ?? refuseStale(facts, last.at, by) ?? refuseExpired(facts, policy, last.at, by) ?? refuseUnapproved(facts, policy, by);
	if (refused !== null) return refused;
	const found = findReason(facts, policy, by);
	if (found.kind === "none") return {
		kind: "refused",
		by,
		why: found.why,
		next: found.next
	};
	return {
		kind: "valid",
		by,
		reason: found.reason,
		at: last.at,
		headSha: facts.pullRequest.headSha
	};
}
function refuseUnknownSetter({ label }) {
	return {
		kind: "refused",
		by: null,
		why: `GitHub does not say who set the label \`${label}\`.`,
		next: `Remove the label and set it again.`
	};
}
/** A bot that the policy lists needs no role: apps have none in a repository. */
function refuseSetter(facts, policy, event) {
	if (!event.actorIsBot) return refuseRole(facts, policy, event.actor);
	if (policy.bots.some((bot) => sameLogin(bot, event.actor))) return null;
	return {
		kind: "refused",
		by: event.actor,
		why: `The label \`${facts.label}\` was set by the bot @${event.actor}. Only a person, or a bot that the policy lists, can answer for an override.`,
		next: "Someone whose role allows it must remove the label and set it again."
	};
}
function refuseRole({ label, actorRole }, { roles }, by) {
	if (actorRole !== null && roles.includes(actorRole)) return null;
	return {
		kind: "refused",
		by,
		why: `@${by} set the label \`${label}\` and has ${actorRole === null ? "an unknown role" : `the role \`${actorRole}\``} in this repository. Roles that may override: ${roles.join(", ")}.`,
		next: "Someone with such a role must remove the label and set it again."
	};
}
/** Who wrote the code or pushed it last is not a second person. */
function refuseLonePerson(facts, { secondPerson }, by) {
	if (!(secondPerson === "always" || secondPerson === "auto" && facts.ownerIsOrganization)) return null;
	const { label, pullRequest, headPushedBy } = facts;
	const own = sameLogin(by, pullRequest.author);
	if (!own && (headPushedBy === null || !sameLogin(by, headPushedBy))) return null;
	return {
		kind: "refused",
		by,
		why: `@${by} set the label \`${label}\` ${own ? "on a pull request of their own" : `and pushed ${pullRequest.headSha.slice(0, 7)} themselves`}. An override needs a second person.`,
		next: `Someone other than @${by} must remove the label and set it again.`
	};
}
/** Times are the platform's own: a commit's date is written by its author. The same second counts as after. */
function refuseStale({ label, headSeenAt, pullRequest }, labeledAt, by) {
	const sha = pullRequest.headSha.slice(0, 7);
	const [labeled, seen] = [Date.parse(labeledAt), Date.parse(headSeenAt ?? "")];
	if (Number.isNaN(seen) || Number.isNaN(labeled)) return {
		kind: "refused",
		by,
		why: `It is not known when ${sha} was pushed, so the label \`${label}\` by @${by} may be meant for an earlier commit.`,
		next: `Run the load test of ${sha} in a workflow of this repository, then remove the label and set it again.`
	};
	if (labeled >= seen) return null;
	return {
		kind: "refused",
		by,
		why: `@${by} set the label \`${label}\` for an earlier commit. ${sha} was pushed after it.`,
		next: `Look at the results of ${sha}. If they are acceptable too, remove the label and set it again.`
	};
}
/** Only where the policy sets a time. An unknown time is too long ago. */
function refuseExpired({ label, readAt, pullRequest }, { expiresMs }, labeledAt, by) {
	if (expiresMs === null) return null;
	if (Date.parse(readAt) - Date.parse(labeledAt) <= expiresMs) return null;
	return {
		kind: "refused",
		by,
		why: `@${by} set the label \`${label}\` on ${labeledAt.slice(0, 10)}. The policy lets an override hold for ${ageText(expiresMs)}, and that time is over.`,
		next: `Look at the results of ${pullRequest.headSha.slice(0, 7)} again. If they are still acceptable, remove the label and set it again.`
	};
}
function ageText(ms) {
	const hours = ms / 36e5;
	const [count, unit] = hours % 24 === 0 ? [hours / 24, "day"] : [hours, "hour"];
	return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
// src/policy/run-values.ts
/** The measurement of one metric in one run; null: the run does not have it. endpoint null: the whole service. */
function measurementIn(run, metric, endpoint) {
	return run.run.measurements.find((one) => one.metric === metric && one.endpoint === endpoint) ?? null;
}
/** Reads one statistic from every run. What is absent or unusable is a problem with words, never 0. */
function readRuns(runs, { metric, stat, endpoint }) {
	const readings = runs.map((run) => readStat(measurementIn(run, metric, endpoint), stat));
	return {
		values: readings.filter((reading) => typeof reading === "number"),
		problems: readings.filter((reading) => typeof reading === "string")
	};
}
function readStat(measurement, stat) {
	if (measurement === null) return "the results do not have this metric";
	const reason = measurement.unusable.get(stat);
	if (reason !== void 0) return reason;
	const value = measurement.stats.get(stat);
	if (value === void 0) return `the results do not have ${stat} of this metric`;
	return Number.isFinite(value) ? value : `it is ${value}`;
}
// src/policy/rules/budget.ts
/** An absolute limit: the median of the candidate runs against it. Equal to the limit is within it. */
const budget = {
	id: "budget",
	keys: ["budget"],
	check(evidence, policy) {
		if (evidence.candidateRuns.length === 0) return [];
		return policy.budgets.flatMap((one) => judge$1(one, evidence));
	}
};
function judge$1(one, { service, candidateRuns }) {
	const endpoints = one.endpoint === null ? [null] : matchingEndpoints(one, one.endpoint, candidateRuns);
	if (endpoints.length === 0) {
		const problem = `No endpoint in the results matches \`${one.endpoint}\``;
		return [remark$1(one, service, one.endpoint, "absent", `${budgetName(one, one.endpoint)} cannot be judged. ${problem}. Check the name in the policy.`)];
	}
	return endpoints.flatMap((endpoint) => judgeEndpoint(one, service, endpoint, candidateRuns));
}
function judgeEndpoint(one, service, endpoint, runs) {
	const { values, problems } = readRuns(runs, {
		...one,
		endpoint
	});
	if (problems.length > 0) {
		const where = problems.length === runs.length ? "" : ` in ${problems.length} of ${counted(runs.length, "run")}`;
		const message = `${budgetName(one, endpoint)} cannot be judged${where}: ${problems[0]}. Measure it, or take the budget out of the policy.`;
		return [remark$1(one, service, endpoint, `absent or unusable${where}`, message)];
	}
	const value = median([...values]);
	const broken = one.max !== null && value > one.max ? one.max : one.min !== null && value < one.min ? one.min : null;
	if (broken === null) return [];
	const unit = runs.map((run) => measurementIn(run, one.metric, endpoint)).find((found) => found !== null)?.unit ?? "none";
	const actual = amount(value, one.stat === "count" ? "none" : unit, broken);
	const side = value > broken ? "over" : "under";
	const over = runs.length === 1 ? "" : `, the median of ${counted(runs.length, "run")}`;
	return [remark$1(one, service, endpoint, actual, `${seriesName$1({
		...one,
		endpoint
	})} is ${actual}${over}: ${side} the budget of ${one.text}. The budget is absolute, so the baseline does not matter.`)];
}
function matchingEndpoints({ metric }, pattern, runs) {
	const names = runs.flatMap(({ run }) => run.measurements.flatMap((one) => one.metric === metric && one.endpoint !== null ? [one.endpoint] : []));
	return [...new Set(names)].filter((name) => matchesName(pattern, name));
}
function budgetName(one, endpoint) {
	return `The budget for ${seriesName$1({
		...one,
		endpoint
	})}`;
}
function remark$1({ metric, stat, max, min, text }, service, endpoint, actual, message) {
	return {
		rule: "budget",
		service,
		endpoint,
		metric,
		stat,
		expected: max !== null && min !== null ? `${text}` : max !== null ? `at most ${text}` : `at least ${text}`,
		actual,
		message
	};
}
// src/policy/rules/debt.ts
/** The baseline has a slowdown in it that was accepted or slipped in. It no longer blocks, and it is not forgotten. */
const debt$1 = {
	id: "debt",
	keys: ["debt"],
	check({ service, window }) {
		const mark = window?.mark ?? null;
		if (mark === null || mark.kind === "improved") return [];
		const { override, series } = mark;
		const change = signedPercent(mark.changeRatio);
		const pullRequest = override?.pullRequest == null ? "" : ` in #${override.pullRequest}`;
		const how = override === null ? "Nobody has accepted it." : `@${override.by} accepted it${pullRequest}: ${override.reason}`;
		return [{
			rule: "debt",
			service,
			endpoint: null,
			metric: null,
			stat: null,
			expected: "no accepted slowdown in the baseline",
			actual: `${change} owed`,
			message: `The baseline has a slowdown in it that is still owed: ${series} changed by ${change}. ${how}`
		}];
	}
};
// src/policy/rules/dropped-load.ts
/**
* The load generator could not start the configured load, and before it could: the service holds its requests too long.
* k6 writes `dropped_iterations` only when it dropped some: https://grafana.com/docs/k6/latest/using-k6/scenarios/concepts/dropped-iterations/
*/
const droppedLoad$1 = {
	id: "dropped-load",
	keys: ["dropped-load"],
	check({ service, candidateRuns, baselineRuns }, policy) {
		if (candidateRuns.length === 0 || baselineRuns.length === 0) return [];
		const limit = policy.maxDroppedRatio;
		const dropped = droppedRatio(candidateRuns);
		const before = droppedRatio(baselineRuns);
		if (dropped <= limit || before > limit) return [];
		return [{
			rule: "dropped-load",
			service,
			endpoint: null,
			metric: "dropped_iterations",
			stat: "count",
			expected: `at most ${limitPercent(limit)} dropped`,
			actual: `${percent$1(dropped, limit)} dropped`,
			message: `The load generator dropped ${percent$1(dropped, limit)} of the iterations (limit ${limitPercent(limit)}, baseline ${percent$1(before)}), so these results saw less load than configured. The service is saturated, or the load test needs more VUs.`
		}];
	}
};
/** Dropped iterations of all that should have been started, over all runs together. */
function droppedRatio(runs) {
	const dropped = total(runs, "dropped_iterations");
	const all = dropped + total(runs, "iterations");
	return all === 0 ? 0 : dropped / all;
}
function total(runs, metric) {
	return runs.reduce((sum, run) => sum + (measurementIn(run, metric, null)?.stats.get("count") ?? 0), 0);
}
// src/policy/rules/error-rate.ts
const SERIES = {
	metric: "http_req_failed",
	stat: "rate",
	endpoint: null
};
/** Binary fractions: 0.04 - 0.03 is a little more than 0.01. */
const ROUNDING$1 = 1e-9;
/**
* More requests fail than before. In percentage points: from 0.01 % to 0.02 % is no reason to block, though it doubles.
* The mean over runs, not the median: one run of three that fails is not noise.
*/
const errorRate = {
	id: "error-rate",
	keys: ["error-rate"],
	check(evidence, policy) {
		if (evidence.candidateRuns.length === 0) return [];
		const before = readRuns(evidence.baselineRuns, SERIES);
		if (before.values.length === 0) return [];
		const now = readRuns(evidence.candidateRuns, SERIES);
		const limit = policy.maxErrorRateIncrease;
		const base = {
			rule: "error-rate",
			service: evidence.service,
			...SERIES,
			expected: `at most +${limitPoints(limit)}`
		};
		const baseline = mean([...before.values]);
		if (now.problems.length > 0) {
			const message = `The share of failed requests cannot be judged: ${now.problems[0]}. The baseline has ${amount(baseline, "ratio")}.`;
			return [{
				...base,
				actual: "absent or unusable",
				message
			}];
		}
		const candidate = mean([...now.values]);
		const rise = candidate - baseline;
		if (rise <= limit + ROUNDING$1) return [];
		const values = `${amount(baseline, "ratio")} → ${amount(candidate, "ratio", baseline)}`;
		return [{
			...base,
			actual: `${signedPoints(rise, limit)} (${values})`,
			message: `${amount(candidate, "ratio", baseline)} of the requests failed, ${amount(baseline, "ratio")} in the baseline (limit +${limitPoints(limit)}). Failed requests are often fast, so latency alone would not show this: find out why they fail.`
		}];
	}
};
// src/policy/rules/k6-threshold.ts
/** k6 ends with 99 when a threshold was crossed: https://github.com/grafana/k6/blob/v1.0.0/errext/exitcodes/codes.go */
const THRESHOLDS_HAVE_FAILED = 99;
/** The load test's own thresholds were crossed in a candidate run. */
const k6Threshold = {
	id: "k6-threshold",
	keys: ["k6-threshold"],
	check({ service, candidateRuns }) {
		const crossings = /* @__PURE__ */ new Map();
		for (const { run } of candidateRuns) for (const { metric, expression } of run.thresholds.filter(({ crossed }) => crossed)) {
			const key = JSON.stringify([metric, expression]);
			crossings.set(key, {
				metric,
				expression,
				runs: (crossings.get(key)?.runs ?? 0) + 1
			});
		}
		const remarks = [...crossings.values()].map(({ metric, expression, runs }) => ({
			rule: "k6-threshold",
			service,
			endpoint: null,
			metric,
			stat: null,
			expected: expression,
			actual: "crossed",
			message: `The load test's own threshold \`${expression}\` on ${metric} was crossed${candidateRuns.length === 1 ? "" : ` in ${runs} of ${counted(candidateRuns.length, "run")}`}. Look at the script: it says what its author promised.`
		}));
		const unnamed = candidateRuns.filter(({ exitCode, run }) => exitCode === THRESHOLDS_HAVE_FAILED && !run.thresholds.some(({ crossed }) => crossed));
		return unnamed.length === 0 ? remarks : [...remarks, exitRemark(service, unnamed.length)];
	}
};
function exitRemark(service, runs) {
	return {
		rule: "k6-threshold",
		service,
		endpoint: null,
		metric: null,
		stat: null,
		expected: "exit code 0",
		actual: `exit code ${THRESHOLDS_HAVE_FAILED}`,
		message: `k6 ended with exit code ${THRESHOLDS_HAVE_FAILED} in ${counted(runs, "run")}: a threshold of the load test was crossed. The results do not say which; its log does.`
	};
}
// src/policy/rules/missing-baseline.ts
/**
* A known service has results and nothing to compare them with. decide.ts softens this where the store was never written:
* that is the first day of the gate and not a hole in it.
*/
const missingBaseline = {
	id: "missing-baseline",
	keys: ["missing-baseline"],
	check(evidence) {
		if (!evidence.known || evidence.baselineState === "unreadable" || !lacksBaseline(evidence)) return [];
		const { service } = evidence;
		return [{
			rule: "missing-baseline",
			service,
			endpoint: null,
			metric: null,
			stat: null,
			expected: "a usable baseline",
			actual: "none",
			message: `There is no usable baseline for ${service}, so nothing of it was compared. Record one: run the gate on a push to the default branch, or run both versions in one job as pairs.`
		}];
	}
};
// src/policy/rules/missing-series.ts
/** Something that the baseline or the policy has is not in the results: a whole service, or one series of it. */
const missingSeries = {
	id: "missing-series",
	keys: ["missing"],
	check(evidence, policy) {
		if (evidence.candidateRuns.length === 0) return isExpected(evidence) ? [absentService(evidence)] : [];
		const missing = gatedSeries(evidence).filter(({ verdict }) => verdict === "missing");
		const silent = silentPrimaries(evidence, policy).map((primary) => ({
			...primary,
			service: evidence.service,
			endpoint: null
		}));
		return [...missing.map((series) => absentSeries(series, series.baseline === null ? null : amount(series.baseline, series.unit), series.reason)), ...silent.map((series) => absentSeries(series, null, null))];
	}
};
function absentService({ service, refusals }) {
	const refused = refusals.some(({ variant }) => variant === "candidate");
	return {
		rule: "missing",
		service,
		endpoint: null,
		metric: null,
		stat: null,
		expected: `results of ${service}`,
		actual: refused ? "no usable result" : "no result",
		message: refused ? `${service} has no usable result. Mend the refused files and run its load test again.` : `${service} has no result. Run its load test and upload its results, or list its files under \`paths\` in the policy if it may be absent.`
	};
}
function absentSeries(series, baseline, reason) {
	const { service, endpoint, metric, stat } = series;
	const where = baseline === null ? "The gate needs" : `The baseline has ${baseline} for`;
	const cause = reason === null ? "" : ` ${reason}`;
	return {
		rule: "missing",
		service,
		endpoint,
		metric,
		stat,
		expected: baseline ?? "a value",
		actual: "absent",
		message: `${where} ${seriesName$1(series)}, and these results do not have it.${cause} ${advice(endpoint, stat)}`
	};
}
/** k6 prints p(90) and p(95) only, unless told: https://grafana.com/docs/k6/latest/using-k6/k6-options/reference/#summary-trend-stats */
function advice(endpoint, stat) {
	if (endpoint !== null) return "Check that the load test still calls this endpoint under this name.";
	if (/^p(?!50$|90$|95$)/.test(stat)) return `Add \`p(${stat.slice(1)})\` to \`summaryTrendStats\` in the options of the load test.`;
	return "Check that the load test still measures it.";
}
// src/policy/rules/new-series.ts
/** Something is measured for the first time: nothing guards it yet. A known service without a baseline is missing-baseline's. */
const newSeries = {
	id: "new-series",
	keys: ["new"],
	check(evidence) {
		if (lacksBaseline(evidence)) return evidence.known ? [] : [newService(evidence.service)];
		return gatedSeries(evidence).filter(({ verdict }) => verdict === "new").map((series) => ({
			rule: "new",
			service: series.service,
			endpoint: series.endpoint,
			metric: series.metric,
			stat: series.stat,
			expected: "a baseline",
			actual: series.candidate === null ? "new" : `${amount(series.candidate, series.unit)}, new`,
			message: `${seriesName$1(series)} is new: there is no baseline for it, so it was not compared. It is compared once the default branch has recorded it.`
		}));
	}
};
function newService(service) {
	return {
		rule: "new",
		service,
		endpoint: null,
		metric: null,
		stat: null,
		expected: "a baseline",
		actual: "none",
		message: `${service} is new: there is no baseline for it, so it was not compared. It is compared once the default branch has recorded it.`
	};
}
// src/policy/rules/not-comparable.ts
/** The two sides were not measured under the same conditions. One remark a difference, or a series where only that differs. */
const notComparable = {
	id: "not-comparable",
	keys: [
		"changed-script",
		"changed-load",
		"changed-machine",
		"changed-tool",
		"changed-population"
	],
	check(evidence) {
		const base = {
			service: evidence.service,
			expected: "the conditions of the baseline"
		};
		if (evidence.differences.length > 0) return evidence.differences.map(({ kind, message }) => ({
			...base,
			rule: kind,
			endpoint: null,
			metric: null,
			stat: null,
			actual: ACTUAL[kind],
			message
		}));
		return gatedSeries(evidence).filter(({ verdict }) => verdict === "not-comparable").map((series) => ({
			...base,
			rule: "changed-population",
			endpoint: series.endpoint,
			metric: series.metric,
			stat: series.stat,
			actual: ACTUAL["changed-population"],
			message: `${seriesName$1(series)} was not compared. ${series.reason ?? "The two sides measured different things."}`
		}));
	}
};
const ACTUAL = {
	"changed-script": "another load test script",
	"changed-load": "another configured load",
	"changed-machine": "another class of machine",
	"changed-tool": "another major version of the tool",
	"changed-population": "other requests"
};
// src/policy/rules/regression.ts
/** A gated series got worse: proven or not, over the limit or possibly over it. */
const regression = {
	id: "regression",
	keys: [
		"regressed",
		"unproven",
		"slower",
		"inconclusive"
	],
	check(evidence, policy) {
		return gatedSeries(evidence).flatMap((comparison) => judge(comparison, evidence.design, policy));
	}
};
function judge(comparison, design, policy) {
	const limit = comparison.limitRatio ?? limitFor(policy, comparison.endpoint);
	const { verdict } = comparison;
	if (verdict === "regressed") return [remark("regressed", comparison, limit, provenText(comparison, limit))];
	if (verdict === "unproven") return [remark("unproven", comparison, limit, unprovenText(comparison, design, limit))];
	if (verdict === "slower") return [remark("slower", comparison, limit, slowerText(comparison, limit))];
	if (verdict === "inconclusive" && worseRatio(comparison) > limit / 2) return [remark("inconclusive", comparison, limit, inconclusiveText(comparison, design, limit))];
	return [];
}
function remark(rule, comparison, limit, message) {
	const { service, endpoint, metric, stat, baseline, candidate, unit, estimate, better, role, reason } = comparison;
	const values = baseline === null || candidate === null ? "" : ` (${amount(baseline, unit)} → ${amount(candidate, unit, baseline)})`;
	return {
		rule,
		service,
		endpoint,
		metric,
		stat,
		expected: better === "higher" ? `at least -${limitPercent(limit)}` : `at most +${limitPercent(limit)}`,
		actual: `${estimate === null ? "unknown" : signedPercent(estimate.changeRatio, limit)}${values}`,
		message: reason === null ? message : `${message} ${reason}`,
		...role === "endpoint" && rule !== "regressed" ? { atMost: "warn" } : {}
	};
}
function provenText(comparison, limit) {
	const { estimate } = comparison;
	if (estimate === null) return `${headline$1(comparison, limit)}, and that is proven.`;
	const least = worse(comparison, comparison.better === "higher" ? estimate.upper : estimate.lower);
	const proof = `with ${limitPercent(estimate.confidence)} confidence the change is at least ${percent$1(Math.max(least, 0))}`;
	return `${headline$1(comparison, limit)}, and that is proven: ${proof}. Find the cause, or have the slowdown accepted with the override label.`;
}
function unprovenText(comparison, design, limit) {
	const suspect = comparison.role === "endpoint" ? " This endpoint is a suspect; endpoints block only when it is proven." : "";
	const { estimate } = comparison;
	if (estimate === null) return `${headline$1(comparison, limit)}. These data cannot prove it.${suspect}`;
	return `${headline$1(comparison, limit)}. ${sidesText(comparison, design)} cannot prove it: ${noiseText$1(estimate, design)}.${settlingText(comparison, estimate, design, limit)}${suspect}`;
}
function slowerText(comparison, limit) {
	return `${headline$1(comparison, limit)}. The change is proven, but it is within the limit. Small steps like this one add up: check whether it was meant.`;
}
function inconclusiveText(comparison, design, limit) {
	const { estimate } = comparison;
	if (estimate === null) return `A change of ${seriesName$1(comparison)} over the limit of ${limitPercent(limit)} cannot be excluded.`;
	const most = worse(comparison, comparison.better === "higher" ? estimate.lower : estimate.upper);
	return `${headline$1(comparison, limit)}. It may be as much as ${percent$1(Math.max(most, 0))}: ${noiseText$1(estimate, design)}.${settlingText(comparison, estimate, design, limit)}`;
}
/** `p95 of http_req_duration is 6.0 % slower (limit 5 %)` */
function headline$1(comparison, limit) {
	const { estimate, better, unit } = comparison;
	const word = better === "higher" ? "lower" : unit === "ms" ? "slower" : "higher";
	const by = estimate === null ? word : `${percent$1(estimate.changeRatio, limit)} ${estimate.changeRatio === worse(comparison, Math.abs(estimate.changeRatio)) ? word : opposite(word)}`;
	return `${seriesName$1(comparison)} is ${by} (limit ${limitPercent(limit)})`;
}
function opposite(word) {
	if (word === "slower") return "faster";
	return word === "lower" ? "higher" : "lower";
}
function sidesText({ runs }, design) {
	if (design === "pairs") return counted(runs.candidate, "pair");
	if (runs.baseline !== runs.candidate) return `${counted(runs.candidate, unitNoun(design))} against ${runs.baseline}`;
	return runs.candidate === 1 ? `One ${unitNoun(design)} a side` : `${counted(runs.candidate, unitNoun(design))} a side`;
}
function noiseText$1({ noiseRatio, noiseSource }, design) {
	const noun = `${unitNoun(design)}s`;
	const by = `vary by about ${limitPercent(Number(noiseRatio.toPrecision(2)))}`;
	return noiseSource === "these-runs" ? `these ${noun} ${by}` : `${noun} like these ${by}`;
}
/** What would settle it; nothing where the data have that many units already. */
function settlingText({ runs }, { runsNeeded }, design, limit) {
	if (!Number.isFinite(runsNeeded) || runsNeeded <= Math.min(runs.baseline, runs.candidate)) return "";
	const side = design === "pairs" ? "" : " a side";
	return ` ${counted(runsNeeded, unitNoun(design))}${side} would settle a change of ${limitPercent(2 * limit)}.`;
}
/** The estimate as a change for the worse. Unknown is as bad as it can be. */
function worseRatio(comparison) {
	return comparison.estimate === null ? Number.POSITIVE_INFINITY : worse(comparison, comparison.estimate.changeRatio);
}
function worse({ better }, changeRatio) {
	return better === "higher" ? -changeRatio : changeRatio;
}
// src/policy/rules/too-few-samples.ts
/**
* Too few requests behind a gated percentile: p95 of ten requests is the slowest of them.
* One remark for each primary, and one for all endpoints together.
*/
const tooFewSamples$1 = {
	id: "too-few-samples",
	keys: ["too-few-samples"],
	check(evidence, policy) {
		if (evidence.candidateRuns.length === 0) return [];
		const thin = gatedSeries(evidence).flatMap((series) => thinnest(series, evidence, policy.minTailSamples));
		const primaries = thin.filter(({ series }) => series.role === "primary");
		const endpoints = thin.filter(({ series }) => series.role === "endpoint");
		return [...primaries.map(primaryRemark), ...endpointsRemark(evidence.service, endpoints)];
	}
};
/** The run with the fewest samples, when they are too few. Nothing where no run says how many it has. */
function thinnest(series, evidence, minTail) {
	const percentile = /^p(\d+(?:\.\d+)?)$/.exec(series.stat)?.[1];
	if (percentile === void 0) return [];
	const tailShare = Math.round((100 - Number(percentile)) * 1e6) / 1e8;
	const [fewest] = [...sampleCounts(evidence.candidateRuns, series, "candidate"), ...sampleCounts(evidence.baselineRuns, series, "baseline")].toSorted((left, right) => left.samples - right.samples);
	const needed = Math.ceil(minTail / tailShare - 1e-6);
	return fewest === void 0 || fewest.samples >= needed ? [] : [{
		series,
		...fewest,
		needed
	}];
}
function sampleCounts(runs, { metric, endpoint }, variant) {
	return runs.flatMap((run) => {
		const samples = measurementIn(run, metric, endpoint)?.sampleCount ?? null;
		return samples === null ? [] : [{
			variant,
			samples
		}];
	});
}
function primaryRemark({ series, variant, samples, needed }) {
	return {
		rule: "too-few-samples",
		service: series.service,
		endpoint: series.endpoint,
		metric: series.metric,
		stat: series.stat,
		expected: `${needed} samples a run`,
		actual: `${samples} in a ${variant} run`,
		message: `A ${variant} run has ${counted(samples, "sample")} behind ${seriesName$1(series)}; at least ${needed} are needed for a stable number. Run the load test longer.`
	};
}
function endpointsRemark(service, thin) {
	const [fewest] = thin.toSorted((left, right) => left.samples / left.needed - right.samples / right.needed);
	if (fewest === void 0) return [];
	const one = thin.length === 1;
	return [{
		...primaryRemark(fewest),
		service,
		endpoint: one ? fewest.series.endpoint : null,
		message: one ? primaryRemark(fewest).message : `${thin.length} endpoints have too few samples for a stable number. The fewest: ${counted(fewest.samples, "sample")} in a ${fewest.variant} run behind ${seriesName$1(fewest.series)}, which needs ${fewest.needed}. Run the load test longer.`
	}];
}
// src/policy/registry.ts
/** Every rule of the gate, one file each. Their order does not matter: findings are sorted. */
const RULES = [
	invalidData,
	missingSeries,
	missingBaseline,
	notComparable,
	regression,
	budget,
	errorRate,
	droppedLoad$1,
	tooFewSamples$1,
	newSeries,
	k6Threshold,
	debt$1
];
// src/report/cell.ts
/**
* The only place that escapes and formats for the report.
* Names and messages come from result files, pull requests and policies, so all of them are hostile here. On GitHub a name
* could ping people, close issues, load images, break a table or pose as the report itself. A code span stops all of
* that: the filters for mentions, references and emoji skip `code`.
* https://github.com/gjtorikian/html-pipeline (the mention filter ignores pre, code and a)
*/
/** Longer names are cut: nobody reads on, and a comment has a size limit. */
const MAX_NAME_CODE_POINTS = 120;
/** Longer than any message of the gate itself. */
const MAX_PROSE_CODE_POINTS = 700;
/** What could stand for a number that is not known. */
const UNKNOWN = "unknown";
/** An untrusted name as a Markdown code span that is safe in a table cell, in a list and in a sentence. */
function code(name) {
	const text = plain(name, MAX_NAME_CODE_POINTS).replaceAll("|", "\\|");
	const longestFence = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
	const fence = "`".repeat(longestFence + 1);
	const padding = text.startsWith("`") || text.endsWith("`") ? " " : "";
	return `${fence}${padding}${text}${padding}${fence}`;
}
/** An untrusted name as HTML, for places where Markdown is not read, such as the title of a fold. */
function htmlCode(name) {
	return `<code>${plain(name, MAX_NAME_CODE_POINTS).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\"", "&quot;")}</code>`;
}
/**
* Untrusted text without what cannot be seen or would start a new line: control characters, changes of writing direction,
* invisible characters. Cut to `maxCodePoints`. Cannot hold the opening of an HTML comment.
*/
function plain(text, maxCodePoints = MAX_PROSE_CODE_POINTS) {
	const clean = text.toWellFormed().replaceAll(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").replaceAll(/\p{Cf}/gu, "").replaceAll("<!--", "<! --").trim();
	const codePoints = [...clean];
	if (codePoints.length > maxCodePoints) return `${codePoints.slice(0, maxCodePoints - 1).join("")}…`;
	return clean === "" ? "(empty)" : clean;
}
/** A word that Markdown and GitHub read as nothing but a word. A colon, an underscore or a slash can stand inside it. */
const HARMLESS_WORD = /^["'“‘(]*[+\-−]?[\p{L}\p{N}]+(?:[.,/+%'’=–…-]+[\p{L}\p{N}]+|_[\p{L}\p{N}]+)*[.,;:%"'”’)!?…]*$/u;
/** Signs that stand alone between words. A hyphen would start a list where it is the first. */
const HARMLESS_SIGN = /^[%–—…→≤≥=,;:.()"“”-]+$/;
/** Words that GitHub turns into links, or Markdown into the number of a list, although they look harmless. */
const ACTIVE_WORD = /www\.|^GH-\d|^[0-9a-f]{7,64}[.,;:]?$/i;
const LIST_NUMBER = /^\d+[.)]$/;
/** What a message itself quotes as code, with the sign that follows it; or a word. */
const CODE_OR_WORD = /`([^`]+)`([.,;:)]*)(?= |$)|\S+/g;
/**
* A message as Markdown. Plain words stay as they are, and every word that could be more than a word becomes a code span.
* Messages are written by the rules of the gate, and hold names from outside.
*/
function prose(message) {
	return [...plain(message).matchAll(CODE_OR_WORD)].map(([word, quoted, sign = ""], index) => {
		if (quoted !== void 0) return `${code(quoted)}${sign}`;
		return isHarmless(word, index === 0) ? word : codeWord(word);
	}).join(" ");
}
/** The signs that end a sentence stay outside: they are not part of the name. */
function codeWord(word) {
	const [, name = word, signs = ""] = /^(.+?)([.,;:]*)$/u.exec(word) ?? [];
	return `${code(name)}${signs}`;
}
function isHarmless(word, isFirst) {
	if (isFirst && (LIST_NUMBER.test(word) || HARMLESS_SIGN.test(word))) return false;
	return HARMLESS_WORD.test(word) && !ACTIVE_WORD.test(word) || HARMLESS_SIGN.test(word);
}
/** A link whose text is ours. The address must be https, and is left out otherwise. */
function link(text, address) {
	return address !== null && /^https:\/\/[\w.-]+(?::\d+)?\/[\w./?=&%#-]*$/.test(address) ? `[${text}](${address})` : void 0;
}
/** The first seven characters of a commit, as Git abbreviates it. */
function commit(sha) {
	return code(/^[0-9a-f]{40,64}$/.test(sha) ? sha.slice(0, 7) : sha);
}
/** `105.0 ms`: four digits that count, so that 105.0 is told from 104.9. */
function formatMs(durationMs) {
	return `${significant(durationMs, 4)} ms`;
}
/**
* `+8.3 %` for 0.083, `0.0 %` for nothing. With a limit, as many digits as it takes to tell the two apart: 0.05001 against
* a limit of 0.05 is `+5.001 %`.
*/
function formatRatio(changeRatio, limitRatio = null) {
	if (!Number.isFinite(changeRatio)) return UNKNOWN;
	const text = percent(changeRatio, limitRatio);
	return changeRatio > 0 && Number(text.replaceAll(",", "")) > 0 ? `+${text} %` : `${text} %`;
}
/** `8.3 %` for 0.083 and for -0.083: where a word says the direction. */
function formatSize(changeRatio, limitRatio = null) {
	if (!Number.isFinite(changeRatio)) return UNKNOWN;
	return `${percent(Math.abs(changeRatio), limitRatio)} %`;
}
/** `5 %`, `7.5 %`: a limit as short as it is written. */
function formatLimit(limitRatio) {
	return `${trimmed(limitRatio * 100, 4)} %`;
}
/** `+5 %` for a latency, `-5 %` for a throughput: the direction that the limit holds. */
function formatSignedLimit(limitRatio, better) {
	return `${better === "higher" ? "-" : "+"}${formatLimit(limitRatio)}`;
}
/** `+8.3 % (+5.1 % … +11.6 %)`: the best estimate and its two one-sided bounds. */
function formatChange(estimate, limitRatio = null) {
	const { changeRatio, lower, upper } = estimate;
	return `${formatRatio(changeRatio, limitRatio)} (${formatRatio(lower)} … ${formatRatio(upper)})`;
}
/** A number that stays on one line in a narrow table; a bracket may begin a new one. */
function unbroken(text) {
	return text.replaceAll(" ", "\xA0").replaceAll("\xA0(", " (");
}
/** `plausibly between +7.3 % and +14.4 %`. */
function formatInterval({ lower, upper }) {
	return `plausibly between ${formatRatio(lower)} and ${formatRatio(upper)}`;
}
/** A measured value with its unit. A ratio is a share: 0.0012 is `0.12 %`. */
function formatValue(value, unit) {
	if (value === null || !Number.isFinite(value)) return UNKNOWN;
	switch (unit) {
		case "ms": return formatMs(value);
		case "ratio": return `${trimmed(value * 100, 4)} %`;
		case "per-second": return `${significant(value, 4)}/s`;
		case "bytes": return formatBytes(value);
		case "bytes-per-second": return `${formatBytes(value)}/s`;
		case "count":
		case "none": return trimmed(value, 4);
	}
}
/** `+0.30 pp`: the difference of two shares, in percentage points. A relative change of an error rate says little. */
function formatPoints(baseline, candidate) {
	const points = (candidate - baseline) * 100;
	const text = fixed(points, 2);
	return points > 0 && Number(text) > 0 ? `+${text} pp` : `${text} pp`;
}
/** `about 1 time in 790`: how often chance alone would do this. Never zero. */
function formatChance(pValue) {
	if (pValue < 1e-4) return "less than 1 time in 10,000";
	if (pValue > .4) return "about every second time";
	return `about 1 time in ${fixed(Number((1 / pValue).toPrecision(2)), 0)}`;
}
/** `1 min 30 s`. */
function formatDuration(durationMs) {
	if (durationMs < 6e4) return `${trimmed(durationMs / 1e3, 3)} s`;
	const seconds = Math.round(durationMs / 1e3);
	return seconds % 60 === 0 ? `${seconds / 60} min` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
/** `1 run`, `3 runs`. */
function count(number, one, many = `${one}s`) {
	return `${fixed(number, 0)} ${number === 1 ? one : many}`;
}
/** `a`, `a and b`, `a, b and c`. */
function listed(parts) {
	return parts.length < 2 ? parts[0] ?? "" : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
/** One digit after the point, more where it would read as the limit and is not, none from 1,000 % on. */
function percent(changeRatio, limitRatio) {
	const value = changeRatio * 100;
	const limit = limitRatio === null ? NaN : limitRatio * 100;
	const start = Math.abs(value) >= 1e3 ? 0 : 1;
	const isLimit = Math.abs(Math.abs(value) - limit) < 1e-9;
	for (let decimals = start; decimals < 8 && !isLimit; decimals++) if (fixed(Math.abs(value), decimals) !== fixed(limit, decimals)) return fixed(value, decimals);
	return fixed(value, isLimit ? start : 8);
}
const BINARY_UNITS = [
	"B",
	"KiB",
	"MiB",
	"GiB",
	"TiB"
];
function formatBytes(bytes) {
	const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), BINARY_UNITS.length - 1);
	return `${trimmed(bytes / 1024 ** power, 4)} ${BINARY_UNITS[power]}`;
}
/** With this many digits that count, and never fewer than its whole digits: 12,345 stays 12,345. */
function significant(value, digits) {
	return fixed(value, decimalsFor(value, digits));
}
/** As `significant`, without zeros at the end. */
function trimmed(value, digits) {
	const text = fixed(value, decimalsFor(value, digits));
	return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}
function decimalsFor(value, digits) {
	if (value === 0) return 0;
	return Math.min(Math.max(digits - 1 - Math.floor(Math.log10(Math.abs(value))), 0), 12);
}
/** By hand, because `toLocaleString` takes 40 times as long, and a report has tens of thousands of numbers. */
function fixed(value, decimals) {
	const [whole = "", fraction] = value.toFixed(decimals).split(".");
	const grouped = whole.length <= 3 ? whole : whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ",");
	const text = fraction === void 0 ? grouped : `${grouped}.${fraction}`;
	return /^-[0.]+$/.test(text) ? text.slice(1) : text;
}
// src/report/series.ts
/** The statistics that the latency table shows, whether they were measured or not. */
const LATENCY_STATS$1 = [
	"p50",
	"p95",
	"p99"
];
const THROUGHPUT_METRICS = [
	"http_reqs",
	"http_req_failed",
	"iterations",
	"dropped_iterations"
];
const RESOURCE_METRIC = /(?:^|[_.])(?:cpu|memory|mem|rss)(?:[_.]|$)/i;
/** Which table of the report shows this series. Each series is in exactly one. */
function groupOf({ endpoint, metric, stat, unit, role }) {
	if (endpoint !== null) return "other";
	if (RESOURCE_METRIC.test(metric)) return "resources";
	if (THROUGHPUT_METRICS.includes(metric)) return "throughput";
	return unit === "ms" && (metric === "http_req_duration" || role === "primary") && (LATENCY_STATS$1.includes(stat) || role === "primary") ? "latency" : "other";
}
const WORST_FIRST = [
	"invalid",
	"missing",
	"regressed",
	"unproven",
	"not-comparable",
	"inconclusive",
	"slower",
	"new",
	"unchanged",
	"improved",
	"not-run"
];
/** The change for the worse: positive is worse, whatever the direction of the metric. null: nothing to compare. */
function worseningOf({ better, estimate }) {
	if (estimate === null) return null;
	if (better === "neither") return Math.abs(estimate.changeRatio);
	return better === "higher" ? -estimate.changeRatio : estimate.changeRatio;
}
/** The worst first: by verdict, then by the size of the change for the worse, then by name. */
function worstFirst(comparisons) {
	return comparisons.toSorted((left, right) => WORST_FIRST.indexOf(left.verdict) - WORST_FIRST.indexOf(right.verdict) || (worseningOf(right) ?? 0) - (worseningOf(left) ?? 0) || compareText$1(nameOf(left), nameOf(right)));
}
/** The comparison that a finding speaks of; undefined when it speaks of more, or of something that was not compared. */
function comparisonOf(finding, verdict) {
	return verdict.services.find(({ service }) => service === finding.service)?.comparisons.find(({ endpoint, metric, stat }) => endpoint === finding.endpoint && metric === finding.metric && stat === finding.stat);
}
/** The first, worst finding that speaks of a comparison. */
function findingOf({ service, endpoint, metric, stat }, verdict) {
	return verdict.findings.find((finding) => finding.service === service && finding.endpoint === endpoint && finding.metric === metric && finding.stat === stat);
}
/** The series that the gate is about. */
function gatedComparisons(verdict) {
	return verdict.services.flatMap(({ comparisons }) => comparisons.filter(({ role }) => role !== "other"));
}
/** The verdict cut down to one service: what the sections of that service are made from. */
function verdictOfService(verdict, evidence) {
	return {
		...verdict,
		services: [evidence],
		findings: verdict.findings.filter(({ service }) => service === evidence.service)
	};
}
/** Those that block first, then those with warnings, then the rest by name. */
function servicesWorstFirst(verdict) {
	const rank = (service) => {
		const index = verdict.findings.findIndex((finding) => finding.service === service);
		return index === -1 ? verdict.findings.length : index;
	};
	return verdict.services.toSorted((left, right) => rank(left.service) - rank(right.service) || compareText$1(left.service, right.service));
}
function nameOf({ service, endpoint, metric, stat }) {
	return [
		service,
		endpoint ?? "",
		metric,
		stat
	].join("\n");
}
/** By UTF-16 unit: the same order on every machine, whatever its language. */
function compareText$1(left, right) {
	return left < right ? -1 : Number(left > right);
}
// src/report/coverage.ts
/** More remarks than this would make line 2 a page; all of them stand with their service. */
const MAX_REMARKS = 2;
const MAX_NAMES$3 = 3;
/** Line 2 of the report: how much was compared, with what, and how far it can be trusted. */
function coverage(verdict, context, wording) {
	return [
		comparedText(verdict, verdict.services.filter(isCompared), context, wording),
		shortfallText(verdict, wording),
		detectableText(verdict),
		unknownText(verdict.services),
		...remarks(verdict.services, wording)
	].filter((part) => part !== "").join(" ");
}
/** `3 of 3 gated series`: for the commit status. */
function coverageCount({ compared, expected }) {
	return `${compared} of ${expected} gated series compared`;
}
/** How the two sides were measured, in words. */
function designWords(design) {
	switch (design) {
		case "pairs": return "in turns on the same machine (interleaved pairs)";
		case "runs": return "each run counts on its own";
		case "jobs": return "the runs of a machine count as one";
		case "single": return "one measurement on each side";
		case "none": return "nothing to compare";
	}
}
/** What is counted on each side: runs, or machines where the runs of one machine count as one. */
function unitWord({ design, candidateRuns, baselineRuns }) {
	return design === "jobs" || design === "single" && (candidateRuns.length > 1 || baselineRuns.length > 1) ? "machine" : "run";
}
function isCompared({ comparisons }) {
	return comparisons.some(({ estimate }) => estimate !== null);
}
function comparedText(verdict, services, context, wording) {
	const amount = `Compared ${verdict.compared} of ${verdict.expected} gated series`;
	if (services.length === 0) return `${amount}.`;
	return `${amount} with ${baselineText(services, context, wording)}, ${runsText(services)}.`;
}
function baselineText(services, { baseBranch }, wording) {
	const windows = services.map(({ window }) => window);
	const branch = baseBranch === null ? "the stored baseline" : wording.name(baseBranch);
	const [first] = windows;
	if (windows.every((window) => window === null)) {
		const [commit, ...others] = new Set(services.flatMap(({ baselineRuns }) => baselineRuns.map((run) => run.testedCommit)));
		return commit == null || others.length > 0 ? "the baseline runs" : `the baseline at ${shortCommit(commit, wording)}`;
	}
	if (!windows.every((window) => window?.commit === first?.commit) || first?.commit == null) return `${branch} (the newest commit with a result differs by service)`;
	const behind = first.commitsBehind;
	const distance = behind === null ? "" : behind === 0 ? "" : `, ${count(behind, "commit")} back`;
	return `${branch} at ${shortCommit(first.commit, wording)}${distance}`;
}
function shortCommit(sha, wording) {
	return wording.name(/^[0-9a-f]{40,64}$/.test(sha) ? sha.slice(0, 7) : sha);
}
function runsText(services) {
	const primaries = services.flatMap(({ comparisons }) => comparisons.filter(({ role, estimate }) => role === "primary" && estimate !== null));
	const candidate = rangeText(primaries.map(({ runs }) => runs.candidate));
	const baseline = rangeText(primaries.map(({ runs }) => runs.baseline));
	const units = [...new Set(services.map(unitWord))];
	const unit = units.length === 1 && units[0] !== void 0 ? units[0] : "measurement";
	const words = services.every(({ design }) => design === "pairs") ? " (interleaved pairs)" : unit === "machine" ? " (the runs of a machine count as one)" : "";
	return `${candidate} ${candidate === "1" ? unit : `${unit}s`} against ${baseline}${words}`;
}
function rangeText(numbers) {
	if (numbers.length === 0) return "no";
	const smallest = Math.min(...numbers);
	const largest = Math.max(...numbers);
	return smallest === largest ? `${smallest}` : `${smallest} to ${largest}`;
}
const NOT_COMPARED = [
	"missing",
	"invalid",
	"not-comparable"
];
/** Which services are behind the gap between the two numbers. Where nothing was compared, line 1 says why. */
function shortfallText({ compared, expected, services }, wording) {
	if (compared === 0 || compared >= expected) return "";
	const names = services.filter(({ comparisons }) => comparisons.some(({ role, verdict }) => role !== "other" && NOT_COMPARED.includes(verdict))).map(({ service }) => wording.name(service));
	const hidden = names.length - MAX_NAMES$3;
	const shown = [...names.slice(0, MAX_NAMES$3), ...hidden > 0 ? [`${hidden} more`] : []];
	return shown.length === 0 ? "" : `Not compared: parts of ${listed(shown)}.`;
}
/** The weakest of all primaries: what is promised must hold for each of them. */
function detectableText(verdict) {
	const estimated = gatedComparisons(verdict).filter(({ role, estimate }) => role === "primary" && estimate !== null);
	const [weakest] = estimated.toSorted((left, right) => detectable(right) - detectable(left));
	if (weakest === void 0 || !Number.isFinite(detectable(weakest))) return "";
	const size = formatSize(detectable(weakest), weakest.limitRatio);
	const everywhere = estimated.length > 1 ? " in any of them" : "";
	const kind = weakest.better === "higher" ? "fall" : "slowdown";
	if (weakest.limitRatio !== null && detectable(weakest) > weakest.limitRatio + 1e-9) return `Only a ${kind} of ${size} or more${everywhere} would have been proven; the limit is ${formatLimit(weakest.limitRatio)}.`;
	return `A ${kind} of ${size} or more${everywhere} would have been proven.`;
}
function detectable({ estimate }) {
	return estimate?.detectableRatio ?? 0;
}
const CONDITION_NAMES = {
	machine: "the machine",
	load: "the load",
	scriptHash: "the load script",
	tool: "the k6 version"
};
/** What nobody said about the runs: unknown matches only unknown, so a difference in it cannot be seen. */
function unknownText(services) {
	const runs = services.flatMap(({ candidateRuns, baselineRuns }) => [...candidateRuns, ...baselineRuns]);
	const unknown = [
		"machine",
		"load",
		"scriptHash",
		"tool"
	].filter((field) => runs.some(({ conditions }) => conditions[field] === null));
	return unknown.length === 0 ? "" : `Not known: ${listed(unknown.map((field) => CONDITION_NAMES[field]))}.`;
}
function remarks(services, wording) {
	const all = [...new Set(services.flatMap((service) => service.remarks))];
	const shown = all.slice(0, MAX_REMARKS).map((remark) => wording.message(remark));
	const hidden = all.length - shown.length;
	return hidden === 0 ? shown : [...shown, `${count(hidden, "more remark")} in the details.`];
}
// src/report/wording.ts
/** For comments, summaries and files. */
const MARKDOWN = {
	name: code,
	message: prose,
	strong: (text) => `**${text}**`
};
/** For the commit status and for titles, where nothing is read as markup. */
const PLAIN = {
	name: (text) => plain(text, 60),
	message: (text) => plain(text, 200),
	strong: (text) => text
};
/** `p95`, `error rate`, `throughput`, or `p95 of grpc_req_duration` for what has no short name. */
function statisticName({ metric, stat }, wording) {
	if (metric === "http_req_duration") return /^[a-z0-9.]+$/.test(stat) ? stat : wording.name(stat);
	if (metric === "http_req_failed" && stat === "rate") return "error rate";
	if (metric === "http_reqs" && stat === "rate") return "throughput";
	return `${wording.name(stat)} of ${wording.name(metric)}`;
}
/** ``p95 of `GET /orders` in `checkout` ``. */
function seriesName(series, wording) {
	return `${statisticName(series, wording)} of ${placeName(series, wording)}`;
}
/** `` `checkout` ``, or `` `GET /orders` in `checkout` ``. */
function placeName({ service, endpoint }, wording) {
	return endpoint === null ? wording.name(service) : `${wording.name(endpoint)} in ${wording.name(service)}`;
}
/** How the side that is judged is called. */
function candidateTitle({ generatedFor }) {
	return generatedFor === "pull-request" ? "This pull request" : generatedFor === "push" ? "This commit" : "Candidate";
}
/** Whether a message says the name of its service as a word. */
function isNamedIn(message, service) {
	return message.split(/[\s:;,.()"'`]+/).includes(service);
}
/** The name of the service before a message that does not say it. */
function withService(service, message, text, wording) {
	return service === null || isNamedIn(message, service) ? text : `${wording.name(service)}: ${text}`;
}
/** The row of a comparison. `finding` is what the policy made of it, if anything. */
function comparisonRow(comparison, finding) {
	const { baseline, candidate, unit, limitRatio, better, role } = comparison;
	return {
		metric: statisticName(comparison, MARKDOWN),
		baseline: baseline === null ? "–" : unbroken(formatValue(baseline, unit)),
		candidate: candidate === null ? "–" : unbroken(formatValue(candidate, unit)),
		change: unbroken(changeText(comparison)),
		limit: limitRatio === null || role === "other" ? "–" : unbroken(formatSignedLimit(limitRatio, better)),
		verdict: `${levelIcon(finding)}${verdictText(comparison)}`
	};
}
/** The row of a comparison, with what the policy made of it. */
function judgedRow(comparison, verdict) {
	return comparisonRow(comparison, findingOf(comparison, verdict));
}
/** The row of a statistic that a reader looks for and the results do not have. */
function absentRow(metric) {
	return {
		metric,
		baseline: "–",
		candidate: "–",
		change: "–",
		limit: "–",
		verdict: "not in the results"
	};
}
/** An icon only where the policy says something: colour and shape are never the only carrier. */
function levelIcon(finding) {
	if (finding === void 0) return "";
	return finding.level === "fail" ? "❌ " : "⚠️ ";
}
function changeText({ estimate, baseline, candidate, unit, limitRatio }) {
	if (unit === "ratio" && baseline !== null && candidate !== null) return formatPoints(baseline, candidate);
	return estimate === null ? "–" : formatChange(estimate, limitRatio);
}
function verdictText(comparison) {
	const words = verdictWords(comparison);
	return comparison.reason === null ? words : `${words}: ${prose(comparison.reason)}`;
}
/** What the verdict of a comparison is called, in words that fit the metric. */
function verdictWords(comparison) {
	const { worse, better } = directionWords(comparison);
	if (isShare(comparison) && comparison.verdict === "inconclusive") return worse;
	switch (comparison.verdict) {
		case "regressed": return `${worse}, proven`;
		case "unproven": return `${worse}, not proven`;
		case "slower": return `${worse}, within the limit`;
		case "unchanged": return "no change";
		case "improved": return `${better}, proven`;
		case "inconclusive": return inconclusiveWords(comparison);
		case "new": return "new, no baseline";
		case "missing": return "missing";
		case "not-run": return "not run";
		case "not-comparable": return "not comparable";
		case "invalid": return "cannot be used";
	}
}
/** `slower` and `faster` for durations, `lower` and `higher` for throughput, `worse` and `better` for the rest. */
function directionWords({ unit, better, metric, stat }) {
	if (better === "higher") return {
		worse: "lower",
		better: "higher"
	};
	if (unit === "ms" && (metric.includes("duration") || LATENCY_STATS$1.includes(stat))) return {
		worse: "slower",
		better: "faster"
	};
	return better === "lower" ? {
		worse: "higher",
		better: "lower"
	} : {
		worse: "changed",
		better: "changed"
	};
}
/** `10.8 % slower (limit 5 %)`. */
function changeInWords(comparison, changeRatio) {
	const { worse, better } = directionWords(comparison);
	const worsening = comparison.better === "higher" ? -changeRatio : changeRatio;
	const size = formatSize(changeRatio, comparison.limitRatio);
	if (size === "0.0 %") return "the same as before";
	const limit = comparison.limitRatio !== null && worsening > 0 ? ` (limit ${formatLimit(comparison.limitRatio)})` : "";
	return `${size} ${worsening >= 0 ? worse : better}${limit}`;
}
/** A share such as the error rate has a rule of its own: its verdict here only says which way it moved. */
function isShare({ unit, estimate }) {
	return unit === "ratio" && estimate === null;
}
/** Half of the limit is where a change is worth a word. */
function inconclusiveWords(comparison) {
	const { worse, better } = directionWords(comparison);
	const worsening = worseningOf(comparison);
	const { limitRatio } = comparison;
	if (worsening === null || limitRatio === null || Math.abs(worsening) <= limitRatio / 2) return "no clear change";
	return `maybe ${worsening > 0 ? worse : better}, not proven`;
}
// src/report/headline.ts
/** Says in two sentences whether the change is blocked, by what, and what to do. */
function headline(verdict, context, wording) {
	switch (verdict.outcome) {
		case "invalid": return blocked(verdict, context, wording, "An override cannot help here: there is nothing to decide on.");
		case "fail": return blocked(verdict, context, wording, overrideHint(verdict, context));
		case "overridden": return overridden(verdict, context, wording);
		case "no-baseline": return {
			icon: "🚧",
			statement: "NOT A GATE YET: no baseline recorded.",
			action: `Nothing was compared, so nothing would have been caught. ${nextForBaseline(context, wording)}`
		};
		case "warn": return warned(verdict, context, wording);
		case "pass": return passed(verdict, context, wording);
	}
}
/** Line 1 as it is printed. */
function headlineText({ icon, statement, action }, wording) {
	return [`${icon} ${wording.strong(statement)}`, action].filter((part) => part !== "").join(" ");
}
/** What `blocked` means to the one who reads this. */
function consequence(isBlocked, { generatedFor }) {
	if (generatedFor !== "push") return isBlocked ? "Blocked" : "Not blocked";
	return isBlocked ? "A pull request would be blocked" : "A pull request would not be blocked";
}
function blocked(verdict, context, wording, override) {
	const failing = verdict.findings.filter(({ level }) => level === "fail");
	const worst = mainFinding(failing);
	const start = consequence(true, context);
	if (worst === void 0) return {
		icon: "❌",
		statement: `${start}.`,
		action: override
	};
	const { place, statement, action } = problemOf(worst, verdict, wording);
	const more = failing.length > 1 ? `${count(failing.length - 1, "more finding blocks", "more findings block")} it.` : "";
	return {
		icon: "❌",
		statement: `${start}${place === "" ? "" : ` by ${place}`}: ${statement}`,
		action: sentences(more, action, override)
	};
}
function warned(verdict, context, wording) {
	const worst = mainFinding(verdict.findings);
	const start = consequence(false, context);
	if (worst === void 0) return {
		icon: "⚠️",
		statement: `${start}, with a warning.`,
		action: ""
	};
	if (worst.rule === "debt") return {
		...passed(verdict, context, wording),
		icon: "⚠️",
		action: "But the baseline itself holds an older slowdown: see the debt below."
	};
	const { place, statement, action } = problemOf(worst, verdict, wording);
	const more = verdict.findings.length > 1 ? `${count(verdict.findings.length - 1, "more warning")} below.` : "";
	return {
		icon: "⚠️",
		statement: `${start}, with a warning${place === "" ? "" : ` on ${place}`}: ${statement}`,
		action: sentences(more, action)
	};
}
function passed(verdict, context, wording) {
	const start = consequence(false, context);
	if (verdict.compared === 0) return {
		icon: "✅",
		statement: `${start}: nothing had to be measured.`,
		action: "This change touches no path of a service that the gate knows."
	};
	const faster = fasterText(verdict, wording);
	if (faster !== null) return {
		icon: "✅",
		statement: `${start}: ${faster}`,
		action: "Nothing to do."
	};
	const worst = largestChange(verdict);
	const largest = worst?.estimate == null ? "" : `The largest change is ${seriesName(worst, wording)}: ${changeInWords(worst, worst.estimate.changeRatio)}.`;
	return {
		icon: "✅",
		statement: `${start}: nothing is over its limit.`,
		action: sentences(largest, "Nothing to do.")
	};
}
function overridden(verdict, context, wording) {
	const failing = verdict.findings.filter(({ level }) => level === "fail");
	const worst = mainFinding(failing);
	const by = verdict.override.kind === "valid" ? ` by ${wording.name(verdict.override.by)}` : "";
	const problem = worst === void 0 ? null : problemOf(worst, verdict, wording);
	const without = problem === null ? "" : `Without the override it would be blocked${problem.place === "" ? "" : ` by ${problem.place}`}: ${problem.statement}`;
	const more = failing.length > 1 ? `${count(failing.length - 1, "more finding")} below.` : "";
	return {
		icon: "🔓",
		statement: `${consequence(false, context)}: overridden${by}.`,
		action: sentences(without, more, "Merging accepts this; it stays listed as debt.")
	};
}
/** Debt is old: what this change does comes before it. */
function mainFinding(findings) {
	return findings.find(({ rule }) => rule !== "debt") ?? findings[0];
}
/** What is wrong, and what to do about it: from the numbers where there are numbers, else in the words of the rule. */
function problemOf(finding, verdict, wording) {
	const comparison = comparisonOf(finding, verdict);
	if (![
		"regressed",
		"unproven",
		"slower",
		"inconclusive"
	].includes(finding.rule) || comparison?.estimate == null) return inWordsOfTheRule(finding, wording);
	const change = `${seriesName(comparison, wording)} is ${changeInWords(comparison, comparison.estimate.changeRatio)}`;
	const { worse } = directionWords(comparison);
	switch (comparison.verdict) {
		case "regressed": return {
			place: "",
			statement: `${change}, and this is proven.`,
			action: improvementHint(worse)
		};
		case "unproven": return {
			place: "",
			statement: `${change}, but this is not proven.`,
			action: `${noiseText(comparison, verdict)} ${settledBy(comparison)}`
		};
		case "slower": return {
			place: "",
			statement: `${change}, and this is proven.`,
			action: "Is it worth it?"
		};
		default: return {
			place: "",
			statement: `${change}, and this is not proven.`,
			action: `${noiseText(comparison, verdict)} ${settledBy(comparison)}`
		};
	}
}
/** The first sentence of a message says what is wrong, the rest what to do. */
function inWordsOfTheRule({ rule, message, service }, wording) {
	const [, first = message, rest = ""] = /^(.+?[.!?])\s+(\S.*)$/s.exec(message) ?? [];
	return {
		place: service === null || isNamedIn(message, service) ? "" : wording.name(service),
		statement: wording.message(first),
		action: rest !== "" ? wording.message(rest) : rule.startsWith("changed-") ? SAME_CONDITIONS : ""
	};
}
const SAME_CONDITIONS = "Measure both versions under the same conditions, for example in turns in one job.";
function improvementHint(worse) {
	return worse === "slower" ? "Make it faster." : "Bring it back.";
}
/** Why the data cannot prove it. */
function noiseText(comparison, verdict) {
	const { estimate, runs, service } = comparison;
	if (estimate === null) return "";
	const evidence = verdict.services.find((one) => one.service === service);
	const unit = evidence === void 0 ? "run" : unitWord(evidence);
	if (runs.baseline === 1 && runs.candidate === 1) return `One ${unit} against one ${unit} cannot tell a change this small from noise.`;
	return `From ${unit} to ${unit} it varies by ${formatSize(estimate.noiseRatio)}: the change is ${formatInterval(estimate)}.`;
}
/** How many runs would tell; honest where even the promised number is already there. */
function settledBy({ estimate, limitRatio, runs }) {
	if (estimate === null || limitRatio === null) return "";
	const change = formatLimit(2 * limitRatio);
	if (estimate.runsNeeded > Math.min(runs.baseline, runs.candidate)) return `Run the load test more often: ${count(estimate.runsNeeded, "run")} on each side would settle a change of ${change}.`;
	return "Run the load test more often to settle it.";
}
function overrideHint({ override }, { overrideLabel, generatedFor }) {
	if (generatedFor !== "pull-request" || overrideLabel === null) return "";
	if (override.kind === "refused") return "The override was refused: see below.";
	return "An override is possible: see below.";
}
function nextForBaseline({ generatedFor, baseBranch }, wording) {
	if (generatedFor === "command-line") return "Record one with the command below.";
	return `Add the job below; the first push to ${baseBranch === null ? "the default branch" : wording.name(baseBranch)} then records it.`;
}
/** Faster by more than the limit, or proven: worth a word. */
function fasterText(verdict, wording) {
	const [best] = gatedComparisons(verdict).filter(({ role, estimate }) => role === "primary" && estimate !== null).toSorted((left, right) => (worseningOf(left) ?? 0) - (worseningOf(right) ?? 0));
	const gain = best === void 0 ? null : worseningOf(best);
	if (best?.estimate == null || gain === null) return null;
	const { better } = directionWords(best);
	const name = seriesName(best, wording);
	if (best.verdict === "improved") return `${name} is ${formatSize(gain)} ${better}, and this is proven.`;
	if (best.limitRatio === null || gain > -best.limitRatio) return null;
	const one = best.runs.baseline === 1 && best.runs.candidate === 1;
	return `${name} looks ${formatSize(gain)} ${better}, but ${one ? "one run against one run" : "this number of runs"} cannot prove it.`;
}
/** The gated series that moved most for the worse. */
function largestChange(verdict) {
	return gatedComparisons(verdict).filter(({ role, estimate }) => role === "primary" && estimate !== null).toSorted((left, right) => (worseningOf(right) ?? 0) - (worseningOf(left) ?? 0))[0];
}
function sentences(...parts) {
	return parts.filter((part) => part.trim() !== "").join(" ");
}
// src/report/marker.ts
const MARKER = /^<!-- perf-gate:v1 name=(\S*) sha=(\S+) run=(\S+) -->(?:\r?\n|$)/;
/** Stands for an unknown value. Encoded values never hold it alone. */
const NONE = "-";
/** The first line of a comment: invisible, and the only thing by which a comment is found again, beside its author. */
function markerLine({ name, sha, run }) {
	return `<!-- perf-gate:v1 name=${encode(name)} sha=${encode(sha)} run=${encode(run)} -->`;
}
/** The marker of a comment; undefined when its very first line is not one. Text further down never counts. */
function parseMarker(body) {
	const [, name, sha, run] = MARKER.exec(body) ?? [];
	if (name === void 0 || sha === void 0 || run === void 0) return void 0;
	const decoded = {
		name: decode(name),
		sha: decode(sha),
		run: decode(run)
	};
	return decoded.name === null ? void 0 : {
		...decoded,
		name: decoded.name
	};
}
/** Without spaces and without `--`, which could end an HTML comment. */
function encode(text) {
	if (text === null) return NONE;
	return text === NONE ? "%2D" : encodeURIComponent(text.toWellFormed()).replaceAll("--", "%2D%2D");
}
function decode(text) {
	if (text === NONE) return null;
	try {
		return decodeURIComponent(text);
	} catch {
		return null;
	}
}
// ../../work/main/node_modules/handlebars/dist/cjs/handlebars/utils.js
var require_utils = /* @__PURE__ */ __commonJSMin(((exports) => {
	exports.__esModule = true;
	exports.extend = extend;
	exports.indexOf = indexOf;
	exports.escapeExpression = escapeExpression;
	exports.isEmpty = isEmpty;
	exports.createFrame = createFrame;
	exports.blockParams = blockParams;
	exports.appendContextPath = appendContextPath;
	var escape = {
		"&": "&amp;",
		"<": "&lt;",
		">": "&gt;",
		"\"": "&quot;",
		"'": "&#x27;",
		"`": "&#x60;",
		"=": "&#x3D;"
	};
	var badChars = /[&<>"'`=]/g;
	var possible = /[&<>"'`=]/;
	function escapeChar(chr) {
		return escape[chr];
	}
	function extend(obj) {
		for (var i = 1; i < arguments.length; i++) for (var key in arguments[i]) if (Object.prototype.hasOwnProperty.call(arguments[i], key)) obj[key] = arguments[i][key];
		return obj;
	}
	var toString = Object.prototype.toString;
	exports.toString = toString;
	var isFunction = function isFunction(value) {
		return typeof value === "function";
	};
	/* istanbul ignore next */
	if (isFunction(/x/)) exports.isFunction = isFunction = function(value) {
		return typeof value === "function" && toString.call(value) === "[object Function]";
	};
	exports.isFunction = isFunction;
	/* istanbul ignore next */
	var isArray = Array.isArray || function(value) {
		return value && typeof value === "object" ? toString.call(value) === "[object Array]" : false;
	};
	exports.isArray = isArray;
	function indexOf(array, value) {
		for (var i = 0, len = array.length; i < len; i++) if (array[i] === value) return i;
		return -1;
	}
	function escapeExpression(string) {
		if (typeof string !== "string") {
			if (string && typeof string.toHTML === "function") return string.toHTML();
			else if (string == null) return "";
			else if (!string) return string + "";
			string = "" + string;
		}
		if (!possible.test(string)) return string;
		return string.replace(badChars, escapeChar);
	}
	function isEmpty(value) {
		if (!value && value !== 0) return true;
		else if (isArray(value) && value.length === 0) return true;
		else return false;
	}
	function createFrame(object) {
		var frame = extend({}, object);
		frame._parent = object;
		return frame;
	}
	function blockParams(params, ids) {
		params.path = ids;
		return params;
	}
	function appendContextPath(contextPath, id) {
		return (contextPath ? contextPath + "." : "") + id;
	}
}));
// ../../work/main/node_modules/handlebars/dist/cjs/handlebars/exception.js
var require_exception = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	exports.__esModule = true;
	var errorProps = [
		"description",
		"fileName",
		"lineNumber",
		"endLineNumber",
		"message",
		"name",
		"number",
		"stack"
	];
	function Exception(message, node) {
		var loc = node && node.loc, line = void 0, endLineNumber = void 0, column = void 0, endColumn = void 0;
		if (loc && loc.start) {
			line = loc.start.line;
			column = loc.start.column;
			if (loc.end) {
				endLineNumber = loc.end.line;
				endColumn = loc.end.column;
			}
			message += " - " + line + ":" + column;
		}
		var tmp = Error.prototype.constructor.call(this, message);
		for (var idx = 0; idx < errorProps.length; idx++) this[errorProps[idx]] = tmp[errorProps[idx]];
		/* istanbul ignore else */
		if (Error.captureStackTrace) Error.captureStackTrace(this, Exception);
		try {
			if (loc) {
				this.lineNumber = line;
				this.endLineNumber = endLineNumber;
				/* istanbul ignore next */
				if (Object.defineProperty) {
					Object.defineProperty(this, "column", {
						value: column,
						enumerable: true
					});
					Object.defineProperty(this, "endColumn", {
						value: endColumn,
						enumerable: true
					});
				} else {
					this.column = column;
					this.endColumn = endColumn;
				}
			}
		} catch (nop) {}
	}
	Exception.prototype = /* @__PURE__ */ new Error();
	exports["default"] = Exception;
	module.exports = exports["default"];
}));
// ../../work/main/node_modules/handlebars/dist/cjs/handlebars/helpers/block-helper-missing.js
var require_block_helper_missing = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	exports.__esModule = true;
	var _utils = require_utils();
	exports["default"] = function(instance) {
		instance.registerHelper("blockHelperMissing", function(context, options) {
			var inverse = options.inverse, fn = options.fn;
			if (context === true) return fn(this);
			else if (context === false || context == null) return inverse(this);
			else if (_utils.isArray(context)) {
				if (context.length > 0) {
					if (options.ids) options.ids = [options.name];
					return instance.helpers.each(context, options);
				} else return inverse(this);
			} else {
				if (options.data && options.ids) {
					var data = _utils.createFrame(options.data);
					data.contextPath = _utils.appendContextPath(options.data.contextPath, options.name);
					options = { data };
				}
				return fn(context, options);
			}
		});
	};
	module.exports = exports["default"];
}));
// ../../work/main/node_modules/handlebars/dist/cjs/handlebars/helpers/each.js
var require_each = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	exports.__esModule = true;
	// istanbul ignore next
	function _interopRequireDefault(obj) {
		return obj && obj.__esModule ? obj : { "default": obj };
	}
	var _utils = require_utils();
	var _exception2 = _interopRequireDefault(require_exception());
	/**
	* Close an unfinished iterator after the block body threw, like for...of does,
	* so that generators can run their cleanup code.
	*
	* Errors thrown while closing, including by a `return` getter, are ignored:
	* the block's error is the cause and is the one the caller must see.
	*
	* @param {Iterator} iterator the iterator that was being consumed
	*/
	function closeIterator(iterator) {
		try {
			var _close = iterator["return"];
			if (_utils.isFunction(_close)) _close.call(iterator);
		} catch (closeError) {}
	}
	exports["default"] = function(instance) {
		instance.registerHelper("each", function(context, options) {
			if (!options) throw new _exception2["default"]("Must pass iterator to #each");
			var fn = options.fn, inverse = options.inverse, i = 0, ret = "", data = void 0, contextPath = void 0;
			if (options.data && options.ids) contextPath = _utils.appendContextPath(options.data.contextPath, options.ids[0]) + ".";
			if (_utils.isFunction(context)) context = context.call(this);
			if (options.data) data = _utils.createFrame(options.data);
			function execIteration(field, index, last, value) {
				if (data) {
					data.key = field;
					data.index = index;
					data.first = index === 0;
					data.last = !!last;
					if (contextPath) data.contextPath = contextPath + field;
				}
				ret = ret + fn(value, {
					data,
					blockParams: _utils.blockParams([value, field], [contextPath + field, null])
				});
			}
			if (context && typeof context === "object") {
				if (_utils.isArray(context)) {
					for (var j = context.length; i < j; i++) if (i in context) execIteration(i, i, i === context.length - 1, context[i]);
				} else if (typeof Symbol === "function" && context[Symbol.iterator]) {
					var iterator = context[Symbol.iterator]();
					var current = iterator.next();
					while (!current.done) {
						var next = iterator.next();
						try {
							execIteration(i, i, next.done, current.value);
						} catch (e) {
							if (!next.done) closeIterator(iterator);
							throw e;
						}
						current = next;
						i++;
					}
				} else (function() {
					var priorKey = void 0;
					Object.keys(context).forEach(function(key) {
						if (priorKey !== void 0) execIteration(priorKey, i - 1, false, context[priorKey]);
						priorKey = key;
						i++;
					});
					if (priorKey !== void 0) execIteration(priorKey, i - 1, true, context[priorKey]);
				})();
			}
			if (i === 0) ret = inverse(this);
			return ret;
		});
	};
	module.exports = exports["default"];
}));
// ../../work/main/node_modules/handlebars/dist/cjs/handlebars/helpers/helper-missing.js
var require_helper_missing = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	exports.__esModule = true;
	// istanbul ignore next
	function _interopRequireDefault(obj) {
		return obj && obj.__esModule ? obj : { "default": obj };
	}
	var _exception2 = _interopRequireDefault(require_exception());
	exports["default"] = function(instance) {
		instance.registerHelper("helperMissing", function() {
			if (arguments.length === 1) return;
			else throw new _exception2["default"]("Missing helper: \"" + arguments[arguments.length - 1].name + "\"");
		});
	};
	module.exports = exports["default"];
}));
// ../../work/main/node_modules/handlebars/dist/cjs/handlebars/helpers/if.js
var require_if = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	exports.__esModule = true;
	// istanbul ignore next
	function _interopRequireDefault(obj) {
		return obj && obj.__esModule ? obj : { "default": obj };
	}
	var _utils = require_utils();
	var _exception2 = _interopRequireDefault(require_exception());
	exports["default"] = function(instance) {
		instance.registerHelper("if", function(conditional, options) {
			if (arguments.length != 2) throw new _exception2["default"]("#if requires exactly one argument");
			if (_utils.isFunction(conditional)) conditional = conditional.call(this);
			if (!options.hash.includeZero && !conditional || _utils.isEmpty(conditional)) return options.inverse(this);
			else return options.fn(this);
		});
		instance.registerHelper("unless", function(conditional, options) {
			if (arguments.length != 2) throw new _exception2["default"]("#unless requires exactly one argument");
			return instance.helpers["if"].call(this, conditional, {
				fn: options.inverse,
				inverse: options.fn,
				hash: options.hash
			});
		});
	};
	module.exports = exports["default"];
}));
// ../../work/main/node_modules/handlebars/dist/cjs/handlebars/helpers/log.js
var require_log = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	exports.__esModule = true;
	exports["default"] = function(instance) {
		instance.registerHelper("log", function() {
			var args = [void 0], options = arguments[arguments.length - 1];
			for (var i = 0; i < arguments.length - 1; i++) args.push(arguments[i]);
			var level = 1;
			if (options.hash.level != null) level = options.hash.level;
			else if (options.data && options.data.level != null) level = options.data.level;
			args[0] = level;
			instance.log.apply(instance, args);
		});
	};
	module.exports = exports["default"];
}));
// ../../work/main/node_modules/handlebars/dist/cjs/handlebars/helpers/lookup.js
var require_lookup = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	exports.__esModule = true;
	exports["default"] = function(instance) {
		instance.registerHelper("lookup", function(obj, field, options) {
			if (!obj) return obj;
			return options.lookupProperty(obj, field);
		});
	};
	module.exports = exports["default"];
}));
// ../../work/main/node_modules/handlebars/dist/cjs/handlebars/helpers/with.js
var require_with = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	exports.__esModule = true;
	// istanbul ignore next
	function _interopRequireDefault(obj) {
		return obj && obj.__esModule ? obj : { "default": obj };
	}
	var _utils = require_utils();
	var _exception2 = _interopRequireDefault(require_exception());
	exports["default"] = function(instance) {
		instance.registerHelper("with", function(context, options) {
			if (arguments.length != 2) throw new _exception2["default"]("#with requires exactly one argument");
			if (_utils.isFunction(context)) context = context.call(this);
			var fn = options.fn;
			if (!_utils.isEmpty(context)) {
				var data = options.data;
				if (options.data && options.ids) {
					data = _utils.createFrame(options.data);
					data.contextPath = _utils.appendContextPath(options.data.contextPath, options.ids[0]);
				}
				return fn(context, {
					data,
					blockParams: _utils.blockParams([context], [data && data.contextPath])
				});
			} else return options.inverse(this);
		});
	};
	module.exports = exports["default"];
}));
// ../../work/main/node_modules/handlebars/dist/cjs/handlebars/helpers.js
var require_helpers = /* @__PURE__ */ __commonJSMin(((exports) => {
	exports.__esModule = true;
	exports.registerDefaultHelpers = registerDefaultHelpers;
	exports.moveHelperToHooks = moveHelperToHooks;
	// istanbul ignore next
	function _interopRequireDefault(obj) {
		return obj && obj.__esModule ? obj : { "default": obj };
	}
	var _helpersBlockHelperMissing2 = _interopRequireDefault(require_block_helper_missing());
	var _helpersEach2 = _interopRequireDefault(require_each());
	var _helpersHelperMissing2 = _interopRequireDefault(require_helper_missing());
	var _helpersIf2 = _interopRequireDefault(require_if());
	var _helpersLog2 = _interopRequireDefault(require_log());
	var _helpersLookup2 = _interopRequireDefault(require_lookup());
	var _helpersWith2 = _interopRequireDefault(require_with());
	function registerDefaultHelpers(instance) {
		_helpersBlockHelperMissing2["default"](instance);
		_helpersEach2["default"](instance);
		_helpersHelperMissing2["default"](instance);
		_helpersIf2["default"](instance);
		_helpersLog2["default"](instance);
		_helpersLookup2["default"](instance);
		_helpersWith2["default"](instance);
	}
	function moveHelperToHooks(instance, helperName, keepHelper) {
		if (instance.helpers[helperName]) {
			instance.hooks[helperName] = instance.helpers[helperName];
			if (!keepHelper) instance.helpers[helperName] = void 0;
		}
	}
}));
// ../../work/main/node_modules/handlebars/dist/cjs/handlebars/decorators/inline.js
var require_inline = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	exports.__esModule = true;
	var _utils = require_utils();
	exports["default"] = function(instance) {
		instance.registerDecorator("inline", function(fn, props, container, options) {
			var ret = fn;
			if (!props.partials) {
				props.partials = {};
				ret = function(context, options) {
					var original = container.partials;
					container.partials = _utils.extend({}, original, props.partials);
					var ret = fn(context, options);
					container.partials = original;
					return ret;
				};
			}
			props.partials[options.args[0]] = options.fn;
			return ret;
		});
	};
	module.exports = exports["default"];
}));
// ../../work/main/node_modules/handlebars/dist/cjs/handlebars/decorators.js
var require_decorators = /* @__PURE__ */ __commonJSMin(((exports) => {
	exports.__esModule = true;
	exports.registerDefaultDecorators = registerDefaultDecorators;
	// istanbul ignore next
	function _interopRequireDefault(obj) {
		return obj && obj.__esModule ? obj : { "default": obj };
	}
	var _decoratorsInline2 = _interopRequireDefault(require_inline());
	function registerDefaultDecorators(instance) {
		_decoratorsInline2["default"](instance);
	}
}));
// ../../work/main/node_modules/handlebars/dist/cjs/handlebars/logger.js
var require_logger = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	exports.__esModule = true;
	var _utils = require_utils();
	var logger = {
		methodMap: [
			"debug",
			"info",
			"warn",
			"error"
		],
		level: "info",
		lookupLevel: function lookupLevel(level) {
			if (typeof level === "string") {
				var levelMap = _utils.indexOf(logger.methodMap, level.toLowerCase());
				if (levelMap >= 0) level = levelMap;
				else level = parseInt(level, 10);
			}
			return level;
		},
		log: function log(level) {
			level = logger.lookupLevel(level);
			if (typeof console !== "undefined" && logger.lookupLevel(logger.level) <= level) {
				var method = logger.methodMap[level];
				if (!console[method]) method = "log";
				for (var _len = arguments.length, message = Array(_len > 1 ? _len - 1 : 0), _key = 1; _key < _len; _key++) message[_key - 1] = arguments[_key];
				console[method].apply(console, message);
			}
		}
	};
	exports["default"] = logger;
	module.exports = exports["default"];
}));
// ../../work/main/node_modules/handlebars/dist/cjs/handlebars/internal/proto-access.js
var require_proto_access = /* @__PURE__ */ __commonJSMin(((exports) => {
	exports.__esModule = true;
	exports.createProtoAccessControl = createProtoAccessControl;
	exports.resultIsAllowed = resultIsAllowed;
	exports.isPrototypeConstructor = isPrototypeConstructor;
	exports.resetLoggedProperties = resetLoggedProperties;
	// istanbul ignore next
	function _interopRequireDefault(obj) {
		return obj && obj.__esModule ? obj : { "default": obj };
	}
	var _utils = require_utils();
	var _logger2 = _interopRequireDefault(require_logger());
	var loggedProperties = Object.create(null);
	function createProtoAccessControl(runtimeOptions) {
		var propertyWhiteList = Object.create(null);
		propertyWhiteList["__proto__"] = false;
		_utils.extend(propertyWhiteList, runtimeOptions.allowedProtoProperties);
		var methodWhiteList = Object.create(null);
		methodWhiteList["constructor"] = false;
		methodWhiteList["__defineGetter__"] = false;
		methodWhiteList["__defineSetter__"] = false;
		methodWhiteList["__lookupGetter__"] = false;
		methodWhiteList["__lookupSetter__"] = false;
		_utils.extend(methodWhiteList, runtimeOptions.allowedProtoMethods);
		return {
			properties: {
				whitelist: propertyWhiteList,
				defaultValue: runtimeOptions.allowProtoPropertiesByDefault
			},
			methods: {
				whitelist: methodWhiteList,
				defaultValue: runtimeOptions.allowProtoMethodsByDefault
			}
		};
	}
	function resultIsAllowed(result, protoAccessControl, propertyName) {
		if (typeof result === "function") return checkWhiteList(protoAccessControl.methods, propertyName);
		else return checkWhiteList(protoAccessControl.properties, propertyName);
	}
	/**
	* Detect a prototype object's own "constructor" back-reference, e.g.
	* `Function.prototype.constructor === Function`. Because "constructor" is an
	* "own" property of such objects, it would otherwise bypass the prototype-access
	* checks and expose dangerous constructors (allowing arbitrary code execution).
	*
	* Only functions can be constructors, so other values are never treated as one
	* and their `prototype` is never read.
	*
	* @param {*} parent the object the property is being read from
	* @param {string} propertyName the property being looked up
	* @param {*} result the already-resolved value of `parent[propertyName]`
	* @returns {boolean} true if the lookup resolves `parent`'s own constructor
	*/
	function isPrototypeConstructor(parent, propertyName, result) {
		return propertyName === "constructor" && typeof result === "function" && parent === result.prototype;
	}
	function checkWhiteList(protoAccessControlForType, propertyName) {
		if (protoAccessControlForType.whitelist[propertyName] !== void 0) return protoAccessControlForType.whitelist[propertyName] === true;
		if (protoAccessControlForType.defaultValue !== void 0) return protoAccessControlForType.defaultValue;
		logUnexpecedPropertyAccessOnce(propertyName);
		return false;
	}
	function logUnexpecedPropertyAccessOnce(propertyName) {
		if (loggedProperties[propertyName] !== true) {
			loggedProperties[propertyName] = true;
			_logger2["default"].log("error", "Handlebars: Access has been denied to resolve the property \"" + propertyName + "\" because it is not an \"own property\" of its parent.\nYou can add a runtime option to disable the check or this warning:\nSee https://handlebarsjs.com/api-reference/runtime-options.html#options-to-control-prototype-access for details");
		}
	}
	function resetLoggedProperties() {
		Object.keys(loggedProperties).forEach(function(propertyName) {
			delete loggedProperties[propertyName];
		});
	}
}));
// ../../work/main/node_modules/handlebars/dist/cjs/handlebars/base.js
var require_base = /* @__PURE__ */ __commonJSMin(((exports) => {
	exports.__esModule = true;
	exports.HandlebarsEnvironment = HandlebarsEnvironment;
	// istanbul ignore next
	function _interopRequireDefault(obj) {
		return obj && obj.__esModule ? obj : { "default": obj };
	}
	var _utils = require_utils();
	var _exception2 = _interopRequireDefault(require_exception());
	var _helpers = require_helpers();
	var _decorators = require_decorators();
	var _logger2 = _interopRequireDefault(require_logger());
	var _internalProtoAccess = require_proto_access();
	exports.VERSION = "4.7.10";
	exports.COMPILER_REVISION = 8;
	exports.LAST_COMPATIBLE_COMPILER_REVISION = 7;
	exports.REVISION_CHANGES = {
		1: "<= 1.0.rc.2",
		2: "== 1.0.0-rc.3",
		3: "== 1.0.0-rc.4",
		4: "== 1.x.x",
		5: "== 2.0.0-alpha.x",
		6: ">= 2.0.0-beta.1",
		7: ">= 4.0.0 <4.3.0",
		8: ">= 4.3.0"
	};
	var objectType = "[object Object]";
	function HandlebarsEnvironment(helpers, partials, decorators) {
		this.helpers = helpers || {};
		this.partials = partials || {};
		this.decorators = decorators || {};
		_helpers.registerDefaultHelpers(this);
		_decorators.registerDefaultDecorators(this);
	}
	HandlebarsEnvironment.prototype = {
		constructor: HandlebarsEnvironment,
		logger: _logger2["default"],
		log: _logger2["default"].log,
		registerHelper: function registerHelper(name, fn) {
			if (_utils.toString.call(name) === objectType) {
				if (fn) throw new _exception2["default"]("Arg not supported with multiple helpers");
				_utils.extend(this.helpers, name);
			} else this.helpers[name] = fn;
		},
		unregisterHelper: function unregisterHelper(name) {
			delete this.helpers[name];
		},
		registerPartial: function registerPartial(name, partial) {
			if (_utils.toString.call(name) === objectType) _utils.extend(this.partials, name);
			else {
				if (typeof partial === "undefined") throw new _exception2["default"]("Attempting to register a partial called \"" + name + "\" as undefined");
				this.partials[name] = partial;
			}
		},
		unregisterPartial: function unregisterPartial(name) {
			delete this.partials[name];
		},
		registerDecorator: function registerDecorator(name, fn) {
			if (_utils.toString.call(name) === objectType) {
				if (fn) throw new _exception2["default"]("Arg not supported with multiple decorators");
				_utils.extend(this.decorators, name);
			} else this.decorators[name] = fn;
		},
		unregisterDecorator: function unregisterDecorator(name) {
			delete this.decorators[name];
		},
		/**
		* Reset the memory of illegal property accesses that have already been logged.
		* @deprecated should only be used in handlebars test-cases
		*/
		resetLoggedPropertyAccesses: function resetLoggedPropertyAccesses() {
			_internalProtoAccess.resetLoggedProperties();
		}
	};
	exports.log = _logger2["default"].log;
	exports.createFrame = _utils.createFrame;
	exports.logger = _logger2["default"];
}));
// ../../work/main/node_modules/handlebars/dist/cjs/handlebars/safe-string.js
var require_safe_string = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	exports.__esModule = true;
	function SafeString(string) {
		this.string = string;
	}
	SafeString.prototype.toString = SafeString.prototype.toHTML = function() {
		return "" + this.string;
	};
	exports["default"] = SafeString;
	module.exports = exports["default"];
}));
// ../../work/main/node_modules/handlebars/dist/cjs/handlebars/internal/wrapHelper.js
var require_wrapHelper = /* @__PURE__ */ __commonJSMin(((exports) => {
	exports.__esModule = true;
	exports.wrapHelper = wrapHelper;
	function wrapHelper(helper, transformOptionsFn) {
		if (typeof helper !== "function") return helper;
		return function wrapper() {
			var options = arguments[arguments.length - 1];
			arguments[arguments.length - 1] = transformOptionsFn(options);
			return helper.apply(this, arguments);
		};
	}
}));
// ../../work/main/node_modules/handlebars/dist/cjs/handlebars/runtime.js
var require_runtime$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	exports.__esModule = true;
	exports.checkRevision = checkRevision;
	exports.template = template;
	exports.wrapProgram = wrapProgram;
	exports.resolvePartial = resolvePartial;
	exports.invokePartial = invokePartial;
	exports.noop = noop;
	// istanbul ignore next
	function _interopRequireDefault(obj) {
		return obj && obj.__esModule ? obj : { "default": obj };
	}
	// istanbul ignore next
	function _interopRequireWildcard(obj) {
		if (obj && obj.__esModule) return obj;
		else {
			var newObj = {};
			if (obj != null) {
				for (var key in obj) if (Object.prototype.hasOwnProperty.call(obj, key)) newObj[key] = obj[key];
			}
			newObj["default"] = obj;
			return newObj;
		}
	}
	var Utils = _interopRequireWildcard(require_utils());
	var _exception2 = _interopRequireDefault(require_exception());
	var _base = require_base();
	var _helpers = require_helpers();
	var _internalWrapHelper = require_wrapHelper();
	var _internalProtoAccess = require_proto_access();
	function checkRevision(compilerInfo) {
		var compilerRevision = compilerInfo && compilerInfo[0] || 1, currentRevision = _base.COMPILER_REVISION;
		if (compilerRevision >= _base.LAST_COMPATIBLE_COMPILER_REVISION && compilerRevision <= _base.COMPILER_REVISION) return;
		if (compilerRevision < _base.LAST_COMPATIBLE_COMPILER_REVISION) {
			var runtimeVersions = _base.REVISION_CHANGES[currentRevision], compilerVersions = _base.REVISION_CHANGES[compilerRevision];
			throw new _exception2["default"]("Template was precompiled with an older version of Handlebars than the current runtime. Please update your precompiler to a newer version (" + runtimeVersions + ") or downgrade your runtime to an older version (" + compilerVersions + ").");
		} else throw new _exception2["default"]("Template was precompiled with a newer version of Handlebars than the current runtime. Please update your runtime to a newer version (" + compilerInfo[1] + ").");
	}
	function template(templateSpec, env) {
		/* istanbul ignore next */
		if (!env) throw new _exception2["default"]("No environment passed to template");
		if (!templateSpec || !templateSpec.main) throw new _exception2["default"]("Unknown template object: " + typeof templateSpec);
		templateSpec.main.decorator = templateSpec.main_d;
		env.VM.checkRevision(templateSpec.compiler);
		var templateWasPrecompiledWithCompilerV7 = templateSpec.compiler && templateSpec.compiler[0] === 7;
		function invokePartialWrapper(partial, context, options) {
			if (options.hash) {
				context = Utils.extend({}, context, options.hash);
				if (options.ids) options.ids[0] = true;
			}
			partial = env.VM.resolvePartial.call(this, partial, context, options);
			options.hooks = this.hooks;
			options.protoAccessControl = this.protoAccessControl;
			var result = env.VM.invokePartial.call(this, partial, context, options);
			if (result == null && Utils.isFunction(partial)) throw new _exception2["default"]("The partial " + options.name + " returned no output: partials must return a string");
			if (result == null && env.compile) {
				if (typeof partial !== "string") throw new _exception2["default"]("The partial " + options.name + " could not be compiled: partials must be strings or functions returning strings");
				options.partials[options.name] = env.compile(partial, templateSpec.compilerOptions, env);
				result = options.partials[options.name](context, options);
			}
			if (result != null) {
				if (options.indent) {
					var lines = result.split("\n");
					for (var i = 0, l = lines.length; i < l; i++) {
						if (!lines[i] && i + 1 === l) break;
						lines[i] = options.indent + lines[i];
					}
					result = lines.join("\n");
				}
				return result;
			} else throw new _exception2["default"]("The partial " + options.name + " could not be compiled when running in runtime-only mode");
		}
		var container = {
			strict: function strict(obj, name, loc) {
				if (!obj || !(name in obj)) throw new _exception2["default"]("\"" + name + "\" not defined in " + obj, { loc });
				return container.lookupProperty(obj, name);
			},
			lookupProperty: function lookupProperty(parent, propertyName) {
				var result = parent[propertyName];
				if (result == null) return result;
				if (Object.prototype.hasOwnProperty.call(parent, propertyName) && !_internalProtoAccess.isPrototypeConstructor(parent, propertyName, result)) return result;
				if (_internalProtoAccess.resultIsAllowed(result, container.protoAccessControl, propertyName)) return result;
			},
			lookup: function lookup(depths, name) {
				var len = depths.length;
				for (var i = 0; i < len; i++) {
					var result = depths[i] && container.lookupProperty(depths[i], name);
					if (result != null) return result;
				}
			},
			lambda: function lambda(current, context) {
				return typeof current === "function" ? current.call(context) : current;
			},
			escapeExpression: Utils.escapeExpression,
			invokePartial: invokePartialWrapper,
			fn: function fn(i) {
				var ret = templateSpec[i];
				ret.decorator = templateSpec[i + "_d"];
				return ret;
			},
			programs: [],
			program: function program(i, data, declaredBlockParams, blockParams, depths) {
				var programWrapper = this.programs[i], fn = this.fn(i);
				if (data || depths || blockParams || declaredBlockParams) programWrapper = wrapProgram(this, i, fn, data, declaredBlockParams, blockParams, depths);
				else if (!programWrapper) programWrapper = this.programs[i] = wrapProgram(this, i, fn);
				return programWrapper;
			},
			data: function data(value, depth) {
				while (value && depth--) value = value._parent;
				return value;
			},
			mergeIfNeeded: function mergeIfNeeded(param, common) {
				var obj = param || common;
				if (param && common && param !== common) obj = Utils.extend({}, common, param);
				return obj;
			},
			nullContext: Object.seal({}),
			noop: env.VM.noop,
			compilerInfo: templateSpec.compiler
		};
		function ret(context) {
			var options = arguments.length <= 1 || arguments[1] === void 0 ? {} : arguments[1];
			var data = options.data;
			ret._setup(options);
			if (!options.partial && templateSpec.useData) data = initData(context, data);
			var depths = void 0, blockParams = templateSpec.useBlockParams ? [] : void 0;
			if (templateSpec.useDepths) {
				if (options.depths) depths = context != options.depths[0] ? [context].concat(options.depths) : options.depths;
				else depths = [context];
			}
			function main(context) {
				return "" + templateSpec.main(container, context, container.helpers, container.partials, data, blockParams, depths);
			}
			main = executeDecorators(templateSpec.main, main, container, options.depths || [], data, blockParams);
			return main(context, options);
		}
		ret.isTop = true;
		ret._setup = function(options) {
			if (!options.partial) {
				var mergedHelpers = {};
				addHelpers(mergedHelpers, env.helpers, container);
				addHelpers(mergedHelpers, options.helpers, container);
				container.helpers = mergedHelpers;
				if (templateSpec.usePartial) container.partials = container.mergeIfNeeded(options.partials, env.partials);
				if (templateSpec.usePartial || templateSpec.useDecorators) container.decorators = Utils.extend({}, env.decorators, options.decorators);
				container.hooks = {};
				container.protoAccessControl = _internalProtoAccess.createProtoAccessControl(options);
				var keepHelperInHelpers = options.allowCallsToHelperMissing || templateWasPrecompiledWithCompilerV7;
				_helpers.moveHelperToHooks(container, "helperMissing", keepHelperInHelpers);
				_helpers.moveHelperToHooks(container, "blockHelperMissing", keepHelperInHelpers);
			} else {
				container.protoAccessControl = options.protoAccessControl;
				container.helpers = options.helpers;
				container.partials = options.partials;
				container.decorators = options.decorators;
				container.hooks = options.hooks;
			}
		};
		ret._child = function(i, data, blockParams, depths) {
			if (templateSpec.useBlockParams && !blockParams) throw new _exception2["default"]("must pass block params");
			if (templateSpec.useDepths && !depths) throw new _exception2["default"]("must pass parent depths");
			return wrapProgram(container, i, templateSpec[i], data, 0, blockParams, depths);
		};
		return ret;
	}
	function wrapProgram(container, i, fn, data, declaredBlockParams, blockParams, depths) {
		function prog(context) {
			var options = arguments.length <= 1 || arguments[1] === void 0 ? {} : arguments[1];
			var currentDepths = depths;
			if (depths && context != depths[0] && !(context === container.nullContext && depths[0] === null)) currentDepths = [context].concat(depths);
			return fn(container, context, container.helpers, container.partials, options.data || data, blockParams && [options.blockParams].concat(blockParams), currentDepths);
		}
		prog = executeDecorators(fn, prog, container, depths, data, blockParams);
		prog.program = i;
		prog.depth = depths ? depths.length : 0;
		prog.blockParams = declaredBlockParams || 0;
		return prog;
	}
	/**
	* This is currently part of the official API, therefore implementation details should not be changed.
	*/
	function resolvePartial(partial, context, options) {
		if (!partial) {
			if (options.name === "@partial-block") partial = lookupOwnProperty(options.data, "partial-block");
			else partial = lookupOwnProperty(options.partials, options.name);
		} else if (typeof partial !== "function" && !options.name) {
			options.name = partial;
			partial = lookupOwnProperty(options.partials, partial);
		}
		return partial;
	}
	function invokePartial(partial, context, options) {
		var currentPartialBlock = lookupOwnProperty(options.data, "partial-block");
		options.partial = true;
		if (options.ids) options.data.contextPath = options.ids[0] || options.data.contextPath;
		var partialBlock = void 0;
		if (options.fn && options.fn !== noop) (function() {
			options.data = _base.createFrame(options.data);
			var fn = options.fn;
			partialBlock = options.data["partial-block"] = function partialBlockWrapper(context) {
				var options = arguments.length <= 1 || arguments[1] === void 0 ? {} : arguments[1];
				options.data = _base.createFrame(options.data);
				options.data["partial-block"] = currentPartialBlock;
				return fn(context, options);
			};
			if (fn.partials) options.partials = Utils.extend({}, options.partials, fn.partials);
		})();
		if (partial === void 0 && partialBlock) partial = partialBlock;
		if (partial === void 0) throw new _exception2["default"]("The partial " + options.name + " could not be found");
		else if (partial instanceof Function) return partial(context, options);
	}
	function noop() {
		return "";
	}
	function lookupOwnProperty(obj, name) {
		if (obj && Object.prototype.hasOwnProperty.call(obj, name)) return obj[name];
	}
	function initData(context, data) {
		if (!data || !("root" in data)) {
			data = data ? _base.createFrame(data) : {};
			data.root = context;
		}
		return data;
	}
	function executeDecorators(fn, prog, container, depths, data, blockParams) {
		if (fn.decorator) {
			var props = {};
			prog = fn.decorator(prog, props, container, depths && depths[0], data, blockParams, depths);
			Utils.extend(prog, props);
		}
		return prog;
	}
	function addHelpers(mergedHelpers, helpers, container) {
		if (!helpers) return;
		Object.keys(helpers).forEach(function(helperName) {
			var helper = helpers[helperName];
			mergedHelpers[helperName] = passLookupPropertyOption(helper, container);
		});
	}
	function passLookupPropertyOption(helper, container) {
		var lookupProperty = container.lookupProperty;
		return _internalWrapHelper.wrapHelper(helper, function(options) {
			options.lookupProperty = lookupProperty;
			return options;
		});
	}
}));
// ../../work/main/node_modules/handlebars/dist/cjs/handlebars/no-conflict.js
var require_no_conflict = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	exports.__esModule = true;
	exports["default"] = function(Handlebars) {
		/* istanbul ignore next */
		(function() {
			if (typeof globalThis === "object") return;
			Object.prototype.__defineGetter__("__magic__", function() {
				return this;
			});
			__magic__.globalThis = __magic__;
			delete Object.prototype.__magic__;
		})();
		var $Handlebars = globalThis.Handlebars;
		/* istanbul ignore next */
		Handlebars.noConflict = function() {
			if (globalThis.Handlebars === Handlebars) globalThis.Handlebars = $Handlebars;
			return Handlebars;
		};
	};
	module.exports = exports["default"];
}));
// ../../work/main/node_modules/handlebars/dist/cjs/handlebars.runtime.js
var require_handlebars_runtime = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	exports.__esModule = true;
	// istanbul ignore next
	function _interopRequireDefault(obj) {
		return obj && obj.__esModule ? obj : { "default": obj };
	}
	// istanbul ignore next
	function _interopRequireWildcard(obj) {
		if (obj && obj.__esModule) return obj;
		else {
			var newObj = {};
			if (obj != null) {
				for (var key in obj) if (Object.prototype.hasOwnProperty.call(obj, key)) newObj[key] = obj[key];
			}
			newObj["default"] = obj;
			return newObj;
		}
	}
	var base = _interopRequireWildcard(require_base());
	var _handlebarsSafeString2 = _interopRequireDefault(require_safe_string());
	var _handlebarsException2 = _interopRequireDefault(require_exception());
	var Utils = _interopRequireWildcard(require_utils());
	var runtime = _interopRequireWildcard(require_runtime$1());
	var _handlebarsNoConflict2 = _interopRequireDefault(require_no_conflict());
	function create() {
		var hb = new base.HandlebarsEnvironment();
		Utils.extend(hb, base);
		hb.SafeString = _handlebarsSafeString2["default"];
		hb.Exception = _handlebarsException2["default"];
		hb.Utils = Utils;
		hb.escapeExpression = Utils.escapeExpression;
		hb.VM = runtime;
		hb.template = function(spec) {
			return runtime.template(spec, hb);
		};
		return hb;
	}
	var inst = create();
	inst.create = create;
	_handlebarsNoConflict2["default"](inst);
	inst["default"] = inst;
	exports["default"] = inst;
	module.exports = exports["default"];
}));
// templates/analysis.hbs
var import_runtime = /* @__PURE__ */ __toESM((/* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = require_handlebars_runtime()["default"];
})))());
// src/report/sections/analysis.ts
/** What the numbers say together. Each sentence is one rule over the data; a rule without data says nothing. */
const analysis = {
	id: "analysis",
	place: "service",
	template: import_runtime.default.template({
		"0": function(container, depth0, helpers, partials, data) {
			var stack1;
			return "- " + ((stack1 = container.lambda(depth0, depth0)) != null ? stack1 : "") + "\n";
		},
		"compiler": [8, ">= 4.3.0"],
		"main": function(container, depth0, helpers, partials, data) {
			var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
				if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
			};
			return "#### Analysis\n\n" + ((stack1 = lookupProperty(helpers, "each").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depth0, "sentences"), {
				"name": "each",
				"hash": {},
				"fn": container.program(0, data, 0),
				"inverse": container.noop,
				"data": data,
				"loc": {
					"start": {
						"line": 3,
						"column": 0
					},
					"end": {
						"line": 5,
						"column": 9
					}
				}
			})) != null ? stack1 : "");
		},
		"useData": true
	}),
	build(verdict) {
		const [evidence] = verdict.services;
		if (evidence === void 0) return void 0;
		const sentences = [...SENTENCES.flatMap((sentence) => sentence(evidence, verdict) ?? []), ...messages(verdict)];
		return sentences.length === 0 ? void 0 : { sentences };
	}
};
/** Fewer failed requests than this do not bend a percentile of the others. */
const MIN_ERROR_SHARE = .005;
const SENTENCES = [
	chance,
	shape,
	endpoints,
	errors,
	droppedLoad,
	throughput$1,
	noise
];
/** How often chance alone would show a gap like the proven one. */
function chance({ comparisons }) {
	const proven = comparisons.find(({ role, verdict }) => role === "primary" && [
		"regressed",
		"slower",
		"improved"
	].includes(verdict));
	if (proven?.estimate == null) return void 0;
	return `If nothing had changed, a gap like that of ${statisticName(proven, MARKDOWN)} would appear ${formatChance(proven.estimate.pValue)}.`;
}
/** Did the whole distribution move, or only its slow end? */
function shape({ comparisons }) {
	const [p50, p95] = ["p50", "p95"].map((stat) => comparisons.find((one) => one.endpoint === null && one.metric === "http_req_duration" && one.stat === stat));
	if (p50?.estimate == null || p95?.estimate == null || !isProvenWorse(p95)) return void 0;
	const both = `p50 ${formatRatio(p50.estimate.changeRatio)}, p95 ${formatRatio(p95.estimate.changeRatio)}`;
	if (isProvenWorse(p50)) return `Typical requests became slower too, not only the slow ones (${both}).`;
	return Math.abs(p50.estimate.changeRatio) < p95.estimate.changeRatio / 3 ? `Only the slow requests became slower; the typical request did not (${both}).` : void 0;
}
/** Which endpoints moved, and whether they moved together. */
function endpoints({ comparisons }) {
	const all = comparisons.filter(({ role, estimate }) => role === "endpoint" && estimate !== null);
	const over = all.filter((one) => (worseningOf(one) ?? 0) > (one.limitRatio ?? Number.POSITIVE_INFINITY));
	const worst = over.toSorted((left, right) => (worseningOf(right) ?? 0) - (worseningOf(left) ?? 0))[0];
	if (worst?.estimate == null || worst.endpoint === null) return void 0;
	const name = `${statisticName(worst, MARKDOWN)} of ${code(worst.endpoint)} (${formatRatio(worst.estimate.changeRatio)})`;
	if (all.length > 2 && over.length === all.length) return `All ${all.length} endpoint series are over their limit, most of all ${name}: look for something that they share.`;
	return `${over.length} of ${all.length} endpoint series ${over.length === 1 ? "is" : "are"} over the limit, most of all ${name}.`;
}
/** Failed requests are often fast: latency beside errors is read with care. A finding on errors says it in its own words. */
function errors({ comparisons }, { findings }) {
	if (findings.some(({ rule }) => rule === "error-rate")) return void 0;
	const rate = comparisons.find(({ metric, stat, endpoint }) => metric === "http_req_failed" && stat === "rate" && endpoint === null);
	if (rate?.candidate == null || rate.candidate < MIN_ERROR_SHARE) return void 0;
	const before = rate.baseline === null ? "" : ` (before: ${formatValue(rate.baseline, rate.unit)})`;
	return `${formatValue(rate.candidate, rate.unit)} of the requests failed${before}. Failed requests are often fast, so read the latency with care.`;
}
function droppedLoad({ comparisons }) {
	const dropped = comparisons.find(({ metric, endpoint, candidate }) => metric === "dropped_iterations" && endpoint === null && (candidate ?? 0) > 0);
	if (dropped?.candidate == null) return void 0;
	return `The load generator dropped iterations (${statisticName(dropped, MARKDOWN)}: ${formatValue(dropped.candidate, dropped.unit)}): it could not send the load that was asked for.`;
}
/** A change in throughput that the data prove, or that is larger than the limit. */
function throughput$1({ comparisons }) {
	const rate = comparisons.find(({ metric, stat, endpoint }) => metric === "http_reqs" && stat === "rate" && endpoint === null);
	const loss = rate === void 0 ? null : worseningOf(rate);
	if (rate?.estimate == null || loss === null || loss <= (rate.limitRatio ?? .05)) return void 0;
	return `Throughput is ${formatSize(loss)} ${directionWords(rate).worse}: the service, or the load generator, did less work in the same time.`;
}
/** How much the numbers vary by themselves, and how we know. */
function noise({ comparisons }) {
	const primary = comparisons.find(({ role, estimate }) => role === "primary" && estimate !== null);
	if (primary?.estimate == null) return void 0;
	const { noiseRatio, noiseSource } = primary.estimate;
	const name = statisticName(primary, MARKDOWN);
	switch (noiseSource) {
		case "assumed": return `With so few runs the noise is not known: it is assumed that ${name} varies by ${formatSize(noiseRatio)} from run to run.`;
		case "these-runs": return `From run to run, ${name} varied by ${formatSize(noiseRatio)} in these results.`;
		case "history": return `From run to run, ${name} varies by ${formatSize(noiseRatio)}, in these results and in the stored ones.`;
	}
}
/** What the rules say that no number of the tables says. */
function messages({ findings }) {
	return findings.filter(({ rule }) => ![
		"regressed",
		"unproven",
		"slower",
		"inconclusive"
	].includes(rule)).map(({ message }) => prose(message));
}
function isProvenWorse(comparison) {
	return comparison.verdict === "regressed" || comparison.verdict === "slower";
}
// templates/common-cause.hbs
var common_cause_default = import_runtime.default.template({
	"compiler": [8, ">= 4.3.0"],
	"main": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "> [!NOTE]\n> " + ((stack1 = (helper = lookupProperty(helpers, "moved") || alias1(depth0, "moved", {
			"start": {
				"line": 2,
				"column": 4
			},
			"end": {
				"line": 2,
				"column": 9
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "moved",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 2,
					"column": 2
				},
				"end": {
					"line": 2,
					"column": 11
				}
			}
		}) : helper)) != null ? stack1 : "") + " of " + ((stack1 = (helper = lookupProperty(helpers, "all") || alias1(depth0, "all", {
			"start": {
				"line": 2,
				"column": 17
			},
			"end": {
				"line": 2,
				"column": 20
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "all",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 2,
					"column": 15
				},
				"end": {
					"line": 2,
					"column": 22
				}
			}
		}) : helper)) != null ? stack1 : "") + " services became slower by a similar amount (" + ((stack1 = (helper = lookupProperty(helpers, "smallest") || alias1(depth0, "smallest", {
			"start": {
				"line": 2,
				"column": 69
			},
			"end": {
				"line": 2,
				"column": 77
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "smallest",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 2,
					"column": 67
				},
				"end": {
					"line": 2,
					"column": 79
				}
			}
		}) : helper)) != null ? stack1 : "") + " to " + ((stack1 = (helper = lookupProperty(helpers, "largest") || alias1(depth0, "largest", {
			"start": {
				"line": 2,
				"column": 85
			},
			"end": {
				"line": 2,
				"column": 92
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "largest",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 2,
					"column": 83
				},
				"end": {
					"line": 2,
					"column": 94
				}
			}
		}) : helper)) != null ? stack1 : "") + "). That points to something they share, such as a slower machine, rather than to " + ((stack1 = (helper = lookupProperty(helpers, "all") || alias1(depth0, "all", {
			"start": {
				"line": 2,
				"column": 177
			},
			"end": {
				"line": 2,
				"column": 180
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "all",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 2,
					"column": 175
				},
				"end": {
					"line": 2,
					"column": 182
				}
			}
		}) : helper)) != null ? stack1 : "") + " slower services. Run the load test again before you look for a cause.\n";
	},
	"useData": true
});
// src/report/sections/common-cause.ts
/** Fewer services can move together by chance. */
const MIN_SERVICES = 4;
const MIN_CHANGE_RATIO = .02;
/** The share of the services that must move the same way: reference rule "80 % of the metrics move alike". */
const MIN_SHARE$1 = .8;
/** Says when nearly all services became slower by a similar amount: then the machine is the first suspect, not the change. */
const commonCause = {
	id: "common-cause",
	place: "top",
	template: common_cause_default,
	build(verdict) {
		const changes = primaryChanges(verdict);
		const up = changes.filter((change) => change > MIN_CHANGE_RATIO).toSorted((left, right) => left - right);
		const smallest = up.at(0);
		const largest = up.at(-1);
		if (up.length < MIN_SERVICES || up.length < MIN_SHARE$1 * changes.length) return void 0;
		if (smallest === void 0 || largest === void 0 || largest > 3 * smallest) return void 0;
		return {
			moved: up.length,
			all: changes.length,
			smallest: formatRatio(smallest),
			largest: formatRatio(largest)
		};
	}
};
/** One change a service, of the first primary duration. Pairs are left out: they cancel the machine. */
function primaryChanges({ services }) {
	return services.filter(({ design }) => design !== "pairs").flatMap(({ comparisons }) => {
		const primary = comparisons.find(({ role, better, estimate }) => role === "primary" && better === "lower" && estimate !== null);
		return primary?.estimate == null ? [] : [primary.estimate.changeRatio];
	});
}
// templates/conclusion.hbs
var conclusion_default = import_runtime.default.template({
	"compiler": [8, ">= 4.3.0"],
	"main": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "## Conclusion\n\n**" + ((stack1 = (helper = lookupProperty(helpers, "outcome") || alias1(depth0, "outcome", {
			"start": {
				"line": 3,
				"column": 4
			},
			"end": {
				"line": 3,
				"column": 11
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "outcome",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 3,
					"column": 2
				},
				"end": {
					"line": 3,
					"column": 13
				}
			}
		}) : helper)) != null ? stack1 : "") + "**\n\n" + ((stack1 = (helper = lookupProperty(helpers, "statement") || alias1(depth0, "statement", {
			"start": {
				"line": 5,
				"column": 2
			},
			"end": {
				"line": 5,
				"column": 11
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "statement",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 5,
					"column": 0
				},
				"end": {
					"line": 5,
					"column": 13
				}
			}
		}) : helper)) != null ? stack1 : "") + " " + ((stack1 = (helper = lookupProperty(helpers, "coverage") || alias1(depth0, "coverage", {
			"start": {
				"line": 5,
				"column": 16
			},
			"end": {
				"line": 5,
				"column": 24
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "coverage",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 5,
					"column": 14
				},
				"end": {
					"line": 5,
					"column": 26
				}
			}
		}) : helper)) != null ? stack1 : "") + " " + ((stack1 = (helper = lookupProperty(helpers, "services") || alias1(depth0, "services", {
			"start": {
				"line": 5,
				"column": 29
			},
			"end": {
				"line": 5,
				"column": 37
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "services",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 5,
					"column": 27
				},
				"end": {
					"line": 5,
					"column": 39
				}
			}
		}) : helper)) != null ? stack1 : "") + "\n";
	},
	"useData": true
});
// src/report/sections/conclusion.ts
const MAX_NAMES$2 = 5;
/** The outcome in one word, and the overall assessment. */
const conclusion = {
	id: "conclusion",
	place: "end",
	template: conclusion_default,
	build(verdict, context) {
		return {
			outcome: OUTCOME_WORDS[verdict.outcome],
			statement: headline(verdict, context, MARKDOWN).statement,
			coverage: `${coverageCount(verdict)}.`,
			services: servicesText(verdict)
		};
	}
};
const OUTCOME_WORDS = {
	invalid: "❌ INVALID",
	fail: "❌ FAIL",
	overridden: "🔓 OVERRIDDEN",
	"no-baseline": "🚧 NOT A GATE YET",
	warn: "⚠️ PASS WITH WARNING",
	pass: "✅ PASS"
};
/** Which services block, out of how many. */
function servicesText({ findings, services }) {
	const blocking = [...new Set(findings.flatMap(({ level, service }) => level === "fail" && service !== null ? [service] : []))];
	if (blocking.length === 0 || services.length < 2) return "";
	const hidden = blocking.length - MAX_NAMES$2;
	const names = [...blocking.slice(0, MAX_NAMES$2).map(code), ...hidden > 0 ? [`${hidden} more`] : []];
	return `${blocking.length} of ${count(services.length, "service")} over the line: ${listed(names)}.`;
}
// templates/configuration.hbs
var configuration_default = import_runtime.default.template({
	"0": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "| " + ((stack1 = (helper = lookupProperty(helpers, "name") || alias1(depth0, "name", {
			"start": {
				"line": 6,
				"column": 4
			},
			"end": {
				"line": 6,
				"column": 8
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "name",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 6,
					"column": 2
				},
				"end": {
					"line": 6,
					"column": 10
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "baseline") || alias1(depth0, "baseline", {
			"start": {
				"line": 6,
				"column": 15
			},
			"end": {
				"line": 6,
				"column": 23
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "baseline",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 6,
					"column": 13
				},
				"end": {
					"line": 6,
					"column": 25
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "candidate") || alias1(depth0, "candidate", {
			"start": {
				"line": 6,
				"column": 30
			},
			"end": {
				"line": 6,
				"column": 39
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "candidate",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 6,
					"column": 28
				},
				"end": {
					"line": 6,
					"column": 41
				}
			}
		}) : helper)) != null ? stack1 : "") + " |\n";
	},
	"1": function(container, depth0, helpers, partials, data) {
		var stack1;
		return "- " + ((stack1 = container.lambda(depth0, depth0)) != null ? stack1 : "") + "\n";
	},
	"compiler": [8, ">= 4.3.0"],
	"main": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "#### Test configuration\n\n| | Baseline | " + ((stack1 = (helper = lookupProperty(helpers, "candidateTitle") || container.strict(depth0, "candidateTitle", {
			"start": {
				"line": 3,
				"column": 17
			},
			"end": {
				"line": 3,
				"column": 31
			}
		}), typeof helper === "function" ? helper.call(alias1, {
			"name": "candidateTitle",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 3,
					"column": 15
				},
				"end": {
					"line": 3,
					"column": 33
				}
			}
		}) : helper)) != null ? stack1 : "") + " |\n|---|---|---|\n" + ((stack1 = lookupProperty(helpers, "each").call(alias1, lookupProperty(depth0, "rows"), {
			"name": "each",
			"hash": {},
			"fn": container.program(0, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 5,
					"column": 0
				},
				"end": {
					"line": 7,
					"column": 9
				}
			}
		})) != null ? stack1 : "") + "\n" + ((stack1 = lookupProperty(helpers, "each").call(alias1, lookupProperty(depth0, "notes"), {
			"name": "each",
			"hash": {},
			"fn": container.program(1, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 9,
					"column": 0
				},
				"end": {
					"line": 11,
					"column": 9
				}
			}
		})) != null ? stack1 : "");
	},
	"useData": true
});
// src/report/sections/configuration.ts
const MAX_VALUES = 3;
const MAX_REFUSALS = 10;
/** What was measured with what, on both sides. What nobody said is called unknown. */
const configuration = {
	id: "configuration",
	place: "service",
	template: configuration_default,
	build(verdict, context) {
		const [evidence] = verdict.services;
		if (evidence === void 0) return void 0;
		return {
			candidateTitle: candidateTitle(context),
			rows: rowsOf(evidence),
			notes: [
				`Compared: ${designWords(evidence.design)}.`,
				...windowNotes(evidence),
				...evidence.differences.map(({ message }) => prose(message)),
				...evidence.remarks.map((remark) => prose(remark)),
				...readerNotes(evidence),
				...refusalNotes(evidence)
			]
		};
	}
};
function rowsOf({ baselineRuns, candidateRuns }) {
	const sides = [baselineRuns, candidateRuns];
	const row = (name, read) => {
		const [baseline, candidate] = sides.map((runs) => runs.length === 0 ? "–" : read(runs));
		return {
			name,
			baseline,
			candidate
		};
	};
	return [
		row("Commit", (runs) => valuesText(runs.map((run) => run.testedCommit), commit)),
		row("Runs", (runs) => `${runs.length}`),
		row("Jobs", (runs) => jobsText(runs)),
		row("Machine class", (runs) => valuesText(runs.map((run) => run.conditions.machine), code)),
		row("Load", (runs) => valuesText(runs.map((run) => run.conditions.load), code)),
		row("Load script", (runs) => valuesText(runs.map((run) => run.conditions.scriptHash ?? run.run.scriptHash), (hash) => code(hash.slice(0, 12)))),
		row("Tool", (runs) => valuesText(runs.map(toolOf), code)),
		row("Duration", (runs) => durationText(runs)),
		row("Date", (runs) => valuesText(runs.map((run) => run.startedAt?.slice(0, 10) ?? null).toSorted(), code))
	];
}
function toolOf({ run, conditions }) {
	return run.toolVersion ?? conditions.tool;
}
/** Runs of an unknown job may have shared one. */
function jobsText(runs) {
	const jobs = runs.map(({ jobId }) => jobId);
	return jobs.includes(null) ? UNKNOWN : `${new Set(jobs).size}`;
}
/** The different values of one side: `a`, or `a, b, c and 4 more`, or `unknown`. */
function valuesText(values, format) {
	const all = [...new Set(values)].map((value) => value === null ? UNKNOWN : format(value));
	const hidden = all.length - MAX_VALUES;
	return hidden > 0 ? `${all.slice(0, MAX_VALUES).join(", ")} and ${hidden} more` : all.join(", ");
}
function durationText(runs) {
	const known = runs.map(({ run }) => run.durationMs).filter((durationMs) => durationMs !== null);
	if (known.length === 0) return UNKNOWN;
	const shortest = formatDuration(Math.min(...known));
	const longest = formatDuration(Math.max(...known));
	return shortest === longest ? shortest : `${shortest} to ${longest}`;
}
function windowNotes({ window }) {
	if (window === null) return [];
	const recorded = window.newestRecordedAt === null ? "" : `, the newest recorded on ${prose(window.newestRecordedAt.slice(0, 10))}`;
	return [`Baseline: ${count(window.runs, "stored run")} from ${count(window.jobs, "job")}${recorded}.`];
}
function readerNotes({ candidateRuns, baselineRuns }) {
	return [...new Set([...candidateRuns, ...baselineRuns].flatMap(({ run }) => run.notes))].slice(0, MAX_REFUSALS).map((note) => prose(note));
}
function refusalNotes({ refusals }) {
	const shown = refusals.slice(0, MAX_REFUSALS).map(({ path, problem, variant }) => `Not used: ${code(path)} (${variant}). ${prose(problem)}`);
	const hidden = refusals.length - shown.length;
	return hidden === 0 ? shown : [...shown, `${count(hidden, "more file")} could not be used.`];
}
// src/report/sections/debt.ts
/** Slowdowns that the default branch already has: accepted by an override, or merged without one. */
const debt = {
	id: "debt",
	place: "top",
	template: import_runtime.default.template({
		"0": function(container, depth0, helpers, partials, data) {
			var stack1;
			return "- " + ((stack1 = container.lambda(depth0, depth0)) != null ? stack1 : "") + "\n";
		},
		"compiler": [8, ">= 4.3.0"],
		"main": function(container, depth0, helpers, partials, data) {
			var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
				if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
			};
			return "**Debt:** slowdowns that the default branch already has, and that the comparison above does not show.\n\n" + ((stack1 = lookupProperty(helpers, "each").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depth0, "items"), {
				"name": "each",
				"hash": {},
				"fn": container.program(0, data, 0),
				"inverse": container.noop,
				"data": data,
				"loc": {
					"start": {
						"line": 3,
						"column": 0
					},
					"end": {
						"line": 5,
						"column": 9
					}
				}
			})) != null ? stack1 : "");
		},
		"useData": true
	}),
	build(verdict) {
		const items = verdict.services.flatMap(debtOf);
		return items.length === 0 ? void 0 : { items };
	}
};
function debtOf({ window }) {
	const mark = window?.mark;
	if (mark == null || mark.kind === "improved") return [];
	const where = `${prose(mark.series)} ${formatRatio(mark.changeRatio)}`;
	if (mark.override === null) return [`${where}, recorded on the default branch without an override.`];
	const { by, reason, pullRequest } = mark.override;
	const place = pullRequest === null ? "" : ` in pull request ${pullRequest}`;
	return [`${where}, accepted by ${code(by)}${place}: “${prose(reason)}”`];
}
// templates/findings.hbs
var findings_default = import_runtime.default.template({
	"0": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "| Service and endpoint | Metric | Baseline | " + ((stack1 = (helper = lookupProperty(helpers, "candidateTitle") || container.strict(depth0, "candidateTitle", {
			"start": {
				"line": 2,
				"column": 47
			},
			"end": {
				"line": 2,
				"column": 61
			}
		}), typeof helper === "function" ? helper.call(alias1, {
			"name": "candidateTitle",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 2,
					"column": 45
				},
				"end": {
					"line": 2,
					"column": 63
				}
			}
		}) : helper)) != null ? stack1 : "") + " | Change | Limit | Verdict |\n|---|---|---:|---:|---:|---:|---|\n" + ((stack1 = lookupProperty(helpers, "each").call(alias1, lookupProperty(depth0, "rows"), {
			"name": "each",
			"hash": {},
			"fn": container.program(1, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 4,
					"column": 0
				},
				"end": {
					"line": 6,
					"column": 9
				}
			}
		})) != null ? stack1 : "") + "\n";
	},
	"1": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "| " + ((stack1 = (helper = lookupProperty(helpers, "place") || alias1(depth0, "place", {
			"start": {
				"line": 5,
				"column": 4
			},
			"end": {
				"line": 5,
				"column": 9
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "place",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 5,
					"column": 2
				},
				"end": {
					"line": 5,
					"column": 11
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "metric") || alias1(depth0, "metric", {
			"start": {
				"line": 5,
				"column": 16
			},
			"end": {
				"line": 5,
				"column": 22
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "metric",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 5,
					"column": 14
				},
				"end": {
					"line": 5,
					"column": 24
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "baseline") || alias1(depth0, "baseline", {
			"start": {
				"line": 5,
				"column": 29
			},
			"end": {
				"line": 5,
				"column": 37
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "baseline",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 5,
					"column": 27
				},
				"end": {
					"line": 5,
					"column": 39
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "candidate") || alias1(depth0, "candidate", {
			"start": {
				"line": 5,
				"column": 44
			},
			"end": {
				"line": 5,
				"column": 53
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "candidate",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 5,
					"column": 42
				},
				"end": {
					"line": 5,
					"column": 55
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "change") || alias1(depth0, "change", {
			"start": {
				"line": 5,
				"column": 60
			},
			"end": {
				"line": 5,
				"column": 66
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "change",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 5,
					"column": 58
				},
				"end": {
					"line": 5,
					"column": 68
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "limit") || alias1(depth0, "limit", {
			"start": {
				"line": 5,
				"column": 73
			},
			"end": {
				"line": 5,
				"column": 78
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "limit",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 5,
					"column": 71
				},
				"end": {
					"line": 5,
					"column": 80
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "verdict") || alias1(depth0, "verdict", {
			"start": {
				"line": 5,
				"column": 85
			},
			"end": {
				"line": 5,
				"column": 92
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "verdict",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 5,
					"column": 83
				},
				"end": {
					"line": 5,
					"column": 94
				}
			}
		}) : helper)) != null ? stack1 : "") + " |\n";
	},
	"2": function(container, depth0, helpers, partials, data) {
		var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return ((stack1 = lookupProperty(helpers, "each").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depth0, "sentences"), {
			"name": "each",
			"hash": {},
			"fn": container.program(3, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 10,
					"column": 0
				},
				"end": {
					"line": 12,
					"column": 9
				}
			}
		})) != null ? stack1 : "") + "\n";
	},
	"3": function(container, depth0, helpers, partials, data) {
		var stack1;
		return "- " + ((stack1 = container.lambda(depth0, depth0)) != null ? stack1 : "") + "\n";
	},
	"4": function(container, depth0, helpers, partials, data) {
		var stack1;
		return ((stack1 = container.lambda(depth0, depth0)) != null ? stack1 : "") + "\n\n";
	},
	"compiler": [8, ">= 4.3.0"],
	"main": function(container, depth0, helpers, partials, data) {
		var stack1, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "hasRows"), {
			"name": "if",
			"hash": {},
			"fn": container.program(0, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 1,
					"column": 0
				},
				"end": {
					"line": 8,
					"column": 7
				}
			}
		})) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "hasSentences"), {
			"name": "if",
			"hash": {},
			"fn": container.program(2, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 9,
					"column": 0
				},
				"end": {
					"line": 14,
					"column": 7
				}
			}
		})) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "each").call(alias1, lookupProperty(depth0, "notes"), {
			"name": "each",
			"hash": {},
			"fn": container.program(4, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 15,
					"column": 0
				},
				"end": {
					"line": 18,
					"column": 9
				}
			}
		})) != null ? stack1 : "");
	},
	"useData": true
});
// src/report/sections/findings.ts
/** A reader with ten seconds reads no more rows. */
const MAX_ROWS = 10;
const MAX_NAMES$1 = 5;
/** What the policy objects to, then in one line each: what became faster, and what is new. */
const findings = {
	id: "findings",
	place: "top",
	template: findings_default,
	build(verdict, context) {
		const objections = verdict.findings.filter(({ rule }) => rule !== "debt");
		const shown = objections.slice(0, MAX_ROWS);
		const notes = [
			leftOut(objections.length - shown.length),
			improvedText(verdict),
			newText(verdict),
			refusedText(verdict)
		].filter((note) => note !== "");
		const sentences = shown.filter((finding, index) => index > 0 && !isNumeric(finding, verdict)).map(sentenceOf$1);
		if (shown.length === 0 && notes.length === 0) return void 0;
		const rows = shown.map((finding) => rowOf(finding, verdict));
		return {
			hasRows: rows.length > 0,
			rows,
			sentences,
			hasSentences: sentences.length > 0,
			notes,
			candidateTitle: candidateTitle(context)
		};
	}
};
/** The first finding is not among them: line 1 says it. */
function sentenceOf$1({ service, message }) {
	return withService(service, message, prose(message), MARKDOWN);
}
function isNumeric(finding, verdict) {
	return comparisonOf(finding, verdict)?.estimate != null && [
		"regressed",
		"unproven",
		"slower",
		"inconclusive"
	].includes(finding.rule);
}
function rowOf(finding, verdict) {
	const comparison = comparisonOf(finding, verdict);
	const place = finding.service === null ? "the whole gate" : placeName({
		service: finding.service,
		endpoint: finding.endpoint
	}, MARKDOWN);
	if (comparison !== void 0 && isNumeric(finding, verdict)) return {
		place,
		...comparisonRow({
			...comparison,
			reason: null
		}, finding)
	};
	return {
		place,
		...ruleRow(finding, comparison)
	};
}
/** What a rule other than the comparison says: what it expected stands in the column of the limit. */
function ruleRow(finding, comparison) {
	const measured = finding.rule === "budget" && comparison !== void 0 ? comparisonRow(comparison, finding) : void 0;
	const { metric, stat } = finding;
	const isRise = finding.rule === "error-rate";
	return {
		metric: metric === null ? "–" : stat === null ? code(metric) : statisticName({
			metric,
			stat
		}, MARKDOWN),
		baseline: measured?.baseline ?? "–",
		candidate: isRise ? "–" : prose(finding.actual),
		change: isRise ? prose(finding.actual) : measured?.change ?? "–",
		limit: prose(finding.expected),
		verdict: `${levelIcon(finding)}${RULE_WORDS[finding.rule]}`
	};
}
const RULE_WORDS = {
	regressed: "worse, proven",
	unproven: "worse, not proven",
	slower: "slower, within the limit",
	inconclusive: "cannot tell",
	missing: "missing",
	new: "new, no baseline",
	invalid: "cannot be used",
	"changed-script": "not comparable: the load script changed",
	"changed-load": "not comparable: the load changed",
	"changed-machine": "not comparable: the machine changed",
	"changed-tool": "not comparable: the k6 version changed",
	"changed-population": "not comparable: other requests counted",
	budget: "over budget",
	"error-rate": "more errors",
	"dropped-load": "load was dropped",
	"too-few-samples": "too few requests",
	"missing-baseline": "no usable baseline",
	"k6-threshold": "k6 threshold crossed",
	debt: "debt"
};
function leftOut(hidden) {
	return hidden > 0 ? `${count(hidden, "more finding")} in the details of the services.` : "";
}
function improvedText(verdict) {
	const improved = gatedComparisons(verdict).filter((comparison) => comparison.verdict === "improved").toSorted((left, right) => (worseningOf(left) ?? 0) - (worseningOf(right) ?? 0));
	const names = improved.map((one) => `${seriesName(one, MARKDOWN)} is ${formatSize(worseningOf(one) ?? 0)} ${directionWords(one).better}`);
	return improved.length === 0 ? "" : `Better, and proven: ${shortList(names)}.`;
}
function newText(verdict) {
	const added = gatedComparisons(verdict).filter((comparison) => comparison.verdict === "new");
	const names = added.map((one) => seriesName(one, MARKDOWN));
	return added.length === 0 || verdict.outcome === "no-baseline" ? "" : `New, nothing to compare with yet: ${shortList(names)}.`;
}
function refusedText({ services }) {
	const refused = services.reduce((sum, { refusals }) => sum + refusals.length, 0);
	return refused === 0 ? "" : `${count(refused, "result file")} could not be used: the details of the services say why.`;
}
function shortList(names) {
	const hidden = names.length - MAX_NAMES$1;
	return [...names.slice(0, MAX_NAMES$1), ...hidden > 0 ? [`${hidden} more`] : []].join(", ");
}
// templates/first-baseline.hbs
var first_baseline_default = import_runtime.default.template({
	"0": function(container, depth0, helpers, partials, data) {
		return "Record the first baseline, with results of the default branch:\n\n```sh\nperf-gate record --store STORE --results RESULTS --commit \"$(git rev-parse HEAD)\"\n```\n";
	},
	"1": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "Paste this beside your load test. On each push to `" + ((stack1 = (helper = lookupProperty(helpers, "branch") || alias1(depth0, "branch", {
			"start": {
				"line": 8,
				"column": 53
			},
			"end": {
				"line": 8,
				"column": 59
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "branch",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 8,
					"column": 51
				},
				"end": {
					"line": 8,
					"column": 61
				}
			}
		}) : helper)) != null ? stack1 : "") + "` it records the results, and pull requests are then compared with them.\n\n```yaml\non:\n  push:\n    branches: [" + ((stack1 = (helper = lookupProperty(helpers, "branch") || alias1(depth0, "branch", {
			"start": {
				"line": 13,
				"column": 17
			},
			"end": {
				"line": 13,
				"column": 23
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "branch",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 13,
					"column": 15
				},
				"end": {
					"line": 13,
					"column": 25
				}
			}
		}) : helper)) != null ? stack1 : "") + "]\njobs:\n  record-baseline:\n    # needs: [the job that runs k6 and uploads the artifact k6-results-<service>]\n    runs-on: ubuntu-latest\n    permissions:\n      actions: read # to download the results\n      contents: write # to store the baseline on its own branch\n    steps:\n      - uses: " + ((stack1 = (helper = lookupProperty(helpers, "action") || alias1(depth0, "action", {
			"start": {
				"line": 22,
				"column": 16
			},
			"end": {
				"line": 22,
				"column": 22
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "action",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 22,
					"column": 14
				},
				"end": {
					"line": 22,
					"column": 24
				}
			}
		}) : helper)) != null ? stack1 : "") + "\n        with:\n          mode: record\n" + ((stack1 = lookupProperty(helpers, "if").call(alias2, lookupProperty(depth0, "name"), {
			"name": "if",
			"hash": {},
			"fn": container.program(2, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 25,
					"column": 0
				},
				"end": {
					"line": 27,
					"column": 7
				}
			}
		})) != null ? stack1 : "") + "```\n";
	},
	"2": function(container, depth0, helpers, partials, data) {
		var stack1, helper;
		return "          name: " + ((stack1 = (helper = (container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		})(helpers, "name") || container.strict(depth0, "name", {
			"start": {
				"line": 26,
				"column": 18
			},
			"end": {
				"line": 26,
				"column": 22
			}
		}), typeof helper === "function" ? helper.call(depth0 != null ? depth0 : container.nullContext || {}, {
			"name": "name",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 26,
					"column": 16
				},
				"end": {
					"line": 26,
					"column": 24
				}
			}
		}) : helper)) != null ? stack1 : "") + "\n";
	},
	"compiler": [8, ">= 4.3.0"],
	"main": function(container, depth0, helpers, partials, data) {
		var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return (stack1 = lookupProperty(helpers, "if").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depth0, "isCommandLine"), {
			"name": "if",
			"hash": {},
			"fn": container.program(0, data, 0),
			"inverse": container.program(1, data, 0),
			"data": data,
			"loc": {
				"start": {
					"line": 1,
					"column": 0
				},
				"end": {
					"line": 29,
					"column": 7
				}
			}
		})) != null ? stack1 : "";
	},
	"useData": true
});
// src/report/sections/first-baseline.ts
/** Written where nobody said how the action is called. */
const PLACEHOLDER = "OWNER/perf-gate@VERSION";
/** What to paste when there is no baseline yet. */
const firstBaseline = {
	id: "first-baseline",
	place: "top",
	template: first_baseline_default,
	build(verdict, { actionReference, baseBranch, gateName, generatedFor }) {
		if (verdict.outcome !== "no-baseline") return void 0;
		return {
			isCommandLine: generatedFor === "command-line",
			action: asYaml(actionReference, /^[\w./@-]+$/) ?? PLACEHOLDER,
			branch: asYaml(baseBranch, /^[\w][\w./-]*$/) ?? "main",
			name: gateName === "perf-gate" ? void 0 : asYaml(gateName, /^[\w][\w.-]*$/)
		};
	}
};
/** The text where it needs no quotes in YAML and cannot leave the code block. */
function asYaml(text, allowed) {
	return text !== null && allowed.test(text) ? text : void 0;
}
// src/report/sections/latency.ts
/** The durations of the whole service: p50, p95 and p99, and what else the service is gated on. */
const latency = {
	id: "latency",
	place: "service",
	template: import_runtime.default.template({
		"0": function(container, depth0, helpers, partials, data) {
			var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", lookupProperty = container.lookupProperty || function(parent, propertyName) {
				if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
			};
			return "| " + ((stack1 = (helper = lookupProperty(helpers, "metric") || alias1(depth0, "metric", {
				"start": {
					"line": 6,
					"column": 4
				},
				"end": {
					"line": 6,
					"column": 10
				}
			}), typeof helper === alias3 ? helper.call(alias2, {
				"name": "metric",
				"hash": {},
				"data": data,
				"loc": {
					"start": {
						"line": 6,
						"column": 2
					},
					"end": {
						"line": 6,
						"column": 12
					}
				}
			}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "baseline") || alias1(depth0, "baseline", {
				"start": {
					"line": 6,
					"column": 17
				},
				"end": {
					"line": 6,
					"column": 25
				}
			}), typeof helper === alias3 ? helper.call(alias2, {
				"name": "baseline",
				"hash": {},
				"data": data,
				"loc": {
					"start": {
						"line": 6,
						"column": 15
					},
					"end": {
						"line": 6,
						"column": 27
					}
				}
			}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "candidate") || alias1(depth0, "candidate", {
				"start": {
					"line": 6,
					"column": 32
				},
				"end": {
					"line": 6,
					"column": 41
				}
			}), typeof helper === alias3 ? helper.call(alias2, {
				"name": "candidate",
				"hash": {},
				"data": data,
				"loc": {
					"start": {
						"line": 6,
						"column": 30
					},
					"end": {
						"line": 6,
						"column": 43
					}
				}
			}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "change") || alias1(depth0, "change", {
				"start": {
					"line": 6,
					"column": 48
				},
				"end": {
					"line": 6,
					"column": 54
				}
			}), typeof helper === alias3 ? helper.call(alias2, {
				"name": "change",
				"hash": {},
				"data": data,
				"loc": {
					"start": {
						"line": 6,
						"column": 46
					},
					"end": {
						"line": 6,
						"column": 56
					}
				}
			}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "limit") || alias1(depth0, "limit", {
				"start": {
					"line": 6,
					"column": 61
				},
				"end": {
					"line": 6,
					"column": 66
				}
			}), typeof helper === alias3 ? helper.call(alias2, {
				"name": "limit",
				"hash": {},
				"data": data,
				"loc": {
					"start": {
						"line": 6,
						"column": 59
					},
					"end": {
						"line": 6,
						"column": 68
					}
				}
			}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "verdict") || alias1(depth0, "verdict", {
				"start": {
					"line": 6,
					"column": 73
				},
				"end": {
					"line": 6,
					"column": 80
				}
			}), typeof helper === alias3 ? helper.call(alias2, {
				"name": "verdict",
				"hash": {},
				"data": data,
				"loc": {
					"start": {
						"line": 6,
						"column": 71
					},
					"end": {
						"line": 6,
						"column": 82
					}
				}
			}) : helper)) != null ? stack1 : "") + " |\n";
		},
		"compiler": [8, ">= 4.3.0"],
		"main": function(container, depth0, helpers, partials, data) {
			var stack1, helper, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
				if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
			};
			return "#### Latency\n\n| Metric | Baseline | " + ((stack1 = (helper = lookupProperty(helpers, "candidateTitle") || container.strict(depth0, "candidateTitle", {
				"start": {
					"line": 3,
					"column": 24
				},
				"end": {
					"line": 3,
					"column": 38
				}
			}), typeof helper === "function" ? helper.call(alias1, {
				"name": "candidateTitle",
				"hash": {},
				"data": data,
				"loc": {
					"start": {
						"line": 3,
						"column": 22
					},
					"end": {
						"line": 3,
						"column": 40
					}
				}
			}) : helper)) != null ? stack1 : "") + " | Change | Limit | Verdict |\n|---|---:|---:|---:|---:|---|\n" + ((stack1 = lookupProperty(helpers, "each").call(alias1, lookupProperty(depth0, "rows"), {
				"name": "each",
				"hash": {},
				"fn": container.program(0, data, 0),
				"inverse": container.noop,
				"data": data,
				"loc": {
					"start": {
						"line": 5,
						"column": 0
					},
					"end": {
						"line": 7,
						"column": 9
					}
				}
			})) != null ? stack1 : "");
		},
		"useData": true
	}),
	build(verdict, context) {
		const comparisons = verdict.services.flatMap((service) => service.comparisons).filter((one) => groupOf(one) === "latency");
		if (comparisons.length === 0) return void 0;
		const http = comparisons.filter(({ metric }) => metric === "http_req_duration").map(({ stat }) => stat);
		const absent = http.length === 0 ? [] : LATENCY_STATS$1.filter((stat) => !http.includes(stat));
		return {
			rows: [...comparisons.map((one) => ({
				stat: one.stat,
				row: judgedRow(one, verdict)
			})), ...absent.map((stat) => ({
				stat,
				row: absentRow(stat)
			}))].toSorted((left, right) => percentileOf(left.stat) - percentileOf(right.stat)).map(({ row }) => row),
			candidateTitle: candidateTitle(context)
		};
	}
};
/** 95 for `p95`; what is no percentile comes last. */
function percentileOf(stat) {
	return Number(/^p(\d+(?:\.\d+)?)$/.exec(stat)?.[1] ?? 101);
}
// src/report/sections/other-series.ts
/** Every series that no other table shows: the endpoints, and the other metrics. The worst first. */
const otherSeries = {
	id: "other-series",
	place: "service",
	template: import_runtime.default.template({
		"0": function(container, depth0, helpers, partials, data) {
			var stack1, helper, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
				if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
			};
			return "| Endpoint | Metric | Baseline | " + ((stack1 = (helper = lookupProperty(helpers, "candidateTitle") || container.strict(depth0, "candidateTitle", {
				"start": {
					"line": 4,
					"column": 35
				},
				"end": {
					"line": 4,
					"column": 49
				}
			}), typeof helper === "function" ? helper.call(alias1, {
				"name": "candidateTitle",
				"hash": {},
				"data": data,
				"loc": {
					"start": {
						"line": 4,
						"column": 33
					},
					"end": {
						"line": 4,
						"column": 51
					}
				}
			}) : helper)) != null ? stack1 : "") + " | Change | Limit | Verdict |\n|---|---|---:|---:|---:|---:|---|\n" + ((stack1 = lookupProperty(helpers, "each").call(alias1, lookupProperty(depth0, "rows"), {
				"name": "each",
				"hash": {},
				"fn": container.program(1, data, 0),
				"inverse": container.noop,
				"data": data,
				"loc": {
					"start": {
						"line": 6,
						"column": 0
					},
					"end": {
						"line": 8,
						"column": 9
					}
				}
			})) != null ? stack1 : "") + "\n";
		},
		"1": function(container, depth0, helpers, partials, data) {
			var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", lookupProperty = container.lookupProperty || function(parent, propertyName) {
				if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
			};
			return "| " + ((stack1 = (helper = lookupProperty(helpers, "endpoint") || alias1(depth0, "endpoint", {
				"start": {
					"line": 7,
					"column": 4
				},
				"end": {
					"line": 7,
					"column": 12
				}
			}), typeof helper === alias3 ? helper.call(alias2, {
				"name": "endpoint",
				"hash": {},
				"data": data,
				"loc": {
					"start": {
						"line": 7,
						"column": 2
					},
					"end": {
						"line": 7,
						"column": 14
					}
				}
			}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "metric") || alias1(depth0, "metric", {
				"start": {
					"line": 7,
					"column": 19
				},
				"end": {
					"line": 7,
					"column": 25
				}
			}), typeof helper === alias3 ? helper.call(alias2, {
				"name": "metric",
				"hash": {},
				"data": data,
				"loc": {
					"start": {
						"line": 7,
						"column": 17
					},
					"end": {
						"line": 7,
						"column": 27
					}
				}
			}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "baseline") || alias1(depth0, "baseline", {
				"start": {
					"line": 7,
					"column": 32
				},
				"end": {
					"line": 7,
					"column": 40
				}
			}), typeof helper === alias3 ? helper.call(alias2, {
				"name": "baseline",
				"hash": {},
				"data": data,
				"loc": {
					"start": {
						"line": 7,
						"column": 30
					},
					"end": {
						"line": 7,
						"column": 42
					}
				}
			}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "candidate") || alias1(depth0, "candidate", {
				"start": {
					"line": 7,
					"column": 47
				},
				"end": {
					"line": 7,
					"column": 56
				}
			}), typeof helper === alias3 ? helper.call(alias2, {
				"name": "candidate",
				"hash": {},
				"data": data,
				"loc": {
					"start": {
						"line": 7,
						"column": 45
					},
					"end": {
						"line": 7,
						"column": 58
					}
				}
			}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "change") || alias1(depth0, "change", {
				"start": {
					"line": 7,
					"column": 63
				},
				"end": {
					"line": 7,
					"column": 69
				}
			}), typeof helper === alias3 ? helper.call(alias2, {
				"name": "change",
				"hash": {},
				"data": data,
				"loc": {
					"start": {
						"line": 7,
						"column": 61
					},
					"end": {
						"line": 7,
						"column": 71
					}
				}
			}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "limit") || alias1(depth0, "limit", {
				"start": {
					"line": 7,
					"column": 76
				},
				"end": {
					"line": 7,
					"column": 81
				}
			}), typeof helper === alias3 ? helper.call(alias2, {
				"name": "limit",
				"hash": {},
				"data": data,
				"loc": {
					"start": {
						"line": 7,
						"column": 74
					},
					"end": {
						"line": 7,
						"column": 83
					}
				}
			}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "verdict") || alias1(depth0, "verdict", {
				"start": {
					"line": 7,
					"column": 88
				},
				"end": {
					"line": 7,
					"column": 95
				}
			}), typeof helper === alias3 ? helper.call(alias2, {
				"name": "verdict",
				"hash": {},
				"data": data,
				"loc": {
					"start": {
						"line": 7,
						"column": 86
					},
					"end": {
						"line": 7,
						"column": 97
					}
				}
			}) : helper)) != null ? stack1 : "") + " |\n";
		},
		"compiler": [8, ">= 4.3.0"],
		"main": function(container, depth0, helpers, partials, data) {
			var stack1, helper, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
				if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
			};
			return "#### Endpoints and other metrics\n\n" + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "hasRows"), {
				"name": "if",
				"hash": {},
				"fn": container.program(0, data, 0),
				"inverse": container.noop,
				"data": data,
				"loc": {
					"start": {
						"line": 3,
						"column": 0
					},
					"end": {
						"line": 10,
						"column": 7
					}
				}
			})) != null ? stack1 : "") + ((stack1 = (helper = lookupProperty(helpers, "leftOut") || container.strict(depth0, "leftOut", {
				"start": {
					"line": 11,
					"column": 2
				},
				"end": {
					"line": 11,
					"column": 9
				}
			}), typeof helper === "function" ? helper.call(alias1, {
				"name": "leftOut",
				"hash": {},
				"data": data,
				"loc": {
					"start": {
						"line": 11,
						"column": 0
					},
					"end": {
						"line": 11,
						"column": 11
					}
				}
			}) : helper)) != null ? stack1 : "") + "\n";
		},
		"useData": true
	}),
	build(verdict, context) {
		const comparisons = verdict.services.flatMap((service) => service.comparisons).filter((one) => groupOf(one) === "other");
		if (comparisons.length === 0) return void 0;
		const shown = worstFirst(comparisons).slice(0, context.maxRows);
		const hidden = comparisons.length - shown.length;
		return {
			rows: shown.map((one) => ({
				endpoint: one.endpoint === null ? "–" : code(one.endpoint),
				...judgedRow(one, verdict)
			})),
			hasRows: shown.length > 0,
			leftOut: hidden === 0 ? "" : `${count(hidden, "more row")} left out here, the least bad ones.`,
			candidateTitle: candidateTitle(context)
		};
	}
};
// templates/override.hbs
var override_default = import_runtime.default.template({
	"0": function(container, depth0, helpers, partials, data) {
		var stack1, alias1 = container.strict, alias2 = container.lambda, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "**Override** by " + ((stack1 = alias2(alias1(lookupProperty(depth0, "valid"), "by", {
			"start": {
				"line": 2,
				"column": 18
			},
			"end": {
				"line": 2,
				"column": 26
			}
		}), depth0)) != null ? stack1 : "") + " on " + ((stack1 = alias2(alias1(lookupProperty(depth0, "valid"), "at", {
			"start": {
				"line": 2,
				"column": 34
			},
			"end": {
				"line": 2,
				"column": 42
			}
		}), depth0)) != null ? stack1 : "") + ", for commit " + ((stack1 = alias2(alias1(lookupProperty(depth0, "valid"), "commit", {
			"start": {
				"line": 2,
				"column": 59
			},
			"end": {
				"line": 2,
				"column": 71
			}
		}), depth0)) != null ? stack1 : "") + " only: a new push needs a new one. Reason: “" + ((stack1 = alias2(alias1(lookupProperty(depth0, "valid"), "reason", {
			"start": {
				"line": 2,
				"column": 119
			},
			"end": {
				"line": 2,
				"column": 131
			}
		}), depth0)) != null ? stack1 : "") + "”\n";
	},
	"1": function(container, depth0, helpers, partials, data) {
		var stack1, alias1 = container.strict, alias2 = container.lambda, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "**Override" + ((stack1 = alias2(alias1(lookupProperty(depth0, "refused"), "by", {
			"start": {
				"line": 5,
				"column": 12
			},
			"end": {
				"line": 5,
				"column": 22
			}
		}), depth0)) != null ? stack1 : "") + " refused:** " + ((stack1 = alias2(alias1(lookupProperty(depth0, "refused"), "why", {
			"start": {
				"line": 5,
				"column": 38
			},
			"end": {
				"line": 5,
				"column": 49
			}
		}), depth0)) != null ? stack1 : "") + " " + ((stack1 = alias2(alias1(lookupProperty(depth0, "refused"), "next", {
			"start": {
				"line": 5,
				"column": 54
			},
			"end": {
				"line": 5,
				"column": 66
			}
		}), depth0)) != null ? stack1 : "") + "\n" + ((stack1 = lookupProperty(helpers, "if").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depth0, "useless"), {
			"name": "if",
			"hash": {},
			"fn": container.program(2, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 6,
					"column": 0
				},
				"end": {
					"line": 8,
					"column": 7
				}
			}
		})) != null ? stack1 : "");
	},
	"2": function(container, depth0, helpers, partials, data) {
		return "Invalid results cannot be overridden at all: mend them, or use the audited bypass of your branch rules.\n";
	},
	"3": function(container, depth0, helpers, partials, data) {
		var stack1, alias1 = container.strict, alias2 = container.lambda, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "<details><summary>How to override exactly this</summary>\n\nAn override accepts " + ((stack1 = alias2(alias1(lookupProperty(depth0, "offer"), "accepts", {
			"start": {
				"line": 13,
				"column": 22
			},
			"end": {
				"line": 13,
				"column": 35
			}
		}), depth0)) != null ? stack1 : "") + ".\n\n1. Say why: under a heading `### Performance override` in the description of this pull request, or in a comment `/perf-override <reason>` by someone whose role may override.\n2. Someone whose role may override adds the label " + ((stack1 = alias2(alias1(lookupProperty(depth0, "offer"), "label", {
			"start": {
				"line": 16,
				"column": 52
			},
			"end": {
				"line": 16,
				"column": 63
			}
		}), depth0)) != null ? stack1 : "") + ". That is write access or more, unless the policy says otherwise; where an organisation owns the repository, it is not the author.\n\nThe load test does not run again. The override holds for " + ((stack1 = alias2(alias1(lookupProperty(depth0, "offer"), "commit", {
			"start": {
				"line": 18,
				"column": 59
			},
			"end": {
				"line": 18,
				"column": 71
			}
		}), depth0)) != null ? stack1 : "") + " only, and is listed as debt afterwards.\n\n</details>\n";
	},
	"compiler": [8, ">= 4.3.0"],
	"main": function(container, depth0, helpers, partials, data) {
		var stack1, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "valid"), {
			"name": "if",
			"hash": {},
			"fn": container.program(0, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 1,
					"column": 0
				},
				"end": {
					"line": 3,
					"column": 7
				}
			}
		})) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "refused"), {
			"name": "if",
			"hash": {},
			"fn": container.program(1, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 4,
					"column": 0
				},
				"end": {
					"line": 9,
					"column": 7
				}
			}
		})) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "offer"), {
			"name": "if",
			"hash": {},
			"fn": container.program(3, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 10,
					"column": 0
				},
				"end": {
					"line": 21,
					"column": 7
				}
			}
		})) != null ? stack1 : "");
	},
	"useData": true
});
// src/report/sections/override.ts
const MAX_ITEMS = 5;
/** Who overrode and why; or why an override does not count and what to do; or how to override exactly this case. */
const override = {
	id: "override",
	place: "top",
	template: override_default,
	build({ override: decision, outcome, findings }, { overrideLabel, generatedFor, headSha }) {
		const blank = {
			valid: void 0,
			refused: void 0,
			offer: void 0,
			useless: void 0
		};
		if (decision.kind === "valid") {
			const { by, at, reason, headSha: sha } = decision;
			return {
				...blank,
				valid: {
					by: code(by),
					at: code(at.slice(0, 16).replace("T", " ")),
					reason: prose(reason),
					commit: commit(sha)
				}
			};
		}
		if (decision.kind === "refused") {
			const by = decision.by === null ? "" : ` by ${code(decision.by)}`;
			const useless = outcome === "invalid";
			return {
				...blank,
				refused: {
					by,
					why: prose(decision.why),
					next: useless ? "" : prose(decision.next)
				},
				useless
			};
		}
		if (outcome !== "fail" || overrideLabel === null || generatedFor !== "pull-request") return void 0;
		return {
			...blank,
			offer: {
				label: code(overrideLabel),
				accepts: acceptedText(findings),
				commit: headSha === null ? "this commit" : commit(headSha)
			}
		};
	}
};
/** What exactly would be waived. */
function acceptedText(findings) {
	const blocking = findings.filter(({ level }) => level === "fail");
	const items = blocking.slice(0, MAX_ITEMS).map((finding) => `${placeOf$2(finding)}: ${prose(finding.actual)}`);
	const hidden = blocking.length - items.length;
	return [...items, ...hidden > 0 ? [`${hidden} more`] : []].join("; ");
}
function placeOf$2({ service, endpoint, metric, stat }) {
	if (service === null) return "the whole gate";
	const place = {
		service,
		endpoint
	};
	return metric === null || stat === null ? placeName(place, MARKDOWN) : seriesName({
		...place,
		metric,
		stat
	}, MARKDOWN);
}
// src/report/sections/recommendations.ts
/** What to do next. Each step is earned by a finding or by a number; without one there is no advice. */
const recommendations = {
	id: "recommendations",
	place: "service",
	template: import_runtime.default.template({
		"0": function(container, depth0, helpers, partials, data) {
			var stack1;
			return "- " + ((stack1 = container.lambda(depth0, depth0)) != null ? stack1 : "") + "\n";
		},
		"compiler": [8, ">= 4.3.0"],
		"main": function(container, depth0, helpers, partials, data) {
			var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
				if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
			};
			return "#### Recommendations\n\n" + ((stack1 = lookupProperty(helpers, "each").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depth0, "steps"), {
				"name": "each",
				"hash": {},
				"fn": container.program(0, data, 0),
				"inverse": container.noop,
				"data": data,
				"loc": {
					"start": {
						"line": 3,
						"column": 0
					},
					"end": {
						"line": 5,
						"column": 9
					}
				}
			})) != null ? stack1 : "");
		},
		"useData": true
	}),
	build(verdict) {
		const [evidence] = verdict.services;
		if (evidence === void 0) return void 0;
		const steps = STEPS.flatMap((step) => step(evidence, verdict) ?? []);
		return steps.length === 0 ? void 0 : { steps };
	}
};
const STEPS = [
	useResults,
	startWith,
	moreRuns,
	turns,
	sayConditions
];
function useResults({ refusals }) {
	return refusals.length === 0 ? void 0 : "Mend the result files that could not be used (see the configuration), and run the load test again.";
}
/** The endpoint to look at first. */
function startWith({ comparisons }) {
	const [worst] = worstFirst(comparisons.filter(({ role, verdict }) => role !== "other" && verdict === "regressed").filter(({ endpoint }) => endpoint !== null));
	if (worst?.endpoint == null || worst.estimate === null) return void 0;
	return `Start with ${code(worst.endpoint)}: its ${statisticName(worst, MARKDOWN)} changed by ${formatRatio(worst.estimate.changeRatio)}, more than any other endpoint.`;
}
/** What would settle an open question. Only for series that someone has to decide on. */
function moreRuns({ comparisons }, verdict) {
	const open = worstFirst(comparisons).find((one) => isOpen(one) && verdict.findings.some((finding) => finding.endpoint === one.endpoint && finding.metric === one.metric && finding.stat === one.stat));
	return open === void 0 ? void 0 : settledBy(open);
}
function isOpen({ role, verdict, estimate }) {
	return role !== "other" && estimate !== null && (verdict === "unproven" || verdict === "inconclusive");
}
/** Where the machine is part of the noise, measuring in turns takes it out. */
function turns({ design, service, comparisons }) {
	const primary = comparisons.find(({ role, estimate }) => role === "primary" && estimate !== null);
	if (primary?.estimate == null || primary.limitRatio === null) return void 0;
	if (!(primary.estimate.detectableRatio > primary.limitRatio) || design === "pairs") return void 0;
	return `Measure both versions in turns in the same job (folders ${`${code(`${service}/baseline/run-1`)} and ${code(`${service}/candidate/run-1`)}`}, and so on): that takes the machine out of the comparison. These data cannot prove a slowdown of ${formatLimit(primary.limitRatio)}.`;
}
/** Unknown conditions can hide a difference. */
function sayConditions({ candidateRuns }) {
	return candidateRuns.some(({ conditions }) => conditions.machine === null || conditions.load === null) ? `Write the machine and the load into ${code("run.json")} beside each result, so that a difference in them is seen.` : void 0;
}
// src/report/sections/resources.ts
/** Processor and memory, where the results hold them. */
const resources = {
	id: "resources",
	place: "service",
	template: import_runtime.default.template({
		"0": function(container, depth0, helpers, partials, data) {
			var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", lookupProperty = container.lookupProperty || function(parent, propertyName) {
				if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
			};
			return "| " + ((stack1 = (helper = lookupProperty(helpers, "metric") || alias1(depth0, "metric", {
				"start": {
					"line": 6,
					"column": 4
				},
				"end": {
					"line": 6,
					"column": 10
				}
			}), typeof helper === alias3 ? helper.call(alias2, {
				"name": "metric",
				"hash": {},
				"data": data,
				"loc": {
					"start": {
						"line": 6,
						"column": 2
					},
					"end": {
						"line": 6,
						"column": 12
					}
				}
			}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "baseline") || alias1(depth0, "baseline", {
				"start": {
					"line": 6,
					"column": 17
				},
				"end": {
					"line": 6,
					"column": 25
				}
			}), typeof helper === alias3 ? helper.call(alias2, {
				"name": "baseline",
				"hash": {},
				"data": data,
				"loc": {
					"start": {
						"line": 6,
						"column": 15
					},
					"end": {
						"line": 6,
						"column": 27
					}
				}
			}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "candidate") || alias1(depth0, "candidate", {
				"start": {
					"line": 6,
					"column": 32
				},
				"end": {
					"line": 6,
					"column": 41
				}
			}), typeof helper === alias3 ? helper.call(alias2, {
				"name": "candidate",
				"hash": {},
				"data": data,
				"loc": {
					"start": {
						"line": 6,
						"column": 30
					},
					"end": {
						"line": 6,
						"column": 43
					}
				}
			}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "change") || alias1(depth0, "change", {
				"start": {
					"line": 6,
					"column": 48
				},
				"end": {
					"line": 6,
					"column": 54
				}
			}), typeof helper === alias3 ? helper.call(alias2, {
				"name": "change",
				"hash": {},
				"data": data,
				"loc": {
					"start": {
						"line": 6,
						"column": 46
					},
					"end": {
						"line": 6,
						"column": 56
					}
				}
			}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "limit") || alias1(depth0, "limit", {
				"start": {
					"line": 6,
					"column": 61
				},
				"end": {
					"line": 6,
					"column": 66
				}
			}), typeof helper === alias3 ? helper.call(alias2, {
				"name": "limit",
				"hash": {},
				"data": data,
				"loc": {
					"start": {
						"line": 6,
						"column": 59
					},
					"end": {
						"line": 6,
						"column": 68
					}
				}
			}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "verdict") || alias1(depth0, "verdict", {
				"start": {
					"line": 6,
					"column": 73
				},
				"end": {
					"line": 6,
					"column": 80
				}
			}), typeof helper === alias3 ? helper.call(alias2, {
				"name": "verdict",
				"hash": {},
				"data": data,
				"loc": {
					"start": {
						"line": 6,
						"column": 71
					},
					"end": {
						"line": 6,
						"column": 82
					}
				}
			}) : helper)) != null ? stack1 : "") + " |\n";
		},
		"compiler": [8, ">= 4.3.0"],
		"main": function(container, depth0, helpers, partials, data) {
			var stack1, helper, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
				if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
			};
			return "#### Resources\n\n| Metric | Baseline | " + ((stack1 = (helper = lookupProperty(helpers, "candidateTitle") || container.strict(depth0, "candidateTitle", {
				"start": {
					"line": 3,
					"column": 24
				},
				"end": {
					"line": 3,
					"column": 38
				}
			}), typeof helper === "function" ? helper.call(alias1, {
				"name": "candidateTitle",
				"hash": {},
				"data": data,
				"loc": {
					"start": {
						"line": 3,
						"column": 22
					},
					"end": {
						"line": 3,
						"column": 40
					}
				}
			}) : helper)) != null ? stack1 : "") + " | Change | Limit | Verdict |\n|---|---:|---:|---:|---:|---|\n" + ((stack1 = lookupProperty(helpers, "each").call(alias1, lookupProperty(depth0, "rows"), {
				"name": "each",
				"hash": {},
				"fn": container.program(0, data, 0),
				"inverse": container.noop,
				"data": data,
				"loc": {
					"start": {
						"line": 5,
						"column": 0
					},
					"end": {
						"line": 7,
						"column": 9
					}
				}
			})) != null ? stack1 : "");
		},
		"useData": true
	}),
	build(verdict, context) {
		const comparisons = verdict.services.flatMap((service) => service.comparisons).filter((one) => groupOf(one) === "resources");
		if (comparisons.length === 0) return void 0;
		return {
			rows: comparisons.map((one) => judgedRow(one, verdict)),
			candidateTitle: candidateTitle(context)
		};
	}
};
// src/report/sections/summary.ts
/** One or two sentences on one service: how its gated numbers moved, and how much the policy objects to. */
const summary = {
	id: "summary",
	place: "service",
	template: import_runtime.default.template({
		"compiler": [8, ">= 4.3.0"],
		"main": function(container, depth0, helpers, partials, data) {
			var stack1, helper;
			return "#### Summary\n\n" + ((stack1 = (helper = (container.lookupProperty || function(parent, propertyName) {
				if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
			})(helpers, "text") || container.strict(depth0, "text", {
				"start": {
					"line": 3,
					"column": 2
				},
				"end": {
					"line": 3,
					"column": 6
				}
			}), typeof helper === "function" ? helper.call(depth0 != null ? depth0 : container.nullContext || {}, {
				"name": "text",
				"hash": {},
				"data": data,
				"loc": {
					"start": {
						"line": 3,
						"column": 0
					},
					"end": {
						"line": 3,
						"column": 8
					}
				}
			}) : helper)) != null ? stack1 : "") + "\n";
		},
		"useData": true
	}),
	build(verdict) {
		return { text: [...verdict.services.flatMap(({ comparisons }) => comparisons.filter(({ role }) => role === "primary")).map(sentenceOf), findingsText(verdict)].join(" ") };
	}
};
function sentenceOf(comparison) {
	const name = capitalized(statisticName(comparison, MARKDOWN));
	const { estimate, verdict, reason, limitRatio } = comparison;
	if (estimate === null) return `${name}: ${withoutNumbers(verdict)}${reason === null ? "" : `: ${prose(reason)}`}.`.replace("..", ".");
	const change = changeInWords(comparison, estimate.changeRatio);
	const proof = verdict === "regressed" || verdict === "improved" || verdict === "slower" ? "This is proven" : "This is not proven";
	if (verdict === "unchanged" && limitRatio !== null) {
		const { worse } = directionWords(comparison);
		return `${name} is ${change.replace(/ \(limit .*/, "")}; more than ${formatLimit(limitRatio)} ${worse} can be excluded.`;
	}
	return `${name} is ${change}, ${formatInterval(estimate)}. ${proof}.`;
}
function withoutNumbers(verdict) {
	switch (verdict) {
		case "new": return "there is no baseline to compare with";
		case "missing": return "it is missing from these results";
		case "not-run": return "not measured, because the change touches none of its paths";
		case "not-comparable": return "not comparable with the baseline";
		default: return "the data cannot be used";
	}
}
function findingsText({ findings }) {
	const blocking = findings.filter(({ level }) => level === "fail").length;
	const warnings = findings.length - blocking;
	if (findings.length === 0) return "The policy has no objection.";
	return `${[blocking > 0 ? count(blocking, "finding blocks", "findings block") : "", warnings > 0 ? count(warnings, "warning") : ""].filter((part) => part !== "").join(", ")}.`;
}
function capitalized(text) {
	return text.startsWith("`") || /^p\d/.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);
}
// src/report/registry.ts
/** Every section of the report, in the order of printing. */
const SECTIONS = [
	findings,
	commonCause,
	firstBaseline,
	override,
	debt,
	summary,
	configuration,
	latency,
	{
		id: "throughput",
		place: "service",
		template: import_runtime.default.template({
			"0": function(container, depth0, helpers, partials, data) {
				var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", lookupProperty = container.lookupProperty || function(parent, propertyName) {
					if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
				};
				return "| " + ((stack1 = (helper = lookupProperty(helpers, "metric") || alias1(depth0, "metric", {
					"start": {
						"line": 6,
						"column": 4
					},
					"end": {
						"line": 6,
						"column": 10
					}
				}), typeof helper === alias3 ? helper.call(alias2, {
					"name": "metric",
					"hash": {},
					"data": data,
					"loc": {
						"start": {
							"line": 6,
							"column": 2
						},
						"end": {
							"line": 6,
							"column": 12
						}
					}
				}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "baseline") || alias1(depth0, "baseline", {
					"start": {
						"line": 6,
						"column": 17
					},
					"end": {
						"line": 6,
						"column": 25
					}
				}), typeof helper === alias3 ? helper.call(alias2, {
					"name": "baseline",
					"hash": {},
					"data": data,
					"loc": {
						"start": {
							"line": 6,
							"column": 15
						},
						"end": {
							"line": 6,
							"column": 27
						}
					}
				}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "candidate") || alias1(depth0, "candidate", {
					"start": {
						"line": 6,
						"column": 32
					},
					"end": {
						"line": 6,
						"column": 41
					}
				}), typeof helper === alias3 ? helper.call(alias2, {
					"name": "candidate",
					"hash": {},
					"data": data,
					"loc": {
						"start": {
							"line": 6,
							"column": 30
						},
						"end": {
							"line": 6,
							"column": 43
						}
					}
				}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "change") || alias1(depth0, "change", {
					"start": {
						"line": 6,
						"column": 48
					},
					"end": {
						"line": 6,
						"column": 54
					}
				}), typeof helper === alias3 ? helper.call(alias2, {
					"name": "change",
					"hash": {},
					"data": data,
					"loc": {
						"start": {
							"line": 6,
							"column": 46
						},
						"end": {
							"line": 6,
							"column": 56
						}
					}
				}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "limit") || alias1(depth0, "limit", {
					"start": {
						"line": 6,
						"column": 61
					},
					"end": {
						"line": 6,
						"column": 66
					}
				}), typeof helper === alias3 ? helper.call(alias2, {
					"name": "limit",
					"hash": {},
					"data": data,
					"loc": {
						"start": {
							"line": 6,
							"column": 59
						},
						"end": {
							"line": 6,
							"column": 68
						}
					}
				}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "verdict") || alias1(depth0, "verdict", {
					"start": {
						"line": 6,
						"column": 73
					},
					"end": {
						"line": 6,
						"column": 80
					}
				}), typeof helper === alias3 ? helper.call(alias2, {
					"name": "verdict",
					"hash": {},
					"data": data,
					"loc": {
						"start": {
							"line": 6,
							"column": 71
						},
						"end": {
							"line": 6,
							"column": 82
						}
					}
				}) : helper)) != null ? stack1 : "") + " |\n";
			},
			"compiler": [8, ">= 4.3.0"],
			"main": function(container, depth0, helpers, partials, data) {
				var stack1, helper, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
					if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
				};
				return "#### Throughput and errors\n\n| Metric | Baseline | " + ((stack1 = (helper = lookupProperty(helpers, "candidateTitle") || container.strict(depth0, "candidateTitle", {
					"start": {
						"line": 3,
						"column": 24
					},
					"end": {
						"line": 3,
						"column": 38
					}
				}), typeof helper === "function" ? helper.call(alias1, {
					"name": "candidateTitle",
					"hash": {},
					"data": data,
					"loc": {
						"start": {
							"line": 3,
							"column": 22
						},
						"end": {
							"line": 3,
							"column": 40
						}
					}
				}) : helper)) != null ? stack1 : "") + " | Change | Limit | Verdict |\n|---|---:|---:|---:|---:|---|\n" + ((stack1 = lookupProperty(helpers, "each").call(alias1, lookupProperty(depth0, "rows"), {
					"name": "each",
					"hash": {},
					"fn": container.program(0, data, 0),
					"inverse": container.noop,
					"data": data,
					"loc": {
						"start": {
							"line": 5,
							"column": 0
						},
						"end": {
							"line": 7,
							"column": 9
						}
					}
				})) != null ? stack1 : "");
			},
			"useData": true
		}),
		build(verdict, context) {
			const comparisons = verdict.services.flatMap((service) => service.comparisons).filter((one) => groupOf(one) === "throughput");
			if (comparisons.length === 0) return void 0;
			return {
				rows: comparisons.map((one) => judgedRow(one, verdict)),
				candidateTitle: candidateTitle(context)
			};
		}
	},
	resources,
	otherSeries,
	analysis,
	recommendations,
	conclusion
];
// src/report/status-description.ts
/**
* GitHub refuses a longer description of a commit status.
* https://docs.github.com/en/rest/commits/statuses#create-a-commit-status (the limit itself is not in its schema)
*/
const MAX_LENGTH = 140;
/** The verdict in at most 140 UTF-16 units of plain text; the coverage too where there is room for it. */
function statusDescription(verdict, context) {
	const { statement } = headline(verdict, context, PLAIN);
	const full = `${statement} ${coverageCount(verdict)}.`;
	if (full.length <= MAX_LENGTH) return full;
	return shortened(statement);
}
function shortened(text) {
	if (text.length <= MAX_LENGTH) return text;
	return `${text.slice(0, 139).replace(/[\uD800-\uDBFF]$/, "").trimEnd()}…`;
}
// src/report/render-report.ts
/** GitHub refuses a comment of more than 65,536 characters (422, "Body is too long"). The rest is room for a wrong guess of the unit. */
const MAX_COMMENT_UNITS = 6e4;
/**
* GitHub drops a job summary of more than 1 MiB.
* https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits
*/
const MAX_MARKDOWN_BYTES = 921600;
/** Rows of a long table, from generous to none. The first that fits is taken, so that rows go before services do. */
const COMMENT_ROWS = [
	30,
	10,
	0
];
const MARKDOWN_ROWS = [
	Number.POSITIVE_INFINITY,
	200,
	50,
	10,
	0
];
const MAX_NAMES = 5;
/** The report on a verdict: the comment, the full Markdown, the commit status and a title. Pure: the same verdict gives the same text. */
function renderReport(verdict, context) {
	return {
		get comment() {
			const fits = (text) => text.length <= MAX_COMMENT_UNITS;
			return fitting(COMMENT_ROWS, fits, (rows, folds) => comment(verdict, {
				...context,
				maxRows: rows
			}, folds), verdict);
		},
		get markdown() {
			const fits = (text) => new TextEncoder().encode(text).length <= MAX_MARKDOWN_BYTES;
			return fitting(MARKDOWN_ROWS, fits, (rows, folds) => fullReport(verdict, {
				...context,
				maxRows: rows
			}, folds), verdict);
		},
		get statusDescription() {
			return statusDescription(verdict, context);
		},
		get title() {
			return plain(headline(verdict, context, PLAIN).statement);
		}
	};
}
/** The longest version that fits: first with fewer rows in the long tables, then with the details of fewer services, the worst kept. */
function fitting(rows, fits, render, { services }) {
	for (const maxRows of rows) {
		const text = render(maxRows, services.length);
		if (fits(text)) return text;
	}
	const fewest = rows.at(-1) ?? 0;
	let [fitting, tooMany] = [0, services.length];
	while (tooMany - fitting > 1) {
		const middle = Math.floor((fitting + tooMany) / 2);
		if (fits(render(fewest, middle))) fitting = middle;
		else tooMany = middle;
	}
	return render(fewest, fitting);
}
function comment(verdict, context, maxServices) {
	const services = servicesWorstFirst(verdict);
	const shown = services.slice(0, maxServices);
	const loud = shown.filter(({ service }) => verdict.findings.some((finding) => finding.service === service));
	const quiet = shown.filter((service) => !loud.includes(service));
	const { gateName, headSha, runId } = context;
	return blocks([
		markerLine({
			name: gateName,
			sha: headSha,
			run: runId === null ? null : `${runId}`
		}),
		...opening(verdict, context),
		...sectionsAt("top", verdict, context),
		...loud.map((service) => serviceFold(service, verdict, context)),
		...quietFolds(quiet, verdict, context),
		droppedText(services.slice(maxServices), context),
		footer(context)
	]);
}
/** Services without findings share a fold where there are many: sixteen closed folds hide the one that matters. */
function quietFolds(quiet, verdict, context) {
	const folds = quiet.map((service) => serviceFold(service, verdict, context));
	if (quiet.length <= 3) return folds;
	return [
		`<details><summary>${count(quiet.length, "service")} without findings</summary>`,
		...folds,
		"</details>"
	];
}
function serviceFold(evidence, verdict, context) {
	const own = verdictOfService(verdict, evidence);
	return blocks([
		`<details><summary>Details of ${htmlCode(evidence.service)}</summary>`,
		...sectionsAt("service", own, context),
		"</details>"
	]);
}
function fullReport(verdict, context, maxServices) {
	const services = servicesWorstFirst(verdict);
	return blocks([
		`# Performance report: ${context.gateName === "perf-gate" ? "perf-gate" : code(context.gateName)}`,
		...opening(verdict, context),
		...sectionsAt("top", verdict, context),
		...services.slice(0, maxServices).flatMap((evidence) => [`## Service ${code(evidence.service)}`, ...sectionsAt("service", verdictOfService(verdict, evidence), context).map((text) => text.replace(/^####/, "###"))]),
		droppedText(services.slice(maxServices), context),
		...sectionsAt("end", verdict, context),
		footer(context)
	]);
}
/** Line 1 and line 2. */
function opening(verdict, context) {
	return [headlineText(headline(verdict, context, MARKDOWN), MARKDOWN), coverage(verdict, context, MARKDOWN)];
}
function sectionsAt(place, verdict, context) {
	return SECTIONS.filter((section) => section.place === place).flatMap((section) => {
		const data = section.build(verdict, context);
		return data === void 0 ? [] : [section.template(data)];
	});
}
/** What a size limit took away is said, with where it still is. */
function droppedText(dropped, { generatedFor }) {
	if (dropped.length === 0) return "";
	const hidden = dropped.length - MAX_NAMES;
	const names = [...dropped.slice(0, MAX_NAMES).map(({ service }) => code(service)), ...hidden > 0 ? [`${hidden} more`] : []];
	const where = generatedFor === "command-line" ? "the JSON report has them" : "the job summary or the JSON report has them";
	return `Left out, because this page has a size limit: the details of ${count(dropped.length, "service")} (${listed(names)}); ${where}.`;
}
function footer({ gateName, headSha, runUrl, policySource }) {
	return `<sub>${[
		gateName === "perf-gate" ? "perf-gate" : `perf-gate ${code(gateName)}`,
		headSha === null ? "" : `judged ${code(headSha.slice(0, 7))}`,
		policySource === null ? "no policy file: defaults" : `policy ${code(policySource)}`,
		link("full report", runUrl) ?? ""
	].filter((part) => part !== "").join(" · ")}</sub>`;
}
function blocks(parts) {
	return `${parts.map((part) => part.trim()).filter((part) => part !== "").join("\n\n")}\n`;
}
// src/statistics/conditions.ts
/** The same text for conditions that can be compared: equal in everything. Unknown equals only unknown. */
function conditionsKey({ machine, load, scriptHash, tool }) {
	return JSON.stringify([
		machine,
		load,
		scriptHash,
		tool
	]);
}
const NAMES = {
	scriptHash: ["changed-script", "the load script"],
	load: ["changed-load", "the configured load"],
	machine: ["changed-machine", "the machine"],
	tool: ["changed-tool", "the major version of the load tool"]
};
/**
* What differs between the conditions of the baseline and those of the candidate runs that have no partner in it.
*
* @param baseline conditions of the newest baseline run
* @param left candidate runs that cannot be compared; empty: nothing differs
* @param all number of candidate runs
*/
function differencesOf(baseline, left, all) {
	const found = /* @__PURE__ */ new Map();
	const what = left.length === all ? "Not compared" : `${left.length} of ${all} runs not compared`;
	for (const { conditions } of left) for (const field of [
		"scriptHash",
		"load",
		"machine",
		"tool"
	]) {
		if (baseline[field] === conditions[field]) continue;
		const [kind, name] = NAMES[field];
		const message = `${what}, because ${name} changed: ${`${shown(baseline[field])} before, ${shown(conditions[field])} now`}.`;
		found.set(message, {
			kind,
			message
		});
	}
	return [...found.values()];
}
function shown(condition) {
	return condition === null ? "unknown" : condition.length > 40 ? `${condition.slice(0, 12)}…` : condition;
}
// src/statistics/grouping.ts
/** Items by key, in order of first appearance. (`Map.groupBy` needs Node 21.) */
function groupBy(items, keyOf) {
	const groups = /* @__PURE__ */ new Map();
	for (const item of items) {
		const key = keyOf(item);
		const group = groups.get(key);
		if (group === void 0) groups.set(key, [item]);
		else group.push(item);
	}
	return groups;
}
// src/statistics/text-order.ts
/** By code units, so that the order is the same on every machine. */
function compareText(left, right) {
	if (left === right) return 0;
	return left < right ? -1 : 1;
}
// src/statistics/run-order.ts
/** Runs in an order that does not depend on the order of files: by service, side, number, then where they came from. */
function sortedRuns(runs) {
	return runs.toSorted((left, right) => compareText(left.service, right.service) || compareText(left.variant, right.variant) || left.slot - right.slot || compareText(placeOf$1(left), placeOf$1(right)));
}
function placeOf$1({ jobId, source }) {
	return JSON.stringify([
		jobId,
		source.workflowRunId,
		source.artifactId,
		source.runAttempt,
		source.path
	]);
}
/**
* What the order of the runs of both sides on one machine does to a comparison: a machine that slows down during the test
* adds the whole drift to the side that ran last. Measured with a drift of 1 % a run on five pairs: all runs of one
* version first +5.0 %, always the same version first +1.0 %, in turns (A B B A) +0.2 %.
*
* @returns a sentence; null where the order is fine, or not known of every run
*/
function orderRemark(baseline, candidate) {
	const timed = [...baseline, ...candidate].flatMap((run) => {
		const startedMs = run.startedAt === null ? NaN : Date.parse(run.startedAt);
		return Number.isFinite(startedMs) ? [{
			run,
			startedMs
		}] : [];
	});
	if (timed.length < baseline.length + candidate.length) return null;
	if (baseline.length < 2 || candidate.length < 2) return null;
	const sides = timed.toSorted((left, right) => left.startedMs - right.startedMs).map(({ run }) => run.variant);
	const switches = sides.filter((side, index) => index > 0 && side !== sides[index - 1]).length;
	const [first] = sides;
	if (switches === 1) return `All ${first} runs came before the others, so a machine that became slower or faster in between looks like a change. Run both versions in turns: A B B A.`;
	return sides.every((side, index) => index % 2 === 0 === (side === first)) ? `The ${first} run always came first, so part of a drift of the machine looks like a change. Run both versions in turns: A B B A.` : null;
}
/** One side only, or two that cannot be compared. */
function noSides(candidate) {
	return {
		design: "none",
		baseline: [],
		candidate: groupByJob(candidate),
		remarks: []
	};
}
/**
* Cuts runs that were measured for this comparison into units. Runs that shared a machine share its speed: they are units
* only where the other side ran on the same machines. Otherwise the job is the unit, because a slow machine makes all
* its runs slow.
*/
function sidesOfResults(baseline, candidate, origin) {
	if (baseline.length === 0 || candidate.length === 0) return {
		...noSides(candidate),
		baseline: groupByJob(baseline)
	};
	const pairs = origin === "same-results" ? pairsOf(baseline, candidate) : [];
	if (pairs.length >= 3) return pairedSides(pairs, baseline.length + candidate.length);
	if (!onSameMachines(baseline, candidate)) return sidesOfJobs(groupByJob(baseline), groupByJob(candidate));
	const design = baseline.length === 1 && candidate.length === 1 ? "single" : "runs";
	const remarks = orderRemarks(baseline, candidate);
	return {
		design,
		baseline: baseline.map(alone),
		candidate: candidate.map(alone),
		remarks
	};
}
/** Compares jobs with jobs: those of a store, or of another machine. */
function sidesOfJobs(baseline, candidate) {
	if (candidate.length === 0) return {
		...noSides([]),
		baseline
	};
	const single = baseline.length === 1 && candidate.length === 1;
	const shared = single && baseline.flat().length + candidate.flat().length > 2;
	return {
		design: single ? "single" : "jobs",
		baseline,
		candidate,
		remarks: shared ? [ONE_MACHINE_A_SIDE] : []
	};
}
const ONE_MACHINE_A_SIDE = "Each side ran on one machine of its own, so its runs count as one: a difference between the machines cannot be told from a difference between the versions. Run both versions in the same job, in turns.";
/** Groups runs by the job they ran in, in order of first appearance. Runs of an unknown job at one commit count as one job. */
function groupByJob(runs) {
	return [...groupBy(runs, ({ jobId, testedCommit }) => JSON.stringify(jobId === null ? [testedCommit] : jobId)).values()].flatMap(([first, ...rest]) => first === void 0 ? [] : [[first, ...rest]]);
}
/** Runs with the same number in the same job under the same conditions. No run is in two pairs. */
function pairsOf(baseline, candidate) {
	const free = groupBy(baseline, pairKey);
	return candidate.flatMap((run) => {
		const partner = free.get(pairKey(run))?.shift();
		return partner === void 0 ? [] : [[partner, run]];
	});
}
function pairKey({ jobId, slot, conditions }) {
	return JSON.stringify([
		jobId,
		slot,
		conditionsKey(conditions)
	]);
}
function pairedSides(pairs, allRuns) {
	const baseline = pairs.map(([run]) => run);
	const candidate = pairs.map(([, run]) => run);
	const single = allRuns - 2 * pairs.length;
	const leftOut = `Left out: ${single === 1 ? "1 run that has" : `${single} runs that have`} no partner with the same number on the other side.`;
	return {
		design: "pairs",
		baseline: baseline.map(alone),
		candidate: candidate.map(alone),
		remarks: [...single === 0 ? [] : [leftOut], ...orderRemarks(baseline, candidate)]
	};
}
/** Unknown on both sides of one command means one laptop. */
function onSameMachines(baseline, candidate) {
	const before = new Set(baseline.map(({ jobId }) => jobId));
	const now = new Set(candidate.map(({ jobId }) => jobId));
	return before.size === now.size && [...before].every((job) => now.has(job));
}
/** The first remark of all jobs: the order between jobs means nothing, because each has its own machine. */
function orderRemarks(baseline, candidate) {
	const before = groupBy(baseline, ({ jobId }) => jobId);
	return [...groupBy(candidate, ({ jobId }) => jobId)].flatMap(([jobId, runs]) => orderRemark(before.get(jobId) ?? [], runs) ?? []).slice(0, 1);
}
function alone(run) {
	return [run];
}
// src/statistics/noise.ts
/**
* The smallest noise that is ever believed: 0.5 %. Identical runs are a sign of few or rounded values, not of a machine
* without noise: bare metal measured 0.56 % (https://codspeed.io/blog/benchmarks-in-ci-without-noise).
*/
const NOISE_FLOOR_SD = .005;
/**
* Noise where nothing is known: 5 % from run to run. We measured 3.4 to 6.2 % for p95 of the same code on a shared
* two-core machine.
*/
const ASSUMED_NOISE = {
	sd: .05,
	degreesOfFreedom: 10
};
/** Fewer stored runs than this say too little about noise. */
const MIN_HISTORY = 8;
/** The median of |x| for a standard normal x, qnorm(.75) in R: it turns a median absolute difference into a standard deviation. */
const NORMAL_QUARTILE = .6744897501960817;
/**
* Run-to-run noise, from the differences between neighbours. A slow drift or a single step in the series hardly
* touches it, unlike the plain standard deviation. It assumes independent runs in the order of time.
*
* @param logs natural logarithms, in the order of time
* @returns a standard deviation of logarithms, at least 0.005
* @throws RangeError when there are fewer than two values
*/
function successiveDifferenceSd(logs) {
	if (logs.length < 2) throw new RangeError("Successive differences need two values or more, found 1.");
	const [, ...later] = logs;
	const differences = later.map((log, index) => Math.abs(log - (logs[index] ?? log)));
	return Math.max(median(differences) / NORMAL_QUARTILE / Math.SQRT2, NOISE_FLOOR_SD);
}
/**
* What the stored runs say about noise before this comparison is looked at.
*
* @param historyLogs natural logarithms of stored runs, in the order of time; may be empty
* @returns null when fewer than eight runs are stored
*/
function noisePrior(historyLogs) {
	const [first, ...later] = historyLogs;
	if (first === void 0 || historyLogs.length < MIN_HISTORY) return null;
	return {
		sd: successiveDifferenceSd([first, ...later]),
		degreesOfFreedom: Math.min(10, Math.floor(historyLogs.length / 2))
	};
}
// src/statistics/student-t.ts
var import_jstat = /* @__PURE__ */ __toESM((/* @__PURE__ */ __commonJSMin(((exports, module, this$1) => {
	(function(window, factory) {
		if (typeof exports === "object") module.exports = factory();
		else if (typeof define === "function" && define.amd) define(factory);
		else window.jStat = factory();
	})(this$1, function() {
		var jStat = function(Math, undefined) {
			var concat = Array.prototype.concat;
			var slice = Array.prototype.slice;
			var toString = Object.prototype.toString;
			function calcRdx(n, m) {
				var val = n > m ? n : m;
				return Math.pow(10, 17 - ~~(Math.log(val > 0 ? val : -val) * Math.LOG10E));
			}
			var isArray = Array.isArray || function isArray(arg) {
				return toString.call(arg) === "[object Array]";
			};
			function isFunction(arg) {
				return toString.call(arg) === "[object Function]";
			}
			function isNumber(num) {
				return typeof num === "number" ? num - num === 0 : false;
			}
			function toVector(arr) {
				return concat.apply([], arr);
			}
			function jStat() {
				return new jStat._init(arguments);
			}
			jStat.fn = jStat.prototype;
			jStat._init = function _init(args) {
				if (isArray(args[0])) {
					if (isArray(args[0][0])) {
						if (isFunction(args[1])) args[0] = jStat.map(args[0], args[1]);
						for (var i = 0; i < args[0].length; i++) this[i] = args[0][i];
						this.length = args[0].length;
					} else {
						this[0] = isFunction(args[1]) ? jStat.map(args[0], args[1]) : args[0];
						this.length = 1;
					}
				} else if (isNumber(args[0])) {
					this[0] = jStat.seq.apply(null, args);
					this.length = 1;
				} else if (args[0] instanceof jStat) return jStat(args[0].toArray());
				else {
					this[0] = [];
					this.length = 1;
				}
				return this;
			};
			jStat._init.prototype = jStat.prototype;
			jStat._init.constructor = jStat;
			jStat.utils = {
				calcRdx,
				isArray,
				isFunction,
				isNumber,
				toVector
			};
			jStat._random_fn = Math.random;
			jStat.setRandom = function setRandom(fn) {
				if (typeof fn !== "function") throw new TypeError("fn is not a function");
				jStat._random_fn = fn;
			};
			jStat.extend = function extend(obj) {
				var i, j;
				if (arguments.length === 1) {
					for (j in obj) jStat[j] = obj[j];
					return this;
				}
				for (i = 1; i < arguments.length; i++) for (j in arguments[i]) obj[j] = arguments[i][j];
				return obj;
			};
			jStat.rows = function rows(arr) {
				return arr.length || 1;
			};
			jStat.cols = function cols(arr) {
				return arr[0].length || 1;
			};
			jStat.dimensions = function dimensions(arr) {
				return {
					rows: jStat.rows(arr),
					cols: jStat.cols(arr)
				};
			};
			jStat.row = function row(arr, index) {
				if (isArray(index)) return index.map(function(i) {
					return jStat.row(arr, i);
				});
				return arr[index];
			};
			jStat.rowa = function rowa(arr, i) {
				return jStat.row(arr, i);
			};
			jStat.col = function col(arr, index) {
				if (isArray(index)) {
					var submat = jStat.arange(arr.length).map(function() {
						return new Array(index.length);
					});
					index.forEach(function(ind, i) {
						jStat.arange(arr.length).forEach(function(j) {
							submat[j][i] = arr[j][ind];
						});
					});
					return submat;
				}
				var column = new Array(arr.length);
				for (var i = 0; i < arr.length; i++) column[i] = [arr[i][index]];
				return column;
			};
			jStat.cola = function cola(arr, i) {
				return jStat.col(arr, i).map(function(a) {
					return a[0];
				});
			};
			jStat.diag = function diag(arr) {
				var nrow = jStat.rows(arr);
				var res = new Array(nrow);
				for (var row = 0; row < nrow; row++) res[row] = [arr[row][row]];
				return res;
			};
			jStat.antidiag = function antidiag(arr) {
				var nrow = jStat.rows(arr) - 1;
				var res = new Array(nrow);
				for (var i = 0; nrow >= 0; nrow--, i++) res[i] = [arr[i][nrow]];
				return res;
			};
			jStat.transpose = function transpose(arr) {
				var obj = [];
				var objArr, rows, cols, j, i;
				if (!isArray(arr[0])) arr = [arr];
				rows = arr.length;
				cols = arr[0].length;
				for (i = 0; i < cols; i++) {
					objArr = new Array(rows);
					for (j = 0; j < rows; j++) objArr[j] = arr[j][i];
					obj.push(objArr);
				}
				return obj.length === 1 ? obj[0] : obj;
			};
			jStat.map = function map(arr, func, toAlter) {
				var row, nrow, ncol, res, col;
				if (!isArray(arr[0])) arr = [arr];
				nrow = arr.length;
				ncol = arr[0].length;
				res = toAlter ? arr : new Array(nrow);
				for (row = 0; row < nrow; row++) {
					if (!res[row]) res[row] = new Array(ncol);
					for (col = 0; col < ncol; col++) res[row][col] = func(arr[row][col], row, col);
				}
				return res.length === 1 ? res[0] : res;
			};
			jStat.cumreduce = function cumreduce(arr, func, toAlter) {
				var row, nrow, ncol, res, col;
				if (!isArray(arr[0])) arr = [arr];
				nrow = arr.length;
				ncol = arr[0].length;
				res = toAlter ? arr : new Array(nrow);
				for (row = 0; row < nrow; row++) {
					if (!res[row]) res[row] = new Array(ncol);
					if (ncol > 0) res[row][0] = arr[row][0];
					for (col = 1; col < ncol; col++) res[row][col] = func(res[row][col - 1], arr[row][col]);
				}
				return res.length === 1 ? res[0] : res;
			};
			jStat.alter = function alter(arr, func) {
				return jStat.map(arr, func, true);
			};
			jStat.create = function create(rows, cols, func) {
				var res = new Array(rows);
				var i, j;
				if (isFunction(cols)) {
					func = cols;
					cols = rows;
				}
				for (i = 0; i < rows; i++) {
					res[i] = new Array(cols);
					for (j = 0; j < cols; j++) res[i][j] = func(i, j);
				}
				return res;
			};
			function retZero() {
				return 0;
			}
			jStat.zeros = function zeros(rows, cols) {
				if (!isNumber(cols)) cols = rows;
				return jStat.create(rows, cols, retZero);
			};
			function retOne() {
				return 1;
			}
			jStat.ones = function ones(rows, cols) {
				if (!isNumber(cols)) cols = rows;
				return jStat.create(rows, cols, retOne);
			};
			jStat.rand = function rand(rows, cols) {
				if (!isNumber(cols)) cols = rows;
				return jStat.create(rows, cols, jStat._random_fn);
			};
			function retIdent(i, j) {
				return i === j ? 1 : 0;
			}
			jStat.identity = function identity(rows, cols) {
				if (!isNumber(cols)) cols = rows;
				return jStat.create(rows, cols, retIdent);
			};
			jStat.symmetric = function symmetric(arr) {
				var size = arr.length;
				var row, col;
				if (arr.length !== arr[0].length) return false;
				for (row = 0; row < size; row++) for (col = 0; col < size; col++) if (arr[col][row] !== arr[row][col]) return false;
				return true;
			};
			jStat.clear = function clear(arr) {
				return jStat.alter(arr, retZero);
			};
			jStat.seq = function seq(min, max, length, func) {
				if (!isFunction(func)) func = false;
				var arr = [];
				var hival = calcRdx(min, max);
				var step = (max * hival - min * hival) / ((length - 1) * hival);
				var current = min;
				var cnt = 0;
				for (; current <= max && cnt < length; cnt++, current = (min * hival + step * hival * cnt) / hival) arr.push(func ? func(current, cnt) : current);
				return arr;
			};
			jStat.arange = function arange(start, end, step) {
				var rl = [];
				var i;
				step = step || 1;
				if (end === undefined) {
					end = start;
					start = 0;
				}
				if (start === end || step === 0) return [];
				if (start < end && step < 0) return [];
				if (start > end && step > 0) return [];
				if (step > 0) for (i = start; i < end; i += step) rl.push(i);
				else for (i = start; i > end; i += step) rl.push(i);
				return rl;
			};
			jStat.slice = function() {
				function _slice(list, start, end, step) {
					var i;
					var rl = [];
					var length = list.length;
					if (start === undefined && end === undefined && step === undefined) return jStat.copy(list);
					start = start || 0;
					end = end || list.length;
					start = start >= 0 ? start : length + start;
					end = end >= 0 ? end : length + end;
					step = step || 1;
					if (start === end || step === 0) return [];
					if (start < end && step < 0) return [];
					if (start > end && step > 0) return [];
					if (step > 0) for (i = start; i < end; i += step) rl.push(list[i]);
					else for (i = start; i > end; i += step) rl.push(list[i]);
					return rl;
				}
				function slice(list, rcSlice) {
					var colSlice, rowSlice;
					rcSlice = rcSlice || {};
					if (isNumber(rcSlice.row)) {
						if (isNumber(rcSlice.col)) return list[rcSlice.row][rcSlice.col];
						var row = jStat.rowa(list, rcSlice.row);
						colSlice = rcSlice.col || {};
						return _slice(row, colSlice.start, colSlice.end, colSlice.step);
					}
					if (isNumber(rcSlice.col)) {
						var col = jStat.cola(list, rcSlice.col);
						rowSlice = rcSlice.row || {};
						return _slice(col, rowSlice.start, rowSlice.end, rowSlice.step);
					}
					rowSlice = rcSlice.row || {};
					colSlice = rcSlice.col || {};
					return _slice(list, rowSlice.start, rowSlice.end, rowSlice.step).map(function(row) {
						return _slice(row, colSlice.start, colSlice.end, colSlice.step);
					});
				}
				return slice;
			}();
			jStat.sliceAssign = function sliceAssign(A, rcSlice, B) {
				var nl, ml;
				if (isNumber(rcSlice.row)) {
					if (isNumber(rcSlice.col)) return A[rcSlice.row][rcSlice.col] = B;
					rcSlice.col = rcSlice.col || {};
					rcSlice.col.start = rcSlice.col.start || 0;
					rcSlice.col.end = rcSlice.col.end || A[0].length;
					rcSlice.col.step = rcSlice.col.step || 1;
					nl = jStat.arange(rcSlice.col.start, Math.min(A.length, rcSlice.col.end), rcSlice.col.step);
					var m = rcSlice.row;
					nl.forEach(function(n, i) {
						A[m][n] = B[i];
					});
					return A;
				}
				if (isNumber(rcSlice.col)) {
					rcSlice.row = rcSlice.row || {};
					rcSlice.row.start = rcSlice.row.start || 0;
					rcSlice.row.end = rcSlice.row.end || A.length;
					rcSlice.row.step = rcSlice.row.step || 1;
					ml = jStat.arange(rcSlice.row.start, Math.min(A[0].length, rcSlice.row.end), rcSlice.row.step);
					var n = rcSlice.col;
					ml.forEach(function(m, j) {
						A[m][n] = B[j];
					});
					return A;
				}
				if (B[0].length === undefined) B = [B];
				rcSlice.row.start = rcSlice.row.start || 0;
				rcSlice.row.end = rcSlice.row.end || A.length;
				rcSlice.row.step = rcSlice.row.step || 1;
				rcSlice.col.start = rcSlice.col.start || 0;
				rcSlice.col.end = rcSlice.col.end || A[0].length;
				rcSlice.col.step = rcSlice.col.step || 1;
				ml = jStat.arange(rcSlice.row.start, Math.min(A.length, rcSlice.row.end), rcSlice.row.step);
				nl = jStat.arange(rcSlice.col.start, Math.min(A[0].length, rcSlice.col.end), rcSlice.col.step);
				ml.forEach(function(m, i) {
					nl.forEach(function(n, j) {
						A[m][n] = B[i][j];
					});
				});
				return A;
			};
			jStat.diagonal = function diagonal(diagArray) {
				var mat = jStat.zeros(diagArray.length, diagArray.length);
				diagArray.forEach(function(t, i) {
					mat[i][i] = t;
				});
				return mat;
			};
			jStat.copy = function copy(A) {
				return A.map(function(row) {
					if (isNumber(row)) return row;
					return row.map(function(t) {
						return t;
					});
				});
			};
			var jProto = jStat.prototype;
			jProto.length = 0;
			jProto.push = Array.prototype.push;
			jProto.sort = Array.prototype.sort;
			jProto.splice = Array.prototype.splice;
			jProto.slice = Array.prototype.slice;
			jProto.toArray = function toArray() {
				return this.length > 1 ? slice.call(this) : slice.call(this)[0];
			};
			jProto.map = function map(func, toAlter) {
				return jStat(jStat.map(this, func, toAlter));
			};
			jProto.cumreduce = function cumreduce(func, toAlter) {
				return jStat(jStat.cumreduce(this, func, toAlter));
			};
			jProto.alter = function alter(func) {
				jStat.alter(this, func);
				return this;
			};
			(function(funcs) {
				for (var i = 0; i < funcs.length; i++) (function(passfunc) {
					jProto[passfunc] = function(func) {
						var self = this, results;
						if (func) {
							setTimeout(function() {
								func.call(self, jProto[passfunc].call(self));
							});
							return this;
						}
						results = jStat[passfunc](this);
						return isArray(results) ? jStat(results) : results;
					};
				})(funcs[i]);
			})("transpose clear symmetric rows cols dimensions diag antidiag".split(" "));
			(function(funcs) {
				for (var i = 0; i < funcs.length; i++) (function(passfunc) {
					jProto[passfunc] = function(index, func) {
						var self = this;
						if (func) {
							setTimeout(function() {
								func.call(self, jProto[passfunc].call(self, index));
							});
							return this;
						}
						return jStat(jStat[passfunc](this, index));
					};
				})(funcs[i]);
			})("row col".split(" "));
			(function(funcs) {
				for (var i = 0; i < funcs.length; i++) (function(passfunc) {
					jProto[passfunc] = function() {
						return jStat(jStat[passfunc].apply(null, arguments));
					};
				})(funcs[i]);
			})("create zeros ones rand identity".split(" "));
			return jStat;
		}(Math);
		(function(jStat, Math) {
			var isFunction = jStat.utils.isFunction;
			function ascNum(a, b) {
				return a - b;
			}
			function clip(arg, min, max) {
				return Math.max(min, Math.min(arg, max));
			}
			jStat.sum = function sum(arr) {
				var sum = 0;
				var i = arr.length;
				while (--i >= 0) sum += arr[i];
				return sum;
			};
			jStat.sumsqrd = function sumsqrd(arr) {
				var sum = 0;
				var i = arr.length;
				while (--i >= 0) sum += arr[i] * arr[i];
				return sum;
			};
			jStat.sumsqerr = function sumsqerr(arr) {
				var mean = jStat.mean(arr);
				var sum = 0;
				var i = arr.length;
				var tmp;
				while (--i >= 0) {
					tmp = arr[i] - mean;
					sum += tmp * tmp;
				}
				return sum;
			};
			jStat.sumrow = function sumrow(arr) {
				var sum = 0;
				var i = arr.length;
				while (--i >= 0) sum += arr[i];
				return sum;
			};
			jStat.product = function product(arr) {
				var prod = 1;
				var i = arr.length;
				while (--i >= 0) prod *= arr[i];
				return prod;
			};
			jStat.min = function min(arr) {
				var low = arr[0];
				var i = 0;
				while (++i < arr.length) if (arr[i] < low) low = arr[i];
				return low;
			};
			jStat.max = function max(arr) {
				var high = arr[0];
				var i = 0;
				while (++i < arr.length) if (arr[i] > high) high = arr[i];
				return high;
			};
			jStat.unique = function unique(arr) {
				var hash = {}, _arr = [];
				for (var i = 0; i < arr.length; i++) if (!hash[arr[i]]) {
					hash[arr[i]] = true;
					_arr.push(arr[i]);
				}
				return _arr;
			};
			jStat.mean = function mean(arr) {
				return jStat.sum(arr) / arr.length;
			};
			jStat.meansqerr = function meansqerr(arr) {
				return jStat.sumsqerr(arr) / arr.length;
			};
			jStat.geomean = function geomean(arr) {
				var logs = arr.map(Math.log);
				var meanOfLogs = jStat.mean(logs);
				return Math.exp(meanOfLogs);
			};
			jStat.median = function median(arr) {
				var arrlen = arr.length;
				var _arr = arr.slice().sort(ascNum);
				return !(arrlen & 1) ? (_arr[arrlen / 2 - 1] + _arr[arrlen / 2]) / 2 : _arr[arrlen / 2 | 0];
			};
			jStat.cumsum = function cumsum(arr) {
				return jStat.cumreduce(arr, function(a, b) {
					return a + b;
				});
			};
			jStat.cumprod = function cumprod(arr) {
				return jStat.cumreduce(arr, function(a, b) {
					return a * b;
				});
			};
			jStat.diff = function diff(arr) {
				var diffs = [];
				var arrLen = arr.length;
				var i = 1;
				for (; i < arrLen; i++) diffs.push(arr[i] - arr[i - 1]);
				return diffs;
			};
			jStat.rank = function(arr) {
				var i;
				var distinctNumbers = [];
				var numberCounts = {};
				for (i = 0; i < arr.length; i++) {
					var number = arr[i];
					if (numberCounts[number]) numberCounts[number]++;
					else {
						numberCounts[number] = 1;
						distinctNumbers.push(number);
					}
				}
				var sortedDistinctNumbers = distinctNumbers.sort(ascNum);
				var numberRanks = {};
				var currentRank = 1;
				for (i = 0; i < sortedDistinctNumbers.length; i++) {
					var number = sortedDistinctNumbers[i];
					var count = numberCounts[number];
					numberRanks[number] = (currentRank + (currentRank + count - 1)) / 2;
					currentRank += count;
				}
				return arr.map(function(number) {
					return numberRanks[number];
				});
			};
			jStat.mode = function mode(arr) {
				var arrLen = arr.length;
				var _arr = arr.slice().sort(ascNum);
				var count = 1;
				var maxCount = 0;
				var numMaxCount = 0;
				var mode_arr = [];
				var i = 0;
				for (; i < arrLen; i++) if (_arr[i] === _arr[i + 1]) count++;
				else {
					if (count > maxCount) {
						mode_arr = [_arr[i]];
						maxCount = count;
						numMaxCount = 0;
					} else if (count === maxCount) {
						mode_arr.push(_arr[i]);
						numMaxCount++;
					}
					count = 1;
				}
				return numMaxCount === 0 ? mode_arr[0] : mode_arr;
			};
			jStat.range = function range(arr) {
				return jStat.max(arr) - jStat.min(arr);
			};
			jStat.variance = function variance(arr, flag) {
				return jStat.sumsqerr(arr) / (arr.length - (flag ? 1 : 0));
			};
			jStat.pooledvariance = function pooledvariance(arr) {
				return arr.reduce(function(a, samples) {
					return a + jStat.sumsqerr(samples);
				}, 0) / (arr.reduce(function(a, samples) {
					return a + samples.length;
				}, 0) - arr.length);
			};
			jStat.deviation = function(arr) {
				var mean = jStat.mean(arr);
				var arrlen = arr.length;
				var dev = new Array(arrlen);
				for (var i = 0; i < arrlen; i++) dev[i] = arr[i] - mean;
				return dev;
			};
			jStat.stdev = function stdev(arr, flag) {
				return Math.sqrt(jStat.variance(arr, flag));
			};
			jStat.pooledstdev = function pooledstdev(arr) {
				return Math.sqrt(jStat.pooledvariance(arr));
			};
			jStat.meandev = function meandev(arr) {
				var mean = jStat.mean(arr);
				var a = [];
				for (var i = arr.length - 1; i >= 0; i--) a.push(Math.abs(arr[i] - mean));
				return jStat.mean(a);
			};
			jStat.meddev = function meddev(arr) {
				var median = jStat.median(arr);
				var a = [];
				for (var i = arr.length - 1; i >= 0; i--) a.push(Math.abs(arr[i] - median));
				return jStat.median(a);
			};
			jStat.coeffvar = function coeffvar(arr) {
				return jStat.stdev(arr) / jStat.mean(arr);
			};
			jStat.quartiles = function quartiles(arr) {
				var arrlen = arr.length;
				var _arr = arr.slice().sort(ascNum);
				return [
					_arr[Math.round(arrlen / 4) - 1],
					_arr[Math.round(arrlen / 2) - 1],
					_arr[Math.round(arrlen * 3 / 4) - 1]
				];
			};
			jStat.quantiles = function quantiles(arr, quantilesArray, alphap, betap) {
				var sortedArray = arr.slice().sort(ascNum);
				var quantileVals = [quantilesArray.length];
				var n = arr.length;
				var i, p, m, aleph, k, gamma;
				if (typeof alphap === "undefined") alphap = 3 / 8;
				if (typeof betap === "undefined") betap = 3 / 8;
				for (i = 0; i < quantilesArray.length; i++) {
					p = quantilesArray[i];
					m = alphap + p * (1 - alphap - betap);
					aleph = n * p + m;
					k = Math.floor(clip(aleph, 1, n - 1));
					gamma = clip(aleph - k, 0, 1);
					quantileVals[i] = (1 - gamma) * sortedArray[k - 1] + gamma * sortedArray[k];
				}
				return quantileVals;
			};
			jStat.percentile = function percentile(arr, k, exclusive) {
				var _arr = arr.slice().sort(ascNum);
				var realIndex = k * (_arr.length + (exclusive ? 1 : -1)) + (exclusive ? 0 : 1);
				var index = parseInt(realIndex);
				var frac = realIndex - index;
				if (index + 1 < _arr.length) return _arr[index - 1] + frac * (_arr[index] - _arr[index - 1]);
				else return _arr[index - 1];
			};
			jStat.percentileOfScore = function percentileOfScore(arr, score, kind) {
				var counter = 0;
				var len = arr.length;
				var strict = false;
				var value, i;
				if (kind === "strict") strict = true;
				for (i = 0; i < len; i++) {
					value = arr[i];
					if (strict && value < score || !strict && value <= score) counter++;
				}
				return counter / len;
			};
			jStat.histogram = function histogram(arr, binCnt) {
				binCnt = binCnt || 4;
				var first = jStat.min(arr);
				var binWidth = (jStat.max(arr) - first) / binCnt;
				var len = arr.length;
				var bins = [];
				var i = 0;
				for (; i < binCnt; i++) bins[i] = 0;
				for (i = 0; i < len; i++) bins[Math.min(Math.floor((arr[i] - first) / binWidth), binCnt - 1)] += 1;
				return bins;
			};
			jStat.covariance = function covariance(arr1, arr2) {
				var u = jStat.mean(arr1);
				var v = jStat.mean(arr2);
				var arr1Len = arr1.length;
				var sq_dev = new Array(arr1Len);
				var i = 0;
				for (; i < arr1Len; i++) sq_dev[i] = (arr1[i] - u) * (arr2[i] - v);
				return jStat.sum(sq_dev) / (arr1Len - 1);
			};
			jStat.corrcoeff = function corrcoeff(arr1, arr2) {
				return jStat.covariance(arr1, arr2) / jStat.stdev(arr1, 1) / jStat.stdev(arr2, 1);
			};
			jStat.spearmancoeff = function(arr1, arr2) {
				arr1 = jStat.rank(arr1);
				arr2 = jStat.rank(arr2);
				return jStat.corrcoeff(arr1, arr2);
			};
			jStat.stanMoment = function stanMoment(arr, n) {
				var mu = jStat.mean(arr);
				var sigma = jStat.stdev(arr);
				var len = arr.length;
				var skewSum = 0;
				for (var i = 0; i < len; i++) skewSum += Math.pow((arr[i] - mu) / sigma, n);
				return skewSum / arr.length;
			};
			jStat.skewness = function skewness(arr) {
				return jStat.stanMoment(arr, 3);
			};
			jStat.kurtosis = function kurtosis(arr) {
				return jStat.stanMoment(arr, 4) - 3;
			};
			var jProto = jStat.prototype;
			(function(funcs) {
				for (var i = 0; i < funcs.length; i++) (function(passfunc) {
					jProto[passfunc] = function(fullbool, func) {
						var arr = [];
						var i = 0;
						var tmpthis = this;
						if (isFunction(fullbool)) {
							func = fullbool;
							fullbool = false;
						}
						if (func) {
							setTimeout(function() {
								func.call(tmpthis, jProto[passfunc].call(tmpthis, fullbool));
							});
							return this;
						}
						if (this.length > 1) {
							tmpthis = fullbool === true ? this : this.transpose();
							for (; i < tmpthis.length; i++) arr[i] = jStat[passfunc](tmpthis[i]);
							return arr;
						}
						return jStat[passfunc](this[0], fullbool);
					};
				})(funcs[i]);
			})("cumsum cumprod".split(" "));
			(function(funcs) {
				for (var i = 0; i < funcs.length; i++) (function(passfunc) {
					jProto[passfunc] = function(fullbool, func) {
						var arr = [];
						var i = 0;
						var tmpthis = this;
						if (isFunction(fullbool)) {
							func = fullbool;
							fullbool = false;
						}
						if (func) {
							setTimeout(function() {
								func.call(tmpthis, jProto[passfunc].call(tmpthis, fullbool));
							});
							return this;
						}
						if (this.length > 1) {
							if (passfunc !== "sumrow") tmpthis = fullbool === true ? this : this.transpose();
							for (; i < tmpthis.length; i++) arr[i] = jStat[passfunc](tmpthis[i]);
							return fullbool === true ? jStat[passfunc](jStat.utils.toVector(arr)) : arr;
						}
						return jStat[passfunc](this[0], fullbool);
					};
				})(funcs[i]);
			})("sum sumsqrd sumsqerr sumrow product min max unique mean meansqerr geomean median diff rank mode range variance deviation stdev meandev meddev coeffvar quartiles histogram skewness kurtosis".split(" "));
			(function(funcs) {
				for (var i = 0; i < funcs.length; i++) (function(passfunc) {
					jProto[passfunc] = function() {
						var arr = [];
						var i = 0;
						var tmpthis = this;
						var args = Array.prototype.slice.call(arguments);
						var callbackFunction;
						if (isFunction(args[args.length - 1])) {
							callbackFunction = args[args.length - 1];
							var argsToPass = args.slice(0, args.length - 1);
							setTimeout(function() {
								callbackFunction.call(tmpthis, jProto[passfunc].apply(tmpthis, argsToPass));
							});
							return this;
						} else {
							callbackFunction = void 0;
							var curriedFunction = function curriedFunction(vector) {
								return jStat[passfunc].apply(tmpthis, [vector].concat(args));
							};
						}
						if (this.length > 1) {
							tmpthis = tmpthis.transpose();
							for (; i < tmpthis.length; i++) arr[i] = curriedFunction(tmpthis[i]);
							return arr;
						}
						return curriedFunction(this[0]);
					};
				})(funcs[i]);
			})("quantiles percentileOfScore".split(" "));
		})(jStat, Math);
		(function(jStat, Math) {
			jStat.gammaln = function gammaln(x) {
				var j = 0;
				var cof = [
					76.18009172947146,
					-86.50532032941678,
					24.01409824083091,
					-1.231739572450155,
					.001208650973866179,
					-5395239384953e-18
				];
				var ser = 1.000000000190015;
				var xx, y, tmp = (y = xx = x) + 5.5;
				tmp -= (xx + .5) * Math.log(tmp);
				for (; j < 6; j++) ser += cof[j] / ++y;
				return Math.log(2.5066282746310007 * ser / xx) - tmp;
			};
			jStat.loggam = function loggam(x) {
				var x0, x2, xp, gl, gl0;
				var k, n;
				var a = [
					.08333333333333333,
					-.002777777777777778,
					.0007936507936507937,
					-.0005952380952380952,
					.0008417508417508418,
					-.001917526917526918,
					.00641025641025641,
					-.02955065359477124,
					.1796443723688307,
					-1.3924322169059
				];
				x0 = x;
				n = 0;
				if (x == 1 || x == 2) return 0;
				if (x <= 7) {
					n = Math.floor(7 - x);
					x0 = x + n;
				}
				x2 = 1 / (x0 * x0);
				xp = 2 * Math.PI;
				gl0 = a[9];
				for (k = 8; k >= 0; k--) {
					gl0 *= x2;
					gl0 += a[k];
				}
				gl = gl0 / x0 + .5 * Math.log(xp) + (x0 - .5) * Math.log(x0) - x0;
				if (x <= 7) for (k = 1; k <= n; k++) {
					gl -= Math.log(x0 - 1);
					x0 -= 1;
				}
				return gl;
			};
			jStat.gammafn = function gammafn(x) {
				var p = [
					-1.716185138865495,
					24.76565080557592,
					-379.80425647094563,
					629.3311553128184,
					866.9662027904133,
					-31451.272968848367,
					-36144.413418691176,
					66456.14382024054
				];
				var q = [
					-30.8402300119739,
					315.35062697960416,
					-1015.1563674902192,
					-3107.771671572311,
					22538.11842098015,
					4755.846277527881,
					-134659.9598649693,
					-115132.2596755535
				];
				var fact = false;
				var n = 0;
				var xden = 0;
				var xnum = 0;
				var y = x;
				var i, z, yi, res;
				if (x > 171.6243769536076) return 1e400;
				if (y <= 0) {
					res = y % 1 + 36e-17;
					if (res) {
						fact = (!(y & 1) ? 1 : -1) * Math.PI / Math.sin(Math.PI * res);
						y = 1 - y;
					} else return 1e400;
				}
				yi = y;
				if (y < 1) z = y++;
				else z = (y -= n = (y | 0) - 1) - 1;
				for (i = 0; i < 8; ++i) {
					xnum = (xnum + p[i]) * z;
					xden = xden * z + q[i];
				}
				res = xnum / xden + 1;
				if (yi < y) res /= yi;
				else if (yi > y) for (i = 0; i < n; ++i) {
					res *= y;
					y++;
				}
				if (fact) res = fact / res;
				return res;
			};
			jStat.gammap = function gammap(a, x) {
				return jStat.lowRegGamma(a, x) * jStat.gammafn(a);
			};
			jStat.lowRegGamma = function lowRegGamma(a, x) {
				var aln = jStat.gammaln(a);
				var ap = a;
				var sum = 1 / a;
				var del = sum;
				var b = x + 1 - a;
				var c = 1 / 1e-30;
				var d = 1 / b;
				var h = d;
				var i = 1;
				var ITMAX = -~(Math.log(a >= 1 ? a : 1 / a) * 8.5 + a * .4 + 17);
				var an;
				if (x < 0 || a <= 0) return NaN;
				else if (x < a + 1) {
					for (; i <= ITMAX; i++) sum += del *= x / ++ap;
					return sum * Math.exp(-x + a * Math.log(x) - aln);
				}
				for (; i <= ITMAX; i++) {
					an = -i * (i - a);
					b += 2;
					d = an * d + b;
					c = b + an / c;
					d = 1 / d;
					h *= d * c;
				}
				return 1 - h * Math.exp(-x + a * Math.log(x) - aln);
			};
			jStat.factorialln = function factorialln(n) {
				return n < 0 ? NaN : jStat.gammaln(n + 1);
			};
			jStat.factorial = function factorial(n) {
				return n < 0 ? NaN : jStat.gammafn(n + 1);
			};
			jStat.combination = function combination(n, m) {
				return n > 170 || m > 170 ? Math.exp(jStat.combinationln(n, m)) : jStat.factorial(n) / jStat.factorial(m) / jStat.factorial(n - m);
			};
			jStat.combinationln = function combinationln(n, m) {
				return jStat.factorialln(n) - jStat.factorialln(m) - jStat.factorialln(n - m);
			};
			jStat.permutation = function permutation(n, m) {
				return jStat.factorial(n) / jStat.factorial(n - m);
			};
			jStat.betafn = function betafn(x, y) {
				if (x <= 0 || y <= 0) return void 0;
				return x + y > 170 ? Math.exp(jStat.betaln(x, y)) : jStat.gammafn(x) * jStat.gammafn(y) / jStat.gammafn(x + y);
			};
			jStat.betaln = function betaln(x, y) {
				return jStat.gammaln(x) + jStat.gammaln(y) - jStat.gammaln(x + y);
			};
			jStat.betacf = function betacf(x, a, b) {
				var fpmin = 1e-30;
				var m = 1;
				var qab = a + b;
				var qap = a + 1;
				var qam = a - 1;
				var c = 1;
				var d = 1 - qab * x / qap;
				var m2, aa, del, h;
				if (Math.abs(d) < fpmin) d = fpmin;
				d = 1 / d;
				h = d;
				for (; m <= 100; m++) {
					m2 = 2 * m;
					aa = m * (b - m) * x / ((qam + m2) * (a + m2));
					d = 1 + aa * d;
					if (Math.abs(d) < fpmin) d = fpmin;
					c = 1 + aa / c;
					if (Math.abs(c) < fpmin) c = fpmin;
					d = 1 / d;
					h *= d * c;
					aa = -(a + m) * (qab + m) * x / ((a + m2) * (qap + m2));
					d = 1 + aa * d;
					if (Math.abs(d) < fpmin) d = fpmin;
					c = 1 + aa / c;
					if (Math.abs(c) < fpmin) c = fpmin;
					d = 1 / d;
					del = d * c;
					h *= del;
					if (Math.abs(del - 1) < 3e-7) break;
				}
				return h;
			};
			jStat.gammapinv = function gammapinv(p, a) {
				var j = 0;
				var a1 = a - 1;
				var EPS = 1e-8;
				var gln = jStat.gammaln(a);
				var x, err, t, u, pp, lna1, afac;
				if (p >= 1) return Math.max(100, a + 100 * Math.sqrt(a));
				if (p <= 0) return 0;
				if (a > 1) {
					lna1 = Math.log(a1);
					afac = Math.exp(a1 * (lna1 - 1) - gln);
					pp = p < .5 ? p : 1 - p;
					t = Math.sqrt(-2 * Math.log(pp));
					x = (2.30753 + t * .27061) / (1 + t * (.99229 + t * .04481)) - t;
					if (p < .5) x = -x;
					x = Math.max(.001, a * Math.pow(1 - 1 / (9 * a) - x / (3 * Math.sqrt(a)), 3));
				} else {
					t = 1 - a * (.253 + a * .12);
					if (p < t) x = Math.pow(p / t, 1 / a);
					else x = 1 - Math.log(1 - (p - t) / (1 - t));
				}
				for (; j < 12; j++) {
					if (x <= 0) return 0;
					err = jStat.lowRegGamma(a, x) - p;
					if (a > 1) t = afac * Math.exp(-(x - a1) + a1 * (Math.log(x) - lna1));
					else t = Math.exp(-x + a1 * Math.log(x) - gln);
					u = err / t;
					x -= t = u / (1 - .5 * Math.min(1, u * ((a - 1) / x - 1)));
					if (x <= 0) x = .5 * (x + t);
					if (Math.abs(t) < EPS * x) break;
				}
				return x;
			};
			jStat.erf = function erf(x) {
				var cof = [
					-1.3026537197817094,
					.6419697923564902,
					.019476473204185836,
					-.00956151478680863,
					-.000946595344482036,
					.000366839497852761,
					42523324806907e-18,
					-20278578112534e-18,
					-1624290004647e-18,
					130365583558e-17,
					1.5626441722e-8,
					-8.5238095915e-8,
					6.529054439e-9,
					5.059343495e-9,
					-991364156e-18,
					-227365122e-18,
					96467911e-18,
					2394038e-18,
					-6886027e-18,
					894487e-18,
					313092e-18,
					-112708e-18,
					381e-18,
					7106e-18,
					-1523e-18,
					-94e-18,
					121e-18,
					-28e-18
				];
				var j = cof.length - 1;
				var isneg = false;
				var d = 0;
				var dd = 0;
				var t, ty, tmp, res;
				if (x < 0) {
					x = -x;
					isneg = true;
				}
				t = 2 / (2 + x);
				ty = 4 * t - 2;
				for (; j > 0; j--) {
					tmp = d;
					d = ty * d - dd + cof[j];
					dd = tmp;
				}
				res = t * Math.exp(-x * x + .5 * (cof[0] + ty * d) - dd);
				return isneg ? res - 1 : 1 - res;
			};
			jStat.erfc = function erfc(x) {
				return 1 - jStat.erf(x);
			};
			jStat.erfcinv = function erfcinv(p) {
				var j = 0;
				var x, err, t, pp;
				if (p >= 2) return -100;
				if (p <= 0) return 100;
				pp = p < 1 ? p : 2 - p;
				t = Math.sqrt(-2 * Math.log(pp / 2));
				x = -.70711 * ((2.30753 + t * .27061) / (1 + t * (.99229 + t * .04481)) - t);
				for (; j < 2; j++) {
					err = jStat.erfc(x) - pp;
					x += err / (1.1283791670955126 * Math.exp(-x * x) - x * err);
				}
				return p < 1 ? x : -x;
			};
			jStat.ibetainv = function ibetainv(p, a, b) {
				var EPS = 1e-8;
				var a1 = a - 1;
				var b1 = b - 1;
				var j = 0;
				var lna, lnb, pp, t, u, err, x, al, h, w, afac;
				if (p <= 0) return 0;
				if (p >= 1) return 1;
				if (a >= 1 && b >= 1) {
					pp = p < .5 ? p : 1 - p;
					t = Math.sqrt(-2 * Math.log(pp));
					x = (2.30753 + t * .27061) / (1 + t * (.99229 + t * .04481)) - t;
					if (p < .5) x = -x;
					al = (x * x - 3) / 6;
					h = 2 / (1 / (2 * a - 1) + 1 / (2 * b - 1));
					w = x * Math.sqrt(al + h) / h - (1 / (2 * b - 1) - 1 / (2 * a - 1)) * (al + 5 / 6 - 2 / (3 * h));
					x = a / (a + b * Math.exp(2 * w));
				} else {
					lna = Math.log(a / (a + b));
					lnb = Math.log(b / (a + b));
					t = Math.exp(a * lna) / a;
					u = Math.exp(b * lnb) / b;
					w = t + u;
					if (p < t / w) x = Math.pow(a * w * p, 1 / a);
					else x = 1 - Math.pow(b * w * (1 - p), 1 / b);
				}
				afac = -jStat.gammaln(a) - jStat.gammaln(b) + jStat.gammaln(a + b);
				for (; j < 10; j++) {
					if (x === 0 || x === 1) return x;
					err = jStat.ibeta(x, a, b) - p;
					t = Math.exp(a1 * Math.log(x) + b1 * Math.log(1 - x) + afac);
					u = err / t;
					x -= t = u / (1 - .5 * Math.min(1, u * (a1 / x - b1 / (1 - x))));
					if (x <= 0) x = .5 * (x + t);
					if (x >= 1) x = .5 * (x + t + 1);
					if (Math.abs(t) < EPS * x && j > 0) break;
				}
				return x;
			};
			jStat.ibeta = function ibeta(x, a, b) {
				var bt = x === 0 || x === 1 ? 0 : Math.exp(jStat.gammaln(a + b) - jStat.gammaln(a) - jStat.gammaln(b) + a * Math.log(x) + b * Math.log(1 - x));
				if (x < 0 || x > 1) return false;
				if (x < (a + 1) / (a + b + 2)) return bt * jStat.betacf(x, a, b) / a;
				return 1 - bt * jStat.betacf(1 - x, b, a) / b;
			};
			jStat.randn = function randn(n, m) {
				var u, v, x, y, q;
				if (!m) m = n;
				if (n) return jStat.create(n, m, function() {
					return jStat.randn();
				});
				do {
					u = jStat._random_fn();
					v = 1.7156 * (jStat._random_fn() - .5);
					x = u - .449871;
					y = Math.abs(v) + .386595;
					q = x * x + y * (.196 * y - .25472 * x);
				} while (q > .27597 && (q > .27846 || v * v > -4 * Math.log(u) * u * u));
				return v / u;
			};
			jStat.randg = function randg(shape, n, m) {
				var oalph = shape;
				var a1, a2, u, v, x, mat;
				if (!m) m = n;
				if (!shape) shape = 1;
				if (n) {
					mat = jStat.zeros(n, m);
					mat.alter(function() {
						return jStat.randg(shape);
					});
					return mat;
				}
				if (shape < 1) shape += 1;
				a1 = shape - 1 / 3;
				a2 = 1 / Math.sqrt(9 * a1);
				do {
					do {
						x = jStat.randn();
						v = 1 + a2 * x;
					} while (v <= 0);
					v = v * v * v;
					u = jStat._random_fn();
				} while (u > 1 - .331 * Math.pow(x, 4) && Math.log(u) > .5 * x * x + a1 * (1 - v + Math.log(v)));
				if (shape == oalph) return a1 * v;
				do
					u = jStat._random_fn();
				while (u === 0);
				return Math.pow(u, 1 / oalph) * a1 * v;
			};
			(function(funcs) {
				for (var i = 0; i < funcs.length; i++) (function(passfunc) {
					jStat.fn[passfunc] = function() {
						return jStat(jStat.map(this, function(value) {
							return jStat[passfunc](value);
						}));
					};
				})(funcs[i]);
			})("gammaln gammafn factorial factorialln".split(" "));
			(function(funcs) {
				for (var i = 0; i < funcs.length; i++) (function(passfunc) {
					jStat.fn[passfunc] = function() {
						return jStat(jStat[passfunc].apply(null, arguments));
					};
				})(funcs[i]);
			})("randn".split(" "));
		})(jStat, Math);
		(function(jStat, Math) {
			(function(list) {
				for (var i = 0; i < list.length; i++) (function(func) {
					jStat[func] = function f(a, b, c) {
						if (!(this instanceof f)) return new f(a, b, c);
						this._a = a;
						this._b = b;
						this._c = c;
						return this;
					};
					jStat.fn[func] = function(a, b, c) {
						var newthis = jStat[func](a, b, c);
						newthis.data = this;
						return newthis;
					};
					jStat[func].prototype.sample = function(arr) {
						var a = this._a;
						var b = this._b;
						var c = this._c;
						if (arr) return jStat.alter(arr, function() {
							return jStat[func].sample(a, b, c);
						});
						else return jStat[func].sample(a, b, c);
					};
					(function(vals) {
						for (var i = 0; i < vals.length; i++) (function(fnfunc) {
							jStat[func].prototype[fnfunc] = function(x) {
								var a = this._a;
								var b = this._b;
								var c = this._c;
								if (!x && x !== 0) x = this.data;
								if (typeof x !== "number") return jStat.fn.map.call(x, function(x) {
									return jStat[func][fnfunc](x, a, b, c);
								});
								return jStat[func][fnfunc](x, a, b, c);
							};
						})(vals[i]);
					})("pdf cdf inv".split(" "));
					(function(vals) {
						for (var i = 0; i < vals.length; i++) (function(fnfunc) {
							jStat[func].prototype[fnfunc] = function() {
								return jStat[func][fnfunc](this._a, this._b, this._c);
							};
						})(vals[i]);
					})("mean median mode variance".split(" "));
				})(list[i]);
			})("beta centralF cauchy chisquare exponential gamma invgamma kumaraswamy laplace lognormal noncentralt normal pareto studentt weibull uniform binomial negbin hypgeom poisson triangular tukey arcsine".split(" "));
			jStat.extend(jStat.beta, {
				pdf: function pdf(x, alpha, beta) {
					if (x > 1 || x < 0) return 0;
					if (alpha == 1 && beta == 1) return 1;
					if (alpha < 512 && beta < 512) return Math.pow(x, alpha - 1) * Math.pow(1 - x, beta - 1) / jStat.betafn(alpha, beta);
					else return Math.exp((alpha - 1) * Math.log(x) + (beta - 1) * Math.log(1 - x) - jStat.betaln(alpha, beta));
				},
				cdf: function cdf(x, alpha, beta) {
					return x > 1 || x < 0 ? (x > 1) * 1 : jStat.ibeta(x, alpha, beta);
				},
				inv: function inv(x, alpha, beta) {
					return jStat.ibetainv(x, alpha, beta);
				},
				mean: function mean(alpha, beta) {
					return alpha / (alpha + beta);
				},
				median: function median(alpha, beta) {
					return jStat.ibetainv(.5, alpha, beta);
				},
				mode: function mode(alpha, beta) {
					return (alpha - 1) / (alpha + beta - 2);
				},
				sample: function sample(alpha, beta) {
					var u = jStat.randg(alpha);
					return u / (u + jStat.randg(beta));
				},
				variance: function variance(alpha, beta) {
					return alpha * beta / (Math.pow(alpha + beta, 2) * (alpha + beta + 1));
				}
			});
			jStat.extend(jStat.centralF, {
				pdf: function pdf(x, df1, df2) {
					var p, q, f;
					if (x < 0) return 0;
					if (df1 <= 2) {
						if (x === 0 && df1 < 2) return 1e400;
						if (x === 0 && df1 === 2) return 1;
						return 1 / jStat.betafn(df1 / 2, df2 / 2) * Math.pow(df1 / df2, df1 / 2) * Math.pow(x, df1 / 2 - 1) * Math.pow(1 + df1 / df2 * x, -(df1 + df2) / 2);
					}
					p = df1 * x / (df2 + x * df1);
					q = df2 / (df2 + x * df1);
					f = df1 * q / 2;
					return f * jStat.binomial.pdf((df1 - 2) / 2, (df1 + df2 - 2) / 2, p);
				},
				cdf: function cdf(x, df1, df2) {
					if (x < 0) return 0;
					return jStat.ibeta(df1 * x / (df1 * x + df2), df1 / 2, df2 / 2);
				},
				inv: function inv(x, df1, df2) {
					return df2 / (df1 * (1 / jStat.ibetainv(x, df1 / 2, df2 / 2) - 1));
				},
				mean: function mean(df1, df2) {
					return df2 > 2 ? df2 / (df2 - 2) : void 0;
				},
				mode: function mode(df1, df2) {
					return df1 > 2 ? df2 * (df1 - 2) / (df1 * (df2 + 2)) : void 0;
				},
				sample: function sample(df1, df2) {
					var x1 = jStat.randg(df1 / 2) * 2;
					var x2 = jStat.randg(df2 / 2) * 2;
					return x1 / df1 / (x2 / df2);
				},
				variance: function variance(df1, df2) {
					if (df2 <= 4) return void 0;
					return 2 * df2 * df2 * (df1 + df2 - 2) / (df1 * (df2 - 2) * (df2 - 2) * (df2 - 4));
				}
			});
			jStat.extend(jStat.cauchy, {
				pdf: function pdf(x, local, scale) {
					if (scale < 0) return 0;
					return scale / (Math.pow(x - local, 2) + Math.pow(scale, 2)) / Math.PI;
				},
				cdf: function cdf(x, local, scale) {
					return Math.atan((x - local) / scale) / Math.PI + .5;
				},
				inv: function(p, local, scale) {
					return local + scale * Math.tan(Math.PI * (p - .5));
				},
				median: function median(local) {
					return local;
				},
				mode: function mode(local) {
					return local;
				},
				sample: function sample(local, scale) {
					return jStat.randn() * Math.sqrt(1 / (2 * jStat.randg(.5))) * scale + local;
				}
			});
			jStat.extend(jStat.chisquare, {
				pdf: function pdf(x, dof) {
					if (x < 0) return 0;
					return x === 0 && dof === 2 ? .5 : Math.exp((dof / 2 - 1) * Math.log(x) - x / 2 - dof / 2 * Math.log(2) - jStat.gammaln(dof / 2));
				},
				cdf: function cdf(x, dof) {
					if (x < 0) return 0;
					return jStat.lowRegGamma(dof / 2, x / 2);
				},
				inv: function(p, dof) {
					return 2 * jStat.gammapinv(p, .5 * dof);
				},
				mean: function(dof) {
					return dof;
				},
				median: function median(dof) {
					return dof * Math.pow(1 - 2 / (9 * dof), 3);
				},
				mode: function mode(dof) {
					return dof - 2 > 0 ? dof - 2 : 0;
				},
				sample: function sample(dof) {
					return jStat.randg(dof / 2) * 2;
				},
				variance: function variance(dof) {
					return 2 * dof;
				}
			});
			jStat.extend(jStat.exponential, {
				pdf: function pdf(x, rate) {
					return x < 0 ? 0 : rate * Math.exp(-rate * x);
				},
				cdf: function cdf(x, rate) {
					return x < 0 ? 0 : 1 - Math.exp(-rate * x);
				},
				inv: function(p, rate) {
					return -Math.log(1 - p) / rate;
				},
				mean: function(rate) {
					return 1 / rate;
				},
				median: function(rate) {
					return 1 / rate * Math.log(2);
				},
				mode: function mode() {
					return 0;
				},
				sample: function sample(rate) {
					return -1 / rate * Math.log(jStat._random_fn());
				},
				variance: function(rate) {
					return Math.pow(rate, -2);
				}
			});
			jStat.extend(jStat.gamma, {
				pdf: function pdf(x, shape, scale) {
					if (x < 0) return 0;
					return x === 0 && shape === 1 ? 1 / scale : Math.exp((shape - 1) * Math.log(x) - x / scale - jStat.gammaln(shape) - shape * Math.log(scale));
				},
				cdf: function cdf(x, shape, scale) {
					if (x < 0) return 0;
					return jStat.lowRegGamma(shape, x / scale);
				},
				inv: function(p, shape, scale) {
					return jStat.gammapinv(p, shape) * scale;
				},
				mean: function(shape, scale) {
					return shape * scale;
				},
				mode: function mode(shape, scale) {
					if (shape > 1) return (shape - 1) * scale;
				},
				sample: function sample(shape, scale) {
					return jStat.randg(shape) * scale;
				},
				variance: function variance(shape, scale) {
					return shape * scale * scale;
				}
			});
			jStat.extend(jStat.invgamma, {
				pdf: function pdf(x, shape, scale) {
					if (x <= 0) return 0;
					return Math.exp(-(shape + 1) * Math.log(x) - scale / x - jStat.gammaln(shape) + shape * Math.log(scale));
				},
				cdf: function cdf(x, shape, scale) {
					if (x <= 0) return 0;
					return 1 - jStat.lowRegGamma(shape, scale / x);
				},
				inv: function(p, shape, scale) {
					return scale / jStat.gammapinv(1 - p, shape);
				},
				mean: function(shape, scale) {
					return shape > 1 ? scale / (shape - 1) : void 0;
				},
				mode: function mode(shape, scale) {
					return scale / (shape + 1);
				},
				sample: function sample(shape, scale) {
					return scale / jStat.randg(shape);
				},
				variance: function variance(shape, scale) {
					if (shape <= 2) return void 0;
					return scale * scale / ((shape - 1) * (shape - 1) * (shape - 2));
				}
			});
			jStat.extend(jStat.kumaraswamy, {
				pdf: function pdf(x, alpha, beta) {
					if (x === 0 && alpha === 1) return beta;
					else if (x === 1 && beta === 1) return alpha;
					return Math.exp(Math.log(alpha) + Math.log(beta) + (alpha - 1) * Math.log(x) + (beta - 1) * Math.log(1 - Math.pow(x, alpha)));
				},
				cdf: function cdf(x, alpha, beta) {
					if (x < 0) return 0;
					else if (x > 1) return 1;
					return 1 - Math.pow(1 - Math.pow(x, alpha), beta);
				},
				inv: function inv(p, alpha, beta) {
					return Math.pow(1 - Math.pow(1 - p, 1 / beta), 1 / alpha);
				},
				mean: function(alpha, beta) {
					return beta * jStat.gammafn(1 + 1 / alpha) * jStat.gammafn(beta) / jStat.gammafn(1 + 1 / alpha + beta);
				},
				median: function median(alpha, beta) {
					return Math.pow(1 - Math.pow(2, -1 / beta), 1 / alpha);
				},
				mode: function mode(alpha, beta) {
					if (!(alpha >= 1 && beta >= 1 && alpha !== 1 && beta !== 1)) return void 0;
					return Math.pow((alpha - 1) / (alpha * beta - 1), 1 / alpha);
				},
				variance: function variance() {
					throw new Error("variance not yet implemented");
				}
			});
			jStat.extend(jStat.lognormal, {
				pdf: function pdf(x, mu, sigma) {
					if (x <= 0) return 0;
					return Math.exp(-Math.log(x) - .5 * Math.log(2 * Math.PI) - Math.log(sigma) - Math.pow(Math.log(x) - mu, 2) / (2 * sigma * sigma));
				},
				cdf: function cdf(x, mu, sigma) {
					if (x < 0) return 0;
					return .5 + .5 * jStat.erf((Math.log(x) - mu) / Math.sqrt(2 * sigma * sigma));
				},
				inv: function(p, mu, sigma) {
					return Math.exp(-1.4142135623730951 * sigma * jStat.erfcinv(2 * p) + mu);
				},
				mean: function mean(mu, sigma) {
					return Math.exp(mu + sigma * sigma / 2);
				},
				median: function median(mu) {
					return Math.exp(mu);
				},
				mode: function mode(mu, sigma) {
					return Math.exp(mu - sigma * sigma);
				},
				sample: function sample(mu, sigma) {
					return Math.exp(jStat.randn() * sigma + mu);
				},
				variance: function variance(mu, sigma) {
					return (Math.exp(sigma * sigma) - 1) * Math.exp(2 * mu + sigma * sigma);
				}
			});
			jStat.extend(jStat.noncentralt, {
				pdf: function pdf(x, dof, ncp) {
					var tol = 1e-14;
					if (Math.abs(ncp) < tol) return jStat.studentt.pdf(x, dof);
					if (Math.abs(x) < tol) return Math.exp(jStat.gammaln((dof + 1) / 2) - ncp * ncp / 2 - .5 * Math.log(Math.PI * dof) - jStat.gammaln(dof / 2));
					return dof / x * (jStat.noncentralt.cdf(x * Math.sqrt(1 + 2 / dof), dof + 2, ncp) - jStat.noncentralt.cdf(x, dof, ncp));
				},
				cdf: function cdf(x, dof, ncp) {
					var tol = 1e-14;
					var min_iterations = 200;
					if (Math.abs(ncp) < tol) return jStat.studentt.cdf(x, dof);
					var flip = false;
					if (x < 0) {
						flip = true;
						ncp = -ncp;
					}
					var prob = jStat.normal.cdf(-ncp, 0, 1);
					var value = tol + 1;
					var lastvalue = value;
					var y = x * x / (x * x + dof);
					var j = 0;
					var p = Math.exp(-ncp * ncp / 2);
					var q = Math.exp(-ncp * ncp / 2 - .5 * Math.log(2) - jStat.gammaln(3 / 2)) * ncp;
					while (j < min_iterations || lastvalue > tol || value > tol) {
						lastvalue = value;
						if (j > 0) {
							p *= ncp * ncp / (2 * j);
							q *= ncp * ncp / (2 * (j + 1 / 2));
						}
						value = p * jStat.beta.cdf(y, j + .5, dof / 2) + q * jStat.beta.cdf(y, j + 1, dof / 2);
						prob += .5 * value;
						j++;
					}
					return flip ? 1 - prob : prob;
				}
			});
			jStat.extend(jStat.normal, {
				pdf: function pdf(x, mean, std) {
					return Math.exp(-.5 * Math.log(2 * Math.PI) - Math.log(std) - Math.pow(x - mean, 2) / (2 * std * std));
				},
				cdf: function cdf(x, mean, std) {
					return .5 * (1 + jStat.erf((x - mean) / Math.sqrt(2 * std * std)));
				},
				inv: function(p, mean, std) {
					return -1.4142135623730951 * std * jStat.erfcinv(2 * p) + mean;
				},
				mean: function(mean) {
					return mean;
				},
				median: function median(mean) {
					return mean;
				},
				mode: function(mean) {
					return mean;
				},
				sample: function sample(mean, std) {
					return jStat.randn() * std + mean;
				},
				variance: function(mean, std) {
					return std * std;
				}
			});
			jStat.extend(jStat.pareto, {
				pdf: function pdf(x, scale, shape) {
					if (x < scale) return 0;
					return shape * Math.pow(scale, shape) / Math.pow(x, shape + 1);
				},
				cdf: function cdf(x, scale, shape) {
					if (x < scale) return 0;
					return 1 - Math.pow(scale / x, shape);
				},
				inv: function inv(p, scale, shape) {
					return scale / Math.pow(1 - p, 1 / shape);
				},
				mean: function mean(scale, shape) {
					if (shape <= 1) return void 0;
					return shape * Math.pow(scale, shape) / (shape - 1);
				},
				median: function median(scale, shape) {
					return scale * (shape * Math.SQRT2);
				},
				mode: function mode(scale) {
					return scale;
				},
				variance: function(scale, shape) {
					if (shape <= 2) return void 0;
					return scale * scale * shape / (Math.pow(shape - 1, 2) * (shape - 2));
				}
			});
			jStat.extend(jStat.studentt, {
				pdf: function pdf(x, dof) {
					dof = dof > 1e100 ? 1e100 : dof;
					return 1 / (Math.sqrt(dof) * jStat.betafn(.5, dof / 2)) * Math.pow(1 + x * x / dof, -((dof + 1) / 2));
				},
				cdf: function cdf(x, dof) {
					var dof2 = dof / 2;
					return jStat.ibeta((x + Math.sqrt(x * x + dof)) / (2 * Math.sqrt(x * x + dof)), dof2, dof2);
				},
				inv: function(p, dof) {
					var x = jStat.ibetainv(2 * Math.min(p, 1 - p), .5 * dof, .5);
					x = Math.sqrt(dof * (1 - x) / x);
					return p > .5 ? x : -x;
				},
				mean: function mean(dof) {
					return dof > 1 ? 0 : void 0;
				},
				median: function median() {
					return 0;
				},
				mode: function mode() {
					return 0;
				},
				sample: function sample(dof) {
					return jStat.randn() * Math.sqrt(dof / (2 * jStat.randg(dof / 2)));
				},
				variance: function variance(dof) {
					return dof > 2 ? dof / (dof - 2) : dof > 1 ? 1e400 : void 0;
				}
			});
			jStat.extend(jStat.weibull, {
				pdf: function pdf(x, scale, shape) {
					if (x < 0 || scale < 0 || shape < 0) return 0;
					return shape / scale * Math.pow(x / scale, shape - 1) * Math.exp(-Math.pow(x / scale, shape));
				},
				cdf: function cdf(x, scale, shape) {
					return x < 0 ? 0 : 1 - Math.exp(-Math.pow(x / scale, shape));
				},
				inv: function(p, scale, shape) {
					return scale * Math.pow(-Math.log(1 - p), 1 / shape);
				},
				mean: function(scale, shape) {
					return scale * jStat.gammafn(1 + 1 / shape);
				},
				median: function median(scale, shape) {
					return scale * Math.pow(Math.log(2), 1 / shape);
				},
				mode: function mode(scale, shape) {
					if (shape <= 1) return 0;
					return scale * Math.pow((shape - 1) / shape, 1 / shape);
				},
				sample: function sample(scale, shape) {
					return scale * Math.pow(-Math.log(jStat._random_fn()), 1 / shape);
				},
				variance: function variance(scale, shape) {
					return scale * scale * jStat.gammafn(1 + 2 / shape) - Math.pow(jStat.weibull.mean(scale, shape), 2);
				}
			});
			jStat.extend(jStat.uniform, {
				pdf: function pdf(x, a, b) {
					return x < a || x > b ? 0 : 1 / (b - a);
				},
				cdf: function cdf(x, a, b) {
					if (x < a) return 0;
					else if (x < b) return (x - a) / (b - a);
					return 1;
				},
				inv: function(p, a, b) {
					return a + p * (b - a);
				},
				mean: function mean(a, b) {
					return .5 * (a + b);
				},
				median: function median(a, b) {
					return jStat.mean(a, b);
				},
				mode: function mode() {
					throw new Error("mode is not yet implemented");
				},
				sample: function sample(a, b) {
					return a / 2 + b / 2 + (b / 2 - a / 2) * (2 * jStat._random_fn() - 1);
				},
				variance: function variance(a, b) {
					return Math.pow(b - a, 2) / 12;
				}
			});
			function betinc(x, a, b, eps) {
				var a0 = 0;
				var b0 = 1;
				var a1 = 1;
				var b1 = 1;
				var m9 = 0;
				var a2 = 0;
				var c9;
				while (Math.abs((a1 - a2) / a1) > eps) {
					a2 = a1;
					c9 = -(a + m9) * (a + b + m9) * x / (a + 2 * m9) / (a + 2 * m9 + 1);
					a0 = a1 + c9 * a0;
					b0 = b1 + c9 * b0;
					m9 = m9 + 1;
					c9 = m9 * (b - m9) * x / (a + 2 * m9 - 1) / (a + 2 * m9);
					a1 = a0 + c9 * a1;
					b1 = b0 + c9 * b1;
					a0 = a0 / b1;
					b0 = b0 / b1;
					a1 = a1 / b1;
					b1 = 1;
				}
				return a1 / a;
			}
			jStat.extend(jStat.binomial, {
				pdf: function pdf(k, n, p) {
					return p === 0 || p === 1 ? n * p === k ? 1 : 0 : jStat.combination(n, k) * Math.pow(p, k) * Math.pow(1 - p, n - k);
				},
				cdf: function cdf(x, n, p) {
					var betacdf;
					var eps = 1e-10;
					if (x < 0) return 0;
					if (x >= n) return 1;
					if (p < 0 || p > 1 || n <= 0) return NaN;
					x = Math.floor(x);
					var z = p;
					var a = x + 1;
					var b = n - x;
					var s = a + b;
					var bt = Math.exp(jStat.gammaln(s) - jStat.gammaln(b) - jStat.gammaln(a) + a * Math.log(z) + b * Math.log(1 - z));
					if (z < (a + 1) / (s + 2)) betacdf = bt * betinc(z, a, b, eps);
					else betacdf = 1 - bt * betinc(1 - z, b, a, eps);
					return Math.round((1 - betacdf) * (1 / eps)) / (1 / eps);
				}
			});
			jStat.extend(jStat.negbin, {
				pdf: function pdf(k, r, p) {
					if (k !== k >>> 0) return false;
					if (k < 0) return 0;
					return jStat.combination(k + r - 1, r - 1) * Math.pow(1 - p, k) * Math.pow(p, r);
				},
				cdf: function cdf(x, r, p) {
					var sum = 0, k = 0;
					if (x < 0) return 0;
					for (; k <= x; k++) sum += jStat.negbin.pdf(k, r, p);
					return sum;
				}
			});
			jStat.extend(jStat.hypgeom, {
				pdf: function pdf(k, N, m, n) {
					if (k !== k | 0) return false;
					else if (k < 0 || k < m - (N - n)) return 0;
					else if (k > n || k > m) return 0;
					else if (m * 2 > N) {
						if (n * 2 > N) return jStat.hypgeom.pdf(N - m - n + k, N, N - m, N - n);
						else return jStat.hypgeom.pdf(n - k, N, N - m, n);
					} else if (n * 2 > N) return jStat.hypgeom.pdf(m - k, N, m, N - n);
					else if (m < n) return jStat.hypgeom.pdf(k, N, n, m);
					else {
						var scaledPDF = 1;
						var samplesDone = 0;
						for (var i = 0; i < k; i++) {
							while (scaledPDF > 1 && samplesDone < n) {
								scaledPDF *= 1 - m / (N - samplesDone);
								samplesDone++;
							}
							scaledPDF *= (n - i) * (m - i) / ((i + 1) * (N - m - n + i + 1));
						}
						for (; samplesDone < n; samplesDone++) scaledPDF *= 1 - m / (N - samplesDone);
						return Math.min(1, Math.max(0, scaledPDF));
					}
				},
				cdf: function cdf(x, N, m, n) {
					if (x < 0 || x < m - (N - n)) return 0;
					else if (x >= n || x >= m) return 1;
					else if (m * 2 > N) {
						if (n * 2 > N) return jStat.hypgeom.cdf(N - m - n + x, N, N - m, N - n);
						else return 1 - jStat.hypgeom.cdf(n - x - 1, N, N - m, n);
					} else if (n * 2 > N) return 1 - jStat.hypgeom.cdf(m - x - 1, N, m, N - n);
					else if (m < n) return jStat.hypgeom.cdf(x, N, n, m);
					else {
						var scaledCDF = 1;
						var scaledPDF = 1;
						var samplesDone = 0;
						for (var i = 0; i < x; i++) {
							while (scaledCDF > 1 && samplesDone < n) {
								var factor = 1 - m / (N - samplesDone);
								scaledPDF *= factor;
								scaledCDF *= factor;
								samplesDone++;
							}
							scaledPDF *= (n - i) * (m - i) / ((i + 1) * (N - m - n + i + 1));
							scaledCDF += scaledPDF;
						}
						for (; samplesDone < n; samplesDone++) scaledCDF *= 1 - m / (N - samplesDone);
						return Math.min(1, Math.max(0, scaledCDF));
					}
				}
			});
			jStat.extend(jStat.poisson, {
				pdf: function pdf(k, l) {
					if (l < 0 || k % 1 !== 0 || k < 0) return 0;
					return Math.pow(l, k) * Math.exp(-l) / jStat.factorial(k);
				},
				cdf: function cdf(x, l) {
					var sumarr = [], k = 0;
					if (x < 0) return 0;
					for (; k <= x; k++) sumarr.push(jStat.poisson.pdf(k, l));
					return jStat.sum(sumarr);
				},
				mean: function(l) {
					return l;
				},
				variance: function(l) {
					return l;
				},
				sampleSmall: function sampleSmall(l) {
					var p = 1, k = 0, L = Math.exp(-l);
					do {
						k++;
						p *= jStat._random_fn();
					} while (p > L);
					return k - 1;
				},
				sampleLarge: function sampleLarge(l) {
					var lam = l;
					var k;
					var U, V, slam = Math.sqrt(lam), loglam = Math.log(lam), a, b = .931 + 2.53 * slam, invalpha, vr, us;
					a = -.059 + .02483 * b;
					invalpha = 1.1239 + 1.1328 / (b - 3.4);
					vr = .9277 - 3.6224 / (b - 2);
					while (1) {
						U = Math.random() - .5;
						V = Math.random();
						us = .5 - Math.abs(U);
						k = Math.floor((2 * a / us + b) * U + lam + .43);
						if (us >= .07 && V <= vr) return k;
						if (k < 0 || us < .013 && V > us) continue;
						if (Math.log(V) + Math.log(invalpha) - Math.log(a / (us * us) + b) <= -lam + k * loglam - jStat.loggam(k + 1)) return k;
					}
				},
				sample: function sample(l) {
					if (l < 10) return this.sampleSmall(l);
					else return this.sampleLarge(l);
				}
			});
			jStat.extend(jStat.triangular, {
				pdf: function pdf(x, a, b, c) {
					if (b <= a || c < a || c > b) return NaN;
					else if (x < a || x > b) return 0;
					else if (x < c) return 2 * (x - a) / ((b - a) * (c - a));
					else if (x === c) return 2 / (b - a);
					else return 2 * (b - x) / ((b - a) * (b - c));
				},
				cdf: function cdf(x, a, b, c) {
					if (b <= a || c < a || c > b) return NaN;
					if (x <= a) return 0;
					else if (x >= b) return 1;
					if (x <= c) return Math.pow(x - a, 2) / ((b - a) * (c - a));
					else return 1 - Math.pow(b - x, 2) / ((b - a) * (b - c));
				},
				inv: function inv(p, a, b, c) {
					if (b <= a || c < a || c > b) return NaN;
					else if (p <= (c - a) / (b - a)) return a + (b - a) * Math.sqrt(p * ((c - a) / (b - a)));
					else return a + (b - a) * (1 - Math.sqrt((1 - p) * (1 - (c - a) / (b - a))));
				},
				mean: function mean(a, b, c) {
					return (a + b + c) / 3;
				},
				median: function median(a, b, c) {
					if (c <= (a + b) / 2) return b - Math.sqrt((b - a) * (b - c)) / Math.sqrt(2);
					else if (c > (a + b) / 2) return a + Math.sqrt((b - a) * (c - a)) / Math.sqrt(2);
				},
				mode: function mode(a, b, c) {
					return c;
				},
				sample: function sample(a, b, c) {
					var u = jStat._random_fn();
					if (u < (c - a) / (b - a)) return a + Math.sqrt(u * (b - a) * (c - a));
					return b - Math.sqrt((1 - u) * (b - a) * (b - c));
				},
				variance: function variance(a, b, c) {
					return (a * a + b * b + c * c - a * b - a * c - b * c) / 18;
				}
			});
			jStat.extend(jStat.arcsine, {
				pdf: function pdf(x, a, b) {
					if (b <= a) return NaN;
					return x <= a || x >= b ? 0 : 2 / Math.PI * Math.pow(Math.pow(b - a, 2) - Math.pow(2 * x - a - b, 2), -.5);
				},
				cdf: function cdf(x, a, b) {
					if (x < a) return 0;
					else if (x < b) return 2 / Math.PI * Math.asin(Math.sqrt((x - a) / (b - a)));
					return 1;
				},
				inv: function(p, a, b) {
					return a + (.5 - .5 * Math.cos(Math.PI * p)) * (b - a);
				},
				mean: function mean(a, b) {
					if (b <= a) return NaN;
					return (a + b) / 2;
				},
				median: function median(a, b) {
					if (b <= a) return NaN;
					return (a + b) / 2;
				},
				mode: function mode() {
					throw new Error("mode is not yet implemented");
				},
				sample: function sample(a, b) {
					return (a + b) / 2 + (b - a) / 2 * Math.sin(2 * Math.PI * jStat.uniform.sample(0, 1));
				},
				variance: function variance(a, b) {
					if (b <= a) return NaN;
					return Math.pow(b - a, 2) / 8;
				}
			});
			function laplaceSign(x) {
				return x / Math.abs(x);
			}
			jStat.extend(jStat.laplace, {
				pdf: function pdf(x, mu, b) {
					return b <= 0 ? 0 : Math.exp(-Math.abs(x - mu) / b) / (2 * b);
				},
				cdf: function cdf(x, mu, b) {
					if (b <= 0) return 0;
					if (x < mu) return .5 * Math.exp((x - mu) / b);
					else return 1 - .5 * Math.exp(-(x - mu) / b);
				},
				mean: function(mu) {
					return mu;
				},
				median: function(mu) {
					return mu;
				},
				mode: function(mu) {
					return mu;
				},
				variance: function(mu, b) {
					return 2 * b * b;
				},
				sample: function sample(mu, b) {
					var u = jStat._random_fn() - .5;
					return mu - b * laplaceSign(u) * Math.log(1 - 2 * Math.abs(u));
				}
			});
			function tukeyWprob(w, rr, cc) {
				var nleg = 12;
				var ihalf = 6;
				var C1 = -30;
				var C2 = -50;
				var C3 = 60;
				var bb = 8;
				var wlar = 3;
				var wincr1 = 2;
				var wincr2 = 3;
				var xleg = [
					.9815606342467192,
					.9041172563704749,
					.7699026741943047,
					.5873179542866175,
					.3678314989981802,
					.1252334085114689
				];
				var aleg = [
					.04717533638651183,
					.10693932599531843,
					.16007832854334622,
					.20316742672306592,
					.2334925365383548,
					.24914704581340277
				];
				var qsqz = w * .5;
				if (qsqz >= bb) return 1;
				var pr_w = 2 * jStat.normal.cdf(qsqz, 0, 1, 1, 0) - 1;
				if (pr_w >= Math.exp(C2 / cc)) pr_w = Math.pow(pr_w, cc);
				else pr_w = 0;
				var wincr;
				if (w > wlar) wincr = wincr1;
				else wincr = wincr2;
				var blb = qsqz;
				var binc = (bb - qsqz) / wincr;
				var bub = blb + binc;
				var einsum = 0;
				var cc1 = cc - 1;
				for (var wi = 1; wi <= wincr; wi++) {
					var elsum = 0;
					var a = .5 * (bub + blb);
					var b = .5 * (bub - blb);
					for (var jj = 1; jj <= nleg; jj++) {
						var j, xx;
						if (ihalf < jj) {
							j = nleg - jj + 1;
							xx = xleg[j - 1];
						} else {
							j = jj;
							xx = -xleg[j - 1];
						}
						var ac = a + b * xx;
						var qexpo = ac * ac;
						if (qexpo > C3) break;
						var pplus = 2 * jStat.normal.cdf(ac, 0, 1, 1, 0);
						var pminus = 2 * jStat.normal.cdf(ac, w, 1, 1, 0);
						var rinsum = pplus * .5 - pminus * .5;
						if (rinsum >= Math.exp(C1 / cc1)) {
							rinsum = aleg[j - 1] * Math.exp(-(.5 * qexpo)) * Math.pow(rinsum, cc1);
							elsum += rinsum;
						}
					}
					elsum *= 2 * b * cc / Math.sqrt(2 * Math.PI);
					einsum += elsum;
					blb = bub;
					bub += binc;
				}
				pr_w += einsum;
				if (pr_w <= Math.exp(C1 / rr)) return 0;
				pr_w = Math.pow(pr_w, rr);
				if (pr_w >= 1) return 1;
				return pr_w;
			}
			function tukeyQinv(p, c, v) {
				var p0 = .322232421088;
				var q0 = .099348462606;
				var p1 = -1;
				var q1 = .588581570495;
				var p2 = -.342242088547;
				var q2 = .531103462366;
				var p3 = -.204231210125;
				var q3 = .10353775285;
				var p4 = -453642210148e-16;
				var q4 = .0038560700634;
				var c1 = .8832;
				var c2 = .2368;
				var c3 = 1.214;
				var c4 = 1.208;
				var c5 = 1.4142;
				var vmax = 120;
				var ps = .5 - .5 * p;
				var yi = Math.sqrt(Math.log(1 / (ps * ps)));
				var t = yi + ((((yi * p4 + p3) * yi + p2) * yi + p1) * yi + p0) / ((((yi * q4 + q3) * yi + q2) * yi + q1) * yi + q0);
				if (v < vmax) t += (t * t * t + t) / v / 4;
				var q = c1 - c2 * t;
				if (v < vmax) q += -c3 / v + c4 * t / v;
				return t * (q * Math.log(c - 1) + c5);
			}
			jStat.extend(jStat.tukey, {
				cdf: function cdf(q, nmeans, df) {
					var rr = 1;
					var cc = nmeans;
					var nlegq = 16;
					var ihalfq = 8;
					var eps1 = -30;
					var eps2 = 1e-14;
					var dhaf = 100;
					var dquar = 800;
					var deigh = 5e3;
					var dlarg = 25e3;
					var ulen1 = 1;
					var ulen2 = .5;
					var ulen3 = .25;
					var ulen4 = .125;
					var xlegq = [
						.9894009349916499,
						.9445750230732326,
						.8656312023878318,
						.755404408355003,
						.6178762444026438,
						.45801677765722737,
						.2816035507792589,
						.09501250983763744
					];
					var alegq = [
						.027152459411754096,
						.062253523938647894,
						.09515851168249279,
						.12462897125553388,
						.14959598881657674,
						.16915651939500254,
						.18260341504492358,
						.1894506104550685
					];
					if (q <= 0) return 0;
					if (df < 2 || rr < 1 || cc < 2) return NaN;
					if (!Number.isFinite(q)) return 1;
					if (df > dlarg) return tukeyWprob(q, rr, cc);
					var f2 = df * .5;
					var f2lf = f2 * Math.log(df) - df * Math.log(2) - jStat.gammaln(f2);
					var f21 = f2 - 1;
					var ff4 = df * .25;
					var ulen;
					if (df <= dhaf) ulen = ulen1;
					else if (df <= dquar) ulen = ulen2;
					else if (df <= deigh) ulen = ulen3;
					else ulen = ulen4;
					f2lf += Math.log(ulen);
					var ans = 0;
					for (var i = 1; i <= 50; i++) {
						var otsum = 0;
						var twa1 = (2 * i - 1) * ulen;
						for (var jj = 1; jj <= nlegq; jj++) {
							var j, t1;
							if (ihalfq < jj) {
								j = jj - ihalfq - 1;
								t1 = f2lf + f21 * Math.log(twa1 + xlegq[j] * ulen) - (xlegq[j] * ulen + twa1) * ff4;
							} else {
								j = jj - 1;
								t1 = f2lf + f21 * Math.log(twa1 - xlegq[j] * ulen) + (xlegq[j] * ulen - twa1) * ff4;
							}
							var qsqz;
							if (t1 >= eps1) {
								if (ihalfq < jj) qsqz = q * Math.sqrt((xlegq[j] * ulen + twa1) * .5);
								else qsqz = q * Math.sqrt((-(xlegq[j] * ulen) + twa1) * .5);
								var rotsum = tukeyWprob(qsqz, rr, cc) * alegq[j] * Math.exp(t1);
								otsum += rotsum;
							}
						}
						if (i * ulen >= 1 && otsum <= eps2) break;
						ans += otsum;
					}
					if (otsum > eps2) throw new Error("tukey.cdf failed to converge");
					if (ans > 1) ans = 1;
					return ans;
				},
				inv: function(p, nmeans, df) {
					var rr = 1;
					var cc = nmeans;
					var eps = 1e-4;
					var maxiter = 50;
					if (df < 2 || rr < 1 || cc < 2) return NaN;
					if (p < 0 || p > 1) return NaN;
					if (p === 0) return 0;
					if (p === 1) return 1e400;
					var x0 = tukeyQinv(p, cc, df);
					var valx0 = jStat.tukey.cdf(x0, nmeans, df) - p;
					var x1;
					if (valx0 > 0) x1 = Math.max(0, x0 - 1);
					else x1 = x0 + 1;
					var valx1 = jStat.tukey.cdf(x1, nmeans, df) - p;
					var ans;
					for (var iter = 1; iter < maxiter; iter++) {
						ans = x1 - valx1 * (x1 - x0) / (valx1 - valx0);
						valx0 = valx1;
						x0 = x1;
						if (ans < 0) {
							ans = 0;
							valx1 = -p;
						}
						valx1 = jStat.tukey.cdf(ans, nmeans, df) - p;
						x1 = ans;
						if (Math.abs(x1 - x0) < eps) return ans;
					}
					throw new Error("tukey.inv failed to converge");
				}
			});
		})(jStat, Math);
		(function(jStat, Math) {
			var push = Array.prototype.push;
			var isArray = jStat.utils.isArray;
			function isUsable(arg) {
				return isArray(arg) || arg instanceof jStat;
			}
			jStat.extend({
				add: function add(arr, arg) {
					if (isUsable(arg)) {
						if (!isUsable(arg[0])) arg = [arg];
						return jStat.map(arr, function(value, row, col) {
							return value + arg[row][col];
						});
					}
					return jStat.map(arr, function(value) {
						return value + arg;
					});
				},
				subtract: function subtract(arr, arg) {
					if (isUsable(arg)) {
						if (!isUsable(arg[0])) arg = [arg];
						return jStat.map(arr, function(value, row, col) {
							return value - arg[row][col] || 0;
						});
					}
					return jStat.map(arr, function(value) {
						return value - arg;
					});
				},
				divide: function divide(arr, arg) {
					if (isUsable(arg)) {
						if (!isUsable(arg[0])) arg = [arg];
						return jStat.multiply(arr, jStat.inv(arg));
					}
					return jStat.map(arr, function(value) {
						return value / arg;
					});
				},
				multiply: function multiply(arr, arg) {
					var row, col, nrescols, sum, nrow, ncol, res, rescols;
					if (arr.length === void 0 && arg.length === void 0) return arr * arg;
					nrow = arr.length, ncol = arr[0].length, res = jStat.zeros(nrow, nrescols = isUsable(arg) ? arg[0].length : ncol), rescols = 0;
					if (isUsable(arg)) {
						for (; rescols < nrescols; rescols++) for (row = 0; row < nrow; row++) {
							sum = 0;
							for (col = 0; col < ncol; col++) sum += arr[row][col] * arg[col][rescols];
							res[row][rescols] = sum;
						}
						return nrow === 1 && rescols === 1 ? res[0][0] : res;
					}
					return jStat.map(arr, function(value) {
						return value * arg;
					});
				},
				outer: function outer(A, B) {
					return jStat.multiply(A.map(function(t) {
						return [t];
					}), [B]);
				},
				dot: function dot(arr, arg) {
					if (!isUsable(arr[0])) arr = [arr];
					if (!isUsable(arg[0])) arg = [arg];
					var left = arr[0].length === 1 && arr.length !== 1 ? jStat.transpose(arr) : arr, right = arg[0].length === 1 && arg.length !== 1 ? jStat.transpose(arg) : arg, res = [], row = 0, nrow = left.length, ncol = left[0].length, sum, col;
					for (; row < nrow; row++) {
						res[row] = [];
						sum = 0;
						for (col = 0; col < ncol; col++) sum += left[row][col] * right[row][col];
						res[row] = sum;
					}
					return res.length === 1 ? res[0] : res;
				},
				pow: function pow(arr, arg) {
					return jStat.map(arr, function(value) {
						return Math.pow(value, arg);
					});
				},
				exp: function exp(arr) {
					return jStat.map(arr, function(value) {
						return Math.exp(value);
					});
				},
				log: function exp(arr) {
					return jStat.map(arr, function(value) {
						return Math.log(value);
					});
				},
				abs: function abs(arr) {
					return jStat.map(arr, function(value) {
						return Math.abs(value);
					});
				},
				norm: function norm(arr, p) {
					var nnorm = 0, i = 0;
					if (isNaN(p)) p = 2;
					if (isUsable(arr[0])) arr = arr[0];
					for (; i < arr.length; i++) nnorm += Math.pow(Math.abs(arr[i]), p);
					return Math.pow(nnorm, 1 / p);
				},
				angle: function angle(arr, arg) {
					return Math.acos(jStat.dot(arr, arg) / (jStat.norm(arr) * jStat.norm(arg)));
				},
				aug: function aug(a, b) {
					var newarr = [];
					var i = 0;
					for (; i < a.length; i++) newarr.push(a[i].slice());
					for (i = 0; i < newarr.length; i++) push.apply(newarr[i], b[i]);
					return newarr;
				},
				inv: function inv(a) {
					var rows = a.length;
					var cols = a[0].length;
					var b = jStat.identity(rows, cols);
					var c = jStat.gauss_jordan(a, b);
					var result = [];
					var i = 0;
					var j;
					for (; i < rows; i++) {
						result[i] = [];
						for (j = cols; j < c[0].length; j++) result[i][j - cols] = c[i][j];
					}
					return result;
				},
				det: function det(a) {
					if (a.length === 2) return a[0][0] * a[1][1] - a[0][1] * a[1][0];
					var determinant = 0;
					for (var i = 0; i < a.length; i++) {
						var submatrix = [];
						for (var row = 1; row < a.length; row++) {
							submatrix[row - 1] = [];
							for (var col = 0; col < a.length; col++) if (col < i) submatrix[row - 1][col] = a[row][col];
							else if (col > i) submatrix[row - 1][col - 1] = a[row][col];
						}
						var sign = i % 2 ? -1 : 1;
						determinant += det(submatrix) * a[0][i] * sign;
					}
					return determinant;
				},
				gauss_elimination: function gauss_elimination(a, b) {
					var i = 0, j = 0, n = a.length, m = a[0].length, factor = 1, sum = 0, x = [], maug, pivot, temp, k;
					a = jStat.aug(a, b);
					maug = a[0].length;
					for (i = 0; i < n; i++) {
						pivot = a[i][i];
						j = i;
						for (k = i + 1; k < m; k++) if (pivot < Math.abs(a[k][i])) {
							pivot = a[k][i];
							j = k;
						}
						if (j != i) for (k = 0; k < maug; k++) {
							temp = a[i][k];
							a[i][k] = a[j][k];
							a[j][k] = temp;
						}
						for (j = i + 1; j < n; j++) {
							factor = a[j][i] / a[i][i];
							for (k = i; k < maug; k++) a[j][k] = a[j][k] - factor * a[i][k];
						}
					}
					for (i = n - 1; i >= 0; i--) {
						sum = 0;
						for (j = i + 1; j <= n - 1; j++) sum = sum + x[j] * a[i][j];
						x[i] = (a[i][maug - 1] - sum) / a[i][i];
					}
					return x;
				},
				gauss_jordan: function gauss_jordan(a, b) {
					var m = jStat.aug(a, b);
					var h = m.length;
					var w = m[0].length;
					var c = 0;
					var x, y = 0, y2;
					for (; y < h; y++) {
						var maxrow = y;
						for (y2 = y + 1; y2 < h; y2++) if (Math.abs(m[y2][y]) > Math.abs(m[maxrow][y])) maxrow = y2;
						var tmp = m[y];
						m[y] = m[maxrow];
						m[maxrow] = tmp;
						for (y2 = y + 1; y2 < h; y2++) {
							c = m[y2][y] / m[y][y];
							for (x = y; x < w; x++) m[y2][x] -= m[y][x] * c;
						}
					}
					for (y = h - 1; y >= 0; y--) {
						c = m[y][y];
						for (y2 = 0; y2 < y; y2++) for (x = w - 1; x > y - 1; x--) m[y2][x] -= m[y][x] * m[y2][y] / c;
						m[y][y] /= c;
						for (x = h; x < w; x++) m[y][x] /= c;
					}
					return m;
				},
				triaUpSolve: function triaUpSolve(A, b) {
					var size = A[0].length;
					var x = jStat.zeros(1, size)[0];
					var parts;
					var matrix_mode = false;
					if (b[0].length != void 0) {
						b = b.map(function(i) {
							return i[0];
						});
						matrix_mode = true;
					}
					jStat.arange(size - 1, -1, -1).forEach(function(i) {
						parts = jStat.arange(i + 1, size).map(function(j) {
							return x[j] * A[i][j];
						});
						x[i] = (b[i] - jStat.sum(parts)) / A[i][i];
					});
					if (matrix_mode) return x.map(function(i) {
						return [i];
					});
					return x;
				},
				triaLowSolve: function triaLowSolve(A, b) {
					var size = A[0].length;
					var x = jStat.zeros(1, size)[0];
					var parts;
					var matrix_mode = false;
					if (b[0].length != void 0) {
						b = b.map(function(i) {
							return i[0];
						});
						matrix_mode = true;
					}
					jStat.arange(size).forEach(function(i) {
						parts = jStat.arange(i).map(function(j) {
							return A[i][j] * x[j];
						});
						x[i] = (b[i] - jStat.sum(parts)) / A[i][i];
					});
					if (matrix_mode) return x.map(function(i) {
						return [i];
					});
					return x;
				},
				lu: function lu(A) {
					var size = A.length;
					var L = jStat.identity(size);
					var R = jStat.zeros(A.length, A[0].length);
					var parts;
					jStat.arange(size).forEach(function(t) {
						R[0][t] = A[0][t];
					});
					jStat.arange(1, size).forEach(function(l) {
						jStat.arange(l).forEach(function(i) {
							parts = jStat.arange(i).map(function(jj) {
								return L[l][jj] * R[jj][i];
							});
							L[l][i] = (A[l][i] - jStat.sum(parts)) / R[i][i];
						});
						jStat.arange(l, size).forEach(function(j) {
							parts = jStat.arange(l).map(function(jj) {
								return L[l][jj] * R[jj][j];
							});
							R[l][j] = A[parts.length][j] - jStat.sum(parts);
						});
					});
					return [L, R];
				},
				cholesky: function cholesky(A) {
					var size = A.length;
					var T = jStat.zeros(A.length, A[0].length);
					var parts;
					jStat.arange(size).forEach(function(i) {
						parts = jStat.arange(i).map(function(t) {
							return Math.pow(T[i][t], 2);
						});
						T[i][i] = Math.sqrt(A[i][i] - jStat.sum(parts));
						jStat.arange(i + 1, size).forEach(function(j) {
							parts = jStat.arange(i).map(function(t) {
								return T[i][t] * T[j][t];
							});
							T[j][i] = (A[i][j] - jStat.sum(parts)) / T[i][i];
						});
					});
					return T;
				},
				gauss_jacobi: function gauss_jacobi(a, b, x, r) {
					var i = 0;
					var j = 0;
					var n = a.length;
					var l = [];
					var u = [];
					var d = [];
					var xv, c, h, xk;
					for (; i < n; i++) {
						l[i] = [];
						u[i] = [];
						d[i] = [];
						for (j = 0; j < n; j++) if (i > j) {
							l[i][j] = a[i][j];
							u[i][j] = d[i][j] = 0;
						} else if (i < j) {
							u[i][j] = a[i][j];
							l[i][j] = d[i][j] = 0;
						} else {
							d[i][j] = a[i][j];
							l[i][j] = u[i][j] = 0;
						}
					}
					h = jStat.multiply(jStat.multiply(jStat.inv(d), jStat.add(l, u)), -1);
					c = jStat.multiply(jStat.inv(d), b);
					xv = x;
					xk = jStat.add(jStat.multiply(h, x), c);
					i = 2;
					while (Math.abs(jStat.norm(jStat.subtract(xk, xv))) > r) {
						xv = xk;
						xk = jStat.add(jStat.multiply(h, xv), c);
						i++;
					}
					return xk;
				},
				gauss_seidel: function gauss_seidel(a, b, x, r) {
					var i = 0;
					var n = a.length;
					var l = [];
					var u = [];
					var d = [];
					var j, xv, c, h, xk;
					for (; i < n; i++) {
						l[i] = [];
						u[i] = [];
						d[i] = [];
						for (j = 0; j < n; j++) if (i > j) {
							l[i][j] = a[i][j];
							u[i][j] = d[i][j] = 0;
						} else if (i < j) {
							u[i][j] = a[i][j];
							l[i][j] = d[i][j] = 0;
						} else {
							d[i][j] = a[i][j];
							l[i][j] = u[i][j] = 0;
						}
					}
					h = jStat.multiply(jStat.multiply(jStat.inv(jStat.add(d, l)), u), -1);
					c = jStat.multiply(jStat.inv(jStat.add(d, l)), b);
					xv = x;
					xk = jStat.add(jStat.multiply(h, x), c);
					i = 2;
					while (Math.abs(jStat.norm(jStat.subtract(xk, xv))) > r) {
						xv = xk;
						xk = jStat.add(jStat.multiply(h, xv), c);
						i = i + 1;
					}
					return xk;
				},
				SOR: function SOR(a, b, x, r, w) {
					var i = 0;
					var n = a.length;
					var l = [];
					var u = [];
					var d = [];
					var j, xv, c, h, xk;
					for (; i < n; i++) {
						l[i] = [];
						u[i] = [];
						d[i] = [];
						for (j = 0; j < n; j++) if (i > j) {
							l[i][j] = a[i][j];
							u[i][j] = d[i][j] = 0;
						} else if (i < j) {
							u[i][j] = a[i][j];
							l[i][j] = d[i][j] = 0;
						} else {
							d[i][j] = a[i][j];
							l[i][j] = u[i][j] = 0;
						}
					}
					h = jStat.multiply(jStat.inv(jStat.add(d, jStat.multiply(l, w))), jStat.subtract(jStat.multiply(d, 1 - w), jStat.multiply(u, w)));
					c = jStat.multiply(jStat.multiply(jStat.inv(jStat.add(d, jStat.multiply(l, w))), b), w);
					xv = x;
					xk = jStat.add(jStat.multiply(h, x), c);
					i = 2;
					while (Math.abs(jStat.norm(jStat.subtract(xk, xv))) > r) {
						xv = xk;
						xk = jStat.add(jStat.multiply(h, xv), c);
						i++;
					}
					return xk;
				},
				householder: function householder(a) {
					var m = a.length;
					var n = a[0].length;
					var i = 0;
					var w = [];
					var p = [];
					var alpha, r, k, j, factor;
					for (; i < m - 1; i++) {
						alpha = 0;
						for (j = i + 1; j < n; j++) alpha += a[j][i] * a[j][i];
						factor = a[i + 1][i] > 0 ? -1 : 1;
						alpha = factor * Math.sqrt(alpha);
						r = Math.sqrt((alpha * alpha - a[i + 1][i] * alpha) / 2);
						w = jStat.zeros(m, 1);
						w[i + 1][0] = (a[i + 1][i] - alpha) / (2 * r);
						for (k = i + 2; k < m; k++) w[k][0] = a[k][i] / (2 * r);
						p = jStat.subtract(jStat.identity(m, n), jStat.multiply(jStat.multiply(w, jStat.transpose(w)), 2));
						a = jStat.multiply(p, jStat.multiply(a, p));
					}
					return a;
				},
				QR: function() {
					var sum = jStat.sum;
					var range = jStat.arange;
					function qr2(x) {
						var n = x.length;
						var p = x[0].length;
						var r = jStat.zeros(p, p);
						x = jStat.copy(x);
						var i, j = 0, k;
						for (; j < p; j++) {
							r[j][j] = Math.sqrt(sum(range(n).map(function(i) {
								return x[i][j] * x[i][j];
							})));
							for (i = 0; i < n; i++) x[i][j] = x[i][j] / r[j][j];
							for (k = j + 1; k < p; k++) {
								r[j][k] = sum(range(n).map(function(i) {
									return x[i][j] * x[i][k];
								}));
								for (i = 0; i < n; i++) x[i][k] = x[i][k] - x[i][j] * r[j][k];
							}
						}
						return [x, r];
					}
					return qr2;
				}(),
				lstsq: function() {
					function R_I(A) {
						A = jStat.copy(A);
						var size = A.length;
						var I = jStat.identity(size);
						jStat.arange(size - 1, -1, -1).forEach(function(i) {
							jStat.sliceAssign(I, { row: i }, jStat.divide(jStat.slice(I, { row: i }), A[i][i]));
							jStat.sliceAssign(A, { row: i }, jStat.divide(jStat.slice(A, { row: i }), A[i][i]));
							jStat.arange(i).forEach(function(j) {
								var c = jStat.multiply(A[j][i], -1);
								var Aj = jStat.slice(A, { row: j });
								var cAi = jStat.multiply(jStat.slice(A, { row: i }), c);
								jStat.sliceAssign(A, { row: j }, jStat.add(Aj, cAi));
								var Ij = jStat.slice(I, { row: j });
								var cIi = jStat.multiply(jStat.slice(I, { row: i }), c);
								jStat.sliceAssign(I, { row: j }, jStat.add(Ij, cIi));
							});
						});
						return I;
					}
					function qr_solve(A, b) {
						var array_mode = false;
						if (b[0].length === void 0) {
							b = b.map(function(x) {
								return [x];
							});
							array_mode = true;
						}
						var QR = jStat.QR(A);
						var Q = QR[0];
						var R = QR[1];
						var attrs = A[0].length;
						var Q1 = jStat.slice(Q, { col: { end: attrs } });
						var RI = R_I(jStat.slice(R, { row: { end: attrs } }));
						var Q2 = jStat.transpose(Q1);
						if (Q2[0].length === void 0) Q2 = [Q2];
						var x = jStat.multiply(jStat.multiply(RI, Q2), b);
						if (x.length === void 0) x = [[x]];
						if (array_mode) return x.map(function(i) {
							return i[0];
						});
						return x;
					}
					return qr_solve;
				}(),
				jacobi: function jacobi(a) {
					var condition = 1;
					var n = a.length;
					var e = jStat.identity(n, n);
					var ev = [];
					var b, i, j, p, q, maxim, theta, s;
					while (condition === 1) {
						maxim = a[0][1];
						p = 0;
						q = 1;
						for (i = 0; i < n; i++) for (j = 0; j < n; j++) if (i != j) {
							if (maxim < Math.abs(a[i][j])) {
								maxim = Math.abs(a[i][j]);
								p = i;
								q = j;
							}
						}
						if (a[p][p] === a[q][q]) theta = a[p][q] > 0 ? Math.PI / 4 : -Math.PI / 4;
						else theta = Math.atan(2 * a[p][q] / (a[p][p] - a[q][q])) / 2;
						s = jStat.identity(n, n);
						s[p][p] = Math.cos(theta);
						s[p][q] = -Math.sin(theta);
						s[q][p] = Math.sin(theta);
						s[q][q] = Math.cos(theta);
						e = jStat.multiply(e, s);
						b = jStat.multiply(jStat.multiply(jStat.inv(s), a), s);
						a = b;
						condition = 0;
						for (i = 1; i < n; i++) for (j = 1; j < n; j++) if (i != j && Math.abs(a[i][j]) > .001) condition = 1;
					}
					for (i = 0; i < n; i++) ev.push(a[i][i]);
					return [e, ev];
				},
				rungekutta: function rungekutta(f, h, p, t_j, u_j, order) {
					var k1, k2, u_j1, k3, k4;
					if (order === 2) while (t_j <= p) {
						k1 = h * f(t_j, u_j);
						k2 = h * f(t_j + h, u_j + k1);
						u_j1 = u_j + (k1 + k2) / 2;
						u_j = u_j1;
						t_j = t_j + h;
					}
					if (order === 4) while (t_j <= p) {
						k1 = h * f(t_j, u_j);
						k2 = h * f(t_j + h / 2, u_j + k1 / 2);
						k3 = h * f(t_j + h / 2, u_j + k2 / 2);
						k4 = h * f(t_j + h, u_j + k3);
						u_j1 = u_j + (k1 + 2 * k2 + 2 * k3 + k4) / 6;
						u_j = u_j1;
						t_j = t_j + h;
					}
					return u_j;
				},
				romberg: function romberg(f, a, b, order) {
					var i = 0;
					var h = (b - a) / 2;
					var x = [];
					var h1 = [];
					var g = [];
					var m, a1, j, k, I;
					while (i < order / 2) {
						I = f(a);
						for (j = a, k = 0; j <= b; j = j + h, k++) x[k] = j;
						m = x.length;
						for (j = 1; j < m - 1; j++) I += (j % 2 !== 0 ? 4 : 2) * f(x[j]);
						I = h / 3 * (I + f(b));
						g[i] = I;
						h /= 2;
						i++;
					}
					a1 = g.length;
					m = 1;
					while (a1 !== 1) {
						for (j = 0; j < a1 - 1; j++) h1[j] = (Math.pow(4, m) * g[j + 1] - g[j]) / (Math.pow(4, m) - 1);
						a1 = h1.length;
						g = h1;
						h1 = [];
						m++;
					}
					return g;
				},
				richardson: function richardson(X, f, x, h) {
					function pos(X, x) {
						var i = 0;
						var n = X.length;
						var p;
						for (; i < n; i++) if (X[i] === x) p = i;
						return p;
					}
					var h_min = Math.abs(x - X[pos(X, x) + 1]);
					var i = 0;
					var g = [];
					var h1 = [];
					var y1, y2, m, a, j;
					while (h >= h_min) {
						y1 = pos(X, x + h);
						y2 = pos(X, x);
						g[i] = (f[y1] - 2 * f[y2] + f[2 * y2 - y1]) / (h * h);
						h /= 2;
						i++;
					}
					a = g.length;
					m = 1;
					while (a != 1) {
						for (j = 0; j < a - 1; j++) h1[j] = (Math.pow(4, m) * g[j + 1] - g[j]) / (Math.pow(4, m) - 1);
						a = h1.length;
						g = h1;
						h1 = [];
						m++;
					}
					return g;
				},
				simpson: function simpson(f, a, b, n) {
					var h = (b - a) / n;
					var I = f(a);
					var x = [];
					var j = a;
					var k = 0;
					var i = 1;
					var m;
					for (; j <= b; j = j + h, k++) x[k] = j;
					m = x.length;
					for (; i < m - 1; i++) I += (i % 2 !== 0 ? 4 : 2) * f(x[i]);
					return h / 3 * (I + f(b));
				},
				hermite: function hermite(X, F, dF, value) {
					var n = X.length;
					var p = 0;
					var i = 0;
					var l = [];
					var dl = [];
					var A = [];
					var B = [];
					var j;
					for (; i < n; i++) {
						l[i] = 1;
						for (j = 0; j < n; j++) if (i != j) l[i] *= (value - X[j]) / (X[i] - X[j]);
						dl[i] = 0;
						for (j = 0; j < n; j++) if (i != j) dl[i] += 1 / (X[i] - X[j]);
						A[i] = (1 - 2 * (value - X[i]) * dl[i]) * (l[i] * l[i]);
						B[i] = (value - X[i]) * (l[i] * l[i]);
						p += A[i] * F[i] + B[i] * dF[i];
					}
					return p;
				},
				lagrange: function lagrange(X, F, value) {
					var p = 0;
					var i = 0;
					var j, l;
					var n = X.length;
					for (; i < n; i++) {
						l = F[i];
						for (j = 0; j < n; j++) if (i != j) l *= (value - X[j]) / (X[i] - X[j]);
						p += l;
					}
					return p;
				},
				cubic_spline: function cubic_spline(X, F, value) {
					var n = X.length;
					var i = 0, j;
					var A = [];
					var B = [];
					var alpha = [];
					var c = [];
					var h = [];
					var b = [];
					var d = [];
					for (; i < n - 1; i++) h[i] = X[i + 1] - X[i];
					alpha[0] = 0;
					for (i = 1; i < n - 1; i++) alpha[i] = 3 / h[i] * (F[i + 1] - F[i]) - 3 / h[i - 1] * (F[i] - F[i - 1]);
					for (i = 1; i < n - 1; i++) {
						A[i] = [];
						B[i] = [];
						A[i][i - 1] = h[i - 1];
						A[i][i] = 2 * (h[i - 1] + h[i]);
						A[i][i + 1] = h[i];
						B[i][0] = alpha[i];
					}
					c = jStat.multiply(jStat.inv(A), B);
					for (j = 0; j < n - 1; j++) {
						b[j] = (F[j + 1] - F[j]) / h[j] - h[j] * (c[j + 1][0] + 2 * c[j][0]) / 3;
						d[j] = (c[j + 1][0] - c[j][0]) / (3 * h[j]);
					}
					for (j = 0; j < n; j++) if (X[j] > value) break;
					j -= 1;
					return F[j] + (value - X[j]) * b[j] + jStat.sq(value - X[j]) * c[j] + (value - X[j]) * jStat.sq(value - X[j]) * d[j];
				},
				gauss_quadrature: function gauss_quadrature() {
					throw new Error("gauss_quadrature not yet implemented");
				},
				PCA: function PCA(X) {
					var m = X.length;
					var n = X[0].length;
					var i = 0;
					var j, temp1;
					var u = [];
					var D = [];
					var result = [];
					var temp2 = [];
					var Y = [];
					var Bt = [];
					var B = [];
					var C = [];
					var V = [];
					var Vt = [];
					for (i = 0; i < m; i++) u[i] = jStat.sum(X[i]) / n;
					for (i = 0; i < n; i++) {
						B[i] = [];
						for (j = 0; j < m; j++) B[i][j] = X[j][i] - u[j];
					}
					B = jStat.transpose(B);
					for (i = 0; i < m; i++) {
						C[i] = [];
						for (j = 0; j < m; j++) C[i][j] = jStat.dot([B[i]], [B[j]]) / (n - 1);
					}
					result = jStat.jacobi(C);
					V = result[0];
					D = result[1];
					Vt = jStat.transpose(V);
					for (i = 0; i < D.length; i++) for (j = i; j < D.length; j++) if (D[i] < D[j]) {
						temp1 = D[i];
						D[i] = D[j];
						D[j] = temp1;
						temp2 = Vt[i];
						Vt[i] = Vt[j];
						Vt[j] = temp2;
					}
					Bt = jStat.transpose(B);
					for (i = 0; i < m; i++) {
						Y[i] = [];
						for (j = 0; j < Bt.length; j++) Y[i][j] = jStat.dot([Vt[i]], [Bt[j]]);
					}
					return [
						X,
						D,
						Vt,
						Y
					];
				}
			});
			(function(funcs) {
				for (var i = 0; i < funcs.length; i++) (function(passfunc) {
					jStat.fn[passfunc] = function(arg, func) {
						var tmpthis = this;
						if (func) {
							setTimeout(function() {
								func.call(tmpthis, jStat.fn[passfunc].call(tmpthis, arg));
							}, 15);
							return this;
						}
						if (typeof jStat[passfunc](this, arg) === "number") return jStat[passfunc](this, arg);
						else return jStat(jStat[passfunc](this, arg));
					};
				})(funcs[i]);
			})("add divide multiply subtract dot pow exp log abs norm angle".split(" "));
		})(jStat, Math);
		(function(jStat, Math) {
			var slice = [].slice;
			var isNumber = jStat.utils.isNumber;
			var isArray = jStat.utils.isArray;
			jStat.extend({
				zscore: function zscore() {
					var args = slice.call(arguments);
					if (isNumber(args[1])) return (args[0] - args[1]) / args[2];
					return (args[0] - jStat.mean(args[1])) / jStat.stdev(args[1], args[2]);
				},
				ztest: function ztest() {
					var args = slice.call(arguments);
					var z;
					if (isArray(args[1])) {
						z = jStat.zscore(args[0], args[1], args[3]);
						return args[2] === 1 ? jStat.normal.cdf(-Math.abs(z), 0, 1) : jStat.normal.cdf(-Math.abs(z), 0, 1) * 2;
					} else if (args.length > 2) {
						z = jStat.zscore(args[0], args[1], args[2]);
						return args[3] === 1 ? jStat.normal.cdf(-Math.abs(z), 0, 1) : jStat.normal.cdf(-Math.abs(z), 0, 1) * 2;
					} else {
						z = args[0];
						return args[1] === 1 ? jStat.normal.cdf(-Math.abs(z), 0, 1) : jStat.normal.cdf(-Math.abs(z), 0, 1) * 2;
					}
				}
			});
			jStat.extend(jStat.fn, {
				zscore: function zscore(value, flag) {
					return (value - this.mean()) / this.stdev(flag);
				},
				ztest: function ztest(value, sides, flag) {
					var zscore = Math.abs(this.zscore(value, flag));
					return sides === 1 ? jStat.normal.cdf(-zscore, 0, 1) : jStat.normal.cdf(-zscore, 0, 1) * 2;
				}
			});
			jStat.extend({
				tscore: function tscore() {
					var args = slice.call(arguments);
					return args.length === 4 ? (args[0] - args[1]) / (args[2] / Math.sqrt(args[3])) : (args[0] - jStat.mean(args[1])) / (jStat.stdev(args[1], true) / Math.sqrt(args[1].length));
				},
				ttest: function ttest() {
					var args = slice.call(arguments);
					var tscore;
					if (args.length === 5) {
						tscore = Math.abs(jStat.tscore(args[0], args[1], args[2], args[3]));
						return args[4] === 1 ? jStat.studentt.cdf(-tscore, args[3] - 1) : jStat.studentt.cdf(-tscore, args[3] - 1) * 2;
					}
					if (isNumber(args[1])) {
						tscore = Math.abs(args[0]);
						return args[2] == 1 ? jStat.studentt.cdf(-tscore, args[1] - 1) : jStat.studentt.cdf(-tscore, args[1] - 1) * 2;
					}
					tscore = Math.abs(jStat.tscore(args[0], args[1]));
					return args[2] == 1 ? jStat.studentt.cdf(-tscore, args[1].length - 1) : jStat.studentt.cdf(-tscore, args[1].length - 1) * 2;
				}
			});
			jStat.extend(jStat.fn, {
				tscore: function tscore(value) {
					return (value - this.mean()) / (this.stdev(true) / Math.sqrt(this.cols()));
				},
				ttest: function ttest(value, sides) {
					return sides === 1 ? 1 - jStat.studentt.cdf(Math.abs(this.tscore(value)), this.cols() - 1) : jStat.studentt.cdf(-Math.abs(this.tscore(value)), this.cols() - 1) * 2;
				}
			});
			jStat.extend({
				anovafscore: function anovafscore() {
					var args = slice.call(arguments), expVar, sample, sampMean, sampSampMean, tmpargs, unexpVar, i, j;
					if (args.length === 1) {
						tmpargs = new Array(args[0].length);
						for (i = 0; i < args[0].length; i++) tmpargs[i] = args[0][i];
						args = tmpargs;
					}
					sample = new Array();
					for (i = 0; i < args.length; i++) sample = sample.concat(args[i]);
					sampMean = jStat.mean(sample);
					expVar = 0;
					for (i = 0; i < args.length; i++) expVar = expVar + args[i].length * Math.pow(jStat.mean(args[i]) - sampMean, 2);
					expVar /= args.length - 1;
					unexpVar = 0;
					for (i = 0; i < args.length; i++) {
						sampSampMean = jStat.mean(args[i]);
						for (j = 0; j < args[i].length; j++) unexpVar += Math.pow(args[i][j] - sampSampMean, 2);
					}
					unexpVar /= sample.length - args.length;
					return expVar / unexpVar;
				},
				anovaftest: function anovaftest() {
					var args = slice.call(arguments), df1, df2, n, i;
					if (isNumber(args[0])) return 1 - jStat.centralF.cdf(args[0], args[1], args[2]);
					var anovafscore = jStat.anovafscore(args);
					df1 = args.length - 1;
					n = 0;
					for (i = 0; i < args.length; i++) n = n + args[i].length;
					df2 = n - df1 - 1;
					return 1 - jStat.centralF.cdf(anovafscore, df1, df2);
				},
				ftest: function ftest(fscore, df1, df2) {
					return 1 - jStat.centralF.cdf(fscore, df1, df2);
				}
			});
			jStat.extend(jStat.fn, {
				anovafscore: function anovafscore() {
					return jStat.anovafscore(this.toArray());
				},
				anovaftes: function anovaftes() {
					var n = 0;
					var i = 0;
					for (; i < this.length; i++) n = n + this[i].length;
					return jStat.ftest(this.anovafscore(), this.length - 1, n - this.length);
				}
			});
			jStat.extend({
				qscore: function qscore() {
					var args = slice.call(arguments);
					var mean1, mean2, n1, n2, sd;
					if (isNumber(args[0])) {
						mean1 = args[0];
						mean2 = args[1];
						n1 = args[2];
						n2 = args[3];
						sd = args[4];
					} else {
						mean1 = jStat.mean(args[0]);
						mean2 = jStat.mean(args[1]);
						n1 = args[0].length;
						n2 = args[1].length;
						sd = args[2];
					}
					return Math.abs(mean1 - mean2) / (sd * Math.sqrt((1 / n1 + 1 / n2) / 2));
				},
				qtest: function qtest() {
					var args = slice.call(arguments);
					var qscore;
					if (args.length === 3) {
						qscore = args[0];
						args = args.slice(1);
					} else if (args.length === 7) {
						qscore = jStat.qscore(args[0], args[1], args[2], args[3], args[4]);
						args = args.slice(5);
					} else {
						qscore = jStat.qscore(args[0], args[1], args[2]);
						args = args.slice(3);
					}
					var n = args[0];
					var k = args[1];
					return 1 - jStat.tukey.cdf(qscore, k, n - k);
				},
				tukeyhsd: function tukeyhsd(arrays) {
					var sd = jStat.pooledstdev(arrays);
					var means = arrays.map(function(arr) {
						return jStat.mean(arr);
					});
					var n = arrays.reduce(function(n, arr) {
						return n + arr.length;
					}, 0);
					var results = [];
					for (var i = 0; i < arrays.length; ++i) for (var j = i + 1; j < arrays.length; ++j) {
						var p = jStat.qtest(means[i], means[j], arrays[i].length, arrays[j].length, sd, n, arrays.length);
						results.push([[i, j], p]);
					}
					return results;
				}
			});
			jStat.extend({
				normalci: function normalci() {
					var args = slice.call(arguments), ans = new Array(2), change;
					if (args.length === 4) change = Math.abs(jStat.normal.inv(args[1] / 2, 0, 1) * args[2] / Math.sqrt(args[3]));
					else change = Math.abs(jStat.normal.inv(args[1] / 2, 0, 1) * jStat.stdev(args[2]) / Math.sqrt(args[2].length));
					ans[0] = args[0] - change;
					ans[1] = args[0] + change;
					return ans;
				},
				tci: function tci() {
					var args = slice.call(arguments), ans = new Array(2), change;
					if (args.length === 4) change = Math.abs(jStat.studentt.inv(args[1] / 2, args[3] - 1) * args[2] / Math.sqrt(args[3]));
					else change = Math.abs(jStat.studentt.inv(args[1] / 2, args[2].length - 1) * jStat.stdev(args[2], true) / Math.sqrt(args[2].length));
					ans[0] = args[0] - change;
					ans[1] = args[0] + change;
					return ans;
				},
				significant: function significant(pvalue, alpha) {
					return pvalue < alpha;
				}
			});
			jStat.extend(jStat.fn, {
				normalci: function normalci(value, alpha) {
					return jStat.normalci(value, alpha, this.toArray());
				},
				tci: function tci(value, alpha) {
					return jStat.tci(value, alpha, this.toArray());
				}
			});
			function differenceOfProportions(p1, n1, p2, n2) {
				if (p1 > 1 || p2 > 1 || p1 <= 0 || p2 <= 0) throw new Error("Proportions should be greater than 0 and less than 1");
				var pooled = (p1 * n1 + p2 * n2) / (n1 + n2);
				var se = Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
				return (p1 - p2) / se;
			}
			jStat.extend(jStat.fn, {
				oneSidedDifferenceOfProportions: function oneSidedDifferenceOfProportions(p1, n1, p2, n2) {
					var z = differenceOfProportions(p1, n1, p2, n2);
					return jStat.ztest(z, 1);
				},
				twoSidedDifferenceOfProportions: function twoSidedDifferenceOfProportions(p1, n1, p2, n2) {
					var z = differenceOfProportions(p1, n1, p2, n2);
					return jStat.ztest(z, 2);
				}
			});
		})(jStat, Math);
		jStat.models = (function() {
			function sub_regress(exog) {
				var var_count = exog[0].length;
				return jStat.arange(var_count).map(function(endog_index) {
					var exog_index = jStat.arange(var_count).filter(function(i) {
						return i !== endog_index;
					});
					return ols(jStat.col(exog, endog_index).map(function(x) {
						return x[0];
					}), jStat.col(exog, exog_index));
				});
			}
			function ols(endog, exog) {
				var nobs = endog.length;
				var df_model = exog[0].length - 1;
				var df_resid = nobs - df_model - 1;
				var coef = jStat.lstsq(exog, endog);
				var predict = jStat.multiply(exog, coef.map(function(x) {
					return [x];
				})).map(function(p) {
					return p[0];
				});
				var resid = jStat.subtract(endog, predict);
				var ybar = jStat.mean(endog);
				var SSE = jStat.sum(predict.map(function(f) {
					return Math.pow(f - ybar, 2);
				}));
				var SSR = jStat.sum(endog.map(function(y, i) {
					return Math.pow(y - predict[i], 2);
				}));
				var SST = SSE + SSR;
				return {
					exog,
					endog,
					nobs,
					df_model,
					df_resid,
					coef,
					predict,
					resid,
					ybar,
					SST,
					SSE,
					SSR,
					R2: SSE / SST
				};
			}
			function t_test(model) {
				var subModelList = sub_regress(model.exog);
				var sigmaHat = Math.sqrt(model.SSR / model.df_resid);
				var seBetaHat = subModelList.map(function(mod) {
					var SST = mod.SST;
					var R2 = mod.R2;
					return sigmaHat / Math.sqrt(SST * (1 - R2));
				});
				var tStatistic = model.coef.map(function(coef, i) {
					return (coef - 0) / seBetaHat[i];
				});
				var pValue = tStatistic.map(function(t) {
					var leftppf = jStat.studentt.cdf(t, model.df_resid);
					return (leftppf > .5 ? 1 - leftppf : leftppf) * 2;
				});
				var c = jStat.studentt.inv(.975, model.df_resid);
				return {
					se: seBetaHat,
					t: tStatistic,
					p: pValue,
					sigmaHat,
					interval95: model.coef.map(function(coef, i) {
						var d = c * seBetaHat[i];
						return [coef - d, coef + d];
					})
				};
			}
			function F_test(model) {
				var F_statistic = model.R2 / model.df_model / ((1 - model.R2) / model.df_resid);
				var fcdf = function(x, n1, n2) {
					return jStat.beta.cdf(x / (n2 / n1 + x), n1 / 2, n2 / 2);
				};
				return {
					F_statistic,
					pvalue: 1 - fcdf(F_statistic, model.df_model, model.df_resid)
				};
			}
			function ols_wrap(endog, exog) {
				var model = ols(endog, exog);
				var ttest = t_test(model);
				var ftest = F_test(model);
				var adjust_R2 = 1 - (1 - model.R2) * ((model.nobs - 1) / model.df_resid);
				model.t = ttest;
				model.f = ftest;
				model.adjust_R2 = adjust_R2;
				return model;
			}
			return { ols: ols_wrap };
		})();
		jStat.extend({
			buildxmatrix: function buildxmatrix() {
				var matrixRows = new Array(arguments.length);
				for (var i = 0; i < arguments.length; i++) matrixRows[i] = [1].concat(arguments[i]);
				return jStat(matrixRows);
			},
			builddxmatrix: function builddxmatrix() {
				var matrixRows = new Array(arguments[0].length);
				for (var i = 0; i < arguments[0].length; i++) matrixRows[i] = [1].concat(arguments[0][i]);
				return jStat(matrixRows);
			},
			buildjxmatrix: function buildjxmatrix(jMat) {
				var pass = new Array(jMat.length);
				for (var i = 0; i < jMat.length; i++) pass[i] = jMat[i];
				return jStat.builddxmatrix(pass);
			},
			buildymatrix: function buildymatrix(array) {
				return jStat(array).transpose();
			},
			buildjymatrix: function buildjymatrix(jMat) {
				return jMat.transpose();
			},
			matrixmult: function matrixmult(A, B) {
				var i, j, k, result, sum;
				if (A.cols() == B.rows()) {
					if (B.rows() > 1) {
						result = [];
						for (i = 0; i < A.rows(); i++) {
							result[i] = [];
							for (j = 0; j < B.cols(); j++) {
								sum = 0;
								for (k = 0; k < A.cols(); k++) sum += A.toArray()[i][k] * B.toArray()[k][j];
								result[i][j] = sum;
							}
						}
						return jStat(result);
					}
					result = [];
					for (i = 0; i < A.rows(); i++) {
						result[i] = [];
						for (j = 0; j < B.cols(); j++) {
							sum = 0;
							for (k = 0; k < A.cols(); k++) sum += A.toArray()[i][k] * B.toArray()[j];
							result[i][j] = sum;
						}
					}
					return jStat(result);
				}
			},
			regress: function regress(jMatX, jMatY) {
				var innerinv = jStat.xtranspxinv(jMatX);
				var xtransp = jMatX.transpose();
				var next = jStat.matrixmult(jStat(innerinv), xtransp);
				return jStat.matrixmult(next, jMatY);
			},
			regresst: function regresst(jMatX, jMatY, sides) {
				var beta = jStat.regress(jMatX, jMatY);
				var compile = {};
				compile.anova = {};
				var jMatYBar = jStat.jMatYBar(jMatX, beta);
				compile.yBar = jMatYBar;
				var yAverage = jMatY.mean();
				compile.anova.residuals = jStat.residuals(jMatY, jMatYBar);
				compile.anova.ssr = jStat.ssr(jMatYBar, yAverage);
				compile.anova.msr = compile.anova.ssr / (jMatX[0].length - 1);
				compile.anova.sse = jStat.sse(jMatY, jMatYBar);
				compile.anova.mse = compile.anova.sse / (jMatY.length - (jMatX[0].length - 1) - 1);
				compile.anova.sst = jStat.sst(jMatY, yAverage);
				compile.anova.mst = compile.anova.sst / (jMatY.length - 1);
				compile.anova.r2 = 1 - compile.anova.sse / compile.anova.sst;
				if (compile.anova.r2 < 0) compile.anova.r2 = 0;
				compile.anova.fratio = compile.anova.msr / compile.anova.mse;
				compile.anova.pvalue = jStat.anovaftest(compile.anova.fratio, jMatX[0].length - 1, jMatY.length - (jMatX[0].length - 1) - 1);
				compile.anova.rmse = Math.sqrt(compile.anova.mse);
				compile.anova.r2adj = 1 - compile.anova.mse / compile.anova.mst;
				if (compile.anova.r2adj < 0) compile.anova.r2adj = 0;
				compile.stats = new Array(jMatX[0].length);
				var covar = jStat.xtranspxinv(jMatX);
				var sds, ts, ps;
				for (var i = 0; i < beta.length; i++) {
					sds = Math.sqrt(compile.anova.mse * Math.abs(covar[i][i]));
					ts = Math.abs(beta[i] / sds);
					ps = jStat.ttest(ts, jMatY.length - jMatX[0].length - 1, sides);
					compile.stats[i] = [
						beta[i],
						sds,
						ts,
						ps
					];
				}
				compile.regress = beta;
				return compile;
			},
			xtranspx: function xtranspx(jMatX) {
				return jStat.matrixmult(jMatX.transpose(), jMatX);
			},
			xtranspxinv: function xtranspxinv(jMatX) {
				var inner = jStat.matrixmult(jMatX.transpose(), jMatX);
				return jStat.inv(inner);
			},
			jMatYBar: function jMatYBar(jMatX, beta) {
				return new jStat(jStat.matrixmult(jMatX, beta));
			},
			residuals: function residuals(jMatY, jMatYBar) {
				return jStat.matrixsubtract(jMatY, jMatYBar);
			},
			ssr: function ssr(jMatYBar, yAverage) {
				var ssr = 0;
				for (var i = 0; i < jMatYBar.length; i++) ssr += Math.pow(jMatYBar[i] - yAverage, 2);
				return ssr;
			},
			sse: function sse(jMatY, jMatYBar) {
				var sse = 0;
				for (var i = 0; i < jMatY.length; i++) sse += Math.pow(jMatY[i] - jMatYBar[i], 2);
				return sse;
			},
			sst: function sst(jMatY, yAverage) {
				var sst = 0;
				for (var i = 0; i < jMatY.length; i++) sst += Math.pow(jMatY[i] - yAverage, 2);
				return sst;
			},
			matrixsubtract: function matrixsubtract(A, B) {
				var ans = new Array(A.length);
				for (var i = 0; i < A.length; i++) {
					ans[i] = new Array(A[i].length);
					for (var j = 0; j < A[i].length; j++) ans[i][j] = A[i][j] - B[i][j];
				}
				return jStat(ans);
			}
		});
		jStat.jStat = jStat;
		return jStat;
	});
})))(), 1);
/**
* The value that a Student t variable stays below with this probability.
*
* @param probability between 0 and 1, both excluded
* @param degreesOfFreedom above 0, need not be a whole number
* @returns the quantile, with a relative error below 1e-7 (measured against scipy for 1 to 1000
* degrees of freedom and probabilities up to 1 - 1e-6)
* @throws RangeError when an argument is outside its range
*/
function studentTQuantile(probability, degreesOfFreedom) {
	if (!(probability > 0 && probability < 1)) throw new RangeError(`The probability of a t quantile must be between 0 and 1, found ${probability}.`);
	requireDegreesOfFreedom(degreesOfFreedom);
	return import_jstat.default.studentt.inv(probability, degreesOfFreedom);
}
/**
* The probability that a Student t variable is above t: the one-sided p-value of t.
*
* @param t any number, also Infinity
* @param degreesOfFreedom above 0, need not be a whole number
* @returns the probability, with a relative error below 1e-6, also far out in the tail
* @throws RangeError when t is NaN or the degrees of freedom are not above 0
*/
function studentTUpperTail(t, degreesOfFreedom) {
	if (Number.isNaN(t)) throw new RangeError("The upper tail of Student t needs a number, found NaN.");
	requireDegreesOfFreedom(degreesOfFreedom);
	const twoSided = import_jstat.default.ibeta(degreesOfFreedom / (degreesOfFreedom + t * t), degreesOfFreedom / 2, 1 / 2);
	return t < 0 ? 1 - twoSided / 2 : twoSided / 2;
}
function requireDegreesOfFreedom(degreesOfFreedom) {
	if (!(degreesOfFreedom > 0 && degreesOfFreedom < 1e400)) throw new RangeError(`The degrees of freedom of Student t must be above 0, found ${degreesOfFreedom}.`);
}
// src/statistics/change-point.ts
/** Fewer values than this are no level. A single outlier must not be one. */
const MIN_SEGMENT = 3;
/** With 3 % noise on 50 to 60 runs, 2 to 4 % of steady series are split, and a step of 10 % is found after three runs. */
const MAX_P_VALUE = .001;
/**
* A step that was undone later has the same level on both sides and hides from a split of the whole series: of 8 normal,
* 8 slow (+10 %) and 8 normal runs with 3 % noise the last step is found in 2 % of series, with these windows in 88 %.
* The number of values on each side, and a stricter limit, because many more places are looked at: a steady series is
* split in 2.5 % instead of 1.8 % of cases.
*/
const LOCAL_REACHES = [
	5,
	8,
	12
];
const MAX_LOCAL_P_VALUE = 1e-4;
/** A smaller t has a larger p-value than the limit, whatever the degrees of freedom: qnorm(.99995) in R is 3.89. */
const MIN_T = 3.89;
/** Values on each side of the running median: a window of seven. */
const HALF_WINDOW = 3;
/** A value counts at most this many standard deviations away from the running median. */
const CLIP_SD = 3;
/**
* Where the newest level of a series begins. Only values from there on are a fair baseline.
* Binary segmentation: the strongest split is taken, then the part to its right is searched again.
*
* @param logs natural logarithms in the order of time; may be empty
* @returns the position of the first value of the last segment; 0 when the series has one level or is too short to tell
*/
function lastSegmentStart(logs) {
	const clipped = clipToRunningMedian(logs);
	let start = 0;
	for (;;) {
		const step = stepIn(clipped.slice(start));
		if (step === null) return start;
		start += step;
	}
}
/**
* Where each level of a series but the first begins. The last one is `lastSegmentStart`.
*
* @param logs natural logarithms in the order of time; may be empty
* @returns positions in rising order; empty when the series has one level or is too short to tell
*/
function changePoints(logs) {
	return stepsIn(clipToRunningMedian(logs), 0);
}
function stepsIn(clipped, offset) {
	const step = stepIn(clipped);
	if (step === null) return [];
	const left = stepsIn(clipped.slice(0, step), offset);
	const right = stepsIn(clipped.slice(step), offset + step);
	return [
		...left,
		offset + step,
		...right
	];
}
/** Where a series steps first of all; null when it has one level. */
function stepIn(clipped) {
	return (provenSplit(strongestSplit(clipped), MAX_P_VALUE) ?? provenSplit(strongestLocalSplit(clipped), MAX_LOCAL_P_VALUE))?.index ?? null;
}
/**
* The split of the whole series with the smallest p-value. The first one wins a tie.
*
* @returns null when the series is too short for two segments of three values
*/
function strongestSplit(logs) {
	const sums = runningSums(logs);
	const [best] = splitPositions(logs).map((index) => tTestAt(sums, index, logs.length)).toSorted((left, right) => right.t - left.t);
	return best === void 0 ? null : withPValue(best);
}
function strongestLocalSplit(logs) {
	const sums = runningSums(logs);
	const [best] = LOCAL_REACHES.flatMap((reach) => splitPositions(logs).map((index) => tTestAt(sums, index, reach))).filter(({ t }) => t > MIN_T).map(withPValue).toSorted((left, right) => left.pValue - right.pValue);
	return best ?? null;
}
function provenSplit(split, maxPValue) {
	return split !== null && split.pValue < maxPValue ? split : null;
}
function splitPositions(logs) {
	const count = Math.max(0, logs.length - 6 + 1);
	return Array.from({ length: count }, (_, offset) => offset + MIN_SEGMENT);
}
function withPValue({ index, t, degreesOfFreedom }) {
	return {
		index,
		t,
		pValue: 2 * studentTUpperTail(t, degreesOfFreedom)
	};
}
/** The pooled t test of at most `reach` values on each side of a position. */
function tTestAt(sums, index, reach) {
	const left = partOf(sums, Math.max(0, index - reach), index);
	const right = partOf(sums, index, Math.min(index + reach, sums.count));
	const degreesOfFreedom = left.count + right.count - 2;
	const pooledSd = Math.sqrt(Math.max(left.squares + right.squares, 0) / degreesOfFreedom);
	const standardError = Math.max(pooledSd, NOISE_FLOOR_SD) * Math.sqrt(1 / left.count + 1 / right.count);
	return {
		index,
		t: Math.abs(right.mean - left.mean) / standardError,
		degreesOfFreedom
	};
}
/** About the mean, so that subtracting two sums loses no digits that matter. */
function runningSums(logs) {
	const centre = logs.length === 0 ? 0 : mean([...logs]);
	const values = [0];
	const squares = [0];
	for (const [index, log] of logs.entries()) {
		values.push((values[index] ?? 0) + (log - centre));
		squares.push((squares[index] ?? 0) + (log - centre) ** 2);
	}
	return {
		count: logs.length,
		values,
		squares
	};
}
function partOf({ values, squares }, from, to) {
	const count = to - from;
	const total = (values[to] ?? 0) - (values[from] ?? 0);
	const totalSquares = (squares[to] ?? 0) - (squares[from] ?? 0);
	return {
		count,
		mean: total / count,
		squares: totalSquares - total ** 2 / count
	};
}
function clipToRunningMedian(logs) {
	const [first, ...rest] = logs;
	if (first === void 0 || rest.length === 0) return logs;
	const reach = CLIP_SD * successiveDifferenceSd([first, ...rest]);
	return logs.map((log, index) => {
		const centre = median(logs.slice(Math.max(0, index - HALF_WINDOW), index + HALF_WINDOW + 1));
		return Math.min(Math.max(log, centre - reach), centre + reach);
	});
}
// src/statistics/logs.ts
/**
* Natural logarithms of measured values. On logarithms a factor is a difference: +5 % is ln(1.05) everywhere.
*
* @param values finite and above 0, in any unit; the caller has put 0, negative and missing values aside before, with their reason
* @returns one logarithm for each value, in the same order
* @throws RangeError when there is no value, or one is 0, negative, infinite or NaN
*/
function logsOf(values) {
	const [first, ...rest] = values.map(logOf);
	if (first === void 0) throw new RangeError("At least one measured value is needed, found none.");
	return [first, ...rest];
}
function logOf(value, index) {
	if (value > 0 && value < 1e400) return Math.log(value);
	throw new RangeError(`Measured values must be finite and above 0, found ${value} at position ${index}.`);
}
// src/statistics/window.ts
/** A longer window lags behind a drift of the default branch: simulated with 20 jobs. */
const MAX_WINDOW_JOBS = 20;
/**
* The stored runs of one service at or before the anchor, in the order of the history, oldest first.
* Without a known history, the order of recording stands for it.
*/
function atOrBeforeAnchor(stored, ancestry) {
	if (ancestry === null) return stored;
	const age = new Map(ancestry.commits.map((commit, index) => [commit, index]));
	return stored.filter(({ commit }) => age.has(commit)).toSorted((left, right) => (age.get(right.commit) ?? 0) - (age.get(left.commit) ?? 0));
}
/**
* Chooses the baseline: jobs since the last change of level, at most 20. A level starts at a marked job (regressed,
* overridden or improved) or where a primary series steps.
*
* @param comparable stored runs of the same conditions at or before the anchor, oldest first
* @returns null when there is none
*/
function selectWindow(comparable, primaries, ancestry, reader) {
	const jobs = storedJobs(comparable);
	const marked = jobs.findLastIndex(({ mark }) => mark !== null);
	const steps = primaries.flatMap((primary) => stepsOf(jobs, primary, reader));
	const windowStart = Math.max(0, marked, jobs.length - MAX_WINDOW_JOBS, ...steps.map(({ position }) => position));
	const chosen = jobs.slice(windowStart);
	const newest = chosen.at(-1);
	if (newest === void 0) return null;
	return {
		jobs: chosen.map(({ runs }) => runs),
		newest: newest.runs,
		history: {
			jobs,
			windowStart,
			changePoints: steps
		},
		window: {
			commit: newest.commit,
			commitsBehind: ancestry === null ? null : ancestry.commits.indexOf(newest.commit),
			jobs: chosen.length,
			runs: chosen.reduce((count, { runs }) => count + runs.length, 0),
			newestRecordedAt: newest.recordedAt,
			mark: chosen.findLast(({ mark }) => mark !== null)?.mark ?? null
		}
	};
}
function storedJobs(stored) {
	return [...groupBy(stored, ({ commit, run }) => JSON.stringify([commit, run.jobId])).values()].flatMap(([first, ...rest]) => first === void 0 ? [] : [{
		commit: first.commit,
		runs: [first.run, ...rest.map(({ run }) => run)],
		mark: [first, ...rest].find(({ mark }) => mark !== null)?.mark ?? null,
		recordedAt: rest.at(-1)?.recordedAt ?? first.recordedAt
	}]);
}
/** Where one series steps. */
function stepsOf(jobs, { metric, stat, endpoint }, reader) {
	const values = jobs.flatMap(({ runs }, position) => {
		const reading = reader.read(runs, {
			metric,
			stat,
			endpoint
		});
		return reading.kind === "value" && reading.value > 0 ? [{
			position,
			value: reading.value
		}] : [];
	});
	if (values.length === 0) return [];
	return changePoints(logsOf(values.map(({ value }) => value))).flatMap((index) => {
		const position = values[index]?.position;
		return position === void 0 ? [] : [{
			metric,
			stat,
			position
		}];
	});
}
// src/statistics/baseline-side.ts
/** Finds the baseline of one service. Total: where there is none, the state says why. */
function baselineSide(sources) {
	const { service, candidate, beside, lookup, ancestry, known } = sources;
	if (beside.length > 0) return besideBaseline(sources);
	if (lookup === null || lookup.kind === "never-written") return noBaseline("never-written", candidate);
	if (lookup.kind === "unreadable") return noBaseline("unreadable", candidate);
	const stored = atOrBeforeAnchor(lookup.services.get(service) ?? [], ancestry);
	const newest = stored.at(-1);
	if (newest === void 0) return noBaseline(known ? "unusable" : "unknown-service", candidate);
	return storedBaseline(stored, newest, sources);
}
function noBaseline(state, candidate) {
	return {
		runs: [],
		expected: [],
		history: null,
		window: null,
		differences: [],
		state,
		sides: noSides(candidate)
	};
}
/** Candidate runs are compared with baseline runs of their own conditions; the others are named and left out. */
function besideBaseline({ candidate, beside, origin }) {
	const known = new Set(beside.map(({ conditions }) => conditionsKey(conditions)));
	const comparable = candidate.filter(({ conditions }) => known.has(conditionsKey(conditions)));
	const wanted = new Set(comparable.map(({ conditions }) => conditionsKey(conditions)));
	const runs = candidate.length === 0 ? beside : beside.filter((run) => wanted.has(conditionsKey(run.conditions)));
	const newest = beside.at(-1);
	const left = candidate.filter((run) => !comparable.includes(run));
	const compared = candidate.length === 0 || comparable.length > 0;
	return {
		state: "used",
		sides: compared ? sidesOfResults(runs, comparable, origin) : noSides(candidate),
		runs: compared ? runs : beside,
		expected: runs,
		history: null,
		window: null,
		differences: newest === void 0 ? [] : differencesOf(newest.conditions, left, candidate.length)
	};
}
function storedBaseline(stored, newest, { candidate, primaries, ancestry, reader }) {
	const conditions = candidate.length === 0 ? conditionsKey(newest.run.conditions) : comparableKey(stored, candidate);
	const chosen = selectWindow(stored.filter(({ run }) => conditionsKey(run.conditions) === conditions), primaries, ancestry, reader);
	const inStore = new Set(stored.map(({ run }) => conditionsKey(run.conditions)));
	const unknown = candidate.filter((run) => !inStore.has(conditionsKey(run.conditions)));
	const differences = differencesOf(newest.run.conditions, unknown, candidate.length);
	if (chosen === null) return {
		state: "used",
		sides: noSides(candidate),
		runs: [newest.run],
		expected: [],
		history: null,
		window: null,
		differences
	};
	const same = candidate.filter((run) => conditionsKey(run.conditions) === conditions);
	const sides = sidesOfJobs(chosen.jobs, groupByJob(same));
	const other = candidate.length - same.length - unknown.length;
	return {
		state: "used",
		sides: {
			...sides,
			remarks: [...sides.remarks, ...other === 0 ? [] : [otherConditionsRemark(other)]]
		},
		runs: chosen.jobs.flat(),
		expected: chosen.newest,
		history: chosen.history,
		window: chosen.window,
		differences
	};
}
/** The conditions that most candidate runs share with stored runs: machines of two classes are not mixed in one comparison. */
function comparableKey(stored, candidate) {
	const inStore = new Set(stored.map(({ run }) => conditionsKey(run.conditions)));
	return [...groupBy(candidate, ({ conditions }) => conditionsKey(conditions))].filter(([key]) => inStore.has(key)).toSorted(([left, leftRuns], [right, rightRuns]) => rightRuns.length - leftRuns.length || compareText(left, right))[0]?.[0] ?? null;
}
function otherConditionsRemark(runs) {
	return `Left out: ${runs === 1 ? "1 run was" : `${runs} runs were`} measured under other conditions than most. Run all of them on the same class of machine.`;
}
// src/statistics/hodges-lehmann.ts
/**
* How far the candidate lies above the baseline: the median of all pairwise differences (Hodges and Lehmann 1963,
* https://doi.org/10.1214/aoms/1177704172). One slow run among several does not move it far, unlike a difference of means.
*
* @returns the shift as a natural logarithm of a ratio: 0 is no change, ln(1.05) is 5 % more
*/
function hodgesLehmannShift(baselineLogs, candidateLogs) {
	return median(candidateLogs.flatMap((candidate) => baselineLogs.map((baseline) => candidate - baseline)));
}
/** Below this number of pairs one outlier reaches the median of the Walsh averages. */
const MIN_PAIRS_FOR_WALSH = 5;
/**
* The centre of paired differences: the median of all Walsh averages (d_i + d_j) / 2 with i <= j, which is the
* one-sample Hodges-Lehmann estimate. With fewer than five differences it is their plain median.
*
* @param differences natural logarithms of candidate divided by baseline, one for each pair
*/
function walshMedian(differences) {
	if (differences.length < MIN_PAIRS_FOR_WALSH) return median(differences);
	return median(differences.flatMap((left, index) => differences.slice(index).map((right) => (left + right) / 2)));
}
// src/statistics/interval.ts
/** A residual counts at most this many standard deviations, so that one slow run cannot blow up the interval. */
const RESIDUAL_LIMIT_SD = 2.5;
/** Asymptotic standard error of a Hodges-Lehmann estimate relative to a mean, for normal noise (Lehmann 1963). */
const HODGES_LEHMANN_FACTOR = Math.sqrt(Math.PI / 3);
/**
* Compares independent runs. The location is the Hodges-Lehmann shift. The variance is shared between these runs and
* the prior, weighted by degrees of freedom (moderated t, Smyth 2004, https://doi.org/10.2202/1544-6115.1027).
* Without a prior it is the plain pooled variance.
*
* @throws RangeError when one run meets one run without a prior, when a value is not finite, or alpha is out of range
*/
function unpairedInterval({ baselineLogs, candidateLogs, prior, alpha }) {
	requireFinite(baselineLogs);
	requireFinite(candidateLogs);
	const variance = moderatedVariance([baselineLogs, candidateLogs], prior);
	const scale = (baselineLogs.length === 1 && candidateLogs.length === 1 ? 1 : HODGES_LEHMANN_FACTOR) * Math.sqrt(1 / baselineLogs.length + 1 / candidateLogs.length);
	return intervalAround(hodgesLehmannShift(baselineLogs, candidateLogs), scale, variance, alpha);
}
/**
* Compares pairs. The location is the median of Walsh averages (the plain median below five pairs). The prior, where there
* is one, describes log ratios of pairs, not single runs.
*
* @throws RangeError when there is one pair and no prior, when a value is not finite, or alpha is out of range
*/
function pairedInterval({ logRatios, prior, alpha }) {
	requireFinite(logRatios);
	const variance = moderatedVariance([logRatios], prior);
	const scale = (logRatios.length === 1 ? 1 : HODGES_LEHMANN_FACTOR) / Math.sqrt(logRatios.length);
	return intervalAround(walshMedian(logRatios), scale, variance, alpha);
}
function moderatedVariance(groups, prior) {
	const degreesOfFreedom = sum(groups.map((group) => group.length - 1)) + (prior?.degreesOfFreedom ?? 0);
	if (!(degreesOfFreedom > 0)) throw new RangeError("A single value on each side says nothing about noise: give a noise prior.");
	const own = sum(groups.map((group) => residualSquares(group, prior)));
	const known = prior === null ? 0 : prior.degreesOfFreedom * prior.sd ** 2;
	return {
		sd: Math.max(Math.sqrt((known + own) / degreesOfFreedom), NOISE_FLOOR_SD),
		degreesOfFreedom
	};
}
/**
* Only a prior can tell what an outlier is. Without one, nothing is clipped and the squares are about the mean.
* `sum` and `mean` of simple-statistics carry the rounding error along (Kahan-Babuska), so that the order of runs does not
* show in the last bit, as it would with a plain sum.
*/
function residualSquares(group, prior) {
	if (prior === null) {
		const centre = mean(group);
		return sum(group.map((log) => (log - centre) ** 2));
	}
	const centre = median(group);
	const limit = RESIDUAL_LIMIT_SD * prior.sd;
	return sum(group.map((log) => Math.min(Math.abs(log - centre), limit) ** 2));
}
function intervalAround(estimateLog, scale, { sd, degreesOfFreedom }, alpha) {
	if (!(alpha > 0 && alpha < .5)) throw new RangeError(`Alpha must be above 0 and below 0.5, found ${alpha}.`);
	const standardError = scale * sd;
	const reach = studentTQuantile(1 - alpha, degreesOfFreedom) * standardError;
	return {
		estimateLog,
		lowerLog: estimateLog - reach,
		upperLog: estimateLog + reach,
		pValue: studentTUpperTail(estimateLog / standardError, degreesOfFreedom),
		standardError,
		degreesOfFreedom,
		sd
	};
}
function requireFinite(logs) {
	if (logs.every(Number.isFinite)) return;
	throw new RangeError(`An interval needs finite logarithms, found [${logs.join(", ")}].`);
}
// src/statistics/judge.ts
/** An estimate this close to the limit is on it: the logarithm of 105/100 is not exactly the logarithm of 1.05. */
const ROUNDING = 1e-12;
/**
* The limit on the scale of the interval. A rise of 5 % is ln(1.05); for throughput a fall of 5 % is -ln(0.95).
*
* @returns a positive logarithm
*/
function limitLogOf(limitRatio, better) {
	return better === "higher" ? -Math.log1p(-limitRatio) : Math.log1p(limitRatio);
}
/** The same interval with "worse" as the positive direction. */
function towardsWorse(interval, better) {
	if (better !== "higher") return interval;
	const estimateLog = -interval.estimateLog;
	return {
		...interval,
		estimateLog,
		lowerLog: -interval.upperLog,
		upperLog: -interval.lowerLog,
		pValue: studentTUpperTail(estimateLog / interval.standardError, interval.degreesOfFreedom)
	};
}
/**
* Reads an interval against 0 and the limit. The literal promise comes first: an estimate over the limit is never green,
* whether it is proven or not.
*
* @param worse interval with "worse" as the positive direction
* @param provenWorse the lower bound is above 0, after the correction for many series
*/
function verdictOf(worse, limitLog, provenWorse) {
	if (worse.estimateLog > limitLog + ROUNDING) return provenWorse ? "regressed" : "unproven";
	if (worse.lowerLog > 0) return "slower";
	if (worse.upperLog < 0) return "improved";
	return worse.upperLog < limitLog ? "unchanged" : "inconclusive";
}
/** Too little data behind a percentile: whatever it says is at most a suspicion. */
function weakened(verdict) {
	if (verdict === "regressed") return "unproven";
	return verdict === "slower" || verdict === "unchanged" || verdict === "improved" ? "inconclusive" : verdict;
}
// src/statistics/required-runs.ts
/** z(.95) + z(.95): false alarms of 5 % and missed changes of 5 %, both one-sided. */
const Z_SUM = 3.29;
/**
* How many runs a side would settle a change of this size: both errors at 5 %, normal noise, equal numbers of runs.
*
* @param sd standard deviation of the logarithm of one run
* @param effectRatio the change to settle, 0.1 for +10 %
* @returns a whole number, at least 1
* @throws RangeError when the effect or the sd is not above 0
*/
function requiredRunsPerSide(sd, effectRatio) {
	if (!(effectRatio > 0 && effectRatio < 1e400)) throw new RangeError(`The effect must be above 0, found ${effectRatio}.`);
	if (!(sd > 0 && sd < 1e400)) throw new RangeError(`The standard deviation must be above 0, found ${sd}.`);
	return Math.ceil(2 * (Z_SUM * sd / Math.log1p(effectRatio)) ** 2);
}
/**
* The smallest estimate that these data would have proven to be a regression over the limit: its lower bound is above 0
* and the estimate itself is above the limit.
*
* @returns a change ratio, 0.137 for +13.7 %
*/
function detectableChangeRatio({ standardError, degreesOfFreedom, alpha, limitLog }) {
	const reach = studentTQuantile(1 - alpha, degreesOfFreedom) * standardError;
	return Math.expm1(Math.max(reach, limitLog));
}
// src/statistics/usable-sides.ts
/**
* Sorts out what can be compared. Bad numbers of the candidate are never left out. A bad number among several good ones of
* the baseline is: it would block every pull request for as long as it is stored.
*/
function usableSides({ series, role, design, ...sides }) {
	const zeroIsUnusable = role !== "other" && series.unit !== "ratio";
	const baseline = zeroIsUnusable ? sides.baseline.map(withoutZero) : sides.baseline;
	const candidate = zeroIsUnusable ? sides.candidate.map(withoutZero) : sides.candidate;
	const bad = candidate.find((reading) => reading.kind === "unusable");
	if (bad !== void 0) return instead("invalid", `This run's value cannot be used: ${bad.reason}.`);
	const now = valuesOf(candidate);
	if (now.length === 0) return instead("missing", null);
	const badBefore = baseline.filter((reading) => reading.kind === "unusable");
	const before = valuesOf(baseline);
	const [firstBad] = badBefore;
	if (before.length === 0) return firstBad === void 0 ? instead("new", null) : instead("invalid", `The baseline's value cannot be used: ${firstBad.reason}.`);
	const sporadic = role !== "primary" && before.length < baseline.length;
	if (now.length < candidate.length && !sporadic) return instead("missing", `Only ${now.length} of ${candidate.length} runs have it.`);
	const note = firstBad === void 0 ? null : `Left out: ${badBefore.length} of ${baseline.length} in the baseline cannot be used, because ${firstBad.reason}.`;
	const usable = design === "pairs" ? completePairs(baseline, candidate) : {
		baseline: before,
		candidate: now
	};
	if (design === "pairs" && usable.candidate.length < 3) return instead("not-comparable", `Only ${usable.candidate.length} of ${candidate.length} pairs have it on both sides.`);
	const all = [...usable.baseline, ...usable.candidate];
	return mismatchOf(all) ?? zeroOf(series, all) ?? {
		kind: "usable",
		...usable,
		note
	};
}
/** A ratio needs numbers above 0, and nothing that a gate rests on is 0. */
function withoutZero(reading) {
	return reading.kind === "value" && reading.value === 0 ? {
		kind: "unusable",
		reason: "it is 0"
	} : reading;
}
/** The readings that are numbers. */
function valuesOf(readings) {
	return readings.filter((reading) => reading.kind === "value");
}
function completePairs(baseline, candidate) {
	const pairs = candidate.flatMap((now, index) => {
		const before = baseline[index];
		return now.kind === "value" && before?.kind === "value" ? [{
			before,
			now
		}] : [];
	});
	return {
		baseline: pairs.map(({ before }) => before),
		candidate: pairs.map(({ now }) => now)
	};
}
function mismatchOf(values) {
	if (new Set(values.map(({ population }) => population)).size > 1) return instead("not-comparable", "One side has the latency of successful requests, the other only that of all requests.");
	const units = new Set(values.map(({ unit }) => unit));
	return units.size > 1 ? instead("not-comparable", `It is measured in different units: ${[...units].toSorted().join(", ")}.`) : null;
}
/** Some times are 0 by nature, such as connecting over a connection that is open already. */
function zeroOf({ unit }, values) {
	if (unit === "ratio" || values.every(({ value }) => value > 0)) return null;
	return values.every(({ value }) => value === 0) ? instead("unchanged", null) : instead("not-comparable", "It is 0 in some runs, so there is no ratio.");
}
function instead(verdict, reason) {
	return {
		kind: "verdict",
		verdict,
		reason
	};
}
// src/statistics/compare-series.ts
/** Compares one series of one service. Total: whatever the data are, the answer is a comparison or an open one. */
function compareSeries(series, role, context) {
	const { design, limitRatio, history } = context;
	const read = (group) => context.reader.read(group, series);
	const stored = history.map(read);
	const baseline = history.length > 0 ? stored.slice(history.length - context.baseline.length) : context.baseline.map(read);
	const candidate = context.candidate.map(read);
	const usable = usableSides({
		series,
		role,
		design,
		baseline,
		candidate
	});
	if (usable.kind === "verdict") return close(factsOf(series, role, limitRatio, {
		baseline: valuesOf(baseline),
		candidate: valuesOf(candidate)
	}), usable.verdict, usable.reason);
	const values = {
		baseline: role === "endpoint" && history.length > 0 ? newestLevel(usable.baseline) : usable.baseline,
		candidate: usable.candidate
	};
	const facts = factsOf(series, role, limitRatio, values);
	if (series.unit === "ratio") return close({
		...facts,
		limitRatio: null
	}, shareVerdict(facts), usable.note);
	const { interval, noiseSource } = intervalOf(values, series, stored, context);
	return {
		kind: "open",
		facts,
		interval,
		worse: towardsWorse(interval, series.better),
		limitLog: limitLogOf(limitRatio, series.better),
		alpha: context.alpha,
		design,
		noiseSource,
		belowMinDelta: series.unit === "ms" && Math.abs(Math.expm1(interval.estimateLog)) * (facts.baseline ?? 0) < context.minDelta,
		tooFewSamples: tooFewSamples(series, [...values.baseline, ...values.candidate], context.minTailSamples),
		note: usable.note
	};
}
/**
* Puts the verdict on an open comparison.
*
* @param pValue corrected for all series that are judged together
* @param family number of series that are judged together
*/
function settle(open, pValue, family) {
	const { facts, worse, interval, limitLog, alpha, design, tooFewSamples } = open;
	const plain = verdictOf(worse, limitLog, worse.lowerLog > 0 && pValue < alpha);
	const judged = tooFewSamples === null ? plain : weakened(plain);
	const forgiven = open.belowMinDelta && (judged === "regressed" || judged === "unproven" || judged === "slower");
	const reasons = [forgiven ? "The difference is smaller than min-delta." : tooFewSamples, open.note];
	const noiseRatio = design === "pairs" ? interval.sd / Math.SQRT2 : interval.sd;
	const { limitRatio } = facts;
	const reach = detectableChangeRatio({
		...worse,
		alpha: alpha / family,
		limitLog
	});
	return {
		...facts,
		estimate: {
			changeRatio: Math.expm1(interval.estimateLog),
			lower: Math.expm1(interval.lowerLog),
			upper: Math.expm1(interval.upperLog),
			confidence: 1 - alpha,
			pValue,
			noiseRatio,
			noiseSource: open.noiseSource,
			detectableRatio: facts.better === "higher" ? reach / (1 + reach) : reach,
			runsNeeded: limitRatio === null || limitRatio === 0 ? 1e400 : requiredRunsPerSide(noiseRatio, 2 * limitRatio)
		},
		verdict: forgiven ? "unchanged" : judged,
		reason: reasons.filter((reason) => reason !== null).join(" ") || null
	};
}
function factsOf(series, role, limitRatio, { baseline, candidate }) {
	const runs = {
		baseline: baseline.length,
		candidate: candidate.length
	};
	return {
		...series,
		role,
		runs,
		baseline: medianOf(baseline),
		candidate: medianOf(candidate),
		limitRatio
	};
}
function close(facts, verdict, reason) {
	return {
		kind: "closed",
		comparison: {
			...facts,
			estimate: null,
			verdict,
			reason
		}
	};
}
function intervalOf(values, series, history, context) {
	const baseline = values.baseline.map(({ value }) => value);
	const candidate = values.candidate.map(({ value }) => value);
	const { design, alpha } = context;
	if (design === "pairs") return {
		interval: pairedInterval({
			logRatios: logsOf(candidate.map((value, index) => value / (baseline[index] ?? NaN))),
			prior: null,
			alpha
		}),
		noiseSource: "these-runs"
	};
	const { prior, noiseSource } = noiseFor(values, series, history, context);
	return {
		interval: unpairedInterval({
			baselineLogs: logsOf(baseline),
			candidateLogs: logsOf(candidate),
			prior,
			alpha
		}),
		noiseSource
	};
}
function noiseFor({ baseline, candidate }, series, history, context) {
	const stored = valuesOf(history).flatMap(({ value }) => value > 0 ? [value] : []);
	const known = stored.length === 0 ? null : noisePrior(logsOf(stored));
	const few = Math.min(baseline.length, candidate.length) < 3;
	const prior = known ?? (few ? ASSUMED_NOISE : null);
	return {
		prior: prior === null || context.design !== "single" ? prior : atLeastSampling(prior, series, context),
		noiseSource: known !== null ? "history" : few ? "assumed" : "these-runs"
	};
}
/** One run a side cannot show its own noise, but a percentile of few requests is at least as uncertain as they make it. */
function atLeastSampling(prior, series, { baseline, candidate, reader }) {
	const errors = [...baseline, ...candidate].map((group) => reader.samplingError(group, series));
	return {
		...prior,
		sd: Math.max(prior.sd, ...errors)
	};
}
/** An endpoint may have stepped where the service as a whole did not. */
function newestLevel(values) {
	return values.slice(lastSegmentStart(logsOf(values.map(({ value }) => value))));
}
function tooFewSamples(series, values, minTailSamples) {
	const percentile = /^p(\d+(?:\.\d+)?)$/.exec(series.stat)?.[1];
	if (percentile === void 0) return null;
	const counts = values.flatMap(({ sampleCount }) => sampleCount === null ? [] : [sampleCount]);
	const share = Math.max(Math.round((100 - Number(percentile)) * 1e6) / 1e8, 0);
	const fewest = Math.min(...counts);
	if (counts.length === 0 || fewest * share >= minTailSamples - 1e-9) return null;
	const needed = Math.ceil(minTailSamples / share - 1e-6);
	return `Only ${fewest} requests in a run: ${series.stat} rests on ${Math.floor(fewest * share)} of them. ${needed} are needed.`;
}
/** A share such as the error rate is compared in points by its own rule; here is only which way it moved. */
function shareVerdict({ baseline, candidate, better }) {
	const rise = (candidate ?? 0) - (baseline ?? 0);
	return (better === "higher" ? -rise : rise) > 0 && better !== "neither" ? "inconclusive" : "unchanged";
}
function medianOf(values) {
	return values.length === 0 ? null : median(values.map(({ value }) => value));
}
// src/statistics/drift.ts
/** Each look at the same stored runs shows the same numbers, so there is nothing to correct for. */
const ALPHA$1 = .05;
/**
* Compares the window of the default branch with the window at a second anchor.
*
* @returns null when nothing stored at or before the anchor was measured under the conditions of now
*/
function driftSince(anchor, { series, now, stored, policy, reader }) {
	const conditions = now.at(-1)?.[0].conditions;
	if (conditions === void 0) return null;
	const wanted = conditionsKey(conditions);
	const then = selectWindow(atOrBeforeAnchor(stored, anchor.ancestry).filter(({ run }) => conditionsKey(run.conditions) === wanted), series, anchor.ancestry, reader);
	if (then?.window.commit == null) return null;
	const context = {
		...sidesOfJobs(then.jobs, now),
		history: then.history.jobs.map(({ runs }) => runs),
		limitRatio: anchor.maxDriftRatio,
		minDelta: policy.minDelta,
		minTailSamples: policy.minTailSamples,
		alpha: ALPHA$1,
		reader
	};
	const comparisons = series.map((one) => {
		const draft = compareSeries(one, "primary", context);
		return draft.kind === "closed" ? draft.comparison : settle(draft, draft.worse.pValue, 1);
	});
	return {
		anchor: anchor.name,
		commit: then.window.commit,
		comparisons
	};
}
// src/statistics/holm.ts
/**
* Holm's step-down correction (https://www.jstor.org/stable/4615733): with adjusted p-values read against alpha, the
* chance of even one false alarm in the whole family stays below alpha, whatever depends on what.
*
* @param pValues one a test, between 0 and 1
* @returns adjusted p-values in the same order, at most 1; empty for no tests
* @throws RangeError when a p-value is not between 0 and 1
*/
function holmAdjust(pValues) {
	const ascending = pValues.map((pValue, index) => ({
		pValue: requireProbability(pValue),
		index
	})).sort((left, right) => left.pValue - right.pValue);
	const adjusted = new Array(pValues.length);
	let largest = 0;
	for (const [rank, { pValue, index }] of ascending.entries()) {
		largest = Math.max(largest, Math.min(1, (pValues.length - rank) * pValue));
		adjusted[index] = largest;
	}
	return adjusted;
}
function requireProbability(pValue) {
	if (pValue >= 0 && pValue <= 1) return pValue;
	throw new RangeError(`A p-value must be between 0 and 1, found ${pValue}.`);
}
// src/statistics/load-remarks.ts
/** Load that differs more than this is not the same test any more. Two runs of the same test differ by less. */
const MAX_LOAD_DIFFERENCE = .1;
/**
* p96 this far above p94 is a step between two groups of requests. A lognormal tail with a standard deviation of 1, which is
* very long, has 1.22: exp(qnorm(.96) - qnorm(.94)) in R.
*/
const MODE_STEP = 1.5;
/** What differs between the load of the two sides, and what makes a percentile unstable. In full sentences. */
function loadRemarks(baseline, candidate) {
	if (baseline.length === 0 || candidate.length === 0) return [];
	return [
		durationRemark(baseline, candidate),
		requestsRemark(baseline, candidate),
		usersRemark(baseline, candidate),
		modeRemark([...candidate, ...baseline])
	].filter((remark) => remark !== null);
}
function durationRemark(baseline, candidate) {
	const sides = sidesOf(baseline, candidate, ({ run }) => run.durationMs);
	if (sides === null || !isDifferent(sides)) return null;
	const seconds = (ms) => `${(ms / 1e3).toFixed(ms < 1e4 ? 1 : 0)} s`;
	return `The load test ran for ${seconds(sides.now)}, and for ${seconds(sides.before)} in the baseline. A shorter test has more of its warm-up in it: run both for the same time.`;
}
function requestsRemark(baseline, candidate) {
	const sides = sidesOf(baseline, candidate, (run) => statOf(run, "http_reqs", "rate"));
	if (sides === null || !isDifferent(sides)) return null;
	const more = sides.now > sides.before ? "more" : "fewer";
	const looks = sides.now > sides.before ? "slower" : "faster";
	return `The service got ${sides.now.toFixed(1)} requests a second, and ${sides.before.toFixed(1)} in the baseline. Under ${more} requests a service looks ${looks} than it is: use an arrival-rate executor, so that both sides get the same load.`;
}
function usersRemark(baseline, candidate) {
	const sides = sidesOf(baseline, candidate, (run) => statOf(run, "vus_max", "value") ?? statOf(run, "vus_max", "max"));
	if (sides === null || !isDifferent(sides)) return null;
	return `The load test had up to ${sides.now} virtual users, and ${sides.before} in the baseline. Either its options changed, or it needed more users because the service was slower.`;
}
function modeRemark(runs) {
	const steps = runs.flatMap((run) => {
		const p94 = statOf(run, "http_req_duration", "p94");
		const p96 = statOf(run, "http_req_duration", "p96");
		return p94 === null || p96 === null || p94 <= 0 ? [] : [p96 / p94];
	});
	const largest = Math.max(0, ...steps);
	if (largest < MODE_STEP) return null;
	return `The p95 stands on a step: p96 is ${largest.toFixed(1)} times p94, so about one request in twenty belongs to a slow group. A small change in the number of slow requests moves the p95 far. Look at p90 and p99, or measure the slow requests as an endpoint of their own.`;
}
function sidesOf(baseline, candidate, read) {
	const before = baseline.flatMap((run) => read(run) ?? []);
	const now = candidate.flatMap((run) => read(run) ?? []);
	return before.length === 0 || now.length === 0 ? null : {
		before: median(before),
		now: median(now)
	};
}
function isDifferent({ before, now }) {
	return Math.abs(now - before) > MAX_LOAD_DIFFERENCE * Math.max(before, now);
}
function statOf({ run }, metric, stat) {
	return run.measurements.find((one) => one.metric === metric && one.endpoint === null)?.stats.get(stat) ?? null;
}
// src/statistics/moved-alike.ts
/** Fewer series move together by chance. */
const MIN_SERIES = 5;
/** The share of the series that must move the same way. */
const MIN_SHARE = .8;
/** Smaller moves are noise on any machine. */
const MIN_MOVE_LOG = Math.log(1.02);
/**
* What to say where nearly all gated series of one machine moved the same way by a similar size (half to one and a half of
* their median): one cause is more likely than many, and a slow machine is one. It is never subtracted: a change to what
* all of them share looks the same.
*
* @returns a sentence for each service that shared such a machine
*/
function movedAlike(evidence) {
	const remarks = /* @__PURE__ */ new Map();
	for (const services of machines(evidence)) {
		const remark = remarkOn(services);
		if (remark !== null) for (const { service } of services) remarks.set(service, remark);
	}
	return remarks;
}
/** Services by the machine of their candidate. Where both sides shared the machine, it cannot be the reason. */
function machines(evidence) {
	const byJob = /* @__PURE__ */ new Map();
	for (const one of evidence) {
		if (one.design === "pairs" || one.design === "runs" || one.candidateRuns.length === 0) continue;
		const jobs = [...new Set(one.candidateRuns.map(({ jobId }) => jobId))].toSorted();
		const key = JSON.stringify(jobs);
		byJob.set(key, [...byJob.get(key) ?? [], one]);
	}
	return [...byJob.values()];
}
function remarkOn(services) {
	const moves = services.flatMap(({ comparisons }) => comparisons.flatMap(({ role, better, estimate }) => role === "other" || estimate === null ? [] : [Math.log1p(estimate.changeRatio) * (better === "higher" ? -1 : 1)]));
	if (moves.length < MIN_SERIES) return null;
	const centre = median(moves);
	const alike = moves.filter((move) => Math.abs(move - centre) <= Math.abs(centre) / 2);
	if (Math.abs(centre) < MIN_MOVE_LOG || alike.length < MIN_SHARE * moves.length) return null;
	const word = centre > 0 ? "slower" : "faster";
	const size = (100 * Math.abs(Math.expm1(centre))).toFixed(1);
	return `The whole machine looks ${word}: ${alike.length} of ${moves.length} gated series became ${word} by about ${size} %. A change to something that all of them use looks the same, so nothing was subtracted. Run both versions in the same job, in turns, to tell the two apart.`;
}
// src/statistics/k6-standard-error.ts
/**
* Standard error of a p95 by its order statistic is sqrt(.05 * .95 / N) / density. With an exponential tail between
* p90 and p95 the density at p95 is .05 * ln 2 / (p95 - p90). Together: 6.28856.
*/
const TAIL_FACTOR = Math.sqrt(.0475) / (.05 * Math.LN2);
/**
* How uncertain the p95 of one run is because it rests on a limited number of requests, as a share of the p95
* (so also the standard deviation of its logarithm). It assumes independent requests. Requests under load are not:
* multiply by the square root of the design effect (we measured 1.6).
*
* @returns null when the tail has no usable shape: a value is not finite, p95 is not above 0, p95 is below p90, or
* there are no requests
*/
function k6RelativeStandardError({ p90, p95, count }) {
	if (!(p95 > 0 && p95 < 1e400 && p90 <= p95 && p90 >= 0 && count > 0 && count < 1e400)) return null;
	return TAIL_FACTOR * (p95 - p90) / (p95 * Math.sqrt(count));
}
// src/statistics/reading.ts
/** A reader for one comparison: hundreds of series are read from the same runs, and a search for each would take longest. */
function seriesReader() {
	const find = measurementFinder();
	return {
		read([first, ...rest], key) {
			const reading = readingOf(find(first, key), key.stat);
			return rest.length === 0 ? reading : together(reading, rest, (run) => readingOf(find(run, key), key.stat));
		},
		samplingError(group, key) {
			return Math.max(...group.map((run) => samplingErrorOf(find(run, key), key.stat)));
		}
	};
}
/**
* Finds a measurement in a run. Runs of one load test list their measurements in the same order, so it is mostly at the
* place where the last one was. Where it is not, an index keeps thousands of endpoints in any order from taking forever.
*/
function measurementFinder() {
	const indexes = /* @__PURE__ */ new Map();
	let place = 0;
	return (run, { metric, endpoint }) => {
		const { measurements } = run.run;
		const here = measurements[place];
		if (here?.metric === metric && here.endpoint === endpoint) return here;
		const index = indexes.get(run) ?? indexOf(run);
		indexes.set(run, index);
		place = index.get(metric)?.get(endpoint) ?? place;
		const found = measurements[place];
		return found?.metric === metric && found.endpoint === endpoint ? found : void 0;
	};
}
function indexOf({ run }) {
	const index = /* @__PURE__ */ new Map();
	for (const [place, { metric, endpoint }] of run.measurements.entries()) {
		const ofMetric = index.get(metric);
		if (ofMetric === void 0) index.set(metric, /* @__PURE__ */ new Map([[endpoint, place]]));
		else if (!ofMetric.has(endpoint)) ofMetric.set(endpoint, place);
	}
	return index;
}
function readingOf(measurement, stat) {
	if (measurement === void 0) return { kind: "absent" };
	const { stats, unusable, unit, population, sampleCount } = measurement;
	const reason = unusable.size === 0 ? void 0 : unusable.get(stat);
	if (reason !== void 0) return {
		kind: "unusable",
		reason
	};
	const value = stats.get(stat);
	if (value === void 0) return { kind: "absent" };
	if (!Number.isFinite(value) || value < 0 || unit === "ratio" && value > 1) return {
		kind: "unusable",
		reason: `it is ${value}`
	};
	return {
		kind: "value",
		value,
		unit,
		population,
		sampleCount
	};
}
/** The first bad reading of all runs; otherwise the median. */
function together(first, rest, read) {
	const readings = [first, ...rest.map(read)];
	const unusable = readings.find(({ kind }) => kind === "unusable");
	if (unusable !== void 0) return unusable;
	const values = [];
	let all = first;
	for (const reading of readings) {
		if (reading.kind !== "value" || all.kind !== "value") return { kind: "absent" };
		values.push(reading.value);
		all = bothOf(all, reading);
	}
	return all.kind === "value" ? {
		...all,
		value: median(values)
	} : all;
}
function bothOf(left, right) {
	const known = left.sampleCount !== null && right.sampleCount !== null;
	return {
		kind: "value",
		value: left.value,
		unit: left.unit === right.unit ? left.unit : "none",
		population: left.population === right.population ? left.population : "all",
		sampleCount: known ? Math.min(left.sampleCount, right.sampleCount) : null
	};
}
/** The design effect of requests under load: how much more a p95 varies than independent requests would make it. Measured. */
const DESIGN_EFFECT = 1.6;
function samplingErrorOf(measurement, stat) {
	if (measurement === void 0) return 0;
	const { stats, sampleCount } = measurement;
	const value = stats.get(stat) ?? 0;
	const known = measurement.standardErrors?.get(stat);
	if (known !== void 0 && value > 0) return known / value;
	const p90 = stats.get("p90");
	if (stat !== "p95" || p90 === void 0 || sampleCount === null) return 0;
	return DESIGN_EFFECT * (k6RelativeStandardError({
		p90,
		p95: value,
		count: sampleCount
	}) ?? 0);
}
// src/statistics/rerun-plan.ts
/** Pocock's constant for looks at 30, 50, 70 and 100 % of the data is z = 2.056: https://doi.org/10.1093/biomet/64.2.191 */
const ALPHA_EACH_LOOK = .02;
// src/statistics/series-of-service.ts
/** The percentiles that a report shows of a latency that is gated. */
const LATENCY_STATS = [
	"p50",
	"p95",
	"p99"
];
/**
* All series of one service, in a fixed order: those of the candidate, and those that it is expected to have too.
* The primary series are always among them, whether any run has them or not.
*
* @param expected the newest baseline unit: an endpoint that only older stored runs have was removed on purpose, on the
* default branch, and is not missed
*/
function seriesOfService(service, primary, candidate, expected) {
	const measured = [...candidate, ...expected].flatMap(({ run }) => run.measurements.flatMap((measurement) => {
		const { metric, endpoint, unit, better } = measurement;
		return statsOf(measurement, primary).map((stat) => {
			const series = {
				service,
				endpoint,
				metric,
				stat,
				unit,
				better
			};
			return {
				series,
				role: roleOf(series, primary)
			};
		});
	}));
	const absent = primary.map(({ metric, stat }) => absentPrimary(service, metric, stat));
	return [...new Map([...absent, ...measured.toReversed()].map((one) => [placeOf(one), one]))].toSorted(([left], [right]) => compareText(left, right)).map(([, one]) => one);
}
function absentPrimary(service, metric, stat) {
	return {
		role: "primary",
		series: {
			service,
			endpoint: null,
			metric,
			stat,
			unit: metric.endsWith("_duration") ? "ms" : "none",
			better: "lower"
		}
	};
}
function statsOf({ metric, endpoint, kind, stats, unusable, better }, primary) {
	const gated = primary.filter((series) => series.metric === metric).map(({ stat }) => stat);
	if (gated.length > 0) {
		const shown = kind === "trend" ? LATENCY_STATS.filter((stat) => stats.has(stat) || unusable.has(stat)) : [];
		return [.../* @__PURE__ */ new Set([...gated, ...shown])];
	}
	if (metric === "http_req_duration") return LATENCY_STATS.filter((stat) => stats.has(stat) || unusable.has(stat));
	if (endpoint !== null || better === "neither") return [];
	if (kind === "trend") return stats.has("p95") ? ["p95"] : [];
	if (kind === "rate" || metric === "http_reqs") return stats.has("rate") ? ["rate"] : [];
	if (kind === "gauge") return stats.has("value") ? ["value"] : [];
	return [];
}
function roleOf(key, primary) {
	if (!primary.some(({ metric, stat }) => metric === key.metric && stat === key.stat)) return "other";
	return key.endpoint === null ? "primary" : "endpoint";
}
/** Primary series first, then endpoints by name: never the order of files. The same text for the same series. */
function placeOf({ role, series }) {
	return JSON.stringify([
		role === "primary" ? 0 : role === "endpoint" ? 1 : 2,
		series.endpoint,
		series.metric,
		series.stat
	]);
}
// src/statistics/compare-services.ts
/** One-sided error rate of every bound, for data that are looked at once. */
const ALPHA = .05;
/**
* Compares every service that is known from the results, the policy or the store. Services come in the order of their
* names. Nothing is left out: what cannot be compared is in the evidence with its reason.
*/
function compareServices(input) {
	const drafts = draftServices(input);
	const settled = settleAll(drafts.flatMap((draft) => draft.drafts));
	const judged = drafts.map(({ evidence, drafts: own }) => {
		const comparisons = own.flatMap((draft) => settled.get(draft) ?? []);
		return {
			...evidence,
			differences: [...evidence.differences, ...populationDifference(comparisons)],
			comparisons
		};
	});
	const alike = movedAlike(judged);
	return judged.map((one) => ({
		...one,
		remarks: [...one.remarks, ...[alike.get(one.service) ?? []].flat()]
	}));
}
/** Everything but the verdicts that depend on each other. */
function draftServices(input) {
	const runs = sortedRuns(input.collected.runs);
	return servicesOf(input).map((service) => draftService(service, runs.filter((run) => run.service === service), input));
}
/** The comparisons of all drafts: Holm over all primaries, and over all endpoints, so that the few do not pay for the many. */
function settleAll(drafts) {
	const open = drafts.filter((draft) => draft.kind === "open");
	const family = (role) => open.filter(({ facts }) => facts.role === role);
	return new Map([
		...drafts.flatMap((draft) => draft.kind === "closed" ? [[draft, draft.comparison]] : []),
		...corrected(family("primary")),
		...corrected(family("endpoint")),
		...family("other").map((draft) => [draft, settle(draft, draft.worse.pValue, 1)])
	]);
}
function corrected(family) {
	const pValues = holmAdjust(family.map(({ worse }) => worse.pValue));
	return family.map((draft, index) => [draft, settle(draft, pValues[index] ?? 1, family.length)]);
}
function servicesOf({ collected, lookup, ancestry, namedServices }) {
	const stored = lookup?.kind === "found" ? [...lookup.services].flatMap(([service, runs]) => atOrBeforeAnchor(runs, ancestry).length > 0 ? [service] : []) : [];
	const refused = collected.refusals.flatMap(({ service }) => service ?? []);
	const measured = collected.runs.map(({ service }) => service);
	return [.../* @__PURE__ */ new Set([
		...measured,
		...refused,
		...namedServices,
		...stored
	])].toSorted(compareText);
}
function draftService(service, runs, input) {
	const { collected, origin, lookup, ancestry, namedServices } = input;
	const policy = input.policyFor(service);
	const candidate = runs.filter(({ variant }) => variant === "candidate");
	const beside = runs.filter(({ variant }) => variant === "baseline");
	const refusals = collected.refusals.filter((refusal) => refusal.service === service);
	const known = namedServices.includes(service) || lookup?.kind === "found" && lookup.services.has(service);
	const primaries = policy.primary.map((primary) => ({
		...primary,
		endpoint: null
	}));
	const reader = seriesReader();
	const baseline = baselineSide({
		service,
		candidate,
		beside,
		origin,
		lookup,
		ancestry,
		known,
		primaries,
		reader
	});
	const series = seriesOfService(service, policy.primary, candidate, baseline.expected);
	const mayBeAbsent = candidate.length === 0 && refusals.length === 0 && input.isUntouched(service);
	const drift = driftOf(series, baseline, input.drift ?? null, {
		service,
		policy,
		reader,
		lookup
	});
	return {
		evidence: {
			service,
			known,
			baselineState: baseline.state,
			design: baseline.sides.design,
			candidateRuns: candidate,
			baselineRuns: baseline.runs,
			refusals,
			window: baseline.window,
			history: baseline.history,
			differences: baseline.differences,
			drift,
			remarks: [...baseline.sides.remarks, ...loadRemarks(baseline.sides.baseline.flat(), candidate)]
		},
		drafts: series.map((one) => {
			const draft = draftSeries(one, baseline, reader, refusals, policy, input);
			return mayBeAbsent ? notRun(draft) : draft;
		})
	};
}
function driftOf(series, { window, sides }, anchor, { service, policy, reader, lookup }) {
	if (anchor === null || window === null || lookup?.kind !== "found") return null;
	const primaries = series.flatMap((one) => one.role === "primary" ? [one.series] : []);
	const stored = lookup.services.get(service) ?? [];
	return driftSince(anchor, {
		series: primaries,
		now: sides.baseline,
		stored,
		policy,
		reader
	});
}
function draftSeries({ series, role }, baseline, reader, refusals, policy, input) {
	const draft = compareSeries(series, role, {
		...baseline.sides,
		reader,
		history: baseline.history?.jobs.map(({ runs: group }) => group) ?? [],
		limitRatio: input.limitFor(policy, series.endpoint),
		minDelta: policy.minDelta,
		minTailSamples: policy.minTailSamples,
		alpha: input.confirmation ? ALPHA_EACH_LOOK : ALPHA
	});
	if (draft.kind === "open") return draft;
	return {
		kind: "closed",
		comparison: {
			...draft.comparison,
			...explained(draft.comparison, baseline, refusals)
		}
	};
}
/** Every series of a service that did not have to be measured. */
function notRun(draft) {
	if (draft.kind === "open") return draft;
	const reason = "The change touches none of the paths of this service.";
	return {
		kind: "closed",
		comparison: {
			...draft.comparison,
			verdict: "not-run",
			reason
		}
	};
}
/** What the series alone cannot know: why its baseline or its candidate is not there. */
function explained({ verdict }, { state, differences }, refusals) {
	if (verdict === "missing" && refusals.some(({ variant }) => variant === "candidate")) return {
		verdict: "invalid",
		reason: "Results of this service could not be used."
	};
	if (verdict !== "new") return null;
	if (state === "unreadable") return {
		verdict: "invalid",
		reason: "The stored baseline cannot be read."
	};
	if (refusals.some(({ variant }) => variant === "baseline")) return {
		verdict: "invalid",
		reason: "The baseline results could not be used."
	};
	if (differences.length === 0) return null;
	return {
		verdict: "not-comparable",
		reason: differences.map(({ message }) => message).join(" ")
	};
}
/** A primary series whose two sides count different requests is a difference between the sides as a whole. */
function populationDifference(comparisons) {
	const mixed = comparisons.find(({ role, verdict, estimate, runs }) => role === "primary" && verdict === "not-comparable" && estimate === null && runs.baseline > 0);
	return mixed === void 0 ? [] : [{
		kind: "changed-population",
		message: mixed.reason ?? ""
	}];
}
// src/gate.ts
/**
* The whole product, top to bottom: each line takes what the lines above returned. Between reading and the report
* everything is pure, so the same input gives the same verdict, and nothing that fails afterwards can change it.
*/
async function runGate({ policy, context, origin }, edges) {
	const sets = await edges.readResults();
	const collected = await collectAll(sets);
	const changedFiles = namesPaths(policy) ? await edges.readChangedFiles?.() ?? null : null;
	const lookup = await edges.loadBaseline();
	const evidence = compareServices({
		collected,
		origin,
		lookup,
		ancestry: await edges.readAncestry(lookup, collected),
		namedServices: policy.namedServices,
		policyFor: (service) => servicePolicy(policy, service),
		isUntouched: (service) => !isTouched(servicePolicy(policy, service), changedFiles),
		limitFor
	});
	const findings = checkRules(evidence, policy, RULES);
	const override = await overrideFor({
		findings,
		evidence
	}, policy, edges);
	const absence = sets.map((set) => set.absence ?? null).find((reason) => reason !== null) ?? null;
	const verdict = decide({
		evidence,
		findings,
		lookup,
		refusals: collected.refusals,
		absence,
		policy,
		override
	});
	return {
		verdict,
		report: renderReport(verdict, context),
		collected
	};
}
async function collectAll(sets) {
	const all = await Promise.all(sets.map(({ files, options }) => collectRuns(files, {
		...options,
		formats: FORMATS
	})));
	return {
		runs: all.flatMap(({ runs }) => runs),
		refusals: [...sets, ...all].flatMap(({ refusals }) => refusals)
	};
}
async function overrideFor(overridable, policy, edges) {
	if (!overridable.findings.some(({ level }) => level === "fail")) return { kind: "none" };
	const facts = await edges.readOverrideFacts();
	return facts === null ? { kind: "none" } : decideOverride(facts, policy.override, overridable);
}
export { require_utils$1 as i, parseMarker as n, require_picomatch as r, runGate as t };
