import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEffect, useState } from 'react';

/** The entity refs that the viewer goes by: the own one, and those of the teams. None until they are known, or for a guest. */
export function useViewer(): readonly string[] {
  const identity = useApi(identityApiRef);
  const [refs, setRefs] = useState<readonly string[]>([]);
  useEffect(() => {
    let isGone = false;
    identity.getBackstageIdentity().then(
      ({ userEntityRef, ownershipEntityRefs }) => {
        if (!isGone) {
          setRefs([userEntityRef, ...ownershipEntityRefs]);
        }
      },
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [identity]);
  return refs;
}
