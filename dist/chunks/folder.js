export { Lt as readFolder } from "./compare.js";
