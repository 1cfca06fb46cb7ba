import type { BulkResult } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  Notice,
  Stack,
  Text,
} from '@fleetcommander/backstage-plugin-fleet-react';

/** What would be done, what would be left alone and why, and what may be put back by somebody else. */
export function BulkPreview(props: { effect: string; preview: BulkResult }) {
  const { effect, preview } = props;
  const refused = preview.items.filter(item => item.outcome !== 'preview');
  const warned = preview.items.filter(item => item.warnings.length > 0);

  return (
    <Stack>
      <Text>{effect}</Text>
      {refused.length > 0 && (
        <Notice severity="info" title={`${refused.length} will be left alone`}>
          <Reasons
            items={refused.map(({ applicationId, title, message }) => ({
              applicationId,
              text: `${title}: ${message}`,
            }))}
          />
        </Notice>
      )}
      {warned.length > 0 && (
        <Notice
          severity="warning"
          title={`For ${warned.length} it may not last`}
        >
          <Reasons
            items={warned.map(({ applicationId, title, warnings }) => ({
              applicationId,
              text: `${title}: ${warnings.join(' ')}`,
            }))}
          />
        </Notice>
      )}
    </Stack>
  );
}

function Reasons(props: {
  items: readonly { applicationId: string; text: string }[];
}) {
  return (
    <details>
      <summary>Which, and why</summary>
      <ul>
        {props.items.map(({ applicationId, text }) => (
          <li key={applicationId}>{text}</li>
        ))}
      </ul>
    </details>
  );
}
