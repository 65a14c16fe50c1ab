export { g as STANDARD_LOOK, v as standardBecause } from "./compare.js";
