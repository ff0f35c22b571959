import { uuidV7Schema, type UuidV7 } from '../base/ids';

/**
 * What the QR of a paper beside the slip says. None of them is signed: a bag's counts are compared with the bag, a folder only
 * names its dossier, a kit slip names numbers the journal knows.
 */
export type PaperQr =
  | {
      readonly kind: 'bag';
      readonly bagId: string;
      readonly sealNo: string;
      readonly dossiers: number;
      readonly originals: number;
    }
  | { readonly kind: 'kitSlip'; readonly code: string; readonly slipNo: string }
  /** The folder's code may still be a temporary number; the id is the dossier's for ever. */
  | { readonly kind: 'folder'; readonly dossierId: UuidV7; readonly code: string }
  /** One of ours, but of a later version or not whole. */
  | { readonly kind: 'unreadable'; readonly paper: 'bag' | 'kitSlip' | 'folder' };

function readCount(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,4}$/.test(text) ? Number(text) : undefined;
}

function readBag([bagId = '', sealNo = '', dossierCount, originalCount]: readonly string[]): PaperQr | undefined {
  const [dossiers, originals] = [readCount(dossierCount), readCount(originalCount)];
  if (bagId === '' || dossiers === undefined || originals === undefined) return undefined;
  return { kind: 'bag', bagId, sealNo, dossiers, originals };
}

function readFolder([id = '', code = '']: readonly string[]): PaperQr | undefined {
  const dossierId = uuidV7Schema.safeParse(id);
  return dossierId.success && code !== '' ? { kind: 'folder', dossierId: dossierId.data, code } : undefined;
}

function readKitSlip([code = '', slipNo = '']: readonly string[]): PaperQr | undefined {
  return code === '' || slipNo === '' ? undefined : { kind: 'kitSlip', code, slipNo };
}

const papers = new Map([
  ['B', { paper: 'bag', parts: 4, read: readBag }],
  ['F', { paper: 'folder', parts: 2, read: readFolder }],
  ['K', { paper: 'kitSlip', parts: 2, read: readKitSlip }],
] as const);

/** Reads the QR of a bag label (`QMCB1`), a folder cover (`QMCF1`) or a paper-kit slip (`QMCK1`); undefined for anything else. */
export function parsePaperQr(text: string): PaperQr | undefined {
  const [head = '', ...parts] = text.replaceAll('\ufeff', '').trim().split('|');
  const [, letter, version] = /^QMC([BFK])(\d+)$/.exec(head) ?? [];
  const known = [...papers].find(([name]) => name === letter)?.[1];
  if (known === undefined) return undefined;
  const read = version === '1' && parts.length === known.parts ? known.read(parts) : undefined;
  return read ?? { kind: 'unreadable', paper: known.paper };
}
