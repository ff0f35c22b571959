import type { vi } from './vi';

type Thin<T> = T extends string ? string : { readonly [K in keyof T]?: Thin<T[K]> };

/** English, thin and second: what is missing is shown in Vietnamese. */
export const en: Thin<typeof vi> = {
  shell: {
    product: 'One-Stop Counter',
    practiceBanner: 'Practice unit: printed papers have no legal value',
    rail: {
      intake: 'Intake',
      dossiers: 'Dossiers',
      sync: 'Sync',
      supervision: 'Supervision',
      settings: 'Settings',
      help: 'Help',
    },
    button: { cancel: 'Cancel', close: 'Close', save: 'Save', retry: 'Retry', lock: 'Lock', openFolder: 'Open folder' },
  },
};
