import type { Cluster } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  CheckList,
  FieldGroup,
  Muted,
} from '@fleetcommander/backstage-plugin-fleet-react';
import type { PlacedEnvironment } from './PlacementValue';

/** Whether something is for an environment, and for which of its clusters. */
export function EnvironmentPlacement(props: {
  environment: string;
  clusters: readonly Cluster[];
  /** Whether regions may have overlays of their own. */
  regions: boolean;
  /** That the environment gets: A stage. */
  what: string;
  value: PlacedEnvironment | undefined;
  onChange(value: PlacedEnvironment | undefined): void;
  disabled: boolean;
}) {
  const { environment, clusters, regions, what, value, onChange, disabled } =
    props;
  const all = clusters.map(({ name }) => name);
  const canDivide =
    regions &&
    new Set(clusters.map(({ region }) => region)).size > 1 &&
    clusters.every(({ region }) => region);

  return (
    <FieldGroup title={environment} framed>
      <CheckList
        options={[{ value: environment, title: `${what} in ${environment}` }]}
        value={value ? [environment] : []}
        onChange={([on]) =>
          onChange(on ? { clusters: all, byRegion: false } : undefined)
        }
        disabled={disabled}
      />
      {value && (
        <>
          <CheckList
            options={clusters.map(cluster => ({
              value: cluster.name,
              title: cluster.name,
              description: placeWords(cluster),
            }))}
            value={value.clusters}
            onChange={chosen => onChange({ ...value, clusters: chosen })}
            disabled={disabled}
          />
          {value.clusters.length === 0 && (
            <Muted>On no cluster: its overlay waits in Git.</Muted>
          )}
          {canDivide && value.clusters.length > 0 && (
            <CheckList
              options={[
                {
                  value: 'byRegion',
                  title: 'An overlay for each region',
                  description:
                    'So that a promotion can move one region after the other.',
                },
              ]}
              value={value.byRegion ? ['byRegion'] : []}
              onChange={([on]) => onChange({ ...value, byRegion: Boolean(on) })}
              disabled={disabled}
            />
          )}
        </>
      )}
    </FieldGroup>
  );
}

function placeWords({ region, engines }: Cluster): string {
  const delivers = [
    ['flux', 'Flux'],
    ['argocd', 'Argo CD'],
  ].filter(([engine]) =>
    engines.some(({ name, installed }) => installed && name === engine),
  );
  return [
    region,
    delivers.map(([, title]) => title).join(' and ') || 'its hub delivers',
  ]
    .filter(Boolean)
    .join(' · ');
}
