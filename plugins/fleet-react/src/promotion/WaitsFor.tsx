import { Fragment } from 'react';
import { EntityLink } from '../links/EntityLink';

/**
 * Who can go on: entities by their link, teams and logins of the Git host by name. Nothing where nobody is named.
 *
 * @public
 */
export function WaitsFor(props: { who: readonly string[] }) {
  return (
    <>
      {props.who.map((who, index) => (
        <Fragment key={who}>
          {index > 0 && ', '}
          {isEntityRef(who) ? (
            <EntityLink entityRef={who} />
          ) : (
            who.replace(/^team:/, 'team ')
          )}
        </Fragment>
      ))}
    </>
  );
}

/** `user:default/ada`; neither `ada` nor `team:travel`. */
function isEntityRef(who: string): boolean {
  return /^[^:/]+:[^:/]+\/[^:/]+$/.test(who);
}
