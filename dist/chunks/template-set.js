export { b as STANDARD_TEMPLATES, x as standardTemplatesBecause } from "./compare.js";
