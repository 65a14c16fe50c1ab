import { t as require__builtin_zlib } from "./_builtin_zlib2.js";
export default require__builtin_zlib();
export {};
