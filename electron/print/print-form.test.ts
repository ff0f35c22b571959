import { beforeEach, describe, expect, it } from 'vitest';
import { err, ok } from '../../shared/base/result';
import type { PayloadOf } from '../../shared/domain/actions/action';
import { parseSlipQr } from '../../shared/domain/slip-qr';
import { readSlipTruth } from '../../shared/domain/slip-truth';
import { buildControlSheet } from '../../shared/forms/control-sheet';
import { buildAuthorisation } from '../../shared/forms/citizen-papers';
import { noChanges } from '../../shared/forms/form-changes';
import type { FormFill } from '../../shared/forms/form-fill';
import type { FormWish } from '../../shared/forms/form-wish';
import { buildRedatedSlip } from '../../shared/forms/redated-slip';
import { aroundOf } from '../../tests/support/form-fills';
import { sampleDossier } from '../../tests/support/form-samples';
import { createPaperDeskKit, type PaperDeskKit } from '../../tests/support/paper-desk-kit';
import { createFormPrinter, type FormPorts, type FormPrinter } from './print-form';
import { signSlipQr } from './print-receipt';

const wish = { formSet: 'TT03-2025' } as const;
const around = aroundOf(wish);
const state = sampleDossier(wish);
const newDate = around.at + 12 * 86_400_000;
const control = buildControlSheet(state, { ...around, steps: [] }) ?? expect.fail('no control sheet');
const redated =
  buildRedatedSlip(state, around, { newDate, provisional: false, trace: [] }) ?? expect.fail('no re-dated slip');
const { dossierId } = state;
const wishFor = (fill: FormFill): FormWish => ({ fill, dossierId });

let kit: PaperDeskKit;
let rendered: FormFill[];
let asked: unknown[];

beforeEach(() => {
  [kit, rendered, asked] = [createPaperDeskKit(), [], []];
});

function createPrinter(changes: Partial<FormPorts> = {}): FormPrinter {
  const { unit } = around;
  return createFormPrinter({
    desk: kit.desk(),
    truthOf: (id) =>
      Promise.resolve(
        id === dossierId ? { state, unit, practice: true, newDate, slip: readSlipTruth(state) } : undefined,
      ),
    place: () => ({ unit, practice: true }),
    changesOf: ({ form }, unitId, day) => {
      asked.push([form, unitId, day]);
      return noChanges;
    },
    signQr: (truth) => signSlipQr({ deviceId: () => 'QRHKZN2T', sign: () => 'S'.repeat(86) }, truth),
    render: (fill) => {
      rendered.push(fill);
      return Promise.resolve(ok({ bytes: Buffer.from('%PDF'), pages: 2 }));
    },
    log: (event) => kit.logged.push(event),
    ...changes,
  });
}

describe('form printer', () => {
  it('keeps a paper under its Vietnamese name and prints it with the mark of practice', async () => {
    const printed = await createPrinter().print({ ...wishFor(control), printer: 'A4', copies: 2 });
    expect(printed).toMatchObject({ ok: true, value: { printer: 'A4', copies: 2, copyNo: 1 } });
    expect(kit.saved).toEqual(['Phieu kiem soat H41.26-260309-0007.pdf']);
    expect(rendered[0]).toEqual({ ...control, practice: true });
    expect(asked).toEqual([['controlSheet', around.unit.id, '2026-03-09']]);
  });

  it('counts the copy in its own journal, whatever the page says', async () => {
    const print = { form: 'controlSheet', at: 1, reprint: false } as PayloadOf<'FormPrinted'> & { at: number };
    const printedOnce = { ...state, prints: [{ ...print, actionId: 'a', officerId: 'o' }] };
    const truth = { state: printedOnce, unit: around.unit, practice: false, newDate, slip: undefined };
    const printer = createPrinter({ truthOf: () => Promise.resolve(truth) });
    const second = await printer.print({ ...wishFor({ ...control, copyNo: 9 }), printer: null, copies: 1 });
    expect(second).toMatchObject({ ok: true, value: { copyNo: 2 } });
    const same = await printer.print({ ...wishFor(control), printer: null, copies: 1 });
    expect(same).toMatchObject({ ok: true, value: { copyNo: 1 } });
    expect(kit.saved[0]).toBe('Phieu kiem soat H41.26-260309-0007 - ban in 2.pdf');
    expect(rendered.map(({ practice }) => practice)).toEqual([false, false]);
  });

  it('signs the new date on a re-dated slip itself', async () => {
    await createPrinter().print({ ...wishFor(redated), printer: null, copies: 1 });
    const scanned = parseSlipQr(rendered[0]?.qr ?? '');
    expect(scanned).toMatchObject({ ok: true, value: { fields: { dossierId, promisedAt: newDate } } });
  });

  it('shows what would be printed, and keeps nothing', async () => {
    const shown = await createPrinter().preview(wishFor(control));
    expect(shown).toMatchObject({ ok: true, value: { previewId: 'preview-1', pages: 2 } });
    expect(shown.ok && shown.value.document.watermark).toBe('THỰC HÀNH');
    expect(kit.saved).toEqual([]);
  });

  it.each<readonly [string, FormWish]>([
    ['dossierId', { fill: control, dossierId: '01890000-0000-7000-8000-000000000002' }],
    ['dossierId', { fill: control, dossierId: null }],
    ['code', wishFor({ ...control, code: 'H41.26-260309-0009' })],
    ['applicant', wishFor({ ...control, values: { ...control.values, applicant: 'Trần Văn Bảy' } })],
    ['head', wishFor({ ...control, head: { ...control.head, unitName: 'UBND XÃ KHÁC' } })],
    ['formSet', wishFor({ ...control, formSet: 'TT01-2018' })],
    ['newDate', wishFor({ ...redated, values: { ...redated.values, newDate: 'ngày mai' } })],
    ['qr', wishFor({ ...control, qr: 'QMC1|H41.26-260309-0007' })],
    ['form', wishFor({ ...control, form: 'receipt' })],
    ['form', { fill: { ...control, form: 'register' }, dossierId: null }],
  ])('refuses a wrong %s: nothing is rendered or kept', async (field, lie) => {
    const refusal = err({ kind: 'slipDiffers', fields: [field] });
    expect(await createPrinter().print({ ...lie, printer: 'A4', copies: 1 })).toEqual(refusal);
    expect(await createPrinter().preview(lie)).toEqual(refusal);
    expect([rendered, kit.saved, kit.orders]).toEqual([[], [], []]);
    expect(kit.logged).toContain('slipDiffers');
  });

  it('prints a paper of no dossier under unit and day, only for its own unit', async () => {
    const blank = buildAuthorisation(around);
    await createPrinter().print({ fill: { ...blank, copyNo: 4 }, dossierId: null, printer: null, copies: 1 });
    expect(kit.saved).toEqual([`Giay uy quyen ${around.unit.id} 2026-03-09.pdf`]);
    expect(rendered[0]).toMatchObject({ copyNo: 1, practice: true });
    const foreign = { ...blank, head: { ...blank.head, place: 'Vinh' } };
    expect(await createPrinter().preview({ fill: foreign, dossierId: null })).toEqual(
      err({ kind: 'slipDiffers', fields: ['head'] }),
    );
  });

  it('tells that rendering failed', async () => {
    const printer = createPrinter({ render: () => Promise.resolve(err({ ref: 'ABCD' })) });
    const failed = err({ kind: 'renderFailed', ref: 'ABCD' });
    expect(await printer.print({ ...wishFor(control), printer: null, copies: 1 })).toEqual(failed);
    expect(await printer.preview(wishFor(control))).toEqual(failed);
  });
});
