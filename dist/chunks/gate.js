export { h as collect, g as runGate } from "./compare.js";
