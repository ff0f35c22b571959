import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { err, ok } from '../../../shared/base/result';
import { fromLocal } from '../../../shared/base/time';
import type { Procedure } from '../../../shared/domain/procedure';
import { referencePackageSchema } from '../../../shared/domain/reference-package';
import { buildReference } from '../../../shared/domain/reference';
import { sayVi } from '../../../shared/text/message';
import type { PrintOutcome } from '../../../shared/ipc/messages';
import type { DesktopBridge } from '../../../shared/ipc/contract';
import { buildOfficer } from '../../../tests/support/builders';
import { createFakeDesktop, type FakeDesktop } from '../../../tests/support/fake-desktop';
import { createPlace, openTestRecords } from '../../../tests/support/open-store';
import { closeRecords } from '../../records/open-records';
import { pickProcedure } from './draft-changes';
import { keepDrafts, listCounterDrafts } from './draft-keeper';
import { obeySeed, openScreen, startNext, startNextSamePerson, takeCard, type Desk } from './intake-flow';
import { deriveIntake, type IntakeSurroundings } from './intake-form';
import { changeDraft, dismissLeftPrint, setIntake, useIntake } from './intake.store';
import { printSaved } from './print-flow';
import { receiveAndPrint } from './receive-flow';
import { runScan, takeLandedPage } from './scan-flow';

const CARD = '040090000123||NGUYỄN VĂN A|01021990|Nam|Xóm 1, Xã Ví Dụ, Huyện Cũ, Nghệ An|15042021';
const OTHER = '040188912345||Nguyễn Thị Hoa|12051988|Nữ|Thôn 3, Thanh Bình, Nghệ An|22072021';
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

const marriage: Procedure = find(reference.procedures, '1.004873');
const unit = find(reference.units, 'H41.26');
const start = useIntake.getState();
const printed: PrintOutcome = { file: '/x/a.pdf', sha256: 'c'.repeat(64), printer: 'HP', jobId: '1', copies: 1 };

let fake: FakeDesktop;
let clock: number;
const ha = { officerId: 'cb-ha', name: 'Lê Thị Thu Hà' };
let desk: Desk;
let around: IntakeSurroundings;
let desktop: DesktopBridge;
let printing: () => ReturnType<DesktopBridge['print']['printReceipt']>;
let place: ReturnType<typeof createPlace>;

beforeEach(async () => {
  useIntake.setState(start, true);
  fake = createFakeDesktop();
  clock = fromLocal('2026-03-09', '09:10');
  desk = { counterId: 'q1', officer: ha, now: () => (clock += 1) };
  around = { reference, officer: buildOfficer(), unit, now: clock };
  printing = () => Promise.resolve(ok(printed));
  const ready = { name: 'HP', description: '', isDefault: true, state: 'ready', trouble: null } as const;
  const print = { ...fake.bridge.print, printers: () => Promise.resolve(ok([ready])), printReceipt: () => printing() };
  desktop = { ...fake.bridge, print };
  place = createPlace('intake');
  await openTestRecords(fake, place);
});
afterEach(closeRecords);

/** Receives what is on the screen, as Ctrl+Enter does. */
function receive(): Promise<void> {
  const { draft } = useIntake.getState();
  if (!draft) throw new Error('no draft');
  return receiveAndPrint(deriveIntake(draft, around), around, screen());
}

const counter = { name: 'Quầy 1', book: 'Q1' };
const screen = (): Parameters<typeof printSaved>[1] => ({ desktop, practice: false, counter, now: desk.now });

async function fill(): Promise<void> {
  await openScreen(desk);
  await takeCard(CARD, desk);
  changeDraft((draft) => pickProcedure(draft, marriage));
}

/** As after a crash: nothing in memory, everything in the store. */
async function crash(): Promise<void> {
  await closeRecords();
  useIntake.setState(start, true);
  await openTestRecords(fake, place);
}

const kinds = (): string[] =>
  fake.journal.flatMap(({ body }) => (body.kind === 'actions' ? body.actions.map(({ kind }) => kind) : []));

