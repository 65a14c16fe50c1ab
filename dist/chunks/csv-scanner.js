export { t as createCsvScanner } from "./csv-scanner2.js";
