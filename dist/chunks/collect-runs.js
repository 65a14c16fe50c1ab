export { It as collectRuns, Lt as layoutDefaults, Rt as readGroups } from "./compare.js";
