import {
  fleetClaimChangePermission,
  type Claim,
} from '@fleetcommander/backstage-plugin-fleet-common';
import {
  LinkButton,
  Stack,
  useFleetPermission,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { useTemplateLink } from '../../useTemplateLink';

const changes = [
  { template: 'cluster-scale', title: 'Scale' },
  { template: 'cluster-upgrade', title: 'Upgrade' },
  { template: 'cluster-retire', title: 'Retire' },
] as const;

/** What can be done to a cluster by its claim: each opens a form that ends at a pull request. Only for those who may. */
export function ClaimActions(props: { claim: Claim }) {
  const { id, makesCluster } = props.claim;
  const templateLink = useTemplateLink();
  const { allowed } = useFleetPermission(fleetClaimChangePermission, id);

  if (!allowed || !makesCluster) {
    return null;
  }
  return (
    <Stack direction="row" gap={1} wrap>
      {changes.map(({ template, title }) => (
        <LinkButton
          key={template}
          size="small"
          to={templateLink({ name: template }, { cluster: makesCluster })}
        >
          {title}
        </LinkButton>
      ))}
    </Stack>
  );
}
