export { _ as STANDARD_LOOK, y as standardBecause } from "./compare.js";
