export { Xt as collectPoints, Zt as readPoints } from "./compare.js";
