export { t as createCsvScanner } from "./csv-scanner.js";
