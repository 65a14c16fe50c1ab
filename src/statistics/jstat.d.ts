/**
 * The functions of jstat 1.9.6 that are used. jstat ships no types.
 * It is a CommonJS file whose `module.exports` is the library object.
 */
declare module 'jstat' {
  const jStat: Readonly<{
    /** Regularised incomplete beta function I_x(a, b). Accurate to about 7 digits. */
    ibeta(x: number, a: number, b: number): number
    studentt: Readonly<{
      /** Quantile of Student's t. Accurate to about 7 digits. */
      inv(probability: number, degreesOfFreedom: number): number
    }>
    beta: Readonly<{
      /** Quantile of the beta distribution. */
      inv(probability: number, alpha: number, beta: number): number
    }>
    normal: Readonly<{
      /** Quantile of a normal distribution. */
      inv(probability: number, mean: number, sd: number): number
    }>
  }>
  export default jStat
}
