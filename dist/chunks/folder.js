export { Ft as readFolder } from "./compare.js";
