import type { Cluster } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  Muted,
  Stack,
  StateBadge,
} from '@fleetcommander/backstage-plugin-fleet-react';

/** The engines that are installed, with their versions; what is fine is quiet, and that Kubernetes is there is no news. */
export function EngineList(props: { cluster: Cluster }) {
  const { engines, freshness } = props.cluster;
  const installed = engines.filter(
    engine => engine.installed && engine.name !== 'kubernetes',
  );

  if (installed.length === 0) {
    return <Muted>{freshness.observedAt ? 'none' : 'not known'}</Muted>;
  }
  return (
    <Stack direction="row" gap={1} wrap>
      {installed.map(({ name, version, state, summary }) => (
        <span key={name}>
          {state !== 'healthy' && (
            <>
              <StateBadge
                state={state}
                summary={summary}
                size="small"
                iconOnly
              />{' '}
            </>
          )}
          {name} {version && <Muted>{version}</Muted>}
        </span>
      ))}
    </Stack>
  );
}
