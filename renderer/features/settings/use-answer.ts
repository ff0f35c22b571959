import { useEffect, useState } from 'react';
import type { Result } from '../../../shared/base/result';

/** Asks once when shown; `undefined` until there is an answer. `ask` must keep its identity. */
export function useAnswer<T, E>(ask: () => Promise<Result<T, E>>): Result<T, E> | undefined {
  const [answer, setAnswer] = useState<Result<T, E>>();
  useEffect(() => {
    let isGone = false;
    void ask().then((given) => {
      if (!isGone) setAnswer(given);
    });
    return () => {
      isGone = true;
    };
  }, [ask]);
  return answer;
}
