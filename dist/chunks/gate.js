export { o as collect, s as runGate } from "./compare.js";
