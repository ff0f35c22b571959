/** Words of: unlock. */
export const unlock = {} as const;
