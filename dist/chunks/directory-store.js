export { K as openDirectoryStore } from "./both.js";
