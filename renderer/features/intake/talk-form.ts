import { toLocalDay, type Instant } from '../../../shared/base/time';
import { toNfc } from '../../../shared/base/vietnamese';
import { checkAsk } from '../../../shared/domain/ask-guard';
import type { AskedPaper } from '../../../shared/domain/actions/action-parts';
import type { Officer } from '../../../shared/domain/officer';
import { missingPapers, type ChecklistRow } from '../../../shared/domain/paper-checklist';
import { can } from '../../../shared/domain/permissions';
import type { Intake } from '../../../shared/domain/actions/intake-payload';
import type { Procedure, ProcedureCase } from '../../../shared/domain/procedure';
import type { Unit } from '../../../shared/domain/unit';
import type { Checklist } from './checklist';
import type { IntakeDraft } from './intake-draft';
import type { TalkAct } from './intake.commands';
import type { FieldProblem } from './person-form';
import { findDate } from './typed-date';

/** What was typed of a talk. */
export type TalkForm = NonNullable<IntakeDraft['talk']>;

/** Longest reason and ground a form has room for. */
const REASON_MAX = 600;

/** What a talk is about, as far as the intake is typed. */
export interface TalkMatter {
  readonly draft: IntakeDraft;
  readonly procedure: Procedure;
  readonly procedureCase: ProcedureCase;
  readonly checklist: Checklist;
  readonly typed: Intake;
  readonly receivingUnit: Unit;
  readonly officer: Officer;
  readonly now: Instant;
}

/** A blank talk. `reason`: usual words, filled in so that missing papers are all that has to be named. */
export function startTalk(kind: TalkForm['kind'], reason: string): TalkForm {
  return { kind, reason, legalGround: '', comeBackBy: '', originalsReturned: 0, asked: null };
}

/** Papers of the list that may be asked of the citizen at all: none the office finds itself. */
export function listAskable({ rows }: Pick<Checklist, 'rows'>): readonly ChecklistRow[] {
  return rows.filter(({ paper }) => paper.mode !== 'lookup');
}

/** Ids of the papers to bring: as ticked, else those the table of papers shows as missing. */
export function listAsked({ draft, procedureCase, checklist, typed, now }: TalkMatter): readonly string[] {
  if (draft.talk?.asked) return draft.talk.asked;
  const circumstances = {
    day: toLocalDay(now),
    answers: draft.answers,
    reused: new Set(checklist.reuses.map(({ paper }) => paper.paperId)),
  };
  return missingPapers(procedureCase, typed.papers, circumstances).map(({ id }) => id);
}

/** Ticks or unticks a paper to bring. */
export function toggleAsked(matter: TalkMatter, paperId: string): readonly string[] {
  const asked = listAsked(matter);
  const order = listAskable(matter.checklist).map(({ paper }) => paper.id);
  const next = asked.includes(paperId) ? asked.filter((id) => id !== paperId) : [...asked, paperId];
  return order.filter((id) => next.includes(id));
}

/** A postal officer decides no content: the refusal is proposed, an official decides (domain notes §8). */
export function isProposalOnly({ role }: Pick<Officer, 'role'>): boolean {
  return !can(role, 'refuseIntake');
}

function tidy(text: string): string {
  return toNfc(text).trim();
}

function findText(field: string, text: string): FieldProblem[] {
  const { length } = tidy(text);
  if (length === 0) return [{ field, message: { key: 'intakeRules.talk.empty' } }];
  const values = { length, max: REASON_MAX };
  return length > REASON_MAX ? [{ field, message: { key: 'intake.problem.textTooLong', values } }] : [];
}

function findDay(form: TalkForm, now: Instant): FieldProblem[] {
  if (form.comeBackBy.trim() === '') return [];
  const day = findDate(form.comeBackBy, false);
  const field = 'panel.comeBackBy';
  if (day === undefined) return [{ field, message: { key: 'intake.problem.backDay' } }];
  return day < toLocalDay(now) ? [{ field, message: { key: 'intakeRules.talk.dayPassed' } }] : [];
}

/** What keeps the talk from being recorded, in the order of the panel. */
export function findTalkProblems(matter: TalkMatter): readonly FieldProblem[] {
  const { talk } = matter.draft;
  if (talk === null) return [];
  const nobody: FieldProblem[] =
    matter.typed.parties.length === 0 ? [{ field: 'submitter.name', message: { key: 'intakeRules.talk.nobody' } }] : [];
  if (talk.kind === 'guidance') {
    const nothing = listAsked(matter).length === 0;
    const asked: FieldProblem[] = nothing
      ? [{ field: 'panel.asked', message: { key: 'intakeRules.talk.nothingAsked' } }]
      : listHeld(matter).map((name) => ({
          field: 'panel.asked',
          message: { key: 'intakeRules.talk.held', values: { name } },
        }));
    return [...nobody, ...asked, ...findText('panel.reason', talk.reason), ...findDay(talk, matter.now)];
  }
  return [...nobody, ...findText('panel.reason', talk.reason), ...findText('panel.legalGround', talk.legalGround)];
}

/** Names of papers that are asked for although the office holds them: the guard wants them taken over instead. */
function listHeld(matter: TalkMatter): readonly string[] {
  const { rows, reusable } = matter.checklist;
  return buildAsked(matter)
    .filter((asked) => checkAsk(asked, { rows, reusable })?.settled === false)
    .map(({ name }) => name);
}

function buildAsked(matter: TalkMatter): AskedPaper[] {
  const ids = listAsked(matter);
  return listAskable(matter.checklist)
    .filter(({ paper }) => ids.includes(paper.id))
    .map(({ paper }) => {
      const repeatReason = tidy(matter.draft.papers.find((row) => row.paperId === paper.id)?.repeatReason ?? '');
      return { paperId: paper.id, name: paper.name, ...(repeatReason === '' ? {} : { repeatReason }) };
    });
}

/** The act to record. Call only when {@link findTalkProblems} has nothing to say. */
export function buildTalk(matter: TalkMatter): TalkAct | undefined {
  const { draft, procedure, typed, receivingUnit, officer } = matter;
  const { talk: form } = draft;
  if (form === null) return undefined;
  const common = {
    v: 1 as const,
    procedureCode: procedure.code,
    procedureName: procedure.name,
    receivingUnitId: receivingUnit.id,
    parties: [...typed.parties],
    summary: typed.summary,
    reason: tidy(form.reason),
  };
  if (form.kind === 'guidance') {
    const askedPapers = buildAsked(matter);
    const comeBackBy = findDate(form.comeBackBy, false);
    const items = askedPapers.map(({ name }) => name);
    const papers = typed.papers.filter(({ paperId }) => !askedPapers.some((asked) => asked.paperId === paperId));
    const talk = { ...common, items, papers, askedPapers, ...(comeBackBy === undefined ? {} : { comeBackBy }) };
    return { kind: 'GuidanceIssued', talk };
  }
  const refusal = { ...common, legalGround: tidy(form.legalGround) };
  if (isProposalOnly(officer)) return { kind: 'RefusalProposed', talk: refusal };
  return { kind: 'IntakeRefused', talk: { ...refusal, originalsReturned: form.originalsReturned } };
}
