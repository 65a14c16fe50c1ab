export { Tt as array, Et as boolean, wt as enum, Ot as int, kt as literal, jt as number, Mt as object, Pt as record, Ft as strictObject, It as string, Rt as union, zt as unknown } from "./both.js";
