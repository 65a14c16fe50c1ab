export { t as readDigest, n as seriesKey, r as writeDigest } from "./digest-file2.js";
