export { t as createNdjsonScanner } from "./ndjson-scanner.js";
