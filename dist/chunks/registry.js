export { tt as FORMATS } from "./compare.js";
