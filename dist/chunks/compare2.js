export { t as REPORT_FLAGS, n as USAGE, r as compare, i as writeReport } from "./compare.js";
