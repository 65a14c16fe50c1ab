import { t as StackTable } from "./stack-table.js";
// src/profiles/names/go.ts
/**
* The compiler makes the shapes of a generic function, and the numbers of closures change when a closure is added before them, so
* both are removed.
*/
function goName(name) {
	const [start, end] = [name.indexOf("[go.shape."), name.lastIndexOf("]")];
	return (start === -1 || end < start ? name : `${name.slice(0, start)}[…]${name.slice(end + 1)}`).replace(/(\.(?:func|gowrap))\d+(?:\.\d+)*/g, "$1");
}
// src/profiles/names/java.ts
/**
* Removed: `_[j]`, which says how the frame was run; the number of a lambda, which changes when a lambda is added before it; the
* addresses of hidden classes. https://github.com/async-profiler/async-profiler/blob/master/docs/OutputFormats.md
*/
function javaName(name) {
	const plain = name.replace(/_\[[0jik1]\]$/, "").replaceAll("/", ".");
	const lambda = plain.indexOf("$$Lambda");
	if (lambda === -1) return plain;
	const method = plain.slice(plain.lastIndexOf("."));
	return `${plain.slice(0, lambda)}$$Lambda${/^\.[a-z_]\w*$/i.test(method) && !/^\.0x/.test(method) ? method : ""}`;
}
// src/profiles/names/javascript.ts
/**
* The name and its file, but not the line, which changes with every line above. `*` and `~`, which say how V8 ran the function,
* are removed.
*/
function javascriptName(name, file) {
	const plain = name.replace(/^[*~^+](?=\S)/, "");
	const base = file === null ? "" : file.replace(/[?#].*$/, "").replace(/^.*\//, "");
	if (base === "") return plain === "" ? "(anonymous)" : plain;
	return plain === "" ? `(anonymous in ${base})` : `${plain} (${base})`;
}
// src/profiles/names/native.ts
/** Suffixes that compilers add to the name of a function that they split, cloned or moved. For a reader it is the same function. */
const CLONE = /(?:\.(?:isra|constprop|part|cold|lto_priv|llvm)(?:\.\d+)*)+/g;
/** C, C++ and Ada. The names are only comparable within one tool, because tools write default template arguments differently. */
function nativeName(name) {
	const plain = name.replace(/ \[clone [^\]]*\]/g, "").replace(/\[abi:[^\]]*\]/g, "").replace(CLONE, "").replace(/@@?[A-Z]+_[\d.]+$/, "").replace(/^_ada_(?=[a-z])/, "");
	if (/^[a-z][a-z0-9_]*$/.test(plain) && /[a-z0-9]__[a-z]/.test(plain)) return plain.replace(/__(?=[a-z])/g, ".");
	return withoutSignature(plain);
}
/** `unsigned long f<unsigned long>(int) const` is `f<unsigned long>`. `(anonymous namespace)` and `operator()` stay. */
function withoutSignature(name) {
	const open = argumentsStart(name);
	const head = open === -1 ? name : name.slice(0, open);
	const space = lastSpaceOutside(head);
	return (space === -1 ? head : head.slice(space + 1)).trim() || name;
}
/**
* Where the list of arguments of the function starts: the first bracket that is not inside of another bracket and not a part of
* the name.
*/
function argumentsStart(name) {
	let depth = 0;
	for (let index = 0; index < name.length; index += 1) {
		const character = name[index];
		if (name.startsWith("operator", index) && !/\w/.test(name[index - 1] ?? "")) {
			const [sign = ""] = /^operator *(?:\(\)|<=>|<<=?|>>=?|->\*?|[<>]=?)?/.exec(name.slice(index, index + 20)) ?? [];
			index += Math.max(0, sign.length - 1);
		} else if (name.startsWith("(anonymous namespace)", index)) index += 20;
		else if (character === "<" || character === "{") depth += 1;
		else if (character === ">" || character === "}") depth -= 1;
		else if (character === "(" && depth === 0 && index > 0 && name[index - 1] !== " ") return index;
	}
	return -1;
}
/** The return type of a template stands before its name. */
function lastSpaceOutside(head) {
	let [depth, found] = [0, -1];
	for (let index = 0; index < head.length; index += 1) {
		const character = head[index];
		if (character === "o" && /^operator[ <>]/.test(head.slice(index, index + 9))) return found;
		if (character === "<" || character === "(" || character === "{") depth += 1;
		else if (character === ">" || character === ")" || character === "}") depth -= 1;
		else if (character === " " && depth === 0) found = index;
	}
	return found;
}
// src/profiles/names/python.ts
/**
* The file stays, because two modules may have a function of the same name. The line is removed, because it changes with every
* line above.
*/
function pythonName(name, file) {
	return file === null ? name : `${name} (${file.replace(/^.*\//, "")})`;
}
// src/profiles/names/rust.ts
/** The hash at the end changes with every build, and the numbers of closures change as well, so both are removed. */
function rustName(name) {
	return name.replace(/::h[0-9a-f]{16}$/, "").replace(/\{\{closure\}\}|\{closure#\d+\}/g, "{closure}");
}
// src/profiles/function-name.ts
/** For each language, the name of a function that is the same in every build. */
const NAMES = {
	native: nativeName,
	rust: rustName,
	go: goName,
	java: javaName,
	javascript: javascriptName,
	python: pythonName
};
/** The name of a function without the parts that change with each build or run. */
function functionName({ name, file }, language) {
	if (/^(?:0x[0-9a-f]+|\?\?\?|\[?unknown\]?)(?: \(.*\))?$/i.test(name)) return "[unknown]";
	const plain = name.replace(/_\[k\]$/, "").replace(/\+0x[0-9a-f]+$/, "");
	return NAMES[language](language === "native" ? plain.replace(/ \([\w.+-]+\)$/, "") : plain, file).replace(/0x[0-9a-f]{6,}/g, "0x…");
}
// src/profiles/own-code.ts
const KERNEL = /_\[k\]$/;
const RUST_LIBRARY = /^<?(?:&|\*const |\*mut |dyn |mut )*(?:core|std|alloc|proc_macro|test|hashbrown|backtrace|__rust\w*|rust_\w+)(?:::|$|>)|^<?(?:u|i)(?:8|16|32|64|128|size)>?::|^<?(?:f32|f64|str|bool|char|\[)/;
const NATIVE_LIBRARY = /^(?:std::|__gnu_cxx::|__libc_|_start$|_dl_|malloc$|free$|operator (?:new|delete)|\(below main\)|\[)/;
/** Headers of the standard library. massif and heaptrack name the functions in them without `std::`. */
const NATIVE_HEADER = /(?:^|\/)(?:basic_string|new_allocator|alloc_traits|allocator|stl_\w+|vector|list|deque|hashtable\w*|shared_ptr\w*|unique_ptr|std_function|invoke)\.(?:h|tcc)$/;
function isOwnNative(plainName, { name, file, library }) {
	if (KERNEL.test(name) || NATIVE_LIBRARY.test(plainName)) return false;
	return !(library !== null && /\.so(?:\.|$)|^\[|\.ko$|vmlinux/.test(library)) && !NATIVE_HEADER.test(file ?? "");
}
/**
* The default rules of each language. The time of a library counts for the own function that called it, because that function can
* be changed.
*/
const DEFAULTS = {
	native: (frame) => isOwnNative(functionName(frame, "native"), frame),
	rust: ({ name, file }) => file === null ? !RUST_LIBRARY.test(name) && name.includes("::") : !/\/rustc\/|\/\.?cargo\/(?:registry|git)\/|\/rustlib\/|\/library\/(?:core|std|alloc)\//.test(file),
	go: ({ name, file }) => name.startsWith("main.") || isGoModule(name) && !/@v\d|\/vendor\//.test(file ?? ""),
	java: ({ name }) => /^(?:[\w$]+[./])+[\w$<>]+/.test(name) && !/^(?:java|javax|jdk|sun|kotlin|scala)[./]|^com[./]sun[./]/.test(name) && !KERNEL.test(name),
	javascript: ({ file }) => file !== null && /^(?:file:|\/|webpack|[A-Za-z]:[\\/])/.test(file) && !file.includes("/node_modules/"),
	python: ({ file }) => file !== null && !/\/lib\/python|site-packages|dist-packages|^</.test(file)
};
/** Modules that can be fetched have a dot in the first part of their path; packages of Go's own library do not. */
function isGoModule(name) {
	const path = name.slice(0, name.lastIndexOf("/") + 1);
	return path.includes(".") && (path.split("/")[0] ?? "").includes(".");
}
/**
* Which frames of a profile are own code.
*
* @param patterns beginnings of names or of files, such as `orders::` and `src/`; empty: the defaults of the language
* @returns if no frame is own code, every frame with a name counts as own code, because an empty table does not help
*/
function ownFrames({ frames, language }, patterns) {
	const isOwn = patterns.length === 0 ? DEFAULTS[language] : matcher(patterns, language);
	const isNamed = frames.map((frame) => functionName(frame, language) !== "[unknown]");
	const own = frames.map((frame, index) => isNamed[index] === true && isOwn(frame));
	return own.some(Boolean) ? own : isNamed;
}
/** Whether one of the patterns fits a frame of this profile. Where none fits, they change nothing. */
function hasOwnFrames({ frames, language }, patterns) {
	return frames.some(matcher(patterns, language));
}
function matcher(patterns, language) {
	return (frame) => patterns.some((pattern) => frame.name.startsWith(pattern) || functionName(frame, language).startsWith(pattern) || frame.file?.includes(pattern) === true);
}
// src/profiles/function-times.ts
/** How much time each function took. `own`: see own-code.ts. In a flat table, functions of libraries have their own rows. */
function functionTimes(profile, own) {
	const names = profile.frames.map((frame) => functionName(frame, profile.language));
	const isOwn = profile.hasCallers ? ownFrames(profile, own) : names.map((name) => name !== "[unknown]");
	const functions = /* @__PURE__ */ new Map();
	const sumsOf = (position) => {
		const name = names[position] ?? "[unknown]";
		const known = functions.get(name);
		if (known !== void 0) return known;
		const sums = {
			name,
			isOwn: isOwn[position] === true,
			selfWeight: 0,
			ownWeight: 0,
			totalWeight: 0
		};
		functions.set(name, sums);
		return sums;
	};
	let [totalWeight, ownWeight, unknownWeight] = [
		0,
		0,
		0
	];
	for (const { frames, weight } of profile.stacks) {
		totalWeight += weight;
		sumsOf(frames.at(-1) ?? 0).selfWeight += weight;
		const innermostOwn = frames.findLast((position) => isOwn[position]);
		if (innermostOwn !== void 0) {
			sumsOf(innermostOwn).ownWeight += weight;
			ownWeight += weight;
		} else if (names[frames.at(-1) ?? 0] === "[unknown]") unknownWeight += weight;
		for (const sums of new Set(frames.map(sumsOf))) sums.totalWeight += weight;
	}
	return {
		functions,
		totalWeight,
		ownWeight,
		unknownWeight
	};
}
// src/profiles/inlined.ts
/**
* Gives the time of inlined functions back to them. V8 inlines different functions in each run of the same code and counts their
* time for the callers, but it writes which lines were running. The start lines of functions are taken from all profiles of the
* side, because an inlined function may be absent from a single run.
*/
function withoutInlining(profiles) {
	const starts = startsByFile(profiles);
	return profiles.map((profile) => {
		if (profile.stacks.every(({ line }) => line === null)) return profile;
		const table = new StackTable();
		for (const { frames, weight, line } of profile.stacks) {
			const stack = frames.map((position) => table.frame(profile.frames[position]));
			const inner = profile.frames[frames.at(-1) ?? -1];
			const inlined = inner === void 0 || line === null ? null : functionAt(line, inner, starts);
			table.add(inlined === null ? stack : [...stack, table.frame(inlined)], weight);
		}
		const { frames, stacks } = table.finish();
		return {
			...profile,
			frames,
			stacks
		};
	});
}
function startsByFile(profiles) {
	const starts = /* @__PURE__ */ new Map();
	for (const { frames } of profiles) for (const { file, line, name } of frames) {
		if (file === null || line === null) continue;
		const known = starts.get(file) ?? /* @__PURE__ */ new Map();
		starts.set(file, known.set(line, known.get(line) || name));
	}
	return new Map([...starts].map(([file, lines]) => [file, [...lines].map(([line, name]) => ({
		line,
		name
	})).sort((left, right) => left.line - right.line)]));
}
/**
* The other function that holds this line. null: the line belongs to the function itself, or it is not certain. The last function
* of a file has no known end, and lines of another file may be counted for this file.
*/
function functionAt(line, inner, starts) {
	const all = starts.get(inner.file ?? "") ?? [];
	const next = all.findIndex((start) => start.line > line);
	const found = next < 1 ? void 0 : all[next - 1];
	if (found === void 0 || found.name === "" || found.line === inner.line) return null;
	return {
		name: found.name,
		file: inner.file,
		library: null,
		line: found.line
	};
}
export { functionName as i, functionTimes as n, hasOwnFrames as r, withoutInlining as t };
