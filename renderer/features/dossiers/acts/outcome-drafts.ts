import { err, ok, type Result } from '../../../../shared/base/result';
import type { PayloadOf } from '../../../../shared/domain/actions/action';
import { checkCollector, type CollectAnswer, type CollectRule } from '../../../../shared/domain/collectors';
import type { DossierState } from '../../../../shared/domain/dossier-state';
import { isSameName } from '../../../../shared/domain/parties';
import type { Identity, Person } from '../../../../shared/domain/person';
import { findMissing, given, type FieldErrors } from './field-errors';

/** A ready result as typed. */
export interface OutcomeDraft {
  readonly name: string;
  readonly number: string;
  readonly signedBy: string;
  readonly signedOn: string;
  readonly form: PayloadOf<'OutcomeReady'>['form'];
  /** Why there is no file; asked for a result on paper only. */
  readonly paperOnlyReason: string;
}

/** The procedure's result, on paper. */
export function startOutcome(resultName: string): OutcomeDraft {
  return { name: resultName, number: '', signedBy: '', signedOn: '', form: 'paperOnly', paperOnlyReason: '' };
}

/** Only the name and form of a result are always known; one on paper only says why it has no file (domain notes §4.4). */
export function readOutcome(draft: OutcomeDraft): Result<PayloadOf<'OutcomeReady'>, FieldErrors> {
  const needed = draft.form === 'paperOnly' ? (['name', 'paperOnlyReason'] as const) : (['name'] as const);
  const missing = findMissing(draft, needed);
  if (missing) return err(missing);
  const { name, number, signedBy, signedOn, form } = draft;
  return ok({
    v: 1,
    name: name.trim(),
    form,
    ...given('number', number),
    ...given('signedBy', signedBy),
    ...given('signedOn', signedOn),
    ...(form === 'paperOnly' ? given('paperOnlyReason', draft.paperOnlyReason) : {}),
  });
}

/** The return of a result as typed. `number`: of the collector's card; empty when no card was seen. */
export interface ReturnDraft {
  readonly name: string;
  readonly number: string;
  readonly proof: PayloadOf<'OutcomeReturned'>['proof'];
}

/** The person at the counter is usually the one who brought the dossier, with the slip in hand. */
export function startReturn(state: Pick<DossierState, 'submitter'>): ReturnDraft {
  return { name: state.submitter?.name ?? '', number: '', proof: 'slip' };
}

/** Fills in a scanned card: the card itself is then the proof. */
export function fillFromCard(person: Pick<Person, 'name' | 'identity'>): ReturnDraft {
  return { name: person.name, number: person.identity.kind === 'none' ? '' : person.identity.number, proof: 'card' };
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
export function readReturn(draft: ReturnDraft): Result<PayloadOf<'OutcomeReturned'>, FieldErrors> {
  const needed = draft.proof === 'card' ? (['name', 'number'] as const) : (['name'] as const);
  const missing = findMissing(draft, needed);
  if (missing) return err(missing);
  const identity = readIdentity(draft.number.replaceAll(/\s/g, ''));
  if (identity === undefined) return err({ number: { key: 'dossiers.act.badDigits' } });
  return ok({ v: 1, collector: { name: draft.name.trim(), identity }, proof: draft.proof });
}
