import type { sync as vi } from '../vi/sync';
import type { WordsLike } from './words-like';

/** See the Vietnamese words. */
export const sync: WordsLike<typeof vi> = {
  bar: {
    stored: 'Saved {{saved}} · Province received {{accepted}} · Waiting {{waiting}}',
    nothingYet: 'No dossier recorded today',
  },
  abnormal: {
    diskLow: {
      short: 'Disk nearly full',
      detail:
        'The disk is nearly full. Saved work is safe. Delete unused files, or tell support before receiving more.',
    },
    issues: {
      short: '{{count}} acts reported back by the province',
      detail: '{{count}} acts were reported back by the province. Dossiers and slips are intact. See each one below.',
    },
    untrusted: {
      short: 'Server answer not trusted, sending stopped',
      detail:
        'The signature of the server is wrong, so the app stopped sending. Saved work is on this PC. Tell support.',
    },
    auth: {
      short: 'The province does not know this PC yet',
      detail:
        'The province does not know this PC yet and takes no dossiers. Saved work is on this PC. Tell the administrator of the unit.',
    },
    protocol: {
      short: 'App and server versions do not match',
      detail: 'App and server have different versions, so nothing can be sent. Saved work is on this PC. Tell support.',
    },
    clockDoubt: {
      short: 'The clock of this PC is in doubt',
      detail:
        'The clock of this PC changed in an odd way. Dossiers are still received, with temporary numbers. Check date and time.',
    },
    captivePortal: {
      short: 'The network asks for a login',
      detail:
        'The network shows a login page instead of the server. Saved work is on this PC. Log in to the network with a browser.',
    },
    server: {
      short: 'The server of the province has a fault',
      detail:
        'The server of the province has a fault ({{status}}). Saved work is on this PC and will be sent again by itself.',
    },
    network: {
      short: 'No network, work goes on as usual',
      detail:
        'No network to the province. Receiving, printing and returning results still work; what waits is sent when the network is back.',
    },
    noCodes: {
      short: 'No codes left, using temporary numbers',
      detail:
        'All codes for today are used. New dossiers get temporary numbers; the province adds the official code when there is a network.',
    },
    fewCodes: {
      short: '{{count}} codes left for today',
      detail: '{{count}} codes left for today. Connect to get more; without codes, new dossiers get temporary numbers.',
    },
    notConfigured: {
      short: 'This PC is not connected to the province',
      detail: 'This PC has not been connected to the server of the province. All work is saved on this PC.',
    },
    notDurable: {
      short: 'Province received, not yet durable',
      detail:
        'This server may lose data when the power fails (complete, not durable). This PC keeps everything sent until the server stores it durably.',
    },
  },
  desk: {
    line: {
      up: 'Connected to the province',
      down: 'No network to the province',
      notTried: 'Trying to reach the province',
      notConfigured: 'This PC is not connected to the province',
    },
    activity: { idle: 'Nothing is being sent', sending: 'Sending', receiving: 'Receiving' },
    sendNow: 'Send now',
    sendNowBusy: 'Sending',
    tabs: 'Groups of sync work',
    waiting: 'Waiting to be sent',
    waitingActs: 'Acts waiting to be sent',
    issues: 'Reported back',
    issueActs: 'Acts reported back by the province',
    unit: { dossiers: 'dossiers', acts: 'acts' },
    saved: 'Saved today',
    accepted: 'Province received',
    lastContact: 'Last contact',
    lastReceipt: 'Last receipt',
    never: 'none yet',
    codesLeft: 'Dossier codes',
    codesToday: '{{count}} codes left for today',
    codesUntil: '{{count}} codes left for today, codes granted until {{day}}',
    codesNone: 'No codes left for today',
    durable: 'Server stores durably',
    durableYes: 'Yes',
    durableNo: 'Not yet: this PC keeps everything sent',
    durableUnknown: 'Not known yet',
    allSent: 'Nothing waits to be sent',
    allSentSince: 'The province last signed a receipt at {{at}}.',
    allSentNever: 'A new act is shown here until the province signs its receipt.',
    noIssues: 'The province reported nothing back',
    noIssuesHint:
      'Acts the province refused, or took but wants looked at, appear here with the reason and who must act.',
    queueShown: 'The {{shown}} oldest acts of {{total}} waiting dossiers.',
    column: {
      act: 'Act',
      at: 'Recorded',
      age: 'Waiting for',
      tries: 'Tries',
      subject: 'Dossier',
      verdict: 'Outcome',
      cause: 'Reason, who must act',
    },
    whoActs: 'Who must act: {{who}}',
    ago: '{{at}} ({{age}} ago)',
    unitDay: 'Work of {{day}}',
    notHere: 'This dossier is not on this PC yet',
    openDossier: 'Open dossier',
    verdict: {
      acceptedWithIssue: 'Received, look again',
      refused: 'Not received',
      quarantined: 'Under review',
    },
    context: 'Connection to the province',
    safeTitle: 'Saved work is always safe',
    safeBody:
      '“Saved” means written to the disk of this PC. “Province received” means the province signed a receipt for each act.',
  },
  age: {
    justNow: 'just now',
    minutes: '{{count}} min',
    hours: '{{count}} h',
    days: '{{count}} days',
  },
};
