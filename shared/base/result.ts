/** Outcome of an operation whose failure is expected; `E` is a union tagged by `kind`. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** Wraps a success. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** Wraps an expected failure. */
export function err<E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error };
}

/** Marks a branch the type checker knows to be unreachable; throws when reached at run time. */
export function assertNever(value: never, where: string): never {
  throw new Error(`unreachable in ${where}: ${JSON.stringify(value)}`);
}
