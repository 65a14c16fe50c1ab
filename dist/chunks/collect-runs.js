export { Wt as collectRuns, Gt as layoutDefaults, Kt as readGroups } from "./compare.js";
