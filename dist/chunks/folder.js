export { jt as readFolder } from "./compare.js";
