import { t as __commonJSMin } from "./rolldown-runtime.js";
// \0builtin:stream
var require__builtin_stream = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:stream");
}));
export { require__builtin_stream as t };
