export { t as PROFILE_FORMATS } from "./registry2.js";
