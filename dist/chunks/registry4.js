import { Ct as code, Ft as text, xt as UserError } from "./both.js";
import { t as StackTable } from "./stack-table.js";
import { Bn as objects, Ln as isObject, Rn as levelsOfJson, Vn as textOr, zn as numberOr } from "./compare.js";
// src/profiles/readers/callgrind.ts
/** `fn=(12) name` gives number 12 a name, and `fn=(12)` refers to it later. */
const POSITION = /^(c?)(ob|fl|fi|fe|fn)=(?:\((\d{1,9})\))?\s*(.*)$/;
/** The first number of a line of costs is the line in the source; `+3`, `-2` and `*` are relative to the line before. */
const COST = /^(?:0x[0-9a-f]+|[+-]?\d+|\*)(?: (?:0x[0-9a-f]+|[+-]?\d+|\*))* *$/i;
/** https://valgrind.org/docs/manual/cl-format.html. It counts the instructions of each function itself, exactly, so two runs are equal. */
const callgrind = {
	id: "callgrind",
	title: "a profile of callgrind",
	recognizes({ text }) {
		const start = text.slice(0, 4096);
		return /^# callgrind format/.test(start) || /^creator: callgrind/m.test(start);
	},
	parse({ text }) {
		const table = new StackTable();
		const names = /* @__PURE__ */ new Map();
		let place = {
			library: "",
			name: ""
		};
		let [positions, event, skipNext, total] = [
			1,
			0,
			false,
			0
		];
		for (const line of text.split(/\r?\n/)) if (skipNext) skipNext = false;
		else if (line.startsWith("positions:")) positions = line.split(":")[1]?.trim().split(/\s+/).length ?? 1;
		else if (line.startsWith("events:")) event = indexOfInstructions(line);
		else if (line.startsWith("calls=")) skipNext = true;
		else if (COST.test(line)) {
			const cost = Number(line.trim().split(" ")[positions + event] ?? 0);
			if (place.name === "") throw new UserError("The profile has costs before the first function. Its start is missing.");
			table.add([table.frame({
				name: place.name,
				library: place.library
			})], cost);
			total += cost;
		} else place = moved(line, place, names);
		requireWhole(text, total, event);
		return {
			format: "callgrind",
			tool: "callgrind",
			counted: "instructions",
			unit: "instructions",
			nature: "exact",
			language: "native",
			samples: null,
			hasCallers: false,
			...table.finish()
		};
	}
};
function indexOfInstructions(line) {
	const index = line.slice(7).trim().split(/\s+/).indexOf("Ir");
	if (index >= 0) return index;
	throw new UserError("The profile does not count instructions (Ir). Record it with valgrind --tool=callgrind and no --dump-instr.");
}
function moved(line, place, names) {
	const [, called, kind = "", id, text = ""] = POSITION.exec(line) ?? [];
	if (kind === "") return place;
	const key = `${kind === "ob" || kind === "fn" ? kind : "fl"} ${id ?? ""}`;
	if (id !== void 0 && text !== "") names.set(key, text);
	const name = text === "" ? names.get(key) ?? "[unknown]" : text;
	if (called !== "") return place;
	if (kind === "ob") return {
		...place,
		library: name
	};
	return kind === "fn" ? {
		...place,
		name
	} : place;
}
/** The sum is at the end, so a file that was cut has no sum. A file with several dumps (--combine-dumps=yes) has one sum per dump. */
function requireWhole(text, total, event) {
	const sums = [...text.matchAll(/^totals: *(.*)$/gm)].map(([, sum = ""]) => Number(sum.split(/ +/)[event]));
	const said = sums.length === 0 ? null : sums.reduce((all, sum) => all + sum, 0);
	if (said !== total) throw new UserError(`The functions of the profile add up to ${total} instructions, and its own sum is ${said ?? "missing"}. The file is cut or damaged.`);
}
// src/profiles/language-of.ts
/**
* At least this share of the functions must look like the language, because every program also has functions in the language of
* its runtime.
*/
const LEAST_SHARE = .3;
const FILES = [
	["go", /\.go$/],
	["rust", /\.rs$/],
	["javascript", /\.[cm]?[jt]sx?$|^node:/],
	["python", /\.py$/]
];
/** The language of a profile that does not state it: from the files of its functions, otherwise from their names. */
function languageOf(frames) {
	const isMost = (matches) => frames.filter(matches).length > LEAST_SHARE * Math.max(1, frames.length);
	for (const [language, pattern] of FILES) if (isMost(({ file }) => pattern.test(file ?? ""))) return language;
	if (frames.some(({ name }) => /^runtime\.(?:goexit|main|mcall|mstart|systemstack)\b/.test(name))) return "go";
	if (frames.some(({ name }) => /::h[0-9a-f]{16}$|^<[^<>]{1,200} as [^<>]{1,200}>::|^(?:core|std)::(?:ops|rt)::/.test(name))) return "rust";
	if (frames.some(({ name }) => /^(?:JavaThread|JavaCalls|CompileBroker)::|^java[./]lang[./]/.test(name))) return "java";
	if (isMost(({ name }) => /^(?:[\w$]+[./]){2,}[\w$<>]+/.test(name))) return "java";
	return "native";
}
// src/profiles/readers/collapsed.ts
/** `outer;inner 12`. py-spy leaves the stack empty if it saw none. heaptrack writes another `;` before the weight. */
const LINE = /^(.*?)(;?) (\d{1,15}(?:\.\d{1,9})?)$/;
/** How many lines are read to recognise the format. */
const LOOKED_AT = 50;
/** 512 functions with the longest of names. */
const MAX_LINE_CHARACTERS = 2e6;
/** How many lines are read to recognise the tool by the names of functions. */
const LOOKED_AT_FOR_TOOL = 2e3;
const LOOKED_AT_CHARACTERS = 262144;
/**
* One stack per line: https://github.com/brendangregg/FlameGraph#2-fold-stacks. Written by py-spy, async-profiler, `jfrconv`,
* heaptrack, `stackcollapse-perf.pl` and many more. The file does not name the tool, but the tools write the names of functions
* differently.
*/
const collapsed = {
	id: "collapsed",
	title: "collapsed stacks",
	recognizes({ text }) {
		const lines = text.slice(0, 1048576).split(/\r?\n/, 51);
		const whole = (lines.length > LOOKED_AT ? lines.slice(0, LOOKED_AT) : lines).filter((line) => line.trim() !== "" && !isRemark(line));
		return whole.length > 0 && whole.every((line) => LINE.test(line)) && whole.some((line) => line.includes(";"));
	},
	parse({ text }) {
		const lines = text.split(/\r?\n/);
		const start = lines.slice(0, LOOKED_AT_FOR_TOOL).join("\n").slice(0, LOOKED_AT_CHARACTERS);
		const isHeaptrack = /; \d+$/m.test(start);
		const python = PYTHON.find(({ frame }) => frame.test(start));
		const table = new StackTable();
		const frameOf = python?.frameOf ?? plainFrame;
		const scale = python?.nsOfWeight ?? 1;
		let [samples, empty] = [0, 0];
		for (const [index, line] of lines.entries()) {
			if (line.trim() === "" || isRemark(line)) continue;
			const [, stack, , weightText] = line.length > MAX_LINE_CHARACTERS ? [] : LINE.exec(line) ?? [];
			if (stack === void 0) throw notAStack(index, line);
			const weight = Number(weightText);
			const count = scale === 1 ? weight : 1;
			samples += count;
			const names = stack.replace(THREADS, "");
			if (names === "") empty += count;
			else table.add(names.split(";").map((name) => table.frame(frameOf(name))), weight * scale);
		}
		const finished = table.finish(...empty === 0 ? [] : [withoutStack(empty)], ...python?.note === void 0 ? [] : [python.note]);
		const language = isHeaptrack ? "native" : python === void 0 ? languageOf(finished.frames) : "python";
		return {
			format: "collapsed",
			tool: isHeaptrack ? "heaptrack" : python?.tool ?? (language === "java" ? "async-profiler" : "collapsed stacks"),
			counted: isHeaptrack ? "heap-cost" : python === void 0 ? "cpu-time" : "wall-time",
			unit: isHeaptrack ? "events" : scale === 1 ? "samples" : "ns",
			nature: isHeaptrack ? "exact" : "sampled",
			language,
			samples: isHeaptrack ? null : samples,
			hasCallers: true,
			...finished
		};
	}
};
function plainFrame(name) {
	return {
		name,
		file: null
	};
}
/**
* How profilers of Python write a frame. The line is the running line, not the start of the function. If it were kept, one
* function would become many.
*/
const PYTHON = [
	{
		tool: "py-spy",
		frame: /(?:^|;)[^;]+ \([^;()]+\.py(?::\d+)?\)/m,
		frameOf: nameAndFile
	},
	{
		tool: "austin",
		frame: /^P\d+;T[^;]+;.*\.py:[^;:]+:\d+/m,
		frameOf: fileAndName,
		nsOfWeight: 1e3
	},
	{
		tool: "profiling.sampling",
		frame: /(?:^|;)[^;:]+\.py:[^;:]+:\d+/m,
		frameOf: fileAndName,
		note: text`The file has no folders, so what libraries take may count for themselves: name your own code in ${code("profiles: { own: [...] }")}.`
	}
];
/** The thread and the process before a stack. Their numbers differ in each run. */
const THREADS = /^(?:tid:\d+(?:;|$)|P\d+;T[0-9a-fA-F:]+(?:;|$))/;
/** `marshal_any (service.py:46)` */
function nameAndFile(text) {
	const [, name = text, file = null] = /^(.+) \((.+?)(?::\d+)?\)$/.exec(text) ?? [];
	return {
		name,
		file
	};
}
/** `service.py:marshal_any:46` */
function fileAndName(text) {
	const [, file = null, name = text] = /^(.+\.py):(.+?)(?::\d+)?$/.exec(text) ?? [];
	return {
		name,
		file
	};
}
/** austin writes its settings around the stacks: `# mode: wall`. */
function isRemark(line) {
	return /^# [a-z_]+: /.test(line);
}
function notAStack(index, line) {
	return new UserError(`Line ${index + 1} is no stack with a weight at its end: ${JSON.stringify(line.slice(0, 60))}. Is the file cut? Write it again.`);
}
function withoutStack(samples) {
	return text`${samples} samples have no stack: they were left out.`;
}
// src/profiles/json.ts
/**
* JSON.parse fails at some thousand levels, after it has used much of the stack. V8 nests its heap profile by call, so honest
* files are deep too.
*/
const MAX_LEVELS = 4e3;
/** V8 writes a few megabytes per minute. Small values take twenty times their size in memory. */
const MAX_CHARACTERS = 16777216;
/** The JSON object of a profile. Throws a UserError if the text is not a JSON object, or nested deeper than any honest file. */
function parseObject(text) {
	if (text.length > MAX_CHARACTERS) throw new UserError(`The profile is JSON of more than ${MAX_CHARACTERS / 1024 / 1024} MiB. Record for a shorter time.`);
	if (levelsOfJson(text) > MAX_LEVELS) throw new UserError(`The JSON is nested more than ${MAX_LEVELS} levels deep, which no honest profile is.`);
	try {
		const value = JSON.parse(text);
		if (isObject(value)) return value;
	} catch {
		throw new UserError("The profile is not valid JSON: it is cut or damaged. The profiler writes it when the program ends in order.");
	}
	throw new UserError("The profile is JSON, but not an object.");
}
// src/profiles/readers/cpuprofile.ts
/**
* Entries that V8 writes like functions and that are not a part of the program:
* https://chromedevtools.github.io/devtools-protocol/tot/Profiler/
*/
const NOT_THE_PROGRAM = /* @__PURE__ */ new Set([
	"(idle)",
	"(program)",
	"(root)"
]);
/**
* The limit for steps from samples to their callers, over all nodes. Real profiles take some ten thousand steps; a chain of a
* hundred thousand nodes would take minutes.
*/
const MAX_STEPS = 5e6;
/** Microseconds to nanoseconds. */
const NS_PER_US = 1e3;
/**
* What `node --cpu-prof` and Chrome write. The time between two samples is wall time. It is long when the machine did something
* else, so it counts as at most twice the usual time.
*/
const cpuprofile = {
	id: "cpuprofile",
	title: "a CPU profile of V8 (.cpuprofile)",
	recognizes({ text }) {
		return /^\s*\{/.test(text) && text.includes("\"callFrame\"") && text.includes("\"timeDeltas\"");
	},
	parse({ text }) {
		const root = parseObject(text);
		const nodes = new Map(objects(root.nodes).map((node) => [numberOr(node.id, -1), node]));
		const ids = list$1(root.samples);
		const deltas = list$1(root.timeDeltas);
		if (nodes.size === 0 || ids.length === 0 || ids.length !== deltas.length) throw new UserError(`The profile has ${nodes.size} nodes, ${ids.length} samples and ${deltas.length} times between them, which do not fit together. Record it again.`);
		const table = new StackTable();
		const parents = parentsOf(nodes);
		const weights = weightsOf(ids, deltas);
		const frames = framesOf(nodes, table);
		const limit = { steps: MAX_STEPS };
		for (const [id, weight] of weights) {
			const node = nodes.get(id);
			if (node === void 0) throw new UserError(`A sample is of node ${id}, which the profile does not have.`);
			if (NOT_THE_PROGRAM.has(nameOf(node))) continue;
			addByLine(node, stackOf(id, nodes, parents, limit).flatMap((one) => frames.get(one) ?? []), weight, table);
		}
		return {
			format: "cpuprofile",
			tool: "V8 CPU profiler",
			counted: "cpu-time",
			unit: "ns",
			nature: "sampled",
			language: "javascript",
			samples: ids.length,
			hasCallers: true,
			...table.finish()
		};
	}
};
function list$1(value) {
	return Array.isArray(value) ? value.map((one) => numberOr(one, 0)) : [];
}
/** A node that is its own ancestor would be followed without end. */
function parentsOf(nodes) {
	const parents = /* @__PURE__ */ new Map();
	for (const [id, node] of nodes) for (const child of list$1(node.children)) {
		if (parents.has(child)) throw new UserError(`Node ${child} of the profile has two callers. The file is damaged.`);
		parents.set(child, id);
	}
	return parents;
}
/** The position of each node in the table. The root is not a function. */
function framesOf(nodes, table) {
	const functions = [...nodes].filter(([, node]) => nameOf(node) !== "(root)");
	return new Map(functions.map(([id, node]) => [id, table.frame(frameOf$1(node))]));
}
/** The ids of a node and its callers, the outermost first. */
function stackOf(id, nodes, parents, limit) {
	const stack = [];
	for (let at = id; at !== void 0; at = parents.get(at)) {
		if (stack.length > nodes.size) throw new UserError(`The callers of node ${id} go round in a circle. The file is damaged.`);
		limit.steps -= 1;
		if (limit.steps < 0) throw new UserError("The stacks of the profile are deeper than any honest ones.");
		stack.push(at);
	}
	return stack.reverse();
}
function weightsOf(ids, deltas) {
	const positive = deltas.filter((delta) => delta > 0).sort((left, right) => left - right);
	const longest = 2 * (positive[Math.floor(positive.length / 2)] ?? 1);
	const weights = /* @__PURE__ */ new Map();
	for (const [index, id] of ids.entries()) {
		const delta = Math.min(Math.max(deltas[index] ?? 0, 0), longest);
		weights.set(id, (weights.get(id) ?? 0) + delta * NS_PER_US);
	}
	return weights;
}
/** Adds the samples of a node by line. V8 writes which lines were running, including those of inlined functions. */
function addByLine(node, stack, weight, table) {
	const ticks = objects(node.positionTicks).map(({ line, ticks: count }) => ({
		line: numberOr(line, 0),
		count: Math.max(0, numberOr(count, 0))
	}));
	const all = ticks.reduce((sum, { count }) => sum + count, 0);
	if (all === 0) table.add(stack, weight);
	else for (const { line, count } of ticks) table.add(stack, weight * count / all, line);
}
function nameOf(node) {
	return isObject(node.callFrame) ? textOr(node.callFrame.functionName, "") : "";
}
function frameOf$1(node) {
	const frame = isObject(node.callFrame) ? node.callFrame : {};
	const file = textOr(frame.url, "");
	const line = numberOr(frame.lineNumber, -1);
	return {
		name: nameOf(node),
		file: file === "" ? null : file,
		line: line < 0 ? null : line + 1
	};
}
// src/profiles/readers/firefox-profile.ts
/**
* The format of the Firefox Profiler, as samply and Firefox write it:
* https://github.com/firefox-devtools/profiler/blob/main/docs-developer/processed-profile-format.md. Threads are added up. Newer
* versions keep the tables once for all threads, in `shared`. Files without names of functions are refused elsewhere.
*/
const firefoxProfile = {
	id: "firefox-profile",
	title: "a profile for the Firefox Profiler",
	recognizes({ text }) {
		const start = text.slice(0, 65536);
		return /^\s*\{/.test(text) && start.includes("\"preprocessedProfileVersion\"") && !/"symbolicated": ?false/.test(start);
	},
	parse({ text }) {
		const root = parseObject(text);
		const meta = isObject(root.meta) ? root.meta : {};
		const table = new StackTable();
		let samples = 0;
		for (const thread of objects(root.threads)) samples += addThread({
			...isObject(root.shared) ? root.shared : {},
			...thread
		}, objects(root.libs), table);
		const finished = table.finish();
		return {
			format: "firefox-profile",
			tool: textOr(meta.product, "").startsWith("Firefox") ? "Firefox" : "samply",
			counted: "wall-time",
			unit: "samples",
			nature: "sampled",
			language: languageOf(finished.frames),
			samples,
			hasCallers: true,
			...finished
		};
	}
};
/** The table cuts deeper stacks and keeps their inner ends. Without a limit here, a long chain would take very long. */
const MAX_DEPTH = 1e3;
/** Returns how many samples there are. */
function addThread(thread, libraries, table) {
	const [stackTable, frameTable, samples] = [
		thread.stackTable,
		thread.frameTable,
		thread.samples
	].map(columns);
	const frameOf = frameReader$1(thread, libraries, table);
	const prefixes = list(stackTable?.prefix);
	const frames = list(stackTable?.frame);
	const functions = list(frameTable?.func);
	const weights = list(samples?.weight);
	const weightOf = /* @__PURE__ */ new Map();
	for (const [index, position] of list(samples?.stack).entries()) {
		if (typeof position !== "number") continue;
		weightOf.set(position, (weightOf.get(position) ?? 0) + Math.max(0, numberOr(weights[index], 1)));
	}
	let count = 0;
	for (const [position, weight] of weightOf) {
		const innermostFirst = [];
		for (let at = position; typeof at === "number" && innermostFirst.length < MAX_DEPTH; at = prefixes[at]) {
			const prefix = prefixes[at];
			if (!Number.isInteger(at) || !(at in frames) || typeof prefix === "number" && prefix >= at) throw damaged();
			innermostFirst.push(frameOf(numberOr(functions[numberOr(frames[at], -1)], -1)));
		}
		count += weight;
		table.add(innermostFirst.reverse(), weight);
	}
	return count;
}
function frameReader$1(thread, libraries, table) {
	const [functions, resources] = [thread.funcTable, thread.resourceTable].map(columns);
	const strings = list(thread.stringArray);
	const [names, files, owners] = [
		list(functions?.name),
		list(functions?.fileName),
		list(functions?.resource)
	];
	const libraryOf = list(resources?.lib);
	const text = (index) => typeof index === "number" ? textOr(strings[index], "") : "";
	const known = /* @__PURE__ */ new Map();
	return (index) => {
		const before = known.get(index);
		if (before !== void 0) return before;
		if (!(index in names)) throw damaged();
		const library = libraries[numberOr(libraryOf[numberOr(owners[index], -1)], -1)];
		const frame = table.frame({
			name: text(names[index]) || "[unknown]",
			file: text(files[index]) || null,
			library: library === void 0 ? null : textOr(library.name, "")
		});
		known.set(index, frame);
		return frame;
	};
}
function columns(value) {
	return isObject(value) ? value : {};
}
function list(value) {
	return Array.isArray(value) ? value : [];
}
function damaged() {
	return new UserError("A sample is of a stack or a function that the profile does not have. The file is damaged.");
}
// src/profiles/readers/gprof.ts
/** ` 27.29      1.22     1.22    75000     0.00     0.00  name`: without calls where the function was not instrumented. */
const ROW$1 = /^ *\d+\.\d+ +\d+\.\d+ +(\d+\.\d+)(?: +\d+ +\d+\.\d+ +\d+\.\d+)? +(\S.*)$/;
const NS_PER_S = 1e9;
const NOT_COMPARED$3 = text`gprof gives the time of functions that the compiler split or cloned to their neighbours. It is shown and not compared: record with perf or callgrind.`;
/** The flat table: https://sourceware.org/binutils/docs/gprof/Flat-Profile.html */
const gprof = {
	id: "gprof",
	title: "the text of gprof",
	recognizes({ text }) {
		const start = text.slice(0, 4096);
		return /^Flat profile:/m.test(start) && /Each sample counts as [\d.e-]+ seconds/.test(start);
	},
	parse({ text }) {
		const table = new StackTable();
		const secondsPerSample = Number(/Each sample counts as ([\d.e-]+) seconds/.exec(text)?.[1] ?? .01);
		let seconds = 0;
		const rows = text.slice(text.indexOf("Flat profile:")).split(/\r?\n/);
		const end = rows.findIndex((row) => /^ ?%\s+the percentage of the total|^\f|Call graph/.test(row));
		for (const row of rows.slice(0, end === -1 ? rows.length : end)) {
			const [, self, name] = ROW$1.exec(row) ?? [];
			if (name === void 0) continue;
			seconds += Number(self);
			table.add([table.frame({ name })], Number(self) * NS_PER_S);
		}
		return {
			format: "gprof",
			tool: "gprof",
			counted: "cpu-time",
			unit: "ns",
			nature: "shown",
			language: "native",
			samples: Math.round(seconds / secondsPerSample),
			hasCallers: false,
			...table.finish(NOT_COMPARED$3)
		};
	}
};
// src/profiles/readers/heapprofile.ts
const NOT_COMPARED$2 = text`V8 inlines different functions in each run and counts their memory for their callers. It is shown and not compared.`;
/**
* What `node --heap-prof` writes: the bytes that are still live, sampled at every 512 KiB that are allocated. On 55 to 70 % of
* recorded pairs, the test for profiles of time named other functions than the one that changed.
*/
const heapprofile = {
	id: "heapprofile",
	title: "a heap profile of V8 (.heapprofile)",
	recognizes({ text }) {
		return /^\s*\{\s*"head"\s*:/.test(text) && text.includes("\"selfSize\"");
	},
	parse({ text }) {
		const root = parseObject(text);
		const table = new StackTable();
		const open = isObject(root.head) ? [{
			node: root.head,
			callers: []
		}] : [];
		for (let next = open.pop(); next !== void 0; next = open.pop()) {
			const { node, callers } = next;
			const frame = isObject(node.callFrame) ? node.callFrame : {};
			const name = textOr(frame.functionName, "");
			const file = textOr(frame.url, "");
			const own = name === "(root)" ? callers : [...callers, table.frame({
				name,
				file: file === "" ? null : file
			})];
			table.add(own, Math.max(0, numberOr(node.selfSize, 0)));
			open.push(...objects(node.children).map((child) => ({
				node: child,
				callers: own
			})));
		}
		return {
			format: "heapprofile",
			tool: "V8 heap profiler",
			counted: "live-bytes",
			unit: "bytes",
			nature: "shown",
			language: "javascript",
			samples: Array.isArray(root.samples) ? root.samples.length : null,
			hasCallers: true,
			...table.finish(NOT_COMPARED$2)
		};
	}
};
// src/profiles/readers/heaptrack-text.ts
const SECTION = /^MOST CALLS TO ALLOCATION FUNCTIONS$/m;
const NEXT_SECTION = /^(?:PEAK MEMORY CONSUMERS|MEMORY LEAKS|MOST TEMPORARY ALLOCATIONS|total runtime: )/m;
/** `heaptrack_print`: who called the allocation functions most. Exact for a program of one thread, and the names are short. */
const heaptrackText = {
	id: "heaptrack-text",
	title: "the text of heaptrack_print",
	recognizes({ text }) {
		return /^reading file "|^Debuggee command was: /m.test(text.slice(0, 4096)) && SECTION.test(text);
	},
	parse({ text }) {
		const table = new StackTable();
		const section = text.split(SECTION)[1]?.split(NEXT_SECTION, 1)[0] ?? "";
		for (const block of section.split(/\r?\n\r?\n/)) {
			const lines = block.trim().split(/\r?\n/);
			const calls = /^(\d{1,15}) calls to allocation functions/.exec(lines[0] ?? "")?.[1];
			const name = lines[1]?.trim();
			if (calls !== void 0 && name !== void 0) table.add([table.frame({ name })], Number(calls));
		}
		return {
			format: "heaptrack-text",
			tool: "heaptrack",
			counted: "allocations",
			unit: "allocations",
			nature: "exact",
			language: "native",
			samples: null,
			hasCallers: false,
			...table.finish()
		};
	}
};
// src/profiles/readers/instruments.ts
const TIME = {
	counted: "cpu-time",
	unit: "ns",
	nature: "sampled"
};
/** The text does not say how many cycles a sample stands for, so noise cannot be told from a change. */
const CYCLES = {
	counted: "cpu-time",
	unit: "events",
	nature: "shown"
};
const BYTES = {
	counted: "allocated-bytes",
	unit: "bytes",
	nature: "shown"
};
/** The units of the numbers. Instruments writes at most three digits and a larger unit, and counts 1,024 bytes as a KB. */
const UNITS = /* @__PURE__ */ new Map([
	["ns", [1, TIME]],
	["µs", [1e3, TIME]],
	["ms", [1e6, TIME]],
	["s", [1e9, TIME]],
	["min", [6e10, TIME]],
	["cycles", [1, CYCLES]],
	["Kc", [1e3, CYCLES]],
	["Mc", [1e6, CYCLES]],
	["Gc", [1e9, CYCLES]],
	["Bytes", [1, BYTES]],
	["KB", [1024, BYTES]],
	["MB", [1024 ** 2, BYTES]],
	["GB", [1024 ** 3, BYTES]]
]);
/** Time Profiler takes one sample per millisecond. */
const NS_PER_SAMPLE = 1e6;
/** `846.00 ms`, `4273.0ms   99.9%`, `429.93 MB     100.0%`, `0`. They may be separated by spaces as wide as a digit. */
const QUANTITY = /^\s*(\d{1,15}(?:\.\d{1,6})?)\s*(\p{L}*)(?:\s+\d+(?:\.\d+)?\s*%)?\s*$/u;
/**
* The call tree of Instruments as *Edit, Deep Copy* puts it on the clipboard: a table with tabs, in which the name is indented by
* one space per level. https://help.apple.com/instruments/mac/current/
*/
const instruments = {
	id: "instruments",
	title: "a deep copy of Instruments",
	recognizes({ text }) {
		const titles = titlesOf(text);
		return titles.some(isName) && titles.some(isWhole);
	},
	parse({ text }) {
		const titles = titlesOf(text);
		const [name, whole, self] = [
			isName,
			isWhole,
			isSelf
		].map((is) => titles.findIndex(is));
		const unit = /\((\p{L}+)\)/u.exec(titles[self ?? -1] ?? "")?.[1] ?? "";
		const rows = [];
		let kind = TIME;
		for (const [index, line] of text.split(/\r?\n/).entries()) {
			if (index === 0 || line.trim() === "") continue;
			const cells = line.split("	");
			const indented = cells[name ?? -1] ?? "";
			const total = quantity(cells[whole ?? -1], "", index);
			const own = self === -1 ? null : quantity(cells[self ?? -1], unit, index);
			if (total.kind !== null) kind = total.kind;
			const title = indented.trim().replace(/ \(\d+\)$/, "");
			rows.push({
				depth: indented.length - indented.trimStart().length,
				title,
				total: total.value,
				own: own?.value ?? null
			});
		}
		const table = new StackTable();
		addRows(rows, table);
		const finished = table.finish();
		const all = finished.stacks.reduce((sum, { weight }) => sum + weight, 0);
		return {
			format: "instruments",
			tool: "Instruments",
			...kind,
			language: languageOf(finished.frames),
			samples: kind.nature === "sampled" ? Math.round(all / NS_PER_SAMPLE) : null,
			hasCallers: true,
			...finished
		};
	}
};
function titlesOf(text) {
	const [first = ""] = text.slice(0, 1e3).split(/\r?\n/, 1);
	return first.split("	").map((title) => title.trim());
}
function isName(title) {
	return /^Symbol Names?$/.test(title);
}
function isWhole(title) {
	return /^(?:Weight|Running Time|Bytes Used)$/.test(title);
}
function isSelf(title) {
	return /^Self (?:Weight|\(\p{L}+\))$/u.test(title);
}
function quantity(cell, unitOfTitle, index) {
	if (cell?.trim() === "-") return {
		value: 0,
		kind: null
	};
	const [, number, unit = ""] = QUANTITY.exec(cell ?? "") ?? [];
	const found = UNITS.get(unit === "" ? unitOfTitle : unit);
	if (number !== void 0 && found !== void 0) return {
		value: Number(number) * found[0],
		kind: found[1]
	};
	if (Number(number) === 0) return {
		value: 0,
		kind: null
	};
	throw new UserError(`Line ${index + 1} has ${JSON.stringify((cell ?? "nothing").trim().slice(0, 40))} where a time, cycles or bytes belong. Copy the call tree again, with a system language that writes 4.93 s.`);
}
/** The own weight of a row without a number is its total minus the totals of its direct children. */
function addRows(rows, table) {
	const path = [];
	const close = (depth) => {
		while ((path.at(-1)?.depth ?? -1) >= depth) {
			const own = path.at(-1)?.own ?? 0;
			table.add(path.map(({ frame }) => frame), Math.max(0, own));
			path.pop();
		}
	};
	for (const { depth, title, total, own } of rows) {
		close(depth);
		const caller = path.at(-1);
		if (own === null && caller !== void 0) caller.own -= total;
		const frame = table.frame({ name: title === "<Unknown Address>" ? "[unknown]" : title });
		path.push({
			depth,
			frame,
			own: own ?? total
		});
	}
	close(0);
}
// src/profiles/readers/massif.ts
/** ` n1: 248000 0x1091D7: fillCache(int) (mem.cpp:6)`: indented by its depth, with its children below. */
const NODE = /^( *)n(\d+): (\d{1,15}) (.*)$/;
/** https://valgrind.org/docs/manual/ms-manual.html. The heap at its peak, by who allocated it; equal in two runs. */
const massif = {
	id: "massif",
	title: "a heap profile of massif",
	recognizes({ text }) {
		const start = text.slice(0, 4096);
		return /^desc:/.test(start) && /^mem_heap_B=\d+/m.test(start);
	},
	parse({ text }) {
		const tree = text.split(/^heap_tree=peak$/m)[1];
		if (tree === void 0) throw new UserError("The profile has no peak. It is cut, or the program allocated nothing. Run the program to its end.");
		const table = new StackTable();
		const path = [];
		const close = (depth) => {
			while (path.length > depth) {
				const { weight, inside, missing } = path.at(-1) ?? {
					weight: 0,
					inside: 0,
					missing: 0
				};
				if (missing !== 0) throw new UserError("The tree of the peak has fewer callers than it states: the file is cut or damaged.");
				const stack = path.slice(1).map(({ frame }) => frame);
				table.add(stack.reverse(), Math.max(0, weight - inside));
				path.pop();
			}
		};
		for (const line of tree.split(/\r?\n/)) {
			const [, indent, children, bytes, what = ""] = NODE.exec(line) ?? [];
			if (indent === void 0) {
				if (line.startsWith("#")) break;
				continue;
			}
			close(indent.length);
			const parent = path.at(-1);
			if (parent !== void 0) {
				parent.inside += Number(bytes);
				parent.missing -= 1;
			}
			path.push({
				frame: table.frame(readWhat$1(what)),
				weight: Number(bytes),
				inside: 0,
				missing: Number(children)
			});
		}
		close(0);
		return {
			format: "massif",
			tool: "massif",
			counted: "peak-bytes",
			unit: "bytes",
			nature: "exact",
			language: "native",
			samples: null,
			hasCallers: true,
			...table.finish()
		};
	}
};
function readWhat$1(what) {
	const text = what.replace(/^0x[0-9A-F]+: /, "");
	const at = text.lastIndexOf(" (");
	if (what === text || at < 0) return {
		name: "[below the threshold of massif]",
		file: null,
		library: null
	};
	const place = text.slice(at + 2).replace(/\)$/, "");
	const name = text.slice(0, at).replace(/^\?\?\?$/, "[unknown]");
	return place.startsWith("in ") ? {
		name,
		file: null,
		library: place.slice(3)
	} : {
		name,
		file: place.replace(/:\d+$/, ""),
		library: null
	};
}
// src/profiles/readers/memcheck.ts
/** An opening or closing tag, or text. The protocol has no attributes, no CDATA and no comments: anything else is refused. */
const TOKEN = /<(\/?)([a-z_]+)>|<([^>]{0,40})|([^<]+)/gi;
const ENTITIES = {
	lt: "<",
	gt: ">",
	amp: "&",
	quot: "\"",
	apos: "'"
};
/** https://sourceware.org/git/?p=valgrind.git;a=blob;f=docs/internals/xml-output-protocol4.txt. Bytes that were lost, by who allocated them. */
const memcheck = {
	id: "memcheck",
	title: "the XML of memcheck",
	recognizes({ text }) {
		const start = text.slice(0, 4096);
		return start.includes("<valgrindoutput>") && start.includes("<protocoltool>memcheck</protocoltool>");
	},
	parse({ text }) {
		if (!/<\/valgrindoutput>\s*$/.test(text)) throw new UserError("The XML has no end: the program was killed before memcheck could write it. Let the program end.");
		const leaks = leaksOf(text);
		const table = new StackTable();
		for (const { kind, bytes, functions } of leaks.filter((leak) => leak.kind.startsWith("Leak_"))) {
			const innermostFirst = functions.map((one) => table.frame(one));
			table.add([table.frame({ name: `[${kind}]` }), ...innermostFirst.reverse()], bytes);
		}
		const errors = leaks.filter(({ kind }) => !kind.startsWith("Leak_")).length;
		return {
			format: "memcheck",
			tool: "memcheck",
			counted: "leaked-bytes",
			unit: "bytes",
			nature: "exact",
			language: "native",
			samples: null,
			hasCallers: true,
			...table.finish(...errors === 0 ? [] : [otherErrors(errors)])
		};
	}
};
function leaksOf(text) {
	const leaks = [];
	const open = [];
	let [leak, frame] = [emptyLeak(), {
		name: "",
		library: null
	}];
	let isFirstStack = true;
	const body = text.replace(/^\s*<\?xml[^>]{0,100}\?>/, "");
	for (const [, slash, tag, strange, content] of body.matchAll(TOKEN)) {
		if (strange !== void 0) throw new UserError(`The XML holds ${JSON.stringify(`<${strange}`)}, which memcheck does not write.`);
		if (content !== void 0) {
			const value = unescaped(content.trim());
			const [parent, name] = open.slice(-2);
			if (parent === "frame" && name === "fn") frame.name = value;
			else if (parent === "frame" && name === "obj") frame.library = value;
			else if (parent === "error" && name === "kind") leak.kind = value;
			else if (name === "leakedbytes") leak.bytes = Number(value);
		} else if (slash === "") {
			open.push(tag ?? "");
			if (open.length > 20) throw new UserError("The XML is nested deeper than memcheck writes it.");
			if (tag === "error") [leak, isFirstStack] = [emptyLeak(), true];
			else if (tag === "frame") frame = {
				name: "[unknown]",
				library: null
			};
		} else {
			if (open.pop() !== tag) throw new UserError(`The XML closes <${tag}> where it is not open. The file is damaged.`);
			if (tag === "frame" && open.includes("error") && isFirstStack) leak.functions.push(frame);
			else if (tag === "stack") isFirstStack = false;
			else if (tag === "error") leaks.push(leak);
		}
	}
	return leaks;
}
function emptyLeak() {
	return {
		kind: "",
		bytes: 0,
		functions: []
	};
}
function unescaped(text) {
	return text.replace(/&([a-z]+);/g, (whole, name) => ENTITIES[name] ?? whole);
}
function otherErrors(errors) {
	return text`memcheck found ${errors} errors that are not leaks. They are not compared.`;
}
// src/profiles/readers/perf-script.ts
/** `    120a orders::decodeBody+0x1a (/srv/svc)`. Names contain spaces and brackets, so the binary is in the last bracket. */
const FRAME = /^\s+[0-9a-f]+ (.*)$/;
/** https://man7.org/linux/man-pages/man1/perf-script.1.html */
const perfScript = {
	id: "perf-script",
	title: "output of perf script",
	recognizes({ text }) {
		const lines = text.slice(0, 65536).split(/\r?\n/).filter((line) => line.trim() !== "" && !line.startsWith("#"));
		return readHeader(lines[0] ?? "") !== null && FRAME.test(lines[1] ?? "");
	},
	parse({ text }) {
		const table = new StackTable();
		const events = /* @__PURE__ */ new Set();
		let [samples, period, stack] = [
			0,
			1,
			[]
		];
		const flush = () => {
			table.add(stack.reverse(), period);
			stack = [];
		};
		for (const line of text.split(/\r?\n/)) {
			const frame = FRAME.exec(line);
			if (frame !== null) {
				stack.push(table.frame(readFrame(frame[1] ?? "")));
				continue;
			}
			const header = readHeader(line);
			if (header === null) continue;
			flush();
			samples += 1;
			period = header.period;
			events.add(header.event);
		}
		flush();
		const isTime = [...events].every((event) => /^(?:cpu|task)-clock/.test(event));
		const finished = table.finish(...events.size > 1 ? [severalEvents(events.size)] : []);
		return {
			format: "perf-script",
			tool: "perf",
			counted: "cpu-time",
			unit: isTime ? "ns" : "events",
			nature: "sampled",
			language: languageOf(finished.frames),
			samples,
			hasCallers: true,
			...finished
		};
	}
};
/**
* `svc  1859/1860 [003]  1424.674912:    2004008 cpu-clock: `: the processor and the period are absent if perf did not record
* them. The line is read word by word, because names of programs contain spaces, and a pattern would take very long on a hostile
* line.
*/
function readHeader(line) {
	if (line.startsWith("#") || /^\s/.test(line) || line === "") return null;
	const words = line.split(/\s+/);
	const at = words.findIndex((word) => /^\d+\.\d+:$/.test(word));
	const isProcess = (word = "") => /^-?\d+(?:\/-?\d+)?$/.test(word);
	if (at < 2 || !(isProcess(words[at - 1]) || /^\[\d+\]$/.test(words[at - 1] ?? "") && isProcess(words[at - 2]))) return null;
	const hasPeriod = /^\d{1,18}$/.test(words[at + 1] ?? "");
	const event = words[at + (hasPeriod ? 2 : 1)] ?? "";
	return event.endsWith(":") ? {
		period: hasPeriod ? Number(words[at + 1]) : 1,
		event: event.slice(0, -1)
	} : null;
}
/** `JS:*handleOrder file:///srv/service.mjs:16:21`, if Node runs with --perf-basic-prof. */
const JAVASCRIPT = /^(?:JS|LazyCompile|Function|InterpretedFunction|Script|Eval):[*~^+]?(\S*) (\S+?)(?::\d+){1,2}$/;
function readFrame(text) {
	const at = text.lastIndexOf(" (");
	const name = at < 0 ? text : text.slice(0, at).replace(/\+0x[0-9a-f]+$/, "");
	const library = at < 0 ? null : text.slice(at + 2).replace(/\)$/, "");
	const [, plain, file] = JAVASCRIPT.exec(name) ?? [];
	return file === void 0 ? {
		name,
		file: null,
		library
	} : {
		name: plain ?? "",
		file,
		library: null
	};
}
function severalEvents(kinds) {
	return text`The file mixes ${kinds} kinds of events: their periods were added up.`;
}
// node_modules/@bufbuild/protobuf/dist/esm/wire/varint.js
/**
* Read a 64 bit varint as two JS numbers.
*
* Stores the low and high words on the reader.
*
* Copyright 2008 Google Inc.  All rights reserved.
*
* See https://github.com/protocolbuffers/protobuf/blob/8a71927d74a4ce34efe2d8769fda198f52d20d12/js/experimental/runtime/kernel/buffer_decoder.js#L175
*/
function varint64read() {
	const buf = this.buf;
	let pos = this.pos;
	let lo = 0;
	let hi = 0;
	for (let shift = 0; shift < 28; shift += 7) {
		const b = buf[pos++];
		lo |= (b & 127) << shift;
		if ((b & 128) == 0) {
			this.pos = pos;
			this.assertBounds();
			this.varint64Lo = lo;
			this.varint64Hi = hi;
			return;
		}
	}
	const middleByte = buf[pos++];
	lo |= (middleByte & 15) << 28;
	hi = (middleByte & 112) >> 4;
	if ((middleByte & 128) == 0) {
		this.pos = pos;
		this.assertBounds();
		this.varint64Lo = lo;
		this.varint64Hi = hi;
		return;
	}
	for (let shift = 3; shift <= 31; shift += 7) {
		const b = buf[pos++];
		hi |= (b & 127) << shift;
		if ((b & 128) == 0) {
			this.pos = pos;
			this.assertBounds();
			this.varint64Lo = lo;
			this.varint64Hi = hi;
			return;
		}
	}
	throw new Error("invalid varint");
}
const TWO_PWR_32_DBL = 4294967296;
/**
* Parse decimal string of 64 bit integer value as two JS numbers.
*
* Copyright 2008 Google Inc.  All rights reserved.
*
* See https://github.com/protocolbuffers/protobuf-javascript/blob/a428c58273abad07c66071d9753bc4d1289de426/experimental/runtime/int64.js#L10
*/
function int64FromString(dec) {
	const minus = dec[0] === "-";
	if (minus) dec = dec.slice(1);
	const base = 1e6;
	let lowBits = 0;
	let highBits = 0;
	function add1e6digit(begin, end) {
		const digit1e6 = Number(dec.slice(begin, end));
		highBits *= base;
		lowBits = lowBits * base + digit1e6;
		if (lowBits >= TWO_PWR_32_DBL) {
			highBits = highBits + (lowBits / TWO_PWR_32_DBL | 0);
			lowBits = lowBits % TWO_PWR_32_DBL;
		}
	}
	add1e6digit(-24, -18);
	add1e6digit(-18, -12);
	add1e6digit(-12, -6);
	add1e6digit(-6);
	return minus ? negate(lowBits, highBits) : newBits(lowBits, highBits);
}
/**
* Losslessly converts a 64-bit signed integer in 32:32 split representation
* into a decimal string.
*
* Copyright 2008 Google Inc.  All rights reserved.
*
* See https://github.com/protocolbuffers/protobuf-javascript/blob/a428c58273abad07c66071d9753bc4d1289de426/experimental/runtime/int64.js#L10
*/
function int64ToString(lo, hi) {
	let bits = newBits(lo, hi);
	const negative = bits.hi & 2147483648;
	if (negative) bits = negate(bits.lo, bits.hi);
	const result = uInt64ToString(bits.lo, bits.hi);
	return negative ? "-" + result : result;
}
/**
* Losslessly converts a 64-bit unsigned integer in 32:32 split representation
* into a decimal string.
*
* Copyright 2008 Google Inc.  All rights reserved.
*
* See https://github.com/protocolbuffers/protobuf-javascript/blob/a428c58273abad07c66071d9753bc4d1289de426/experimental/runtime/int64.js#L10
*/
function uInt64ToString(lo, hi) {
	({lo, hi} = toUnsigned(lo, hi));
	if (hi <= 2097151) return String(TWO_PWR_32_DBL * hi + lo);
	const low = lo & 16777215;
	const mid = (lo >>> 24 | hi << 8) & 16777215;
	const high = hi >> 16 & 65535;
	let digitA = low + mid * 6777216 + high * 6710656;
	let digitB = mid + high * 8147497;
	let digitC = high * 2;
	const base = 1e7;
	if (digitA >= base) {
		digitB += Math.floor(digitA / base);
		digitA %= base;
	}
	if (digitB >= base) {
		digitC += Math.floor(digitB / base);
		digitB %= base;
	}
	return digitC.toString() + decimalFrom1e7WithLeadingZeros(digitB) + decimalFrom1e7WithLeadingZeros(digitA);
}
function toUnsigned(lo, hi) {
	return {
		lo: lo >>> 0,
		hi: hi >>> 0
	};
}
function newBits(lo, hi) {
	return {
		lo: lo | 0,
		hi: hi | 0
	};
}
/**
* Returns two's compliment negation of input.
* @see https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Operators/Bitwise_Operators#Signed_32-bit_integers
*/
function negate(lowBits, highBits) {
	highBits = ~highBits;
	if (lowBits) lowBits = ~lowBits + 1;
	else highBits += 1;
	return newBits(lowBits, highBits);
}
/**
* Returns decimal representation of digit1e7 with leading zeros.
*/
const decimalFrom1e7WithLeadingZeros = (digit1e7) => {
	const partial = String(digit1e7);
	return "0000000".slice(partial.length) + partial;
};
/**
* Read an unsigned 32 bit varint.
*
* See https://github.com/protocolbuffers/protobuf/blob/8a71927d74a4ce34efe2d8769fda198f52d20d12/js/experimental/runtime/kernel/buffer_decoder.js#L220
*/
function varint32read() {
	let b = this.buf[this.pos++];
	if ((b & 128) === 0) {
		this.assertBounds();
		return b;
	}
	let result = b & 127;
	b = this.buf[this.pos++];
	result |= (b & 127) << 7;
	if ((b & 128) === 0) {
		this.assertBounds();
		return result;
	}
	b = this.buf[this.pos++];
	result |= (b & 127) << 14;
	if ((b & 128) === 0) {
		this.assertBounds();
		return result;
	}
	b = this.buf[this.pos++];
	result |= (b & 127) << 21;
	if ((b & 128) === 0) {
		this.assertBounds();
		return result;
	}
	b = this.buf[this.pos++];
	result |= (b & 15) << 28;
	for (let readBytes = 5; (b & 128) !== 0 && readBytes < 10; readBytes++) b = this.buf[this.pos++];
	if ((b & 128) !== 0) throw new Error("invalid varint");
	this.assertBounds();
	return result >>> 0;
}
// node_modules/@bufbuild/protobuf/dist/esm/proto-int64.js
/**
* Int64Support for the current environment.
*/
const protoInt64 = /*@__PURE__*/ makeInt64Support();
function makeInt64Support() {
	const dv = /* @__PURE__ */ new DataView(/* @__PURE__ */ new ArrayBuffer(8));
	if (typeof BigInt === "function" && typeof dv.getBigInt64 === "function" && typeof dv.getBigUint64 === "function" && typeof dv.setBigInt64 === "function" && typeof dv.setBigUint64 === "function" && (!!globalThis.Deno || !!globalThis.Bun || typeof process != "object" || typeof process.env != "object" || process.env.BUF_BIGINT_DISABLE !== "1")) {
		const MIN = BigInt("-9223372036854775808");
		const MAX = BigInt("9223372036854775807");
		const UMIN = BigInt("0");
		const UMAX = BigInt("18446744073709551615");
		return {
			zero: BigInt(0),
			supported: true,
			parse(value) {
				const bi = typeof value == "bigint" ? value : BigInt(value);
				if (bi > MAX || bi < MIN) throw new Error(`invalid int64: ${value}`);
				return bi;
			},
			uParse(value) {
				const bi = typeof value == "bigint" ? value : BigInt(value);
				if (bi > UMAX || bi < UMIN) throw new Error(`invalid uint64: ${value}`);
				return bi;
			},
			enc(value) {
				dv.setBigInt64(0, this.parse(value), true);
				return {
					lo: dv.getInt32(0, true),
					hi: dv.getInt32(4, true)
				};
			},
			uEnc(value) {
				dv.setBigInt64(0, this.uParse(value), true);
				return {
					lo: dv.getInt32(0, true),
					hi: dv.getInt32(4, true)
				};
			},
			dec(lo, hi) {
				dv.setInt32(0, lo, true);
				dv.setInt32(4, hi, true);
				return dv.getBigInt64(0, true);
			},
			uDec(lo, hi) {
				dv.setInt32(0, lo, true);
				dv.setInt32(4, hi, true);
				return dv.getBigUint64(0, true);
			}
		};
	}
	return {
		zero: "0",
		supported: false,
		parse(value) {
			if (typeof value != "string") value = value.toString();
			assertInt64String(value);
			return value;
		},
		uParse(value) {
			if (typeof value != "string") value = value.toString();
			assertUInt64String(value);
			return value;
		},
		enc(value) {
			if (typeof value != "string") value = value.toString();
			assertInt64String(value);
			return int64FromString(value);
		},
		uEnc(value) {
			if (typeof value != "string") value = value.toString();
			assertUInt64String(value);
			return int64FromString(value);
		},
		dec(lo, hi) {
			return int64ToString(lo, hi);
		},
		uDec(lo, hi) {
			return uInt64ToString(lo, hi);
		}
	};
}
function assertInt64String(value) {
	if (!/^-?[0-9]+$/.test(value)) throw new Error("invalid int64: " + value);
}
function assertUInt64String(value) {
	if (!/^[0-9]+$/.test(value)) throw new Error("invalid uint64: " + value);
}
// node_modules/@bufbuild/protobuf/dist/esm/wire/text-encoding.js
let te;
/**
* Protobuf-ES requires the Text Encoding API to convert UTF-8 from and to
* binary. This WHATWG API is widely available, but it is not part of the
* ECMAScript standard. This function used to be the way to supply an
* implementation on runtimes that do not provide one.
*
* It only configures the copy of the library it is imported from. To provide
* the encoding API for every copy of Protobuf-ES in an isolate, install
* `TextEncoder` (with the methods `encode` and optionally `encodeInto`) and
* `TextDecoder` (with the `fatal: true` and `ignoreBOM: true` constructor
* arguments and the `decode` method) on `globalThis`.
*
* Providing `encodeUtf8Into` is optional for backwards compatibility. If it
* is omitted, we emulate it with a wrapper that calls `encodeUtf8`.
*
* Note that the Text Encoding API does not provide a way to validate UTF-8.
* Our implementation uses String.prototype.isWellFormed, and falls back
* to use encodeURIComponent().
*
* @deprecated Install `TextEncoder` and `TextDecoder` on `globalThis` instead.
*/
function configureTextEncoding(textEncoding) {
	var _a;
	te = Object.assign(Object.assign({}, textEncoding), { encodeUtf8Into: (_a = textEncoding.encodeUtf8Into) !== null && _a !== void 0 ? _a : emulateEncodeInto(textEncoding.encodeUtf8.bind(textEncoding)) });
}
function getTextEncoding() {
	if (!te) {
		const globals = globalThis;
		if (!globals.TextEncoder || !globals.TextDecoder) throw new Error("encoding API missing: install TextEncoder and TextDecoder on globalThis");
		const textEncoder = new globals.TextEncoder();
		const textDecoder = new globals.TextDecoder("utf-8", { ignoreBOM: true });
		let textDecoderStrict;
		const config = {
			encodeUtf8(text) {
				return textEncoder.encode(text);
			},
			decodeUtf8(bytes, strict) {
				if (strict) {
					if (!textDecoderStrict) textDecoderStrict = new globals.TextDecoder("utf-8", {
						fatal: true,
						ignoreBOM: true
					});
					return textDecoderStrict.decode(bytes);
				}
				return textDecoder.decode(bytes);
			},
			checkUtf8(text) {
				try {
					encodeURIComponent(text);
					return true;
				} catch (_) {
					return false;
				}
			}
		};
		if (textEncoder.encodeInto) config.encodeUtf8Into = textEncoder.encodeInto.bind(textEncoder);
		const nativeStringIsWellFormed = String.prototype.isWellFormed;
		if (nativeStringIsWellFormed) config.checkUtf8 = (text) => {
			return nativeStringIsWellFormed.call(text);
		};
		configureTextEncoding(config);
	}
	return te;
}
/**
* Simplistic polyfill for encodeUtf8Into.
*
* @private
*/
function emulateEncodeInto(encodeUtf8) {
	return (text, dest) => {
		const bytes = encodeUtf8(text);
		dest.set(bytes);
		return { written: bytes.byteLength };
	};
}
// node_modules/@bufbuild/protobuf/dist/esm/wire/binary-encoding.js
/**
* Protobuf binary format wire types.
*
* A wire type provides just enough information to find the length of the
* following value.
*
* See https://developers.google.com/protocol-buffers/docs/encoding#structure
*/
var WireType;
(function(WireType) {
	/**
	* Used for int32, int64, uint32, uint64, sint32, sint64, bool, enum
	*/
	WireType[WireType["Varint"] = 0] = "Varint";
	/**
	* Used for fixed64, sfixed64, double.
	* Always 8 bytes with little-endian byte order.
	*/
	WireType[WireType["Bit64"] = 1] = "Bit64";
	/**
	* Used for string, bytes, embedded messages, packed repeated fields
	*
	* Only repeated numeric types (types which use the varint, 32-bit,
	* or 64-bit wire types) can be packed. In proto3, such fields are
	* packed by default.
	*/
	WireType[WireType["LengthDelimited"] = 2] = "LengthDelimited";
	/**
	* Start of a tag-delimited aggregate, such as a proto2 group, or a message
	* in editions with message_encoding = DELIMITED.
	*/
	WireType[WireType["StartGroup"] = 3] = "StartGroup";
	/**
	* End of a tag-delimited aggregate.
	*/
	WireType[WireType["EndGroup"] = 4] = "EndGroup";
	/**
	* Used for fixed32, sfixed32, float.
	* Always 4 bytes with little-endian byte order.
	*/
	WireType[WireType["Bit32"] = 5] = "Bit32";
})(WireType || (WireType = {}));
new DataView((/* @__PURE__ */ new Uint8Array(0)).buffer);
/**
* Longest string on the ASCII fast paths. Must stay below 0x80, so
* that the writer's length prefix always fits a single varint byte.
*/
const ASCII_MAX_LENGTH = 32;
var BinaryReader = class {
	constructor(buf, decodeUtf8 = getTextEncoding().decodeUtf8) {
		this.decodeUtf8 = decodeUtf8;
		this.varint64Lo = 0;
		this.varint64Hi = 0;
		this.varint64 = varint64read;
		/**
		* Read a `uint32` field, an unsigned 32 bit varint.
		*/
		this.uint32 = varint32read;
		this.buf = buf;
		this.len = buf.length;
		this.pos = 0;
		this.view = new DataView(buf.buffer, buf.byteOffset, buf.byteLength);
	}
	/**
	* Reads a tag - field number and wire type. Tags are uint32 varints; values
	* that do not fit in uint32 are rejected.
	*/
	tag() {
		const start = this.pos;
		const tag = this.uint32();
		const bytesRead = this.pos - start;
		if (bytesRead > 5 || bytesRead == 5 && this.buf[this.pos - 1] > 15) throw new Error("illegal tag: varint overflows uint32");
		const fieldNo = tag >>> 3;
		const wireType = tag & 7;
		if (fieldNo <= 0 || wireType > 5) throw new Error("illegal tag: field no " + fieldNo + " wire type " + wireType);
		return [fieldNo, wireType];
	}
	/**
	* Skip one element and return the skipped data.
	*
	* When skipping StartGroup, provide the tags field number to check for
	* matching field number in the EndGroup tag. Recursion into nested groups
	* is guarded by the `recursionLimit` argument: When the limit is reached,
	* this method throws.
	*/
	skip(wireType, fieldNo, recursionLimit = 100) {
		let start = this.pos;
		switch (wireType) {
			case WireType.Varint:
				while (this.buf[this.pos++] & 128);
				break;
			case WireType.Bit64: this.pos += 4;
			case WireType.Bit32:
				this.pos += 4;
				break;
			case WireType.LengthDelimited:
				let len = this.uint32();
				this.pos += len;
				break;
			case WireType.StartGroup:
				if (recursionLimit <= 0) throw new Error("maximum recursion depth reached");
				for (;;) {
					const [fn, wt] = this.tag();
					if (wt === WireType.EndGroup) {
						if (fieldNo !== void 0 && fn !== fieldNo) throw new Error("invalid end group tag");
						break;
					}
					this.skip(wt, fn, recursionLimit - 1);
				}
				break;
			default: throw new Error("cant skip wire type " + wireType);
		}
		this.assertBounds();
		return this.buf.subarray(start, this.pos);
	}
	/**
	* Throws error if position in byte array is out of range.
	*/
	assertBounds() {
		if (this.pos > this.len) throw new RangeError("premature EOF");
	}
	/**
	* Read a `int32` field, a signed 32 bit varint.
	*/
	int32() {
		return this.uint32() | 0;
	}
	/**
	* Read a `sint32` field, a signed, zigzag-encoded 32-bit varint.
	*/
	sint32() {
		let zze = this.uint32();
		return zze >>> 1 ^ -(zze & 1);
	}
	/**
	* Read a `int64` field, a signed 64-bit varint.
	*/
	int64() {
		this.varint64();
		return protoInt64.dec(this.varint64Lo, this.varint64Hi);
	}
	/**
	* Read a `uint64` field, an unsigned 64-bit varint.
	*/
	uint64() {
		this.varint64();
		return protoInt64.uDec(this.varint64Lo, this.varint64Hi);
	}
	/**
	* Read a `sint64` field, a signed, zig-zag-encoded 64-bit varint.
	*/
	sint64() {
		this.varint64();
		let lo = this.varint64Lo;
		let hi = this.varint64Hi;
		let s = -(lo & 1);
		lo = (lo >>> 1 | (hi & 1) << 31) ^ s;
		hi = hi >>> 1 ^ s;
		return protoInt64.dec(lo, hi);
	}
	/**
	* Read a `bool` field, a variant.
	*/
	bool() {
		const b = this.buf[this.pos];
		if (b < 128) {
			this.pos++;
			return b !== 0;
		}
		this.varint64();
		return this.varint64Lo !== 0 || this.varint64Hi !== 0;
	}
	/**
	* Read a `fixed32` field, an unsigned, fixed-length 32-bit integer.
	*/
	fixed32() {
		return this.view.getUint32((this.pos += 4) - 4, true);
	}
	/**
	* Read a `sfixed32` field, a signed, fixed-length 32-bit integer.
	*/
	sfixed32() {
		return this.view.getInt32((this.pos += 4) - 4, true);
	}
	/**
	* Read a `fixed64` field, an unsigned, fixed-length 64 bit integer.
	*/
	fixed64() {
		return protoInt64.uDec(this.sfixed32(), this.sfixed32());
	}
	/**
	* Read a `fixed64` field, a signed, fixed-length 64-bit integer.
	*/
	sfixed64() {
		return protoInt64.dec(this.sfixed32(), this.sfixed32());
	}
	/**
	* Read a `float` field, 32-bit floating point number.
	*/
	float() {
		return this.view.getFloat32((this.pos += 4) - 4, true);
	}
	/**
	* Read a `double` field, a 64-bit floating point number.
	*/
	double() {
		return this.view.getFloat64((this.pos += 8) - 8, true);
	}
	/**
	* Read a `bytes` field, length-delimited arbitrary data.
	*/
	bytes() {
		let len = this.uint32(), start = this.pos;
		this.pos += len;
		this.assertBounds();
		return this.buf.subarray(start, start + len);
	}
	/**
	* Read a `string` field, length-delimited data converted to UTF-8 text. If
	* `strict` is true, throw on invalid UTF-8 instead of substituting U+FFFD.
	*/
	string(strict) {
		const len = this.uint32();
		const start = this.pos;
		this.pos += len;
		this.assertBounds();
		const buf = this.buf;
		if (len <= ASCII_MAX_LENGTH) {
			const codes = new Array(len);
			for (let i = 0; i < len; i++) {
				const byte = buf[start + i];
				if (byte > 127) return this.decodeUtf8(buf.subarray(start, this.pos), strict);
				codes[i] = byte;
			}
			return String.fromCharCode.apply(String, codes);
		}
		return this.decodeUtf8(buf.subarray(start, this.pos), strict);
	}
};
// src/profiles/readers/pprof.ts
/** An honest profile has fewer messages, and each message takes memory. */
const MAX_MESSAGES = 3e5;
/** The limits for locations on one stack and in the whole file. pprof itself cuts a stack of Go at 128. */
const MAX_NUMBERS_OF_SAMPLE = 2e4;
const MAX_NUMBERS = 5e6;
const NOT_COMPARED$1 = {
	"lock-delay": text`A function that holds a lock longer makes other functions wait, also for other locks: the function that waits is not the function that changed. It is shown and not compared.`,
	"live-bytes": text`The live memory depends on the moment of the garbage collection. It is shown and not compared: fetch ${code("/debug/pprof/allocs")} for what is allocated.`
};
/** The sample types that are read, with what they count. The first type that the file has is used. */
const KINDS = [
	[
		"cpu",
		"cpu-time",
		"ns",
		"sampled"
	],
	[
		"wall",
		"wall-time",
		"ns",
		"sampled"
	],
	[
		"delay",
		"lock-delay",
		"ns",
		"shown"
	],
	[
		"alloc_space",
		"allocated-bytes",
		"bytes",
		"sampled"
	],
	[
		"inuse_space",
		"live-bytes",
		"bytes",
		"shown"
	],
	[
		"space",
		"live-bytes",
		"bytes",
		"shown"
	],
	[
		"samples",
		"cpu-time",
		"samples",
		"sampled"
	],
	[
		"sample",
		"cpu-time",
		"samples",
		"sampled"
	]
];
const pprof = {
	id: "pprof",
	title: "a pprof profile",
	recognizes: ({ bytes }) => startsLikeProfile(bytes),
	parse({ bytes }) {
		const { types, samples, locations, functions, strings, period } = decode(bytes);
		const names = types.map(({ type }) => strings[type] ?? "");
		const kind = KINDS.find(([name]) => names.includes(name));
		if (kind === void 0) throw new UserError(`The profile counts ${names.map((name) => JSON.stringify(name.slice(0, 40))).join(", ") || "nothing"}, which is neither time nor memory. Fetch /debug/pprof/profile, heap, allocs, mutex or block.`);
		const [type, counted, unit, nature] = kind;
		const index = names.indexOf(type);
		const table = new StackTable();
		const framesAt = frameReader({
			locations,
			functions,
			strings
		}, table);
		const countIndex = names.findIndex((name) => /^(?:samples?|alloc_objects|contentions)$/.test(name));
		let count = 0;
		for (const { locationIds, values } of samples) {
			table.add(locationIds.flatMap(framesAt).reverse(), Math.max(0, values[index] ?? 0));
			const events = values[countIndex === -1 ? index : countIndex] ?? 0;
			count += unit === "bytes" && period > 0 ? Math.min(events, (values[index] ?? 0) / period) : events;
		}
		const finished = table.finish(...NOT_COMPARED$1[counted] === void 0 ? [] : [NOT_COMPARED$1[counted]]);
		const isInTime = (strings[types[index]?.unit ?? 0] ?? "") === "nanoseconds";
		return {
			format: "pprof",
			tool: "pprof",
			counted,
			unit: unit === "ns" && !isInTime ? "samples" : unit,
			nature,
			language: languageOf(finished.frames),
			samples: nature === "sampled" ? Math.round(count) : null,
			hasCallers: true,
			...finished
		};
	}
};
/** Fields come in any order: Go writes numbers before the first type of a sample. */
const LOOKED_AT_FIELDS = 30;
const LAST_FIELD = 15;
/** Whether the first fields are those of a profile, with a sample type among them. */
function startsLikeProfile(bytes) {
	const reader = new BinaryReader(bytes);
	try {
		for (let fields = 0; fields < LOOKED_AT_FIELDS && reader.pos < reader.len; fields += 1) {
			const [field, type] = reader.tag();
			if (field > LAST_FIELD || type !== WireType.Varint && type !== WireType.LengthDelimited) return false;
			if (field === 1) {
				const [tag] = reader.bytes();
				return tag === 8;
			}
			reader.skip(type, field);
		}
		return false;
	} catch {
		return false;
	}
}
function decode(bytes) {
	const types = [];
	const samples = [];
	const locations = /* @__PURE__ */ new Map();
	const functions = /* @__PURE__ */ new Map();
	const strings = [];
	let [messages, numbers, period] = [
		0,
		0,
		0
	];
	const text = new TextDecoder();
	readMessage(bytes, (field, { number, bytes: inner }) => {
		messages += 1;
		if (messages > MAX_MESSAGES) throw new UserError(`The profile has more than ${MAX_MESSAGES} entries, more than any real profile. Record for a shorter time.`);
		if (field === 1) types.push(readValueType(inner));
		else if (field === 2) {
			const sample = readSample(inner);
			numbers += sample.locationIds.length + sample.values.length;
			if (numbers > MAX_NUMBERS) throw tooDeep();
			samples.push(sample);
		} else if (field === 4) readLocation(inner, locations);
		else if (field === 5) readFunction(inner, functions);
		else if (field === 6) strings.push(text.decode(inner));
		else if (field === 12) period = number;
	});
	return {
		types,
		samples,
		locations,
		functions,
		strings,
		period
	};
}
const NO_BYTES = /* @__PURE__ */ new Uint8Array();
/** Reads the fields of a message. For a field of bytes the number is 0; for a field of a number the bytes are empty. */
function readMessage(bytes, take) {
	const reader = new BinaryReader(bytes);
	try {
		while (reader.pos < reader.len) {
			const [field, type] = reader.tag();
			if (type === WireType.LengthDelimited) take(field, {
				number: 0,
				bytes: reader.bytes()
			});
			else if (type === WireType.Varint) take(field, {
				number: Number(reader.int64()),
				bytes: NO_BYTES
			});
			else reader.skip(type, field);
		}
	} catch (error) {
		if (error instanceof UserError) throw error;
		throw new UserError("The profile is cut or damaged: its protocol buffers cannot be read.");
	}
}
function readValueType(bytes) {
	const found = {
		type: 0,
		unit: 0
	};
	readMessage(bytes, (field, { number }) => {
		if (field === 1) found.type = number;
		else if (field === 2) found.unit = number;
	});
	return found;
}
function readSample(bytes) {
	const locationIds = [];
	const values = [];
	readMessage(bytes, (field, value) => {
		if (field === 1) readNumbers(value, locationIds);
		else if (field === 2) readNumbers(value, values);
	});
	return {
		locationIds,
		values
	};
}
/** Repeated numbers are packed into bytes, or written one by one: both are allowed. */
function readNumbers({ number, bytes }, into) {
	if (bytes.length === 0) {
		into.push(number);
		return;
	}
	const reader = new BinaryReader(bytes);
	while (reader.pos < reader.len) {
		if (into.length >= MAX_NUMBERS_OF_SAMPLE) throw tooDeep();
		into.push(Number(reader.int64()));
	}
}
function tooDeep() {
	return new UserError("The stacks of the profile are deeper than any honest ones.");
}
/** A location has several lines if functions were inlined. The innermost function comes first. */
function readLocation(bytes, locations) {
	let id = 0;
	const functionIds = [];
	readMessage(bytes, (field, value) => {
		if (field === 1) id = value.number;
		else if (field === 4) readMessage(value.bytes, (inner, { number }) => {
			if (inner === 1) functionIds.push(number);
		});
	});
	locations.set(id, functionIds);
}
function readFunction(bytes, functions) {
	const found = {
		id: 0,
		name: 0,
		file: 0
	};
	readMessage(bytes, (field, { number }) => {
		if (field === 1) found.id = number;
		else if (field === 2) found.name = number;
		else if (field === 4) found.file = number;
	});
	functions.set(found.id, found);
}
/** A location without functions has no symbols. */
function frameReader({ locations, functions, strings }, table) {
	const known = /* @__PURE__ */ new Map();
	return (locationId) => {
		const before = known.get(locationId);
		if (before !== void 0) return before;
		const frames = (locations.get(locationId) ?? []).map((id) => {
			const { name = 0, file = 0 } = functions.get(id) ?? {};
			const path = strings[file] ?? "";
			return table.frame({
				name: strings[name] || "[unknown]",
				file: path === "" ? null : path
			});
		});
		const found = frames.length === 0 ? [table.frame({ name: "[unknown]" })] : frames;
		known.set(locationId, found);
		return found;
	};
}
// src/profiles/readers/speedscope.ts
const NS_OF_UNIT = {
	seconds: 1e9,
	milliseconds: 1e6,
	microseconds: 1e3,
	nanoseconds: 1
};
const MEMRAY_MOVES = text`memray writes the memory at its peak, which is at another moment in each run. It is shown and not compared.`;
/**
* https://www.speedscope.app/file-format-schema.json, as py-spy and memray write it. Threads are added up. memray counts bytes and
* allocations in one file: the bytes are taken.
*/
const speedscope = {
	id: "speedscope",
	title: "a profile for speedscope",
	recognizes({ text }) {
		return /^\s*\{/.test(text) && text.includes("speedscope.app/file-format-schema");
	},
	parse({ text }) {
		const root = parseObject(text);
		const sampled = objects(root.profiles).filter(({ type }) => type === "sampled");
		if (sampled.length === 0) throw new UserError("The profile has events and no samples. Let the profiler write collapsed stacks, or samples.");
		const inBytes = sampled.filter(({ unit }) => unit === "bytes");
		const inTime = sampled.filter(({ unit }) => textOr(unit, "") in NS_OF_UNIT);
		const taken = inBytes.length > 0 ? inBytes : inTime.length > 0 ? inTime : sampled;
		const table = new StackTable();
		const positions = (isObject(root.shared) ? objects(root.shared.frames) : []).map((frame) => table.frame(frameOf(frame)));
		let samples = 0;
		for (const profile of taken) samples += addSamples(profile, positions, table);
		const finished = table.finish(...inBytes.length === 0 ? [] : [MEMRAY_MOVES]);
		return {
			format: "speedscope",
			tool: textOr(root.exporter, "speedscope").replace(/@.*$/, "").slice(0, 40),
			...kindOf(inBytes.length > 0, inTime.length > 0),
			language: languageOf(finished.frames),
			samples: inBytes.length > 0 ? null : samples,
			hasCallers: true,
			...finished
		};
	}
};
/** py-spy and other tools sample wall time, so it is never compared per request. */
function kindOf(isInBytes, isInTime) {
	if (isInBytes) return {
		counted: "allocated-bytes",
		unit: "bytes",
		nature: "shown"
	};
	return {
		counted: "wall-time",
		unit: isInTime ? "ns" : "samples",
		nature: "sampled"
	};
}
function frameOf(frame) {
	const file = textOr(frame.file, "");
	return {
		name: textOr(frame.name, "[unknown]"),
		file: file === "" ? null : file
	};
}
/** Stacks go from the outermost function to the innermost. Returns how many samples there are. */
function addSamples(profile, positions, table) {
	const stacks = Array.isArray(profile.samples) ? profile.samples : [];
	const weights = Array.isArray(profile.weights) ? profile.weights : [];
	if (stacks.length !== weights.length) throw new UserError(`The profile has ${stacks.length} samples and ${weights.length} weights, which do not fit together.`);
	const scale = NS_OF_UNIT[textOr(profile.unit, "")] ?? 1;
	for (const [index, stack] of stacks.entries()) {
		const frames = (Array.isArray(stack) ? stack : []).map((place) => positions[numberOr(place, -1)]);
		if (frames.includes(void 0)) throw new UserError("A sample is of a function that the profile does not have.");
		table.add(frames, scale * Math.max(0, numberOr(weights[index], 0)));
	}
	return stacks.length;
}
// src/profiles/readers/v8-prof.ts
/** `    687   27.4%   28.2%  JS: *handleOrder file:///srv/service.mjs:16:21` */
const ROW = /^ +(\d+) +\d+\.\d+%(?: +\d+\.\d+%)? +(.+)$/;
const NOT_COMPARED = text`V8 inlines different functions in each run, and this text counts them for their callers. It is shown and not compared: record with node --cpu-prof.`;
/** `node --prof-process`: the tables above the summary. They have no callers. */
const v8Prof = {
	id: "v8-prof",
	title: "the text of node --prof-process",
	recognizes({ text }) {
		return /^Statistical profiling result from /.test(text);
	},
	parse({ text }) {
		const table = new StackTable();
		const samples = Number(/\((\d+) ticks,/.exec(text)?.[1] ?? 0);
		for (const row of text.split(/^ \[Summary\]:/m, 1)[0]?.split(/\r?\n/) ?? []) {
			const [, ticks, what = ""] = ROW.exec(row) ?? [];
			if (ticks !== void 0) table.add([table.frame(readWhat(what))], Number(ticks));
		}
		return {
			format: "v8-prof",
			tool: "node --prof",
			counted: "cpu-time",
			unit: "samples",
			nature: "shown",
			language: "javascript",
			samples,
			hasCallers: false,
			...table.finish(NOT_COMPARED)
		};
	}
};
function readWhat(what) {
	const [, name, file] = /^(?:JS|LazyCompile|Function|Script|Eval): [*~^+]?(\S*) ([^ ]+?)(?::\d+){0,2}$/.exec(what) ?? [];
	return file === void 0 ? {
		name: what,
		file: null
	} : {
		name: name ?? "",
		file
	};
}
// src/profiles/registry.ts
/**
* Every format of a profile. Collapsed stacks come last, because they have no mark of their own and are recognised when no other
* format matches.
*/
const PROFILE_FORMATS = [
	perfScript,
	callgrind,
	massif,
	memcheck,
	gprof,
	instruments,
	v8Prof,
	heaptrackText,
	cpuprofile,
	heapprofile,
	speedscope,
	firefoxProfile,
	pprof,
	collapsed
];
export { PROFILE_FORMATS as t };
