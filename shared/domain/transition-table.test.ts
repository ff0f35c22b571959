import { describe, expect, it } from 'vitest';
import type { NationalStatus } from './national-status';
import {
  canConflict,
  decideMove,
  decideResumed,
  isDossierKind,
  isLegalAct,
  openings,
  transitionTable,
  type DossierKind,
} from './transition-table';

/**
 * Typed from domain notes §4.1 (codes and normal path), §5.3 (pauses) and the fold's promises. One column per status 1 … 10:
 * `.` not taken, a digit the next status, `T` = 10, `r` = goes on where it stood; behind the bar what is taken late.
 */
const golden: Readonly<Record<DossierKind, readonly [offered: string, late: string]>> = {
  DossierReceived: ['2.........', '..........'],
  CollectedByPost: ['1.........', '..........'],
  OnlineSubmissionArrived: ['..........', '..........'],
  OnlineSubmissionAccepted: ['2.........', '..........'],
  GuidanceIssued: ['1.........', '..........'],
  RefusalProposed: ['1.........', '..........'],
  IntakeRefused: ['3.........', '..........'],
  DetailsCorrected: ['.2.456..9.', '..........'],
  PaperAttached: ['.2.456..9.', '..........'],
  PaperReused: ['.2.456..9.', '..........'],
  PaperDetached: ['.2.456..9.', '..........'],
  PageSetEdited: ['.2.456..9.', '..........'],
  FormPrinted: ['123456789T', '..........'],
  FeeCollected: ['12.456..9T', '..........'],
  FeeCancelled: ['123456789T', '..........'],
  FeeRefunded: ['123456789T', '..........'],
  ObligationNotified: ['.6.6.6....', '....5.....'],
  ObligationFulfilled: ['.....r....', '.2.45...9.'],
  SupplementRequested: ['.5.5......', '..........'],
  SupplementReceived: ['....r.....', '.2.4......'],
  HandedOver: ['.4.4......', '..........'],
  HandoverConfirmed: ['...456789T', '.2........'],
  Forwarded: ['.4.4......', '....56..9.'],
  DeadlineExtended: ['.2.456....', '..........'],
  ApologyIssued: ['.2.4....9.', '....56...T'],
  ApologyDelivered: ['.2.456..9T', '......78..'],
  ProcessingStopped: ['.8.888....', '..........'],
  Withdrawn: ['.7.777....', '7.........'],
  OutcomeReady: ['.9.9.....T', '....99....'],
  OutcomeDispatched: ['........9.', '.2.4.....T'],
  DeliveryFailed: ['........9.', '.2.4......'],
  OutcomeReturned: ['........T.', '.T.TTT....'],
  SurveyAnswered: ['........9T', '.2345678..'],
  ExternalCodeLinked: ['12.456..9T', '..........'],
  OfficialCodeAssigned: ['123456789T', '..........'],
  IssueResolved: ['123456789T', '..........'],
  ApprovalDecided: ['123456789T', '..........'],
};

const statuses = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

function read(cell: string | undefined, resumed: NationalStatus): number | undefined {
  if (cell === undefined || cell === '.') return undefined;
  if (cell === 'r') return resumed;
  return cell === 'T' ? 10 : Number(cell);
}

