export { t as measureResources, n as sampledService } from "./measure-resources.js";
