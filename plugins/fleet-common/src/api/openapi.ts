import { claimPaths } from './paths/claimPaths';
import { paths } from './paths/paths';
import { platformPaths } from './paths/platformPaths';
import { policyPaths } from './paths/policyPaths';
import { promotionPaths } from './paths/promotionPaths';
import { applicationSchemas } from './schemas/applications';
import { claimSchemas } from './schemas/claims';
import { clusterSchemas } from './schemas/clusters';
import { driftSchemas } from './schemas/drifts';
import { policySchemas } from './schemas/policies';
import { objectDiffSchemas } from './schemas/objectDiff';
import { platformSchemas } from './schemas/platform';
import { pipelineSchemas } from './schemas/pipelines';
import { promotionSchemas } from './schemas/promotions';
import { sharedSchemas } from './schemas/shared';
import { viewSchemas } from './schemas/views';

/**
 * The API of the fleet backend below `/api/fleet`, as OpenAPI 3.1. The backend validates requests with it and the types of the
 * client are generated from it.
 *
 * @public
 */
export const openApiDocument = {
  openapi: '3.1.0',
  info: {
    title: 'fleet',
    version: '1',
    description: 'The state of every cluster and application of a fleet.',
    license: {
      name: 'Apache-2.0',
      url: 'https://www.apache.org/licenses/LICENSE-2.0',
    },
  },
  servers: [{ url: '/' }],
  paths: {
    ...paths,
    ...policyPaths,
    ...claimPaths,
    ...promotionPaths,
    ...platformPaths,
  },
  components: {
    schemas: {
      ...sharedSchemas,
      ...clusterSchemas,
      ...applicationSchemas,
      ...viewSchemas,
      ...driftSchemas,
      ...policySchemas,
      ...claimSchemas,
      ...objectDiffSchemas,
      ...pipelineSchemas,
      ...promotionSchemas,
      ...platformSchemas,
    },
  },
};
