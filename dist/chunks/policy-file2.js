export { t as parsePolicy } from "./policy-file.js";
