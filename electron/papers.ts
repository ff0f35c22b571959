import { setTimeout as wait } from 'node:timers/promises';
import { err, ok, type Result } from '../shared/base/result';
import { toLocalDay } from '../shared/base/time';
import { subjectKey } from '../shared/domain/actions/action';
import { decideDossierDates } from '../shared/domain/dossier-dates';
import { foldDossier, type DossierState } from '../shared/domain/dossier-state';
import { decideFormChanges, type FormQuestion } from '../shared/domain/form-override';
import { findFormOverrides } from '../shared/domain/reference';
import { readSlipTruth } from '../shared/domain/slip-truth';
import type { Unit } from '../shared/domain/unit';
import type { FormOptions } from '../shared/forms/build-form';
import { decideRedatedDate } from '../shared/forms/dossier-forms';
import type { PrintJobNews } from '../shared/ipc/messages';
import type { Desk } from './desk';
import { saveExport } from './disk/save-export';
import type { Launch } from './launch';
import type { PlaceFile } from './place';
import { createPaperDesk, type PaperDesk, type Rendered } from './print/paper-desk';
import { createFormPrinter, type FormDossierTruth, type FormPrinter } from './print/print-form';
import { createReceiptPrinter, signSlipQr, type ReceiptPrinter, type ReceiptTruth } from './print/print-receipt';
import type { Printer } from './print/printer';
import type { Previews } from './previews';
import type { ReferenceStore } from './reference-store';
import type { PdfJob } from './worker-jobs';

/** Everything printed at this counter. */
export interface Papers {
  readonly receipts: ReceiptPrinter;
  readonly forms: FormPrinter;
  readonly isPrinting: () => boolean;
}

/** What papers are joined from. */
export interface PapersPorts {
  readonly launch: Launch;
  readonly desk: () => Desk;
  readonly previews: Previews;
  readonly place: PlaceFile;
  readonly reference: ReferenceStore;
  readonly printer: Printer;
  readonly render: (job: PdfJob) => Promise<Result<Rendered, { readonly ref: string }>>;
  readonly onPrintJob: (news: PrintJobNews) => void;
  readonly newId: () => string;
  readonly now: () => number;
}

/** Joins receipts and all other papers to one desk they leave by. */
export function createPapers(ports: PapersPorts): Papers {
  const { launch } = ports;
  const desk = joinDesk(ports);
  const signing = {
    deviceId: () => ports.desk().deviceId,
    sign: (text: string) => ports.desk().deviceKey.sign(text),
  };
  return {
    isPrinting: desk.isPrinting,
    receipts: createReceiptPrinter({
      ...{ desk, ...signing, log: launch.log },
      truthOf: (dossierId) => readReceiptTruth(ports, dossierId),
      render: (slip, qr, options) => ports.render({ type: 'receipt', slip, qr, options }),
    }),
    forms: createFormPrinter({
      ...{ desk, log: launch.log },
      truthOf: (dossierId) => readFormTruth(ports, dossierId),
      place: () => ({ unit: ownUnit(ports), practice: isPractice(ports) }),
      changesOf: ({ form, formSet }, unitId, day) => changesOf(ports, { form, formSet, unitId, day }),
      signQr: (truth) => signSlipQr(signing, truth),
      render: (fill, options) => ports.render({ type: 'form', fill, options }),
    }),
  };
}

function joinDesk({ launch, previews, printer, newId, onPrintJob }: PapersPorts): PaperDesk {
  return createPaperDesk({
    save: async (name, bytes) => {
      const saved = await saveExport(launch.exportsFolder, [{ name, bytes }]);
      if (!saved.ok) return err({ kind: saved.error.kind });
      const [file] = saved.value;
      if (file === undefined) throw new Error('saveExport kept no file');
      return ok(file);
    },
    printer,
    keepPreview: (bytes) => {
      const id = newId();
      previews.keep(id, bytes);
      return id;
    },
    wait: (ms) => wait(ms),
    onJob: onPrintJob,
    newRef: launch.newRef,
    log: launch.log,
  });
}

function isPractice({ place }: PapersPorts): boolean {
  return place.find()?.practice ?? false;
}

function findUnit({ reference, now }: PapersPorts, unitId: string): Unit | undefined {
  return reference.reference(toLocalDay(now())).units.get(unitId);
}

function ownUnit(ports: PapersPorts): Unit {
  const unit = findUnit(ports, ports.place.find()?.unitId ?? '');
  if (unit === undefined) throw new Error('the unit of this place is in no package');
  return unit;
}

function changesOf({ reference }: PapersPorts, question: FormQuestion): NonNullable<FormOptions['changes']> {
  return decideFormChanges(findFormOverrides(reference.packages(), question.day), question);
}

/** The dossier as this device's journal tells it, folded by the same rules as everywhere. */
async function readState({ desk }: PapersPorts, dossierId: string): Promise<DossierState> {
  const history = await desk().books.index.historyOf(subjectKey({ type: 'dossier', id: dossierId }));
  return foldDossier({ dossierId, ...history });
}

async function readReceiptTruth(ports: PapersPorts, dossierId: string): Promise<ReceiptTruth | undefined> {
  const state = await readState(ports, dossierId);
  const slip = readSlipTruth(state);
  if (slip === undefined || state.versions === null) return undefined;
  const unitId = state.receivingUnitId ?? ownUnit(ports).id;
  const { formSet } = state.versions;
  const changes = changesOf(ports, { form: 'receipt', formSet, unitId, day: toLocalDay(slip.receivedAt) });
  return { slip, changes };
}

async function readFormTruth(ports: PapersPorts, dossierId: string): Promise<FormDossierTruth | undefined> {
  const state = await readState(ports, dossierId);
  if (state.timeline.length === 0) return undefined;
  const { reference } = ports.reference;
  const rules = { now: reference(toLocalDay(ports.now())), onDay: reference };
  return {
    state,
    unit: findUnit(ports, state.receivingUnitId ?? '') ?? ownUnit(ports),
    practice: isPractice(ports),
    newDate: decideRedatedDate(state, decideDossierDates(state, rules)).newDate,
    slip: readSlipTruth(state),
  };
}
