import type { casePapers as vietnamese } from '../vi/case-papers';
import type { WordsLike } from './words-like';

/** English of the papers of a dossier. */
export const casePapers: WordsLike<typeof vietnamese> = {
  reuse: {
    looking: 'Looking for papers of these people in earlier dossiers.',
    failed: 'Earlier dossiers could not be read. This dossier is not affected; open this again in a moment.',
    none: 'This PC holds no paper that could be reused here.',
    which: 'Paper to reuse',
    choose: 'Choose a paper that is still valid',
    from: {
      dossier: 'handed in with {{code}}, digitised {{day}}',
      outcome: 'result of {{code}}, {{day}}',
      nationalStore: 'national store, {{code}}, {{day}}',
    },
    valid: '{{from}}; valid',
    invalid: '{{from}}; cannot be reused: {{why}}',
    why: {
      noRule: 'no rule says how long it may be reused',
      noIssueDay: 'its day of issue is not known',
      expired: 'it has expired',
      replaced: 'there is a newer one',
      notYet: 'it came after this dossier was received',
    },
  },
  detach: {
    which: 'Paper filed by mistake',
    hint: 'Its scanned pages are kept.',
    reason: 'Reason',
    originals: 'Originals given back to the citizen',
  },
  count: {
    fewer: '{{count}} fewer than are kept',
    more: '{{count}} more than are kept',
  },
  custody: {
    held: '{{count}} originals kept: {{where}}',
    atCounter: '{{count}} at the counter',
    withHandler: '{{count}} with {{to}}',
    none: 'No originals kept',
    both: '{{counter}}, {{handler}}',
    withReturn: '{{kept}}; {{count}} given back',
    excess: '{{count}} more were given back than came in. Check the book.',
    shelf: 'The result lies at {{shelf}}',
    withheld: 'Kept with the result: {{what}}',
  },
  state: {
    s0: 'Not digitised',
    s1: 'Digitised',
    s2: 'Reused from {{code}}',
    s3: 'Result of {{code}}',
    notNeeded: 'No scan needed',
    exempt: 'Not scanned: {{reason}}',
    pages: '{{state}}, {{count}} pages',
  },
  coverage: '{{covered}}/{{total}} papers that must be digitised are ({{percent}} %)',
  coverageNone: 'No paper has to be digitised',
  extraPages: '{{count}} pages of papers outside the list',
  outside: 'outside the list',
  outsideGround: 'outside the list, ground {{ground}}',
  volunteered: 'handed in unasked',
};
