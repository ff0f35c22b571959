import type { Receipt } from '../../shared/domain/verdict';
import { receiptSigningText } from '../../shared/sync/protocol';
import type { ServerContext } from '../server-context';

/** The server's word on one item, before it is signed. */
export type ReceiptWord = Pick<Receipt, 'actionId' | 'subjectKey' | 'actionHash' | 'pos' | 'verdict'>;

/** Signs a receipt in the name of this run of the server. */
export function writeReceipt(
  context: Pick<ServerContext, 'durable' | 'serverEpoch' | 'key' | 'now'>,
  word: ReceiptWord,
): Receipt {
  const { durable, serverEpoch, key } = context;
  const unsigned = { ...word, durable, serverEpoch, at: context.now(), keyId: key.keyId };
  return { ...unsigned, signature: key.sign(receiptSigningText(unsigned)) };
}
