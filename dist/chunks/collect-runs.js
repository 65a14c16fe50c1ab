export { c as collectRuns, l as readGroups } from "./compare.js";
