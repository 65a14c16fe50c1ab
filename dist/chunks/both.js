import { r as __toESM, t as __commonJSMin } from "./rolldown-runtime.js";
// \0builtin:fs/promises
var require_promises = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:fs/promises");
}));
// \0builtin:fs
var require__builtin_fs = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:fs");
}));
// \0builtin:path
var require__builtin_path = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:path");
}));
// node_modules/picomatch/lib/constants.js
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
// node_modules/picomatch/lib/utils.js
var require_utils = /* @__PURE__ */ __commonJSMin(((exports) => {
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
// node_modules/picomatch/lib/scan.js
var require_scan = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const utils = require_utils();
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
// node_modules/picomatch/lib/parse.js
var require_parse = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const constants = require_constants();
	const utils = require_utils();
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
// node_modules/picomatch/lib/picomatch.js
var require_picomatch = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const scan = require_scan();
	const parse = require_parse();
	const utils = require_utils();
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
// src/model/series.ts
/** Only what names the series. */
function seriesId({ service, endpoint, metric, stat }) {
	return {
		service,
		endpoint,
		metric,
		stat
	};
}
function isSameSeries(one, other) {
	return one.service === other.service && isSameInService(one, other);
}
/** Whether two series of one service are the same. */
function isSameInService(one, other) {
	return one.endpoint === other.endpoint && one.metric === other.metric && one.stat === other.stat;
}
/** The comparison that a finding is about; undefined: it is about several, or about something that was not compared. */
function comparisonOf(finding, evidence) {
	return evidence.find(({ service }) => service === finding.service)?.comparisons.find((comparison) => isSameSeries(comparison, finding));
}
/** A key that is equal for equal series, for maps and for sorting by name. */
function seriesKey({ service, endpoint, metric, stat }) {
	return JSON.stringify([
		service,
		endpoint,
		metric,
		stat
	]);
}
/** `p95 of http_req_duration of GET /orders`: in messages of the JSON report and of policies, where readers look for the metric. */
function messageName({ metric, stat, endpoint }) {
	return `${stat} of ${metric}${endpoint === null ? "" : ` of ${endpoint}`}`;
}
/** By UTF-16 unit: the same order on every machine, whatever its language. */
function compareText(left, right) {
	if (left === right) return 0;
	return left < right ? -1 : 1;
}
/** A change with its sign towards the worse: positive is worse. If the direction is not known, the sign stays. */
function worseBy({ better }, change) {
	return better === "higher" ? 0 - change : change;
}
/** The bounds of a range as changes for the worse: the least and the most. */
function worseBounds({ better }, { lower, upper }) {
	return better === "higher" ? {
		least: -upper,
		most: -lower
	} : {
		least: lower,
		most: upper
	};
}
/** How much worse the estimate is, for metrics of both directions. null: there is no estimate. */
function worseningOf({ better, estimate }) {
	if (estimate === null) return null;
	return better === "neither" ? Math.abs(estimate.changeRatio) : worseBy({ better }, estimate.changeRatio);
}
// src/model/text.ts
/** text`${name(service)} has ${count} runs`: the words between the values are ours, and a bare string is not trusted. */
function text(words, ...values) {
	return words.flatMap((word, at) => [...word === "" ? [] : [{ words: word }], ...partsOf(values[at] ?? "")]);
}
/** Joins sentences with spaces, without those that are empty or null. */
function sentences(...all) {
	return all.filter((one) => one !== null).filter((one) => one.length > 0).flatMap((one, index) => index === 0 ? one : [{ words: " " }, ...one]);
}
function name(one) {
	return { name: one };
}
function code$1(one) {
	return { code: one };
}
function series({ service, endpoint, metric, stat, quantity }) {
	return { series: {
		service,
		endpoint,
		metric,
		stat,
		...quantity === void 0 ? {} : { quantity }
	} };
}
/** Joins texts with the same words between them. */
function joined(all, between) {
	return all.flatMap((one, at) => [...at === 0 ? [] : between, ...partsOf(one)]);
}
/** `` `a`, `b` and 7 more ``: as many names as a message holds. */
function names(all) {
	return listed(all.map(name), MAX_NAMES);
}
const MAX_NAMES = 5;
function listed(all, most) {
	const shown = joined(all.slice(0, most), text`, `);
	return all.length > most ? text`${shown} and ${all.length - most} more` : shown;
}
/** `a, b and c`: all of them. */
function enumerated(all, word = "and") {
	const [last] = all.slice(-1);
	if (last === void 0 || all.length === 1) return last === void 0 ? [] : partsOf(last);
	return text`${joined(all.slice(0, -1), text`, `)} ${{ words: word }} ${last}`;
}
function written(parts, writer) {
	return parts.map((part) => writtenPart(part, writer)).join("");
}
function writtenPart(part, writer) {
	if (typeof part === "string") return writer.message(part);
	if ("words" in part) return part.words;
	if ("number" in part) return `${part.number}`;
	if ("name" in part) return writer.name(part.name);
	return "code" in part ? writer.code(part.code) : writer.series(part.series);
}
/** The text for stores and for the JSON report, in which nothing is markup. */
function plainText(parts) {
	return written(parts, AS_IT_IS);
}
const AS_IT_IS = {
	name: (one) => one,
	code: (one) => `\`${one}\``,
	series: messageName,
	message: (sentence) => sentence
};
/** A key that is equal for texts that only differ in their numbers. */
function withoutNumbers(parts) {
	return plainText(parts.map((part) => typeof part !== "string" && "number" in part ? { words: "#" } : part));
}
/** Each text once. */
function distinct(all) {
	return [...new Map(all.map((one) => [plainText(one), one])).values()];
}
/** The text with its names and finished sentences changed, for example shortened. */
function withValues(parts, change) {
	return parts.map((part) => {
		if (typeof part === "string") return change(part);
		if ("name" in part) return { name: change(part.name) };
		return "code" in part ? { code: change(part.code) } : part;
	});
}
/** Whether a text says which service it is about. */
function saysService(parts, service) {
	return parts.some((part) => typeof part !== "string" && ("series" in part && part.series.service === service || "name" in part && part.name === service));
}
/** The text with a capital letter at its start, if it starts with our own words: for a text that stands alone. `k6` and `p95` stay as they are. */
function capitalized([first, ...rest]) {
	if (first === void 0 || typeof first === "string" || !("words" in first)) return first === void 0 ? [] : [first, ...rest];
	return [{ words: first.words.replace(/^[a-z](?!\d)/, (letter) => letter.toUpperCase()) }, ...rest];
}
function partsOf(value) {
	if (typeof value === "number") return [{ number: value }];
	if (typeof value === "string") return value === "" ? [] : [value];
	return isText(value) ? value : [value];
}
/** Whether a value is a text: of the possible values, only a text is a list. */
function isText(value) {
	return Array.isArray(value);
}
// src/model/errors.ts
/**
* An error that the user can fix: flags, policy, files, permissions. It says what is wrong, where, what was found, and what to
* do. A plain string is untrusted, because all of it may come from outside.
*/
var UserError = class extends Error {
	name = "UserError";
	said;
	/** The message as a text: the file, what is said, and what a program printed. */
	whole;
	/** The name of the file that the error is about, if there are several files. */
	file;
	/** What the program printed that failed: the lines after the message. Empty: it printed nothing, or no program failed. */
	output;
	constructor(said, { file, cause, output = "" } = {}) {
		const sentence = typeof said === "string" ? [said] : said;
		const whole = text`${file === void 0 ? [] : text`${name(file)}: `}${sentence}${output === "" ? "" : `\n${output}`}`;
		super(plainText(whole), cause === void 0 ? {} : { cause });
		this.said = sentence;
		this.whole = whole;
		this.file = file;
		this.output = output;
	}
};
// src/model/blocked-parts.ts
/** What an override would accept, in the order of the findings, worst first. */
function blockedParts({ findings, evidence }) {
	return findings.filter(({ level }) => level === "fail").map((finding) => {
		const { service } = finding;
		const comparison = comparisonOf(finding, evidence);
		const changeRatio = comparison?.estimate?.changeRatio ?? null;
		const worseRatio = changeRatio === null || comparison === void 0 ? changeRatio : worseBy(comparison, changeRatio);
		return {
			service,
			what: comparison === void 0 ? service ?? "the whole gate" : `${comparison.stat} of ${comparison.metric} of ${comparison.service}`,
			changeRatio,
			worseRatio
		};
	});
}
/** The accepted parts, as the record of an override names them. */
function acceptedParts(services) {
	return services.map(({ service, changeRatio }) => {
		return {
			service,
			what: service,
			changeRatio,
			worseRatio: changeRatio === null ? null : Math.abs(changeRatio)
		};
	});
}
/** One entry per service, with its largest change for the worse. */
function largestOfEachService(parts) {
	return [...new Set(parts.flatMap(({ service }) => service ?? []))].map((service) => {
		return {
			service,
			changeRatio: parts.filter((part) => part.service === service && part.worseRatio !== null).toSorted((left, right) => (right.worseRatio ?? 0) - (left.worseRatio ?? 0))[0]?.changeRatio ?? null
		};
	});
}
// src/model/override-command.ts
/**
* At the start of a line, so that a quoted command (`> /perf-override ...`) is not a command. Upper and lower case are equal, and
* it may be written as code.
*/
const COMMAND = /^ {0,3}`?\/perf-override(?![\w-])/im;
const CANCEL = /^ {0,3}`?\/perf-override-cancel(?![\w-])/im;
/** The usual forms: with a colon or a dash, or with the reason on the next line. */
const WITH_REASON = /^ {0,3}`?\/perf-override`?(?:[ \t]*[:–—][ \t]*|[ \t]+[–—-]?[ \t]*|[ \t]*\r?\n\s*)([^\s`].*?)`?[ \t\r]*$/im;
/** The command in a comment; null: there is none. If the same comment also takes the override back, taking back wins. */
function readCommand(body) {
	const text = withoutExamples(body);
	if (CANCEL.test(text)) return { kind: "cancel" };
	if (!COMMAND.test(text)) return null;
	const reason = WITH_REASON.exec(text)?.[1]?.trim() ?? null;
	return {
		kind: "reason",
		reason: reason === null || isPlaceholder(reason) ? null : reason
	};
}
/** A slash or "perf" at the start of a line, and a word like "override" after it. */
const NEAR_COMMAND = /^ {0,3}((?:[*_`\\ ]{0,4}\/ ?(?:perf(?:ormance)?)?|[*_`\\ ]{0,4}perf(?:ormance)?)(?:[-_ ]?gate)?[-_ ]?over{1,3}ide[ns]?(?![\w-])[*_`]{0,2})/im;
/** A misspelt command, as it was written: `/perf override`, `/perf-overide`, or the command in bold. null: there is none. */
function nearCommand(body) {
	return readCommand(body) === null ? NEAR_COMMAND.exec(withoutExamples(body))?.[1]?.trim() ?? null : null;
}
/** Removes blocks of code, which are examples, and HTML comments, which nobody sees. */
function withoutExamples(body) {
	return body.replaceAll("\r\n", "\n").replaceAll(/<!--[\s\S]*?(?:-->|$)/g, "").replaceAll(/^ {0,3}(`{3,}|~{3,}).*\n[\s\S]*?(?:^ {0,3}\1[`~]*[ \t]*$|(?![\s\S]))/gm, "");
}
/** The placeholder of the reason, in the report and in the documentation: `<why this slowdown is acceptable>`. */
function isPlaceholder(text) {
	return /^<[^<>]*>$/.test(text.trim());
}
// src/model/runner-command.ts
/**
* Text of any number of lines in which a runner of GitHub finds no command. It obeys `##[set-output name=x;]y` anywhere in a line, and
* `::set-output name=x::y` at its start, also where a name from a result stands there.
* https://github.com/actions/runner/blob/v2.336.0/src/Runner.Common/ActionCommand.cs
*/
function withoutRunnerCommands(text) {
	return text.replaceAll("##[", `##${ZERO_WIDTH_SPACE}[`).replace(/^[^\S\r\n\u2028\u2029]*::/gmu, `${ZERO_WIDTH_SPACE}::`);
}
/** A zero-width character that breaks up a command. It is invisible, and the runner does not trim it as white space. */
const ZERO_WIDTH_SPACE = "​";
// src/model/secret.ts
/** `https://user:password@host`: the part before the host. */
const USER = /\/\/[^\s/?#@]*@/g;
/** `?page=2&token=abc`: all values, because secrets have too many names to tell them from other values. */
const QUERY_VALUE = /([?&#][^=&?#\s]{1,100}=)[^&#\s"'`<>,;(){}[\]|]+/g;
/**
* Tokens with a known beginning: GitHub, GitLab, Slack, AWS, JSON Web Tokens, and whatever follows `Bearer`.
* https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/
*/
const TOKEN = /\b(gh[pousr]_|github_pat_|glpat-|xox[abeoprs]-|AKIA|eyJ|Bearer +)[\w.~+/=-]{8,}/g;
/**
* A text from outside without what may be a secret: k6 names requests after their address, and addresses hold passwords and
* tokens. A report is public, so this is done where names enter, and again where text leaves.
*/
function withoutSecrets(text) {
	return text.replaceAll(USER, "//").replaceAll(QUERY_VALUE, "$1…").replaceAll(TOKEN, "$1…");
}
// src/model/k6-metrics.ts
/** The metric that services are gated on if neither the policy nor the results name one. */
const REQUEST_DURATION = "http_req_duration";
/** What a script without requests can be gated on. */
const ITERATION_DURATION = "iteration_duration";
const LATENCY = {
	kind: "trend",
	unit: "ms",
	better: "lower",
	zeroIsNormal: false
};
const PHASE = {
	...LATENCY,
	zeroIsNormal: true
};
/** A time that the script itself decides on: sleep, think time, how long a socket stays open. */
const SCRIPTED_TIME = {
	...LATENCY,
	better: "neither"
};
const COUNTER = {
	kind: "counter",
	unit: "per-second",
	better: "neither",
	zeroIsNormal: true
};
const BYTES = {
	...COUNTER,
	unit: "bytes-per-second"
};
/** Work that was done. Under the same load, more work is better. */
const WORK = {
	...COUNTER,
	better: "higher"
};
const WORK_BYTES = {
	...BYTES,
	better: "higher"
};
const GAUGE = {
	kind: "gauge",
	unit: "count",
	better: "neither",
	zeroIsNormal: true
};
const RATE = {
	kind: "rate",
	unit: "ratio",
	better: "neither",
	zeroIsNormal: true
};
const BROWSER_FAILURES = "browser_http_req_failed";
/**
* Metrics that k6 itself makes. Sources: metrics/builtin.go, internal/js/modules/k6/grpc/metrics.go and
* internal/js/modules/k6/browser/k6ext/metrics.go at https://github.com/grafana/k6/tree/v2.2.0,
* https://grafana.com/docs/k6/latest/using-k6/metrics/reference/.
*/
const BUILT_IN = /* @__PURE__ */ new Map([
	[REQUEST_DURATION, {
		...LATENCY,
		quantity: "latency"
	}],
	["http_req_waiting", LATENCY],
	["http_req_blocked", PHASE],
	["http_req_connecting", PHASE],
	["http_req_tls_handshaking", PHASE],
	["http_req_sending", PHASE],
	["http_req_receiving", PHASE],
	["http_req_failed", {
		...RATE,
		better: "lower",
		quantity: "error-share"
	}],
	["http_reqs", {
		...WORK,
		quantity: "throughput"
	}],
	["iterations", {
		...WORK,
		quantity: "work"
	}],
	[ITERATION_DURATION, SCRIPTED_TIME],
	["dropped_iterations", {
		...COUNTER,
		better: "lower",
		quantity: "dropped-work"
	}],
	["checks", {
		...RATE,
		better: "higher",
		quantity: "passed-checks"
	}],
	["group_duration", SCRIPTED_TIME],
	["data_sent", WORK_BYTES],
	["data_received", WORK_BYTES],
	["vus", GAUGE],
	["vus_max", {
		...GAUGE,
		quantity: "virtual-users"
	}],
	["grpc_req_duration", LATENCY],
	["grpc_streams", WORK],
	["grpc_streams_msgs_sent", WORK],
	["grpc_streams_msgs_received", WORK],
	["ws_connecting", LATENCY],
	["ws_ping", LATENCY],
	["ws_session_duration", SCRIPTED_TIME],
	["ws_sessions", WORK],
	["ws_msgs_sent", WORK],
	["ws_msgs_received", WORK],
	["browser_http_req_duration", LATENCY],
	[BROWSER_FAILURES, {
		...RATE,
		better: "lower"
	}],
	["browser_data_sent", WORK_BYTES],
	["browser_data_received", WORK_BYTES],
	["browser_web_vital_lcp", LATENCY],
	["browser_web_vital_inp", LATENCY],
	["browser_web_vital_fid", LATENCY],
	["browser_web_vital_fcp", LATENCY],
	["browser_web_vital_ttfb", LATENCY],
	["browser_web_vital_cls", {
		...PHASE,
		unit: "none"
	}]
]);
/** Latencies that end with a request, so k6 can separate successful and failed requests. */
const REQUEST_TIMES = new Set([...BUILT_IN.keys()].filter((metric) => metric.startsWith("http_req_") && metric !== "http_req_failed"));
/** The traits of a metric that k6 makes itself; null for a metric of the script. */
function builtInTraits(metric) {
	return BUILT_IN.get(metric) ?? null;
}
/** True for the times of an HTTP request, of which k6 keeps the successful requests apart. */
function isRequestTime(metric) {
	return REQUEST_TIMES.has(metric);
}
/** Times that the script itself decides on, so that they say little of the service. */
function isScriptedTime(metric) {
	const traits = BUILT_IN.get(metric);
	return traits?.unit === "ms" && traits.better === "neither";
}
/** The share of failed requests that a browser sent, which k6 writes beside the share of the whole service. */
function isBrowserFailures(metric) {
	return metric.endsWith(BROWSER_FAILURES);
}
/** Metrics that every load test over HTTP has. */
function isOfEveryTest(metric) {
	return /^(?:http_req|vus|data_)/.test(metric);
}
// src/model/quantity.ts
/**
* What a number measures, whatever the name that a tool gives it. The gate and the report use the quantity and never the name of
* one tool.
* - `latency`: how long requests took. `throughput`: requests. `error-share`: the share of them that failed.
* - `duration`: how long one execution of a benchmark takes. `operation-rate`: executions of a benchmark per second.
* - `allocations`: bytes that one execution allocates. It is counted and not timed, so 0 is a valid number.
*/
const QUANTITIES = [
	"latency",
	"throughput",
	"error-share",
	"duration",
	"operation-rate",
	"allocations"
];
/**
* The quantity of a metric. Formats of k6, and stores of older versions, only have the names of k6 metrics.
*
* @returns null: the gate only knows the unit and the direction of the number
*/
function quantityOf({ metric, quantity }) {
	return quantity ?? builtInTraits(metric)?.quantity ?? null;
}
/** Whether it is the number of one benchmark. Benchmarks come and go one by one, as endpoints do, and there are no requests behind them. */
function isOfBenchmark(series) {
	const quantity = quantityOf(series);
	return quantity === "duration" || quantity === "operation-rate" || quantity === "allocations";
}
/** Whether all of this was measured by a benchmark runner: it counts runs of a program, and nobody sent a request. */
function areOfBenchmarks(measured) {
	const quantities = new Set(measured.map(quantityOf));
	return measured.some(isOfBenchmark) && !quantities.has("latency") && !quantities.has("throughput");
}
/** What was measured of one quantity, whatever the tool calls it; undefined: nothing was. endpoint null: the whole service. */
function measuredAs(measured, quantity, endpoint = null) {
	return measured.find((one) => quantityOf(one) === quantity && one.endpoint === endpoint);
}
// src/model/printable.ts
/**
* Untrusted text for one line of a terminal, cut to a length. Control characters could hide a line, and the output may also be the log of
* a job on GitHub: a runner obeys `##[command]` anywhere in a line (see model/runner-command.ts).
*/
function printable(text, maxCharacters = Number.POSITIVE_INFINITY) {
	const plain = text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, "?").replaceAll("##[", "## [");
	return plain.length > maxCharacters ? `${plain.slice(0, maxCharacters - 1)}…` : plain;
}
// src/model/terminal-text.ts
/**
* A text for a terminal, whose output may also be the log of a job on GitHub. A runner obeys `::command::` at the start of a line: see
* model/runner-command.ts. `printable` keeps out everything else that could do harm.
*/
function terminalText(parts) {
	return written(parts, TERMINAL).split("\n").map(withoutCommand).join("\n");
}
/** The same on one line, also where a finished sentence has several. */
function terminalLine(parts) {
	return terminalText(parts).replaceAll("\n", " ");
}
const TERMINAL = {
	name: (one) => printable(one),
	code: (one) => `\`${printable(one)}\``,
	series: (one) => printable(messageName(one)),
	message: (lines) => lines.split(/\r?\n/).map(line).join("\n")
};
function line(text) {
	return printable(text.replaceAll("	", "  "));
}
function withoutCommand(text) {
	return text.replace(/^(\s*)::/u, "$1: :");
}
// src/policy/limit-text.ts
/** Plain decimals only: no sign, no exponent, no `NaN`. What is refused here is never read as 0. */
const QUANTITY = /^(\d{1,12}(?:\.\d{1,12})?) ?([^\d\s.][^\d\s]*)?$/;
const MS_PER_UNIT = /* @__PURE__ */ new Map([
	["us", .001],
	["µs", .001],
	["μs", .001],
	["ms", 1],
	["s", 1e3]
]);
/** Decimal and binary prefixes: https://www.iso.org/standard/87648.html (IEC 80000-13). */
const BYTES_PER_UNIT = /* @__PURE__ */ new Map([
	["B", 1],
	["kB", 1e3],
	["KB", 1e3],
	["MB", 1e6],
	["GB", 1e9],
	["KiB", 1024],
	["MiB", 1024 ** 2],
	["GiB", 1024 ** 3]
]);
/** `5%` → 0.05. More than 100 % is refused: it is nearly always the whole (105 %) where the change (5 %) was meant. */
function parsePercent(raw) {
	const { amount, unit } = split(raw);
	if (amount === null) return error("write a percentage such as `5%`");
	if (unit === "") return error(`it has no unit; for ${amount} percent write \`${amount}%\``);
	if (unit !== "%") return error("write a percentage such as `5%`");
	if (amount > 100) return error("more than 100% is not allowed; write the change, not the whole: `5%`, not `105%`");
	return value(amount / 100);
}
/** `-20%` → -0.2; `+15%` → 0.15. The sign says which direction is meant, so it must be there, and 0 has none. */
function parseChange(raw) {
	const [, sign, rest = ""] = /^([+\-−])(.*)$/.exec(raw.trim()) ?? [];
	if (sign === void 0) return error("write a change with its sign such as `-20%` or `+15%`");
	const parsed = parsePercent(rest);
	if (parsed.kind === "error") return parsed;
	if (parsed.value === 0) return error("a change of 0 is no goal");
	if (sign !== "+" && parsed.value === 1) return error("nothing can become 100% less");
	return value(sign === "+" ? parsed.value : -parsed.value);
}
/** `1pp` (one percentage point) → 0.01. `1%` is refused, because it can mean 1 % more errors than before. */
function parsePercentagePoints(raw) {
	const { amount, unit } = split(raw);
	if (amount === null || unit !== "pp") return error("write percentage points such as `1pp`");
	if (amount > 100) return error("more than 100pp is not possible");
	return value(amount / 100);
}
/** `2ms` → 2; `1.5s` → 1500. In milliseconds. */
function parseDuration(raw) {
	const { amount, unit } = split(raw);
	const ms = MS_PER_UNIT.get(unit);
	if (amount === null || ms === void 0) return error("write a duration with its unit such as `2ms` or `1.5s`");
	return value(amount * ms);
}
/** `14d` or `12h`. In milliseconds. A day is 24 hours. 0 is refused: it would mean "never". */
function parseAge(raw) {
	const { amount, unit } = split(raw);
	const hours = unit === "d" ? 24 : unit === "h" ? 1 : null;
	if (amount === null || amount === 0 || hours === null) return error("write days or hours such as `14d` or `12h`");
	return value(amount * hours * 36e5);
}
/** `0.1/s` → 0.1. 0 is refused: it would be no limit. */
function parseRate(raw) {
	const { amount, unit } = split(raw);
	if (amount === null || amount === 0 || unit !== "/s") return error("write requests per second such as `0.1/s`");
	return value(amount);
}
/** The limit of a budget: `300ms`, `1.5s`, `0.5%`, `100/s`, `512MiB`, `10MB/s` or a plain number, converted to the unit of the metric. */
function parseLimit(raw) {
	const { amount, unit } = split(raw);
	if (amount === null) return error(`write a number with its unit such as ${LIMIT_EXAMPLES}`);
	if (unit === "") return {
		...value(amount),
		unit: "none"
	};
	if (unit === "%") return {
		...value(amount / 100),
		unit: "ratio"
	};
	if (unit === "/s") return {
		...value(amount),
		unit: "per-second"
	};
	const ms = MS_PER_UNIT.get(unit);
	if (ms !== void 0) return {
		...value(amount * ms),
		unit: "ms"
	};
	const perSecond = unit.endsWith("/s");
	const bytes = BYTES_PER_UNIT.get(perSecond ? unit.slice(0, -2) : unit);
	if (bytes === void 0) return error(`the unit \`${unit}\` is not known; write a limit such as ${LIMIT_EXAMPLES}`);
	return {
		...value(amount * bytes),
		unit: perSecond ? "bytes-per-second" : "bytes"
	};
}
const LIMIT_EXAMPLES = "`300ms`, `1.5s`, `0.5%`, `100/s` or `512MiB`";
function split(raw) {
	const [, digits, unit] = QUANTITY.exec(String(raw).trim()) ?? [];
	return {
		amount: digits === void 0 ? null : Number(digits),
		unit: unit ?? ""
	};
}
function value(amount) {
	return {
		kind: "value",
		value: amount
	};
}
function error(problem) {
	return {
		kind: "error",
		problem
	};
}
// node_modules/picomatch/posix.js
var require_posix = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = require_picomatch();
}));
// src/model/address.ts
var import_posix = /* @__PURE__ */ __toESM(require_posix(), 1);
/**
* The scheme, host and port of an address: `https://shop.test:8080` in `https://shop.test:8080/orders`. k6 names a request by its
* whole address unless the script gives it a name, and a threshold may select it by its `url`.
*/
const ADDRESS = /^(?:url:)?(?:https?|wss?):\/\/[^/?#]+/i;
/** The scheme, host and port that the name of an endpoint begins with; null: it begins with none. */
function addressOf(name) {
	return ADDRESS.exec(name)?.[0] ?? null;
}
/**
* The address without scheme, host and port: `/orders` for `https://shop.test/orders`. A name that is no address stays unchanged.
*/
function withoutAddress(name) {
	const path = name.replace(ADDRESS, "");
	return path === "" ? "/" : path;
}
// src/policy/service-policy.ts
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
/**
* Whether a service or endpoint name matches a pattern of the policy. Equal text always matches, whatever characters it has. Where
* both sides have addresses of their own, endpoints go by their paths, and so does a pattern with an address.
*/
function matchesName(pattern, name) {
	if (pattern === name || import_posix.default.isMatch(name, pattern, NAME_OPTIONS)) return true;
	return name.startsWith("/") && addressOf(pattern) !== null && matchesName(withoutAddress(pattern), name);
}
/**
* Whether a change touches a service, so that its results must be there. A service without `paths` is always touched,
* and so is every service when the changed files are not known (null).
*/
function isTouched(policy, changedFiles) {
	if (policy.paths.length === 0 || changedFiles === null) return true;
	const matches = (0, import_posix.default)(policy.paths.flatMap(patternsOf), PATH_OPTIONS);
	return changedFiles.some((file) => matches(file));
}
/**
* Git and GitHub name files from the root of the repository, without `./` or `/` before them, and name files only. A pattern that is
* written as people write folders would match nothing, and the results of the service could be absent unseen.
*/
function patternsOf(path) {
	const fromRoot = path.replace(/^(?:\.?\/)+/, "");
	return fromRoot.endsWith("/") || !import_posix.default.scan(fromRoot).isGlob ? [fromRoot, `${fromRoot.replace(/\/+$/, "")}/**`] : [fromRoot];
}
/** Whether any service may be absent because of what a change touches, so that the changed files must be known. */
function namesPaths({ defaults, services }) {
	return [defaults, ...services.map(({ policy }) => policy)].some(({ paths }) => paths.length > 0);
}
// src/model/verdict.ts
function isBlocking(outcome) {
	return outcome === "invalid" || outcome === "fail" || outcome === "pending";
}
// src/policy/default-policy.ts
/** What holds for every service where no policy file says otherwise. */
const DEFAULT_SERVICE_POLICY = {
	maxRegressionRatio: .05,
	minDelta: 0,
	maxErrorRateIncrease: .01,
	maxDroppedRatio: .01,
	minTailSamples: 20,
	primary: [{
		metric: REQUEST_DURATION,
		stat: "p95"
	}],
	endpoints: [],
	budgets: [],
	goals: [],
	levels: {},
	paths: [],
	ownCode: [],
	read: {
		excludeFirstMs: 0,
		excludeLastMs: 0,
		scenarios: null,
		tags: /* @__PURE__ */ new Map(),
		maxEndpoints: 500,
		endpointGroups: []
	},
	objective: null,
	watch: null,
	owner: null,
	runbookUrl: null,
	container: {
		namespace: null,
		name: null
	}
};
/** How a deployment is watched where the policy does not say it. `version` and `pod` are what most scrape configurations call them. */
const DEFAULT_WATCH = {
	name: null,
	versionLabel: "version",
	podLabel: "pod",
	labels: /* @__PURE__ */ new Map(),
	environment: "production"
};
/** What an objective leaves open. Below one request in ten seconds, five minutes hold fewer than 30 requests. */
const DEFAULT_OBJECTIVE = {
	maxErrorRatio: .01,
	minRatePerS: .1
};
/**
* The buckets are the defaults of the client libraries, which the OpenTelemetry advice for HTTP comes close to:
* https://pkg.go.dev/github.com/prometheus/client_golang/prometheus#DefBuckets. `code` is the label of its promhttp.
*/
const DEFAULT_MONITORING = {
	histogram: "http_request_duration_seconds",
	counter: null,
	serviceLabel: "service",
	statusLabel: "code",
	errorStatus: "5..",
	bucketsMs: [
		5,
		10,
		25,
		50,
		100,
		250,
		500,
		1e3,
		2500,
		5e3,
		1e4
	]
};
/** Triage may set labels but not merge, so it may not override: https://docs.github.com/en/organizations/managing-user-access-to-your-organizations-repositories/managing-repository-roles/repository-roles-for-an-organization */
const DEFAULT_OVERRIDE_POLICY = {
	label: "perf-override",
	secondPerson: "auto",
	roles: [
		"write",
		"maintain",
		"admin"
	],
	minReasonLength: 10,
	approval: "none",
	services: [],
	maxRegressionRatio: null,
	expiresMs: null,
	bots: []
};
/** The policy where there is no policy file. Needs neither the YAML parser nor the schema, which cost start-up time. */
function defaultPolicy(inputs) {
	return {
		source: null,
		namedServices: [],
		tools: [],
		retired: [],
		defaults: {
			...DEFAULT_SERVICE_POLICY,
			maxRegressionRatio: inputs.maxRegressionRatio ?? DEFAULT_SERVICE_POLICY.maxRegressionRatio
		},
		services: [],
		override: {
			...DEFAULT_OVERRIDE_POLICY,
			label: inputs.overrideLabel ?? DEFAULT_OVERRIDE_POLICY.label
		},
		confirmation: null,
		drift: null,
		enforce: true,
		monitoring: DEFAULT_MONITORING,
		templates: null
	};
}
// src/report/escape.ts
/**
* The only place that escapes for the report.
* Names and messages come from result files, pull requests and policies, so all of them are hostile here. On GitHub a name
* could ping people, close issues, load images, break a table or pose as the report itself. A code span stops all of
* that: the filters for mentions, references and emoji skip `code`.
* https://github.com/gjtorikian/html-pipeline (the mention filter ignores pre, code and a)
*/
/** Longer names are cut, because a comment has a size limit. */
const MAX_NAME_CODE_POINTS = 120;
/** Longer than any message that the gate writes. */
const MAX_PROSE_CODE_POINTS = 700;
/**
* An untrusted name as a Markdown code span that is safe in a table cell, in a list and in a sentence. If a name contains a backslash
* before a pipe, a similar character replaces the pipe: escaped, the pipe would have two backslashes before it, and then GitHub keeps the
* cell whole, but marked, which writes the HTML page, cuts the cell in two.
*/
function code(name) {
	const text = plain(name, MAX_NAME_CODE_POINTS).replaceAll("\\|", "\\∣").replaceAll("|", "\\|");
	const longestFence = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
	const fence = "`".repeat(longestFence + 1);
	const padding = text.startsWith("`") || text.endsWith("`") ? " " : "";
	return `${fence}${padding}${text}${padding}${fence}`;
}
/** The line under the header of a table: https://github.github.com/gfm/#delimiter-row */
const DELIMITER_ROW = /^[ |:-]*-[ |:-]*$/m;
/**
* A whole page without the backslashes that `code` writes before pipes, but for its tables. Only there GitHub takes the backslash away;
* elsewhere it would be shown. A name cannot begin a table, because no name is a whole line.
*/
function withPlainPipes(markdown) {
	return markdown.split("\n\n").map((block) => DELIMITER_ROW.test(block) ? block : block.replaceAll("\\|", "|")).join("\n\n");
}
/** An untrusted name as HTML, for places where Markdown is not read, such as the title of a fold. */
function htmlCode(name) {
	return `<code>${escapedXml(plain(name, MAX_NAME_CODE_POINTS))}</code>`;
}
/** A text for HTML and SVG, between tags or in double quotes. */
function escapedXml(text) {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\"", "&quot;");
}
/**
* Untrusted text without control characters, line breaks, changes of writing direction, invisible characters and secrets. Cut to
* `maxCodePoints`. The result never contains the opening of an HTML comment.
*/
function plain(text, maxCodePoints = MAX_PROSE_CODE_POINTS) {
	const clean = withoutSecrets(text.toWellFormed()).replaceAll(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").replaceAll(/\p{Cf}/gu, "").replaceAll("<!--", "<! --").trim();
	const codePoints = [...clean];
	if (codePoints.length > maxCodePoints) return `${codePoints.slice(0, maxCodePoints - 1).join("")}…`;
	return clean === "" ? "(empty)" : clean;
}
/** A word without a meaning in Markdown or on GitHub. It may contain a colon, an underscore or a slash. */
const HARMLESS_WORD = /^["'“‘(]*[+\-−]?[\p{L}\p{N}]+(?:[.,/+%'’=–…-]+[\p{L}\p{N}]+|_[\p{L}\p{N}]+)*[.,;:%"'”’)!?…]*$/u;
/** Signs that may stand alone between words. At the start of a message they become code, because a hyphen there would start a list. */
const HARMLESS_SIGN = /^[%–—…→≤≥=,;:.()"“”-]+$/;
/** Words that look harmless but that GitHub turns into links. */
const ACTIVE_WORD = /www\.|^GH-\d|^[0-9a-f]{7,64}[.,;:]?$/i;
const LIST_NUMBER = /^\d+[.)]$/;
/** Matches either text that a message quotes as code, with the sign after it, or one word. */
const CODE_OR_WORD = /`([^`]+)`([.,;:)]*)(?= |$)|\S+/g;
/**
* A message as Markdown. The rules of the gate write messages, but messages contain names from outside. Therefore plain words stay
* unchanged, and every word that Markdown or GitHub could interpret becomes a code span.
*/
function prose(message) {
	return [...plain(message).matchAll(CODE_OR_WORD)].map(([word, quoted, sign = ""], index) => {
		if (quoted !== void 0) return `${code(quoted)}${sign}`;
		return isHarmless(word, index === 0) ? word : codeWord(word);
	}).join(" ");
}
/** Signs that end a sentence stay outside of the code span. A closing bracket stays outside too if an earlier word opened it. */
function codeWord(word) {
	const [, name = word, signs = ""] = (/^[^(]*[\p{L}\p{N}]\)[.,;:]*$/u.test(word) ? /^(.+?)(\)[.,;:]*)$/u : /^(.+?)([.,;:]*)$/u).exec(word) ?? [];
	return `${code(name)}${signs}`;
}
function isHarmless(word, isFirst) {
	if (isFirst && (LIST_NUMBER.test(word) || HARMLESS_SIGN.test(word))) return false;
	return HARMLESS_WORD.test(word) && !ACTIVE_WORD.test(word) || HARMLESS_SIGN.test(word);
}
/** A link whose text comes from the source code of the gate. undefined: the address is not https. */
function link(text, address) {
	return address !== null && /^https:\/\/[\w.-]+(?::\d+)?\/[\w./?=&%#-]*$/.test(address) ? `[${text}](${address})` : void 0;
}
/** The first seven characters of a commit, as Git abbreviates it. Not escaped. */
function shortCommit(sha) {
	return /^[0-9a-f]{40,64}$/.test(sha) ? sha.slice(0, 7) : sha;
}
/** The first seven characters of a commit as a code span. */
function commit(sha) {
	return code(shortCommit(sha));
}
/** A number without line breaks for narrow tables. Only a bracket may start a new line. */
function unbroken(text) {
	return text.replaceAll(" ", "\xA0").replaceAll("\xA0(", " (");
}
// src/report/wording.ts
/** For comments, summaries and files. */
const MARKDOWN = {
	name: code,
	code,
	series: (one) => seriesName(one, MARKDOWN),
	message: prose,
	strong: (sentence) => `**${sentence}**`
};
/** For the commit status and for titles, which GitHub prints without interpreting markup. */
const PLAIN = {
	name: (one) => plain(one, 60),
	code: (one) => `\`${plain(one)}\``,
	series: (one) => seriesName(one, PLAIN),
	message: (sentence) => plain(sentence, 200),
	strong: (sentence) => sentence
};
/** For the pages, whose templates and plots escape what they print. */
const PAGE = {
	...PLAIN,
	name: (one) => plain(one, 120),
	series: (one) => seriesName(one, PAGE)
};
/** `p95`, `error rate`, `throughput`, or `p95 of grpc_req_duration` for a metric without a short name. */
function statisticName(measured, wording) {
	return written(statistic(measured), wording);
}
/** The same as a text. */
function statistic({ metric, stat, quantity }) {
	const known = quantityOf({
		metric,
		quantity
	});
	if (known === "latency") return /^[a-z0-9.]+$/.test(stat) ? [stat] : [name(stat)];
	if (known === "error-share" && stat === "rate") return text`error rate`;
	if (known === "throughput" && stat === "rate") return text`throughput`;
	return text`${name(stat)} of ${name(metric)}`;
}
/** ``p95 of `GET /orders` in `checkout` ``. */
function seriesName(series, wording) {
	return `${statisticName(series, wording)} of ${placeName(series, wording)}`;
}
/** `` `checkout` ``, or `` `GET /orders` in `checkout` ``. */
function placeName({ service, endpoint }, wording) {
	return endpoint === null ? wording.name(service) : `${wording.name(endpoint)} in ${wording.name(service)}`;
}
const CANDIDATES = {
	"pull-request": {
		title: "This pull request",
		name: "this pull request"
	},
	push: {
		title: "This commit",
		name: "this commit"
	},
	"command-line": {
		title: "Candidate",
		name: "the candidate"
	}
};
/** The title of the candidate's column. */
function candidateTitle({ generatedFor }) {
	return CANDIDATES[generatedFor].title;
}
/** The same in a sentence. */
function candidateName({ generatedFor }) {
	return CANDIDATES[generatedFor].name;
}
// src/report/marker.ts
const MARKER = /^<!-- perf-gate:v1 name=(\S*) sha=(\S+) run=(\S+) -->(?:\r?\n|$)/;
/** The text of an unknown value. No encoded value is equal to this text. */
const NONE = "-";
/** The first line of a comment. It is invisible. The gate finds its comment again by this line and by the author. */
function markerLine({ name, sha, run }) {
	return `<!-- perf-gate:v1 name=${encode(name)} sha=${encode(sha)} run=${encode(run)} -->`;
}
/** The marker of a comment; undefined if the first line is no marker. Later lines are ignored, because they can hold text from outside. */
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
// src/results/progress.ts
/** Shorter work prints nothing. */
const QUIET_MS = 2e3;
const TERMINAL_EVERY_MS = 200;
/** A line of a terminal has about 80 columns, and the numbers need 30 of them. */
const MAX_PATH_CHARACTERS = 60;
/** A log is read afterwards, so a few lines are enough. */
const LOG_EVERY_MS = 5e3;
/**
* Prints how much was read: on a terminal in one line that is overwritten, in a log as a new line every five seconds. It prints
* nothing in the first two seconds. `nowMs` is a clock.
*/
function createProgress(output, nowMs) {
	const everyMs = output.isTerminal ? TERMINAL_EVERY_MS : LOG_EVERY_MS;
	const startMs = nowMs();
	let nextMs = startMs + QUIET_MS;
	let totalBytes = 0;
	let hasLine = false;
	function report(path, bytes) {
		totalBytes += bytes;
		const now = nowMs();
		if (now < nextMs) return;
		nextMs = now + everyMs;
		const megabytes = Math.round(totalBytes / 1e6);
		const speed = Math.round(totalBytes / 1e3 / (now - startMs));
		const line = terminalLine(text`Reading ${name(ending(path))}: ${megabytes} MB so far, ${speed} MB/s`);
		output.write(output.isTerminal ? `\r\u001b[K${line}` : `${line}\n`);
		hasLine = output.isTerminal;
	}
	function watch(file) {
		return {
			...file,
			open: () => counted(file)
		};
	}
	async function* counted(file) {
		for await (const chunk of file.open()) {
			report(file.path, chunk.length);
			yield chunk;
		}
	}
	function end() {
		if (hasLine) output.write("\r\x1B[K");
		hasLine = false;
	}
	return {
		watch,
		end
	};
}
/** The end of a long path says more than its beginning: it has the run and the file. */
function ending(path) {
	return path.length > MAX_PATH_CHARACTERS ? `…${path.slice(-59)}` : path;
}
// src/policy/given-percent.ts
/**
* The percentage that a flag or an input gives, as a ratio. null: it is not given.
*
* @param where its name, for the error: `--max-regression`
*/
function givenPercent(where, given) {
	if (given == null) return null;
	const parsed = parsePercent(given.trim());
	if (parsed.kind === "value") return parsed.value;
	throw new UserError(`${where} cannot be ${JSON.stringify(given)}: ${parsed.problem}.`);
}
export { isOfBenchmark as $, require_promises as $t, DEFAULT_WATCH as A, names as At, require_posix as B, comparisonOf as Bt, shortCommit as C, code$1 as Ct, DEFAULT_OBJECTIVE as D, joined as Dt, DEFAULT_MONITORING as E, isText as Et, matchesName as F, text as Ft, parsePercent as G, seriesKey as Gt, parseChange as H, isSameSeries as Ht, namesPaths as I, withValues as It, terminalLine as J, worseningOf as Jt, parsePercentagePoints as K, worseBounds as Kt, servicePolicy as L, withoutNumbers as Lt, isBlocking as M, saysService as Mt, isTouched as N, sentences as Nt, DEFAULT_OVERRIDE_POLICY as O, listed as Ot, limitFor as P, series as Pt, areOfBenchmarks as Q, require__builtin_fs as Qt, addressOf as R, written as Rt, prose as S, capitalized as St, withPlainPipes as T, enumerated as Tt, parseDuration as U, messageName as Ut, parseAge as V, isSameInService as Vt, parseLimit as W, seriesId as Wt, printable as X, require_utils as Xt, terminalText as Y, require_picomatch as Yt, QUANTITIES as Z, require__builtin_path as Zt, commit as _, withoutExamples as _t, markerLine as a, RATE as at, link as b, largestOfEachService as bt, PAGE as c, isBrowserFailures as ct, candidateTitle as d, isScriptedTime as dt, measuredAs as et, placeName as f, withoutSecrets as ft, code as g, readCommand as gt, statisticName as h, nearCommand as ht, encode as i, ITERATION_DURATION as it, defaultPolicy as j, plainText as jt, DEFAULT_SERVICE_POLICY as k, name as kt, PLAIN as l, isOfEveryTest as lt, statistic as m, isPlaceholder as mt, createProgress as n, BYTES as nt, parseMarker as o, REQUEST_DURATION as ot, seriesName as p, withoutRunnerCommands as pt, parseRate as q, worseBy as qt, decode as r, COUNTER as rt, MARKDOWN as s, builtInTraits as st, givenPercent as t, quantityOf as tt, candidateName as u, isRequestTime as ut, escapedXml as v, acceptedParts as vt, unbroken as w, distinct as wt, plain as x, UserError as xt, htmlCode as y, blockedParts as yt, withoutAddress as z, compareText as zt };
