import { toError } from '@backstage/errors';
import { useState } from 'react';

/**
 * Runs what a button does, and keeps the error of the last attempt to show it.
 *
 * @public
 */
export function useAttempt() {
  const [error, setError] = useState<Error>();

  async function attempt(action: () => Promise<void>) {
    setError(undefined);
    try {
      await action();
    } catch (cause) {
      setError(toError(cause));
    }
  }

  return { error, attempt };
}
