import { foldVietnamese } from '../../../shared/base/vietnamese';
import { buildPersonFromCard, parseCitizenCard, type CardDoubt } from '../../../shared/domain/citizen-card';
import type { Person } from '../../../shared/domain/person';
import type { Message } from '../../../shared/text/message';
import { describeCardDoubt, describeCardError } from '../../../shared/text/rule-sentences';
import type { IntakeSeed } from '../../route.store';
import { putPerson, type PersonRole } from './draft-changes';
import {
  forgetDraft,
  isReceived,
  keepDraft,
  listCounterDrafts,
  makeDraft,
  openDraft,
  parkDraft,
  type Desk,
} from './draft-keeper';
import { isBlankDraft, isOfAnother, startNextOfSame, type IntakeDraft } from './intake-draft';
import { changeDraft, focusOn, setIntake, showDraft, useIntake, type Restored } from './intake.store';
import { changeOtherPerson } from './party-changes';
import { fillPersonForm, findIdentity, isBlankPerson, type PersonForm } from './person-form';

export type { Desk };

const cardDoubts: readonly string[] = ['marksLost', 'encodingRepaired', 'fieldMissing'] satisfies CardDoubt[];

function isCardDoubt(text: string): text is CardDoubt {
  return cardDoubts.includes(text);
}

/** Puts the draft on the screen aside, unless it was received or nothing was entered. */
async function leaveCurrent(desk: Desk): Promise<void> {
  const { draft, stage } = useIntake.getState();
  if (draft !== null && stage === 'typing' && !isBlankDraft(draft)) await parkDraft(draft, desk);
}

/** Shows a draft again, unless its dossier was received before the app ended. */
async function resume(draft: IntakeDraft, desk: Desk, restored: Restored | null): Promise<void> {
  if (await isReceived(draft)) {
    await forgetDraft(draft.id);
    showDraft(makeDraft(desk.now()), { alreadySaved: draft.id });
    return;
  }
  showDraft(draft, { restored });
}

/** Makes the screen this officer's; what another one left on it goes to the counter's drafts. False: it was theirs already. */
async function takeScreen(desk: Desk): Promise<boolean> {
  const { draft, stage, holder } = useIntake.getState();
  const isOwn = holder === null || holder.officerId === desk.officer.officerId;
  if (draft !== null && isOwn) return false;
  setIntake({ holder: desk.officer, draft: null });
  const isLeft = draft !== null && holder !== null && stage === 'typing' && !isBlankDraft(draft);
  // Kept before the lock already, unless the disk refused then. It stays open for its officer.
  if (isLeft) await keepDraft(draft, { ...desk, officer: holder });
  return true;
}

/**
 * First showing of the screen: the officer's own draft that was open when the app ended or the PC was locked, else an empty
 * form. What another officer left open stays in the counter's list: it must not be received in passing.
 */
export async function openScreen(desk: Desk): Promise<void> {
  if (!(await takeScreen(desk))) return;
  const drafts = await listCounterDrafts(desk.counterId);
  const open = drafts.find(
    (found) => found.state === 'readable' && found.value.isOpen && !isOfAnother(found.value, desk.officer),
  );
  // Another order (a scanned card) may have come first.
  if (useIntake.getState().draft !== null) return;
  if (open?.state === 'readable') await resume(open.value, desk, { at: open.savedAt, ofName: null });
  else showDraft(makeDraft(desk.now()));
}

/** The next person: an empty form. What is on the screen and not received goes to the counter's drafts. */
export async function startNext(desk: Desk): Promise<void> {
  await leaveCurrent(desk);
  showDraft(makeDraft(desk.now()));
}

/** The next dossier of the person who is still at the counter. */
export async function startNextSamePerson(desk: Desk): Promise<void> {
  const { draft } = useIntake.getState();
  await leaveCurrent(desk);
  const fresh = makeDraft(desk.now());
  showDraft(draft === null ? fresh : startNextOfSame(draft, fresh), { focusOrder: nextFocus('procedure') });
}

function nextFocus(field: string): { readonly no: number; readonly field: string } {
  return { no: useIntake.getState().focusOrder.no + 1, field };
}

