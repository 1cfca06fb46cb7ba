import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  ANNOTATION_ENTITY,
  KUBERNETES_ID,
} from '@fleetcommander/backstage-plugin-fleet-common';
import {
  CodeView,
  EmptyState,
  Stack,
  Text,
} from '@fleetcommander/backstage-plugin-fleet-react';

/** Teaches how an application comes to belong to the entity. */
export function NothingLinked() {
  const { entity } = useEntity();
  const { name, annotations } = entity.metadata;

  return (
    <EmptyState
      title={`Nothing on the fleet says that it belongs to ${name}`}
      description={
        <Stack>
          <Text>
            Where it runs, at which version and how it is would be here. The
            proof comes from the cluster: put the label or the annotation on the
            Kustomization, HelmRelease, Application or workload in Git. If it is
            there already, you may not see the cluster that it is on.
          </Text>
          <CodeView
            title="On the object, in Git"
            code={`metadata:
  labels:
    ${KUBERNETES_ID}: ${annotations?.[KUBERNETES_ID] ?? name}
  annotations:
    ${ANNOTATION_ENTITY}: ${stringifyEntityRef(entity)}`}
          />
        </Stack>
      }
    />
  );
}
