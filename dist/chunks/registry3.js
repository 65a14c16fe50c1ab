export { t as COMPLEXITY_FORMATS } from "./registry2.js";
