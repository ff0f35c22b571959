import { beforeEach, describe, expect, it } from 'vitest';
import { err, ok } from '../../shared/base/result';
import { parseSlipQr } from '../../shared/domain/slip-qr';
import type { ReceiptSlip } from '../../shared/forms/receipt-slip-data';
import type { SlipTruth } from '../../shared/domain/slip-truth';
import type { PrinterInfo } from '../../shared/ipc/messages';
import type { FormOptions } from '../../shared/forms/build-form';
import { noChanges } from '../../shared/forms/form-changes';
import { createPaperDeskKit, type PaperDeskKit } from '../../tests/support/paper-desk-kit';
import type { PaperDeskPorts } from './paper-desk';
import { createReceiptPrinter, type ReceiptPorts, type ReceiptPrinter } from './print-receipt';

const slip = {
  code: 'H41.26-260309-0007',
  copyNo: 1,
  dossierId: '01890000-0000-7000-8000-000000000001',
  procedureCode: '1.001193',
  applicantName: 'Đặng Thị Hoa',
  receivedAt: 1_772_900_000_000,
  promisedAt: 1_773_000_000_000,
  feeState: 'paid',
} as unknown as ReceiptSlip;
const { code, dossierId, procedureCode, applicantName, receivedAt, promisedAt, feeState } = slip;
const truth: SlipTruth = {
  ...{ code, dossierId, procedureCode, applicantName, receivedAt, promisedAt, feeState },
  initials: 'DTH',
};

let kit: PaperDeskKit;
let qrs: string[];
let rendered: FormOptions[];
let signed: string[];

beforeEach(() => {
  [kit, qrs, rendered, signed] = [createPaperDeskKit(), [], [], []];
});

function createPrinter(desk: Partial<PaperDeskPorts> = {}, changes: Partial<ReceiptPorts> = {}): ReceiptPrinter {
  return createReceiptPrinter({
    desk: kit.desk(desk),
    deviceId: () => 'QRHKZN2T',
    truthOf: (id) => Promise.resolve(id === dossierId ? { slip: truth, changes: noChanges } : undefined),
    sign: (text) => {
      signed.push(text);
      return 'S'.repeat(86);
    },
    render: (_slip, qr, options) => {
      qrs.push(qr);
      rendered.push(options);
      return Promise.resolve(ok({ bytes: Buffer.from('%PDF'), pages: 1 }));
    },
    log: (event) => kit.logged.push(event),
    ...changes,
  });
}

