import { Link } from '@backstage/core-components';
import type { ReactNode } from 'react';

/**
 * A link within the portal.
 *
 * @public
 */
export function InternalLink(props: {
  to: string;
  title?: string;
  children: ReactNode;
}) {
  return (
    <Link to={props.to} aria-label={props.title}>
      {props.children}
    </Link>
  );
}
