export { m as openDirectoryStore } from "./action.js";
