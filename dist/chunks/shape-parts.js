export { P as array, F as boolean, N as enum, L as int, R as literal, B as number, V as object, U as record, W as strictObject, G as string, q as union, J as unknown } from "./action.js";
