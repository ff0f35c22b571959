import type { Instant } from '../../shared/base/time';
import { isDecision } from '../../shared/domain/action-nature';
import { findCancelledCash, findLastHandIn } from '../../shared/domain/cash-hand-in';
import { decideVerdict } from '../../shared/domain/decide-verdict';
import { foldDossier, type DossierState } from '../../shared/domain/dossier-state';
import { canConflict } from '../../shared/domain/transition-table';
import { canApply } from '../../shared/domain/transitions';
import type { Receipt, Verdict, VerdictCause } from '../../shared/domain/verdict';
import { findClockFault, type JudgeInput } from './judge-input';
import { checkForAny, toTimedAct, type RuleCheck } from './rule-check';
import { buildVerdict } from './verdict-words';

/** When the counter handed in the cash that a cancellation would take back. */
function findCashHandIn({ action, counterDays }: JudgeInput, state: DossierState): { cashHandedInAt?: Instant } {
  const collection = action.kind === 'FeeCancelled' ? findCancelledCash(state, action.payload) : undefined;
  const cashHandedInAt = collection ? findLastHandIn(collection, counterDays, action.happenedAt) : null;
  return cashHandedInAt === null ? {} : { cashHandedInAt };
}

function checkRules(input: JudgeInput): RuleCheck {
  const { action, subject, actors } = input;
  const { dossierId, actions, receipts } = subject;
  const state = foldDossier({ dossierId, actions, receipts });
  const { kind, payload } = action;
  const cash = findCashHandIn(input, state);
  return checkForAny(actors, (actor) =>
    canApply({ ...toTimedAct(action, actor, input), state, kind, payload, ...cash }),
  );
}

/** Two acts that had not seen each other and cannot both stand: the fold itself says so when the new one is added. */
function findConflict({ action, subject, now }: JudgeInput): VerdictCause | undefined {
  if (!canConflict(action.kind)) return undefined;
  const trial: Receipt = {
    ...{
      actionId: action.id,
      subjectKey: subject.key,
      actionHash: '',
      pos: subject.lastPos + 1,
      verdict: { type: 'accepted' },
    },
    ...{ durable: false, serverEpoch: '', at: now, keyId: '', signature: '' },
  };
  const state = foldDossier({
    dossierId: subject.dossierId,
    actions: [...subject.actions, action],
    receipts: new Map([...subject.receipts, [action.id, trial]]),
  });
  return state.issues.some((issue) => issue.actionId === action.id && issue.cause === 'conflict')
    ? 'conflict'
    : undefined;
}

function findProcedureFault({ action, procedureCodes }: JudgeInput): VerdictCause | undefined {
  return action.kind === 'DossierReceived' && !procedureCodes.has(action.payload.procedureCode)
    ? 'unknownProcedure'
    : undefined;
}

/**
 * The province's word on a known dossier action. Facts happened: whatever is wrong with them they are accepted with an
 * issue. Only a decision against the rules is refused; a conflict of two decisions keeps both and opens an issue.
 */
export function judgeDossierAction(input: JudgeInput): Verdict {
  const byRule = decideVerdict(isDecision(input.action, input.subject.actions), checkRules(input));
  if (byRule.type === 'refused') return byRule;
  const cause = input.codeFault ?? findProcedureFault(input) ?? findConflict(input);
  if (cause !== undefined) return buildVerdict('acceptedWithIssue', cause);
  const clock = byRule.type === 'accepted' ? findClockFault(input.action, input.now) : undefined;
  return clock === undefined ? byRule : buildVerdict('acceptedWithIssue', clock);
}
