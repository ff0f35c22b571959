import { z } from 'zod';
import type { Instant } from '../../../../shared/base/time';
import type { DraftShape } from '../../../records/draft-store';
import type { PanelAct } from '../case-acts';

const caretSchema = z.object({
  /** Which of the form's text fields, from 0. */
  field: z.int().min(0),
  start: z.int().min(0),
  end: z.int().min(0),
});
/** Where the caret stands in a form. */
export type FormCaret = z.infer<typeof caretSchema>;

const actDraftSchema = z.object({
  v: z.literal(1),
  /** On the screen when it was saved: opened again by itself with the dossier. */
  isOpen: z.boolean(),
  owner: z.object({ officerId: z.string(), name: z.string() }),
  caret: caretSchema.nullable(),
  /** Parts of the form by name: its fields, "nhập bù". Their shape is the form's own. */
  parts: z.record(z.string(), z.unknown()),
});
/** A half-typed act as it is kept through a lock, a crash or a look at another dossier. */
export type ActDraft = z.infer<typeof actDraftSchema>;

/** See {@link ActDraft}. */
export const actDraftShape: DraftShape<ActDraft> = { kind: 'act', schema: actDraftSchema };

/** A draft found on opening the dossier. */
export interface KeptActDraft {
  readonly savedAt: Instant;
  readonly draft: ActDraft;
}

/** One draft per dossier and act: whoever opens the form at this counter goes on with it. */
export function actDraftId(dossierId: string, kind: PanelAct): string {
  return `act|${dossierId}|${kind}`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a kept value has the make of the one a form starts with: another version may have written it. */
function isLike(start: unknown, kept: unknown): boolean {
  if (start === null || kept === null) return true;
  if (Array.isArray(start)) {
    return Array.isArray(kept) && (start.length === 0 || kept.every((item) => isLike(start[0], item)));
  }
  if (isRecord(start)) return isRecord(kept) && Object.keys(start).every((key) => isLike(start[key], kept[key]));
  return typeof start === typeof kept;
}

/** What was kept of a part of a form, if this version can go on with it. */
export function restorePart<T>(start: T, kept: unknown): T | undefined {
  return kept !== undefined && isLike(start, kept) ? (kept as T) : undefined;
}

/** Whether two values of a part say the same. */
export function isSamePart(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
