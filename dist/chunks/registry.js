export { B as FORMATS } from "./compare.js";
