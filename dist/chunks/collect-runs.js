export { Rt as collectRuns, zt as layoutDefaults, Bt as readGroups } from "./compare.js";
