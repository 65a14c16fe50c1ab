export { l as collectRuns, u as readGroups } from "./compare.js";
