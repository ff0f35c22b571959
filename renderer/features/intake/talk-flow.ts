import { forgetDraft, parkDraft, type Desk } from './draft-keeper';
import { describeNotSaved } from './intake-failures';
import type { IntakeSurroundings, IntakeView } from './intake-form';
import { RECEIVE } from './field-order';
import { recordTalk } from './intake.commands';
import { focusOn, setIntake, useIntake } from './intake.store';
import type { IntakeDraft } from './intake-draft';
import { buildTalk, findTalkProblems, type TalkMatter } from './talk-form';

/** What a talk is about; `undefined` while no procedure is chosen. */
export function readMatter(draft: IntakeDraft, view: IntakeView, around: IntakeSurroundings): TalkMatter | undefined {
  const { procedure, procedureCase, checklist, typed, receivingUnit } = view;
  if (!procedure || !procedureCase || !checklist || !typed) return undefined;
  const { officer, now } = around;
  return { draft, procedure, procedureCase, checklist, typed, receivingUnit, officer, now };
}

/**
 * Records a talk that ended without a reception. A citizen who was guided comes back with the papers: what was typed stays in
 * the counter's drafts and becomes the same dossier. After a refusal nothing is left to go on with.
 */
export async function endTalk(matter: TalkMatter, desk: Desk): Promise<void> {
  const { stage } = useIntake.getState();
  if (stage !== 'typing') return;
  const [problem] = findTalkProblems(matter);
  const act = buildTalk(matter);
  if (problem !== undefined || act === undefined) {
    const isPerson = problem?.field.startsWith('submitter.') === true;
    setIntake({ wasAsked: true, ...(isPerson ? { isPersonOpen: true } : {}) });
    if (problem) focusOn(problem.field);
    return;
  }
  setIntake({ stage: 'receiving', failure: null });
  const { draft } = matter;
  const recorded = await recordTalk({ dossierId: draft.id, act, now: matter.now });
  if (!recorded.ok) {
    setIntake({ stage: 'typing', failure: describeNotSaved(recorded.error) });
    focusOn(RECEIVE);
    return;
  }
  const what = act.kind;
  const saved = { dossierId: draft.id, what, ...recorded.value };
  setIntake({ stage: 'saved', saved, print: { kind: 'idle' }, panel: 'citizen', isScanOpen: false, card: null });
  if (act.kind === 'GuidanceIssued') await parkDraft({ ...draft, talk: null }, desk);
  else await forgetDraft(draft.id);
}
