/** Words of: supervision. */
export const supervision = {} as const;
