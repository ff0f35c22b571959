import type { LocalDay } from '../../../shared/base/time';
import type { AddressRows } from '../../../shared/domain/address';
import type { AddressIndex } from '../../../shared/domain/address-index';
import { findAddress } from '../../../shared/domain/address-lookup';
import type { ReferencePackage } from '../../../shared/domain/reference-package';
import type { Message } from '../../../shared/text/message';

/** Administrative units in force on a day: the province's package before the installer's, then the later one. */
export function findAddressRows(packages: readonly ReferencePackage[], day: LocalDay): AddressRows | undefined {
  const usable = packages.flatMap((pack) => (pack.kind === 'addresses' && pack.validFrom <= day ? [pack] : []));
  const rank = (origin: ReferencePackage['origin']) => (origin === 'province' ? 1 : 0);
  const [best] = usable.sort((a, b) => rank(b.origin) - rank(a.origin) || (a.validFrom < b.validFrom ? 1 : -1));
  return best?.rows;
}

/** What the place of an address is called today, when that is not what was written; undefined when nothing changed. */
export function describeAddressNow(index: AddressIndex, address: string, day: LocalDay): Message | undefined {
  const answer = findAddress(index, address, day);
  if (answer.kind === 'found') {
    return answer.changed ? { key: 'caseFacts.addressNow', values: { address: answer.now } } : undefined;
  }
  if (answer.kind !== 'choose') return undefined;
  const addresses = answer.candidates.map((one) => one.now).join('; ');
  return { key: 'caseFacts.addressChoose', values: { addresses } };
}
