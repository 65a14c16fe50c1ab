export { M as array, N as boolean, j as enum, F as int, I as literal, R as number, z as object, V as record, H as strictObject, U as string, G as union, K as unknown } from "./action.js";
