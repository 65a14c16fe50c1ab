import { t as __commonJSMin } from "./rolldown-runtime.js";
// \0builtin:buffer
var require__builtin_buffer = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:buffer");
}));
export { require__builtin_buffer as t };
