import type { Kysely } from 'kysely';
import type { KnownAction } from '../../shared/domain/actions/action';
import type { CodeLease, CodeLeaseReturn } from '../../shared/domain/code-lease';
import { parseDossierCode } from '../../shared/domain/dossier-code';
import type { DossierCodesTable, KitCodesTable, Tables } from '../database/tables';
import { findLeases, findReturns } from '../leases-book';
import type { CodeFault } from './judge-input';

/** Codes and leases a push touches. `taken` grows while the push is judged; `added` is written at its end. */
export interface CodeBook {
  readonly taken: Map<string, DossierCodesTable>;
  readonly leases: ReadonlyMap<string, CodeLease & { readonly deviceId: string }>;
  /** Ranges of these leases that were given back. */
  readonly returned: readonly CodeLeaseReturn[];
  readonly added: DossierCodesTable[];
  /** Codes of paper kits; the first kit keeps a code. */
  readonly kits: KitCodesTable[];
}

interface CodeUse {
  readonly code: string;
  readonly leaseId: string | null;
  readonly state: 'used' | 'void';
}

/** The code an act uses up or spoils. Temporary numbers are no codes: they are unique by device and never leased. */
function findCodeUse(action: KnownAction): CodeUse | undefined {
  if (action.kind === 'CodeVoided') return { code: action.payload.code, leaseId: null, state: 'void' };
  if (action.kind === 'OfficialCodeAssigned') return { code: action.payload.code, leaseId: null, state: 'used' };
  if (action.kind !== 'DossierReceived' || action.payload.code.kind !== 'official') return undefined;
  return { code: action.payload.code.value, leaseId: action.payload.code.leaseId, state: 'used' };
}

/** Reads what is known of the codes and leases named in a push. */
export async function loadCodeBook(db: Kysely<Tables>, actions: readonly KnownAction[]): Promise<CodeBook> {
  const uses = actions.map(findCodeUse).filter((use) => use !== undefined);
  const codes = [...new Set(uses.map((use) => use.code))];
  const leaseIds = [...new Set(uses.map((use) => use.leaseId).filter((id) => id !== null))];
  const rows =
    codes.length > 0 ? await db.selectFrom('dossier_codes').selectAll().where('code', 'in', codes).execute() : [];
  return {
    taken: new Map(rows.map((row) => [row.code, row])),
    leases: new Map((await findLeases(db, leaseIds)).map((lease) => [lease.leaseId, lease])),
    returned: await findReturns(db, leaseIds),
    added: [],
    kits: [],
  };
}

function isInLease(action: Extract<KnownAction, { kind: 'DossierReceived' }>, use: CodeUse, book: CodeBook): boolean {
  const parsed = parseDossierCode(use.code);
  const lease = use.leaseId === null ? undefined : book.leases.get(use.leaseId);
  if (!lease || !parsed.ok || parsed.value.kind !== 'official') return false;
  const { agencyId, day, number } = parsed.value;
  const fits = lease.agencyId === agencyId && lease.day === day && lease.from <= number && number <= lease.to;
  const isBack = book.returned.some(
    (range) => range.leaseId === lease.leaseId && range.from <= number && number <= range.to,
  );
  return fits && !isBack && lease.deviceId === action.deviceId && agencyId === action.payload.receivingUnitId;
}

/**
 * What is wrong with the code of an act: somebody else has it already, or it is not of a lease of this device, or of a range
 * that the device had given back.
 */
export function findCodeFault(action: KnownAction, subjectKey: string, book: CodeBook): CodeFault | undefined {
  const use = findCodeUse(action);
  if (!use) return undefined;
  const owner = book.taken.get(use.code);
  if (owner && (owner.state !== use.state || owner.subject_key !== subjectKey)) return 'duplicateCode';
  if (action.kind !== 'DossierReceived') return undefined;
  return isInLease(action, use, book) ? undefined : 'codeOutsideLease';
}

/** Agency, day and number of an official code; null where a text is none. */
function takeApart(code: string): Pick<DossierCodesTable, 'agency_id' | 'day' | 'number'> {
  const parsed = parseDossierCode(code);
  const official = parsed.ok && parsed.value.kind === 'official' ? parsed.value : undefined;
  return { agency_id: official?.agencyId ?? null, day: official?.day ?? null, number: official?.number ?? null };
}

/** Notes the codes of an accepted act; the first user keeps a code. */
export function noteCode(action: KnownAction, subjectKey: string, book: CodeBook): void {
  if (action.kind === 'PaperKitIssued') {
    const { kitId, codes } = action.payload;
    book.kits.push(...codes.map((code) => ({ code, kit_id: kitId, action_id: action.id, ...takeApart(code) })));
  }
  const use = findCodeUse(action);
  if (!use || book.taken.has(use.code)) return;
  const row = {
    code: use.code,
    subject_key: subjectKey,
    action_id: action.id,
    ...takeApart(use.code),
    state: use.state,
  };
  book.taken.set(use.code, row);
  book.added.push(row);
}
