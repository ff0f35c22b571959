import { canonicalJson } from '../base/canonical-json';
import { channelSchema, type Channel } from './channel';
import type { PauseKind } from './pause-rule';
import type { Procedure, ProcedureCase } from './procedure';
import type { FeeRule } from './procedure-fee';
import type { TimeLimit } from './procedure-limit';
import type { RequiredPaper } from './procedure-paper';

/** What of a paper differs. */
export const paperParts = ['name', 'mode', 'required', 'condition', 'dates', 'type', 'counts', 'digitise'] as const;
/** See {@link paperParts}. */
export type PaperPart = (typeof paperParts)[number];

/** Fields whose two values can be shown as they are. */
export const plainFields = ['name', 'shortName', 'handlingSystem', 'resultName', 'source'] as const;
/** Fields of which only the change is told. */
export const codedFields = [
  'abbreviations',
  'field',
  'questions',
  'result',
  'duplicateRule',
  'collectRule',
  'applicantIs',
  'identityRequired',
  'quantities',
] as const;

/** One difference between two versions of a procedure. `caseName`: as in the newer version, where there is one. */
export type ProcedureChange =
  | {
      readonly kind: 'text';
      readonly field: (typeof plainFields)[number];
      readonly before: string;
      readonly after: string;
    }
  | { readonly kind: 'field'; readonly field: (typeof codedFields)[number] }
  | {
      readonly kind: 'pauses';
      readonly before: readonly PauseKind[] | null;
      readonly after: readonly PauseKind[] | null;
    }
  | { readonly kind: 'caseAdded' | 'caseRemoved' | 'caseCondition'; readonly caseName: string }
  | { readonly kind: 'caseName'; readonly before: string; readonly after: string }
  | {
      readonly kind: 'limit';
      readonly caseName: string;
      readonly channels: readonly Channel[];
      readonly before: TimeLimit;
      readonly after: TimeLimit;
    }
  | {
      readonly kind: 'secondStage';
      readonly caseName: string;
      readonly before: TimeLimit | null;
      readonly after: TimeLimit | null;
    }
  | {
      readonly kind: 'fee';
      readonly caseName: string;
      readonly channels: readonly Channel[];
      readonly before: FeeRule;
      readonly after: FeeRule;
    }
  | { readonly kind: 'paperAdded' | 'paperRemoved'; readonly caseName: string; readonly paper: string }
  | {
      readonly kind: 'paper';
      readonly caseName: string;
      readonly paper: string;
      readonly parts: readonly PaperPart[];
    }
  | { readonly kind: 'steps'; readonly caseName: string }
  | { readonly kind: 'confirmed' | 'unconfirmed'; readonly fields: readonly string[] };

/** Whether two values of a package say the same, whatever the order of their members. */
export function isSameValue(a: unknown, b: unknown): boolean {
  return canonicalJson({ value: a ?? null }) === canonicalJson({ value: b ?? null });
}

/** Channels on which a value changed, joined where old and new value are the same on several. */
function diffByChannel<T>(
  before: Readonly<Record<Channel, T>>,
  after: Readonly<Record<Channel, T>>,
): readonly { readonly channels: readonly Channel[]; readonly before: T; readonly after: T }[] {
  const groups: { channels: Channel[]; before: T; after: T }[] = [];
  for (const channel of channelSchema.options) {
    const pair = { before: before[channel], after: after[channel] };
    if (isSameValue(pair.before, pair.after)) continue;
    const known = groups.find(
      (group) => isSameValue(group.before, pair.before) && isSameValue(group.after, pair.after),
    );
    if (known) known.channels.push(channel);
    else groups.push({ channels: [channel], ...pair });
  }
  return groups;
}

const partValues: Readonly<Record<PaperPart, (paper: RequiredPaper) => unknown>> = {
  name: (paper) => paper.name,
  mode: (paper) => paper.mode,
  required: (paper) => [paper.required, paper.when ?? null],
  condition: (paper) => paper.condition,
  dates: (paper) => [paper.validFrom ?? null, paper.validTo ?? null],
  type: (paper) => [paper.typeCode ?? null, paper.validity ?? null, paper.belongsTo ?? null],
  counts: (paper) => paper.counts,
  digitise: (paper) => paper.digitise,
};

