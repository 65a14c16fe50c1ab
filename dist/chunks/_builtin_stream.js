import { t as require__builtin_stream } from "./_builtin_stream2.js";
export default require__builtin_stream();
export {};
