export { t as parseResources } from "./resources2.js";
