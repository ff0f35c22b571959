import { z } from 'zod';
import { canonicalCode } from './code-search';

/**
 * Another system in which the same dossier has a code. `pattern` is what its codes look like as far as is known: it gives
 * a doubt, never a refusal. Rows are data (domain notes §3.2, §4.3 and counter needs §1 no. 12); all patterns are provisional.
 */
export const externalSystemSchema = z.object({
  id: z.string().regex(/^[a-zA-Z][a-zA-Z0-9-]{0,59}$/),
  name: z.string().min(1).max(200),
  /** Regular expression source for the whole canonical code; absent when nothing is known. */
  pattern: z.string().max(200).optional(),
  /** The system replaces its own code later (a draft code), so the dossier stays on the list of the close. */
  givesProvisionalCodes: z.boolean().default(false),
  provisional: z.boolean(),
});
/** See {@link externalSystemSchema}. */
export type ExternalSystem = z.infer<typeof externalSystemSchema>;

/** Systems known from public sources; a province's own list takes their place. Names as officers call them. */
export const externalSystems: readonly ExternalSystem[] = [
  {
    id: 'portal',
    name: 'Cổng Dịch vụ công quốc gia',
    pattern: String.raw`[A-H]\d{2}(\.\d{1,3}){0,5}-\d{6}-\d{4,}`,
    givesProvisionalCodes: false,
    provisional: true,
  },
  {
    id: 'civilStatus',
    name: 'Hệ thống thông tin đăng ký, quản lý hộ tịch',
    givesProvisionalCodes: true,
    provisional: true,
  },
  { id: 'linkedServices', name: 'Phần mềm Dịch vụ công liên thông', givesProvisionalCodes: true, provisional: true },
  { id: 'land', name: 'Hệ thống thông tin đất đai', givesProvisionalCodes: false, provisional: true },
  { id: 'tax', name: 'Hệ thống của cơ quan thuế', givesProvisionalCodes: false, provisional: true },
  { id: 'residence', name: 'Hệ thống quản lý cư trú (công an)', givesProvisionalCodes: false, provisional: true },
  { id: 'socialInsurance', name: 'Phần mềm bảo hiểm xã hội', givesProvisionalCodes: false, provisional: true },
  { id: 'business', name: 'Hệ thống đăng ký hộ kinh doanh', givesProvisionalCodes: false, provisional: true },
  { id: 'ministry', name: 'Hệ thống tập trung của bộ, ngành', givesProvisionalCodes: false, provisional: true },
];

/** A code linked to a dossier, as `ExternalCodeLinked` keeps it. */
export interface ExternalCode {
  readonly system: string;
  readonly code: string;
  readonly provisional: boolean;
}

/** What deserves a second look before a code is linked. Never blocks: other systems change without asking us. */
export type ExternalCodeDoubt =
  | { readonly kind: 'unknownSystem'; readonly system: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unusualShape'; readonly system: string }
  | { readonly kind: 'alreadyLinked' }
  | { readonly kind: 'replacesFinal'; readonly code: string };

/** Checks a code to be linked against what is known of the system and of the dossier. */
export function checkExternalCode(
  wanted: ExternalCode,
  linked: readonly ExternalCode[],
  systems: readonly ExternalSystem[],
): readonly ExternalCodeDoubt[] {
  const code = canonicalCode(wanted.code);
  if (code === '') return [{ kind: 'empty' }];
  const doubts: ExternalCodeDoubt[] = [];
  const system = systems.find(({ id }) => id === wanted.system);
  if (!system) doubts.push({ kind: 'unknownSystem', system: wanted.system });
  if (system?.pattern !== undefined && !new RegExp(`^(?:${system.pattern})$`).test(code)) {
    doubts.push({ kind: 'unusualShape', system: system.id });
  }
  const same = linked.filter((item) => item.system === wanted.system);
  if (same.some((item) => canonicalCode(item.code) === code && item.provisional === wanted.provisional)) {
    return [...doubts, { kind: 'alreadyLinked' }];
  }
  const final = same.find((item) => !item.provisional && canonicalCode(item.code) !== code);
  if (final) doubts.push({ kind: 'replacesFinal', code: final.code });
  return doubts;
}

/**
 * Code that counts in each system: the last final one, else the last provisional one; `linked` in the dossier's order.
 * Earlier codes stay searchable.
 */
export function currentExternalCodes(linked: readonly ExternalCode[]): readonly ExternalCode[] {
  const current = new Map<string, ExternalCode>();
  for (const item of linked) {
    const known = current.get(item.system);
    if (!known || known.provisional || !item.provisional) current.set(item.system, item);
  }
  return [...current.values()];
}

/** Systems in which the dossier has only a provisional code so far: "còn n hồ sơ chưa có mã hệ thống ngành". */
export function systemsAwaitingCode(linked: readonly ExternalCode[]): readonly string[] {
  return currentExternalCodes(linked)
    .filter((item) => item.provisional)
    .map((item) => item.system);
}
