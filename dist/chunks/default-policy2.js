export { i as defaultPolicy } from "./default-policy.js";
