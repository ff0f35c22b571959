import { describe, expect, it } from 'vitest';
import { fromLocal } from '../../../../shared/base/time';
import { payloadSchemas, type KnownKind, type PayloadOf } from '../../../../shared/domain/actions/action';
import { foldDossier, type DossierState } from '../../../../shared/domain/dossier-state';
import { createBuilders } from '../../../../tests/support/builders';
import { FILE_ONLY } from '../../../printers.store';
import { listChoices, OTHER_PAPER, readAttach, startAttach } from './attach-draft';
import { readBackEntry, startBackEntry } from './back-entry';
import { readCorrection, startCorrection } from './correction-draft';
import { readHandOver, readResolve, readWithdraw, startHandOver, startResolve } from './handling-drafts';
import { usualPrinter } from '../../../papers/printer-choice';
import { readPrintReason, startPrint } from './print-draft';
import { listItems } from './ask-items';
import { readBrought, readRequest, startBrought, startRequest } from './supplement-drafts';

type Step = { readonly [K in KnownKind]: readonly [K, Partial<PayloadOf<K>>?] }[KnownKind];

function stateAfter(...steps: readonly Step[]): DossierState {
  const builders = createBuilders(11);
  const dossierId = builders.id();
  const subject = { type: 'dossier', id: dossierId } as const;
  const actions = steps.map(([kind, payload]) => builders.action(kind, { subject }, payload as never));
  return foldDossier({ dossierId, actions, receipts: new Map() });
}

/** Whatever a form gives must pass the schema of its kind: main would refuse it otherwise. */
function expectValid(kind: KnownKind, result: { readonly ok: boolean; readonly value?: unknown }): void {
  expect(result.ok).toBe(true);
  expect(payloadSchemas[kind].safeParse(result.value).error).toBeUndefined();
}

const received = (): DossierState => stateAfter(['DossierReceived']);
const noon = fromLocal('2026-11-20', '12:00');

describe('readBackEntry', () => {
  const draft = { ...startBackEntry(noon), isOne: true };

  it('says nothing when the act happens now', () => {
    expect(readBackEntry(startBackEntry(noon), noon)).toEqual({ ok: true, value: null });
  });

  it.each(['10:15', '1015', '10h15'])('takes %s for a quarter past ten', (time) => {
    const read = readBackEntry({ ...draft, time, paperSlipNo: ' 7 ' }, noon);
    const happenedAt = fromLocal('2026-11-20', '10:15');
    expect(read).toEqual({ ok: true, value: { happenedAt, backEntry: { reason: 'power', paperSlipNo: '7' } } });
  });

  it.each(['', '25:00', 'sáng', '12:01'])('refuses %s as a time before noon', (time) => {
    expect(readBackEntry({ ...draft, time }, noon).ok).toBe(false);
  });
});

describe('hand-over', () => {
  it('starts with the handling unit and every original when nothing was changed', () => {
    const draft = startHandOver(received());
    expect(draft).toEqual({ to: 'UBND xã Hoa Sơn', medium: 'paper', originals: 2, stepId: '' });
    expectValid('HandedOver', readHandOver(draft));
  });

  it('moves no original when it is electronic, and goes nowhere without a place', () => {
    const read = readHandOver({ to: 'Văn phòng', medium: 'electronic', originals: 2, stepId: '' });
    expect(read.ok && read.value.originals).toBe(0);
    expect(readHandOver({ to: ' ', medium: 'paper', originals: 2, stepId: '' }).ok).toBe(false);
  });

  it('is electronic from the start when everything came through the portal', () => {
    const state = stateAfter(['OnlineSubmissionArrived'], ['OnlineSubmissionAccepted']);
    expect(startHandOver({ ...state, channel: 'online' })).toMatchObject({ medium: 'electronic', originals: 0 });
  });
});

describe('withdrawal and resolution', () => {
  it('need a word of explanation', () => {
    expect(readWithdraw({ originalsReturned: 0, reason: '  ' }).ok).toBe(false);
    expectValid('Withdrawn', readWithdraw({ originalsReturned: 0, reason: 'đổi ý' }));
    const issue = { actionId: received().timeline[0]?.action.id ?? '', note: '' };
    expect(readResolve(issue).ok).toBe(false);
    expectValid('IssueResolved', readResolve({ ...issue, note: 'đã đối chiếu' }));
  });

  it('begin with the first open issue', () => {
    const state = stateAfter(['DossierReceived'], ['OutcomeReturned'], ['Withdrawn']);
    const open = state.issues.find((issue) => !issue.resolved);
    expect(open).toBeDefined();
    expect(startResolve(state).actionId).toBe(open?.actionId);
  });
});

