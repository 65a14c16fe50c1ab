export { h as STANDARD_LOOK, g as standardBecause } from "./compare.js";
