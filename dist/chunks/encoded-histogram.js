export { t as countEncoded } from "./encoded-histogram2.js";
