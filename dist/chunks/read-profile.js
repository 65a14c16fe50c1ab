export { t as readProfile } from "./read-profile2.js";
