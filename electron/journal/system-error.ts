/** Code of a system error such as `ENOSPC`; `UNKNOWN` when it carries none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'UNKNOWN';
}
