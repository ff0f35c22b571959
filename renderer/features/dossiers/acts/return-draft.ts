import { err, ok, type Result } from '../../../../shared/base/result';
import type { PayloadOf } from '../../../../shared/domain/actions/action';
import { checkCollector, type CollectAnswer, type CollectRule } from '../../../../shared/domain/collectors';
import type { DossierState } from '../../../../shared/domain/dossier-state';
import type { Officer } from '../../../../shared/domain/officer';
import {
  buildCustodySheet,
  checkOriginals,
  type CustodyCheck,
  expectOriginals,
} from '../../../../shared/domain/paper-custody';
import { isSameName } from '../../../../shared/domain/parties';
import type { Identity, Person } from '../../../../shared/domain/person';
import { type ApproverDraft, noApprover, readApprover } from './approver-draft';
import { findMissing, given, type FieldErrors } from './field-errors';

/** Somebody who is nobody of the dossier, or not chosen from it. */
export const SOMEBODY = 'khac';

/** The return of a result as typed. `number`: of the collector's card; empty when no card was seen. */
export interface ReturnDraft {
  readonly name: string;
  readonly number: string;
  readonly proof: PayloadOf<'OutcomeReturned'>['proof'];
  /** Number and day of the written authority. */
  readonly authorisation: string;
  /** The slip is lost and a declaration was signed. */
  readonly lostSlip: boolean;
  /** Originals given back with the result. */
  readonly originals: number;
  readonly approver: ApproverDraft;
}

type Held = Parameters<typeof buildCustodySheet>[0];

/** Originals that go back with the result: all that are held, unless some stay with it by law (the officer counts). */
export function countToReturn(state: Held): number {
  return expectOriginals(buildCustodySheet(state), 'returnOutcome');
}

/** What a count other than the expected one means; `complete` when it is that. */
export function checkReturned(state: Held, counted: number): CustodyCheck {
  return checkOriginals(countToReturn(state), counted);
}

/** The person at the counter is usually the one who brought the dossier, with the slip; a result in the post is delivered. */
export function startReturn(state: Held & Pick<DossierState, 'submitter' | 'dispatches' | 'applicant'>): ReturnDraft {
  const isSent = state.dispatches.some((dispatch) => dispatch.failed === null);
  return {
    name: (isSent ? state.applicant?.name : state.submitter?.name) ?? '',
    number: '',
    proof: isSent ? 'delivery' : 'slip',
    ...{ authorisation: '', lostSlip: false, originals: countToReturn(state), approver: noApprover },
  };
}

/** Fills in a scanned card: the card itself is then the proof. */
export function fillFromCard(draft: ReturnDraft, person: Pick<Person, 'name' | 'identity'>): ReturnDraft {
  const number = person.identity.kind === 'none' ? '' : person.identity.number;
  return { ...draft, name: person.name, number, proof: 'card' };
}

/** Takes somebody of the dossier by name; no number, for no card was seen yet. */
export function chooseParty(draft: ReturnDraft, person: Pick<Person, 'name'> | undefined): ReturnDraft {
  return { ...draft, name: person?.name ?? '', number: '' };
}

function readIdentity(number: string): Identity | undefined {
  if (number === '') return { kind: 'none', reason: 'other' };
  if (/^\d{12}$/.test(number)) return { kind: 'personalId', number };
  return /^\d{9}$/.test(number) ? { kind: 'oldId', number } : undefined;
}

/** Somebody of the dossier whose number this is. */
export function findParty(state: Pick<DossierState, 'parties'>, number: string): Person | undefined {
  return state.parties
    .map((party) => party.person)
    .find(({ identity }) => identity.kind !== 'none' && number !== '' && identity.number === number.trim());
}

/** Place in the dossier of whoever is typed, {@link SOMEBODY} for others: what the list of people shows as chosen. */
export function findChosen(
  draft: Pick<ReturnDraft, 'name' | 'number'>,
  { parties }: Pick<DossierState, 'parties'>,
): string {
  const byNumber = findParty({ parties }, draft.number.replaceAll(/\s/g, ''));
  const index = parties.findIndex(({ person }) =>
    byNumber === undefined ? isSameName(person.name, draft.name) : person === byNumber,
  );
  return index < 0 ? SOMEBODY : String(index);
}

/**
 * Whether whoever is typed may fetch the result under the procedure's rule; undefined while nobody is, or the procedure has
 * no rule. Without a card somebody of the dossier is known by name alone.
 */
export function askCollector(
  draft: Pick<ReturnDraft, 'name' | 'number'>,
  { parties }: Pick<DossierState, 'parties'>,
  rule: CollectRule | undefined,
): CollectAnswer | undefined {
  const name = draft.name.trim();
  if (rule === undefined || name === '') return undefined;
  const number = draft.number.replaceAll(/\s/g, '');
  const named = number === '' ? parties.find((party) => isSameName(party.person.name, name))?.person : undefined;
  const identity: Identity = readIdentity(number) ?? { kind: 'none', reason: 'other' };
  return checkCollector(findParty({ parties }, number) ?? named ?? { name, identity, source: 'typed' }, parties, rule);
}

/** Collector and ground. A number is written down only when a card was seen; a card as proof needs one. */
export function readReturn(
  draft: ReturnDraft,
  actor: Pick<Officer, 'officerId' | 'role'>,
): Result<PayloadOf<'OutcomeReturned'>, FieldErrors> {
  const { proof, lostSlip } = draft;
  const ofProof =
    proof === 'card' ? (['number'] as const) : proof === 'authorisation' ? (['authorisation'] as const) : [];
  const missing = findMissing(draft, ['name', ...ofProof]);
  const isLost = lostSlip && proof !== 'slip' && proof !== 'delivery';
  const approval = isLost ? readApprover(draft.approver, { act: 'lostSlip', actor }) : ok({});
  if (missing || !approval.ok) return err({ ...missing, ...(approval.ok ? {} : approval.error) });
  const identity = readIdentity(draft.number.replaceAll(/\s/g, ''));
  if (identity === undefined) return err({ number: { key: 'dossiers.act.badDigits' } });
  return ok({
    ...{ v: 1, collector: { name: draft.name.trim(), identity }, proof },
    ...(draft.originals > 0 ? { originalsReturned: draft.originals } : {}),
    ...(proof === 'authorisation' ? given('authorisation', draft.authorisation) : {}),
    ...(isLost ? { lostSlip: true as const } : {}),
    ...approval.value,
  });
}
