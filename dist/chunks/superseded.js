export { x as withoutSuperseded } from "./compare.js";
