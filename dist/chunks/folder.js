export { Vt as readFolder } from "./compare.js";
