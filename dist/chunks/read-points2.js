export { t as collectPoints, n as readPoints } from "./read-points.js";
