export { qt as FORMATS } from "./compare.js";
