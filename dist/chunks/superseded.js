export { y as withoutSuperseded } from "./compare.js";
