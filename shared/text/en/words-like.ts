/** The shape of an area: the same keys, any words. The placeholders are compared by a test. */
export type WordsLike<T> = T extends string ? string : { readonly [K in keyof T]: WordsLike<T[K]> };
