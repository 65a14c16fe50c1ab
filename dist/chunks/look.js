export { m as STANDARD_LOOK, h as standardBecause } from "./compare.js";
