import { toLocalDay, toLocalTime } from '../../../shared/base/time';
import { forgetDraft, makeDraft } from './draft-keeper';
import { describeNotSaved } from './intake-failures';
import type { IntakeSurroundings, IntakeView } from './intake-form';
import { receiveDossier, type ReceiveError } from './intake.commands';
import { RECEIVE } from './field-order';
import { focusOn, setIntake, showDraft, useIntake } from './intake.store';
import { firstPrint, printSaved, type Desktop } from './print-flow';

/** Shows what is wrong and takes the officer to the first of it. */
function showProblems(view: IntakeView): void {
  const [first] = view.problems;
  const isInPerson = view.problems.some(({ field }) => field.startsWith('submitter.'));
  const isInAsk = first?.field.startsWith('panel.ask.') === true;
  const isInMoney = first?.field === 'panel.waiver';
  const isInPeople = first?.field.startsWith('panel.') === true && !isInAsk && !isInMoney;
  const isInMore = view.problems.some(({ field }) => field === 'summary' || field.startsWith('backEntry'));
  setIntake({
    wasAsked: true,
    ...(isInPerson ? { isPersonOpen: true } : {}),
    ...(isInMore ? { isMoreOpen: true } : {}),
    ...(isInAsk ? { panel: 'ask' as const, isScanOpen: false } : {}),
    ...(isInMoney ? { panel: 'money' as const, isScanOpen: false } : {}),
    ...(isInPeople ? { panel: 'people' as const, isScanOpen: false } : {}),
  });
  if (first) focusOn(first.field);
}

/**
 * Number and place of a consignment: the counter's slip book, day and second, so that two counters never give the same. The
 * form of the number is provisional.
 */
function nameConsignment({ now, counter }: Desktop): { readonly consignmentNo: string; readonly place: string } {
  const at = now();
  const seconds = String(Math.floor(at / 1000) % 60).padStart(2, '0');
  const time = `${toLocalDay(at).slice(2)}-${toLocalTime(at)}${seconds}`.replaceAll(/[^\d-]/g, '');
  const [year = '', month = '', day = '', clock = ''] = time.split('-');
  return { consignmentNo: `PG-${counter.book}-${year}${month}${day}-${clock}`, place: counter.name };
}

/** Not saved, and why. A draft whose dossier is in the journal already gives way: its slip may be with the citizen. */
async function showRefusal(draftId: string, error: ReceiveError, { now }: Desktop): Promise<void> {
  if (error.kind === 'notAllowed' && error.reason.kind === 'alreadyDone') {
    await forgetDraft(draftId);
    showDraft(makeDraft(now()), { alreadySaved: draftId });
    return;
  }
  setIntake({ stage: 'typing', failure: describeNotSaved(error) });
  focusOn(RECEIVE);
}

/**
 * "Tiếp nhận và in". The answer of the door is the save: it is shown before anything is printed, and a print that fails
 * cannot hide it.
 */
export async function receiveAndPrint(view: IntakeView, around: IntakeSurroundings, desk: Desktop): Promise<void> {
  const { draft, stage } = useIntake.getState();
  if (draft === null || stage !== 'typing') return;
  const { intake, legalTime, fee } = view;
  if (!intake || !legalTime) {
    showProblems(view);
    return;
  }
  setIntake({ stage: 'receiving', failure: null, alreadySaved: null });
  const payment = fee?.payment ?? 'later';
  const reuses = view.checklist?.reuses ?? [];
  const consignment = view.isConsignment ? nameConsignment(desk) : null;
  const received = await receiveDossier({ dossierId: draft.id, intake, legalTime, payment, reuses, consignment });
  if (!received.ok) {
    await showRefusal(draft.id, received.error, desk);
    return;
  }
  const what = consignment === null ? 'DossierReceived' : 'CollectedByPost';
  const saved = { dossierId: draft.id, what, ...received.value } as const;
  setIntake({
    panel: 'citizen',
    stage: 'saved',
    saved,
    print: { kind: 'idle' },
    isScanOpen: false,
    card: null,
    restored: null,
  });
  // Not waited for: a draft that stays behind is known by its id and never received again.
  void forgetDraft(draft.id);
  if (consignment === null) await printSaved(around, desk, firstPrint);
}
