export { Gt as FORMATS } from "./compare.js";
