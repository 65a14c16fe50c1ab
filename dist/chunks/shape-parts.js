export { N as array, P as boolean, M as enum, I as int, L as literal, z as number, B as object, H as record, U as strictObject, W as string, K as union, q as unknown } from "./action.js";
