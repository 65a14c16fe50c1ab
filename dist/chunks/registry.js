export { Jt as FORMATS } from "./compare.js";
