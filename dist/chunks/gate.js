export { _ as collect, v as runGate } from "./compare.js";
