export { X as readFolder } from "./compare.js";
