import { describe, expect, it } from 'vitest';
import type { Action, KnownKind, PayloadOf } from '../../../shared/domain/actions/action';
import { decideDossierDates, type DateRules } from '../../../shared/domain/dossier-dates';
import { foldDossier, type DossierState } from '../../../shared/domain/dossier-state';
import { buildWorkingCalendar } from '../../../shared/domain/working-calendar';
import type { Receipt } from '../../../shared/domain/verdict';
import { sayVi } from '../../../shared/text/message';
import { createBuilders, MORNING, type Builders } from '../../../tests/support/builders';
import { loadReference } from '../../../tests/support/door-kit';
import { listDateDoubts, listDates, listDateSteps, listPauses, type CaseDate } from './case-dates';
import { countOriginals, describeCustody, listCustodyNotes, listPages, listPapers } from './case-papers';
import { describeDossierSync } from './case-sync';

const sessions = [
  { from: '07:00', to: '11:30' },
  { from: '13:30', to: '17:00' },
];
const calendar = buildWorkingCalendar({ years: [2026], entries: [] }, sessions, sessions);

interface Desk {
  readonly builders: Builders;
  readonly act: <K extends KnownKind>(kind: K, payload?: Partial<PayloadOf<K>>) => Action;
  readonly fold: (actions: readonly Action[], receipts?: ReadonlyMap<string, Receipt>) => DossierState;
}

function openDesk(): Desk {
  const builders = createBuilders(7);
  const dossierId = builders.id();
  return {
    builders,
    act: (kind, payload) => builders.action(kind, { subject: { type: 'dossier', id: dossierId } }, payload),
    fold: (actions, receipts = new Map()) => foldDossier({ dossierId, actions, receipts }),
  };
}

const reference = loadReference('2026-11-20');
/** A case of the installer's package. */
const known = { caseId: 'dung-han' };
const rules: DateRules = { now: reference, onDay: () => reference };

function listOf(state: DossierState): readonly CaseDate[] {
  return listDates({ state, dates: decideDossierDates(state, rules), calendar, now: MORNING });
}

describe('listDates', () => {
  it('names promise, legal date and first date when a dossier was received', () => {
    const desk = openDesk();
    const dates = listOf(desk.fold([desk.act('DossierReceived')]));
    expect(dates.map((date) => date.id)).toEqual(['promised', 'legalDue', 'firstDue']);
    expect(dates.filter((date) => date.left !== null).map((date) => date.id)).toEqual(['legalDue']);
  });

  it('speaks of the paper slip only when it was printed', () => {
    const desk = openDesk();
    const accepted = [desk.act('OnlineSubmissionArrived'), desk.act('OnlineSubmissionAccepted')];
    const labelOf = (acts: readonly Action[]) => listOf(desk.fold(acts))[0]?.label;
    expect(labelOf(accepted)).toBe('dossiers.case.appointed');
    expect(labelOf([...accepted, desk.act('FormPrinted')])).toBe('dossiers.case.promised');
  });

  it('names the time of sending when a submission waits, and nothing on a stub', () => {
    const desk = openDesk();
    expect(listOf(desk.fold([desk.act('OnlineSubmissionArrived')])).map((date) => date.id)).toEqual(['submitted']);
    expect(listOf(desk.fold([desk.act('OutcomeReturned')]))).toEqual([]);
  });

  it('says that the date is counted anew instead of showing one while the citizen is waited for', () => {
    const desk = openDesk();
    const state = desk.fold([desk.act('DossierReceived', known), desk.act('SupplementRequested')]);
    const legal = listOf(state).find((date) => date.id === 'legalDue');
    expect([legal?.at, legal?.instead]).toEqual([null, { key: 'deadlines.slip.recountedAfter.supplement' }]);
    expect(listOf(state).find((date) => date.id === 'firstDue')?.at).toBe(state.firstDue);
  });

  it('shows the date the pause moved, with the steps to it, and no doubt', () => {
    const desk = openDesk();
    const state = desk.fold([
      desk.act('DossierReceived', known),
      desk.act('SupplementRequested'),
      desk.act('SupplementReceived'),
    ]);
    const dates = decideDossierDates(state, rules);
    const legal = listOf(state).find((date) => date.id === 'legalDue');
    expect(legal?.at).toBe(dates.legalDue);
    expect(legal?.at).toBeGreaterThan(state.firstDue ?? 0);
    expect(listDateSteps(state, dates).map(sayVi).join('\n')).toMatch(
      /Chờ công dân bổ sung hồ sơ từ .*\n.*Hạn chuyển từ/s,
    );
    expect(listDateDoubts(state, dates).map((doubt) => doubt.key)).not.toContain('dossiers.case.recount');
    expect(listPauses(dates).map(sayVi)).toEqual([
      expect.stringMatching(/^Thời hạn đã tạm dừng từ .* đến .*: .*bổ sung hồ sơ/u),
    ]);
  });

  it('names the new promise of an apology beside the dates it does not move', () => {
    const desk = openDesk();
    const extended = desk.act('DeadlineExtended');
    const state = desk.fold([desk.act('DossierReceived', known), extended]);
    const promise = listOf(state).find((date) => date.id === 'apology');
    expect(promise?.at).toBe(state.extensions[0]?.newPromise);
  });

  it('warns that the date is later when a pause has ended and no rules are held for it', () => {
    const desk = openDesk();
    const acts = [desk.act('DossierReceived'), desk.act('SupplementRequested'), desk.act('SupplementReceived')];
    const doubtsOf = (state: DossierState) =>
      listDateDoubts(state, decideDossierDates(state, undefined)).map((doubt) => doubt.key);
    expect(doubtsOf(desk.fold(acts))).toContain('dossiers.case.recount');
    expect(doubtsOf(desk.fold(acts.slice(0, 1)))).toEqual([]);
    const state = desk.fold(acts);
    expect(listDateSteps(state, decideDossierDates(state, undefined))).toHaveLength(
      // One more than the stored trace: the explanation also says how the first day counts.
      (state.appointment?.trace.length ?? 0) + 1,
    );
  });
});

