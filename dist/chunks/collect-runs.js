export { Nt as collectRuns, Pt as layoutDefaults, Ft as readGroups } from "./compare.js";
