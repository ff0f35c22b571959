import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ok } from '../../../shared/base/result';
import { fromLocal } from '../../../shared/base/time';
import type { IndexedPaper } from '../../../shared/domain/paper-index';
import { buildReference } from '../../../shared/domain/reference';
import { referencePackageSchema } from '../../../shared/domain/reference-package';
import { sayVi } from '../../../shared/text/message';
import { buildDelegation, buildOfficer } from '../../../tests/support/builders';
import { createFakeDesktop, type FakeDesktop } from '../../../tests/support/fake-desktop';
import { createPlace, openTestRecords } from '../../../tests/support/open-store';
import { closeRecords } from '../../records/open-records';
import { answerQuestion } from './answer-changes';
import { pickProcedure } from './draft-changes';
import { listCounterDrafts } from './draft-keeper';
import { openScreen, resumeDraft, startNext, takeCard, type Desk } from './intake-flow';
import { deriveIntake, type IntakeSurroundings } from './intake-form';
import { changeDraft, setIntake, useIntake } from './intake.store';
import { takeKitSlip } from './kit-slip';
import { takeOffer } from './paper-keys';
import { addOther } from './party-changes';
import { receiveAndPrint } from './receive-flow';
import { describeNext, describeOutcome } from './saved-sentence';
import { endTalk, readMatter } from './talk-flow';
import { startTalk, type TalkForm } from './talk-form';

const CARD = '040090000123||NGUYỄN VĂN A|01021990|Nam|Xóm 1, Xã Ví Dụ, Huyện Cũ, Nghệ An|15042021';
const packages = ['procedures', 'calendar', 'units'].map((name) =>
  referencePackageSchema.parse(JSON.parse(readFileSync(`build/packages/${name}.json`, 'utf8'))),
);
const built = buildReference(packages, '2026-03-09');
if (!built.ok) throw new Error(built.error.kind);
const reference = built.value;

function find<T>(map: ReadonlyMap<string, T>, key: string): T {
  const found = map.get(key);
  if (found === undefined) throw new Error(key);
  return found;
}

const procedure = find(reference.procedures, '1.004873');
const unit = find(reference.units, 'H41.26');

const start = useIntake.getState();
let fake: FakeDesktop;
let clock: number;
let desk: Desk;
let around: IntakeSurroundings;

beforeEach(async () => {
  useIntake.setState(start, true);
  fake = createFakeDesktop();
  clock = fromLocal('2026-03-09', '09:10');
  desk = { counterId: 'q1', officer: { officerId: 'cb-ha', name: 'Lê Thị Thu Hà' }, now: () => (clock += 1) };
  around = { reference, officer: buildOfficer(), unit, now: clock };
  await openTestRecords(fake, createPlace('outcomes'));
});
afterEach(closeRecords);

async function fill(): Promise<void> {
  await openScreen(desk);
  await takeCard(CARD, desk);
  changeDraft((draft) => pickProcedure(draft, procedure));
}

function receive(where = around): Promise<void> {
  const { draft } = useIntake.getState();
  if (!draft) throw new Error('no draft');
  const counter = { name: 'Điểm bưu điện xã', book: 'Q1' };
  const ready = { name: 'HP', description: '', isDefault: true, state: 'ready', trouble: null } as const;
  const printed = { file: '/x/a.pdf', sha256: 'c'.repeat(64), printer: 'HP', jobId: '1', copies: 1 };
  const print = {
    ...fake.bridge.print,
    printers: () => Promise.resolve(ok([ready])),
    printReceipt: () => Promise.resolve(ok(printed)),
  };
  const desktop = { desktop: { ...fake.bridge, print }, practice: false, counter, now: desk.now };
  return receiveAndPrint(deriveIntake(draft, where), where, desktop);
}

async function talk(form: Partial<TalkForm>): Promise<void> {
  changeDraft((draft) => ({ ...draft, talk: { ...startTalk('guidance', 'Thiếu giấy tờ'), ...form } }));
  const { draft } = useIntake.getState();
  const matter = draft && readMatter(draft, deriveIntake(draft, around), around);
  if (!matter) throw new Error('no matter');
  await endTalk(matter, desk);
}

const acts = (): { kind: string; payload: Readonly<Record<string, unknown>>; subject: unknown }[] =>
  fake.journal.flatMap(({ body }) => (body.kind === 'actions' ? body.actions : []));

function saidOf(): readonly string[] {
  const { saved } = useIntake.getState();
  if (!saved) throw new Error('nothing saved');
  const next = describeNext(saved.what);
  return [sayVi(describeOutcome(saved.what, saved.savedAt, saved.state)), next ? sayVi(next) : ''];
}

