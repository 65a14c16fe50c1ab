export { t as gitTags } from "./git-tags2.js";