describe('custody', () => {
  it('counts handed-in originals only when some papers were merely shown', () => {
    const desk = openDesk();
    const counts = { original: 1, certifiedCopy: 0, photocopy: 0 };
    const papers = [
      { paperId: 'a', name: 'Tờ khai', mode: 'submit' as const, counts },
      { paperId: 'b', name: 'Thẻ căn cước', mode: 'present' as const, counts },
    ];
    const state = desk.fold([desk.act('DossierReceived', { papers, pages: [] })]);
    expect(countOriginals(state)).toBe(1);
    expect(sayVi(describeCustody(state))).toBe('Đang giữ 1 bản chính: 1 tại quầy');
  });

  it('says where the originals went when the folder was handed over', () => {
    const desk = openDesk();
    const state = desk.fold([
      desk.act('DossierReceived'),
      desk.act('HandedOver', { to: 'Bộ phận hộ tịch', originals: 2 }),
    ]);
    expect(sayVi(describeCustody(state))).toBe('Đang giữ 2 bản chính: 2 ở Bộ phận hộ tịch');
    const partly = desk.fold([
      desk.act('DossierReceived'),
      desk.act('HandedOver', { to: 'Bộ phận hộ tịch', originals: 1 }),
    ]);
    expect(sayVi(describeCustody(partly))).toBe('Đang giữ 2 bản chính: 1 tại quầy, 1 ở Bộ phận hộ tịch');
  });

  it('says what went back, and that more went back than came in', () => {
    const desk = openDesk();
    const received = desk.act('DossierReceived');
    const back = (originalsReturned: number) =>
      desk.fold([
        received,
        desk.act('OutcomeReady', { shelf: 'A3' }),
        desk.act('OutcomeReturned', { originalsReturned }),
      ]);
    expect(sayVi(describeCustody(back(2)))).toBe('Không giữ bản chính nào; đã trả lại 2');
    expect(sayVi(describeCustody(back(1)))).toBe('Đang giữ 1 bản chính: 1 tại quầy; đã trả lại 1');
    expect(listCustodyNotes(back(3)).map(sayVi)).toContain('Đã trả nhiều hơn 1 bản so với số nhận. Kiểm lại sổ.');
    const ready = desk.fold([received, desk.act('OutcomeReady', { shelf: 'A3', originalsWithheld: 'Giấy cũ' })]);
    expect(listCustodyNotes(ready).map(sayVi)).toEqual(['Kết quả để ở A3', 'Thu giữ cùng kết quả: Giấy cũ']);
  });

  it('holds nothing of a submission until papers are brought to the counter', () => {
    const desk = openDesk();
    const submission = desk.act('OnlineSubmissionArrived');
    expect(countOriginals(desk.fold([submission]))).toBe(0);
    expect(
      countOriginals(desk.fold([submission, desk.act('OnlineSubmissionAccepted'), desk.act('PaperAttached')])),
    ).toBe(1);
  });

  it('counts no sheet of a submission, whatever form it names, until it is brought', () => {
    const desk = openDesk();
    const submission = desk.act('OnlineSubmissionArrived');
    const sent = desk.fold([submission]);
    expect(sayVi(describeCustody(sent))).toBe('Hồ sơ điện tử');
    expect(listPapers(sent).length).toBeGreaterThan(0);
    expect(listPapers(sent).every(({ counts, mode }) => counts === null && mode !== 'submit')).toBe(true);
    expect(listPapers(sent).map((paper) => paper.mode)).not.toContain('present');
    const brought = listPapers(
      desk.fold([submission, desk.act('OnlineSubmissionAccepted'), desk.act('PaperAttached')]),
    );
    expect(brought.at(-1)).toMatchObject({ paperId: 'extra', mode: 'submit', counts: { original: 1 } });
  });

  it('lists every page once, named by its paper', () => {
    const desk = openDesk();
    const state = desk.fold([desk.act('DossierReceived'), desk.act('PaperAttached')]);
    expect(listPages(state).map((page) => sayVi(page.name))).toEqual(['Tờ khai, trang 1', 'Giấy ủy quyền, trang 1']);
  });
});

describe('describeDossierSync', () => {
  it('never says received while an act waits', () => {
    const desk = openDesk();
    const received = desk.act('DossierReceived');
    const waiting = desk.act('FeeCollected');
    const state = desk.fold([received, waiting], desk.builders.acceptAll([received]));
    expect(sayVi(describeDossierSync(state))).toBe('Đã lưu trên máy này; 1 trong 2 việc chờ tỉnh nhận.');
  });

  it('says that the server is not durable when one receipt is not', () => {
    const desk = openDesk();
    const received = desk.act('DossierReceived');
    const receipt = desk.builders.receipt(received, { durable: false });
    expect(sayVi(describeDossierSync(desk.fold([received], new Map([[received.id, receipt]]))))).toContain(
      'chưa ghi bền',
    );
    expect(sayVi(describeDossierSync(desk.fold([received], desk.builders.acceptAll([received]))))).toContain(
      'Tỉnh đã nhận đủ 1 việc',
    );
  });
});
