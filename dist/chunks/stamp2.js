export { t as stamp } from "./stamp.js";
