import {
  InternalLink,
  Muted,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { usePromotionPaths } from '../usePromotionPaths';

/** Teaches how a stage comes to have something that can be promoted into it. */
export function NoOverlay() {
  const paths = usePromotionPaths();
  return (
    <Muted>
      Nothing can be promoted here before there is one.{' '}
      <InternalLink to={paths.template('app-overlay')}>
        The template app-overlay
      </InternalLink>{' '}
      makes it, and keeps the base that there is.
    </Muted>
  );
}
