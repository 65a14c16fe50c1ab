export { Pt as readFolder } from "./compare.js";
