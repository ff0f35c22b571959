import { err, ok, type Result } from '../../shared/base/result';
import { toLocalDay } from '../../shared/base/time';
import type { SlipTruth } from '../../shared/domain/slip-truth';
import type { FormOptions } from '../../shared/forms/build-form';
import { buildFilledForm } from '../../shared/forms/form-catalogue';
import type { FormFill } from '../../shared/forms/form-fill';
import { settleDossierForm, settleUnitForm, type DossierTruth, type PlaceTruth } from '../../shared/forms/form-truth';
import type { FormWish } from '../../shared/forms/form-wish';
import type { FormOutcome, PaperPreview, PrintError } from '../../shared/ipc/messages';
import { sayVi } from '../../shared/text/message';
import type { Log } from '../log';
import type { PaperDesk, Rendered } from './paper-desk';

/** Main's own truth about the dossier of a paper. */
export interface FormDossierTruth extends DossierTruth {
  /** Signed part of a slip with the date in force; `undefined` before reception. */
  readonly slip: SlipTruth | undefined;
}

/** What printing a paper joins beside the desk of papers. */
export interface FormPorts {
  readonly desk: PaperDesk;
  /** Of the device's own journal; `undefined` when it holds no act of this dossier. */
  readonly truthOf: (dossierId: string) => Promise<FormDossierTruth | undefined>;
  /** The place of this PC. */
  readonly place: () => PlaceTruth;
  /** What the province prints differently; the day is that of the reception, else of the paper. */
  readonly changesOf: (fill: FormFill, unitId: string, day: string) => NonNullable<FormOptions['changes']>;
  readonly signQr: (truth: SlipTruth) => string;
  readonly render: (fill: FormFill, options: FormOptions) => Promise<Result<Rendered, { readonly ref: string }>>;
  readonly log: Log;
}

/** Prints every paper but the receipt, which has signed data of its own. */
export interface FormPrinter {
  readonly preview: (wish: FormWish) => Promise<Result<PaperPreview, PrintError>>;
  readonly print: (
    order: FormWish & { readonly printer: string | null; readonly copies: number },
  ) => Promise<Result<FormOutcome, PrintError>>;
}

interface SettledForm {
  readonly fill: FormFill;
  readonly options: FormOptions;
}

/** Makes the printer of papers. */
export function createFormPrinter(ports: FormPorts): FormPrinter {
  return {
    preview: async (wish) => {
      const settled = await settle(ports, wish);
      if (!settled.ok) return settled;
      const rendered = await renderForm(ports, settled.value);
      const { fill, options } = settled.value;
      return rendered.ok ? ok(ports.desk.preview(rendered.value, buildFilledForm(fill, options))) : rendered;
    },
    print: async ({ printer, copies, ...wish }) => {
      const settled = await settle(ports, wish);
      if (!settled.ok) return settled;
      const { fill } = settled.value;
      const name = nameOf(fill, wish.dossierId === null ? ports.place().unit.id : null);
      const printed = await ports.desk.print({
        ...{ name, printer, copies },
        render: () => renderForm(ports, settled.value),
      });
      return printed.ok ? ok({ ...printed.value, copyNo: fill.copyNo }) : printed;
    },
  };
}

async function settle(ports: FormPorts, wish: FormWish): Promise<Result<SettledForm, PrintError>> {
  const { fill, dossierId, about, layout } = wish;
  const truth = dossierId === null ? undefined : await ports.truthOf(dossierId);
  if (dossierId !== null && truth === undefined) return refuse(ports, ['dossierId']);
  const settled = truth ? settleDossierForm(fill, about, truth) : settleUnitForm(fill, ports.place());
  if (!settled.ok) return refuse(ports, settled.error);
  const { unit } = truth ?? ports.place();
  const day = toLocalDay(truth?.state.receivedAt ?? fill.at);
  const changes = ports.changesOf(settled.value, unit.id, day);
  return ok({
    fill: signWhereNeeded(ports, settled.value, truth),
    options: { changes, ...(layout === undefined ? {} : { layout }) },
  });
}

/** The re-dated slip takes the place of the receipt at other counters: its symbol carries the date in force, signed. */
function signWhereNeeded(ports: FormPorts, fill: FormFill, truth: FormDossierTruth | undefined): FormFill {
  if (fill.form !== 'redatedSlip' || truth?.slip === undefined) return fill;
  return { ...fill, qr: ports.signQr({ ...truth.slip, promisedAt: truth.newDate }) };
}

function refuse(ports: FormPorts, fields: readonly string[]): Result<never, PrintError> {
  ports.log('slipDiffers', { reason: fields.join(' ') });
  return err({ kind: 'slipDiffers', fields });
}

async function renderForm(ports: FormPorts, { fill, options }: SettledForm): Promise<Result<Rendered, PrintError>> {
  const rendered = await ports.render(fill, options);
  return rendered.ok ? rendered : err({ kind: 'renderFailed', ref: rendered.error.ref });
}

/** Without accents, as files are named here; `unitId` of a paper that belongs to no dossier. */
function nameOf(fill: FormFill, unitId: string | null): string {
  const { form, copyNo } = fill;
  const name = sayVi({ key: `machine.file.form.${form}` });
  const code = fill.values['code'] ?? fill.code;
  const subject = unitId === null ? code : `${unitId} ${toLocalDay(fill.at)}`;
  return copyNo === 1
    ? sayVi({ key: 'machine.file.paper', values: { name, subject } })
    : sayVi({ key: 'machine.file.paperReprint', values: { name, subject, copyNo } });
}
