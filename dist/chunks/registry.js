export { V as FORMATS } from "./compare.js";
