export { t as parseRunJson } from "./run-json2.js";
