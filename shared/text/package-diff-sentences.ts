import { assertNever } from '../base/result';
import { formatDay } from '../base/time';
import type { CalendarEntry } from '../domain/calendar-rows';
import type { PackageDiff, RowChange, RowDiff } from '../domain/package-diff';
import type { PauseKind } from '../domain/pause-rule';
import { isSameValue, type ProcedureChange } from '../domain/procedure-diff';
import type { TimeLimit } from '../domain/procedure-limit';
import { listTopics } from '../domain/provisional-fields';
import { channelsMessage, feeRuleMessage, listMessage, topicsMessage } from './catalogue-sentences';
import { sayVi, type Message } from './message';
import { limitText } from './rule-sentences';
import { vi } from './vi';

type MemberName = keyof typeof vi.catalogue.diff.member;

/** Name of a field of units or rules; of one no sentence knows (of a newer version) the name of the field itself. */
export function memberMessage(field: string): Message {
  return Object.hasOwn(vi.catalogue.diff.member, field)
    ? { key: `catalogue.diff.member.${field as MemberName}` }
    : { key: 'catalogue.diff.unknownMember', values: { field } };
}

/** `3 → 5 ngày làm việc` where the unit stays, else both in full. */
function limitChange(before: TimeLimit, after: TimeLimit): Message {
  if ('amount' in before && 'amount' in after && before.unit === after.unit) {
    const unit: Message = { key: `catalogue.diff.unit.${after.unit}` };
    return { key: 'catalogue.diff.limitSameUnit', values: { before: before.amount, after: after.amount, unit } };
  }
  return { key: 'catalogue.diff.limitOther', values: { before: limitText(before), after: limitText(after) } };
}

function stageMessage(limit: TimeLimit | null): Message {
  return limit === null ? { key: 'catalogue.diff.nothing' } : limitText(limit);
}

function pauseNames(pauses: readonly PauseKind[] | null): Message {
  if (pauses === null) return { key: 'catalogue.diff.pausesByRules' };
  return listMessage(pauses.map((pause) => ({ key: `deadlines.pause.${pause}` })));
}

function describePauses({ before, after }: Extract<ProcedureChange, { kind: 'pauses' }>): Message {
  if (isSameValue(before, after)) return { key: 'catalogue.diff.pausesSame', values: { pauses: pauseNames(after) } };
  return { key: 'catalogue.diff.pauses', values: { before: pauseNames(before), after: pauseNames(after) } };
}

function dayMessage(entry: CalendarEntry): Message {
  const type: Message = { key: entry.type === 'off' ? 'catalogue.diff.dayOff' : 'catalogue.diff.dayWorking' };
  const sure: Message = entry.provisional ? { key: 'catalogue.diff.dayProvisional', values: { type } } : type;
  return { key: 'catalogue.diff.dayNamed', values: { type: sure, name: entry.name } };
}

function describeCaseChange(change: ProcedureChange): Message {
  switch (change.kind) {
    case 'text': {
      const { before, after } = change;
      const field: Message = { key: `catalogue.diff.procedureField.${change.field}` };
      return { key: 'catalogue.diff.text', values: { field, before, after } };
    }
    case 'field':
      return {
        key: 'catalogue.diff.field',
        values: { field: { key: `catalogue.diff.procedureField.${change.field}` } },
      };
    case 'pauses':
      return describePauses(change);
    case 'caseName':
      return { key: 'catalogue.diff.caseName', values: { before: change.before, after: change.after } };
    case 'confirmed':
    case 'unconfirmed':
      return { key: `catalogue.diff.${change.kind}`, values: { fields: topicsMessage(listTopics(change.fields)) } };
    default:
      return describeInCase(change);
  }
}

type InCase = Extract<ProcedureChange, { caseName: string }>;

/** A change inside one case of a procedure. */
function describeInCase(change: InCase): Message {
  const { caseName } = change;
  switch (change.kind) {
    case 'caseAdded':
    case 'caseRemoved':
    case 'caseCondition':
    case 'steps':
      return { key: `catalogue.diff.${change.kind}`, values: { caseName } };
    case 'limit': {
      const channels = channelsMessage(change.channels);
      const values = { caseName, channels, change: limitChange(change.before, change.after) };
      return { key: 'catalogue.diff.limit', values };
    }
    case 'secondStage': {
      const values = { caseName, before: stageMessage(change.before), after: stageMessage(change.after) };
      return { key: 'catalogue.diff.secondStage', values };
    }
    case 'fee': {
      const sides = { before: feeRuleMessage(change.before), after: feeRuleMessage(change.after) };
      return { key: 'catalogue.diff.fee', values: { caseName, channels: channelsMessage(change.channels), ...sides } };
    }
    case 'paperAdded':
    case 'paperRemoved':
      return { key: `catalogue.diff.${change.kind}`, values: { caseName, paper: change.paper } };
    case 'paper': {
      const parts = listMessage(change.parts.map((part) => ({ key: `catalogue.diff.part.${part}` })));
      return { key: 'catalogue.diff.paper', values: { caseName, paper: change.paper, parts } };
    }
    default:
      return assertNever(change, 'describeInCase');
  }
}

/** One difference in words: "Thông thường, mọi kênh: thời hạn 3 → 5 ngày làm việc". */
export function describeRowChange(change: RowChange): Message {
  switch (change.kind) {
    case 'members':
      return { key: 'catalogue.diff.members', values: { fields: listMessage(change.fields.map(memberMessage)) } };
    case 'succession': {
      const { after } = change;
      if (after === null) return { key: 'catalogue.diff.notMerged' };
      return {
        key: 'catalogue.diff.merged',
        values: { unitId: after.unitId, day: formatDay(after.from), act: after.act },
      };
    }
    case 'day':
      return {
        key: 'catalogue.diff.day',
        values: { before: dayMessage(change.before), after: dayMessage(change.after) },
      };
    default:
      return describeCaseChange(change);
  }
}

/** What happened to a row: added, removed, changed, and from which day on. */
export function describeRowDiff({ key, name, kind, since }: RowDiff): Message {
  const day = since === null ? '' : formatDay(since);
  const dated = since !== null && (kind === 'added' || kind === 'changed');
  return { key: `catalogue.diff.head.${dated ? (`${kind}Since` as const) : kind}`, values: { key, name, day } };
}

/** A whole difference as lines of text, changes indented below their row. */
export function listDiffLines(diff: PackageDiff): readonly string[] {
  if (diff.rows.length === 0) return [sayVi({ key: 'catalogue.diff.none' })];
  return diff.rows.flatMap((row) => [
    sayVi(describeRowDiff(row)).replace(/ +:/, ':'),
    ...row.changes.map((change) => `  ${sayVi(describeRowChange(change))}`),
  ]);
}
