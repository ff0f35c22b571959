import { formatDong } from '../base/money';
import type { DossierState } from '../domain/dossier-shape';
import type { Identity } from '../domain/person';
import type { Unit } from '../domain/unit';
import { fillText } from '../text/message';
import { vi } from '../text/vi';

/** "Số định danh 040188000123"; empty when the person has none. */
export function identityLine(identity: Identity): string {
  return identity.kind === 'none' ? '' : fillText(vi.forms.identity[identity.kind], { number: identity.number });
}

/** Where and how the citizen gets the result. */
export function returnText(state: Pick<DossierState, 'returnMethod' | 'returnAddress'>): string {
  if (state.returnMethod === 'post' && state.returnAddress !== null && state.returnAddress !== '') {
    return fillText(vi.forms.returnMethod.postTo, { address: state.returnAddress });
  }
  return state.returnMethod === null ? '' : vi.forms.returnMethod[state.returnMethod];
}

/** "Thay mặt … theo Quyết định số …" under the signature of a delegated officer; empty otherwise. */
export function onBehalfText(onBehalfOf: { readonly decisionNo: string } | null, unit: Unit): string {
  return onBehalfOf === null ? '' : fillText(vi.forms.onBehalf, { unit: unit.name, decision: onBehalfOf.decisionNo });
}

/** An amount without its sign, for columns headed "đồng". */
export function bareAmount(amount: number): string {
  return formatDong(amount).replace(' đ', '');
}
