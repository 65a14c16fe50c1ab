export { g as STANDARD_LOOK, _ as standardBecause } from "./compare.js";
