export { Gt as collectPoints, Kt as readPoints } from "./compare.js";
