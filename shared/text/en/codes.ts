import type { codes as vietnamese } from '../vi/codes';
import type { WordsLike } from './words-like';

/** English of codes: what became of a number, pairing, codes of other systems. */
export const codes: WordsLike<typeof vietnamese> = {
  fate: {
    used: 'used',
    void: 'void',
    returned: 'given back to the province',
    expired: 'its day is over, not used any more',
    kit: 'on a paper-kit slip',
    lost: 'lost with the PC',
    free: 'free',
    agencyEnded: 'void, the agency was merged',
    missing: 'unknown, to be explained',
  },
  run: '{{from}}–{{to}} {{fate}}',
  runOfOne: '{{from}} {{fate}}',
  pairing: {
    notTemporary: 'The paired number is not a temporary number',
    notOfficial: 'The code given by the province is not shaped like a dossier code',
    otherAgency: 'The code given by the province is of agency {{found}}, the dossier was received at {{expected}}',
    otherDay: 'The code given by the province is of {{found}}, the dossier was received on {{expected}}',
  },
  external: {
    unknownSystem: 'Unknown system {{system}}',
    empty: 'No code yet',
    unusualShape: 'Not shaped like the codes of {{system}}. Compare it again',
    alreadyLinked: 'This code is already linked',
    replacesFinal: 'The dossier has the final code {{code}} in this system; the new one will replace it',
  },
};
