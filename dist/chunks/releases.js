export { t as releasesOf } from "./releases2.js";
