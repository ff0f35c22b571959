/** Words of: dossiers. */
export const dossiers = {} as const;
