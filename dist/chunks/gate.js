export { y as collect, b as runGate } from "./compare.js";
