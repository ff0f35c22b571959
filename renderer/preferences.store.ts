import { z } from 'zod';
import { create } from 'zustand';

/** How the screens of this PC look, and its printer. Losing it loses nothing, so it may lie in `localStorage`. */
const preferencesSchema = z.object({
  theme: z.enum(['light', 'contrast']).catch('light'),
  size: z.enum(['normal', 'touch']).catch('normal'),
  language: z.enum(['vi', 'en']).catch('vi'),
  /** Print queue of slips; an empty name keeps the file alone, null leaves it to the system's default. */
  printer: z.string().max(200).nullable().catch(null),
});
/** See {@link preferencesSchema}. */
export type Preferences = z.infer<typeof preferencesSchema>;

const KEY = 'preferences';

function readPreferences(): Preferences {
  let stored: unknown = {};
  try {
    stored = JSON.parse(localStorage.getItem(KEY) ?? '{}');
  } catch {
    // Unreadable or absent storage: the usual look.
    stored = {};
  }
  return preferencesSchema.parse(typeof stored === 'object' && stored !== null ? stored : {});
}

/** Current preferences. */
export const usePreferences = create<Preferences>()(readPreferences);

/** Changes and keeps them. */
export function setPreferences(change: Partial<Preferences>): void {
  usePreferences.setState(change);
  localStorage.setItem(KEY, JSON.stringify(usePreferences.getState()));
}