function diffPapers(before: ProcedureCase, after: ProcedureCase): readonly ProcedureChange[] {
  const caseName = after.name;
  const added = after.papers.filter((paper) => !before.papers.some((other) => other.id === paper.id));
  const removed = before.papers.filter((paper) => !after.papers.some((other) => other.id === paper.id));
  const changed = after.papers.flatMap((paper) => {
    const old = before.papers.find((other) => other.id === paper.id);
    if (!old) return [];
    const parts = paperParts.filter((part) => !isSameValue(partValues[part](old), partValues[part](paper)));
    return parts.length === 0 ? [] : [{ kind: 'paper' as const, caseName, paper: paper.name, parts }];
  });
  return [
    ...added.map((paper) => ({ kind: 'paperAdded' as const, caseName, paper: paper.name })),
    ...removed.map((paper) => ({ kind: 'paperRemoved' as const, caseName, paper: paper.name })),
    ...changed,
  ];
}

function diffCase(before: ProcedureCase, after: ProcedureCase): readonly ProcedureChange[] {
  const caseName = after.name;
  const stage = { before: before.secondStage ?? null, after: after.secondStage ?? null };
  return [
    ...(before.name === after.name ? [] : [{ kind: 'caseName' as const, before: before.name, after: after.name }]),
    ...(isSameValue(before.condition, after.condition) ? [] : [{ kind: 'caseCondition' as const, caseName }]),
    ...diffByChannel(before.limits, after.limits).map((pair) => ({ kind: 'limit' as const, caseName, ...pair })),
    ...(isSameValue(stage.before, stage.after) ? [] : [{ kind: 'secondStage' as const, caseName, ...stage }]),
    ...diffByChannel(before.fees, after.fees).map((pair) => ({ kind: 'fee' as const, caseName, ...pair })),
    ...diffPapers(before, after),
    ...(isSameValue(before.steps, after.steps) ? [] : [{ kind: 'steps' as const, caseName }]),
  ];
}

function diffCases(before: Procedure, after: Procedure): readonly ProcedureChange[] {
  const added = after.cases.filter((one) => !before.cases.some((other) => other.id === one.id));
  const removed = before.cases.filter((one) => !after.cases.some((other) => other.id === one.id));
  return [
    ...added.map((one) => ({ kind: 'caseAdded' as const, caseName: one.name })),
    ...removed.map((one) => ({ kind: 'caseRemoved' as const, caseName: one.name })),
    ...after.cases.flatMap((one) => {
      const old = before.cases.find((other) => other.id === one.id);
      return old ? diffCase(old, one) : [];
    }),
  ];
}

function codedValue(procedure: Procedure, field: (typeof codedFields)[number]): unknown {
  return field === 'result' ? [procedure.resultTypeCode ?? null, procedure.resultValidity ?? null] : procedure[field];
}

function diffProvisional(before: Procedure, after: Procedure): readonly ProcedureChange[] {
  const confirmed = before.provisional.filter((field) => !after.provisional.includes(field));
  const unconfirmed = after.provisional.filter((field) => !before.provisional.includes(field));
  return [
    ...(confirmed.length === 0 ? [] : [{ kind: 'confirmed' as const, fields: confirmed }]),
    ...(unconfirmed.length === 0 ? [] : [{ kind: 'unconfirmed' as const, fields: unconfirmed }]),
  ];
}

function pausesOf(procedure: Procedure): readonly PauseKind[] | null {
  return procedure.pauses?.map((rule) => rule.kind) ?? null;
}

/** Everything that differs between two versions of a procedure, in the order an officer would ask for it. */
export function diffProcedures(before: Procedure, after: Procedure): readonly ProcedureChange[] {
  return [
    ...plainFields
      .filter((field) => before[field] !== after[field])
      .map((field) => ({ kind: 'text' as const, field, before: before[field], after: after[field] })),
    ...diffCases(before, after),
    ...(isSameValue(before.pauses, after.pauses)
      ? []
      : [{ kind: 'pauses' as const, before: pausesOf(before), after: pausesOf(after) }]),
    ...codedFields
      .filter((field) => !isSameValue(codedValue(before, field), codedValue(after, field)))
      .map((field) => ({ kind: 'field' as const, field })),
    ...diffProvisional(before, after),
  ];
}