describe('supplement', () => {
  it('asks for each paper once, without empty lines', () => {
    expect(listItems(' A \n\nB\nA')).toEqual(['A', 'B']);
    const draft = { ...startRequest(['A', 'B']), reason: 'thiếu' };
    expectValid('SupplementRequested', readRequest(draft, { published: [], approval: null }));
    expect(readRequest({ ...draft, items: '\n ' }, { published: [], approval: null }).ok).toBe(false);
  });

  it('offers a row for everything that was asked, a known paper under its own id', () => {
    const state = stateAfter(
      ['DossierReceived'],
      ['SupplementRequested', { items: ['Giấy chứng sinh', 'Hợp đồng thuê nhà'] }],
    );
    const brought = startBrought(state, undefined);
    expect(brought.map((paper) => paper.name)).toEqual(['Giấy chứng sinh', 'Hợp đồng thuê nhà']);
    expect(brought[0]?.paperId).toBe('proof');
    expect(new Set(brought.map((paper) => paper.paperId)).size).toBe(2);
    expectValid('SupplementReceived', readBrought(brought));
  });
});

describe('correction', () => {
  it('holds only what differs', () => {
    const state = received();
    const read = readCorrection({ ...startCorrection(state), summary: 'Đăng ký lại', reason: 'gõ nhầm' }, state);
    expectValid('DetailsCorrected', read);
    expect(read.ok && read.value.changes).toEqual({ summary: 'Đăng ký lại' });
  });

  it('changes the applicant and keeps the other parties when a name was wrong', () => {
    const state = received();
    const read = readCorrection({ ...startCorrection(state), name: 'Đặng Thị Hoà', reason: 'sai tên' }, state);
    expectValid('DetailsCorrected', read);
    expect(read.ok && read.value.changes.parties?.[0]?.person.name).toBe('Đặng Thị Hoà'.normalize('NFC'));
    expect(read.ok && read.value.changes.parties?.length).toBe(state.parties.length);
  });

  it('is refused when nothing differs, no reason is given or the number is short', () => {
    const state = received();
    const draft = { ...startCorrection(state), reason: 'gõ nhầm' };
    expect(readCorrection(draft, state).ok).toBe(false);
    expect(readCorrection({ ...draft, summary: 'x', reason: '' }, state).ok).toBe(false);
    const short = readCorrection({ ...draft, number: '04018891234' }, state);
    expect(!short.ok && short.error['number']).toBeDefined();
  });
});

describe('correction errors', () => {
  it('are all shown at once when name, number and reason are wrong', () => {
    const state = received();
    const read = readCorrection({ ...startCorrection(state), name: '', number: '04018891234' }, state);
    expect(!read.ok && Object.keys(read.error).sort()).toEqual(['name', 'number', 'reason']);
  });
});

describe('attached paper', () => {
  const state = received();
  const choices = listChoices(state, undefined);
  const around = { choices, newId: 'them-1' };

  it('comes with pages or counts, never with neither', () => {
    const draft = startAttach(choices);
    expect(readAttach(draft, around).ok).toBe(false);
    const page = createBuilders(2).page();
    const read = readAttach({ ...draft, pages: [page] }, around);
    expectValid('PaperAttached', read);
    expect(read.ok && read.value.paper.paperId).toBe('form');
  });

  it('needs a name of its own when it is outside the list', () => {
    const counts = { original: 1, certifiedCopy: 0, photocopy: 0 };
    const draft = { ...startAttach([]), counts };
    expect(draft.choice).toBe(OTHER_PAPER);
    expect(readAttach(draft, around).ok).toBe(false);
    const read = readAttach({ ...draft, name: 'Giấy ủy quyền' }, around);
    expect(read.ok && read.value.paper).toMatchObject({ paperId: 'them-1', mode: 'submit', counts });
  });
});

describe('print', () => {
  it('needs a reason only when it is a reprint', () => {
    expect(readPrintReason(startPrint, false)).toEqual({ ok: true, value: null });
    expect(readPrintReason(startPrint, true)).toEqual({ ok: true, value: 'Công dân làm mất giấy' });
    expect(readPrintReason({ ...startPrint, reason: 'other' }, true).ok).toBe(false);
    expect(readPrintReason({ ...startPrint, reason: 'other', otherReason: ' rách ' }, true)).toEqual({
      ok: true,
      value: 'rách',
    });
  });

  it('goes to a printer that takes work, else to a file', () => {
    const printer = (name: string, isDefault: boolean, state: 'ready' | 'stopped') => ({
      name,
      description: '',
      isDefault,
      state,
      trouble: null,
    });
    expect(usualPrinter([printer('a', false, 'ready'), printer('b', true, 'ready')], null)).toBe('b');
    expect(usualPrinter([printer('a', false, 'ready'), printer('b', true, 'stopped')], null)).toBe('a');
    expect(usualPrinter([printer('b', true, 'stopped')], null)).toBe(FILE_ONLY);
    expect(usualPrinter([printer('a', false, 'ready'), printer('b', true, 'ready')], 'a')).toBe('a');
    expect(usualPrinter([printer('b', true, 'ready')], 'gone')).toBe('b');
    expect(usualPrinter([printer('b', true, 'ready')], FILE_ONLY)).toBe(FILE_ONLY);
  });
});
