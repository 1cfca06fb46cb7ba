import { useRouteRef } from '@backstage/core-plugin-api';
import {
  entityRouteParams,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import type { PipelineSummary } from '@fleetcommander/backstage-plugin-fleet-common';
import { InternalLink } from '@fleetcommander/backstage-plugin-fleet-react';

/** An application, by a link to the Promotion tab of the entity that it belongs to. */
export function PipelineLink(props: { pipeline: PipelineSummary }) {
  const { application, entityRefs } = props.pipeline;
  const entityRoute = useRouteRef(entityRouteRef);
  const [entityRef] = entityRefs;
  return entityRef ? (
    <InternalLink to={`${entityRoute(entityRouteParams(entityRef))}/promotion`}>
      {application}
    </InternalLink>
  ) : (
    <>{application}</>
  );
}
