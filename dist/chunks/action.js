import { r as __toESM, t as __commonJSMin } from "./rolldown-runtime.js";
import { $t as require_promises$1, Ct as code, Dt as joined, Ft as text, I as namesPaths, L as servicePolicy, M as isBlocking, Ot as listed, Qt as require__builtin_fs, Rt as written, St as capitalized, T as withPlainPipes, Xt as require_utils, Yt as require_picomatch$1, Z as QUANTITIES, Zt as require__builtin_path, a as markerLine, bt as largestOfEachService, ft as withoutSecrets, g as code$1, gt as readCommand, j as defaultPolicy, jt as plainText, kt as name, n as createProgress, o as parseMarker, pt as withoutRunnerCommands, s as MARKDOWN, t as givenPercent, xt as UserError, yt as blockedParts } from "./both.js";
// \0builtin:os
var require__builtin_os = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:os");
}));
// node_modules/@actions/core/lib/utils.js
var import__builtin_os = /* @__PURE__ */ __toESM(require__builtin_os(), 1);
/**
* Sanitizes an input into a string so it can be passed into issueCommand safely
* @param input input to sanitize into a string
*/
function toCommandValue(input) {
	if (input === null || input === void 0) return "";
	else if (typeof input === "string" || input instanceof String) return input;
	return JSON.stringify(input);
}
/**
*
* @param annotationProperties
* @returns The command properties to send with the actual annotation command
* See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
*/
function toCommandProperties(annotationProperties) {
	if (!Object.keys(annotationProperties).length) return {};
	return {
		title: annotationProperties.title,
		file: annotationProperties.file,
		line: annotationProperties.startLine,
		endLine: annotationProperties.endLine,
		col: annotationProperties.startColumn,
		endColumn: annotationProperties.endColumn
	};
}
// node_modules/@actions/core/lib/command.js
/**
* Issues a command to the GitHub Actions runner
*
* @param command - The command name to issue
* @param properties - Additional properties for the command (key-value pairs)
* @param message - The message to include with the command
* @remarks
* This function outputs a specially formatted string to stdout that the Actions
* runner interprets as a command. These commands can control workflow behavior,
* set outputs, create annotations, mask values, and more.
*
* Command Format:
*   ::name key=value,key=value::message
*
* @example
* ```typescript
* // Issue a warning annotation
* issueCommand('warning', {}, 'This is a warning message');
* // Output: ::warning::This is a warning message
*
* // Set an environment variable
* issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
* // Output: ::set-env name=MY_VAR::some value
*
* // Add a secret mask
* issueCommand('add-mask', {}, 'secretValue123');
* // Output: ::add-mask::secretValue123
* ```
*
* @internal
* This is an internal utility function that powers the public API functions
* such as setSecret, warning, error, and exportVariable.
*/
function issueCommand(command, properties, message) {
	const cmd = new Command(command, properties, message);
	process.stdout.write(cmd.toString() + import__builtin_os.EOL);
}
const CMD_STRING = "::";
var Command = class {
	constructor(command, properties, message) {
		if (!command) command = "missing.command";
		this.command = command;
		this.properties = properties;
		this.message = message;
	}
	toString() {
		let cmdStr = CMD_STRING + this.command;
		if (this.properties && Object.keys(this.properties).length > 0) {
			cmdStr += " ";
			let first = true;
			for (const key in this.properties) if (this.properties.hasOwnProperty(key)) {
				const val = this.properties[key];
				if (val) {
					if (first) first = false;
					else cmdStr += ",";
					cmdStr += `${key}=${escapeProperty(val)}`;
				}
			}
		}
		cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
		return cmdStr;
	}
};
function escapeData(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}
// \0builtin:crypto
var require__builtin_crypto = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:crypto");
}));
// node_modules/@actions/core/lib/file-command.js
var import__builtin_crypto = /* @__PURE__ */ __toESM(require__builtin_crypto(), 1);
var import__builtin_fs = /* @__PURE__ */ __toESM(require__builtin_fs(), 1);
function issueFileCommand(command, message) {
	const filePath = process.env[`GITHUB_${command}`];
	if (!filePath) throw new Error(`Unable to find environment variable for file command ${command}`);
	if (!import__builtin_fs.existsSync(filePath)) throw new Error(`Missing file at path: ${filePath}`);
	import__builtin_fs.appendFileSync(filePath, `${toCommandValue(message)}${import__builtin_os.EOL}`, { encoding: "utf8" });
}
function prepareKeyValueMessage(key, value) {
	const delimiter = `ghadelimiter_${import__builtin_crypto.randomUUID()}`;
	const convertedValue = toCommandValue(value);
	if (key.includes(delimiter)) throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
	if (convertedValue.includes(delimiter)) throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
	return `${key}<<${delimiter}${import__builtin_os.EOL}${convertedValue}${import__builtin_os.EOL}${delimiter}`;
}
// node_modules/@actions/core/lib/summary.js
var import__builtin_path = /* @__PURE__ */ __toESM(require__builtin_path(), 1);
var __awaiter$1 = function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
const { access, appendFile, writeFile } = import__builtin_fs.promises;
const SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
	constructor() {
		this._buffer = "";
	}
	/**
	* Finds the summary file path from the environment, rejects if env var is not found or file does not exist
	* Also checks r/w permissions.
	*
	* @returns step summary file path
	*/
	filePath() {
		return __awaiter$1(this, void 0, void 0, function* () {
			if (this._filePath) return this._filePath;
			const pathFromEnv = process.env[SUMMARY_ENV_VAR];
			if (!pathFromEnv) throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
			try {
				yield access(pathFromEnv, import__builtin_fs.constants.R_OK | import__builtin_fs.constants.W_OK);
			} catch (_a) {
				throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
			}
			this._filePath = pathFromEnv;
			return this._filePath;
		});
	}
	/**
	* Wraps content in an HTML tag, adding any HTML attributes
	*
	* @param {string} tag HTML tag to wrap
	* @param {string | null} content content within the tag
	* @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
	*
	* @returns {string} content wrapped in HTML element
	*/
	wrap(tag, content, attrs = {}) {
		const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
		if (!content) return `<${tag}${htmlAttrs}>`;
		return `<${tag}${htmlAttrs}>${content}</${tag}>`;
	}
	/**
	* Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
	*
	* @param {SummaryWriteOptions} [options] (optional) options for write operation
	*
	* @returns {Promise<Summary>} summary instance
	*/
	write(options) {
		return __awaiter$1(this, void 0, void 0, function* () {
			const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
			const filePath = yield this.filePath();
			yield (overwrite ? writeFile : appendFile)(filePath, this._buffer, { encoding: "utf8" });
			return this.emptyBuffer();
		});
	}
	/**
	* Clears the summary buffer and wipes the summary file
	*
	* @returns {Summary} summary instance
	*/
	clear() {
		return __awaiter$1(this, void 0, void 0, function* () {
			return this.emptyBuffer().write({ overwrite: true });
		});
	}
	/**
	* Returns the current summary buffer as a string
	*
	* @returns {string} string of summary buffer
	*/
	stringify() {
		return this._buffer;
	}
	/**
	* If the summary buffer is empty
	*
	* @returns {boolen} true if the buffer is empty
	*/
	isEmptyBuffer() {
		return this._buffer.length === 0;
	}
	/**
	* Resets the summary buffer without writing to summary file
	*
	* @returns {Summary} summary instance
	*/
	emptyBuffer() {
		this._buffer = "";
		return this;
	}
	/**
	* Adds raw text to the summary buffer
	*
	* @param {string} text content to add
	* @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
	*
	* @returns {Summary} summary instance
	*/
	addRaw(text, addEOL = false) {
		this._buffer += text;
		return addEOL ? this.addEOL() : this;
	}
	/**
	* Adds the operating system-specific end-of-line marker to the buffer
	*
	* @returns {Summary} summary instance
	*/
	addEOL() {
		return this.addRaw(import__builtin_os.EOL);
	}
	/**
	* Adds an HTML codeblock to the summary buffer
	*
	* @param {string} code content to render within fenced code block
	* @param {string} lang (optional) language to syntax highlight code
	*
	* @returns {Summary} summary instance
	*/
	addCodeBlock(code, lang) {
		const attrs = Object.assign({}, lang && { lang });
		const element = this.wrap("pre", this.wrap("code", code), attrs);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML list to the summary buffer
	*
	* @param {string[]} items list of items to render
	* @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
	*
	* @returns {Summary} summary instance
	*/
	addList(items, ordered = false) {
		const tag = ordered ? "ol" : "ul";
		const listItems = items.map((item) => this.wrap("li", item)).join("");
		const element = this.wrap(tag, listItems);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML table to the summary buffer
	*
	* @param {SummaryTableCell[]} rows table rows
	*
	* @returns {Summary} summary instance
	*/
	addTable(rows) {
		const tableBody = rows.map((row) => {
			const cells = row.map((cell) => {
				if (typeof cell === "string") return this.wrap("td", cell);
				const { header, data, colspan, rowspan } = cell;
				const tag = header ? "th" : "td";
				const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
				return this.wrap(tag, data, attrs);
			}).join("");
			return this.wrap("tr", cells);
		}).join("");
		const element = this.wrap("table", tableBody);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds a collapsable HTML details element to the summary buffer
	*
	* @param {string} label text for the closed state
	* @param {string} content collapsable content
	*
	* @returns {Summary} summary instance
	*/
	addDetails(label, content) {
		const element = this.wrap("details", this.wrap("summary", label) + content);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML image tag to the summary buffer
	*
	* @param {string} src path to the image you to embed
	* @param {string} alt text description of the image
	* @param {SummaryImageOptions} options (optional) addition image attributes
	*
	* @returns {Summary} summary instance
	*/
	addImage(src, alt, options) {
		const { width, height } = options || {};
		const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
		const element = this.wrap("img", null, Object.assign({
			src,
			alt
		}, attrs));
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML section heading element
	*
	* @param {string} text heading text
	* @param {number | string} [level=1] (optional) the heading level, default: 1
	*
	* @returns {Summary} summary instance
	*/
	addHeading(text, level) {
		const tag = `h${level}`;
		const allowedTag = [
			"h1",
			"h2",
			"h3",
			"h4",
			"h5",
			"h6"
		].includes(tag) ? tag : "h1";
		const element = this.wrap(allowedTag, text);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML thematic break (<hr>) to the summary buffer
	*
	* @returns {Summary} summary instance
	*/
	addSeparator() {
		const element = this.wrap("hr", null);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML line break (<br>) to the summary buffer
	*
	* @returns {Summary} summary instance
	*/
	addBreak() {
		const element = this.wrap("br", null);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML blockquote to the summary buffer
	*
	* @param {string} text quote text
	* @param {string} cite (optional) citation url
	*
	* @returns {Summary} summary instance
	*/
	addQuote(text, cite) {
		const attrs = Object.assign({}, cite && { cite });
		const element = this.wrap("blockquote", text, attrs);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML anchor tag to the summary buffer
	*
	* @param {string} text link text/content
	* @param {string} href hyperlink
	*
	* @returns {Summary} summary instance
	*/
	addLink(text, href) {
		const element = this.wrap("a", text, { href });
		return this.addRaw(element).addEOL();
	}
};
const summary = new Summary();
/**
* The code to exit an action
*/
var ExitCode;
(function(ExitCode) {
	/**
	* A code indicating that the action was successful
	*/
	ExitCode[ExitCode["Success"] = 0] = "Success";
	/**
	* A code indicating that the action was a failure
	*/
	ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
/**
* Registers a secret which will get masked from logs
*
* @param secret - Value of the secret to be masked
* @remarks
* This function instructs the Actions runner to mask the specified value in any
* logs produced during the workflow run. Once registered, the secret value will
* be replaced with asterisks (***) whenever it appears in console output, logs,
* or error messages.
*
* This is useful for protecting sensitive information such as:
* - API keys
* - Access tokens
* - Authentication credentials
* - URL parameters containing signatures (SAS tokens)
*
* Note that masking only affects future logs; any previous appearances of the
* secret in logs before calling this function will remain unmasked.
*
* @example
* ```typescript
* // Register an API token as a secret
* const apiToken = "abc123xyz456";
* setSecret(apiToken);
*
* // Now any logs containing this value will show *** instead
* console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
* ```
*/
function setSecret(secret) {
	issueCommand("add-mask", {}, secret);
}
/**
* Gets the value of an input.
* Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
* Returns an empty string if the value is not defined.
*
* @param     name     name of the input to get
* @param     options  optional. See InputOptions.
* @returns   string
*/
function getInput(name, options) {
	const val = process.env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] || "";
	if (options && options.required && !val) throw new Error(`Input required and not supplied: ${name}`);
	if (options && options.trimWhitespace === false) return val;
	return val.trim();
}
/**
* Gets the values of an multiline input.  Each value is also trimmed.
*
* @param     name     name of the input to get
* @param     options  optional. See InputOptions.
* @returns   string[]
*
*/
function getMultilineInput(name, options) {
	const inputs = getInput(name, options).split("\n").filter((x) => x !== "");
	if (options && options.trimWhitespace === false) return inputs;
	return inputs.map((input) => input.trim());
}
/**
* Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
* Support boolean input list: `true | True | TRUE | false | False | FALSE` .
* The return value is also in boolean type.
* ref: https://yaml.org/spec/1.2/spec.html#id2804923
*
* @param     name     name of the input to get
* @param     options  optional. See InputOptions.
* @returns   boolean
*/
function getBooleanInput(name, options) {
	const trueValue = [
		"true",
		"True",
		"TRUE"
	];
	const falseValue = [
		"false",
		"False",
		"FALSE"
	];
	const val = getInput(name, options);
	if (trueValue.includes(val)) return true;
	if (falseValue.includes(val)) return false;
	throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\nSupport boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
* Sets the value of an output.
*
* @param     name     name of the output to set
* @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
*/
function setOutput(name, value) {
	if (process.env["GITHUB_OUTPUT"] || "") return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
	process.stdout.write(import__builtin_os.EOL);
	issueCommand("set-output", { name }, toCommandValue(value));
}
/**
* Sets the action status to failed.
* When the action exits it will be with an exit code of 1
* @param message add error issue message
*/
function setFailed(message) {
	process.exitCode = ExitCode.Failure;
	error$1(message);
}
/**
* Adds an error issue
* @param message error issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function error$1(message, properties = {}) {
	issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Adds a warning issue
* @param message warning issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function warning(message, properties = {}) {
	issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Writes info to log with console.log.
* @param message info message
*/
function info(message) {
	process.stdout.write(message + import__builtin_os.EOL);
}
// node_modules/picomatch/index.js
var require_picomatch = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const pico = require_picomatch$1();
	const utils = require_utils();
	function picomatch(glob, options, returnState = false) {
		if (options && (options.windows === null || options.windows === void 0)) options = {
			...options,
			windows: utils.isWindows()
		};
		return pico(glob, options, returnState);
	}
	Object.assign(picomatch, pico);
	module.exports = picomatch;
}));
// node_modules/bottleneck/light.js
var require_light = /* @__PURE__ */ __commonJSMin(((exports, module, this$1) => {
	/**
	* This file contains the Bottleneck library (MIT), compiled to ES2017, and without Clustering support.
	* https://github.com/SGrondin/bottleneck
	*/
	(function(global, factory) {
		typeof exports === "object" && typeof module !== "undefined" ? module.exports = factory() : typeof define === "function" && define.amd ? define(factory) : global.Bottleneck = factory();
	})(this$1, (function() {
		"use strict";
		var commonjsGlobal = typeof globalThis !== "undefined" ? globalThis : typeof window !== "undefined" ? window : typeof global !== "undefined" ? global : typeof self !== "undefined" ? self : {};
		function getCjsExportFromNamespace(n) {
			return n && n["default"] || n;
		}
		var load = function(received, defaults, onto = {}) {
			var k, ref, v;
			for (k in defaults) {
				v = defaults[k];
				onto[k] = (ref = received[k]) != null ? ref : v;
			}
			return onto;
		};
		var overwrite = function(received, defaults, onto = {}) {
			var k, v;
			for (k in received) {
				v = received[k];
				if (defaults[k] !== void 0) onto[k] = v;
			}
			return onto;
		};
		var parser = {
			load,
			overwrite
		};
		var DLList_1 = class DLList {
			constructor(incr, decr) {
				this.incr = incr;
				this.decr = decr;
				this._first = null;
				this._last = null;
				this.length = 0;
			}
			push(value) {
				var node;
				this.length++;
				if (typeof this.incr === "function") this.incr();
				node = {
					value,
					prev: this._last,
					next: null
				};
				if (this._last != null) {
					this._last.next = node;
					this._last = node;
				} else this._first = this._last = node;
			}
			shift() {
				var value;
				if (this._first == null) return;
				else {
					this.length--;
					if (typeof this.decr === "function") this.decr();
				}
				value = this._first.value;
				if ((this._first = this._first.next) != null) this._first.prev = null;
				else this._last = null;
				return value;
			}
			first() {
				if (this._first != null) return this._first.value;
			}
			getArray() {
				var node = this._first, ref, results = [];
				while (node != null) results.push((ref = node, node = node.next, ref.value));
				return results;
			}
			forEachShift(cb) {
				var node = this.shift();
				while (node != null) cb(node), node = this.shift();
			}
			debug() {
				var node = this._first, ref, ref1, ref2, results = [];
				while (node != null) results.push((ref = node, node = node.next, {
					value: ref.value,
					prev: (ref1 = ref.prev) != null ? ref1.value : void 0,
					next: (ref2 = ref.next) != null ? ref2.value : void 0
				}));
				return results;
			}
		};
		var Events_1 = class Events {
			constructor(instance) {
				this.instance = instance;
				this._events = {};
				if (this.instance.on != null || this.instance.once != null || this.instance.removeAllListeners != null) throw new Error("An Emitter already exists for this object");
				this.instance.on = (name, cb) => {
					return this._addListener(name, "many", cb);
				};
				this.instance.once = (name, cb) => {
					return this._addListener(name, "once", cb);
				};
				this.instance.removeAllListeners = (name = null) => {
					if (name != null) return delete this._events[name];
					else return this._events = {};
				};
			}
			_addListener(name, status, cb) {
				var base;
				if ((base = this._events)[name] == null) base[name] = [];
				this._events[name].push({
					cb,
					status
				});
				return this.instance;
			}
			listenerCount(name) {
				if (this._events[name] != null) return this._events[name].length;
				else return 0;
			}
			async trigger(name, ...args) {
				var e, promises;
				try {
					if (name !== "debug") this.trigger("debug", `Event triggered: ${name}`, args);
					if (this._events[name] == null) return;
					this._events[name] = this._events[name].filter(function(listener) {
						return listener.status !== "none";
					});
					promises = this._events[name].map(async (listener) => {
						var e, returned;
						if (listener.status === "none") return;
						if (listener.status === "once") listener.status = "none";
						try {
							returned = typeof listener.cb === "function" ? listener.cb(...args) : void 0;
							if (typeof (returned != null ? returned.then : void 0) === "function") return await returned;
							else return returned;
						} catch (error) {
							e = error;
							this.trigger("error", e);
							return null;
						}
					});
					return (await Promise.all(promises)).find(function(x) {
						return x != null;
					});
				} catch (error) {
					e = error;
					this.trigger("error", e);
					return null;
				}
			}
		};
		var DLList$1 = DLList_1, Events$1 = Events_1;
		var Queues_1 = class Queues {
			constructor(num_priorities) {
				this.Events = new Events$1(this);
				this._length = 0;
				this._lists = (function() {
					var j, ref, results = [];
					for (j = 1, ref = num_priorities; 1 <= ref ? j <= ref : j >= ref; 1 <= ref ? ++j : --j) results.push(new DLList$1((() => {
						return this.incr();
					}), (() => {
						return this.decr();
					})));
					return results;
				}).call(this);
			}
			incr() {
				if (this._length++ === 0) return this.Events.trigger("leftzero");
			}
			decr() {
				if (--this._length === 0) return this.Events.trigger("zero");
			}
			push(job) {
				return this._lists[job.options.priority].push(job);
			}
			queued(priority) {
				if (priority != null) return this._lists[priority].length;
				else return this._length;
			}
			shiftAll(fn) {
				return this._lists.forEach(function(list) {
					return list.forEachShift(fn);
				});
			}
			getFirst(arr = this._lists) {
				var j = 0, len = arr.length, list;
				for (; j < len; j++) {
					list = arr[j];
					if (list.length > 0) return list;
				}
				return [];
			}
			shiftLastFrom(priority) {
				return this.getFirst(this._lists.slice(priority).reverse()).shift();
			}
		};
		var BottleneckError_1 = class BottleneckError extends Error {};
		var BottleneckError$1, DEFAULT_PRIORITY, Job, NUM_PRIORITIES = 10, parser$1;
		DEFAULT_PRIORITY = 5;
		parser$1 = parser;
		BottleneckError$1 = BottleneckError_1;
		Job = class Job {
			constructor(task, args, options, jobDefaults, rejectOnDrop, Events, _states, Promise) {
				this.task = task;
				this.args = args;
				this.rejectOnDrop = rejectOnDrop;
				this.Events = Events;
				this._states = _states;
				this.Promise = Promise;
				this.options = parser$1.load(options, jobDefaults);
				this.options.priority = this._sanitizePriority(this.options.priority);
				if (this.options.id === jobDefaults.id) this.options.id = `${this.options.id}-${this._randomIndex()}`;
				this.promise = new this.Promise((_resolve, _reject) => {
					this._resolve = _resolve;
					this._reject = _reject;
				});
				this.retryCount = 0;
			}
			_sanitizePriority(priority) {
				var sProperty = ~~priority !== priority ? DEFAULT_PRIORITY : priority;
				if (sProperty < 0) return 0;
				else if (sProperty > NUM_PRIORITIES - 1) return NUM_PRIORITIES - 1;
				else return sProperty;
			}
			_randomIndex() {
				return Math.random().toString(36).slice(2);
			}
			doDrop({ error, message = "This job has been dropped by Bottleneck" } = {}) {
				if (this._states.remove(this.options.id)) {
					if (this.rejectOnDrop) this._reject(error != null ? error : new BottleneckError$1(message));
					this.Events.trigger("dropped", {
						args: this.args,
						options: this.options,
						task: this.task,
						promise: this.promise
					});
					return true;
				} else return false;
			}
			_assertStatus(expected) {
				var status = this._states.jobStatus(this.options.id);
				if (!(status === expected || expected === "DONE" && status === null)) throw new BottleneckError$1(`Invalid job status ${status}, expected ${expected}. Please open an issue at https://github.com/SGrondin/bottleneck/issues`);
			}
			doReceive() {
				this._states.start(this.options.id);
				return this.Events.trigger("received", {
					args: this.args,
					options: this.options
				});
			}
			doQueue(reachedHWM, blocked) {
				this._assertStatus("RECEIVED");
				this._states.next(this.options.id);
				return this.Events.trigger("queued", {
					args: this.args,
					options: this.options,
					reachedHWM,
					blocked
				});
			}
			doRun() {
				if (this.retryCount === 0) {
					this._assertStatus("QUEUED");
					this._states.next(this.options.id);
				} else this._assertStatus("EXECUTING");
				return this.Events.trigger("scheduled", {
					args: this.args,
					options: this.options
				});
			}
			async doExecute(chained, clearGlobalState, run, free) {
				var error, eventInfo, passed;
				if (this.retryCount === 0) {
					this._assertStatus("RUNNING");
					this._states.next(this.options.id);
				} else this._assertStatus("EXECUTING");
				eventInfo = {
					args: this.args,
					options: this.options,
					retryCount: this.retryCount
				};
				this.Events.trigger("executing", eventInfo);
				try {
					passed = await (chained != null ? chained.schedule(this.options, this.task, ...this.args) : this.task(...this.args));
					if (clearGlobalState()) {
						this.doDone(eventInfo);
						await free(this.options, eventInfo);
						this._assertStatus("DONE");
						return this._resolve(passed);
					}
				} catch (error1) {
					error = error1;
					return this._onFailure(error, eventInfo, clearGlobalState, run, free);
				}
			}
			doExpire(clearGlobalState, run, free) {
				var error, eventInfo;
				if (this._states.jobStatus(this.options.id === "RUNNING")) this._states.next(this.options.id);
				this._assertStatus("EXECUTING");
				eventInfo = {
					args: this.args,
					options: this.options,
					retryCount: this.retryCount
				};
				error = new BottleneckError$1(`This job timed out after ${this.options.expiration} ms.`);
				return this._onFailure(error, eventInfo, clearGlobalState, run, free);
			}
			async _onFailure(error, eventInfo, clearGlobalState, run, free) {
				var retry, retryAfter;
				if (clearGlobalState()) {
					retry = await this.Events.trigger("failed", error, eventInfo);
					if (retry != null) {
						retryAfter = ~~retry;
						this.Events.trigger("retry", `Retrying ${this.options.id} after ${retryAfter} ms`, eventInfo);
						this.retryCount++;
						return run(retryAfter);
					} else {
						this.doDone(eventInfo);
						await free(this.options, eventInfo);
						this._assertStatus("DONE");
						return this._reject(error);
					}
				}
			}
			doDone(eventInfo) {
				this._assertStatus("EXECUTING");
				this._states.next(this.options.id);
				return this.Events.trigger("done", eventInfo);
			}
		};
		var Job_1 = Job;
		var BottleneckError$2, LocalDatastore, parser$2 = parser;
		BottleneckError$2 = BottleneckError_1;
		LocalDatastore = class LocalDatastore {
			constructor(instance, storeOptions, storeInstanceOptions) {
				this.instance = instance;
				this.storeOptions = storeOptions;
				this.clientId = this.instance._randomIndex();
				parser$2.load(storeInstanceOptions, storeInstanceOptions, this);
				this._nextRequest = this._lastReservoirRefresh = this._lastReservoirIncrease = Date.now();
				this._running = 0;
				this._done = 0;
				this._unblockTime = 0;
				this.ready = this.Promise.resolve();
				this.clients = {};
				this._startHeartbeat();
			}
			_startHeartbeat() {
				var base;
				if (this.heartbeat == null && (this.storeOptions.reservoirRefreshInterval != null && this.storeOptions.reservoirRefreshAmount != null || this.storeOptions.reservoirIncreaseInterval != null && this.storeOptions.reservoirIncreaseAmount != null)) return typeof (base = this.heartbeat = setInterval(() => {
					var amount, incr, maximum, now = Date.now(), reservoir;
					if (this.storeOptions.reservoirRefreshInterval != null && now >= this._lastReservoirRefresh + this.storeOptions.reservoirRefreshInterval) {
						this._lastReservoirRefresh = now;
						this.storeOptions.reservoir = this.storeOptions.reservoirRefreshAmount;
						this.instance._drainAll(this.computeCapacity());
					}
					if (this.storeOptions.reservoirIncreaseInterval != null && now >= this._lastReservoirIncrease + this.storeOptions.reservoirIncreaseInterval) {
						({reservoirIncreaseAmount: amount, reservoirIncreaseMaximum: maximum, reservoir} = this.storeOptions);
						this._lastReservoirIncrease = now;
						incr = maximum != null ? Math.min(amount, maximum - reservoir) : amount;
						if (incr > 0) {
							this.storeOptions.reservoir += incr;
							return this.instance._drainAll(this.computeCapacity());
						}
					}
				}, this.heartbeatInterval)).unref === "function" ? base.unref() : void 0;
				else return clearInterval(this.heartbeat);
			}
			async __publish__(message) {
				await this.yieldLoop();
				return this.instance.Events.trigger("message", message.toString());
			}
			async __disconnect__(flush) {
				await this.yieldLoop();
				clearInterval(this.heartbeat);
				return this.Promise.resolve();
			}
			yieldLoop(t = 0) {
				return new this.Promise(function(resolve, reject) {
					return setTimeout(resolve, t);
				});
			}
			computePenalty() {
				var ref;
				return (ref = this.storeOptions.penalty) != null ? ref : 15 * this.storeOptions.minTime || 5e3;
			}
			async __updateSettings__(options) {
				await this.yieldLoop();
				parser$2.overwrite(options, options, this.storeOptions);
				this._startHeartbeat();
				this.instance._drainAll(this.computeCapacity());
				return true;
			}
			async __running__() {
				await this.yieldLoop();
				return this._running;
			}
			async __queued__() {
				await this.yieldLoop();
				return this.instance.queued();
			}
			async __done__() {
				await this.yieldLoop();
				return this._done;
			}
			async __groupCheck__(time) {
				await this.yieldLoop();
				return this._nextRequest + this.timeout < time;
			}
			computeCapacity() {
				var maxConcurrent, reservoir;
				({maxConcurrent, reservoir} = this.storeOptions);
				if (maxConcurrent != null && reservoir != null) return Math.min(maxConcurrent - this._running, reservoir);
				else if (maxConcurrent != null) return maxConcurrent - this._running;
				else if (reservoir != null) return reservoir;
				else return null;
			}
			conditionsCheck(weight) {
				var capacity = this.computeCapacity();
				return capacity == null || weight <= capacity;
			}
			async __incrementReservoir__(incr) {
				var reservoir;
				await this.yieldLoop();
				reservoir = this.storeOptions.reservoir += incr;
				this.instance._drainAll(this.computeCapacity());
				return reservoir;
			}
			async __currentReservoir__() {
				await this.yieldLoop();
				return this.storeOptions.reservoir;
			}
			isBlocked(now) {
				return this._unblockTime >= now;
			}
			check(weight, now) {
				return this.conditionsCheck(weight) && this._nextRequest - now <= 0;
			}
			async __check__(weight) {
				var now;
				await this.yieldLoop();
				now = Date.now();
				return this.check(weight, now);
			}
			async __register__(index, weight, expiration) {
				var now, wait;
				await this.yieldLoop();
				now = Date.now();
				if (this.conditionsCheck(weight)) {
					this._running += weight;
					if (this.storeOptions.reservoir != null) this.storeOptions.reservoir -= weight;
					wait = Math.max(this._nextRequest - now, 0);
					this._nextRequest = now + wait + this.storeOptions.minTime;
					return {
						success: true,
						wait,
						reservoir: this.storeOptions.reservoir
					};
				} else return { success: false };
			}
			strategyIsBlock() {
				return this.storeOptions.strategy === 3;
			}
			async __submit__(queueLength, weight) {
				var blocked, now, reachedHWM;
				await this.yieldLoop();
				if (this.storeOptions.maxConcurrent != null && weight > this.storeOptions.maxConcurrent) throw new BottleneckError$2(`Impossible to add a job having a weight of ${weight} to a limiter having a maxConcurrent setting of ${this.storeOptions.maxConcurrent}`);
				now = Date.now();
				reachedHWM = this.storeOptions.highWater != null && queueLength === this.storeOptions.highWater && !this.check(weight, now);
				blocked = this.strategyIsBlock() && (reachedHWM || this.isBlocked(now));
				if (blocked) {
					this._unblockTime = now + this.computePenalty();
					this._nextRequest = this._unblockTime + this.storeOptions.minTime;
					this.instance._dropAllQueued();
				}
				return {
					reachedHWM,
					blocked,
					strategy: this.storeOptions.strategy
				};
			}
			async __free__(index, weight) {
				await this.yieldLoop();
				this._running -= weight;
				this._done += weight;
				this.instance._drainAll(this.computeCapacity());
				return { running: this._running };
			}
		};
		var LocalDatastore_1 = LocalDatastore;
		var BottleneckError$3 = BottleneckError_1;
		var States_1 = class States {
			constructor(status1) {
				this.status = status1;
				this._jobs = {};
				this.counts = this.status.map(function() {
					return 0;
				});
			}
			next(id) {
				var current = this._jobs[id], next = current + 1;
				if (current != null && next < this.status.length) {
					this.counts[current]--;
					this.counts[next]++;
					return this._jobs[id]++;
				} else if (current != null) {
					this.counts[current]--;
					return delete this._jobs[id];
				}
			}
			start(id) {
				var initial = 0;
				this._jobs[id] = initial;
				return this.counts[initial]++;
			}
			remove(id) {
				var current = this._jobs[id];
				if (current != null) {
					this.counts[current]--;
					delete this._jobs[id];
				}
				return current != null;
			}
			jobStatus(id) {
				var ref;
				return (ref = this.status[this._jobs[id]]) != null ? ref : null;
			}
			statusJobs(status) {
				var k, pos, ref, results, v;
				if (status != null) {
					pos = this.status.indexOf(status);
					if (pos < 0) throw new BottleneckError$3(`status must be one of ${this.status.join(", ")}`);
					ref = this._jobs;
					results = [];
					for (k in ref) {
						v = ref[k];
						if (v === pos) results.push(k);
					}
					return results;
				} else return Object.keys(this._jobs);
			}
			statusCounts() {
				return this.counts.reduce(((acc, v, i) => {
					acc[this.status[i]] = v;
					return acc;
				}), {});
			}
		};
		var DLList$2 = DLList_1;
		var Sync_1 = class Sync {
			constructor(name, Promise) {
				this.schedule = this.schedule.bind(this);
				this.name = name;
				this.Promise = Promise;
				this._running = 0;
				this._queue = new DLList$2();
			}
			isEmpty() {
				return this._queue.length === 0;
			}
			async _tryToRun() {
				var args, cb, error, reject, resolve, returned, task;
				if (this._running < 1 && this._queue.length > 0) {
					this._running++;
					({task, args, resolve, reject} = this._queue.shift());
					cb = await (async function() {
						try {
							returned = await task(...args);
							return function() {
								return resolve(returned);
							};
						} catch (error1) {
							error = error1;
							return function() {
								return reject(error);
							};
						}
					})();
					this._running--;
					this._tryToRun();
					return cb();
				}
			}
			schedule(task, ...args) {
				var promise, reject, resolve = reject = null;
				promise = new this.Promise(function(_resolve, _reject) {
					resolve = _resolve;
					return reject = _reject;
				});
				this._queue.push({
					task,
					args,
					resolve,
					reject
				});
				this._tryToRun();
				return promise;
			}
		};
		var version = "2.19.5";
		var version$2 = /*#__PURE__*/ Object.freeze({
			version,
			default: { version }
		});
		var require$$2 = () => console.log("You must import the full version of Bottleneck in order to use this feature.");
		var require$$3 = () => console.log("You must import the full version of Bottleneck in order to use this feature.");
		var require$$4 = () => console.log("You must import the full version of Bottleneck in order to use this feature.");
		var Events$2, Group, IORedisConnection$1, RedisConnection$1, Scripts$1, parser$3 = parser;
		Events$2 = Events_1;
		RedisConnection$1 = require$$2;
		IORedisConnection$1 = require$$3;
		Scripts$1 = require$$4;
		Group = (function() {
			class Group {
				constructor(limiterOptions = {}) {
					this.deleteKey = this.deleteKey.bind(this);
					this.limiterOptions = limiterOptions;
					parser$3.load(this.limiterOptions, this.defaults, this);
					this.Events = new Events$2(this);
					this.instances = {};
					this.Bottleneck = Bottleneck_1;
					this._startAutoCleanup();
					this.sharedConnection = this.connection != null;
					if (this.connection == null) {
						if (this.limiterOptions.datastore === "redis") this.connection = new RedisConnection$1(Object.assign({}, this.limiterOptions, { Events: this.Events }));
						else if (this.limiterOptions.datastore === "ioredis") this.connection = new IORedisConnection$1(Object.assign({}, this.limiterOptions, { Events: this.Events }));
					}
				}
				key(key = "") {
					var ref;
					return (ref = this.instances[key]) != null ? ref : (() => {
						var limiter = this.instances[key] = new this.Bottleneck(Object.assign(this.limiterOptions, {
							id: `${this.id}-${key}`,
							timeout: this.timeout,
							connection: this.connection
						}));
						this.Events.trigger("created", limiter, key);
						return limiter;
					})();
				}
				async deleteKey(key = "") {
					var deleted, instance = this.instances[key];
					if (this.connection) deleted = await this.connection.__runCommand__(["del", ...Scripts$1.allKeys(`${this.id}-${key}`)]);
					if (instance != null) {
						delete this.instances[key];
						await instance.disconnect();
					}
					return instance != null || deleted > 0;
				}
				limiters() {
					var k, ref = this.instances, results = [], v;
					for (k in ref) {
						v = ref[k];
						results.push({
							key: k,
							limiter: v
						});
					}
					return results;
				}
				keys() {
					return Object.keys(this.instances);
				}
				async clusterKeys() {
					var cursor, end, found, i, k, keys, len, next, start;
					if (this.connection == null) return this.Promise.resolve(this.keys());
					keys = [];
					cursor = null;
					start = `b_${this.id}-`.length;
					end = 9;
					while (cursor !== 0) {
						[next, found] = await this.connection.__runCommand__([
							"scan",
							cursor != null ? cursor : 0,
							"match",
							`b_${this.id}-*_settings`,
							"count",
							1e4
						]);
						cursor = ~~next;
						for (i = 0, len = found.length; i < len; i++) {
							k = found[i];
							keys.push(k.slice(start, -end));
						}
					}
					return keys;
				}
				_startAutoCleanup() {
					var base;
					clearInterval(this.interval);
					return typeof (base = this.interval = setInterval(async () => {
						var e, k, ref, results, time = Date.now(), v;
						ref = this.instances;
						results = [];
						for (k in ref) {
							v = ref[k];
							try {
								if (await v._store.__groupCheck__(time)) results.push(this.deleteKey(k));
								else results.push(void 0);
							} catch (error) {
								e = error;
								results.push(v.Events.trigger("error", e));
							}
						}
						return results;
					}, this.timeout / 2)).unref === "function" ? base.unref() : void 0;
				}
				updateSettings(options = {}) {
					parser$3.overwrite(options, this.defaults, this);
					parser$3.overwrite(options, options, this.limiterOptions);
					if (options.timeout != null) return this._startAutoCleanup();
				}
				disconnect(flush = true) {
					var ref;
					if (!this.sharedConnection) return (ref = this.connection) != null ? ref.disconnect(flush) : void 0;
				}
			}
			Group.prototype.defaults = {
				timeout: 3e5,
				connection: null,
				Promise,
				id: "group-key"
			};
			return Group;
		}).call(commonjsGlobal);
		var Group_1 = Group;
		var Batcher, Events$3, parser$4 = parser;
		Events$3 = Events_1;
		Batcher = (function() {
			class Batcher {
				constructor(options = {}) {
					this.options = options;
					parser$4.load(this.options, this.defaults, this);
					this.Events = new Events$3(this);
					this._arr = [];
					this._resetPromise();
					this._lastFlush = Date.now();
				}
				_resetPromise() {
					return this._promise = new this.Promise((res, rej) => {
						return this._resolve = res;
					});
				}
				_flush() {
					clearTimeout(this._timeout);
					this._lastFlush = Date.now();
					this._resolve();
					this.Events.trigger("batch", this._arr);
					this._arr = [];
					return this._resetPromise();
				}
				add(data) {
					var ret;
					this._arr.push(data);
					ret = this._promise;
					if (this._arr.length === this.maxSize) this._flush();
					else if (this.maxTime != null && this._arr.length === 1) this._timeout = setTimeout(() => {
						return this._flush();
					}, this.maxTime);
					return ret;
				}
			}
			Batcher.prototype.defaults = {
				maxTime: null,
				maxSize: null,
				Promise
			};
			return Batcher;
		}).call(commonjsGlobal);
		var Batcher_1 = Batcher;
		var require$$4$1 = () => console.log("You must import the full version of Bottleneck in order to use this feature.");
		var require$$8 = getCjsExportFromNamespace(version$2);
		var Bottleneck, DEFAULT_PRIORITY$1, Events$4, Job$1, LocalDatastore$1, NUM_PRIORITIES$1, Queues$1, RedisDatastore$1, States$1, Sync$1, parser$5, splice = [].splice;
		NUM_PRIORITIES$1 = 10;
		DEFAULT_PRIORITY$1 = 5;
		parser$5 = parser;
		Queues$1 = Queues_1;
		Job$1 = Job_1;
		LocalDatastore$1 = LocalDatastore_1;
		RedisDatastore$1 = require$$4$1;
		Events$4 = Events_1;
		States$1 = States_1;
		Sync$1 = Sync_1;
		Bottleneck = (function() {
			class Bottleneck {
				constructor(options = {}, ...invalid) {
					var storeInstanceOptions, storeOptions;
					this._addToQueue = this._addToQueue.bind(this);
					this._validateOptions(options, invalid);
					parser$5.load(options, this.instanceDefaults, this);
					this._queues = new Queues$1(NUM_PRIORITIES$1);
					this._scheduled = {};
					this._states = new States$1([
						"RECEIVED",
						"QUEUED",
						"RUNNING",
						"EXECUTING"
					].concat(this.trackDoneStatus ? ["DONE"] : []));
					this._limiter = null;
					this.Events = new Events$4(this);
					this._submitLock = new Sync$1("submit", this.Promise);
					this._registerLock = new Sync$1("register", this.Promise);
					storeOptions = parser$5.load(options, this.storeDefaults, {});
					this._store = (function() {
						if (this.datastore === "redis" || this.datastore === "ioredis" || this.connection != null) {
							storeInstanceOptions = parser$5.load(options, this.redisStoreDefaults, {});
							return new RedisDatastore$1(this, storeOptions, storeInstanceOptions);
						} else if (this.datastore === "local") {
							storeInstanceOptions = parser$5.load(options, this.localStoreDefaults, {});
							return new LocalDatastore$1(this, storeOptions, storeInstanceOptions);
						} else throw new Bottleneck.prototype.BottleneckError(`Invalid datastore type: ${this.datastore}`);
					}).call(this);
					this._queues.on("leftzero", () => {
						var ref;
						return (ref = this._store.heartbeat) != null ? typeof ref.ref === "function" ? ref.ref() : void 0 : void 0;
					});
					this._queues.on("zero", () => {
						var ref;
						return (ref = this._store.heartbeat) != null ? typeof ref.unref === "function" ? ref.unref() : void 0 : void 0;
					});
				}
				_validateOptions(options, invalid) {
					if (!(options != null && typeof options === "object" && invalid.length === 0)) throw new Bottleneck.prototype.BottleneckError("Bottleneck v2 takes a single object argument. Refer to https://github.com/SGrondin/bottleneck#upgrading-to-v2 if you're upgrading from Bottleneck v1.");
				}
				ready() {
					return this._store.ready;
				}
				clients() {
					return this._store.clients;
				}
				channel() {
					return `b_${this.id}`;
				}
				channel_client() {
					return `b_${this.id}_${this._store.clientId}`;
				}
				publish(message) {
					return this._store.__publish__(message);
				}
				disconnect(flush = true) {
					return this._store.__disconnect__(flush);
				}
				chain(_limiter) {
					this._limiter = _limiter;
					return this;
				}
				queued(priority) {
					return this._queues.queued(priority);
				}
				clusterQueued() {
					return this._store.__queued__();
				}
				empty() {
					return this.queued() === 0 && this._submitLock.isEmpty();
				}
				running() {
					return this._store.__running__();
				}
				done() {
					return this._store.__done__();
				}
				jobStatus(id) {
					return this._states.jobStatus(id);
				}
				jobs(status) {
					return this._states.statusJobs(status);
				}
				counts() {
					return this._states.statusCounts();
				}
				_randomIndex() {
					return Math.random().toString(36).slice(2);
				}
				check(weight = 1) {
					return this._store.__check__(weight);
				}
				_clearGlobalState(index) {
					if (this._scheduled[index] != null) {
						clearTimeout(this._scheduled[index].expiration);
						delete this._scheduled[index];
						return true;
					} else return false;
				}
				async _free(index, job, options, eventInfo) {
					var e, running;
					try {
						({running} = await this._store.__free__(index, options.weight));
						this.Events.trigger("debug", `Freed ${options.id}`, eventInfo);
						if (running === 0 && this.empty()) return this.Events.trigger("idle");
					} catch (error1) {
						e = error1;
						return this.Events.trigger("error", e);
					}
				}
				_run(index, job, wait) {
					var clearGlobalState, free, run;
					job.doRun();
					clearGlobalState = this._clearGlobalState.bind(this, index);
					run = this._run.bind(this, index, job);
					free = this._free.bind(this, index, job);
					return this._scheduled[index] = {
						timeout: setTimeout(() => {
							return job.doExecute(this._limiter, clearGlobalState, run, free);
						}, wait),
						expiration: job.options.expiration != null ? setTimeout(function() {
							return job.doExpire(clearGlobalState, run, free);
						}, wait + job.options.expiration) : void 0,
						job
					};
				}
				_drainOne(capacity) {
					return this._registerLock.schedule(() => {
						var args, index, next, options, queue;
						if (this.queued() === 0) return this.Promise.resolve(null);
						queue = this._queues.getFirst();
						({options, args} = next = queue.first());
						if (capacity != null && options.weight > capacity) return this.Promise.resolve(null);
						this.Events.trigger("debug", `Draining ${options.id}`, {
							args,
							options
						});
						index = this._randomIndex();
						return this._store.__register__(index, options.weight, options.expiration).then(({ success, wait, reservoir }) => {
							var empty;
							this.Events.trigger("debug", `Drained ${options.id}`, {
								success,
								args,
								options
							});
							if (success) {
								queue.shift();
								empty = this.empty();
								if (empty) this.Events.trigger("empty");
								if (reservoir === 0) this.Events.trigger("depleted", empty);
								this._run(index, next, wait);
								return this.Promise.resolve(options.weight);
							} else return this.Promise.resolve(null);
						});
					});
				}
				_drainAll(capacity, total = 0) {
					return this._drainOne(capacity).then((drained) => {
						var newCapacity;
						if (drained != null) {
							newCapacity = capacity != null ? capacity - drained : capacity;
							return this._drainAll(newCapacity, total + drained);
						} else return this.Promise.resolve(total);
					}).catch((e) => {
						return this.Events.trigger("error", e);
					});
				}
				_dropAllQueued(message) {
					return this._queues.shiftAll(function(job) {
						return job.doDrop({ message });
					});
				}
				stop(options = {}) {
					var done, waitForExecuting;
					options = parser$5.load(options, this.stopDefaults);
					waitForExecuting = (at) => {
						var finished = () => {
							var counts = this._states.counts;
							return counts[0] + counts[1] + counts[2] + counts[3] === at;
						};
						return new this.Promise((resolve, reject) => {
							if (finished()) return resolve();
							else return this.on("done", () => {
								if (finished()) {
									this.removeAllListeners("done");
									return resolve();
								}
							});
						});
					};
					done = options.dropWaitingJobs ? (this._run = function(index, next) {
						return next.doDrop({ message: options.dropErrorMessage });
					}, this._drainOne = () => {
						return this.Promise.resolve(null);
					}, this._registerLock.schedule(() => {
						return this._submitLock.schedule(() => {
							var k, ref = this._scheduled, v;
							for (k in ref) {
								v = ref[k];
								if (this.jobStatus(v.job.options.id) === "RUNNING") {
									clearTimeout(v.timeout);
									clearTimeout(v.expiration);
									v.job.doDrop({ message: options.dropErrorMessage });
								}
							}
							this._dropAllQueued(options.dropErrorMessage);
							return waitForExecuting(0);
						});
					})) : this.schedule({
						priority: NUM_PRIORITIES$1 - 1,
						weight: 0
					}, () => {
						return waitForExecuting(1);
					});
					this._receive = function(job) {
						return job._reject(new Bottleneck.prototype.BottleneckError(options.enqueueErrorMessage));
					};
					this.stop = () => {
						return this.Promise.reject(new Bottleneck.prototype.BottleneckError("stop() has already been called"));
					};
					return done;
				}
				async _addToQueue(job) {
					var args, blocked, error, options, reachedHWM, shifted, strategy;
					({args, options} = job);
					try {
						({reachedHWM, blocked, strategy} = await this._store.__submit__(this.queued(), options.weight));
					} catch (error1) {
						error = error1;
						this.Events.trigger("debug", `Could not queue ${options.id}`, {
							args,
							options,
							error
						});
						job.doDrop({ error });
						return false;
					}
					if (blocked) {
						job.doDrop();
						return true;
					} else if (reachedHWM) {
						shifted = strategy === Bottleneck.prototype.strategy.LEAK ? this._queues.shiftLastFrom(options.priority) : strategy === Bottleneck.prototype.strategy.OVERFLOW_PRIORITY ? this._queues.shiftLastFrom(options.priority + 1) : strategy === Bottleneck.prototype.strategy.OVERFLOW ? job : void 0;
						if (shifted != null) shifted.doDrop();
						if (shifted == null || strategy === Bottleneck.prototype.strategy.OVERFLOW) {
							if (shifted == null) job.doDrop();
							return reachedHWM;
						}
					}
					job.doQueue(reachedHWM, blocked);
					this._queues.push(job);
					await this._drainAll();
					return reachedHWM;
				}
				_receive(job) {
					if (this._states.jobStatus(job.options.id) != null) {
						job._reject(new Bottleneck.prototype.BottleneckError(`A job with the same id already exists (id=${job.options.id})`));
						return false;
					} else {
						job.doReceive();
						return this._submitLock.schedule(this._addToQueue, job);
					}
				}
				submit(...args) {
					var cb, fn, job, options, ref, ref1, task;
					if (typeof args[0] === "function") {
						ref = args, [fn, ...args] = ref, [cb] = splice.call(args, -1);
						options = parser$5.load({}, this.jobDefaults);
					} else {
						ref1 = args, [options, fn, ...args] = ref1, [cb] = splice.call(args, -1);
						options = parser$5.load(options, this.jobDefaults);
					}
					task = (...args) => {
						return new this.Promise(function(resolve, reject) {
							return fn(...args, function(...args) {
								return (args[0] != null ? reject : resolve)(args);
							});
						});
					};
					job = new Job$1(task, args, options, this.jobDefaults, this.rejectOnDrop, this.Events, this._states, this.Promise);
					job.promise.then(function(args) {
						return typeof cb === "function" ? cb(...args) : void 0;
					}).catch(function(args) {
						if (Array.isArray(args)) return typeof cb === "function" ? cb(...args) : void 0;
						else return typeof cb === "function" ? cb(args) : void 0;
					});
					return this._receive(job);
				}
				schedule(...args) {
					var job, options, task;
					if (typeof args[0] === "function") {
						[task, ...args] = args;
						options = {};
					} else [options, task, ...args] = args;
					job = new Job$1(task, args, options, this.jobDefaults, this.rejectOnDrop, this.Events, this._states, this.Promise);
					this._receive(job);
					return job.promise;
				}
				wrap(fn) {
					var schedule = this.schedule.bind(this), wrapped = function(...args) {
						return schedule(fn.bind(this), ...args);
					};
					wrapped.withOptions = function(options, ...args) {
						return schedule(options, fn, ...args);
					};
					return wrapped;
				}
				async updateSettings(options = {}) {
					await this._store.__updateSettings__(parser$5.overwrite(options, this.storeDefaults));
					parser$5.overwrite(options, this.instanceDefaults, this);
					return this;
				}
				currentReservoir() {
					return this._store.__currentReservoir__();
				}
				incrementReservoir(incr = 0) {
					return this._store.__incrementReservoir__(incr);
				}
			}
			Bottleneck.default = Bottleneck;
			Bottleneck.Events = Events$4;
			Bottleneck.version = Bottleneck.prototype.version = require$$8.version;
			Bottleneck.strategy = Bottleneck.prototype.strategy = {
				LEAK: 1,
				OVERFLOW: 2,
				OVERFLOW_PRIORITY: 4,
				BLOCK: 3
			};
			Bottleneck.BottleneckError = Bottleneck.prototype.BottleneckError = BottleneckError_1;
			Bottleneck.Group = Bottleneck.prototype.Group = Group_1;
			Bottleneck.RedisConnection = Bottleneck.prototype.RedisConnection = require$$2;
			Bottleneck.IORedisConnection = Bottleneck.prototype.IORedisConnection = require$$3;
			Bottleneck.Batcher = Bottleneck.prototype.Batcher = Batcher_1;
			Bottleneck.prototype.jobDefaults = {
				priority: DEFAULT_PRIORITY$1,
				weight: 1,
				expiration: null,
				id: "<no-id>"
			};
			Bottleneck.prototype.storeDefaults = {
				maxConcurrent: null,
				minTime: 0,
				highWater: null,
				strategy: Bottleneck.prototype.strategy.LEAK,
				penalty: null,
				reservoir: null,
				reservoirRefreshInterval: null,
				reservoirRefreshAmount: null,
				reservoirIncreaseInterval: null,
				reservoirIncreaseAmount: null,
				reservoirIncreaseMaximum: null
			};
			Bottleneck.prototype.localStoreDefaults = {
				Promise,
				timeout: null,
				heartbeatInterval: 250
			};
			Bottleneck.prototype.redisStoreDefaults = {
				Promise,
				timeout: null,
				heartbeatInterval: 5e3,
				clientTimeout: 1e4,
				Redis: null,
				clientOptions: {},
				clusterNodes: null,
				clearDatastore: false,
				connection: null
			};
			Bottleneck.prototype.instanceDefaults = {
				datastore: "local",
				connection: null,
				id: "<no-id>",
				rejectOnDrop: true,
				trackDoneStatus: false,
				Promise
			};
			Bottleneck.prototype.stopDefaults = {
				enqueueErrorMessage: "This limiter has been stopped and cannot accept new jobs.",
				dropWaitingJobs: true,
				dropErrorMessage: "This limiter has been stopped."
			};
			return Bottleneck;
		}).call(commonjsGlobal);
		var Bottleneck_1 = Bottleneck;
		return Bottleneck_1;
	}));
}));
// node_modules/@octokit/request-error/dist-src/index.js
var import_picomatch = /* @__PURE__ */ __toESM(require_picomatch(), 1);
var import_light = /* @__PURE__ */ __toESM(require_light(), 1);
var RequestError = class extends Error {
	name;
	/**
	* http status code
	*/
	status;
	/**
	* Request options that lead to the error.
	*/
	request;
	/**
	* Response object if a response was received
	*/
	response;
	constructor(message, statusCode, options) {
		super(message, { cause: options.cause });
		this.name = "HttpError";
		this.status = Number.parseInt(statusCode);
		if (Number.isNaN(this.status)) this.status = 0;
		/* v8 ignore else -- @preserve -- Bug with vitest coverage where it sees an else branch that doesn't exist */
		if ("response" in options) this.response = options.response;
		const requestCopy = Object.assign({}, options.request);
		if (options.request.headers.authorization) requestCopy.headers = Object.assign({}, options.request.headers, { authorization: options.request.headers.authorization.replace(/(?<! ) .*$/, " [REDACTED]") });
		requestCopy.url = requestCopy.url.replace(/\bclient_secret=\w+/g, "client_secret=[REDACTED]").replace(/\baccess_token=\w+/g, "access_token=[REDACTED]");
		this.request = requestCopy;
	}
};
// node_modules/@octokit/plugin-retry/dist-bundle/index.js
var VERSION$6 = "0.0.0-development";
function isRequestError(error) {
	return error.request !== void 0;
}
async function errorRequest(state, octokit, error, options) {
	if (!isRequestError(error) || !error?.request.request) throw error;
	if (error.status >= 400 && !state.doNotRetry.includes(error.status)) {
		const retries = options.request.retries != null ? options.request.retries : state.retries;
		const retryAfter = Math.pow((options.request.retryCount || 0) + 1, 2);
		throw octokit.retry.retryRequest(error, retries, retryAfter);
	}
	throw error;
}
async function wrapRequest(state, octokit, request, options) {
	const limiter = new import_light.default();
	limiter.on("failed", function(error, info) {
		const maxRetries = ~~error.request.request?.retries;
		const after = ~~error.request.request?.retryAfter;
		options.request.retryCount = info.retryCount + 1;
		if (maxRetries > info.retryCount) return after * state.retryAfterBaseValue;
	});
	return limiter.schedule(requestWithGraphqlErrorHandling.bind(null, state, octokit, request), options);
}
async function requestWithGraphqlErrorHandling(state, octokit, request, options) {
	const response = await request(options);
	if (response.data && response.data.errors && response.data.errors.length > 0 && /Something went wrong while executing your query/.test(response.data.errors[0].message)) return errorRequest(state, octokit, new RequestError(response.data.errors[0].message, 500, {
		request: options,
		response
	}), options);
	return response;
}
function retry(octokit, octokitOptions) {
	const state = Object.assign({
		enabled: true,
		retryAfterBaseValue: 1e3,
		doNotRetry: [
			400,
			401,
			403,
			404,
			410,
			422,
			451
		],
		retries: 3
	}, octokitOptions.retry);
	const retryPlugin = { retry: { retryRequest: (error, retries, retryAfter) => {
		error.request.request = Object.assign({}, error.request.request, {
			retries,
			retryAfter
		});
		return error;
	} } };
	if (state.enabled) {
		octokit.hook.error("request", errorRequest.bind(null, state, retryPlugin));
		octokit.hook.wrap("request", wrapRequest.bind(null, state, retryPlugin));
	}
	return retryPlugin;
}
retry.VERSION = VERSION$6;
// node_modules/universal-user-agent/index.js
function getUserAgent() {
	if (typeof navigator === "object" && "userAgent" in navigator) return navigator.userAgent;
	if (typeof process === "object" && process.version !== void 0) return `Node.js/${process.version.substr(1)} (${process.platform}; ${process.arch})`;
	return "<environment undetectable>";
}
// node_modules/before-after-hook/lib/register.js
function register(state, name, method, options) {
	if (typeof method !== "function") throw new Error("method for before hook must be a function");
	if (!options) options = {};
	if (Array.isArray(name)) return name.reverse().reduce((callback, name) => {
		return register.bind(null, state, name, callback, options);
	}, method)();
	return Promise.resolve().then(() => {
		if (!state.registry[name]) return method(options);
		return state.registry[name].reduce((method, registered) => {
			return registered.hook.bind(null, method, options);
		}, method)();
	});
}
// node_modules/before-after-hook/lib/add.js
function addHook(state, kind, name, hook) {
	const orig = hook;
	if (!state.registry[name]) state.registry[name] = [];
	if (kind === "before") hook = (method, options) => {
		return Promise.resolve().then(orig.bind(null, options)).then(method.bind(null, options));
	};
	if (kind === "after") hook = (method, options) => {
		let result;
		return Promise.resolve().then(method.bind(null, options)).then((result_) => {
			result = result_;
			return orig(result, options);
		}).then(() => {
			return result;
		});
	};
	if (kind === "error") hook = (method, options) => {
		return Promise.resolve().then(method.bind(null, options)).catch((error) => {
			return orig(error, options);
		});
	};
	state.registry[name].push({
		hook,
		orig
	});
}
// node_modules/before-after-hook/lib/remove.js
function removeHook(state, name, method) {
	if (!state.registry[name]) return;
	const index = state.registry[name].map((registered) => {
		return registered.orig;
	}).indexOf(method);
	if (index === -1) return;
	state.registry[name].splice(index, 1);
}
// node_modules/before-after-hook/index.js
const bind = Function.bind;
const bindable = bind.bind(bind);
function bindApi(hook, state, name) {
	const removeHookRef = bindable(removeHook, null).apply(null, name ? [state, name] : [state]);
	hook.api = { remove: removeHookRef };
	hook.remove = removeHookRef;
	[
		"before",
		"error",
		"after",
		"wrap"
	].forEach((kind) => {
		const args = name ? [
			state,
			kind,
			name
		] : [state, kind];
		hook[kind] = hook.api[kind] = bindable(addHook, null).apply(null, args);
	});
}
function Singular() {
	const singularHookName = Symbol("Singular");
	const singularHookState = { registry: {} };
	const singularHook = register.bind(null, singularHookState, singularHookName);
	bindApi(singularHook, singularHookState, singularHookName);
	return singularHook;
}
function Collection() {
	const state = { registry: {} };
	const hook = register.bind(null, state);
	bindApi(hook, state);
	return hook;
}
var before_after_hook_default = {
	Singular,
	Collection
};
// node_modules/@octokit/endpoint/dist-bundle/index.js
var DEFAULTS = {
	method: "GET",
	baseUrl: "https://api.github.com",
	headers: {
		accept: "application/vnd.github.v3+json",
		"user-agent": `octokit-endpoint.js/0.0.0-development ${getUserAgent()}`
	},
	mediaType: { format: "" }
};
function lowercaseKeys(object) {
	if (!object) return {};
	return Object.keys(object).reduce((newObj, key) => {
		newObj[key.toLowerCase()] = object[key];
		return newObj;
	}, {});
}
function isPlainObject$2(value) {
	if (typeof value !== "object" || value === null) return false;
	if (Object.prototype.toString.call(value) !== "[object Object]") return false;
	const proto = Object.getPrototypeOf(value);
	if (proto === null) return true;
	const Ctor = Object.prototype.hasOwnProperty.call(proto, "constructor") && proto.constructor;
	return typeof Ctor === "function" && Ctor instanceof Ctor && Function.prototype.call(Ctor) === Function.prototype.call(value);
}
function mergeDeep(defaults, options) {
	const result = Object.assign({}, defaults);
	Object.keys(options).forEach((key) => {
		if (isPlainObject$2(options[key])) {
			if (!(key in defaults)) Object.assign(result, { [key]: options[key] });
			else result[key] = mergeDeep(defaults[key], options[key]);
		} else Object.assign(result, { [key]: options[key] });
	});
	return result;
}
function removeUndefinedProperties(obj) {
	for (const key in obj) if (obj[key] === void 0) delete obj[key];
	return obj;
}
function merge$1(defaults, route, options) {
	if (typeof route === "string") {
		let [method, url] = route.split(" ");
		options = Object.assign(url ? {
			method,
			url
		} : { url: method }, options);
	} else options = Object.assign({}, route);
	options.headers = lowercaseKeys(options.headers);
	removeUndefinedProperties(options);
	removeUndefinedProperties(options.headers);
	const mergedOptions = mergeDeep(defaults || {}, options);
	if (options.url === "/graphql") {
		if (defaults && defaults.mediaType.previews?.length) mergedOptions.mediaType.previews = defaults.mediaType.previews.filter((preview) => !mergedOptions.mediaType.previews.includes(preview)).concat(mergedOptions.mediaType.previews);
		mergedOptions.mediaType.previews = (mergedOptions.mediaType.previews || []).map((preview) => preview.replace(/-preview/, ""));
	}
	return mergedOptions;
}
function addQueryParameters(url, parameters) {
	const separator = /\?/.test(url) ? "&" : "?";
	const names = Object.keys(parameters);
	if (names.length === 0) return url;
	return url + separator + names.map((name) => {
		if (name === "q") return "q=" + parameters.q.split("+").map(encodeURIComponent).join("+");
		return `${name}=${encodeURIComponent(parameters[name])}`;
	}).join("&");
}
var urlVariableRegex = /\{[^{}}]+\}/g;
function removeNonChars(variableName) {
	return variableName.replace(/(?:^\W+)|(?:(?<!\W)\W+$)/g, "").split(/,/);
}
function extractUrlVariableNames(url) {
	const matches = url.match(urlVariableRegex);
	if (!matches) return [];
	return matches.map(removeNonChars).reduce((a, b) => a.concat(b), []);
}
function omit$1(object, keysToOmit) {
	const result = { __proto__: null };
	for (const key of Object.keys(object)) if (keysToOmit.indexOf(key) === -1) result[key] = object[key];
	return result;
}
function encodeReserved(str) {
	return str.split(/(%[0-9A-Fa-f]{2})/g).map(function(part) {
		if (!/%[0-9A-Fa-f]/.test(part)) part = encodeURI(part).replace(/%5B/g, "[").replace(/%5D/g, "]");
		return part;
	}).join("");
}
function encodeUnreserved(str) {
	return encodeURIComponent(str).replace(/[!'()*]/g, function(c) {
		return "%" + c.charCodeAt(0).toString(16).toUpperCase();
	});
}
function encodeValue(operator, value, key) {
	value = operator === "+" || operator === "#" ? encodeReserved(value) : encodeUnreserved(value);
	if (key) return encodeUnreserved(key) + "=" + value;
	else return value;
}
function isDefined(value) {
	return value !== void 0 && value !== null;
}
function isKeyOperator(operator) {
	return operator === ";" || operator === "&" || operator === "?";
}
function getValues(context, operator, key, modifier) {
	var value = context[key], result = [];
	if (isDefined(value) && value !== "") {
		if (typeof value === "string" || typeof value === "number" || typeof value === "bigint" || typeof value === "boolean") {
			value = value.toString();
			if (modifier && modifier !== "*") value = value.substring(0, parseInt(modifier, 10));
			result.push(encodeValue(operator, value, isKeyOperator(operator) ? key : ""));
		} else if (modifier === "*") {
			if (Array.isArray(value)) value.filter(isDefined).forEach(function(value2) {
				result.push(encodeValue(operator, value2, isKeyOperator(operator) ? key : ""));
			});
			else Object.keys(value).forEach(function(k) {
				if (isDefined(value[k])) result.push(encodeValue(operator, value[k], k));
			});
		} else {
			const tmp = [];
			if (Array.isArray(value)) value.filter(isDefined).forEach(function(value2) {
				tmp.push(encodeValue(operator, value2));
			});
			else Object.keys(value).forEach(function(k) {
				if (isDefined(value[k])) {
					tmp.push(encodeUnreserved(k));
					tmp.push(encodeValue(operator, value[k].toString()));
				}
			});
			if (isKeyOperator(operator)) result.push(encodeUnreserved(key) + "=" + tmp.join(","));
			else if (tmp.length !== 0) result.push(tmp.join(","));
		}
	} else if (operator === ";") {
		if (isDefined(value)) result.push(encodeUnreserved(key));
	} else if (value === "" && (operator === "&" || operator === "?")) result.push(encodeUnreserved(key) + "=");
	else if (value === "") result.push("");
	return result;
}
function parseUrl(template) {
	return { expand: expand.bind(null, template) };
}
function expand(template, context) {
	var operators = [
		"+",
		"#",
		".",
		"/",
		";",
		"?",
		"&"
	];
	template = template.replace(/\{([^\{\}]+)\}|([^\{\}]+)/g, function(_, expression, literal) {
		if (expression) {
			let operator = "";
			const values = [];
			if (operators.indexOf(expression.charAt(0)) !== -1) {
				operator = expression.charAt(0);
				expression = expression.substr(1);
			}
			expression.split(/,/g).forEach(function(variable) {
				var tmp = /([^:\*]*)(?::(\d+)|(\*))?/.exec(variable);
				values.push(getValues(context, operator, tmp[1], tmp[2] || tmp[3]));
			});
			if (operator && operator !== "+") {
				var separator = ",";
				if (operator === "?") separator = "&";
				else if (operator !== "#") separator = operator;
				return (values.length !== 0 ? operator : "") + values.join(separator);
			} else return values.join(",");
		} else return encodeReserved(literal);
	});
	if (template === "/") return template;
	else return template.replace(/\/$/, "");
}
function parse$2(options) {
	let method = options.method.toUpperCase();
	let url = (options.url || "/").replace(/:([a-z]\w+)/g, "{$1}");
	let headers = Object.assign({}, options.headers);
	let body;
	let parameters = omit$1(options, [
		"method",
		"baseUrl",
		"url",
		"headers",
		"request",
		"mediaType"
	]);
	const urlVariableNames = extractUrlVariableNames(url);
	url = parseUrl(url).expand(parameters);
	if (!/^http/.test(url)) url = options.baseUrl + url;
	const remainingParameters = omit$1(parameters, Object.keys(options).filter((option) => urlVariableNames.includes(option)).concat("baseUrl"));
	if (!/application\/octet-stream/i.test(headers.accept)) {
		if (options.mediaType.format) headers.accept = headers.accept.split(/,/).map((format) => format.replace(/application\/vnd(\.\w+)(\.v3)?(\.\w+)?(\+json)?$/, `application/vnd$1$2.${options.mediaType.format}`)).join(",");
		if (url.endsWith("/graphql")) {
			if (options.mediaType.previews?.length) headers.accept = (headers.accept.match(/(?<![\w-])[\w-]+(?=-preview)/g) || []).concat(options.mediaType.previews).map((preview) => {
				return `application/vnd.github.${preview}-preview${options.mediaType.format ? `.${options.mediaType.format}` : "+json"}`;
			}).join(",");
		}
	}
	if (["GET", "HEAD"].includes(method)) url = addQueryParameters(url, remainingParameters);
	else if ("data" in remainingParameters) body = remainingParameters.data;
	else if (Object.keys(remainingParameters).length) body = remainingParameters;
	if (!headers["content-type"] && typeof body !== "undefined") headers["content-type"] = "application/json; charset=utf-8";
	if (["PATCH", "PUT"].includes(method) && typeof body === "undefined") body = "";
	return Object.assign({
		method,
		url,
		headers
	}, typeof body !== "undefined" ? { body } : null, options.request ? { request: options.request } : null);
}
function endpointWithDefaults(defaults, route, options) {
	return parse$2(merge$1(defaults, route, options));
}
function withDefaults$2(oldDefaults, newDefaults) {
	const DEFAULTS2 = merge$1(oldDefaults, newDefaults);
	const endpoint2 = endpointWithDefaults.bind(null, DEFAULTS2);
	return Object.assign(endpoint2, {
		DEFAULTS: DEFAULTS2,
		defaults: withDefaults$2.bind(null, DEFAULTS2),
		merge: merge$1.bind(null, DEFAULTS2),
		parse: parse$2
	});
}
var endpoint = withDefaults$2(null, DEFAULTS);
// node_modules/content-type/dist/index.js
/*!
* content-type
* Copyright(c) 2015 Douglas Christopher Wilson
* MIT Licensed
*/
const SP = 32;
const HTAB = 9;
const SEMI = 59;
const EQ = 61;
const DQUOTE = 34;
const BSLASH = 92;
const COMMA = 44;
const LOWER_CASE = 1;
const OWS = 2;
const SEMI_FLAG = 4;
const COMMA_FLAG = 8;
const TOKEN_FLAG = 16;
const NON_ASCII = 65280;
const CASE_FLAGS = 65281;
/**
* Character flags used to normalize HTTP field values while scanning.
* Out-of-range reads intentionally coerce to zero in bitwise expressions.
*/
const CHAR_MAP = /* @__PURE__ */ new Uint8Array(256);
CHAR_MAP[HTAB] |= OWS;
CHAR_MAP[SP] |= OWS;
CHAR_MAP[SEMI] |= SEMI_FLAG;
CHAR_MAP[COMMA] |= COMMA_FLAG;
for (let code = 128; code <= 255; code++) CHAR_MAP[code] |= LOWER_CASE;
for (const char of "!#$%&'*+-.^_`|~") CHAR_MAP[char.charCodeAt(0)] |= TOKEN_FLAG;
for (let code = 48; code <= 57; code++) CHAR_MAP[code] |= TOKEN_FLAG;
for (let code = 65; code <= 90; code++) CHAR_MAP[code] |= 17;
for (let code = 97; code <= 122; code++) CHAR_MAP[code] |= TOKEN_FLAG;
/**
* Null object perf optimization. Faster than `Object.create(null)` and `{ __proto__: null }`.
*/
const NullObject = /* @__PURE__ */ (() => {
	const C = function() {};
	C.prototype = Object.create(null);
	return C;
})();
/**
* Parse a `Content-Type` header.
*/
function parse$1(header, options) {
	const stopFlags = SEMI_FLAG | (options?.comma === true ? COMMA_FLAG : 0);
	const len = header.length;
	let valueStart = options?.start ?? 0;
	while ((CHAR_MAP[header.charCodeAt(valueStart)] & OWS) !== 0) valueStart++;
	let index = valueStart;
	let typeFlags = 0;
	let whitespace = -1;
	let stop = options?.parameters === false ? COMMA_FLAG : 0;
	while (index < len) {
		const code = header.charCodeAt(index);
		const flags = CHAR_MAP[code];
		if ((flags & stopFlags) !== 0) {
			stop |= flags & COMMA_FLAG;
			break;
		}
		if ((flags & OWS) !== 0) {
			if (whitespace === -1) whitespace = index;
		} else whitespace = -1;
		typeFlags |= code & NON_ASCII | flags;
		index++;
	}
	const valueEnd = whitespace === -1 ? index : whitespace;
	const value = header.slice(valueStart, valueEnd);
	const type = (typeFlags & CASE_FLAGS) === 0 ? value : value.toLowerCase();
	if (index === len || stop !== 0) return {
		type,
		index,
		parameters: new NullObject()
	};
	return parseParameters(header, type, index, len, stopFlags);
}
/**
* Parses the parameters of a `Content-Type` header starting at the given index.
*/
function parseParameters(header, type, index, len, stopFlags) {
	const parameters = new NullObject();
	parameter: while (index < len) {
		index++;
		while ((CHAR_MAP[header.charCodeAt(index)] & OWS) !== 0) index++;
		const keyStart = index;
		let keyFlags = 0;
		let keyWhitespace = -1;
		while (index < len) {
			const code = header.charCodeAt(index);
			const flags = CHAR_MAP[code];
			if ((flags & stopFlags) !== 0) {
				if ((flags & COMMA_FLAG) !== 0) break parameter;
				continue parameter;
			}
			if (code === EQ) {
				const keyEnd = keyWhitespace === -1 ? index : keyWhitespace;
				const value = header.slice(keyStart, keyEnd);
				const key = (keyFlags & CASE_FLAGS) === 0 ? value : value.toLowerCase();
				index++;
				while ((CHAR_MAP[header.charCodeAt(index)] & OWS) !== 0) index++;
				if (index < len && header.charCodeAt(index) === DQUOTE) {
					const quotedStart = ++index;
					let escaped = false;
					while (index < len) {
						const code = header.charCodeAt(index);
						if (code === DQUOTE) {
							if (parameters[key] === void 0) parameters[key] = escaped ? unescapeQuotedPairs(header, quotedStart, index) : header.slice(quotedStart, index);
							index++;
							let stop = 0;
							while (index < len) {
								const code = header.charCodeAt(index);
								const flags = CHAR_MAP[code];
								if ((flags & stopFlags) !== 0) {
									stop = flags & COMMA_FLAG;
									break;
								}
								index++;
							}
							if (stop !== 0) break parameter;
							continue parameter;
						}
						if (code === BSLASH && index + 1 < len) {
							escaped = true;
							index += 2;
							continue;
						}
						index++;
					}
					continue parameter;
				}
				const valueStart = index;
				let stop = 0;
				let valueWhitespace = -1;
				while (index < len) {
					const code = header.charCodeAt(index);
					const flags = CHAR_MAP[code];
					if ((flags & stopFlags) !== 0) {
						stop = flags & COMMA_FLAG;
						break;
					}
					if ((flags & OWS) !== 0) {
						if (valueWhitespace === -1) valueWhitespace = index;
					} else valueWhitespace = -1;
					index++;
				}
				if (parameters[key] === void 0) {
					const valueEnd = valueWhitespace === -1 ? index : valueWhitespace;
					parameters[key] = header.slice(valueStart, valueEnd);
				}
				if (stop !== 0) break parameter;
				continue parameter;
			}
			if ((flags & OWS) !== 0) {
				if (keyWhitespace === -1) keyWhitespace = index;
			} else keyWhitespace = -1;
			keyFlags |= code & NON_ASCII | flags;
			index++;
		}
	}
	return {
		type,
		index,
		parameters
	};
}
/**
* Remove backslashes from quoted pairs in a known-terminated quoted string body.
*/
function unescapeQuotedPairs(str, start, end) {
	let result = "";
	for (let index = start; index < end; index++) if (str.charCodeAt(index) === BSLASH) {
		result += str.slice(start, index);
		start = ++index;
	}
	return result + str.slice(start, end);
}
// node_modules/json-with-bigint/json-with-bigint.js
const intRegex = /^-?\d+$/;
const noiseValue = /^-?\d+n+$/;
const originalStringify = JSON.stringify;
const originalParse = JSON.parse;
const customFormat = /^-?\d+n$/;
const bigIntsStringify = /([\[:])?"(-?\d+)n"($|\s*[,\}\]])/g;
const noiseStringify = /([\[:])?("-?\d+n+)n("$|"\s*[,\}\]])/g;
/**
* @typedef {(this: any, key: string | number | undefined, value: any) => any} Replacer
* @typedef {(key: string | number | undefined, value: any, context?: { source: string }) => any} Reviver
*/
/**
* Checks if a value is unstringifiable according to native JSON.stringify rules.
*
* @param {any} val The value to check.
* @returns {boolean} True if the value is undefined, a function, or a symbol.
*/
const isUnstringifiable = (val) => val === void 0 || typeof val === "function" || typeof val === "symbol";
/**
* Checks if a value is a native JSON.rawJSON object (Node.js 22+).
*
* @param {any} val The value to check.
* @returns {boolean} True if the value is a RawJSON instance.
*/
const isRawJSON = (val) => val !== null && typeof val === "object" && val.constructor && val.constructor.name === "RawJSON";
/**
* Iteratively converts a JS value to a JSON string.
* Used as a fallback when the native JSON.stringify hits the Maximum Call Stack size.
* Fully compliant with JSON formatting (space), replacers, and toJSON behaviors.
*
* @param {any} rootValue The value to stringify.
* @param {Replacer | Array<string | number> | null} [replacer] User's custom replacer function.
* @param {string | number} [spaceParam] Indentation for pretty-printing.
* @returns {string | undefined} The generated JSON string.
*/
const stringifyIteratively = (rootValue, replacer, spaceParam) => {
	let space = "";
	if (typeof spaceParam === "number") space = " ".repeat(Math.min(10, Math.max(0, Math.floor(spaceParam))));
	else if (typeof spaceParam === "string") space = spaceParam.slice(0, 10);
	const isFunctionReplacer = typeof replacer === "function";
	const propertyList = Array.isArray(replacer) ? new Set(replacer.map(String)) : null;
	/**
	* Prepares a value for stringification by resolving toJSON, handling BigInts,
	* applying custom replacers, and unwrapping primitive objects.
	*
	* @param {object|Array} parent The parent object or array holding the value.
	* @param {string} key The key associated with the value.
	* @param {any} val The raw value to process.
	* @returns {any} The processed value ready for stringification.
	*/
	const prepareVal = (parent, key, val) => {
		if (val !== null && typeof val === "object" && typeof val.toJSON === "function") val = val.toJSON(key);
		if (typeof val === "string" && noiseValue.test(val)) return val + "n";
		if (typeof val === "bigint") {
			if ("rawJSON" in JSON) return JSON.rawJSON(val.toString());
			return val.toString() + "n";
		}
		if (isFunctionReplacer) val = replacer.call(parent, key, val);
		if (val !== null && typeof val === "object") {
			if (val instanceof Number || val instanceof String || val instanceof Boolean) val = val.valueOf();
		}
		return val;
	};
	const rootProcessed = prepareVal({ "": rootValue }, "", rootValue);
	if (isUnstringifiable(rootProcessed)) return;
	const isRootPrimitive = rootProcessed === null || typeof rootProcessed !== "object";
	const isRootNativeRawJSON = isRawJSON(rootProcessed);
	if (isRootPrimitive || isRootNativeRawJSON) return originalStringify(rootProcessed);
	const chunks = [];
	let level = 0;
	const stack = [{
		parent: { "": rootProcessed },
		key: "",
		val: rootProcessed,
		isArray: Array.isArray(rootProcessed),
		keys: Array.isArray(rootProcessed) ? null : Object.keys(rootProcessed),
		index: 0,
		first: true
	}];
	const visited = new WeakSet([rootProcessed]);
	while (stack.length > 0) {
		const node = stack[stack.length - 1];
		if (node.index === 0) {
			chunks.push(node.isArray ? "[" : "{");
			level++;
		}
		let isDone = false;
		if (node.isArray) {
			if (node.index < node.val.length) {
				if (!node.first) chunks.push(",");
				if (space) chunks.push("\n" + space.repeat(level));
				const childRaw = node.val[node.index];
				const childVal = prepareVal(node.val, String(node.index), childRaw);
				if (isUnstringifiable(childVal)) {
					chunks.push("null");
					node.first = false;
					node.index++;
				} else {
					const isComplexObject = childVal !== null && typeof childVal === "object";
					const isNativeRaw = isRawJSON(childVal);
					if (isComplexObject && !isNativeRaw) {
						if (visited.has(childVal)) throw new TypeError("Converting circular structure to JSON");
						visited.add(childVal);
						stack.push({
							parent: node.val,
							key: String(node.index),
							val: childVal,
							isArray: Array.isArray(childVal),
							keys: Array.isArray(childVal) ? null : Object.keys(childVal),
							index: 0,
							first: true
						});
						node.first = false;
						node.index++;
					} else {
						chunks.push(originalStringify(childVal));
						node.first = false;
						node.index++;
					}
				}
			} else isDone = true;
		} else {
			while (node.index < node.keys.length) {
				const k = node.keys[node.index++];
				if (propertyList && !propertyList.has(k)) continue;
				const childRaw = node.val[k];
				const childVal = prepareVal(node.val, k, childRaw);
				if (isUnstringifiable(childVal)) continue;
				if (!node.first) chunks.push(",");
				if (space) chunks.push("\n" + space.repeat(level) + originalStringify(k) + ": ");
				else chunks.push(originalStringify(k) + ":");
				const isComplexObject = childVal !== null && typeof childVal === "object";
				const isNativeRaw = isRawJSON(childVal);
				if (isComplexObject && !isNativeRaw) {
					if (visited.has(childVal)) throw new TypeError("Converting circular structure to JSON");
					visited.add(childVal);
					stack.push({
						parent: node.val,
						key: k,
						val: childVal,
						isArray: Array.isArray(childVal),
						keys: Array.isArray(childVal) ? null : Object.keys(childVal),
						index: 0,
						first: true
					});
					node.first = false;
					break;
				} else {
					chunks.push(originalStringify(childVal));
					node.first = false;
				}
			}
			if (node.index >= node.keys.length && stack[stack.length - 1] === node) isDone = true;
		}
		if (isDone) {
			level--;
			if (!node.first && space) chunks.push("\n" + space.repeat(level));
			chunks.push(node.isArray ? "]" : "}");
			visited.delete(node.val);
			stack.pop();
		}
	}
	return chunks.join("");
};
/**
* Converts a JavaScript value to a JSON string.
*
* Supports serialization of BigInt values using two strategies:
* 1. Custom format "123n" → "123" (universal fallback)
* 2. Native JSON.rawJSON() (Node.js 22+, fastest) when available
*
* All other values are serialized exactly like native JSON.stringify().
*
* @param {*} value The value to convert to a JSON string.
* @param {Replacer | Array<string | number> | null} [replacer]
* A function that alters the behavior of the stringification process,
* or an array of strings/numbers to indicate properties to exclude.
* @param {string | number} [space]
* A string or number to specify indentation or pretty-printing.
* @returns {string} The JSON string representation.
*/
const JSONStringify = (value, replacer, space) => {
	try {
		if ("rawJSON" in JSON) return originalStringify(value, (key, val) => {
			if (typeof val === "bigint") return JSON.rawJSON(val.toString());
			if (typeof replacer === "function") return replacer(key, val);
			if (Array.isArray(replacer) && replacer.includes(key)) return val;
			return val;
		}, space);
		if (!value) return originalStringify(value, replacer, space);
		return originalStringify(value, (key, val) => {
			if (typeof val === "string" && noiseValue.test(val)) return val.toString() + "n";
			if (typeof val === "bigint") return val.toString() + "n";
			if (typeof replacer === "function") return replacer(key, val);
			if (Array.isArray(replacer) && replacer.includes(key)) return val;
			return val;
		}, space).replace(bigIntsStringify, "$1$2$3").replace(noiseStringify, "$1$2$3");
	} catch (error) {
		if (error instanceof RangeError) {
			const convertedJSON = stringifyIteratively(value, replacer, space);
			if (convertedJSON === void 0) return void 0;
			if ("rawJSON" in JSON) return convertedJSON;
			return convertedJSON.replace(bigIntsStringify, "$1$2$3").replace(noiseStringify, "$1$2$3");
		}
		throw error;
	}
};
const featureCache = /* @__PURE__ */ new Map();
/**
* Detects if the current JSON.parse implementation supports the context.source feature.
*
* Uses toString() fingerprinting to cache results and automatically detect runtime
* replacements of JSON.parse (polyfills, mocks, etc.).
*
* @returns {boolean} true if context.source is supported, false otherwise.
*/
const isContextSourceSupported = () => {
	const parseFingerprint = JSON.parse.toString();
	if (featureCache.has(parseFingerprint)) return featureCache.get(parseFingerprint);
	try {
		const result = JSON.parse("1", (_, __, context) => !!context?.source && context.source === "1");
		featureCache.set(parseFingerprint, result);
		return result;
	} catch {
		featureCache.set(parseFingerprint, false);
		return false;
	}
};
/**
* Reviver function that converts custom-format BigInt strings back to BigInt values.
* Also handles "noise" strings that accidentally match the BigInt format.
*
* @param {string | number | undefined} key The object key.
* @param {*} value The value being parsed.
* @param {object} [context] Parse context (if supported by JSON.parse).
* @param {Reviver} [userReviver] User's custom reviver function.
* @returns {any} The transformed value.
*/
const convertMarkedBigIntsReviver = (key, value, context, userReviver) => {
	if (typeof value === "string" && customFormat.test(value)) return BigInt(value.slice(0, -1));
	if (typeof value === "string" && noiseValue.test(value)) return value.slice(0, -1);
	if (!(typeof userReviver === "function")) return value;
	return userReviver(key, value, context);
};
/**
* Fast JSON.parse implementation (~2x faster than classic fallback).
* Uses JSON.parse's context.source feature to detect integers and convert
* large numbers directly to BigInt without string manipulation.
*
* Does not support legacy custom format from v1 of this library.
*
* @param {string} text JSON string to parse.
* @param {Reviver} [reviver] Transform function to apply to each value.
* @returns {any} Parsed JavaScript value.
*/
const JSONParseV2 = (text, reviver) => {
	return JSON.parse(text, (key, value, context) => {
		const isBigNumber = typeof value === "number" && (value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER);
		const isInt = context && intRegex.test(context.source);
		if (isBigNumber && isInt) return BigInt(context.source);
		if (!(typeof reviver === "function")) return value;
		return reviver(key, value, context);
	});
};
const MAX_INT = Number.MAX_SAFE_INTEGER.toString();
const MAX_DIGITS = MAX_INT.length;
const stringsOrLargeNumbers = /"(?:[^"\\]|\\.)*"|-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/g;
const noiseValueWithQuotes = /^"-?\d+n+"$/;
/**
* Iteratively traverses the parsed object bottom-up (post-order),
* emulating the native JSON.parse reviver behavior.
* This avoids Call Stack overflows (RangeError) on deeply nested structures.
*
* @param {any} parsed The natively parsed JSON object.
* @param {Reviver} [userReviver] User's custom reviver function.
* @returns {any} The fully processed object.
*/
const applyReviverIteratively = (parsed, userReviver) => {
	const rootHolder = { "": parsed };
	const stack = [{
		parent: rootHolder,
		key: "",
		visited: false
	}];
	while (stack.length > 0) {
		const node = stack[stack.length - 1];
		if (!node.visited) {
			node.visited = true;
			const value = node.parent[node.key];
			if (value !== null && typeof value === "object") {
				const keys = Object.keys(value);
				for (let i = keys.length - 1; i >= 0; i--) stack.push({
					parent: value,
					key: keys[i],
					visited: false
				});
			}
		} else {
			const { parent, key } = node;
			let value = parent[key];
			if (typeof value === "string") {
				if (customFormat.test(value)) value = BigInt(value.slice(0, -1));
				else if (noiseValue.test(value)) value = value.slice(0, -1);
			}
			if (typeof userReviver === "function") value = userReviver.call(parent, key, value);
			if (value === void 0) delete parent[key];
			else parent[key] = value;
			stack.pop();
		}
	}
	return rootHolder[""];
};
/**
* Pre-processes the JSON string to mark large numbers with an 'n' suffix.
*
* @param {string} text The raw JSON string.
* @returns {string} The serialized string with marked BigInts.
*/
const serializeBigInts = (text) => {
	return text.replace(stringsOrLargeNumbers, (match, digits, fractional, exponential) => {
		const isString = match[0] === "\"";
		if (isString && noiseValueWithQuotes.test(match)) return match.substring(0, match.length - 1) + "n\"";
		const hasFractionalOrExponential = fractional || exponential;
		const isLessThanMaxSafeInt = digits && (digits.length < MAX_DIGITS || digits.length === MAX_DIGITS && digits <= MAX_INT);
		if (isString || hasFractionalOrExponential || isLessThanMaxSafeInt) return match;
		return "\"" + match + "n\"";
	});
};
/**
* Converts a JSON string into a JavaScript value.
*
* Supports parsing of large integers using two strategies:
* 1. Classic fallback: Marks large numbers with "123n" format, then converts to BigInt
* 2. Fast path (JSONParseV2): Uses context.source feature (~2x faster) when available
*
* All other JSON values are parsed exactly like native JSON.parse().
*
* @param {string} text A valid JSON string.
* @param {Reviver} [reviver]
* A function that transforms the results. This function is called for each member
* of the object. If a member contains nested objects, the nested objects are
* transformed before the parent object is.
* @returns {any} The parsed JavaScript value.
* @throws {SyntaxError} If text is not valid JSON.
*/
const JSONParse = (text, reviver) => {
	if (!text) return originalParse(text, reviver);
	try {
		if (isContextSourceSupported()) return JSONParseV2(text, reviver);
		const serializedData = serializeBigInts(text);
		return originalParse(serializedData, (key, value, context) => convertMarkedBigIntsReviver(key, value, context, reviver));
	} catch (error) {
		if (error instanceof RangeError) {
			const serializedData = serializeBigInts(text);
			const parsed = originalParse(serializedData);
			return applyReviverIteratively(parsed, reviver);
		}
		throw error;
	}
};
// node_modules/@octokit/request/dist-bundle/index.js
var defaults_default = { headers: { "user-agent": `octokit-request.js/10.0.16 ${getUserAgent()}` } };
function isPlainObject$1(value) {
	if (typeof value !== "object" || value === null) return false;
	if (Object.prototype.toString.call(value) !== "[object Object]") return false;
	const proto = Object.getPrototypeOf(value);
	if (proto === null) return true;
	const Ctor = Object.prototype.hasOwnProperty.call(proto, "constructor") && proto.constructor;
	return typeof Ctor === "function" && Ctor instanceof Ctor && Function.prototype.call(Ctor) === Function.prototype.call(value);
}
var noop$1 = () => "";
async function fetchWrapper(requestOptions) {
	const fetch = requestOptions.request?.fetch || globalThis.fetch;
	if (!fetch) throw new Error("fetch is not set. Please pass a fetch implementation as new Octokit({ request: { fetch }}). Learn more at https://github.com/octokit/octokit.js/#fetch-missing");
	const log = requestOptions.request?.log || console;
	const parseSuccessResponseBody = requestOptions.request?.parseSuccessResponseBody !== false;
	const body = isPlainObject$1(requestOptions.body) || Array.isArray(requestOptions.body) ? JSONStringify(requestOptions.body) : requestOptions.body;
	const requestHeaders = Object.fromEntries(Object.entries(requestOptions.headers).map(([name, value]) => [name, String(value)]));
	let fetchResponse;
	try {
		fetchResponse = await fetch(requestOptions.url, {
			method: requestOptions.method,
			body,
			redirect: requestOptions.request?.redirect,
			headers: requestHeaders,
			signal: requestOptions.request?.signal,
			...requestOptions.body && { duplex: "half" }
		});
	} catch (error) {
		let message = "Unknown Error";
		if (error instanceof Error) {
			if (error.name === "AbortError") {
				error.status = 500;
				throw error;
			}
			message = error.message;
			if (error.name === "TypeError" && "cause" in error) {
				if (error.cause instanceof Error) message = error.cause.message;
				else if (typeof error.cause === "string") message = error.cause;
			}
		}
		const requestError = new RequestError(message, 500, { request: requestOptions });
		requestError.cause = error;
		throw requestError;
	}
	const status = fetchResponse.status;
	const url = fetchResponse.url;
	const responseHeaders = {};
	for (const [key, value] of fetchResponse.headers) responseHeaders[key] = value;
	const octokitResponse = {
		url,
		status,
		headers: responseHeaders,
		data: ""
	};
	if ("deprecation" in responseHeaders) {
		const matches = responseHeaders.link && responseHeaders.link.match(/<([^<>]+)>; rel="deprecation"/);
		const deprecationLink = matches && matches.pop();
		log.warn(`[@octokit/request] "${requestOptions.method} ${requestOptions.url}" is deprecated. It is scheduled to be removed on ${responseHeaders.sunset}${deprecationLink ? `. See ${deprecationLink}` : ""}`);
	}
	if (status === 204 || status === 205) return octokitResponse;
	if (requestOptions.method === "HEAD") {
		if (status < 400) return octokitResponse;
		throw new RequestError(fetchResponse.statusText, status, {
			response: octokitResponse,
			request: requestOptions
		});
	}
	if (status === 304) {
		octokitResponse.data = await getResponseData(fetchResponse);
		throw new RequestError("Not modified", status, {
			response: octokitResponse,
			request: requestOptions
		});
	}
	if (status >= 400) {
		octokitResponse.data = await getResponseData(fetchResponse);
		throw new RequestError(toErrorMessage(octokitResponse.data), status, {
			response: octokitResponse,
			request: requestOptions
		});
	}
	octokitResponse.data = parseSuccessResponseBody ? await getResponseData(fetchResponse) : fetchResponse.body;
	return octokitResponse;
}
async function getResponseData(response) {
	const contentType = response.headers.get("content-type");
	if (!contentType) return response.text().catch(noop$1);
	const mimetype = parse$1(contentType);
	if (isJSONResponse(mimetype)) {
		let text = "";
		try {
			text = await response.text();
			return JSONParse(text);
		} catch (err) {
			return text;
		}
	} else if (mimetype.type.startsWith("text/") || mimetype.parameters.charset?.toLowerCase() === "utf-8" && mimetype.type !== "application/octet-stream") return response.text().catch(noop$1);
	else return response.arrayBuffer().catch(
		/* v8 ignore next -- @preserve */
		() => /* @__PURE__ */ new ArrayBuffer(0)
	);
}
function isJSONResponse(mimetype) {
	return mimetype.type === "application/json" || mimetype.type === "application/scim+json";
}
function toErrorMessage(data) {
	if (typeof data === "string") return data;
	if (data instanceof ArrayBuffer) return "Unknown error";
	if (typeof data === "object" && data !== null && "message" in data) {
		const objectData = data;
		const suffix = "documentation_url" in objectData ? ` - ${objectData.documentation_url}` : "";
		return Array.isArray(objectData.errors) ? `${objectData.message}: ${objectData.errors.map((v) => JSON.stringify(v)).join(", ")}${suffix}` : `${objectData.message}${suffix}`;
	}
	return `Unknown error: ${JSON.stringify(data)}`;
}
function withDefaults$1(oldEndpoint, newDefaults) {
	const endpoint2 = oldEndpoint.defaults(newDefaults);
	const newApi = function(route, parameters) {
		const endpointOptions = endpoint2.merge(route, parameters);
		if (!endpointOptions.request || !endpointOptions.request.hook) return fetchWrapper(endpoint2.parse(endpointOptions));
		const request2 = (route2, parameters2) => {
			return fetchWrapper(endpoint2.parse(endpoint2.merge(route2, parameters2)));
		};
		Object.assign(request2, {
			endpoint: endpoint2,
			defaults: withDefaults$1.bind(null, endpoint2)
		});
		return endpointOptions.request.hook(request2, endpointOptions);
	};
	return Object.assign(newApi, {
		endpoint: endpoint2,
		defaults: withDefaults$1.bind(null, endpoint2)
	});
}
var request = withDefaults$1(endpoint, defaults_default);
/* v8 ignore next -- @preserve */
/* v8 ignore else -- @preserve */
// node_modules/@octokit/graphql/dist-bundle/index.js
var VERSION$5 = "0.0.0-development";
function _buildMessageForResponseErrors(data) {
	return `Request failed due to following response errors:
` + data.errors.map((e) => ` - ${e.message}`).join("\n");
}
var GraphqlResponseError = class extends Error {
	constructor(request2, headers, response) {
		super(_buildMessageForResponseErrors(response));
		this.request = request2;
		this.headers = headers;
		this.response = response;
		this.errors = response.errors;
		this.data = response.data;
		if (Error.captureStackTrace) Error.captureStackTrace(this, this.constructor);
	}
	request;
	headers;
	response;
	name = "GraphqlResponseError";
	errors;
	data;
};
var NON_VARIABLE_OPTIONS = [
	"method",
	"baseUrl",
	"url",
	"headers",
	"request",
	"query",
	"mediaType",
	"operationName"
];
var FORBIDDEN_VARIABLE_OPTIONS = [
	"query",
	"method",
	"url"
];
var GHES_V3_SUFFIX_REGEX = /\/api\/v3\/?$/;
function graphql$1(request2, query, options) {
	if (options) {
		if (typeof query === "string" && "query" in options) return Promise.reject(/* @__PURE__ */ new Error(`[@octokit/graphql] "query" cannot be used as variable name`));
		for (const key in options) {
			if (!FORBIDDEN_VARIABLE_OPTIONS.includes(key)) continue;
			return Promise.reject(/* @__PURE__ */ new Error(`[@octokit/graphql] "${key}" cannot be used as variable name`));
		}
	}
	const parsedOptions = typeof query === "string" ? Object.assign({ query }, options) : query;
	const requestOptions = Object.keys(parsedOptions).reduce((result, key) => {
		if (NON_VARIABLE_OPTIONS.includes(key)) {
			result[key] = parsedOptions[key];
			return result;
		}
		if (!result.variables) result.variables = {};
		result.variables[key] = parsedOptions[key];
		return result;
	}, {});
	const baseUrl = parsedOptions.baseUrl || request2.endpoint.DEFAULTS.baseUrl;
	if (GHES_V3_SUFFIX_REGEX.test(baseUrl)) requestOptions.url = baseUrl.replace(GHES_V3_SUFFIX_REGEX, "/api/graphql");
	return request2(requestOptions).then((response) => {
		if (response.data.errors) {
			const headers = {};
			for (const key of Object.keys(response.headers)) headers[key] = response.headers[key];
			throw new GraphqlResponseError(requestOptions, headers, response.data);
		}
		return response.data.data;
	});
}
function withDefaults(request2, newDefaults) {
	const newRequest = request2.defaults(newDefaults);
	const newApi = (query, options) => {
		return graphql$1(newRequest, query, options);
	};
	return Object.assign(newApi, {
		defaults: withDefaults.bind(null, newRequest),
		endpoint: newRequest.endpoint
	});
}
withDefaults(request, {
	headers: { "user-agent": `octokit-graphql.js/${VERSION$5} ${getUserAgent()}` },
	method: "POST",
	url: "/graphql"
});
function withCustomRequest(customRequest) {
	return withDefaults(customRequest, {
		method: "POST",
		url: "/graphql"
	});
}
/* v8 ignore if -- @preserve */
// node_modules/@octokit/auth-token/dist-bundle/index.js
var b64url = "(?:[a-zA-Z0-9_-]+)";
var sep = "\\.";
var jwtRE = new RegExp(`^${b64url}${sep}${b64url}${sep}${b64url}$`);
var isJWT = jwtRE.test.bind(jwtRE);
async function auth(token) {
	const isApp = isJWT(token);
	const isInstallation = token.startsWith("v1.") || token.startsWith("ghs_");
	const isUserToServer = token.startsWith("ghu_");
	return {
		type: "token",
		token,
		tokenType: isApp ? "app" : isInstallation ? "installation" : isUserToServer ? "user-to-server" : "oauth"
	};
}
function withAuthorizationPrefix(token) {
	if (token.split(/\./).length === 3) return `bearer ${token}`;
	return `token ${token}`;
}
async function hook(token, request, route, parameters) {
	const endpoint = request.endpoint.merge(route, parameters);
	endpoint.headers.authorization = withAuthorizationPrefix(token);
	return request(endpoint);
}
var createTokenAuth = function createTokenAuth2(token) {
	if (!token) throw new Error("[@octokit/auth-token] No token passed to createTokenAuth");
	if (typeof token !== "string") throw new Error("[@octokit/auth-token] Token passed to createTokenAuth is not a string");
	token = token.replace(/^(token|bearer) +/i, "");
	return Object.assign(auth.bind(null, token), { hook: hook.bind(null, token) });
};
// node_modules/@octokit/core/dist-src/version.js
const VERSION$4 = "7.0.8";
// node_modules/@octokit/core/dist-src/index.js
const noop = () => {};
const consoleWarn = console.warn.bind(console);
const consoleError = console.error.bind(console);
function createLogger(logger = {}) {
	if (typeof logger.debug !== "function") logger.debug = noop;
	if (typeof logger.info !== "function") logger.info = noop;
	if (typeof logger.warn !== "function") logger.warn = consoleWarn;
	if (typeof logger.error !== "function") logger.error = consoleError;
	return logger;
}
const userAgentTrail = `octokit-core.js/${VERSION$4} ${getUserAgent()}`;
var Octokit$1 = class {
	static VERSION = VERSION$4;
	static defaults(defaults) {
		const OctokitWithDefaults = class extends this {
			constructor(...args) {
				const options = args[0] || {};
				if (typeof defaults === "function") {
					super(defaults(options));
					return;
				}
				super(Object.assign({}, defaults, options, options.userAgent && defaults.userAgent ? { userAgent: `${options.userAgent} ${defaults.userAgent}` } : null));
			}
		};
		return OctokitWithDefaults;
	}
	static plugins = [];
	/**
	* Attach a plugin (or many) to your Octokit instance.
	*
	* @example
	* const API = Octokit.plugin(plugin1, plugin2, plugin3, ...)
	*/
	static plugin(...newPlugins) {
		const currentPlugins = this.plugins;
		const NewOctokit = class extends this {
			static plugins = currentPlugins.concat(newPlugins.filter((plugin) => !currentPlugins.includes(plugin)));
		};
		return NewOctokit;
	}
	constructor(options = {}) {
		const hook = new before_after_hook_default.Collection();
		const requestDefaults = {
			baseUrl: request.endpoint.DEFAULTS.baseUrl,
			headers: {},
			request: Object.assign({}, options.request, { hook: hook.bind(null, "request") }),
			mediaType: {
				previews: [],
				format: ""
			}
		};
		requestDefaults.headers["user-agent"] = options.userAgent ? `${options.userAgent} ${userAgentTrail}` : userAgentTrail;
		if (options.baseUrl) requestDefaults.baseUrl = options.baseUrl;
		if (options.previews) requestDefaults.mediaType.previews = options.previews;
		if (options.timeZone) requestDefaults.headers["time-zone"] = options.timeZone;
		this.request = request.defaults(requestDefaults);
		this.graphql = withCustomRequest(this.request).defaults(requestDefaults);
		this.log = createLogger(options.log);
		this.hook = hook;
		if (!options.authStrategy) {
			if (!options.auth) this.auth = async () => ({ type: "unauthenticated" });
			else {
				const auth = createTokenAuth(options.auth);
				hook.wrap("request", auth.hook);
				this.auth = auth;
			}
		} else {
			const { authStrategy, ...otherOptions } = options;
			const auth = authStrategy(Object.assign({
				request: this.request,
				log: this.log,
				octokit: this,
				octokitOptions: otherOptions
			}, options.auth));
			hook.wrap("request", auth.hook);
			this.auth = auth;
		}
		const classConstructor = this.constructor;
		for (let i = 0; i < classConstructor.plugins.length; ++i) Object.assign(this, classConstructor.plugins[i](this, options));
	}
	request;
	graphql;
	log;
	hook;
	auth;
};
// node_modules/@octokit/plugin-request-log/dist-src/version.js
const VERSION$3 = "6.0.0";
// node_modules/@octokit/plugin-request-log/dist-src/index.js
function requestLog(octokit) {
	octokit.hook.wrap("request", (request, options) => {
		octokit.log.debug("request", options);
		const start = Date.now();
		const requestOptions = octokit.request.endpoint.parse(options);
		const path = requestOptions.url.replace(options.baseUrl, "");
		return request(options).then((response) => {
			const requestId = response.headers["x-github-request-id"];
			octokit.log.info(`${requestOptions.method} ${path} - ${response.status} with id ${requestId} in ${Date.now() - start}ms`);
			return response;
		}).catch((error) => {
			const requestId = error.response?.headers["x-github-request-id"] || "UNKNOWN";
			octokit.log.error(`${requestOptions.method} ${path} - ${error.status} with id ${requestId} in ${Date.now() - start}ms`);
			throw error;
		});
	});
}
requestLog.VERSION = VERSION$3;
// node_modules/@octokit/plugin-paginate-rest/dist-bundle/index.js
var VERSION$2 = "0.0.0-development";
function normalizePaginatedListResponse(response) {
	if (!response.data) return {
		...response,
		data: []
	};
	if (!(("total_count" in response.data || "total_commits" in response.data) && !("url" in response.data))) return response;
	const incompleteResults = response.data.incomplete_results;
	const repositorySelection = response.data.repository_selection;
	const totalCount = response.data.total_count;
	const totalCommits = response.data.total_commits;
	delete response.data.incomplete_results;
	delete response.data.repository_selection;
	delete response.data.total_count;
	delete response.data.total_commits;
	const namespaceKey = Object.keys(response.data)[0];
	response.data = response.data[namespaceKey];
	if (typeof incompleteResults !== "undefined") response.data.incomplete_results = incompleteResults;
	if (typeof repositorySelection !== "undefined") response.data.repository_selection = repositorySelection;
	response.data.total_count = totalCount;
	response.data.total_commits = totalCommits;
	return response;
}
function iterator(octokit, route, parameters) {
	const options = typeof route === "function" ? route.endpoint(parameters) : octokit.request.endpoint(route, parameters);
	const requestMethod = typeof route === "function" ? route : octokit.request;
	const method = options.method;
	const headers = options.headers;
	let url = options.url;
	return { [Symbol.asyncIterator]: () => ({ async next() {
		if (!url) return { done: true };
		try {
			const normalizedResponse = normalizePaginatedListResponse(await requestMethod({
				method,
				url,
				headers
			}));
			url = ((normalizedResponse.headers.link || "").match(/<([^<>]+)>;\s*rel="next"/) || [])[1];
			if (!url && "total_commits" in normalizedResponse.data) {
				const parsedUrl = new URL(normalizedResponse.url);
				const params = parsedUrl.searchParams;
				const page = parseInt(params.get("page") || "1", 10);
				if (page * parseInt(params.get("per_page") || "250", 10) < normalizedResponse.data.total_commits) {
					params.set("page", String(page + 1));
					url = parsedUrl.toString();
				}
			}
			return { value: normalizedResponse };
		} catch (error) {
			if (error.status !== 409) throw error;
			url = "";
			return { value: {
				status: 200,
				headers: {},
				data: []
			} };
		}
	} }) };
}
function paginate(octokit, route, parameters, mapFn) {
	if (typeof parameters === "function") {
		mapFn = parameters;
		parameters = void 0;
	}
	return gather$1(octokit, [], iterator(octokit, route, parameters)[Symbol.asyncIterator](), mapFn);
}
function gather$1(octokit, results, iterator2, mapFn) {
	return iterator2.next().then((result) => {
		if (result.done) return results;
		let earlyExit = false;
		function done() {
			earlyExit = true;
		}
		results = results.concat(mapFn ? mapFn(result.value, done) : result.value.data);
		if (earlyExit) return results;
		return gather$1(octokit, results, iterator2, mapFn);
	});
}
Object.assign(paginate, { iterator });
function paginateRest(octokit) {
	return { paginate: Object.assign(paginate.bind(null, octokit), { iterator: iterator.bind(null, octokit) }) };
}
paginateRest.VERSION = VERSION$2;
// node_modules/@octokit/plugin-rest-endpoint-methods/dist-src/version.js
const VERSION$1 = "17.0.0";
// node_modules/@octokit/plugin-rest-endpoint-methods/dist-src/generated/endpoints.js
var endpoints_default = {
	actions: {
		addCustomLabelsToSelfHostedRunnerForOrg: ["POST /orgs/{org}/actions/runners/{runner_id}/labels"],
		addCustomLabelsToSelfHostedRunnerForRepo: ["POST /repos/{owner}/{repo}/actions/runners/{runner_id}/labels"],
		addRepoAccessToSelfHostedRunnerGroupInOrg: ["PUT /orgs/{org}/actions/runner-groups/{runner_group_id}/repositories/{repository_id}"],
		addSelectedRepoToOrgSecret: ["PUT /orgs/{org}/actions/secrets/{secret_name}/repositories/{repository_id}"],
		addSelectedRepoToOrgVariable: ["PUT /orgs/{org}/actions/variables/{name}/repositories/{repository_id}"],
		approveWorkflowRun: ["POST /repos/{owner}/{repo}/actions/runs/{run_id}/approve"],
		cancelWorkflowRun: ["POST /repos/{owner}/{repo}/actions/runs/{run_id}/cancel"],
		createEnvironmentVariable: ["POST /repos/{owner}/{repo}/environments/{environment_name}/variables"],
		createHostedRunnerForOrg: ["POST /orgs/{org}/actions/hosted-runners"],
		createOrUpdateEnvironmentSecret: ["PUT /repos/{owner}/{repo}/environments/{environment_name}/secrets/{secret_name}"],
		createOrUpdateOrgSecret: ["PUT /orgs/{org}/actions/secrets/{secret_name}"],
		createOrUpdateRepoSecret: ["PUT /repos/{owner}/{repo}/actions/secrets/{secret_name}"],
		createOrgVariable: ["POST /orgs/{org}/actions/variables"],
		createRegistrationTokenForOrg: ["POST /orgs/{org}/actions/runners/registration-token"],
		createRegistrationTokenForRepo: ["POST /repos/{owner}/{repo}/actions/runners/registration-token"],
		createRemoveTokenForOrg: ["POST /orgs/{org}/actions/runners/remove-token"],
		createRemoveTokenForRepo: ["POST /repos/{owner}/{repo}/actions/runners/remove-token"],
		createRepoVariable: ["POST /repos/{owner}/{repo}/actions/variables"],
		createWorkflowDispatch: ["POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches"],
		deleteActionsCacheById: ["DELETE /repos/{owner}/{repo}/actions/caches/{cache_id}"],
		deleteActionsCacheByKey: ["DELETE /repos/{owner}/{repo}/actions/caches{?key,ref}"],
		deleteArtifact: ["DELETE /repos/{owner}/{repo}/actions/artifacts/{artifact_id}"],
		deleteCustomImageFromOrg: ["DELETE /orgs/{org}/actions/hosted-runners/images/custom/{image_definition_id}"],
		deleteCustomImageVersionFromOrg: ["DELETE /orgs/{org}/actions/hosted-runners/images/custom/{image_definition_id}/versions/{version}"],
		deleteEnvironmentSecret: ["DELETE /repos/{owner}/{repo}/environments/{environment_name}/secrets/{secret_name}"],
		deleteEnvironmentVariable: ["DELETE /repos/{owner}/{repo}/environments/{environment_name}/variables/{name}"],
		deleteHostedRunnerForOrg: ["DELETE /orgs/{org}/actions/hosted-runners/{hosted_runner_id}"],
		deleteOrgSecret: ["DELETE /orgs/{org}/actions/secrets/{secret_name}"],
		deleteOrgVariable: ["DELETE /orgs/{org}/actions/variables/{name}"],
		deleteRepoSecret: ["DELETE /repos/{owner}/{repo}/actions/secrets/{secret_name}"],
		deleteRepoVariable: ["DELETE /repos/{owner}/{repo}/actions/variables/{name}"],
		deleteSelfHostedRunnerFromOrg: ["DELETE /orgs/{org}/actions/runners/{runner_id}"],
		deleteSelfHostedRunnerFromRepo: ["DELETE /repos/{owner}/{repo}/actions/runners/{runner_id}"],
		deleteWorkflowRun: ["DELETE /repos/{owner}/{repo}/actions/runs/{run_id}"],
		deleteWorkflowRunLogs: ["DELETE /repos/{owner}/{repo}/actions/runs/{run_id}/logs"],
		disableSelectedRepositoryGithubActionsOrganization: ["DELETE /orgs/{org}/actions/permissions/repositories/{repository_id}"],
		disableWorkflow: ["PUT /repos/{owner}/{repo}/actions/workflows/{workflow_id}/disable"],
		downloadArtifact: ["GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}"],
		downloadJobLogsForWorkflowRun: ["GET /repos/{owner}/{repo}/actions/jobs/{job_id}/logs"],
		downloadWorkflowRunAttemptLogs: ["GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}/logs"],
		downloadWorkflowRunLogs: ["GET /repos/{owner}/{repo}/actions/runs/{run_id}/logs"],
		enableSelectedRepositoryGithubActionsOrganization: ["PUT /orgs/{org}/actions/permissions/repositories/{repository_id}"],
		enableWorkflow: ["PUT /repos/{owner}/{repo}/actions/workflows/{workflow_id}/enable"],
		forceCancelWorkflowRun: ["POST /repos/{owner}/{repo}/actions/runs/{run_id}/force-cancel"],
		generateRunnerJitconfigForOrg: ["POST /orgs/{org}/actions/runners/generate-jitconfig"],
		generateRunnerJitconfigForRepo: ["POST /repos/{owner}/{repo}/actions/runners/generate-jitconfig"],
		getActionsCacheList: ["GET /repos/{owner}/{repo}/actions/caches"],
		getActionsCacheUsage: ["GET /repos/{owner}/{repo}/actions/cache/usage"],
		getActionsCacheUsageByRepoForOrg: ["GET /orgs/{org}/actions/cache/usage-by-repository"],
		getActionsCacheUsageForOrg: ["GET /orgs/{org}/actions/cache/usage"],
		getAllowedActionsOrganization: ["GET /orgs/{org}/actions/permissions/selected-actions"],
		getAllowedActionsRepository: ["GET /repos/{owner}/{repo}/actions/permissions/selected-actions"],
		getArtifact: ["GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}"],
		getCustomImageForOrg: ["GET /orgs/{org}/actions/hosted-runners/images/custom/{image_definition_id}"],
		getCustomImageVersionForOrg: ["GET /orgs/{org}/actions/hosted-runners/images/custom/{image_definition_id}/versions/{version}"],
		getCustomOidcSubClaimForRepo: ["GET /repos/{owner}/{repo}/actions/oidc/customization/sub"],
		getEnvironmentPublicKey: ["GET /repos/{owner}/{repo}/environments/{environment_name}/secrets/public-key"],
		getEnvironmentSecret: ["GET /repos/{owner}/{repo}/environments/{environment_name}/secrets/{secret_name}"],
		getEnvironmentVariable: ["GET /repos/{owner}/{repo}/environments/{environment_name}/variables/{name}"],
		getGithubActionsDefaultWorkflowPermissionsOrganization: ["GET /orgs/{org}/actions/permissions/workflow"],
		getGithubActionsDefaultWorkflowPermissionsRepository: ["GET /repos/{owner}/{repo}/actions/permissions/workflow"],
		getGithubActionsPermissionsOrganization: ["GET /orgs/{org}/actions/permissions"],
		getGithubActionsPermissionsRepository: ["GET /repos/{owner}/{repo}/actions/permissions"],
		getHostedRunnerForOrg: ["GET /orgs/{org}/actions/hosted-runners/{hosted_runner_id}"],
		getHostedRunnersGithubOwnedImagesForOrg: ["GET /orgs/{org}/actions/hosted-runners/images/github-owned"],
		getHostedRunnersLimitsForOrg: ["GET /orgs/{org}/actions/hosted-runners/limits"],
		getHostedRunnersMachineSpecsForOrg: ["GET /orgs/{org}/actions/hosted-runners/machine-sizes"],
		getHostedRunnersPartnerImagesForOrg: ["GET /orgs/{org}/actions/hosted-runners/images/partner"],
		getHostedRunnersPlatformsForOrg: ["GET /orgs/{org}/actions/hosted-runners/platforms"],
		getJobForWorkflowRun: ["GET /repos/{owner}/{repo}/actions/jobs/{job_id}"],
		getOrgPublicKey: ["GET /orgs/{org}/actions/secrets/public-key"],
		getOrgSecret: ["GET /orgs/{org}/actions/secrets/{secret_name}"],
		getOrgVariable: ["GET /orgs/{org}/actions/variables/{name}"],
		getPendingDeploymentsForRun: ["GET /repos/{owner}/{repo}/actions/runs/{run_id}/pending_deployments"],
		getRepoPermissions: [
			"GET /repos/{owner}/{repo}/actions/permissions",
			{},
			{ renamed: ["actions", "getGithubActionsPermissionsRepository"] }
		],
		getRepoPublicKey: ["GET /repos/{owner}/{repo}/actions/secrets/public-key"],
		getRepoSecret: ["GET /repos/{owner}/{repo}/actions/secrets/{secret_name}"],
		getRepoVariable: ["GET /repos/{owner}/{repo}/actions/variables/{name}"],
		getReviewsForRun: ["GET /repos/{owner}/{repo}/actions/runs/{run_id}/approvals"],
		getSelfHostedRunnerForOrg: ["GET /orgs/{org}/actions/runners/{runner_id}"],
		getSelfHostedRunnerForRepo: ["GET /repos/{owner}/{repo}/actions/runners/{runner_id}"],
		getWorkflow: ["GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}"],
		getWorkflowAccessToRepository: ["GET /repos/{owner}/{repo}/actions/permissions/access"],
		getWorkflowRun: ["GET /repos/{owner}/{repo}/actions/runs/{run_id}"],
		getWorkflowRunAttempt: ["GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}"],
		getWorkflowRunUsage: ["GET /repos/{owner}/{repo}/actions/runs/{run_id}/timing"],
		getWorkflowUsage: ["GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/timing"],
		listArtifactsForRepo: ["GET /repos/{owner}/{repo}/actions/artifacts"],
		listCustomImageVersionsForOrg: ["GET /orgs/{org}/actions/hosted-runners/images/custom/{image_definition_id}/versions"],
		listCustomImagesForOrg: ["GET /orgs/{org}/actions/hosted-runners/images/custom"],
		listEnvironmentSecrets: ["GET /repos/{owner}/{repo}/environments/{environment_name}/secrets"],
		listEnvironmentVariables: ["GET /repos/{owner}/{repo}/environments/{environment_name}/variables"],
		listGithubHostedRunnersInGroupForOrg: ["GET /orgs/{org}/actions/runner-groups/{runner_group_id}/hosted-runners"],
		listHostedRunnersForOrg: ["GET /orgs/{org}/actions/hosted-runners"],
		listJobsForWorkflowRun: ["GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs"],
		listJobsForWorkflowRunAttempt: ["GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}/jobs"],
		listLabelsForSelfHostedRunnerForOrg: ["GET /orgs/{org}/actions/runners/{runner_id}/labels"],
		listLabelsForSelfHostedRunnerForRepo: ["GET /repos/{owner}/{repo}/actions/runners/{runner_id}/labels"],
		listOrgSecrets: ["GET /orgs/{org}/actions/secrets"],
		listOrgVariables: ["GET /orgs/{org}/actions/variables"],
		listRepoOrganizationSecrets: ["GET /repos/{owner}/{repo}/actions/organization-secrets"],
		listRepoOrganizationVariables: ["GET /repos/{owner}/{repo}/actions/organization-variables"],
		listRepoSecrets: ["GET /repos/{owner}/{repo}/actions/secrets"],
		listRepoVariables: ["GET /repos/{owner}/{repo}/actions/variables"],
		listRepoWorkflows: ["GET /repos/{owner}/{repo}/actions/workflows"],
		listRunnerApplicationsForOrg: ["GET /orgs/{org}/actions/runners/downloads"],
		listRunnerApplicationsForRepo: ["GET /repos/{owner}/{repo}/actions/runners/downloads"],
		listSelectedReposForOrgSecret: ["GET /orgs/{org}/actions/secrets/{secret_name}/repositories"],
		listSelectedReposForOrgVariable: ["GET /orgs/{org}/actions/variables/{name}/repositories"],
		listSelectedRepositoriesEnabledGithubActionsOrganization: ["GET /orgs/{org}/actions/permissions/repositories"],
		listSelfHostedRunnersForOrg: ["GET /orgs/{org}/actions/runners"],
		listSelfHostedRunnersForRepo: ["GET /repos/{owner}/{repo}/actions/runners"],
		listWorkflowRunArtifacts: ["GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts"],
		listWorkflowRuns: ["GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs"],
		listWorkflowRunsForRepo: ["GET /repos/{owner}/{repo}/actions/runs"],
		reRunJobForWorkflowRun: ["POST /repos/{owner}/{repo}/actions/jobs/{job_id}/rerun"],
		reRunWorkflow: ["POST /repos/{owner}/{repo}/actions/runs/{run_id}/rerun"],
		reRunWorkflowFailedJobs: ["POST /repos/{owner}/{repo}/actions/runs/{run_id}/rerun-failed-jobs"],
		removeAllCustomLabelsFromSelfHostedRunnerForOrg: ["DELETE /orgs/{org}/actions/runners/{runner_id}/labels"],
		removeAllCustomLabelsFromSelfHostedRunnerForRepo: ["DELETE /repos/{owner}/{repo}/actions/runners/{runner_id}/labels"],
		removeCustomLabelFromSelfHostedRunnerForOrg: ["DELETE /orgs/{org}/actions/runners/{runner_id}/labels/{name}"],
		removeCustomLabelFromSelfHostedRunnerForRepo: ["DELETE /repos/{owner}/{repo}/actions/runners/{runner_id}/labels/{name}"],
		removeSelectedRepoFromOrgSecret: ["DELETE /orgs/{org}/actions/secrets/{secret_name}/repositories/{repository_id}"],
		removeSelectedRepoFromOrgVariable: ["DELETE /orgs/{org}/actions/variables/{name}/repositories/{repository_id}"],
		reviewCustomGatesForRun: ["POST /repos/{owner}/{repo}/actions/runs/{run_id}/deployment_protection_rule"],
		reviewPendingDeploymentsForRun: ["POST /repos/{owner}/{repo}/actions/runs/{run_id}/pending_deployments"],
		setAllowedActionsOrganization: ["PUT /orgs/{org}/actions/permissions/selected-actions"],
		setAllowedActionsRepository: ["PUT /repos/{owner}/{repo}/actions/permissions/selected-actions"],
		setCustomLabelsForSelfHostedRunnerForOrg: ["PUT /orgs/{org}/actions/runners/{runner_id}/labels"],
		setCustomLabelsForSelfHostedRunnerForRepo: ["PUT /repos/{owner}/{repo}/actions/runners/{runner_id}/labels"],
		setCustomOidcSubClaimForRepo: ["PUT /repos/{owner}/{repo}/actions/oidc/customization/sub"],
		setGithubActionsDefaultWorkflowPermissionsOrganization: ["PUT /orgs/{org}/actions/permissions/workflow"],
		setGithubActionsDefaultWorkflowPermissionsRepository: ["PUT /repos/{owner}/{repo}/actions/permissions/workflow"],
		setGithubActionsPermissionsOrganization: ["PUT /orgs/{org}/actions/permissions"],
		setGithubActionsPermissionsRepository: ["PUT /repos/{owner}/{repo}/actions/permissions"],
		setSelectedReposForOrgSecret: ["PUT /orgs/{org}/actions/secrets/{secret_name}/repositories"],
		setSelectedReposForOrgVariable: ["PUT /orgs/{org}/actions/variables/{name}/repositories"],
		setSelectedRepositoriesEnabledGithubActionsOrganization: ["PUT /orgs/{org}/actions/permissions/repositories"],
		setWorkflowAccessToRepository: ["PUT /repos/{owner}/{repo}/actions/permissions/access"],
		updateEnvironmentVariable: ["PATCH /repos/{owner}/{repo}/environments/{environment_name}/variables/{name}"],
		updateHostedRunnerForOrg: ["PATCH /orgs/{org}/actions/hosted-runners/{hosted_runner_id}"],
		updateOrgVariable: ["PATCH /orgs/{org}/actions/variables/{name}"],
		updateRepoVariable: ["PATCH /repos/{owner}/{repo}/actions/variables/{name}"]
	},
	activity: {
		checkRepoIsStarredByAuthenticatedUser: ["GET /user/starred/{owner}/{repo}"],
		deleteRepoSubscription: ["DELETE /repos/{owner}/{repo}/subscription"],
		deleteThreadSubscription: ["DELETE /notifications/threads/{thread_id}/subscription"],
		getFeeds: ["GET /feeds"],
		getRepoSubscription: ["GET /repos/{owner}/{repo}/subscription"],
		getThread: ["GET /notifications/threads/{thread_id}"],
		getThreadSubscriptionForAuthenticatedUser: ["GET /notifications/threads/{thread_id}/subscription"],
		listEventsForAuthenticatedUser: ["GET /users/{username}/events"],
		listNotificationsForAuthenticatedUser: ["GET /notifications"],
		listOrgEventsForAuthenticatedUser: ["GET /users/{username}/events/orgs/{org}"],
		listPublicEvents: ["GET /events"],
		listPublicEventsForRepoNetwork: ["GET /networks/{owner}/{repo}/events"],
		listPublicEventsForUser: ["GET /users/{username}/events/public"],
		listPublicOrgEvents: ["GET /orgs/{org}/events"],
		listReceivedEventsForUser: ["GET /users/{username}/received_events"],
		listReceivedPublicEventsForUser: ["GET /users/{username}/received_events/public"],
		listRepoEvents: ["GET /repos/{owner}/{repo}/events"],
		listRepoNotificationsForAuthenticatedUser: ["GET /repos/{owner}/{repo}/notifications"],
		listReposStarredByAuthenticatedUser: ["GET /user/starred"],
		listReposStarredByUser: ["GET /users/{username}/starred"],
		listReposWatchedByUser: ["GET /users/{username}/subscriptions"],
		listStargazersForRepo: ["GET /repos/{owner}/{repo}/stargazers"],
		listWatchedReposForAuthenticatedUser: ["GET /user/subscriptions"],
		listWatchersForRepo: ["GET /repos/{owner}/{repo}/subscribers"],
		markNotificationsAsRead: ["PUT /notifications"],
		markRepoNotificationsAsRead: ["PUT /repos/{owner}/{repo}/notifications"],
		markThreadAsDone: ["DELETE /notifications/threads/{thread_id}"],
		markThreadAsRead: ["PATCH /notifications/threads/{thread_id}"],
		setRepoSubscription: ["PUT /repos/{owner}/{repo}/subscription"],
		setThreadSubscription: ["PUT /notifications/threads/{thread_id}/subscription"],
		starRepoForAuthenticatedUser: ["PUT /user/starred/{owner}/{repo}"],
		unstarRepoForAuthenticatedUser: ["DELETE /user/starred/{owner}/{repo}"]
	},
	apps: {
		addRepoToInstallation: [
			"PUT /user/installations/{installation_id}/repositories/{repository_id}",
			{},
			{ renamed: ["apps", "addRepoToInstallationForAuthenticatedUser"] }
		],
		addRepoToInstallationForAuthenticatedUser: ["PUT /user/installations/{installation_id}/repositories/{repository_id}"],
		checkToken: ["POST /applications/{client_id}/token"],
		createFromManifest: ["POST /app-manifests/{code}/conversions"],
		createInstallationAccessToken: ["POST /app/installations/{installation_id}/access_tokens"],
		deleteAuthorization: ["DELETE /applications/{client_id}/grant"],
		deleteInstallation: ["DELETE /app/installations/{installation_id}"],
		deleteToken: ["DELETE /applications/{client_id}/token"],
		getAuthenticated: ["GET /app"],
		getBySlug: ["GET /apps/{app_slug}"],
		getInstallation: ["GET /app/installations/{installation_id}"],
		getOrgInstallation: ["GET /orgs/{org}/installation"],
		getRepoInstallation: ["GET /repos/{owner}/{repo}/installation"],
		getSubscriptionPlanForAccount: ["GET /marketplace_listing/accounts/{account_id}"],
		getSubscriptionPlanForAccountStubbed: ["GET /marketplace_listing/stubbed/accounts/{account_id}"],
		getUserInstallation: ["GET /users/{username}/installation"],
		getWebhookConfigForApp: ["GET /app/hook/config"],
		getWebhookDelivery: ["GET /app/hook/deliveries/{delivery_id}"],
		listAccountsForPlan: ["GET /marketplace_listing/plans/{plan_id}/accounts"],
		listAccountsForPlanStubbed: ["GET /marketplace_listing/stubbed/plans/{plan_id}/accounts"],
		listInstallationReposForAuthenticatedUser: ["GET /user/installations/{installation_id}/repositories"],
		listInstallationRequestsForAuthenticatedApp: ["GET /app/installation-requests"],
		listInstallations: ["GET /app/installations"],
		listInstallationsForAuthenticatedUser: ["GET /user/installations"],
		listPlans: ["GET /marketplace_listing/plans"],
		listPlansStubbed: ["GET /marketplace_listing/stubbed/plans"],
		listReposAccessibleToInstallation: ["GET /installation/repositories"],
		listSubscriptionsForAuthenticatedUser: ["GET /user/marketplace_purchases"],
		listSubscriptionsForAuthenticatedUserStubbed: ["GET /user/marketplace_purchases/stubbed"],
		listWebhookDeliveries: ["GET /app/hook/deliveries"],
		redeliverWebhookDelivery: ["POST /app/hook/deliveries/{delivery_id}/attempts"],
		removeRepoFromInstallation: [
			"DELETE /user/installations/{installation_id}/repositories/{repository_id}",
			{},
			{ renamed: ["apps", "removeRepoFromInstallationForAuthenticatedUser"] }
		],
		removeRepoFromInstallationForAuthenticatedUser: ["DELETE /user/installations/{installation_id}/repositories/{repository_id}"],
		resetToken: ["PATCH /applications/{client_id}/token"],
		revokeInstallationAccessToken: ["DELETE /installation/token"],
		scopeToken: ["POST /applications/{client_id}/token/scoped"],
		suspendInstallation: ["PUT /app/installations/{installation_id}/suspended"],
		unsuspendInstallation: ["DELETE /app/installations/{installation_id}/suspended"],
		updateWebhookConfigForApp: ["PATCH /app/hook/config"]
	},
	billing: {
		getGithubActionsBillingOrg: ["GET /orgs/{org}/settings/billing/actions"],
		getGithubActionsBillingUser: ["GET /users/{username}/settings/billing/actions"],
		getGithubBillingPremiumRequestUsageReportOrg: ["GET /organizations/{org}/settings/billing/premium_request/usage"],
		getGithubBillingPremiumRequestUsageReportUser: ["GET /users/{username}/settings/billing/premium_request/usage"],
		getGithubBillingUsageReportOrg: ["GET /organizations/{org}/settings/billing/usage"],
		getGithubBillingUsageReportUser: ["GET /users/{username}/settings/billing/usage"],
		getGithubPackagesBillingOrg: ["GET /orgs/{org}/settings/billing/packages"],
		getGithubPackagesBillingUser: ["GET /users/{username}/settings/billing/packages"],
		getSharedStorageBillingOrg: ["GET /orgs/{org}/settings/billing/shared-storage"],
		getSharedStorageBillingUser: ["GET /users/{username}/settings/billing/shared-storage"]
	},
	campaigns: {
		createCampaign: ["POST /orgs/{org}/campaigns"],
		deleteCampaign: ["DELETE /orgs/{org}/campaigns/{campaign_number}"],
		getCampaignSummary: ["GET /orgs/{org}/campaigns/{campaign_number}"],
		listOrgCampaigns: ["GET /orgs/{org}/campaigns"],
		updateCampaign: ["PATCH /orgs/{org}/campaigns/{campaign_number}"]
	},
	checks: {
		create: ["POST /repos/{owner}/{repo}/check-runs"],
		createSuite: ["POST /repos/{owner}/{repo}/check-suites"],
		get: ["GET /repos/{owner}/{repo}/check-runs/{check_run_id}"],
		getSuite: ["GET /repos/{owner}/{repo}/check-suites/{check_suite_id}"],
		listAnnotations: ["GET /repos/{owner}/{repo}/check-runs/{check_run_id}/annotations"],
		listForRef: ["GET /repos/{owner}/{repo}/commits/{ref}/check-runs"],
		listForSuite: ["GET /repos/{owner}/{repo}/check-suites/{check_suite_id}/check-runs"],
		listSuitesForRef: ["GET /repos/{owner}/{repo}/commits/{ref}/check-suites"],
		rerequestRun: ["POST /repos/{owner}/{repo}/check-runs/{check_run_id}/rerequest"],
		rerequestSuite: ["POST /repos/{owner}/{repo}/check-suites/{check_suite_id}/rerequest"],
		setSuitesPreferences: ["PATCH /repos/{owner}/{repo}/check-suites/preferences"],
		update: ["PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}"]
	},
	codeScanning: {
		commitAutofix: ["POST /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}/autofix/commits"],
		createAutofix: ["POST /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}/autofix"],
		createVariantAnalysis: ["POST /repos/{owner}/{repo}/code-scanning/codeql/variant-analyses"],
		deleteAnalysis: ["DELETE /repos/{owner}/{repo}/code-scanning/analyses/{analysis_id}{?confirm_delete}"],
		deleteCodeqlDatabase: ["DELETE /repos/{owner}/{repo}/code-scanning/codeql/databases/{language}"],
		getAlert: [
			"GET /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}",
			{},
			{ renamedParameters: { alert_id: "alert_number" } }
		],
		getAnalysis: ["GET /repos/{owner}/{repo}/code-scanning/analyses/{analysis_id}"],
		getAutofix: ["GET /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}/autofix"],
		getCodeqlDatabase: ["GET /repos/{owner}/{repo}/code-scanning/codeql/databases/{language}"],
		getDefaultSetup: ["GET /repos/{owner}/{repo}/code-scanning/default-setup"],
		getSarif: ["GET /repos/{owner}/{repo}/code-scanning/sarifs/{sarif_id}"],
		getVariantAnalysis: ["GET /repos/{owner}/{repo}/code-scanning/codeql/variant-analyses/{codeql_variant_analysis_id}"],
		getVariantAnalysisRepoTask: ["GET /repos/{owner}/{repo}/code-scanning/codeql/variant-analyses/{codeql_variant_analysis_id}/repos/{repo_owner}/{repo_name}"],
		listAlertInstances: ["GET /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}/instances"],
		listAlertsForOrg: ["GET /orgs/{org}/code-scanning/alerts"],
		listAlertsForRepo: ["GET /repos/{owner}/{repo}/code-scanning/alerts"],
		listAlertsInstances: [
			"GET /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}/instances",
			{},
			{ renamed: ["codeScanning", "listAlertInstances"] }
		],
		listCodeqlDatabases: ["GET /repos/{owner}/{repo}/code-scanning/codeql/databases"],
		listRecentAnalyses: ["GET /repos/{owner}/{repo}/code-scanning/analyses"],
		updateAlert: ["PATCH /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}"],
		updateDefaultSetup: ["PATCH /repos/{owner}/{repo}/code-scanning/default-setup"],
		uploadSarif: ["POST /repos/{owner}/{repo}/code-scanning/sarifs"]
	},
	codeSecurity: {
		attachConfiguration: ["POST /orgs/{org}/code-security/configurations/{configuration_id}/attach"],
		attachEnterpriseConfiguration: ["POST /enterprises/{enterprise}/code-security/configurations/{configuration_id}/attach"],
		createConfiguration: ["POST /orgs/{org}/code-security/configurations"],
		createConfigurationForEnterprise: ["POST /enterprises/{enterprise}/code-security/configurations"],
		deleteConfiguration: ["DELETE /orgs/{org}/code-security/configurations/{configuration_id}"],
		deleteConfigurationForEnterprise: ["DELETE /enterprises/{enterprise}/code-security/configurations/{configuration_id}"],
		detachConfiguration: ["DELETE /orgs/{org}/code-security/configurations/detach"],
		getConfiguration: ["GET /orgs/{org}/code-security/configurations/{configuration_id}"],
		getConfigurationForRepository: ["GET /repos/{owner}/{repo}/code-security-configuration"],
		getConfigurationsForEnterprise: ["GET /enterprises/{enterprise}/code-security/configurations"],
		getConfigurationsForOrg: ["GET /orgs/{org}/code-security/configurations"],
		getDefaultConfigurations: ["GET /orgs/{org}/code-security/configurations/defaults"],
		getDefaultConfigurationsForEnterprise: ["GET /enterprises/{enterprise}/code-security/configurations/defaults"],
		getRepositoriesForConfiguration: ["GET /orgs/{org}/code-security/configurations/{configuration_id}/repositories"],
		getRepositoriesForEnterpriseConfiguration: ["GET /enterprises/{enterprise}/code-security/configurations/{configuration_id}/repositories"],
		getSingleConfigurationForEnterprise: ["GET /enterprises/{enterprise}/code-security/configurations/{configuration_id}"],
		setConfigurationAsDefault: ["PUT /orgs/{org}/code-security/configurations/{configuration_id}/defaults"],
		setConfigurationAsDefaultForEnterprise: ["PUT /enterprises/{enterprise}/code-security/configurations/{configuration_id}/defaults"],
		updateConfiguration: ["PATCH /orgs/{org}/code-security/configurations/{configuration_id}"],
		updateEnterpriseConfiguration: ["PATCH /enterprises/{enterprise}/code-security/configurations/{configuration_id}"]
	},
	codesOfConduct: {
		getAllCodesOfConduct: ["GET /codes_of_conduct"],
		getConductCode: ["GET /codes_of_conduct/{key}"]
	},
	codespaces: {
		addRepositoryForSecretForAuthenticatedUser: ["PUT /user/codespaces/secrets/{secret_name}/repositories/{repository_id}"],
		addSelectedRepoToOrgSecret: ["PUT /orgs/{org}/codespaces/secrets/{secret_name}/repositories/{repository_id}"],
		checkPermissionsForDevcontainer: ["GET /repos/{owner}/{repo}/codespaces/permissions_check"],
		codespaceMachinesForAuthenticatedUser: ["GET /user/codespaces/{codespace_name}/machines"],
		createForAuthenticatedUser: ["POST /user/codespaces"],
		createOrUpdateOrgSecret: ["PUT /orgs/{org}/codespaces/secrets/{secret_name}"],
		createOrUpdateRepoSecret: ["PUT /repos/{owner}/{repo}/codespaces/secrets/{secret_name}"],
		createOrUpdateSecretForAuthenticatedUser: ["PUT /user/codespaces/secrets/{secret_name}"],
		createWithPrForAuthenticatedUser: ["POST /repos/{owner}/{repo}/pulls/{pull_number}/codespaces"],
		createWithRepoForAuthenticatedUser: ["POST /repos/{owner}/{repo}/codespaces"],
		deleteForAuthenticatedUser: ["DELETE /user/codespaces/{codespace_name}"],
		deleteFromOrganization: ["DELETE /orgs/{org}/members/{username}/codespaces/{codespace_name}"],
		deleteOrgSecret: ["DELETE /orgs/{org}/codespaces/secrets/{secret_name}"],
		deleteRepoSecret: ["DELETE /repos/{owner}/{repo}/codespaces/secrets/{secret_name}"],
		deleteSecretForAuthenticatedUser: ["DELETE /user/codespaces/secrets/{secret_name}"],
		exportForAuthenticatedUser: ["POST /user/codespaces/{codespace_name}/exports"],
		getCodespacesForUserInOrg: ["GET /orgs/{org}/members/{username}/codespaces"],
		getExportDetailsForAuthenticatedUser: ["GET /user/codespaces/{codespace_name}/exports/{export_id}"],
		getForAuthenticatedUser: ["GET /user/codespaces/{codespace_name}"],
		getOrgPublicKey: ["GET /orgs/{org}/codespaces/secrets/public-key"],
		getOrgSecret: ["GET /orgs/{org}/codespaces/secrets/{secret_name}"],
		getPublicKeyForAuthenticatedUser: ["GET /user/codespaces/secrets/public-key"],
		getRepoPublicKey: ["GET /repos/{owner}/{repo}/codespaces/secrets/public-key"],
		getRepoSecret: ["GET /repos/{owner}/{repo}/codespaces/secrets/{secret_name}"],
		getSecretForAuthenticatedUser: ["GET /user/codespaces/secrets/{secret_name}"],
		listDevcontainersInRepositoryForAuthenticatedUser: ["GET /repos/{owner}/{repo}/codespaces/devcontainers"],
		listForAuthenticatedUser: ["GET /user/codespaces"],
		listInOrganization: [
			"GET /orgs/{org}/codespaces",
			{},
			{ renamedParameters: { org_id: "org" } }
		],
		listInRepositoryForAuthenticatedUser: ["GET /repos/{owner}/{repo}/codespaces"],
		listOrgSecrets: ["GET /orgs/{org}/codespaces/secrets"],
		listRepoSecrets: ["GET /repos/{owner}/{repo}/codespaces/secrets"],
		listRepositoriesForSecretForAuthenticatedUser: ["GET /user/codespaces/secrets/{secret_name}/repositories"],
		listSecretsForAuthenticatedUser: ["GET /user/codespaces/secrets"],
		listSelectedReposForOrgSecret: ["GET /orgs/{org}/codespaces/secrets/{secret_name}/repositories"],
		preFlightWithRepoForAuthenticatedUser: ["GET /repos/{owner}/{repo}/codespaces/new"],
		publishForAuthenticatedUser: ["POST /user/codespaces/{codespace_name}/publish"],
		removeRepositoryForSecretForAuthenticatedUser: ["DELETE /user/codespaces/secrets/{secret_name}/repositories/{repository_id}"],
		removeSelectedRepoFromOrgSecret: ["DELETE /orgs/{org}/codespaces/secrets/{secret_name}/repositories/{repository_id}"],
		repoMachinesForAuthenticatedUser: ["GET /repos/{owner}/{repo}/codespaces/machines"],
		setRepositoriesForSecretForAuthenticatedUser: ["PUT /user/codespaces/secrets/{secret_name}/repositories"],
		setSelectedReposForOrgSecret: ["PUT /orgs/{org}/codespaces/secrets/{secret_name}/repositories"],
		startForAuthenticatedUser: ["POST /user/codespaces/{codespace_name}/start"],
		stopForAuthenticatedUser: ["POST /user/codespaces/{codespace_name}/stop"],
		stopInOrganization: ["POST /orgs/{org}/members/{username}/codespaces/{codespace_name}/stop"],
		updateForAuthenticatedUser: ["PATCH /user/codespaces/{codespace_name}"]
	},
	copilot: {
		addCopilotSeatsForTeams: ["POST /orgs/{org}/copilot/billing/selected_teams"],
		addCopilotSeatsForUsers: ["POST /orgs/{org}/copilot/billing/selected_users"],
		cancelCopilotSeatAssignmentForTeams: ["DELETE /orgs/{org}/copilot/billing/selected_teams"],
		cancelCopilotSeatAssignmentForUsers: ["DELETE /orgs/{org}/copilot/billing/selected_users"],
		copilotMetricsForOrganization: ["GET /orgs/{org}/copilot/metrics"],
		copilotMetricsForTeam: ["GET /orgs/{org}/team/{team_slug}/copilot/metrics"],
		getCopilotOrganizationDetails: ["GET /orgs/{org}/copilot/billing"],
		getCopilotSeatDetailsForUser: ["GET /orgs/{org}/members/{username}/copilot"],
		listCopilotSeats: ["GET /orgs/{org}/copilot/billing/seats"]
	},
	credentials: { revoke: ["POST /credentials/revoke"] },
	dependabot: {
		addSelectedRepoToOrgSecret: ["PUT /orgs/{org}/dependabot/secrets/{secret_name}/repositories/{repository_id}"],
		createOrUpdateOrgSecret: ["PUT /orgs/{org}/dependabot/secrets/{secret_name}"],
		createOrUpdateRepoSecret: ["PUT /repos/{owner}/{repo}/dependabot/secrets/{secret_name}"],
		deleteOrgSecret: ["DELETE /orgs/{org}/dependabot/secrets/{secret_name}"],
		deleteRepoSecret: ["DELETE /repos/{owner}/{repo}/dependabot/secrets/{secret_name}"],
		getAlert: ["GET /repos/{owner}/{repo}/dependabot/alerts/{alert_number}"],
		getOrgPublicKey: ["GET /orgs/{org}/dependabot/secrets/public-key"],
		getOrgSecret: ["GET /orgs/{org}/dependabot/secrets/{secret_name}"],
		getRepoPublicKey: ["GET /repos/{owner}/{repo}/dependabot/secrets/public-key"],
		getRepoSecret: ["GET /repos/{owner}/{repo}/dependabot/secrets/{secret_name}"],
		listAlertsForEnterprise: ["GET /enterprises/{enterprise}/dependabot/alerts"],
		listAlertsForOrg: ["GET /orgs/{org}/dependabot/alerts"],
		listAlertsForRepo: ["GET /repos/{owner}/{repo}/dependabot/alerts"],
		listOrgSecrets: ["GET /orgs/{org}/dependabot/secrets"],
		listRepoSecrets: ["GET /repos/{owner}/{repo}/dependabot/secrets"],
		listSelectedReposForOrgSecret: ["GET /orgs/{org}/dependabot/secrets/{secret_name}/repositories"],
		removeSelectedRepoFromOrgSecret: ["DELETE /orgs/{org}/dependabot/secrets/{secret_name}/repositories/{repository_id}"],
		repositoryAccessForOrg: ["GET /organizations/{org}/dependabot/repository-access"],
		setRepositoryAccessDefaultLevel: ["PUT /organizations/{org}/dependabot/repository-access/default-level"],
		setSelectedReposForOrgSecret: ["PUT /orgs/{org}/dependabot/secrets/{secret_name}/repositories"],
		updateAlert: ["PATCH /repos/{owner}/{repo}/dependabot/alerts/{alert_number}"],
		updateRepositoryAccessForOrg: ["PATCH /organizations/{org}/dependabot/repository-access"]
	},
	dependencyGraph: {
		createRepositorySnapshot: ["POST /repos/{owner}/{repo}/dependency-graph/snapshots"],
		diffRange: ["GET /repos/{owner}/{repo}/dependency-graph/compare/{basehead}"],
		exportSbom: ["GET /repos/{owner}/{repo}/dependency-graph/sbom"]
	},
	emojis: { get: ["GET /emojis"] },
	enterpriseTeamMemberships: {
		add: ["PUT /enterprises/{enterprise}/teams/{enterprise-team}/memberships/{username}"],
		bulkAdd: ["POST /enterprises/{enterprise}/teams/{enterprise-team}/memberships/add"],
		bulkRemove: ["POST /enterprises/{enterprise}/teams/{enterprise-team}/memberships/remove"],
		get: ["GET /enterprises/{enterprise}/teams/{enterprise-team}/memberships/{username}"],
		list: ["GET /enterprises/{enterprise}/teams/{enterprise-team}/memberships"],
		remove: ["DELETE /enterprises/{enterprise}/teams/{enterprise-team}/memberships/{username}"]
	},
	enterpriseTeamOrganizations: {
		add: ["PUT /enterprises/{enterprise}/teams/{enterprise-team}/organizations/{org}"],
		bulkAdd: ["POST /enterprises/{enterprise}/teams/{enterprise-team}/organizations/add"],
		bulkRemove: ["POST /enterprises/{enterprise}/teams/{enterprise-team}/organizations/remove"],
		delete: ["DELETE /enterprises/{enterprise}/teams/{enterprise-team}/organizations/{org}"],
		getAssignment: ["GET /enterprises/{enterprise}/teams/{enterprise-team}/organizations/{org}"],
		getAssignments: ["GET /enterprises/{enterprise}/teams/{enterprise-team}/organizations"]
	},
	enterpriseTeams: {
		create: ["POST /enterprises/{enterprise}/teams"],
		delete: ["DELETE /enterprises/{enterprise}/teams/{team_slug}"],
		get: ["GET /enterprises/{enterprise}/teams/{team_slug}"],
		list: ["GET /enterprises/{enterprise}/teams"],
		update: ["PATCH /enterprises/{enterprise}/teams/{team_slug}"]
	},
	gists: {
		checkIsStarred: ["GET /gists/{gist_id}/star"],
		create: ["POST /gists"],
		createComment: ["POST /gists/{gist_id}/comments"],
		delete: ["DELETE /gists/{gist_id}"],
		deleteComment: ["DELETE /gists/{gist_id}/comments/{comment_id}"],
		fork: ["POST /gists/{gist_id}/forks"],
		get: ["GET /gists/{gist_id}"],
		getComment: ["GET /gists/{gist_id}/comments/{comment_id}"],
		getRevision: ["GET /gists/{gist_id}/{sha}"],
		list: ["GET /gists"],
		listComments: ["GET /gists/{gist_id}/comments"],
		listCommits: ["GET /gists/{gist_id}/commits"],
		listForUser: ["GET /users/{username}/gists"],
		listForks: ["GET /gists/{gist_id}/forks"],
		listPublic: ["GET /gists/public"],
		listStarred: ["GET /gists/starred"],
		star: ["PUT /gists/{gist_id}/star"],
		unstar: ["DELETE /gists/{gist_id}/star"],
		update: ["PATCH /gists/{gist_id}"],
		updateComment: ["PATCH /gists/{gist_id}/comments/{comment_id}"]
	},
	git: {
		createBlob: ["POST /repos/{owner}/{repo}/git/blobs"],
		createCommit: ["POST /repos/{owner}/{repo}/git/commits"],
		createRef: ["POST /repos/{owner}/{repo}/git/refs"],
		createTag: ["POST /repos/{owner}/{repo}/git/tags"],
		createTree: ["POST /repos/{owner}/{repo}/git/trees"],
		deleteRef: ["DELETE /repos/{owner}/{repo}/git/refs/{ref}"],
		getBlob: ["GET /repos/{owner}/{repo}/git/blobs/{file_sha}"],
		getCommit: ["GET /repos/{owner}/{repo}/git/commits/{commit_sha}"],
		getRef: ["GET /repos/{owner}/{repo}/git/ref/{ref}"],
		getTag: ["GET /repos/{owner}/{repo}/git/tags/{tag_sha}"],
		getTree: ["GET /repos/{owner}/{repo}/git/trees/{tree_sha}"],
		listMatchingRefs: ["GET /repos/{owner}/{repo}/git/matching-refs/{ref}"],
		updateRef: ["PATCH /repos/{owner}/{repo}/git/refs/{ref}"]
	},
	gitignore: {
		getAllTemplates: ["GET /gitignore/templates"],
		getTemplate: ["GET /gitignore/templates/{name}"]
	},
	hostedCompute: {
		createNetworkConfigurationForOrg: ["POST /orgs/{org}/settings/network-configurations"],
		deleteNetworkConfigurationFromOrg: ["DELETE /orgs/{org}/settings/network-configurations/{network_configuration_id}"],
		getNetworkConfigurationForOrg: ["GET /orgs/{org}/settings/network-configurations/{network_configuration_id}"],
		getNetworkSettingsForOrg: ["GET /orgs/{org}/settings/network-settings/{network_settings_id}"],
		listNetworkConfigurationsForOrg: ["GET /orgs/{org}/settings/network-configurations"],
		updateNetworkConfigurationForOrg: ["PATCH /orgs/{org}/settings/network-configurations/{network_configuration_id}"]
	},
	interactions: {
		getRestrictionsForAuthenticatedUser: ["GET /user/interaction-limits"],
		getRestrictionsForOrg: ["GET /orgs/{org}/interaction-limits"],
		getRestrictionsForRepo: ["GET /repos/{owner}/{repo}/interaction-limits"],
		getRestrictionsForYourPublicRepos: [
			"GET /user/interaction-limits",
			{},
			{ renamed: ["interactions", "getRestrictionsForAuthenticatedUser"] }
		],
		removeRestrictionsForAuthenticatedUser: ["DELETE /user/interaction-limits"],
		removeRestrictionsForOrg: ["DELETE /orgs/{org}/interaction-limits"],
		removeRestrictionsForRepo: ["DELETE /repos/{owner}/{repo}/interaction-limits"],
		removeRestrictionsForYourPublicRepos: [
			"DELETE /user/interaction-limits",
			{},
			{ renamed: ["interactions", "removeRestrictionsForAuthenticatedUser"] }
		],
		setRestrictionsForAuthenticatedUser: ["PUT /user/interaction-limits"],
		setRestrictionsForOrg: ["PUT /orgs/{org}/interaction-limits"],
		setRestrictionsForRepo: ["PUT /repos/{owner}/{repo}/interaction-limits"],
		setRestrictionsForYourPublicRepos: [
			"PUT /user/interaction-limits",
			{},
			{ renamed: ["interactions", "setRestrictionsForAuthenticatedUser"] }
		]
	},
	issues: {
		addAssignees: ["POST /repos/{owner}/{repo}/issues/{issue_number}/assignees"],
		addBlockedByDependency: ["POST /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by"],
		addLabels: ["POST /repos/{owner}/{repo}/issues/{issue_number}/labels"],
		addSubIssue: ["POST /repos/{owner}/{repo}/issues/{issue_number}/sub_issues"],
		checkUserCanBeAssigned: ["GET /repos/{owner}/{repo}/assignees/{assignee}"],
		checkUserCanBeAssignedToIssue: ["GET /repos/{owner}/{repo}/issues/{issue_number}/assignees/{assignee}"],
		create: ["POST /repos/{owner}/{repo}/issues"],
		createComment: ["POST /repos/{owner}/{repo}/issues/{issue_number}/comments"],
		createLabel: ["POST /repos/{owner}/{repo}/labels"],
		createMilestone: ["POST /repos/{owner}/{repo}/milestones"],
		deleteComment: ["DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}"],
		deleteLabel: ["DELETE /repos/{owner}/{repo}/labels/{name}"],
		deleteMilestone: ["DELETE /repos/{owner}/{repo}/milestones/{milestone_number}"],
		get: ["GET /repos/{owner}/{repo}/issues/{issue_number}"],
		getComment: ["GET /repos/{owner}/{repo}/issues/comments/{comment_id}"],
		getEvent: ["GET /repos/{owner}/{repo}/issues/events/{event_id}"],
		getLabel: ["GET /repos/{owner}/{repo}/labels/{name}"],
		getMilestone: ["GET /repos/{owner}/{repo}/milestones/{milestone_number}"],
		getParent: ["GET /repos/{owner}/{repo}/issues/{issue_number}/parent"],
		list: ["GET /issues"],
		listAssignees: ["GET /repos/{owner}/{repo}/assignees"],
		listComments: ["GET /repos/{owner}/{repo}/issues/{issue_number}/comments"],
		listCommentsForRepo: ["GET /repos/{owner}/{repo}/issues/comments"],
		listDependenciesBlockedBy: ["GET /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by"],
		listDependenciesBlocking: ["GET /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocking"],
		listEvents: ["GET /repos/{owner}/{repo}/issues/{issue_number}/events"],
		listEventsForRepo: ["GET /repos/{owner}/{repo}/issues/events"],
		listEventsForTimeline: ["GET /repos/{owner}/{repo}/issues/{issue_number}/timeline"],
		listForAuthenticatedUser: ["GET /user/issues"],
		listForOrg: ["GET /orgs/{org}/issues"],
		listForRepo: ["GET /repos/{owner}/{repo}/issues"],
		listLabelsForMilestone: ["GET /repos/{owner}/{repo}/milestones/{milestone_number}/labels"],
		listLabelsForRepo: ["GET /repos/{owner}/{repo}/labels"],
		listLabelsOnIssue: ["GET /repos/{owner}/{repo}/issues/{issue_number}/labels"],
		listMilestones: ["GET /repos/{owner}/{repo}/milestones"],
		listSubIssues: ["GET /repos/{owner}/{repo}/issues/{issue_number}/sub_issues"],
		lock: ["PUT /repos/{owner}/{repo}/issues/{issue_number}/lock"],
		removeAllLabels: ["DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels"],
		removeAssignees: ["DELETE /repos/{owner}/{repo}/issues/{issue_number}/assignees"],
		removeDependencyBlockedBy: ["DELETE /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by/{issue_id}"],
		removeLabel: ["DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}"],
		removeSubIssue: ["DELETE /repos/{owner}/{repo}/issues/{issue_number}/sub_issue"],
		reprioritizeSubIssue: ["PATCH /repos/{owner}/{repo}/issues/{issue_number}/sub_issues/priority"],
		setLabels: ["PUT /repos/{owner}/{repo}/issues/{issue_number}/labels"],
		unlock: ["DELETE /repos/{owner}/{repo}/issues/{issue_number}/lock"],
		update: ["PATCH /repos/{owner}/{repo}/issues/{issue_number}"],
		updateComment: ["PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}"],
		updateLabel: ["PATCH /repos/{owner}/{repo}/labels/{name}"],
		updateMilestone: ["PATCH /repos/{owner}/{repo}/milestones/{milestone_number}"]
	},
	licenses: {
		get: ["GET /licenses/{license}"],
		getAllCommonlyUsed: ["GET /licenses"],
		getForRepo: ["GET /repos/{owner}/{repo}/license"]
	},
	markdown: {
		render: ["POST /markdown"],
		renderRaw: ["POST /markdown/raw", { headers: { "content-type": "text/plain; charset=utf-8" } }]
	},
	meta: {
		get: ["GET /meta"],
		getAllVersions: ["GET /versions"],
		getOctocat: ["GET /octocat"],
		getZen: ["GET /zen"],
		root: ["GET /"]
	},
	migrations: {
		deleteArchiveForAuthenticatedUser: ["DELETE /user/migrations/{migration_id}/archive"],
		deleteArchiveForOrg: ["DELETE /orgs/{org}/migrations/{migration_id}/archive"],
		downloadArchiveForOrg: ["GET /orgs/{org}/migrations/{migration_id}/archive"],
		getArchiveForAuthenticatedUser: ["GET /user/migrations/{migration_id}/archive"],
		getStatusForAuthenticatedUser: ["GET /user/migrations/{migration_id}"],
		getStatusForOrg: ["GET /orgs/{org}/migrations/{migration_id}"],
		listForAuthenticatedUser: ["GET /user/migrations"],
		listForOrg: ["GET /orgs/{org}/migrations"],
		listReposForAuthenticatedUser: ["GET /user/migrations/{migration_id}/repositories"],
		listReposForOrg: ["GET /orgs/{org}/migrations/{migration_id}/repositories"],
		listReposForUser: [
			"GET /user/migrations/{migration_id}/repositories",
			{},
			{ renamed: ["migrations", "listReposForAuthenticatedUser"] }
		],
		startForAuthenticatedUser: ["POST /user/migrations"],
		startForOrg: ["POST /orgs/{org}/migrations"],
		unlockRepoForAuthenticatedUser: ["DELETE /user/migrations/{migration_id}/repos/{repo_name}/lock"],
		unlockRepoForOrg: ["DELETE /orgs/{org}/migrations/{migration_id}/repos/{repo_name}/lock"]
	},
	oidc: {
		getOidcCustomSubTemplateForOrg: ["GET /orgs/{org}/actions/oidc/customization/sub"],
		updateOidcCustomSubTemplateForOrg: ["PUT /orgs/{org}/actions/oidc/customization/sub"]
	},
	orgs: {
		addSecurityManagerTeam: [
			"PUT /orgs/{org}/security-managers/teams/{team_slug}",
			{},
			{ deprecated: "octokit.rest.orgs.addSecurityManagerTeam() is deprecated, see https://docs.github.com/rest/orgs/security-managers#add-a-security-manager-team" }
		],
		assignTeamToOrgRole: ["PUT /orgs/{org}/organization-roles/teams/{team_slug}/{role_id}"],
		assignUserToOrgRole: ["PUT /orgs/{org}/organization-roles/users/{username}/{role_id}"],
		blockUser: ["PUT /orgs/{org}/blocks/{username}"],
		cancelInvitation: ["DELETE /orgs/{org}/invitations/{invitation_id}"],
		checkBlockedUser: ["GET /orgs/{org}/blocks/{username}"],
		checkMembershipForUser: ["GET /orgs/{org}/members/{username}"],
		checkPublicMembershipForUser: ["GET /orgs/{org}/public_members/{username}"],
		convertMemberToOutsideCollaborator: ["PUT /orgs/{org}/outside_collaborators/{username}"],
		createArtifactStorageRecord: ["POST /orgs/{org}/artifacts/metadata/storage-record"],
		createInvitation: ["POST /orgs/{org}/invitations"],
		createIssueType: ["POST /orgs/{org}/issue-types"],
		createWebhook: ["POST /orgs/{org}/hooks"],
		customPropertiesForOrgsCreateOrUpdateOrganizationValues: ["PATCH /organizations/{org}/org-properties/values"],
		customPropertiesForOrgsGetOrganizationValues: ["GET /organizations/{org}/org-properties/values"],
		customPropertiesForReposCreateOrUpdateOrganizationDefinition: ["PUT /orgs/{org}/properties/schema/{custom_property_name}"],
		customPropertiesForReposCreateOrUpdateOrganizationDefinitions: ["PATCH /orgs/{org}/properties/schema"],
		customPropertiesForReposCreateOrUpdateOrganizationValues: ["PATCH /orgs/{org}/properties/values"],
		customPropertiesForReposDeleteOrganizationDefinition: ["DELETE /orgs/{org}/properties/schema/{custom_property_name}"],
		customPropertiesForReposGetOrganizationDefinition: ["GET /orgs/{org}/properties/schema/{custom_property_name}"],
		customPropertiesForReposGetOrganizationDefinitions: ["GET /orgs/{org}/properties/schema"],
		customPropertiesForReposGetOrganizationValues: ["GET /orgs/{org}/properties/values"],
		delete: ["DELETE /orgs/{org}"],
		deleteAttestationsBulk: ["POST /orgs/{org}/attestations/delete-request"],
		deleteAttestationsById: ["DELETE /orgs/{org}/attestations/{attestation_id}"],
		deleteAttestationsBySubjectDigest: ["DELETE /orgs/{org}/attestations/digest/{subject_digest}"],
		deleteIssueType: ["DELETE /orgs/{org}/issue-types/{issue_type_id}"],
		deleteWebhook: ["DELETE /orgs/{org}/hooks/{hook_id}"],
		disableSelectedRepositoryImmutableReleasesOrganization: ["DELETE /orgs/{org}/settings/immutable-releases/repositories/{repository_id}"],
		enableSelectedRepositoryImmutableReleasesOrganization: ["PUT /orgs/{org}/settings/immutable-releases/repositories/{repository_id}"],
		get: ["GET /orgs/{org}"],
		getImmutableReleasesSettings: ["GET /orgs/{org}/settings/immutable-releases"],
		getImmutableReleasesSettingsRepositories: ["GET /orgs/{org}/settings/immutable-releases/repositories"],
		getMembershipForAuthenticatedUser: ["GET /user/memberships/orgs/{org}"],
		getMembershipForUser: ["GET /orgs/{org}/memberships/{username}"],
		getOrgRole: ["GET /orgs/{org}/organization-roles/{role_id}"],
		getOrgRulesetHistory: ["GET /orgs/{org}/rulesets/{ruleset_id}/history"],
		getOrgRulesetVersion: ["GET /orgs/{org}/rulesets/{ruleset_id}/history/{version_id}"],
		getWebhook: ["GET /orgs/{org}/hooks/{hook_id}"],
		getWebhookConfigForOrg: ["GET /orgs/{org}/hooks/{hook_id}/config"],
		getWebhookDelivery: ["GET /orgs/{org}/hooks/{hook_id}/deliveries/{delivery_id}"],
		list: ["GET /organizations"],
		listAppInstallations: ["GET /orgs/{org}/installations"],
		listArtifactStorageRecords: ["GET /orgs/{org}/artifacts/{subject_digest}/metadata/storage-records"],
		listAttestationRepositories: ["GET /orgs/{org}/attestations/repositories"],
		listAttestations: ["GET /orgs/{org}/attestations/{subject_digest}"],
		listAttestationsBulk: ["POST /orgs/{org}/attestations/bulk-list{?per_page,before,after}"],
		listBlockedUsers: ["GET /orgs/{org}/blocks"],
		listFailedInvitations: ["GET /orgs/{org}/failed_invitations"],
		listForAuthenticatedUser: ["GET /user/orgs"],
		listForUser: ["GET /users/{username}/orgs"],
		listInvitationTeams: ["GET /orgs/{org}/invitations/{invitation_id}/teams"],
		listIssueTypes: ["GET /orgs/{org}/issue-types"],
		listMembers: ["GET /orgs/{org}/members"],
		listMembershipsForAuthenticatedUser: ["GET /user/memberships/orgs"],
		listOrgRoleTeams: ["GET /orgs/{org}/organization-roles/{role_id}/teams"],
		listOrgRoleUsers: ["GET /orgs/{org}/organization-roles/{role_id}/users"],
		listOrgRoles: ["GET /orgs/{org}/organization-roles"],
		listOrganizationFineGrainedPermissions: ["GET /orgs/{org}/organization-fine-grained-permissions"],
		listOutsideCollaborators: ["GET /orgs/{org}/outside_collaborators"],
		listPatGrantRepositories: ["GET /orgs/{org}/personal-access-tokens/{pat_id}/repositories"],
		listPatGrantRequestRepositories: ["GET /orgs/{org}/personal-access-token-requests/{pat_request_id}/repositories"],
		listPatGrantRequests: ["GET /orgs/{org}/personal-access-token-requests"],
		listPatGrants: ["GET /orgs/{org}/personal-access-tokens"],
		listPendingInvitations: ["GET /orgs/{org}/invitations"],
		listPublicMembers: ["GET /orgs/{org}/public_members"],
		listSecurityManagerTeams: [
			"GET /orgs/{org}/security-managers",
			{},
			{ deprecated: "octokit.rest.orgs.listSecurityManagerTeams() is deprecated, see https://docs.github.com/rest/orgs/security-managers#list-security-manager-teams" }
		],
		listWebhookDeliveries: ["GET /orgs/{org}/hooks/{hook_id}/deliveries"],
		listWebhooks: ["GET /orgs/{org}/hooks"],
		pingWebhook: ["POST /orgs/{org}/hooks/{hook_id}/pings"],
		redeliverWebhookDelivery: ["POST /orgs/{org}/hooks/{hook_id}/deliveries/{delivery_id}/attempts"],
		removeMember: ["DELETE /orgs/{org}/members/{username}"],
		removeMembershipForUser: ["DELETE /orgs/{org}/memberships/{username}"],
		removeOutsideCollaborator: ["DELETE /orgs/{org}/outside_collaborators/{username}"],
		removePublicMembershipForAuthenticatedUser: ["DELETE /orgs/{org}/public_members/{username}"],
		removeSecurityManagerTeam: [
			"DELETE /orgs/{org}/security-managers/teams/{team_slug}",
			{},
			{ deprecated: "octokit.rest.orgs.removeSecurityManagerTeam() is deprecated, see https://docs.github.com/rest/orgs/security-managers#remove-a-security-manager-team" }
		],
		reviewPatGrantRequest: ["POST /orgs/{org}/personal-access-token-requests/{pat_request_id}"],
		reviewPatGrantRequestsInBulk: ["POST /orgs/{org}/personal-access-token-requests"],
		revokeAllOrgRolesTeam: ["DELETE /orgs/{org}/organization-roles/teams/{team_slug}"],
		revokeAllOrgRolesUser: ["DELETE /orgs/{org}/organization-roles/users/{username}"],
		revokeOrgRoleTeam: ["DELETE /orgs/{org}/organization-roles/teams/{team_slug}/{role_id}"],
		revokeOrgRoleUser: ["DELETE /orgs/{org}/organization-roles/users/{username}/{role_id}"],
		setImmutableReleasesSettings: ["PUT /orgs/{org}/settings/immutable-releases"],
		setImmutableReleasesSettingsRepositories: ["PUT /orgs/{org}/settings/immutable-releases/repositories"],
		setMembershipForUser: ["PUT /orgs/{org}/memberships/{username}"],
		setPublicMembershipForAuthenticatedUser: ["PUT /orgs/{org}/public_members/{username}"],
		unblockUser: ["DELETE /orgs/{org}/blocks/{username}"],
		update: ["PATCH /orgs/{org}"],
		updateIssueType: ["PUT /orgs/{org}/issue-types/{issue_type_id}"],
		updateMembershipForAuthenticatedUser: ["PATCH /user/memberships/orgs/{org}"],
		updatePatAccess: ["POST /orgs/{org}/personal-access-tokens/{pat_id}"],
		updatePatAccesses: ["POST /orgs/{org}/personal-access-tokens"],
		updateWebhook: ["PATCH /orgs/{org}/hooks/{hook_id}"],
		updateWebhookConfigForOrg: ["PATCH /orgs/{org}/hooks/{hook_id}/config"]
	},
	packages: {
		deletePackageForAuthenticatedUser: ["DELETE /user/packages/{package_type}/{package_name}"],
		deletePackageForOrg: ["DELETE /orgs/{org}/packages/{package_type}/{package_name}"],
		deletePackageForUser: ["DELETE /users/{username}/packages/{package_type}/{package_name}"],
		deletePackageVersionForAuthenticatedUser: ["DELETE /user/packages/{package_type}/{package_name}/versions/{package_version_id}"],
		deletePackageVersionForOrg: ["DELETE /orgs/{org}/packages/{package_type}/{package_name}/versions/{package_version_id}"],
		deletePackageVersionForUser: ["DELETE /users/{username}/packages/{package_type}/{package_name}/versions/{package_version_id}"],
		getAllPackageVersionsForAPackageOwnedByAnOrg: [
			"GET /orgs/{org}/packages/{package_type}/{package_name}/versions",
			{},
			{ renamed: ["packages", "getAllPackageVersionsForPackageOwnedByOrg"] }
		],
		getAllPackageVersionsForAPackageOwnedByTheAuthenticatedUser: [
			"GET /user/packages/{package_type}/{package_name}/versions",
			{},
			{ renamed: ["packages", "getAllPackageVersionsForPackageOwnedByAuthenticatedUser"] }
		],
		getAllPackageVersionsForPackageOwnedByAuthenticatedUser: ["GET /user/packages/{package_type}/{package_name}/versions"],
		getAllPackageVersionsForPackageOwnedByOrg: ["GET /orgs/{org}/packages/{package_type}/{package_name}/versions"],
		getAllPackageVersionsForPackageOwnedByUser: ["GET /users/{username}/packages/{package_type}/{package_name}/versions"],
		getPackageForAuthenticatedUser: ["GET /user/packages/{package_type}/{package_name}"],
		getPackageForOrganization: ["GET /orgs/{org}/packages/{package_type}/{package_name}"],
		getPackageForUser: ["GET /users/{username}/packages/{package_type}/{package_name}"],
		getPackageVersionForAuthenticatedUser: ["GET /user/packages/{package_type}/{package_name}/versions/{package_version_id}"],
		getPackageVersionForOrganization: ["GET /orgs/{org}/packages/{package_type}/{package_name}/versions/{package_version_id}"],
		getPackageVersionForUser: ["GET /users/{username}/packages/{package_type}/{package_name}/versions/{package_version_id}"],
		listDockerMigrationConflictingPackagesForAuthenticatedUser: ["GET /user/docker/conflicts"],
		listDockerMigrationConflictingPackagesForOrganization: ["GET /orgs/{org}/docker/conflicts"],
		listDockerMigrationConflictingPackagesForUser: ["GET /users/{username}/docker/conflicts"],
		listPackagesForAuthenticatedUser: ["GET /user/packages"],
		listPackagesForOrganization: ["GET /orgs/{org}/packages"],
		listPackagesForUser: ["GET /users/{username}/packages"],
		restorePackageForAuthenticatedUser: ["POST /user/packages/{package_type}/{package_name}/restore{?token}"],
		restorePackageForOrg: ["POST /orgs/{org}/packages/{package_type}/{package_name}/restore{?token}"],
		restorePackageForUser: ["POST /users/{username}/packages/{package_type}/{package_name}/restore{?token}"],
		restorePackageVersionForAuthenticatedUser: ["POST /user/packages/{package_type}/{package_name}/versions/{package_version_id}/restore"],
		restorePackageVersionForOrg: ["POST /orgs/{org}/packages/{package_type}/{package_name}/versions/{package_version_id}/restore"],
		restorePackageVersionForUser: ["POST /users/{username}/packages/{package_type}/{package_name}/versions/{package_version_id}/restore"]
	},
	privateRegistries: {
		createOrgPrivateRegistry: ["POST /orgs/{org}/private-registries"],
		deleteOrgPrivateRegistry: ["DELETE /orgs/{org}/private-registries/{secret_name}"],
		getOrgPrivateRegistry: ["GET /orgs/{org}/private-registries/{secret_name}"],
		getOrgPublicKey: ["GET /orgs/{org}/private-registries/public-key"],
		listOrgPrivateRegistries: ["GET /orgs/{org}/private-registries"],
		updateOrgPrivateRegistry: ["PATCH /orgs/{org}/private-registries/{secret_name}"]
	},
	projects: {
		addItemForOrg: ["POST /orgs/{org}/projectsV2/{project_number}/items"],
		addItemForUser: ["POST /users/{username}/projectsV2/{project_number}/items"],
		deleteItemForOrg: ["DELETE /orgs/{org}/projectsV2/{project_number}/items/{item_id}"],
		deleteItemForUser: ["DELETE /users/{username}/projectsV2/{project_number}/items/{item_id}"],
		getFieldForOrg: ["GET /orgs/{org}/projectsV2/{project_number}/fields/{field_id}"],
		getFieldForUser: ["GET /users/{username}/projectsV2/{project_number}/fields/{field_id}"],
		getForOrg: ["GET /orgs/{org}/projectsV2/{project_number}"],
		getForUser: ["GET /users/{username}/projectsV2/{project_number}"],
		getOrgItem: ["GET /orgs/{org}/projectsV2/{project_number}/items/{item_id}"],
		getUserItem: ["GET /users/{username}/projectsV2/{project_number}/items/{item_id}"],
		listFieldsForOrg: ["GET /orgs/{org}/projectsV2/{project_number}/fields"],
		listFieldsForUser: ["GET /users/{username}/projectsV2/{project_number}/fields"],
		listForOrg: ["GET /orgs/{org}/projectsV2"],
		listForUser: ["GET /users/{username}/projectsV2"],
		listItemsForOrg: ["GET /orgs/{org}/projectsV2/{project_number}/items"],
		listItemsForUser: ["GET /users/{username}/projectsV2/{project_number}/items"],
		updateItemForOrg: ["PATCH /orgs/{org}/projectsV2/{project_number}/items/{item_id}"],
		updateItemForUser: ["PATCH /users/{username}/projectsV2/{project_number}/items/{item_id}"]
	},
	pulls: {
		checkIfMerged: ["GET /repos/{owner}/{repo}/pulls/{pull_number}/merge"],
		create: ["POST /repos/{owner}/{repo}/pulls"],
		createReplyForReviewComment: ["POST /repos/{owner}/{repo}/pulls/{pull_number}/comments/{comment_id}/replies"],
		createReview: ["POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews"],
		createReviewComment: ["POST /repos/{owner}/{repo}/pulls/{pull_number}/comments"],
		deletePendingReview: ["DELETE /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}"],
		deleteReviewComment: ["DELETE /repos/{owner}/{repo}/pulls/comments/{comment_id}"],
		dismissReview: ["PUT /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/dismissals"],
		get: ["GET /repos/{owner}/{repo}/pulls/{pull_number}"],
		getReview: ["GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}"],
		getReviewComment: ["GET /repos/{owner}/{repo}/pulls/comments/{comment_id}"],
		list: ["GET /repos/{owner}/{repo}/pulls"],
		listCommentsForReview: ["GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/comments"],
		listCommits: ["GET /repos/{owner}/{repo}/pulls/{pull_number}/commits"],
		listFiles: ["GET /repos/{owner}/{repo}/pulls/{pull_number}/files"],
		listRequestedReviewers: ["GET /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers"],
		listReviewComments: ["GET /repos/{owner}/{repo}/pulls/{pull_number}/comments"],
		listReviewCommentsForRepo: ["GET /repos/{owner}/{repo}/pulls/comments"],
		listReviews: ["GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews"],
		merge: ["PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge"],
		removeRequestedReviewers: ["DELETE /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers"],
		requestReviewers: ["POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers"],
		submitReview: ["POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/events"],
		update: ["PATCH /repos/{owner}/{repo}/pulls/{pull_number}"],
		updateBranch: ["PUT /repos/{owner}/{repo}/pulls/{pull_number}/update-branch"],
		updateReview: ["PUT /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}"],
		updateReviewComment: ["PATCH /repos/{owner}/{repo}/pulls/comments/{comment_id}"]
	},
	rateLimit: { get: ["GET /rate_limit"] },
	reactions: {
		createForCommitComment: ["POST /repos/{owner}/{repo}/comments/{comment_id}/reactions"],
		createForIssue: ["POST /repos/{owner}/{repo}/issues/{issue_number}/reactions"],
		createForIssueComment: ["POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions"],
		createForPullRequestReviewComment: ["POST /repos/{owner}/{repo}/pulls/comments/{comment_id}/reactions"],
		createForRelease: ["POST /repos/{owner}/{repo}/releases/{release_id}/reactions"],
		createForTeamDiscussionCommentInOrg: ["POST /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments/{comment_number}/reactions"],
		createForTeamDiscussionInOrg: ["POST /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/reactions"],
		deleteForCommitComment: ["DELETE /repos/{owner}/{repo}/comments/{comment_id}/reactions/{reaction_id}"],
		deleteForIssue: ["DELETE /repos/{owner}/{repo}/issues/{issue_number}/reactions/{reaction_id}"],
		deleteForIssueComment: ["DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions/{reaction_id}"],
		deleteForPullRequestComment: ["DELETE /repos/{owner}/{repo}/pulls/comments/{comment_id}/reactions/{reaction_id}"],
		deleteForRelease: ["DELETE /repos/{owner}/{repo}/releases/{release_id}/reactions/{reaction_id}"],
		deleteForTeamDiscussion: ["DELETE /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/reactions/{reaction_id}"],
		deleteForTeamDiscussionComment: ["DELETE /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments/{comment_number}/reactions/{reaction_id}"],
		listForCommitComment: ["GET /repos/{owner}/{repo}/comments/{comment_id}/reactions"],
		listForIssue: ["GET /repos/{owner}/{repo}/issues/{issue_number}/reactions"],
		listForIssueComment: ["GET /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions"],
		listForPullRequestReviewComment: ["GET /repos/{owner}/{repo}/pulls/comments/{comment_id}/reactions"],
		listForRelease: ["GET /repos/{owner}/{repo}/releases/{release_id}/reactions"],
		listForTeamDiscussionCommentInOrg: ["GET /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments/{comment_number}/reactions"],
		listForTeamDiscussionInOrg: ["GET /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/reactions"]
	},
	repos: {
		acceptInvitation: [
			"PATCH /user/repository_invitations/{invitation_id}",
			{},
			{ renamed: ["repos", "acceptInvitationForAuthenticatedUser"] }
		],
		acceptInvitationForAuthenticatedUser: ["PATCH /user/repository_invitations/{invitation_id}"],
		addAppAccessRestrictions: [
			"POST /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/apps",
			{},
			{ mapToData: "apps" }
		],
		addCollaborator: ["PUT /repos/{owner}/{repo}/collaborators/{username}"],
		addStatusCheckContexts: [
			"POST /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks/contexts",
			{},
			{ mapToData: "contexts" }
		],
		addTeamAccessRestrictions: [
			"POST /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/teams",
			{},
			{ mapToData: "teams" }
		],
		addUserAccessRestrictions: [
			"POST /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/users",
			{},
			{ mapToData: "users" }
		],
		cancelPagesDeployment: ["POST /repos/{owner}/{repo}/pages/deployments/{pages_deployment_id}/cancel"],
		checkAutomatedSecurityFixes: ["GET /repos/{owner}/{repo}/automated-security-fixes"],
		checkCollaborator: ["GET /repos/{owner}/{repo}/collaborators/{username}"],
		checkImmutableReleases: ["GET /repos/{owner}/{repo}/immutable-releases"],
		checkPrivateVulnerabilityReporting: ["GET /repos/{owner}/{repo}/private-vulnerability-reporting"],
		checkVulnerabilityAlerts: ["GET /repos/{owner}/{repo}/vulnerability-alerts"],
		codeownersErrors: ["GET /repos/{owner}/{repo}/codeowners/errors"],
		compareCommits: ["GET /repos/{owner}/{repo}/compare/{base}...{head}"],
		compareCommitsWithBasehead: ["GET /repos/{owner}/{repo}/compare/{basehead}"],
		createAttestation: ["POST /repos/{owner}/{repo}/attestations"],
		createAutolink: ["POST /repos/{owner}/{repo}/autolinks"],
		createCommitComment: ["POST /repos/{owner}/{repo}/commits/{commit_sha}/comments"],
		createCommitSignatureProtection: ["POST /repos/{owner}/{repo}/branches/{branch}/protection/required_signatures"],
		createCommitStatus: ["POST /repos/{owner}/{repo}/statuses/{sha}"],
		createDeployKey: ["POST /repos/{owner}/{repo}/keys"],
		createDeployment: ["POST /repos/{owner}/{repo}/deployments"],
		createDeploymentBranchPolicy: ["POST /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies"],
		createDeploymentProtectionRule: ["POST /repos/{owner}/{repo}/environments/{environment_name}/deployment_protection_rules"],
		createDeploymentStatus: ["POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses"],
		createDispatchEvent: ["POST /repos/{owner}/{repo}/dispatches"],
		createForAuthenticatedUser: ["POST /user/repos"],
		createFork: ["POST /repos/{owner}/{repo}/forks"],
		createInOrg: ["POST /orgs/{org}/repos"],
		createOrUpdateEnvironment: ["PUT /repos/{owner}/{repo}/environments/{environment_name}"],
		createOrUpdateFileContents: ["PUT /repos/{owner}/{repo}/contents/{path}"],
		createOrgRuleset: ["POST /orgs/{org}/rulesets"],
		createPagesDeployment: ["POST /repos/{owner}/{repo}/pages/deployments"],
		createPagesSite: ["POST /repos/{owner}/{repo}/pages"],
		createRelease: ["POST /repos/{owner}/{repo}/releases"],
		createRepoRuleset: ["POST /repos/{owner}/{repo}/rulesets"],
		createUsingTemplate: ["POST /repos/{template_owner}/{template_repo}/generate"],
		createWebhook: ["POST /repos/{owner}/{repo}/hooks"],
		customPropertiesForReposCreateOrUpdateRepositoryValues: ["PATCH /repos/{owner}/{repo}/properties/values"],
		customPropertiesForReposGetRepositoryValues: ["GET /repos/{owner}/{repo}/properties/values"],
		declineInvitation: [
			"DELETE /user/repository_invitations/{invitation_id}",
			{},
			{ renamed: ["repos", "declineInvitationForAuthenticatedUser"] }
		],
		declineInvitationForAuthenticatedUser: ["DELETE /user/repository_invitations/{invitation_id}"],
		delete: ["DELETE /repos/{owner}/{repo}"],
		deleteAccessRestrictions: ["DELETE /repos/{owner}/{repo}/branches/{branch}/protection/restrictions"],
		deleteAdminBranchProtection: ["DELETE /repos/{owner}/{repo}/branches/{branch}/protection/enforce_admins"],
		deleteAnEnvironment: ["DELETE /repos/{owner}/{repo}/environments/{environment_name}"],
		deleteAutolink: ["DELETE /repos/{owner}/{repo}/autolinks/{autolink_id}"],
		deleteBranchProtection: ["DELETE /repos/{owner}/{repo}/branches/{branch}/protection"],
		deleteCommitComment: ["DELETE /repos/{owner}/{repo}/comments/{comment_id}"],
		deleteCommitSignatureProtection: ["DELETE /repos/{owner}/{repo}/branches/{branch}/protection/required_signatures"],
		deleteDeployKey: ["DELETE /repos/{owner}/{repo}/keys/{key_id}"],
		deleteDeployment: ["DELETE /repos/{owner}/{repo}/deployments/{deployment_id}"],
		deleteDeploymentBranchPolicy: ["DELETE /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies/{branch_policy_id}"],
		deleteFile: ["DELETE /repos/{owner}/{repo}/contents/{path}"],
		deleteInvitation: ["DELETE /repos/{owner}/{repo}/invitations/{invitation_id}"],
		deleteOrgRuleset: ["DELETE /orgs/{org}/rulesets/{ruleset_id}"],
		deletePagesSite: ["DELETE /repos/{owner}/{repo}/pages"],
		deletePullRequestReviewProtection: ["DELETE /repos/{owner}/{repo}/branches/{branch}/protection/required_pull_request_reviews"],
		deleteRelease: ["DELETE /repos/{owner}/{repo}/releases/{release_id}"],
		deleteReleaseAsset: ["DELETE /repos/{owner}/{repo}/releases/assets/{asset_id}"],
		deleteRepoRuleset: ["DELETE /repos/{owner}/{repo}/rulesets/{ruleset_id}"],
		deleteWebhook: ["DELETE /repos/{owner}/{repo}/hooks/{hook_id}"],
		disableAutomatedSecurityFixes: ["DELETE /repos/{owner}/{repo}/automated-security-fixes"],
		disableDeploymentProtectionRule: ["DELETE /repos/{owner}/{repo}/environments/{environment_name}/deployment_protection_rules/{protection_rule_id}"],
		disableImmutableReleases: ["DELETE /repos/{owner}/{repo}/immutable-releases"],
		disablePrivateVulnerabilityReporting: ["DELETE /repos/{owner}/{repo}/private-vulnerability-reporting"],
		disableVulnerabilityAlerts: ["DELETE /repos/{owner}/{repo}/vulnerability-alerts"],
		downloadArchive: [
			"GET /repos/{owner}/{repo}/zipball/{ref}",
			{},
			{ renamed: ["repos", "downloadZipballArchive"] }
		],
		downloadTarballArchive: ["GET /repos/{owner}/{repo}/tarball/{ref}"],
		downloadZipballArchive: ["GET /repos/{owner}/{repo}/zipball/{ref}"],
		enableAutomatedSecurityFixes: ["PUT /repos/{owner}/{repo}/automated-security-fixes"],
		enableImmutableReleases: ["PUT /repos/{owner}/{repo}/immutable-releases"],
		enablePrivateVulnerabilityReporting: ["PUT /repos/{owner}/{repo}/private-vulnerability-reporting"],
		enableVulnerabilityAlerts: ["PUT /repos/{owner}/{repo}/vulnerability-alerts"],
		generateReleaseNotes: ["POST /repos/{owner}/{repo}/releases/generate-notes"],
		get: ["GET /repos/{owner}/{repo}"],
		getAccessRestrictions: ["GET /repos/{owner}/{repo}/branches/{branch}/protection/restrictions"],
		getAdminBranchProtection: ["GET /repos/{owner}/{repo}/branches/{branch}/protection/enforce_admins"],
		getAllDeploymentProtectionRules: ["GET /repos/{owner}/{repo}/environments/{environment_name}/deployment_protection_rules"],
		getAllEnvironments: ["GET /repos/{owner}/{repo}/environments"],
		getAllStatusCheckContexts: ["GET /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks/contexts"],
		getAllTopics: ["GET /repos/{owner}/{repo}/topics"],
		getAppsWithAccessToProtectedBranch: ["GET /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/apps"],
		getAutolink: ["GET /repos/{owner}/{repo}/autolinks/{autolink_id}"],
		getBranch: ["GET /repos/{owner}/{repo}/branches/{branch}"],
		getBranchProtection: ["GET /repos/{owner}/{repo}/branches/{branch}/protection"],
		getBranchRules: ["GET /repos/{owner}/{repo}/rules/branches/{branch}"],
		getClones: ["GET /repos/{owner}/{repo}/traffic/clones"],
		getCodeFrequencyStats: ["GET /repos/{owner}/{repo}/stats/code_frequency"],
		getCollaboratorPermissionLevel: ["GET /repos/{owner}/{repo}/collaborators/{username}/permission"],
		getCombinedStatusForRef: ["GET /repos/{owner}/{repo}/commits/{ref}/status"],
		getCommit: ["GET /repos/{owner}/{repo}/commits/{ref}"],
		getCommitActivityStats: ["GET /repos/{owner}/{repo}/stats/commit_activity"],
		getCommitComment: ["GET /repos/{owner}/{repo}/comments/{comment_id}"],
		getCommitSignatureProtection: ["GET /repos/{owner}/{repo}/branches/{branch}/protection/required_signatures"],
		getCommunityProfileMetrics: ["GET /repos/{owner}/{repo}/community/profile"],
		getContent: ["GET /repos/{owner}/{repo}/contents/{path}"],
		getContributorsStats: ["GET /repos/{owner}/{repo}/stats/contributors"],
		getCustomDeploymentProtectionRule: ["GET /repos/{owner}/{repo}/environments/{environment_name}/deployment_protection_rules/{protection_rule_id}"],
		getDeployKey: ["GET /repos/{owner}/{repo}/keys/{key_id}"],
		getDeployment: ["GET /repos/{owner}/{repo}/deployments/{deployment_id}"],
		getDeploymentBranchPolicy: ["GET /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies/{branch_policy_id}"],
		getDeploymentStatus: ["GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses/{status_id}"],
		getEnvironment: ["GET /repos/{owner}/{repo}/environments/{environment_name}"],
		getLatestPagesBuild: ["GET /repos/{owner}/{repo}/pages/builds/latest"],
		getLatestRelease: ["GET /repos/{owner}/{repo}/releases/latest"],
		getOrgRuleSuite: ["GET /orgs/{org}/rulesets/rule-suites/{rule_suite_id}"],
		getOrgRuleSuites: ["GET /orgs/{org}/rulesets/rule-suites"],
		getOrgRuleset: ["GET /orgs/{org}/rulesets/{ruleset_id}"],
		getOrgRulesets: ["GET /orgs/{org}/rulesets"],
		getPages: ["GET /repos/{owner}/{repo}/pages"],
		getPagesBuild: ["GET /repos/{owner}/{repo}/pages/builds/{build_id}"],
		getPagesDeployment: ["GET /repos/{owner}/{repo}/pages/deployments/{pages_deployment_id}"],
		getPagesHealthCheck: ["GET /repos/{owner}/{repo}/pages/health"],
		getParticipationStats: ["GET /repos/{owner}/{repo}/stats/participation"],
		getPullRequestReviewProtection: ["GET /repos/{owner}/{repo}/branches/{branch}/protection/required_pull_request_reviews"],
		getPunchCardStats: ["GET /repos/{owner}/{repo}/stats/punch_card"],
		getReadme: ["GET /repos/{owner}/{repo}/readme"],
		getReadmeInDirectory: ["GET /repos/{owner}/{repo}/readme/{dir}"],
		getRelease: ["GET /repos/{owner}/{repo}/releases/{release_id}"],
		getReleaseAsset: ["GET /repos/{owner}/{repo}/releases/assets/{asset_id}"],
		getReleaseByTag: ["GET /repos/{owner}/{repo}/releases/tags/{tag}"],
		getRepoRuleSuite: ["GET /repos/{owner}/{repo}/rulesets/rule-suites/{rule_suite_id}"],
		getRepoRuleSuites: ["GET /repos/{owner}/{repo}/rulesets/rule-suites"],
		getRepoRuleset: ["GET /repos/{owner}/{repo}/rulesets/{ruleset_id}"],
		getRepoRulesetHistory: ["GET /repos/{owner}/{repo}/rulesets/{ruleset_id}/history"],
		getRepoRulesetVersion: ["GET /repos/{owner}/{repo}/rulesets/{ruleset_id}/history/{version_id}"],
		getRepoRulesets: ["GET /repos/{owner}/{repo}/rulesets"],
		getStatusChecksProtection: ["GET /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks"],
		getTeamsWithAccessToProtectedBranch: ["GET /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/teams"],
		getTopPaths: ["GET /repos/{owner}/{repo}/traffic/popular/paths"],
		getTopReferrers: ["GET /repos/{owner}/{repo}/traffic/popular/referrers"],
		getUsersWithAccessToProtectedBranch: ["GET /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/users"],
		getViews: ["GET /repos/{owner}/{repo}/traffic/views"],
		getWebhook: ["GET /repos/{owner}/{repo}/hooks/{hook_id}"],
		getWebhookConfigForRepo: ["GET /repos/{owner}/{repo}/hooks/{hook_id}/config"],
		getWebhookDelivery: ["GET /repos/{owner}/{repo}/hooks/{hook_id}/deliveries/{delivery_id}"],
		listActivities: ["GET /repos/{owner}/{repo}/activity"],
		listAttestations: ["GET /repos/{owner}/{repo}/attestations/{subject_digest}"],
		listAutolinks: ["GET /repos/{owner}/{repo}/autolinks"],
		listBranches: ["GET /repos/{owner}/{repo}/branches"],
		listBranchesForHeadCommit: ["GET /repos/{owner}/{repo}/commits/{commit_sha}/branches-where-head"],
		listCollaborators: ["GET /repos/{owner}/{repo}/collaborators"],
		listCommentsForCommit: ["GET /repos/{owner}/{repo}/commits/{commit_sha}/comments"],
		listCommitCommentsForRepo: ["GET /repos/{owner}/{repo}/comments"],
		listCommitStatusesForRef: ["GET /repos/{owner}/{repo}/commits/{ref}/statuses"],
		listCommits: ["GET /repos/{owner}/{repo}/commits"],
		listContributors: ["GET /repos/{owner}/{repo}/contributors"],
		listCustomDeploymentRuleIntegrations: ["GET /repos/{owner}/{repo}/environments/{environment_name}/deployment_protection_rules/apps"],
		listDeployKeys: ["GET /repos/{owner}/{repo}/keys"],
		listDeploymentBranchPolicies: ["GET /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies"],
		listDeploymentStatuses: ["GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses"],
		listDeployments: ["GET /repos/{owner}/{repo}/deployments"],
		listForAuthenticatedUser: ["GET /user/repos"],
		listForOrg: ["GET /orgs/{org}/repos"],
		listForUser: ["GET /users/{username}/repos"],
		listForks: ["GET /repos/{owner}/{repo}/forks"],
		listInvitations: ["GET /repos/{owner}/{repo}/invitations"],
		listInvitationsForAuthenticatedUser: ["GET /user/repository_invitations"],
		listLanguages: ["GET /repos/{owner}/{repo}/languages"],
		listPagesBuilds: ["GET /repos/{owner}/{repo}/pages/builds"],
		listPublic: ["GET /repositories"],
		listPullRequestsAssociatedWithCommit: ["GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls"],
		listReleaseAssets: ["GET /repos/{owner}/{repo}/releases/{release_id}/assets"],
		listReleases: ["GET /repos/{owner}/{repo}/releases"],
		listTags: ["GET /repos/{owner}/{repo}/tags"],
		listTeams: ["GET /repos/{owner}/{repo}/teams"],
		listWebhookDeliveries: ["GET /repos/{owner}/{repo}/hooks/{hook_id}/deliveries"],
		listWebhooks: ["GET /repos/{owner}/{repo}/hooks"],
		merge: ["POST /repos/{owner}/{repo}/merges"],
		mergeUpstream: ["POST /repos/{owner}/{repo}/merge-upstream"],
		pingWebhook: ["POST /repos/{owner}/{repo}/hooks/{hook_id}/pings"],
		redeliverWebhookDelivery: ["POST /repos/{owner}/{repo}/hooks/{hook_id}/deliveries/{delivery_id}/attempts"],
		removeAppAccessRestrictions: [
			"DELETE /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/apps",
			{},
			{ mapToData: "apps" }
		],
		removeCollaborator: ["DELETE /repos/{owner}/{repo}/collaborators/{username}"],
		removeStatusCheckContexts: [
			"DELETE /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks/contexts",
			{},
			{ mapToData: "contexts" }
		],
		removeStatusCheckProtection: ["DELETE /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks"],
		removeTeamAccessRestrictions: [
			"DELETE /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/teams",
			{},
			{ mapToData: "teams" }
		],
		removeUserAccessRestrictions: [
			"DELETE /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/users",
			{},
			{ mapToData: "users" }
		],
		renameBranch: ["POST /repos/{owner}/{repo}/branches/{branch}/rename"],
		replaceAllTopics: ["PUT /repos/{owner}/{repo}/topics"],
		requestPagesBuild: ["POST /repos/{owner}/{repo}/pages/builds"],
		setAdminBranchProtection: ["POST /repos/{owner}/{repo}/branches/{branch}/protection/enforce_admins"],
		setAppAccessRestrictions: [
			"PUT /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/apps",
			{},
			{ mapToData: "apps" }
		],
		setStatusCheckContexts: [
			"PUT /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks/contexts",
			{},
			{ mapToData: "contexts" }
		],
		setTeamAccessRestrictions: [
			"PUT /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/teams",
			{},
			{ mapToData: "teams" }
		],
		setUserAccessRestrictions: [
			"PUT /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/users",
			{},
			{ mapToData: "users" }
		],
		testPushWebhook: ["POST /repos/{owner}/{repo}/hooks/{hook_id}/tests"],
		transfer: ["POST /repos/{owner}/{repo}/transfer"],
		update: ["PATCH /repos/{owner}/{repo}"],
		updateBranchProtection: ["PUT /repos/{owner}/{repo}/branches/{branch}/protection"],
		updateCommitComment: ["PATCH /repos/{owner}/{repo}/comments/{comment_id}"],
		updateDeploymentBranchPolicy: ["PUT /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies/{branch_policy_id}"],
		updateInformationAboutPagesSite: ["PUT /repos/{owner}/{repo}/pages"],
		updateInvitation: ["PATCH /repos/{owner}/{repo}/invitations/{invitation_id}"],
		updateOrgRuleset: ["PUT /orgs/{org}/rulesets/{ruleset_id}"],
		updatePullRequestReviewProtection: ["PATCH /repos/{owner}/{repo}/branches/{branch}/protection/required_pull_request_reviews"],
		updateRelease: ["PATCH /repos/{owner}/{repo}/releases/{release_id}"],
		updateReleaseAsset: ["PATCH /repos/{owner}/{repo}/releases/assets/{asset_id}"],
		updateRepoRuleset: ["PUT /repos/{owner}/{repo}/rulesets/{ruleset_id}"],
		updateStatusCheckPotection: [
			"PATCH /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks",
			{},
			{ renamed: ["repos", "updateStatusCheckProtection"] }
		],
		updateStatusCheckProtection: ["PATCH /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks"],
		updateWebhook: ["PATCH /repos/{owner}/{repo}/hooks/{hook_id}"],
		updateWebhookConfigForRepo: ["PATCH /repos/{owner}/{repo}/hooks/{hook_id}/config"],
		uploadReleaseAsset: ["POST /repos/{owner}/{repo}/releases/{release_id}/assets{?name,label}", { baseUrl: "https://uploads.github.com" }]
	},
	search: {
		code: ["GET /search/code"],
		commits: ["GET /search/commits"],
		issuesAndPullRequests: ["GET /search/issues"],
		labels: ["GET /search/labels"],
		repos: ["GET /search/repositories"],
		topics: ["GET /search/topics"],
		users: ["GET /search/users"]
	},
	secretScanning: {
		createPushProtectionBypass: ["POST /repos/{owner}/{repo}/secret-scanning/push-protection-bypasses"],
		getAlert: ["GET /repos/{owner}/{repo}/secret-scanning/alerts/{alert_number}"],
		getScanHistory: ["GET /repos/{owner}/{repo}/secret-scanning/scan-history"],
		listAlertsForOrg: ["GET /orgs/{org}/secret-scanning/alerts"],
		listAlertsForRepo: ["GET /repos/{owner}/{repo}/secret-scanning/alerts"],
		listLocationsForAlert: ["GET /repos/{owner}/{repo}/secret-scanning/alerts/{alert_number}/locations"],
		listOrgPatternConfigs: ["GET /orgs/{org}/secret-scanning/pattern-configurations"],
		updateAlert: ["PATCH /repos/{owner}/{repo}/secret-scanning/alerts/{alert_number}"],
		updateOrgPatternConfigs: ["PATCH /orgs/{org}/secret-scanning/pattern-configurations"]
	},
	securityAdvisories: {
		createFork: ["POST /repos/{owner}/{repo}/security-advisories/{ghsa_id}/forks"],
		createPrivateVulnerabilityReport: ["POST /repos/{owner}/{repo}/security-advisories/reports"],
		createRepositoryAdvisory: ["POST /repos/{owner}/{repo}/security-advisories"],
		createRepositoryAdvisoryCveRequest: ["POST /repos/{owner}/{repo}/security-advisories/{ghsa_id}/cve"],
		getGlobalAdvisory: ["GET /advisories/{ghsa_id}"],
		getRepositoryAdvisory: ["GET /repos/{owner}/{repo}/security-advisories/{ghsa_id}"],
		listGlobalAdvisories: ["GET /advisories"],
		listOrgRepositoryAdvisories: ["GET /orgs/{org}/security-advisories"],
		listRepositoryAdvisories: ["GET /repos/{owner}/{repo}/security-advisories"],
		updateRepositoryAdvisory: ["PATCH /repos/{owner}/{repo}/security-advisories/{ghsa_id}"]
	},
	teams: {
		addOrUpdateMembershipForUserInOrg: ["PUT /orgs/{org}/teams/{team_slug}/memberships/{username}"],
		addOrUpdateRepoPermissionsInOrg: ["PUT /orgs/{org}/teams/{team_slug}/repos/{owner}/{repo}"],
		checkPermissionsForRepoInOrg: ["GET /orgs/{org}/teams/{team_slug}/repos/{owner}/{repo}"],
		create: ["POST /orgs/{org}/teams"],
		createDiscussionCommentInOrg: ["POST /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments"],
		createDiscussionInOrg: ["POST /orgs/{org}/teams/{team_slug}/discussions"],
		deleteDiscussionCommentInOrg: ["DELETE /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments/{comment_number}"],
		deleteDiscussionInOrg: ["DELETE /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}"],
		deleteInOrg: ["DELETE /orgs/{org}/teams/{team_slug}"],
		getByName: ["GET /orgs/{org}/teams/{team_slug}"],
		getDiscussionCommentInOrg: ["GET /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments/{comment_number}"],
		getDiscussionInOrg: ["GET /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}"],
		getMembershipForUserInOrg: ["GET /orgs/{org}/teams/{team_slug}/memberships/{username}"],
		list: ["GET /orgs/{org}/teams"],
		listChildInOrg: ["GET /orgs/{org}/teams/{team_slug}/teams"],
		listDiscussionCommentsInOrg: ["GET /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments"],
		listDiscussionsInOrg: ["GET /orgs/{org}/teams/{team_slug}/discussions"],
		listForAuthenticatedUser: ["GET /user/teams"],
		listMembersInOrg: ["GET /orgs/{org}/teams/{team_slug}/members"],
		listPendingInvitationsInOrg: ["GET /orgs/{org}/teams/{team_slug}/invitations"],
		listReposInOrg: ["GET /orgs/{org}/teams/{team_slug}/repos"],
		removeMembershipForUserInOrg: ["DELETE /orgs/{org}/teams/{team_slug}/memberships/{username}"],
		removeRepoInOrg: ["DELETE /orgs/{org}/teams/{team_slug}/repos/{owner}/{repo}"],
		updateDiscussionCommentInOrg: ["PATCH /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments/{comment_number}"],
		updateDiscussionInOrg: ["PATCH /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}"],
		updateInOrg: ["PATCH /orgs/{org}/teams/{team_slug}"]
	},
	users: {
		addEmailForAuthenticated: [
			"POST /user/emails",
			{},
			{ renamed: ["users", "addEmailForAuthenticatedUser"] }
		],
		addEmailForAuthenticatedUser: ["POST /user/emails"],
		addSocialAccountForAuthenticatedUser: ["POST /user/social_accounts"],
		block: ["PUT /user/blocks/{username}"],
		checkBlocked: ["GET /user/blocks/{username}"],
		checkFollowingForUser: ["GET /users/{username}/following/{target_user}"],
		checkPersonIsFollowedByAuthenticated: ["GET /user/following/{username}"],
		createGpgKeyForAuthenticated: [
			"POST /user/gpg_keys",
			{},
			{ renamed: ["users", "createGpgKeyForAuthenticatedUser"] }
		],
		createGpgKeyForAuthenticatedUser: ["POST /user/gpg_keys"],
		createPublicSshKeyForAuthenticated: [
			"POST /user/keys",
			{},
			{ renamed: ["users", "createPublicSshKeyForAuthenticatedUser"] }
		],
		createPublicSshKeyForAuthenticatedUser: ["POST /user/keys"],
		createSshSigningKeyForAuthenticatedUser: ["POST /user/ssh_signing_keys"],
		deleteAttestationsBulk: ["POST /users/{username}/attestations/delete-request"],
		deleteAttestationsById: ["DELETE /users/{username}/attestations/{attestation_id}"],
		deleteAttestationsBySubjectDigest: ["DELETE /users/{username}/attestations/digest/{subject_digest}"],
		deleteEmailForAuthenticated: [
			"DELETE /user/emails",
			{},
			{ renamed: ["users", "deleteEmailForAuthenticatedUser"] }
		],
		deleteEmailForAuthenticatedUser: ["DELETE /user/emails"],
		deleteGpgKeyForAuthenticated: [
			"DELETE /user/gpg_keys/{gpg_key_id}",
			{},
			{ renamed: ["users", "deleteGpgKeyForAuthenticatedUser"] }
		],
		deleteGpgKeyForAuthenticatedUser: ["DELETE /user/gpg_keys/{gpg_key_id}"],
		deletePublicSshKeyForAuthenticated: [
			"DELETE /user/keys/{key_id}",
			{},
			{ renamed: ["users", "deletePublicSshKeyForAuthenticatedUser"] }
		],
		deletePublicSshKeyForAuthenticatedUser: ["DELETE /user/keys/{key_id}"],
		deleteSocialAccountForAuthenticatedUser: ["DELETE /user/social_accounts"],
		deleteSshSigningKeyForAuthenticatedUser: ["DELETE /user/ssh_signing_keys/{ssh_signing_key_id}"],
		follow: ["PUT /user/following/{username}"],
		getAuthenticated: ["GET /user"],
		getById: ["GET /user/{account_id}"],
		getByUsername: ["GET /users/{username}"],
		getContextForUser: ["GET /users/{username}/hovercard"],
		getGpgKeyForAuthenticated: [
			"GET /user/gpg_keys/{gpg_key_id}",
			{},
			{ renamed: ["users", "getGpgKeyForAuthenticatedUser"] }
		],
		getGpgKeyForAuthenticatedUser: ["GET /user/gpg_keys/{gpg_key_id}"],
		getPublicSshKeyForAuthenticated: [
			"GET /user/keys/{key_id}",
			{},
			{ renamed: ["users", "getPublicSshKeyForAuthenticatedUser"] }
		],
		getPublicSshKeyForAuthenticatedUser: ["GET /user/keys/{key_id}"],
		getSshSigningKeyForAuthenticatedUser: ["GET /user/ssh_signing_keys/{ssh_signing_key_id}"],
		list: ["GET /users"],
		listAttestations: ["GET /users/{username}/attestations/{subject_digest}"],
		listAttestationsBulk: ["POST /users/{username}/attestations/bulk-list{?per_page,before,after}"],
		listBlockedByAuthenticated: [
			"GET /user/blocks",
			{},
			{ renamed: ["users", "listBlockedByAuthenticatedUser"] }
		],
		listBlockedByAuthenticatedUser: ["GET /user/blocks"],
		listEmailsForAuthenticated: [
			"GET /user/emails",
			{},
			{ renamed: ["users", "listEmailsForAuthenticatedUser"] }
		],
		listEmailsForAuthenticatedUser: ["GET /user/emails"],
		listFollowedByAuthenticated: [
			"GET /user/following",
			{},
			{ renamed: ["users", "listFollowedByAuthenticatedUser"] }
		],
		listFollowedByAuthenticatedUser: ["GET /user/following"],
		listFollowersForAuthenticatedUser: ["GET /user/followers"],
		listFollowersForUser: ["GET /users/{username}/followers"],
		listFollowingForUser: ["GET /users/{username}/following"],
		listGpgKeysForAuthenticated: [
			"GET /user/gpg_keys",
			{},
			{ renamed: ["users", "listGpgKeysForAuthenticatedUser"] }
		],
		listGpgKeysForAuthenticatedUser: ["GET /user/gpg_keys"],
		listGpgKeysForUser: ["GET /users/{username}/gpg_keys"],
		listPublicEmailsForAuthenticated: [
			"GET /user/public_emails",
			{},
			{ renamed: ["users", "listPublicEmailsForAuthenticatedUser"] }
		],
		listPublicEmailsForAuthenticatedUser: ["GET /user/public_emails"],
		listPublicKeysForUser: ["GET /users/{username}/keys"],
		listPublicSshKeysForAuthenticated: [
			"GET /user/keys",
			{},
			{ renamed: ["users", "listPublicSshKeysForAuthenticatedUser"] }
		],
		listPublicSshKeysForAuthenticatedUser: ["GET /user/keys"],
		listSocialAccountsForAuthenticatedUser: ["GET /user/social_accounts"],
		listSocialAccountsForUser: ["GET /users/{username}/social_accounts"],
		listSshSigningKeysForAuthenticatedUser: ["GET /user/ssh_signing_keys"],
		listSshSigningKeysForUser: ["GET /users/{username}/ssh_signing_keys"],
		setPrimaryEmailVisibilityForAuthenticated: [
			"PATCH /user/email/visibility",
			{},
			{ renamed: ["users", "setPrimaryEmailVisibilityForAuthenticatedUser"] }
		],
		setPrimaryEmailVisibilityForAuthenticatedUser: ["PATCH /user/email/visibility"],
		unblock: ["DELETE /user/blocks/{username}"],
		unfollow: ["DELETE /user/following/{username}"],
		updateAuthenticated: ["PATCH /user"]
	}
};
// node_modules/@octokit/plugin-rest-endpoint-methods/dist-src/endpoints-to-methods.js
const endpointMethodsMap = /* @__PURE__ */ new Map();
for (const [scope, endpoints] of Object.entries(endpoints_default)) for (const [methodName, endpoint] of Object.entries(endpoints)) {
	const [route, defaults, decorations] = endpoint;
	const [method, url] = route.split(/ /);
	const endpointDefaults = Object.assign({
		method,
		url
	}, defaults);
	if (!endpointMethodsMap.has(scope)) endpointMethodsMap.set(scope, /* @__PURE__ */ new Map());
	endpointMethodsMap.get(scope).set(methodName, {
		scope,
		methodName,
		endpointDefaults,
		decorations
	});
}
const handler = {
	has({ scope }, methodName) {
		return endpointMethodsMap.get(scope).has(methodName);
	},
	getOwnPropertyDescriptor(target, methodName) {
		return {
			value: this.get(target, methodName),
			configurable: true,
			writable: true,
			enumerable: true
		};
	},
	defineProperty(target, methodName, descriptor) {
		Object.defineProperty(target.cache, methodName, descriptor);
		return true;
	},
	deleteProperty(target, methodName) {
		delete target.cache[methodName];
		return true;
	},
	ownKeys({ scope }) {
		return [...endpointMethodsMap.get(scope).keys()];
	},
	set(target, methodName, value) {
		return target.cache[methodName] = value;
	},
	get({ octokit, scope, cache }, methodName) {
		if (cache[methodName]) return cache[methodName];
		const method = endpointMethodsMap.get(scope).get(methodName);
		if (!method) return;
		const { endpointDefaults, decorations } = method;
		if (decorations) cache[methodName] = decorate(octokit, scope, methodName, endpointDefaults, decorations);
		else cache[methodName] = octokit.request.defaults(endpointDefaults);
		return cache[methodName];
	}
};
function endpointsToMethods(octokit) {
	const newMethods = {};
	for (const scope of endpointMethodsMap.keys()) newMethods[scope] = new Proxy({
		octokit,
		scope,
		cache: {}
	}, handler);
	return newMethods;
}
function decorate(octokit, scope, methodName, defaults, decorations) {
	const requestWithDefaults = octokit.request.defaults(defaults);
	function withDecorations(...args) {
		let options = requestWithDefaults.endpoint.merge(...args);
		if (decorations.mapToData) {
			options = Object.assign({}, options, {
				data: options[decorations.mapToData],
				[decorations.mapToData]: void 0
			});
			return requestWithDefaults(options);
		}
		if (decorations.renamed) {
			const [newScope, newMethodName] = decorations.renamed;
			octokit.log.warn(`octokit.${scope}.${methodName}() has been renamed to octokit.${newScope}.${newMethodName}()`);
		}
		if (decorations.deprecated) octokit.log.warn(decorations.deprecated);
		if (decorations.renamedParameters) {
			const options2 = requestWithDefaults.endpoint.merge(...args);
			for (const [name, alias] of Object.entries(decorations.renamedParameters)) if (name in options2) {
				octokit.log.warn(`"${name}" parameter is deprecated for "octokit.${scope}.${methodName}()". Use "${alias}" instead`);
				if (!(alias in options2)) options2[alias] = options2[name];
				delete options2[name];
			}
			return requestWithDefaults(options2);
		}
		return requestWithDefaults(...args);
	}
	return Object.assign(withDecorations, requestWithDefaults);
}
// node_modules/@octokit/plugin-rest-endpoint-methods/dist-src/index.js
function restEndpointMethods(octokit) {
	return { rest: endpointsToMethods(octokit) };
}
restEndpointMethods.VERSION = VERSION$1;
function legacyRestEndpointMethods(octokit) {
	const api = endpointsToMethods(octokit);
	return {
		...api,
		rest: api
	};
}
legacyRestEndpointMethods.VERSION = VERSION$1;
// node_modules/@octokit/rest/dist-src/index.js
const Octokit = Octokit$1.plugin(requestLog, legacyRestEndpointMethods, paginateRest).defaults({ userAgent: `octokit-rest.js/22.0.1` });
// src/github/pool.ts
/**
* Runs tasks side by side as long as the sum of their weights is within the capacity. Tasks begin in the order in which they came, so that
* light tasks cannot overtake a heavy task forever. A task that is heavier than the capacity runs alone.
*/
function createPool(capacity) {
	let free = capacity;
	const waiting = [];
	function beginWhatFits() {
		for (let next = waiting[0]; next !== void 0 && next.weight <= free; next = waiting[0]) {
			waiting.shift();
			free -= next.weight;
			next.begin();
		}
	}
	return async (weight, task) => {
		const taken = Math.min(weight, capacity);
		await new Promise((begin) => {
			waiting.push({
				weight: taken,
				begin
			});
			beginWhatFits();
		});
		try {
			return await task();
		} finally {
			free += taken;
			beginWhatFits();
		}
	};
}
// src/github/client.ts
/** After this time, a request without a complete answer has failed and is tried again. */
const REQUEST_TIMEOUT_MS = 6e4;
/** A server error or a lost connection is tried again after 1, 4 and 9 seconds. */
const RETRIES = 3;
/**
* How long one run may wait for rate limits. Requests that wait at the same time count once. If GitHub asks for a longer wait, the job fails
* and says why.
*/
const RATE_LIMIT_WAIT_SECONDS = 300;
/**
* At most this many reading requests run at once. GitHub recommends one request after the other, to stay below secondary limits, and
* allows 100 at once: https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api. A judgement has
* about six requests that do not depend on others. Writing requests run one by one, in the order in which they were made.
*/
const READS_AT_ONCE = 6;
const WRITES_AT_ONCE = 1;
/** https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api: "wait for at least one minute" */
const SECONDARY_LIMIT_SECONDS = 60;
/** Statuses that stay the same when a request is repeated. 403 and 429 are left to `waitForRateLimits`. */
const FINAL_STATUSES = [
	400,
	401,
	403,
	404,
	405,
	406,
	409,
	410,
	411,
	412,
	413,
	414,
	415,
	422,
	429,
	451
];
/** A client with our retries and limits. Nothing is sent yet. */
function createClient(options) {
	const { token, apiUrl, owner, repo, fetch: send = globalThis.fetch, secondMs = 1e3 } = options;
	const { now = () => performance.now() } = options;
	const fetch = withTimeout(send, options.timeoutMs ?? REQUEST_TIMEOUT_MS);
	const silent = () => {};
	return {
		octokit: new (Octokit.plugin(refuseDamagedAnswers, waitForRateLimits(now), retry))({
			auth: token,
			baseUrl: apiUrl.replace(/\/+$/, ""),
			userAgent: "perf-gate",
			log: {
				debug: silent,
				info: silent,
				warn: silent,
				error: silent
			},
			request: {
				fetch: pooled(fetch),
				log: {
					debug: silent,
					info: silent,
					warn: silent,
					error: silent
				}
			},
			retry: {
				doNotRetry: FINAL_STATUSES,
				retries: RETRIES,
				retryAfterBaseValue: secondMs
			}
		}),
		fetch,
		owner,
		repo
	};
}
/** Is this an answer of GitHub with one of these statuses? */
function hasStatus(error, ...statuses) {
	return typeof error === "object" && error !== null && "status" in error && statuses.includes(Number(error.status));
}
function isForbidden(error) {
	return hasStatus(error, 403) && "path" in error && Array.isArray(error.path);
}
/**
* Asks GraphQL where REST would need many requests. An incomplete answer is thrown as an error, so no part of the data is used. If the
* token may not read something, the error has the status 403, as with REST. https://docs.github.com/en/graphql
*/
async function graphql({ octokit }, query, variables) {
	try {
		return await octokit.graphql(query, variables);
	} catch (error) {
		const refused = graphqlErrors(error).find(({ type }) => type === "FORBIDDEN");
		if (refused === void 0) throw error;
		throw Object.assign(new Error(refused.message), {
			status: 403,
			path: refused.path ?? []
		});
	}
}
function graphqlErrors(error) {
	return typeof error === "object" && error !== null && "errors" in error && Array.isArray(error.errors) ? error.errors : [];
}
/** The answer, or null if GitHub answers that the thing does not exist. */
async function absentAsNull$1(answer) {
	try {
		return await answer;
	} catch (error) {
		if (hasStatus(error, 404)) return null;
		throw error;
	}
}
/** The time limit includes the body, which is read under the same signal. https://fetch.spec.whatwg.org/#abort-fetch */
function withTimeout(fetch, timeoutMs) {
	return (input, init) => fetch(input, {
		...init,
		signal: init?.signal ?? AbortSignal.timeout(timeoutMs)
	});
}
/** Reads and writes have separate limits. A query to GraphQL is a read, although it is sent as a POST like a change. */
function pooled(fetch) {
	const [reads, writes] = [createPool(READS_AT_ONCE), createPool(WRITES_AT_ONCE)];
	return async (input, init) => {
		const isQuery = typeof init?.body === "string" && /^\{"query":"\s*(?:query\b|\{)/.test(init.body);
		return await ((init?.method ?? "GET") === "GET" || isQuery ? reads : writes)(1, () => fetch(input, init));
	};
}
/**
* If Octokit cannot parse a JSON answer, it returns the text, and pagination takes an empty text for an empty list. A list that was cut
* off must not be taken for a short list, so such an answer counts as a server error.
*/
function refuseDamagedAnswers(octokit) {
	octokit.hook.after("request", (response, options) => {
		if (!(response.headers["content-type"]?.startsWith("application/json") ?? false) || typeof response.data !== "string") return;
		const error = /* @__PURE__ */ new Error(`The answer to ${options.method} ${options.url} was cut off`);
		throw Object.assign(error, {
			status: 500,
			request: options
		});
	});
	return {};
}
/**
* Waits as long as GitHub asks, within a limit for the whole run, and tries again. Requests that run at the same time reach the same
* rate limit and wait together, so their waiting time counts once.
* https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#handle-rate-limit-errors-appropriately
*/
function waitForRateLimits(now) {
	let leftMs = 1e3 * RATE_LIMIT_WAIT_SECONDS;
	let waitsUntil = Number.NEGATIVE_INFINITY;
	return (octokit) => {
		octokit.hook.error("request", (error) => {
			const seconds = rateLimitSeconds(error);
			if (seconds === null) throw error;
			const metAt = now();
			const until = metAt + 1e3 * seconds;
			const moreMs = Math.max(0, until - Math.max(metAt, waitsUntil));
			if (moreMs > leftMs) throw error;
			leftMs -= moreMs;
			waitsUntil = Math.max(waitsUntil, until);
			throw octokit.retry.retryRequest(error, RETRIES, seconds);
		});
		return {};
	};
}
/** How long to wait before the next try; null: this is no rate limit. The clock of the server counts, not that of this machine. */
function rateLimitSeconds(error) {
	if (!hasStatus(error, 403, 429)) return null;
	const headers = error.response?.headers ?? {};
	const asked = retryAfterSeconds(headers);
	if (asked !== null) return asked;
	if (String(headers["x-ratelimit-remaining"]) === "0") {
		const seconds = Number(headers["x-ratelimit-reset"]) - Date.parse(String(headers.date)) / 1e3;
		return Number.isFinite(seconds) ? Math.max(1, Math.ceil(seconds) + 1) : SECONDARY_LIMIT_SECONDS;
	}
	return error.status === 429 || /secondary rate limit/i.test(error.message) ? SECONDARY_LIMIT_SECONDS : null;
}
/**
* `retry-after` in seconds from now. The header holds seconds, or a date by the clock of the server. null: neither.
* https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
*/
function retryAfterSeconds(headers) {
	const text = String(headers["retry-after"] ?? "");
	const seconds = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - Date.parse(String(headers.date))) / 1e3;
	return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : null;
}
// src/github/artifacts.ts
/** The limit of the compressed artifact. Summaries have some kilobytes. The bytes are held in memory, and a runner has 7 GB. */
const DOWNLOAD_LIMIT_BYTES = 256 * 1024 ** 2;
/** A GitHub Enterprise Server may keep artifacts in the storage of any provider: https://docs.github.com/en/enterprise-server/admin/managing-github-actions-for-your-enterprise/enabling-github-actions-for-github-enterprise-server */
const FOREIGN_HOST = "GitHub refers to a host that its artifacts do not come from. On GitHub Enterprise Server, download the results in an earlier step and name their folder in the input `results`";
/** A download may break off. The link to it is valid for a minute, so each try asks for a new link. */
const DOWNLOAD_TRIES = 3;
/** Where GitHub keeps artifacts: https://docs.github.com/en/actions/reference/runners/self-hosted-runners#accessible-domains-by-function */
const STORAGE_HOSTS = [".blob.core.windows.net", ".actions.githubusercontent.com"];
/**
* The artifacts of a workflow run whose names match a glob, of all its attempts, oldest first.
* Throws when GitHub does not answer or does not know the run.
*/
async function listArtifacts(client, workflowRunId, pattern) {
	const { octokit, owner, repo } = client;
	return matching(await octokit.paginate(octokit.rest.actions.listWorkflowRunArtifacts, {
		owner,
		repo,
		run_id: workflowRunId,
		per_page: PAGE_SIZE$5
	}), pattern, () => workflowRunId).toSorted((left, right) => left.id - right.id);
}
const PAGE_SIZE$5 = 100;
/** One request. GitHub does not promise that the newest artifacts come first, so their order is checked. */
async function listNewestArtifacts(client, pattern) {
	const { octokit, owner, repo } = client;
	const { data } = await octokit.rest.actions.listArtifactsForRepo({
		owner,
		repo,
		per_page: PAGE_SIZE$5
	});
	const listed = data.artifacts;
	const isSorted = listed.every(({ id }, index) => id <= (listed[index - 1]?.id ?? Number.POSITIVE_INFINITY));
	const isAll = listed.length < PAGE_SIZE$5;
	const last = listed.at(-1)?.created_at ?? null;
	const wholeSince = isAll ? (/* @__PURE__ */ new Date(0)).toISOString() : isSorted && last !== null ? secondAfter(last) : null;
	return {
		artifacts: matching(listed, pattern, ({ workflow_run }) => workflow_run?.id ?? 0),
		wholeSince
	};
}
function secondAfter(time) {
	return new Date(Date.parse(time) + 1e3).toISOString();
}
function matching(listed, pattern, runIdOf) {
	const matches = (0, import_picomatch.default)(pattern);
	return listed.filter(({ name }) => matches(name)).map((artifact) => ({
		id: artifact.id,
		name: artifact.name,
		sizeBytes: artifact.size_in_bytes,
		expired: artifact.expired,
		digest: artifact.digest ?? null,
		workflowRunId: runIdOf(artifact),
		createdAt: artifact.created_at ?? ""
	}));
}
/** Oldest first. If the same bytes of the same part were uploaded several times, they are one measurement. */
function distinctUploads(artifacts) {
	const sorted = artifacts.toSorted((left, right) => left.id - right.id);
	return sorted.filter((artifact, index) => artifact.digest === null || !sorted.slice(0, index).some(({ digest, part }) => digest === artifact.digest && part === artifact.part));
}
/**
* The bytes of an artifact, checked against the size limit and its digest. A faulty artifact is returned as a value. If the API does not
* answer, an error is thrown.
*/
async function downloadArtifact(client, artifact, limitBytes = DOWNLOAD_LIMIT_BYTES) {
	if (artifact.expired) return { kind: "expired" };
	if (artifact.sizeBytes > limitBytes) return tooLarge(limitBytes);
	for (let attempt = 1;; attempt += 1) {
		const link = await downloadLink(client, artifact);
		if (typeof link !== "string") return link;
		const url = allowedDownloadUrl(link, client.octokit.request.endpoint.DEFAULTS.baseUrl);
		if (url === null) return {
			kind: "refused",
			problem: FOREIGN_HOST
		};
		try {
			const download = await readBytes(client, url, limitBytes);
			return download.kind === "downloaded" ? checkDigest(artifact, download) : download;
		} catch (error) {
			if (attempt === DOWNLOAD_TRIES) throw error;
		}
	}
}
/** The link to the artifact. Octokit would follow the redirect with the token and parse the answer, so `download` follows it instead. */
async function downloadLink({ octokit, owner, repo }, { id }) {
	const parameters = {
		owner,
		repo,
		artifact_id: id,
		archive_format: "zip",
		request: {
			redirect: "manual",
			parseSuccessResponseBody: false
		}
	};
	try {
		const answer = await absentAsNull$1(octokit.rest.actions.downloadArtifact(parameters));
		if (answer === null) return {
			kind: "refused",
			problem: "it was deleted"
		};
		if (answer.data instanceof ReadableStream) await answer.data.cancel();
		const { location } = answer.headers;
		return location ?? {
			kind: "refused",
			problem: `GitHub answered ${answer.status} without a link`
		};
	} catch (error) {
		if (hasStatus(error, 410)) return { kind: "expired" };
		throw error;
	}
}
/**
* The link, if it leads to GitHub's storage or to the host of the API (GitHub Enterprise Server). null: any other host.
* The link carries a signature, so it is never printed.
*/
function allowedDownloadUrl(link, apiUrl) {
	const url = URL.parse(link);
	if (url === null) return null;
	const api = new URL(apiUrl);
	const isStorage = url.protocol === "https:" && STORAGE_HOSTS.some((host) => url.hostname.endsWith(host));
	const isApiHost = url.protocol === api.protocol && url.hostname === api.hostname;
	return isStorage || isApiHost ? url : null;
}
/** A plain request without the token. Throws if the connection breaks, so that the caller can try again. */
async function readBytes({ fetch }, url, limitBytes) {
	const response = await fetch(url, { redirect: "manual" });
	if (response.status >= 500) throw new Error(`The storage of artifacts answered ${response.status}`);
	if (response.status !== 200 || response.body === null) {
		await response.body?.cancel();
		return {
			kind: "refused",
			problem: `the storage of artifacts answered ${response.status}`
		};
	}
	const chunks = [];
	let total = 0;
	for await (const chunk of response.body) {
		total += chunk.length;
		if (total > limitBytes) return tooLarge(limitBytes);
		chunks.push(chunk);
	}
	return {
		kind: "downloaded",
		bytes: Buffer.concat(chunks, total)
	};
}
function checkDigest({ digest }, download) {
	if (digest === null) return download;
	const actual = `sha256:${(0, import__builtin_crypto.createHash)("sha256").update(download.bytes).digest("hex")}`;
	if (actual === digest) return download;
	return {
		kind: "refused",
		problem: `its bytes are not the ones that were uploaded: they have ${actual}, and GitHub says ${digest}`
	};
}
function tooLarge(limitBytes) {
	return {
		kind: "refused",
		problem: `it is larger than ${limitBytes} bytes. Upload summaries or digests instead of raw points`
	};
}
// src/github/settle.ts
/**
* Waits until all promises have settled, and returns their values. If several failed, the error of the first in this order is thrown, so
* that the message does not depend on the network.
*/
async function settleInOrder(asked) {
	const settled = await Promise.allSettled(asked);
	for (const one of settled) if (one.status === "rejected") throw one.reason;
	return settled.map((one) => one.value);
}
/** The values for all items of a list, which are read side by side. */
async function settleAll(items, read) {
	return await settleInOrder([...items].map(read));
}
/** A promise that others await later. Its failure is handled there, so until then it must not count as an unhandled rejection. */
function heardLater(promise) {
	promise.catch(() => void 0);
	return promise;
}
// src/github/attempts.ts
/**
* At most this many attempts before the newest attempt are read, each with one request. Artifacts of older attempts are counted as
* artifacts of the oldest attempt that was read.
*/
const EARLIER_ATTEMPTS = 4;
/**
* The attempts of a run that left artifacts, and its newest attempt, the newest first. GitHub does not say which attempt uploaded an
* artifact. So the time of the upload is compared with the starts of the attempts. Only a run with several attempts costs requests.
*/
async function attemptsOf(client, run, artifacts) {
	const known = await knownAttempts(client, run, artifacts);
	const oldest = known.at(-1) ?? run;
	const numbers = new Map(artifacts.map((artifact) => [artifact.id, (known.find((one) => startedBefore(one, artifact)) ?? oldest).runAttempt]));
	const attemptOf = ({ id }) => numbers.get(id) ?? run.runAttempt;
	const placed = artifacts.map((artifact) => {
		return {
			...artifact,
			runAttempt: attemptOf(artifact),
			part: partOf(artifact, artifacts, attemptOf)
		};
	});
	return known.map((attempt) => ({
		...attempt,
		artifacts: placed.filter(({ runAttempt }) => runAttempt === attempt.runAttempt)
	})).filter((attempt) => attempt.artifacts.length > 0 || attempt.runAttempt === run.runAttempt);
}
async function knownAttempts({ octokit, owner, repo }, run, artifacts) {
	const { workflowRunId, runAttempt } = run;
	const isNew = (artifact) => run.startedAt !== null && startedBefore(run, artifact);
	if (runAttempt === 1 || artifacts.every(isNew)) return [run];
	const first = Math.max(1, runAttempt - EARLIER_ATTEMPTS);
	const last = run.startedAt === null ? runAttempt : runAttempt - 1;
	const known = (await settleAll(Array.from({ length: last - first + 1 }, (_, index) => last - index), async (attempt_number) => {
		const parameters = {
			owner,
			repo,
			run_id: workflowRunId,
			attempt_number,
			exclude_pull_requests: true
		};
		const data = (await absentAsNull$1(octokit.rest.actions.getWorkflowRunAttempt(parameters)))?.data;
		if (data === void 0) return null;
		const conclusion = attempt_number === runAttempt ? run.conclusion : data.conclusion;
		return {
			workflowRunId,
			runAttempt: attempt_number,
			startedAt: data.run_started_at ?? data.created_at,
			conclusion
		};
	})).filter((one) => one !== null);
	return known[0]?.runAttempt === runAttempt ? known : [run, ...known];
}
function startedBefore({ startedAt }, { createdAt }) {
	return startedAt !== null && Date.parse(startedAt) <= Date.parse(createdAt);
}
/**
* `k6-results-checkout--2` of the second attempt is the part `k6-results-checkout`. The number may also be that of a shard of a matrix.
* So it counts as the number of the attempt only if that is true of all artifacts with the same name before the number.
*/
function partOf(artifact, all, attemptOf) {
	const base = numbered(artifact)?.base;
	if (base === void 0) return artifact.name;
	return all.flatMap((one) => {
		const found = numbered(one);
		return found?.base === base ? [found.number === attemptOf(one)] : [];
	}).every((isAttempt) => isAttempt) ? base : artifact.name;
}
function numbered({ name }) {
	const [, base, number] = /^(.+)--(\d{1,4})$/.exec(name) ?? [];
	return base === void 0 ? null : {
		base,
		number: Number(number)
	};
}
// src/github/branch-runs.ts
/**
* The events of people who may push to the branch or start its workflows. The author of a pull request is not trusted: if a fork has a
* branch called `main`, GitHub lists its runs under `main` as well. https://github.com/zizmorcore/zizmor/issues/195
*/
const TRUSTED_EVENTS = [
	"push",
	"schedule",
	"workflow_dispatch"
];
const PAGE_SIZE$4 = 100;
/** A baseline of artifacts reads fewer runs than this, so the search stops at this number of trusted runs. */
const RUNS_WANTED = 20;
/** A run that was cancelled or timed out may have left half of its results. */
const CONCLUSIONS = ["success", "failure"];
/** The completed load tests of a branch, the newest first. Empty: there is no such workflow. */
async function listBranchRuns(client, query) {
	return (await newestRuns(client, query)).filter((run) => isTrusted(run, query) && run.id !== query.currentRunId).sort((left, right) => right.id - left.id).map((run) => ({
		workflowRunId: run.id,
		runAttempt: run.run_attempt ?? 1,
		conclusion: run.conclusion,
		headSha: run.head_sha,
		startedAt: run.run_started_at ?? run.created_at
	}));
}
/**
* One request is enough, unless runs of forks fill the page. Then each trusted event is asked for separately, so that no number of fork
* runs can push trusted runs off the list.
*/
async function newestRuns(client, query) {
	const all = await listRuns$1(client, query);
	if (all.length < PAGE_SIZE$4 || all.filter((run) => isTrusted(run, query)).length >= RUNS_WANTED) return all;
	const ofEvents = [];
	for (const event of TRUSTED_EVENTS) ofEvents.push(...await listRuns$1(client, query, event));
	return ofEvents;
}
async function listRuns$1({ octokit, owner, repo }, { workflow, branch }, event) {
	const parameters = {
		owner,
		repo,
		workflow_id: workflow,
		branch,
		...event === void 0 ? {} : { event },
		per_page: PAGE_SIZE$4
	};
	return (await absentAsNull$1(octokit.rest.actions.listWorkflowRuns(parameters)))?.data.workflow_runs ?? [];
}
/** The event is checked again, even if the list was filtered by it. */
function isTrusted(run, { branch, repositoryId }) {
	return run.status === "completed" && CONCLUSIONS.includes(run.conclusion) && TRUSTED_EVENTS.some((event) => event === run.event) && run.head_branch === branch && run.repository.id === repositoryId && run.head_repository?.id === repositoryId;
}
/** The artifacts of a run that GitHub still has. They are listed by the run, because artifacts of forks may have the same names. */
async function keptArtifacts(client, { workflowRunId }, pattern) {
	return (await listArtifacts(client, workflowRunId, pattern)).filter(({ expired }) => !expired);
}
// src/github/run-end.ts
const NO_JOBS = {
	failedJobs: [],
	goodJobs: []
};
const WELL = [
	"success",
	"skipped",
	"neutral"
];
const CUT_SHORT = ["cancelled", "timed_out"];
/** One request, unless the whole run succeeded. If it failed, the jobs are read, because the failed job may be the gate's own. */
async function runEnd(client, run, gateJob) {
	const { conclusion } = run;
	if (conclusion === "success") return {
		isCutShort: false,
		problems: [],
		...NO_JOBS
	};
	const jobs = await jobsOf(client, run);
	if (jobs.length === 0) {
		const problems = conclusion === null || WELL.includes(conclusion) ? [] : [`it ${words(conclusion)}`];
		return {
			isCutShort: CUT_SHORT.includes(conclusion),
			problems,
			...NO_JOBS
		};
	}
	const bad = jobs.filter((job) => job.status === "completed" && !WELL.includes(job.conclusion) && !isGate(job, gateJob));
	return {
		isCutShort: bad.some((job) => CUT_SHORT.includes(job.conclusion)),
		problems: bad.map(({ name, conclusion: how }) => `${name} ${words(how)}`),
		failedJobs: bad.map(({ name }) => name),
		goodJobs: jobs.flatMap(({ name, conclusion: how }) => how === "success" ? [name] : [])
	};
}
async function jobsOf({ octokit, owner, repo }, { workflowRunId, runAttempt }) {
	const parameters = {
		owner,
		repo,
		run_id: workflowRunId,
		attempt_number: runAttempt,
		per_page: 100
	};
	return (await absentAsNull$1(octokit.rest.actions.listJobsForWorkflowRunAttempt(parameters)))?.data.jobs ?? [];
}
function isGate({ name, steps = [] }, { id, action }) {
	return id !== null && (name === id || name.endsWith(` / ${id}`)) || action !== null && steps.some((step) => step.name.startsWith(`Run ${action}@`));
}
function words(conclusion) {
	switch (conclusion) {
		case "failure": return "failed";
		case "cancelled": return "was cancelled";
		case "timed_out": return "ran out of time";
		default: return `ended as ${conclusion ?? "unknown"}`;
	}
}
// src/github/load-test-run.ts
/**
* All load tests of this commit that left results. A rerun adds results, whatever the event is. Artifacts are listed by their run and
* never by name alone, because runs of forks may use the same names: https://github.com/zizmorcore/zizmor/issues/195
*/
async function findLoadTests(client, query) {
	const early = query.isLater ? heardLater(listNewestArtifacts(client, query.pattern)) : null;
	const runs = await listRuns(client, query);
	const [newest] = runs;
	if (newest === void 0) return { kind: "none" };
	const running = runs.find((run) => !hasEnded(run, query));
	if (newest.conclusion === "action_required") return {
		kind: "needs-approval",
		workflowRunId: newest.id
	};
	if (query.isOtherWorkflow && running !== void 0) return {
		kind: "in-progress",
		workflowRunId: running.id
	};
	const { byRun, isComplete } = await artifactsOfRuns(client, runs, early, query.pattern);
	const loadTests = (await settleAll(runs.filter(({ id }) => byRun.get(id)?.some(({ expired }) => !expired)), (run) => loadTestsOf(client, run, byRun.get(run.id) ?? [], query))).flat();
	const [cutShort] = loadTests.filter(({ isCutShort }) => isCutShort);
	if (loadTests.some(hasWholeResults)) return {
		kind: "found",
		loadTests,
		newest: {
			workflowRunId: newest.id,
			conclusion: newest.conclusion
		}
	};
	if (running !== void 0) return {
		kind: "in-progress",
		workflowRunId: running.id
	};
	if (cutShort !== void 0) return {
		kind: "cut-short",
		loadTest: cutShort
	};
	const expired = runs.find(({ id }) => (byRun.get(id)?.length ?? 0) > 0);
	if (expired !== void 0) return {
		kind: "expired",
		workflowRunId: expired.id
	};
	if (!isComplete) return {
		kind: "not-found",
		runs: runs.length
	};
	return {
		kind: "without-results",
		workflowRunId: newest.id,
		conclusion: newest.conclusion
	};
}
/** The attempts of the load test that is a job of the gate's own run, the newest first. Empty: it left no results. */
async function ownLoadTests(client, query) {
	const { currentRunId, runAttempt, pattern } = query;
	const run = {
		workflowRunId: currentRunId,
		runAttempt,
		startedAt: null,
		conclusion: null
	};
	const end = query.hasMeasured ? heardLater(runEnd(client, run, query.gateJob)) : null;
	const artifacts = await listArtifacts(client, currentRunId, pattern);
	if (artifacts.length === 0) return [];
	return await withEnds(client, await attemptsOf(client, run, artifacts), query, end);
}
function hasWholeResults({ artifacts, isCutShort }) {
	return !isCutShort && artifacts.some(({ expired }) => !expired);
}
/** Runs of this commit, newest first. */
async function listRuns({ octokit, owner, repo }, query) {
	const { workflow, headSha, headRepoId, startedBy, currentRunId } = query;
	const parameters = {
		owner,
		repo,
		workflow_id: workflow,
		head_sha: headSha,
		event: startedBy,
		per_page: 100
	};
	return ((await absentAsNull$1(octokit.rest.actions.listWorkflowRuns(parameters)))?.data.workflow_runs ?? []).filter(({ id, head_sha }) => id !== currentRunId && head_sha === headSha).filter(({ head_repository }) => headRepoId === null || head_repository?.id === headRepoId).sort((left, right) => right.id - left.id);
}
/** A re-run replays an old event. So if the API knows of a later attempt than the event, the API counts. */
function hasEnded({ id, status, run_attempt = 1 }, { ended }) {
	return status === "completed" || ended?.runId === id && ended.runAttempt >= run_attempt;
}
/** If the newest artifacts of the repository do not reach back far enough, at most this many runs are asked for their artifacts. */
const ASKED_AT_MOST = 20;
/**
* If the load test is a job of the gate's own workflow, each label and each edit starts a run without results, so a commit may have dozens
* of runs. One request for the newest artifacts of the repository tells about all of them, as far back as the list reaches.
*/
async function artifactsOfRuns(client, runs, early, pattern) {
	const newest = await (early ?? (runs.length === 1 ? null : listNewestArtifacts(client, pattern)));
	const since = newest?.wholeSince ?? null;
	const unknown = runs.filter(({ created_at }) => since === null || Date.parse(created_at) < Date.parse(since));
	const asked = unknown.slice(0, ASKED_AT_MOST);
	const lists = await settleAll(asked, async ({ id }) => [id, await listArtifacts(client, id, pattern)]);
	const byRun = new Map(runs.map(({ id }) => [id, newest?.artifacts.filter(({ workflowRunId }) => workflowRunId === id) ?? []]));
	for (const [id, artifacts] of lists) byRun.set(id, artifacts);
	return {
		byRun,
		isComplete: asked.length === unknown.length
	};
}
async function loadTestsOf(client, run, artifacts, query) {
	const { id, run_attempt = 1, run_started_at, conclusion } = run;
	const attempts = await attemptsOf(client, {
		workflowRunId: id,
		runAttempt: run_attempt,
		startedAt: run_started_at ?? null,
		conclusion
	}, artifacts);
	return await withEnds(client, hasEnded(run, query) ? attempts : attempts.filter(({ runAttempt }) => runAttempt !== run_attempt), query);
}
async function withEnds(client, attempts, { gateJob, currentRunId, runAttempt }, ownEnd = null) {
	return await settleAll(attempts, async (one) => {
		const isOwn = one.workflowRunId === currentRunId && one.runAttempt === runAttempt;
		return {
			...one,
			...await ((isOwn ? ownEnd : null) ?? runEnd(client, one, gateJob))
		};
	});
}
// src/github/load-test-notes.ts
/** At most this many jobs are named, so that line 2 of the report stays short. */
const MAX_PROBLEMS = 3;
/**
* What readers must know about load tests that are judged together, in full sentences: which load tests they are, which failed, and which
* left no results. Empty for a single load test that succeeded.
*
* @param loadTests the newest first
*/
function loadTestNotes(loadTests, { newest, silentRun }) {
	const judged = loadTests.filter(hasWholeResults);
	const failed = judged.filter(({ problems }) => problems.length > 0);
	const cutShort = loadTests.filter(({ isCutShort, artifacts }) => isCutShort && artifacts.length > 0);
	return [
		...togetherText(judged),
		...failed.map((one) => text`${capitalized(nameOf(one))} did not end well: ${problemsText(one)}.`),
		...cutShort.map((one) => text`Left out: ${nameOf(one)} was cut short (${problemsText(one)}), so its results are incomplete.`),
		...loadTests.flatMap(silentAttempt),
		...vanishedText(judged),
		...silentRunText(loadTests, newest, silentRun)
	];
}
function togetherText(judged) {
	if (judged.length < 2) return [];
	const all = judged.map(nameOf);
	return [text`${judged.length} load tests of this commit are judged together: ${joined(all.slice(0, -1), text`, `)} and ${all.at(-1) ?? []}. A rerun adds to what is there.`];
}
/** If the names of artifacts are fixed, the upload of a later attempt may be refused: https://github.com/NVIDIA/aicr/pull/1928 */
function silentAttempt(one) {
	const { artifacts, problems, runAttempt, isCutShort } = one;
	if (artifacts.length > 0 || runAttempt === 1 || problems.length === 0) return [];
	const hint = text` If its upload was refused because the name is taken, put the attempt into the names of the artifacts.`;
	return [text`${capitalized(nameOf(one))} left no results: ${problemsText(one)}.${isCutShort ? [] : hint}`];
}
/** https://github.com/actions/upload-artifact/issues/585: after "Re-run all jobs", artifacts of earlier attempts may not be listed any more. */
function vanishedText(judged) {
	return [...new Set(judged.map(({ workflowRunId }) => workflowRunId))].flatMap((id) => {
		const first = Math.min(...judged.flatMap((one) => one.workflowRunId === id ? [one.runAttempt] : []));
		return first === 1 ? [] : [text`Of the attempts of run ${`${id}`} before attempt ${first}, GitHub lists no results.`];
	});
}
function silentRunText(loadTests, newest, silentRun) {
	if (silentRun !== null) return [text`This run left no results (run ${`${silentRun}`}): these are of earlier runs of the same commit.`];
	if (newest === null || loadTests.some(({ workflowRunId }) => workflowRunId === newest.workflowRunId)) return [];
	return [text`The newest load test left no results (run ${`${newest.workflowRunId}`}, ${newest.conclusion ?? text`no conclusion`}): these are of earlier runs of the same commit.`];
}
function nameOf({ workflowRunId, runAttempt }) {
	const run = text`run ${`${workflowRunId}`}`;
	return runAttempt === 1 ? run : text`attempt ${runAttempt} of ${run}`;
}
function problemsText({ problems }) {
	return listed(problems, MAX_PROBLEMS);
}
// src/github/lost-jobs.ts
/**
* Failed jobs of a matrix whose values are in no artifact's name, although other jobs of the matrix left artifacts. This is known only if
* the names of the artifacts hold the values of the matrix. Without a stored baseline, nothing else shows that results are missing.
*/
function lostJobs(judged) {
	const parts = judged.flatMap(({ artifacts }) => artifacts.map(({ part }) => `-${part.toLowerCase()}-`));
	const isThere = (value) => parts.some((part) => part.includes(`-${value.toLowerCase()}-`));
	return judged.flatMap(({ failedJobs, goodJobs }) => {
		const good = goodJobs.flatMap(matrixJob);
		return failedJobs.flatMap(matrixJob).flatMap((job) => {
			const siblings = good.filter(({ matrix }) => matrix === job.matrix);
			const own = job.values.filter((value) => !siblings.every(({ values }) => values.includes(value)));
			const areNamedSo = siblings.every(({ values }) => values.some((value) => !job.values.includes(value) && isThere(value)));
			return own.length > 0 && siblings.length > 0 && areNamedSo && !own.some(isThere) ? [job.name] : [];
		});
	});
}
function matrixJob(name) {
	const [, matrix, values] = /^(.+) \(([^()]+)\)$/.exec(name) ?? [];
	return matrix === void 0 || values === void 0 ? [] : [{
		name,
		matrix,
		values: values.split(", ")
	}];
}
// src/github/event-results.ts
/** How to run a load test again in every set-up. The artifacts of a new run cannot have the names of existing ones. */
const ANOTHER_RUN = "close and reopen the pull request, or push";
/**
* Finds the results of all load tests of a commit. A rerun adds results and replaces none, whatever the event is. Load tests that were
* cut short are left out. Nothing is downloaded yet.
*/
async function locateResults(client, query) {
	const { from, pattern } = query;
	const [own, older] = await settleInOrder([from === "load-test" ? Promise.resolve([]) : ownLoadTests(client, query), from === "this-run" ? Promise.resolve(null) : findLoadTests(client, query)]);
	if (older?.kind === "found" || own.some(hasWholeResults)) {
		const found = older?.kind === "found" ? older : {
			loadTests: [],
			newest: null
		};
		const all = [...own, ...found.loadTests];
		const newest = query.isOtherWorkflow ? found.newest : null;
		const silentRun = from === "this-run-and-older" && own.length === 0 ? query.currentRunId : null;
		const judged = all.filter(hasWholeResults);
		return {
			kind: "artifacts",
			artifacts: distinctUploads(judged.flatMap((one) => one.artifacts)),
			notes: loadTestNotes(all, {
				newest,
				silentRun
			}),
			lostJobs: lostJobs(judged)
		};
	}
	const [cutShort] = own.filter(({ isCutShort }) => isCutShort);
	if (cutShort !== void 0) return absent(absenceOf({
		kind: "cut-short",
		loadTest: cutShort
	}, query));
	if (older === null || from === "this-run-and-older") return absent(ended({
		problem: text`no artifact of this run is called ${name(pattern)}`,
		action: text`Upload the results with actions/upload-artifact in an earlier job, also when the load test fails (${code("if: always()")}), and let this job need it.`
	}));
	return absent(absenceOf(older, query));
}
/** Why the load tests of this commit left no results. The first sentence fits into a commit status. */
function absenceOf(found, query) {
	const commit = query.headSha.slice(0, 7);
	switch (found.kind) {
		case "none": return waiting$1(`Waiting for the load test: ${query.workflow} has not run on ${commit} yet.`);
		case "in-progress": return waiting$1(`The load test of ${commit} is running (run ${found.workflowRunId}).`);
		case "needs-approval": return waiting$1(`Waiting: someone with write access must approve the workflow run ${found.workflowRunId} of this new contributor.`);
		case "expired": return {
			...ended({
				problem: text`the results of run ${`${found.workflowRunId}`} have expired`,
				action: text`Run the load test of this commit again: ${ANOTHER_RUN}.`
			}),
			hasExpired: true
		};
		case "cut-short": return ended({
			problem: text`the load test of ${commit} was cut short (run ${`${found.loadTest.workflowRunId}`}: ${found.loadTest.problems.join(", ")})`,
			action: text`Run it again: ${ANOTHER_RUN}.`,
			detail: text`Its results are incomplete and are not judged.`
		});
		case "without-results": return ended({
			problem: text`the load test of ${commit} ended without results (run ${`${found.workflowRunId}`}, ${found.conclusion ?? "no conclusion"})`,
			action: text`Look at its log, and run it again: re-run all jobs of that run, or ${ANOTHER_RUN}.`,
			detail: text`It has no artifact called ${name(query.pattern)}.`
		});
		case "not-found": return ended({
			problem: text`no results were found among the ${`${found.runs}`} runs of ${name(query.workflow)} on ${commit}`,
			action: text`Run the load test again: ${ANOTHER_RUN}.`,
			detail: text`There are too many runs to check them all.`
		});
	}
}
function waiting$1(words) {
	return {
		isWaiting: true,
		hasExpired: false,
		words,
		said: {
			problem: text`there is no result to judge yet`,
			detail: [words]
		}
	};
}
function ended(said) {
	return {
		isWaiting: false,
		hasExpired: false,
		words: "",
		said
	};
}
function absent(absence) {
	return {
		kind: "absent",
		absence
	};
}
/** At most this many compressed bytes are held in memory at once. A larger artifact comes alone. */
const BYTES_AT_ONCE = 256 * 1024 ** 2;
/** Small artifacts need little memory, so only the number of requests at once limits them. */
const LEAST_BYTES = BYTES_AT_ONCE / 6;
/** Downloads and unpacks artifacts. A file that cannot be read becomes a refusal. */
async function downloadResults(client, artifacts, unzip) {
	const pool = createPool(BYTES_AT_ONCE);
	const read = await settleAll(artifacts, (artifact) => pool(Math.max(artifact.sizeBytes, LEAST_BYTES), () => readArtifact(client, artifact, unzip)));
	return {
		files: read.flatMap(({ files }) => files),
		refusals: read.flatMap(({ refusals }) => refusals)
	};
}
async function readArtifact(client, artifact, unzip) {
	const { id, name, part, digest, workflowRunId, runAttempt } = artifact;
	const refused = (problem) => ({
		files: [],
		refusals: [refusal(artifact, problem)]
	});
	const answer = await downloadArtifact(client, artifact);
	if (answer.kind === "expired") return refused(text`The artifact has expired. Run the load test again: ${ANOTHER_RUN}.`);
	if (answer.kind === "refused") return refused(text`The artifact was not read: ${answer.problem}.`);
	try {
		return {
			files: await unzip(Buffer.from(answer.bytes), {
				id,
				name,
				part,
				digest,
				workflowRunId,
				runAttempt
			}),
			refusals: []
		};
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		return refused(error.said);
	}
}
function refusal({ id, name, part }, problem) {
	return {
		service: null,
		side: "candidate",
		path: name,
		problem,
		artifact: {
			id,
			part
		}
	};
}
// src/github/list-comments.ts
/** https://docs.github.com/en/graphql/reference/enums#commentauthorassociation */
const INSIDERS = [
	"OWNER",
	"MEMBER",
	"COLLABORATOR"
];
/** All comments of a pull request, oldest first, page by page. */
async function* listComments({ octokit, owner, repo }, pullRequest) {
	const parameters = {
		owner,
		repo,
		issue_number: pullRequest,
		per_page: 100
	};
	for await (const { data } of octokit.paginate.iterator(octokit.rest.issues.listComments, parameters)) yield { data: data.map(({ id, node_id, user, author_association, body, created_at, updated_at }) => {
		const isInsider = INSIDERS.includes(author_association ?? "");
		return {
			id,
			nodeId: node_id,
			author: user?.login ?? "ghost",
			isInsider,
			body: body ?? "",
			createdAt: created_at,
			updatedAt: updated_at
		};
	}) };
}
async function allComments(client, pullRequest) {
	const comments = [];
	for await (const { data } of listComments(client, pullRequest)) comments.push(...data);
	return comments;
}
// src/github/pull-request.ts
function pullRequestOf({ number, head, base }) {
	return {
		number,
		headSha: head.sha,
		headRef: head.ref,
		headRepoId: head.repo?.id ?? null,
		headOwner: head.repo?.owner.login ?? null,
		isFork: head.repo?.id !== base.repo.id,
		baseRef: base.ref,
		live: null
	};
}
function livePullRequestOf(view) {
	const { user, created_at: createdAt, body, labels } = view;
	const live = {
		author: user?.login ?? "ghost",
		createdAt,
		body: body ?? "",
		labels: labels.map(({ name }) => name)
	};
	return {
		...pullRequestOf(view),
		live
	};
}
/** The current state of the pull request; null: there is none, or it is closed. */
async function readOpenPullRequest({ octokit, owner, repo }, number) {
	const answer = await absentAsNull$1(octokit.rest.pulls.get({
		owner,
		repo,
		pull_number: number
	}));
	if (answer === null || answer.data.state !== "open") return null;
	const { mergeable, labels } = answer.data;
	return {
		pullRequest: livePullRequestOf(answer.data),
		hasConflict: mergeable === false,
		labels: labels.map(({ name }) => name)
	};
}
/** A pull request with its live fields, which are read now if they are not known. */
async function withLive(client, pullRequest) {
	if (pullRequest.live !== null) return pullRequest;
	const { octokit, owner, repo } = client;
	const { data } = await octokit.rest.pulls.get({
		owner,
		repo,
		pull_number: pullRequest.number
	});
	const { headSha, live } = livePullRequestOf(data);
	return {
		...pullRequest,
		headSha,
		live
	};
}
/** The heads of at most this many open pull requests are compared, the newest first: 5 pages of 100. */
const PAGES$1 = 5;
const PAGE_SIZE$3 = 100;
/**
* The open pull requests whose head is this commit now. None if a newer push superseded the commit. Several if the branch has pull requests
* into several base branches, or if several branches, also of forks, have the same head. Other branches are only searched with
* `otherBranches`.
*
* The API is asked for the head, because other sources do not help: an artifact could name any pull request
* (https://github.com/microsoft/fluentui/issues/36203); `workflow_run.pull_requests` is empty for forks
* (https://github.com/actions/runner/issues/3444), and so is the list of pull requests of a fork's commit
* (https://github.com/learningequality/kolibri/issues/14719).
*/
async function findPullRequests(client, head, repositoryId, otherBranches) {
	if (head.owner === null || head.repoId === null) return [];
	const found = (otherBranches ? await openOfAllBranches(client, head) : await openOfBranch(client, head)).filter(({ base }) => base.repo.id === repositoryId).map(livePullRequestOf).filter(({ headSha }) => headSha === head.sha).sort((left, right) => left.number - right.number);
	const onBranch = found.filter(({ headRef, headRepoId }) => headRef === head.ref && headRepoId === head.repoId);
	return onBranch.length > 0 && otherBranches ? found : onBranch;
}
/** The newest open pull requests whose head is this commit, from all repositories, and also from deleted forks. */
async function findPullRequestsAt(client, sha) {
	return (await listOpen(client, {}, PAGES$1)).map(livePullRequestOf).filter(({ headSha }) => headSha === sha);
}
/** The pull requests of the branch itself. They are found even if there are more open pull requests than are read. */
async function openOfAllBranches(client, head) {
	const newest = await listOpen(client, {}, PAGES$1);
	if (newest.length < 500) return newest;
	const known = new Set(newest.map(({ number }) => number));
	const own = await openOfBranch(client, head);
	return [...newest, ...own.filter(({ number }) => !known.has(number))];
}
async function openOfBranch(client, { owner, ref }) {
	return await listOpen(client, { head: `${owner}:${ref}` }, 1);
}
async function listOpen({ octokit, owner, repo }, filter, pages) {
	const all = [];
	for (let page = 1; page <= pages; page += 1) {
		const parameters = {
			owner,
			repo,
			state: "open",
			...filter,
			per_page: PAGE_SIZE$3,
			page
		};
		const { data } = await octokit.rest.pulls.list(parameters);
		all.push(...data);
		if (data.length < PAGE_SIZE$3) break;
	}
	return all;
}
// src/github/comment.ts
/**
* The login that the token writes as: a person, the bot of GitHub Actions, or the bot of another app. GET /user refuses the tokens of
* apps, but this query answers all of them: https://github.com/fullsend-ai/fullsend/pull/1953
*/
async function readOwnLogin(client) {
	const { viewer } = await graphql(client, "query { viewer { login } }", {});
	return viewer.login;
}
/**
* Creates the single comment of this gate, or updates it if the text changed. The comment is found on all pages by its marker and its
* author, because anybody can write a marker.
*/
async function upsertComment(client, comment) {
	const existing = ours(comment.listed ?? await allComments(client, comment.pullRequest), comment, comment.author);
	if (existing !== null) return update(client, comment, existing);
	if (!comment.mayCreate) return { kind: "not-wanted" };
	const created = await create(client, comment);
	const oldest = await findComment(client, comment, created.author);
	if (oldest === null || oldest.id === created.id) return {
		kind: "created",
		id: created.id
	};
	const { octokit, owner, repo } = client;
	await absentAsNull$1(octokit.rest.issues.deleteComment({
		owner,
		repo,
		comment_id: created.id
	}));
	return update(client, comment, oldest);
}
async function findComment(client, comment, author) {
	return ours(await allComments(client, comment.pullRequest), comment, author);
}
/** The oldest comment of this author with this gate's marker. */
function ours(listed, comment, author) {
	const own = comment.parseMarker(comment.body);
	return listed.flatMap(({ id, body, author: by }) => {
		const marker = comment.parseMarker(body);
		return by === author && marker !== void 0 && marker.name === own?.name ? [{
			id,
			body,
			author,
			marker
		}] : [];
	}).sort((left, right) => left.id - right.id)[0] ?? null;
}
async function update(client, comment, existing) {
	const { id } = existing;
	const own = comment.parseMarker(comment.body);
	if (isOfNewerRun(existing.marker, own) && !await isHead(client, comment.pullRequest, own?.sha ?? null)) return {
		kind: "superseded",
		id
	};
	if (withoutRun(existing.body) === withoutRun(comment.body)) return {
		kind: "unchanged",
		id
	};
	const { octokit, owner, repo } = client;
	await octokit.rest.issues.updateComment({
		owner,
		repo,
		comment_id: id,
		body: comment.body
	});
	return {
		kind: "updated",
		id
	};
}
/** An equal text is not written again, because an edit is an event, which may start the next run. */
function withoutRun(body) {
	return body.replaceAll(/(?<= run=)\d+(?= -->)|(?<=\/actions\/runs\/)\d+/g, "");
}
/** A slow run of an old commit must not overwrite the result of a newer run. The ids of workflow runs only grow. */
function isOfNewerRun(existing, own) {
	return existing.sha !== own?.sha && Number(existing.run) > Number(own?.run);
}
/** People who can edit the comment can write any number into its marker: it is believed only if the commit in the marker is the head now. */
async function isHead(client, pullRequest, sha) {
	return (await readOpenPullRequest(client, pullRequest))?.pullRequest.headSha === sha;
}
/** The client does not retry this request: if only the answer was lost, a retry would write a second comment. */
async function create(client, comment) {
	const { octokit, owner, repo } = client;
	const parameters = {
		owner,
		repo,
		issue_number: comment.pullRequest,
		body: comment.body,
		request: { retries: 0 }
	};
	try {
		const { data } = await octokit.rest.issues.createComment(parameters);
		return {
			id: data.id,
			author: data.user?.login ?? comment.author
		};
	} catch (error) {
		if (!hasStatus(error, 500, 502, 503, 504)) throw error;
		const made = await findComment(client, comment, comment.author);
		if (made !== null) return {
			id: made.id,
			author: made.author
		};
		const { data } = await octokit.rest.issues.createComment(parameters);
		return {
			id: data.id,
			author: data.user?.login ?? comment.author
		};
	}
}
// src/github/status.ts
/** The state of the status for an outcome. `error` and `failure` both block a required check; the description says which it is. */
const STATUS_STATES = {
	pass: "success",
	warn: "success",
	"no-baseline": "success",
	overridden: "success",
	fail: "failure",
	pending: "pending",
	invalid: "error"
};
/** If the policy does not enforce the gate, nothing blocks, and the description says that it is a trial. */
function stateOfVerdict({ outcome, enforced = true }) {
	return enforced ? STATUS_STATES[outcome] : "success";
}
/** The worst state first: blocks, blocks for now, does not block. */
const STATES_BY_WEIGHT = [
	"error",
	"failure",
	"pending",
	"success"
];
/** The item with the worst state, and its state. Throws if the list is empty. */
function worstState(all, stateOf) {
	const [worst] = all.map((one) => ({
		one,
		state: stateOf(one)
	})).sort((left, right) => STATES_BY_WEIGHT.indexOf(left.state) - STATES_BY_WEIGHT.indexOf(right.state));
	if (worst === void 0) throw new Error("There is no item to set a status for.");
	return worst;
}
/**
* The statuses of some names. They are asked for by name, because a commit may have hundreds of names and a list of them has pages. The
* same request reads the login of the token.
* https://docs.github.com/en/graphql/reference/objects#status
*/
async function readStatuses(client, sha, contexts) {
	const { owner, repo } = client;
	const names = Object.fromEntries(contexts.map((context, index) => [`c${index}`, context]));
	const answer = await graphql(client, queryText$1(Object.keys(names)), {
		owner,
		repo,
		sha,
		...names
	});
	const ownLogin = answer.viewer.login;
	const latest = /* @__PURE__ */ new Map();
	for (const [alias, context] of Object.entries(names)) {
		const found = answer.repository.object?.status?.[alias];
		if (found != null) latest.set(context, latestOf(found, ownLogin));
	}
	return {
		latest,
		ownLogin
	};
}
/** @param ownLogin the login of the token */
function latestOf({ state, description, createdAt: at, creator }, ownLogin) {
	const isOurs = creator !== null && loginOf(creator) === ownLogin;
	return {
		state: state.toLowerCase(),
		description,
		isOurs,
		at
	};
}
const PAGE_SIZE$2 = 100;
/**
* The latest statuses of some names, page by page. This takes more requests if a commit has hundreds of names, but it needs only
* `statuses: read`, which is the only permission in the job of a merge queue.
* https://docs.github.com/en/rest/commits/statuses#get-the-combined-status-for-a-specific-reference
*/
async function findStatuses({ octokit, owner, repo }, sha, contexts) {
	const found = /* @__PURE__ */ new Map();
	for (let page = 1;; page += 1) {
		const parameters = {
			owner,
			repo,
			ref: sha,
			per_page: PAGE_SIZE$2,
			page
		};
		const { statuses } = (await octokit.rest.repos.getCombinedStatusForRef(parameters)).data;
		for (const status of statuses) if (contexts.includes(status.context)) found.set(status.context, status);
		if (statuses.length < PAGE_SIZE$2 || found.size === contexts.length) return found;
	}
}
function queryText$1(aliases) {
	return `query ($owner: String!, $repo: String!, $sha: GitObjectID!${aliases.map((alias) => `, $${alias}: String!`).join("")}) { viewer { login } repository(owner: $owner, name: $repo) { object(oid: $sha) { ... on Commit { status { ${aliases.map((alias) => `${alias}: context(name: $${alias}) { ...latest }`).join(" ")} } } } } }
fragment latest on StatusContext { state description createdAt creator { __typename login } }`;
}
/** GraphQL names a bot that wrote something by its app, `app`. Everywhere else the same bot is `app[bot]`. */
function loginOf({ __typename, login }) {
	return __typename === "Bot" && !login.endsWith("[bot]") ? `${login}[bot]` : login;
}
/** GitHub takes at most 1,000 statuses of one name per commit: https://docs.github.com/en/rest/commits/statuses#create-a-commit-status */
const LIMIT_MESSAGE = /maximum number of statuses/i;
/**
* Sets the status, unless the latest status of that name is ours and equal. If the latest status cannot be read, the status is set.
* Throws a UserError if GitHub takes no more statuses for this commit.
*
* @param known the statuses of the commit. They are read if they are not given
*/
async function setStatus(client, status, known = null) {
	const { octokit, owner, repo } = client;
	const { context, sha, state, targetUrl } = status;
	const description = shortened(status.description, 140);
	const statuses = known ?? await readStatuses(client, sha, [context]).catch(() => null);
	const latest = statuses?.latest.get(context);
	if (latest?.state === state && latest.description === description && latest.isOurs) return { kind: "unchanged" };
	const body = {
		owner,
		repo,
		sha,
		state,
		context,
		description,
		target_url: targetUrl
	};
	try {
		const { data } = await octokit.rest.repos.createCommitStatus(body);
		statuses?.latest.set(context, {
			state,
			description,
			isOurs: true,
			at: data.created_at
		});
	} catch (error) {
		if (!hasStatus(error, 422) || !LIMIT_MESSAGE.test(error.message)) throw error;
		throw new StatusLimitError(status, latest?.state ?? null, error);
	}
	return { kind: "set" };
}
/** The check of a commit cannot be changed any more, even if the verdict changes. */
var StatusLimitError = class extends UserError {
	/** @param shown the state that the check keeps forever; null: not known */
	constructor({ context, sha, state }, shown, cause) {
		const stays = shown === null ? "The check keeps what it says" : `The check stays ${shown}`;
		super(`GitHub takes no more statuses ${context} for the commit ${sha.slice(0, 7)}: it has 1,000. ${stays}, and the verdict is ${state}. Push a new commit.`, { cause });
	}
};
/** A text with at most this number of characters. */
function shortened(text, maxCharacters) {
	const characters = [...text];
	return characters.length <= maxCharacters ? text : `${characters.slice(0, maxCharacters - 1).join("")}…`;
}
// src/github/override-status.ts
/** The list of services may be this long, so that the longest login and a reason still fit beside it. */
const SERVICES_CHARACTERS = 45;
const IN_FORCE = /^Overridden by @(?<by>\S+)(?: in #(?<pullRequest>\d+))? \((?<services>[^()]*)\): (?<reason>.*)$/;
/** A very long text is cut at its end. The accepted slowdown is not known then, so it must be accepted again. */
const NOT_ANY_MORE = /^No override any more\. Before: @(?<by>\S+)(?: in #(?<pullRequest>\d+))? \((?<services>[^()]*)(?:\)|…)$/;
function overrideContext(gateName) {
	return `${gateName}/override`;
}
/**
* Records that an override is in force, or that it is not in force any more. Writes nothing if there was none. The slowdown that was
* accepted first stays in the record until the label is set again, so that later measurements of the commit are compared with it.
*/
async function setOverrideStatus(client, { name, sha, targetUrl, pullRequest }, verdict, known = null) {
	const context = overrideContext(name);
	const statuses = known ?? await readStatuses(client, sha, [context]);
	const before = acceptedOverride(statuses, name);
	const inForce = verdict === null ? null : overrideText(verdict, pullRequest, before);
	if (inForce === null && before?.inForce !== true) return;
	await setStatus(client, {
		context,
		sha,
		state: "success",
		description: inForce ?? `No override any more. Before: ${whoAndWhat(before)}`,
		targetUrl
	}, statuses);
}
/** The override that the gate recorded for the commit; null: none. */
function acceptedOverride(statuses, gateName) {
	const latest = statuses?.latest.get(overrideContext(gateName));
	return latest === void 0 ? null : acceptedOf(latest);
}
/** The override in one status. null: the status is not ours, or records no override. */
function acceptedOf({ isOurs, description, at }) {
	if (!isOurs) return null;
	const [inForce, ended] = [IN_FORCE.exec(description ?? ""), NOT_ANY_MORE.exec(description ?? "")];
	const { by, pullRequest, services } = (inForce ?? ended)?.groups ?? {};
	if (by === void 0 || services === void 0) return null;
	return {
		by,
		pullRequest: pullRequest === void 0 ? null : Number(pullRequest),
		...servicesOf(services),
		at,
		inForce: inForce !== null
	};
}
/** The override in force on a commit, by the name of the gate, if a bot recorded it; null: none. */
async function readOverrideStatus(client, { name, sha }) {
	const { octokit, owner, repo } = client;
	const { data } = await octokit.rest.repos.listCommitStatusesForRef({
		owner,
		repo,
		ref: sha,
		per_page: 100
	});
	const ofOverride = data.filter(({ context }) => context === overrideContext(name));
	if (ofOverride.length === 0) return null;
	const ownLogin = await readOwnLogin(client);
	const latest = ofOverride.find(({ creator }) => creator?.type === "Bot" || creator?.login === ownLogin);
	const accepted = parseOverrideText(latest?.description ?? "");
	return latest === void 0 || accepted === null ? null : {
		...accepted,
		at: latest.created_at
	};
}
/**
* `Overridden by @mona in #12 (checkout +15.3%): new tax rules`, at most 140 characters. null: the verdict is not overridden.
*
* @param before the earlier record of this commit. It is kept unless the label is newer
*/
function overrideText({ override, outcome, findings, services }, pullRequest, before = null) {
	if (override.kind !== "valid" || outcome !== "overridden") return null;
	const { by, reason, at } = override;
	const accepted = before !== null && Date.parse(at) <= Date.parse(before.at) ? before : {
		services: largestOfEachService(blockedParts({
			findings,
			evidence: services
		})),
		hiddenServices: 0
	};
	if (accepted.services.length === 0) return null;
	return shortened(`Overridden by ${whoAndWhat({
		...accepted,
		by,
		pullRequest
	})}: ${reason.replaceAll(/\s+/g, " ")}`, 140);
}
/** Reads the text of `overrideText`; null: the text has another form. */
function parseOverrideText(text) {
	const { by, services, reason } = IN_FORCE.exec(text)?.groups ?? {};
	if (by === void 0 || services === void 0 || reason === void 0) return null;
	const { services: named, hiddenServices } = servicesOf(services);
	return {
		by,
		reason,
		services: named,
		hasMore: hiddenServices > 0
	};
}
function whoAndWhat({ by, pullRequest, services, hiddenServices }) {
	const [first = "", ...rest] = services.map(serviceText);
	const named = [first];
	for (const text of rest) {
		if ([...named, text].join(", ").length > SERVICES_CHARACTERS) break;
		named.push(text);
	}
	const hidden = rest.length + 1 - named.length + hiddenServices;
	const more = hidden > 0 ? [`${hidden} more`] : [];
	return `@${by}${pullRequest === null ? "" : ` in #${pullRequest}`} (${[...named, ...more].join(", ")})`;
}
const ONE_SERVICE = /^([a-z0-9][a-z0-9._-]*)(?: ([+-][\d.]+)%)?$/;
const MORE_SERVICES = /(?:^|, )(\d+) more$/;
function servicesOf(list) {
	const hiddenServices = Number(MORE_SERVICES.exec(list)?.[1] ?? 0);
	return {
		services: list.replace(MORE_SERVICES, "").split(", ").flatMap((item) => {
			const [, service, percent] = ONE_SERVICE.exec(item) ?? [];
			return service === void 0 ? [] : [{
				service,
				changeRatio: percent === void 0 ? null : Number(percent) / 100
			}];
		}),
		hiddenServices
	};
}
function serviceText({ service, changeRatio }) {
	if (changeRatio === null) return service;
	return `${service} ${changeRatio < 0 ? "-" : "+"}${(100 * Math.abs(changeRatio)).toFixed(1)}%`;
}
// src/github/permission-error.ts
const CONTENTS = "`contents: read`, or `contents: write` in the job that records";
/**
* All uses of the token, with the line of the `permissions:` block that the whole job needs. It is the strongest one, so that nobody adds
* `read` today and `write` tomorrow. docs/github.md has the same lines; a test compares them.
*/
const NEEDS = {
	"read the artifacts": "`actions: read`",
	"find the commit to compare with": CONTENTS,
	"read the policy file": CONTENTS,
	"read the report templates": CONTENTS,
	"read the tags": CONTENTS,
	"read the baseline": CONTENTS,
	"store the baseline": "`contents: write`",
	"read the pull request": "`pull-requests: write`",
	"post the comment": "`pull-requests: write`",
	"set the commit status": "`statuses: write`",
	"find the merged pull request": "`pull-requests: read`",
	"read the override of the merged pull request": "`statuses: write`",
	"tell of the regression in an issue": "`issues: write`",
	"read the deployments": "`deployments: write`",
	"set the deployment status": "`deployments: write`",
	"ask for a roll-back": "`contents: write`"
};
/** Runs a call to GitHub. If a missing permission or an outage made it fail, throws a UserError that says so. */
async function withPermissionHint(operation, call) {
	try {
		return await call();
	} catch (error) {
		const problem = permissionProblem(error, operation) ?? outageProblem(error, operation);
		throw problem === null ? error : new UserError(problem, { cause: error });
	}
}
/**
* The message for a request that GitHub refused, with the missing line of `permissions:`. null: the error has another cause.
* GitHub answers 403 "Resource not accessible by integration", or 404 if the token may not know that the thing exists. So callers must ask
* only for things that are sure to exist. https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api
*/
function permissionProblem(error, operation) {
	if (!hasStatus(error, 403, 404)) return null;
	if (error.status === 403 && /rate limit/i.test(error.message)) return null;
	return `Could not ${operation}: ${error.status === 403 ? "GitHub refuses it to this token" : "GitHub does not show it to this token"} (${error.status}). Add this line to the job's \`permissions:\` block: ${NEEDS[operation]}. In a pull request from a fork the token can only read, whatever the block says.`;
}
/** Node's fetch throws these errors if a connection breaks or an answer takes too long: https://fetch.spec.whatwg.org/#fetch-method */
const CONNECTION_ERRORS = [
	"TypeError",
	"TimeoutError",
	"AbortError"
];
/** The message if GitHub did not answer, or asked for a longer wait than a job should have. null: the error has another cause. */
function outageProblem(error, operation) {
	if (!isError(error)) return null;
	const status = "status" in error ? Number(error.status) : null;
	const isLimit = status === 429 || status === 403 && /rate limit/i.test(error.message);
	const isBroken = status === null && error.cause !== void 0 && CONNECTION_ERRORS.includes(error.name);
	if (!isLimit && !isBroken && error.name !== "TimeoutError" && (status ?? 0) < 500) return null;
	return `Could not ${operation}: ${isLimit ? "GitHub limits how many requests are sent" : isBroken || status === null ? "the connection to GitHub broke" : `GitHub did not answer as it should (${status})`}. It said: ${error.message.replace(/[.\s]+$/, "")}. Run this job again in some minutes.`;
}
/** An error is recognised by its fields, because the errors of `fetch` have no common class. */
function isError(error) {
	return typeof error === "object" && error !== null && "name" in error && "message" in error;
}
/** Any failure as the text of a warning, which names the missing permission or the outage if that is the cause. */
function describeFailure(error, operation) {
	const message = error instanceof Error ? error.message : String(error);
	if (operation === "tell of the regression in an issue" && hasStatus(error, 410)) return "This repository has no issues, so the regression is told in none. Set the input `regression-issue: never`.";
	return permissionProblem(error, operation) ?? outageProblem(error, operation) ?? `Could not ${operation}: ${message}`;
}
// src/github/merged-overrides.ts
/** A commit belongs to one merged pull request, but GitHub also lists open pull requests with this commit. */
const PULL_REQUESTS_OF_COMMIT = 10;
/**
* The overrides that were in force when the pull requests of these commits were merged, in one request for all commits. Throws a UserError
* that names the missing permission, because without the overrides an accepted slowdown would be recorded as normal.
* https://docs.github.com/en/graphql/reference/objects#commit
*/
async function readMergedOverrides(client, query) {
	const { commits, branch, name } = query;
	if (commits.length === 0) return {
		byCommit: /* @__PURE__ */ new Map(),
		commits: /* @__PURE__ */ new Map(),
		notes: []
	};
	const { owner, repo } = client;
	const variables = {
		owner,
		repo,
		context: `${name}/override`
	};
	const { repository } = await namingPermission(() => graphql(client, queryText(commits), variables));
	const answers = commits.map((commit, index) => [commit, repository[`c${index}`] ?? null]);
	const seen = /* @__PURE__ */ new Set();
	const byCommit = /* @__PURE__ */ new Map();
	const known = /* @__PURE__ */ new Map();
	const notes = [];
	for (const [commit, answer] of answers) {
		const { totalCount, nodes } = answer?.associatedPullRequests ?? {
			totalCount: 0,
			nodes: []
		};
		if (totalCount > nodes.length) notes.push(tooMany(commit, totalCount, nodes.length));
		const mergedHere = nodes.filter(({ merged, baseRefName }) => merged && baseRefName === branch);
		const pullRequests = mergedHere.map(({ number, title }) => ({
			number,
			title
		}));
		if (answer !== null) known.set(commit, {
			subject: answer.messageHeadline,
			pullRequests
		});
		const ofGroup = await overrideOfGroup(client, query, commit, answer, mergedHere);
		if (ofGroup !== null) byCommit.set(commit, [ofGroup]);
		for (const { number, headRefOid, commits: newest } of mergedHere) {
			if (seen.has(number)) continue;
			seen.add(number);
			const head = newest.nodes.find(({ commit: { oid } }) => oid === headRefOid)?.commit;
			const found = head === void 0 ? null : await overrideOf$1(client, query, head);
			if (head === void 0) notes.push(headUnknown(number));
			if (found !== null) byCommit.set(commit, [...byCommit.get(commit) ?? [], {
				...found,
				pullRequest: number,
				headSha: headRefOid
			}]);
		}
	}
	return {
		byCommit,
		commits: known,
		notes
	};
}
/** null: none, or the commit is the head of its pull request, as after a rebase. */
async function overrideOfGroup(client, query, commit, answer, [first, ...others]) {
	if (answer === null || first === void 0) return null;
	if ([first, ...others].some(({ headRefOid }) => headRefOid === commit)) return null;
	const found = await overrideOf$1(client, query, {
		oid: commit,
		status: answer.status
	});
	return found === null ? null : {
		...found,
		pullRequest: first.number,
		headSha: commit
	};
}
function tooMany(commit, count, seen) {
	return text`GitHub lists ${count} pull requests for ${commit.slice(0, 7)}, and ${seen} were looked at. Overrides of the others are not known, so their slowdowns count as not accepted.`;
}
function headUnknown(pullRequest) {
	return text`GitHub does not show the head commit of pull request ${name(`#${pullRequest}`)}. If it was merged by an override, that is not known, so its slowdown counts as not accepted.`;
}
/**
* People with write access can set any status, but no person can use the name of a bot. GraphQL shows only the newest status. If a person
* set it, the older status that the gate wrote is looked for.
*/
async function overrideOf$1(client, { name }, { oid, status }) {
	const newest = status?.context ?? null;
	if (newest === null) return null;
	if (newest.creator?.__typename !== "Bot") return await withPermissionHint("read the override of the merged pull request", () => readOverrideStatus(client, {
		name,
		sha: oid
	}));
	const accepted = parseOverrideText(newest.description ?? "");
	return accepted === null ? null : {
		...accepted,
		at: newest.createdAt
	};
}
/** Each commit is 40 hexadecimal digits from GitHub, so it needs no escaping. */
function queryText(commits) {
	return `query ($owner: String!, $repo: String!, $context: String!) { repository(owner: $owner, name: $repo) { ${commits.map((sha, index) => `c${index}: object(oid: "${sha}") { ...merged }`).join(" ")} } }
fragment merged on Commit { messageHeadline status { ...override } associatedPullRequests(first: ${PULL_REQUESTS_OF_COMMIT}) { totalCount nodes { number title merged baseRefName headRefOid commits(last: 1) { nodes { commit { oid status { ...override } } } } } } }
fragment override on Status { context(name: $context) { description createdAt creator { __typename login } } }`;
}
/** GitHub names the field that it refused: https://github.com/facebook/sapling/issues/993 */
async function namingPermission(call) {
	try {
		return await call();
	} catch (error) {
		return await withPermissionHint(isForbidden(error) && error.path.includes("status") ? "read the override of the merged pull request" : "find the merged pull request", () => Promise.reject(error));
	}
}
/**
* The commits since the last recorded commit, along first parents, which are the earlier states of the branch. There may be several, because
* a cancelled load test records nothing. If no recorded commit is found, only the pushed commit counts: older merges are not part of it.
*
* @param history the newest commits, the pushed one first
*/
function unrecordedCommits(sha, history, recorded) {
	const parents = new Map(history.map((commit) => [commit.sha, commit.firstParent]));
	const commits = [];
	let at = sha;
	while (at != null && parents.has(at) && !recorded.has(at)) {
		commits.push(at);
		at = parents.get(at);
	}
	if (at != null && recorded.has(at)) return {
		commits,
		recordedBefore: at,
		notes: []
	};
	const isKnownBranch = recorded.size > 0 && commits.length > 1;
	const note = text`None of the newest ${commits.length} commits before ${sha.slice(0, 7)} was recorded. Overrides of their pull requests are not taken over, so their slowdowns count as not accepted.`;
	return {
		commits: [sha],
		recordedBefore: null,
		notes: isKnownBranch ? [note] : []
	};
}
// src/action/artifact-source.ts
/** The artifacts of earlier load tests of a branch, for the artifact store. */
function artifactSource(around) {
	const workflow = around.inputs.loadTestWorkflow ?? around.context.workflowFile;
	return {
		place: `artifacts of ${workflow}`,
		read: (at) => readBranch(around, workflow, at)
	};
}
/**
* The artifacts of at most this many load tests are read, each with one request. Older load tests have fewer artifacts, because GitHub
* deletes the oldest artifacts first; a failed load test may have left none.
*/
const LOAD_TESTS_LOOKED_AT = 5;
async function* readBranch({ client, context, inputs }, workflow, { branch, history, read }) {
	const { repository, workflowRunId } = context;
	const query = {
		workflow,
		branch,
		repositoryId: repository.id,
		currentRunId: workflowRunId
	};
	const runs = await withPermissionHint("read the artifacts", () => listBranchRuns(client, query));
	if (runs.length === 0) return;
	const [{ FORMATS }, { collectRuns }, { withoutSuperseded }, { readArtifactZip }] = await Promise.all([
		import("./registry.js"),
		import("./collect-runs.js"),
		import("./superseded.js"),
		import("./zip2.js")
	]);
	const reached = new Set(await history());
	const usable = runs.filter(({ headSha }) => reached.has(headSha)).slice(0, LOAD_TESTS_LOOKED_AT);
	const chosen = usable.length > 0 ? usable : runs.slice(0, 1);
	const of = {
		commits: [...new Set(chosen.map(({ headSha }) => headSha))],
		branch,
		name: inputs.name
	};
	let merged = null;
	for (const run of chosen) {
		const artifacts = distinctUploads((await withPermissionHint("read the artifacts", async () => attemptsOf(client, run, await keptArtifacts(client, run, inputs.artifacts)))).flatMap((attempt) => attempt.artifacts));
		if (artifacts.length === 0) continue;
		const results = await withPermissionHint("read the artifacts", () => downloadResults(client, artifacts, readArtifactZip));
		const collected = await collectRuns(results.files, {
			formats: FORMATS,
			defaultService: repository.name.toLowerCase(),
			defaultSide: "candidate",
			defaultCommit: run.headSha,
			...read === void 0 ? {} : { read: await read() }
		});
		merged ??= readMergedOverrides(client, of);
		yield {
			name: `run ${run.workflowRunId}`,
			commit: run.headSha,
			recordedAt: run.startedAt,
			collected: withoutSuperseded({
				...collected,
				refusals: [...results.refusals, ...collected.refusals]
			}),
			overrides: (await merged).byCommit.get(run.headSha) ?? []
		};
	}
}
// node_modules/zod/v4/core/util.js
function getEnumValues(entries) {
	const numericValues = Object.values(entries).filter((v) => typeof v === "number");
	return Object.entries(entries).filter(([k, _]) => numericValues.indexOf(+k) === -1).map(([_, v]) => v);
}
function joinValues(array, separator = "|") {
	return array.map((val) => stringifyPrimitive(val)).join(separator);
}
function jsonStringifyReplacer(_, value) {
	if (typeof value === "bigint") return value.toString();
	return value;
}
var Cached = class {
	constructor(getter) {
		this._getter = getter;
		this._value = void 0;
	}
	get value() {
		const getter = this._getter;
		if (getter !== void 0) {
			this._value = getter();
			this._getter = void 0;
		}
		return this._value;
	}
};
function cached(getter) {
	return new Cached(getter);
}
function nullish(input) {
	return input === null || input === void 0;
}
function cleanRegex(source) {
	const start = source.startsWith("^") ? 1 : 0;
	const end = source.endsWith("$") ? source.length - 1 : source.length;
	return source.slice(start, end);
}
function floatSafeRemainder(val, step) {
	const ratio = val / step;
	const roundedRatio = Math.round(ratio);
	const tolerance = 4 * Number.EPSILON * Math.max(Math.abs(ratio), 1);
	if (Math.abs(ratio - roundedRatio) < tolerance) return 0;
	return ratio - roundedRatio;
}
function assignProp(target, prop, value) {
	Object.defineProperty(target, prop, {
		value,
		writable: true,
		enumerable: true,
		configurable: true
	});
}
/**
* Whichever object a def's `shape` currently answers from: the one the caller passed until the first read, the frozen copy after it.
*
* Its keys and descriptors read without invoking anything, which is what lets a discriminated union check its discriminator, and the cycle walk read a shape, without resolving a getter that references the schema being constructed. A def that answers `shape` from an accessor of its own has none.
*/
function rawShape(def) {
	const desc = Object.getOwnPropertyDescriptor(def, "shape");
	return desc?.get ? desc.get.raw : desc?.value;
}
function sourceShape(schema) {
	return rawShape(schema._zod.def) ?? schema._zod.def.shape;
}
function deferProp(target, key, getter) {
	Object.defineProperty(target, key, {
		get() {
			const value = getter();
			assignProp(this, key, value);
			return value;
		},
		enumerable: true,
		configurable: true
	});
}
function putProp(target, key, value) {
	if (key in target) assignProp(target, key, value);
	else target[key] = value;
}
/**
* Copies `keys` of `source`'s shape onto `target`, each value passed through `wrap`.
*
* A key the source has resolved is copied through now, so the derived shape states it outright and nothing has to resolve it to learn what it holds. A key the source still defers stays deferred, and reads back through the source's own `shape`, so it resolves once and both shapes get that one schema.
*/
function mirrorShape(target, source, keys, wrap) {
	const raw = sourceShape(source);
	for (const key of keys) {
		const desc = Object.getOwnPropertyDescriptor(raw, key);
		if (!desc.enumerable) continue;
		if (desc.get) deferProp(target, key, () => {
			const value = source._zod.def.shape[key];
			return wrap ? wrap(value, key) : value;
		});
		else putProp(target, key, wrap ? wrap(desc.value, key) : desc.value);
	}
}
function mirrorProps(target, source) {
	for (const key of Reflect.ownKeys(source)) {
		const desc = Object.getOwnPropertyDescriptor(source, key);
		if (!desc.enumerable) continue;
		if (desc.get) deferProp(target, key, () => source[key]);
		else putProp(target, key, desc.value);
	}
}
function mergeDefs(...defs) {
	const mergedDescriptors = {};
	for (const def of defs) {
		const descriptors = Object.getOwnPropertyDescriptors(def);
		Object.assign(mergedDescriptors, descriptors);
	}
	return Object.defineProperties({}, mergedDescriptors);
}
function esc(str) {
	return JSON.stringify(str);
}
function slugify(input) {
	return input.toLowerCase().trim().replace(/[^\w\s-]/g, "").replace(/[\s_-]+/g, "-").replace(/^-+|-+$/g, "");
}
const captureStackTrace = "captureStackTrace" in Error ? Error.captureStackTrace : (..._args) => {};
function isObject(data) {
	return typeof data === "object" && data !== null && !Array.isArray(data);
}
const allowsEval = /* @__PURE__*/ cached(() => {
	if (globalConfig.jitless) return false;
	if (typeof navigator !== "undefined" && navigator?.userAgent?.includes("Cloudflare")) return false;
	try {
		new Function("");
		return true;
	} catch (_) {
		return false;
	}
});
function isPlainObject(o) {
	if (isObject(o) === false) return false;
	const ctor = o.constructor;
	if (ctor === void 0) return true;
	if (typeof ctor !== "function") return true;
	const prot = ctor.prototype;
	if (isObject(prot) === false) return false;
	if (Object.prototype.hasOwnProperty.call(prot, "isPrototypeOf") === false) return false;
	return true;
}
function shallowClone(o) {
	if (isPlainObject(o)) return { ...o };
	if (Array.isArray(o)) return [...o];
	if (o instanceof Map) return new Map(o);
	if (o instanceof Set) return new Set(o);
	return o;
}
const propertyKeyTypes = /* @__PURE__*/ new Set([
	"string",
	"number",
	"symbol"
]);
function escapeRegex(str) {
	return str.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
function clone(inst, def, params) {
	const cl = new inst._zod.constr(def ?? inst._zod.def);
	if (!def || params?.parent) cl._zod.parent = inst;
	return cl;
}
function normalizeParams(_params) {
	const params = _params;
	if (!params) return {};
	if (typeof params === "string") return { error: () => params };
	if (params?.message !== void 0) {
		if (params?.error !== void 0) throw new Error("Cannot specify both `message` and `error` params");
		params.error = params.message;
	}
	delete params.message;
	if (typeof params.error === "string") return {
		...params,
		error: () => params.error
	};
	return params;
}
function stringifyPrimitive(value) {
	if (typeof value === "bigint") return value.toString() + "n";
	if (typeof value === "string") return `"${value}"`;
	return `${value}`;
}
function optionalKeys(shape) {
	return Object.keys(shape).filter((k) => {
		return shape[k]._zod.optin !== void 0 && shape[k]._zod.optout === "optional";
	});
}
const NUMBER_FORMAT_RANGES = /*@__PURE__*/ (() => ({
	safeint: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
	int32: [-2147483648, 2147483647],
	uint32: [0, 4294967295],
	float32: [-34028234663852886e22, 34028234663852886e22],
	float64: [-Number.MAX_VALUE, Number.MAX_VALUE]
}))();
const BIGINT_FORMAT_RANGES = {
	int64: [/* @__PURE__*/ BigInt("-9223372036854775808"), /* @__PURE__*/ BigInt("9223372036854775807")],
	uint64: [/* @__PURE__*/ BigInt(0), /* @__PURE__*/ BigInt("18446744073709551615")]
};
function pick(schema, mask) {
	const currDef = schema._zod.def;
	const checks = currDef.checks;
	if (checks && checks.length > 0) throw new Error(".pick() cannot be used on object schemas containing refinements");
	const newShape = {};
	mirrorShape(newShape, schema, maskedKeys(schema, mask));
	return clone(schema, mergeDefs(currDef, {
		shape: newShape,
		checks: []
	}));
}
function maskedKeys(schema, mask) {
	const raw = sourceShape(schema);
	const keys = [];
	for (const key of Reflect.ownKeys(mask)) {
		if (!Object.getOwnPropertyDescriptor(raw, key)?.enumerable) throw new Error(`Unrecognized key: "${String(key)}"`);
		if (mask[key]) keys.push(key);
	}
	return keys;
}
function omit(schema, mask) {
	const currDef = schema._zod.def;
	const checks = currDef.checks;
	if (checks && checks.length > 0) throw new Error(".omit() cannot be used on object schemas containing refinements");
	const omitted = new Set(maskedKeys(schema, mask));
	const newShape = {};
	mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)).filter((key) => !omitted.has(key)));
	return clone(schema, mergeDefs(currDef, {
		shape: newShape,
		checks: []
	}));
}
function extend(schema, shape) {
	if (!isPlainObject(shape)) throw new Error("Invalid input to extend: expected a plain object");
	const checks = schema._zod.def.checks;
	if (checks && checks.length > 0) {
		const existingShape = sourceShape(schema);
		for (const key of Reflect.ownKeys(shape)) if (Object.getOwnPropertyDescriptor(existingShape, key) !== void 0) throw new Error("Cannot overwrite keys on object schemas containing refinements. Use `.safeExtend()` instead.");
	}
	return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape) }));
}
function extended(schema, shape) {
	const newShape = {};
	mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)));
	mirrorProps(newShape, shape);
	return newShape;
}
function safeExtend(schema, shape) {
	if (!isPlainObject(shape)) throw new Error("Invalid input to safeExtend: expected a plain object");
	return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape) }));
}
function merge(a, b) {
	if (!b?._zod?.def) throw new Error("Invalid input to merge: expected an object schema. To merge a plain shape, use `.extend()`.");
	if (a._zod.def.checks?.length) throw new Error(".merge() cannot be used on object schemas containing refinements. Use .safeExtend() instead.");
	const newShape = {};
	mirrorShape(newShape, a, Reflect.ownKeys(sourceShape(a)));
	mirrorShape(newShape, b, Reflect.ownKeys(sourceShape(b)));
	return clone(a, mergeDefs(a._zod.def, {
		shape: newShape,
		get catchall() {
			return b._zod.def.catchall;
		},
		checks: b._zod.def.checks ?? []
	}));
}
function partial(Class, schema, mask, name = "partial") {
	const checks = schema._zod.def.checks;
	if (checks && checks.length > 0) throw new Error(`.${name}() cannot be used on object schemas containing refinements`);
	const selected = mask ? new Set(maskedKeys(schema, mask)) : void 0;
	const newShape = {};
	mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)), Class && ((value, key) => selected && !selected.has(key) ? value : new Class({
		type: "optional",
		innerType: value
	})));
	return clone(schema, mergeDefs(schema._zod.def, {
		shape: newShape,
		checks: []
	}));
}
function required(Class, schema, mask) {
	const selected = mask ? new Set(maskedKeys(schema, mask)) : void 0;
	const newShape = {};
	mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)), (value, key) => selected && !selected.has(key) ? value : new Class({
		type: "nonoptional",
		innerType: value
	}));
	return clone(schema, mergeDefs(schema._zod.def, { shape: newShape }));
}
function aborted(x, startIndex = 0) {
	if (x.aborted === true) return true;
	for (let i = startIndex; i < x.issues.length; i++) if (x.issues[i]?.continue !== true) return true;
	return false;
}
function explicitlyAborted(x, startIndex = 0) {
	if (x.aborted === true) return true;
	for (let i = startIndex; i < x.issues.length; i++) if (x.issues[i]?.continue === false) return true;
	return false;
}
function prefixIssues(path, issues) {
	return issues.map((iss) => {
		var _a;
		(_a = iss).path ?? (_a.path = []);
		iss.path.unshift(path);
		return iss;
	});
}
function unwrapMessage(message) {
	return typeof message === "string" ? message : message?.message;
}
/** The leading size checks of `defChecks` that set an upper bound, each paired with it. */
function sizeCaps(defChecks) {
	const caps = [];
	for (const ch of defChecks ?? []) {
		const d = ch._zod.def;
		if (!/_(length|size)$|_equals$/.test(d.check)) break;
		const max = d.maximum ?? d.length ?? d.size;
		if (max >= 0) caps.push([max, ch]);
	}
	return caps;
}
function attachSchema(issues, start, inst) {
	var _a;
	for (let i = start; i < issues.length; i++) (_a = issues[i]).schema ?? (_a.schema = inst);
}
function finalizeIssue(iss, ctx, config) {
	var _a;
	const traits = iss.inst?._zod?.traits;
	if (traits?.has("$ZodType")) {
		if (traits.has("$ZodCheck")) (_a = iss).schema ?? (_a.schema = iss.inst);
		else iss.schema = iss.inst;
	}
	const schemaError = iss.schema !== iss.inst ? iss.schema?._zod.def?.error : void 0;
	const message = iss.message ? iss.message : unwrapMessage(iss.inst?._zod.def?.error?.(iss)) ?? unwrapMessage(schemaError?.(iss)) ?? unwrapMessage(ctx?.error?.(iss)) ?? unwrapMessage(config.customError?.(iss)) ?? unwrapMessage(config.localeError?.(iss)) ?? "Invalid input";
	const full = {};
	for (const k of Object.keys(iss)) {
		if (k === "inst" || k === "schema" || k === "continue" || k === "input" || k === "__proto__") continue;
		full[k] = iss[k];
	}
	full.path ?? (full.path = []);
	full.message = message;
	if (ctx?.reportInput) full.input = iss.input;
	return full;
}
function getSizableOrigin(input) {
	if (input instanceof Set) return "set";
	if (input instanceof Map) return "map";
	if (input instanceof File) return "file";
	return "unknown";
}
const highSurrogate = /[\uD800-\uDBFF]/;
function codePointLength(str) {
	const units = str.length;
	if (!highSurrogate.test(str)) return units;
	let count = units;
	for (let i = 0; i < units - 1; i++) if ((str.charCodeAt(i) & 64512) === 55296 && (str.charCodeAt(i + 1) & 64512) === 56320) {
		count--;
		i++;
	}
	return count;
}
function getLengthableOrigin(input) {
	if (Array.isArray(input)) return "array";
	if (typeof input === "string") return "string";
	return "unknown";
}
function parsedType(data) {
	const t = typeof data;
	switch (t) {
		case "number": return Number.isNaN(data) ? "nan" : "number";
		case "object": {
			if (data === null) return "null";
			if (Array.isArray(data)) return "array";
			const obj = data;
			if (obj && Object.getPrototypeOf(obj) !== Object.prototype && "constructor" in obj && obj.constructor) return obj.constructor.name;
		}
	}
	return t;
}
function issue(...args) {
	const [iss, input, inst] = args;
	if (typeof iss === "string") return {
		message: iss,
		code: "custom",
		input,
		inst
	};
	return { ...iss };
}
/**
* Installs a trait's members on its prototype. Each value builds that member for the instance on first read; the built value shadows the accessor as an own property, so a detached `const { parse } = schema` keeps working.
*
* Call this from a `proto` initializer, which runs once per prototype — never per instance.
*/
function members(proto, table) {
	for (const key in table) {
		const desc = Object.getOwnPropertyDescriptor(table, key);
		if (desc.get) Object.defineProperty(proto, key, {
			...desc,
			enumerable: false
		});
		else defineBound(proto, key, desc.value);
	}
}
/** Shadows a prototype member with an own value, so a getter that builds from the instance runs once. */
function own(inst, key, value, enumerable = true) {
	Object.defineProperty(inst, key, {
		configurable: true,
		writable: true,
		enumerable,
		value
	});
	return value;
}
/** Like {@link own}, for a member that was never an own data property and has to stay out of `Object.keys`. */
function hide(inst, key, value) {
	return own(inst, key, value, false);
}
/** Adds members a table derives from the instance: each builds on first read and shadows as own data, and assignment shadows the same way, as when these were own properties. */
/* @__NO_SIDE_EFFECTS__ */
function derived(computes, table) {
	for (const key in computes) {
		const compute = computes[key];
		Object.defineProperty(table, key, {
			configurable: true,
			enumerable: true,
			get() {
				return own(this, key, compute(this));
			},
			set(value) {
				own(this, key, value);
			}
		});
	}
	return table;
}
function defineBound(proto, key, fn) {
	Object.defineProperty(proto, key, {
		configurable: true,
		get() {
			return this == null ? fn : own(this, key, fn.bind(this));
		},
		set(value) {
			own(this, key, value);
		}
	});
}
/** Returns the prototype to install on, or `undefined` if this group is already installed on it. */
function claim(inst, sentinel) {
	const proto = Object.getPrototypeOf(inst);
	return sentinel in proto ? void 0 : proto;
}
let installing;
let broke = false;
const breaker = {
	configurable: true,
	get() {
		broke = true;
	}
};
/**
* Installs a lazily-derived internal on the `_zod` prototype of `inst`'s
* constructor, computed from the internals object itself and cached there on
* first read. One accessor per constructor rather than one per instance.
*/
function defineLazyInternal(inst, key, compute) {
	const proto = Object.getPrototypeOf(inst._zod);
	if (key in proto && installing !== inst._zod) {
		installing = void 0;
		return;
	}
	installing = inst._zod;
	Object.defineProperty(proto, key, {
		configurable: true,
		get() {
			Object.defineProperty(this, key, breaker);
			const outer = broke;
			broke = false;
			try {
				const value = compute(this);
				if (broke) delete this[key];
				else Object.defineProperty(this, key, {
					configurable: true,
					writable: true,
					value
				});
				broke = broke || outer;
				return value;
			} catch (err) {
				delete this[key];
				broke = broke || outer;
				throw err;
			}
		},
		set(value) {
			Object.defineProperty(this, key, {
				configurable: true,
				writable: true,
				value
			});
		}
	});
}
/**
* Installs `key` on `inst`'s prototype, computed by `make` on first read and cached there as an own
* data property. One accessor per constructor rather than one per instance, because an own accessor
* puts every instance after the first into v8 dictionary mode. The key doubles as the sentinel.
*/
function installLazyProp(inst, key, make, enumerable) {
	const proto = claim(inst, key);
	if (!proto) return;
	Object.defineProperty(proto, key, {
		configurable: true,
		get() {
			const desc = {
				configurable: true,
				writable: true,
				enumerable,
				value: void 0
			};
			Object.defineProperty(this, key, desc);
			desc.value = make(this);
			Object.defineProperty(this, key, desc);
			return desc.value;
		},
		set(value) {
			Object.defineProperty(this, key, {
				configurable: true,
				writable: true,
				enumerable,
				value
			});
		}
	});
}
/** Marks the thunk `_catch` synthesises for a constant catch value. `Function.length` cannot tell that thunk from a user callback — rest and defaulted parameters both report arity 0 — and a user callback reads `ctx.error`, whose issues only finalize correctly against the caller's per-parse error map. Provenance can say what arity cannot. A plain string key rather than `Symbol.for`, whose call at module scope no bundler can prove pure — the same shape that anchored `urlCanParse` into every build. */
const CONSTANT_CATCH = "~constantCatch";
/** Wraps a constant catch value in a thunk tagged with {@link CONSTANT_CATCH}. */
function constantCatch(value) {
	const fn = () => value;
	fn[CONSTANT_CATCH] = true;
	return fn;
}
// node_modules/zod/v4/core/core.js
var _a$1;
/** A special constant with type `never` */
const NEVER = /*@__PURE__*/ Object.freeze({ status: "aborted" });
const _zodDesc = {
	value: void 0,
	enumerable: false
};
let _E = "captureStackTrace" in Error ? Error : null;
function newError(Definition) {
	const E = _E;
	if (E) {
		const saved = E.stackTraceLimit;
		if (typeof saved === "number") {
			try {
				E.stackTraceLimit = 0;
			} catch {
				_E = null;
				return new Definition();
			}
			try {
				return new Definition();
			} finally {
				E.stackTraceLimit = saved;
			}
		}
	}
	return new Definition();
}
/* @__NO_SIDE_EFFECTS__ */
function $constructor(name, initializer, proto, params) {
	const zodProto = {};
	function Internals(def) {
		this.def = def;
		this.constr = _;
		this.traits = /* @__PURE__ */ new Set();
	}
	Internals.prototype = zodProto;
	const protoMembers = proto;
	const initialized = protoMembers && /* @__PURE__ */ new WeakSet();
	function init(inst, def) {
		if (!inst._zod) {
			_zodDesc.value = new Internals(def);
			try {
				Object.defineProperty(inst, "_zod", _zodDesc);
			} finally {
				_zodDesc.value = void 0;
			}
		} else if (inst._zod.traits.has(name)) return;
		inst._zod.traits.add(name);
		initializer(inst, def);
		if (initialized) {
			const own = Object.getPrototypeOf(inst);
			const ctorProto = inst._zod.constr.prototype;
			let up = own;
			while (up && up !== ctorProto) up = Object.getPrototypeOf(up);
			const target = up ?? own;
			if (!initialized.has(target)) {
				initialized.add(target);
				members(target, protoMembers);
			}
		}
		const proto = _.prototype;
		for (const k in proto) {
			if (!Object.prototype.hasOwnProperty.call(proto, k)) continue;
			if (!(k in inst)) inst[k] = proto[k].bind(inst);
		}
	}
	const Parent = params?.Parent ?? Object;
	class Definition extends Parent {}
	Object.defineProperty(Definition, "name", { value: name });
	function _(def) {
		const inst = params?.Parent ? newError(Definition) : this;
		init(inst, def);
		const deferred = inst._zod.deferred;
		if (deferred) {
			for (const fn of deferred) fn();
			inst._zod.deferred = void 0;
		}
		const pp = globalThis.__zod_globalConfig?.postProcessor;
		if (pp) pp(inst);
		return inst;
	}
	Object.defineProperty(_, "init", { value: init });
	Object.defineProperty(_, Symbol.hasInstance, { value: (inst) => {
		if (params?.Parent && inst instanceof params.Parent) return true;
		return inst?._zod?.traits?.has(name);
	} });
	Object.defineProperty(_, "name", { value: name });
	return _;
}
var $ZodAsyncError = class extends Error {
	constructor() {
		super(`Encountered Promise during synchronous parse. Use .parseAsync() instead.`);
	}
};
var $ZodEncodeError = class extends Error {
	constructor(name) {
		super(`Encountered unidirectional transform during encode: ${name}`);
		this.name = "ZodEncodeError";
	}
};
(_a$1 = globalThis).__zod_globalConfig ?? (_a$1.__zod_globalConfig = {});
const globalConfig = globalThis.__zod_globalConfig;
function config(newConfig) {
	if (newConfig) Object.assign(globalConfig, newConfig);
	return globalConfig;
}
// node_modules/zod/v4/core/errors.js
function _getMessage() {
	const internals = this._zod;
	internals.message ?? (internals.message = JSON.stringify(internals.def, jsonStringifyReplacer, 2));
	return internals.message;
}
function _setMessage(value) {
	this._zod.message = value;
}
const _messageDesc = {
	get: _getMessage,
	set: _setMessage,
	enumerable: true,
	configurable: true
};
const _issuesDesc = {
	value: void 0,
	enumerable: false
};
const _installedToString = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
const initializer$1 = (inst, def) => {
	inst.name = "$ZodError";
	_issuesDesc.value = def;
	Object.defineProperty(inst, "issues", _issuesDesc);
	_issuesDesc.value = void 0;
	Object.defineProperty(inst, "message", _messageDesc);
	const proto = Object.getPrototypeOf(inst);
	if (!_installedToString.has(proto)) {
		_installedToString.add(proto);
		Object.defineProperty(proto, "toString", {
			configurable: true,
			enumerable: false,
			get() {
				const value = () => this.message;
				Object.defineProperty(this, "toString", {
					value,
					configurable: true,
					writable: true
				});
				return value;
			},
			set(value) {
				Object.defineProperty(this, "toString", {
					value,
					configurable: true,
					writable: true
				});
			}
		});
	}
};
const $ZodError = /* @__PURE__ */ $constructor("$ZodError", initializer$1);
/** Get-or-create `obj[key]` as an own data property. A path segment naming an inherited member
* ("toString", "constructor") would otherwise read through to the prototype, and assigning
* "__proto__" would hit the setter instead of creating a key. */
function node(obj, key, make) {
	if (!Object.prototype.hasOwnProperty.call(obj, key)) {
		if (key === "__proto__") Object.defineProperty(obj, key, {
			value: make(),
			writable: true,
			enumerable: true,
			configurable: true
		});
		else obj[key] = make();
	}
	return obj[key];
}
function flattenError(error, mapper = (issue) => issue.message) {
	const fieldErrors = {};
	const formErrors = [];
	for (const sub of error.issues) if (sub.path.length > 0) node(fieldErrors, sub.path[0], () => []).push(mapper(sub));
	else formErrors.push(mapper(sub));
	return {
		formErrors,
		fieldErrors
	};
}
function formatError(error, mapper = (issue) => issue.message) {
	const fieldErrors = { _errors: [] };
	const processError = (error, path = []) => {
		for (const issue of error.issues) if (issue.code === "invalid_union" && issue.errors.length) issue.errors.map((issues) => processError({ issues }, [...path, ...issue.path]));
		else if (issue.code === "invalid_key") processError({ issues: issue.issues }, [...path, ...issue.path]);
		else if (issue.code === "invalid_element") processError({ issues: issue.issues }, [...path, ...issue.path]);
		else {
			const fullpath = [...path, ...issue.path];
			if (fullpath.length === 0) fieldErrors._errors.push(mapper(issue));
			else {
				let curr = fieldErrors;
				let i = 0;
				while (i < fullpath.length) {
					const el = fullpath[i];
					const terminal = i === fullpath.length - 1;
					if (el === "_errors") {
						if (terminal) curr._errors.push(mapper(issue));
						i++;
						continue;
					}
					if (!Object.prototype.hasOwnProperty.call(curr, el)) Object.defineProperty(curr, el, {
						value: { _errors: [] },
						enumerable: true,
						writable: true,
						configurable: true
					});
					const node = curr[el];
					if (terminal) node._errors.push(mapper(issue));
					curr = node;
					i++;
				}
			}
		}
	};
	processError(error);
	return fieldErrors;
}
// node_modules/zod/v4/core/parse.js
function finalizeParams(callee, params) {
	return {
		callee: params?.callee ?? callee,
		Err: params?.Err
	};
}
const _parse = (_Err) => {
	const fn = (schema, value, _ctx, _params) => {
		const ctx = _ctx ? {
			..._ctx,
			async: false
		} : { async: false };
		const result = schema._zod.run({
			value,
			issues: []
		}, ctx);
		if (result instanceof Promise) throw new $ZodAsyncError();
		if (result.issues.length) {
			const e = new ((_params?.Err) ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
			captureStackTrace(e, _params?.callee ?? fn);
			throw e;
		}
		return result.value;
	};
	return fn;
};
const _parseAsync = (_Err) => {
	const fn = async (schema, value, _ctx, params) => {
		const ctx = _ctx ? {
			..._ctx,
			async: true
		} : { async: true };
		let result = schema._zod.run({
			value,
			issues: []
		}, ctx);
		if (result instanceof Promise) result = await result;
		if (result.issues.length) {
			const e = new ((params?.Err) ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
			captureStackTrace(e, params?.callee ?? fn);
			throw e;
		}
		return result.value;
	};
	return fn;
};
const _safeParse = (_Err) => (schema, value, _ctx) => {
	const ctx = _ctx ? {
		..._ctx,
		async: false
	} : { async: false };
	const result = schema._zod.run({
		value,
		issues: []
	}, ctx);
	if (result instanceof Promise) throw new $ZodAsyncError();
	return result.issues.length ? failure(_Err, result.issues, ctx) : {
		success: true,
		data: result.value
	};
};
function failure(Err, issues, ctx) {
	let error;
	return {
		success: false,
		get error() {
			if (!error) {
				error = new Err(issues.map((iss) => finalizeIssue(iss, ctx, config())));
				issues = void 0;
				ctx = void 0;
			}
			return error;
		},
		set error(e) {
			error = e;
			issues = void 0;
			ctx = void 0;
		}
	};
}
const _safeParseAsync = (_Err) => async (schema, value, _ctx) => {
	const ctx = _ctx ? {
		..._ctx,
		async: true
	} : { async: true };
	let result = schema._zod.run({
		value,
		issues: []
	}, ctx);
	if (result instanceof Promise) result = await result;
	return result.issues.length ? failure(_Err, result.issues, ctx) : {
		success: true,
		data: result.value
	};
};
const COMPILE_INVALID = /* @__PURE__ */ Symbol.for("zod.compile.invalid");
const COMPILE_FALLBACK = /* @__PURE__ */ Symbol.for("zod.compile.fallback");
const validate = ((schema, value, _ctx) => {
	const validator = schema._zod.bag.validator;
	if (validator !== void 0) {
		if (validator(value) !== COMPILE_INVALID) return true;
		if (validator.definite === true && _ctx === void 0) return false;
	}
	return validateFallback(schema, value, _ctx);
});
function validateFallback(schema, value, _ctx) {
	const ctx = _ctx ? {
		..._ctx,
		async: false,
		abortEarly: true
	} : {
		async: false,
		abortEarly: true
	};
	const fallbackRun = schema._zod.bag.fallbackRun;
	let result;
	if (fallbackRun) {
		ctx[COMPILE_FALLBACK] = true;
		result = fallbackRun({
			value,
			issues: []
		}, ctx);
	} else result = schema._zod.run({
		value,
		issues: []
	}, ctx);
	if (result instanceof Promise) throw new $ZodAsyncError();
	return result.issues.length === 0;
}
const validateAsync$1 = async (schema, value, _ctx) => {
	const ctx = _ctx ? {
		..._ctx,
		async: true,
		abortEarly: true
	} : {
		async: true,
		abortEarly: true
	};
	let result = schema._zod.run({
		value,
		issues: []
	}, ctx);
	if (result instanceof Promise) result = await result;
	return result.issues.length === 0;
};
const _encode = (_Err) => {
	const parse = _parse(_Err);
	const fn = (schema, value, _ctx, _params) => {
		const ctx = _ctx ? {
			..._ctx,
			direction: "backward"
		} : { direction: "backward" };
		return parse(schema, value, ctx, finalizeParams(fn, _params));
	};
	return fn;
};
const _decode = (_Err) => {
	const parse = _parse(_Err);
	const fn = (schema, value, _ctx, _params) => {
		return parse(schema, value, _ctx, finalizeParams(fn, _params));
	};
	return fn;
};
const _encodeAsync = (_Err) => {
	const parseAsync = _parseAsync(_Err);
	const fn = async (schema, value, _ctx, _params) => {
		const ctx = _ctx ? {
			..._ctx,
			direction: "backward"
		} : { direction: "backward" };
		return await parseAsync(schema, value, ctx, finalizeParams(fn, _params));
	};
	return fn;
};
const _decodeAsync = (_Err) => {
	const parseAsync = _parseAsync(_Err);
	const fn = async (schema, value, _ctx, _params) => {
		return await parseAsync(schema, value, _ctx, finalizeParams(fn, _params));
	};
	return fn;
};
const _safeEncode = (_Err) => (schema, value, _ctx) => {
	const ctx = _ctx ? {
		..._ctx,
		direction: "backward"
	} : { direction: "backward" };
	return _safeParse(_Err)(schema, value, ctx);
};
const _safeDecode = (_Err) => (schema, value, _ctx) => {
	return _safeParse(_Err)(schema, value, _ctx);
};
const _safeEncodeAsync = (_Err) => async (schema, value, _ctx) => {
	const ctx = _ctx ? {
		..._ctx,
		direction: "backward"
	} : { direction: "backward" };
	return _safeParseAsync(_Err)(schema, value, ctx);
};
const _safeDecodeAsync = (_Err) => async (schema, value, _ctx) => {
	return _safeParseAsync(_Err)(schema, value, _ctx);
};
// node_modules/zod/v4/core/regexes.js
/**
* @deprecated CUID v1 is deprecated by its authors due to information leakage
* (timestamps embedded in the id). Use {@link cuid2} instead.
* See https://github.com/paralleldrive/cuid.
*/
const cuid = /^[cC][0-9a-z]{6,}$/;
const cuid2 = /^[0-9a-z]+$/;
const ulid = /^[0-7][0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{25}$/;
const xid = /^[0-9a-vA-V]{20}$/;
const ksuid = /^[A-Za-z0-9]{27}$/;
const nanoid = /^[a-zA-Z0-9_-]{21}$/;
function nanoidOfLength(length) {
	return new RegExp(`^[a-zA-Z0-9_-]{${length}}$`);
}
/** ISO 8601-1 duration regex. Does not support the 8601-2 extensions like negative durations or fractional/negative components. */
const duration = /^P(?:(\d+W)|(?!.*W)(?=\d|T\d)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+([.,]\d+)?S)?)?)$/;
/** A regex for any UUID-like identifier: 8-4-4-4-12 hex pattern */
const guid = /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})$/;
/** Returns a regex for validating an RFC 9562/4122 UUID.
*
* @param version Optionally specify a version 1-8. If no version is specified, all versions are supported. */
const uuid = (version) => {
	if (!version) return /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$/;
	return new RegExp(`^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-${version}[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12})$`);
};
/** Practical email validation */
const email = /^(?:[A-Za-z0-9_'+\-]+\.)*[A-Za-z0-9_'+\-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9\-]*\.)+[A-Za-z]{2,}$/;
const _emoji$1 = `^(?=[\\s\\S]*[\\p{Extended_Pictographic}\\p{Regional_Indicator}\\u20E3])[\\p{Extended_Pictographic}\\p{Emoji_Component}]+$`;
function emoji() {
	return new RegExp(_emoji$1, "u");
}
const ipv4 = /^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])$/;
const ipv6 = /^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))$/;
const cidrv4 = /^((25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\/([0-9]|[1-2][0-9]|3[0-2])$/;
const cidrv6 = /^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))\/(12[0-8]|1[01][0-9]|[1-9]?[0-9])$/;
const base64 = /^$|^(?:[0-9a-zA-Z+/]{4})*(?:(?:[0-9a-zA-Z+/]{2}==)|(?:[0-9a-zA-Z+/]{3}=))?$/;
const base64url = /^(?:[A-Za-z0-9_-]{4})*(?:[A-Za-z0-9_-]{2,3})?$/;
const httpProtocol = /^https?$/;
const e164 = /^\+[1-9]\d{6,14}$/;
const dateSource = `(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))`;
/** Anchors a pattern source. The interpolation lives here rather than at the call site because
* esbuild will not drop a `@__PURE__` call whose own argument interpolates a variable, but it
* will drop `anchor(dateSource)`. Keeping it inline pinned `date` into every bundle. */
function anchor(source) {
	return new RegExp(`^${source}$`);
}
const date = /*@__PURE__*/ anchor(dateSource);
function timeSource(args) {
	const hhmm = `(?:[01]\\d|2[0-3]):[0-5]\\d`;
	return typeof args.precision === "number" ? args.precision === -1 ? `${hhmm}` : args.precision === 0 ? `${hhmm}:[0-5]\\d` : `${hhmm}:[0-5]\\d\\.\\d{${args.precision}}` : args.seconds ? `${hhmm}:[0-5]\\d(?:\\.\\d+)?` : `${hhmm}(?::[0-5]\\d(?:\\.\\d+)?)?`;
}
function time(args) {
	return new RegExp(`^${timeSource(args)}$`);
}
function datetime(args) {
	const opts = ["Z"];
	if (args.offset) opts.push(`([+-](?:[01]\\d|2[0-3]):[0-5]\\d)`);
	const qualified = `${timeSource({
		precision: args.precision,
		seconds: true
	})}(?:${opts.join("|")})`;
	const timeRegex = args.local ? `${qualified}|${timeSource({ precision: args.precision })}` : qualified;
	return new RegExp(`^${dateSource}T(?:${timeRegex})$`);
}
const anyString = /^[\s\S]{0,}$/;
const integer = /^-?\d+$/;
const number$1 = /^-?\d+(?:\.\d+)?$/;
const boolean$1 = /^(?:true|false)$/i;
const lowercase = /^[^A-Z]*$/;
const uppercase = /^[^a-z]*$/;
// node_modules/zod/v4/core/checks.js
const $ZodCheck = /*@__PURE__*/ $constructor("$ZodCheck", (inst, def) => {
	var _a;
	inst._zod ?? (inst._zod = {});
	inst._zod.def = def;
	(_a = inst._zod).onattach ?? (_a.onattach = []);
});
/** Default `when` for size-based checks: run only on non-nullish values with a `size`. */
const _whenHasSize = (payload) => {
	const val = payload.value;
	return !nullish(val) && val.size !== void 0;
};
/** Default `when` for length-based checks: run only on non-nullish values with a `length`. */
const _whenHasLength = (payload) => {
	const val = payload.value;
	return !nullish(val) && val.length !== void 0;
};
const numericOriginMap = {
	number: "number",
	bigint: "bigint",
	object: "date"
};
const $ZodCheckLessThan = /*@__PURE__*/ $constructor("$ZodCheckLessThan", (inst, def) => {
	$ZodCheck.init(inst, def);
	const origin = numericOriginMap[typeof def.value];
	inst._zod.check = (payload) => {
		if (def.inclusive ? payload.value <= def.value : payload.value < def.value) return;
		payload.issues.push({
			origin: numericOriginMap[typeof payload.value] ?? origin,
			code: "too_big",
			maximum: typeof def.value === "object" ? def.value.getTime() : def.value,
			input: payload.value,
			inclusive: def.inclusive,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckGreaterThan = /*@__PURE__*/ $constructor("$ZodCheckGreaterThan", (inst, def) => {
	$ZodCheck.init(inst, def);
	const origin = numericOriginMap[typeof def.value];
	inst._zod.check = (payload) => {
		if (def.inclusive ? payload.value >= def.value : payload.value > def.value) return;
		payload.issues.push({
			origin: numericOriginMap[typeof payload.value] ?? origin,
			code: "too_small",
			minimum: typeof def.value === "object" ? def.value.getTime() : def.value,
			input: payload.value,
			inclusive: def.inclusive,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckMultipleOf = /*@__PURE__*/ $constructor("$ZodCheckMultipleOf", (inst, def) => {
	$ZodCheck.init(inst, def);
	inst._zod.check = (payload) => {
		if (typeof payload.value !== typeof def.value) throw new Error("Cannot mix number and bigint in multiple_of check.");
		if (typeof payload.value === "bigint" ? def.value !== BigInt(0) && payload.value % def.value === BigInt(0) : floatSafeRemainder(payload.value, def.value) === 0) return;
		payload.issues.push({
			origin: typeof payload.value,
			code: "not_multiple_of",
			divisor: def.value,
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckNumberFormat = /*@__PURE__*/ $constructor("$ZodCheckNumberFormat", (inst, def) => {
	$ZodCheck.init(inst, def);
	def.format = def.format || "float64";
	const isInt = def.format?.includes("int");
	const origin = isInt ? "int" : "number";
	const [minimum, maximum] = NUMBER_FORMAT_RANGES[def.format];
	inst._zod.check = (payload) => {
		const input = payload.value;
		if (isInt) {
			if (!Number.isInteger(input)) {
				payload.issues.push({
					expected: origin,
					format: def.format,
					code: "invalid_type",
					continue: false,
					input,
					inst
				});
				return;
			}
			if (!Number.isSafeInteger(input)) {
				if (input > 0) payload.issues.push({
					input,
					code: "too_big",
					maximum: Number.MAX_SAFE_INTEGER,
					note: "Integers must be within the safe integer range.",
					inst,
					origin,
					inclusive: true,
					continue: !def.abort
				});
				else payload.issues.push({
					input,
					code: "too_small",
					minimum: Number.MIN_SAFE_INTEGER,
					note: "Integers must be within the safe integer range.",
					inst,
					origin,
					inclusive: true,
					continue: !def.abort
				});
				return;
			}
		}
		if (input < minimum) payload.issues.push({
			origin: "number",
			input,
			code: "too_small",
			minimum,
			inclusive: true,
			inst,
			continue: !def.abort
		});
		if (input > maximum) payload.issues.push({
			origin: "number",
			input,
			code: "too_big",
			maximum,
			inclusive: true,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckMaxSize = /*@__PURE__*/ $constructor("$ZodCheckMaxSize", (inst, def) => {
	var _a;
	$ZodCheck.init(inst, def);
	(_a = inst._zod.def).when ?? (_a.when = _whenHasSize);
	inst._zod.check = (payload) => {
		const input = payload.value;
		if (input.size <= def.maximum) return;
		payload.issues.push({
			origin: getSizableOrigin(input),
			code: "too_big",
			maximum: def.maximum,
			inclusive: true,
			input,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckMinSize = /*@__PURE__*/ $constructor("$ZodCheckMinSize", (inst, def) => {
	var _a;
	$ZodCheck.init(inst, def);
	(_a = inst._zod.def).when ?? (_a.when = _whenHasSize);
	inst._zod.check = (payload) => {
		const input = payload.value;
		if (input.size >= def.minimum) return;
		payload.issues.push({
			origin: getSizableOrigin(input),
			code: "too_small",
			minimum: def.minimum,
			inclusive: true,
			input,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckSizeEquals = /*@__PURE__*/ $constructor("$ZodCheckSizeEquals", (inst, def) => {
	var _a;
	$ZodCheck.init(inst, def);
	(_a = inst._zod.def).when ?? (_a.when = _whenHasSize);
	inst._zod.check = (payload) => {
		const input = payload.value;
		const size = input.size;
		if (size === def.size) return;
		const tooBig = size > def.size;
		payload.issues.push({
			origin: getSizableOrigin(input),
			...tooBig ? {
				code: "too_big",
				maximum: def.size
			} : {
				code: "too_small",
				minimum: def.size
			},
			inclusive: true,
			exact: true,
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckMaxLength = /*@__PURE__*/ $constructor("$ZodCheckMaxLength", (inst, def) => {
	var _a;
	$ZodCheck.init(inst, def);
	(_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
	inst._zod.check = (payload) => {
		const input = payload.value;
		const units = input.length;
		if ((typeof input === "string" && units > def.maximum ? codePointLength(input) : units) <= def.maximum) return;
		const origin = getLengthableOrigin(input);
		payload.issues.push({
			origin,
			code: "too_big",
			maximum: def.maximum,
			inclusive: true,
			input,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckMinLength = /*@__PURE__*/ $constructor("$ZodCheckMinLength", (inst, def) => {
	var _a;
	$ZodCheck.init(inst, def);
	(_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
	inst._zod.check = (payload) => {
		const input = payload.value;
		const units = input.length;
		if ((typeof input === "string" && units >= def.minimum && units < def.minimum * 2 ? codePointLength(input) : units) >= def.minimum) return;
		const origin = getLengthableOrigin(input);
		payload.issues.push({
			origin,
			code: "too_small",
			minimum: def.minimum,
			inclusive: true,
			input,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckLengthEquals = /*@__PURE__*/ $constructor("$ZodCheckLengthEquals", (inst, def) => {
	var _a;
	$ZodCheck.init(inst, def);
	(_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
	inst._zod.check = (payload) => {
		const input = payload.value;
		const units = input.length;
		const length = typeof input === "string" && units >= def.length && units <= def.length * 2 ? codePointLength(input) : units;
		if (length === def.length) return;
		const origin = getLengthableOrigin(input);
		const tooBig = length > def.length;
		payload.issues.push({
			origin,
			...tooBig ? {
				code: "too_big",
				maximum: def.length
			} : {
				code: "too_small",
				minimum: def.length
			},
			inclusive: true,
			exact: true,
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckStringFormat = /*@__PURE__*/ $constructor("$ZodCheckStringFormat", (inst, def) => {
	var _a, _b;
	$ZodCheck.init(inst, def);
	if (def.pattern) (_a = inst._zod).check ?? (_a.check = (payload) => {
		def.pattern.lastIndex = 0;
		if (def.pattern.test(payload.value)) return;
		payload.issues.push({
			origin: "string",
			code: "invalid_format",
			format: def.format,
			input: payload.value,
			...def.pattern ? { pattern: def.pattern.toString() } : {},
			inst,
			continue: !def.abort
		});
	});
	else (_b = inst._zod).check ?? (_b.check = () => {});
});
const $ZodCheckRegex = /*@__PURE__*/ $constructor("$ZodCheckRegex", (inst, def) => {
	$ZodCheckStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		def.pattern.lastIndex = 0;
		if (def.pattern.test(payload.value)) return;
		payload.issues.push({
			origin: "string",
			code: "invalid_format",
			format: "regex",
			input: payload.value,
			pattern: def.pattern.toString(),
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckLowerCase = /*@__PURE__*/ $constructor("$ZodCheckLowerCase", (inst, def) => {
	def.pattern ?? (def.pattern = lowercase);
	$ZodCheckStringFormat.init(inst, def);
});
const $ZodCheckUpperCase = /*@__PURE__*/ $constructor("$ZodCheckUpperCase", (inst, def) => {
	def.pattern ?? (def.pattern = uppercase);
	$ZodCheckStringFormat.init(inst, def);
});
const $ZodCheckIncludes = /*@__PURE__*/ $constructor("$ZodCheckIncludes", (inst, def) => {
	$ZodCheck.init(inst, def);
	const escapedRegex = escapeRegex(def.includes);
	def.pattern = new RegExp(typeof def.position === "number" ? `^.{${def.position},}${escapedRegex}` : escapedRegex);
	inst._zod.check = (payload) => {
		if (payload.value.includes(def.includes, def.position)) return;
		payload.issues.push({
			origin: "string",
			code: "invalid_format",
			format: "includes",
			includes: def.includes,
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckStartsWith = /*@__PURE__*/ $constructor("$ZodCheckStartsWith", (inst, def) => {
	$ZodCheck.init(inst, def);
	const pattern = new RegExp(`^${escapeRegex(def.prefix)}.*`);
	def.pattern ?? (def.pattern = pattern);
	inst._zod.check = (payload) => {
		if (payload.value.startsWith(def.prefix)) return;
		payload.issues.push({
			origin: "string",
			code: "invalid_format",
			format: "starts_with",
			prefix: def.prefix,
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckEndsWith = /*@__PURE__*/ $constructor("$ZodCheckEndsWith", (inst, def) => {
	$ZodCheck.init(inst, def);
	const pattern = new RegExp(`.*${escapeRegex(def.suffix)}$`);
	def.pattern ?? (def.pattern = pattern);
	inst._zod.check = (payload) => {
		if (payload.value.endsWith(def.suffix)) return;
		payload.issues.push({
			origin: "string",
			code: "invalid_format",
			format: "ends_with",
			suffix: def.suffix,
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckOverwrite = /*@__PURE__*/ $constructor("$ZodCheckOverwrite", (inst, def) => {
	$ZodCheck.init(inst, def);
	inst._zod.check = (payload) => {
		payload.value = def.tx(payload.value);
	};
});
// node_modules/zod/v4/core/doc.js
var Doc = class {
	constructor(args = [], closed = {}) {
		this.content = [];
		this.indent = 0;
		this.args = args;
		this.closed = closed;
	}
	indented(fn) {
		this.indent += 1;
		try {
			fn(this);
		} finally {
			this.indent -= 1;
		}
	}
	write(arg) {
		if (typeof arg === "function") {
			arg(this, { execution: "sync" });
			arg(this, { execution: "async" });
			return;
		}
		const lines = arg.split("\n").filter((x) => x);
		const minIndent = Math.min(...lines.map((x) => x.length - x.trimStart().length));
		const dedented = lines.map((x) => x.slice(minIndent)).map((x) => " ".repeat(this.indent * 2) + x);
		for (const line of dedented) this.content.push(line);
	}
	compile() {
		const F = Function;
		const content = this?.content ?? [``];
		return new F(...Object.keys(this.closed), `return function (${this.args.join(", ")}) {\n${content.join("\n")}\n};`)(...Object.values(this.closed));
	}
};
// node_modules/zod/v4/core/versions.js
const version = {
	major: 4,
	minor: 6,
	patch: 7
};
// node_modules/zod/v4/core/schemas.js
const $ZodType = /*@__PURE__*/ $constructor("$ZodType", (inst, def) => {
	var _a;
	inst ?? (inst = {});
	inst._zod.def = def;
	inst._zod.bag = inst._zod.bag || {};
	inst._zod.version = version;
	const defChecks = inst._zod.def.checks;
	const checks = inst._zod.traits.has("$ZodCheck") ? [inst, ...defChecks ?? []] : defChecks?.length ? [...defChecks] : [];
	for (const ch of checks) for (const fn of ch._zod.onattach) fn(inst);
	if (checks.length === 0) {
		(_a = inst._zod).deferred ?? (_a.deferred = []);
		inst._zod.deferred?.push(() => {
			inst._zod.run = inst._zod.parse;
		});
	} else {
		const runChecks = (payload, checks, ctx) => {
			if (payload.memo) return payload;
			let isAborted = aborted(payload);
			let asyncResult;
			for (const ch of checks) {
				if (ch._zod.def.when) {
					if (explicitlyAborted(payload)) continue;
					if (!ch._zod.def.when(payload)) continue;
				} else if (isAborted) continue;
				const currLen = payload.issues.length;
				const _ = ch._zod.check(payload);
				if (_ instanceof Promise && ctx?.async === false) throw new $ZodAsyncError();
				if (asyncResult || _ instanceof Promise) asyncResult = (asyncResult ?? Promise.resolve()).then(async () => {
					await _;
					if (payload.issues.length === currLen) return;
					attachSchema(payload.issues, currLen, inst);
					if (!isAborted) isAborted = aborted(payload, currLen);
				});
				else {
					if (payload.issues.length === currLen) continue;
					attachSchema(payload.issues, currLen, inst);
					if (!isAborted) isAborted = aborted(payload, currLen);
				}
			}
			if (asyncResult) return asyncResult.then(() => {
				return payload;
			});
			return payload;
		};
		const handleCanaryResult = (canary, payload, ctx) => {
			if (aborted(canary)) {
				canary.aborted = true;
				return canary;
			}
			const checkResult = runChecks(payload, checks, ctx);
			if (checkResult instanceof Promise) {
				if (ctx.async === false) throw new $ZodAsyncError();
				return checkResult.then((checkResult) => inst._zod.parse(checkResult, ctx));
			}
			return inst._zod.parse(checkResult, ctx);
		};
		inst._zod.run = (payload, ctx) => {
			if (ctx.skipChecks) return inst._zod.parse(payload, ctx);
			if (ctx.direction === "backward") {
				const canary = inst._zod.parse({
					value: payload.value,
					issues: []
				}, {
					...ctx,
					skipChecks: true
				});
				if (canary instanceof Promise) return canary.then((canary) => {
					return handleCanaryResult(canary, payload, ctx);
				});
				return handleCanaryResult(canary, payload, ctx);
			}
			const result = inst._zod.parse(payload, ctx);
			if (result instanceof Promise) {
				if (ctx.async === false) throw new $ZodAsyncError();
				return result.then((result) => runChecks(result, checks, ctx));
			}
			return runChecks(result, checks, ctx);
		};
	}
}, {
	get "~standard"() {
		return hide(this, "~standard", standardProps(this));
	},
	set "~standard"(value) {
		own(this, "~standard", value);
	}
});
/** The Standard Schema surface for `inst`. Shared so wrappers can extend it without forcing it. */
const toStandardResult = (r, ctx) => r.issues.length ? { issues: r.issues.map((iss) => finalizeIssue(iss, ctx, config())) } : { value: r.value };
async function validateAsync(inst, value) {
	const ctx = { async: true };
	return toStandardResult(await inst._zod.run({
		value,
		issues: []
	}, ctx), ctx);
}
function standardProps(inst) {
	return {
		validate: (value) => {
			const ctx = { async: false };
			try {
				const r = inst._zod.run({
					value,
					issues: []
				}, ctx);
				if (!(r instanceof Promise)) return toStandardResult(r, ctx);
			} catch (_) {}
			return validateAsync(inst, value);
		},
		vendor: "zod",
		version: 1
	};
}
const $ZodString = /*@__PURE__*/ $constructor("$ZodString", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.pattern = def.pattern ?? anyString;
	inst._zod.parse = (payload, _) => {
		if (def.coerce) try {
			payload.value = String(payload.value);
		} catch (_) {}
		if (typeof payload.value === "string") return payload;
		payload.issues.push({
			expected: "string",
			code: "invalid_type",
			input: payload.value,
			inst
		});
		return payload;
	};
});
const $ZodStringFormat = /*@__PURE__*/ $constructor("$ZodStringFormat", (inst, def) => {
	$ZodCheckStringFormat.init(inst, def);
	$ZodString.init(inst, def);
});
const $ZodGUID = /*@__PURE__*/ $constructor("$ZodGUID", (inst, def) => {
	def.pattern ?? (def.pattern = guid);
	$ZodStringFormat.init(inst, def);
});
const $ZodUUID = /*@__PURE__*/ $constructor("$ZodUUID", (inst, def) => {
	if (def.version) {
		const v = {
			v1: 1,
			v2: 2,
			v3: 3,
			v4: 4,
			v5: 5,
			v6: 6,
			v7: 7,
			v8: 8
		}[def.version];
		if (v === void 0) throw new Error(`Invalid UUID version: "${def.version}"`);
		def.pattern ?? (def.pattern = uuid(v));
	} else def.pattern ?? (def.pattern = uuid());
	$ZodStringFormat.init(inst, def);
});
const $ZodEmail = /*@__PURE__*/ $constructor("$ZodEmail", (inst, def) => {
	def.pattern ?? (def.pattern = email);
	$ZodStringFormat.init(inst, def);
});
function canParseURL(input) {
	try {
		if (typeof URL !== "undefined" && typeof URL.canParse === "function") return URL.canParse(input);
		new URL(input);
		return true;
	} catch {
		return false;
	}
}
function validateURL(trimmed, def) {
	if (!("normalize" in def) && !("hostname" in def) && !("protocol" in def)) return canParseURL(trimmed) || 2;
	return parseURLObject(trimmed, def);
}
/** Parses a URL while preserving the non-normalizing HTTP guard. */
function parseURLObject(trimmed, def) {
	if (!def.normalize && def.protocol?.source === httpProtocol.source && !/^https?:\/\//i.test(trimmed)) return 1;
	try {
		if (typeof URL !== "undefined") {
			const URLStatic = URL;
			if (typeof URLStatic.parse === "function") return URLStatic.parse(trimmed) ?? 2;
		}
		return new URL(trimmed);
	} catch {
		return 2;
	}
}
const asciiTabOrNewline = /[\t\n\r]/g;
/** The URL parser deletes every ASCII tab, LF and CR from its input before it parses, so `new URL("https://exa\nmple.com")` reports on `example.com`. Applying the same deletion to the returned value closes the half of that divergence which can move the host; the parser's other rewrite, stripping C0 controls at the edges, cannot. */
function stripTabAndNewline(value) {
	return value.replace(asciiTabOrNewline, "");
}
function urlHostnameOk(url, hostname) {
	hostname.lastIndex = 0;
	return hostname.test(url.hostname);
}
function urlProtocolOk(url, protocol) {
	protocol.lastIndex = 0;
	return protocol.test(url.protocol.endsWith(":") ? url.protocol.slice(0, -1) : url.protocol);
}
const $ZodURL = /*@__PURE__*/ $constructor("$ZodURL", (inst, def) => {
	$ZodStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		try {
			const trimmed = payload.value.trim();
			const url = validateURL(trimmed, def);
			if (url === 1) {
				payload.issues.push({
					code: "invalid_format",
					format: "url",
					note: "Invalid URL format",
					input: payload.value,
					inst,
					continue: !def.abort
				});
				return;
			}
			if (url === 2) {
				payload.issues.push({
					code: "invalid_format",
					format: "url",
					input: payload.value,
					inst,
					continue: !def.abort
				});
				return;
			}
			if (url === true) {
				payload.value = stripTabAndNewline(trimmed);
				return;
			}
			if (def.hostname && !urlHostnameOk(url, def.hostname)) payload.issues.push({
				code: "invalid_format",
				format: "url",
				note: "Invalid hostname",
				pattern: def.hostname.source,
				input: payload.value,
				inst,
				continue: !def.abort
			});
			if (def.protocol && !urlProtocolOk(url, def.protocol)) payload.issues.push({
				code: "invalid_format",
				format: "url",
				note: "Invalid protocol",
				pattern: def.protocol.source,
				input: payload.value,
				inst,
				continue: !def.abort
			});
			payload.value = def.normalize ? url.href : stripTabAndNewline(trimmed);
			return;
		} catch (_) {
			payload.issues.push({
				code: "invalid_format",
				format: "url",
				input: payload.value,
				inst,
				continue: !def.abort
			});
		}
	};
});
const $ZodEmoji = /*@__PURE__*/ $constructor("$ZodEmoji", (inst, def) => {
	def.pattern ?? (def.pattern = emoji());
	$ZodStringFormat.init(inst, def);
});
const $ZodNanoID = /*@__PURE__*/ $constructor("$ZodNanoID", (inst, def) => {
	if (def.length !== void 0 && (!Number.isInteger(def.length) || def.length < 1)) throw new Error(`Invalid nanoid length: ${def.length}`);
	def.pattern ?? (def.pattern = def.length === void 0 ? nanoid : nanoidOfLength(def.length));
	$ZodStringFormat.init(inst, def);
});
/**
* @deprecated CUID v1 is deprecated by its authors due to information leakage
* (timestamps embedded in the id). Use {@link $ZodCUID2} instead.
* See https://github.com/paralleldrive/cuid.
*/
const $ZodCUID = /*@__PURE__*/ $constructor("$ZodCUID", (inst, def) => {
	def.pattern ?? (def.pattern = cuid);
	$ZodStringFormat.init(inst, def);
});
const $ZodCUID2 = /*@__PURE__*/ $constructor("$ZodCUID2", (inst, def) => {
	def.pattern ?? (def.pattern = cuid2);
	$ZodStringFormat.init(inst, def);
});
const $ZodULID = /*@__PURE__*/ $constructor("$ZodULID", (inst, def) => {
	def.pattern ?? (def.pattern = ulid);
	$ZodStringFormat.init(inst, def);
});
const $ZodXID = /*@__PURE__*/ $constructor("$ZodXID", (inst, def) => {
	def.pattern ?? (def.pattern = xid);
	$ZodStringFormat.init(inst, def);
});
const $ZodKSUID = /*@__PURE__*/ $constructor("$ZodKSUID", (inst, def) => {
	def.pattern ?? (def.pattern = ksuid);
	$ZodStringFormat.init(inst, def);
});
const $ZodISODateTime = /*@__PURE__*/ $constructor("$ZodISODateTime", (inst, def) => {
	def.pattern ?? (def.pattern = datetime(def));
	$ZodStringFormat.init(inst, def);
});
const $ZodISODate = /*@__PURE__*/ $constructor("$ZodISODate", (inst, def) => {
	def.pattern ?? (def.pattern = date);
	$ZodStringFormat.init(inst, def);
});
const $ZodISOTime = /*@__PURE__*/ $constructor("$ZodISOTime", (inst, def) => {
	def.pattern ?? (def.pattern = time(def));
	$ZodStringFormat.init(inst, def);
});
const $ZodISODuration = /*@__PURE__*/ $constructor("$ZodISODuration", (inst, def) => {
	def.pattern ?? (def.pattern = duration);
	$ZodStringFormat.init(inst, def);
});
const $ZodIPv4 = /*@__PURE__*/ $constructor("$ZodIPv4", (inst, def) => {
	def.pattern ?? (def.pattern = ipv4);
	$ZodStringFormat.init(inst, def);
});
/** An IPv6 address is written with hex digits, colons and dots, and nothing else. The guard is what makes the check below an IPv6 check: `new URL("http://[...]")` parses an authority, not an address, so `@` and `\` re-delimit it and `"::@1\\"` validates against the host `0.0.0.1`. The URL parser also deletes ASCII tab, LF and CR rather than failing, which is how `"::1\n"` validated as `::1`. */
const ipv6Alphabet = /^[0-9a-fA-F:.]+$/;
function isValidIPv6(value) {
	if (!ipv6Alphabet.test(value)) return false;
	return canParseURL(`http://[${value}]`);
}
const $ZodIPv6 = /*@__PURE__*/ $constructor("$ZodIPv6", (inst, def) => {
	def.pattern ?? (def.pattern = ipv6);
	$ZodStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		if (!isValidIPv6(payload.value)) payload.issues.push({
			code: "invalid_format",
			format: "ipv6",
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCIDRv4 = /*@__PURE__*/ $constructor("$ZodCIDRv4", (inst, def) => {
	def.pattern ?? (def.pattern = cidrv4);
	$ZodStringFormat.init(inst, def);
});
function isValidCIDRv6(value) {
	const parts = value.split("/");
	if (parts.length !== 2) return false;
	const [address, prefix] = parts;
	if (!prefix) return false;
	const prefixNum = Number(prefix);
	if (`${prefixNum}` !== prefix) return false;
	if (prefixNum < 0 || prefixNum > 128) return false;
	return isValidIPv6(address);
}
const $ZodCIDRv6 = /*@__PURE__*/ $constructor("$ZodCIDRv6", (inst, def) => {
	def.pattern ?? (def.pattern = cidrv6);
	$ZodStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		if (!isValidCIDRv6(payload.value)) payload.issues.push({
			code: "invalid_format",
			format: "cidrv6",
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
function isValidBase64(data) {
	if (data === "") return true;
	if (/\s/.test(data)) return false;
	if (data.length % 4 !== 0) return false;
	try {
		atob(data);
		return true;
	} catch {
		return false;
	}
}
const base64Charset = /^[0-9a-zA-Z+/]*={0,2}$/;
const $ZodBase64 = /*@__PURE__*/ $constructor("$ZodBase64", (inst, def) => {
	def.pattern ?? (def.pattern = base64Charset);
	$ZodStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		if (isValidBase64(payload.value)) return;
		payload.issues.push({
			code: "invalid_format",
			format: "base64",
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const base64urlCharset = /^[A-Za-z0-9_-]*$/;
function isValidBase64URL(data) {
	if (!base64urlCharset.test(data)) return false;
	const base64 = data.replace(/[-_]/g, (c) => c === "-" ? "+" : "/");
	return isValidBase64(base64.padEnd(Math.ceil(base64.length / 4) * 4, "="));
}
const $ZodBase64URL = /*@__PURE__*/ $constructor("$ZodBase64URL", (inst, def) => {
	def.pattern ?? (def.pattern = base64urlCharset);
	$ZodStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		if (isValidBase64URL(payload.value)) return;
		payload.issues.push({
			code: "invalid_format",
			format: "base64url",
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodE164 = /*@__PURE__*/ $constructor("$ZodE164", (inst, def) => {
	def.pattern ?? (def.pattern = e164);
	$ZodStringFormat.init(inst, def);
});
function isValidJWT(token, algorithm = null) {
	try {
		const tokensParts = token.split(".");
		if (tokensParts.length !== 3) return false;
		const [header] = tokensParts;
		if (!header) return false;
		const parsedHeader = JSON.parse(atob(header));
		if ("typ" in parsedHeader && parsedHeader?.typ !== "JWT") return false;
		if (!parsedHeader.alg) return false;
		if (algorithm && (!("alg" in parsedHeader) || parsedHeader.alg !== algorithm)) return false;
		return true;
	} catch {
		return false;
	}
}
const $ZodJWT = /*@__PURE__*/ $constructor("$ZodJWT", (inst, def) => {
	$ZodStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		if (isValidJWT(payload.value, def.alg)) return;
		payload.issues.push({
			code: "invalid_format",
			format: "jwt",
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodNumber = /*@__PURE__*/ $constructor("$ZodNumber", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.pattern = number$1;
	inst._zod.parse = (payload, _ctx) => {
		if (def.coerce) try {
			payload.value = Number(payload.value);
		} catch (_) {}
		const input = payload.value;
		if (typeof input === "number" && !Number.isNaN(input) && Number.isFinite(input)) return payload;
		const received = typeof input === "number" ? Number.isNaN(input) ? "NaN" : !Number.isFinite(input) ? String(input) : void 0 : void 0;
		payload.issues.push({
			expected: "number",
			code: "invalid_type",
			input,
			inst,
			...received ? { received } : {}
		});
		return payload;
	};
});
const $ZodNumberFormat = /*@__PURE__*/ $constructor("$ZodNumberFormat", (inst, def) => {
	$ZodCheckNumberFormat.init(inst, def);
	$ZodNumber.init(inst, def);
});
const $ZodBoolean = /*@__PURE__*/ $constructor("$ZodBoolean", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.pattern = boolean$1;
	inst._zod.parse = (payload, _ctx) => {
		if (def.coerce) try {
			payload.value = Boolean(payload.value);
		} catch (_) {}
		const input = payload.value;
		if (typeof input === "boolean") return payload;
		payload.issues.push({
			expected: "boolean",
			code: "invalid_type",
			input,
			inst
		});
		return payload;
	};
});
const $ZodUnknown = /*@__PURE__*/ $constructor("$ZodUnknown", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.parse = (payload) => payload;
});
const $ZodNever = /*@__PURE__*/ $constructor("$ZodNever", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.parse = (payload, _ctx) => {
		payload.issues.push({
			expected: "never",
			code: "invalid_type",
			input: payload.value,
			inst
		});
		return payload;
	};
});
function capSize(inst, size) {
	const caps = sizeCaps(inst._zod.def.checks);
	if (!caps.length) return;
	const cap = Math.min(...caps.map((c) => c[0]));
	const parse = inst._zod.parse;
	inst._zod.parse = (payload, ctx) => {
		const n = size(payload.value);
		if (n > cap && !ctx?.skipChecks && ctx?.direction !== "backward") {
			for (const [max, ch] of sizeCaps(inst._zod.def.checks)) if (n > max && ch._zod.def.when(payload)) {
				const start = payload.issues.length;
				ch._zod.check(payload);
				payload.issues[start].continue = false;
				attachSchema(payload.issues, start, inst);
				return payload;
			}
		}
		return parse(payload, ctx);
	};
}
const arraySize = (input) => Array.isArray(input) ? input.length : -1;
const mapSize = (input) => input instanceof Map ? input.size : -1;
function handleArrayResult(result, final, index) {
	if (result.issues.length) final.issues.push(...prefixIssues(index, result.issues));
	final.value[index] = result.value;
}
const $ZodArray = /*@__PURE__*/ $constructor("$ZodArray", (inst, def) => {
	$ZodType.init(inst, def);
	const memo = globalConfig.memoizer;
	memo?.attach(inst);
	inst._zod.parse = (payload, ctx) => {
		const input = payload.value;
		if (!Array.isArray(input)) {
			payload.issues.push({
				expected: "array",
				code: "invalid_type",
				input,
				inst
			});
			return payload;
		}
		payload.value = memo ? memo.alloc(inst, payload, Array(input.length), ctx) : Array(input.length);
		const proms = [];
		const abortEarly = ctx?.abortEarly;
		for (let i = 0; i < input.length; i++) {
			const item = input[i];
			const result = def.element._zod.run({
				value: item,
				issues: []
			}, ctx);
			if (result instanceof Promise) proms.push(result.then((result) => handleArrayResult(result, payload, i)));
			else {
				handleArrayResult(result, payload, i);
				if (abortEarly && result.issues.length !== 0 && aborted(result)) break;
			}
		}
		if (proms.length) return Promise.all(proms).then(() => payload);
		return payload;
	};
	capSize(inst, arraySize);
});
function handlePropertyResult(result, final, key, input, optin, optout) {
	const isPresent = key in input;
	const isOptionalOut = optout === "optional";
	if (!isPresent && isOptionalOut && optin === "optional") return;
	if (result.issues.length) {
		if (optin !== void 0 && isOptionalOut && !isPresent) return;
		final.issues.push(...prefixIssues(key, result.issues));
	}
	if (!isPresent && optin === void 0) {
		if (!result.issues.length) final.issues.push({
			code: "invalid_type",
			expected: "nonoptional",
			input: void 0,
			path: [key]
		});
		return;
	}
	if (result.value === void 0) {
		if (isPresent || optin === "defaulted" && !isOptionalOut) final.value[key] = void 0;
	} else final.value[key] = result.value;
}
const NO_SYMBOL_KEYS = [];
function normalizeDef(def) {
	const keys = Object.keys(def.shape);
	const ownSymbols = Object.getOwnPropertySymbols(def.shape);
	const symbolKeys = ownSymbols.length ? ownSymbols : NO_SYMBOL_KEYS;
	const allKeys = symbolKeys.length ? [...keys, ...symbolKeys] : keys;
	for (const k of allKeys) if (!def.shape?.[k]?._zod?.traits?.has("$ZodType")) throw new Error(`Invalid element at key "${String(k)}": expected a Zod schema`);
	const okeys = optionalKeys(def.shape);
	return {
		...def,
		allKeys,
		symbolKeys,
		keySet: new Set(keys),
		numKeys: keys.length,
		optionalKeys: new Set(okeys)
	};
}
function handleCatchall(proms, input, payload, ctx, def, inst, abortEarly) {
	const unrecognized = [];
	const keySet = def.keySet;
	const _catchall = def.catchall._zod;
	const t = _catchall.def.type;
	const optin = _catchall.optin;
	const optout = _catchall.optout;
	let seen = 0;
	for (const key in input) {
		if (abortEarly && payload.issues.length !== seen) {
			if (aborted(payload, seen)) break;
			seen = payload.issues.length;
		}
		if (keySet.has(key)) continue;
		if (key === "__proto__") {
			if (t === "never") unrecognized.push(key);
			continue;
		}
		if (t === "never") {
			unrecognized.push(key);
			continue;
		}
		const r = _catchall.run({
			value: input[key],
			issues: []
		}, ctx);
		if (r instanceof Promise) proms.push(r.then((r) => handlePropertyResult(r, payload, key, input, optin, optout)));
		else handlePropertyResult(r, payload, key, input, optin, optout);
	}
	if (unrecognized.length) payload.issues.push({
		code: "unrecognized_keys",
		keys: unrecognized,
		input,
		inst,
		continue: true
	});
	if (!proms.length) return payload;
	return Promise.all(proms).then(() => {
		return payload;
	});
}
const $ZodObject = /*@__PURE__*/ $constructor("$ZodObject", (inst, def) => {
	$ZodType.init(inst, def);
	const desc = Object.getOwnPropertyDescriptor(def, "shape");
	const sh = desc?.get ? desc.get.raw : def.shape ?? {};
	if (sh) {
		const get = () => {
			const newSh = { ...sh };
			Object.defineProperty(def, "shape", { value: newSh });
			get.raw = newSh;
			return newSh;
		};
		get.raw = sh;
		Object.defineProperty(def, "shape", { get });
	}
	const _normalized = cached(() => normalizeDef(def));
	defineLazyInternal(inst, "propValues", (zod) => {
		const shape = zod.def.shape;
		const propValues = {};
		for (const key in shape) {
			const field = shape[key]._zod;
			if (field.values) {
				if (!Object.prototype.hasOwnProperty.call(propValues, key)) assignProp(propValues, key, /* @__PURE__ */ new Set());
				for (const v of field.values) propValues[key].add(v);
				if (field.optin !== void 0) propValues[key].add(void 0);
			}
		}
		return propValues;
	});
	const isObject$1 = isObject;
	const catchall = def.catchall;
	let value;
	const memo = globalConfig.memoizer;
	memo?.attach(inst);
	inst._zod.parse = (payload, ctx) => {
		value ?? (value = _normalized.value);
		const input = payload.value;
		if (!isObject$1(input)) {
			payload.issues.push({
				expected: "object",
				code: "invalid_type",
				input,
				inst
			});
			return payload;
		}
		payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
		const proms = [];
		const shape = value.shape;
		const abortEarly = ctx?.abortEarly;
		let seen = payload.issues.length;
		for (const key of value.allKeys) {
			if (abortEarly && payload.issues.length !== seen) {
				if (aborted(payload, seen)) break;
				seen = payload.issues.length;
			}
			if (key === "__proto__") continue;
			const el = shape[key];
			const optin = el._zod.optin;
			const optout = el._zod.optout;
			const r = el._zod.run({
				value: input[key],
				issues: []
			}, ctx);
			if (r instanceof Promise) proms.push(r.then((r) => handlePropertyResult(r, payload, key, input, optin, optout)));
			else handlePropertyResult(r, payload, key, input, optin, optout);
		}
		if (!catchall) return proms.length ? Promise.all(proms).then(() => payload) : payload;
		return handleCatchall(proms, input, payload, ctx, _normalized.value, inst, abortEarly === true);
	};
});
const $ZodObjectJIT = /*@__PURE__*/ $constructor("$ZodObjectJIT", (inst, def) => {
	$ZodObject.init(inst, def);
	const superParse = inst._zod.parse;
	const _normalized = cached(() => normalizeDef(def));
	const memo = globalConfig.memoizer;
	const generateFastpass = (shape) => {
		const normalized = _normalized.value;
		const syms = normalized.symbolKeys;
		const doc = new Doc(["payload", "ctx"], {
			shape,
			inst,
			memo,
			syms
		});
		const parseStr = (k) => `shape[${k}]._zod.run({ value: input[${k}], issues: [] }, ctx)`;
		const prefixStr = (id, k) => `
          let ${id}_ab = false;
          for (let i = 0; i < ${id}.issues.length; i++) {
            const iss = ${id}.issues[i];
            iss.path = iss.path ? [${k}, ...iss.path] : [${k}];
            payload.issues.push(iss);
            if (iss.continue !== true) ${id}_ab = true;
          }
          if (${id}_ab && ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }`;
		doc.write(`const input = payload.value;`);
		const ids = Object.create(null);
		let counter = 0;
		for (const key of normalized.allKeys) ids[key] = `key_${counter++}`;
		doc.write(memo ? `const newResult = memo.alloc(inst, payload, {}, ctx);` : `const newResult = {};`);
		for (const key of normalized.allKeys) {
			if (key === "__proto__") continue;
			const id = ids[key];
			const k = typeof key === "symbol" ? `syms[${syms.indexOf(key)}]` : esc(key);
			const isPresent = `${k} in input`;
			const schema = shape[key];
			const optin = schema?._zod?.optin;
			const isOptionalIn = optin !== void 0;
			const isOptionalOut = schema?._zod?.optout === "optional";
			doc.write(`const ${id} = ${parseStr(k)};`);
			if (isOptionalIn && isOptionalOut) {
				const assign = optin === "optional" ? `${id}_present` : `${id}.value !== undefined || ${id}_present`;
				doc.write(`
        const ${id}_present = ${isPresent};
        if (!${id}.issues.length || ${id}_present) {
          if (${id}.issues.length) {${prefixStr(id, k)}
          }

          if (${assign}) {
            newResult[${k}] = ${id}.value;
          }
        }

      `);
			} else if (!isOptionalIn) doc.write(`
        const ${id}_present = ${isPresent};
        if (${id}.issues.length) {${prefixStr(id, k)}
        }
        if (!${id}_present && !${id}.issues.length) {
          payload.issues.push({
            code: "invalid_type",
            expected: "nonoptional",
            input: undefined,
            path: [${k}]
          });
          if (ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }
        }

        if (${id}_present) {
          newResult[${k}] = ${id}.value;
        }

      `);
			else {
				doc.write(`
        if (${id}.issues.length) {${prefixStr(id, k)}
        }
      `);
				if (optin === "defaulted") doc.write(`newResult[${k}] = ${id}.value;`);
				else doc.write(`
        if (${id}.value !== undefined || ${isPresent}) {
          newResult[${k}] = ${id}.value;
        }
      `);
			}
		}
		doc.write(`payload.value = newResult;`);
		doc.write(`return payload;`);
		return doc.compile();
	};
	let fastpass;
	const isObject$2 = isObject;
	const jit = !globalConfig.jitless;
	const fastEnabled = jit && allowsEval.value;
	const catchall = def.catchall;
	let value;
	inst._zod.parse = (payload, ctx) => {
		value ?? (value = _normalized.value);
		const input = payload.value;
		if (!isObject$2(input)) {
			payload.issues.push({
				expected: "object",
				code: "invalid_type",
				input,
				inst
			});
			return payload;
		}
		if (jit && fastEnabled && ctx?.async === false && ctx.jitless !== true) {
			if (!fastpass) fastpass = generateFastpass(def.shape);
			payload = fastpass(payload, ctx);
			if (!catchall) return payload;
			return handleCatchall([], input, payload, ctx, value, inst, ctx?.abortEarly === true);
		}
		return superParse(payload, ctx);
	};
});
function handleUnionResults(results, final, inst, ctx) {
	for (const result of results) if (result.issues.length === 0) {
		final.value = result.value;
		return final;
	}
	const nonaborted = results.filter((r) => !aborted(r));
	if (nonaborted.length === 1) {
		final.value = nonaborted[0].value;
		return nonaborted[0];
	}
	final.issues.push({
		code: "invalid_union",
		input: final.value,
		inst,
		errors: results.map((result) => result.issues.map((iss) => finalizeIssue(iss, ctx, config())))
	});
	return final;
}
const $ZodUnion = /*@__PURE__*/ $constructor("$ZodUnion", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "optin", (zod) => zod.def.options.some((o) => o._zod.optin === "defaulted") ? "defaulted" : zod.def.options.some((o) => o._zod.optin !== void 0) ? "optional" : void 0);
	defineLazyInternal(inst, "optout", (zod) => zod.def.options.some((o) => o._zod.optout === "optional") ? "optional" : void 0);
	defineLazyInternal(inst, "values", (zod) => {
		if (zod.def.options.every((o) => o._zod.values)) return new Set(zod.def.options.flatMap((option) => Array.from(option._zod.values)));
	});
	defineLazyInternal(inst, "pattern", (zod) => {
		if (zod.def.options.every((o) => o._zod.pattern)) {
			const patterns = zod.def.options.map((o) => o._zod.pattern);
			return new RegExp(`^(${patterns.map((p) => cleanRegex(p.source)).join("|")})$`);
		}
	});
	const first = def.options.length === 1 ? def.options[0]._zod.run : null;
	inst._zod.parse = (payload, ctx) => {
		if (first) return first(payload, ctx);
		let async = false;
		const results = [];
		for (const option of def.options) {
			const result = option._zod.run({
				value: payload.value,
				issues: []
			}, ctx);
			if (result instanceof Promise) {
				results.push(result);
				async = true;
			} else {
				if (result.issues.length === 0) return result;
				results.push(result);
			}
		}
		if (!async) return handleUnionResults(results, payload, inst, ctx);
		return Promise.all(results).then((results) => {
			return handleUnionResults(results, payload, inst, ctx);
		});
	};
});
function discriminatorMap(def) {
	const map = /* @__PURE__ */ new Map();
	for (const option of def.options) {
		const values = option._zod.propValues?.[def.discriminator];
		if (!values || values.size === 0) throw new Error(`Invalid discriminated union option at index "${def.options.indexOf(option)}"`);
		for (const value of values) if (map.has(value)) {
			if (value !== void 0) throw new Error(`Duplicate discriminator value "${String(value)}"`);
			map.set(value, null);
		} else map.set(value, option);
	}
	return map;
}
const $ZodDiscriminatedUnion = /*@__PURE__*/ $constructor("$ZodDiscriminatedUnion", (inst, def) => {
	def.inclusive = false;
	$ZodUnion.init(inst, def);
	const _super = inst._zod.parse;
	defineLazyInternal(inst, "propValues", (zod) => {
		const propValues = {};
		let undefinedCount = 0;
		for (const option of zod.def.options) {
			const pv = option._zod.propValues;
			if (!pv || Object.keys(pv).length === 0) throw new Error(`Invalid discriminated union option at index "${zod.def.options.indexOf(option)}"`);
			if (pv[zod.def.discriminator]?.has(void 0)) undefinedCount++;
			for (const [k, v] of Object.entries(pv)) {
				if (!Object.prototype.hasOwnProperty.call(propValues, k)) assignProp(propValues, k, /* @__PURE__ */ new Set());
				for (const val of v) propValues[k].add(val);
			}
		}
		if (!zod.def.unionFallback && undefinedCount > 1) propValues[zod.def.discriminator]?.delete(void 0);
		return propValues;
	});
	def.options.forEach((option, i) => {
		const propShape = rawShape(option._zod.def);
		if (propShape && !Object.prototype.hasOwnProperty.call(propShape, def.discriminator)) throw new Error(`Invalid discriminated union option at index "${i}"`);
	});
	const disc = cached(() => discriminatorMap(def));
	inst._zod.parse = (payload, ctx) => {
		const input = payload.value;
		if (!isObject(input)) {
			payload.issues.push({
				code: "invalid_type",
				expected: "object",
				input,
				inst
			});
			return payload;
		}
		const value = input?.[def.discriminator];
		const opt = disc.value.get(value);
		if (opt && (value !== void 0 || ctx.direction !== "backward")) return opt._zod.run(payload, ctx);
		if (def.unionFallback || ctx.direction === "backward") return _super(payload, ctx);
		payload.issues.push({
			code: "invalid_union",
			errors: [],
			note: "No matching discriminator",
			discriminator: def.discriminator,
			options: Array.from(disc.value.keys()).filter((value) => disc.value.get(value) !== null),
			input,
			path: [def.discriminator],
			inst
		});
		return payload;
	};
});
const $ZodIntersection = /*@__PURE__*/ $constructor("$ZodIntersection", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.parse = (payload, ctx) => {
		const input = payload.value;
		const left = def.left._zod.run({
			value: input,
			issues: []
		}, ctx);
		const right = def.right._zod.run({
			value: input,
			issues: []
		}, ctx);
		if (left instanceof Promise || right instanceof Promise) return Promise.all([left, right]).then(([left, right]) => {
			return handleIntersectionResults(payload, left, right);
		});
		return handleIntersectionResults(payload, left, right);
	};
});
function mergeValues(a, b) {
	if (a === b) return {
		valid: true,
		data: a
	};
	if (a instanceof Date && b instanceof Date && +a === +b) return {
		valid: true,
		data: a
	};
	if (isPlainObject(a) && isPlainObject(b)) {
		const bKeys = Object.keys(b);
		const sharedKeys = Object.keys(a).filter((key) => bKeys.indexOf(key) !== -1);
		const newObj = {
			...a,
			...b
		};
		if (Object.prototype.hasOwnProperty.call(newObj, "__proto__")) delete newObj.__proto__;
		for (const key of sharedKeys) {
			if (key === "__proto__") continue;
			const sharedValue = mergeValues(a[key], b[key]);
			if (!sharedValue.valid) return {
				valid: false,
				mergeErrorPath: [key, ...sharedValue.mergeErrorPath]
			};
			newObj[key] = sharedValue.data;
		}
		return {
			valid: true,
			data: newObj
		};
	}
	if (Array.isArray(a) && Array.isArray(b)) {
		if (a.length !== b.length) return {
			valid: false,
			mergeErrorPath: []
		};
		const newArray = [];
		for (let index = 0; index < a.length; index++) {
			const itemA = a[index];
			const itemB = b[index];
			const sharedValue = mergeValues(itemA, itemB);
			if (!sharedValue.valid) return {
				valid: false,
				mergeErrorPath: [index, ...sharedValue.mergeErrorPath]
			};
			newArray.push(sharedValue.data);
		}
		return {
			valid: true,
			data: newArray
		};
	}
	return {
		valid: false,
		mergeErrorPath: []
	};
}
function handleIntersectionResults(result, left, right) {
	const unrecKeys = /* @__PURE__ */ new Map();
	let unrecIssue;
	const keyIssues = /* @__PURE__ */ new Map();
	const collect = (iss, side) => {
		let keys;
		if (iss.code === "unrecognized_keys" && !iss.path?.length) {
			unrecIssue ?? (unrecIssue = iss);
			keys = iss.keys;
		} else if (iss.code === "invalid_key" && iss.origin === "record" && iss.path?.length === 1) {
			const k = String(iss.path[0]);
			if (!keyIssues.has(k)) keyIssues.set(k, iss);
			keys = [k];
		} else return false;
		for (const k of keys) {
			if (!unrecKeys.has(k)) unrecKeys.set(k, {});
			unrecKeys.get(k)[side] = true;
		}
		return true;
	};
	for (const iss of left.issues) if (!collect(iss, "l")) result.issues.push(iss);
	for (const iss of right.issues) if (!collect(iss, "r")) result.issues.push(iss);
	const bothKeys = [...unrecKeys].filter(([, f]) => f.l && f.r).map(([k]) => k);
	if (bothKeys.length) {
		const aggregated = unrecIssue ? bothKeys.filter((k) => unrecIssue.keys.includes(k)) : [];
		if (aggregated.length) result.issues.push({
			...unrecIssue,
			keys: aggregated
		});
		for (const k of bothKeys) if (!aggregated.includes(k) && keyIssues.has(k)) result.issues.push(keyIssues.get(k));
	}
	const merged = mergeValues(left.value, right.value);
	if (!merged.valid) {
		if (aborted(result)) return result;
		throw new Error(`Unmergable intersection. Error path: ${JSON.stringify(merged.mergeErrorPath)}`);
	}
	result.value = merged.data;
	return result;
}
const $ZodTuple = /*@__PURE__*/ $constructor("$ZodTuple", (inst, def) => {
	$ZodType.init(inst, def);
	const items = def.items;
	const memo = globalConfig.memoizer;
	memo?.attach(inst);
	inst._zod.parse = (payload, ctx) => {
		const input = payload.value;
		if (!Array.isArray(input)) {
			payload.issues.push({
				input,
				inst,
				expected: "tuple",
				code: "invalid_type"
			});
			return payload;
		}
		payload.value = memo ? memo.alloc(inst, payload, [], ctx) : [];
		const proms = [];
		const optinStart = getTupleOptStart(items, "optin");
		const optoutStart = getTupleOptStart(items, "optout");
		if (!def.rest) {
			if (input.length < optinStart) {
				payload.issues.push({
					code: "too_small",
					minimum: optinStart,
					inclusive: true,
					input,
					inst,
					origin: "array"
				});
				return payload;
			}
			if (input.length > items.length) payload.issues.push({
				code: "too_big",
				maximum: items.length,
				inclusive: true,
				input,
				inst,
				origin: "array"
			});
		}
		const itemResults = new Array(items.length);
		const abortEarly = def.rest ? ctx?.abortEarly : void 0;
		let itemAborted = false;
		for (let i = 0; i < items.length; i++) {
			const r = items[i]._zod.run({
				value: input[i],
				issues: []
			}, ctx);
			if (r instanceof Promise) proms.push(r.then((rr) => {
				itemResults[i] = rr;
			}));
			else {
				itemResults[i] = r;
				if (abortEarly && !itemAborted && r.issues.length) itemAborted = aborted(r);
			}
		}
		if (def.rest && !itemAborted) {
			let i = items.length - 1;
			const rest = input.slice(items.length);
			let seen = payload.issues.length;
			for (const el of rest) {
				if (abortEarly && payload.issues.length !== seen) {
					if (aborted(payload, seen)) break;
					seen = payload.issues.length;
				}
				i++;
				const result = def.rest._zod.run({
					value: el,
					issues: []
				}, ctx);
				if (result instanceof Promise) proms.push(result.then((r) => handleTupleResult(r, payload, i)));
				else handleTupleResult(result, payload, i);
			}
		}
		if (proms.length) return Promise.all(proms).then(() => handleTupleResults(itemResults, payload, items, input, optoutStart));
		return handleTupleResults(itemResults, payload, items, input, optoutStart);
	};
});
function getTupleOptStart(items, key) {
	for (let i = items.length - 1; i >= 0; i--) if (!(key === "optin" ? items[i]._zod.optin !== void 0 : items[i]._zod.optout === "optional")) return i + 1;
	return 0;
}
function handleTupleResult(result, final, index) {
	if (result.issues.length) final.issues.push(...prefixIssues(index, result.issues));
	final.value[index] = result.value;
}
function handleTupleResults(itemResults, final, items, input, optoutStart) {
	for (let i = 0; i < items.length; i++) {
		const r = itemResults[i];
		const isPresent = i < input.length;
		if (!isPresent && i >= optoutStart && items[i]._zod.optin === "optional") {
			final.value.length = i;
			break;
		}
		if (r.issues.length) {
			if (!isPresent && i >= optoutStart) {
				final.value.length = i;
				break;
			}
			final.issues.push(...prefixIssues(i, r.issues));
		}
		final.value[i] = r.value;
	}
	for (let i = final.value.length - 1; i >= input.length; i--) if (items[i]._zod.optout === "optional" && final.value[i] === void 0) final.value.length = i;
	else break;
	return final;
}
const $ZodRecord = /*@__PURE__*/ $constructor("$ZodRecord", (inst, def) => {
	$ZodType.init(inst, def);
	const memo = globalConfig.memoizer;
	memo?.attach(inst);
	inst._zod.parse = (payload, ctx) => {
		const input = payload.value;
		if (!isPlainObject(input)) {
			payload.issues.push({
				expected: "record",
				code: "invalid_type",
				input,
				inst
			});
			return payload;
		}
		const proms = [];
		const values = def.keyType._zod.values;
		if (values && !def.partial) {
			payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
			const recordKeys = /* @__PURE__ */ new Set();
			for (const key of values) if (typeof key === "string" || typeof key === "number" || typeof key === "symbol") {
				recordKeys.add(typeof key === "number" ? key.toString() : key);
				if (key === "__proto__") continue;
				const keyResult = def.keyType._zod.run({
					value: key,
					issues: []
				}, ctx);
				if (keyResult instanceof Promise) throw new Error("Async schemas not supported in object keys currently");
				if (keyResult.issues.length) {
					payload.issues.push({
						code: "invalid_key",
						origin: "record",
						issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config())),
						input: key,
						path: [key],
						inst
					});
					continue;
				}
				const outKey = keyResult.value;
				if (outKey === "__proto__") continue;
				const result = def.valueType._zod.run({
					value: input[key],
					issues: []
				}, ctx);
				if (result instanceof Promise) proms.push(result.then((result) => {
					if (result.issues.length) payload.issues.push(...prefixIssues(key, result.issues));
					payload.value[outKey] = result.value;
				}));
				else {
					if (result.issues.length) payload.issues.push(...prefixIssues(key, result.issues));
					payload.value[outKey] = result.value;
				}
			}
			let unrecognized;
			for (const key in input) if (!recordKeys.has(key)) {
				if (def.mode === "loose") {
					if (key === "__proto__") continue;
					payload.value[key] = input[key];
				} else {
					unrecognized = unrecognized ?? [];
					unrecognized.push(key);
				}
			}
			if (unrecognized && unrecognized.length > 0) payload.issues.push({
				code: "unrecognized_keys",
				input,
				inst,
				keys: unrecognized,
				continue: true
			});
		} else {
			payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
			let unrecognized;
			for (const key of Reflect.ownKeys(input)) {
				if (key === "__proto__") continue;
				if (!Object.prototype.propertyIsEnumerable.call(input, key)) continue;
				let keyResult = def.keyType._zod.run({
					value: key,
					issues: []
				}, ctx);
				if (keyResult instanceof Promise) throw new Error("Async schemas not supported in object keys currently");
				if (typeof key === "string" && number$1.test(key) && keyResult.issues.length) {
					const retryResult = def.keyType._zod.run({
						value: Number(key),
						issues: []
					}, ctx);
					if (retryResult instanceof Promise) throw new Error("Async schemas not supported in object keys currently");
					if (retryResult.issues.length === 0) keyResult = retryResult;
				}
				if (keyResult.issues.length) {
					if (def.mode === "loose") payload.value[key] = input[key];
					else if (values) {
						unrecognized = unrecognized ?? [];
						unrecognized.push(key);
					} else payload.issues.push({
						code: "invalid_key",
						origin: "record",
						issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config())),
						input: key,
						path: [key],
						inst
					});
					continue;
				}
				const outKey = keyResult.value;
				if (outKey === "__proto__") continue;
				const result = def.valueType._zod.run({
					value: input[key],
					issues: []
				}, ctx);
				if (result instanceof Promise) proms.push(result.then((result) => {
					if (result.issues.length) payload.issues.push(...prefixIssues(key, result.issues));
					payload.value[outKey] = result.value;
				}));
				else {
					if (result.issues.length) payload.issues.push(...prefixIssues(key, result.issues));
					payload.value[outKey] = result.value;
				}
			}
			if (unrecognized && unrecognized.length > 0) payload.issues.push({
				code: "unrecognized_keys",
				input,
				inst,
				keys: unrecognized,
				continue: true
			});
		}
		if (proms.length) return Promise.all(proms).then(() => payload);
		return payload;
	};
});
const $ZodMap = /*@__PURE__*/ $constructor("$ZodMap", (inst, def) => {
	$ZodType.init(inst, def);
	const memo = globalConfig.memoizer;
	memo?.attach(inst);
	inst._zod.parse = (payload, ctx) => {
		const input = payload.value;
		if (!(input instanceof Map)) {
			payload.issues.push({
				expected: "map",
				code: "invalid_type",
				input,
				inst
			});
			return payload;
		}
		const proms = [];
		payload.value = memo ? memo.alloc(inst, payload, /* @__PURE__ */ new Map(), ctx) : /* @__PURE__ */ new Map();
		const abortEarly = ctx?.abortEarly;
		let seen = payload.issues.length;
		for (const [key, value] of input) {
			if (abortEarly && payload.issues.length !== seen) {
				if (aborted(payload, seen)) break;
				seen = payload.issues.length;
			}
			const keyResult = def.keyType._zod.run({
				value: key,
				issues: []
			}, ctx);
			const valueResult = def.valueType._zod.run({
				value,
				issues: []
			}, ctx);
			if (keyResult instanceof Promise || valueResult instanceof Promise) proms.push(Promise.all([keyResult, valueResult]).then(([keyResult, valueResult]) => {
				handleMapResult(keyResult, valueResult, payload, key, input, inst, ctx);
			}));
			else handleMapResult(keyResult, valueResult, payload, key, input, inst, ctx);
		}
		if (proms.length) return Promise.all(proms).then(() => payload);
		return payload;
	};
	capSize(inst, mapSize);
});
function handleMapResult(keyResult, valueResult, final, key, input, inst, ctx) {
	if (keyResult.issues.length) {
		if (propertyKeyTypes.has(typeof key)) final.issues.push(...prefixIssues(key, keyResult.issues));
		else final.issues.push({
			code: "invalid_key",
			origin: "map",
			input,
			inst,
			issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config()))
		});
	}
	if (valueResult.issues.length) {
		if (propertyKeyTypes.has(typeof key)) final.issues.push(...prefixIssues(key, valueResult.issues));
		else final.issues.push({
			origin: "map",
			code: "invalid_element",
			input,
			inst,
			key,
			issues: valueResult.issues.map((iss) => finalizeIssue(iss, ctx, config()))
		});
	}
	final.value.set(keyResult.value, valueResult.value);
}
const $ZodEnum = /*@__PURE__*/ $constructor("$ZodEnum", (inst, def) => {
	$ZodType.init(inst, def);
	const values = getEnumValues(def.entries);
	const valuesSet = new Set(values);
	inst._zod.values = valuesSet;
	defineLazyInternal(inst, "pattern", (zod) => {
		const patternValues = getEnumValues(zod.def.entries).filter((k) => propertyKeyTypes.has(typeof k));
		return new RegExp(patternValues.length ? `^(${patternValues.map((o) => escapeRegex(o.toString())).join("|")})$` : "^[^\\s\\S]$");
	});
	inst._zod.parse = (payload, _ctx) => {
		const input = payload.value;
		if (valuesSet.has(input)) return payload;
		payload.issues.push({
			code: "invalid_value",
			values,
			input,
			inst
		});
		return payload;
	};
});
const $ZodLiteral = /*@__PURE__*/ $constructor("$ZodLiteral", (inst, def) => {
	$ZodType.init(inst, def);
	const values = new Set(def.values);
	inst._zod.values = values;
	defineLazyInternal(inst, "pattern", (zod) => {
		const vals = zod.def.values;
		return new RegExp(vals.length ? `^(${vals.map((o) => typeof o === "string" ? escapeRegex(o) : o ? escapeRegex(o.toString()) : String(o)).join("|")})$` : "^[^\\s\\S]$");
	});
	inst._zod.parse = (payload, _ctx) => {
		const input = payload.value;
		if (values.has(input)) return payload;
		payload.issues.push({
			code: "invalid_value",
			values: def.values,
			input,
			inst
		});
		return payload;
	};
});
const $ZodTransform = /*@__PURE__*/ $constructor("$ZodTransform", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.optin = "optional";
	globalConfig.memoizer?.guard(inst);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") throw new $ZodEncodeError(inst.constructor.name);
		const _out = def.transform(payload.value, payload);
		if (ctx.async) return (_out instanceof Promise ? _out : Promise.resolve(_out)).then((output) => {
			payload.value = output;
			return payload;
		});
		if (_out instanceof Promise) throw new $ZodAsyncError();
		payload.value = _out;
		return payload;
	};
});
function handleOptionalResult(payload, result) {
	payload.value = result.issues.length ? void 0 : result.value;
	return payload;
}
const $ZodOptional = /*@__PURE__*/ $constructor("$ZodOptional", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
	inst._zod.optout = "optional";
	defineLazyInternal(inst, "values", (zod) => {
		const values = zod.def.innerType._zod.values;
		return values ? /* @__PURE__ */ new Set([...values, void 0]) : void 0;
	});
	defineLazyInternal(inst, "pattern", (zod) => {
		const pattern = zod.def.innerType._zod.pattern;
		return pattern ? new RegExp(`^(${cleanRegex(pattern.source)})?$`) : void 0;
	});
	inst._zod.parse = (payload, ctx) => {
		if (payload.value === void 0) {
			if (def.innerType._zod.optin !== "defaulted") return payload;
			const result = def.innerType._zod.run({
				value: payload.value,
				issues: []
			}, ctx);
			if (result instanceof Promise) return result.then((result) => handleOptionalResult(payload, result));
			return handleOptionalResult(payload, result);
		}
		return def.innerType._zod.run(payload, ctx);
	};
});
const $ZodExactOptional = /*@__PURE__*/ $constructor("$ZodExactOptional", (inst, def) => {
	$ZodOptional.init(inst, def);
	defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
	defineLazyInternal(inst, "pattern", (zod) => zod.def.innerType._zod.pattern);
	inst._zod.parse = (payload, ctx) => {
		return def.innerType._zod.run(payload, ctx);
	};
});
const $ZodNullable = /*@__PURE__*/ $constructor("$ZodNullable", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin);
	defineLazyInternal(inst, "optout", (zod) => zod.def.innerType._zod.optout);
	defineLazyInternal(inst, "pattern", (zod) => {
		const pattern = zod.def.innerType._zod.pattern;
		return pattern ? new RegExp(`^(${cleanRegex(pattern.source)}|null)$`) : void 0;
	});
	defineLazyInternal(inst, "values", (zod) => {
		return zod.def.innerType._zod.values ? /* @__PURE__ */ new Set([...zod.def.innerType._zod.values, null]) : void 0;
	});
	inst._zod.parse = (payload, ctx) => {
		if (payload.value === null) return payload;
		return def.innerType._zod.run(payload, ctx);
	};
});
const $ZodDefault = /*@__PURE__*/ $constructor("$ZodDefault", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.optin = "defaulted";
	defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") return def.innerType._zod.run(payload, ctx);
		if (payload.value === void 0) {
			payload.value = def.defaultValue;
			/**
			* $ZodDefault returns the default value immediately in forward direction.
			* It doesn't pass the default value into the validator ("prefault"). There's no reason to pass the default value through validation. The validity of the default is enforced by TypeScript statically. Otherwise, it's the responsibility of the user to ensure the default is valid. In the case of pipes with divergent in/out types, you can specify the default on the `in` schema of your ZodPipe to set a "prefault" for the pipe.   */
			return payload;
		}
		const result = def.innerType._zod.run(payload, ctx);
		if (result instanceof Promise) return result.then((result) => handleDefaultResult(result, def));
		return handleDefaultResult(result, def);
	};
});
function handleDefaultResult(payload, def) {
	if (payload.value === void 0) payload.value = def.defaultValue;
	return payload;
}
const $ZodPrefault = /*@__PURE__*/ $constructor("$ZodPrefault", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.optin = "defaulted";
	defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") return def.innerType._zod.run(payload, ctx);
		if (payload.value === void 0) payload.value = def.defaultValue;
		return def.innerType._zod.run(payload, ctx);
	};
});
const $ZodNonOptional = /*@__PURE__*/ $constructor("$ZodNonOptional", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "values", (zod) => {
		const v = zod.def.innerType._zod.values;
		return v ? new Set([...v].filter((x) => x !== void 0)) : void 0;
	});
	inst._zod.parse = (payload, ctx) => {
		const result = def.innerType._zod.run(payload, ctx);
		if (result instanceof Promise) return result.then((result) => handleNonOptionalResult(result, inst));
		return handleNonOptionalResult(result, inst);
	};
});
function handleNonOptionalResult(payload, inst) {
	if (!payload.issues.length && payload.value === void 0) payload.issues.push({
		code: "invalid_type",
		expected: "nonoptional",
		input: payload.value,
		inst
	});
	return payload;
}
function handleCatchResult(payload, result, def, ctx) {
	if (!result.issues.length) {
		payload.value = result.value;
		if (result.memo) payload.memo = true;
		return payload;
	}
	payload.value = def.catchValue({
		...result,
		value: payload.value,
		error: { issues: result.issues.map((iss) => finalizeIssue(iss, ctx, config())) },
		input: payload.value
	});
	return payload;
}
const $ZodCatch = /*@__PURE__*/ $constructor("$ZodCatch", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
	defineLazyInternal(inst, "optout", (zod) => zod.def.innerType._zod.optout);
	defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") return def.innerType._zod.run(payload, ctx);
		const result = def.innerType._zod.run({
			value: payload.value,
			issues: []
		}, ctx);
		if (result instanceof Promise) return result.then((result) => handleCatchResult(payload, result, def, ctx));
		return handleCatchResult(payload, result, def, ctx);
	};
});
const $ZodPipe = /*@__PURE__*/ $constructor("$ZodPipe", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "values", (zod) => zod.def.in._zod.values);
	defineLazyInternal(inst, "optin", (zod) => zod.def.in._zod.optin);
	defineLazyInternal(inst, "optout", (zod) => zod.def.out._zod.optout);
	defineLazyInternal(inst, "propValues", (zod) => zod.def.in._zod.propValues);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") {
			const right = def.out._zod.run(payload, ctx);
			if (right instanceof Promise) return right.then((right) => handlePipeResult(right, def.in, ctx));
			return handlePipeResult(right, def.in, ctx);
		}
		const left = def.in._zod.run(payload, ctx);
		if (left instanceof Promise) return left.then((left) => handlePipeResult(left, def.out, ctx));
		return handlePipeResult(left, def.out, ctx);
	};
});
function handlePipeResult(left, next, ctx) {
	if (left.issues.some((iss) => iss.code !== "unrecognized_keys")) {
		left.aborted = true;
		return left;
	}
	return next._zod.run({
		value: left.value,
		issues: left.issues
	}, ctx);
}
const $ZodReadonly = /*@__PURE__*/ $constructor("$ZodReadonly", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "propValues", (zod) => zod.def.innerType._zod.propValues);
	defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
	defineLazyInternal(inst, "optin", (zod) => zod.def.innerType?._zod?.optin);
	defineLazyInternal(inst, "optout", (zod) => zod.def.innerType?._zod?.optout);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") return def.innerType._zod.run(payload, ctx);
		const result = def.innerType._zod.run(payload, ctx);
		if (result instanceof Promise) return result.then(handleReadonlyResult);
		return handleReadonlyResult(result);
	};
});
function handleReadonlyResult(payload) {
	if (!payload.memo) payload.value = Object.freeze(payload.value);
	return payload;
}
const $ZodCustom = /*@__PURE__*/ $constructor("$ZodCustom", (inst, def) => {
	$ZodCheck.init(inst, def);
	$ZodType.init(inst, def);
	inst._zod.parse = (payload, _) => {
		return payload;
	};
	inst._zod.check = (payload) => {
		const input = payload.value;
		const r = def.fn(input);
		if (r instanceof Promise) return r.then((r) => handleRefineResult(r, payload, input, inst));
		handleRefineResult(r, payload, input, inst);
	};
});
function handleRefineResult(result, payload, input, inst) {
	if (!result) {
		const _iss = {
			code: "custom",
			input,
			inst,
			path: [...inst._zod.def.path ?? []],
			continue: !inst._zod.def.abort
		};
		if (inst._zod.def.params) _iss.params = inst._zod.def.params;
		payload.issues.push(issue(_iss));
	}
}
// node_modules/zod/v4/core/memoizer.js
var $ZodCyclicError = class extends Error {
	constructor() {
		super(`Cannot parse a reference cycle that closes through a transform`);
		this.name = "ZodCyclicError";
	}
};
/** Keyed off the context object every schema in one parse call already shares. */
const STATE = "~memo";
const NO_ISSUES = [];
function isRef(value) {
	return value !== null && typeof value === "object";
}
function cloneIssues(issues) {
	return issues.map((iss) => iss.path ? {
		...iss,
		path: iss.path.slice()
	} : { ...iss });
}
const recursive = /*@__PURE__*/ new WeakMap();
/** What the walk established, in order of certainty: ordered so the strongest answer among children wins. */
const NONE = 0;
const ASSUMED = 1;
const PROVEN = 2;
/** Whether this schema's subtree contains a cycle, so one parse can re-enter it. */
function isRecursive(inst, stack, resolve) {
	const cached = recursive.get(inst);
	if (cached !== void 0) return cached ? PROVEN : NONE;
	if (stack.has(inst)) return PROVEN;
	stack.add(inst);
	let result = NONE;
	const check = (child) => {
		if (result !== PROVEN && child?._zod) {
			const answer = isRecursive(child, stack, resolve);
			if (answer > result) result = answer;
		}
	};
	const shape = (sh, spread) => {
		let answer = NONE;
		for (const key of Reflect.ownKeys(sh)) {
			const desc = Object.getOwnPropertyDescriptor(sh, key);
			if (spread && !desc.enumerable) continue;
			const child = desc.get ? ASSUMED : desc.value?._zod ? isRecursive(desc.value, stack, resolve) : NONE;
			if (child > answer) answer = child;
		}
		return answer;
	};
	const merge = (answer) => {
		if (answer > result) result = answer;
	};
	const def = inst._zod.def;
	switch (def.type) {
		case "object": {
			const raw = rawShape(def);
			merge(raw ? shape(raw, true) : ASSUMED);
			check(def.catchall);
			break;
		}
		case "array":
			check(def.element);
			break;
		case "tuple":
			for (const el of def.items) check(el);
			check(def.rest);
			break;
		case "record":
		case "map":
			check(def.keyType);
			check(def.valueType);
			break;
		case "set":
			check(def.valueType);
			break;
		case "union":
			for (const el of def.options) check(el);
			break;
		case "intersection":
			check(def.left);
			check(def.right);
			break;
		case "optional":
		case "nullable":
		case "default":
		case "prefault":
		case "catch":
		case "readonly":
		case "nonoptional":
		case "promise":
		case "success":
			check(def.innerType);
			break;
		case "pipe":
			check(def.in);
			check(def.out);
			break;
		case "function":
			check(def.input);
			check(def.output);
			break;
		case "lazy": {
			const inner = def._cachedInner ?? (resolve ? inst._zod.innerType : void 0);
			merge(inner ? isRecursive(inner, stack, false) : ASSUMED);
			break;
		}
		case "template_literal":
		case "string":
		case "number":
		case "int":
		case "boolean":
		case "bigint":
		case "symbol":
		case "undefined":
		case "null":
		case "void":
		case "never":
		case "any":
		case "unknown":
		case "date":
		case "nan":
		case "enum":
		case "literal":
		case "file":
		case "transform":
		case "custom": break;
		default: for (const key in def) {
			const desc = Object.getOwnPropertyDescriptor(def, key);
			if (!desc || desc.get) continue;
			const value = desc.value;
			if (!value || typeof value !== "object") continue;
			if (value._zod) check(value);
			else if (Array.isArray(value)) for (const el of value) check(el);
		}
	}
	stack.delete(inst);
	return settle(inst, result);
}
/** An assumed answer must not outlive the resolution that settles it, so only a certain one is cached. */
function settle(inst, answer) {
	if (answer !== ASSUMED) recursive.set(inst, answer === PROVEN);
	return answer;
}
function bucketFor(state, inst) {
	let bucket = state.buckets.get(inst);
	if (!bucket) {
		bucket = /* @__PURE__ */ new WeakMap();
		state.buckets.set(inst, bucket);
	}
	return bucket;
}
let handoff;
const open$1 = [];
const memo = {
	alloc(_inst, payload, empty) {
		const bucket = handoff;
		if (!bucket) return empty;
		handoff = void 0;
		const entry = {
			value: empty,
			issues: null
		};
		bucket.set(payload.value, entry);
		open$1.push(entry);
		return empty;
	},
	guard(inst) {
		var _a;
		(_a = inst._zod).deferred ?? (_a.deferred = []);
		inst._zod.deferred.push(() => {
			const base = inst._zod.parse;
			const wrapped = (payload, ctx) => {
				if (ctx.direction !== "backward" && isBackEdge(ctx, payload.value)) throw new $ZodCyclicError();
				return base(payload, ctx);
			};
			inst._zod.parse = wrapped;
			if (inst._zod.run === base) inst._zod.run = wrapped;
		});
	},
	attach(inst) {
		var _a;
		let isRecursiveInst;
		let rechecked = false;
		let lastCtx;
		let lastBucket;
		(_a = inst._zod).deferred ?? (_a.deferred = []);
		inst._zod.deferred.push(() => {
			const base = inst._zod.parse;
			const wrapped = (payload, ctx) => {
				if (isRecursiveInst === void 0) {
					const walked = isRecursive(inst, /* @__PURE__ */ new Set(), false);
					if (walked === NONE) {
						inst._zod.parse = base;
						if (inst._zod.run === wrapped) inst._zod.run = base;
						return base(payload, ctx);
					}
					if (walked === PROVEN || rechecked) isRecursiveInst = true;
					else rechecked = true;
				}
				const input = payload.value;
				if (!isRef(input)) return base(payload, ctx);
				let state = ctx[STATE];
				if (!state) {
					state = {
						buckets: /* @__PURE__ */ new WeakMap(),
						backEdges: void 0
					};
					ctx[STATE] = state;
				}
				let bucket;
				if (lastCtx === ctx) bucket = lastBucket;
				else {
					bucket = bucketFor(state, inst);
					lastCtx = ctx;
					lastBucket = bucket;
				}
				const hit = bucket.get(input);
				if (hit) {
					payload.value = hit.value;
					if (hit.issues) {
						if (hit.issues.length) payload.issues.push(...cloneIssues(hit.issues));
					} else {
						payload.memo = true;
						state.backEdges ?? (state.backEdges = /* @__PURE__ */ new WeakSet());
						state.backEdges.add(hit.value);
					}
					return payload;
				}
				handoff = bucket;
				const depth = open$1.length;
				const result = base(payload, ctx);
				handoff = void 0;
				const entry = open$1.length > depth ? open$1.pop() : void 0;
				if (result instanceof Promise) return result.then((r) => {
					if (entry) entry.issues = r.issues.length ? cloneIssues(r.issues) : NO_ISSUES;
					return r;
				});
				if (entry) entry.issues = result.issues.length ? cloneIssues(result.issues) : NO_ISSUES;
				return result;
			};
			inst._zod.parse = wrapped;
			if (inst._zod.run === base) inst._zod.run = wrapped;
		});
	}
};
/** The memoizer that gives containers cycle support. `zod` installs it by default; `zod/mini` opts in with `config({ memoizer: memoizer() })`. */
function memoizer() {
	return memo;
}
/** Whether this value is a node a back-edge resolved to before it finished. */
function isBackEdge(ctx, value) {
	const backEdges = ctx[STATE]?.backEdges;
	return backEdges !== void 0 && isRef(value) && backEdges.has(value);
}
// node_modules/zod/v4/locales/en.js
const error = () => {
	const Sizable = {
		string: {
			unit: "characters",
			verb: "to have"
		},
		file: {
			unit: "bytes",
			verb: "to have"
		},
		array: {
			unit: "items",
			verb: "to have"
		},
		set: {
			unit: "items",
			verb: "to have"
		},
		map: {
			unit: "entries",
			verb: "to have"
		}
	};
	function getSizing(origin) {
		return Sizable[origin] ?? null;
	}
	const FormatDictionary = {
		regex: "input",
		email: "email address",
		url: "URL",
		emoji: "emoji",
		uuid: "UUID",
		uuidv4: "UUIDv4",
		uuidv6: "UUIDv6",
		nanoid: "nanoid",
		guid: "GUID",
		cuid: "cuid",
		cuid2: "cuid2",
		ulid: "ULID",
		xid: "XID",
		ksuid: "KSUID",
		datetime: "ISO datetime",
		date: "ISO date",
		time: "ISO time",
		duration: "ISO duration",
		ipv4: "IPv4 address",
		ipv6: "IPv6 address",
		mac: "MAC address",
		cidrv4: "IPv4 range",
		cidrv6: "IPv6 range",
		base64: "base64-encoded string",
		base64url: "base64url-encoded string",
		json_string: "JSON string",
		e164: "E.164 number",
		currency_code: "currency code",
		credit_card: "credit card number",
		iban: "IBAN",
		jwt: "JWT",
		template_literal: "input"
	};
	const TypeDictionary = { nan: "NaN" };
	function getTypeName(type, input) {
		if (type === "number" && typeof input === "number" && !Number.isFinite(input)) return String(input);
		return TypeDictionary[type] ?? type;
	}
	return (issue) => {
		switch (issue.code) {
			case "invalid_type": return `Invalid input: expected ${getTypeName(issue.expected)}, received ${getTypeName(parsedType(issue.input), issue.input)}`;
			case "invalid_value":
				if (issue.values.length === 1) return `Invalid input: expected ${stringifyPrimitive(issue.values[0])}`;
				return `Invalid option: expected one of ${joinValues(issue.values, "|")}`;
			case "too_big": {
				const adj = issue.exact ? "exactly " : issue.inclusive ? "<=" : "<";
				const sizing = getSizing(issue.origin);
				if (sizing) return `Too big: expected ${issue.origin ?? "value"} to have ${adj}${issue.maximum.toString()} ${sizing.unit ?? "elements"}`;
				return `Too big: expected ${issue.origin ?? "value"} to be ${adj}${issue.maximum.toString()}`;
			}
			case "too_small": {
				const adj = issue.exact ? "exactly " : issue.inclusive ? ">=" : ">";
				const sizing = getSizing(issue.origin);
				if (sizing) return `Too small: expected ${issue.origin} to have ${adj}${issue.minimum.toString()} ${sizing.unit}`;
				return `Too small: expected ${issue.origin} to be ${adj}${issue.minimum.toString()}`;
			}
			case "invalid_format": {
				const _issue = issue;
				if (_issue.format === "starts_with") return `Invalid string: must start with "${_issue.prefix}"`;
				if (_issue.format === "ends_with") return `Invalid string: must end with "${_issue.suffix}"`;
				if (_issue.format === "includes") return `Invalid string: must include "${_issue.includes}"`;
				if (_issue.format === "regex") return `Invalid string: must match pattern ${_issue.pattern}`;
				return `Invalid ${FormatDictionary[_issue.format] ?? issue.format}`;
			}
			case "not_multiple_of": return `Invalid number: must be a multiple of ${issue.divisor}`;
			case "unrecognized_keys": return `Unrecognized key${issue.keys.length > 1 ? "s" : ""}: ${joinValues(issue.keys, ", ")}`;
			case "invalid_key": return `Invalid key in ${issue.origin}`;
			case "invalid_union":
				if (issue.options && Array.isArray(issue.options) && issue.options.length > 0) return `Invalid discriminator value. Expected ${issue.options.map((o) => `'${o}'`).join(" | ")}`;
				if (issue.inclusive === false) return "Invalid input: more than one option matched";
				return "Invalid input";
			case "invalid_element": return `Invalid value in ${issue.origin}`;
			default: return `Invalid input`;
		}
	};
};
function en_default() {
	return { localeError: error() };
}
// node_modules/zod/v4/core/registries.js
var _a;
var $ZodRegistry = class {
	constructor() {
		this._map = /* @__PURE__ */ new WeakMap();
		this._idmap = /* @__PURE__ */ new Map();
	}
	add(schema, ..._meta) {
		const meta = _meta[0];
		this._map.set(schema, meta);
		if (meta && typeof meta === "object" && "id" in meta) this._idmap.set(meta.id, schema);
		return this;
	}
	clear() {
		this._map = /* @__PURE__ */ new WeakMap();
		this._idmap = /* @__PURE__ */ new Map();
		return this;
	}
	remove(schema) {
		const meta = this._map.get(schema);
		if (meta && typeof meta === "object" && "id" in meta) this._idmap.delete(meta.id);
		this._map.delete(schema);
		return this;
	}
	get(schema) {
		const p = schema._zod.parent;
		if (p) {
			const pm = { ...this.get(p) ?? {} };
			delete pm.id;
			const f = {
				...pm,
				...this._map.get(schema)
			};
			return Object.keys(f).length ? f : void 0;
		}
		return this._map.get(schema);
	}
	has(schema) {
		return this._map.has(schema);
	}
};
function registry() {
	return new $ZodRegistry();
}
(_a = globalThis).__zod_globalRegistry ?? (_a.__zod_globalRegistry = registry());
const globalRegistry = globalThis.__zod_globalRegistry;
// node_modules/zod/v4/core/api.js
function snapshotChecks(def) {
	if (def.checks) def.checks = [...def.checks];
	return def;
}
// @__NO_SIDE_EFFECTS__
function _string(Class, params) {
	return new Class(snapshotChecks({
		type: "string",
		...normalizeParams(params)
	}));
}
// @__NO_SIDE_EFFECTS__
function _email(Class, params) {
	return new Class({
		type: "string",
		format: "email",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _guid(Class, params) {
	return new Class({
		type: "string",
		format: "guid",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _uuid(Class, params) {
	return new Class({
		type: "string",
		format: "uuid",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _uuidv4(Class, params) {
	return new Class({
		type: "string",
		format: "uuid",
		check: "string_format",
		abort: false,
		version: "v4",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _uuidv6(Class, params) {
	return new Class({
		type: "string",
		format: "uuid",
		check: "string_format",
		abort: false,
		version: "v6",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _uuidv7(Class, params) {
	return new Class({
		type: "string",
		format: "uuid",
		check: "string_format",
		abort: false,
		version: "v7",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _url(Class, params) {
	return new Class({
		type: "string",
		format: "url",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _emoji(Class, params) {
	return new Class({
		type: "string",
		format: "emoji",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _nanoid(Class, params) {
	return new Class({
		type: "string",
		format: "nanoid",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
/**
* @deprecated CUID v1 is deprecated by its authors due to information leakage
* (timestamps embedded in the id). Use {@link _cuid2} instead.
* See https://github.com/paralleldrive/cuid.
*/
// @__NO_SIDE_EFFECTS__
function _cuid(Class, params) {
	return new Class({
		type: "string",
		format: "cuid",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _cuid2(Class, params) {
	return new Class({
		type: "string",
		format: "cuid2",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _ulid(Class, params) {
	return new Class({
		type: "string",
		format: "ulid",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _xid(Class, params) {
	return new Class({
		type: "string",
		format: "xid",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _ksuid(Class, params) {
	return new Class({
		type: "string",
		format: "ksuid",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _ipv4(Class, params) {
	return new Class({
		type: "string",
		format: "ipv4",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _ipv6(Class, params) {
	return new Class({
		type: "string",
		format: "ipv6",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _cidrv4(Class, params) {
	return new Class({
		type: "string",
		format: "cidrv4",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _cidrv6(Class, params) {
	return new Class({
		type: "string",
		format: "cidrv6",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _base64(Class, params) {
	return new Class({
		type: "string",
		format: "base64",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _base64url(Class, params) {
	return new Class({
		type: "string",
		format: "base64url",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _e164(Class, params) {
	return new Class({
		type: "string",
		format: "e164",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _jwt(Class, params) {
	return new Class({
		type: "string",
		format: "jwt",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _isoDateTime(Class, params) {
	return new Class({
		type: "string",
		format: "datetime",
		check: "string_format",
		offset: false,
		local: false,
		precision: null,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _isoDate(Class, params) {
	return new Class({
		type: "string",
		format: "date",
		check: "string_format",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _isoTime(Class, params) {
	return new Class({
		type: "string",
		format: "time",
		check: "string_format",
		precision: null,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _isoDuration(Class, params) {
	return new Class({
		type: "string",
		format: "duration",
		check: "string_format",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _number(Class, params) {
	return new Class(snapshotChecks({
		type: "number",
		checks: [],
		...normalizeParams(params)
	}));
}
// @__NO_SIDE_EFFECTS__
function _int(Class, params) {
	return new Class({
		type: "number",
		check: "number_format",
		abort: false,
		format: "safeint",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _boolean(Class, params) {
	return new Class({
		type: "boolean",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _unknown(Class) {
	return new Class({ type: "unknown" });
}
// @__NO_SIDE_EFFECTS__
function _never(Class, params) {
	return new Class({
		type: "never",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _lt(value, params) {
	return new $ZodCheckLessThan({
		check: "less_than",
		...normalizeParams(params),
		value,
		inclusive: false
	});
}
// @__NO_SIDE_EFFECTS__
function _lte(value, params) {
	return new $ZodCheckLessThan({
		check: "less_than",
		...normalizeParams(params),
		value,
		inclusive: true
	});
}
// @__NO_SIDE_EFFECTS__
function _gt(value, params) {
	return new $ZodCheckGreaterThan({
		check: "greater_than",
		...normalizeParams(params),
		value,
		inclusive: false
	});
}
// @__NO_SIDE_EFFECTS__
function _gte(value, params) {
	return new $ZodCheckGreaterThan({
		check: "greater_than",
		...normalizeParams(params),
		value,
		inclusive: true
	});
}
// @__NO_SIDE_EFFECTS__
function _multipleOf(value, params) {
	return new $ZodCheckMultipleOf({
		check: "multiple_of",
		...normalizeParams(params),
		value
	});
}
// @__NO_SIDE_EFFECTS__
function _maxSize(maximum, params) {
	return new $ZodCheckMaxSize({
		check: "max_size",
		...normalizeParams(params),
		maximum
	});
}
// @__NO_SIDE_EFFECTS__
function _minSize(minimum, params) {
	return new $ZodCheckMinSize({
		check: "min_size",
		...normalizeParams(params),
		minimum
	});
}
// @__NO_SIDE_EFFECTS__
function _size(size, params) {
	return new $ZodCheckSizeEquals({
		check: "size_equals",
		...normalizeParams(params),
		size
	});
}
// @__NO_SIDE_EFFECTS__
function _maxLength(maximum, params) {
	return new $ZodCheckMaxLength({
		check: "max_length",
		...normalizeParams(params),
		maximum
	});
}
// @__NO_SIDE_EFFECTS__
function _minLength(minimum, params) {
	return new $ZodCheckMinLength({
		check: "min_length",
		...normalizeParams(params),
		minimum
	});
}
// @__NO_SIDE_EFFECTS__
function _length(length, params) {
	return new $ZodCheckLengthEquals({
		check: "length_equals",
		...normalizeParams(params),
		length
	});
}
// @__NO_SIDE_EFFECTS__
function _regex(pattern, params) {
	return new $ZodCheckRegex({
		check: "string_format",
		format: "regex",
		...normalizeParams(params),
		pattern
	});
}
// @__NO_SIDE_EFFECTS__
function _lowercase(params) {
	return new $ZodCheckLowerCase({
		check: "string_format",
		format: "lowercase",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _uppercase(params) {
	return new $ZodCheckUpperCase({
		check: "string_format",
		format: "uppercase",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _includes(includes, params) {
	return new $ZodCheckIncludes({
		check: "string_format",
		format: "includes",
		...normalizeParams(params),
		includes
	});
}
// @__NO_SIDE_EFFECTS__
function _startsWith(prefix, params) {
	return new $ZodCheckStartsWith({
		check: "string_format",
		format: "starts_with",
		...normalizeParams(params),
		prefix
	});
}
// @__NO_SIDE_EFFECTS__
function _endsWith(suffix, params) {
	return new $ZodCheckEndsWith({
		check: "string_format",
		format: "ends_with",
		...normalizeParams(params),
		suffix
	});
}
// @__NO_SIDE_EFFECTS__
function _overwrite(tx) {
	return new $ZodCheckOverwrite({
		check: "overwrite",
		tx
	});
}
// @__NO_SIDE_EFFECTS__
function _normalize(form) {
	return /* @__PURE__ */ _overwrite((input) => input.normalize(form));
}
// @__NO_SIDE_EFFECTS__
function _trim() {
	return /* @__PURE__ */ _overwrite((input) => input.trim());
}
// @__NO_SIDE_EFFECTS__
function _toLowerCase() {
	return /* @__PURE__ */ _overwrite((input) => input.toLowerCase());
}
// @__NO_SIDE_EFFECTS__
function _toUpperCase() {
	return /* @__PURE__ */ _overwrite((input) => input.toUpperCase());
}
// @__NO_SIDE_EFFECTS__
function _slugify() {
	return /* @__PURE__ */ _overwrite((input) => slugify(input));
}
// @__NO_SIDE_EFFECTS__
function _array(Class, element, params) {
	return new Class({
		type: "array",
		element,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _custom(Class, fn, _params) {
	const norm = normalizeParams(_params);
	norm.abort ?? (norm.abort = true);
	return new Class({
		type: "custom",
		check: "custom",
		fn,
		...norm
	});
}
// @__NO_SIDE_EFFECTS__
function _refine(Class, fn, _params) {
	return new Class({
		type: "custom",
		check: "custom",
		fn,
		...normalizeParams(_params)
	});
}
// @__NO_SIDE_EFFECTS__
function _superRefine(fn, params) {
	const ch = /* @__PURE__ */ _check((payload) => {
		payload.addIssue = (issue$2) => {
			if (typeof issue$2 === "string") payload.issues.push(issue(issue$2, payload.value, ch._zod.def));
			else {
				const _issue = issue$2;
				if (_issue.fatal) _issue.continue = false;
				_issue.code ?? (_issue.code = "custom");
				if (!("input" in _issue)) _issue.input = payload.value;
				_issue.inst ?? (_issue.inst = ch);
				_issue.continue ?? (_issue.continue = !ch._zod.def.abort);
				payload.issues.push(issue(_issue));
			}
		};
		return fn(payload.value, payload);
	}, params);
	return ch;
}
// @__NO_SIDE_EFFECTS__
function _check(fn, params) {
	const ch = new $ZodCheck({
		check: "custom",
		...normalizeParams(params)
	});
	ch._zod.check = fn;
	return ch;
}
// node_modules/zod/v4/core/to-json-schema.js
function assignProps(target, ...sources) {
	for (const source of sources) for (const key of Reflect.ownKeys(source)) if (Object.prototype.propertyIsEnumerable.call(source, key)) assignProp(target, key, source[key]);
	return target;
}
function initializeContext(params) {
	let target = params?.target ?? "draft-2020-12";
	if (target === "draft-4") target = "draft-04";
	if (target === "draft-7") target = "draft-07";
	return {
		processors: params.processors ?? {},
		metadataRegistry: params?.metadata ?? globalRegistry,
		target,
		unrepresentable: params?.unrepresentable ?? "throw",
		override: params?.override ?? (() => {}),
		io: params?.io ?? "output",
		counter: 0,
		seen: /* @__PURE__ */ new Map(),
		sharedDefsExtractedFor: void 0,
		sharedEmitDoneFor: void 0,
		cycles: params?.cycles ?? "ref",
		reused: params?.reused ?? "inline",
		intersections: [],
		deferred: [],
		external: params?.external ?? void 0
	};
}
/**
* Applies the `unrepresentable` setting at a site that has no JSON Schema equivalent. Throws
* `message` unless the setting (or the handler's return value) says otherwise. Returns `true` if a
* custom JSON Schema was written into `json`, in which case the caller must not write its own.
*/
function handleUnrepresentable(schema, ctx, json, params, message) {
	const result = typeof ctx.unrepresentable === "function" ? ctx.unrepresentable({
		zodSchema: schema,
		path: params.path,
		message
	}) : ctx.unrepresentable;
	if (result === "any") return false;
	if (result === void 0 || result === "throw") throw new Error(message);
	Object.assign(json, result);
	return true;
}
function processSchema(schema, ctx, _params = {
	path: [],
	schemaPath: []
}) {
	var _a;
	const def = schema._zod.def;
	const seen = ctx.seen.get(schema);
	if (seen) {
		seen.count++;
		if (_params.schemaPath.includes(schema)) seen.cycle = _params.path;
		return seen.schema;
	}
	const result = {
		schema: {},
		count: 1,
		cycle: void 0,
		path: _params.path
	};
	ctx.seen.set(schema, result);
	ctx.sharedDefsExtractedFor = void 0;
	ctx.sharedEmitDoneFor = void 0;
	const overrideSchema = schema._zod.toJSONSchema?.();
	if (overrideSchema) result.schema = overrideSchema;
	else {
		const params = {
			..._params,
			schemaPath: [..._params.schemaPath, schema],
			path: _params.path
		};
		if (schema._zod.processJSONSchema) schema._zod.processJSONSchema(ctx, result.schema, params);
		else {
			const _json = result.schema;
			const processor = ctx.processors[def.type];
			if (!processor) throw new Error(`[toJSONSchema]: Non-representable type encountered: ${def.type}`);
			processor(schema, ctx, _json, params);
		}
		const parent = schema._zod.parent;
		if (parent) {
			if (!result.ref) result.ref = parent;
			processSchema(parent, ctx, params);
			ctx.seen.get(parent).isParent = true;
		}
	}
	const meta = ctx.metadataRegistry.get(schema);
	if (meta) assignProps(result.schema, meta);
	if (ctx.io === "input" && isTransforming(schema)) {
		delete result.schema.examples;
		delete result.schema.default;
	}
	if (ctx.io === "input" && "_prefault" in result.schema) (_a = result.schema).default ?? (_a.default = result.schema._prefault);
	delete result.schema._prefault;
	return ctx.seen.get(schema).schema;
}
function encodeJSONPointerSegment(segment) {
	return segment.replace(/~/g, "~0").replace(/\//g, "~1");
}
function extractDefs(ctx, schema) {
	const root = ctx.seen.get(schema);
	if (!root) throw new Error("Unprocessed schema. This is a bug in Zod.");
	if (ctx.external && ctx.sharedDefsExtractedFor === ctx.external) return;
	const idToSchema = /* @__PURE__ */ new Map();
	for (const entry of ctx.seen.entries()) {
		const id = ctx.metadataRegistry.get(entry[0])?.id;
		if (id) {
			const existing = idToSchema.get(id);
			if (existing && existing !== entry[0]) throw new Error(`Duplicate schema id "${id}" detected during JSON Schema conversion. Two different schemas cannot share the same id when converted together.`);
			idToSchema.set(id, entry[0]);
		}
	}
	const makeURI = (entry) => {
		const defsSegment = ctx.target === "draft-2020-12" ? "$defs" : "definitions";
		if (ctx.external) {
			const externalId = ctx.external.registry.get(entry[0])?.id;
			const uriGenerator = ctx.external.uri ?? ((id) => id);
			if (externalId) return { ref: uriGenerator(externalId) };
			const id = entry[1].defId ?? entry[1].schema.id ?? `schema${ctx.counter++}`;
			entry[1].defId = id;
			return {
				defId: id,
				ref: `${uriGenerator("__shared")}#/${defsSegment}/${encodeJSONPointerSegment(id)}`
			};
		}
		const uriPrefix = `#`;
		const defUriPrefix = `${uriPrefix}/${defsSegment}/`;
		if (entry[1] === root && !entry[1].schema.id) return { ref: uriPrefix };
		const defId = entry[1].schema.id ?? `__schema${ctx.counter++}`;
		return {
			defId,
			ref: defUriPrefix + encodeJSONPointerSegment(defId)
		};
	};
	const extractToDef = (entry) => {
		if (entry[1].schema.$ref) return;
		const seen = entry[1];
		const { ref, defId } = makeURI(entry);
		seen.def = { ...seen.schema };
		if (defId) seen.defId = defId;
		const schema = seen.schema;
		for (const key in schema) delete schema[key];
		schema.$ref = ref;
	};
	if (ctx.cycles === "throw") for (const entry of ctx.seen.entries()) {
		const seen = entry[1];
		if (seen.cycle) throw new Error(`Cycle detected: #/${seen.cycle?.join("/")}/<root>

Set the \`cycles\` parameter to \`"ref"\` to resolve cyclical schemas with defs.`);
	}
	for (const entry of ctx.seen.entries()) {
		const seen = entry[1];
		if (schema === entry[0]) {
			extractToDef(entry);
			continue;
		}
		if (ctx.external) {
			const ext = ctx.external.registry.get(entry[0])?.id;
			if (schema !== entry[0] && ext) {
				extractToDef(entry);
				continue;
			}
		}
		if (ctx.metadataRegistry.get(entry[0])?.id) {
			extractToDef(entry);
			continue;
		}
		if (seen.cycle) {
			extractToDef(entry);
			continue;
		}
		if (seen.count > 1) {
			if (ctx.reused === "ref") extractToDef(entry);
		}
	}
	if (ctx.external) ctx.sharedDefsExtractedFor = ctx.external;
}
/** Rewrites `anyOf: [{type: "a"}, {type: "b"}]` to `type: ["a", "b"]`, which every JSON Schema draft treats as equivalent and most consumers render far better for the nullable case. Only branches that are a bare type assertion qualify — anything carrying a constraint, `$ref`, `const` or metadata is left alone. Runs after `flattenRef`, so a branch an override decorated or `$defs` extraction turned into a `$ref` is no longer bare and correctly stays in `anyOf`. `oneOf` is excluded: `integer` and `number` overlap, so "exactly one" and "at least one" are not the same there. OpenAPI 3.0 is excluded: its `type` must be a single string. */
function compactTypeUnion(schema) {
	const options = schema.anyOf;
	if (!Array.isArray(options) || options.length === 0 || schema.type !== void 0) return;
	const types = [];
	for (const option of options) {
		if (!option || typeof option !== "object") return;
		compactTypeUnion(option);
		const keys = Object.keys(option);
		if (keys.length !== 1 || keys[0] !== "type") return;
		const type = option.type;
		for (const member of Array.isArray(type) ? type : [type]) {
			if (typeof member !== "string") return;
			if (!types.includes(member)) types.push(member);
		}
	}
	delete schema.anyOf;
	schema.type = types.length === 1 ? types[0] : types;
}
/** Keywords `foldIntersection` knows how to combine. Anything else — `$ref`, `patternProperties`,
* an annotation like `description` — makes a member unfoldable, so a constraint this does not
* understand leaves the `allOf` alone instead of being silently dropped or misattributed. */
const FOLDABLE_KEYS = /* @__PURE__ */ new Set([
	"type",
	"properties",
	"required",
	"additionalProperties"
]);
const UNION_KEYS = ["oneOf", "anyOf"];
/** A member's constraint on a key it does not declare itself. A `catchall` states one; `false`, an absent `additionalProperties`, and the empty schema a loose object emits state nothing. */
function undeclaredConstraint(member) {
	const extra = member.additionalProperties;
	if (extra === void 0 || extra === false || typeof extra !== "object" || extra === null) return null;
	return Object.keys(extra).length ? extra : null;
}
/** Combines object members into the single object they describe together, or returns `null` if any of them carries a keyword outside {@link FOLDABLE_KEYS}. */
function foldObjects(members) {
	const objects = [];
	for (const member of members) {
		if (typeof member !== "object" || member.type !== "object") return null;
		for (const key in member) if (!FOLDABLE_KEYS.has(key)) return null;
		objects.push(member);
	}
	const properties = {};
	const required = /* @__PURE__ */ new Set();
	for (const object of objects) {
		for (const key in object.properties) {
			if (Object.prototype.hasOwnProperty.call(properties, key)) continue;
			const parts = [];
			for (const other of objects) {
				const part = other.properties?.[key] ?? undeclaredConstraint(other);
				if (part === null || part === void 0) continue;
				if (!parts.some((seen) => JSON.stringify(seen) === JSON.stringify(part))) parts.push(part);
			}
			assignProp(properties, key, parts.length === 1 ? parts[0] : foldObjects(parts) ?? { allOf: parts });
		}
		for (const key of object.required ?? []) required.add(key);
	}
	const folded = {
		type: "object",
		properties
	};
	if (required.size) folded.required = [...required];
	if (objects.every((object) => object.additionalProperties === false)) folded.additionalProperties = false;
	else {
		const constraints = [];
		for (const object of objects) {
			const constraint = undeclaredConstraint(object);
			if (constraint && !constraints.some((seen) => JSON.stringify(seen) === JSON.stringify(constraint))) constraints.push(constraint);
		}
		if (constraints.length === 1) folded.additionalProperties = constraints[0];
		else if (constraints.length > 1) folded.additionalProperties = { allOf: constraints };
	}
	return folded;
}
/** `additionalProperties` in an `allOf` member sees only that member's own `properties`, so two
* closed object members reject each other's keys and the schema validates nothing. Zod's parser
* pools the key sets instead — `handleIntersectionResults` reports a key as unrecognized only when
* *every* side rejects it — so the emitted schema has to pool them too, and folding the members
* into one object is the encoding that says so on every target.
*
* This runs from `finalize`, after `extractDefs`, which is what keeps it clear of the `$ref`
* machinery: a member extracted into `$defs` is already a `$ref` by now and declines to fold, so it
* keeps its reference and its own closedness rather than being inlined as a stale copy. */
function foldIntersection(json) {
	const allOf = json.allOf;
	if (!Array.isArray(allOf) || allOf.length < 2) return;
	for (const key of FOLDABLE_KEYS) if (key in json) return;
	const unions = allOf.filter((m) => UNION_KEYS.some((k) => Array.isArray(m[k])));
	let folded = null;
	if (!unions.length) folded = foldObjects(allOf);
	else {
		const union = unions[0];
		const keyword = UNION_KEYS.find((k) => Array.isArray(union[k]));
		if (Object.keys(union).length !== 1) return;
		const rest = allOf.filter((m) => m !== union);
		const branches = union[keyword].map((branch) => foldObjects([...rest, branch]));
		if (branches.some((b) => !b)) return;
		folded = { [keyword]: branches };
	}
	if (!folded) return;
	delete json.allOf;
	assignProps(json, folded);
}
function finalize(ctx, schema) {
	const root = ctx.seen.get(schema);
	if (!root) throw new Error("Unprocessed schema. This is a bug in Zod.");
	const flattenRef = (zodSchema) => {
		const seen = ctx.seen.get(zodSchema);
		if (seen.ref === null) return;
		const schema = seen.def ?? seen.schema;
		const _cached = { ...schema };
		const ref = seen.ref;
		seen.ref = null;
		if (ref) {
			flattenRef(ref);
			const refSeen = ctx.seen.get(ref);
			const refSchema = refSeen.schema;
			if (refSchema.$ref && (ctx.target === "draft-07" || ctx.target === "draft-04" || ctx.target === "openapi-3.0")) {
				schema.allOf = schema.allOf ?? [];
				schema.allOf.push(refSchema);
			} else assignProps(schema, refSchema);
			assignProps(schema, _cached);
			if (zodSchema._zod.parent === ref) for (const key in schema) {
				if (key === "$ref" || key === "allOf") continue;
				if (!(key in _cached)) delete schema[key];
			}
			if (refSchema.$ref && refSeen.def) for (const key in schema) {
				if (key === "$ref" || key === "allOf") continue;
				if (key in refSeen.def && JSON.stringify(schema[key]) === JSON.stringify(refSeen.def[key])) delete schema[key];
			}
		}
		const parent = zodSchema._zod.parent;
		if (parent && parent !== ref) {
			flattenRef(parent);
			const parentSeen = ctx.seen.get(parent);
			if (parentSeen?.schema.$ref) {
				schema.$ref = parentSeen.schema.$ref;
				if (parentSeen.def) for (const key in schema) {
					if (key === "$ref" || key === "allOf") continue;
					if (key in parentSeen.def && JSON.stringify(schema[key]) === JSON.stringify(parentSeen.def[key])) delete schema[key];
				}
			}
		}
		ctx.override({
			zodSchema,
			jsonSchema: schema,
			path: seen.path ?? []
		});
	};
	if (!ctx.external || ctx.sharedEmitDoneFor !== ctx.external) {
		for (const entry of [...ctx.seen.entries()].reverse()) flattenRef(entry[0]);
		if (ctx.target !== "openapi-3.0") for (const entry of ctx.seen.entries()) compactTypeUnion(entry[1].def ?? entry[1].schema);
		for (const rewrite of ctx.deferred) rewrite();
		if (ctx.intersections.length) {
			const carriers = /* @__PURE__ */ new Map();
			for (const seen of ctx.seen.values()) for (const json of [seen.schema, seen.def]) {
				const allOf = json?.allOf;
				if (!Array.isArray(allOf)) continue;
				const existing = carriers.get(allOf);
				if (existing) existing.push(json);
				else carriers.set(allOf, [json]);
			}
			for (const allOf of ctx.intersections) for (const json of carriers.get(allOf) ?? []) foldIntersection(json);
		}
	}
	const result = {};
	if (ctx.target === "draft-2020-12") result.$schema = "https://json-schema.org/draft/2020-12/schema";
	else if (ctx.target === "draft-07") result.$schema = "http://json-schema.org/draft-07/schema#";
	else if (ctx.target === "draft-04") result.$schema = "http://json-schema.org/draft-04/schema#";
	else if (ctx.target === "openapi-3.0") {}
	if (ctx.external?.uri) {
		const id = ctx.external.registry.get(schema)?.id;
		if (!id) throw new Error("Schema is missing an `id` property");
		result.$id = ctx.external.uri(id);
	}
	assignProps(result, root.defId ? root.schema : root.def ?? root.schema);
	const rootMetaId = ctx.metadataRegistry.get(schema)?.id;
	if (rootMetaId !== void 0 && result.id === rootMetaId) delete result.id;
	const defs = ctx.external?.defs ?? {};
	if (!ctx.external || ctx.sharedEmitDoneFor !== ctx.external) for (const entry of ctx.seen.entries()) {
		const seen = entry[1];
		if (seen.def && seen.defId) {
			if (seen.def.id === seen.defId) delete seen.def.id;
			assignProp(defs, seen.defId, seen.def);
		}
	}
	if (ctx.external) ctx.sharedEmitDoneFor = ctx.external;
	if (ctx.external) {} else if (Object.keys(defs).length > 0) {
		if (ctx.target === "draft-2020-12") result.$defs = defs;
		else result.definitions = defs;
	}
	try {
		const finalized = JSON.parse(JSON.stringify(result));
		Object.defineProperty(finalized, "~standard", {
			value: {
				...schema["~standard"],
				jsonSchema: {
					input: createStandardJSONSchemaMethod(schema, "input", ctx.processors),
					output: createStandardJSONSchemaMethod(schema, "output", ctx.processors)
				}
			},
			enumerable: false,
			writable: false
		});
		return finalized;
	} catch (_err) {
		throw new Error("Error converting schema to JSON.");
	}
}
function isTransforming(_schema, _ctx) {
	const ctx = _ctx ?? { seen: /* @__PURE__ */ new Set() };
	if (ctx.seen.has(_schema)) return false;
	ctx.seen.add(_schema);
	const def = _schema._zod.def;
	if (def.type === "transform") return true;
	if (def.type === "array") return isTransforming(def.element, ctx);
	if (def.type === "set") return isTransforming(def.valueType, ctx);
	if (def.type === "lazy") return isTransforming(def.getter(), ctx);
	if (def.type === "promise" || def.type === "optional" || def.type === "nonoptional" || def.type === "nullable" || def.type === "readonly" || def.type === "default" || def.type === "prefault" || def.type === "catch") return isTransforming(def.innerType, ctx);
	if (def.type === "intersection") return isTransforming(def.left, ctx) || isTransforming(def.right, ctx);
	if (def.type === "record" || def.type === "map") return isTransforming(def.keyType, ctx) || isTransforming(def.valueType, ctx);
	if (def.type === "pipe") {
		if (_schema._zod.traits.has("$ZodCodec")) return true;
		return isTransforming(def.in, ctx) || isTransforming(def.out, ctx);
	}
	if (def.type === "object") {
		for (const key in def.shape) if (isTransforming(def.shape[key], ctx)) return true;
		return false;
	}
	if (def.type === "union") {
		for (const option of def.options) if (isTransforming(option, ctx)) return true;
		return false;
	}
	if (def.type === "tuple") {
		for (const item of def.items) if (isTransforming(item, ctx)) return true;
		if (def.rest && isTransforming(def.rest, ctx)) return true;
		return false;
	}
	return false;
}
/**
* Creates a toJSONSchema method for a schema instance.
* This encapsulates the logic of initializing context, processing, extracting defs, and finalizing.
*/
const createToJSONSchemaMethod = (schema, processors = {}) => (params) => {
	const ctx = initializeContext({
		...params,
		processors
	});
	processSchema(schema, ctx);
	extractDefs(ctx, schema);
	return finalize(ctx, schema);
};
const createStandardJSONSchemaMethod = (schema, io, processors = {}) => (params) => {
	const { libraryOptions, target } = params ?? {};
	const ctx = initializeContext({
		...libraryOptions ?? {},
		target,
		io,
		processors
	});
	processSchema(schema, ctx);
	extractDefs(ctx, schema);
	return finalize(ctx, schema);
};
// node_modules/zod/v4/core/json-schema-processors.js
const narrowMin = (agg, key, value) => {
	if (agg[key] === void 0 || value > agg[key]) agg[key] = value;
};
const narrowMax = (agg, key, value) => {
	if (agg[key] === void 0 || value < agg[key]) agg[key] = value;
};
const narrowBoth = (agg, value) => {
	narrowMin(agg, "minimum", value);
	narrowMax(agg, "maximum", value);
};
const addDivisor = (agg, value) => {
	agg.multipleOf ?? (agg.multipleOf = []);
	if (!agg.multipleOf.includes(value)) agg.multipleOf.push(value);
};
const addPattern = (agg, pattern) => {
	agg.patterns ?? (agg.patterns = /* @__PURE__ */ new Set());
	agg.patterns.add(pattern);
};
const intersectMime = (agg, mime) => {
	agg.mime = agg.mime ? agg.mime.filter((m) => mime.includes(m)) : [...mime];
};
const setFormat = (agg, format) => {
	agg.format = format;
	if (format.includes("int")) agg.isInt = true;
};
const minContributor = (agg, def) => narrowMin(agg, "minimum", def.minimum);
const maxContributor = (agg, def) => narrowMax(agg, "maximum", def.maximum);
const formatContributor = (ranges) => (agg, def) => {
	setFormat(agg, def.format);
	const [minimum, maximum] = ranges[def.format];
	narrowMin(agg, "minimum", minimum);
	narrowMax(agg, "maximum", maximum);
};
const contributors = {
	greater_than: (agg, def) => narrowMin(agg, def.inclusive ? "minimum" : "exclusiveMinimum", def.value),
	less_than: (agg, def) => narrowMax(agg, def.inclusive ? "maximum" : "exclusiveMaximum", def.value),
	multiple_of: (agg, def) => addDivisor(agg, def.value),
	number_format: formatContributor(NUMBER_FORMAT_RANGES),
	bigint_format: formatContributor(BIGINT_FORMAT_RANGES),
	min_length: minContributor,
	max_length: maxContributor,
	length_equals: (agg, def) => narrowBoth(agg, def.length),
	min_size: minContributor,
	max_size: maxContributor,
	size_equals: (agg, def) => narrowBoth(agg, def.size),
	string_format: (agg, def) => {
		setFormat(agg, def.format);
		if (def.pattern) addPattern(agg, def.pattern);
		if (def.format === "base64" || def.format === "base64url") agg.contentEncoding = def.format;
		if (def.local || def.precision === -1) agg.laxFormat = true;
	},
	mime_type: (agg, def) => intersectMime(agg, def.mime)
};
function aggregateChecks(schema) {
	const agg = {};
	const def = schema._zod.def;
	const list = schema._zod.traits.has("$ZodCheck") ? [schema, ...def.checks ?? []] : def.checks ?? [];
	for (const ch of list) contributors[ch._zod.def.check]?.(agg, ch._zod.def);
	const bag = schema._zod.bag;
	if (bag.minimum !== void 0) narrowMin(agg, "minimum", bag.minimum);
	if (bag.exclusiveMinimum !== void 0) narrowMin(agg, "exclusiveMinimum", bag.exclusiveMinimum);
	if (bag.maximum !== void 0) narrowMax(agg, "maximum", bag.maximum);
	if (bag.exclusiveMaximum !== void 0) narrowMax(agg, "exclusiveMaximum", bag.exclusiveMaximum);
	if (bag.multipleOf !== void 0) addDivisor(agg, bag.multipleOf);
	if (bag.format !== void 0) {
		agg.format ?? (agg.format = bag.format);
		if (bag.format.includes("int")) agg.isInt = true;
	}
	if (bag.mime) intersectMime(agg, bag.mime);
	for (const pattern of bag.patterns ?? []) addPattern(agg, pattern);
	return agg;
}
const formatMap = {
	guid: "uuid",
	url: "uri",
	datetime: "date-time",
	json_string: "json-string",
	regex: ""
};
const exactPatterns = /* @__PURE__ */ new Map([[base64Charset, base64], [base64urlCharset, base64url]]);
const exactPattern = (p) => exactPatterns.get(p) ?? p;
const stringProcessor = (schema, ctx, _json, _params) => {
	const json = _json;
	json.type = "string";
	const { minimum, maximum, format, patterns, contentEncoding, laxFormat } = aggregateChecks(schema);
	if (typeof minimum === "number") json.minLength = minimum;
	if (typeof maximum === "number") json.maxLength = maximum;
	if (format) {
		json.format = formatMap[format] ?? format;
		if (json.format === "") delete json.format;
		if (format === "time" || laxFormat) delete json.format;
	}
	if (contentEncoding) json.contentEncoding = contentEncoding;
	if (patterns && patterns.size > 0) {
		const patternList = [...patterns].map(exactPattern);
		if (patternList.length === 1) json.pattern = patternList[0].source;
		else if (patternList.length > 1) json.allOf = [...patternList.map((regex) => ({
			...ctx.target === "draft-07" || ctx.target === "draft-04" || ctx.target === "openapi-3.0" ? { type: "string" } : {},
			pattern: regex.source
		}))];
	}
};
const numberProcessor = (schema, ctx, _json, params) => {
	const json = _json;
	const { minimum, maximum, multipleOf, exclusiveMaximum, exclusiveMinimum, isInt } = aggregateChecks(schema);
	json.type = isInt ? "integer" : "number";
	const exMin = typeof exclusiveMinimum === "number" && exclusiveMinimum >= (minimum ?? Number.NEGATIVE_INFINITY);
	const exMax = typeof exclusiveMaximum === "number" && exclusiveMaximum <= (maximum ?? Number.POSITIVE_INFINITY);
	const legacy = ctx.target === "draft-04" || ctx.target === "openapi-3.0";
	if (exMin) {
		if (legacy) {
			json.minimum = exclusiveMinimum;
			json.exclusiveMinimum = true;
		} else json.exclusiveMinimum = exclusiveMinimum;
	} else if (typeof minimum === "number") json.minimum = minimum;
	if (exMax) {
		if (legacy) {
			json.maximum = exclusiveMaximum;
			json.exclusiveMaximum = true;
		} else json.exclusiveMaximum = exclusiveMaximum;
	} else if (typeof maximum === "number") json.maximum = maximum;
	if (multipleOf) {
		const divisors = /* @__PURE__ */ new Set();
		for (const divisor of multipleOf) if (Number.isFinite(divisor) && divisor !== 0) divisors.add(Math.abs(divisor));
		else handleUnrepresentable(schema, ctx, json, params, `A multipleOf divisor of ${divisor} cannot be represented in JSON Schema`);
		const [first, ...rest] = divisors;
		if (first !== void 0) json.multipleOf = first;
		if (rest.length) json.allOf = [...json.allOf ?? [], ...rest.map((m) => ({ multipleOf: m }))];
	}
};
const booleanProcessor = (_schema, _ctx, json, _params) => {
	json.type = "boolean";
};
const neverProcessor = (_schema, _ctx, json, _params) => {
	json.not = {};
};
const enumProcessor = (schema, _ctx, json, _params) => {
	const def = schema._zod.def;
	const values = getEnumValues(def.entries);
	if (values.length === 0) {
		json.not = {};
		return;
	}
	if (values.every((v) => typeof v === "number")) json.type = "number";
	if (values.every((v) => typeof v === "string")) json.type = "string";
	json.enum = values;
};
const literalProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	if (def.values.length === 0) {
		json.not = {};
		return;
	}
	const vals = [];
	for (const val of def.values) if (val === void 0) {
		if (handleUnrepresentable(schema, ctx, json, params, "Literal `undefined` cannot be represented in JSON Schema")) return;
	} else if (typeof val === "bigint") {
		if (handleUnrepresentable(schema, ctx, json, params, "BigInt literals cannot be represented in JSON Schema")) return;
		vals.push(Number(val));
	} else vals.push(val);
	if (vals.length === 0) {} else if (vals.length === 1) {
		const val = vals[0];
		json.type = val === null ? "null" : typeof val;
		if (ctx.target === "draft-04" || ctx.target === "openapi-3.0") json.enum = [val];
		else json.const = val;
	} else {
		if (vals.every((v) => typeof v === "number")) json.type = "number";
		if (vals.every((v) => typeof v === "string")) json.type = "string";
		if (vals.every((v) => typeof v === "boolean")) json.type = "boolean";
		if (vals.every((v) => v === null)) json.type = "null";
		json.enum = vals;
	}
};
const customProcessor = (schema, ctx, json, params) => {
	handleUnrepresentable(schema, ctx, json, params, "Custom types cannot be represented in JSON Schema");
};
const transformProcessor = (schema, ctx, json, params) => {
	handleUnrepresentable(schema, ctx, json, params, "Transforms cannot be represented in JSON Schema");
};
const mapProcessor = (schema, ctx, json, params) => {
	handleUnrepresentable(schema, ctx, json, params, "Map cannot be represented in JSON Schema");
};
const arrayProcessor = (schema, ctx, _json, params) => {
	const json = _json;
	const def = schema._zod.def;
	const { minimum, maximum } = aggregateChecks(schema);
	if (typeof minimum === "number") json.minItems = minimum;
	if (typeof maximum === "number") json.maxItems = maximum;
	json.type = "array";
	json.items = processSchema(def.element, ctx, {
		...params,
		path: [...params.path, "items"]
	});
};
function inputOptin(schema) {
	const def = schema._zod.def;
	if (def.type === "pipe" && def.in._zod.traits.has("$ZodTransform")) return inputOptin(def.out);
	if (def.type === "catch") return inputOptin(def.innerType);
	return schema._zod.optin;
}
const objectProcessor = (schema, ctx, _json, params) => {
	const json = _json;
	const def = schema._zod.def;
	const shape = def.shape;
	if (Object.getOwnPropertySymbols(shape).length && handleUnrepresentable(schema, ctx, json, params, "Symbol keys cannot be represented in JSON Schema")) return;
	json.type = "object";
	json.properties = {};
	for (const key in shape) assignProp(json.properties, key, processSchema(shape[key], ctx, {
		...params,
		path: [
			...params.path,
			"properties",
			key
		]
	}));
	const requiredKeys = [];
	for (const key of Object.keys(shape)) {
		const field = def.shape[key];
		if (ctx.io === "input" ? inputOptin(field) === void 0 : field._zod.optout === void 0) requiredKeys.push(key);
	}
	if (requiredKeys.length > 0) json.required = requiredKeys;
	if (def.catchall?._zod.def.type === "never") json.additionalProperties = false;
	else if (!def.catchall) {
		if (ctx.io === "output") json.additionalProperties = false;
	} else if (def.catchall) json.additionalProperties = processSchema(def.catchall, ctx, {
		...params,
		path: [...params.path, "additionalProperties"]
	});
};
const unionProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	const isExclusive = def.inclusive === false;
	const options = def.options.map((x, i) => processSchema(x, ctx, {
		...params,
		path: [
			...params.path,
			isExclusive ? "oneOf" : "anyOf",
			i
		]
	}));
	if (isExclusive) json.oneOf = options;
	else json.anyOf = options;
};
const intersectionProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	const a = processSchema(def.left, ctx, {
		...params,
		path: [
			...params.path,
			"allOf",
			0
		]
	});
	const b = processSchema(def.right, ctx, {
		...params,
		path: [
			...params.path,
			"allOf",
			1
		]
	});
	const isSimpleIntersection = (val) => "allOf" in val && Object.keys(val).length === 1;
	const allOf = [...isSimpleIntersection(a) ? a.allOf : [a], ...isSimpleIntersection(b) ? b.allOf : [b]];
	json.allOf = allOf;
	ctx.intersections.push(allOf);
};
const tupleProcessor = (schema, ctx, _json, params) => {
	const json = _json;
	const def = schema._zod.def;
	json.type = "array";
	const prefixPath = ctx.target === "draft-2020-12" ? "prefixItems" : "items";
	const restPath = ctx.target === "draft-2020-12" ? "items" : ctx.target === "openapi-3.0" ? "items" : "additionalItems";
	const prefixItems = def.items.map((x, i) => processSchema(x, ctx, {
		...params,
		path: [
			...params.path,
			prefixPath,
			i
		]
	}));
	const rest = def.rest ? processSchema(def.rest, ctx, {
		...params,
		path: [
			...params.path,
			restPath,
			...ctx.target === "openapi-3.0" ? [def.items.length] : []
		]
	}) : null;
	let minItems = def.items.length;
	while (minItems > 0) {
		const item = def.items[minItems - 1];
		if (!(ctx.io === "input" ? inputOptin(item) !== void 0 : item._zod.optout === "optional")) break;
		minItems--;
	}
	const maxItems = def.items.length;
	const isClosed = !def.rest;
	if (ctx.target === "draft-2020-12") {
		json.prefixItems = prefixItems;
		if (isClosed) json.items = false;
		else if (rest) json.items = rest;
		if (minItems > 0) json.minItems = minItems;
		if (isClosed) json.maxItems = maxItems;
	} else if (ctx.target === "openapi-3.0") {
		json.items = { anyOf: prefixItems };
		if (rest) json.items.anyOf.push(rest);
		if (minItems > 0) json.minItems = minItems;
		if (isClosed) json.maxItems = maxItems;
	} else {
		json.items = prefixItems;
		if (isClosed) json.additionalItems = false;
		else if (rest) json.additionalItems = rest;
		if (minItems > 0) json.minItems = minItems;
		if (isClosed) json.maxItems = maxItems;
	}
	const { minimum, maximum } = aggregateChecks(schema);
	if (typeof minimum === "number") json.minItems = minimum;
	if (typeof maximum === "number") json.maxItems = maximum;
};
/** JSON object keys are always strings, so a numeric record key schema is re-expressed over the
* numeric-string form the record parser matches. Deferred to `finalize`, after the flatten: a key
* behind a wrapper only carries its own `type` before then, and a union key only has its branches.
*
* A numeric bound cannot apply to a property name, so `minimum` and its siblings are dropped rather
* than carried over: keeping them beside `type: "string"` reproduces the match-nothing schema this
* exists to fix. A key that carries one therefore emits wider than the record parses — `z.record(z.number().min(5), V)`
* accepts `"3"` — which is the deliberate trade, since throwing on it would reject an ordinary schema
* outright. */
function stringifyKeyNames(bySchema, json, visited) {
	if (json.$ref) {
		if (visited.has(json)) return json;
		visited.add(json);
		const def = bySchema.get(json)?.def;
		if (!def) return json;
		const inlined = stringifyKeyNames(bySchema, def, visited);
		return inlined === def ? json : inlined;
	}
	for (const keyword of ["anyOf", "oneOf"]) {
		const branches = json[keyword];
		if (!Array.isArray(branches)) continue;
		const mapped = branches.map((branch) => stringifyKeyNames(bySchema, branch, visited));
		if (mapped.some((branch, i) => branch !== branches[i])) json = {
			...json,
			[keyword]: mapped
		};
	}
	const types = Array.isArray(json.type) ? json.type : [json.type];
	const numericType = !types.includes("string") && types.some((t) => t === "number" || t === "integer");
	const values = json.enum ?? (json.const !== void 0 ? [json.const] : void 0);
	if (!numericType && !values?.some((v) => typeof v === "number")) return json;
	const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format, id, ...rest } = json;
	if (rest.enum) rest.enum = rest.enum.map((v) => typeof v === "number" ? String(v) : v);
	else if (typeof rest.const === "number") rest.const = String(rest.const);
	if (!numericType) return rest;
	rest.type = "string";
	if (!values) rest.pattern = (types.includes("number") ? number$1 : integer).source;
	return rest;
}
/** Every record of one conversion, so the carriers are found in a single pass rather than once per record. */
const pendingRecords = /* @__PURE__ */ new WeakMap();
function rewriteKeyNames(ctx) {
	const bySchema = /* @__PURE__ */ new Map();
	for (const entry of ctx.seen.values()) if (entry.def && !bySchema.has(entry.schema)) bySchema.set(entry.schema, entry);
	const rewrites = /* @__PURE__ */ new Map();
	for (const record of pendingRecords.get(ctx) ?? []) {
		const seen = ctx.seen.get(record);
		const names = (seen?.def ?? seen?.schema)?.propertyNames;
		if (!names || names === true || rewrites.has(names)) continue;
		const rewritten = stringifyKeyNames(bySchema, names, /* @__PURE__ */ new Set());
		if (rewritten !== names) rewrites.set(names, rewritten);
	}
	if (!rewrites.size) return;
	for (const entry of ctx.seen.values()) for (const carrier of [entry.schema, entry.def]) {
		const rewritten = carrier && rewrites.get(carrier.propertyNames);
		if (rewritten) carrier.propertyNames = rewritten;
	}
}
const recordProcessor = (schema, ctx, _json, params) => {
	const json = _json;
	const def = schema._zod.def;
	json.type = "object";
	const keyType = def.keyType;
	const patterns = aggregateChecks(keyType).patterns;
	if (def.mode === "loose" && patterns && patterns.size > 0) {
		const valueSchema = processSchema(def.valueType, ctx, {
			...params,
			path: [
				...params.path,
				"patternProperties",
				"*"
			]
		});
		json.patternProperties = {};
		for (const pattern of patterns) assignProp(json.patternProperties, exactPattern(pattern).source, valueSchema);
	} else {
		if (ctx.target === "draft-07" || ctx.target === "draft-2020-12") {
			json.propertyNames = processSchema(def.keyType, ctx, {
				...params,
				path: [...params.path, "propertyNames"]
			});
			let pending = pendingRecords.get(ctx);
			if (!pending) {
				pending = [];
				pendingRecords.set(ctx, pending);
				ctx.deferred.push(() => rewriteKeyNames(ctx));
			}
			pending.push(schema);
		}
		json.additionalProperties = processSchema(def.valueType, ctx, {
			...params,
			path: [...params.path, "additionalProperties"]
		});
	}
	const keyValues = keyType._zod.values;
	const omittableOnInput = ctx.io === "input" && inputOptin(def.valueType) !== void 0;
	if (keyValues && !def.partial && !omittableOnInput) {
		const validKeyValues = [...keyValues].filter((v) => typeof v === "string" || typeof v === "number");
		if (validKeyValues.length > 0) json.required = validKeyValues.map(String);
	}
};
const nullableProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	const inner = processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	if (ctx.target === "openapi-3.0") {
		seen.ref = def.innerType;
		json.nullable = true;
	} else json.anyOf = [inner, { type: "null" }];
};
const nonoptionalProcessor = (schema, ctx, _json, params) => {
	const def = schema._zod.def;
	processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = def.innerType;
};
/** Round-trips a default value through JSON so the emitted schema is guaranteed to be valid JSON.
* A BigInt has no reliable encoding, so it goes through `unrepresentable` like any other
* unrepresentable value. Returns a sentinel when the caller must not write a default of its own. */
const UNREPRESENTABLE_DEFAULT = Symbol();
function serializeDefaultValue(value, schema, ctx, json, params) {
	let unrepresentable = false;
	const serialized = JSON.stringify(value, (_, val) => {
		if (typeof val !== "bigint") return val;
		unrepresentable = true;
		return null;
	});
	if (!unrepresentable) return JSON.parse(serialized);
	handleUnrepresentable(schema, ctx, json, params, "BigInt defaults cannot be represented in JSON Schema");
	return UNREPRESENTABLE_DEFAULT;
}
const defaultProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = def.innerType;
	const value = serializeDefaultValue(def.defaultValue, schema, ctx, json, params);
	if (value !== UNREPRESENTABLE_DEFAULT) json.default = value;
};
const prefaultProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = def.innerType;
	if (ctx.io !== "input") return;
	const value = serializeDefaultValue(def.defaultValue, schema, ctx, json, params);
	if (value !== UNREPRESENTABLE_DEFAULT) json._prefault = value;
};
const catchProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = def.innerType;
	let catchValue;
	try {
		catchValue = def.catchValue(void 0);
	} catch {
		handleUnrepresentable(schema, ctx, json, params, "Dynamic catch values are not supported in JSON Schema");
		return;
	}
	json.default = catchValue;
};
const pipeProcessor = (schema, ctx, _json, params) => {
	const def = schema._zod.def;
	const inIsTransform = def.in._zod.traits.has("$ZodTransform");
	const innerType = ctx.io === "input" ? inIsTransform ? def.out : def.in : def.out;
	processSchema(innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = innerType;
};
const readonlyProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = def.innerType;
	json.readOnly = true;
};
const optionalProcessor = (schema, ctx, _json, params) => {
	const def = schema._zod.def;
	processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = def.innerType;
};
// node_modules/zod/v4/classic/errors.js
const _installedErrorProtos = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
function _lazyMethod(proto, key, make) {
	Object.defineProperty(proto, key, {
		configurable: true,
		enumerable: false,
		get() {
			const value = make(this);
			Object.defineProperty(this, key, {
				value,
				configurable: true,
				writable: true
			});
			return value;
		},
		set(value) {
			Object.defineProperty(this, key, {
				value,
				configurable: true,
				writable: true
			});
		}
	});
}
const initializer = (inst, issues) => {
	$ZodError.init(inst, issues);
	inst.name = "ZodError";
	const proto = Object.getPrototypeOf(inst);
	if (_installedErrorProtos.has(proto)) return;
	_installedErrorProtos.add(proto);
	_lazyMethod(proto, "format", (self) => (mapper) => formatError(self, mapper));
	_lazyMethod(proto, "flatten", (self) => (mapper) => flattenError(self, mapper));
	_lazyMethod(proto, "addIssue", (self) => (issue) => {
		self.issues.push(issue);
		self.message = JSON.stringify(self.issues, jsonStringifyReplacer, 2);
	});
	_lazyMethod(proto, "addIssues", (self) => (issues) => {
		self.issues.push(...issues);
		self.message = JSON.stringify(self.issues, jsonStringifyReplacer, 2);
	});
	Object.defineProperty(proto, "isEmpty", {
		configurable: true,
		enumerable: false,
		get() {
			return this.issues.length === 0;
		}
	});
};
const ZodRealError = /*@__PURE__*/ $constructor("ZodError", initializer, void 0, { Parent: Error });
// node_modules/zod/v4/classic/parse.js
const parse = /* @__PURE__ */ _parse(ZodRealError);
const parseAsync = /* @__PURE__ */ _parseAsync(ZodRealError);
const safeParse = /* @__PURE__ */ _safeParse(ZodRealError);
const safeParseAsync = /* @__PURE__ */ _safeParseAsync(ZodRealError);
const encode = /* @__PURE__ */ _encode(ZodRealError);
const decode = /* @__PURE__ */ _decode(ZodRealError);
const encodeAsync = /* @__PURE__ */ _encodeAsync(ZodRealError);
const decodeAsync = /* @__PURE__ */ _decodeAsync(ZodRealError);
const safeEncode = /* @__PURE__ */ _safeEncode(ZodRealError);
const safeDecode = /* @__PURE__ */ _safeDecode(ZodRealError);
const safeEncodeAsync = /* @__PURE__ */ _safeEncodeAsync(ZodRealError);
const safeDecodeAsync = /* @__PURE__ */ _safeDecodeAsync(ZodRealError);
// node_modules/zod/v4/classic/schemas.js
function _ensureDefaultLocale() {
	if (!globalConfig.localeError) config(en_default());
}
function _ensureDefaultMemoizer() {
	if (!globalConfig.memoizer) config({ memoizer: memoizer() });
}
const ZodType = /*@__PURE__*/ $constructor("ZodType", (inst, def) => {
	_ensureDefaultLocale();
	$ZodType.init(inst, def);
	inst.def = def;
	inst.type = def.type;
	return inst;
}, {
	check(...chks) {
		const def = this.def;
		return this.clone(mergeDefs(def, { checks: [...def.checks ?? [], ...chks.map((ch) => typeof ch === "function" ? { _zod: {
			check: ch,
			def: { check: "custom" },
			onattach: []
		} } : ch)] }), { parent: true });
	},
	with(...chks) {
		return this.check(...chks);
	},
	clone(def, params) {
		return clone(this, def, params);
	},
	brand() {
		return this;
	},
	register(reg, meta) {
		reg.add(this, meta);
		return this;
	},
	refine(check, params) {
		return this.check(refine(check, params));
	},
	superRefine(refinement, params) {
		return this.check(superRefine(refinement, params));
	},
	overwrite(fn) {
		return this.check(/* @__PURE__ */ _overwrite(fn));
	},
	optional() {
		return optional(this);
	},
	exactOptional() {
		return exactOptional(this);
	},
	nullable() {
		return nullable(this);
	},
	nullish() {
		return optional(nullable(this));
	},
	nonoptional(params) {
		return nonoptional(this, params);
	},
	array() {
		return array(this);
	},
	or(arg) {
		return union([this, arg]);
	},
	and(arg) {
		return intersection(this, arg);
	},
	transform(tx) {
		return pipe(this, transform(tx));
	},
	default(d) {
		return _default(this, d);
	},
	prefault(d) {
		return prefault(this, d);
	},
	catch(params) {
		return _catch(this, params);
	},
	pipe(target) {
		return pipe(this, target);
	},
	readonly() {
		return readonly(this);
	},
	describe(description) {
		const cl = this.clone();
		globalRegistry.add(cl, { description });
		return cl;
	},
	meta(...args) {
		if (args.length === 0) return globalRegistry.get(this);
		const cl = this.clone();
		globalRegistry.add(cl, args[0]);
		return cl;
	},
	isOptional() {
		return this.safeParse(void 0).success;
	},
	isNullable() {
		return this.safeParse(null).success;
	},
	apply(fn, ...args) {
		return args.length === 0 ? fn(this) : fn(this, ...args);
	},
	get "~standard"() {
		return hide(this, "~standard", {
			...standardProps(this),
			jsonSchema: {
				input: createStandardJSONSchemaMethod(this, "input"),
				output: createStandardJSONSchemaMethod(this, "output")
			}
		});
	},
	set "~standard"(value) {
		own(this, "~standard", value);
	},
	parse: function _parse(data, params) {
		return parse(this, data, params, { callee: _parse });
	},
	parseAsync: async function _parseAsync(data, params) {
		return await parseAsync(this, data, params, { callee: _parseAsync });
	},
	safeParse(data, params) {
		return safeParse(this, data, params);
	},
	async safeParseAsync(data, params) {
		return safeParseAsync(this, data, params);
	},
	get spa() {
		return this?.safeParseAsync;
	},
	set spa(value) {
		own(this, "spa", value);
	},
	validate(data, params) {
		return validate(this, data, params);
	},
	validateAsync(data, params) {
		return validateAsync$1(this, data, params);
	},
	encode: function _encode(data, params) {
		return encode(this, data, params, { callee: _encode });
	},
	decode: function _decode(data, params) {
		return decode(this, data, params, { callee: _decode });
	},
	encodeAsync: async function _encodeAsync(data, params) {
		return await encodeAsync(this, data, params, { callee: _encodeAsync });
	},
	decodeAsync: async function _decodeAsync(data, params) {
		return await decodeAsync(this, data, params, { callee: _decodeAsync });
	},
	safeEncode(data, params) {
		return safeEncode(this, data, params);
	},
	safeDecode(data, params) {
		return safeDecode(this, data, params);
	},
	async safeEncodeAsync(data, params) {
		return safeEncodeAsync(this, data, params);
	},
	async safeDecodeAsync(data, params) {
		return safeDecodeAsync(this, data, params);
	},
	toJSONSchema(params) {
		return createToJSONSchemaMethod(this, {})(params);
	},
	get description() {
		return globalRegistry.get(this)?.description;
	},
	get _def() {
		return this._zod.def;
	}
});
/** @internal */
const _ZodString = /*@__PURE__*/ $constructor("_ZodString", (inst, def) => {
	$ZodString.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => stringProcessor(inst, ctx, json, params);
}, /*@__PURE__*/ derived({
	format: (inst) => aggregateChecks(inst).format ?? null,
	minLength: (inst) => aggregateChecks(inst).minimum ?? null,
	maxLength: (inst) => aggregateChecks(inst).maximum ?? null
}, {
	regex(...args) {
		return this.check(/* @__PURE__ */ _regex(...args));
	},
	includes(...args) {
		return this.check(/* @__PURE__ */ _includes(...args));
	},
	startsWith(...args) {
		return this.check(/* @__PURE__ */ _startsWith(...args));
	},
	endsWith(...args) {
		return this.check(/* @__PURE__ */ _endsWith(...args));
	},
	min(...args) {
		return this.check(/* @__PURE__ */ _minLength(...args));
	},
	max(...args) {
		return this.check(/* @__PURE__ */ _maxLength(...args));
	},
	length(...args) {
		return this.check(/* @__PURE__ */ _length(...args));
	},
	nonempty(...args) {
		return this.check(/* @__PURE__ */ _minLength(1, ...args));
	},
	lowercase(params) {
		return this.check(/* @__PURE__ */ _lowercase(params));
	},
	uppercase(params) {
		return this.check(/* @__PURE__ */ _uppercase(params));
	},
	trim() {
		return this.check(/* @__PURE__ */ _trim());
	},
	normalize(...args) {
		return this.check(/* @__PURE__ */ _normalize(...args));
	},
	toLowerCase() {
		return this.check(/* @__PURE__ */ _toLowerCase());
	},
	toUpperCase() {
		return this.check(/* @__PURE__ */ _toUpperCase());
	},
	slugify() {
		return this.check(/* @__PURE__ */ _slugify());
	}
}));
const ZodString = /*@__PURE__*/ $constructor("ZodString", (inst, def) => {
	$ZodString.init(inst, def);
	_ZodString.init(inst, def);
}, {
	email(params) {
		return this.check(/* @__PURE__ */ _email(ZodEmail, params));
	},
	url(params) {
		return this.check(/* @__PURE__ */ _url(ZodURL, params));
	},
	jwt(params) {
		return this.check(/* @__PURE__ */ _jwt(ZodJWT, params));
	},
	emoji(params) {
		return this.check(/* @__PURE__ */ _emoji(ZodEmoji, params));
	},
	guid(params) {
		return this.check(/* @__PURE__ */ _guid(ZodGUID, params));
	},
	uuid(params) {
		return this.check(/* @__PURE__ */ _uuid(ZodUUID, params));
	},
	uuidv4(params) {
		return this.check(/* @__PURE__ */ _uuidv4(ZodUUID, params));
	},
	uuidv6(params) {
		return this.check(/* @__PURE__ */ _uuidv6(ZodUUID, params));
	},
	uuidv7(params) {
		return this.check(/* @__PURE__ */ _uuidv7(ZodUUID, params));
	},
	nanoid(params) {
		return this.check(/* @__PURE__ */ _nanoid(ZodNanoID, params));
	},
	cuid(params) {
		return this.check(/* @__PURE__ */ _cuid(ZodCUID, params));
	},
	cuid2(params) {
		return this.check(/* @__PURE__ */ _cuid2(ZodCUID2, params));
	},
	ulid(params) {
		return this.check(/* @__PURE__ */ _ulid(ZodULID, params));
	},
	base64(params) {
		return this.check(/* @__PURE__ */ _base64(ZodBase64, params));
	},
	base64url(params) {
		return this.check(/* @__PURE__ */ _base64url(ZodBase64URL, params));
	},
	xid(params) {
		return this.check(/* @__PURE__ */ _xid(ZodXID, params));
	},
	ksuid(params) {
		return this.check(/* @__PURE__ */ _ksuid(ZodKSUID, params));
	},
	ipv4(params) {
		return this.check(/* @__PURE__ */ _ipv4(ZodIPv4, params));
	},
	ipv6(params) {
		return this.check(/* @__PURE__ */ _ipv6(ZodIPv6, params));
	},
	cidrv4(params) {
		return this.check(/* @__PURE__ */ _cidrv4(ZodCIDRv4, params));
	},
	cidrv6(params) {
		return this.check(/* @__PURE__ */ _cidrv6(ZodCIDRv6, params));
	},
	e164(params) {
		return this.check(/* @__PURE__ */ _e164(ZodE164, params));
	},
	datetime(params) {
		return this.check(/* @__PURE__ */ _isoDateTime(ZodISODateTime, params));
	},
	date(params) {
		return this.check(/* @__PURE__ */ _isoDate(ZodISODate, params));
	},
	time(params) {
		return this.check(/* @__PURE__ */ _isoTime(ZodISOTime, params));
	},
	duration(params) {
		return this.check(/* @__PURE__ */ _isoDuration(ZodISODuration, params));
	}
});
function string(params) {
	return /* @__PURE__ */ _string(ZodString, params);
}
const ZodStringFormat = /*@__PURE__*/ $constructor("ZodStringFormat", (inst, def) => {
	$ZodStringFormat.init(inst, def);
	_ZodString.init(inst, def);
});
const ZodISODateTime = /*@__PURE__*/ $constructor("ZodISODateTime", (inst, def) => {
	$ZodISODateTime.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodISODate = /*@__PURE__*/ $constructor("ZodISODate", (inst, def) => {
	$ZodISODate.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodISOTime = /*@__PURE__*/ $constructor("ZodISOTime", (inst, def) => {
	$ZodISOTime.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodISODuration = /*@__PURE__*/ $constructor("ZodISODuration", (inst, def) => {
	$ZodISODuration.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodEmail = /*@__PURE__*/ $constructor("ZodEmail", (inst, def) => {
	$ZodEmail.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodGUID = /*@__PURE__*/ $constructor("ZodGUID", (inst, def) => {
	$ZodGUID.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodUUID = /*@__PURE__*/ $constructor("ZodUUID", (inst, def) => {
	$ZodUUID.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodURL = /*@__PURE__*/ $constructor("ZodURL", (inst, def) => {
	$ZodURL.init(inst, def);
	ZodStringFormat.init(inst, def);
});
function url(params) {
	return /* @__PURE__ */ _url(ZodURL, params);
}
const ZodEmoji = /*@__PURE__*/ $constructor("ZodEmoji", (inst, def) => {
	$ZodEmoji.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodNanoID = /*@__PURE__*/ $constructor("ZodNanoID", (inst, def) => {
	$ZodNanoID.init(inst, def);
	ZodStringFormat.init(inst, def);
});
/**
* @deprecated CUID v1 is deprecated by its authors due to information leakage
* (timestamps embedded in the id). Use {@link ZodCUID2} instead.
* See https://github.com/paralleldrive/cuid.
*/
const ZodCUID = /*@__PURE__*/ $constructor("ZodCUID", (inst, def) => {
	$ZodCUID.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodCUID2 = /*@__PURE__*/ $constructor("ZodCUID2", (inst, def) => {
	$ZodCUID2.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodULID = /*@__PURE__*/ $constructor("ZodULID", (inst, def) => {
	$ZodULID.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodXID = /*@__PURE__*/ $constructor("ZodXID", (inst, def) => {
	$ZodXID.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodKSUID = /*@__PURE__*/ $constructor("ZodKSUID", (inst, def) => {
	$ZodKSUID.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodIPv4 = /*@__PURE__*/ $constructor("ZodIPv4", (inst, def) => {
	$ZodIPv4.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodIPv6 = /*@__PURE__*/ $constructor("ZodIPv6", (inst, def) => {
	$ZodIPv6.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodCIDRv4 = /*@__PURE__*/ $constructor("ZodCIDRv4", (inst, def) => {
	$ZodCIDRv4.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodCIDRv6 = /*@__PURE__*/ $constructor("ZodCIDRv6", (inst, def) => {
	$ZodCIDRv6.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodBase64 = /*@__PURE__*/ $constructor("ZodBase64", (inst, def) => {
	$ZodBase64.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodBase64URL = /*@__PURE__*/ $constructor("ZodBase64URL", (inst, def) => {
	$ZodBase64URL.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodE164 = /*@__PURE__*/ $constructor("ZodE164", (inst, def) => {
	$ZodE164.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodJWT = /*@__PURE__*/ $constructor("ZodJWT", (inst, def) => {
	$ZodJWT.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodNumber = /*@__PURE__*/ $constructor("ZodNumber", (inst, def) => {
	$ZodNumber.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => numberProcessor(inst, ctx, json, params);
	inst.isFinite = true;
}, /*@__PURE__*/ derived({
	minValue: (inst) => {
		const { minimum, exclusiveMinimum } = aggregateChecks(inst);
		return Math.max(minimum ?? Number.NEGATIVE_INFINITY, exclusiveMinimum ?? Number.NEGATIVE_INFINITY);
	},
	maxValue: (inst) => {
		const { maximum, exclusiveMaximum } = aggregateChecks(inst);
		return Math.min(maximum ?? Number.POSITIVE_INFINITY, exclusiveMaximum ?? Number.POSITIVE_INFINITY);
	},
	isInt: (inst) => {
		const { isInt, multipleOf } = aggregateChecks(inst);
		return !!isInt || !!multipleOf?.some(Number.isSafeInteger);
	},
	format: (inst) => aggregateChecks(inst).format ?? null
}, {
	gt(value, params) {
		return this.check(/* @__PURE__ */ _gt(value, params));
	},
	gte(value, params) {
		return this.check(/* @__PURE__ */ _gte(value, params));
	},
	min(value, params) {
		return this.check(/* @__PURE__ */ _gte(value, params));
	},
	lt(value, params) {
		return this.check(/* @__PURE__ */ _lt(value, params));
	},
	lte(value, params) {
		return this.check(/* @__PURE__ */ _lte(value, params));
	},
	max(value, params) {
		return this.check(/* @__PURE__ */ _lte(value, params));
	},
	int(params) {
		return this.check(int(params));
	},
	safe(params) {
		return this.check(int(params));
	},
	positive(params) {
		return this.check(/* @__PURE__ */ _gt(0, params));
	},
	nonnegative(params) {
		return this.check(/* @__PURE__ */ _gte(0, params));
	},
	negative(params) {
		return this.check(/* @__PURE__ */ _lt(0, params));
	},
	nonpositive(params) {
		return this.check(/* @__PURE__ */ _lte(0, params));
	},
	multipleOf(value, params) {
		return this.check(/* @__PURE__ */ _multipleOf(value, params));
	},
	step(value, params) {
		return this.check(/* @__PURE__ */ _multipleOf(value, params));
	},
	finite() {
		return this;
	}
}));
function number(params) {
	return /* @__PURE__ */ _number(ZodNumber, params);
}
const ZodNumberFormat = /*@__PURE__*/ $constructor("ZodNumberFormat", (inst, def) => {
	$ZodNumberFormat.init(inst, def);
	ZodNumber.init(inst, def);
});
function int(params) {
	return /* @__PURE__ */ _int(ZodNumberFormat, params);
}
const ZodBoolean = /*@__PURE__*/ $constructor("ZodBoolean", (inst, def) => {
	$ZodBoolean.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => booleanProcessor(inst, ctx, json, params);
});
function boolean(params) {
	return /* @__PURE__ */ _boolean(ZodBoolean, params);
}
const ZodUnknown = /*@__PURE__*/ $constructor("ZodUnknown", (inst, def) => {
	$ZodUnknown.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => void 0;
});
function unknown() {
	return /* @__PURE__ */ _unknown(ZodUnknown);
}
const ZodNever = /*@__PURE__*/ $constructor("ZodNever", (inst, def) => {
	$ZodNever.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => neverProcessor(inst, ctx, json, params);
});
function never(params) {
	return /* @__PURE__ */ _never(ZodNever, params);
}
const ZodArray = /*@__PURE__*/ $constructor("ZodArray", (inst, def) => {
	_ensureDefaultMemoizer();
	$ZodArray.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => arrayProcessor(inst, ctx, json, params);
	inst.element = def.element;
}, {
	min(n, params) {
		return this.check(/* @__PURE__ */ _minLength(n, params));
	},
	nonempty(params) {
		return this.check(/* @__PURE__ */ _minLength(1, params));
	},
	max(n, params) {
		return this.check(/* @__PURE__ */ _maxLength(n, params));
	},
	length(n, params) {
		return this.check(/* @__PURE__ */ _length(n, params));
	},
	unwrap() {
		return this.element;
	}
});
function array(element, params) {
	return /* @__PURE__ */ _array(ZodArray, element, params);
}
const ZodObject = /*@__PURE__*/ $constructor("ZodObject", (inst, def) => {
	_ensureDefaultMemoizer();
	$ZodObjectJIT.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => objectProcessor(inst, ctx, json, params);
	installLazyProp(inst, "shape", (self) => self._zod.def.shape, false);
}, {
	keyof() {
		return _enum(Object.keys(this._zod.def.shape));
	},
	catchall(catchall) {
		return this.clone(mergeDefs(this._zod.def, { catchall }));
	},
	passthrough() {
		return this.clone(mergeDefs(this._zod.def, { catchall: unknown() }));
	},
	loose() {
		return this.clone(mergeDefs(this._zod.def, { catchall: unknown() }));
	},
	strict() {
		return this.clone(mergeDefs(this._zod.def, { catchall: never() }));
	},
	strip() {
		return this.clone(mergeDefs(this._zod.def, { catchall: void 0 }));
	},
	extend(incoming) {
		return extend(this, incoming);
	},
	safeExtend(incoming) {
		return safeExtend(this, incoming);
	},
	merge(other) {
		return merge(this, other);
	},
	pick(mask) {
		return pick(this, mask);
	},
	omit(mask) {
		return omit(this, mask);
	},
	partial(...args) {
		return partial(ZodOptional, this, args[0]);
	},
	exactPartial(...args) {
		return partial(ZodExactOptional, this, args[0], "exactPartial");
	},
	required(...args) {
		return required(ZodNonOptional, this, args[0]);
	}
});
function object(shape, params) {
	const def = {
		type: "object",
		shape: shape ?? {},
		...normalizeParams(params)
	};
	return new ZodObject(def);
}
function strictObject(shape, params) {
	return new ZodObject({
		type: "object",
		shape,
		catchall: never(),
		...normalizeParams(params)
	});
}
const ZodUnion = /*@__PURE__*/ $constructor("ZodUnion", (inst, def) => {
	$ZodUnion.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => unionProcessor(inst, ctx, json, params);
	inst.options = def.options;
});
function union(options, params) {
	return new ZodUnion({
		type: "union",
		options,
		...normalizeParams(params)
	});
}
const ZodDiscriminatedUnion = /*@__PURE__*/ $constructor("ZodDiscriminatedUnion", (inst, def) => {
	ZodUnion.init(inst, def);
	$ZodDiscriminatedUnion.init(inst, def);
});
function discriminatedUnion(discriminator, options, params) {
	return new ZodDiscriminatedUnion({
		type: "union",
		options,
		discriminator,
		...normalizeParams(params)
	});
}
const ZodIntersection = /*@__PURE__*/ $constructor("ZodIntersection", (inst, def) => {
	$ZodIntersection.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => intersectionProcessor(inst, ctx, json, params);
});
function intersection(left, right) {
	return new ZodIntersection({
		type: "intersection",
		left,
		right
	});
}
const ZodTuple = /*@__PURE__*/ $constructor("ZodTuple", (inst, def) => {
	_ensureDefaultMemoizer();
	$ZodTuple.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => tupleProcessor(inst, ctx, json, params);
}, {
	rest(rest) {
		return this.clone({
			...this._zod.def,
			rest
		});
	},
	partial() {
		const def = this._zod.def;
		if (def.checks?.length) throw new Error(".partial() cannot be used on tuple schemas containing refinements");
		return this.clone({
			...def,
			items: def.items.map((item) => new ZodOptional({
				type: "optional",
				innerType: item
			}))
		});
	}
});
function tuple(items, _paramsOrRest, _params) {
	const hasRest = _paramsOrRest instanceof $ZodType;
	return new ZodTuple({
		type: "tuple",
		items,
		rest: hasRest ? _paramsOrRest : null,
		...normalizeParams(hasRest ? _params : _paramsOrRest)
	});
}
const ZodRecord = /*@__PURE__*/ $constructor("ZodRecord", (inst, def) => {
	_ensureDefaultMemoizer();
	$ZodRecord.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => recordProcessor(inst, ctx, json, params);
	inst.keyType = def.keyType;
	inst.valueType = def.valueType;
});
function record(keyType, valueType, params) {
	if (!valueType || !valueType._zod) return new ZodRecord({
		type: "record",
		keyType: string(),
		valueType: keyType,
		...normalizeParams(valueType)
	});
	return new ZodRecord({
		type: "record",
		keyType,
		valueType,
		...normalizeParams(params)
	});
}
const ZodMap = /*@__PURE__*/ $constructor("ZodMap", (inst, def) => {
	_ensureDefaultMemoizer();
	$ZodMap.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => mapProcessor(inst, ctx, json, params);
	inst.keyType = def.keyType;
	inst.valueType = def.valueType;
	inst.min = (...args) => inst.check(/* @__PURE__ */ _minSize(...args));
	inst.nonempty = (params) => inst.check(/* @__PURE__ */ _minSize(1, params));
	inst.max = (...args) => inst.check(/* @__PURE__ */ _maxSize(...args));
	inst.size = (...args) => inst.check(/* @__PURE__ */ _size(...args));
});
function map(keyType, valueType, params) {
	return new ZodMap({
		type: "map",
		keyType,
		valueType,
		...normalizeParams(params)
	});
}
const ZodEnum = /*@__PURE__*/ $constructor("ZodEnum", (inst, def) => {
	$ZodEnum.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => enumProcessor(inst, ctx, json, params);
	inst.enum = def.entries;
	inst.options = [...inst._zod.values];
	const keys = new Set(Object.keys(def.entries));
	inst.extract = (values, params) => {
		const newEntries = {};
		for (const value of values) if (keys.has(value)) newEntries[value] = def.entries[value];
		else throw new Error(`Key ${value} not found in enum`);
		return new ZodEnum({
			...def,
			checks: [],
			...normalizeParams(params),
			entries: newEntries
		});
	};
	inst.exclude = (values, params) => {
		const newEntries = { ...def.entries };
		for (const value of values) if (keys.has(value)) delete newEntries[value];
		else throw new Error(`Key ${value} not found in enum`);
		return new ZodEnum({
			...def,
			checks: [],
			...normalizeParams(params),
			entries: newEntries
		});
	};
});
function _enum(values, params) {
	const entries = Array.isArray(values) ? Object.fromEntries(values.map((v) => [v, v])) : values;
	return new ZodEnum({
		type: "enum",
		entries,
		...normalizeParams(params)
	});
}
const ZodLiteral = /*@__PURE__*/ $constructor("ZodLiteral", (inst, def) => {
	$ZodLiteral.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => literalProcessor(inst, ctx, json, params);
	inst.values = new Set(def.values);
	Object.defineProperty(inst, "value", { get() {
		if (def.values.length > 1) throw new Error("This schema contains multiple valid literal values. Use `.values` instead.");
		return def.values[0];
	} });
});
function literal(value, params) {
	return new ZodLiteral({
		type: "literal",
		values: Array.isArray(value) ? value : [value],
		...normalizeParams(params)
	});
}
const ZodTransform = /*@__PURE__*/ $constructor("ZodTransform", (inst, def) => {
	_ensureDefaultMemoizer();
	$ZodTransform.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => transformProcessor(inst, ctx, json, params);
	inst._zod.parse = (payload, _ctx) => {
		if (_ctx.direction === "backward") throw new $ZodEncodeError(inst.constructor.name);
		payload.addIssue = (issue$1) => {
			if (typeof issue$1 === "string") payload.issues.push(issue(issue$1, payload.value, def));
			else {
				const _issue = issue$1;
				if (_issue.fatal) _issue.continue = false;
				_issue.code ?? (_issue.code = "custom");
				if (!("input" in _issue)) _issue.input = payload.value;
				_issue.inst ?? (_issue.inst = inst);
				payload.issues.push(issue(_issue));
			}
		};
		const output = def.transform(payload.value, payload);
		if (output instanceof Promise) return output.then((output) => {
			payload.value = output;
			return payload;
		});
		payload.value = output;
		return payload;
	};
});
function transform(fn) {
	return new ZodTransform({
		type: "transform",
		transform: fn
	});
}
const ZodOptional = /*@__PURE__*/ $constructor("ZodOptional", (inst, def) => {
	$ZodOptional.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => optionalProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
});
function optional(innerType) {
	return new ZodOptional({
		type: "optional",
		innerType
	});
}
const ZodExactOptional = /*@__PURE__*/ $constructor("ZodExactOptional", (inst, def) => {
	$ZodExactOptional.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => optionalProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
});
function exactOptional(innerType) {
	return new ZodExactOptional({
		type: "optional",
		innerType
	});
}
const ZodNullable = /*@__PURE__*/ $constructor("ZodNullable", (inst, def) => {
	$ZodNullable.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => nullableProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
});
function nullable(innerType) {
	return new ZodNullable({
		type: "nullable",
		innerType
	});
}
const ZodDefault = /*@__PURE__*/ $constructor("ZodDefault", (inst, def) => {
	$ZodDefault.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => defaultProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
	inst.removeDefault = inst.unwrap;
});
function _default(innerType, defaultValue) {
	return new ZodDefault({
		type: "default",
		innerType,
		get defaultValue() {
			return typeof defaultValue === "function" ? defaultValue() : shallowClone(defaultValue);
		}
	});
}
const ZodPrefault = /*@__PURE__*/ $constructor("ZodPrefault", (inst, def) => {
	$ZodPrefault.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => prefaultProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
});
function prefault(innerType, defaultValue) {
	return new ZodPrefault({
		type: "prefault",
		innerType,
		get defaultValue() {
			return typeof defaultValue === "function" ? defaultValue() : shallowClone(defaultValue);
		}
	});
}
const ZodNonOptional = /*@__PURE__*/ $constructor("ZodNonOptional", (inst, def) => {
	$ZodNonOptional.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => nonoptionalProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
});
function nonoptional(innerType, params) {
	return new ZodNonOptional({
		type: "nonoptional",
		innerType,
		...normalizeParams(params)
	});
}
const ZodCatch = /*@__PURE__*/ $constructor("ZodCatch", (inst, def) => {
	$ZodCatch.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => catchProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
	inst.removeCatch = inst.unwrap;
});
function _catch(innerType, catchValue) {
	return new ZodCatch({
		type: "catch",
		innerType,
		catchValue: typeof catchValue === "function" ? catchValue : constantCatch(catchValue)
	});
}
const ZodPipe = /*@__PURE__*/ $constructor("ZodPipe", (inst, def) => {
	$ZodPipe.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => pipeProcessor(inst, ctx, json, params);
	inst.in = def.in;
	inst.out = def.out;
});
function pipe(in_, out) {
	return new ZodPipe({
		type: "pipe",
		in: in_,
		out
	});
}
const ZodReadonly = /*@__PURE__*/ $constructor("ZodReadonly", (inst, def) => {
	$ZodReadonly.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => readonlyProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
});
function readonly(innerType) {
	return new ZodReadonly({
		type: "readonly",
		innerType
	});
}
const ZodCustom = /*@__PURE__*/ $constructor("ZodCustom", (inst, def) => {
	$ZodCustom.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => customProcessor(inst, ctx, json, params);
});
function custom(fn, _params) {
	return /* @__PURE__ */ _custom(ZodCustom, fn ?? (() => true), _params);
}
function refine(fn, _params = {}) {
	return /* @__PURE__ */ _refine(ZodCustom, fn, _params);
}
function superRefine(fn, params) {
	return /* @__PURE__ */ _superRefine(fn, params);
}
// src/github/event.ts
const Sha = string().regex(/^[0-9a-f]{40}$/);
const Repository = object({
	id: int(),
	owner: object({ login: string() })
});
const Head = object({
	sha: Sha,
	ref: string(),
	repo: Repository.nullable()
});
const PullRequestView = object({
	number: int(),
	head: Head,
	base: object({
		sha: Sha,
		ref: string(),
		repo: object({ id: int() })
	})
});
const PullRequestPayload = object({
	action: string(),
	label: object({ name: string() }).optional(),
	pull_request: PullRequestView
});
const ReviewPayload = object({ pull_request: PullRequestView });
const WorkflowRunPayload = object({
	action: string(),
	workflow_run: object({
		id: int(),
		run_attempt: int(),
		path: string(),
		event: string(),
		head_sha: Sha,
		head_branch: string().nullable(),
		head_repository: Repository.nullish(),
		repository: object({ id: int() })
	})
});
const CommentPayload = object({
	issue: object({
		number: int(),
		pull_request: object({}).nullish()
	}),
	comment: object({
		id: int(),
		body: string().nullish(),
		user: object({
			type: string(),
			login: string()
		}).nullish()
	}),
	changes: object({ body: object({ from: string() }).optional() }).optional()
});
const MergeGroupPayload = object({
	action: string(),
	merge_group: object({
		head_sha: Sha,
		head_ref: string()
	})
});
const DeploymentPayload = object({
	deployment_status: object({ state: string() }),
	deployment: object({ environment: string() })
});
/** Every comment of a gate begins with this text: report/marker.ts. */
const MARKER = "<!-- perf-gate:";
/**
* Reads the event. `check` throws if the payload is not as GitHub documents it.
* In a pull request, GITHUB_SHA is a merge commit that no page shows. A status of that commit would be lost, so it is never used.
* https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#pull_request
*/
function readEvent(env, payload, check) {
	const name = env.GITHUB_EVENT_NAME;
	switch (name) {
		case "pull_request":
		case "pull_request_target": {
			const { action, label, pull_request } = check(PullRequestPayload, payload, "the event");
			return {
				kind: "pull-request",
				trigger: name,
				action,
				pullRequest: pullRequestOf(pull_request),
				label: label?.name ?? null
			};
		}
		case "pull_request_review": return {
			kind: "review",
			pullRequest: pullRequestOf(check(ReviewPayload, payload, "the event").pull_request)
		};
		case "workflow_run": return workflowRun(check(WorkflowRunPayload, payload, "the event"));
		case "issue_comment": {
			const { issue, comment, changes } = check(CommentPayload, payload, "the event");
			const texts = [comment.body ?? "", changes?.body?.from ?? ""];
			const kind = readCommand(comment.body ?? "")?.kind ?? null;
			const author = comment.user?.login ?? "ghost";
			return {
				kind: "comment",
				pullRequest: issue.pull_request == null ? null : issue.number,
				hasCommand: texts.some((text) => text.toLowerCase().includes("/perf-override")),
				command: kind === null ? null : {
					commentId: comment.id,
					author,
					kind
				},
				isByProgram: comment.user?.type === "Bot" || (comment.body ?? "").startsWith(MARKER)
			};
		}
		case "merge_group": {
			const { action, merge_group } = check(MergeGroupPayload, payload, "the event");
			return {
				kind: "merge-group",
				action,
				headSha: merge_group.head_sha,
				headRef: merge_group.head_ref
			};
		}
		case "deployment_status": {
			const { deployment, deployment_status } = check(DeploymentPayload, payload, "the event");
			return {
				kind: "deployment",
				environment: deployment.environment,
				state: deployment_status.state
			};
		}
		case "push":
		case "schedule":
		case "workflow_dispatch": return {
			kind: "push",
			trigger: name,
			ref: env.GITHUB_REF,
			sha: env.GITHUB_SHA
		};
		default: return {
			kind: "other",
			name
		};
	}
}
function workflowRun({ action, workflow_run: run }) {
	return {
		kind: "workflow-run",
		action,
		runId: run.id,
		runAttempt: run.run_attempt,
		path: run.path.replace(/@.*$/, ""),
		startedBy: run.event,
		headSha: run.head_sha,
		headBranch: run.head_branch ?? "",
		headRepoId: run.head_repository?.id ?? null,
		headOwner: run.head_repository?.owner.login ?? null,
		repositoryId: run.repository.id
	};
}
/** `acme/shop/.github/workflows/perf.yml@refs/heads/main` → `perf.yml`. */
function workflowFile(reference) {
	const path = reference.replace(/@.*$/, "");
	return path.slice(path.lastIndexOf("/") + 1);
}
// src/github/context.ts
const RepositoryPayload = object({ repository: object({
	id: int(),
	name: string(),
	default_branch: string(),
	owner: object({
		login: string(),
		type: string()
	})
}) });
/** https://docs.github.com/en/actions/reference/workflows-and-actions/variables#default-environment-variables */
const Environment = object({
	GITHUB_EVENT_NAME: string().min(1),
	GITHUB_REPOSITORY: string().regex(/^[^/]+\/[^/]+$/),
	GITHUB_REF: string(),
	GITHUB_SHA: Sha,
	GITHUB_RUN_ID: string().regex(/^\d+$/).transform(Number),
	GITHUB_RUN_ATTEMPT: string().regex(/^\d+$/).transform(Number),
	GITHUB_WORKFLOW_REF: string().min(1),
	GITHUB_API_URL: url(),
	GITHUB_SERVER_URL: url()
});
/**
* Reads the context of this run from the environment and from the text of the event's file (GITHUB_EVENT_PATH).
* Throws a UserError if something is missing. Outside of a workflow, people use the command line instead.
*/
function readContext(env, payloadText) {
	const variables = checked(Environment, env, "the environment of the runner");
	const payload = parseJson(payloadText);
	const { repository } = checked(RepositoryPayload, payload, "the event");
	const [owner = "", name = ""] = variables.GITHUB_REPOSITORY.split("/");
	const serverUrl = variables.GITHUB_SERVER_URL.replace(/\/+$/, "");
	return {
		event: readEvent(variables, payload, checked),
		repository: {
			owner,
			name,
			id: repository.id,
			ownerIsOrganization: repository.owner.type === "Organization",
			defaultBranch: repository.default_branch
		},
		workflowRunId: variables.GITHUB_RUN_ID,
		runAttempt: variables.GITHUB_RUN_ATTEMPT,
		workflowFile: workflowFile(variables.GITHUB_WORKFLOW_REF),
		workflowRef: variables.GITHUB_WORKFLOW_REF.replace(/^[^@]*@/, ""),
		apiUrl: variables.GITHUB_API_URL,
		serverUrl,
		runUrl: `${serverUrl}/${owner}/${name}/actions/runs/${variables.GITHUB_RUN_ID}`
	};
}
function parseJson(text) {
	try {
		return JSON.parse(text);
	} catch (error) {
		throw new UserError("The file of the event (GITHUB_EVENT_PATH) is not JSON.", { cause: error });
	}
}
function checked(schema, value, where) {
	const read = schema.safeParse(value);
	if (read.success) return read.data;
	const [issue] = read.error.issues;
	throw new UserError(`This does not look like a GitHub workflow: \`${issue?.path.join(".")}\` in ${where}: ${issue?.message}. To compare results elsewhere, use the command line: \`node dist/cli.js compare\`.`);
}
// src/github/inputs.ts
var import_promises = require_promises$1();
const OptionalText = string().transform((text) => text === "" ? null : text);
const InputTexts = object({
	name: string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, "use letters, digits, dot, underscore and hyphen, at most 64"),
	mode: _enum([
		"auto",
		"gate",
		"record",
		"watch"
	], "use auto, gate, record or watch"),
	results: OptionalText,
	artifacts: string().min(1, "give a name or a pattern such as perf-results*").max(256, "use at most 256 characters"),
	"load-test-workflow": string().regex(/^$|^(?:\.github\/workflows\/)?[\w.-]+\.ya?ml$/, "give the file name of a workflow, such as perf.yml").transform((path) => path.replace(".github/workflows/", "") || null),
	policy: string().min(1, "give the path of the policy file").refine((path) => !path.startsWith("/") && !path.split("/").includes(".."), "give a path inside the repository"),
	"max-regression": OptionalText,
	"override-label": OptionalText,
	"baseline-store": string().min(1, "use branch, branch:<name>, artifact or directory:<path>"),
	"baseline-branches": string().transform((text) => text.split(/[\s,]+/).filter((pattern) => pattern !== "")),
	"merge-queue": _enum(["carry-over", "rerun"], "use carry-over or rerun"),
	comment: _enum([
		"always",
		"on-change",
		"on-failure",
		"never"
	], "use always, on-change, on-failure or never"),
	"regression-issue": _enum(["always", "never"], "use always or never"),
	"prometheus-url": OptionalText,
	"prometheus-token": OptionalText,
	"rollback-event": string().max(100, "use at most 100 characters").transform((text) => text || null),
	"github-token": string().min(1, "leave the input out, or give a token")
});
/** The values of inputs that the workflow does not set. action.yml has the same values; a test compares them. */
const INPUT_DEFAULTS = {
	name: "perf-gate",
	mode: "auto",
	artifacts: "{k6,perf}-results*",
	policy: ".github/perf-gate.yml",
	"baseline-store": "branch",
	"merge-queue": "carry-over",
	comment: "always",
	"regression-issue": "always"
};
/**
* The inputs of this run. `getInput` is that of @actions/core: it returns "" for an input that is not set.
* Throws a UserError that names every wrong input, the value that was found and what to write.
*/
function readInputs(getInput) {
	const names = Object.keys(InputTexts.shape);
	const texts = Object.fromEntries(names.map((name) => [name, getInput(name).trim() || (INPUT_DEFAULTS[name] ?? "")]));
	const read = InputTexts.safeParse(texts);
	if (!read.success) throw new UserError(read.error.issues.map((issue) => describe(issue, texts)).join("\n"));
	const { data } = read;
	return {
		name: data.name,
		mode: data.mode,
		results: data.results,
		artifacts: data.artifacts,
		loadTestWorkflow: data["load-test-workflow"],
		policy: data.policy,
		maxRegression: data["max-regression"],
		overrideLabel: data["override-label"],
		baselineStore: data["baseline-store"],
		baselineBranches: data["baseline-branches"],
		mergeQueue: data["merge-queue"],
		comment: data.comment,
		regressionIssue: data["regression-issue"],
		prometheusUrl: data["prometheus-url"],
		prometheusToken: data["prometheus-token"],
		rollbackEvent: data["rollback-event"],
		githubToken: data["github-token"]
	};
}
function describe({ path, message }, texts) {
	const name = String(path[0]);
	return `The input \`${name}\` cannot be ${JSON.stringify(texts[name])}: ${message}.`;
}
// src/github/log.ts
/**
* All output of the Action to the job's log goes through here. Names from an artifact must not become commands of the runner.
*/
function createLog(output = {
	info,
	warning,
	error: error$1
}) {
	return {
		info: (message) => output.info(safeLine(message)),
		warning: (message, title) => output.warning(safeLine(message), titled(title)),
		error: (message, title) => output.error(safeLine(message), titled(title))
	};
}
function titled(title) {
	return title === void 0 ? {} : { title: safeLine(title) };
}
/** One line without secrets that the runner does not take for a command. */
function safeLine(message) {
	return withoutRunnerCommands(withoutSecrets(message).replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " "));
}
// src/github/proxy.ts
/** The variables that people set for a proxy: https://github.com/actions/toolkit/blob/main/packages/http-client/src/proxy.ts */
const PROXY_VARIABLES = [
	"https_proxy",
	"HTTPS_PROXY",
	"http_proxy",
	"HTTP_PROXY"
];
/**
* A `fetch` that uses the proxy in the environment. Node's own `fetch` ignores the proxy until a function is called
* (https://nodejs.org/api/http.html#httpsetglobalproxyfromenvproxyenv, Node 24.14 and later). Older runners have a Node 24
* without that function, so the fetch of @actions/github is used there. It is large, so it is loaded only then.
*/
async function proxyAwareFetch(env, loadHttp = () => import("./_builtin_http.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1))) {
	if (!PROXY_VARIABLES.some((name) => env[name])) return globalThis.fetch;
	const http = await loadHttp();
	if (http.setGlobalProxyFromEnv !== void 0) {
		http.setGlobalProxyFromEnv({ ...env });
		return globalThis.fetch;
	}
	const { defaults } = await import("./utils.js");
	return defaults.request?.fetch ?? globalThis.fetch;
}
// src/github/merge-group.ts
/**
* The pull request at the end of a merge group, from the name of its ref: `gh-readonly-queue/<base>/pr-<number>-<sha>`.
* The event itself names no pull request (https://docs.github.com/en/webhooks/webhook-events-and-payloads#merge_group). A group also
* holds the pull requests before it in the queue (https://github.com/oxcaml/oxcaml/issues/6298). null: the ref has another form.
*/
function pullRequestOfGroup(headRef) {
	const [, baseRef, number] = /^(?:refs\/heads\/)?gh-readonly-queue\/(.+)\/pr-(\d+)-[0-9a-f]{40}$/.exec(headRef) ?? [];
	return baseRef === void 0 ? null : {
		number: Number(number),
		baseRef
	};
}
/**
* The status of the pull request's head, carried over to the commit that the queue tests. Any other status than a success blocks the
* merge, so that a queue is no way around the gate.
*/
async function carriedStatus(client, context, pullRequest) {
	const { number, headSha } = pullRequest;
	const from = `#${number} at ${headSha.slice(0, 7)}`;
	const found = await findStatuses(client, headSha, [context, overrideContext(context)]);
	const latest = found.get(context);
	if (latest === void 0) return {
		state: "failure",
		description: `Blocked: ${from} has no status ${context} that could be carried over.`
	};
	const said = latest.description ?? latest.state;
	if (latest.state === "success") {
		const record = found.get(overrideContext(context));
		const accepted = record === void 0 ? null : acceptedOf({
			...record,
			at: record.created_at,
			isOurs: true
		});
		return {
			state: "success",
			description: `Carried over from ${from}: ${said}`,
			accepted
		};
	}
	return {
		state: "failure",
		description: `Blocked: ${context} of ${from} is ${latest.state}: ${said}`
	};
}
// src/github/task.ts
/**
* Finds the task. The event only says which pull request or commit it is about. The state of the pull request, its labels and its load
* test is read from the API, because events come late, twice or in another order, and re-runs replay them.
*/
async function findTask(event, around) {
	switch (event.kind) {
		case "pull-request": return event.trigger === "pull_request" ? ownRunTask(event) : targetTask(event, around);
		case "workflow-run": return await workflowRunTask(event, around);
		case "comment": return await commentTask(event, around);
		case "review": return reviewTask(event, around);
		case "merge-group": return event.action === "checks_requested" ? await mergeGroupTask(event, around) : nothing("The merge group is gone.");
		case "other": throw new UserError(`perf-gate does nothing on the event ${event.name}. It judges on pull_request, or on workflow_run, pull_request_target, pull_request_review, issue_comment and merge_group, records on push, schedule and workflow_dispatch, and watches production on deployment_status.`);
	}
}
/** Are baselines recorded for a branch, so that its pull requests can be compared? */
function isBaselineBranch(branch, { context, inputs }) {
	return branch === context.repository.defaultBranch || (0, import_picomatch.default)([...inputs.baselineBranches])(branch);
}
/** If gate and load test are one workflow, these actions start the load test. All other actions judge existing results. */
const MEASURING_ACTIONS = [
	"opened",
	"synchronize",
	"reopened"
];
/** Gate and load test are one workflow: the load test is a job of this run, or of an earlier run for this commit. */
function ownRunTask({ action, pullRequest, label }) {
	if (action === "closed") return nothing("The pull request is closed.");
	const hasMeasured = MEASURING_ACTIONS.includes(action);
	const from = hasMeasured ? "this-run-and-older" : "this-run-or-older";
	const { headRepoId } = pullRequest;
	const results = {
		from,
		startedBy: "pull_request",
		ended: null,
		headRepoId,
		isLater: !hasMeasured
	};
	return {
		...judgeTask(pullRequest.headSha, opened([pullRequest]), results),
		label
	};
}
function targetTask({ pullRequest, action, label }, around) {
	loadTestWorkflow(around);
	const isEarly = MEASURING_ACTIONS.includes(action);
	return {
		...headTask(headOf(pullRequest), {
			ended: null,
			isLater: !isEarly
		}, around),
		isEarly,
		label
	};
}
async function commentTask(event, around) {
	const { pullRequest: number, hasCommand, isByProgram, command } = event;
	if (number === null || !hasCommand) return nothing("The comment has no command for perf-gate.");
	if (isByProgram) return nothing("The comment was written by a program: the gate obeys people, and never answers itself.");
	const found = await withPermissionHint("read the pull request", () => readOpenPullRequest(around.client, number));
	if (found === null) return nothing(`The pull request #${number} is closed.`);
	return {
		...openHeadTask(found.pullRequest, around),
		command: command && {
			...command,
			pullRequest: number
		}
	};
}
/** An override may have waited for this review, or have depended on it. */
function reviewTask({ pullRequest }, around) {
	if (pullRequest.isFork) return nothing("A review in a pull request from a fork brings a token that can only read.");
	return headTask(headOf(pullRequest), {
		ended: null,
		isLater: true
	}, around);
}
/** The origin of the run is checked by its repository, file and event, because its author cannot choose them. */
async function workflowRunTask(event, around) {
	const { runId, runAttempt, path, startedBy, headSha, headBranch, headRepoId, headOwner } = event;
	const expected = `.github/workflows/${loadTestWorkflow(around)}`;
	if (event.repositoryId !== around.context.repository.id || path !== expected) return nothing(`Run ${runId} belongs to ${path}, but the load test is ${expected}.`);
	const ended = event.action === "completed" ? {
		runId,
		runAttempt
	} : null;
	if (startedBy === "merge_group" && around.inputs.mergeQueue === "rerun") return await groupTask(headSha, headBranch, ended, around);
	if (startedBy !== "pull_request") return nothing(`Run ${runId} was started by ${startedBy}, not by a pull request.`);
	const head = {
		sha: headSha,
		ref: headBranch,
		repoId: headRepoId,
		owner: headOwner
	};
	loadTestWorkflow(around);
	return {
		...headTask(head, {
			ended,
			isLater: false
		}, around),
		isEarly: ended === null
	};
}
/** The task for the head of a pull request that was just read, some time after the load test. */
function openHeadTask(pullRequest, around) {
	return headTask(headOf(pullRequest), {
		ended: null,
		isLater: true
	}, around, pullRequest);
}
/**
* All open pull requests of this head are judged together, because they share the status of the commit. A second pull request into a branch
* with a milder policy must not turn the first green.
*
* @param known the current state of a pull request with this head
*/
function headTask(head, moment, around, known = null) {
	const results = {
		from: "load-test",
		startedBy: "pull_request",
		headRepoId: head.repoId,
		...moment
	};
	return judgeTask(head.sha, openPullRequests(head, around, known), results);
}
async function openPullRequests(head, around, known) {
	const { client, context, inputs } = around;
	const otherBranches = inputs.baselineBranches.length > 0 || head.repoId !== context.repository.id;
	const open = known !== null && !otherBranches ? [known] : await withPermissionHint("read the pull request", () => findPullRequests(client, head, context.repository.id, otherBranches));
	if (open.length === 0 && head.repoId === null) return await withoutFork(head, around);
	if (open.length === 0) return nothing(`No open pull request has ${head.sha.slice(0, 7)} at the end of ${head.ref}: a newer push superseded it, or it is closed.`);
	const gated = open.filter(({ baseRef }) => isBaselineBranch(baseRef, around));
	if (gated.length === 0) return nothing(`Baselines are recorded for other branches: ${open.map(({ number, baseRef }) => `#${number} into ${baseRef}`).join(", ")} is not judged. See the input baseline-branches.`);
	return await opened(gated);
}
/**
* The repository of the fork was deleted. If the commit is also the head of a pull request whose repository exists, the status
* belongs to that pull request.
*/
async function withoutFork({ sha }, { client }) {
	const open = await withPermissionHint("read the pull request", () => findPullRequestsAt(client, sha));
	const [first] = open;
	const commit = sha.slice(0, 7);
	if (first === void 0) return nothing(`No open pull request has ${commit} as its head, and the fork it came from is gone.`);
	if (open.some(({ headRepoId }) => headRepoId !== null)) return nothing(`The fork that this event came from was deleted. Another pull request has ${commit} as well.`);
	return {
		kind: "nothing",
		why: `The fork of #${first.number} was deleted, so nothing can be measured. Push ${commit} to another repository and open a new pull request.`,
		blocks: true
	};
}
async function mergeGroupTask({ headSha, headRef }, around) {
	return await groupTask(headSha, headRef, null, around);
}
async function groupTask(sha, headRef, ended, { client, context, inputs }) {
	const group = pullRequestOfGroup(headRef);
	const found = group === null ? null : await withPermissionHint("read the pull request", () => readOpenPullRequest(client, group.number));
	const pullRequest = found !== null && found.pullRequest.baseRef === group?.baseRef ? found.pullRequest : null;
	if (inputs.mergeQueue === "carry-over" || pullRequest === null) return {
		kind: "carry-over",
		sha,
		pullRequest
	};
	const results = {
		from: isOtherWorkflow(context, inputs) ? "load-test" : "this-run",
		startedBy: "merge_group",
		ended,
		headRepoId: null,
		isLater: false
	};
	return {
		...judgeTask(sha, opened([pullRequest]), results),
		hasComments: false
	};
}
function judgeTask(sha, pullRequests, results) {
	return {
		kind: "judge",
		sha,
		pullRequests,
		isEarly: false,
		results,
		hasComments: true,
		label: null,
		command: null
	};
}
async function opened(pullRequests) {
	return {
		kind: "open",
		pullRequests
	};
}
/** Is the load test in another workflow than the gate? */
function isOtherWorkflow({ workflowFile }, inputs) {
	return inputs.loadTestWorkflow !== null && inputs.loadTestWorkflow !== workflowFile;
}
function loadTestWorkflow({ context, inputs }) {
	if (inputs.loadTestWorkflow !== null && isOtherWorkflow(context, inputs)) return inputs.loadTestWorkflow;
	throw new UserError("This event runs the code of the default branch, which measures nothing. Set the input `load-test-workflow` to the file of the workflow that runs the load test, such as `perf.yml`.");
}
function headOf({ headSha, headRef, headRepoId, headOwner }) {
	return {
		sha: headSha,
		ref: headRef,
		repoId: headRepoId,
		owner: headOwner
	};
}
function nothing(why) {
	return {
		kind: "nothing",
		why
	};
}
// src/storage/artifact-store.ts
/**
* Each load test costs three requests and its downloads. Three load tests show the noise only roughly; the branch store shows it
* better.
*/
const LOAD_TESTS_READ = 3;
/**
* Uses the artifacts of the newest load tests of a branch as baselines. It needs no set-up and writes nothing. But artifacts live
* only as long as GitHub keeps them, only a few are read, and there is no ledger: an override is known only while the load test
* of its merge is among those that are read.
*/
function openArtifactStore(source) {
	return {
		load: (at) => load$2(source, at),
		append: async (runs) => {
			const lost = runs.find(({ run }) => run.source.artifactId === null);
			if (lost === void 0) return {
				added: 0,
				alreadyStored: runs.length
			};
			throw new UserError(`The baseline store \`artifact\` holds only results that were uploaded as artifacts, and ${lost.run.source.path} was not. Upload the results with actions/upload-artifact, or use the store \`branch\`.`);
		}
	};
}
async function load$2({ place, read }, at) {
	if (at === void 0) return {
		kind: "never-written",
		place
	};
	const newestFirst = [];
	let refused = null;
	for await (const results of read(at)) {
		const runs = storedRuns(results);
		const [refusal] = results.collected.refusals;
		if (runs.length > 0) newestFirst.push(runs);
		else if (refusal !== void 0) {
			const file = `${refusal.path} of ${results.name}`;
			refused ??= {
				kind: "unreadable",
				place,
				file,
				problem: refusal.problem
			};
		}
		if (newestFirst.length === LOAD_TESTS_READ || runs.some(({ mark }) => mark !== null)) break;
	}
	const all = newestFirst.toReversed().flat();
	if (all.length === 0) return refused ?? {
		kind: "never-written",
		place
	};
	const services = /* @__PURE__ */ new Map();
	for (const stored of all) {
		const runs = services.get(stored.run.service) ?? [];
		services.set(stored.run.service, [...runs, stored]);
	}
	return {
		kind: "found",
		place,
		services
	};
}
function storedRuns({ collected, commit, recordedAt, overrides }) {
	return collected.runs.filter(({ side }) => side === "candidate").map((run) => ({
		run: {
			...run,
			testedCommit: commit
		},
		commit,
		recordedAt,
		mark: markOf(run.service, overrides)
	}));
}
function markOf(service, overrides) {
	for (const { by, reason, pullRequest, services } of overrides) {
		const named = services.find((one) => one.service === service);
		if (named === void 0) continue;
		const override = {
			by,
			reason,
			pullRequest
		};
		return {
			kind: "overridden",
			changeRatio: named.changeRatio ?? 0,
			series: service,
			override
		};
	}
	return null;
}
// \0builtin:timers/promises
var require_promises = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:timers/promises");
}));
// src/storage/stored-lines.ts
var import_promises$1 = require_promises();
/** The lines of a stored file, or what is wrong with the file. Replacing bad bytes by another character would hide the damage. */
function storedLines(bytes) {
	let text;
	try {
		text = new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes);
	} catch {
		return "It is not UTF-8 text";
	}
	const lines = text.split("\n");
	return lines.pop() === "" ? lines : "Its last line was cut off";
}
/**
* The JSON of a stored line, or what is wrong with the line. A reader refuses any version but its own: otherwise it could take a
* file of a newer release for an empty one.
*/
function lineJson(line, schemaVersion) {
	let json;
	try {
		json = JSON.parse(line);
	} catch {
		return "it is not JSON";
	}
	const version = object({ schemaVersion: number() }).safeParse(json);
	if (!version.success) return "it has no schemaVersion";
	const found = version.data.schemaVersion;
	if (found === schemaVersion) return { json };
	return `it has schema version ${found}, and this release reads version ${schemaVersion}`;
}
// src/storage/stored-run.ts
/** The version of the line format. */
const SCHEMA_VERSION$1 = 1;
/**
* The line of one run, without a line break. The same run always gives the same bytes: the keys have a fixed order, and names are
* sorted. Notes of the reader and the data of setup() are not stored.
*/
function formatStoredRun(stored) {
	const { run, commit, recordedAt, mark } = stored;
	const { source, conditions } = run;
	return JSON.stringify({
		schemaVersion: SCHEMA_VERSION$1,
		service: run.service,
		commit,
		recordedAt,
		source: {
			workflowRunId: source.workflowRunId,
			runAttempt: source.runAttempt,
			artifactId: source.artifactId,
			artifactDigest: source.artifactDigest,
			path: source.path,
			...source.part == null ? {} : { part: source.part }
		},
		variant: run.side,
		slot: run.runNumber,
		jobId: run.jobId,
		testedCommit: run.testedCommit,
		startedAt: run.startedAt,
		conditions: {
			machine: conditions.machine,
			load: conditions.load,
			scriptHash: conditions.scriptHash,
			tool: conditions.tool
		},
		...run.instances === void 0 ? {} : { instances: run.instances },
		exitCode: run.exitCode,
		format: run.run.format,
		toolVersion: run.run.toolVersion,
		durationMs: run.run.durationMs,
		scriptHash: run.run.scriptHash,
		...run.run.setupSamples === void 0 ? {} : { setupSamples: run.run.setupSamples },
		...run.run.sampled === void 0 ? {} : { sampled: sampledFields(run.run.sampled) },
		measurements: run.run.measurements.map(measurementFields),
		thresholds: run.run.thresholds.map(({ metric, expression, crossed }) => ({
			metric,
			expression,
			crossed
		})),
		mark: mark === null ? null : markFields(mark),
		...stored.branch == null ? {} : { branch: stored.branch }
	});
}
/** The run in a line, or why the line cannot be used. */
function parseStoredRun(line) {
	const found = lineJson(line, SCHEMA_VERSION$1);
	if (typeof found === "string") return {
		kind: "unreadable",
		problem: found
	};
	const read = StoredLine.safeParse(found.json);
	if (!read.success) return {
		kind: "unreadable",
		problem: firstProblem(read.error)
	};
	return {
		kind: "read",
		stored: storedRunOf(read.data)
	};
}
/** Two stored runs of one service with the same key are the same execution of the same load test. */
function runKey(stored) {
	const { workflowRunId, artifactId, path } = stored.run.source;
	return JSON.stringify([
		workflowRunId,
		artifactId,
		path,
		stored.commit
	]);
}
/**
* The content of a run without the time of its recording. It is the same for two recordings of the same results, even if an older
* release made one of them.
*/
function measuredContent(stored) {
	const { setupSamples: _, sampled: __, ...run } = stored.run.run;
	const measurements = run.measurements.map((one) => ({
		...one,
		better: "neither"
	}));
	return formatStoredRun({
		...stored,
		run: {
			...stored.run,
			run: {
				...run,
				measurements
			}
		},
		recordedAt: "",
		mark: null
	});
}
const Name = string().min(1);
const Time$1 = string().refine((text) => Number.isFinite(Date.parse(text)), "expected a date and time");
const Id = int().nonnegative();
/** An object with untrusted keys. It becomes a Map, because in a plain object `__proto__` would not be an ordinary name. */
function named(value) {
	return custom((data) => typeof data === "object" && data !== null && !Array.isArray(data), "expected an object").transform((data) => new Map(Object.entries(data))).pipe(map(Name, value));
}
/** A store keeps only the words of a text, not which of them are names. */
const Words = string().transform((words) => [words]);
const StoredMeasurement = object({
	metric: Name,
	endpoint: string().nullable(),
	kind: _enum([
		"trend",
		"counter",
		"gauge",
		"rate"
	]),
	unit: _enum([
		"ms",
		"ratio",
		"per-second",
		"bytes",
		"bytes-per-second",
		"count",
		"none"
	]),
	better: _enum([
		"lower",
		"higher",
		"neither"
	]),
	population: _enum(["all", "successful"]),
	sampleCount: Id.nullable(),
	stats: named(number()),
	unusable: named(Words),
	standardErrors: exactOptional(named(number().nonnegative())),
	bounds: exactOptional(named(object({
		lower: number(),
		upper: number()
	}))),
	quantity: exactOptional(_enum(QUANTITIES)),
	central: exactOptional(Name),
	steps: exactOptional(named(number().positive())),
	notJudged: exactOptional(named(Words))
}).superRefine((measurement, context) => {
	for (const [stat, value] of measurement.stats) {
		const problem = implausible(measurement, stat, value);
		if (problem !== null) context.addIssue({
			code: "custom",
			path: ["stats", stat],
			message: problem
		});
	}
});
const StoredLine = object({
	service: Name,
	commit: string().regex(/^[\w.-]{1,100}$/, "expected a commit"),
	recordedAt: Time$1,
	source: object({
		workflowRunId: Id.nullable(),
		runAttempt: Id.nullable(),
		artifactId: Id.nullable(),
		artifactDigest: string().nullable(),
		path: string(),
		part: exactOptional(Name)
	}),
	variant: _enum(["baseline", "candidate"]),
	slot: Id,
	jobId: string().nullable(),
	testedCommit: string().nullable(),
	startedAt: string().nullable(),
	conditions: object({
		machine: string().nullable(),
		load: string().nullable(),
		scriptHash: string().nullable(),
		tool: string().nullable()
	}),
	instances: exactOptional(int().positive()),
	exitCode: int().nullable(),
	format: Name,
	toolVersion: string().nullable(),
	durationMs: number().nonnegative().nullable(),
	scriptHash: string().nullable(),
	setupSamples: exactOptional(_enum([
		"counted",
		"left-out",
		"none"
	])),
	sampled: exactOptional(object({
		source: string().nullable(),
		instances: Id,
		seconds: number(),
		busiestCores: number().nullable(),
		cpuLimitCores: number().positive().nullable(),
		memoryLimitBytes: number().positive().nullable(),
		memoryGrowthBytesPerRequest: exactOptional(number().nullable())
	})),
	measurements: array(StoredMeasurement).min(1, "expected at least one measurement"),
	thresholds: array(object({
		metric: string(),
		expression: string(),
		crossed: boolean()
	})),
	mark: object({
		kind: _enum([
			"regressed",
			"overridden",
			"improved"
		]),
		changeRatio: number(),
		series: string(),
		override: object({
			by: string(),
			reason: string(),
			pullRequest: Id.nullable()
		}).nullable()
	}).nullable(),
	branch: Name.optional()
});
/** A number without a unit may have any finite value. A number with a unit is not negative, and a share is at most 1. */
function implausible(measurement, stat, value) {
	if (measurement.unit === "none") return null;
	if (value < 0) return `${value} is negative`;
	if (measurement.kind === "rate" && stat === "rate" && value > 1) return `${value} is a share above 1`;
	return null;
}
function storedRunOf(line) {
	const { commit, recordedAt, mark, branch, format, toolVersion, durationMs, scriptHash, setupSamples, sampled, measurements, thresholds, variant: side, slot: runNumber, ...identity } = line;
	const run = {
		format,
		toolVersion,
		durationMs,
		scriptHash,
		...setupSamples === void 0 ? {} : { setupSamples },
		...sampled === void 0 ? {} : { sampled },
		measurements,
		thresholds,
		notes: []
	};
	return {
		run: {
			...identity,
			side,
			runNumber,
			run
		},
		commit,
		recordedAt,
		mark,
		...branch === void 0 ? {} : { branch }
	};
}
function measurementFields(measurement) {
	const { metric, endpoint, kind, unit, better, population, sampleCount } = measurement;
	const fields = {
		metric,
		endpoint,
		kind,
		unit,
		better,
		population,
		sampleCount,
		stats: sorted(measurement.stats),
		unusable: sorted(wordsOf$1(measurement.unusable))
	};
	const { standardErrors, bounds, quantity, central, steps, notJudged } = measurement;
	return {
		...fields,
		...standardErrors == null ? {} : { standardErrors: sorted(standardErrors) },
		...bounds == null || bounds.size === 0 ? {} : { bounds: sorted(bounds) },
		...quantity === void 0 ? {} : { quantity },
		...central === void 0 ? {} : { central },
		...steps === void 0 || steps.size === 0 ? {} : { steps: sorted(steps) },
		...notJudged === void 0 || notJudged.size === 0 ? {} : { notJudged: sorted(wordsOf$1(notJudged)) }
	};
}
function sampledFields(sampled) {
	const { source, instances, seconds, busiestCores, cpuLimitCores, memoryLimitBytes } = sampled;
	const { memoryGrowthBytesPerRequest = null } = sampled;
	const fields = {
		source,
		instances,
		seconds,
		busiestCores,
		cpuLimitCores,
		memoryLimitBytes
	};
	return memoryGrowthBytesPerRequest === null ? fields : {
		...fields,
		memoryGrowthBytesPerRequest
	};
}
function markFields(mark) {
	const { kind, changeRatio, series, override } = mark;
	if (override === null) return {
		kind,
		changeRatio,
		series,
		override
	};
	return {
		kind,
		changeRatio,
		series,
		override: {
			by: override.by,
			reason: override.reason,
			pullRequest: override.pullRequest
		}
	};
}
function wordsOf$1(reasons) {
	return new Map([...reasons].map(([stat, reason]) => [stat, plainText(reason)]));
}
/**
* `fromEntries` makes every name an own property, even `__proto__`. The names are sorted by code unit, which is the same on every
* machine.
*/
function sorted(map) {
	return Object.fromEntries([...map].sort(([left], [right]) => left < right ? -1 : 1));
}
function firstProblem(error) {
	const issue = error.issues[0];
	if (issue === void 0) return "it is not a stored run";
	return `\`${issue.path.join(".")}\` is not valid: ${issue.message}`;
}
/**
* The runs in the file of one service, oldest first. A bad line, a last line that was cut off, or two lines of one run with
* different numbers make the whole file unreadable.
*/
function parseBaselineFile(service, bytes) {
	const lines = storedLines(bytes);
	if (typeof lines === "string") return unreadable$1(lines);
	if (lines.length === 0) return unreadable$1("It is empty");
	const runs = /* @__PURE__ */ new Map();
	for (const [index, line] of lines.entries()) {
		const read = parseStoredRun(line);
		if (read.kind === "unreadable") return unreadable$1(`Line ${index + 1}: ${read.problem}`);
		const { stored } = read;
		if (stored.run.service !== service) return unreadable$1(`Line ${index + 1}: it is a run of "${stored.run.service}", in the file of "${service}"`);
		const twin = runs.get(runKey(stored));
		if (twin !== void 0 && formatStoredRun(twin) !== formatStoredRun(stored)) return unreadable$1(`Line ${index + 1}: duplicate: this run is already in the file with different content`);
		runs.set(runKey(stored), twin ?? stored);
	}
	return {
		kind: "read",
		runs: [...runs.values()]
	};
}
/** The text of a file with these runs. Throws if the text could not be read again, so such a file is never written. */
function formatBaselineFile(service, runs) {
	const text = runs.map((stored) => `${formatStoredRun(stored)}\n`).join("");
	const again = parseBaselineFile(service, new TextEncoder().encode(text));
	if (again.kind === "unreadable") throw new Error(`The baseline of ${service} cannot be stored. ${again.problem}`);
	return text;
}
/**
* The existing runs, followed by the added runs that are not stored yet. A stored run never changes. Throws a UserError if an
* added run has the identity of a stored run but other numbers, because one of the two would be lost. An artifact cannot change
* under its id: if its numbers differ, a newer release reads more from it, and the stored run stays.
*/
function mergeRuns(existing, added) {
	const runs = new Map(existing.map((stored) => [runKey(stored), stored]));
	for (const stored of added) {
		const twin = runs.get(runKey(stored));
		if (twin === void 0) {
			runs.set(runKey(stored), stored);
			continue;
		}
		if (stored.run.source.artifactId === null && measuredContent(twin) !== measuredContent(stored)) throw identityTaken(stored);
	}
	const count = runs.size - existing.length;
	return {
		runs: [...runs.values()],
		added: count,
		alreadyStored: added.length - count
	};
}
/**
* Keeps the runs of the newest jobs of each comparability key, in their order. The job of the newest mark is kept too, because
* the current level began there. The runs of pinned commits are kept too, because drift is measured from them.
*/
function retainNewestJobs(runs, jobsKept = 50, pinnedCommits = []) {
	const jobsByKey = /* @__PURE__ */ new Map();
	const marked = runs.findLast((stored) => stored.mark !== null);
	for (const stored of runs.toReversed()) {
		const key = comparabilityKey(stored);
		const jobs = jobsByKey.get(key) ?? /* @__PURE__ */ new Set();
		jobsByKey.set(key, jobs);
		if (jobs.size < jobsKept) jobs.add(jobKey(stored));
	}
	const markedJob = marked === void 0 ? null : jobKey(marked);
	return runs.filter((stored) => jobKey(stored) === markedJob || pinnedCommits.includes(stored.commit) || jobsByKey.get(comparabilityKey(stored))?.has(jobKey(stored)));
}
/**
* Runs with different keys are never in one baseline, so each key has its own limit: a busy branch does not displace the runs of
* another. The format is a part of the key, because formats compute percentiles differently.
*/
function comparabilityKey({ run, branch = null }) {
	const { load, machine, tool } = run.conditions;
	return JSON.stringify([
		branch,
		load,
		machine,
		tool,
		run.run.format
	]);
}
/** The job of a run. The results state their own job id, so the id holds only within one commit and workflow run. */
function jobKey({ run, commit }) {
	const { workflowRunId, artifactId } = run.source;
	return JSON.stringify([
		commit,
		workflowRunId,
		run.jobId === null ? artifactId : run.jobId
	]);
}
function identityTaken({ run, commit }) {
	return new UserError(`${run.source.path} of ${run.service} at commit ${commit} is already stored, with other numbers. A stored run is never replaced. Put the new results in a folder with another run number, such as run-2, and record again.`);
}
function unreadable$1(problem) {
	return {
		kind: "unreadable",
		problem: `${problem}.`
	};
}
// src/storage/ledger-file.ts
/** The ledger lies beside the folder of the baselines, so the limit on the number of jobs never removes a line of it. */
const LEDGER_FILE = "overrides.ndjson";
/** The version of the line format. */
const SCHEMA_VERSION = 1;
const Text = string().min(1);
const Time = string().refine((text) => Number.isFinite(Date.parse(text)), "expected a date and time");
const Commit = string().regex(/^[\w.-]{1,100}$/, "expected a commit");
const Branch = string().nullable();
const series = {
	service: Text,
	endpoint: string().nullable(),
	metric: Text,
	stat: Text
};
const place = {
	branch: Branch,
	commit: Commit,
	recordedAt: Time
};
const Line = discriminatedUnion("kind", [object({
	schemaVersion: literal(SCHEMA_VERSION),
	kind: literal("owed"),
	...series,
	unit: _enum([
		"ms",
		"ratio",
		"per-second",
		"bytes",
		"bytes-per-second",
		"count",
		"none"
	]),
	better: _enum([
		"lower",
		"higher",
		"neither"
	]),
	before: number().nullable(),
	after: number().nullable(),
	changeRatio: number(),
	limitRatio: number().nonnegative(),
	conditions: object({
		machine: Branch,
		load: Branch,
		tool: Branch
	}),
	...place,
	accepted: object({
		by: Text,
		reason: string(),
		at: Time,
		pullRequest: int().nonnegative(),
		headSha: Commit
	}).nullable()
}), object({
	schemaVersion: literal(SCHEMA_VERSION),
	kind: literal("repaid"),
	...series,
	debtCommit: Commit,
	level: number(),
	...place
})]);
/**
* The entries of the file, oldest first. As in a baseline file, one bad line makes the whole file unreadable, so no entry is
* missed.
*/
function parseLedger(bytes) {
	const lines = storedLines(bytes);
	if (typeof lines === "string") return unreadable(lines);
	const entries = [];
	for (const [index, line] of lines.entries()) {
		const read = parseLine(line);
		if (typeof read === "string") return unreadable(`Line ${index + 1}: ${read}`);
		entries.push(read);
	}
	return {
		kind: "read",
		entries
	};
}
/** The text that these entries add to the file. */
function formatEntries(entries) {
	return entries.map((entry) => {
		const line = Line.parse({
			schemaVersion: SCHEMA_VERSION,
			...entry
		});
		return `${JSON.stringify(line)}\n`;
	}).join("");
}
/** The entries that are not in the ledger yet, so that a job that runs again adds nothing twice. */
function newEntries(existing, added) {
	const known = new Set(existing.map(entryKey));
	return added.filter((entry) => !known.has(entryKey(entry)));
}
function entryKey(entry) {
	const { kind, service, endpoint, metric, stat, branch } = entry;
	return JSON.stringify([
		kind,
		service,
		endpoint,
		metric,
		stat,
		branch,
		kind === "owed" ? entry.commit : entry.debtCommit
	]);
}
/** The entry, or a string that says what is wrong with the line. */
function parseLine(line) {
	const found = lineJson(line, SCHEMA_VERSION);
	if (typeof found === "string") return found;
	const read = Line.safeParse(found.json);
	if (read.success) {
		const { schemaVersion: _, ...entry } = read.data;
		return entry;
	}
	const [issue] = read.error.issues;
	return `\`${issue?.path.join(".")}\` is not valid: ${issue?.message}`;
}
function unreadable(problem) {
	return {
		kind: "unreadable",
		problem: `${problem}.`
	};
}
const FILE_NAME = new RegExp(`^v1/(?<service>[a-z0-9][a-z0-9._-]{0,63})\\.ndjson$`);
/** The path of a file: `v1/checkout.ndjson`. Throws a UserError if the name of the service could lead out of the folder. */
function baselineFile(service) {
	const name = `v1/${service}.ndjson`;
	if (FILE_NAME.test(name)) return name;
	throw new UserError(`"${service}" cannot be the name of a service. Use lower-case letters, digits, dot, underscore and hyphen, starting with a letter or a digit, at most 64 characters.`);
}
/** Whether a path inside the store is a part of the baseline. Hidden files, lock files and other files in it are not. */
function isStoreFile(path) {
	if (path === "overrides.ndjson") return true;
	const fileName = path.startsWith(`v1/`) ? path.slice(3) : "";
	return fileName.endsWith(".ndjson") && !fileName.startsWith(".") && !fileName.includes("/");
}
/** The content of the files of a store, by their path inside it. `place` is the name of the store in messages. */
function readStoreFiles(place, files) {
	const services = /* @__PURE__ */ new Map();
	const ledger = parseLedger(files.get("overrides.ndjson") ?? /* @__PURE__ */ new Uint8Array());
	if (ledger.kind === "unreadable") return {
		kind: "unreadable",
		place,
		file: LEDGER_FILE,
		problem: [ledger.problem]
	};
	const baselines = [...files].filter(([file]) => file !== LEDGER_FILE);
	for (const [file, bytes] of baselines.sort(([left], [right]) => left < right ? -1 : 1)) {
		const service = FILE_NAME.exec(file)?.groups?.service;
		if (service === void 0) return {
			kind: "unreadable",
			place,
			file,
			problem: text`Its name is not the name of a service.`
		};
		const read = parseBaselineFile(service, bytes);
		if (read.kind === "unreadable") return {
			kind: "unreadable",
			place,
			file,
			problem: [read.problem]
		};
		services.set(service, read.runs);
	}
	return {
		kind: "found",
		place,
		services,
		ledger: ledger.entries
	};
}
/**
* Merges runs and lines of the ledger into their files. `files` holds the current content of each of `affectedFiles(runs)`.
* Throws a UserError if one of them cannot be read, because an unreadable file must not be changed.
*/
function planAppend(place, files, { runs, entries, pinnedCommits }) {
	const changed = /* @__PURE__ */ new Map();
	let added = 0;
	for (const service of new Set(runs.map(({ run }) => run.service))) {
		const file = baselineFile(service);
		const newRuns = runs.filter(({ run }) => run.service === service);
		const merged = mergeRuns(existingRuns(place, service, files.get(file)), newRuns);
		if (merged.added === 0) continue;
		added += merged.added;
		changed.set(file, formatBaselineFile(service, retainNewestJobs(merged.runs, 50, pinnedCommits)));
	}
	const ledger = extendedLedger(place, files.get(LEDGER_FILE), entries);
	if (ledger !== null) changed.set(LEDGER_FILE, ledger);
	return {
		changed,
		added,
		alreadyStored: runs.length - added
	};
}
/** The files that are read, and perhaps written, to add these runs and entries. They are sorted. */
function affectedFiles({ runs, entries }) {
	const files = runs.map(({ run }) => baselineFile(run.service));
	return [...new Set(entries.length === 0 ? files : [...files, LEDGER_FILE])].sort();
}
function existingRuns(place, service, bytes) {
	if (bytes === void 0) return [];
	const read = parseBaselineFile(service, bytes);
	if (read.kind === "read") return read.runs;
	throw new UserError(`The baseline file ${baselineFile(service)} in ${place} cannot be read. ${read.problem} Nothing was stored, and the file was left as it is. Restore an older version of it, or delete it to start again.`);
}
/** The whole new text: the existing bytes, followed by the new lines. null: there is nothing new. */
function extendedLedger(place, bytes, entries) {
	if (entries.length === 0) return null;
	const read = parseLedger(bytes ?? /* @__PURE__ */ new Uint8Array());
	if (read.kind === "unreadable") throw new UserError(`The ledger ${LEDGER_FILE} in ${place} cannot be read. ${read.problem} Nothing was stored, and the file was left as it is. Restore an older version of it.`);
	const added = newEntries(read.entries, entries);
	return added.length === 0 ? null : new TextDecoder().decode(bytes) + formatEntries(added);
}
// src/storage/branch-store.ts
const DEFAULT_BASELINE_BRANCH = "perf-gate-baselines";
/**
* A writer whose commit is refused because another writer was faster reads the branch again and tries again. Each refused try
* means that one other writer succeeded, so 20 writers that begin together all succeed. With `jitteredBackOff` 20 tries take
* about a minute and a half.
*/
const APPEND_TRIES = 20;
/**
* Each append is one commit, and every clone of the repository fetches all of them. After this number of commits the branch
* begins anew with the current files. Measured with git 2.39.5: 1000 appends of five k6 summaries of one service are a pack of
* 9.9 MB, so 500 appends are about 5 MB per service.
*/
const COMMITS_KEPT = 500;
/**
* The request that creates the tree contains up to this number of bytes of the files. The other files are sent before, one per
* request. Requests of 2.5 MB and more got the status 502: https://github.com/codesandbox/codesandbox-client/issues/8614
*/
const INLINE_BYTES = 1024 ** 2;
/**
* Baselines on a separate branch, which is never checked out: `<gate>/v1/<service>.ndjson` and `<gate>/overrides.ndjson`. It is
* the default of the Action. Reading needs `contents: read`, and appending needs `contents: write`. Each append is one commit.
*
* Writers use compare-and-set: the branch moves forward only from the commit that was read (`force: false`). A slower writer gets
* 422 or 409, reads again and merges again, so nothing is lost. https://docs.github.com/en/rest/git/refs#update-a-reference
*/
function openBranchStore(options) {
	const known = {
		...options,
		blobs: /* @__PURE__ */ new Map()
	};
	return {
		load: () => load$1(known),
		append: (runs, entries = [], pinnedCommits = []) => append$1(known, {
			runs,
			entries,
			pinnedCommits
		})
	};
}
/**
* Full jitter, so that writers that collided do not collide again:
* https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
*/
async function jitteredBackOff(attempt) {
	await (0, import_promises$1.setTimeout)(Math.random() * Math.min(1e4, 500 * 2 ** attempt));
}
/**
* Reads the tree of the newest commit by the name of the branch, in one request. If the branch moves meanwhile, the tree stays
* consistent.
*/
async function load$1(options) {
	const place = placeOf(options);
	const listing = await absentAsNull(readTree(options, options.branch));
	const files = listing === null ? /* @__PURE__ */ new Map() : filesOf(options, listing);
	if (files.size === 0) return {
		kind: "never-written",
		place
	};
	return readStoreFiles(place, await readBlobs(options, files));
}
async function append$1(options, added) {
	const { backOff = jitteredBackOff } = options;
	let problem = "";
	let mayBeginAnew = true;
	for (let attempt = 1; attempt <= APPEND_TRIES; attempt += 1) {
		if (attempt > 1) await backOff(attempt);
		const snapshot = await readSnapshot(options);
		const files = await readAffected(options, snapshot, added);
		const plan = planAppend(placeOf(options), files, added);
		const result = {
			added: plan.added,
			alreadyStored: plan.alreadyStored
		};
		if (plan.changed.size === 0) return result;
		let beginsAnew = false;
		try {
			const commit = await writeCommit(options, snapshot, plan.changed, mayBeginAnew);
			beginsAnew = commit.isRoot && snapshot !== null;
			await publish(options, snapshot, commit);
			return result;
		} catch (error) {
			if (beginsAnew) mayBeginAnew = false;
			else if (!isLostRace(error)) throw asUserError(error);
			problem = error instanceof Error ? error.message : String(error);
		}
	}
	throw new UserError(`The baseline could not be stored on ${placeOf(options)}: ${APPEND_TRIES} tries were refused, the last with "${problem}". Nothing was stored. Run this job again. If it fails again, look for a rule that protects the branch.`);
}
/** null: the branch does not exist. */
async function readSnapshot(options) {
	const { octokit, owner, repo, branch } = options;
	const ref = await absentAsNull(octokit.rest.git.getRef({
		owner,
		repo,
		ref: `heads/${branch}`
	}));
	if (ref === null) return null;
	const commit = ref.data.object.sha;
	const listing = await readTree(options, commit);
	const paths = listing.flatMap(({ path, type }) => type === "tree" ? [] : [path]);
	const isOnlyStore = paths.every((path) => path === README_FILE || isStoreFile(path.slice(path.indexOf("/") + 1)));
	return {
		commit,
		hasReadme: paths.includes(README_FILE),
		isOnlyStore,
		files: filesOf(options, listing)
	};
}
/**
* @param from a commit, or the name of the branch. GitHub accepts both for a tree:
* https://docs.github.com/en/rest/git/trees#get-a-tree
*/
async function readTree({ octokit, owner, repo, branch }, from) {
	const listing = (await octokit.rest.git.getTree({
		owner,
		repo,
		tree_sha: from,
		recursive: "true"
	})).data;
	if (listing.truncated) throw new UserError(`The branch ${branch} has more files than GitHub lists at once. Remove the files that are not baselines from it.`);
	return listing.tree;
}
/** The Git blobs of the files of this gate, by their path in its folder. */
function filesOf({ gateName }, listing) {
	const folder = `${gateName}/`;
	const files = /* @__PURE__ */ new Map();
	for (const { path, sha, type } of listing) {
		const inside = path.startsWith(folder) ? path.slice(folder.length) : "";
		if (type === "blob" && isStoreFile(inside)) files.set(inside, sha);
	}
	return files;
}
function readAffected(options, snapshot, added) {
	const affected = new Set(affectedFiles(added));
	const existing = [...snapshot?.files ?? []].filter(([path]) => affected.has(path));
	return readBlobs(options, new Map(existing));
}
/** GitHub sends blobs of up to 100 MB, in base64: https://docs.github.com/en/rest/git/blobs#get-a-blob */
async function readBlobs(options, blobs) {
	const read = await Promise.allSettled([...blobs.values()].map((sha) => readBlob(options, sha)));
	for (const one of read) if (one.status === "rejected") throw one.reason;
	const bytes = read.map((one) => one.value);
	return new Map([...blobs.keys()].map((path, index) => [path, bytes[index]]));
}
async function readBlob({ octokit, owner, repo, blobs }, sha) {
	const known = blobs.get(sha);
	if (known !== void 0) return await known;
	const asked = octokit.rest.git.getBlob({
		owner,
		repo,
		file_sha: sha
	}).then(({ data }) => Buffer.from(data.content, data.encoding === "base64" ? "base64" : "utf8"));
	blobs.set(sha, asked);
	try {
		return await asked;
	} catch (error) {
		blobs.delete(sha);
		throw error;
	}
}
async function writeCommit(options, snapshot, changed, mayBeginAnew) {
	const { octokit, owner, repo, gateName, commitsKept = COMMITS_KEPT } = options;
	const tree = [];
	let inlineBytes = 0;
	for (const [path, text] of changed) {
		inlineBytes += Buffer.byteLength(text);
		const place = {
			path: `${gateName}/${path}`,
			mode: "100644",
			type: "blob"
		};
		tree.push(inlineBytes <= INLINE_BYTES ? {
			...place,
			content: text
		} : {
			...place,
			sha: await newBlob(options, text)
		});
	}
	if (snapshot?.hasReadme !== true) tree.push({
		path: README_FILE,
		mode: "100644",
		type: "blob",
		content: README
	});
	const base = snapshot === null ? null : await readCommit(options, snapshot.commit);
	const newTree = await octokit.rest.git.createTree({
		owner,
		repo,
		tree,
		...base === null ? {} : { base_tree: base.tree }
	});
	const isOurs = snapshot?.isOnlyStore === true && base?.isOurs === true;
	const isRoot = base === null || mayBeginAnew && isOurs && base.number >= commitsKept;
	const parents = isRoot || snapshot === null ? [] : [snapshot.commit];
	const message = messageOf(changed, isRoot ? 1 : base.number + 1);
	const { data } = await octokit.rest.git.createCommit({
		owner,
		repo,
		message,
		tree: newTree.data.sha,
		parents
	});
	return {
		sha: data.sha,
		isRoot
	};
}
async function newBlob({ octokit, owner, repo }, text) {
	const content = Buffer.from(text).toString("base64");
	return (await octokit.rest.git.createBlob({
		owner,
		repo,
		content,
		encoding: "base64"
	})).data.sha;
}
const NUMBER_LINE = "Commit-Number: ";
/** The first words of each commit that this store writes. */
const SUBJECTS = ["Record the baseline of ", "Extend the ledger"];
/** Each commit holds its number, so that nobody has to count the commits. */
function messageOf(changed, number) {
	const services = [...changed.keys()].flatMap((path) => /^v\d+\/(.*)\.ndjson$/.exec(path)?.[1] ?? []);
	const [recorded, extended] = SUBJECTS;
	return `${services.length === 0 ? extended : `${recorded}${services.join(", ")}`}\n\n${NUMBER_LINE}${number}\n`;
}
/** A commit that somebody made by hand has no number. Then the count begins again, and the branch may grow longer than usual. */
async function readCommit({ octokit, owner, repo }, commit) {
	const { data } = await octokit.rest.git.getCommit({
		owner,
		repo,
		commit_sha: commit
	});
	const line = data.message.split("\n").find((text) => text.startsWith(NUMBER_LINE));
	const isOurs = SUBJECTS.some((subject) => data.message.startsWith(subject));
	return {
		tree: data.tree.sha,
		number: Number(line?.slice(15) ?? 1) || 1,
		isOurs
	};
}
/** Moves the branch if it still points to the commit that was read. */
async function publish(options, snapshot, commit) {
	const { octokit, owner, repo, branch } = options;
	const { sha } = commit;
	if (snapshot === null) await octokit.rest.git.createRef({
		owner,
		repo,
		ref: `refs/heads/${branch}`,
		sha
	});
	else if (commit.isRoot) await beginAnew(options, snapshot.commit, sha);
	else await octokit.rest.git.updateRef({
		owner,
		repo,
		ref: `heads/${branch}`,
		sha,
		force: false
	});
}
const UPDATE_REFS = `mutation ($input: UpdateRefsInput!) { updateRefs(input: $input) { clientMutationId } }`;
/**
* Moves the branch to a commit without a parent, if it still points to the commit that was read. The REST API cannot do this: its
* `force` overwrites what another writer stored meanwhile. `beforeOid` is the expected commit.
* https://docs.github.com/en/graphql/reference/mutations#updaterefs
*/
async function beginAnew({ octokit, owner, repo, branch }, from, to) {
	const repository = (await octokit.rest.repos.get({
		owner,
		repo
	})).data.node_id;
	const update = {
		name: `refs/heads/${branch}`,
		beforeOid: from,
		afterOid: to,
		force: true
	};
	await octokit.graphql(UPDATE_REFS, { input: {
		repositoryId: repository,
		refUpdates: [update]
	} });
}
/**
* Whether another writer was faster. GitHub answers 422 "Update is not a fast forward" or "Reference already exists", or 409 if
* two writers change the branch at the same time. A rule that protects the branch refuses every try, so it does not count.
*/
function isLostRace(error) {
	const message = error instanceof Error ? error.message : "";
	if (/rule violation|protected/i.test(message)) return false;
	const status = statusOf(error);
	return status === 422 || status === 409;
}
function asUserError(error) {
	if (statusOf(error) !== 403) return error;
	return new UserError("The token may not write the baseline branch. Nothing was stored. Add this line to the job that records: `permissions: contents: write`.", { cause: error });
}
async function absentAsNull(answer) {
	try {
		return await answer;
	} catch (error) {
		if (statusOf(error) === 404) return null;
		throw error;
	}
}
function statusOf(error) {
	return typeof error === "object" && error !== null && "status" in error ? Number(error.status) : null;
}
function placeOf({ branch, gateName }) {
	return `branch ${branch}, folder ${gateName}`;
}
const README_FILE = "README.md";
const README = `# Baselines of perf-gate

perf-gate writes this branch. It holds the load test results that pull requests are compared with:
one folder per gate, one file per service, one line per run, oldest first. \`overrides.ndjson\` is the ledger of slowdowns that
were merged: who accepted them, why, and when they were repaid.

Do not merge this branch and do not edit the files. perf-gate stops when it cannot read one of them.
To forget the baseline of a service, delete its file. To go back, revert a commit.
Protect the branch against deletion. A rule against force pushes keeps perf-gate from shortening the history, see below.

After 500 commits perf-gate begins the branch anew with the files as they are, so that clones stay small.
`;
// src/storage/directory-store.ts
/** A lock is held for milliseconds. A writer that waits longer than 100 × 100 ms waits for a process that was killed. */
const LOCK_TRIES = 100;
const LOCK_PAUSE_MS = 100;
/**
* Baselines in a folder: `<directory>/v1/<service>.ndjson`, and `<directory>/overrides.ndjson`. It is the default of the command
* line.
*
* Writers exclude each other as git does (https://github.com/git/git/blob/v2.45.0/lockfile.h): a writer creates `<file>.lock`,
* which fails if the file exists, writes the new content into it, and renames it over the file. A reader sees either the old file
* or the new file, never a part.
*/
function openDirectoryStore(directory, waitForLock = waitTenSeconds) {
	return {
		load: () => load(directory),
		append: (runs, entries = [], pinnedCommits = []) => append(directory, {
			runs,
			entries,
			pinnedCommits
		}, waitForLock)
	};
}
async function load(directory) {
	const files = await readFiles(directory, [...(await listFolder((0, import__builtin_path.join)(directory, "v1"))).map((name) => `v1/${name}`), LEDGER_FILE].filter(isStoreFile));
	if (files.size === 0) return {
		kind: "never-written",
		place: directory
	};
	return readStoreFiles(directory, files);
}
async function append(directory, added, waitForLock) {
	const paths = affectedFiles(added);
	for (const path of paths) await (0, import_promises.mkdir)((0, import__builtin_path.dirname)((0, import__builtin_path.join)(directory, path)), { recursive: true });
	const locked = [];
	try {
		for (const path of paths) {
			await lock((0, import__builtin_path.join)(directory, path), waitForLock);
			locked.push(path);
		}
		const plan = planAppend(directory, await readFiles(directory, paths), added);
		for (const [path, text] of plan.changed) await writeLock((0, import__builtin_path.join)(directory, path), text);
		for (const path of plan.changed.keys()) {
			await (0, import_promises.rename)(lockPath((0, import__builtin_path.join)(directory, path)), (0, import__builtin_path.join)(directory, path));
			locked.splice(locked.indexOf(path), 1);
		}
		return {
			added: plan.added,
			alreadyStored: plan.alreadyStored
		};
	} finally {
		for (const path of locked) await (0, import_promises.rm)(lockPath((0, import__builtin_path.join)(directory, path)), { force: true });
	}
}
/** Every writer locks its files in sorted order, so two writers never wait for each other. */
async function lock(path, waitForLock) {
	for (let attempt = 1; !await createLock(path); attempt += 1) if (!await waitForLock(attempt)) throw locked(path);
}
async function waitTenSeconds(attempt) {
	await (0, import_promises$1.setTimeout)(LOCK_PAUSE_MS);
	return attempt < LOCK_TRIES;
}
function locked(path) {
	return new UserError(`The baseline file ${path} is locked by another process: ${lockPath(path)} is there. Nothing was stored. If no other perf-gate is running, an earlier process was killed: delete the .lock file and try again.`);
}
/** false: another process holds the lock. */
async function createLock(path) {
	try {
		await (await (0, import_promises.open)(lockPath(path), "wx")).close();
		return true;
	} catch (error) {
		if (errorCode(error) === "EEXIST") return false;
		throw error;
	}
}
/**
* The content is on the disk before the file is renamed, because a power failure must not leave an empty file under the final
* name.
*/
async function writeLock(path, text) {
	const file = await (0, import_promises.open)(lockPath(path), "w");
	try {
		await file.writeFile(text);
		await file.sync();
	} finally {
		await file.close();
	}
}
function lockPath(path) {
	return `${path}.lock`;
}
async function listFolder(folder) {
	try {
		return await (0, import_promises.readdir)(folder);
	} catch (error) {
		if (errorCode(error) === "ENOENT") return [];
		throw error;
	}
}
async function readFiles(directory, paths) {
	const files = /* @__PURE__ */ new Map();
	for (const path of paths) try {
		files.set(path, await (0, import_promises.readFile)((0, import__builtin_path.join)(directory, path)));
	} catch (error) {
		if (errorCode(error) !== "ENOENT") throw error;
	}
	return files;
}
function errorCode(error) {
	return typeof error === "object" && error !== null && "code" in error ? String(error.code) : null;
}
// src/storage/visible-on.ts
/** A store that shows a branch only the records that it is compared with. */
function seenByBranches(store) {
	return {
		load: async (at) => at === void 0 ? await store.load() : visibleOn(await store.load(at), at.recordedAs),
		append: store.append
	};
}
/**
* The records that a branch is compared with: its own, and those of the default branch up to the commit where the branch began.
* The default branch never sees records of another branch, even after a merge. A service that only the ledger names is known, but
* has no runs.
*
* @param branch null: the default branch
*/
function visibleOn(lookup, branch) {
	if (lookup.kind !== "found") return lookup;
	const isVisible = (one) => {
		const recordedOn = one.branch ?? null;
		return recordedOn === null || recordedOn === branch;
	};
	const ledger = lookup.ledger?.filter(isVisible);
	const runs = [...lookup.services].map(([service, stored]) => [service, stored.filter(isVisible)]);
	const services = new Map([...(ledger ?? []).map(({ service }) => [service, []]), ...runs.filter(([, stored]) => stored.length > 0)]);
	if (services.size === 0) return {
		kind: "never-written",
		place: lookup.place
	};
	return {
		...lookup,
		services,
		...ledger === void 0 ? {} : { ledger }
	};
}
// src/storage/with-fallback.ts
/**
* Reads the second store if the first has no runs. New runs are written to the first store, so the second is needed only until
* then. Services that the ledger of the first store names are not new, even if no store has runs of them.
*/
function withFallback(first, second) {
	return {
		load: async (at) => {
			const found = await first.load(at);
			if (found.kind === "unreadable" || found.kind === "found" && hasRuns(found)) return found;
			const other = await second.load(at);
			if (other.kind === "never-written") return found;
			return found.kind === "found" && other.kind === "found" ? merged(found, other) : other;
		},
		append: first.append
	};
}
function hasRuns({ services }) {
	return [...services.values()].some((runs) => runs.length > 0);
}
function merged({ services, ledger }, other) {
	return {
		...other,
		services: new Map([...services, ...other.services]),
		...ledger === void 0 ? {} : { ledger }
	};
}
// src/storage/registry.ts
/** All kinds of stores. A new kind is a file `<id>-store.ts` and a row here. */
const STORES = [
	{
		id: "branch",
		location: { default: DEFAULT_BASELINE_BRANCH },
		open: openBranch
	},
	{
		id: "artifact",
		location: "none",
		open: (_, { artifacts = NO_ARTIFACTS }) => openArtifactStore(artifacts)
	},
	{
		id: "directory",
		location: { default: null },
		open: (directory) => seenByBranches(openDirectoryStore(directory))
	}
];
const NO_ARTIFACTS = {
	place: "artifacts",
	async *read() {}
};
/** Until a run is recorded, the artifacts of the default branch serve as baselines. */
function openBranch(branch, { artifacts, isJudged, ...surroundings }) {
	if (branch !== "perf-gate-baselines" && isJudged?.(branch) === true) throw new UserError(`The baseline store cannot be the branch ${branch}: its code is judged, and only perf-gate may write the branch of a store. Write \`baseline-store: branch\`, or name a branch that nothing else uses.`);
	const store = seenByBranches(openBranchStore({
		...surroundings,
		branch
	}));
	return artifacts === void 0 ? store : withFallback(store, openArtifactStore(artifacts));
}
/**
* Opens the store that an input names: `branch`, `branch:my-baselines`, `artifact` or `directory:path`. Throws a UserError that
* lists the kinds if the kind is unknown.
*/
function openStore(text, surroundings) {
	const [id = "", ...rest] = text.split(":");
	const written = rest.length === 0 ? null : rest.join(":");
	const kind = STORES.find((store) => store.id === id);
	if (kind?.location === "none" && written === null) return kind.open("", surroundings);
	const location = kind === void 0 || kind.location === "none" ? null : written ?? kind.location.default;
	if (kind !== void 0 && location) return kind.open(location, surroundings);
	throw new UserError(`The baseline store "${text}" is not known. Write \`branch\`, \`branch:<name of the branch>\`, \`artifact\` or \`directory:<path>\`.`);
}
// src/model/same-label.ts
/** GitHub ignores upper and lower case in the names of labels: https://github.com/actions/add-to-project/pull/136 */
function sameLabel(left, right) {
	return left.toLowerCase() === right.toLowerCase();
}
// src/github/override-facts.ts
/** At most this many pages of events or comments are read. If there are more, nothing is decided. */
const PAGES = 10;
const PAGE_SIZE$1 = 100;
/**
* The current facts about an override. One request if the label is not set; otherwise four, one more for reviews, and one for each other
* person whose role may count. Throws if a list is too long to be read, because a part of the events is not enough to decide an override.
*/
async function readOverrideFacts(client, query) {
	const { label, ownerIsOrganization, readAt } = query;
	const { labels, comments: listed, createdAt, ...pullRequest } = await livePullRequest(client, query.pullRequest);
	const { number, headSha, body } = pullRequest;
	const labelPresent = labels.some((name) => sameLabel(name, label));
	const known = {
		label,
		labelPresent,
		pullRequest,
		ownerIsOrganization,
		readAt,
		accepted: await query.accepted
	};
	const nothing = {
		events: [],
		actorRole: null,
		headSeenAt: null,
		headPushedBy: null,
		baseChangedAt: null,
		bodyEdited: null,
		comments: [],
		reviews: []
	};
	if (!labelPresent) return {
		facts: {
			...known,
			...nothing
		},
		comments: null
	};
	const [{ ofLabel: events, forcePush, baseChangedAt }, all, reviews, bodyEdited] = await settleInOrder([
		readEvents(client, number, label),
		listed ?? allPages(listComments(client, number), "comments", number),
		query.withReviews ? readReviews(client, number) : [],
		mayBeReason(body) ? readLastEdit(client, number) : null
	]);
	const commands = commandsOf(all);
	const actor = events.at(-1)?.actor ?? null;
	const people = peopleToLookUp(commands, events, approvalsOf(reviews, headSha));
	const [found, { githubTime, ...seen }, editors] = await settleInOrder([
		settleAll(actor === null ? people : [actor, ...people], async (login) => [login, await readRole(client, login)]),
		firstSeen(client, {
			...query.pullRequest,
			headSha,
			createdAt
		}, forcePush),
		readEditors(client, commands)
	]);
	const roles = new Map(found);
	return {
		facts: {
			...known,
			events,
			actorRole: actor === null ? null : roles.get(actor) ?? null,
			...seen,
			baseChangedAt,
			bodyEdited,
			readAt: githubTime ?? readAt,
			comments: commands.map(({ nodeId, isInsider, ...comment }) => {
				const editedBy = editors.get(nodeId) ?? null;
				return {
					...comment,
					authorRole: roles.get(comment.author) ?? null,
					editedBy
				};
			}),
			reviews: reviews.map((review) => ({
				...review,
				authorRole: roles.get(review.author) ?? null
			}))
		},
		comments: all
	};
}
/**
* The people besides the one who set the label whose role is looked up. Everyone may comment and review, and each role costs a request, so
* their number is limited: those who approved this commit come first, the newest first, then those who took the override back. The role of
* others stays unknown, and their word does not count.
*/
const PEOPLE_LOOKED_UP = 2;
function peopleToLookUp(commands, events, approvals) {
	const { actor = null, at = "" } = events.at(-1) ?? {};
	const reasons = commands.filter(({ kind }) => kind === "reason");
	const writers = reasons.some(({ author }) => author === actor) ? [] : reasons;
	const cancels = commands.filter(({ kind, updatedAt }) => kind === "cancel" && isLater(updatedAt, at));
	const [outsiders, insiders] = [cancels.filter(({ isInsider }) => !isInsider), cancels.filter((one) => one.isInsider)];
	const newest = (...lists) => [...new Set(lists.flatMap(newestAuthors))].filter((author) => author !== actor).slice(0, PEOPLE_LOOKED_UP);
	return [.../* @__PURE__ */ new Set([...newest(insiders, outsiders), ...newest(approvals, writers)])];
}
function newestAuthors(written) {
	return [...new Set(written.map(({ author }) => author).reverse())];
}
async function livePullRequest({ octokit, owner, repo }, { number, headSha, live }) {
	if (live !== null) return {
		number,
		headSha,
		...live
	};
	const { data } = await octokit.rest.pulls.get({
		owner,
		repo,
		pull_number: number
	});
	const { user, head, body, labels, created_at: createdAt } = data;
	return {
		number,
		author: user?.login ?? "ghost",
		createdAt,
		headSha: head.sha,
		body: body ?? "",
		labels: labels.map(({ name }) => name)
	};
}
function isLater(at, known) {
	return known === null || Date.parse(at) >= Date.parse(known);
}
/** The base was changed by a person, or by GitHub because the base branch was deleted: https://docs.github.com/en/rest/using-the-rest-api/issue-event-types */
const BASE_CHANGES = ["base_ref_changed", "automatic_base_change_succeeded"];
async function readEvents(client, number, label) {
	const { octokit, owner, repo } = client;
	const events = [];
	let forcePush = null;
	let baseChangedAt = null;
	const parameters = {
		owner,
		repo,
		issue_number: number,
		per_page: PAGE_SIZE$1
	};
	const pages = octokit.paginate.iterator(octokit.rest.issues.listEvents, parameters);
	for (const event of await allPages(pages, "events", number)) {
		const { event: kind, actor, created_at: at } = event;
		if (kind === "head_ref_force_pushed" && isLater(at, forcePush?.at ?? null)) forcePush = {
			at,
			commit: event.commit_id ?? null,
			actor: actor?.login ?? null
		};
		if (BASE_CHANGES.includes(kind) && isLater(at, baseChangedAt)) baseChangedAt = at;
		if (kind !== "labeled" && kind !== "unlabeled" || !("label" in event)) continue;
		if (!sameLabel(event.label?.name ?? "", label)) continue;
		const actorIsBot = actor?.type === "Bot" || event.performed_via_github_app != null;
		events.push({
			kind,
			actor: actor?.login ?? "ghost",
			actorIsBot,
			at
		});
	}
	return {
		ofLabel: events.sort((left, right) => Date.parse(left.at) - Date.parse(right.at)),
		forcePush,
		baseChangedAt
	};
}
/** May the description hold a reason? override-reason.ts reads it. If not, nobody needs to know who edited the description. */
function mayBeReason(body) {
	return /performance override/i.test(body);
}
const LAST_EDIT = "query ($owner: String!, $repo: String!, $number: Int!) { repository(owner: $owner, name: $repo) { pullRequest(number: $number) { lastEditedAt editor { login } } } }";
/** https://docs.github.com/en/graphql/reference/objects#pullrequest: the editor of the text, not of the title. The REST API does not have it. */
async function readLastEdit(client, number) {
	const { owner, repo } = client;
	const { lastEditedAt, editor } = (await graphql(client, LAST_EDIT, {
		owner,
		repo,
		number
	})).repository.pullRequest;
	return lastEditedAt === null ? null : {
		at: lastEditedAt,
		by: editor?.login ?? null
	};
}
/** `at` is when a comment was written. A later edit does not make a reason newer. */
function commandsOf(comments) {
	return comments.flatMap(({ id, nodeId, author, isInsider, body, createdAt: at, updatedAt }) => {
		const kind = readCommand(body)?.kind;
		return kind === void 0 ? [] : [{
			id,
			nodeId,
			author,
			isInsider,
			kind,
			body,
			at,
			updatedAt
		}];
	});
}
/**
* Who edited a comment of another person, by the GraphQL id of the comment. People with write access can edit all comments.
* https://docs.github.com/en/graphql/reference/objects#issuecomment
*/
async function readEditors(client, commands) {
	const edited = commands.filter(({ kind, at, updatedAt }) => kind === "reason" && updatedAt !== at);
	if (edited.length === 0) return /* @__PURE__ */ new Map();
	const { nodes } = await graphql(client, "query ($ids: [ID!]!) { nodes(ids: $ids) { ... on IssueComment { id lastEditedAt editor { __typename login } } } }", { ids: edited.map(({ nodeId }) => nodeId) });
	const authors = new Map(edited.map(({ nodeId, author }) => [nodeId, author]));
	return new Map(nodes.flatMap((node) => {
		if (node === null || node.lastEditedAt === null) return [];
		const editor = node.editor === null ? "ghost" : loginOf(node.editor);
		return editor === authors.get(node.id) ? [] : [[node.id, editor]];
	}));
}
const REVIEW_STATES = /* @__PURE__ */ new Map([
	["APPROVED", "approved"],
	["CHANGES_REQUESTED", "changes-requested"],
	["DISMISSED", "dismissed"]
]);
/** The newest review of each person. Comments and drafts (COMMENTED, PENDING) leave an approval in force. GitHub lists the oldest first. */
async function readReviews(client, number) {
	const { octokit, owner, repo } = client;
	const parameters = {
		owner,
		repo,
		pull_number: number,
		per_page: PAGE_SIZE$1
	};
	return (await allPages(octokit.paginate.iterator(octokit.rest.pulls.listReviews, parameters), "reviews", number)).flatMap(({ user, state, commit_id, submitted_at }) => {
		const known = REVIEW_STATES.get(state);
		if (known === void 0) return [];
		return [{
			author: user?.login ?? "ghost",
			state: known,
			commit: commit_id,
			at: submitted_at ?? ""
		}];
	});
}
async function allPages(pages, what, number) {
	const items = [];
	let count = 0;
	for await (const { data } of pages) {
		count += 1;
		if (count > PAGES) throw new UserError(`Pull request #${number} has more than 1000 ${what}. The override cannot be decided on a part of them. Open a new pull request for this branch.`);
		items.push(...data);
	}
	return items;
}
function approvalsOf(reviews, headSha) {
	return reviews.filter(({ state, commit }) => state === "approved" && commit === headSha);
}
/** `role_name` is the real role; `permission` calls triage "read" and maintain "write". null: GitHub knows no such person. */
async function readRole({ octokit, owner, repo }, login) {
	const parameters = {
		owner,
		repo,
		username: login
	};
	return (await absentAsNull$1(octokit.rest.repos.getCollaboratorPermissionLevel(parameters)))?.data.role_name ?? null;
}
/** Events that a push itself starts. Another person may start other events long afterwards. */
const PUSH_EVENTS = [
	"push",
	"pull_request",
	"pull_request_target"
];
/**
* At most this many pages of runs of the branch are read. If all runs are of the head, the oldest of them counts, because a later time is
* the safe choice.
*/
const RUN_PAGES = 3;
/**
* Since when the commit is the head, and who pushed it. Both come from a workflow run, because the author of a commit chooses its date and
* names. It is the first run of the commit on this branch after any other commit, after the last forced push and after the pull request was
* opened. Earlier runs do not count: the commit may have been on another branch, or have been the head before. null: there was no run.
*/
async function firstSeen(client, head, forcePush) {
	const { runs, githubTime } = await runsOfHead(client, head);
	const first = runs.findLast(({ created_at: at }) => isLater(at, forcePush?.at ?? null) && isLater(at, head.createdAt));
	if (first !== void 0) {
		const isPush = PUSH_EVENTS.includes(first.event);
		return {
			headSeenAt: first.created_at,
			headPushedBy: isPush ? first.actor?.login ?? null : null,
			githubTime
		};
	}
	if (forcePush?.commit === head.headSha) return {
		headSeenAt: forcePush.at,
		headPushedBy: forcePush.actor,
		githubTime
	};
	return {
		headSeenAt: null,
		headPushedBy: null,
		githubTime
	};
}
/** The runs of the branch's head, newest first, back to the first run of another commit. */
async function runsOfHead({ octokit, owner, repo }, { headSha, headRef, headRepoId }) {
	const found = [];
	let githubTime = null;
	for (let page = 1; page <= RUN_PAGES; page += 1) {
		const parameters = {
			owner,
			repo,
			branch: headRef,
			per_page: PAGE_SIZE$1,
			page
		};
		const { data, headers } = await octokit.rest.actions.listWorkflowRunsForRepo(parameters);
		if (headers.date !== void 0) githubTime = new Date(headers.date).toISOString();
		const onBranch = data.workflow_runs.filter(({ head_branch, head_repository }) => head_branch === headRef && head_repository?.id === headRepoId).sort((left, right) => Date.parse(right.created_at) - Date.parse(left.created_at));
		const others = onBranch.findIndex(({ head_sha }) => head_sha !== headSha);
		found.push(...others === -1 ? onBranch : onBranch.slice(0, others));
		if (others !== -1 || data.workflow_runs.length < PAGE_SIZE$1) break;
	}
	return {
		runs: found,
		githubTime
	};
}
// src/action/override.ts
const NOT_READ = {
	reading: null,
	asked: () => null
};
/**
* Reads the current state of the label. Never throws: `asked` throws the error later, and only a verdict that blocks calls it.
*
* @param accepted the override that the gate recorded in the commit status
* @param before what an earlier try of this run has read
*/
async function overrideOf(around, policy, pullRequest, accepted, before) {
	try {
		const reading = stillTrue(before, pullRequest) ?? await readOverride(around, policy, pullRequest, accepted);
		return {
			reading,
			asked: () => reading
		};
	} catch (error) {
		const problem = permissionProblem(error, "read the pull request");
		const asked = () => {
			if (problem === null) throw error;
			around.log.warning(`Whether there is an override is not known, so there is none. ${problem}`);
			return null;
		};
		return {
			reading: null,
			asked
		};
	}
}
/** The current state of the label of a pull request. */
async function readOverride({ client, context }, policy, pullRequest, accepted) {
	const [{ override }, live] = await settleInOrder([policy, withLive(client, pullRequest)]);
	return await readOverrideFacts(client, {
		pullRequest: live,
		label: override.label,
		ownerIsOrganization: context.repository.ownerIsOrganization,
		withReviews: override.approval === "review",
		accepted,
		readAt: (/* @__PURE__ */ new Date()).toISOString()
	});
}
/** The earlier reading, if label and comments have not changed since. null: they must be read again. */
function stillTrue(earlier, { headSha, live }) {
	if (earlier === null || live === null) return null;
	const { comments } = earlier;
	if (!(earlier.facts.labelPresent && live.labels.some((name) => sameLabel(name, earlier.facts.label)) && earlier.facts.pullRequest.headSha === headSha) || live.body !== earlier.facts.pullRequest.body && mayBeReason(live.body)) return null;
	const facts = {
		...earlier.facts,
		pullRequest: {
			...earlier.facts.pullRequest,
			body: live.body
		}
	};
	if (haveSameCommands(facts, live)) return {
		facts,
		comments
	};
	const setBy = facts.events.at(-1)?.actor;
	const commands = commandsOf(live.comments ?? []);
	if (!commands.every(({ kind, at, updatedAt }) => kind === "reason" && at === updatedAt) || !commands.some(({ author }) => author === setBy)) return null;
	const known = commands.map(({ nodeId, isInsider, kind, ...command }) => {
		return {
			...command,
			authorRole: command.author === setBy ? facts.actorRole : null,
			editedBy: null
		};
	});
	return {
		facts: {
			...facts,
			comments: known
		},
		comments: live.comments ?? null
	};
}
/** Are the label and all that may be its reason unchanged? If not, the decision on the override is no longer true. */
function isEqualReading({ label, labelPresent, pullRequest: { body }, comments }, then) {
	const { live } = then.pullRequest;
	if (then.labels.some((name) => sameLabel(name, label)) !== labelPresent) return false;
	if (!labelPresent || live === null) return true;
	return live.body === body && haveSameCommands({ comments }, live);
}
function haveSameCommands({ comments }, live) {
	return live.comments === void 0 || wordsOf(comments) === wordsOf(commandsOf(live.comments));
}
function wordsOf(commands) {
	return JSON.stringify(commands.map(({ id, body }) => [id, body]));
}
// src/github/policy-source.ts
/**
* The head commit of a branch and the file at that commit, in one request, so that the named commit is the one that was read. `twin`: the
* same file name with the other ending. https://docs.github.com/en/graphql/reference/objects#commit
*/
const FILE = "query ($owner: String!, $repo: String!, $at: String!, $path: String!, $twin: String!) { repository(owner: $owner, name: $repo) { object(expression: $at) { oid ... on Commit { file(path: $path) { mode object { ... on Blob { isTruncated text } } } twin: file(path: $twin) { mode } } } } }";
/** The mode of a symbolic link, whose text is only a path: https://git-scm.com/book/en/v2/Git-Internals-Git-Objects */
const LINK_MODE = 40960;
/**
* The policy file of the base branch, never of the pull request, whose author could relax the gate. Throws a UserError if the path is no
* readable file.
*
* @param at `refs/heads/main` for the policy that is in force now, or a commit
*/
async function readPolicySource(client, path, at) {
	const { owner, repo } = client;
	const twin = twinOf(path);
	const { repository } = await graphql(client, FILE, {
		owner,
		repo,
		at,
		path,
		twin
	});
	const found = repository.object;
	if (found === null) throw new UserError(`${at.replace("refs/heads/", "The branch ")} is not in this repository.`);
	const { oid: commit, file } = found;
	const source = `${path} at ${commit.slice(0, 7)}`;
	const note = noteOn(path, commit, file !== null, found.twin === null ? null : twin);
	if (file === null) return {
		commit,
		file: null,
		note
	};
	const content = file.mode !== LINK_MODE && file.object?.isTruncated === false ? file.object.text : null;
	if (content == null) throw new UserError(`The policy ${source} is not a text file of less than 1 MB. Point the input \`policy\` to the policy file.`);
	return {
		commit,
		file: {
			text: content,
			source
		},
		note
	};
}
/** `perf-gate.yaml` for `perf-gate.yml`, and the other way round. */
function twinOf(path) {
	if (path.endsWith(".yaml")) return path.replace(/\.yaml$/, ".yml");
	return path.endsWith(".yml") ? path.replace(/\.yml$/, ".yaml") : `${path}.yml`;
}
/** On the command line, a missing policy file is an error. Here the file is optional, so the report says that it is missing. */
function noteOn(path, commit, isThere, twin) {
	const at = commit.slice(0, 7);
	if (isThere) return twin === null ? null : text`${name(twin)} is not read: the policy is ${name(path)}. Remove one of the two files.`;
	if (twin !== null) return text`There is no policy file ${name(path)} at ${at}, so the defaults hold. ${name(twin)} is there and is not read: rename it, or name it in the input ${code("policy")}.`;
	if (path === INPUT_DEFAULTS.policy) return null;
	return text`There is no policy file ${name(path)} at ${at}, though the input ${code("policy")} names it, so the defaults hold. Check its path and its spelling.`;
}
// src/action/policy.ts
/**
* Reads the policy, and adds the settings of the inputs.
*
* @param at the base branch (`refs/heads/main`), or a commit of it
*/
async function readPolicy({ inputs, client, log }, at) {
	const settings = {
		maxRegressionRatio: givenPercent("The input `max-regression`", inputs.maxRegression),
		overrideLabel: inputs.overrideLabel
	};
	const { commit, file, note } = await withPermissionHint("read the policy file", () => readPolicySource(client, inputs.policy, at));
	if (note !== null) log.warning(plainText(note));
	const found = {
		commit,
		notes: note === null ? [] : [note]
	};
	if (file === null) return {
		...found,
		policy: defaultPolicy(settings)
	};
	const { parsePolicy } = await import("./policy-file2.js");
	return {
		...found,
		policy: parsePolicy(file.text, file.source, settings)
	};
}
// src/action/attempt.ts
/** Does something without which the run goes on. If it fails, a warning says so, and null is returned. */
async function attempt({ log }, operation, action) {
	try {
		return await action();
	} catch (error) {
		log.warning(describeFailure(error, operation));
		return null;
	}
}
// src/action/answer-command.ts
/** Answers a command with a reaction at once, and with a comment of one line if the command had no effect. Never throws. */
async function answerCommand(around, command, judged, statuses) {
	const { octokit, owner, repo } = around.client;
	const one = verdictOn(command, judged);
	const { reaction, line } = answerTo(command, one?.result.verdict ?? null);
	await attempt(around, "post the comment", async () => {
		const parameters = {
			owner,
			repo,
			comment_id: command.commentId,
			content: reaction
		};
		await octokit.rest.reactions.createForIssueComment(parameters);
		const known = {
			author: statuses?.ownLogin ?? null,
			listed: one?.reading?.comments ?? null
		};
		await writeLine(around, command, line, known);
	});
}
/** null: the pull request has no verdict yet, or its verdict cannot be made again. */
function verdictOn({ pullRequest }, judged) {
	return judged.filter((one) => one.kind === "verdict").find((one) => one.pullRequest.number === pullRequest) ?? null;
}
const NOTHING_DECIDED = { kind: "none" };
function answerTo({ kind, author }, verdict) {
	const decision = verdict?.override ?? NOTHING_DECIDED;
	if (kind === "cancel") {
		if (decision.kind !== "valid") return {
			reaction: "+1",
			line: null
		};
		return {
			reaction: "-1",
			line: `The override stays: ${code$1(`@${author}`)} may not take it back. Whoever set the label may, and whoever has a role that may override.`
		};
	}
	switch (decision.kind) {
		case "valid": return {
			reaction: "+1",
			line: null
		};
		case "refused": return {
			reaction: "-1",
			line: `This does not count yet. ${written(decision.why, MARKDOWN)} ${written(decision.next, MARKDOWN)}`
		};
		case "none": return {
			reaction: "eyes",
			line: verdict?.blocked ? "This does not count yet: the label is not set. Somebody whose role allows it must set it." : null
		};
	}
}
/** One comment for each command. If the command counts now, an earlier comment about it is updated, and no new comment is written. */
async function writeLine({ client, context, inputs }, { pullRequest, commentId, author }, line, known) {
	const { octokit, owner, repo } = client;
	const name = `${inputs.name}/answer-${commentId}`;
	const marker = markerLine({
		name,
		sha: null,
		run: String(context.workflowRunId)
	});
	const listed = known.listed ?? await allComments(client, pullRequest);
	const own = known.author ?? await readOwnLogin(client);
	const existing = listed.find((one) => one.author === own && parseMarker(one.body)?.name === name);
	const words = withPlainPipes(`${code$1(`@${author}`)} ${line ?? "This counts now."}`);
	const body = `${marker}\n${words}`;
	if (existing !== void 0) await octokit.rest.issues.updateComment({
		owner,
		repo,
		comment_id: existing.id,
		body
	});
	else if (line !== null && !listed.some((one) => one.author === own && saysSo(one, words))) await octokit.rest.issues.createComment({
		owner,
		repo,
		issue_number: pullRequest,
		body
	});
}
/** The same command again gets no second comment, because GitHub mails each comment to everybody. */
function saysSo({ body }, words) {
	return body.slice(body.indexOf("\n") + 1) === words;
}
// src/github/anchor.ts
/** How far back the history is read: 3 pages of 100 commits. */
const HISTORY_PAGES = 3;
const PAGE_SIZE = 100;
/** GitHub lists at most this many files of a comparison, all of them on its first page. */
const FILES_COMPARED = 300;
/** https://docs.github.com/en/rest/commits/commits#compare-two-commits. One commit per page, because the commits are not needed. */
async function compareWithBase({ octokit, owner, repo }, base, head) {
	const parameters = {
		owner,
		repo,
		basehead: `${base}...${head}`,
		per_page: 1
	};
	const { merge_base_commit, files } = (await octokit.rest.repos.compareCommitsWithBasehead(parameters).catch((error) => Promise.reject(unrelated(error, base, head)))).data;
	const isComplete = files !== void 0 && files.length < FILES_COMPARED;
	const paths = files?.flatMap(({ filename, previous_filename: old }) => (old === void 0 ? [] : [old]).concat(filename));
	return {
		mergeBase: merge_base_commit.sha,
		changedFiles: isComplete ? paths ?? null : null
	};
}
/** The two commits have no common ancestor. GitHub answers 404 to this, and also if the token may not read the commits. */
var UnrelatedHistories = class extends UserError {
	constructor(base, head, cause) {
		super(`${head.slice(0, 7)} and ${base} have no common ancestor, so nobody knows what to compare with. Make the change on top of ${base}: check out ${base}, and cherry-pick it.`, { cause });
	}
};
const NO_ANCESTOR = /no common ancestor/i;
function unrelated(error, base, head) {
	return hasStatus(error, 404) && NO_ANCESTOR.test(error.message) ? new UnrelatedHistories(base, head, error) : error;
}
/**
* The commit that the candidate is measured against: the merge base. If GitHub's merge of the pull request was tested, newer commits of the base branch were tested too, and the anchor is the
* commit that was merged into. The results only name the merge. GitHub says whether it merges this head into this base branch.
*/
async function findAnchor(client, query) {
	const { base, headSha, testedCommit, compared } = query;
	if (testedCommit !== null && testedCommit !== headSha) {
		const merged = await baseOfTestMerge(client, base, headSha, testedCommit);
		if (merged !== null) return merged;
	}
	return (await compared()).mergeBase;
}
/** The first parent of the test merge; null if the commit is no merge of this head into the base branch. */
async function baseOfTestMerge(client, base, headSha, testedCommit) {
	if (!/^[0-9a-f]{40}$/.test(testedCommit)) return null;
	const { octokit, owner, repo } = client;
	const [first, second, third] = (await absentAsNull$1(octokit.rest.git.getCommit({
		owner,
		repo,
		commit_sha: testedCommit
	})))?.data.parents.map(({ sha }) => sha) ?? [];
	if (first === void 0 || second !== headSha || third !== void 0) return null;
	try {
		return (await compareWithBase(client, base, first)).mergeBase === first ? first : null;
	} catch (error) {
		if (error instanceof UnrelatedHistories) return null;
		throw error;
	}
}
/**
* The commit of a tag or of a SHA; null if there is none. GitHub answers 422 to a name that is no commit:
* https://docs.github.com/en/rest/commits/commits#get-a-commit
*/
async function resolveCommit({ octokit, owner, repo }, ref) {
	try {
		return (await octokit.rest.repos.getCommit({
			owner,
			repo,
			ref,
			per_page: 1
		})).data.sha;
	} catch (error) {
		if (hasStatus(error, 404, 422)) return null;
		throw error;
	}
}
/**
* The history of a commit. Pages are read only when they are needed, and each page once, even if several callers need it at the same
* time. At most 300 commits, because older baselines say little about the current code.
*/
function openHistory({ octokit, owner, repo }, anchor) {
	const commits = [];
	let page = 0;
	const readOn = async (isEnough) => {
		while (commits.length === page * PAGE_SIZE && page < HISTORY_PAGES && !(page > 0 && isEnough(commits))) {
			const { data } = await octokit.rest.repos.listCommits({
				owner,
				repo,
				sha: anchor,
				per_page: PAGE_SIZE,
				page: page + 1
			});
			page += 1;
			commits.push(...data.map(({ sha, parents }) => ({
				sha,
				firstParent: parents?.[0]?.sha ?? null
			})));
		}
		return [...commits];
	};
	let before = Promise.resolve();
	return (isEnough) => {
		const read = before.then(() => readOn(isEnough));
		before = heardLater(read).catch(() => void 0);
		return read;
	};
}
// src/action/ancestry.ts
/** A comparison uses only the newest jobs of the branch. */
const JOBS_WANTED = 20;
/** The commits at or before the anchor, back to the oldest stored commit that a comparison needs. */
async function ancestryOf({ services }, anchor, history) {
	const stored = new Set([...services.values()].flat().map(({ commit }) => commit));
	const wanted = Math.min(stored.size, JOBS_WANTED);
	return {
		anchor,
		commits: (await withPermissionHint("find the commit to compare with", () => history((read) => read.filter(({ sha }) => stored.has(sha)).length >= wanted))).map(({ sha }) => sha)
	};
}
// src/action/drift-ancestry.ts
/** The commits at or before the second anchor of the policy. Throws a UserError where there is no such tag or commit. */
async function driftAncestry({ client }, anchor, lookup) {
	const sha = await withPermissionHint("find the commit to compare with", () => resolveCommit(client, anchor));
	if (sha === null) throw new UserError(`The policy sets \`drift.anchor\` to ${anchor}, and this repository has no tag and no commit of that name. Name one that was pushed.`);
	return await ancestryOf(lookup, sha, openHistory(client, sha));
}
// src/github/template-sources.ts
/** More files than there are sections. */
const MAX_FILES = 20;
/** A folder with all its files, in one request. https://docs.github.com/en/graphql/reference/objects#tree */
const FOLDER = "query ($owner: String!, $repo: String!, $place: String!) { repository(owner: $owner, name: $repo) { object(expression: $place) { ... on Tree { entries { name object { ... on Blob { isTruncated text } } } } } } }";
/**
* The files `*.hbs` of a folder at a commit of the base branch, never of the pull request, because their text looks like that of the gate.
* Throws a UserError if the folder does not exist, holds too many files, or a file cannot be read.
*/
async function readTemplateSources(client, folder, sha) {
	const { owner, repo } = client;
	const path = folder.replace(/\/+$/, "");
	const variables = {
		owner,
		repo,
		place: `${sha}:${path}`
	};
	const { repository } = await graphql(client, FOLDER, variables);
	const place = `${folder} at ${sha.slice(0, 7)}`;
	const entries = repository.object?.entries;
	if (entries === void 0) throw new UserError(`There is no folder ${place}. The key \`templates\` of the policy names it.`);
	const files = entries.filter(({ name, object }) => name.endsWith(".hbs") && object?.text !== void 0);
	if (files.length > MAX_FILES) throw new UserError(`The folder ${place} has more than ${MAX_FILES} templates.`);
	return files.map(({ name, object }) => {
		const text = object?.isTruncated === false ? object.text : null;
		if (text == null) throw new UserError(`${folder}/${name} at ${sha.slice(0, 7)} is not a text file that can be read.`);
		return {
			path: `${path}/${name}`,
			text
		};
	});
}
// src/action/read-templates.ts
/**
* Reads the templates that the policy names, at the same commit of the base branch as the policy. Never throws: if they cannot be read,
* the standard report is used and says why. The verdict does not change.
*/
async function readTemplates({ client, log }, { templates: folder }, sha) {
	if (folder === null) return (await import("./template-set.js")).STANDARD_TEMPLATES;
	const templates = await ownTemplates(() => withPermissionHint("read the report templates", () => readTemplateSources(client, folder, sha)));
	for (const problem of templates.problems) log.warning(problem);
	return templates;
}
/** The compiler of templates is loaded only here. */
async function ownTemplates(read) {
	try {
		const sources = await read();
		const { customTemplates } = await import("./custom-templates.js");
		return customTemplates(sources);
	} catch (error) {
		const { standardTemplatesBecause } = await import("./template-set.js");
		return standardTemplatesBecause([error instanceof Error ? error.message : String(error)]);
	}
}
// src/action/results.ts
async function findResults(around, commit, source) {
	const { inputs, client, env } = around;
	if (inputs.results !== null) return {
		kind: "folder",
		folder: (0, import__builtin_path.join)(env.GITHUB_WORKSPACE ?? "", inputs.results)
	};
	return await withPermissionHint("read the artifacts", () => locateResults(client, resultsQuery(around, commit, source)));
}
async function readResults(around, commit, found) {
	const { watch } = progressInLog(around);
	const options = {
		defaultService: around.context.repository.name.toLowerCase(),
		defaultSide: "candidate",
		defaultCommit: commit
	};
	const setOf = (files) => ({
		files: files.map(watch),
		refusals: [],
		options
	});
	switch (found.kind) {
		case "folder": {
			const { readFolder } = await import("./folder.js");
			return {
				set: setOf(await readFolder(found.folder)),
				absence: null,
				notes: []
			};
		}
		case "absent": return {
			set: {
				...setOf([]),
				absence: found.absence.said
			},
			absence: found.absence,
			notes: []
		};
		case "artifacts": {
			const { files, refusals } = await withPermissionHint("read the artifacts", () => downloadResults(around.client, found.artifacts, async (bytes, artifact) => (await import("./zip2.js")).readArtifactZip(bytes, artifact)));
			const { notes, lostJobs } = found;
			return {
				set: {
					...setOf(files),
					refusals,
					lostJobs
				},
				absence: null,
				notes
			};
		}
	}
}
/** Reading gigabytes of points takes minutes: lines in the log show that the gate still works. */
function progressInLog({ log }) {
	return createProgress({
		isTerminal: false,
		write: (line) => log.info(line.trimEnd())
	}, () => performance.now());
}
/** Where the artifacts of a commit are looked for. */
function resultsQuery({ inputs, context, env }, headSha, source) {
	return {
		...source,
		workflow: inputs.loadTestWorkflow ?? context.workflowFile,
		headSha,
		pattern: inputs.artifacts,
		currentRunId: context.workflowRunId,
		runAttempt: context.runAttempt,
		isOtherWorkflow: isOtherWorkflow(context, inputs),
		hasMeasured: source.from === "this-run" || source.from === "this-run-and-older",
		gateJob: {
			id: env.GITHUB_JOB || null,
			action: env.GITHUB_ACTION_REPOSITORY || null
		}
	};
}
// src/action/gather.ts
/**
* Reads everything that a judgement rests on. Requests that do not depend on each other run at the same time, so each line names the
* promises that it waits for. If several requests fail, always the first in this order is reported, and not the first in time.
*/
async function gather(around, task, pullRequests, known) {
	const before = known?.gathered ?? null;
	const contexts = [around.inputs.name, overrideContext(around.inputs.name)];
	const statuses = before?.statuses ?? readStatuses(around.client, task.sha, contexts).catch(() => null);
	const kept = before === null || isAwaited(before.results) ? null : before.results;
	const holder = heardLater(pullRequests.then((listed) => holderOf(around, task, listed, statuses)));
	const all = heardLater(Promise.all([pullRequests, holder]).then(([listed, one]) => withOne(listed, one)));
	const results = heardLater(kept === null ? readAll(around, task, all, known) : Promise.resolve(kept));
	const accepted = heardLater(Promise.resolve(statuses).then((seen) => acceptedOverride(seen, around.inputs.name)));
	const read = (pullRequest) => {
		const inForce = heardLater(policyOf(around, pullRequest, before));
		const policy = heardLater(inForce.then((known) => known.policy));
		const earlier = before?.pullRequests.find((one) => one.pullRequest.number === pullRequest.number) ?? null;
		const still = earlier !== null && kept === null ? {
			...earlier,
			commitFacts: null
		} : earlier;
		return heardLater(factsOf(around, task, pullRequest, {
			inForce,
			policy,
			results,
			accepted
		}, still));
	};
	const facts = (await pullRequests).map(read);
	const ofHolder = heardLater(holder.then((one) => one === null ? null : read(one)));
	const [found, seen] = await settleInOrder([results, statuses]);
	const [own, other] = [await settleInOrder(facts), await ofHolder];
	return {
		pullRequests: (other === null ? own : [...own, other]).toSorted((left, right) => left.pullRequest.number - right.pullRequest.number),
		results: found,
		statuses: seen
	};
}
async function factsOf(around, task, pullRequest, on, earlier) {
	if (task.isEarly && !await canBeJudged(on)) return {
		pullRequest,
		inForce: await on.inForce,
		commitFacts: null,
		override: NOT_READ
	};
	const override = overrideOf(around, on.policy, pullRequest, on.accepted, earlier?.override.reading ?? null);
	const commitFacts = earlier?.commitFacts ?? await readCommitFacts(around, task, pullRequest, on);
	return {
		pullRequest,
		inForce: await on.inForce,
		commitFacts,
		override: await override
	};
}
function isAwaited({ absence }) {
	return absence?.isWaiting === true;
}
/** The policy on the current base branch. GitHub's `base.sha` would be too old: it changes only when the pull request is pushed to. */
async function policyOf(around, { number, baseRef }, before) {
	return (before?.pullRequests.find(({ pullRequest }) => pullRequest.number === number))?.inForce ?? await readPolicy(around, `refs/heads/${baseRef}`);
}
async function readAll(around, task, pullRequests, known) {
	const [all, found] = await settleInOrder([pullRequests, known?.found ?? findResults(around, task.sha, task.results)]);
	return await readResults(around, task.sha, all.length === 0 ? NOWHERE : await ofFirstOffer(around, task, all, found));
}
/**
* If several repositories offer the same commit, the results of the first pull request that has results are judged. Otherwise a copy of
* the commit in a fork could set the status back to pending, or be measured again and again until it passes.
*/
async function ofFirstOffer(around, task, all, own) {
	const repositories = new Set(all.map(({ headRepoId }) => headRepoId));
	if (repositories.size < 2) return own;
	for (const headRepoId of repositories) {
		const found = headRepoId === task.results.headRepoId ? own : await findResults(around, task.sha, {
			...task.results,
			headRepoId,
			ended: null
		});
		if (found.kind !== "absent") return found;
	}
	return own;
}
/** Another open pull request in which this commit was accepted: it is judged as well, because its override counts here. null: none. */
async function holderOf(around, task, listed, statuses) {
	const accepted = acceptedOverride(await statuses, around.inputs.name);
	const number = accepted?.inForce === true ? accepted.pullRequest : null;
	if (number === null || listed.length === 0 || listed.some((one) => one.number === number)) return null;
	const holder = await withPermissionHint("read the pull request", () => readOpenPullRequest(around.client, number));
	return holder?.pullRequest.headSha === task.sha && isBaselineBranch(holder.pullRequest.baseRef, around) ? holder.pullRequest : null;
}
function withOne(listed, one) {
	return one === null ? listed : [...listed, one].sort((left, right) => left.number - right.number);
}
const NOWHERE = {
	kind: "artifacts",
	artifacts: [],
	notes: [],
	lostJobs: []
};
async function canBeJudged({ policy, results }) {
	const [known, read] = await settleInOrder([policy, results]);
	return !isAwaited(read) || namesPaths(known);
}
/** null: there are no results yet, and the policy names no paths that would make a change exempt from measuring. */
async function readCommitFacts(around, task, { baseRef }, { inForce, policy, results }) {
	const { client, context, store } = around;
	const toCompare = (read) => heardLater(withPermissionHint("find the commit to compare with", read));
	const compared = toCompare(() => compareWithBase(client, baseRef, task.sha));
	const mergeBase = heardLater(compared.then(({ mergeBase: sha }) => openAnchor(around, sha)));
	const collected = heardLater(settleInOrder([results, policy]).then(async ([{ set }, known]) => (await import("./gate.js")).collect([set], known)));
	const anchor = toCompare(async () => {
		const { runs } = await collected;
		const candidate = runs.find((run) => run.side === "candidate" && run.testedCommit !== null);
		const query = {
			base: baseRef,
			headSha: task.sha,
			testedCommit: candidate?.testedCommit ?? null
		};
		const sha = await findAnchor(client, {
			...query,
			compared: () => compared
		});
		const known = await mergeBase;
		return known.sha === sha ? known : openAnchor(around, sha);
	});
	const baseline = heardLater(withPermissionHint("read the baseline", () => store.load({
		branch: baseRef,
		recordedAs: baseRef === context.repository.defaultBranch ? null : baseRef,
		history: async () => (await (await anchor).history(() => true)).map(({ sha }) => sha),
		read: async () => {
			const known = await policy;
			return (service) => servicePolicy(known, service).read;
		}
	})));
	const ancestry = heardLater(settleInOrder([baseline, anchor]).then(([lookup, { sha, history }]) => lookup.kind === "found" ? ancestryOf(lookup, sha, history) : null));
	const drift = heardLater(settleInOrder([policy, baseline]).then(([known, lookup]) => known.drift === null || lookup.kind !== "found" ? null : driftAncestry(around, known.drift.anchor, lookup)));
	const templates = heardLater(inForce.then((known) => readTemplates(around, known.policy, known.commit)));
	if (!await canBeJudged({
		policy,
		results
	})) return null;
	const [, { set }, { changedFiles }, readyTemplates, runs, lookup, commits, driftCommits] = await settleInOrder([
		policy,
		results,
		compared,
		templates,
		collected,
		baseline,
		ancestry,
		drift
	]);
	return {
		templates: readyTemplates,
		changedFiles,
		facts: {
			sets: [set],
			collected: runs,
			lookup,
			ancestry: commits,
			driftAncestry: driftCommits,
			changedFiles
		}
	};
}
/** Requests the first page of the history at once, because it is always needed. */
function openAnchor({ client }, sha) {
	const history = openHistory(client, sha);
	heardLater(history(() => true));
	return {
		sha,
		history
	};
}
// src/github/trust-notes.ts
/**
* What maintainers must know before they trust the numbers, in full sentences. Nobody can prove that the results of a fork are true, or
* that a changed load test measures the same as before.
*
* @param changedFiles null: not known
*/
function trustNotes({ isFork }, changedFiles, { policy, loadTestWorkflow }) {
	const notes = [];
	if (isFork) notes.push(text`These results were produced by code of a fork. Look at the changes before you trust the numbers.`);
	if (changedFiles?.includes(policy)) notes.push(text`This pull request changes the policy file; it is judged by the policy of the base branch.`);
	if (changedFiles?.includes(loadTestWorkflow)) notes.push(text`This pull request changes how it is measured: ${name(loadTestWorkflow)}.`);
	return notes;
}
// src/action/report-context.ts
/** The part of the report context that is the same for all reports of this run. */
function reportContext({ inputs, context, env }, { policy, commit }) {
	const action = env.GITHUB_ACTION_REPOSITORY;
	return {
		gateName: inputs.name,
		repository: `${context.repository.owner}/${context.repository.name}`,
		pullRequest: null,
		runUrl: context.runUrl,
		runId: context.workflowRunId,
		policySource: policy.source,
		policyCommit: commit,
		overrideLabel: policy.override.label,
		overrideRules: {
			policy: policy.override,
			needsSecondPerson: policy.override.secondPerson === "always" || policy.override.secondPerson === "auto" && context.repository.ownerIsOrganization
		},
		actionReference: action === void 0 || action === "" ? null : `${action}@${env.GITHUB_ACTION_REF ?? ""}`
	};
}
// src/action/judge-pull-request.ts
/**
* Runs the gate on the gathered facts, for one of the pull requests with this head commit.
*
* @param lent the override of another pull request with this commit. null: the override of this pull request
*/
async function judgePullRequest(around, task, gathered, about, lent = null) {
	const { pullRequest, commitFacts } = about;
	const override = lent ?? about.override;
	const { policy } = about.inForce;
	const { absence } = gathered.results;
	const awaited = absence?.isWaiting === true ? absence : null;
	if (commitFacts === null) return await waiting(around, absence, pullRequest);
	const { facts, templates } = commitFacts;
	const standing = absence?.hasExpired === true ? await standingVerdict(around, task, policy, gathered) : null;
	if (standing !== null) return standing;
	let reading = null;
	const overrideFacts = () => {
		if (awaited !== null) return null;
		reading = override.asked();
		return reading?.facts.pullRequest.headSha === pullRequest.headSha ? reading.facts : null;
	};
	const context = contextOf(around, task, gathered, about);
	const { runGate } = await import("./gate.js");
	const result = await runGate({
		policy,
		context,
		origin: "same-results",
		templates
	}, {
		...facts,
		override: overrideFacts
	});
	if (awaited !== null && isBlocking(result.verdict.outcome)) return await waiting(around, awaited, pullRequest);
	const asked = reading;
	const acceptedIn = asked?.facts.pullRequest.number ?? pullRequest.number;
	const read = lent === null ? asked : about.override.reading;
	const isStillTrueFor = (then) => read === null || isEqualReading(read.facts, then);
	return {
		kind: "verdict",
		pullRequest,
		context,
		result,
		isStillTrueFor,
		reading: read,
		acceptedIn
	};
}
function contextOf(around, task, { results }, { pullRequest, inForce, commitFacts }) {
	const { inputs, context } = around;
	const loadTestWorkflow = `.github/workflows/${inputs.loadTestWorkflow ?? context.workflowFile}`;
	return {
		...reportContext(around, inForce),
		generatedFor: "pull-request",
		headSha: task.sha,
		baseBranch: pullRequest.baseRef,
		pullRequest: pullRequest.number,
		notes: [
			...inForce.notes,
			...results.notes,
			...trustNotes(pullRequest, commitFacts?.changedFiles ?? null, {
				policy: inputs.policy,
				loadTestWorkflow
			})
		]
	};
}
/**
* The event of an unrelated label starts the gate as well. If the results have expired by then, the earlier verdict stands, because it
* cannot be made again. null: there is no earlier verdict, or this event is not that of an unrelated label.
*/
async function standingVerdict({ client, inputs }, { label, sha }, policy, { statuses }) {
	if (label === null || sameLabel(label, policy.override.label)) return null;
	const state = (statuses ?? await withPermissionHint("set the commit status", () => readStatuses(client, sha, [inputs.name]))).latest.get(inputs.name)?.state;
	return state === "success" || state === "failure" ? {
		kind: "standing",
		state
	} : null;
}
/**
* GitHub starts no `pull_request` run while the pull request has a merge conflict:
* https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#pull_request
*/
async function waiting({ client }, absence, { number }) {
	return {
		kind: "waiting",
		words: (await withPermissionHint("read the pull request", () => readOpenPullRequest(client, number)))?.hasConflict ? "Waiting: GitHub runs no load test while this pull request has a merge conflict." : absence?.words ?? ""
	};
}
// src/action/should-comment.ts
const FAILURES = [
	"invalid",
	"fail",
	"pending",
	"overridden"
];
/**
* Should a verdict get a new comment? An existing comment is always updated, so that it is never outdated, except with `never`. The
* status and the job summary always show the verdict.
*/
function shouldComment(when, verdict) {
	if (when === "always") return true;
	if (when === "never") return false;
	return FAILURES.includes(verdict.outcome) || when === "on-change" && isChange(verdict);
}
/** Findings about debt are left out, because the debt existed before this change. */
function isChange({ outcome, findings, services }) {
	if (outcome === "no-baseline" || findings.some(({ rule }) => rule !== "debt")) return true;
	return services.some(({ comparisons }) => comparisons.some(({ role, verdict }) => role !== "other" && [
		"improved",
		"new",
		"missing"
	].includes(verdict)));
}
// src/action/gate-commit.ts
/** Labels and comments may change while a verdict is published: after publishing, the gate checks them, and tries at most 3 times. */
const MAX_TRIES = 3;
/** Gathers, judges and publishes, and tries again if labels or comments changed meanwhile. Returns whether the job may be green. */
async function gateCommit(around, task) {
	const { inputs, context, log } = around;
	const place = {
		context: inputs.name,
		sha: task.sha,
		targetUrl: context.runUrl
	};
	const open = heardLater(task.pullRequests);
	let gathering = heardLater(gather(around, task, heardLater(open.then((found) => found.kind === "open" ? found.pullRequests : [])), null));
	const found = await open;
	if (found.kind === "nothing") {
		log.info(`Nothing to do. ${found.why}`);
		if (found.blocks === true) await withPermissionHint("set the commit status", () => setStatus(around.client, {
			...place,
			state: "error",
			description: found.why
		}));
		return true;
	}
	try {
		for (let number = 1;; number += 1) {
			const gathered = await gathering;
			const { passes, outdated, judged } = await tryOnce(around, task, {
				gathered,
				number
			}, place);
			if (outdated === null || number === MAX_TRIES) {
				if (task.command !== null) await answerCommand(around, task.command, judged, gathered.statuses);
				return passes;
			}
			gathering = gather(around, task, Promise.resolve(outdated.pullRequests), {
				gathered,
				found: outdated.found
			});
		}
	} catch (error) {
		const description = `No verdict: ${error instanceof UserError ? error.message : "perf-gate failed, see its log."}`;
		await setStatus(around.client, {
			...place,
			state: "error",
			description
		}).catch(() => void 0);
		throw error;
	}
}
/** The worst verdict of all pull requests with this head becomes the status. Each pull request with a verdict gets a comment. */
async function tryOnce(around, task, now, place) {
	const { gathered } = now;
	const judged = await judgeAll(around, task, gathered);
	const worst = worstState(judged, stateOf);
	if (worst.one.kind === "waiting") return {
		...await wait(around, task, worst.one.words, gathered, place),
		judged
	};
	if (worst.one.kind === "standing") {
		around.log.info("The results have expired. This label does not concern the gate, so the verdict of this commit stands.");
		return {
			passes: worst.state === "success",
			outdated: null,
			judged
		};
	}
	const verdicts = judged.filter((one) => one.kind === "verdict");
	const { result, context } = worst.one;
	if (judged.length > 1) {
		const [number, branch] = [worst.one.pullRequest.number, context.baseBranch];
		around.log.info(`${judged.length} pull requests have this head commit. Its status is that of #${number} into ${branch}.`);
	}
	const overridden = worst.state === "success" ? verdicts.find(isOverridden) ?? null : null;
	const { publishResult } = await import("./publish-result2.js");
	const changed = await publishResult(around, result, context, {
		comments: task.hasComments ? verdicts.map((one) => commentOf(around, now.number, one)) : [],
		status: {
			...place,
			state: worst.state,
			description: result.report.statusDescription
		},
		statuses: gathered.statuses,
		afterStatus: () => writeOverrideStatus(around, place, overridden, gathered.statuses)
	}, now.number > 1);
	const outdated = changed.length === 0 ? null : {
		pullRequests: withCurrentFacts(gathered, changed),
		found: null
	};
	return {
		passes: !result.verdict.blocked,
		outdated,
		judged
	};
}
/**
* Pull requests with the same head and the same base branch have the same numbers. So an override of one of these pull requests also
* counts for the others, even though they have no label.
*/
async function judgeAll(around, task, gathered) {
	const judged = [];
	for (const facts of gathered.pullRequests) judged.push(await judgePullRequest(around, task, gathered, facts));
	const lenders = gathered.pullRequests.filter((_, index) => isOverridden(judged[index]));
	const all = [];
	for (const [index, facts] of gathered.pullRequests.entries()) {
		const one = judged[index];
		const lender = lenders.find(({ pullRequest }) => pullRequest.baseRef === facts.pullRequest.baseRef);
		const borrows = lender !== void 0 && one.kind === "verdict" && one.result.verdict.blocked;
		all.push(borrows ? await judgePullRequest(around, task, gathered, facts, lender.override) : one);
	}
	return all;
}
function isOverridden(judged) {
	return judged?.kind === "verdict" && judged.result.verdict.outcome === "overridden";
}
/** The pull requests were read before publishing: take the current state of those that were read again since. */
function withCurrentFacts({ pullRequests }, seen) {
	const now = new Map(seen.map(({ pullRequest }) => [pullRequest.number, pullRequest]));
	return pullRequests.map(({ pullRequest: one }) => now.get(one.number) ?? {
		...one,
		live: null
	});
}
function commentOf({ inputs }, tryNumber, { pullRequest, result, isStillTrueFor, reading }) {
	const { number, headSha } = pullRequest;
	return {
		pullRequest: number,
		headSha,
		body: result.report.comment,
		parseMarker,
		mayCreate: shouldComment(inputs.comment, result.verdict),
		isWanted: inputs.comment !== "never",
		listed: tryNumber === 1 ? null : reading?.comments ?? pullRequest.live?.comments ?? null,
		isStillTrueFor: tryNumber === MAX_TRIES ? () => true : isStillTrueFor
	};
}
function stateOf(judged) {
	switch (judged.kind) {
		case "waiting": return "pending";
		case "standing": return judged.state;
		case "verdict": return stateOfVerdict(judged.result.verdict);
	}
}
/** Records the override for the later merge. If the record cannot be written, the verdict stands. */
async function writeOverrideStatus(around, { sha, targetUrl }, overridden, statuses) {
	const record = {
		name: around.inputs.name,
		sha,
		targetUrl,
		pullRequest: overridden?.acceptedIn ?? null
	};
	await attempt(around, "set the commit status", () => setOverrideStatus(around.client, record, overridden?.result.verdict ?? null, statuses));
}
/**
* Sets the status to pending. The load test may have ended before that: its event then started another run, whose status this run may
* have overwritten. So the results are looked for once more, and judged here as well.
*/
async function wait(around, task, words, { pullRequests, statuses }, place) {
	around.log.info(words);
	await summary.addRaw(`${words}\n`).write({ overwrite: true });
	if (await attempt(around, "set the commit status", () => setStatus(around.client, {
		...place,
		state: "pending",
		description: words
	}, statuses)) === null) return {
		passes: false,
		outdated: null
	};
	const found = await findResults(around, task.sha, task.results);
	const isOver = found.kind !== "absent" || !found.absence.isWaiting;
	const asked = pullRequests.map(({ pullRequest }) => ({
		...pullRequest,
		live: null
	}));
	return {
		passes: true,
		outdated: isOver ? {
			pullRequests: asked,
			found
		} : null
	};
}
export { unrecordedCommits as $, ZodObject as A, setOutput as At, number as B, carriedStatus as C, paginateRest as Ct, readContext as D, getInput as Dt, readInputs as E, getBooleanInput as Et, boolean as F, string as G, optional as H, exactOptional as I, unknown as J, tuple as K, int as L, ZodRecord as M, summary as Mt, _enum as N, require__builtin_crypto as Nt, ZodArray as O, getMultilineInput as Ot, array as P, require__builtin_os as Pt, readMergedOverrides as Q, literal as R, openHeadTask as S, restEndpointMethods as St, createLog as T, require_picomatch as Tt, record as U, object as V, strictObject as W, NEVER as X, _isoDateTime as Y, artifactSource as Z, runKey as _, downloadArtifact as _t, readTemplates as a, StatusLimitError as at, isBaselineBranch as b, graphql as bt, openHistory as c, setStatus as ct, readPolicySource as d, readOwnLogin as dt, describeFailure as et, readOverride as f, upsertComment as ft, comparabilityKey as g, settleInOrder as gt, openDirectoryStore as h, heardLater as ht, readResults as i, overrideContext as it, ZodOptional as j, setSecret as jt, ZodISODateTime as k, setFailed as kt, attempt as l, shortened as lt, visibleOn as m, allComments as mt, reportContext as n, withPermissionHint as nt, driftAncestry as o, latestOf as ot, openStore as p, readOpenPullRequest as pt, union as q, findResults as r, acceptedOf as rt, ancestryOf as s, readStatuses as st, gateCommit as t, permissionProblem as tt, readPolicy as u, stateOfVerdict as ut, require_promises as v, absentAsNull$1 as vt, proxyAwareFetch as w, Octokit$1 as wt, isOtherWorkflow as x, hasStatus as xt, findTask as y, createClient as yt, nullable as z };
