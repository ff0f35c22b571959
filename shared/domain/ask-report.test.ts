import { describe, expect, it } from 'vitest';
import { createBuilders, MORNING } from '../../tests/support/builders';
import { fromLocal } from '../base/time';
import type { Action } from './actions/action';
import type { ReceivedPaper } from './actions/action-parts';
import { buildAskReport, listAsks, type AskRecord } from './ask-report';
import { foldDossier } from './dossier-state';

const make = createBuilders(31);
const counts = { original: 1, certifiedCopy: 0, photocopy: 0 };
const paper = (paperId: string, parts: Partial<ReceivedPaper> = {}): ReceivedPaper => ({
  ...{ paperId, name: `Giấy ${paperId}`, mode: 'submit', counts },
  ...parts,
});
const listed = new Set(['form', 'land']);
type Subject = { readonly type: 'dossier'; readonly id: string };

function asks(...build: ((subject: Subject) => Action)[]) {
  const subject: Subject = { type: 'dossier', id: make.id() };
  const actions = build.map((one) => one(subject));
  const state = foldDossier({ dossierId: subject.id, actions, receipts: make.acceptAll(actions) });
  return { subject, actions, lines: listAsks(state, listed) };
}

const receive = (papers: ReceivedPaper[]) => (subject: Subject) =>
  make.action('DossierReceived', { subject }, { papers, pages: [] });
const brief = (lines: readonly AskRecord[]) => lines.map((line) => [line.kind, line.paperId]);

describe('listAsks', () => {
  it('names papers outside the list, repeated and volunteered ones of a reception, with all there is to say', () => {
    const { subject, actions, lines } = asks(
      receive([
        paper('form'),
        paper('extra', { ground: 'Điều 5' }),
        paper('land', { repeatReason: 'bản quét mờ' }),
        paper('land', { volunteered: true }),
        paper('own', { volunteered: true }),
      ]),
    );
    const who = {
      dossierId: subject.id,
      procedureCode: '1.001193',
      actionId: actions[0]?.id,
      at: actions[0]?.happenedAt,
      officerId: 'demo-intakeOfficer',
    };
    expect(lines).toEqual([
      { kind: 'outsideList', ...who, paperId: 'extra', name: 'Giấy extra', ground: 'Điều 5', reason: null },
      { kind: 'repeated', ...who, paperId: 'land', name: 'Giấy land', ground: null, reason: 'bản quét mờ' },
      { kind: 'volunteered', ...who, paperId: 'land', name: 'Giấy land', ground: null, reason: null },
      { kind: 'outsideList', ...who, paperId: 'own', name: 'Giấy own', ground: null, reason: null },
    ]);
  });

  it('looks at every act that asks for papers or takes some in', () => {
    const asked = [{ paperId: 'ghost', name: 'Giấy ghost' }];
    const { lines } = asks(
      (subject) => make.action('GuidanceIssued', { subject }, { askedPapers: asked }),
      receive([]),
      (subject) => make.action('PaperAttached', { subject }, { paper: paper('p1') }),
      (subject) => make.action('SupplementRequested', { subject }, { askedPapers: asked }),
      (subject) => make.action('SupplementReceived', { subject }, { papers: [paper('p2')] }),
      (subject) => make.action('FeeCollected', { subject }),
    );
    expect(lines.map((line) => line.paperId)).toEqual(['ghost', 'p1', 'ghost', 'p2']);
  });

  it('looks into a consignment, and finds nothing where no papers are named', () => {
    const { lines } = asks((subject) =>
      make.action('CollectedByPost', { subject }, { intake: make.intake({ papers: [paper('p3')], pages: [] }) }),
    );
    expect(brief(lines)).toEqual([['outsideList', 'p3']]);
    expect(asks((subject) => make.action('GuidanceIssued', { subject })).lines).toEqual([]);
    expect(asks(receive([]), (subject) => make.action('SupplementRequested', { subject })).lines).toEqual([]);
  });

  it('passes over acts of a newer version', () => {
    const newer = (subject: Subject): Action => ({
      ...make.action('PaperAttached', { subject }),
      kind: 'SomethingNew',
    });
    expect(asks(receive([]), newer).lines).toEqual([]);
  });
});

describe('buildAskReport', () => {
  const line = (parts: Partial<AskRecord>): AskRecord => ({
    ...{ kind: 'outsideList', dossierId: 'd', actionId: 'a', procedureCode: null, at: MORNING, officerId: 'o' },
    ...{ paperId: 'p', name: 'P', ground: null, reason: null },
    ...parts,
  });

  it('keeps the days of the period, both ends included, in the order of time', () => {
    const lines = [
      line({ actionId: 'late', at: fromLocal('2026-11-22', '23:59') }),
      line({ actionId: 'after', at: fromLocal('2026-11-23', '00:00') }),
      line({ actionId: 'first', at: fromLocal('2026-11-16', '00:00') }),
      line({ actionId: 'before', at: fromLocal('2026-11-15', '23:59') }),
    ];
    const report = buildAskReport(lines, { from: '2026-11-16', to: '2026-11-22' });
    expect([report.from, report.to]).toEqual(['2026-11-16', '2026-11-22']);
    expect(report.lines.map((one) => one.actionId)).toEqual(['first', 'late']);
  });

  it('orders acts of one instant by their id', () => {
    const lines = [line({ actionId: 'b' }), line({ actionId: 'a' })];
    const period = { from: '2026-11-20', to: '2026-11-20' };
    expect(buildAskReport(lines, period).lines.map((one) => one.actionId)).toEqual(['a', 'b']);
    expect(buildAskReport(lines.reverse(), period).lines.map((one) => one.actionId)).toEqual(['a', 'b']);
  });

  it('counts each kind, with and without ground', () => {
    const report = buildAskReport(
      [
        line({}),
        line({}),
        line({ ground: 'Điều 5' }),
        line({ kind: 'repeated' }),
        line({ kind: 'repeated' }),
        line({ kind: 'repeated' }),
        line({ kind: 'volunteered', ground: 'Điều 5' }),
      ],
      { from: '2026-11-20', to: '2026-11-20' },
    );
    expect(report).toMatchObject({
      outsideListWithGround: 1,
      outsideListWithoutGround: 2,
      repeated: 3,
      volunteered: 1,
    });
  });
});
