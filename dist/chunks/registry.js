export { Kt as FORMATS } from "./compare.js";
