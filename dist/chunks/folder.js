export { Nt as readFolder } from "./compare.js";
