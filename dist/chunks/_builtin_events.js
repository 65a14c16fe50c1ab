import { t as __commonJSMin } from "./rolldown-runtime.js";
// \0builtin:events
var require__builtin_events = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:events");
}));
export { require__builtin_events as t };
