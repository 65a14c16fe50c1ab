export { p as openDirectoryStore } from "./action.js";
