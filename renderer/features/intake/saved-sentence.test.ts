import { describe, expect, it } from 'vitest';
import { fromLocal } from '../../../shared/base/time';
import { foldDossier } from '../../../shared/domain/dossier-state';
import { sayVi } from '../../../shared/text/message';
import { buildAppointment, createBuilders } from '../../../tests/support/builders';
import type { DossierRow } from '../../records/dossier-row';
import { groupRows, toEarlier } from './citizen-rows';
import type { CitizenRecord } from './use-citizen';
import { listWarnings } from './Warnings';
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

describe('listWarnings', () => {
  const builders = createBuilders(4);
  const subject = { type: 'dossier', id } as const;
  const earlierOf = (kinds: readonly ('DossierReceived' | 'OutcomeReturned')[]) =>
    toEarlier(
      foldDossier({
        dossierId: id,
        actions: kinds.map((kind) => builders.action(kind, { subject })),
        receipts: new Map(),
      }),
    );
  const open = earlierOf(['DossierReceived']);
  const done = { ...earlierOf(['DossierReceived', 'OutcomeReturned']), dossierId: 'b', code: 'H41.26-261120-0002' };
  const view = {
    procedure: { code: '1.001193', duplicateRule: 'sameSubject' },
    typed: builders.intake({ parties: [...open.parties] }),
    legalTime: { at: savedAt },
    warnings: [{ key: 'intake.warning.calendarProvisional' }],
  } as unknown as Parameters<typeof listWarnings>[0];
  const known = (...earlier: (typeof open)[]): CitizenRecord => ({
    state: 'known',
    rows: [],
    earlier,
    reusable: undefined,
    index: [],
  });

  it('names every possible duplicate with its reason, open ones first, before the warnings of the rules', () => {
    const second = { ...done, parties: open.parties };
    const said = listWarnings(view, known(second, open)).map(sayVi);
    expect(said).toHaveLength(3);
    expect(said[0]).toContain(open.code);
    expect(said[0]).toMatch(/cùng người, cùng thủ tục$/);
    expect(said[1]).toContain('H41.26-261120-0002');
    expect(said[2]).toMatch(/tạm tính/);
  });

  it('says nothing of duplicates while the person is unknown, nothing is typed, or the rule asks for none', () => {
    expect(listWarnings(view, { state: 'looking' })).toHaveLength(1);
    expect(listWarnings({ ...view, typed: undefined }, known(open))).toHaveLength(1);
    const none = { ...view, procedure: { ...view.procedure, duplicateRule: 'none' } } as typeof view;
    expect(listWarnings(none, known(open))).toHaveLength(1);
  });

  it('keeps the land of an earlier dossier', () => {
    const land = { parcelNo: '12', sheetNo: '3' };
    const action = builders.action('DossierReceived', { subject }, { land });
    const state = foldDossier({ dossierId: id, actions: [action], receipts: new Map() });
    expect(toEarlier(state).land).toEqual(land);
    expect(open).not.toHaveProperty('land');
  });
});
