export { Pt as collectRuns, Ft as layoutDefaults, It as readGroups } from "./compare.js";
