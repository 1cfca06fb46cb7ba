import type { ObjectDiff } from '@fleetcommander/backstage-plugin-fleet-common';
import { CodeView } from '../overview/CodeView';
import { Muted } from '../layout/Muted';
import { Stack } from '../layout/Stack';
import { shortRevision } from '../links/shortRevision';
import { Notice } from '../notices/Notice';
import { Age } from '../time/Age';
import { DiffFieldList } from './DiffFieldList';
import { SideBySide } from './SideBySide';
import { UnknownDesired } from './UnknownDesired';

/** What an object should be against what it is: the fields that differ first, then both side by side. */
export function ObjectDiffView(props: {
  diff: ObjectDiff;
  /** Of the object, as `Deployment web`. */
  title: string;
}) {
  const { diff, title } = props;
  const { desired, liveYaml, notes, observedAt, cluster } = diff;
  const counted = diff.fields.filter(({ state }) => state !== 'ignored');
  const ignored = diff.fields.filter(({ state }) => state === 'ignored');

  if (!desired) {
    return <UnknownDesired diff={diff} />;
  }
  return (
    <Stack>
      {notes.map(note => (
        <Notice key={note} severity="warning">
          {note}
        </Notice>
      ))}
      {liveYaml !== undefined && counted.length === 0 && (
        <Notice severity="success" title="No difference">
          Live is what is desired, as far as that sets it.
        </Notice>
      )}
      {counted.length > 0 && (
        <DiffFieldList label="Fields that differ" fields={counted} />
      )}
      {ignored.length > 0 && (
        <>
          <Muted>It differs here too, and that does not count:</Muted>
          <DiffFieldList label="Ignored fields" fields={ignored} />
        </>
      )}
      {liveYaml === undefined ? (
        <CodeView code={desired.yaml} title={`${title} as desired`} />
      ) : (
        diff.fields.length > 0 && (
          <SideBySide
            title={`${title} side by side`}
            desired={{ title: 'Desired', text: desired.yaml }}
            live={{ title: 'Live', text: liveYaml }}
          />
        )
      )}
      <Muted>
        {desired.words}{' '}
        {desired.revision && `Git at ${shortRevision(desired.revision)}. `}
        {desired.at && (
          <>
            It was so <Age at={desired.at} />.{' '}
          </>
        )}
        Live was read from {cluster} <Age at={observedAt} />
        {diff.masked && ', secret values masked'}.
      </Muted>
    </Stack>
  );
}
