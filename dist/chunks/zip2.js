export { t as DEFAULT_ZIP_LIMITS, n as readArtifactZip } from "./zip.js";
