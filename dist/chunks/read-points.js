export { Jt as collectPoints, Yt as readPoints } from "./compare.js";
