export { Lt as collectRuns, Rt as layoutDefaults, zt as readGroups } from "./compare.js";
