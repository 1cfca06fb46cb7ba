import {
  ErrorNotice,
  type FleetResult,
} from '@fleetcommander/backstage-plugin-fleet-react';
import type { ReactNode } from 'react';

/** A field over what the portal was asked: it is there while that loads, and an error is told under it. */
export function Answer<T>(props: {
  result: FleetResult<T>;
  what: string;
  children: (value: T | undefined) => ReactNode;
}) {
  const { result, what, children } = props;
  return (
    <>
      {children(result.value)}
      {result.error && (
        <ErrorNotice
          error={result.error}
          what={what}
          onRetry={result.refresh}
        />
      )}
    </>
  );
}
