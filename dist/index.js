import { i as __toESM, r as __require, t as __commonJSMin } from "./chunks/rolldown-runtime.js";
import { i as require_utils, n as parseMarker, r as require_picomatch$1, t as runGate } from "./chunks/gate.js";
import { a as RequestError, i as Octokit$1, r as paginateRest, t as legacyRestEndpointMethods } from "./chunks/dist-src.js";
import { a as _enum, b as url, l as int, m as object, v as string } from "./chunks/zod.js";
import { t as UserError } from "./chunks/errors.js";
import { i as defaultPolicy } from "./chunks/default-policy.js";
import { t as reportJson } from "./chunks/report-json2.js";
import { n as gunzipped, r as errorCode, t as readFolder } from "./chunks/folder.js";
import { t as recordsOf } from "./chunks/records.js";
import { a as readBaselineFolder, i as planAppend, n as affectedFiles, r as isBaselineFile, t as openDirectoryStore } from "./chunks/directory-store.js";
import { mkdir, readFile, writeFile as writeFile$1 } from "node:fs/promises";
import { join } from "node:path";
import * as os from "os";
import { EOL } from "os";
import * as crypto from "crypto";
import * as fs from "fs";
import { constants, promises } from "fs";
import "path";
import { Readable, pipeline } from "node:stream";
import { crc32, createInflateRaw } from "node:zlib";
import { createHash } from "node:crypto";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
// ../../work/main/node_modules/@actions/core/lib/utils.js
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
// ../../work/main/node_modules/@actions/core/lib/command.js
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
	process.stdout.write(cmd.toString() + os.EOL);
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
// ../../work/main/node_modules/@actions/core/lib/file-command.js
function issueFileCommand(command, message) {
	const filePath = process.env[`GITHUB_${command}`];
	if (!filePath) throw new Error(`Unable to find environment variable for file command ${command}`);
	if (!fs.existsSync(filePath)) throw new Error(`Missing file at path: ${filePath}`);
	fs.appendFileSync(filePath, `${toCommandValue(message)}${os.EOL}`, { encoding: "utf8" });
}
function prepareKeyValueMessage(key, value) {
	const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
	const convertedValue = toCommandValue(value);
	if (key.includes(delimiter)) throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
	if (convertedValue.includes(delimiter)) throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
	return `${key}<<${delimiter}${os.EOL}${convertedValue}${os.EOL}${delimiter}`;
}
// ../../work/main/node_modules/@actions/core/lib/summary.js
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
const { access, appendFile, writeFile } = promises;
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
				yield access(pathFromEnv, constants.R_OK | constants.W_OK);
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
		return this.addRaw(EOL);
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
* Sets the value of an output.
*
* @param     name     name of the output to set
* @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
*/
function setOutput(name, value) {
	if (process.env["GITHUB_OUTPUT"] || "") return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
	process.stdout.write(os.EOL);
	issueCommand("set-output", { name }, toCommandValue(value));
}
/**
* Adds an error issue
* @param message error issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function error(message, properties = {}) {
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
	process.stdout.write(message + os.EOL);
}
// ../../work/main/node_modules/@octokit/plugin-retry/dist-bundle/index.js
var import_light = /* @__PURE__ */ __toESM((/* @__PURE__ */ __commonJSMin(((exports, module, this$1) => {
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
})))(), 1);
var VERSION$2 = "0.0.0-development";
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
retry.VERSION = VERSION$2;
// ../../work/main/node_modules/@octokit/plugin-request-log/dist-src/version.js
const VERSION$1 = "6.0.0";
// ../../work/main/node_modules/@octokit/plugin-request-log/dist-src/index.js
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
requestLog.VERSION = VERSION$1;
// ../../work/main/node_modules/@octokit/rest/dist-src/index.js
const Octokit = Octokit$1.plugin(requestLog, legacyRestEndpointMethods, paginateRest).defaults({ userAgent: `octokit-rest.js/22.0.1` });
// src/github/client.ts
/** A request that has no answer after this time failed, and is tried again. */
const REQUEST_TIMEOUT_MS = 6e4;
/** A server error or a lost connection is tried again after 1, 4 and 9 seconds. */
const RETRIES = 3;
/** How long one run may wait for rate limits, all requests together. Longer, and the job fails and says why. */
const RATE_LIMIT_WAIT_SECONDS = 300;
/** https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api: "wait for at least one minute" */
const SECONDARY_LIMIT_SECONDS = 60;
/** Answers that stay the same however often one asks. 403 and 429 are left to `waitForRateLimits`. */
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
const RetryingOctokit = Octokit.plugin(refuseDamagedAnswers, waitForRateLimits, retry);
/** A client with our retries and limits. Nothing is sent yet. */
function createClient(options) {
	const { token, apiUrl, owner, repo, fetch = globalThis.fetch, secondMs = 1e3 } = options;
	const silent = () => {};
	return {
		octokit: new RetryingOctokit({
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
				fetch: withTimeout(fetch),
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
		fetch: withTimeout(fetch),
		owner,
		repo
	};
}
/** Is this an answer of GitHub with one of these statuses? */
function hasStatus(error, ...statuses) {
	return typeof error === "object" && error !== null && "status" in error && statuses.includes(Number(error.status));
}
/** The answer, or null where GitHub says that there is no such thing. */
async function absentAsNull$1(answer) {
	try {
		return await answer;
	} catch (error) {
		if (hasStatus(error, 404)) return null;
		throw error;
	}
}
function withTimeout(fetch) {
	return (input, init) => fetch(input, {
		...init,
		signal: init?.signal ?? AbortSignal.timeout(REQUEST_TIMEOUT_MS)
	});
}
/**
* Octokit gives the text of a JSON answer that it cannot parse, and pagination takes an empty one for an empty list.
* A list that was cut off must not pass for a short list, so it counts as a server error.
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
* Waits as long as GitHub asks, within a bound for the whole run, and tries again.
* https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#handle-rate-limit-errors-appropriately
*/
function waitForRateLimits(octokit) {
	let secondsLeft = RATE_LIMIT_WAIT_SECONDS;
	octokit.hook.error("request", (error) => {
		const seconds = rateLimitSeconds(error);
		if (seconds === null || seconds > secondsLeft) throw error;
		secondsLeft -= seconds;
		throw octokit.retry.retryRequest(error, RETRIES, seconds);
	});
	return {};
}
/** How long to wait before the next try; null: this is no rate limit. The time of the server counts, not ours. */
function rateLimitSeconds(error) {
	if (!hasStatus(error, 403, 429)) return null;
	const headers = error.response?.headers ?? {};
	const retryAfter = Number(headers["retry-after"]);
	if (retryAfter > 0) return Math.ceil(retryAfter);
	if (String(headers["x-ratelimit-remaining"]) === "0") {
		const seconds = Number(headers["x-ratelimit-reset"]) - Date.parse(String(headers.date)) / 1e3;
		return Number.isFinite(seconds) ? Math.max(1, Math.ceil(seconds) + 1) : SECONDARY_LIMIT_SECONDS;
	}
	return error.status === 429 || /secondary rate limit/i.test(error.message) ? SECONDARY_LIMIT_SECONDS : null;
}
// src/github/anchor.ts
/** How far back the history is read: 3 pages of 100 commits. */
const HISTORY_PAGES = 3;
const PAGE_SIZE$1 = 100;
/**
* The merge base. But when GitHub's merge of the pull request was tested, the base branch's newer commits were tested
* too, and the anchor is the commit that was merged into. The results only name that merge; that it merges this head into
* this base branch is read from GitHub.
*/
async function findAnchor(client, query) {
	const { base, headSha, testedCommit } = query;
	if (testedCommit !== null && testedCommit !== headSha) {
		const merged = await baseOfTestMerge(client, base, headSha, testedCommit);
		if (merged !== null) return {
			sha: merged,
			kind: "base-of-test-merge",
			remark: null
		};
	}
	return {
		sha: await mergeBase(client, base, headSha),
		kind: "merge-base",
		remark: testedCommit !== null && testedCommit !== headSha ? `The results name ${testedCommit.slice(0, 7)} as the commit that was tested. It is neither the head commit nor its merge into ${base}.` : null
	};
}
/** The first parent of the test merge; null when it is no merge of this head into the base branch. */
async function baseOfTestMerge(client, base, headSha, testedCommit) {
	if (!/^[0-9a-f]{40}$/.test(testedCommit)) return null;
	const { octokit, owner, repo } = client;
	const [first, second, third] = (await absentAsNull$1(octokit.rest.git.getCommit({
		owner,
		repo,
		commit_sha: testedCommit
	})))?.data.parents.map(({ sha }) => sha) ?? [];
	if (first === void 0 || second !== headSha || third !== void 0) return null;
	return await mergeBase(client, base, first) === first ? first : null;
}
/** https://docs.github.com/en/rest/commits/commits#compare-two-commits. One commit a page: only the merge base is needed. */
async function mergeBase({ octokit, owner, repo }, base, head) {
	const parameters = {
		owner,
		repo,
		basehead: `${base}...${head}`,
		per_page: 1
	};
	return (await octokit.rest.repos.compareCommitsWithBasehead(parameters)).data.merge_base_commit.sha;
}
/**
* The commits at or before the anchor, newest first. Reads on until `isEnough` says so of what was read, at most 300 commits:
* older baselines say little of today.
*/
async function readAncestry({ octokit, owner, repo }, anchor, isEnough) {
	const commits = [];
	for (let page = 1; page <= HISTORY_PAGES; page += 1) {
		const { data } = await octokit.rest.repos.listCommits({
			owner,
			repo,
			sha: anchor,
			per_page: PAGE_SIZE$1,
			page
		});
		commits.push(...data.map(({ sha }) => sha));
		if (data.length < PAGE_SIZE$1 || isEnough(commits)) break;
	}
	return {
		anchor,
		commits
	};
}
// src/github/context.ts
const Sha = string().regex(/^[0-9a-f]{40}$/);
const Login = object({ login: string() });
const RepositoryPayload = object({ repository: object({
	id: int(),
	name: string(),
	default_branch: string(),
	owner: object({
		login: string(),
		type: string()
	})
}) });
const PullRequestPayload = object({
	action: string(),
	label: object({ name: string() }).optional(),
	sender: Login,
	pull_request: object({
		number: int(),
		user: Login.nullable(),
		head: object({
			sha: Sha,
			ref: string(),
			repo: object({ id: int() }).nullable()
		}),
		base: object({
			sha: Sha,
			ref: string()
		})
	})
});
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
* Reads where this run is from the environment and from the text of the event's file (GITHUB_EVENT_PATH).
* Throws a UserError when something is missing: outside of a workflow, the command line is the way.
*/
function readContext(env, payloadText) {
	const variables = checked$1(Environment, env, "the environment of the runner");
	const payload = parseJson(payloadText);
	const { repository } = checked$1(RepositoryPayload, payload, "the event");
	const [owner = "", name = ""] = variables.GITHUB_REPOSITORY.split("/");
	const serverUrl = variables.GITHUB_SERVER_URL.replace(/\/+$/, "");
	return {
		event: readEvent(variables, payload, repository.default_branch),
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
		apiUrl: variables.GITHUB_API_URL,
		serverUrl,
		runUrl: `${serverUrl}/${owner}/${name}/actions/runs/${variables.GITHUB_RUN_ID}`
	};
}
/**
* In a pull request GITHUB_SHA is a merge commit that nobody sees: a status there is lost, so it is never used.
* https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#pull_request
*/
function readEvent(env, payload, defaultBranch) {
	const name = env.GITHUB_EVENT_NAME;
	if (name === "pull_request" || name === "pull_request_target") return readPullRequest(name, payload);
	if (name === "push" || name === "schedule" || name === "workflow_dispatch") {
		const isDefaultBranch = env.GITHUB_REF === `refs/heads/${defaultBranch}`;
		return {
			kind: "push",
			trigger: name,
			ref: env.GITHUB_REF,
			sha: env.GITHUB_SHA,
			isDefaultBranch
		};
	}
	return {
		kind: "other",
		name
	};
}
function readPullRequest(trigger, payload) {
	const { action, label, sender, pull_request } = checked$1(PullRequestPayload, payload, "the event");
	const { number, user, head, base } = pull_request;
	return {
		kind: "pull-request",
		trigger,
		action,
		number,
		headSha: head.sha,
		headRef: head.ref,
		headRepoId: head.repo?.id ?? null,
		baseRef: base.ref,
		baseSha: base.sha,
		author: user?.login ?? "ghost",
		label: label?.name ?? null,
		sender: sender.login
	};
}
/** `acme/shop/.github/workflows/perf.yml@refs/heads/main` → `perf.yml`. */
function workflowFile(reference) {
	const path = reference.replace(/@.*$/, "");
	return path.slice(path.lastIndexOf("/") + 1);
}
function parseJson(text) {
	try {
		return JSON.parse(text);
	} catch (error) {
		throw new UserError("The file of the event (GITHUB_EVENT_PATH) is not JSON.", { cause: error });
	}
}
function checked$1(schema, value, where) {
	const read = schema.safeParse(value);
	if (read.success) return read.data;
	const [issue] = read.error.issues;
	throw new UserError(`This does not look like a GitHub workflow: \`${issue?.path.join(".")}\` in ${where}: ${issue?.message}. To compare results elsewhere, use the command line: \`node dist/cli.js compare\`.`);
}
// src/github/artifacts.ts
var import_picomatch = /* @__PURE__ */ __toESM((/* @__PURE__ */ __commonJSMin(((exports, module) => {
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
})))(), 1);
/** Compressed. Summaries are some kilobytes; the bytes are held in memory, on a runner that has 7 GB. */
const DOWNLOAD_LIMIT_BYTES = 256 * 1024 ** 2;
/** A connection may break in the middle; the link is good for a minute, so each try asks for a new one. */
const DOWNLOAD_TRIES = 3;
/** Where GitHub keeps artifacts: https://docs.github.com/en/actions/reference/runners/self-hosted-runners#accessible-domains-by-function */
const STORAGE_HOSTS = [".blob.core.windows.net", ".actions.githubusercontent.com"];
/**
* The artifacts of a workflow run whose names match a glob, of all its attempts, oldest first. A rerun adds measurements;
* it does not replace them. Bytes that were uploaded twice are one measurement and listed once.
* Throws when GitHub does not answer or does not know the run.
*/
async function listArtifacts(client, workflowRunId, pattern) {
	const { octokit, owner, repo } = client;
	const listed = await octokit.paginate(octokit.rest.actions.listWorkflowRunArtifacts, {
		owner,
		repo,
		run_id: workflowRunId,
		per_page: 100
	});
	const matches = (0, import_picomatch.default)(pattern);
	const artifacts = listed.filter(({ name }) => matches(name)).map(({ id, name, size_in_bytes, expired, digest }) => {
		return {
			id,
			name,
			sizeBytes: size_in_bytes,
			expired,
			digest: digest ?? null,
			workflowRunId
		};
	}).sort((left, right) => left.id - right.id);
	return artifacts.filter((artifact, index) => !artifacts.slice(0, index).some((earlier) => isSameUpload(earlier, artifact)));
}
function isSameUpload(left, right) {
	return left.digest !== null && left.digest === right.digest && left.name === right.name;
}
/**
* The bytes of an artifact, checked against its size limit and its digest. What the artifact itself is guilty of is a
* value; an API that does not answer is an error.
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
			problem: "GitHub refers to a host that artifacts do not come from"
		};
		try {
			const download = await readBytes(client, url, limitBytes);
			return download.kind === "downloaded" ? checkDigest(artifact, download) : download;
		} catch (error) {
			if (attempt === DOWNLOAD_TRIES) throw error;
		}
	}
}
/** Octokit would follow the redirect and parse what it finds there. Both are ours to do: the token stays here. */
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
* The link, when it leads to GitHub's storage, or to the very host that the API is on (GitHub Enterprise Server).
* null: anywhere else. The link carries a signature, so it is never printed.
*/
function allowedDownloadUrl(link, apiUrl) {
	const url = URL.parse(link);
	if (url === null) return null;
	const api = new URL(apiUrl);
	const isStorage = url.protocol === "https:" && STORAGE_HOSTS.some((host) => url.hostname.endsWith(host));
	const isApiHost = url.protocol === api.protocol && url.hostname === api.hostname;
	return isStorage || isApiHost ? url : null;
}
/** A plain request, without the token. Throws when the connection breaks, so that it can be tried again. */
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
	const actual = `sha256:${createHash("sha256").update(download.bytes).digest("hex")}`;
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
// src/github/load-test-run.ts
/** Every label that comes or goes starts a run without results. This many of them are looked through. */
const RUNS_SEARCHED = 8;
/**
* The newest completed run of this commit that has results. Always from the run to its artifacts, never by name alone:
* runs of forks share the names. https://github.com/zizmorcore/zizmor/issues/195
*/
async function findLoadTestRun(client, query) {
	const { octokit, owner, repo } = client;
	const { workflow, headSha, pattern, currentRunId } = query;
	const parameters = {
		owner,
		repo,
		workflow_id: workflow,
		head_sha: headSha,
		per_page: 100
	};
	const runs = ((await absentAsNull$1(octokit.rest.actions.listWorkflowRuns(parameters)))?.data.workflow_runs ?? []).filter((run) => run.id !== currentRunId && run.head_sha === headSha).sort((left, right) => right.id - left.id).slice(0, RUNS_SEARCHED);
	let expiredRun = null;
	for (const { id, run_attempt } of runs.filter(({ status }) => status === "completed")) {
		const artifacts = await listArtifacts(client, id, pattern);
		if (artifacts.some(({ expired }) => !expired)) return {
			kind: "found",
			workflowRunId: id,
			runAttempt: run_attempt ?? null,
			artifacts
		};
		if (artifacts.length > 0) expiredRun ??= id;
	}
	const running = runs.find(({ status }) => status !== "completed");
	if (running !== void 0) return {
		kind: "in-progress",
		workflowRunId: running.id
	};
	if (expiredRun !== null) return {
		kind: "expired",
		workflowRunId: expiredRun
	};
	return {
		kind: "none",
		workflow,
		runsSearched: runs.length
	};
}
// src/github/event-results.ts
/** Results of this run's own artifacts; where it has none and may, those of the newest load test of the same commit. */
async function readEventResults(client, query, unzip) {
	const own = await listArtifacts(client, query.currentRunId, query.pattern);
	if (own.length > 0) return await download(client, own, query.runAttempt, unzip);
	if (!query.mayUseOlderRun) return nothing(`run ${query.currentRunId}`, `No artifact of this run is called ${query.pattern}. Upload the results with actions/upload-artifact in an earlier job, also when the load test fails (\`if: always()\`), and let this job need it.`);
	const found = await findLoadTestRun(client, query);
	switch (found.kind) {
		case "found": return await download(client, found.artifacts, found.runAttempt, unzip);
		case "in-progress": return {
			...nothing(`run ${found.workflowRunId}`, `The load test of this commit is still running (run ${found.workflowRunId}). The gate runs again when it ends.`),
			isWaiting: true
		};
		case "expired": return nothing(`run ${found.workflowRunId}`, `The results of run ${found.workflowRunId} have expired. Run the load test of this commit again.`);
		case "none": return nothing(found.workflow, `No completed run of ${found.workflow} for this commit has an artifact called ${query.pattern} (${found.runsSearched} runs were looked at). Run the load test of this commit.`);
	}
}
async function download(client, artifacts, runAttempt, unzip) {
	const files = [];
	const refusals = [];
	for (const artifact of artifacts) {
		const { id, name, digest, workflowRunId } = artifact;
		const answer = await downloadArtifact(client, artifact);
		if (answer.kind === "expired") refusals.push(refusal(name, "The artifact has expired. Run the load test of this commit again."));
		else if (answer.kind === "refused") refusals.push(refusal(name, `The artifact was not read: ${answer.problem}.`));
		else try {
			files.push(...await unzip(Buffer.from(answer.bytes), {
				id,
				name,
				digest,
				workflowRunId,
				runAttempt
			}));
		} catch (error) {
			if (!(error instanceof UserError)) throw error;
			refusals.push(refusal(name, error.message));
		}
	}
	return {
		files,
		refusals,
		isWaiting: false
	};
}
function nothing(path, problem) {
	return {
		files: [],
		refusals: [refusal(path, problem)],
		isWaiting: false
	};
}
function refusal(path, problem) {
	return {
		service: null,
		variant: "candidate",
		path,
		problem
	};
}
// src/github/inputs.ts
const OptionalText = string().transform((text) => text === "" ? null : text);
const InputTexts = object({
	name: string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, "use letters, digits, dot, underscore and hyphen, at most 64"),
	mode: _enum([
		"auto",
		"gate",
		"record"
	], "use auto, gate or record"),
	results: OptionalText,
	artifacts: string().min(1, "give a name or a pattern such as k6-results*").max(256, "use at most 256 characters"),
	"load-test-workflow": string().regex(/^$|^(?:\.github\/workflows\/)?[\w.-]+\.ya?ml$/, "give the file name of a workflow, such as perf.yml").transform((path) => path.replace(".github/workflows/", "") || null),
	policy: string().min(1, "give the path of the policy file").refine((path) => !path.startsWith("/") && !path.split("/").includes(".."), "give a path inside the repository"),
	"max-regression": OptionalText,
	"override-label": OptionalText,
	"baseline-store": string().min(1, "use branch, branch:<name> or directory:<path>"),
	comment: _enum(["always", "never"], "use always or never").transform((text) => text === "always"),
	"github-token": string().min(1, "leave the input out, or give a token")
});
/** What holds where the workflow sets nothing. action.yml has the same values; a test compares them. */
const INPUT_DEFAULTS = {
	name: "perf-gate",
	mode: "auto",
	artifacts: "k6-results*",
	policy: ".github/perf-gate.yml",
	"baseline-store": "branch",
	comment: "always"
};
/**
* The inputs of this run. `getInput` is that of @actions/core: "" where an input is not set.
* Throws a UserError that names every wrong input, what was found and what to write.
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
		comment: data.comment,
		githubToken: data["github-token"]
	};
}
function describe({ path, message }, texts) {
	const name = String(path[0]);
	return `The input \`${name}\` cannot be ${JSON.stringify(texts[name])}: ${message}.`;
}
// src/github/log.ts
/**
* The only way to the job's log. The runner takes orders from what is printed there: `##[set-output name=x;]y` anywhere in
* a line, and `::set-output name=x::y` at its start. Names out of an artifact must not be able to give one.
* https://github.com/actions/runner/blob/v2.336.0/src/Runner.Common/ActionCommand.cs
*/
function createLog(output = {
	info,
	warning,
	error
}) {
	return {
		info: (message) => output.info(safeLine(message)),
		warning: (message) => output.warning(safeLine(message)),
		error: (message) => output.error(safeLine(message))
	};
}
/** One line that no runner takes for a command. */
function safeLine(message) {
	return message.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").replaceAll("##[", `##${ZERO_WIDTH_SPACE}[`).replace(/^\s*::/u, `${ZERO_WIDTH_SPACE}::`);
}
/** Invisible, and no white space to the runner, which trims lines before it looks at their start. */
const ZERO_WIDTH_SPACE = "​";
// src/github/override-facts.ts
/** More events or comments than this are not read; then nothing is decided on a part of them. */
const PAGES = 10;
const PAGE_SIZE = 100;
/** At the start of a line: only such comments can be a reason. */
const COMMAND = /^ {0,3}\/perf-override/m;
/**
* What GitHub says now about an override: one request where the label is not set, about six where it is, one more for reviews.
* Throws when a list is longer than what can be read: an override is never decided on a part of the events.
*/
async function readOverrideFacts(client, query) {
	const { octokit, owner, repo } = client;
	const { pullRequest: number, label, ownerIsOrganization, readAt } = query;
	const { data: pull } = await octokit.rest.pulls.get({
		owner,
		repo,
		pull_number: number
	});
	const labelPresent = pull.labels.some(({ name }) => name === label);
	const known = {
		label,
		labelPresent,
		pullRequest: {
			number,
			author: pull.user?.login ?? "ghost",
			headSha: pull.head.sha,
			body: pull.body ?? ""
		},
		ownerIsOrganization,
		readAt
	};
	const nothing = {
		events: [],
		actorRole: null,
		headSeenAt: null,
		headPushedBy: null,
		comments: [],
		reviews: []
	};
	if (!labelPresent) return {
		...known,
		...nothing
	};
	const events = await readLabelEvents(client, number, label);
	const commands = await readCommands(client, number);
	const actor = events.at(-1)?.actor;
	const reviews = query.withReviews ? await readReviews(client, number) : [];
	const writers = [...commands, ...reviews].map(({ author }) => author);
	const logins = /* @__PURE__ */ new Set([...actor === void 0 ? [] : [actor], ...writers]);
	const roles = /* @__PURE__ */ new Map();
	for (const login of logins) roles.set(login, await readRole(client, login));
	return {
		...known,
		events,
		actorRole: actor === void 0 ? null : roles.get(actor) ?? null,
		...await firstSeen(client, pull.head.sha),
		comments: commands.map((comment) => ({
			...comment,
			authorRole: roles.get(comment.author) ?? null
		})),
		reviews: reviews.map((review) => ({
			...review,
			authorRole: roles.get(review.author) ?? null
		}))
	};
}
async function readLabelEvents(client, number, label) {
	const { octokit, owner, repo } = client;
	const events = [];
	const parameters = {
		owner,
		repo,
		issue_number: number,
		per_page: PAGE_SIZE
	};
	const pages = octokit.paginate.iterator(octokit.rest.issues.listEvents, parameters);
	for (const event of await allPages(pages, "events", number)) {
		const { event: kind, actor, created_at: at } = event;
		if (kind !== "labeled" && kind !== "unlabeled" || !("label" in event) || event.label?.name !== label) continue;
		const actorIsBot = actor?.type === "Bot" || event.performed_via_github_app != null;
		events.push({
			kind,
			actor: actor?.login ?? "ghost",
			actorIsBot,
			at
		});
	}
	return events.sort((left, right) => Date.parse(left.at) - Date.parse(right.at));
}
/** `at` is when a comment was written. A later edit does not make it newer. */
async function readCommands(client, number) {
	const { octokit, owner, repo } = client;
	const parameters = {
		owner,
		repo,
		issue_number: number,
		per_page: PAGE_SIZE
	};
	return (await allPages(octokit.paginate.iterator(octokit.rest.issues.listComments, parameters), "comments", number)).filter(({ body }) => COMMAND.test(body ?? "")).map(({ id, user, body, created_at }) => ({
		id,
		author: user?.login ?? "ghost",
		body: body ?? "",
		at: created_at
	}));
}
const REVIEW_STATES = /* @__PURE__ */ new Map([
	["APPROVED", "approved"],
	["CHANGES_REQUESTED", "changes-requested"],
	["DISMISSED", "dismissed"]
]);
/** Comments and drafts (COMMENTED, PENDING) change nothing of what somebody approved. GitHub lists reviews oldest first. */
async function readReviews(client, number) {
	const { octokit, owner, repo } = client;
	const parameters = {
		owner,
		repo,
		pull_number: number,
		per_page: PAGE_SIZE
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
/** `role_name` is the real role; `permission` calls triage "read" and maintain "write". null: GitHub knows no such person. */
async function readRole({ octokit, owner, repo }, login) {
	const parameters = {
		owner,
		repo,
		username: login
	};
	return (await absentAsNull$1(octokit.rest.repos.getCollaboratorPermissionLevel(parameters)))?.data.role_name ?? null;
}
/** What a push starts, by itself. Other events may be started by somebody else long after it. */
const PUSH_EVENTS = [
	"push",
	"pull_request",
	"pull_request_target"
];
/**
* When GitHub first saw the commit, and who pushed it: the start and the actor of its first workflow run. A commit's own
* date and names are written by its author. Runs come newest first, so with more than one page the last page holds the
* first run. null: there was no run.
*/
async function firstSeen({ octokit, owner, repo }, headSha) {
	const parameters = {
		owner,
		repo,
		head_sha: headSha,
		per_page: PAGE_SIZE
	};
	const { data } = await octokit.rest.actions.listWorkflowRunsForRepo(parameters);
	const lastPage = Math.ceil(data.total_count / PAGE_SIZE);
	const first = (lastPage <= 1 ? data.workflow_runs : (await octokit.rest.actions.listWorkflowRunsForRepo({
		...parameters,
		page: lastPage
	})).data.workflow_runs).toSorted((left, right) => Date.parse(left.created_at) - Date.parse(right.created_at))[0];
	if (first === void 0) return {
		headSeenAt: null,
		headPushedBy: null
	};
	const isPush = PUSH_EVENTS.includes(first.event);
	return {
		headSeenAt: first.created_at,
		headPushedBy: isPush ? first.actor?.login ?? null : null
	};
}
// src/github/permission-error.ts
/** All that the token is used for, with the line of the `permissions:` block that allows it. */
const NEEDS = {
	"read the artifacts": "actions: read",
	"look for the load test": "actions: read",
	"find the commit to compare with": "contents: read",
	"read the policy file": "contents: read",
	"read the baseline": "contents: read",
	"store the baseline": "contents: write",
	"read the pull request": "pull-requests: read",
	"post the comment": "pull-requests: write",
	"set the commit status": "statuses: write"
};
/**
* What to tell people when GitHub refused: the exact line that is missing. null: the error is something else.
* GitHub says 403 "Resource not accessible by integration", or 404 where the token may not even know that a thing exists,
* which only counts for things that are surely there. https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api
*/
function permissionProblem(error, operation) {
	if (!hasStatus(error, 403, 404)) return null;
	if (error.status === 403 && /rate limit/i.test(error.message)) return null;
	return `Could not ${operation}: ${error.status === 403 ? "GitHub refuses it to this token" : "GitHub does not show it to this token"} (${error.status}). Add this line to the job's \`permissions:\` block: \`${NEEDS[operation]}\`. In a pull request from a fork the token can only read, whatever the block says.`;
}
/** Any failure as one sentence for a warning: with the missing permission where that is the cause. */
function describeFailure(error, operation) {
	const message = error instanceof Error ? error.message : String(error);
	return permissionProblem(error, operation) ?? `Could not ${operation}: ${message}`;
}
// src/github/policy-source.ts
/**
* The policy file at a commit of the base branch, never of the pull request: its author must not relax the gate.
* null: there is none. Throws a UserError when the path is no file that can be read.
*/
async function readPolicySource(client, path, sha) {
	const { octokit, owner, repo } = client;
	const answer = await absentAsNull$1(octokit.rest.repos.getContent({
		owner,
		repo,
		path,
		ref: sha
	}));
	if (answer === null) return null;
	const { data } = answer;
	const source = `${path} at ${sha.slice(0, 7)}`;
	if (Array.isArray(data) || data.type !== "file" || data.encoding !== "base64") throw new UserError(`The policy ${source} is not a file of less than 1 MB. Point the input \`policy\` to the policy file.`);
	return {
		text: Buffer.from(data.content, "base64").toString("utf8"),
		source
	};
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
* A `fetch` that goes through the proxy that the environment names. Node's own ignores it until it is told
* (https://nodejs.org/api/http.html#httpsetglobalproxyfromenvproxyenv, Node 24.14 and later). Older runners have a Node 24
* without that function; there the fetch of @actions/github does it. It is loaded only then, because it is large.
*/
async function proxyAwareFetch(env, loadHttp = () => import("node:http")) {
	if (!PROXY_VARIABLES.some((name) => env[name])) return globalThis.fetch;
	const http = await loadHttp();
	if (http.setGlobalProxyFromEnv !== void 0) {
		http.setGlobalProxyFromEnv({ ...env });
		return globalThis.fetch;
	}
	const { defaults } = await import("./chunks/utils.js");
	return defaults.request?.fetch ?? globalThis.fetch;
}
// src/github/comment.ts
/** The account of a job's own token: https://docs.github.com/en/actions/concepts/security/github_token */
const ACTIONS_BOT = "github-actions[bot]";
/**
* Who the token writes as. Installation tokens (`ghs_`), such as the job's own, may not ask GET /user; they write as the
* bot of GitHub Actions. A token of another app writes as that app's bot, which is learned from the comment that it makes.
* https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats
*/
async function commentAuthor({ octokit }, token) {
	if (token.startsWith("ghs_")) return ACTIONS_BOT;
	try {
		return (await octokit.rest.users.getAuthenticated()).data.login;
	} catch (error) {
		if (hasStatus(error, 403)) return ACTIONS_BOT;
		throw error;
	}
}
/**
* Creates the one comment of this gate, or updates it in place where the text changed. It is found by its marker and its
* author, over all pages: a marker alone can be planted by anyone.
*/
async function upsertComment(client, comment) {
	const existing = await findComment(client, comment, comment.author);
	if (existing !== null) return update(client, comment, existing);
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
/** The oldest comment of this author with this gate's marker. */
async function findComment(client, comment, author) {
	const { octokit, owner, repo } = client;
	const parameters = {
		owner,
		repo,
		issue_number: comment.pullRequest,
		per_page: 100
	};
	const own = comment.parseMarker(comment.body);
	const found = [];
	for (const { id, user, body = "" } of await octokit.paginate(octokit.rest.issues.listComments, parameters)) {
		const marker = comment.parseMarker(body);
		if (user?.login === author && marker !== void 0 && marker.name === own?.name) found.push({
			id,
			body,
			author,
			marker
		});
	}
	return found.sort((left, right) => left.id - right.id)[0] ?? null;
}
async function update(client, comment, existing) {
	const { id } = existing;
	if (isOfNewerRun(existing.marker, comment.parseMarker(comment.body))) return {
		kind: "superseded",
		id
	};
	if (existing.body === comment.body) return {
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
/** A slow run of an old commit must not cover the result of a newer one. The ids of workflow runs only grow. */
function isOfNewerRun(existing, own) {
	return existing.sha !== own?.sha && Number(existing.run) > Number(own?.run);
}
/** Not retried by the client: when only the answer was lost, a second comment would stand there. */
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
/** GitHub refuses longer ones. Not in the API's description; found by others: https://github.com/AlexanderMattTurner/agent-glovebox/issues/3486 */
const DESCRIPTION_CHARACTERS = 140;
/**
* Sets the status, unless the latest one of that name says the same: a commit takes 1000 of them.
* https://docs.github.com/en/rest/commits/statuses#create-a-commit-status
*/
async function setStatus(client, status) {
	const { octokit, owner, repo } = client;
	const { context, sha, state, targetUrl } = status;
	const description = shortened(status.description);
	const latest = await latestStatus(client, sha, context);
	if (latest?.state === state && latest.description === description && latest.target_url === targetUrl) return { kind: "unchanged" };
	await octokit.rest.repos.createCommitStatus({
		owner,
		repo,
		sha,
		state,
		context,
		description,
		target_url: targetUrl
	});
	return { kind: "set" };
}
/** The combined status holds the latest of every context. */
async function latestStatus({ octokit, owner, repo }, sha, context) {
	const parameters = {
		owner,
		repo,
		ref: sha,
		per_page: 100
	};
	const { data } = await octokit.rest.repos.getCombinedStatusForRef(parameters);
	return data.statuses.find((status) => status.context === context);
}
function shortened(text) {
	const characters = [...text];
	return characters.length <= DESCRIPTION_CHARACTERS ? text : `${characters.slice(0, 139).join("")}…`;
}
// src/github/publish.ts
/** A step's summary above this size is not shown: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits */
const SUMMARY_BYTES = 1048576;
/**
* Writes the verdict down in all places, nearest first. The verdict stands before this is called and is not changed by it:
* a place that refuses gives a warning, with the permission that is missing, and the others are still written.
* Returns the warnings.
*/
async function publish$1(client, token, publication, files) {
	const { outputs, comment, status } = publication;
	const warnings = [];
	const attempt = async (operation, action) => {
		try {
			await action();
		} catch (error) {
			warnings.push(operation === null ? `Could not write for the runner: ${messageOf(error)}` : describeFailure(error, operation));
		}
	};
	await attempt(null, () => {
		for (const [name, value] of outputs) files.setOutput(name, value);
	});
	await attempt(null, () => files.writeSummary(fittingSummary(publication)));
	if (status !== null) await attempt("set the commit status", () => setStatus(client, status));
	if (comment !== null) await attempt("post the comment", () => postComment(client, token, comment));
	return warnings;
}
async function postComment(client, token, comment) {
	return upsertComment(client, {
		...comment,
		author: await commentAuthor(client, token)
	});
}
function fittingSummary({ summary, shortSummary }) {
	return Buffer.byteLength(summary) <= SUMMARY_BYTES ? summary : shortSummary;
}
function messageOf(error) {
	return error instanceof Error ? error.message : String(error);
}
// ../../work/main/node_modules/pend/index.js
var require_pend = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = Pend;
	function Pend() {
		this.pending = 0;
		this.max = 1e400;
		this.listeners = [];
		this.waiting = [];
		this.error = null;
	}
	Pend.prototype.go = function(fn) {
		if (this.pending < this.max) pendGo(this, fn);
		else this.waiting.push(fn);
	};
	Pend.prototype.wait = function(cb) {
		if (this.pending === 0) cb(this.error);
		else this.listeners.push(cb);
	};
	Pend.prototype.hold = function() {
		return pendHold(this);
	};
	function pendHold(self) {
		self.pending += 1;
		var called = false;
		return onCb;
		function onCb(err) {
			if (called) throw new Error("callback called twice");
			called = true;
			self.error = self.error || err;
			self.pending -= 1;
			if (self.waiting.length > 0 && self.pending < self.max) pendGo(self, self.waiting.shift());
			else if (self.pending === 0) {
				var listeners = self.listeners;
				self.listeners = [];
				listeners.forEach(cbListener);
			}
		}
		function cbListener(listener) {
			listener(self.error);
		}
	}
	function pendGo(self, fn) {
		fn(pendHold(self));
	}
}));
// ../../work/main/node_modules/yauzl/fd-slicer.js
var require_fd_slicer = /* @__PURE__ */ __commonJSMin(((exports) => {
	var fs = __require("fs");
	var util = __require("util");
	var stream = __require("stream");
	var Readable = stream.Readable;
	var PassThrough = stream.PassThrough;
	var Pend = require_pend();
	var EventEmitter = __require("events").EventEmitter;
	exports.BufferSlicer = BufferSlicer;
	exports.FdSlicer = FdSlicer;
	util.inherits(FdSlicer, EventEmitter);
	function FdSlicer(fd) {
		EventEmitter.call(this);
		this.fd = fd;
		this.pend = new Pend();
		this.pend.max = 1;
		this.refCount = 0;
	}
	FdSlicer.prototype.read = function(buffer, offset, length, position, callback) {
		var self = this;
		self.pend.go(function(cb) {
			fs.read(self.fd, buffer, offset, length, position, function(err, bytesRead, buffer) {
				cb();
				callback(err, bytesRead, buffer);
			});
		});
	};
	FdSlicer.prototype.createReadStream = function(options) {
		return new ReadStream(this, options);
	};
	FdSlicer.prototype.ref = function() {
		this.refCount += 1;
	};
	FdSlicer.prototype.unref = function() {
		var self = this;
		self.refCount -= 1;
		if (self.refCount < 0) throw new Error("invalid unref");
		if (self.refCount > 0) return;
		fs.close(self.fd, onCloseDone);
		function onCloseDone(err) {
			if (err) self.emit("error", err);
			else self.emit("close");
		}
	};
	util.inherits(ReadStream, Readable);
	function ReadStream(context, options) {
		options = options || {};
		Readable.call(this, options);
		this.context = context;
		this.context.ref();
		this.start = options.start || 0;
		this.endOffset = options.end;
		this.pos = this.start;
	}
	ReadStream.prototype._read = function(n) {
		var self = this;
		var toRead = Math.min(self._readableState.highWaterMark, n);
		if (self.endOffset != null) toRead = Math.min(toRead, self.endOffset - self.pos);
		if (toRead <= 0) {
			self.push(null);
			this._cleanup();
			return;
		}
		self.context.pend.go(function(cb) {
			var buffer = Buffer.allocUnsafe(toRead);
			fs.read(self.context.fd, buffer, 0, toRead, self.pos, function(err, bytesRead) {
				if (err) self.destroy(err);
				else if (bytesRead === 0) {
					self.push(null);
					self._cleanup();
				} else {
					self.pos += bytesRead;
					self.push(buffer.slice(0, bytesRead));
				}
				cb();
			});
		});
	};
	ReadStream.prototype._destroy = function(err, cb) {
		this._cleanup();
		cb(err);
	};
	ReadStream.prototype._cleanup = function() {
		if (this.context != null) {
			this.context.unref();
			this.context = null;
		}
	};
	util.inherits(BufferSlicer, EventEmitter);
	function BufferSlicer(buffer) {
		EventEmitter.call(this);
		this.refCount = 0;
		this.buffer = buffer;
	}
	BufferSlicer.prototype.read = function(buffer, offset, length, position, callback) {
		if (!(0 <= offset && offset <= buffer.length)) throw new RangeError("offset outside buffer: 0 <= " + offset + " <= " + buffer.length);
		if (position < 0) throw new RangeError("position is negative: " + position);
		if (offset + length > buffer.length) length = buffer.length - offset;
		if (position + length > this.buffer.length) length = this.buffer.length - position;
		if (length <= 0) {
			setImmediate(function() {
				callback(null, 0);
			});
			return;
		}
		this.buffer.copy(buffer, offset, position, position + length);
		setImmediate(function() {
			callback(null, length);
		});
	};
	BufferSlicer.prototype.createReadStream = function(options) {
		options = options || {};
		var readStream = new PassThrough(options);
		readStream.start = options.start || 0;
		readStream.endOffset = options.end;
		readStream.pos = readStream.endOffset || this.buffer.length;
		var entireSlice = this.buffer.slice(readStream.start, readStream.pos);
		var maxChunkSize = 65536;
		var offset = 0;
		while (true) {
			var nextOffset = offset + maxChunkSize;
			if (nextOffset >= entireSlice.length) {
				if (offset < entireSlice.length) readStream.write(entireSlice.slice(offset, entireSlice.length));
				break;
			}
			readStream.write(entireSlice.slice(offset, nextOffset));
			offset = nextOffset;
		}
		readStream.end();
		return readStream;
	};
	BufferSlicer.prototype.ref = function() {
		this.refCount += 1;
	};
	BufferSlicer.prototype.unref = function() {
		this.refCount -= 1;
		if (this.refCount < 0) throw new Error("invalid unref");
	};
}));
// ../../work/main/node_modules/yauzl/crc32.js
var require_crc32 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const CRC_TABLE = new Int32Array([
		0,
		1996959894,
		3993919788,
		2567524794,
		124634137,
		1886057615,
		3915621685,
		2657392035,
		249268274,
		2044508324,
		3772115230,
		2547177864,
		162941995,
		2125561021,
		3887607047,
		2428444049,
		498536548,
		1789927666,
		4089016648,
		2227061214,
		450548861,
		1843258603,
		4107580753,
		2211677639,
		325883990,
		1684777152,
		4251122042,
		2321926636,
		335633487,
		1661365465,
		4195302755,
		2366115317,
		997073096,
		1281953886,
		3579855332,
		2724688242,
		1006888145,
		1258607687,
		3524101629,
		2768942443,
		901097722,
		1119000684,
		3686517206,
		2898065728,
		853044451,
		1172266101,
		3705015759,
		2882616665,
		651767980,
		1373503546,
		3369554304,
		3218104598,
		565507253,
		1454621731,
		3485111705,
		3099436303,
		671266974,
		1594198024,
		3322730930,
		2970347812,
		795835527,
		1483230225,
		3244367275,
		3060149565,
		1994146192,
		31158534,
		2563907772,
		4023717930,
		1907459465,
		112637215,
		2680153253,
		3904427059,
		2013776290,
		251722036,
		2517215374,
		3775830040,
		2137656763,
		141376813,
		2439277719,
		3865271297,
		1802195444,
		476864866,
		2238001368,
		4066508878,
		1812370925,
		453092731,
		2181625025,
		4111451223,
		1706088902,
		314042704,
		2344532202,
		4240017532,
		1658658271,
		366619977,
		2362670323,
		4224994405,
		1303535960,
		984961486,
		2747007092,
		3569037538,
		1256170817,
		1037604311,
		2765210733,
		3554079995,
		1131014506,
		879679996,
		2909243462,
		3663771856,
		1141124467,
		855842277,
		2852801631,
		3708648649,
		1342533948,
		654459306,
		3188396048,
		3373015174,
		1466479909,
		544179635,
		3110523913,
		3462522015,
		1591671054,
		702138776,
		2966460450,
		3352799412,
		1504918807,
		783551873,
		3082640443,
		3233442989,
		3988292384,
		2596254646,
		62317068,
		1957810842,
		3939845945,
		2647816111,
		81470997,
		1943803523,
		3814918930,
		2489596804,
		225274430,
		2053790376,
		3826175755,
		2466906013,
		167816743,
		2097651377,
		4027552580,
		2265490386,
		503444072,
		1762050814,
		4150417245,
		2154129355,
		426522225,
		1852507879,
		4275313526,
		2312317920,
		282753626,
		1742555852,
		4189708143,
		2394877945,
		397917763,
		1622183637,
		3604390888,
		2714866558,
		953729732,
		1340076626,
		3518719985,
		2797360999,
		1068828381,
		1219638859,
		3624741850,
		2936675148,
		906185462,
		1090812512,
		3747672003,
		2825379669,
		829329135,
		1181335161,
		3412177804,
		3160834842,
		628085408,
		1382605366,
		3423369109,
		3138078467,
		570562233,
		1426400815,
		3317316542,
		2998733608,
		733239954,
		1555261956,
		3268935591,
		3050360625,
		752459403,
		1541320221,
		2607071920,
		3965973030,
		1969922972,
		40735498,
		2617837225,
		3943577151,
		1913087877,
		83908371,
		2512341634,
		3803740692,
		2075208622,
		213261112,
		2463272603,
		3855990285,
		2094854071,
		198958881,
		2262029012,
		4057260610,
		1759359992,
		534414190,
		2176718541,
		4139329115,
		1873836001,
		414664567,
		2282248934,
		4279200368,
		1711684554,
		285281116,
		2405801727,
		4167216745,
		1634467795,
		376229701,
		2685067896,
		3608007406,
		1308918612,
		956543938,
		2808555105,
		3495958263,
		1231636301,
		1047427035,
		2932959818,
		3654703836,
		1088359270,
		936918e3,
		2847714899,
		3736837829,
		1202900863,
		817233897,
		3183342108,
		3401237130,
		1404277552,
		615818150,
		3134207493,
		3453421203,
		1423857449,
		601450431,
		3009837614,
		3294710456,
		1567103746,
		711928724,
		3020668471,
		3272380065,
		1510334235,
		755167117
	]);
	function crc32(buf) {
		let crc = -1;
		for (let x of buf) crc = CRC_TABLE[(crc ^ x) & 255] ^ crc >>> 8;
		return (crc ^ -1) >>> 0;
	}
	module.exports = crc32;
}));
// src/results/zip.ts
var import_yauzl = (/* @__PURE__ */ __commonJSMin(((exports) => {
	__require("fs");
	var zlib = __require("zlib");
	var fd_slicer = require_fd_slicer();
	var util = __require("util");
	var EventEmitter = __require("events").EventEmitter;
	var Transform = __require("stream").Transform;
	var PassThrough = __require("stream").PassThrough;
	var Writable = __require("stream").Writable;
	const crc32 = typeof zlib.crc32 === "function" ? zlib.crc32 : require_crc32();
	exports.fromBufferPromise = fromBufferPromise;
	function fromBufferPromise(buffer, options) {
		return new Promise((resolve, reject) => {
			fromBuffer(buffer, {
				...options,
				lazyEntries: true
			}, function(err, zipfile) {
				if (err) return reject(err);
				resolve(zipfile);
			});
		});
	}
	function fromBuffer(buffer, options, callback) {
		if (typeof options === "function") {
			callback = options;
			options = null;
		}
		if (options == null) options = {};
		options.autoClose = false;
		if (options.lazyEntries == null) options.lazyEntries = false;
		if (options.decodeStrings == null) options.decodeStrings = true;
		if (options.validateEntrySizes == null) options.validateEntrySizes = true;
		if (options.strictFileNames == null) options.strictFileNames = false;
		fromRandomAccessReader(new fd_slicer.BufferSlicer(buffer), buffer.length, options, callback);
	}
	function fromRandomAccessReader(reader, totalSize, options, callback) {
		if (typeof options === "function") {
			callback = options;
			options = null;
		}
		if (options == null) options = {};
		if (options.autoClose == null) options.autoClose = true;
		if (options.lazyEntries == null) options.lazyEntries = false;
		if (options.decodeStrings == null) options.decodeStrings = true;
		var decodeStrings = !!options.decodeStrings;
		if (options.validateEntrySizes == null) options.validateEntrySizes = true;
		if (options.strictFileNames == null) options.strictFileNames = false;
		if (callback == null) callback = defaultCallback;
		if (typeof totalSize !== "number") throw new Error("expected totalSize parameter to be a number");
		if (totalSize > Number.MAX_SAFE_INTEGER) throw new Error("zip file too large. only file sizes up to 2^52 are supported due to JavaScript's Number type being an IEEE 754 double.");
		reader.ref();
		var eocdrWithoutCommentSize = 22;
		var zip64EocdlSize = 20;
		var bufferSize = Math.min(zip64EocdlSize + eocdrWithoutCommentSize + 65535, totalSize);
		var buffer = newBuffer(bufferSize);
		readAndAssertNoEof(reader, buffer, 0, bufferSize, totalSize - buffer.length, function(err) {
			if (err) return callback(err);
			for (var i = bufferSize - eocdrWithoutCommentSize; i >= 0; i -= 1) {
				if (buffer.readUInt32LE(i) !== 101010256) continue;
				var eocdrBuffer = buffer.subarray(i);
				var diskNumber = eocdrBuffer.readUInt16LE(4);
				var entryCount = eocdrBuffer.readUInt16LE(10);
				var centralDirectoryOffset = eocdrBuffer.readUInt32LE(16);
				var commentLength = eocdrBuffer.readUInt16LE(20);
				var expectedCommentLength = eocdrBuffer.length - eocdrWithoutCommentSize;
				if (commentLength !== expectedCommentLength) return callback(/* @__PURE__ */ new Error("Invalid comment length. Expected: " + expectedCommentLength + ". Found: " + commentLength + ". Are there extra bytes at the end of the file? Or is the end of central dir signature `PK☺☻` in the comment?"));
				var comment = decodeStrings ? decodeBuffer(eocdrBuffer.subarray(22), false) : eocdrBuffer.subarray(22);
				if (i - zip64EocdlSize >= 0 && buffer.readUInt32LE(i - zip64EocdlSize) === 117853008) {
					var zip64EocdrOffset = readUInt64LE(buffer.subarray(i - zip64EocdlSize, i - zip64EocdlSize + zip64EocdlSize), 8);
					var zip64EocdrBuffer = newBuffer(56);
					return readAndAssertNoEof(reader, zip64EocdrBuffer, 0, zip64EocdrBuffer.length, zip64EocdrOffset, function(err) {
						if (err) return callback(err);
						if (zip64EocdrBuffer.readUInt32LE(0) !== 101075792) return callback(/* @__PURE__ */ new Error("invalid zip64 end of central directory record signature"));
						diskNumber = zip64EocdrBuffer.readUInt32LE(16);
						if (diskNumber !== 0) return callback(/* @__PURE__ */ new Error("multi-disk zip files are not supported: found disk number: " + diskNumber));
						entryCount = readUInt64LE(zip64EocdrBuffer, 32);
						centralDirectoryOffset = readUInt64LE(zip64EocdrBuffer, 48);
						return callback(null, new ZipFile(reader, centralDirectoryOffset, totalSize, entryCount, comment, options.autoClose, options.lazyEntries, decodeStrings, options.validateEntrySizes, options.strictFileNames));
					});
				}
				if (diskNumber !== 0) return callback(/* @__PURE__ */ new Error("multi-disk zip files are not supported: found disk number: " + diskNumber));
				return callback(null, new ZipFile(reader, centralDirectoryOffset, totalSize, entryCount, comment, options.autoClose, options.lazyEntries, decodeStrings, options.validateEntrySizes, options.strictFileNames));
			}
			callback(/* @__PURE__ */ new Error("End of central directory record signature not found. Either not a zip file, or file is truncated."));
		});
	}
	util.inherits(ZipFile, EventEmitter);
	function ZipFile(reader, centralDirectoryOffset, fileSize, entryCount, comment, autoClose, lazyEntries, decodeStrings, validateEntrySizes, strictFileNames) {
		var self = this;
		EventEmitter.call(self);
		self.reader = reader;
		self.reader.on("error", function(err) {
			emitError(self, err);
		});
		self.reader.once("close", function() {
			self.emit("close");
		});
		self.readEntryCursor = centralDirectoryOffset;
		self.fileSize = fileSize;
		self.entryCount = entryCount;
		self.comment = comment;
		self.entriesRead = 0;
		self.autoClose = !!autoClose;
		self.lazyEntries = !!lazyEntries;
		self.decodeStrings = !!decodeStrings;
		self.validateEntrySizes = !!validateEntrySizes;
		self.strictFileNames = !!strictFileNames;
		self.isOpen = true;
		self.emittedError = false;
		self.hasEachEntryBeenCalled = false;
		if (!self.lazyEntries) self._readEntry();
	}
	ZipFile.prototype.close = function() {
		if (!this.isOpen) return;
		this.isOpen = false;
		this.reader.unref();
	};
	function emitErrorAndAutoClose(self, err) {
		if (self.autoClose) self.close();
		emitError(self, err);
	}
	function emitError(self, err) {
		if (self.emittedError) return;
		self.emittedError = true;
		self.emit("error", err);
	}
	ZipFile.prototype.readEntry = function() {
		if (!this.lazyEntries) throw new Error("readEntry() called without lazyEntries:true");
		this._readEntry();
	};
	ZipFile.prototype._readEntry = function() {
		var self = this;
		if (self.entryCount === self.entriesRead) {
			setImmediate(function() {
				if (self.autoClose) self.close();
				if (self.emittedError) return;
				self.emit("end");
			});
			return;
		}
		if (self.emittedError) return;
		var buffer = newBuffer(46);
		readAndAssertNoEof(self.reader, buffer, 0, buffer.length, self.readEntryCursor, function(err) {
			if (err) return emitErrorAndAutoClose(self, err);
			if (self.emittedError) return;
			var entry = new Entry();
			var signature = buffer.readUInt32LE(0);
			if (signature !== 33639248) return emitErrorAndAutoClose(self, /* @__PURE__ */ new Error("invalid central directory file header signature: 0x" + signature.toString(16)));
			entry.versionMadeBy = buffer.readUInt16LE(4);
			entry.versionNeededToExtract = buffer.readUInt16LE(6);
			entry.generalPurposeBitFlag = buffer.readUInt16LE(8);
			entry.compressionMethod = buffer.readUInt16LE(10);
			entry.lastModFileTime = buffer.readUInt16LE(12);
			entry.lastModFileDate = buffer.readUInt16LE(14);
			entry.crc32 = buffer.readUInt32LE(16);
			entry.compressedSize = buffer.readUInt32LE(20);
			entry.uncompressedSize = buffer.readUInt32LE(24);
			entry.fileNameLength = buffer.readUInt16LE(28);
			entry.extraFieldLength = buffer.readUInt16LE(30);
			entry.fileCommentLength = buffer.readUInt16LE(32);
			entry.internalFileAttributes = buffer.readUInt16LE(36);
			entry.externalFileAttributes = buffer.readUInt32LE(38);
			entry.relativeOffsetOfLocalHeader = buffer.readUInt32LE(42);
			if (entry.generalPurposeBitFlag & 64) return emitErrorAndAutoClose(self, /* @__PURE__ */ new Error("strong encryption is not supported"));
			self.readEntryCursor += 46;
			buffer = newBuffer(entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength);
			readAndAssertNoEof(self.reader, buffer, 0, buffer.length, self.readEntryCursor, function(err) {
				if (err) return emitErrorAndAutoClose(self, err);
				if (self.emittedError) return;
				entry.fileNameRaw = buffer.subarray(0, entry.fileNameLength);
				var fileCommentStart = entry.fileNameLength + entry.extraFieldLength;
				entry.extraFieldRaw = buffer.subarray(entry.fileNameLength, fileCommentStart);
				entry.fileCommentRaw = buffer.subarray(fileCommentStart, fileCommentStart + entry.fileCommentLength);
				try {
					entry.extraFields = parseExtraFields(entry.extraFieldRaw);
				} catch (err) {
					return emitErrorAndAutoClose(self, err);
				}
				if (self.decodeStrings) {
					var isUtf8 = (entry.generalPurposeBitFlag & 2048) !== 0;
					entry.fileComment = decodeBuffer(entry.fileCommentRaw, isUtf8);
					entry.fileName = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, self.strictFileNames);
					var errorMessage = validateFileName(entry.fileName);
					if (errorMessage != null) return emitErrorAndAutoClose(self, new Error(errorMessage));
				} else {
					entry.fileComment = entry.fileCommentRaw;
					entry.fileName = entry.fileNameRaw;
				}
				entry.comment = entry.fileComment;
				self.readEntryCursor += buffer.length;
				self.entriesRead += 1;
				for (var i = 0; i < entry.extraFields.length; i++) {
					var extraField = entry.extraFields[i];
					if (extraField.id !== 1) continue;
					var zip64EiefBuffer = extraField.data;
					var index = 0;
					if (entry.uncompressedSize === 4294967295) {
						if (index + 8 > zip64EiefBuffer.length) return emitErrorAndAutoClose(self, /* @__PURE__ */ new Error("zip64 extended information extra field does not include uncompressed size"));
						entry.uncompressedSize = readUInt64LE(zip64EiefBuffer, index);
						index += 8;
					}
					if (entry.compressedSize === 4294967295) {
						if (index + 8 > zip64EiefBuffer.length) return emitErrorAndAutoClose(self, /* @__PURE__ */ new Error("zip64 extended information extra field does not include compressed size"));
						entry.compressedSize = readUInt64LE(zip64EiefBuffer, index);
						index += 8;
					}
					if (entry.relativeOffsetOfLocalHeader === 4294967295) {
						if (index + 8 > zip64EiefBuffer.length) return emitErrorAndAutoClose(self, /* @__PURE__ */ new Error("zip64 extended information extra field does not include relative header offset"));
						entry.relativeOffsetOfLocalHeader = readUInt64LE(zip64EiefBuffer, index);
						index += 8;
					}
					break;
				}
				if (self.validateEntrySizes && entry.compressionMethod === 0) {
					var expectedCompressedSize = entry.uncompressedSize;
					if (entry.isEncrypted()) expectedCompressedSize += 12;
					if (entry.compressedSize !== expectedCompressedSize) {
						var msg = "compressed/uncompressed size mismatch for stored file: " + entry.compressedSize + " != " + entry.uncompressedSize;
						return emitErrorAndAutoClose(self, new Error(msg));
					}
				}
				self.emit("entry", entry);
				if (!self.lazyEntries) self._readEntry();
			});
		});
	};
	ZipFile.prototype.eachEntry = function() {
		const self = this;
		if (!self.lazyEntries) throw new Error("eachEntry() requires lazyEntries: true");
		if (self.hasEachEntryBeenCalled) throw new Error("eachEntry() must only be called once per ZipFile");
		self.hasEachEntryBeenCalled = true;
		let pendingResolveReject = null;
		self.on("entry", onEntry);
		self.on("end", onEnd);
		self.on("error", onError);
		function cleanup() {
			self.removeListener("entry", onEntry);
			self.removeListener("end", onEnd);
			self.removeListener("error", onError);
			if (self.autoClose) self.close();
		}
		function onEntry(entry) {
			let { resolve } = pendingResolveReject;
			pendingResolveReject = null;
			resolve({ value: entry });
		}
		function onEnd() {
			let { resolve } = pendingResolveReject;
			pendingResolveReject = null;
			cleanup();
			resolve({ done: true });
		}
		function onError(err) {
			let { reject } = pendingResolveReject;
			pendingResolveReject = null;
			cleanup();
			reject(err);
		}
		return {
			[Symbol.asyncIterator]() {
				return this;
			},
			next() {
				const promise = new Promise((resolve, reject) => {
					if (pendingResolveReject != null) throw new Error("next() called before previous Promise was resolved.");
					pendingResolveReject = {
						resolve,
						reject
					};
				});
				self.readEntry();
				return promise;
			},
			return(value) {
				cleanup();
				return Promise.resolve({
					done: true,
					value
				});
			},
			throw(value) {
				cleanup();
				return Promise.reject(value);
			}
		};
	};
	ZipFile.prototype.openReadStream = function(entry, options, callback) {
		var self = this;
		var relativeStart = 0;
		var relativeEnd = entry.compressedSize;
		if (callback == null) {
			callback = options;
			options = null;
		}
		if (options == null) options = {};
		else {
			if (options.decodeFileData === false) {
				if (options.decrypt != null) throw new Error("cannot use options.decrypt when options.decodeFileData === false");
				if (options.decompress != null) throw new Error("cannot use options.decompress when options.decodeFileData === false");
			} else {
				if (options.decrypt != null) {
					if (!entry.isEncrypted()) throw new Error("options.decrypt can only be specified for encrypted entries. See also option decodeFileData.");
					if (options.decrypt !== false) throw new Error("invalid options.decrypt value: " + options.decrypt);
					if (entry.isCompressed()) {
						if (options.decompress !== false) throw new Error("entry is encrypted and compressed, and options.decompress !== false. See also option decodeFileData.");
					}
				}
				if (options.decompress != null) {
					if (!entry.isCompressed()) throw new Error("options.decompress can only be specified for compressed entries. See also option decodeFileData.");
					if (!(options.decompress === false || options.decompress === true)) throw new Error("invalid options.decompress value: " + options.decompress);
					decompress = options.decompress;
				}
			}
			if (options.start != null) {
				relativeStart = options.start;
				if (relativeStart < 0) throw new Error("options.start < 0");
				if (relativeStart > entry.compressedSize) throw new Error("options.start > entry.compressedSize");
			}
			if (options.end != null) {
				relativeEnd = options.end;
				if (relativeEnd < 0) throw new Error("options.end < 0");
				if (relativeEnd > entry.compressedSize) throw new Error("options.end > entry.compressedSize");
				if (relativeEnd < relativeStart) throw new Error("options.end < options.start");
			}
		}
		var rawMode = options.decodeFileData === false || (entry.compressionMethod === 0 || entry.compressionMethod === 8 && options.decompress === false) && (!entry.isEncrypted() || options.decrypt === false);
		if (options.start != null || options.end != null) {
			if (!rawMode) throw new Error("start/end range require options.decodeFileData === false for non-trivial encoded entries.");
		}
		if (!self.isOpen) return callback(/* @__PURE__ */ new Error("closed"));
		if (entry.isEncrypted() && !rawMode) {
			if (options.decrypt !== false) return callback(/* @__PURE__ */ new Error("entry is encrypted, and options.decodeFileData !== false"));
		}
		var decompress;
		if (rawMode) decompress = false;
		else if (entry.compressionMethod === 8) decompress = options.decodeFileData !== true;
		else return callback(/* @__PURE__ */ new Error("unsupported compression method: " + entry.compressionMethod));
		self.readLocalFileHeader(entry, { minimal: true }, function(err, localFileHeader) {
			if (err) return callback(err);
			self.openReadStreamLowLevel(localFileHeader.fileDataStart, entry.compressedSize, relativeStart, relativeEnd, decompress, entry.uncompressedSize, callback);
		});
	};
	ZipFile.prototype.openReadStreamLowLevel = function(fileDataStart, compressedSize, relativeStart, relativeEnd, decompress, uncompressedSize, callback) {
		var self = this;
		fileDataStart + compressedSize;
		var readStream = self.reader.createReadStream({
			start: fileDataStart + relativeStart,
			end: fileDataStart + relativeEnd
		});
		var endpointStream = readStream;
		if (decompress) {
			var destroyed = false;
			var inflateFilter = zlib.createInflateRaw();
			readStream.on("error", function(err) {
				setImmediate(function() {
					if (!destroyed) inflateFilter.emit("error", err);
				});
			});
			readStream.pipe(inflateFilter);
			if (self.validateEntrySizes) {
				endpointStream = new AssertByteCountStream(uncompressedSize);
				inflateFilter.on("error", function(err) {
					setImmediate(function() {
						if (!destroyed) endpointStream.emit("error", err);
					});
				});
				inflateFilter.pipe(endpointStream);
			} else endpointStream = inflateFilter;
			installDestroyFn(endpointStream, function() {
				destroyed = true;
				if (inflateFilter !== endpointStream) inflateFilter.unpipe(endpointStream);
				readStream.unpipe(inflateFilter);
				readStream.destroy();
			});
		}
		callback(null, endpointStream);
	};
	ZipFile.prototype.readLocalFileHeader = function(entry, options, callback) {
		var self = this;
		if (callback == null) {
			callback = options;
			options = null;
		}
		if (options == null) options = {};
		self.reader.ref();
		var buffer = newBuffer(30);
		readAndAssertNoEof(self.reader, buffer, 0, buffer.length, entry.relativeOffsetOfLocalHeader, function(err) {
			try {
				if (err) return callback(err);
				var signature = buffer.readUInt32LE(0);
				if (signature !== 67324752) return callback(/* @__PURE__ */ new Error("invalid local file header signature: 0x" + signature.toString(16)));
				var fileNameLength = buffer.readUInt16LE(26);
				var extraFieldLength = buffer.readUInt16LE(28);
				var fileDataStart = entry.relativeOffsetOfLocalHeader + 30 + fileNameLength + extraFieldLength;
				if (fileDataStart + entry.compressedSize > self.fileSize) return callback(/* @__PURE__ */ new Error("file data overflows file bounds: " + fileDataStart + " + " + entry.compressedSize + " > " + self.fileSize));
				if (options.minimal) return callback(null, { fileDataStart });
				var localFileHeader = new LocalFileHeader();
				localFileHeader.fileDataStart = fileDataStart;
				localFileHeader.versionNeededToExtract = buffer.readUInt16LE(4);
				localFileHeader.generalPurposeBitFlag = buffer.readUInt16LE(6);
				localFileHeader.compressionMethod = buffer.readUInt16LE(8);
				localFileHeader.lastModFileTime = buffer.readUInt16LE(10);
				localFileHeader.lastModFileDate = buffer.readUInt16LE(12);
				localFileHeader.crc32 = buffer.readUInt32LE(14);
				localFileHeader.compressedSize = buffer.readUInt32LE(18);
				localFileHeader.uncompressedSize = buffer.readUInt32LE(22);
				localFileHeader.fileNameLength = fileNameLength;
				localFileHeader.extraFieldLength = extraFieldLength;
				buffer = newBuffer(fileNameLength + extraFieldLength);
				self.reader.ref();
				readAndAssertNoEof(self.reader, buffer, 0, buffer.length, entry.relativeOffsetOfLocalHeader + 30, function(err) {
					try {
						if (err) return callback(err);
						localFileHeader.fileName = buffer.subarray(0, fileNameLength);
						localFileHeader.extraField = buffer.subarray(fileNameLength);
						return callback(null, localFileHeader);
					} finally {
						self.reader.unref();
					}
				});
			} finally {
				self.reader.unref();
			}
		});
	};
	ZipFile.prototype.openReadStreamPromise = function(entry, options) {
		return new Promise((resolve, reject) => {
			this.openReadStream(entry, options, function(err, readStream) {
				if (err) return reject(err);
				resolve(readStream);
			});
		});
	};
	ZipFile.prototype.openReadStreamLowLevelPromise = function(fileDataStart, compressedSize, relativeStart, relativeEnd, decompress, uncompressedSize) {
		return new Promise((resolve, reject) => {
			this.openReadStream(fileDataStart, compressedSize, relativeStart, relativeEnd, decompress, uncompressedSize, function(err, readStream) {
				if (err) return reject(err);
				resolve(readStream);
			});
		});
	};
	ZipFile.prototype.readLocalFileHeaderPromise = function(entry, options) {
		return new Promise((resolve, reject) => {
			this.readLocalFileHeader(entry, options, function(err, localFileHeader) {
				if (err) return reject(err);
				resolve(localFileHeader);
			});
		});
	};
	function Entry() {}
	Entry.prototype.getLastModDate = function(options) {
		if (options == null) options = {};
		if (!options.forceDosFormat) for (var i = 0; i < this.extraFields.length; i++) {
			var extraField = this.extraFields[i];
			if (extraField.id === 21589) {
				var data = extraField.data;
				if (data.length < 5) continue;
				if (!(data[0] & 1)) continue;
				var posixTimestamp = data.readInt32LE(1);
				return /* @__PURE__ */ new Date(posixTimestamp * 1e3);
			} else if (extraField.id === 10) {
				var data = extraField.data;
				if (data.length !== 32) continue;
				if (data.readUInt16LE(4) !== 1) continue;
				if (data.readUInt16LE(6) !== 24) continue;
				var millisecondsSince1970 = (data.readUInt32LE(8) + 4294967296 * data.readInt32LE(12)) / 1e4 - 0xa9730b66800;
				return new Date(millisecondsSince1970);
			}
		}
		return dosDateTimeToDate(this.lastModFileDate, this.lastModFileTime, options.timezone);
	};
	Entry.prototype.canDecodeFileData = function() {
		return !this.isEncrypted() && (this.compressionMethod === 0 || this.compressionMethod === 8);
	};
	Entry.prototype.isEncrypted = function() {
		return (this.generalPurposeBitFlag & 1) !== 0;
	};
	Entry.prototype.isCompressed = function() {
		return this.compressionMethod === 8;
	};
	function LocalFileHeader() {}
	function dosDateTimeToDate(date, time, timezone) {
		var day = date & 31;
		var month = (date >> 5 & 15) - 1;
		var year = (date >> 9 & 127) + 1980;
		var millisecond = 0;
		var second = (time & 31) * 2;
		var minute = time >> 5 & 63;
		var hour = time >> 11 & 31;
		if (timezone == null || timezone === "local") return new Date(year, month, day, hour, minute, second, millisecond);
		else if (timezone === "UTC") return new Date(Date.UTC(year, month, day, hour, minute, second, millisecond));
		else throw new Error("unrecognized options.timezone: " + options.timezone);
	}
	function getFileNameLowLevel(generalPurposeBitFlag, fileNameBuffer, extraFields, strictFileNames) {
		var fileName = null;
		for (var i = 0; i < extraFields.length; i++) {
			var extraField = extraFields[i];
			if (extraField.id === 28789) {
				if (extraField.data.length < 6) continue;
				if (extraField.data.readUInt8(0) !== 1) continue;
				var oldNameCrc32 = extraField.data.readUInt32LE(1);
				if (crc32(fileNameBuffer) !== oldNameCrc32) continue;
				fileName = decodeBuffer(extraField.data.subarray(5), true);
				break;
			}
		}
		if (fileName == null) fileName = decodeBuffer(fileNameBuffer, (generalPurposeBitFlag & 2048) !== 0);
		if (!strictFileNames) fileName = fileName.replace(/\\/g, "/");
		return fileName;
	}
	function validateFileName(fileName) {
		if (fileName.indexOf("\\") !== -1) return "invalid characters in fileName: " + fileName;
		if (/^[a-zA-Z]:/.test(fileName) || /^\//.test(fileName)) return "absolute path: " + fileName;
		if (fileName.split("/").indexOf("..") !== -1) return "invalid relative path: " + fileName;
		return null;
	}
	function parseExtraFields(extraFieldBuffer) {
		var extraFields = [];
		var i = 0;
		while (i < extraFieldBuffer.length - 3) {
			var headerId = extraFieldBuffer.readUInt16LE(i + 0);
			var dataSize = extraFieldBuffer.readUInt16LE(i + 2);
			var dataStart = i + 4;
			var dataEnd = dataStart + dataSize;
			if (dataEnd > extraFieldBuffer.length) throw new Error("extra field length exceeds extra field buffer size");
			var dataBuffer = extraFieldBuffer.subarray(dataStart, dataEnd);
			extraFields.push({
				id: headerId,
				data: dataBuffer
			});
			i = dataEnd;
		}
		return extraFields;
	}
	function readAndAssertNoEof(reader, buffer, offset, length, position, callback) {
		if (length === 0) return setImmediate(function() {
			callback(null, newBuffer(0));
		});
		reader.read(buffer, offset, length, position, function(err, bytesRead) {
			if (err) return callback(err);
			if (bytesRead < length) return callback(/* @__PURE__ */ new Error("unexpected EOF"));
			callback();
		});
	}
	util.inherits(AssertByteCountStream, Transform);
	function AssertByteCountStream(byteCount) {
		Transform.call(this);
		this.actualByteCount = 0;
		this.expectedByteCount = byteCount;
	}
	AssertByteCountStream.prototype._transform = function(chunk, encoding, cb) {
		this.actualByteCount += chunk.length;
		if (this.actualByteCount > this.expectedByteCount) {
			var msg = "too many bytes in the stream. expected " + this.expectedByteCount + ". got at least " + this.actualByteCount;
			return cb(new Error(msg));
		}
		cb(null, chunk);
	};
	AssertByteCountStream.prototype._flush = function(cb) {
		if (this.actualByteCount < this.expectedByteCount) {
			var msg = "not enough bytes in the stream. expected " + this.expectedByteCount + ". got only " + this.actualByteCount;
			return cb(new Error(msg));
		}
		cb();
	};
	util.inherits(RandomAccessReader, EventEmitter);
	function RandomAccessReader() {
		EventEmitter.call(this);
		this.refCount = 0;
	}
	RandomAccessReader.prototype.ref = function() {
		this.refCount += 1;
	};
	RandomAccessReader.prototype.unref = function() {
		var self = this;
		self.refCount -= 1;
		if (self.refCount > 0) return;
		if (self.refCount < 0) throw new Error("invalid unref");
		self.close(onCloseDone);
		function onCloseDone(err) {
			if (err) return self.emit("error", err);
			self.emit("close");
		}
	};
	RandomAccessReader.prototype.createReadStream = function(options) {
		if (options == null) options = {};
		var start = options.start;
		var end = options.end;
		if (start === end) {
			var emptyStream = new PassThrough();
			setImmediate(function() {
				emptyStream.end();
			});
			return emptyStream;
		}
		var stream = this._readStreamForRange(start, end);
		var destroyed = false;
		var refUnrefFilter = new RefUnrefFilter(this);
		stream.on("error", function(err) {
			setImmediate(function() {
				if (!destroyed) refUnrefFilter.emit("error", err);
			});
		});
		installDestroyFn(refUnrefFilter, function() {
			stream.unpipe(refUnrefFilter);
			refUnrefFilter.unref();
			stream.destroy();
		});
		var byteCounter = new AssertByteCountStream(end - start);
		refUnrefFilter.on("error", function(err) {
			setImmediate(function() {
				if (!destroyed) byteCounter.emit("error", err);
			});
		});
		installDestroyFn(byteCounter, function() {
			destroyed = true;
			refUnrefFilter.unpipe(byteCounter);
			refUnrefFilter.destroy();
		});
		return stream.pipe(refUnrefFilter).pipe(byteCounter);
	};
	RandomAccessReader.prototype._readStreamForRange = function(start, end) {
		throw new Error("not implemented");
	};
	RandomAccessReader.prototype.read = function(buffer, offset, length, position, callback) {
		var readStream = this.createReadStream({
			start: position,
			end: position + length
		});
		var writeStream = new Writable();
		var written = 0;
		writeStream._write = function(chunk, encoding, cb) {
			chunk.copy(buffer, offset + written, 0, chunk.length);
			written += chunk.length;
			cb();
		};
		writeStream.on("finish", callback);
		readStream.on("error", function(error) {
			callback(error);
		});
		readStream.pipe(writeStream);
	};
	RandomAccessReader.prototype.close = function(callback) {
		setImmediate(callback);
	};
	util.inherits(RefUnrefFilter, PassThrough);
	function RefUnrefFilter(context) {
		PassThrough.call(this);
		this.context = context;
		this.context.ref();
		this.unreffedYet = false;
	}
	RefUnrefFilter.prototype._flush = function(cb) {
		this.unref();
		cb();
	};
	RefUnrefFilter.prototype.unref = function(cb) {
		if (this.unreffedYet) return;
		this.unreffedYet = true;
		this.context.unref();
	};
	var cp437 = "\0☺☻♥♦♣♠•◘○◙♂♀♪♫☼►◄↕‼¶§▬↨↑↓→←∟↔▲▼ !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~⌂ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\xA0";
	function decodeBuffer(buffer, isUtf8) {
		if (isUtf8) return buffer.toString("utf8");
		else {
			var result = "";
			for (var i = 0; i < buffer.length; i++) result += cp437[buffer[i]];
			return result;
		}
	}
	function readUInt64LE(buffer, offset) {
		var lower32 = buffer.readUInt32LE(offset);
		return buffer.readUInt32LE(offset + 4) * 4294967296 + lower32;
	}
	var newBuffer;
	if (typeof Buffer.allocUnsafe === "function") newBuffer = function(len) {
		return Buffer.allocUnsafe(len);
	};
	else newBuffer = function(len) {
		return new Buffer(len);
	};
	function installDestroyFn(stream, fn) {
		if (typeof stream.destroy === "function") stream._destroy = function(err, cb) {
			fn();
			if (cb != null) cb(err);
		};
		else stream.destroy = fn;
	}
	function defaultCallback(err) {
		if (err) throw err;
	}
})))();
/** A matrix of load tests has some hundred files; raw points of a long test have some gigabytes. */
const DEFAULT_ZIP_LIMITS = {
	entries: 2e3,
	totalBytes: 4 * 1024 ** 3,
	ratio: 200
};
/** Below this size a high ratio means nothing: a short file of equal characters. */
const RATIO_FROM_BYTES = 1048576;
const CHUNK_BYTES = 262144;
const UNIX = 3;
const FILE_TYPE_MASK = 61440;
const REGULAR_FILE = 32768;
const STORED = 0;
const DEFLATED = 8;
/** A local file header without its name and extra field: section 4.3.7 of APPNOTE.TXT. */
const LOCAL_HEADER_BYTES = 30;
/**
* The files of an artifact, still compressed: each is decompressed and checked when it is opened. What is not a zip is one
* file named by the artifact (uploads with `archive: false`). Throws a UserError that names what is wrong with the zip.
* Format: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
*/
async function readArtifactZip(bytes, artifact, limits = DEFAULT_ZIP_LIMITS) {
	if (!isZip(bytes)) return [{
		path: artifact.name,
		artifact,
		open: () => gunzipped(inPieces(bytes))
	}];
	try {
		const zip = await (0, import_yauzl.fromBufferPromise)(bytes, {
			lazyEntries: true,
			autoClose: false,
			strictFileNames: true
		});
		const entries = await readEntries(zip, limits);
		requireNoOverlap(entries, bytes.length);
		return await Promise.all(entries.filter((entry) => !isFolder(entry)).map((entry) => resultFile(zip, entry, bytes, artifact)));
	} catch (error) {
		if (error instanceof UserError) throw new UserError(`The artifact ${artifact.name} was refused: ${error.message}`);
		const problem = error instanceof Error ? error.message : String(error);
		throw new UserError(`The artifact ${artifact.name} was refused: its zip is damaged or unsafe: ${problem}.`);
	}
}
async function readEntries(zip, limits) {
	if (zip.entryCount > limits.entries) throw new UserError(`it has ${zip.entryCount} files, and at most ${limits.entries} are read.`);
	const entries = [];
	const names = /* @__PURE__ */ new Set();
	let totalBytes = 0;
	for await (const entry of zip.eachEntry()) {
		requireSafe(entry, limits);
		if (names.has(entry.fileName)) throw new UserError(`${nameOf(entry)} is in it twice.`);
		names.add(entry.fileName);
		entries.push(entry);
		totalBytes += entry.uncompressedSize;
		if (totalBytes > limits.totalBytes) throw new UserError(`it holds more than ${limits.totalBytes} bytes after decompression.`);
	}
	return entries;
}
function requireSafe(entry, limits) {
	const name = nameOf(entry);
	if (entry.isEncrypted()) throw new UserError(`${name} is encrypted.`);
	if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) throw new UserError(`${name} is compressed with method ${entry.compressionMethod}, and only deflate is read.`);
	const fileType = entry.externalFileAttributes >>> 16 & FILE_TYPE_MASK;
	if (entry.versionMadeBy >>> 8 === UNIX && !isFolder(entry) && fileType !== 0 && fileType !== REGULAR_FILE) throw new UserError(`${name} is a symbolic link or a device, not a file.`);
	if (entry.compressionMethod === STORED && entry.compressedSize !== entry.uncompressedSize) throw new UserError(`${name} is stored without compression, but says two different sizes.`);
	if (entry.uncompressedSize > RATIO_FROM_BYTES && entry.uncompressedSize > entry.compressedSize * limits.ratio) throw new UserError(`${name} is more than ${limits.ratio} times larger than its compressed form, like a zip bomb.`);
}
/** Files that share their bytes are how a small zip becomes a huge one: https://www.bamsoftware.com/hacks/zipbomb/ */
function requireNoOverlap(entries, size) {
	const inOrder = [...entries].sort((left, right) => left.relativeOffsetOfLocalHeader - right.relativeOffsetOfLocalHeader);
	for (const [index, entry] of inOrder.entries()) if (entry.relativeOffsetOfLocalHeader + LOCAL_HEADER_BYTES + entry.fileNameLength + entry.compressedSize > (inOrder[index + 1]?.relativeOffsetOfLocalHeader ?? size)) throw new UserError(`${nameOf(entry)} overlaps another file of the zip.`);
}
async function resultFile(zip, entry, bytes, artifact) {
	const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
	const raw = bytes.subarray(fileDataStart, fileDataStart + entry.compressedSize);
	return {
		path: entry.fileName,
		artifact,
		open: () => gunzipped(checked(entry, raw))
	};
}
/** The content of one entry. Stops as soon as there are more bytes than the zip says; checks the CRC at the end. */
async function* checked(entry, raw) {
	let size = 0;
	let crc = 0;
	for await (const chunk of entry.compressionMethod === STORED ? inPieces(raw) : inflate(entry, raw)) {
		size += chunk.length;
		if (size > entry.uncompressedSize) throw new UserError(`${nameOf(entry)} is larger than its zip says.`);
		crc = crc32(chunk, crc);
		yield chunk;
	}
	if (size < entry.uncompressedSize) throw new UserError(`${nameOf(entry)} is shorter than its zip says: the zip is damaged.`);
	if (crc !== entry.crc32) throw new UserError(`${nameOf(entry)} does not match its checksum (CRC-32): the zip is damaged.`);
}
async function* inflate(entry, raw) {
	const inflater = createInflateRaw({ chunkSize: CHUNK_BYTES });
	pipeline(Readable.from(inPieces(raw), { objectMode: false }), inflater, () => {});
	try {
		yield* inflater;
	} catch (error) {
		if (errorCode(error)?.startsWith("Z_") !== true) throw error;
		throw new UserError(`The compressed data of ${nameOf(entry)} is damaged.`);
	}
}
async function* inPieces(bytes) {
	for (let offset = 0; offset < bytes.length; offset += CHUNK_BYTES) yield bytes.subarray(offset, offset + CHUNK_BYTES);
}
/** `PK\3\4`, or `PK\5\6` of an empty zip. */
function isZip(bytes) {
	const magic = bytes.length >= 4 ? bytes.readUInt32LE(0) : 0;
	return magic === 67324752 || magic === 101010256;
}
function isFolder(entry) {
	return entry.fileName.endsWith("/");
}
function nameOf(entry) {
	return JSON.stringify(entry.fileName.slice(0, 100));
}
// src/storage/branch-store.ts
const DEFAULT_BASELINE_BRANCH = "perf-gate-baselines";
/** Writers that lose the race re-read and try again: 8 times, about a minute in all with `jitteredBackOff`. */
const APPEND_TRIES = 8;
/**
* Baselines on a branch of their own, without a checkout: `<gate>/v1/<service>.ndjson`. The Action's default.
* Needs `contents: read`, to append `contents: write`. One append is one commit.
*
* Compare-and-set: the branch only moves forward from the commit that was read (`force: false`). A writer that comes
* second gets 422 or 409, reads again and merges again, so that nothing is lost.
* https://docs.github.com/en/rest/git/refs#update-a-reference
*/
function openBranchStore(options) {
	return {
		load: () => load(options),
		append: (runs) => append(options, runs)
	};
}
/** Full jitter: writers that collided must not collide again. https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/ */
async function jitteredBackOff(attempt) {
	await setTimeout$1(Math.random() * Math.min(16e3, 500 * 2 ** attempt));
}
async function load(options) {
	const place = placeOf(options);
	const snapshot = await readSnapshot(options);
	if (snapshot === null || snapshot.files.size === 0) return {
		kind: "never-written",
		place
	};
	return readBaselineFolder(place, await readBlobs(options, snapshot.files));
}
async function append(options, runs) {
	const { backOff = jitteredBackOff } = options;
	let problem = "";
	for (let attempt = 1; attempt <= APPEND_TRIES; attempt += 1) {
		if (attempt > 1) await backOff(attempt);
		const snapshot = await readSnapshot(options);
		const plan = planAppend(placeOf(options), await readAffected(options, snapshot, runs), runs);
		const result = {
			added: plan.added,
			alreadyStored: plan.alreadyStored
		};
		if (plan.added === 0) return result;
		try {
			await publish(options, snapshot, await writeCommit(options, snapshot, plan.changed));
			return result;
		} catch (error) {
			if (!isLostRace(error)) throw explained$1(error);
			problem = error instanceof Error ? error.message : String(error);
		}
	}
	throw new UserError(`The baseline could not be stored on ${placeOf(options)}: ${APPEND_TRIES} tries were refused, the last with "${problem}". Nothing was stored. Run this job again. If it stays, look for a rule that protects the branch.`);
}
/** null: there is no such branch. */
async function readSnapshot({ octokit, owner, repo, branch, gateName }) {
	const ref = await absentAsNull(octokit.rest.git.getRef({
		owner,
		repo,
		ref: `heads/${branch}`
	}));
	if (ref === null) return null;
	const commit = ref.data.object.sha;
	const listing = (await octokit.rest.git.getTree({
		owner,
		repo,
		tree_sha: commit,
		recursive: "true"
	})).data;
	if (listing.truncated) throw new UserError(`The branch ${branch} has more files than GitHub lists at once. Remove what is not a baseline from it.`);
	const folder = `${gateName}/v1/`;
	const files = /* @__PURE__ */ new Map();
	for (const { path, sha, type } of listing.tree) {
		const fileName = path.startsWith(folder) ? path.slice(folder.length) : "";
		if (type === "blob" && isBaselineFile(fileName)) files.set(fileName, sha);
	}
	return {
		commit,
		hasReadme: listing.tree.some(({ path }) => path === "README.md"),
		files
	};
}
function readAffected(options, snapshot, runs) {
	const affected = new Set(affectedFiles(runs));
	const existing = [...snapshot?.files ?? []].filter(([fileName]) => affected.has(fileName));
	return readBlobs(options, new Map(existing));
}
/** https://docs.github.com/en/rest/git/blobs#get-a-blob: base64, up to 100 MB. */
async function readBlobs({ octokit, owner, repo }, blobs) {
	const files = /* @__PURE__ */ new Map();
	for (const [fileName, sha] of blobs) {
		const { data } = await octokit.rest.git.getBlob({
			owner,
			repo,
			file_sha: sha
		});
		files.set(fileName, Buffer.from(data.content, data.encoding === "base64" ? "base64" : "utf8"));
	}
	return files;
}
/** A commit that no branch shows yet. Returns its id. */
async function writeCommit(options, snapshot, changed) {
	const { octokit, owner, repo, gateName } = options;
	const tree = [];
	for (const [fileName, text] of changed) {
		const content = Buffer.from(text).toString("base64");
		const { data } = await octokit.rest.git.createBlob({
			owner,
			repo,
			content,
			encoding: "base64"
		});
		tree.push({
			path: `${gateName}/v1/${fileName}`,
			mode: "100644",
			type: "blob",
			sha: data.sha
		});
	}
	if (snapshot?.hasReadme !== true) tree.push({
		path: "README.md",
		mode: "100644",
		type: "blob",
		content: README
	});
	const base = snapshot === null ? {} : { base_tree: await treeOf(options, snapshot.commit) };
	const newTree = await octokit.rest.git.createTree({
		owner,
		repo,
		tree,
		...base
	});
	const message = `Record the baseline of ${[...changed.keys()].map((fileName) => fileName.slice(0, -7)).join(", ")}`;
	const parents = snapshot === null ? [] : [snapshot.commit];
	return (await octokit.rest.git.createCommit({
		owner,
		repo,
		message,
		tree: newTree.data.sha,
		parents
	})).data.sha;
}
async function treeOf({ octokit, owner, repo }, commit) {
	return (await octokit.rest.git.getCommit({
		owner,
		repo,
		commit_sha: commit
	})).data.tree.sha;
}
/** The compare-and-set itself. */
async function publish({ octokit, owner, repo, branch }, snapshot, sha) {
	if (snapshot === null) await octokit.rest.git.createRef({
		owner,
		repo,
		ref: `refs/heads/${branch}`,
		sha
	});
	else await octokit.rest.git.updateRef({
		owner,
		repo,
		ref: `heads/${branch}`,
		sha,
		force: false
	});
}
/** 422 "Update is not a fast forward" or "Reference already exists"; 409 when two writers touch the branch at once. */
function isLostRace(error) {
	const status = statusOf(error);
	return status === 422 || status === 409;
}
function explained$1(error) {
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
const README = `# Baselines of perf-gate

perf-gate writes this branch. It holds the load test results that pull requests are compared with:
one folder a gate, one file a service, one line a run, oldest first.

Do not merge this branch and do not edit the files. perf-gate stops when it cannot read one of them.
To forget the baseline of a service, delete its file. To go back, revert a commit.
Protect the branch against deletion and against force pushes.
`;
// src/storage/registry.ts
/** Every kind of store. A new one is a file `<id>-store.ts` and a row here. */
const STORES = [{
	id: "branch",
	defaultLocation: DEFAULT_BASELINE_BRANCH,
	open: (branch, surroundings) => openBranchStore({
		...surroundings,
		branch
	})
}, {
	id: "directory",
	defaultLocation: null,
	open: (directory) => openDirectoryStore(directory)
}];
/**
* The store that an input names: `branch`, `branch:my-baselines` or `directory:path`.
* Throws a UserError that lists the kinds when it names none.
*/
function openStore(text, surroundings) {
	const colon = text.indexOf(":");
	const id = colon === -1 ? text : text.slice(0, colon);
	const kind = STORES.find((store) => store.id === id);
	const location = colon === -1 ? kind?.defaultLocation : text.slice(colon + 1);
	if (kind !== void 0 && location) return kind.open(location, surroundings);
	throw new UserError(`The baseline store "${text}" is not known. Write \`branch\`, \`branch:<name of the branch>\` or \`directory:<path>\`.`);
}
// src/index.ts
/** The branch's newest jobs are all that a comparison uses. */
const JOBS_WANTED = 20;
async function main(env, log) {
	const inputs = readInputs(getInput);
	setSecret(inputs.githubToken);
	const context = readContext(env, await readFile(env.GITHUB_EVENT_PATH ?? "", "utf8"));
	const { owner, name: repo } = context.repository;
	const fetch = await proxyAwareFetch(env);
	const client = createClient({
		token: inputs.githubToken,
		apiUrl: context.apiUrl,
		owner,
		repo,
		fetch
	});
	const job = {
		inputs,
		context,
		client,
		store: openStore(inputs.baselineStore, {
			octokit: client.octokit,
			owner,
			repo,
			gateName: inputs.name
		}),
		log,
		env
	};
	const { event } = context;
	if (event.kind === "pull-request" && inputs.mode !== "record") return await gatePullRequest(job, event);
	if (event.kind === "push" && inputs.mode !== "gate") return await recordPush(job, event);
	throw new UserError(`The mode ${inputs.mode} does not go with the event ${env.GITHUB_EVENT_NAME}. Pull requests are gated; pushes to the default branch are recorded.`);
}
async function gatePullRequest(job, event) {
	const { inputs, client, context } = job;
	const status = {
		context: inputs.name,
		sha: event.headSha,
		targetUrl: context.runUrl
	};
	try {
		return await judgePullRequest(job, event, status);
	} catch (error) {
		const description = `No verdict: ${error instanceof UserError ? error.message : "perf-gate failed, see its log."}`;
		await setStatus(client, {
			...status,
			state: "error",
			description
		}).catch(() => void 0);
		throw error;
	}
}
async function judgePullRequest(job, event, status) {
	const { inputs, client, context, store } = job;
	const policy = await readPolicy(job, event.baseSha);
	const results = await readResults(job, event.headSha, event.action === "labeled" || event.action === "unlabeled");
	const edges = {
		readResults: async () => [results.set],
		loadBaseline: () => explained("read the baseline", () => store.load()),
		readAncestry: async (lookup, { runs }) => {
			if (lookup?.kind !== "found") return null;
			const testedCommit = runs.find((run) => run.testedCommit !== null)?.testedCommit ?? null;
			return await ancestryOf(job, lookup, () => findAnchor(client, {
				base: event.baseRef,
				headSha: event.headSha,
				testedCommit
			}));
		},
		readOverrideFacts: () => explained("read the pull request", () => readOverrideFacts(client, {
			pullRequest: event.number,
			label: policy.override.label,
			ownerIsOrganization: context.repository.ownerIsOrganization,
			withReviews: policy.override.approval === "review",
			readAt: (/* @__PURE__ */ new Date()).toISOString()
		}))
	};
	const report = {
		...reportContext(job, policy),
		generatedFor: "pull-request",
		headSha: event.headSha,
		baseBranch: event.baseRef,
		pullRequest: event.number
	};
	const result = await runGate({
		policy,
		context: report,
		origin: "same-results"
	}, edges);
	const { comment, statusDescription } = result.report;
	await publishResult(job, result, {
		comment: inputs.comment ? {
			pullRequest: event.number,
			body: comment,
			parseMarker
		} : null,
		status: {
			...status,
			state: results.isWaiting ? "pending" : STATUS_STATES[result.verdict.outcome],
			description: statusDescription
		}
	});
	return !result.verdict.blocked;
}
/** Judges what was pushed against the baseline before it, as a free measurement of false alarms, and stores it. Only a failure to store fails the job. */
async function recordPush(job, event) {
	const { context, store, log } = job;
	if (!event.isDefaultBranch) throw new UserError(`Nothing was recorded: ${event.ref} is not the default branch (${context.repository.defaultBranch}). Only its results become baselines.`);
	const policy = await readPolicy(job, event.sha);
	const results = await readResults(job, event.sha, false);
	const edges = {
		readResults: async () => [results.set],
		loadBaseline: () => explained("read the baseline", () => store.load()),
		readAncestry: async (lookup) => lookup?.kind === "found" ? await ancestryOf(job, lookup, async () => ({
			sha: event.sha,
			kind: "merge-base",
			remark: null
		})) : null,
		readOverrideFacts: async () => null
	};
	const report = {
		...reportContext(job, policy),
		generatedFor: "push",
		headSha: event.sha,
		baseBranch: context.repository.defaultBranch
	};
	const result = await runGate({
		policy,
		context: report,
		origin: "same-results"
	}, edges);
	await publishResult(job, result, {
		comment: null,
		status: null
	});
	const records = recordsOf(result.verdict.services, {
		commit: event.sha,
		recordedAt: (/* @__PURE__ */ new Date()).toISOString()
	});
	for (const { path, problem } of result.collected.refusals) log.error(`Not recorded: ${path}: ${problem}`);
	if (records.length === 0) throw new UserError("Nothing was recorded: there is no usable result. The job summary says why.");
	const { added, alreadyStored } = await explained("store the baseline", () => store.append(records));
	log.info(`Recorded ${added} runs at ${event.sha.slice(0, 7)}; ${alreadyStored} were there already.`);
	return result.collected.refusals.length === 0;
}
async function readResults({ inputs, context, client, env }, commit, mayUseOlderRun) {
	const options = {
		defaultService: context.repository.name.toLowerCase(),
		defaultVariant: "candidate",
		defaultCommit: commit
	};
	if (inputs.results !== null) return {
		set: {
			files: await readFolder(join(env.GITHUB_WORKSPACE ?? "", inputs.results)),
			refusals: [],
			options
		},
		isWaiting: false
	};
	const query = {
		workflow: inputs.loadTestWorkflow ?? context.workflowFile,
		headSha: commit,
		pattern: inputs.artifacts,
		currentRunId: context.workflowRunId,
		runAttempt: context.runAttempt,
		mayUseOlderRun
	};
	const { isWaiting, ...found } = await explained("read the artifacts", () => readEventResults(client, query, readArtifactZip));
	return {
		set: {
			...found,
			options
		},
		isWaiting
	};
}
async function ancestryOf({ client }, { services }, find) {
	const stored = new Set([...services.values()].flat().map(({ commit }) => commit));
	const wanted = Math.min(stored.size, JOBS_WANTED);
	return await explained("find the commit to compare with", async () => {
		const { sha } = await find();
		return await readAncestry(client, sha, (commits) => commits.filter((commit) => stored.has(commit)).length >= wanted);
	});
}
async function readPolicy({ inputs, client }, sha) {
	const settings = {
		maxRegression: inputs.maxRegression ?? void 0,
		overrideLabel: inputs.overrideLabel ?? void 0
	};
	const found = await explained("read the policy file", () => readPolicySource(client, inputs.policy, sha));
	if (found === null) return defaultPolicy(settings);
	const { parsePolicy } = await import("./chunks/policy-file.js");
	return parsePolicy(found.text, found.source, settings);
}
function reportContext({ inputs, context, env }, policy) {
	const action = env.GITHUB_ACTION_REPOSITORY;
	return {
		gateName: inputs.name,
		repository: `${context.repository.owner}/${context.repository.name}`,
		pullRequest: null,
		runUrl: context.runUrl,
		runId: context.workflowRunId,
		policySource: policy.source,
		overrideLabel: policy.override.label,
		actionReference: action === void 0 || action === "" ? null : `${action}@${env.GITHUB_ACTION_REF ?? ""}`
	};
}
const STATUS_STATES = {
	pass: "success",
	warn: "success",
	"no-baseline": "success",
	overridden: "success",
	fail: "failure",
	invalid: "error"
};
async function publishResult({ inputs, client, env, log }, { verdict, report }, places) {
	const folder = join(env.RUNNER_TEMP ?? "", `perf-gate-${inputs.name}`);
	const [json, markdown] = [join(folder, "report.json"), join(folder, "report.md")];
	await mkdir(folder, { recursive: true });
	await writeFile$1(json, `${JSON.stringify(reportJson(verdict), null, 2)}\n`);
	const summary$1 = report.markdown;
	await writeFile$1(markdown, summary$1);
	const outputs = /* @__PURE__ */ new Map([
		["outcome", verdict.outcome],
		["blocked", String(verdict.blocked)],
		["report-json", json],
		["report-markdown", markdown],
		["detectable-change", detectableChange(verdict)]
	]);
	const files = {
		setOutput,
		writeSummary: async (text) => {
			await summary.addRaw(text).write();
		}
	};
	const warnings = await publish$1(client, inputs.githubToken, {
		outputs,
		summary: summary$1,
		shortSummary: report.comment,
		...places
	}, files);
	for (const warning of warnings) log.warning(warning);
	if (verdict.blocked) log.error(report.title);
	else log.info(report.title);
}
/** The largest of the smallest slowdowns that would have been proven, over the primary series; empty when nothing was compared. */
function detectableChange({ services }) {
	const ratios = services.flatMap(({ comparisons }) => comparisons).flatMap(({ role, estimate }) => role === "primary" && estimate !== null ? [estimate.detectableRatio] : []);
	return ratios.length === 0 ? "" : Math.max(...ratios).toFixed(4);
}
/** Runs a call to GitHub, and says which permission is missing where that is why it failed. */
async function explained(operation, call) {
	try {
		return await call();
	} catch (error) {
		const problem = permissionProblem(error, operation);
		throw problem === null ? error : new UserError(problem, { cause: error });
	}
}
const log = createLog();
try {
	if (!await main(process.env, log)) process.exitCode = 1;
} catch (error) {
	process.exitCode = 1;
	log.error(error instanceof UserError ? error.message : `perf-gate failed: ${error instanceof Error ? error.stack ?? error.message : String(error)}`);
}
export {};
