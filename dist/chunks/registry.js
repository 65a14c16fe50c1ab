export { Wt as FORMATS } from "./compare.js";
