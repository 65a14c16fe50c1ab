export { g as withoutSuperseded } from "./compare.js";