describe('receipt printer', () => {
  it('keeps the PDF, then orders its copies with explicit paper and a title that names nobody', async () => {
    const printed = await createPrinter().print({ slip, printer: 'A4', copies: 2 });
    const file = '/x/Giay tiep nhan H41.26-260309-0007.pdf';
    expect(printed).toEqual(ok({ file, sha256: 'a'.repeat(64), printer: 'A4', jobId: 'A4-7', copies: 2 }));
    expect(kit.orders).toEqual([{ file, printer: 'A4', copies: 2, media: 'A4', title: 'QMC aaaaaaaa' }]);
  });

  it('prints a QR that a counter without a line can read', async () => {
    await createPrinter().print({ slip, printer: null, copies: 1 });
    expect(parseSlipQr(qrs[0] ?? '')).toMatchObject({
      ok: true,
      value: {
        fields: { code: slip.code, initials: 'DTH', deviceId: 'QRHKZN2T', feeState: 'paid' },
        signature: 'S'.repeat(86),
      },
    });
  });

  it('only keeps the file when no printer is named, and names a reprint', async () => {
    const printed = await createPrinter().print({ slip: { ...slip, copyNo: 3 }, printer: null, copies: 1 });
    expect(printed).toMatchObject({ ok: true, value: { printer: null, jobId: null } });
    expect([kit.saved, kit.orders]).toEqual([['Giay tiep nhan H41.26-260309-0007 - ban in 3.pdf'], []]);
  });

  it.each([
    [{ kind: 'noPrinter' }, 'noPrinter'],
    [{ kind: 'printerStopped', trouble: 'paperOut' }, 'printerStopped'],
    [{ kind: 'printerRejects' }, 'printerRejects'],
    [{ kind: 'printFailed', code: 'lp 1' }, 'printFailed'],
  ] as const)('tells %j together with the kept file', async (fault, kind) => {
    const printer = {
      list: () => Promise.resolve([]),
      submit: () => Promise.resolve(err(fault)),
      isWaiting: () => Promise.resolve(false),
    };
    const printed = await createPrinter({ printer }).print({ slip, printer: 'A4', copies: 1 });
    expect(printed).toMatchObject({ ok: false, error: { kind, file: '/x/Giay tiep nhan H41.26-260309-0007.pdf' } });
  });

  it.each([
    ['code', { code: 'H41.26-260309-0008' }],
    ['dossierId', { dossierId: '01890000-0000-7000-8000-000000000002' }],
    ['procedureCode', { procedureCode: '2.000815' }],
    ['applicantName', { applicantName: 'Trần Văn Bảy' }],
    ['receivedAt', { receivedAt: 1_772_800_000_000 }],
    ['promisedAt', { promisedAt: 1_772_950_000_000 }],
    ['promisedAt', { promisedAt: null }],
    ['feeState', { feeState: 'due' }],
  ] as const)('signs, renders and keeps nothing when the page lies about the %s', async (field, lie) => {
    const order = { slip: { ...slip, ...lie }, printer: 'A4', copies: 1 };
    const refusal = err({ kind: 'slipDiffers', fields: [field] });
    expect(await createPrinter().print(order)).toEqual(refusal);
    expect(await createPrinter().preview(order)).toEqual(refusal);
    expect([signed, qrs, kit.saved, kit.orders]).toEqual([[], [], [], []]);
    expect(kit.logged).toContain('slipDiffers');
  });

  it('tells that a job stays in the queue and why, then that it came out late', async () => {
    const queue: PrinterInfo = { name: 'A4', description: '', isDefault: true, state: 'ready', trouble: 'paperOut' };
    let looks = 0;
    const printer = {
      list: () => Promise.resolve([queue]),
      submit: () => Promise.resolve(ok({ jobId: 'A4-7' })),
      isWaiting: () => Promise.resolve((looks += 1) < 25),
    };
    await createPrinter({ printer }).print({ slip, printer: 'A4', copies: 1 });
    await expect.poll(() => kit.news).toHaveLength(2);
    expect(kit.news).toEqual([
      { printer: 'A4', jobId: 'A4-7', end: 'stuck', trouble: 'paperOut' },
      { printer: 'A4', jobId: 'A4-7', end: 'done', trouble: null },
    ]);
  });

  it('keeps nothing when rendering failed, and says why nothing could be kept', async () => {
    const unrendered = createPrinter({}, { render: () => Promise.resolve(err({ ref: 'ABCD' })) });
    expect(await unrendered.print({ slip, printer: null, copies: 1 })).toEqual(
      err({ kind: 'renderFailed', ref: 'ABCD' }),
    );
    expect(kit.saved).toEqual([]);
    const full = createPrinter({ save: () => Promise.resolve(err({ kind: 'diskFull' })) });
    expect(await full.print({ slip, printer: 'A4', copies: 1 })).toEqual(err({ kind: 'diskFull' }));
    const closed = createPrinter({ save: () => Promise.resolve(err({ kind: 'noAccess' })) });
    expect(await closed.print({ slip, printer: 'A4', copies: 1 })).toEqual(
      err({ kind: 'printFailed', ref: 'HKLM', file: '' }),
    );
    expect(kit.orders).toEqual([]);
  });

  it('lays the slip out as the province does, and as the officer wants it', async () => {
    const changes = { ...noChanges, title: 'GIẤY HẸN' };
    const printer = createPrinter({}, { truthOf: () => Promise.resolve({ slip: truth, changes }) });
    await printer.print({ slip, printer: null, copies: 1 });
    await printer.print({ slip, layout: 'twoOnOne', printer: null, copies: 1 });
    expect(rendered).toEqual([{ changes }, { changes, layout: 'twoOnOne' }]);
  });
});

describe('paper desk', () => {
  it('is busy from the order to the answer', async () => {
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const desk = kit.desk({ save: () => gate.then(() => ok({ path: '/x/a.pdf', sha256: 'a'.repeat(64) })) });
    const printing = createPrinter({}, { desk }).print({ slip, printer: null, copies: 1 });
    await expect.poll(() => desk.isPrinting()).toBe(true);
    release();
    await printing;
    expect(desk.isPrinting()).toBe(false);
  });
});
