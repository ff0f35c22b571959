import type { Procedure } from '../../../shared/domain/procedure';
import type { IntakeDraft } from './intake-draft';
import type { PersonForm } from './person-form';

/** What decides where Enter goes. */
export interface OrderInput {
  readonly draft: IntakeDraft;
  readonly procedure: Procedure | undefined;
  readonly isPersonOpen: boolean;
  readonly isMoreOpen: boolean;
}

/** One field of the screen. Enter stops at `isStop` fields only; Tab reaches all. */
interface FieldStep {
  readonly field: string;
  readonly isStop: boolean;
}

/** Parcel and certificate are what land dossiers are found and compared by. */
const landFields: readonly FieldStep[] = ['sheetNo', 'parcelNo', 'certificateSerial'].map((part) => ({
  field: `land.${part}`,
  isStop: true,
}));

/** The button that receives; the last stop. */
export const RECEIVE = 'receive';

function listPerson(role: string, form: PersonForm, contact: boolean): FieldStep[] {
  const hasNumber = form.identityKind !== 'none';
  return [
    { field: `${role}.name`, isStop: true },
    { field: `${role}.identityKind`, isStop: false },
    { field: `${role}.${hasNumber ? 'number' : 'noneReason'}`, isStop: hasNumber },
    { field: `${role}.birth`, isStop: true },
    // The number tells the sex; without one it must be asked.
    { field: `${role}.sex`, isStop: form.sex === '' },
    { field: `${role}.address`, isStop: contact },
    { field: `${role}.phone`, isStop: contact },
  ];
}

function listPapers(draft: IntakeDraft): FieldStep[] {
  return draft.papers.flatMap((row) => [
    ...(row.isExtra ? [{ field: `papers.${row.paperId}.name`, isStop: row.name.trim() === '' }] : []),
    { field: `papers.${row.paperId}`, isStop: false },
  ]);
}

/** Parents and guardians come by law, a postal carrier for nobody; everybody else shows why. */
function needsGround({ relation }: IntakeDraft): boolean {
  return relation === null || !['parent', 'guardian', 'postalCarrier'].includes(relation);
}

/** Every field in reading order. */
export function listFields({ draft, procedure, isPersonOpen, isMoreOpen }: OrderInput): readonly FieldStep[] {
  const isOther = draft.applicantIs === 'other';
  const asked = procedure?.quantities ?? [];
  return [
    ...(isPersonOpen ? listPerson('submitter', draft.submitter, true) : []),
    { field: 'procedure', isStop: true },
    ...(isOther ? listPerson('applicant', draft.applicant, false) : []),
    { field: 'relation', isStop: false },
    { field: 'ground', isStop: isOther && draft.ground === '' && needsGround(draft) },
    { field: 'case', isStop: false },
    ...asked.map((quantity) => ({ field: `quantities.${quantity}`, isStop: true })),
    ...(procedure?.duplicateRule === 'sameParcel' ? landFields : []),
    { field: 'channel', isStop: false },
    { field: 'return', isStop: false },
    { field: 'returnAddress', isStop: draft.returnMethod === 'post' && draft.returnAddress.trim() === '' },
    ...listPapers(draft),
    { field: 'summary', isStop: isMoreOpen && draft.summary === '' },
    { field: 'setCount', isStop: false },
    { field: 'backEntry', isStop: false },
    ...['day', 'time'].map((part) => ({ field: `backEntry.${part}`, isStop: draft.backEntry.isOn })),
    { field: 'backEntry.reason', isStop: false },
    { field: 'backEntry.slipNo', isStop: draft.backEntry.isOn },
    { field: 'payment', isStop: false },
    { field: RECEIVE, isStop: true },
  ];
}

/** Where Enter goes from a field: the next one that does not hold its usual value. */
export function findNextStop(input: OrderInput, from: string): string {
  const fields = listFields(input);
  const at = fields.findIndex(({ field }) => field === from);
  return fields.slice(at + 1).find(({ isStop }) => isStop)?.field ?? RECEIVE;
}

/** Where Esc goes from a field: the stop before it; `undefined` at the first one. */
export function findPreviousStop(input: OrderInput, from: string): string | undefined {
  const fields = listFields(input);
  const at = fields.findIndex(({ field }) => field === from);
  return fields.slice(0, Math.max(0, at)).findLast(({ isStop }) => isStop)?.field;
}