describe('receiving', () => {
  it('saves and records the print when the printer takes it', async () => {
    await fill();
    await receive();
    expect(kinds()).toEqual(['DossierReceived', 'FormPrinted']);
    expect(useIntake.getState()).toMatchObject({
      stage: 'saved',
      print: { kind: 'printed', printer: 'HP', unrecorded: null },
    });
    expect(useIntake.getState().saved?.state.prints).toHaveLength(1);
  });

  it('stays saved and says where the file is when the printer stands', async () => {
    printing = () =>
      Promise.resolve(err({ kind: 'printerStopped', name: 'HP', file: '/x/giay.pdf', trouble: 'paperOut' }));
    await fill();
    await receive();
    expect(kinds()).toEqual(['DossierReceived']);
    expect(useIntake.getState()).toMatchObject({
      stage: 'saved',
      print: {
        kind: 'failed',
        message: {
          key: 'intake.print.failed.printerStopped',
          values: { file: 'giay.pdf', trouble: { key: 'printing.trouble.paperOut' } },
        },
      },
    });
  });

  /** Receives, and goes on to the next person while the slip is being printed. */
  async function goOnWhilePrinting(answer: Awaited<ReturnType<typeof printing>>): Promise<void> {
    await fill();
    printing = async () => {
      await startNext(desk);
      return answer;
    };
    await receive();
  }

  it('records the print when the officer has already gone on', async () => {
    await goOnWhilePrinting(ok(printed));
    expect(kinds()).toEqual(['DossierReceived', 'FormPrinted']);
    expect(useIntake.getState()).toMatchObject({ stage: 'typing', saved: null, leftPrints: [] });
  });

  it('tells of a failed print until it is dismissed when the officer has already gone on', async () => {
    await goOnWhilePrinting(err({ kind: 'printerStopped', name: 'HP', file: '/x/giay.pdf', trouble: null }));
    await startNext(desk);
    const [left] = useIntake.getState().leftPrints;
    expect(useIntake.getState()).toMatchObject({ stage: 'typing', print: { kind: 'idle' } });
    expect(left && sayVi(left.message)).toMatch(/^Giấy hẹn của hồ sơ \S+: Máy in HP đang dừng\. Đã lưu tệp giay\.pdf/);
    dismissLeftPrint(left?.dossierId ?? '');
    expect(useIntake.getState().leftPrints).toEqual([]);
  });

  it('tells of a print that could not be recorded when the officer has already gone on', async () => {
    fake.rig.propose = ([first]) =>
      first?.act.kind === 'plain' && first.act.plainKind === 'FormPrinted' ? err({ kind: 'diskFull' }) : undefined;
    await goOnWhilePrinting(ok(printed));
    expect(useIntake.getState().leftPrints.map(({ message }) => sayVi(message))).toEqual([
      expect.stringContaining('Đã in nhưng chưa ghi được vào hồ sơ'),
    ]);
  });

  it('records no print when there is no printer, and the later one as the first copy', async () => {
    printing = () => Promise.resolve(ok({ ...printed, printer: null, jobId: null }));
    await fill();
    await receive();
    expect(kinds()).toEqual(['DossierReceived']);
    expect(useIntake.getState()).toMatchObject({
      saved: { state: { prints: [] } },
      print: { kind: 'printed', printer: null, file: '/x/a.pdf', unrecorded: null },
    });
    printing = () => Promise.resolve(ok(printed));
    await printSaved(around, screen(), { reason: null, isSameCopy: false });
    expect(useIntake.getState().saved?.state.prints).toMatchObject([{ reprint: false }]);
  });

  it('takes the money in the same command when cash was paid', async () => {
    await openScreen(desk);
    await takeCard(CARD, desk);
    changeDraft((draft) => pickProcedure(draft, find(reference.procedures, '2.000815')));
    changeDraft((draft) => ({ ...draft, quantities: { pages: 2, copies: 1 } }));
    await receive();
    const [first] = fake.journal;
    expect(first?.body.kind === 'actions' && first.body.actions.map(({ kind }) => kind)).toEqual([
      'DossierReceived',
      'FeeCollected',
    ]);
    expect(useIntake.getState().saved?.state.feesCollected).toBe(4000);
  });

  it('keeps everything on the screen and says why when the disk is full', async () => {
    fake.rig.propose = () => err({ kind: 'diskFull' });
    await fill();
    const { draft } = useIntake.getState();
    await receive();
    expect(useIntake.getState()).toMatchObject({ stage: 'typing', draft, failure: { key: 'intake.failed.notSaved' } });
  });

  it('proposes nothing and goes to the first field when something is wrong', async () => {
    await fill();
    changeDraft((draft) => ({ ...draft, submitter: { ...draft.submitter, number: '04009000012' } }));
    await receive();
    expect(fake.calls).not.toContain('propose');
    expect(useIntake.getState()).toMatchObject({
      wasAsked: true,
      isPersonOpen: true,
      focusOrder: { field: 'submitter.number' },
    });
  });

  it('receives once when the key is pressed twice', async () => {
    await fill();
    await Promise.all([receive(), receive()]);
    expect(kinds().filter((kind) => kind === 'DossierReceived')).toHaveLength(1);
  });
});