describe('transitionTable', () => {
  it('moves every kind from every status as the law of the ten codes says', () => {
    expect(Object.keys(transitionTable).sort()).toEqual(Object.keys(golden).sort());
    for (const kind of Object.keys(golden).filter(isDossierKind)) {
      const [offered, late] = golden[kind];
      for (const status of statuses) {
        const byRule = read(offered[status - 1], 4);
        const outOfTurn = read(late[status - 1], 4);
        const fit = byRule !== undefined ? 'offered' : outOfTurn !== undefined ? 'late' : 'outside';
        expect([kind, status, decideMove({ kind, status, resumed: 4 })]).toEqual([
          kind,
          status,
          { status: byRule ?? outOfTurn ?? status, fit },
        ]);
      }
    }
  });

  it('never leaves a final status', () => {
    for (const kind of Object.keys(golden).filter(isDossierKind)) {
      for (const status of [3, 7, 8, 10] as const) expect(decideMove({ kind, status, resumed: 4 }).status).toBe(status);
    }
  });

  it('asks a permission of each kind and says which may be done on a stub', () => {
    const rows = Object.entries(transitionTable).map(([kind, { permission, onStub }]) => [kind, permission, onStub]);
    expect(rows).toEqual([
      ['DossierReceived', 'receive', true],
      ['CollectedByPost', 'consign', true],
      ['OnlineSubmissionArrived', 'system', true],
      ['OnlineSubmissionAccepted', 'acceptOnline', false],
      ['GuidanceIssued', 'guide', true],
      ['RefusalProposed', 'proposeRefusal', true],
      ['IntakeRefused', 'refuseIntake', true],
      ['DetailsCorrected', 'correct', false],
      ['PaperAttached', 'attach', false],
      ['PaperReused', 'attach', false],
      ['PaperDetached', 'correct', false],
      ['PageSetEdited', 'attach', false],
      ['FormPrinted', 'print', true],
      ['FeeCollected', 'collectFee', true],
      ['FeeCancelled', 'cancelFee', false],
      ['FeeRefunded', 'refundFee', false],
      ['ObligationNotified', 'notifyObligation', true],
      ['ObligationFulfilled', 'attach', true],
      ['SupplementRequested', 'requestSupplement', true],
      ['SupplementReceived', 'attach', true],
      ['HandedOver', 'handOver', true],
      ['HandoverConfirmed', 'handOver', true],
      ['Forwarded', 'handOver', false],
      ['DeadlineExtended', 'extendDeadline', false],
      ['ApologyIssued', 'apologise', false],
      ['ApologyDelivered', 'deliverLetter', true],
      ['ProcessingStopped', 'stopProcessing', false],
      ['Withdrawn', 'withdraw', false],
      ['OutcomeReady', 'recordOutcome', true],
      ['OutcomeDispatched', 'returnOutcome', true],
      ['DeliveryFailed', 'returnOutcome', true],
      ['OutcomeReturned', 'returnOutcome', true],
      ['SurveyAnswered', 'returnOutcome', true],
      ['ExternalCodeLinked', 'correct', false],
      ['OfficialCodeAssigned', 'system', true],
      ['IssueResolved', 'resolveIssue', true],
      ['ApprovalDecided', 'approve', true],
    ]);
  });

  it('begins a dossier with six kinds', () => {
    expect(openings).toEqual({
      OnlineSubmissionArrived: 1,
      CollectedByPost: 1,
      GuidanceIssued: 1,
      RefusalProposed: 1,
      IntakeRefused: 3,
      DossierReceived: 2,
    });
  });

  it('names legal acts and decisions about one field as those that can contradict', () => {
    const legal = ['DossierReceived', 'OnlineSubmissionAccepted', 'IntakeRefused'];
    const endings = ['ProcessingStopped', 'Withdrawn', 'OutcomeReady', 'OutcomeReturned'];
    const fields = ['DetailsCorrected', 'PageSetEdited', 'DeadlineExtended', 'ExternalCodeLinked'];
    const kinds = Object.keys(transitionTable).filter(isDossierKind);
    expect(kinds.filter(isLegalAct).sort()).toEqual([...legal, ...endings].sort());
    expect(kinds.filter(canConflict).sort()).toEqual([...legal, ...endings, ...fields].sort());
    expect(canConflict('ShiftOpened')).toBe(false);
    expect(isDossierKind('toString')).toBe(false);
  });
});

describe('decideResumed', () => {
  const open = { receivedAt: null };
  const answered = { receivedAt: 5 };
  const unpaid = { fulfilled: null };
  const paid = { fulfilled: {} };

  it('goes on with another open pause first, the supplement before the obligation', () => {
    expect(decideResumed({ supplements: [answered, open], obligations: [unpaid], handoversMade: [1] })).toBe(5);
    expect(decideResumed({ supplements: [answered], obligations: [paid, unpaid], handoversMade: [1] })).toBe(6);
  });

  it('goes on where the dossier stood when nothing pauses it', () => {
    expect(decideResumed({ supplements: [answered], obligations: [paid], handoversMade: [1] })).toBe(4);
    expect(decideResumed({ supplements: [], obligations: [], handoversMade: [] })).toBe(2);
  });
});
