import type { unlock as vi } from '../vi/unlock';
import type { WordsLike } from './words-like';

/** See the Vietnamese words. */
export const unlock: WordsLike<typeof vi> = {
  firstRun: {
    title: 'This PC has not been set up',
    lead: 'There is no unit, officer or dossier on this PC yet.',
    practiceTitle: 'Start with the practice unit',
    practiceBody:
      'The practice unit comes with three officers, procedures and a working calendar, to try every step. Printed papers are marked as practice. Practice data has a folder of its own and never mixes with real data.',
    practiceButton: 'Set up the practice unit',
    practiceBusy: 'Setting up',
    realTitle: 'Use it for a real unit',
    realBody:
      'The technician starts the app once with the set-up file of the unit: --provision=<file>. How to do it is written in docs/deployment.md. Ask the administrator of the unit.',
    realLater: 'If this PC has held dossiers before, do not set it up again; call support first.',
    failed: 'Set-up failed. Error code {{ref}}. Nothing was written.',
  },
  title: 'Unlock',
  whoAreYou: 'Choose your name',
  officers: 'Officers of this counter',
  password: 'Password',
  pin: 'PIN (6 digits)',
  open: 'Unlock',
  opening: 'Unlocking',
  usePassword: 'Use password',
  usePin: 'Use PIN',
  cold: 'Since the start nothing has been sent to the province. Sending begins after the first unlock.',
  locked: 'This PC is locked. Saved work is still being sent to the province.',
  practicePasswords: 'Practice unit: the password of all three officers is “{{password}}”.',
  wrongPassword: 'Wrong password, {{triesLeft}} tries left.',
  wrongPin: 'Wrong PIN, {{triesLeft}} tries left.',
  wrongLast: 'Wrong. Wait before the next try.',
  blocked: 'Too many wrong tries. Try again in {{time}}.',
  blockedStays: 'Closing the app or changing the clock does not shorten the wait.',
  unknownOfficer: 'This officer is no longer on this PC. Choose again.',
  needsPassword: 'The password is needed this time; the PIN is no longer valid.',
  needsRecovery:
    'The key store of the operating system is lost, so the password cannot open the data. The recovery sheet of the unit is needed; the data is still there.',
  storeFailed:
    'The records on this PC could not be opened ({{name}}). Saved work is still in the journal. Try again; if it fails, call support.',
  programDamaged:
    'Files of the program are missing on this PC. The data is safe. Install the version in use again, then start it.',
  starting: 'Opening the data of this PC',
  newerData: 'The data on this PC was written by a newer version. Install that version; nothing was changed.',
  journalUnreadable:
    'The journal cannot be read. Error code {{ref}}. The app writes nothing more, to keep the data as it is. Call support.',
  capsLock: 'Caps Lock is on',
  pinDigits: 'A PIN has 6 digits',
  switchOfficer: 'Switch officer',
  start: {
    greeting: 'Hello {{name}}',
    lead: 'Before the first dossier',
    restored: '{{count}} dossiers restored from the journal of this PC. No saved dossier was lost.',
    restoredOnline:
      '{{count}} dossiers and {{online}} waiting online submissions restored from the journal of this PC. No saved dossier was lost.',
    restoredDrafts:
      'Unfinished entries were not in the journal and cannot be restored. Enter again what is no longer on the intake screen.',
    unsent: '{{count}} dossiers not yet sent to the province',
    unsentNone: 'No dossier waits to be sent',
    unsentHint: 'Sent by itself when there is a network.',
    dueToday: '{{count}} dossiers due today',
    dueTodayNone: 'No dossier is due today',
    overdue: '{{count}} dossiers overdue',
    overdueNone: 'No dossier is overdue',
    counting: 'Counting',
    begin: 'Start receiving',
  },
  records: {
    applying: 'Updating the records ({{done}}/{{total}}). New dossiers can be received.',
    behind: 'The records are being reopened. All saved work is in the journal; older dossiers are read-only for now.',
    readOnly:
      'The journal on this PC lacks lines that the records have. The app is read-only to keep the data as it is. Call support now.',
    failed: 'The records could not be opened ({{failure}}). Saved work is still in the journal. Call support.',
    damaged: '{{count}} lines of the journal cannot be read. The app does not overwrite them. Call support.',
  },
};
