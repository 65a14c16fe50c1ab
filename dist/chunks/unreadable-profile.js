export { t as NoProfileError, n as explainUnreadableProfile } from "./unreadable-profile2.js";
