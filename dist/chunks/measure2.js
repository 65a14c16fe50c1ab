export { t as measure } from "./measure.js";
