export { b as STANDARD_LOOK, S as standardBecause } from "./compare.js";
