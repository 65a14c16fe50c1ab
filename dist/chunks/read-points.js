export { en as collectPoints, tn as readPoints } from "./compare.js";
