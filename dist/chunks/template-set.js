export { T as STANDARD_TEMPLATES, E as standardTemplatesBecause } from "./compare.js";
