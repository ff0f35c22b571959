import type { errors as vi } from '../vi/errors';
import type { WordsLike } from './words-like';

/** See the Vietnamese words. */
export const errors: WordsLike<typeof vi> = {
  screenFailed: 'This screen failed. Error code {{ref}}',
  screenFailedSafe:
    'Saved dossiers are not affected. Reload the screen; if it fails again, read the 4-letter code to support.',
  badRequest: 'The app sent a request that is not valid ({{channel}}). Nothing was written. Tell support.',
  foreignSender: 'The request came from a foreign page and was refused. Nothing was written.',
  locked: 'This PC is locked. Unlock and try again; what you typed is still there.',
  internal: 'Something failed inside the app. Error code {{ref}}. Saved dossiers are not affected.',
  bridgeMissing: 'This screen only works inside the Quầy Một Cửa app.',
};
