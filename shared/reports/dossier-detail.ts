import type { DossierState } from '../domain/dossier-shape';
import { identityNumber, PAPER_SIGN } from '../domain/masking';
import { statusText } from '../text/domain-sentences';
import { fillText, sayVi } from '../text/message';
import { vi } from '../text/vi';
import type { ProcedureNames } from './procedure-results';

/** What a list prints of a dossier beside its figures. Unsealed only for the rows that are shown. */
export interface DossierDetail {
  readonly code: string;
  readonly procedureCode: string;
  readonly procedureName: string;
  readonly applicant: string;
  readonly identity: string;
  readonly address: string;
  readonly phone: string;
  readonly status: string;
  readonly receivedBy: string;
  readonly returnAddress: string;
  readonly waybill: string;
  /** Postal charge still to be collected at the door, in đồng. */
  readonly postalChargeOpen: number;
  readonly originalsInCustody: number;
}

/** Detail of a dossier by id; `undefined` when it is not held here. */
export type DetailOf = (dossierId: string) => DossierDetail | undefined;

/** How details are written. */
export interface DetailLook {
  readonly procedureOf: ProcedureNames;
  readonly officerName: (officerId: string) => string;
  /** Hide all but the last four characters of identity numbers. */
  readonly masked: boolean;
}

function applicantText({ applicant, parties }: DossierState): string {
  const others = parties.filter(({ role }) => role === 'applicant').length - 1;
  const name = applicant?.name ?? '';
  return others > 0 ? name + fillText(vi.forms.receipt.others, { n: others }) : name;
}

/** Writes the detail of a folded dossier. */
export function buildDossierDetail(state: DossierState, look: DetailLook): DossierDetail {
  const { applicant, procedureCode, dispatches, fees, collected, refunded } = state;
  const charge = fees.reduce((sum, line) => sum + (line.ledger === 'postalCharge' ? line.amount : 0), 0);
  return {
    code: state.code ?? state.temporaryCode ?? '',
    procedureCode: procedureCode ?? '',
    procedureName: procedureCode === null ? '' : (look.procedureOf(procedureCode)?.name ?? procedureCode),
    applicant: applicantText(state),
    identity: applicant === null ? '' : (identityNumber(applicant.identity, !look.masked, PAPER_SIGN) ?? ''),
    address: applicant?.address ?? '',
    phone: state.submitter?.phone ?? applicant?.phone ?? '',
    status: sayVi(statusText(state.status)),
    receivedBy: state.receivedBy === null ? '' : look.officerName(state.receivedBy),
    returnAddress: state.returnAddress ?? applicant?.address ?? '',
    waybill: dispatches.at(-1)?.waybill ?? '',
    postalChargeOpen: Math.max(0, charge - (collected.postalCharge - refunded.postalCharge)),
    originalsInCustody: state.originalsInCustody,
  };
}

const unknown: DossierDetail = {
  code: '',
  procedureCode: '',
  procedureName: '',
  applicant: '',
  identity: '',
  address: '',
  phone: '',
  status: '',
  receivedBy: '',
  returnAddress: '',
  waybill: '',
  postalChargeOpen: 0,
  originalsInCustody: 0,
};

/** Detail of a dossier, or empty columns with its id where the code would stand: a row is never left out. */
export function detailOrId(detailOf: DetailOf, dossierId: string): DossierDetail {
  return detailOf(dossierId) ?? { ...unknown, code: dossierId };
}
