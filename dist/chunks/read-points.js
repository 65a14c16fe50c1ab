export { tn as collectPoints, nn as readPoints } from "./compare.js";
