import { err, ok, type Result } from '../base/result';

/**
 * Mã định danh điện tử of an agency. `root` is the province or ministry (`H56`), `levels` its units from the top down
 * (digits as written, one entry per level). Two schemes stay in use side by side: old dossiers keep old codes.
 * - `qcvn102` (QCVN 102:2016/BTTTT): 13 characters `VVV.ZZ.YY.MXX`, read from right to left, zeros where a level is unused;
 * - `qd20` (QĐ 20/2020/QĐ-TTg): `M1.M2.M3…`, read from left to right, at most 35 characters.
 *
 * Domain notes §3.1; the meaning of the old places is corroborated by examples only: provisional.
 */
export interface AgencyId {
  readonly scheme: 'qcvn102' | 'qd20';
  readonly root: string;
  readonly levels: readonly string[];
}

/** Why a text is no agency identifier. */
export interface AgencyIdError {
  readonly kind: 'notAnAgencyId';
}

/** Longest identifier by QĐ 20/2020/QĐ-TTg, in characters. */
export const AGENCY_ID_MAX = 35;

/** Regular expression source of both shapes, without anchors and groups, capitals only. */
export const agencyIdSource = String.raw`(?:\d{3}\.\d{2}\.\d{2}\.[A-H]\d{2}|[A-H]\d{2}(?:\.\d{1,3}){0,5})`;

const agencyPattern = new RegExp(`^${agencyIdSource}$`);
const OLD_LEVEL_DIGITS = [2, 2, 3] as const;

function isUnused(level: string): boolean {
  return /^0+$/.test(level);
}

/** Levels of an old identifier from the top down; zeros behind the last used level mean nothing, zeros before it stay. */
function readOldLevels(parts: readonly string[]): string[] {
  const levels = parts.slice(0, 3).reverse();
  while (levels.length > 0 && isUnused(levels.at(-1) ?? '')) levels.pop();
  return levels;
}

/** Reads an agency identifier of either scheme; outer spaces and letter case do not matter. */
export function parseAgencyId(text: string): Result<AgencyId, AgencyIdError> {
  const id = text.trim().toUpperCase();
  if (!agencyPattern.test(id)) return err({ kind: 'notAnAgencyId' });
  const parts = id.split('.');
  if (/^\d/.test(id)) return ok({ scheme: 'qcvn102', root: parts[3] ?? '', levels: readOldLevels(parts) });
  return ok({ scheme: 'qd20', root: parts[0] ?? '', levels: parts.slice(1) });
}

/** Writes an identifier in its own scheme. Throws on parts that no identifier can hold: a caller's fault. */
export function formatAgencyId(id: AgencyId): string {
  const text = id.scheme === 'qd20' ? [id.root, ...id.levels].join('.') : formatOld(id);
  if (!agencyPattern.test(text)) throw new Error('formatAgencyId: not an agency id');
  return text;
}

function formatOld(id: AgencyId): string {
  const places = OLD_LEVEL_DIGITS.map((digits, at) => id.levels[at] ?? '0'.repeat(digits));
  return [...[...places, ...id.levels.slice(places.length)].reverse(), id.root].join('.');
}

/**
 * Whether `inner` is `outer` itself or one of its units. Identifiers of different schemes are never related this way: a new
 * identifier follows an old one only by the catalogue's successor links. Texts that are no identifiers are related to nothing.
 */
export function isWithinAgency(inner: string, outer: string): boolean {
  const child = parseAgencyId(inner);
  const parent = parseAgencyId(outer);
  if (!child.ok || !parent.ok) return false;
  if (child.value.scheme !== parent.value.scheme || child.value.root !== parent.value.root) return false;
  return parent.value.levels.every((level, at) => child.value.levels[at] === level);
}
