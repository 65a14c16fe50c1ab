export { $t as FORMATS } from "./compare.js";
