import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  ANNOTATION_ENTITY,
  KUBERNETES_ID,
} from '@fleetcommander/backstage-plugin-fleet-common';
import {
  CodeView,
  EmptyState,
  InternalLink,
  Stack,
  Text,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { usePromotionPaths } from '../usePromotionPaths';

/** Teaches how an application of a repository comes to belong to the entity. */
export function NoPipeline() {
  const { entity } = useEntity();
  const { name, annotations } = entity.metadata;
  const paths = usePromotionPaths();
  return (
    <EmptyState
      title={`No application in Git says that it belongs to ${name}`}
      description={
        <Stack>
          <Text>
            What each stage runs, what the next one lacks and what stops it
            would be here. The proof comes from Git: put the label or the
            annotation into the base or an overlay of the application, in a
            repository of fleet.git.repositories. An application that has
            neither base nor overlays yet is made by{' '}
            <InternalLink to={paths.template('app-overlay')}>
              the template app-overlay
            </InternalLink>
            .
          </Text>
          <CodeView
            title="In its base, in Git"
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
