import type { PolicyException } from '@fleetcommander/backstage-plugin-fleet-common';
import { Notice } from '@fleetcommander/backstage-plugin-fleet-react';

/** An exception that has expired or soon does, before it bites. */
export function ExceptionLine(props: { exception: PolicyException }) {
  const { name, cluster, summary } = props.exception;
  return (
    <Notice severity="warning" title={`Exception ${name} on ${cluster}`}>
      {summary}
    </Notice>
  );
}
