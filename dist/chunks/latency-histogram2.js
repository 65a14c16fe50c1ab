export { t as createHistogram, n as decodeHistogram } from "./latency-histogram.js";
