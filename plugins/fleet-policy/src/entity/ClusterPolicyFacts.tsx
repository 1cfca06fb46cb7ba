import { coverageStates } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  CoverageBadge,
  ErrorNotice,
  filterLink,
  InternalLink,
  Muted,
  Stack,
  TimedText,
  useFleet,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { usePolicyPaths } from '../usePolicyPaths';

const fewNotes = 5;

/** How policies stand on a cluster, where that is less than the baseline demands, and what cannot be known there. */
export function ClusterPolicyFacts(props: { cluster: string }) {
  const { cluster } = props;
  const paths = usePolicyPaths();
  const { value, error, refresh } = useFleet(
    (api, signal) => api.getCluster(cluster, { signal }),
    [cluster],
  );
  const policy = value?.policy;

  if (error) {
    return (
      <ErrorNotice
        error={error}
        what="how policies stand here"
        onRetry={refresh}
      />
    );
  }
  if (!policy) {
    return null;
  }
  const { policies, deviations, notes } = policy;
  const states = coverageStates.filter(state => policies[state]);
  const link = (rest: Record<string, string>) =>
    filterLink(paths.policy, { view: 'coverage', cluster, ...rest });

  return (
    <Stack gap={1}>
      {states.length === 0 ? (
        <Muted>
          No policy was found here: Kyverno, Gatekeeper, or the admission
          policies and Pod Security labels of Kubernetes would be.
        </Muted>
      ) : (
        <InternalLink to={link({ by: 'policy' })}>
          <Stack direction="row" gap={1.5} wrap>
            {states.map(state => (
              <Stack key={state} direction="row" gap={0.5} align="center">
                {policies[state]} <CoverageBadge state={state} />
              </Stack>
            ))}
          </Stack>
        </InternalLink>
      )}
      {deviations > 0 && (
        <InternalLink to={link({ deviations: 'on' })}>
          {deviations === 1
            ? 'Falls short of the baseline in 1 place'
            : `Falls short of the baseline in ${deviations} places`}
        </InternalLink>
      )}
      {notes.slice(0, fewNotes).map(note => (
        <Muted key={note}>
          <TimedText text={note} />
        </Muted>
      ))}
      {notes.length > fewNotes && (
        <Muted>{`and ${
          notes.length - fewNotes
        } more that cannot be known`}</Muted>
      )}
    </Stack>
  );
}
