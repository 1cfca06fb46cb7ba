import type { Canary } from '@fleetcommander/backstage-plugin-fleet-common';
import { Muted } from '@fleetcommander/backstage-plugin-fleet-react';

/** Which version is to take the place of which; nothing where there is but one. */
export function CanaryVersions(props: { canary: Canary }) {
  const { wanted, running } = props.canary;
  return wanted && wanted !== running ? (
    <Muted>{running ? `${wanted} in place of ${running}` : wanted}</Muted>
  ) : null;
}
