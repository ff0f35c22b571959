import type { DossierFacts } from './dossier-shape';

/** Codes of a dossier; see the fields of `DossierState`. */
export interface DossierCodes {
  readonly code: string | null;
  readonly temporaryCode: string | null;
  readonly portalCode: string | null;
  readonly codes: readonly string[];
}

function valueOf(facts: DossierFacts, kind: 'official' | 'temporary' | 'portal'): string | null {
  const code = facts.reception?.code ?? null;
  return code?.kind === kind ? code.value : null;
}

/**
 * Which code counts: the official one (from a lease, else paired later), else the portal's. Every code stays listed,
 * those of other systems and the post's consignment slip too.
 */
export function decideCodes(facts: DossierFacts): DossierCodes {
  const official = valueOf(facts, 'official') ?? facts.assignedCode;
  const temporaryCode = valueOf(facts, 'temporary');
  const portalCode = valueOf(facts, 'portal') ?? facts.submission?.portalCode ?? null;
  const others = facts.otherReceptions.map((reception) => reception.code?.value ?? null);
  const foreign = facts.externalCodes.map((linked) => linked.code);
  const consignmentNo = facts.consignment?.consignmentNo ?? null;
  const all = [official, facts.assignedCode, portalCode, temporaryCode, ...others, consignmentNo, ...foreign];
  return {
    code: official ?? portalCode,
    temporaryCode,
    portalCode,
    codes: [...new Set(all.filter((code) => code !== null))],
  };
}

/** The code to show and print: official, portal's or, until one comes, the temporary number. Empty on a stub. */
export function shownCode(codes: Pick<DossierCodes, 'code' | 'temporaryCode'>): string {
  return codes.code ?? codes.temporaryCode ?? '';
}
