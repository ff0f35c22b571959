import { formatDay, type LocalDay } from '../base/time';
import type { DossierState } from '../domain/dossier-shape';
import { letters } from '../text/vi/forms-letters';
import { papers as words } from '../text/vi/forms-papers';
import { applicantText, contentText, dayText, stampText, startUnitFill, type PaperAround } from './fill-parts';
import type { FormDefinition } from './form-definition';
import type { FillCell, FormFill } from './form-fill';
import type { Procedure } from '../domain/procedure';

const explanation = letters.explanation;
const reminder = letters.reminder;
const { column } = words;

/** Công văn giải trình with its appendix of evidence, a row for each dossier the portal calls overdue. */
export const explanationLetterForm: FormDefinition = {
  form: 'explanationLetter',
  title: explanation.title,
  hideTitle: true,
  head: 'unit',
  headLines: [explanation.number, explanation.subject],
  barcode: false,
  page: 'letter',
  parts: [],
  blocks: [
    { kind: 'text', text: explanation.to, style: 'centre' },
    { kind: 'text', text: explanation.opening },
    { kind: 'text', text: explanation.result },
    { kind: 'list', items: 'counts', mark: 'dash' },
    { kind: 'text', text: explanation.body },
    { kind: 'text', text: explanation.request },
    { kind: 'signatures', signers: [{ title: words.sign.leader, name: 'leaderName', hint: words.sign.stamp }] },
    { kind: 'text', text: explanation.recipients, style: 'note' },
    { kind: 'list', items: 'recipients', mark: 'dash', small: true },
    { kind: 'newPage' },
    { kind: 'text', text: explanation.appendix, style: 'heading' },
    {
      kind: 'table',
      rows: 'evidence',
      columns: [
        { head: column.no, width: 16, align: 'center' },
        { head: column.code, width: 80 },
        { head: explanation.portal, width: 66 },
        { head: explanation.local, width: 66 },
        { head: explanation.cause, width: 56 },
        { head: explanation.evidence, width: '*' },
        { head: explanation.todo, width: 42 },
      ],
      empty: explanation.empty,
      fontSize: 8.5,
    },
  ],
  source: 'counter needs §1.7; page NĐ 30/2020/NĐ-CP (not verified); wording provisional',
};

/** One dossier of the portal's list. Texts are made by the comparison; `standing` decides where it is counted. */
export interface ExplainedRow {
  readonly code: string;
  readonly portal: string;
  readonly local: string;
  readonly cause: string;
  readonly evidence: readonly string[];
  readonly todo: string;
  readonly standing: 'onTime' | 'late' | 'running' | 'notOurs';
}

/** Who is written to, about which list. */
export interface ExplanationAround extends PaperAround {
  readonly recipient: string;
  readonly listName: string;
  readonly period: string;
  readonly reason: string;
  readonly leaderName: string;
  readonly number?: string;
}

function countSentences(rows: readonly ExplainedRow[]): string[] {
  const standings = ['onTime', 'late', 'running', 'notOurs'] as const;
  return standings.flatMap((standing) => {
    const n = rows.filter((row) => row.standing === standing).length;
    return n === 0 ? [] : [explanation[standing].replace(`{{${standing}}}`, String(n))];
  });
}

/** The letter of explanation; rows in the order of the portal's list. */
export function buildExplanationLetter(rows: readonly ExplainedRow[], around: ExplanationAround): FormFill {
  const { recipient, listName, period, reason, leaderName } = around;
  const fill = startUnitFill('explanationLetter', around);
  return {
    ...fill,
    values: {
      ...fill.values,
      ...{ recipient, listName, period, reason, leaderName, total: String(rows.length) },
      number: around.number ?? words.noNumber,
    },
    lists: { counts: countSentences(rows), recipients: [explanation.recipientTo, explanation.recipientFile] },
    tables: {
      evidence: rows.map(({ code, portal, local, cause, evidence, todo }, index): FillCell[] => [
        ...[String(index + 1), code, portal, local, cause],
        evidence.join('\n'),
        todo,
      ]),
    },
  };
}

/** Reminder to a handling unit that is not ours: it signs the apologies, not we. */
export const handlingReminderForm: FormDefinition = {
  form: 'handlingReminder',
  title: reminder.title,
  head: 'unit',
  headLines: [reminder.number],
  barcode: false,
  page: 'letter',
  parts: [],
  blocks: [
    { kind: 'text', text: reminder.to, style: 'centre' },
    { kind: 'text', text: reminder.intro },
    {
      kind: 'table',
      rows: 'dossiers',
      columns: [
        { head: column.no, width: 16, align: 'center' },
        { head: column.code, width: 84 },
        { head: column.content, width: '*' },
        { head: column.applicant, width: 68 },
        { head: reminder.handedOn, width: 46, align: 'center' },
        { head: column.promisedAt, width: 46, align: 'center' },
        { head: reminder.left, width: 54 },
      ],
      empty: reminder.empty,
      fontSize: 9,
    },
    { kind: 'text', text: reminder.answer },
    { kind: 'text', text: '{{soon}}' },
    { kind: 'text', text: reminder.overdue, when: 'hasOverdue' },
    { kind: 'signatures', signers: [{ title: reminder.leaderSigns, name: 'leaderName' }] },
  ],
  source: 'counter needs §2c; wording provisional',
};

/** What a reminder says of one dossier. `left` is a sentence such as "quá hạn 2 ngày làm việc". */
export interface RemindedDossier {
  readonly state: DossierState;
  readonly procedure: Procedure | undefined;
  readonly legalDue: number | null;
  readonly left: string;
  readonly overdue: boolean;
}

/** Who is reminded. */
export interface ReminderAround extends PaperAround {
  readonly handlingUnit: string;
  readonly answerBy?: LocalDay;
  readonly leaderName: string;
  readonly number?: string;
}

function remindedRow({ state, procedure, legalDue, left }: RemindedDossier, index: number): FillCell[] {
  return [
    String(index + 1),
    state.code ?? state.temporaryCode ?? '',
    contentText(state, procedure),
    applicantText(state.parties),
    dayText(state.handover?.at ?? null),
    stampText(legalDue),
    left,
  ];
}

/** The reminder about dossiers one handling unit has; rows in the order given. */
export function buildHandlingReminder(dossiers: readonly RemindedDossier[], around: ReminderAround): FormFill {
  const { handlingUnit, leaderName, answerBy } = around;
  const fill = startUnitFill('handlingReminder', around);
  return {
    ...fill,
    values: {
      ...fill.values,
      ...{ handlingUnit, leaderName },
      number: around.number ?? words.noNumber,
      answerBy: answerBy === undefined ? '' : formatDay(answerBy),
      soon: answerBy === undefined ? reminder.noAnswerDay : '',
      hasOverdue: dossiers.some(({ overdue }) => overdue) ? words.yes : '',
    },
    tables: { dossiers: dossiers.map(remindedRow) },
  };
}
