export { Bt as collectRuns, Vt as layoutDefaults, Ht as readGroups } from "./compare.js";
