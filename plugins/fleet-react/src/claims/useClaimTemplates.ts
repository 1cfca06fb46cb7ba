import { useApi } from '@backstage/core-plugin-api';
import {
  CATALOG_FILTER_EXISTS,
  catalogApiRef,
} from '@backstage/plugin-catalog-react';
import { ANNOTATION_CLAIM_KIND } from '@fleetcommander/backstage-plugin-fleet-common';
import useAsync from 'react-use/esm/useAsync';

/** A software template that orders a kind of claim. @public */
export interface ClaimTemplate {
  /** `group/Kind`. */
  claimKind: string;
  namespace: string;
  name: string;
  title: string;
}

/**
 * The software templates that order something, as the catalog has them.
 *
 * @public
 */
export function useClaimTemplates(): {
  templates: readonly ClaimTemplate[] | undefined;
  error: Error | undefined;
} {
  const catalog = useApi(catalogApiRef);
  const { value, error } = useAsync(async () => {
    const { items } = await catalog.getEntities({
      filter: {
        kind: 'Template',
        [`metadata.annotations.${ANNOTATION_CLAIM_KIND}`]:
          CATALOG_FILTER_EXISTS,
      },
    });
    return items.map(({ metadata }) => ({
      claimKind: metadata.annotations?.[ANNOTATION_CLAIM_KIND] ?? '',
      namespace: metadata.namespace ?? 'default',
      name: metadata.name,
      title: metadata.title ?? metadata.name,
    }));
  }, [catalog]);
  return { templates: value, error };
}
