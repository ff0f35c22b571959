import type { LocalDay } from '../../../shared/base/time';
import { findAddress } from '../../../shared/domain/address-lookup';
import type { AddressIndex } from '../../../shared/domain/address-index';
import type { AddressChoice } from '../../../shared/domain/address-search';
import { sayVi, type Message } from '../../../shared/text/message';

/** What an address in words is called today, when its units are no more; undefined when nothing is to be said. */
export function describeToday(index: AddressIndex, text: string, day: LocalDay): Message | undefined {
  if (text.trim() === '') return undefined;
  const answer = findAddress(index, text, day);
  if (answer.kind === 'found' && answer.changed) return { key: 'intakeRules.address.now', values: { now: answer.now } };
  const isDivided = answer.kind === 'choose' && answer.candidates.some(({ changed }) => changed);
  return isDivided ? { key: 'intakeRules.address.several' } : undefined;
}

/** House, group and street of an address: what stands before the units it names, or all of it when it names none. */
function readDetail(index: AddressIndex, text: string, day: LocalDay): string {
  const answer = findAddress(index, text, day);
  if (answer.kind === 'found') return answer.detail;
  if (answer.kind === 'choose') return answer.candidates[0]?.detail ?? '';
  return answer.kind === 'unknown' ? text.trim().replace(/[\s,;]+$/, '') : '';
}

/**
 * The address with the chosen commune. One found by its former name is written with both names, as papers show them: the
 * words are those of papers, in Vietnamese whatever the screen says.
 */
export function putCommune(
  { index, day }: { readonly index: AddressIndex; readonly day: LocalDay },
  text: string,
  choice: AddressChoice,
): string {
  const detail = readDetail(index, text, day);
  const now = [...(detail === '' ? [] : [detail]), choice.label].join(', ');
  if (choice.former === null) return now;
  return sayVi({ key: 'intakeRules.address.both', values: { now, former: choice.former.label } });
}
