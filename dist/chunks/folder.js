export { kt as readFolder } from "./compare.js";
