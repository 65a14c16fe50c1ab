export { Vt as FORMATS } from "./compare.js";
