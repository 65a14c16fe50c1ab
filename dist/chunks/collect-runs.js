export { Mt as collectRuns, Nt as layoutDefaults, Pt as readGroups } from "./compare.js";
