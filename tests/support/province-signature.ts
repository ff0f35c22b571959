import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { canonicalJson } from '../../shared/base/canonical-json';
import { subjectKey, type Action } from '../../shared/domain/actions/action';
import type { Receipt, Verdict } from '../../shared/domain/verdict';
import { receiptSigningText } from '../../shared/sync/protocol';

/** A province that signs: its public key as `hello` tells it, and receipts for any action. */
export function createSigningProvince(keyId = 'province-1') {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const signText = (text: string): string =>
    sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url');
  return {
    serverKeys: [{ keyId, jwk: publicKey.export({ format: 'jwk' }) as Record<string, unknown> }],
    signText,
    receiptFor: (action: Action, changes: Partial<Omit<Receipt, 'signature'>> = {}): Receipt => {
      const verdict: Verdict = { type: 'accepted' };
      const unsigned = {
        actionId: action.id,
        subjectKey: subjectKey(action.subject),
        actionHash: createHash('sha256').update(canonicalJson(action)).digest('hex'),
        pos: 1,
        verdict,
        durable: true,
        serverEpoch: 'epoch-1',
        at: action.at + 1000,
        keyId,
        ...changes,
      };
      return { ...unsigned, signature: signText(receiptSigningText(unsigned)) };
    },
  };
}
