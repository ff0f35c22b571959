import { err, ok, type Result } from '../../../../shared/base/result';
import type { PayloadOf } from '../../../../shared/domain/actions/action';
import type { FeeLine } from '../../../../shared/domain/actions/action-parts';
import type { DossierState } from '../../../../shared/domain/dossier-state';
import { sayVi } from '../../../../shared/text/message';
import type { FieldErrors } from './field-errors';

/** Money as typed: a line a fee. */
export interface FeeDraft {
  readonly lines: readonly FeeLine[];
  readonly method: PayloadOf<'FeeCollected'>['method'];
}

/** What is still owed, fee by fee: money taken earlier is taken off within its own ledger, first fee first. */
export function listOwed(state: Pick<DossierState, 'fees' | 'collected'>): readonly FeeLine[] {
  const paid = { ...state.collected };
  return state.fees.map((line) => {
    const off = Math.min(line.amount, paid[line.ledger]);
    paid[line.ledger] -= off;
    return { ...line, amount: line.amount - off };
  });
}

/** Everything due is known here and nothing of it is left. Of a stub, or where no rate is known, that cannot be said. */
export function owesNothing(state: DossierState): boolean {
  return !state.stub && !state.feeUndecided && listOwed(state).every((line) => line.amount === 0);
}

/** What is owed, in cash. Where no fee is known (a stub) one empty line stands ready. */
export function startFee(state: DossierState): FeeDraft {
  const owed = listOwed(state);
  const blank: FeeLine = { ledger: 'stateFee', name: sayVi({ key: 'dossiers.act.fee.ledger.stateFee' }), amount: 0 };
  return { lines: owed.length > 0 ? owed : [blank], method: 'cash' };
}

/** Lines with an amount; nothing is no collection. */
export function readFee(draft: FeeDraft): Result<PayloadOf<'FeeCollected'>, FieldErrors> {
  const lines = draft.lines.filter((line) => line.amount > 0);
  if (lines.length === 0) return err({ amount: { key: 'dossiers.act.noAmount' } });
  return ok({ v: 1, lines, method: draft.method });
}
