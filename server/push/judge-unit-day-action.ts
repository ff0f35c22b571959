import { decideVerdict } from '../../shared/domain/decide-verdict';
import { canApplyUnitDay, foldUnitDay } from '../../shared/domain/unit-day';
import type { Verdict } from '../../shared/domain/verdict';
import { findClockFault, type JudgeInput } from './judge-input';
import { checkForAny, toTimedAct } from './rule-check';
import { buildVerdict } from './verdict-words';

/** The province's word on an act of a unit's day. All of them are facts, so none is refused. */
export function judgeUnitDayAction(input: JudgeInput): Verdict {
  const { action, subject, actors, codeFault } = input;
  if (codeFault !== undefined) return buildVerdict('acceptedWithIssue', codeFault);
  const state = foldUnitDay(subject.actions, subject.receipts);
  const { kind, payload } = action;
  const check = checkForAny(actors, (actor) =>
    canApplyUnitDay({ ...toTimedAct(action, actor, input), state, kind, payload, unitId: subject.homeUnit }),
  );
  const byRule = decideVerdict(false, check);
  const clock = byRule.type === 'accepted' ? findClockFault(action, input.now) : undefined;
  return clock === undefined ? byRule : buildVerdict('acceptedWithIssue', clock);
}
