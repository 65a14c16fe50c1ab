export { a as readFolder } from "./compare.js";
