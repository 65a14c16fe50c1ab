export { p as withoutSuperseded } from "./compare.js";
