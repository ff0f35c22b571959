/** Words of: intake. */
export const intake = {} as const;
