export { m as collect, h as runGate } from "./compare.js";
