export { Yt as collectPoints, Xt as readPoints } from "./compare.js";
