import { formatDong } from '../../../shared/base/money';
import { formatDay, formatInstant } from '../../../shared/base/time';
import { findKnownAction } from '../../../shared/domain/actions/action';
import type { DispatchRecord } from '../../../shared/domain/dossier-records';
import type { DossierState } from '../../../shared/domain/dossier-state';
import { currentExternalCodes, externalSystems } from '../../../shared/domain/external-code';
import type { Party } from '../../../shared/domain/person';
import type { Message } from '../../../shared/text/message';

/** A code of the dossier with what it is. `note`: what to know of it, in a word or two. */
export interface CodeRow {
  readonly code: string;
  /** Words of ours, or the name of the other system. */
  readonly what: Message | string;
  readonly note: Message | null;
}

function systemName(id: string): string {
  return externalSystems.find((system) => system.id === id)?.name ?? id;
}

function listExternal({ externalCodes }: DossierState): readonly CodeRow[] {
  const current = currentExternalCodes(externalCodes);
  return externalCodes.map((linked) => {
    const isCurrent = current.some((one) => one.system === linked.system && one.code === linked.code);
    const note: Message | null = isCurrent
      ? linked.provisional
        ? { key: 'caseFacts.code.waiting' }
        : null
      : { key: 'caseFacts.code.replaced' };
    return { code: linked.code, what: systemName(linked.system), note };
  });
}

/** Every code the dossier carries: ours first, then those of other systems in the order they were linked. */
export function listCodes(state: DossierState): readonly CodeRow[] {
  const { code, temporaryCode, portalCode, consignment } = state;
  const isPortal = code !== null && code === portalCode;
  const row = (value: string | null | undefined, what: Message): readonly CodeRow[] =>
    value ? [{ code: value, what, note: null }] : [];
  return [
    ...(isPortal ? [] : row(code, { key: 'caseFacts.code.official' })),
    ...row(portalCode, { key: 'caseFacts.code.portal' }),
    ...row(temporaryCode, { key: code === null ? 'caseFacts.code.temporaryNow' : 'caseFacts.code.temporary' }),
    ...row(consignment?.consignmentNo, { key: 'caseFacts.code.consignment' }),
    ...listExternal(state),
  ];
}

/** Role, side and relation of somebody: "Chủ hồ sơ, bên chuyển, vợ chồng". */
export function describeRole({ role, side, relation }: Party): readonly Message[] {
  return [
    { key: `dossiers.case.role.${role}` },
    ...(side === undefined ? [] : [{ key: `caseFacts.side.${side}` } as const]),
    ...(relation === undefined ? [] : [{ key: `caseFacts.relation.${relation}` } as const]),
  ];
}

/** Where the papers were taken in, when it was not the unit's own counter; empty else. */
export function findPlace({ timeline, consignment }: Pick<DossierState, 'timeline' | 'consignment'>): string {
  for (const { action } of timeline) {
    const known = action.kind === 'DossierReceived' ? findKnownAction(action) : undefined;
    if (known?.kind === 'DossierReceived' && known.payload.place !== undefined) return known.payload.place;
  }
  return consignment?.place ?? '';
}

/** Parts of one line; words of ours are said in the language of the screen. */
export type Parts = readonly (Message | string)[];

function listGiven(parts: readonly (Message | string | undefined)[]): Parts {
  return parts.flatMap((part) => (part === undefined || part === '' ? [] : [part]));
}

/** The parcel; nothing for other fields than land. */
export function describeLand({ land }: Pick<DossierState, 'land'>): Parts {
  const { sheetNo: sheet, parcelNo: parcel, certificateSerial: serial } = land ?? {};
  return listGiven([
    sheet && { key: 'caseFacts.landSheet', values: { sheet } },
    parcel && { key: 'caseFacts.landParcel', values: { parcel } },
    serial && { key: 'caseFacts.landSerial', values: { serial } },
  ]);
}

/** Why less than the full fee is asked: at the reception and after it. */
export function describeWaivers({ feeWaiver, collections }: Pick<DossierState, 'feeWaiver' | 'collections'>): Parts {
  const later = collections.flatMap(({ state, waiver, lines }) =>
    state === 'waived' && waiver ? [{ ...waiver, amount: lines.reduce((sum, line) => sum + line.amount, 0) }] : [],
  );
  return [...(feeWaiver === null ? [] : [feeWaiver]), ...later].map(({ ground, proof, amount }) => {
    const why = [ground, proof].filter(Boolean).join(', ');
    return amount === undefined
      ? why
      : { key: 'caseFacts.waived', values: { amount: formatDong(amount), ground: why } };
  });
}

/** The result: name, number, who signed it where and when, in which form. */
export function describeOutcome({ outcome }: Pick<DossierState, 'outcome'>): Parts {
  if (outcome === null) return [];
  const { name, number, signedBy, agency, signedOn, form } = outcome;
  return listGiven([
    ...[name, number, signedBy, agency, signedOn && formatDay(signedOn)],
    { key: `dossiers.case.outcomeForm.${form}` },
  ]);
}

/** One way of the result through the post. */
export function describeDispatch({ waybill, at, codAmount, failed }: DispatchRecord, isReturned: boolean): Message {
  if (failed !== null) {
    return {
      key: 'caseFacts.dispatchFailed',
      values: { waybill, at: formatInstant(failed.at), reason: failed.reason },
    };
  }
  if (isReturned) return { key: 'caseFacts.dispatchDone', values: { waybill } };
  return codAmount === undefined
    ? { key: 'caseFacts.dispatchOn', values: { waybill, at: formatInstant(at) } }
    : { key: 'caseFacts.dispatchCod', values: { waybill, at: formatInstant(at), amount: formatDong(codAmount) } };
}

/** Who fetched the result, and on what ground; nothing while nobody has. */
export function describeCollector({ returned }: Pick<DossierState, 'returned'>): Parts {
  if (returned === null) return [];
  const proof = { key: `dossiers.act.return.proofOf.${returned.proof}` } as const;
  return listGiven([returned.collector.name, proof, returned.authorisation]);
}