describe('a paper taken over', () => {
  it('is recorded in the same command as the reception', async () => {
    await fill();
    changeDraft((draft) => answerQuestion(draft, procedure, { questionId: 'da-ly-hon', answer: true }));
    const held: IndexedPaper = {
      ...{ personId: 'personalId:040090000123', typeCode: 'BAN-AN-LY-HON', name: 'Bản án', issuedOn: '2024-02-01' },
      ...{ validity: { kind: 'forever' }, pages: [], fileSha256: null },
      source: {
        ...{ kind: 'dossier', code: 'H41.26-250310-0001', digitisedOn: '2025-03-10' },
        dossierId: '019cd1c0-0000-7000-8000-000000000002',
      },
    };
    const where = { ...around, index: [held] };
    const { draft } = useIntake.getState();
    const checklist = draft && deriveIntake(draft, where).checklist;
    if (!checklist) throw new Error('no checklist');
    changeDraft((current) => takeOffer(current, checklist));
    await receive(where);
    const [first, second] = acts();
    expect([first?.kind, second?.kind]).toEqual(['DossierReceived', 'PaperReused']);
    expect(first?.subject).toEqual(second?.subject);
    const commands = fake.journal.filter(({ body }) => body.kind === 'actions');
    expect(commands[0]?.body).toMatchObject({ actions: [{ kind: 'DossierReceived' }, { kind: 'PaperReused' }] });
    expect(useIntake.getState().saved?.state.reuses).toHaveLength(1);
  });
});

describe('a post that may only consign', () => {
  it('takes the papers in, promises nothing and prints no slip', async () => {
    const delegation = buildDelegation({
      ...{ unitId: 'H41.26', validFrom: '2026-01-01', validTo: '2026-12-31', procedures: [], mayIssueReceipt: false },
    });
    const officer = buildOfficer('postalOfficer', { unitId: 'H41.26', delegation });
    await fill();
    await receive({ ...around, officer });
    expect(acts().map(({ kind }) => kind)).toEqual(['CollectedByPost']);
    expect(acts()[0]?.payload).toMatchObject({
      place: 'Điểm bưu điện xã',
      consignmentNo: expect.stringMatching(/^PG-Q1-260309-0910\d\d$/u) as unknown,
    });
    expect(useIntake.getState().saved?.state.appointment).toBeNull();
    expect(saidOf()[0]).toMatch(/^Đã lưu \d\d:\d\d · phiếu gửi PG-Q1-260309-0910\d\d · tỉnh chưa nhận$/u);
    expect(saidOf()[1]).toContain('bắt đầu khi trung tâm nhận túi');
  });
});

describe('a talk without a reception', () => {
  it('is numbered, and its draft becomes the same dossier when the citizen comes back', async () => {
    await fill();
    const id = useIntake.getState().draft?.id ?? '';
    await talk({ asked: ['to-khai'] });
    expect(acts().map(({ kind }) => kind)).toEqual(['GuidanceIssued']);
    expect(saidOf()[0]).toMatch(/^Đã ghi hướng dẫn \d\d:\d\d · phiếu \S+\/\d{4}\/\d+ · tỉnh chưa nhận$/u);
    await startNext(desk);
    expect((await listCounterDrafts('q1')).map((draft) => draft.state === 'readable' && draft.value.id)).toEqual([id]);
    await resumeDraft(id, desk);
    expect(useIntake.getState().draft).toMatchObject({ id, talk: null });
    await receive();
    const [talked, received] = acts();
    expect(received?.kind).toBe('DossierReceived');
    expect(received?.subject).toEqual(talked?.subject);
  });

  it('shows what is missing and records nothing', async () => {
    await fill();
    await talk({ kind: 'refusal', legalGround: '' });
    expect(acts()).toEqual([]);
    expect(useIntake.getState()).toMatchObject({ stage: 'typing', wasAsked: true });
    expect(useIntake.getState().focusOrder.field).toBe('panel.legalGround');
  });

  it('leaves no draft behind after a refusal', async () => {
    await fill();
    await talk({ kind: 'refusal', legalGround: 'Điều 5', originalsReturned: 1 });
    expect(acts()[0]).toMatchObject({ kind: 'IntakeRefused', payload: { originalsReturned: 1 } });
    expect(saidOf()[0]).toMatch(/^Đã ghi từ chối tiếp nhận/u);
    await startNext(desk);
    expect(await listCounterDrafts('q1')).toEqual([]);
  });
});

describe('a card while a further owner is typed', () => {
  it('fills that owner when nobody stands there yet, and leaves the one at the counter alone', async () => {
    await fill();
    changeDraft((draft) => addOther(draft, 'applicant'));
    setIntake({ panel: 'people', panelField: 'panel.other-1.name' });
    await takeCard('040188912345||Nguyễn Thị Hoa|12051988|Nữ|Thôn 3, Thanh Bình, Nghệ An|22072021', desk);
    const { draft, card } = useIntake.getState();
    expect(draft?.others[0]?.form).toMatchObject({ name: 'Nguyễn Thị Hoa', number: '040188912345', source: 'card' });
    expect([draft?.submitter.number, card]).toEqual(['040090000123', null]);
  });
});

describe('a slip of the paper kit', () => {
  it('makes what is typed its entry afterwards, and is left alone while nothing is typed', async () => {
    expect(takeKitSlip('Q1/2026/801')).toBe(false);
    await fill();
    expect(takeKitSlip('Q1/2026/801')).toBe(true);
    const { draft, isMoreOpen, focusOrder } = useIntake.getState();
    expect(draft?.backEntry).toMatchObject({ isOn: true, slipNo: 'Q1/2026/801' });
    expect([isMoreOpen, focusOrder.field]).toEqual([true, 'backEntry.day']);
  });
});
