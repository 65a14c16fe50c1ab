export { f as openDirectoryStore } from "./action.js";
