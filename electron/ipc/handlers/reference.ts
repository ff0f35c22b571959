import { ok } from '../../../shared/base/result';
import type { Handlers } from '../../../shared/ipc/contract';
import type { ReferenceStore } from '../../reference-store';

/** Reference packages for the page's own store. */
export function createReferenceHandlers(ports: { readonly reference: ReferenceStore }): Handlers['reference'] {
  return { current: () => Promise.resolve(ok([...ports.reference.packages()])) };
}
