export { C as STANDARD_TEMPLATES, w as standardTemplatesBecause } from "./compare.js";
