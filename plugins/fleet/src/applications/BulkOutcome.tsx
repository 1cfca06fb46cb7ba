import type { BulkResult } from '@fleetcommander/backstage-plugin-fleet-common';
import { Notice } from '@fleetcommander/backstage-plugin-fleet-react';

/** What became of a button for many: how many it was done for, and each for which it was not. */
export function BulkOutcome(props: { result: BulkResult }) {
  const { items } = props.result;
  const others = items.filter(item => item.outcome !== 'done');

  return (
    <Notice
      severity={others.length > 0 ? 'warning' : 'success'}
      title={`Done for ${items.length - others.length} of ${items.length}`}
    >
      {others.length > 0 && (
        <ul>
          {others.map(({ applicationId, title, message }) => (
            <li key={applicationId}>
              {title}: {message}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
