import { t as require__builtin_http } from "./_builtin_http2.js";
export default require__builtin_http();
export {};
