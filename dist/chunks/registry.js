export { Zt as FORMATS } from "./compare.js";
