export { t as USAGE, n as measure, r as measureAndJudge, i as numberFlag, a as policyOf, o as readPlan, s as requireReach, c as tell } from "./measure.js";
