import { fromLocal, toLocalDay, type Instant, type LocalDay } from '../base/time';
import type { DossierState } from '../domain/dossier-shape';
import { identityNumber, PAPER_SIGN } from '../domain/masking';
import { isWithin, type PeriodBounds } from './report-period';

/**
 * A line of the certification register (sổ chứng thực bản sao từ bản chính; NĐ 23/2015/NĐ-CP, TT 01/2020/TT-BTP; columns
 * provisional). Amounts in đồng.
 */
export interface CertificationRow {
  readonly dossierId: string;
  /** Order in the year's book, from 1. */
  readonly order: number;
  /** Number given with the result; empty when none was typed. */
  readonly number: string;
  readonly certifiedOn: LocalDay;
  readonly requester: string;
  /** Empty where the law asks none. */
  readonly identity: string;
  /** Name of the original that was copied. */
  readonly paperName: string;
  readonly signedBy: string;
  readonly copies: number;
  readonly pages: number;
  readonly fee: number;
  readonly code: string;
}

interface Certified {
  readonly state: DossierState;
  readonly at: Instant;
  readonly day: LocalDay;
}

function findCertified(state: DossierState, procedures: ReadonlySet<string>): readonly Certified[] {
  const { outcome, procedureCode } = state;
  if (outcome === null || procedureCode === null || !procedures.has(procedureCode)) return [];
  return [{ state, at: outcome.at, day: outcome.signedOn ?? toLocalDay(outcome.at) }];
}

function buildRow({ state, day }: Certified, order: number, masked: boolean): CertificationRow {
  const { outcome, applicant, submitter, quantities, papers } = state;
  const person = submitter ?? applicant;
  const originals = papers.filter(({ counts }) => counts.original > 0).map(({ name }) => name);
  return {
    dossierId: state.dossierId,
    order,
    number: outcome?.number ?? '',
    certifiedOn: day,
    requester: person?.name ?? '',
    identity: person === null ? '' : (identityNumber(person.identity, !masked, PAPER_SIGN) ?? ''),
    paperName: state.summary === '' ? originals.join('; ') : state.summary,
    signedBy: outcome?.signedBy ?? '',
    copies: quantities.copies ?? 1,
    pages: quantities.pages ?? 1,
    fee: Math.max(0, state.collected.stateFee - state.refunded.stateFee),
    code: state.code ?? state.temporaryCode ?? '',
  };
}

function inBookOrder(a: Certified, b: Certified): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1;
  return a.at - b.at || (a.state.dossierId < b.state.dossierId ? -1 : 1);
}

/**
 * Rows of the book for a period, numbered from the first certification of their year: `states` must reach back to 1 January.
 * By day of signing, then by the time the result was recorded.
 */
export function buildCertificationRows(
  states: readonly DossierState[],
  bounds: PeriodBounds,
  how: { readonly procedures: ReadonlySet<string>; readonly masked: boolean },
): readonly CertificationRow[] {
  const certified = states.flatMap((state) => findCertified(state, how.procedures)).sort(inBookOrder);
  const orders = new Map<string, number>();
  return certified.flatMap((one) => {
    const year = one.day.slice(0, 4);
    const order = (orders.get(year) ?? 0) + 1;
    orders.set(year, order);
    return isWithin(fromLocal(one.day, '00:00'), bounds) ? [buildRow(one, order, how.masked)] : [];
  });
}
