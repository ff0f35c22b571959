import { z } from 'zod';
import { uuidV7Schema } from '../../base/ids';
import { instantSchema, localDaySchema } from '../../base/time';
import { dossierPayloads } from './dossier-actions';
import { unitDayPayloads } from './unit-day-actions';

/** What an action is about: a dossier, or the day of a unit at one counter. */
export const subjectSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('dossier'), id: uuidV7Schema }),
  z.object({
    type: z.literal('unitDay'),
    unitId: z.string().max(60),
    day: localDaySchema,
    counterId: z.string().max(40),
  }),
]);
/** See {@link subjectSchema}. */
export type Subject = z.infer<typeof subjectSchema>;

/** One string that names a subject everywhere: journal index, receipts, feed. */
export function subjectKey(subject: Subject): string {
  return subject.type === 'dossier'
    ? `dossier:${subject.id}`
    : `unitDay:${subject.unitId}:${subject.day}:${subject.counterId}`;
}

/** Payload schema of every kind this version knows. Unknown kinds are kept whole and ignored by the fold. */
export const payloadSchemas = { ...dossierPayloads, ...unitDayPayloads };

/** A kind this version knows. */
export type KnownKind = keyof typeof payloadSchemas;
/** Payload of a known kind. */
export type PayloadOf<K extends KnownKind> = z.infer<(typeof payloadSchemas)[K]>;

/** Marked back entry (nhập bù): why the legal time is earlier than the time of typing. */
export const backEntrySchema = z.object({
  reason: z.enum(['power', 'line', 'forgotten']),
  paperSlipNo: z.string().max(40).optional(),
});

/** On whose behalf a delegated (postal) officer acted. */
export const onBehalfOfSchema = z.object({
  unitId: z.string().max(60),
  delegationId: z.string().max(60),
  decisionNo: z.string().max(120),
});

/** Fields of an action apart from kind and payload. Stamped by main, never by the page. */
export const actionStampSchema = z.object({
  id: uuidV7Schema,
  subject: subjectSchema,
  /** Device clock at the moment of the append. */
  at: instantSchema,
  /** Legal time; equals `at` unless `backEntry` says why not; never later than `at`. */
  happenedAt: instantSchema,
  backEntry: backEntrySchema.optional(),
  /** The PC clock jumped against trusted time; shown as a small mark on slips. */
  clockDoubt: z.literal(true).optional(),
  /** 1, 2, 3 … without gap within (device, incarnation). */
  seq: z.int().min(1),
  /** Position in the subject that the officer saw; 0 when nothing was accepted yet. */
  base: z.int().min(0),
  deviceId: z.string().min(1).max(60),
  incarnation: z.string().min(1).max(60),
  officerId: z.string().min(1).max(60),
  onBehalfOf: onBehalfOfSchema.optional(),
});
/** See {@link actionStampSchema}. */
export type ActionStamp = z.infer<typeof actionStampSchema>;

/** Any action, also of a kind or payload version this build does not know: kept whole on a round trip. */
export const actionSchema = z.intersection(
  actionStampSchema,
  z.object({ kind: z.string().min(1).max(60), payload: z.looseObject({ v: z.int().min(1) }) }),
);
/** See {@link actionSchema}. */
export type Action = z.infer<typeof actionSchema>;

/** An action whose kind and payload were checked. Narrow by `kind`. */
export type KnownAction = {
  [K in KnownKind]: ActionStamp & { readonly kind: K; readonly payload: PayloadOf<K> };
}[KnownKind];

/** What each action was found to be. An action never changes, and a dossier is folded again after each of its acts. */
const checkedActions = new WeakMap<Action, { readonly known: KnownAction | undefined }>();

/**
 * Checks kind and payload of an action. `undefined` when the kind or payload version is unknown or malformed:
 * the caller keeps such an action and ignores it in the fold. The same object is checked once.
 */
export function findKnownAction(action: Action): KnownAction | undefined {
  const checked = checkedActions.get(action);
  if (checked !== undefined) return checked.known;
  const known = checkKnownAction(action);
  checkedActions.set(action, { known });
  return known;
}

function checkKnownAction(action: Action): KnownAction | undefined {
  if (!Object.hasOwn(payloadSchemas, action.kind)) return undefined;
  const kind = action.kind as KnownKind;
  const payload = payloadSchemas[kind].safeParse(action.payload);
  if (!payload.success) return undefined;
  return { ...action, kind, payload: payload.data } as KnownAction;
}
