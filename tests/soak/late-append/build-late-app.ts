import { join } from 'node:path';
import { buildVariant } from '../../support/build-variant';

/** Builds the control: the app with the late door. Gives the folder to start. */
export function buildLateApp(): Promise<string> {
  const config = join(import.meta.dirname, 'electron.vite.config.mjs');
  return buildVariant({ name: 'late-append', config, parts: ['preload', 'renderer', 'resources'] });
}
