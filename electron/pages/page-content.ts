import type { PageRef } from '../../shared/domain/actions/action-parts';

/** Media type of a page. */
export type PageMime = PageRef['mime'];

const signatures: readonly { readonly mime: PageMime; readonly bytes: readonly number[] }[] = [
  { mime: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
  { mime: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { mime: 'application/pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
];

/** Bytes that must be at hand to tell what a file is. */
export const SNIFF_BYTES = 8;

/** Largest page taken, in bytes. A colour A4 at 600 dpi is a third of it; a bundle scanned into one PDF still fits. */
export const MAX_PAGE_BYTES = 64 * 1024 * 1024;

/** What a file is by its first bytes; names and declared types are never believed. */
export function sniffMime(head: Uint8Array): PageMime | undefined {
  return signatures.find(({ bytes }) => bytes.every((byte, index) => head[index] === byte))?.mime;
}
