import {
  KeyValues,
  Muted,
  Since,
  Stack,
  StateBadge,
  type Stage,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { ClusterName } from '../clusters/ClusterName';

/** Stages as a short list: a line for each cluster. */
export function CompactStages(props: { stages: readonly Stage[] }) {
  return (
    <KeyValues
      items={props.stages.map(({ name, clusters }) => ({
        key: name,
        value: (
          <Stack gap={0.5}>
            {clusters.map(({ key, cluster, entityRef, ...runs }) => (
              <Stack key={key} direction="row" gap={1} align="center" wrap>
                <StateBadge
                  state={runs.state}
                  summary={runs.summary}
                  stale={runs.freshness.stale}
                  iconOnly
                />
                <ClusterName name={cluster} entityRef={entityRef} />
                <span>{runs.version}</span>
                <Muted>
                  {runs.state === 'healthy' && runs.version
                    ? ''
                    : `${runs.summary} `}
                  <Since at={runs.since} />
                </Muted>
              </Stack>
            ))}
          </Stack>
        ),
      }))}
    />
  );
}
