export { Zt as collectPoints, Qt as readPoints } from "./compare.js";
