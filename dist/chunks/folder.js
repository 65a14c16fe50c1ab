export { At as readFolder } from "./compare.js";
