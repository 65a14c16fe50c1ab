export { Mt as readFolder } from "./compare.js";
