export { It as readFolder } from "./compare.js";
