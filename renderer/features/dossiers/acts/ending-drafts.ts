import { err, ok, type Result } from '../../../../shared/base/result';
import type { PayloadOf } from '../../../../shared/domain/actions/action';
import type { DossierState } from '../../../../shared/domain/dossier-state';
import { countOriginals } from '../case-papers';
import { findMissing, given, type FieldErrors } from './field-errors';

/** A stop of processing (Form 05) as typed. */
export interface StopDraft {
  readonly reason: string;
  readonly decisionNo: string;
  readonly stage: string;
  readonly originalsReturned: number;
}

/** Everything in custody goes back. */
export function startStop(state: DossierState): StopDraft {
  return { reason: '', decisionNo: '', stage: '', originalsReturned: countOriginals(state) };
}

/** Why, at which stage, by which decision, and how many originals went back. */
export function readStop(draft: StopDraft): Result<PayloadOf<'ProcessingStopped'>, FieldErrors> {
  const missing = findMissing(draft, ['reason']);
  if (missing) return err(missing);
  const { originalsReturned } = draft;
  return ok({
    v: 1,
    reason: draft.reason.trim(),
    originalsReturned,
    ...given('decisionNo', draft.decisionNo),
    ...given('stage', draft.stage),
  });
}
