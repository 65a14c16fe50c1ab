export { zt as collectRuns, Bt as layoutDefaults, Vt as readGroups } from "./compare.js";
