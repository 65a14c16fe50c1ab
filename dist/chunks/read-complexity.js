export { t as readComplexity } from "./read-complexity2.js";
