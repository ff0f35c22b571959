/* eslint-disable @typescript-eslint/no-deprecated --
   The asynchronous successors of these calls are missing in engines this app still runs on; the secret is read once per start. */
import { safeStorage } from 'electron';
import type { SecretStore } from './device-secret';

/** The operating system's key store. On Linux the engine's fallback seals with a password that everybody knows: not real. */
export function createSystemKeyStore(platform: NodeJS.Platform): SecretStore {
  return {
    isReal: () =>
      safeStorage.isEncryptionAvailable() &&
      (platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'),
    encrypt: (text) => safeStorage.encryptString(text),
    decrypt: (sealed) => safeStorage.decryptString(sealed),
  };
}
