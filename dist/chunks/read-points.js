export { Qt as collectPoints, $t as readPoints } from "./compare.js";
