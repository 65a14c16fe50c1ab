export { V as readFolder } from "./compare.js";
