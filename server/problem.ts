/** An expected refusal of a request. `error` is a stable word of the protocol; neither it nor `detail` names a person. */
export interface Problem {
  readonly status: 400 | 401 | 403 | 404 | 413 | 415 | 429 | 500;
  readonly error: string;
  readonly detail?: string;
}

/** Builds a {@link Problem}. */
export function problem(status: Problem['status'], error: string, detail?: string): Problem {
  return detail === undefined ? { status, error } : { status, error, detail };
}
