import type { Drift } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  ActionButton,
  LiveDiff,
  Section,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { useState } from 'react';

/** What the drift's object should be against what it is now. Its cluster is asked when somebody wants to know. */
export function DriftObjectDiff(props: { drift: Drift }) {
  const { application, object, cluster, targetCluster } = props.drift;
  const [open, setOpen] = useState(false);

  if (!application || !object?.version) {
    return null;
  }
  return (
    <Section
      title="Live diff"
      subtitle={`${object.kind} ${object.name}, all that differs now`}
      action={
        !open && (
          <ActionButton icon="code" size="small" onClick={() => setOpen(true)}>
            Show live diff
          </ActionButton>
        )
      }
    >
      {open && (
        <LiveDiff
          applicationId={application.id}
          cluster={targetCluster ?? cluster}
          group={object.group}
          version={object.version}
          kind={object.kind}
          namespace={object.namespace}
          name={object.name}
        />
      )}
    </Section>
  );
}
