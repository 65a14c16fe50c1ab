export { x as STANDARD_TEMPLATES, S as standardTemplatesBecause } from "./compare.js";