/** A new intake for a person whose card was read. */
export async function startWithPerson(person: PersonForm, doubts: readonly Message[], desk: Desk): Promise<void> {
  await leaveCurrent(desk);
  showDraft(putPerson(makeDraft(desk.now()), 'submitter', person), {
    isPersonOpen: false,
    card: doubts.length === 0 ? null : { kind: 'doubts', messages: doubts },
    focusOrder: nextFocus('procedure'),
  });
}

/** Goes on with a draft of the counter's list. */
export async function resumeDraft(id: string, desk: Desk): Promise<void> {
  if (useIntake.getState().draft?.id === id) return;
  const draft = await openDraft(id);
  if (!draft) return;
  await leaveCurrent(desk);
  const of = isOfAnother(draft, desk.officer) ? draft.owner : null;
  await resume(draft, desk, of && { at: desk.now(), ofName: of.name });
}

/** Obeys an order of the route, each once: a scanned card, a draft, or simply a new intake. */
export async function obeySeed(order: { readonly no: number; readonly seed: IntakeSeed }, desk: Desk): Promise<void> {
  if (order.no <= useIntake.getState().obeyedOrder) return;
  setIntake({ obeyedOrder: order.no });
  const { person, doubts = [], draftId } = order.seed;
  if (draftId !== undefined) await resumeDraft(draftId, desk);
  else if (person !== undefined) await takePerson(person, doubts.filter(isCardDoubt).map(describeCardDoubt), desk);
  else await startNext(desk);
}

function isSamePerson(form: PersonForm, person: PersonForm): boolean {
  const [left, right] = [findIdentity(form), findIdentity(person)];
  if (left && right) return left.number === right.number;
  // A name typed before its card was at hand is the same person's.
  return left === undefined && foldVietnamese(form.name).trim() === foldVietnamese(person.name);
}

/** Nothing says who it is; a phone number alone is kept when the card comes. */
function isNobody(form: PersonForm): boolean {
  return isBlankPerson({ ...form, phone: '' });
}

/** Fills a person of the draft from a card. */
export function fillPerson(role: PersonRole, person: PersonForm, doubts: readonly Message[]): void {
  changeDraft((draft) => {
    const filled = putPerson(draft, role, person);
    return role === 'applicant' ? { ...filled, applicantIs: 'other' } : filled;
  });
  setIntake({
    card: doubts.length === 0 ? null : { kind: 'doubts', messages: doubts },
    ...(role === 'submitter' ? { isPersonOpen: false } : {}),
  });
  const { draft } = useIntake.getState();
  focusOn((draft?.procedureCode ?? null) === null || role === 'submitter' ? 'procedure' : 'ground');
}

/** A card names a person: it fills an empty person line, begins anew after a save, and never overwrites somebody else. */
async function takePerson(person: Person, doubts: readonly Message[], desk: Desk): Promise<void> {
  const form = fillPersonForm(person, person.source === 'card' ? desk.now() : null);
  const { draft, stage } = useIntake.getState();
  if (stage === 'receiving') return;
  if (draft === null || stage === 'saved') {
    await startWithPerson(form, doubts, desk);
    return;
  }
  const other = draft.others.find(({ id }) => useIntake.getState().panelField.startsWith(`panel.${id}.`));
  if (other && isNobody(other.form)) {
    changeDraft((current) => changeOtherPerson(current, other.id, form));
    setIntake({ card: doubts.length === 0 ? null : { kind: 'doubts', messages: doubts } });
    return;
  }
  const isInApplicant = draft.focus.startsWith('applicant.') && draft.applicantIs === 'other';
  if (isInApplicant && isNobody(draft.applicant)) fillPerson('applicant', form, doubts);
  else if (isNobody(draft.submitter) || isSamePerson(draft.submitter, form)) fillPerson('submitter', form, doubts);
  else setIntake({ card: { kind: 'other', person: form, doubts } });
}

/** Reads a scanned or pasted card. A faulty one changes nothing and says why. */
export async function takeCard(text: string, desk: Desk): Promise<void> {
  const card = parseCitizenCard(text);
  if (!card.ok) {
    const why = describeCardError(card.error);
    setIntake({ card: { kind: 'problem', message: { key: 'intake.card.unreadable', values: { why } } } });
    return;
  }
  await takePerson(buildPersonFromCard(card.value), card.value.doubts.map(describeCardDoubt), desk);
}
