export { h as openDirectoryStore } from "./action.js";
