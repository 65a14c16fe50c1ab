export { Xt as FORMATS } from "./compare.js";