describe('drafts', () => {
  it('come back as they were when the app ended', async () => {
    await fill();
    const stop = keepDrafts(desk);
    changeDraft((draft) => ({ ...draft, summary: 'Xin xác nhận để mua nhà', focus: 'summary' }));
    stop();
    const { draft } = useIntake.getState();
    await expect.poll(() => listCounterDrafts('q1')).toHaveLength(1);
    await crash();
    await openScreen(desk);
    expect(useIntake.getState()).toMatchObject({
      draft: { ...draft, owner: ha },
      isMoreOpen: true,
      focusOrder: { field: 'summary' },
    });
    expect(useIntake.getState().restored).not.toBeNull();
  });

  it('are not received a second time when the app ended before the draft was removed', async () => {
    await fill();
    const stop = keepDrafts(desk);
    changeDraft((draft) => ({ ...draft, summary: 'a' }));
    stop();
    await expect.poll(() => listCounterDrafts('q1')).toHaveLength(1);
    const { draft } = useIntake.getState();
    await receive();
    if (!draft) throw new Error('no draft');
    useIntake.setState({ ...start, draft }, true);
    await startNext(desk);
    await crash();
    await obeySeed({ no: 1, seed: { draftId: draft.id } }, desk);
    expect(useIntake.getState()).toMatchObject({ stage: 'typing', alreadySaved: draft.id });
    expect(useIntake.getState().draft?.id).not.toBe(draft.id);
    expect(await listCounterDrafts('q1')).toEqual([]);
  });

  it('wait in the list of the counter when the next person comes', async () => {
    await fill();
    await startNext(desk);
    expect(useIntake.getState().draft?.submitter.name).toBe('');
    expect(await listCounterDrafts('q1')).toMatchObject([
      { value: { isOpen: false, submitter: { name: 'NGUYỄN VĂN A' } } },
    ]);
  });

  it('leave nothing behind when nothing was entered', async () => {
    await openScreen(desk);
    await startNext(desk);
    expect(await listCounterDrafts('q1')).toEqual([]);
  });
});

describe('a card', () => {
  it('fills the person line and goes on to the procedure', async () => {
    await openScreen(desk);
    await takeCard(CARD, desk);
    expect(useIntake.getState()).toMatchObject({
      isPersonOpen: false,
      focusOrder: { field: 'procedure' },
      draft: {
        submitter: { name: 'NGUYỄN VĂN A', number: '040090000123', birth: '01/02/1990', sex: 'male', source: 'card' },
      },
    });
  });

  it('changes nothing and says why when it is faulty', async () => {
    await fill();
    const { draft } = useIntake.getState();
    await takeCard(CARD.replace('040090000123', '04009000012'), desk);
    expect(useIntake.getState()).toMatchObject({ draft, card: { kind: 'problem' } });
  });

  it('of somebody else asks what it is for and overwrites nobody', async () => {
    await fill();
    const { draft } = useIntake.getState();
    await takeCard(OTHER, desk);
    expect(useIntake.getState()).toMatchObject({ draft, card: { kind: 'other', person: { name: 'Nguyễn Thị Hoa' } } });
  });

  it('begins the next dossier when the last one is saved', async () => {
    await fill();
    await receive();
    await takeCard(OTHER, desk);
    expect(useIntake.getState()).toMatchObject({
      stage: 'typing',
      draft: { procedureCode: null, submitter: { name: 'Nguyễn Thị Hoa' } },
    });
  });
});

describe('the next dossier', () => {
  it('of the same person keeps the person', async () => {
    await fill();
    await receive();
    const before = useIntake.getState().draft?.id;
    await startNextSamePerson(desk);
    const { draft } = useIntake.getState();
    expect(draft).toMatchObject({ procedureCode: null, submitter: { name: 'NGUYỄN VĂN A' } });
    expect(draft?.id).not.toBe(before);
  });
});

describe('scanning', () => {
  const page = {
    pageId: '019cd1c0-0000-7000-8000-0000000000aa',
    sha256: 'd'.repeat(64),
    mime: 'image/png',
    bytes: 5,
  } as const;

  it('keeps the pages that landed and says why when the scanner stops', async () => {
    await fill();
    const draftId = useIntake.getState().draft?.id ?? '';
    const start = (): ReturnType<DesktopBridge['scan']['start']> => {
      takeLandedPage({ draftId, paperId: 'to-khai', page });
      return Promise.resolve(err({ kind: 'device', ref: 'BCDF' }));
    };
    await runScan(
      { sourceId: 's', draftId, paperId: 'to-khai' },
      { ...desk, desktop: { ...desktop, scan: { ...desktop.scan, start } } },
    );
    expect(useIntake.getState()).toMatchObject({
      scan: { isRunning: false, landed: 1, failure: { key: 'intake.scan.failed.device', values: { ref: 'BCDF' } } },
      draft: { pages: [{ paperId: 'to-khai', pages: [page] }] },
    });
  });

  it('puts pages into the parked draft when another one is on the screen', async () => {
    await fill();
    const draftId = useIntake.getState().draft?.id ?? '';
    const start = async (): ReturnType<DesktopBridge['scan']['start']> => {
      await startNext(desk);
      return ok({ runId: 'r', pages: [page] });
    };
    await runScan(
      { sourceId: 's', draftId, paperId: 'to-khai' },
      { ...desk, desktop: { ...desktop, scan: { ...desktop.scan, start } } },
    );
    expect(await listCounterDrafts('q1')).toMatchObject([
      { id: draftId, value: { pages: [{ paperId: 'to-khai', pages: [page] }] } },
    ]);
    setIntake({ draft: null });
  });
});
