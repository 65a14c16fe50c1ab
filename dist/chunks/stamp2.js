export { t as USAGE, n as stamp } from "./stamp.js";
