import type {
  Claim,
  ClaimNode,
} from '@fleetcommander/backstage-plugin-fleet-common';
import {
  KeyValues,
  Lasted,
  Mono,
  Stack,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { LiveObjectView } from '../../application/LiveObjectView';

/** One object of a claim: what its provider says of it, and as the hub has it now. */
export function ClaimNodeView(props: { claim: Claim; node: ClaimNode }) {
  const { claim, node } = props;
  const { reason, message, createdAt, readyAt } = node;
  return (
    <Stack>
      <KeyValues
        items={[
          { key: 'Reason', value: reason && <Mono wrap>{reason}</Mono> },
          { key: 'Message', value: message && <Mono wrap>{message}</Mono> },
          {
            key: 'In the cloud',
            value: node.externalName && <Mono wrap>{node.externalName}</Mono>,
          },
          {
            key: 'May be',
            value: node.managementPolicies?.join(', '),
          },
          {
            key: 'Ready after',
            value: createdAt && readyAt && (
              <Lasted from={createdAt} to={readyAt} />
            ),
          },
        ]}
      />
      {!node.missing && (
        <LiveObjectView
          claimId={claim.id}
          cluster={claim.cluster}
          apiVersion={node.apiVersion}
          kind={node.kind}
          namespace={node.namespace}
          name={node.name}
        />
      )}
    </Stack>
  );
}
