export { n as flameGraphSvg } from "./flame-graph2.js";
