export { f as collectRuns } from "./compare.js";
