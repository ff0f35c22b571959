import { describe, expect, it } from 'vitest';
import { fromLocal } from '../../../shared/base/time';
import { foldDossier } from '../../../shared/domain/dossier-state';
import { sayVi } from '../../../shared/text/message';
import { buildAppointment, createBuilders } from '../../../tests/support/builders';
import type { DossierRow } from '../../records/dossier-row';
import { findDuplicate, groupRows } from './citizen-rows';
import { describeDue, describeSaved, describeSavedFee } from './saved-sentence';

const builders = createBuilders(7);
const id = builders.id();
const subject = { type: 'dossier', id } as const;
const received = builders.action(
  'DossierReceived',
  { subject },
  { code: { kind: 'official', value: 'H41.26-260309-0007', leaseId: 'l' } },
);
const savedAt = fromLocal('2026-03-09', '10:32');

describe('describeSaved', () => {
  it('says code and that the province has not received it', () => {
    const state = foldDossier({ dossierId: id, actions: [received], receipts: new Map() });
    expect(sayVi(describeSaved(savedAt, state))).toBe('Đã lưu 10:32 · mã H41.26-260309-0007 · tỉnh chưa nhận');
  });

  it('says when the province received it', () => {
    const receipt = builders.receipt(received, { at: fromLocal('2026-03-09', '10:33') });
    const state = foldDossier({ dossierId: id, actions: [received], receipts: new Map([[received.id, receipt]]) });
    expect(sayVi(describeSaved(savedAt, state))).toBe('Đã lưu 10:32 · mã H41.26-260309-0007 · tỉnh đã nhận 10:33');
  });

  it('says the temporary number when no code was left', () => {
    const temporary = builders.action(
      'DossierReceived',
      { subject },
      { code: { kind: 'temporary', value: 'TAM-M01-260309-001', reason: 'noLease' } },
    );
    const state = foldDossier({ dossierId: id, actions: [temporary], receipts: new Map() });
    expect(sayVi(describeSaved(savedAt, state))).toBe('Đã lưu 10:32 · số tạm TAM-M01-260309-001 · tỉnh chưa nhận');
  });
});

describe('describeDue', () => {
  it('says the day only when the result is not for the day of reception', () => {
    const promisedAt = fromLocal('2026-03-09', '17:00');
    const appointment = { ...buildAppointment(savedAt), limit: { unit: 'sameDay' as const }, promisedAt };
    expect(sayVi(describeDue(appointment, savedAt))).toBe('trong ngày, 17:00 09/03/2026');
    expect(sayVi(describeDue(appointment, fromLocal('2026-03-08', '15:30')))).toBe('17:00 ngày 09/03/2026');
    expect(sayVi(describeDue({ ...appointment, promisedAt: null }, savedAt))).toMatch(/^Không có ngày hẹn/);
  });
});

describe('describeSavedFee', () => {
  const state = { ...foldDossier({ dossierId: id, actions: [received], receipts: new Map() }), feesDue: 0 };

  it('says that the fee is unknown when no rate was known', () => {
    expect(sayVi(describeSavedFee({ ...state, feeUndecided: true }))).toBe('chưa có mức thu');
    expect(sayVi(describeSavedFee(state))).toBe('0 đ');
    expect(sayVi(describeSavedFee({ ...state, feesDue: 8000 }))).toMatch(/, chưa thu$/);
  });
});

const row: DossierRow = {
  dossierId: id,
  code: 'H41.26-260309-0007',
  codeIsTemporary: false,
  stub: false,
  status: 2,
  isOpen: true,
  procedureCode: '1.001193',
  caseId: null,
  channel: 'counter',
  applicantName: 'Nguyễn An',
  otherApplicants: 0,
  submitterName: '',
  summary: '',
  receivedAt: savedAt,
  submittedAt: null,
  legalDue: null,
  promisedAt: null,
  pausedSince: null,
  endedAt: null,
  counterId: 'Q1',
  receivingUnitId: 'H41.26',
  handlingUnit: '',
  waiting: 0,
  openIssues: 0,
  backEntry: false,
  clockDoubt: false,
};

describe('groupRows', () => {
  it('puts what waits for the citizen first and leaves empty groups out', () => {
    const rows = [
      row,
      { ...row, status: 9 as const },
      { ...row, status: 10 as const, isOpen: false },
      { ...row, status: 5 as const },
    ];
    expect(groupRows(rows).map(({ group }) => group)).toEqual(['outcomes', 'supplements', 'running', 'done']);
  });
});

describe('findDuplicate', () => {
  const procedure = { code: '1.001193', duplicateRule: 'sameSubject' } as Parameters<
    typeof findDuplicate
  >[1]['procedure'];

  it('names the same child, whatever the marks, and no other', () => {
    expect(findDuplicate([row], { procedure, applicantName: 'NGUYEN AN', at: savedAt })).toBe(row);
    expect(findDuplicate([row], { procedure, applicantName: 'Nguyễn Bình', at: savedAt })).toBeUndefined();
  });

  it('names the same day only, and nothing for certified copies', () => {
    const daily = { ...procedure, duplicateRule: 'samePersonSameDay' as const };
    expect(findDuplicate([row], { procedure: daily, applicantName: '', at: savedAt })).toBe(row);
    expect(
      findDuplicate([row], { procedure: daily, applicantName: '', at: fromLocal('2026-03-10', '08:00') }),
    ).toBeUndefined();
    expect(
      findDuplicate([row], {
        procedure: { ...procedure, duplicateRule: 'none' },
        applicantName: 'Nguyễn An',
        at: savedAt,
      }),
    ).toBeUndefined();
  });
});
