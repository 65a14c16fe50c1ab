export { t as openDirectoryStore } from "./directory-store.js";
