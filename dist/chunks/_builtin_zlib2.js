import { t as __commonJSMin } from "./rolldown-runtime.js";
// \0builtin:zlib
var require__builtin_zlib = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:zlib");
}));
export { require__builtin_zlib as t };
