import { createPrivateKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { err, ok, type Result } from '../../shared/base/result';
import { openCheckedFile, type CheckedFileError } from './checked-file';
import type { Envelope } from './envelope';

const publicJwkSchema = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string().max(60),
  y: z.string().max(60),
});
const privateJwkSchema = publicJwkSchema.extend({ d: z.string().max(60) });
const contentSchema = z.object({ publicJwk: publicJwkSchema, sealed: z.string().max(4000) });

const CONTEXT = 'device-key|private';

/** Public half of the device key as it goes to the province at enrolment. */
export type DevicePublicJwk = z.infer<typeof publicJwkSchema>;

/** Why the device key cannot be used: its files are damaged or from a newer version, or sealed under another data key. */
export type DeviceKeyError = CheckedFileError | { readonly kind: 'foreignKey' };

/** The enrolled key of this PC: signs requests to the province and the QR of slips. */
export interface DeviceKey {
  readonly publicJwk: DevicePublicJwk;
  /** For libraries that sign by themselves. It never leaves main. */
  readonly privateKey: KeyObject;
  /** ES256 signature of the UTF-8 text: 64 bytes `r‖s`, base64url (86 characters). */
  readonly sign: (text: string) => string;
}

/** Opens the device key of a data folder, or makes it at the first time. The private half lies on disk sealed only. */
export async function openDeviceKey(options: {
  readonly folder: string;
  readonly envelope: Envelope;
}): Promise<Result<DeviceKey, DeviceKeyError>> {
  const file = await openCheckedFile({ folder: options.folder, name: 'device-key', format: 1, schema: contentSchema });
  if (!file.ok) return file;
  const content = file.value.content ?? createContent(options.envelope);
  if (file.value.content === undefined) await file.value.save(content);
  const opened = options.envelope.open(CONTEXT, Buffer.from(content.sealed, 'base64'));
  if (!opened.ok) return err({ kind: 'foreignKey' });
  const jwk = privateJwkSchema.parse(JSON.parse(opened.value.toString('utf8')));
  return ok(buildDeviceKey(content.publicJwk, createPrivateKey({ key: jwk, format: 'jwk' })));
}

function createContent(envelope: Envelope): z.infer<typeof contentSchema> {
  const jwk = privateJwkSchema.parse(
    generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }),
  );
  const { kty, crv, x, y } = jwk;
  return {
    publicJwk: { kty, crv, x, y },
    sealed: envelope.seal(CONTEXT, Buffer.from(JSON.stringify(jwk))).toString('base64'),
  };
}

function buildDeviceKey(publicJwk: DevicePublicJwk, privateKey: KeyObject): DeviceKey {
  return {
    publicJwk,
    privateKey,
    sign: (text) =>
      sign('sha256', Buffer.from(text, 'utf8'), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url'),
  };
}
