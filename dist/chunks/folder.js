export { I as readFolder } from "./compare.js";
