export { d as runGate } from "./compare.js";
