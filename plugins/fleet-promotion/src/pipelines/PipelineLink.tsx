import { useRouteRef } from '@backstage/core-plugin-api';
import {
  entityRouteParams,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import type { PipelineSummary } from '@fleetcommander/backstage-plugin-fleet-common';
import { InternalLink } from '@fleetcommander/backstage-plugin-fleet-react';
import type { ReactNode } from 'react';

/** A link to the Promotion tab of the entity that a pipeline belongs to; none where it belongs to nobody. */
export function PipelineLink(props: {
  pipeline: PipelineSummary;
  children: ReactNode;
}) {
  const { pipeline, children } = props;
  const entityRoute = useRouteRef(entityRouteRef);
  const [entityRef] = pipeline.entityRefs;
  return entityRef ? (
    <InternalLink to={`${entityRoute(entityRouteParams(entityRef))}/promotion`}>
      {children}
    </InternalLink>
  ) : (
    <>{children}</>
  );
}
