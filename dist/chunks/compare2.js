export { n as compare } from "./compare.js";
