export { X as FORMATS } from "./compare.js";
