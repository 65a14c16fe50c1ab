export { Ft as collectRuns, It as layoutDefaults, Lt as readGroups } from "./compare.js";
