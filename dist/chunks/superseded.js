export { c as withoutSuperseded } from "./compare.js";
