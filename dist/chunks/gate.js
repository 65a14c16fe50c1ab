export { d as collect, f as runGate } from "./compare.js";
