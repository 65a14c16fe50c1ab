export { t as publishResult } from "./publish-result.js";
