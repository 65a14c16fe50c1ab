import { Ft as text, xt as UserError } from "./both.js";
// src/profiles/stack-table.ts
const MAX_STACKS = 1e5;
const MAX_FRAMES = 1e5;
/**
* The limit for the functions on all stacks together. A hundred thousand stacks of the largest depth would take a minute and a
* gigabyte.
*/
const MAX_PLACES = 5e6;
/** Java cuts its own stacks at 1,024 frames and most profilers at 127 or 512. A deeper stack keeps its inner end. */
const MAX_DEPTH = 512;
/** A longer name is not a function. Written-out C++ templates reach 2,000 characters. */
const MAX_NAME_CHARACTERS = 4e3;
/** Collects the stacks of a profile and adds up equal stacks. */
var StackTable = class {
	#frames = [];
	#frameOf = /* @__PURE__ */ new Map();
	#stacks = /* @__PURE__ */ new Map();
	#cut = 0;
	#places = 0;
	/** The position of a function in the table. */
	frame({ name, file = null, library = null, line = null }) {
		const short = name.length > MAX_NAME_CHARACTERS ? `${name.slice(0, MAX_NAME_CHARACTERS)}…` : name;
		const key = `${short}\0${file ?? ""}\0${library ?? ""}\0${line ?? ""}`;
		const known = this.#frameOf.get(key);
		if (known !== void 0) return known;
		if (this.#frames.length >= MAX_FRAMES) throw tooLarge(`${MAX_FRAMES} functions`);
		this.#frames.push({
			name: short,
			file,
			library,
			line
		});
		this.#frameOf.set(key, this.#frames.length - 1);
		return this.#frames.length - 1;
	}
	/** @param frames from the outermost function to the innermost */
	add(frames, weight, line = null) {
		if (!Number.isFinite(weight) || weight < 0) throw new UserError(`The profile has a weight of ${weight}. The file is damaged.`);
		if (weight === 0 || frames.length === 0) return;
		if (frames.length > MAX_DEPTH) this.#cut += 1;
		const inner = frames.length > MAX_DEPTH ? frames.slice(-512) : frames;
		const key = `${inner.join(" ")}:${line ?? ""}`;
		const known = this.#stacks.get(key);
		if (known !== void 0) known.weight += weight;
		else if (this.#stacks.size >= MAX_STACKS) throw tooLarge(`${MAX_STACKS} different stacks`);
		else {
			this.#places += inner.length;
			if (this.#places > MAX_PLACES) throw tooLarge(`${MAX_PLACES} functions on its stacks`);
			this.#stacks.set(key, {
				frames: inner,
				weight,
				line
			});
		}
	}
	/** @param notes what the reader has to say of the file, after what the table left out */
	finish(...notes) {
		const cut = this.#cut === 0 ? [] : [text`${this.#cut} stacks are deeper than ${MAX_DEPTH} functions: their outer ends were left out.`];
		return {
			frames: this.#frames,
			stacks: [...this.#stacks.values()],
			notes: [...cut, ...notes]
		};
	}
};
function tooLarge(what) {
	return new UserError(`The profile has more than ${what}, more than any real profile. Record for a shorter time.`);
}
export { StackTable as t };
