import type { Freeze } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  ExternalLink,
  Notice,
  Until,
  WaitsFor,
} from '@fleetcommander/backstage-plugin-fleet-react';

/** Says that nothing is promoted, why, and until when. */
export function FreezeNotice(props: { freeze: Freeze }) {
  const { title, reason, until, url, setBy } = props.freeze;
  return (
    <Notice
      severity="warning"
      title={
        <>
          Frozen: <ExternalLink href={url}>{title}</ExternalLink>
        </>
      }
    >
      <div>{reason}</div>
      <div>
        {until ? (
          <Until at={until} what="Ends" />
        ) : (
          'Ends when it is taken out of Git'
        )}
      </div>
      {setBy && (
        <div>
          The file of freezes was last changed by <WaitsFor who={[setBy]} />
        </div>
      )}
    </Notice>
  );
}
