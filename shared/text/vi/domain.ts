/** Words of: domain. */
export const domain = {} as const;
