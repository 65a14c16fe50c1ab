export { nn as collectPoints, rn as readPoints } from "./compare.js";
