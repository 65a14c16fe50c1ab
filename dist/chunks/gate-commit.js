export { t as gateCommit } from "./action.js";
