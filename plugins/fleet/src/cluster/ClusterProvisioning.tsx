import {
  ErrorNotice,
  Section,
  useFleet,
} from '@fleetcommander/backstage-plugin-fleet-react';
import type { Cluster } from '@fleetcommander/backstage-plugin-fleet-common';
import { ClaimActions } from '../claims/claim/ClaimActions';
import { claimThatMade } from './claimThatMade';
import { ProvisioningFacts } from './ProvisioningFacts';

/** The claim that made a cluster, how far it is, and what can be done by it. Nothing where none did. */
export function ClusterProvisioning(props: { cluster: Cluster }) {
  const { cluster } = props;
  const {
    value: claims,
    error,
    refresh,
  } = useFleet(
    (api, signal) =>
      api.claims.list({ filter: [`makesCluster=${cluster.name}`] }, { signal }),
    [cluster.name],
  );
  const claim = claims && claimThatMade(cluster.name, claims.items);

  if (error && !claim) {
    return (
      <ErrorNotice
        error={error}
        what="the claim that made it"
        onRetry={refresh}
      />
    );
  }
  return claim ? (
    <Section title="Provisioning" action={<ClaimActions claim={claim} />}>
      <ProvisioningFacts claim={claim} cluster={cluster} />
    </Section>
  ) : null;
}
