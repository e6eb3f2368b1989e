/** Of one file. */
export const MOST_BYTES = 10 * 2 ** 20
