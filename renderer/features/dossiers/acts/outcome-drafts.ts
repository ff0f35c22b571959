import { err, ok, type Result } from '../../../../shared/base/result';
import type { PayloadOf } from '../../../../shared/domain/actions/action';
import type { PageRef } from '../../../../shared/domain/actions/action-parts';
import { findMissing, given, type FieldErrors } from './field-errors';

/** Under this name the scanned pages of a result are kept apart from the papers that came in. */
export const OUTCOME_PAPER = 'ket-qua';

/** A ready result as typed. */
export interface OutcomeDraft {
  readonly name: string;
  readonly number: string;
  /** Trích yếu. */
  readonly abstract: string;
  readonly signedBy: string;
  readonly signedOn: string;
  readonly agency: string;
  readonly form: PayloadOf<'OutcomeReady'>['form'];
  /** Why there is no file; asked for a result on paper only. */
  readonly paperOnlyReason: string;
  /** Pages of a scanned result. */
  readonly pages: readonly PageRef[];
  readonly shelf: string;
  readonly originalsWithheld: string;
}

/** The procedure's result, on paper, signed by the handling agency. */
export function startOutcome(resultName: string, agency = ''): OutcomeDraft {
  return {
    ...{ name: resultName, number: '', abstract: '', signedBy: '', signedOn: '', agency },
    ...{ form: 'paperOnly', paperOnlyReason: '', pages: [], shelf: '', originalsWithheld: '' },
  };
}

/** Only the name and form of a result are always known; one on paper only says why it has no file (domain notes §4.4). */
export function readOutcome(draft: OutcomeDraft): Result<PayloadOf<'OutcomeReady'>, FieldErrors> {
  const { form, pages } = draft;
  const needed = form === 'paperOnly' ? (['name', 'paperOnlyReason'] as const) : (['name'] as const);
  const missing = findMissing(draft, needed);
  const unscanned = form === 'scanned' && pages.length === 0;
  if (missing || unscanned) {
    return err({ ...missing, ...(unscanned ? { pages: { key: 'caseOutcome.noPages' } } : {}) });
  }
  return ok({
    v: 1,
    name: draft.name.trim(),
    form,
    ...given('number', draft.number),
    ...given('abstract', draft.abstract),
    ...given('signedBy', draft.signedBy),
    ...given('signedOn', draft.signedOn),
    ...given('agency', draft.agency),
    ...given('shelf', draft.shelf),
    ...given('originalsWithheld', draft.originalsWithheld),
    ...(form === 'paperOnly' ? given('paperOnlyReason', draft.paperOnlyReason) : {}),
    ...(form === 'scanned' ? { pages: [...pages] } : {}),
  });
}
