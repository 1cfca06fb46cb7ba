import type { ObjectDiff } from '@fleetcommander/backstage-plugin-fleet-common';
import { Notice } from '../notices/Notice';
import { diffSourceTitles } from './diffSourceTitles';

/** Why it cannot be known what an object should be. */
export function UnknownDesired(props: { diff: ObjectDiff }) {
  const { passedOver, notes } = props.diff;
  return (
    <Notice severity="info" title="What it should be cannot be known">
      {notes.map(note => (
        <div key={note}>{note}</div>
      ))}
      {passedOver.length > 0 && (
        <dl style={{ margin: 0 }}>
          {passedOver.map(({ source, reason }) => (
            <div key={source}>
              <dt style={{ display: 'inline' }}>
                {diffSourceTitles[source]}:{' '}
              </dt>
              <dd style={{ display: 'inline', margin: 0 }}>{reason}</dd>
            </div>
          ))}
        </dl>
      )}
    </Notice>
  );
}
