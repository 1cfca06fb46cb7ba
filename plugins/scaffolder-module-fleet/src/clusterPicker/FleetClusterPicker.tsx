import {
  PickerInput,
  StateBadge,
  useFleet,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { Answer } from '../shared/Answer';
import { fieldLook } from '../shared/fieldLook';
import type { FleetClusterPickerSchema } from './schema';

const mostClusters = 500;

/** One of the clusters that the viewer sees. */
export function FleetClusterPicker(
  props: typeof FleetClusterPickerSchema.TProps,
) {
  const { formData, onChange, uiSchema } = props;
  const filter = filterOf(uiSchema['ui:options']?.filter);
  const clusters = useFleet(
    (api, signal) =>
      api.listClusters(
        { filter: filter ? [filter] : [], limit: mostClusters },
        { signal },
      ),
    [filter],
    { once: true },
  );

  return (
    <Answer result={clusters} what="the clusters">
      {list => (
        <PickerInput
          {...fieldLook(props, { title: 'Cluster' })}
          value={formData}
          onChange={onChange}
          loading={clusters.loading}
          empty="The fleet has no such cluster that you may see"
          options={(list?.items ?? []).map(cluster => ({
            value: cluster.name,
            detail: [
              cluster.environment,
              cluster.region,
              cluster.version && `Kubernetes ${cluster.version}`,
            ]
              .filter(Boolean)
              .join(' · '),
            badge: (
              <StateBadge
                state={cluster.state}
                summary={cluster.summary}
                size="small"
              />
            ),
          }))}
        />
      )}
    </Answer>
  );
}

/** Any of the values of a key, and all of the keys. */
function filterOf(filter: Record<string, string | string[]> = {}): string {
  return Object.entries(filter)
    .flatMap(([key, values]) => [values].flat().map(value => `${key}=${value}`))
    .join(',');
}
