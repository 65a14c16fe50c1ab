export { l as collectRuns, u as layoutDefaults, d as readGroups } from "./compare.js";
