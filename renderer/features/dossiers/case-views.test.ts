import { describe, expect, it } from 'vitest';
import type { Action, KnownKind, PayloadOf } from '../../../shared/domain/actions/action';
import { foldDossier, type DossierState } from '../../../shared/domain/dossier-state';
import { buildWorkingCalendar } from '../../../shared/domain/working-calendar';
import type { Receipt } from '../../../shared/domain/verdict';
import { sayVi } from '../../../shared/text/message';
import { createBuilders, MORNING, type Builders } from '../../../tests/support/builders';
import { listDateDoubts, listDates } from './case-dates';
import { countOriginals, describeCustody, listPages, listPapers } from './case-papers';
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

describe('listDates', () => {
  it('names promise, legal date and first date when a dossier was received', () => {
    const desk = openDesk();
    const dates = listDates(desk.fold([desk.act('DossierReceived')]), calendar, MORNING);
    expect(dates.map((date) => date.id)).toEqual(['promised', 'legalDue', 'firstDue']);
    expect(dates.filter((date) => date.left !== null).map((date) => date.id)).toEqual(['legalDue']);
  });

  it('speaks of the paper slip only when it was printed', () => {
    const desk = openDesk();
    const accepted = [desk.act('OnlineSubmissionArrived'), desk.act('OnlineSubmissionAccepted')];
    const labelOf = (acts: readonly Action[]) => listDates(desk.fold(acts), calendar, MORNING)[0]?.label;
    expect(labelOf(accepted)).toBe('dossiers.case.appointed');
    expect(labelOf([...accepted, desk.act('FormPrinted')])).toBe('dossiers.case.promised');
  });

  it('names the time of sending when a submission waits, and nothing on a stub', () => {
    const desk = openDesk();
    expect(
      listDates(desk.fold([desk.act('OnlineSubmissionArrived')]), calendar, MORNING).map((date) => date.id),
    ).toEqual(['submitted']);
    expect(listDates(desk.fold([desk.act('OutcomeReturned')]), calendar, MORNING)).toEqual([]);
  });

  it('warns that the date must be counted anew when a pause has ended', () => {
    const desk = openDesk();
    const acts = [desk.act('DossierReceived'), desk.act('SupplementRequested'), desk.act('SupplementReceived')];
    expect(listDateDoubts(desk.fold(acts))).toContain('dossiers.case.recount');
    expect(listDateDoubts(desk.fold(acts.slice(0, 1)))).toEqual([]);
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
    expect(sayVi(describeCustody(state))).toBe('Đang giữ 1 bản chính');
  });

  it('says where the originals went when the folder was handed over', () => {
    const desk = openDesk();
    const state = desk.fold([
      desk.act('DossierReceived'),
      desk.act('HandedOver', { to: 'Bộ phận hộ tịch', originals: 2 }),
    ]);
    expect(sayVi(describeCustody(state))).toBe('2 bản chính đã bàn giao Bộ phận hộ tịch');
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
