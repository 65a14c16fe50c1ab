export { at as FORMATS } from "./compare.js";
