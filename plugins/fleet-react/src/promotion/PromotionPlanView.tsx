import type { PromotionPlan } from '@fleetcommander/backstage-plugin-fleet-common';
import { makeStyles } from '@material-ui/core/styles';
import { KeyValues } from '../layout/KeyValues';
import { Muted } from '../layout/Muted';
import { Stack } from '../layout/Stack';
import { Notice } from '../notices/Notice';
import { TimedText } from '../time/TimedText';
import { GateList } from './GateList';
import { MoveList } from './MoveList';
import { OpenPromotionNotice } from './OpenPromotionNotice';
import { UnifiedDiff } from './UnifiedDiff';

/** Props of {@link PromotionPlanView}. @public */
export interface PromotionPlanViewProps {
  plan: PromotionPlan;
  /** Where a promotion is shown. */
  linkTo(promotionId: string): string;
}

/** More are a wall. */
const mostClusters = 6;

const useStyles = makeStyles(
  theme => ({
    list: { margin: 0, paddingLeft: theme.spacing(2.25) },
    files: {
      '& > summary': { cursor: 'pointer', marginBottom: theme.spacing(1) },
    },
  }),
  { name: 'FleetPromotionPlan' },
);

/**
 * What a promotion or a rollback would change, before anything is made: what moves and what does not, how the gates stand, how much is
 * at risk, who is asked, and the lines, which are a click away.
 *
 * @public
 */
export function PromotionPlanView(props: PromotionPlanViewProps) {
  const { plan, linkTo } = props;
  const { moves, notMoved, warnings, nothing, open, files } = plan;
  const { gates, enforcement, risk, asks, waves, wave } = plan;
  const classes = useStyles();
  const lines = (items: readonly string[]) =>
    items.length > 0 ? (
      <ul className={classes.list}>
        {items.map(item => (
          <li key={item}>
            <TimedText text={item} />
          </li>
        ))}
      </ul>
    ) : undefined;

  return (
    <Stack>
      {nothing && (
        <Notice severity="info" title="There is nothing to move">
          <TimedText text={nothing} />
        </Notice>
      )}
      {open && <OpenPromotionNotice promotion={open} linkTo={linkTo} />}
      {warnings.map(warning => (
        <Notice key={warning} severity="warning">
          <TimedText text={warning} />
        </Notice>
      ))}
      <KeyValues
        items={[
          {
            key: 'What moves',
            value: moves.length > 0 && (
              <MoveList moves={moves} label="What moves" />
            ),
          },
          { key: 'What stays', value: lines(notMoved) },
          {
            key: 'In waves',
            value:
              waves.length > 1 ? lines(waveWords(waves, wave ?? 0)) : undefined,
          },
          {
            key: 'Risk',
            value: (
              <>
                <TimedText text={risk.summary} />{' '}
                {risk.clusters.length > 1 && (
                  <Muted>{clustersWord(risk.clusters)}</Muted>
                )}
              </>
            ),
          },
          {
            key: 'Gates',
            value: (
              <GateList
                gates={gates}
                enforcement={enforcement}
                branch={plan.base}
              />
            ),
          },
          { key: 'Who is asked', value: lines(asks) },
        ].map(({ key, value }) => ({ key, value: value || undefined }))}
      />
      {files.length > 0 && (
        <details className={classes.files}>
          <summary>
            {files.length === 1
              ? 'The file and its lines'
              : `The ${files.length} files and their lines`}
          </summary>
          <Stack>
            {files.map(file => (
              <UnifiedDiff key={file.path} file={file} />
            ))}
          </Stack>
        </details>
      )}
    </Stack>
  );
}

function clustersWord(clusters: readonly string[]): string {
  const rest = clusters.length - mostClusters;
  return rest > 0
    ? `${clusters.slice(0, mostClusters).join(', ')} and ${rest} more`
    : clusters.join(', ');
}

function waveWords(waves: PromotionPlan['waves'], now: number): string[] {
  return waves.map(({ title, clusters, separate }, index) => {
    const where = `${title}: ${clusters.join(', ') || 'no cluster'}`;
    if (!separate) {
      return `${where}, changes together with the others`;
    }
    return index === now
      ? `${where}, by this pull request`
      : `${where}, by one of its own`;
  });
}
