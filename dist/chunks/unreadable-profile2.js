import { xt as UserError } from "./both.js";
// src/profiles/unreadable-profile.ts
/** The file does not seem to be a profile. */
var NoProfileError = class extends UserError {
	name = "NoProfileError";
};
/** The first bytes of files in a profiler's own format, and the command that converts each into a readable file. */
const RAW = [
	[
		"PERFILE2",
		"a recording of perf",
		"perf script -i FILE > perf.txt"
	],
	[
		"gmon",
		"a recording for gprof",
		"gprof PROGRAM FILE > gprof.txt"
	],
	[
		"FLR\0",
		"a recording of the Java Flight Recorder",
		"jfrconv -o collapsed FILE java.collapsed"
	],
	[
		"(µ/ý",
		"compressed with zstd, as heaptrack writes it",
		"heaptrack_print FILE -F heap.folded --flamegraph-cost-type allocations"
	],
	[
		"memray",
		"a recording of memray",
		"memray transform speedscope FILE"
	],
	[
		"MOJ",
		"a recording of austin",
		"mojo2austin FILE austin.txt"
	]
];
/** What a text file probably is. */
const TEXTS = [
	[/^(?:heap profile: |(?:goroutine|threadcreate) profile: |goroutine \d+ \[|--- (?:contention|mutex):)/, "The file is text of Go with ?debug=1. Fetch it without: `curl -o FILE http://HOST/debug/pprof/profile?seconds=30`"],
	[/^jdk\.\w+ \{/, "The file is text of jfr print. Write collapsed stacks instead: `jfrconv -o collapsed FILE.jfr java.collapsed`"],
	[/^v8-version,/, "The file is the log of node --prof. Make a table of it: `node --prof-process FILE > v8.txt`"],
	[/"symbolicated": ?false/, "The file has addresses and no names of functions. Record with `perf record -g`, and write `perf script > perf.txt`"],
	[/"type": ?"jdk\.\w+"/, "The file is JSON of jfr print, twenty times as large as it has to be. Write collapsed stacks instead: `jfrconv -o collapsed FILE.jfr java.collapsed`"],
	[/^\{"code":\[/, "The file is of node --prof-process --preprocess, with every symbol of Node in it. Make a table instead: `node --prof-process FILE > v8.txt`"],
	[/^\s*\{[^[]{0,200}"costs"|^allocator,num_allocations,size,/, "The file is of memray, in a form without what is needed. Write: `memray transform speedscope FILE`"],
	[/^v 1[0-9a-f]{4} \d\n/, "The file is a recording of heaptrack. Write: `heaptrack_print FILE -F heap.folded --flamegraph-cost-type allocations`"],
	[/"peak_memory"|"total_bytes_allocated"/, "The file has the totals of memray and no stacks, so there is nothing to compare by function."]
];
/** The error for content that no format of a profile recognises. */
function explainUnreadableProfile({ bytes, text }) {
	const start = String.fromCharCode(...bytes.subarray(0, 16));
	const raw = RAW.find(([signature]) => start.startsWith(signature));
	if (raw !== void 0) return new UserError(`The file is ${raw[1]}, which only that program can read. Write: \`${raw[2]}\``);
	const known = TEXTS.find(([pattern]) => pattern.test(text.slice(0, 65536)));
	if (known !== void 0) return new UserError(known[1]);
	if (bytes.length === 0) return new UserError("The file is empty. The profiler was stopped before it wrote, or the program was killed.");
	return new NoProfileError(`The file ${text === "" ? "is not text" : `starts with ${JSON.stringify(text.slice(0, 40))}`}, and is no profile that is known here. Collapsed stacks can be read from any profiler.`);
}
export { explainUnreadableProfile as n, NoProfileError as t };
