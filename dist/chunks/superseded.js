export { _ as withoutSuperseded } from "./compare.js";
