export { t as PROFILE_FORMATS } from "./registry4.js";
